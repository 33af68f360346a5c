"""What a whole reading costs, with the rules of the check, grows with the length of the text, whatever it says again and again."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractors import read_text
from tests.linear import LIMIT, growth

_NEWS = "东山小学到西河中学送教\n2024-09-01 来源：云溪教育\n9月1日，{}。\n"
_PACT = "结对帮扶协议书\n甲方：东山小学\n乙方：西河中学\n一、甲方职责\n{}\n甲方（盖章）：\n乙方（盖章）：\n2024年9月1日\n"
_HEADS = "项目\t次数\t责任方\n送教\t2\t甲方\n"


def _again(piece: str) -> Callable[[int], str]:
    return lambda length: (piece * (length // len(piece) + 1))[:length]


def _numbered(piece: str) -> Callable[[int], str]:
    return lambda length: "".join(piece.replace("#", str(number)) for number in range(1, length // len(piece)))


TEXTS: dict[str, tuple[str, Callable[[int], str]]] = {
    "figures without a stop, in news": (_NEWS, _again("每年5万元三年20名每学期")),
    "figures without a stop, in an agreement": (_PACT, _again("每年5万元三年20名每学期")),
    "a paragraph behind a long one": (_NEWS, lambda length: "培训" * (length // 4) + "\n" + "20名，" * (length // 8)),
    "many totals": (_NEWS, _again("共计5万元\n")),
    "shares of shares": (_PACT, _again("其中2名")),
    "a roll of schools": (_NEWS, _numbered("东山第#小学\n")),
    "a roll of schools in one line": (_PACT, _numbered("东山第#小学、")),
    "schools with short names": (_PACT, _numbered("东山第#小学（以下简称“东#小”）\n")),
    "a table": (_PACT.replace("{}", _HEADS + "{}"), _numbered("送教\t#次\t双方\n")),
}

LARGE = {"figures without a stop, in news": 20_000, "many totals": 40_000, "a paragraph behind a long one": 40_000} | {
    name: 60_000 for name in TEXTS if "schools" in name
}
"""Characters at which a square would show beside what is linear."""


@pytest.mark.parametrize("name", TEXTS)
def test_ten_times_the_text_costs_about_ten_times(name: str) -> None:
    frame, body = TEXTS[name]
    assert (
        growth(lambda text: read_text(text, names=False), lambda length: frame.replace("{}", body(length)), LARGE.get(name, 10_000))
        <= LIMIT
    )
