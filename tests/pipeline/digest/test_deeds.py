"""One sum that several papers tell counts once, and two sums count twice."""

from __future__ import annotations

import pytest

from pipeline.digest.model import Digest
from tests.pipeline.digest.newsroom import Newsroom, news

FIRST = "5月8日，琼西市鹿港区教育局在康朗县举行捐赠仪式，琼西市鹿港区教育局向康朗县民族中学捐赠资金50万元。"
SAME = {
    "other words": "日前，康朗县民族中学收到鹿港区教育局捐赠的资金50万元。",
    "capital numerals": "鹿港区教育局向康朗县民族中学捐款人民币伍拾万元。",
    "the district for its bureau": "鹿港区向康朗县民族中学捐赠资金50万元。",
    "about": "鹿港区教育局向康朗县民族中学捐赠资金约50万元。",
    "and more": "鹿港区教育局向康朗县民族中学捐赠资金50余万元。",
    "the county for its school": "鹿港区教育局向康朗县捐赠资金50万元。",
    "the city for its district": "琼西市向康朗县民族中学捐赠资金50万元。",
    "two instalments": "鹿港区教育局连续两年每年向康朗县民族中学捐赠资金25万元，共计50万元。",
    "goods of that value": "鹿港区教育局向康朗县民族中学捐赠价值50万元的图书。",
    "its pupils": "鹿港区教育局向困难学生发放助学金50万元。",
    "the receiver is not named": "鹿港区教育局日前捐赠资金50万元。",
    "within all that was given so far": "截至目前，鹿港区教育局累计向康朗县民族中学捐赠资金50万元。",
}
OTHERS = {
    "another school": "鹿港区教育局向康朗县石门小学捐赠资金50万元。",
    "another numbered school": "鹿港区教育局向康朗县第二民族中学捐赠资金50万元。",
    "another county's school of that name": "鹿港区教育局向云岭县民族中学捐赠资金50万元。",
    "another giver": "东湾市第三中学向康朗县民族中学捐赠资金50万元。",
    "another district's bureau": "东湾市白石区教育局向康朗县民族中学捐赠资金50万元。",
    "the bureau, not its school": "鹿港区教育局向康朗县教育局捐赠资金50万元。",
    "another sum": "鹿港区教育局向康朗县民族中学捐赠资金55万元。",
    "another currency": "鹿港区教育局向康朗县民族中学捐赠50万美元。",
    "neither is named": "日前，一批爱心资金50万元送到山区。",
}


def told(newsroom: Newsroom, *articles: tuple[str, str]) -> Digest:
    for body, day in articles:
        newsroom.publish(news(body, day))
    return newsroom.digest()


def yuan(digest: Digest) -> list[tuple[str, str, str | None]]:
    return [(one.currency, one.min, one.max) for one in digest.done.money]


@pytest.mark.parametrize("body", SAME.values(), ids=SAME.keys())
def test_one_sum_told_by_two_papers_counts_once(file_newsroom: Newsroom, body: str) -> None:
    digest = told(file_newsroom, (FIRST, "2024-05-08"), (body, "2024-05-10"))
    assert yuan(digest) == [("CNY", "500000", "500000")]
    assert [gift.articles for gift in digest.gifts] == [(1, 2)]
    assert (digest.merged.gifts, digest.merged.spared) == (1, 1)


@pytest.mark.parametrize("body", SAME.values(), ids=SAME.keys())
def test_whichever_paper_comes_first(file_newsroom: Newsroom, body: str) -> None:
    digest = told(file_newsroom, (body, "2024-05-08"), (FIRST, "2024-05-10"))
    assert yuan(digest) == [("CNY", "500000", "500000")]
    assert [gift.articles for gift in digest.gifts] == [(1, 2)]


@pytest.mark.parametrize("body", OTHERS.values(), ids=OTHERS.keys())
def test_two_sums_count_twice(file_newsroom: Newsroom, body: str) -> None:
    digest = told(file_newsroom, (FIRST, "2024-05-08"), (body, "2024-05-08"))
    assert [gift.articles for gift in digest.gifts] == [(1,), (2,)]
    assert digest.merged.spared == 0


@pytest.mark.parametrize(
    ("first", "second", "gifts"),
    [
        ("2024-05-08", "2024-05-08", 1),
        ("2024-05-08", "2024-05-18", 1),
        ("2024-05-08", "2024-05-19", 2),
        ("2024-12-30", "2025-01-02", 1),
        ("2023-05-08", "2024-05-08", 2),
    ],
)
def test_days_tell_one_sum_from_the_next(file_newsroom: Newsroom, first: str, second: str, gifts: int) -> None:
    assert len(told(file_newsroom, (FIRST, first), (SAME["other words"], second)).gifts) == gifts


def test_ten_days_are_counted_from_the_first_paper(file_newsroom: Newsroom) -> None:
    days = ["2024-05-08", "2024-05-16", "2024-05-24"]
    assert [gift.articles for gift in told(file_newsroom, *((FIRST + "。" * at, day) for at, day in enumerate(days))).gifts] == [
        (1, 2),
        (3,),
    ]


def test_three_papers_and_the_clearest_figure(newsroom: Newsroom) -> None:
    bodies = [SAME["and more"], SAME["about"], FIRST]
    digest = told(newsroom, *((body, f"2024-05-{at + 8:02}") for at, body in enumerate(bodies)))
    [gift] = digest.gifts
    assert (gift.amount.min, gift.amount.max, gift.amount.approximate) == ("500000", "500000", False)
    assert (gift.giver, gift.receiver, gift.articles) == ("琼西市鹿港区教育局", "康朗县民族中学", (1, 2, 3))
    assert (gift.giver_region, gift.receiver_region) == ("琼西市鹿港区", "康朗县")


