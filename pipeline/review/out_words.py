"""What ``jiedui review export``, ``to-gold`` and ``stats`` and ``jiedui report`` say, in Chinese and in English."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.messages import Lang


@dataclass(frozen=True, slots=True)
class OutWords:
    """Labels, and templates for :meth:`str.format`."""

    exported: str
    gold: str
    not_signed: str
    nothing: str
    no_gold: str
    reported: str
    no_records: str
    records: str
    field: str
    accepted: str
    corrected: str
    rejected: str
    added: str
    precision: str
    recall: str
    recall_of: str
    reviewers: str
    both: str
    agreed: str
    kappa: str
    no_pairs: str
    who: str
    everybody: str
    signed: str
    median: str
    mean: str
    no_times: str
    seconds: str
    minutes: str


_ZH = OutWords(
    exported="审阅过的记录 {count} 份写到 {place}：records 里是记录，patches 里是改动（JSON Patch），gold 里是标注（{gold} 份）。",
    gold="标注 {count} 份写到 {place}。用 jiedui evaluate {place} 检查。",
    not_signed="还有 {count} 份没有签收，没有写成标注；连同它们一起写请加 --unsigned。",
    nothing="还没有审阅过的记录。请先运行 jiedui review，在网页里审阅。",
    no_gold="没有能写成标注的记录。",
    reported="记录 {count} 份写成网页 {place}，用浏览器打开即可，不用联网。",
    no_records="{names} 里没有记录。请给出 jiedui extract --out 写成的文件或文件夹。",
    records="审阅过 {records} 份，其中签收 {signed} 份。",
    field="字段",
    accepted="无误",
    corrected="改过",
    rejected="不是",
    added="补上",
    precision="准确率",
    recall="召回率",
    recall_of="召回率只算签收了的记录：只有那里有人找过遗漏。",
    reviewers="审阅人",
    both="都决定过",
    agreed="一致",
    kappa="kappa",
    no_pairs="没有两个人都决定过的内容，算不出一致程度。",
    who="用时",
    everybody="所有人",
    signed="签收",
    median="中位",
    mean="平均",
    no_times="还没有打开后签收的记录，算不出用时。",
    seconds="{seconds} 秒",
    minutes="{minutes} 分 {seconds} 秒",
)
_EN = OutWords(
    exported="{count} reviewed records in {place}: records, patches (JSON Patch), and gold with {gold} annotations.",
    gold="{count} annotations in {place}. Check them with jiedui evaluate {place}.",
    not_signed="{count} more are not signed off and were left out; add --unsigned to have them too.",
    nothing="Nothing has been reviewed yet. Run jiedui review first and decide in the page.",
    no_gold="There is no record that an annotation can be made of.",
    reported="{count} records in the page {place}; a browser opens it, without a network.",
    no_records="There are no records in {names}. Give the files or the folder that jiedui extract --out has written.",
    records="{records} records reviewed, {signed} of them signed off.",
    field="field",
    accepted="right",
    corrected="corrected",
    rejected="wrong",
    added="missed",
    precision="precision",
    recall="recall",
    recall_of="Recall is that of records signed off: only there has somebody looked for what is missing.",
    reviewers="reviewers",
    both="both decided",
    agreed="agree",
    kappa="kappa",
    no_pairs="No two people have decided on the same, so there is no agreement to reckon.",
    who="time",
    everybody="all",
    signed="signed off",
    median="median",
    mean="mean",
    no_times="No record has been opened and signed off yet, so there are no times.",
    seconds="{seconds} s",
    minutes="{minutes} min {seconds} s",
)


def out_words(lang: Lang) -> OutWords:
    """The words of a language."""
    return _EN if lang == "en" else _ZH
