"""Why a decision cannot be taken: data for whoever asked, with words for people."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from pipeline.messages import Lang

Code = Literal[
    "no-record",
    "old-reading",
    "no-name",
    "nothing",
    "unknown-target",
    "wrong-action",
    "needs-reason",
    "needs-note",
    "shape",
    "number",
    "no-number",
    "reversed-numbers",
    "date",
    "empty",
    "address",
    "characters",
    "too-long",
    "no-words",
    "other-words",
    "not-empty",
    "already-there",
    "no-conflict",
    "in-conflict",
    "finding-open",
    "value-open",
    "changed-meanwhile",
    "nothing-to-undo",
    "nothing-to-redo",
    "not-signed",
    "decided",
    "signed",
    "no-finding",
]
_WORDS: Mapping[Code, tuple[str, str]] = {
    "no-record": ("没有这份记录。", "There is no such record."),
    "old-reading": ("这份文件已经重新抽取，请刷新后再看。", "This file has been read anew; please reload."),
    "no-name": ("请先填写审阅人的名字。", "Please give the reviewer's name first."),
    "nothing": ("没有要记下的决定。", "There is nothing to decide."),
    "unknown-target": ("记录里没有这一项。", "The record has no such entry."),
    "wrong-action": ("这一项不能这样处理。", "This cannot be done to this entry."),
    "needs-reason": ("发现不成立要写明理由。", "A finding is dismissed with a reason."),
    "needs-note": ("请写下备注。", "Please write a note."),
    "shape": ("这里填得不对。", "This is not a value that can stand here."),
    "number": ("请填数字，如 3 或 0.5。", "Please give a number, such as 3 or 0.5."),
    "no-number": ("数额要有下限或上限。", "An amount needs a lower or an upper bound."),
    "reversed-numbers": ("下限大于上限。", "The lower bound is above the upper one."),
    "date": ("日期不对，请写成 2024-09-01、2024-09 或 20XX-03 这样。", "No date; please write 2024-09-01, 2024-09 or 20XX-03."),
    "empty": ("这里不能空着。", "This cannot be left empty."),
    "address": ("请填 http:// 或 https:// 开头的网址。", "Please give an address that begins with http:// or https://."),
    "characters": ("有不能保存的字符，请删去。", "There are characters that cannot be kept; please delete them."),
    "too-long": ("太长了，最多 {most} 字。", "This is too long: at most {most} characters."),
    "no-words": ("请在原文里选出依据的文字。", "Please select the words in the source."),
    "other-words": ("选出的文字和原文对不上，请重新选取。", "The words are not those of the source; please select them again."),
    "not-empty": ("这里还有读出的值，请先逐项选“不是”。", "There are values here; please reject them first."),
    "already-there": ("这一项已经有了。", "This is there already."),
    "no-conflict": ("这一项的分歧已经解决。", "There is no conflict here any more."),
    "in-conflict": ("审阅人意见不一，请先选定一种。", "Reviewers do not agree here; please settle it first."),
    "finding-open": ("还有发现没有处理。", "There are findings to decide on."),
    "value-open": ("还有值没有核对。", "There are values to decide on."),
    "changed-meanwhile": (
        "别人刚改过这份记录，请看过再签收。",
        "Somebody has just changed this record; please look again before signing off.",
    ),
    "nothing-to-undo": ("没有可以撤销的操作。", "There is nothing to undo."),
    "nothing-to-redo": ("没有可以重做的操作。", "There is nothing to redo."),
    "not-signed": ("这份记录没有签收。", "This record is not signed off."),
    "decided": ("已经处理过。", "It has been decided on."),
    "signed": ("记录已经签收。", "The record is signed off."),
    "no-finding": ("记录里没有这样的发现。", "The record has no such finding."),
}


@dataclass(frozen=True, slots=True)
class Problem:
    """``part`` is the place inside the value, as ``amount.min``; None where it is the whole."""

    target: str
    code: Code
    part: str | None = None
    values: Mapping[str, object] = field(default_factory=dict)

    def message(self, lang: Lang = "zh") -> str:
        """For people."""
        zh, en = _WORDS[self.code]
        return (en if lang == "en" else zh).format_map(self.values)
