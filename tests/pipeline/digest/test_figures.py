"""What is added up, and what is told apart."""

from __future__ import annotations

import pytest

from pipeline.digest.counts import kind_of
from pipeline.digest.model import Digest, Kind
from tests.pipeline.digest.newsroom import Newsroom, news

Sum = tuple[str, str, str | None, bool]


def told(newsroom: Newsroom, *bodies: str, day: str = "2024-05-08") -> Digest:
    for body in bodies:
        newsroom.publish(news(body, day))
    return newsroom.digest()


def money(digest: Digest) -> list[Sum]:
    return [(one.currency, one.min, one.max, one.in_kind) for one in digest.done.money]


@pytest.mark.parametrize(
    ("body", "sums"),
    [
        ("鹿港区教育局向康朗县民族中学捐赠资金5万元。", [("CNY", "50000", "50000", False)]),
        ("鹿港区教育局向康朗县民族中学捐赠资金0.1万元，向康朗县石门小学捐赠资金0.2万元。", [("CNY", "3000", "3000", False)]),
        ("鹿港区教育局向康朗县民族中学捐赠资金1234.5元，向康朗县石门小学捐赠资金0.7元。", [("CNY", "1235.2", "1235.2", False)]),
        ("鹿港区教育局向康朗县民族中学捐赠资金不少于5万元。", [("CNY", "50000", None, False)]),
        ("鹿港区教育局向康朗县民族中学捐赠资金5至8万元。", [("CNY", "50000", "80000", False)]),
        # its total, and not the rate
        ("鹿港区教育局连续两年每年向康朗县民族中学捐赠资金25万元，共计50万元。", [("CNY", "500000", "500000", False)]),
        # parts are in their whole, and a total is its items
        ("鹿港区教育局向康朗县捐赠资金50万元，其中20万元给康朗县民族中学，30万元给康朗县第一小学。", [("CNY", "500000", "500000", False)]),
        ("琼西海拓科技有限公司捐赠30万元，东湾市慈善总会捐赠20万元，共计50万元，用于康朗县民族中学建设。", [("CNY", "500000", "500000", False)]),
        # goods and other currencies stand apart
        ("鹿港区教育局向康朗县民族中学捐赠资金5万元和价值3万元的图书。", [("CNY", "50000", "50000", False), ("CNY", "30000", "30000", True)]),
        ("鹿港区教育局向康朗县民族中学捐赠资金5万元，侨胞捐赠2万美元。", [("CNY", "50000", "50000", False), ("USD", "20000", "20000", False)]),
        # what is planned, asked for, paid every year, or adds up a longer time is no sum that was given
        ("鹿港区教育局将向康朗县民族中学捐赠资金5万元。", []),
        ("鹿港区教育局每年向康朗县民族中学捐赠资金5万元。", []),
        ("截至目前，鹿港区教育局累计向康朗县民族中学捐赠资金500万元。", []),
        ("鹿港区教育局选派教师到康朗县民族中学支教。", []),
    ],
)  # fmt: skip
def test_money(file_newsroom: Newsroom, body: str, sums: list[Sum]) -> None:
    assert money(told(file_newsroom, body)) == sums


@pytest.mark.parametrize(
    ("body", "asides"),
    [
        ("鹿港区教育局每年向康朗县民族中学捐赠资金5万元。", [("rate", "每年")]),
        ("截至目前，鹿港区教育局累计向康朗县民族中学捐赠资金500万元。", [("running", None)]),
        ("鹿港区教育局每学期到康朗县民族中学送课4节。", [("rate", "每学期")]),
        ("三年来，鹿港区教育局选派86名教师到康朗县支教。", [("running", None)]),
        ("鹿港区教育局与康朗县教育局互派教师各6名。", [("each", None)]),
        ("鹿港区教育局选派6名教师到康朗县支教。", [(None, None)]),
    ],
)
def test_why_a_figure_is_not_added_up(file_newsroom: Newsroom, body: str, asides: list[tuple[str | None, str | None]]) -> None:
    digest = told(file_newsroom, body)
    assert [(one.aside, one.per) for one in (*digest.gifts, *digest.helps)] == asides
    assert (digest.done.counts, digest.done.money) == ((), ()) or asides == [(None, None)]


