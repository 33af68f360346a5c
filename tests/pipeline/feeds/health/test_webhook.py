"""Alarms are told to a webhook once; what is wrong with the webhook costs a line and not the run."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from pipeline.feeds import alarm_bell
from tests.pipeline.feeds.health.bureau import NAME, Bureau
from tests.pipeline.fetch.server import Answer


@dataclass
class Hook:
    """A server that takes what is POSTed: ``answers`` are given one after the other, the last one from then on."""

    address: str = ""
    answers: list[Callable[[BaseHTTPRequestHandler], None]] = field(default_factory=lambda: [code(200)])
    told: list[dict[str, Any]] = field(default_factory=list)
    is_over: threading.Event = field(default_factory=threading.Event)


def code(number: int) -> Callable[[BaseHTTPRequestHandler], None]:
    """Answers with a code."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(number)
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    return answer


@pytest.fixture
def hook() -> Iterator[Hook]:
    """A webhook."""
    made = Hook()
    with _serving(made):
        yield made


@contextmanager
def _serving(hook: Hook) -> Iterator[None]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            hook.told.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            hook.answers[min(len(hook.told), len(hook.answers)) - 1](self)

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the library's name
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    hook.address = f"http://127.0.0.1:{server.server_address[1]}/hook?key=secret"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield
    finally:
        hook.is_over.set()
        server.shutdown()
        server.server_close()
        thread.join()


def with_hook(bureau: Bureau, address: str) -> None:
    """Have ``feeds.toml`` name it."""
    config = bureau.config()
    config.write_text(f"webhook = {json.dumps(address)}\n" + config.read_text())


@pytest.fixture
def blocked(any_bureau: Bureau, hook: Hook) -> Bureau:
    """A source behind a wall, and a webhook to tell it to."""
    with_hook(any_bureau, hook.address)
    any_bureau.site.put("/list.html", Answer(code=412))
    return any_bureau


def test_an_alarm_is_told_once(blocked: Bureau, hook: Hook) -> None:
    assert blocked.visit() == 3
    assert blocked.visit("--force") == 3
    [told] = hook.told
    assert told["text"].startswith(f"注意 {NAME}（被拦截）：127.0.0.1")
    [alarm] = told["alarms"]
    assert (alarm["feed"], alarm["kind"]) == (NAME, "blocked")
    assert alarm["message"] in told["text"]
    blocked.report(1, 8, 15)
    blocked.publish()
    assert blocked.visit("--force") == 0
    assert len(hook.told) == 1
    blocked.site.put("/list.html", Answer(code=412))
    assert blocked.visit("--lang", "en") == 3
    assert hook.told[1]["text"].startswith(f"Look at {NAME} (blocked): a firewall of 127.0.0.1")


def says_nothing(hook: Hook) -> Callable[[BaseHTTPRequestHandler], None]:
    """Answers nothing."""

    def answer(_: BaseHTTPRequestHandler) -> None:
        hook.is_over.wait()

    return answer


def drips(hook: Hook) -> Callable[[BaseHTTPRequestHandler], None]:
    """Answers a byte at a time, and never to the end."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Long: ")
        while not hook.is_over.wait(0.05):
            try:
                handler.wfile.write(b"x")
            except OSError:
                return

    return answer


@pytest.mark.parametrize(
    ("how", "said"), [("500", "对方答复 500"), ("302", "对方答复 302"), ("silent", "对方迟迟没有答复"), ("drips", "对方迟迟没有答复")]
)
def test_one_that_does_not_take_it_costs_a_line_and_is_told_by_the_next_run(
    blocked: Bureau, hook: Hook, how: str, said: str, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    if how in {"silent", "drips"}:
        monkeypatch.setattr(alarm_bell, "_PATIENCE", 1.0)
    first = {"silent": says_nothing(hook), "drips": drips(hook)}.get(how) or code(int(how))
    hook.answers = [first, code(204)]
    assert blocked.visit() == 3
    error = capfd.readouterr().err
    assert f"提醒没有送到 127.0.0.1 的 webhook：{said}" in error
    assert "secret" not in error
    assert "共 1 个来源" in error
    assert blocked.visit() == 3
    assert blocked.visit() == 3
    assert len(hook.told) == 2


def test_one_that_is_not_there_costs_a_line(blocked: Bureau, hook: Hook, capfd: pytest.CaptureFixture[str]) -> None:
    with_hook(blocked, "http://127.0.0.1:1/hook")
    assert blocked.visit("--lang", "en") == 3
    error = capfd.readouterr().err
    assert "The alarm did not reach the webhook on 127.0.0.1: " in error
    assert "Traceback" not in error
    with_hook(blocked, hook.address)
    assert blocked.visit() == 3
    assert len(hook.told) == 1


def test_no_alarm_is_no_news(bureau: Bureau, hook: Hook) -> None:
    with_hook(bureau, hook.address)
    bureau.report(1, 8, 15)
    bureau.publish()
    assert bureau.visit() == 0
    assert hook.told == []
