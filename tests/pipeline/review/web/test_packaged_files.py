"""The page's own files: small, of one language each, and without a way from data to markup."""

from __future__ import annotations

import re
from importlib.resources import files
from importlib.resources.abc import Traversable

import pytest

from pipeline.review.web import words
from pipeline.review.web.words import page_words

STATIC = {one.name: one.read_text(encoding="utf-8") for one in files("pipeline.review.web").joinpath("static").iterdir()}
SCRIPTS = {name: text for name, text in STATIC.items() if name.endswith(".js")}
TEMPLATES = {one.name: one.read_text(encoding="utf-8") for one in files("pipeline.review.web").joinpath("templates").iterdir()}
_NAMED = page_words("zh")


def test_both_languages_have_the_same_words() -> None:
    chinese, english = words._ZH, words._EN
    assert chinese.keys() == english.keys()
    for key, said in chinese.items():
        assert set(re.findall(r"\{\w+\}", said)) == set(re.findall(r"\{\w+\}", english[key])), key
        assert key == "other-lang" or not re.search("[\u4e00-\u9fff]", english[key]), key


def test_every_word_that_is_said_is_known_and_every_known_one_is_said() -> None:
    everything = "\n".join([*SCRIPTS.values(), *TEMPLATES.values(), *(one.read_text(encoding="utf-8") for one in _python())])
    said = {key for text in SCRIPTS.values() for key in re.findall(r'\bsay\("([a-z-]+)"', text)}
    assert said <= _NAMED.keys()
    of_templates = set(re.findall(r'words(?:\.([a-z]+)|\[["\']([a-z-]+)["\']\])', "\n".join(TEMPLATES.values())))
    assert {one or other for one, other in of_templates} <= _NAMED.keys()
    unsaid = {key for key in words._ZH if not re.search(rf"(?<![a-z-]){re.escape(key)}(?![a-z-])", everything)}
    made_up = {key for key in unsaid if key.startswith(("image-", "order-", "nothing-to-"))}
    assert unsaid - made_up == set()


def _python() -> list[Traversable]:
    return [one for one in files("pipeline.review.web").iterdir() if one.name.endswith(".py") and one.name != "words.py"]


@pytest.mark.parametrize("name", sorted(SCRIPTS))
def test_a_script_is_short_and_makes_no_markup(name: str) -> None:
    text = SCRIPTS[name]
    assert len(text.splitlines()) <= 400
    assert text.startswith("// ")
    for way in (
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "eval(",
        "new Function",
        "DOMParser",
        "createContextualFragment",
    ):
        assert way not in text
    assert "http://" not in text.replace("http://www.w3.org/2000/svg", "")
    assert "https://" not in text
    for other in re.findall(r'from "\./([^"]+)"', text):
        assert other in SCRIPTS


@pytest.mark.parametrize("name", sorted(TEMPLATES))
def test_a_template_holds_no_script_and_no_style(name: str) -> None:
    text = TEMPLATES[name]
    assert "|safe" not in text
    # words.clear would be the dictionary's own
    assert not re.search(r"\bwords\.", text)
    assert not re.search(r"<script(?![^>]*\bsrc=)", text)
    assert not re.search(r"\s(?:on\w+|style)=", text)
    assert "http" not in text


def test_the_style_sheet_loads_nothing() -> None:
    assert "@import" not in STATIC["style.css"]
    assert "url(" not in STATIC["style.css"]