def test_plans_are_in_no_sum_of_what_was_done(newsroom: Newsroom) -> None:
    done = "鹿港区教育局向康朗县民族中学捐赠资金5万元，选派6名骨干教师到康朗县民族中学支教。"
    digest = told(newsroom, done + "下一步，鹿港区教育局将再选派10名教师到康朗县民族中学支教，再捐赠资金8万元。")
    assert ([one.min for one in digest.done.money], [one.min for one in digest.planned.money]) == (["50000"], ["80000"])
    assert ([one.min for one in digest.done.counts], [one.min for one in digest.planned.counts]) == (["6"], ["10"])
    regions = [side for region in digest.regions for side in (region.gave, region.received)]
    assert {tuple(one.min for one in share.done.money) for share in regions} == {("50000",), ()}
    assert [[one.min for one in share.done.money] for share in (*digest.pairs, *digest.months)] == [["50000"], ["50000"]]


def test_bounds_and_about_are_kept(file_newsroom: Newsroom) -> None:
    digest = told(
        file_newsroom,
        "鹿港区教育局选派6名骨干教师到康朗县民族中学支教，上公开课30余节。",
        "东湾市第三中学选派3至5名骨干教师到云岭县第一小学支教，上公开课约10节。",
    )
    assert [(one.kind, one.min, one.max, one.approximate, one.items) for one in digest.done.counts] == [
        ("people", "9", "11", False, 2), ("lessons", "40", None, True, 2),
    ]  # fmt: skip


def test_goods_are_added_up_by_thing(file_newsroom: Newsroom) -> None:
    digest = told(
        file_newsroom,
        "鹿港区教育局向康朗县民族中学捐赠图书3000册、平板电脑40台。",
        "东湾市第三中学向云岭县第一小学捐赠图书500册、书包100个。",
    )
    assert [(one.kind, one.what, one.unit, one.min, one.items) for one in digest.done.goods] == [
        ("goods", "图书", "册", "3500", 2), ("goods", "书包", "个", "100", 1), ("goods", "平板电脑", "台", "40", 1),
    ]  # fmt: skip
    assert [(one.what, one.articles) for one in digest.things] == [("图书", (1, 2)), ("书包", (2,)), ("平板电脑", (1,))]


@pytest.mark.parametrize(
    ("unit", "what", "kind"),
    [
        ("名", "支教教师", "people"), ("位", "校长", "people"), ("人", "", "people"), ("", "教师", "people"), ("个", "孩子", "people"),
        ("人次", "教师", "attendances"),
        ("次", "送教", "visits"), ("场次", "送教活动", "visits"), ("场", "讲座", "visits"), ("批", "教师", "visits"),
        ("节", "公开课", "lessons"), ("课时", "同步课堂", "lessons"), ("堂", "示范课", "lessons"),
        ("册", "图书", "goods"), ("台", "电脑", "goods"), ("套", "校服", "goods"), ("个", "急救箱", "goods"), ("件", "体育器材", "goods"),
        ("所", "学校", "others"), ("个", "项目", "others"), ("个", "名师工作室", "others"), ("天", "驻校", "others"), ("", "", "others"),
        ("间", "智慧教室", "others"), ("对", "师徒", "others"),
    ],
)  # fmt: skip
def test_kinds_of_help(unit: str, what: str, kind: Kind) -> None:
    assert kind_of(unit, what) == kind


