"""What the digest says, in Chinese and in English."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.digest.model import Aside, Kind
from pipeline.messages import Lang
from pipeline.pages.words import PageWords, page_words
from pipeline.show_labels import labels


@dataclass(frozen=True, slots=True)
class Words:
    """Headings, labels, and templates for :meth:`str.format`; ``no_*`` stand where there is nothing to show."""

    page: PageWords
    heading: str
    between: str
    since: str
    until: str
    always: str
    of_feeds: str
    with_files: str
    made: str
    empty: str
    empty_hint: str
    articles: str
    reprints: str
    no_reprints: str
    helping: str
    helping_note: str
    money: str
    money_note: str
    in_kind: str
    kinds: Mapping[Kind, str]
    units: Mapping[Kind, str]
    planned_note: str
    nothing_told: str
    by_month: str
    articles_by_month: str
    money_by_month: str
    no_money_by_month: str
    earlier_months: str
    who: str
    giver: str
    receiver: str
    no_pairs: str
    told_by: str
    told: str
    by_region: str
    region: str
    gave: str
    received: str
    written_so: str
    no_regions: str
    region_note: str
    things: str
    what: str
    amount: str
    times_told: str
    no_things: str
    gifts: str
    no_gifts: str
    purpose: str
    sources: str
    merged: str
    merged_note: str
    off_topic_note: str
    other_kinds_note: str
    nobody: str
    planned: str
    no_planned: str
    aside: str
    aside_note: str
    why: str
    no_aside: str
    asides: Mapping[Aside, str]
    day: str
    no_day: str
    title: str
    untitled: str
    outlet: str
    also: str
    found_day: str
    how_counted: tuple[str, ...]
    window: str
    written: str
    no_feed: str
    no_feeds_at_all: str
    alarms: str
    alarm: str


_ZH = Words(
    page=page_words("zh"),
    heading="结对帮扶新闻摘要",
    between="{since} 至 {until}",
    since="{since} 起",
    until="{until} 为止",
    always="全部日期",
    of_feeds="来源：{feeds}",
    with_files="含从文件读到的报道",
    made="{time} 写成",
    empty="这段时间里没有读到报道。",
    empty_hint="请放宽 --since 和 --until，或去掉 --feed；还没有取过新闻的，请先运行 jiedui feeds run；要算上从文件读到的报道，请加 --all。",
    articles="报道",
    reprints="另有 {count} 篇转载",
    no_reprints="没有转载",
    helping="帮扶关系",
    helping_note="{givers} 个支援方，{receivers} 个受援方",
    money="已给的资金",
    money_note="{count} 笔",
    in_kind="物资折价另计 {sum}",
    kinds={"people": "人员", "attendances": "人次", "visits": "活动", "lessons": "课", "goods": "物资", "others": "其他"},
    units={"people": "名", "attendances": "人次", "visits": "次", "lessons": "节", "goods": "", "others": ""},
    planned_note="计划和承诺 {sum}",
    nothing_told="没有写到",
    by_month="按月",
    articles_by_month="每月的报道（篇）",
    money_by_month="每月报道的、已给的资金（万元，不含物资折价）",
    no_money_by_month="没有报道写明已给的资金。",
    earlier_months="只画最近 {count} 个月；更早的在 digest.json 里。",
    who="谁帮谁",
    giver="支援方",
    receiver="受援方",
    no_pairs="报道没有写明谁帮谁。",
    told_by="报道",
    told="{count} 篇",
    by_region="按地区",
    region="地区",
    gave="支援",
    received="受援",
    written_so="也写作 {spellings}",
    no_regions="报道没有写明地区。",
    region_note="一篇报道写到几个地区，就在几处各算一篇；资金和人数只算在写明的一处。",
    things="做了什么",
    what="内容",
    amount="数量",
    times_told="件数",
    no_things="报道没有写明做成的数量。",
    gifts="资金明细",
    no_gifts="报道没有写明已给的资金。",
    purpose="用途",
    sources="出处",
    merged="{count} 篇报道的同一笔款，只计一次",
    merged_note="有 {gifts} 笔款、{helps} 项数量由几篇报道写到，各只计一次，免去重复 {spared} 处。",
    off_topic_note="另有 {count} 篇报道没有写到帮扶，没有算进来。",
    other_kinds_note="另有 {count} 篇是通知、方案等，不是报道，没有算进来。",
    nobody="没有写明",
    planned="计划和承诺",
    no_planned="报道没有写到计划和承诺的数额。",
    aside="没有加进去的",
    aside_note="这些写在报道里，但不能同别的相加：",
    why="原因",
    no_aside="写到的数都加进去了。",
    asides={
        "part": "是另一笔的一部分",
        "total": "是几笔的合计，各笔已经算了",
        "rate": "按年、按人或按次计，没有总额",
        "each": "“各”多少，没有写明有几家",
        "running": "是多年的累计，里面有以前报道过的",
    },
    day="日期",
    no_day="没有日期",
    title="标题",
    untitled=labels("zh").untitled,
    outlet="媒体",
    also="另有 {count} 家转载",
    found_day="发现的日子",
    how_counted=(
        "报道：写到帮扶的新闻，最先写的一篇。转载放在它旁边，不另算。日期是发布的日子；没有写明的，看列表上的，再没有就看取到的日子。",
        "只有已经做成的才相加；计划、承诺和应做的另列，不加进去。有总额的算总额，其中项和分期不再算；物资折价另计。",
        "同一笔款：数额相同，出资方和受资方对得上，发布日期相差不过十天，就算一笔；同一篇里写到的两笔总是两笔。",
        "同一项数量：数目、量词和内容相同，双方都对得上，也在十天之内。",
        "“约”“余”“不少于”照原文保留：合计写成“约”“不少于”或两个数之间。",
        "名称和地区的不同写法，没有歧义的算一个；一篇里有几个支援方又有几个受援方的，不猜谁帮谁。",
        "页面上的长列表只列开头，digest.json 里都有。",
    ),
    window="说的是",
    written="写在 {place}",
    no_feed="存储里没有名为 {name} 的来源。现有的来源：{feeds}。",
    no_feeds_at_all="存储里还没有任何来源的新闻。请先运行 jiedui feeds run。",
    alarms="有来源出了问题，报道可能不全",
    alarm="{feed}（{kind}，{since} 起）：{message}",
)

_EN = Words(
    page=page_words("en"),
    heading="School pairing in the news",
    between="{since} to {until}",
    since="since {since}",
    until="until {until}",
    always="all days",
    of_feeds="feeds: {feeds}",
    with_files="with news that was read from files",
    made="made {time}",
    empty="No news was read in this time.",
    empty_hint="Widen --since and --until, or leave out --feed; run jiedui feeds run if no news has been fetched yet; "
    "add --all to count news that was read from files.",
    articles="Articles",
    reprints="and {count} reprints",
    no_reprints="no reprints",
    helping="Pairs",
    helping_note="{givers} supporters, {receivers} recipients",
    money="Money given",
    money_note="{count} gifts",
    in_kind="goods worth {sum} apart",
    kinds={
        "people": "People",
        "attendances": "Attendances",
        "visits": "Visits and events",
        "lessons": "Lessons",
        "goods": "Goods",
        "others": "Others",
    },
    units={"people": "people", "attendances": "attendances", "visits": "times", "lessons": "lessons", "goods": "", "others": ""},
    planned_note="planned or promised: {sum}",
    nothing_told="not told",
    by_month="By month",
    articles_by_month="Articles by month",
    money_by_month="Money given, by month of the news (10,000 CNY, without goods)",
    no_money_by_month="No article tells of money given.",
    earlier_months="The last {count} months alone; digest.json has the earlier ones.",
    who="Who helps whom",
    giver="Supporter",
    receiver="Recipient",
    no_pairs="No article says who helps whom.",
    told_by="Articles",
    told="{count}",
    by_region="By region",
    region="Region",
    gave="gave",
    received="received",
    written_so="also written {spellings}",
    no_regions="No article names a region.",
    region_note="An article that names several regions is with each of them; money and people are with the one that is named.",
    things="What was done",
    what="What",
    amount="Amount",
    times_told="Items",
    no_things="No article counts what was done.",
    gifts="Money, gift by gift",
    no_gifts="No article tells of money given.",
    purpose="For",
    sources="Told by",
    merged="one gift told by {count} articles, counted once",
    merged_note="{gifts} gifts and {helps} counts are told by several articles and counted once each: {spared} tellings spared.",
    off_topic_note="Left out: {count} articles that tell of no assistance.",
    other_kinds_note="Left out: {count} notices, plans and the like, which are no news.",
    nobody="not told",
    planned="Planned and promised",
    no_planned="No article tells of a plan or a promise with a figure.",
    aside="Told, not added up",
    aside_note="These stand in the news and cannot be added to the others:",
    why="Why",
    no_aside="Every figure was added up.",
    asides={
        "part": "part of another sum",
        "total": "a total of sums that are counted",
        "rate": "for each year, person or time, without a total",
        "each": "so many each, and nobody says how many there are",
        "running": "adds up a longer time, and what earlier news told",
    },
    day="Day",
    no_day="no day",
    title="Title",
    untitled=labels("en").untitled,
    outlet="Outlet",
    also="and {count} reprints",
    found_day="the day it was found",
    how_counted=(
        "Articles: news of assistance, the first of those with one text; reprints beside it. Its day: of publication, else the list's.",
        "Only what was done is added up; plans, promises and duties stand apart, and so do goods of a stated value.",
        "A stated total counts; the parts and instalments of what is counted do not.",
        "One gift: the same sum, givers and receivers that agree, days of publication within ten days. Two sums of one article are two.",
        "One count: the same number, unit and thing, both sides agreeing, within ten days.",
        "About, over and at least stay: a total is told as about, at least, or between two numbers.",
        "Spellings of a name or a region are one where nothing speaks against it.",
        "Where an article has several supporters and several recipients, nobody guesses who helps whom.",
        "Long lists show their beginning; digest.json has all.",
    ),
    window="This is about",
    written="written: {place}",
    no_feed="the store has no feed {name}. It has: {feeds}.",
    no_feeds_at_all="the store has no news of any feed yet. Run jiedui feeds run first.",
    alarms="Sources are out of order, and news of them may be missing",
    alarm="{feed} ({kind} since {since}): {message}",
)


def words(lang: Lang) -> Words:
    """Those of a language."""
    return _EN if lang == "en" else _ZH
