"""One term in many wordings: each is read, and each shows when its dates run backwards, last another time or lie before the signing."""

from __future__ import annotations

import pytest

from extractors.checks.examples import example
from tests.extractors.checks.dated_papers import findings, signed, subjects

WORDINGS: list[str] = [
    "本轮结对为一个周期（{n}），自{s}至{e}。",
    "以{n}为一个帮扶周期（{s}—{e}）。",
    "帮扶工作以一个周期（{n}）为限，自{s}始至{e}终。",
    "每轮帮扶{n}，本轮自{s}起至{e}止。",
    "合作自{s}开始，到{e}止，前后{n}。",
    "自{s}始至{e}终，期限{n}。",
    "{s}至{e}，历时{n}。",
    "从{s}到{e}，时间跨度{n}。",
    "帮扶起始时间为{s}，结束时间为{e}，共{n}。",
    "合作开始日期：{s}；合作终止日期：{e}；期限{n}。",
    "始于{s}，止于{e}，为期{n}。",
    "本意向书期限{n}，从{s}起到{e}止。",
    "本备忘录有效期{n}，即{s}至{e}。",
    "结对共建自{s}开始，本合约有效期至{e}，共{n}。",
    "本协议有效期{n}，起算日为{s}，终止日为{e}。",
    "结对帮扶关系存续{n}，自{s}起至{e}止。",
    "经商定，帮扶关系存续{n}，起止时间为{s}至{e}。",
    "帮扶期限原则上为{n}，具体时间为{s}至{e}。",
    "帮扶时限{n}，具体起止时间为{s}至{e}。",
    "本协议时效为{n}，自{s}起至{e}止。",
    "双方自{s}起建立结对帮扶关系，至{e}结束，为期{n}。",
    "本次对口帮扶的时间是{s}到{e}，一共{n}。",
    "{n}（{s}至{e}）。",
    "结对帮扶{n}，从{s}算起，到{e}截止。",
    "帮扶期限{n}，起于{s}，讫于{e}。",
    "双方建立结对关系，一个周期（{n}），自{s}至{e}止。",
    "甲乙双方结成帮扶对子，{s}至{e}（{n}）。",
    "首先，{s}至{e}，{n}。",
    "结对工作从{s}开始，连续开展{n}，至{e}结束。",
]
OVER_TWO_LINES: list[str] = [
    "本轮结对帮扶自{s}\n起至{e}止，为期{n}。",
    "结对帮扶以一个周期（{n}）为\n限，{s}至{e}。",
    "本轮结对帮扶自{s}开\n始，到{e}结束，时间{n}。",
    "帮扶工作自{s}开始，本协议有\n效期至{e}，共{n}。",
]
STYLES: list[tuple[str, str, str, str]] = [
    ("2024年9月1日", "2027年8月31日", "2022年8月31日", "2026年5月31日"),
    ("2024.9.1", "2027.8.31", "2021.8.31", "2028.8.31"),
    ("2024/9/1", "2027/8/31", "2024/8/31", "2025/8/31"),
    ("二〇二四年九月一日", "二〇二七年八月三十一日", "二〇一七年八月三十一日", "二〇二六年二月二十八日"),
]
PLACES: list[str] = ["{}", "1.{}\n2.具体工作时间以学校校历为准。"]
NO_TERM: list[str] = [
    "双方建立联席会议制度，2024年9月至12月召开3次。",
    "甲方组织教师培训，2024年9月1日至2024年9月30日。",
    "双方结成对子，教师支教一年。",
    "甲方三周内完成调研，一个周期内反馈两次。",
    "近九年来两校往来不断，九年一贯制学校一并参加。",
    "支援方于二〇二四年四月三十日前将需求调查表送乙方。",
    "帮扶学校每半年为乙方开设一场讲座。",
]
NO_QUARREL: list[str] = [
    "帮扶期限为三年，自2024年9月1日起至2027年8月31日止。教研以一个周期（三周）为限。",
    "帮扶期限为三年，自2024年9月1日起至2027年8月31日止。\n首批跟岗2024年10月8日至2024年10月31日，共三周。",
    "帮扶期限为三年，自2024年9月1日起至2027年8月31日止，以一年为一个考核周期。",
    "帮扶期限\n1.2024年9月至2024年12月，调研摸底；\n2.2025年1月至2027年8月，全面实施。",
    "帮扶期限为三年，自2024年9月1日起至2027年8月31日止。\n一年一评，2025年7月1日至2025年7月10日为首次考核时间。",
]
BLANKS: list[tuple[str, str]] = [
    ("二〇____年____月____日", "二〇____年____月____日"),
    ("    年  月", "    年  月"),
    ("2024年9月1日", "20……年…月…日"),
    ("（    ）年（  ）月", "（    ）年（  ）月"),
    ("2024年9月1日", "2027年  月"),
    ("20**年*月*日", "20**年*月*日"),
]


