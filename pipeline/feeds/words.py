"""What is said of sources of news, in Chinese and in English."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.feeds.counts import EVENTS, Event
from pipeline.feeds.source import Kind
from pipeline.feeds.why import Why
from pipeline.messages import Lang
from pipeline.printable import one_line
from pipeline.store.alarms import Alarm, AlarmKind


@dataclass(frozen=True, slots=True)
class Words:
    """Templates for :meth:`str.format`."""

    no_config: str
    no_feed: str
    no_feeds: str
    no_address: str
    no_day: str
    needs_item: str
    no_place: str
    visiting: str
    visited: str
    items: str
    nothing_new: str
    failed: str
    not_read: str
    feeds_failed: str
    waiting: str
    busy: str
    paused: str
    all_paused: str
    alarm: str
    trouble: str
    more_troubles: str
    total: str
    stopped: str
    kept: str
    was_paused: str
    now_paused: str
    now_resumed: str
    not_paused: str
    never: str
    succeeded: str
    next_run: str
    times_failed: str
    articles: str
    lasting: str
    no_webhook: str
    webhook_code: str
    webhook_late: str
    one_address: str
    is_there: str
    cannot_make: str
    made: str
    no_own_address: str
    same_page: str
    unreadable_page: str
    imported: str
    allow_it: str
    found_list: str
    further_pages: str
    no_titles: str
    no_day_there: str
    keyword_hits: str
    without_day: str
    kinds: Mapping[Kind, str]
    events: Mapping[Event, str]
    alarms: Mapping[AlarmKind, str]
    sentences: Mapping[AlarmKind, str]
    fields: Mapping[str, str]
    mark: str
    comma: str


_ZH = Words(
    no_config="这个文件夹和上级文件夹里都没有 {name}。请写一个（jiedui feeds try 网址 会打印可以粘贴的配置），或用 --config 指定。",
    no_feed="{path} 里没有 {name} 这个来源。有的是：{nearest}。",
    no_feeds="没有写出来源。请至少写一个 [[feed]]，有 name 和 address。",
    no_address="{key} 要写成 http:// 或 https:// 开头的网址，不能是“{value}”。",
    no_day="{key} 要写成日期，如 2024-03-01，不能是“{value}”。",
    needs_item="{key} 写了 {name}，还要写 item：列表里每一条的选择器。",
    no_place="{key} 的 kind 是 {kind}，用不着 {name}。请删去，或改 kind。",
    visiting="按 {path} 查看 {count} 个来源，存入 {store}。",
    visited="{name}：{counts}",
    items="列表 {count} 篇",
    nothing_new="没有新文章",
    failed="没有读成：{why}",
    not_read="没有读成",
    feeds_failed="{count} 个来源没有读成",
    waiting="前面没有读成，{time} 之后再试（--force 立即试）",
    busy="另一个运行正在读它，这次跳过",
    paused="已暂停，跳过",
    all_paused="要看的来源都已暂停。用 jiedui feeds resume 名称 恢复。",
    alarm="注意 {name}（{kind}）：{message}",
    trouble="  {line}",
    more_troubles="  另有 {count} 篇没有读成，详见 jiedui feeds status {name}。",
    total="共 {feeds} 个来源：{counts}。",
    stopped="已停下，读完的都已存好。运行同一条命令接着读。",
    kept="都在 {store}；用 jiedui query --kind news 查看，用 jiedui digest 看摘要。",
    was_paused="已暂停",
    now_paused="已暂停 {name}。用 jiedui feeds resume {name} 恢复。",
    now_resumed="已恢复 {name}。",
    not_paused="{name} 本来就没有暂停。",
    never="还没有读过",
    succeeded="上次成功 {time}",
    next_run="下次 {time}",
    times_failed="连续 {count} 次没有读成：{why}",
    articles="文章 {count} 篇",
    lasting="{time} 起 {kind}：{message}",
    no_webhook="提醒没有送到 {host} 的 webhook：{why}。下次运行再送；现在可用 jiedui feeds status 查看。",
    webhook_code="对方答复 {code}",
    webhook_late="对方迟迟没有答复",
    is_there="{name} 已经有了，没有动它。请换一个文件名，或先把它移开。",
    cannot_make="写不了 {name}：{why}。请检查路径和权限。",
    made="已写出 {name}。请先逐个试：jiedui feeds try 网址；不要的来源删去，然后 jiedui feeds run。",
    one_address="--address 是一个网页的网址：请只写一个文件，网址以 http:// 或 https:// 开头。",
    no_own_address="{name}：网页里没有写它的网址，没有导入。请用 --address 写明后单独导入。",
    same_page="{name}：和 {other} 是同一个网页（{address}），只导入一次。",
    unreadable_page="{name}：没有导入。{why}",
    imported="导入：{counts}，存入 {store}。",
    allow_it="试它时请加 --allow {host}；打印出来的配置里就会写上。",
    found_list="{kind}：{count} 篇",
    further_pages="另有 {count} 页",
    no_titles="列表里没有标题：是不是要找的，读了文章才知道",
    no_day_there="没有日期",
    keyword_hits="标题含默认关键词的（*）有 {count} 篇",
    without_day="{count} 篇没有日期：请核对 day 选择器",
    kinds={"auto": "自动", "rss": "订阅（RSS、Atom）", "page": "列表页", "json": "JSON 列表", "sitemap": "站点地图"},
    events={"new": "新 {count} 篇", "changed": "有改动 {count} 篇", "unchanged": "未变 {count} 篇", "reprint": "其中转载 {count} 篇",
            "failed": "没有读成 {count} 篇", "passed": "不含关键词或不在日期内 {count} 篇"},
    alarms={"empty": "列表空了", "lost-field": "缺了字段", "silent": "久无新闻", "failing": "连续失败", "blocked": "被拦截"},
    sentences={
        "empty": "列表里一篇文章也没有，平时有 {usual} 篇；可能改版了，请用 jiedui feeds try 核对。",
        "lost-field": "新文章都没有{field}，以前的有；可能改版了，请用 jiedui feeds try 核对。",
        "silent": "已有 {days} 天没有新文章，比平时久（超过 {most} 天）；请打开网站核对。",
        "failing": "连续 {times} 次没有读成：{why}",
        "blocked": "{why}",
    },
    fields={"title": "列表里的标题", "day": "列表里的日期", "published": "发布日期"},
    mark="，",
    comma="、",
)  # fmt: skip

_EN = Words(
    no_config="there is no {name} here or above. Write one (jiedui feeds try URL prints what to paste), or name it with --config.",
    no_feed="there is no source {name} in {path}. There are: {nearest}.",
    no_feeds="there are no sources in it. Write at least one [[feed]] with name and address.",
    no_address="{key} takes an address that begins with http:// or https://, not “{value}”.",
    no_day="{key} takes a day such as 2024-03-01, not “{value}”.",
    needs_item="{key} has {name} and needs item as well: the selector of each entry of the list.",
    no_place="{key} is of kind {kind}, which has no use for {name}. Take it out, or change kind.",
    visiting="Visiting {count} sources of {path}; what they say goes to {store}.",
    visited="{name}: {counts}",
    items="{count} in the list",
    nothing_new="nothing new",
    failed="not read: {why}",
    not_read="not read",
    feeds_failed="{count} sources not read",
    waiting="failed lately, left alone until {time} (--force tries now)",
    busy="another run is at it, skipped",
    paused="paused, skipped",
    all_paused="All these sources are paused. jiedui feeds resume NAME takes that back.",
    alarm="Look at {name} ({kind}): {message}",
    trouble="  {line}",
    more_troubles="  {count} more were not read, see jiedui feeds status {name}.",
    total="Sources: {feeds}; {counts}.",
    stopped="Stopped, what was read is kept. Run the same command to go on.",
    kept="All is in {store}; jiedui query --kind news lists it, jiedui digest sums it up.",
    was_paused="paused",
    now_paused="{name} is paused. jiedui feeds resume {name} takes it back.",
    now_resumed="{name} is resumed.",
    not_paused="{name} was not paused.",
    never="never read",
    succeeded="last success {time}",
    next_run="next {time}",
    times_failed="not read {count} times in a row: {why}",
    articles="{count} articles",
    lasting="{kind} since {time}: {message}",
    no_webhook="The alarm did not reach the webhook on {host}: {why}. The next run tries again; jiedui feeds status shows it now.",
    webhook_code="it answers {code}",
    webhook_late="it does not answer",
    is_there="{name} is there already and was left alone. Choose another name, or move it away.",
    cannot_make="cannot write {name}: {why}. Check path and permissions.",
    made="{name} is written. Try each source first: jiedui feeds try URL; take out what you do not want, then jiedui feeds run.",
    one_address="--address is that of one page: name a single file, and an address that begins with http:// or https://.",
    no_own_address="{name}: the page does not say its address; not imported. Import it alone, with --address.",
    same_page="{name}: the same page as {other} ({address}), imported once.",
    unreadable_page="{name}: not imported. {why}",
    imported="Imported: {counts}; all is in {store}.",
    allow_it="To try it, add --allow {host}; what is printed to paste will have it.",
    found_list="{kind}: {count} entries",
    further_pages="{count} further pages",
    no_titles="the list has no titles: whether articles are those looked for is told once they are read",
    no_day_there="no day",
    keyword_hits="{count} titles have one of the usual keywords (*)",
    without_day="{count} entries have no day: look at the selector day",
    kinds={"auto": "auto", "rss": "feed (RSS, Atom)", "page": "list page", "json": "JSON list", "sitemap": "sitemap"},
    events={"new": "{count} new", "changed": "{count} changed", "unchanged": "{count} unchanged", "reprint": "{count} of them reprints",
            "failed": "{count} not read", "passed": "{count} without keyword or outside the days"},
    alarms={"empty": "empty list", "lost-field": "lost field", "silent": "silent", "failing": "failing", "blocked": "blocked"},
    sentences={
        "empty": "there is no article in its list, which usually has {usual}. It may have changed, look at it with jiedui feeds try.",
        "lost-field": "no new article has {field}, and those before had. It may have changed, look at it with jiedui feeds try.",
        "silent": "there was no new article for {days} days, which is longer than usual (more than {most}). Look at the site.",
        "failing": "not read {times} times in a row: {why}",
        "blocked": "{why}",
    },
    fields={"title": "a title in the list", "day": "a day in the list", "published": "a day of publication"},
    mark=", ",
    comma=", ",
)  # fmt: skip


def words_of(lang: Lang) -> Words:
    """The words of a language."""
    return _EN if lang == "en" else _ZH


def counted(counts: Mapping[Event, int], said: Words) -> str:
    """What became of articles, in a few words."""
    parts = [said.events[event].format(count=f"{counts[event]:,}") for event in EVENTS if counts.get(event)]
    return said.mark.join(parts) or said.nothing_new


def sentence_of(alarm: Alarm, lang: Lang) -> str:
    """What is wrong and what to do, in a sentence on one line."""
    said = words_of(lang)
    facts = {name: fact for name, fact in alarm.facts.items() if not isinstance(fact, Mapping)}
    if "field" in facts:
        facts["field"] = said.fields[facts["field"]]
    if (why := alarm.facts.get("why")) is not None:
        facts["why"] = Why.from_json(why).said(lang)
    return one_line(said.sentences[alarm.kind].format(**facts))


def alarm_line(alarm: Alarm, lang: Lang) -> str:
    """The same with the source and the kind, as runs tell it."""
    said = words_of(lang)
    return said.alarm.format(name=one_line(alarm.feed), kind=said.alarms[alarm.kind], message=sentence_of(alarm, lang))
