"""What ``jiedui query`` says, in Chinese and in English."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.batch.words import words as batch_words
from pipeline.messages import Lang
from pipeline.store.asking import Outcome
from pipeline.store.seen import Fate

FATE_OF: Mapping[Outcome, Fate] = {
    "read": "ok", "needs-review": "needs-review", "unreadable": "unreadable", "failed": "failed", "quarantined": "quarantined",
}  # fmt: skip
"""What a run, its report and the pages call the outcomes of the store."""


@dataclass(frozen=True, slots=True)
class Words:
    """Labels, and templates for :meth:`str.format`."""

    outcomes: Mapping[Outcome, str]
    no_store: str
    turned_round: str
    nothing_to_find: str
    source: str
    outcome: str
    dated: str
    found: str
    found_files: str
    at_most: str
    none: str
    more_findings: str
    no_source: str
    many_sources: str
    seen: str
    still: str
    gone: str
    not_read: str
    reading: str
    without_names: str
    current: str
    first_reading: str
    same: str
    new_content: str
    changed: str
    document: str
    file: str
    failed: str
    cut_off: str
    only_alone: str


def _outcomes(lang: Lang) -> Mapping[Outcome, str]:
    """In the words of the run that read the files."""
    fates = batch_words(lang).fates
    return {outcome: fates[fate] for outcome, fate in FATE_OF.items()}


_ZH = Words(
    outcomes=_outcomes("zh"),
    no_store="没有存储 {place}。请用 --store 给出 jiedui batch 写成的存储，或先运行 jiedui batch。",
    turned_round="{start} {first} 晚于 {end} {last}，请对调。",
    nothing_to_find="{name} 里没有可以查找的字。",
    source="文件",
    outcome="读取",
    dated="日期",
    found="共 {count} 份文书",
    found_files="，另有 {count} 个文件没有文书",
    at_most="；只列到 --limit {limit} 为止，可能还有",
    none="没有符合条件的文书。",
    more_findings="，等 {count} 条规则",
    no_source="存储里没有这个来源：{name}。请给出 jiedui query 列出的文件地址。",
    many_sources="有多个来源的地址里有 {name}，请写全：",
    seen="内容 {content}  {day} 起",
    still="  现在的内容",
    gone="这个来源现在取不到了：{why}",
    not_read="还没有读过。",
    reading="{day}  版本 {version}  {outcome}",
    without_names="不用人名地名模型",
    current="现用",
    first_reading="第一次读，没有可比的。",
    same="读到的同上一次一样。",
    new_content="文件换了内容，同原来的内容相比：",
    changed="同上一次相比：",
    document="第 {number} 份文书",
    file="文件",
    failed="版本 {version} 出错 {count} 次：{error}",
    cut_off="……还有 {count} 条",
    only_alone="--history 只看一个来源的经过，不能同其他筛选条件一起用。",
)

_EN = Words(
    outcomes=_outcomes("en"),
    no_store="there is no store {place}. Name one that jiedui batch wrote with --store, or run jiedui batch first.",
    turned_round="{start} {first} is later than {end} {last}. Swap them.",
    nothing_to_find="there is nothing to look for in {name}.",
    source="file",
    outcome="outcome",
    dated="dated",
    found="{count} documents",
    found_files=", and {count} files without a document",
    at_most="; listed up to --limit {limit}, there may be more",
    none="No document is like that.",
    more_findings=", … of {count} rules",
    no_source="the store knows no source {name}. Give an address that jiedui query lists.",
    many_sources="Several sources have {name} in their address, write one of them out:",
    seen="Content {content}  since {day}",
    still="  its content now",
    gone="The source cannot be had now: {why}",
    not_read="Not read yet.",
    reading="{day}  version {version}  {outcome}",
    without_names="without the model for names",
    current="current",
    first_reading="Read for the first time, nothing to compare with.",
    same="It says what the one before says.",
    new_content="The file has another content. Against the one before:",
    changed="Against the one before:",
    document="document {number}",
    file="file",
    failed="version {version} failed {count} times: {error}",
    cut_off="… {count} more",
    only_alone="--history shows what became of one source and cannot go with filters.",
)


def words(lang: Lang) -> Words:
    """Those of a language."""
    return _ZH if lang == "zh" else _EN