@pytest.mark.parametrize("words", [*WORDINGS, *OVER_TWO_LINES])
@pytest.mark.parametrize(("number", "place"), list(enumerate(PLACES)))
def test_a_term_in_many_wordings(words: str, number: int, place: str) -> None:
    first, last, before, other = STYLES[(len(words) + number) % len(STYLES)]
    sound = place.format(words.format(s=first, e=last, n="三年"))
    for paper in ({"term": sound}, {"term": sound} if "\n" in words else {"term": "", "further": sound.splitlines()[0]}):
        assert findings("missing-term", paper) == []
        assert findings("term-reversed", paper) == []
        assert findings("term-duration-mismatch", paper) == []
        assert findings("signed-after-term", paper) == []
    assert subjects("term-reversed", {"term": place.format(words.format(s=first, e=before, n="三年"))}) == ["term"]
    assert subjects("term-duration-mismatch", {"term": place.format(words.format(s=first, e=other, n="三年"))}) == ["term"]
    assert subjects("signed-after-term", {"term": sound, "signatures": signed("2025年5月6日")}) == ["term"]
    assert subjects("signed-after-term", {"term": sound, "signatures": signed("2027年10月15日")}) == ["term"]


@pytest.mark.parametrize("words", NO_TERM)
def test_other_times_are_no_term(words: str) -> None:
    assert subjects("missing-term", {"term": "", "further": words}) == ["term"]


@pytest.mark.parametrize("words", NO_QUARREL)
@pytest.mark.parametrize("rule", ["term-reversed", "term-duration-mismatch", "signed-after-term"])
def test_other_times_do_not_quarrel_with_the_term(rule: str, words: str) -> None:
    assert findings(rule, {"term": words}) == []


@pytest.mark.parametrize(("first", "last"), BLANKS)
@pytest.mark.parametrize("words", WORDINGS)
def test_a_term_left_open(words: str, first: str, last: str) -> None:
    paper = {"term": "", "further": words.format(s=first, e=last, n="三年")}
    assert subjects("blank-date", paper) == ["term"]
    assert findings("missing-term", paper) == []


@pytest.mark.parametrize("title", ["云溪市九年制学校初中结对帮扶协议", "云溪市九年一贯制学校结对帮扶协议书"])
def test_a_school_of_nine_years_is_no_term(title: str) -> None:
    assert subjects("missing-term", {"term": "", "title": title}) == ["term"]


@pytest.mark.parametrize("day", ["二〇____年____月____日", "签订日期：20__年__月__日", "    年  月  日", "____-__-__"])
def test_a_day_that_heads_the_signatures(day: str) -> None:
    block = "甲方（盖章）：云溪市实验小学\n代表签字：陆远航\n乙方（盖章）：石桥镇中心小学\n代表签字：覃秀梅"
    assert subjects("blank-date", {"signatures": f"{day}\n{block}"}) == ["signing"]


def test_a_day_in_the_last_clause_is_not_that_of_signing() -> None:
    assert subjects("blank-date", {"annexes": "", "further": "启动仪式定于2024年9月__日举行。"}) == ["date"]


@pytest.mark.parametrize("line", ["签字日\n期：2024年8月26日", "签字日期：2024年8月\n26日"])
def test_a_day_over_two_lines(line: str) -> None:
    block = (
        f"甲方（公章）：云溪市实验小学　　代表（签字）：陆远航　　{line}\n\n乙方（公章）：石桥镇中心小学　　代表（签字）：覃秀梅　　{line}"
    )
    text = example(signatures=block).text
    assert findings("blank-date", text) == []
    assert findings("sign-date-conflict", text) == []
