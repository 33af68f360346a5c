"""Every trouble is said in both languages, on one line, with what to do next."""

from __future__ import annotations

import re
from string import Formatter
from typing import get_args

import pytest

from pipeline.fetch.reasons import Saying, Trouble
from pipeline.fetch.trouble import FetchTrouble
from pipeline.fetch.words import sayings_of
from schemas.errors import JieduiError

SAYINGS: tuple[Saying, ...] = get_args(Saying)
FACTS = {"address", "host", "port", "ip", "code", "why", "limit", "most", "encoding"}


@pytest.mark.parametrize("saying", SAYINGS)
def test_it_is_said_in_both_languages(saying: Saying) -> None:
    zh, en = sayings_of("zh")[saying], sayings_of("en")[saying]
    named = [{name for _, name, _, _ in Formatter().parse(text) if name} for text in (zh, en)]
    assert named[0] == named[1]
    assert named[0] <= FACTS
    assert len(zh.splitlines()) == len(en.splitlines()) == 1
    assert zh.count("请") >= 1 or "地址要以" in zh
    assert re.search(r"[\u4e00-\u9fff]", zh)
    assert en.isascii()
    assert (zh[-1], en[-1]) == ("。", ".")


def test_nothing_is_said_twice() -> None:
    for lang in get_args(Saying) and ("zh", "en"):
        table = sayings_of("en" if lang == "en" else "zh")
        assert len(set(table.values())) == len(table) == len(SAYINGS)


def test_every_reason_has_a_sentence() -> None:
    finer = {"refused-address": "private-address", "bad-redirect": "too-many-redirects", "bad-body": "broken-body"}
    for reason in get_args(Trouble):
        assert finer.get(reason, reason) in SAYINGS


def test_a_trouble_says_what_it_knows() -> None:
    trouble = FetchTrouble("not-found", "not-found", {"address": "http://jyj.example/a", "code": 404}, retry_after=3.0)
    assert trouble.message == "http://jyj.example/a 已经没有这个网页（404）。请在网站上找到新地址再换上。"
    assert trouble.said("en").startswith("http://jyj.example/a is no longer there (404).")
    assert str(trouble) == trouble.message
    assert (trouble.reason, trouble.retry_after, trouble.facts["code"]) == ("not-found", 3.0, "404")
    assert isinstance(trouble, JieduiError)


@pytest.mark.parametrize(
    "address", ["http://a.example/\x1b[31m\r\n\u202e", "http://a.example/" + "a" * 9_000, "{host}{0}", "http://a.example/\ud800"]
)
def test_no_address_steers_a_terminal(address: str) -> None:
    message = FetchTrouble("refused-address", "bad-address", {"address": address}).message
    assert message.isprintable()
    assert len(message) < 400


def test_what_is_not_known_is_left_out() -> None:
    assert "（）" in FetchTrouble("not-found", "not-found", {}).message