def test_two_sums_of_one_article_are_two(file_newsroom: Newsroom) -> None:
    body = "鹿港区教育局向康朗县民族中学捐赠资金5万元，向康朗县石门小学捐赠资金5万元。"
    again = "日前，康朗县民族中学收到鹿港区教育局捐赠的资金5万元，康朗县石门小学收到鹿港区教育局捐赠的资金5万元。"
    digest = told(file_newsroom, (body, "2024-05-08"), (again, "2024-05-09"))
    assert sorted((gift.receiver, gift.articles) for gift in digest.gifts) == [("康朗县民族中学", (1, 2)), ("康朗县石门小学", (1, 2))]
    assert yuan(digest) == [("CNY", "100000", "100000")]


def test_a_school_s_part_is_in_the_county_s_total(file_newsroom: Newsroom) -> None:
    whole = "鹿港区教育局向康朗县捐赠资金50万元，其中20万元给康朗县民族中学，30万元给康朗县第一小学。"
    part = "鹿港区教育局向康朗县民族中学捐赠资金20万元。"
    digest = told(file_newsroom, (whole, "2024-05-08"), (part, "2024-05-09"))
    assert yuan(digest) == [("CNY", "500000", "500000")]
    assert [(gift.amount.min, gift.aside, gift.articles) for gift in digest.gifts] == [
        ("500000", None, (1,)), ("200000", "part", (1, 2)), ("300000", "part", (1,)),
    ]  # fmt: skip


def test_a_county_s_total_and_a_school_s_sum_are_two_where_no_paper_says_otherwise(file_newsroom: Newsroom) -> None:
    whole, part = "鹿港区教育局向康朗县捐赠资金50万元。", "鹿港区教育局向康朗县民族中学捐赠资金20万元。"
    assert yuan(told(file_newsroom, (whole, "2024-05-08"), (part, "2024-05-09"))) == [("CNY", "700000", "700000")]


PLAN = "鹿港区教育局将向康朗县民族中学捐赠资金50万元。"


def test_a_plan_that_came_true_is_one_with_its_deed(file_newsroom: Newsroom) -> None:
    digest = told(file_newsroom, (PLAN, "2024-05-06"), (FIRST, "2024-05-08"), (PLAN + "。", "2024-05-09"))
    assert [(gift.state, gift.articles) for gift in digest.gifts] == [("done", (1, 2, 3))]
    assert digest.planned.money == ()


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (FIRST, PLAN),
        (PLAN, OTHERS["another school"]),
        (PLAN, SAME["the receiver is not named"].replace("鹿港区教育局", "鹿港区教育局在仪式上")),
    ],
)
def test_a_plan_after_a_deed_or_for_another_one_is_a_plan(file_newsroom: Newsroom, first: str, second: str) -> None:
    digest = told(file_newsroom, (first, "2024-05-06"), (second, "2024-05-08"))
    assert sorted(gift.state for gift in digest.gifts) == ["done", "planned"]
    assert yuan(digest) == [("CNY", "500000", "500000")]
    assert [one.min for one in digest.planned.money] == ["500000"]


HELP = "鹿港区教育局选派6名骨干教师到康朗县民族中学支教，上示范课12节，捐赠图书3000册。"
SAME_HELP = {
    "other words": "日前，鹿港区教育局选派的6名教师来到康朗县民族中学支教，上示范课12节，捐赠图书3000册。",
    "the district": "鹿港区选派6名骨干教师到康朗县民族中学支教，上示范课12课时，捐赠图书3000册。",
    "another word for lessons": "鹿港区教育局选派6名骨干教师到康朗县民族中学支教，送课12节，捐赠图书3000册。",
}
OTHER_HELP = {
    "another school": "鹿港区教育局选派6名骨干教师到康朗县石门小学支教，上示范课12节，捐赠图书3000册。",
    "another sender": "东湾市第三中学选派6名骨干教师到康朗县民族中学支教，上示范课12节，捐赠图书3000册。",
    "other numbers": "鹿港区教育局选派7名骨干教师到康朗县民族中学支教，上示范课13节，捐赠图书3001册。",
    "other things": "鹿港区教育局选派6名校长到康朗县民族中学支教，开展讲座12场，捐赠校服3000套。",
    "other lessons": "鹿港区教育局选派6名校长到康朗县民族中学支教，上心理健康课12节，捐赠校服3000套。",
    "the other way": "康朗县民族中学选派6名骨干教师到东湾市第三中学跟岗，听讲座12场，领取课本3000本。",
}


@pytest.mark.parametrize("body", SAME_HELP.values(), ids=SAME_HELP.keys())
def test_one_count_told_by_two_papers_counts_once(file_newsroom: Newsroom, body: str) -> None:
    digest = told(file_newsroom, (HELP, "2024-05-08"), (body, "2024-05-10"))
    assert [(one.kind, one.min) for one in digest.done.counts] == [("people", "6"), ("lessons", "12")]
    assert [(one.what, one.min) for one in digest.done.goods] == [("图书", "3000")]
    assert digest.merged.helps == 3


@pytest.mark.parametrize("body", OTHER_HELP.values(), ids=OTHER_HELP.keys())
def test_two_counts_count_twice(file_newsroom: Newsroom, body: str) -> None:
    digest = told(file_newsroom, (HELP, "2024-05-08"), (body, "2024-05-08"))
    assert digest.merged.helps == 0
    assert len(digest.helps) == 6