def test_who_helps_whom(newsroom: Newsroom) -> None:
    digest = told(
        newsroom,
        "琼西市鹿港区教育局向康朗县民族中学捐赠资金5万元。鹿港区实验小学向康朗县第一小学捐赠图书300册。",
        "鹿港区教育局选派6名骨干教师到康朗县民族中学支教。",
    )
    assert [(pair.giver, pair.receiver, pair.articles) for pair in digest.pairs] == [
        ("琼西市鹿港区教育局", "康朗县民族中学", (1, 2)), ("鹿港区实验小学", "康朗县第一小学", (1,)),
    ]  # fmt: skip
    first = digest.pairs[0]
    assert ([one.min for one in first.done.money], [one.min for one in first.done.counts]) == (["50000"], ["6"])
    assert (first.giver_region, first.receiver_region) == ("琼西市鹿港区", "康朗县")


def test_those_who_are_sent_to_learn_are_helped(file_newsroom: Newsroom) -> None:
    digest = told(file_newsroom, "康朗县选派10名校长到鹿港区跟岗学习。")
    assert [(one.giver, one.receiver) for one in digest.helps] == [("鹿港区", "康朗县")]


def test_nobody_is_guessed_to_help_among_many(file_newsroom: Newsroom) -> None:
    body = "鹿港区实验小学、鹿港区机关幼儿园与康朗县第一小学、康朗县幼儿园结对帮扶。活动中捐赠资金5万元。"
    digest = told(file_newsroom, body)
    assert [(gift.giver, gift.receiver) for gift in digest.gifts] == [(None, None)]
    assert [(pair.giver, pair.receiver) for pair in digest.pairs] == [("鹿港区", "康朗县")]
    assert [one.min for one in digest.done.money] == ["50000"]


def test_regions_by_any_spelling(newsroom: Newsroom) -> None:
    digest = told(
        newsroom,
        "琼西市鹿港区教育局向康朗县民族中学捐赠资金5万元。",
        "鹿港区教育局向康朗县石门小学捐赠资金8万元。",
        "东湾市第三中学向云岭县第一小学捐赠资金1万元。",
    )
    told_regions = {region.name: region for region in digest.regions}
    assert set(told_regions) == {"琼西市鹿港区", "康朗县", "东湾市", "云岭县"}
    district, county = told_regions["琼西市鹿港区"], told_regions["康朗县"]
    assert set(district.spellings) == {"鹿港区", "琼西市鹿港区"}
    assert ([one.min for one in district.gave.done.money], district.gave.articles) == (["130000"], (1, 2))
    assert (district.received.articles, county.gave.articles) == ((), ())
    assert [one.min for one in county.received.done.money] == ["130000"]


def test_two_schools_of_one_county(file_newsroom: Newsroom) -> None:
    digest = told(file_newsroom, "平川县城关第一小学向平川县石佛镇中心学校捐赠图书300册，两校结对帮扶。")
    [county] = [region for region in digest.regions if region.name == "平川县"]
    assert county.gave.articles == (1,)


def test_months(newsroom: Newsroom) -> None:
    newsroom.publish(news("鹿港区教育局向康朗县民族中学捐赠资金5万元。", "2024-04-30"))
    newsroom.publish(news("日前，康朗县民族中学收到鹿港区教育局捐赠的资金5万元。", "2024-05-02"))
    newsroom.publish(news("鹿港区教育局向康朗县石门小学捐赠资金8万元。", "2024-05-20"))
    digest = newsroom.digest()
    assert [(one.month, one.articles, [money.min for money in one.done.money]) for one in digest.months] == [
        ("2024-04", (1,), ["50000"]), ("2024-05", (2, 3), ["80000"]),
    ]  # fmt: skip


def test_a_region_of_the_receiver_who_pays_itself_helps_nobody(file_newsroom: Newsroom) -> None:
    body = "鹿港区教育局选派6名教师到康朗县教育局支教，康朗县教育局配套资金20万元。"
    digest = told(file_newsroom, body)
    assert [(gift.giver, gift.receiver) for gift in digest.gifts] == [("康朗县教育局", None)]
