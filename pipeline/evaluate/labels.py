"""The words with which an evaluation is shown to people, in Chinese and in English."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.evaluate.results import Problem
from pipeline.messages import Lang
from pipeline.show_labels import labels as record_labels


@dataclass(frozen=True, slots=True)
class Labels:
    """Headings, the names of fields and attributes, and sentences; those with braces are templates."""

    names: Mapping[str, str]
    problems: Mapping[Problem, str]
    field: str
    gold: str
    precision: str
    recall: str
    attribute: str
    asked: str
    accuracy: str
    format: str
    by_format: str
    files: str
    before: str
    after: str
    change: str
    gained: str
    lost: str
    document: str
    unannotated: str
    read_as: str
    nothing: str
    quoted: str
    micro: str
    macro: str
    in_reading: str
    counts: str
    spans: str
    no_change: str
    gone: str
    new: str
    annotated: str
    no_gold: str
    bad_gold: str
    bad_gold_at: str
    unknown_names: str
    no_record: str
    bad_record: str
    no_folder: str
    not_a_run: str
    separator: str


_ZH = Labels(
    names={
        **record_labels("zh").names,
        "term.start": "期限·起",
        "term.end": "期限·止",
        "term.duration": "期限·时长",
        "copies.total": "份数·总数",
        "copies.holders": "份数·各方所持",
        "press.outlet": "报道出处·来源",
        "press.author": "报道出处·作者",
        "press.published": "报道出处·日期",
        "press.original_url": "报道出处·原文网址",
        "quotas.actor": "数量·行为方",
        "quotas.modality": "数量·性质",
        "quotas.what": "数量·内容",
        "funding.modality": "资金·性质",
        "funding.payee": "资金·受资方",
        "funding.payer": "资金·出资方",
        "funding.total": "资金·总额",
    },
    problems={"missed": "漏读", "extra": "多读", "wrong": "读错"},
    field="字段",
    gold="标注",
    precision="精确率",
    recall="召回率",
    attribute="属性",
    asked="配上",
    accuracy="正确率",
    format="格式（不含发现）",
    by_format="各格式 F1",
    files="文件",
    before="原来",
    after="现在",
    change="变化",
    gained="改好 {count} 处",
    lost="改坏 {count} 处",
    document="第{at}篇",
    unannotated="未标注的一篇",
    read_as="{value} 读成 {read}",
    nothing="（无）",
    quoted="“{words}”",
    micro="微平均 F1 {micro:.4f}",
    macro="宏平均 F1 {macro:.4f}",
    in_reading="只计读取的字段（不含发现）：微平均 F1 {micro:.4f}",
    counts="{files} 个文件、{documents} 篇文书；没有记录 {lost} 个，没有读成 {unread} 个，标注不能用 {malformed} 个。",
    spans="{spans} 处原文，对不上 {ungrounded} 处。",
    no_change="同 {name} 相比没有变化。",
    gone="这次没有的文件 {count} 个，不参加比较：{names}",
    new="原来没有的文件 {count} 个，不参加比较：{names}",
    annotated="标注改过的文件 {count} 个：{names}",
    no_gold="没有找到标注：{name} 里没有 *.gold.json。请检查路径。",
    bad_gold="标注不能用 {name}：不是合格的 JSON，或不是标注。请照 docs/annotating.zh-CN.md 修改。",
    bad_gold_at="标注不能用 {name}：{place} 的值不合格式。请照 docs/annotating.zh-CN.md 修改。",
    unknown_names="标注里有不认识的名称 {name}：{names}。照常比对，请检查是否写错。",
    no_record="没有记录 {name}：{folder} 里没有 {wanted}。请先用 jiedui extract 生成。",
    bad_record="没有记录 {name}：{found} 不是 jiedui 写出的记录。请用 jiedui extract 重新生成。",
    no_folder="--records 要给一个文件夹，{name} 不是。",
    not_a_run="--against 要给以前用 --save 或 --json 存下的结果，{name} 不是。",
    separator="，",
)

_EN = Labels(
    names={},
    problems={"missed": "missed", "extra": "extra", "wrong": "wrong"},
    field="field",
    gold="gold",
    precision="precision",
    recall="recall",
    attribute="attribute",
    asked="matched",
    accuracy="right",
    format="format (without findings)",
    by_format="F1 by format",
    files="files",
    before="before",
    after="after",
    change="change",
    gained="{count} gained",
    lost="{count} lost",
    document="document {at}",
    unannotated="a document that is not annotated",
    read_as="{value} read as {read}",
    nothing="(none)",
    quoted="“{words}”",
    micro="micro F1 {micro:.4f}",
    macro="macro F1 {macro:.4f}",
    in_reading="fields of reading alone (without findings): micro F1 {micro:.4f}",
    counts="{files} files, {documents} documents; {lost} without a record, {unread} not read, {malformed} annotations unusable.",
    spans="{spans} spans, {ungrounded} ungrounded.",
    no_change="Nothing has changed against {name}.",
    gone="{count} files are not in this run and not compared: {names}",
    new="{count} files were not in that run and are not compared: {names}",
    annotated="{count} files have another annotation now: {names}",
    no_gold="No annotation found: there is no *.gold.json in {name}. Check the path.",
    bad_gold="Unusable annotation {name}: not sound JSON, or not an annotation. Mend it as docs/annotating.md says.",
    bad_gold_at="Unusable annotation {name}: the value of {place} has not the right form. Mend it as docs/annotating.md says.",
    unknown_names="Unknown names in the annotation {name}: {names}. It is compared all the same; check the spelling.",
    no_record="No record {name}: there is no {wanted} in {folder}. Make it with jiedui extract.",
    bad_record="No record {name}: {found} was not written by jiedui. Make it anew with jiedui extract.",
    no_folder="--records takes a folder, and {name} is none.",
    not_a_run="--against takes a result saved before with --save or --json, and {name} is none.",
    separator=", ",
)


def labels(lang: Lang) -> Labels:
    """The words of a language."""
    return _EN if lang == "en" else _ZH
