"""A reviewer before the browser: keys are pressed, and what the server answers is waited for."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, expect

READY = "body[data-ready=yes]"


@dataclass
class Sitting:
    """``troubles`` are errors of the page, and requests that go elsewhere than to ``address``; ``pressed`` counts the keys."""

    page: Page
    address: str
    troubles: list[str] = field(default_factory=list)
    pressed: int = 0

    def queue(self, asked: str = "") -> None:
        self.page.goto(f"{self.address}/{asked}")
        self.page.wait_for_selector(READY)

    def record(self, number: int = 1) -> None:
        self.page.goto(f"{self.address}/records/{number}")
        self.page.wait_for_selector(READY)

    @property
    def number(self) -> int:
        """The record that is shown."""
        return int(self.page.url.split("?")[0].rsplit("/", 1)[1])

    @property
    def chosen(self) -> str:
        """The entry that is chosen."""
        return self.page.locator(".card.chosen").get_attribute("data-target") or ""

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)
            self.pressed += 1

    def type(self, text: str) -> None:
        self.page.keyboard.insert_text(text)

    def sent(self, *keys: str, path: str = "decisions") -> None:
        """Press keys, the last of which sends something; its answer has been shown."""
        self.press(*keys[:-1])
        with self.answered(path):
            self.press(keys[-1])

    @contextmanager
    def answered(self, path: str = "decisions") -> Iterator[None]:
        """What is done sends something to be decided."""
        with self.page.expect_response(lambda one: urlsplit(one.url).path.endswith(f"/{path}") and one.request.method == "POST") as answer:
            yield
        assert answer.value.ok, answer.value.text()
        answer.value.finished()

    def walk_to(self, target: str) -> None:
        """Press j until the entry is chosen, or k where it is above."""
        targets = self.targets()
        by = targets.index(target) - targets.index(self.chosen)
        self.press(*("j" if by > 0 else "k" for _ in range(abs(by))))
        assert self.chosen == target

    def targets(self) -> list[str]:
        """The entries, from above."""
        found: list[str] = self.page.locator(".card").evaluate_all("all => all.map((one) => one.dataset.target)")
        return found

    def card(self, target: str) -> Any:
        return self.page.locator(f'.card[data-target="{target}"]')

    def name_oneself(self, who: str) -> None:
        """Say who sits here, as the page asks for it."""
        self.queue()
        self.page.locator("#reviewer").click()
        self.page.locator("dialog input").fill(who)
        with self.answered("name"):
            self.page.keyboard.press("Enter")
        expect(self.page.locator("[data-shows=reviewer]")).to_have_text(who)


def sit(browser: Browser, address: str, **context: Any) -> tuple[BrowserContext, Sitting]:
    """A browser of its own, with an empty page."""
    opened = browser.new_context(**{"viewport": {"width": 1280, "height": 800}, "locale": "zh-CN", **context})
    sitting = Sitting(opened.new_page(), address)

    def told(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            sitting.troubles.append(message.text)

    sitting.page.on("console", told)
    sitting.page.on("pageerror", lambda error: sitting.troubles.append(str(error)))
    opened.on("request", lambda one: None if one.url.startswith((f"{address}/", "data:")) else sitting.troubles.append(one.url))
    return opened, sitting
