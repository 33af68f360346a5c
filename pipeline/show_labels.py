"""The words with which records are shown to people, in Chinese and in English."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.messages import Lang
from schemas.agreement import EffectiveOn, Kind, Modality, Side, StartsOn
from schemas.finding import Severity
from schemas.required import RequiredField, State


@dataclass(frozen=True, slots=True)
class Labels:
    """Headings and the names of the record's closed lists; ``*_of`` and the numbers' words are templates.

    ``names`` are those of a record's own fields, by their names in JSON, which do for English.
    """

    kinds: Mapping[Kind, str]
    sides: Mapping[Side, str]
    modalities: Mapping[Modality, str]
    severities: Mapping[Severity, str]
    effective_on: Mapping[EffectiveOn, str]
    starts_on: Mapping[StartsOn, str]
    fields: Mapping[RequiredField, str]
    states: Mapping[State, str]
    names: Mapping[str, str]
    template: str
    untitled: str
    blank: str
    required: str
    parties: str
    term: str
    effective: str
    signing: str
    copies: str
    regions: str
    press: str
    original: str
    quotas: str
    funding: str
    findings: str
    file_findings: str
    no_documents: str
    amount: str
    what: str
    rate: str
    who: str
    nature: str
    words: str
    money: str
    purpose: str
    each: str
    part: str
    whole: str
    goods: str
    no_date: str
    unsigned: str
    sealed: str
    unsealed: str
    until: str
    times: str
    in_all: str
    copies_of: str
    holder_of: str
    at_least: str
    more_than: str
    at_most: str
    less_than: str
    between: str
    about: str
    and_more: str
    separator: str
    listed: str
    of_party: str
    state_of: str
    per_one: str
    per_many: str
    per_half: str
    yuan: str


_ZH = Labels(
    kinds={"agreement": "协议", "plan": "方案", "news": "报道", "summary": "总结", "notice": "通知", "other": "其他"},
    sides={"supporter": "支援方", "recipient": "受援方", "both": "互相支援", "unknown": "未写明"},
    modalities={"duty": "应做", "plan": "计划", "result": "已做", "condition": "条件"},
    severities={"error": "错误", "warning": "注意", "info": "提示"},
    effective_on={"signing": "签字之日", "sealing": "签字盖章之日", "date": "写明的日期", "approval": "批准之日", "unknown": "未写明"},
    starts_on={"signing": "自签订之日起", "sealing": "自盖章之日起", "date": "", "unknown": ""},
    fields={
        "party": "各方",
        "term": "期限",
        "effective": "生效",
        "signature": "签署",
        "sign-date": "签署日期",
        "copies": "份数",
        "duties": "职责",
        "funding-amount": "资金数额",
        "supplement": "未尽事宜",
        "liability": "违约和争议",
    },
    names={
        "kind": "文种",
        "is_template": "空白范本",
        "title": "标题",
        "term": "期限",
        "effective": "生效",
        "copies": "份数",
        "regions": "地区",
        "press": "报道出处",
        "parties": "各方",
        "signing": "签署",
        "quotas": "数量",
        "funding": "资金",
        "dates": "日期",
        "policies": "依据文件",
        "people": "人员",
        "findings": "发现",
        "outcome": "读取结果",
    },
    states={"found": "已写明", "blank": "空白", "not-stated": "未写明", "not-applicable": "不适用"},
    template="空白范本",
    untitled="（无标题）",
    blank="空白",
    required="必备",
    parties="各方",
    term="期限",
    effective="生效",
    signing="签署",
    copies="份数",
    regions="地区",
    press="来源",
    original="原文：{url}",
    quotas="数量",
    funding="资金",
    findings="发现",
    file_findings="关于文件",
    no_documents="没有找到文书。",
    amount="数量",
    what="内容",
    rate="频次",
    who="谁 → 谁",
    nature="性质",
    words="原文",
    money="金额",
    purpose="用途",
    each="各",
    part="其中",
    whole="合计",
    goods="物资",
    no_date="无日期",
    unsigned="无签名",
    sealed="有印章",
    unsealed="未见印章",
    until="{start} 至 {end}",
    times="共 {times} 次",
    in_all="共 {total}",
    copies_of="一式 {total} 份",
    holder_of="{holder} {count} 份",
    at_least="不少于{min}",
    more_than="超过{min}",
    at_most="不超过{max}",
    less_than="不满{max}",
    between="{min}—{max}",
    about="约{min}",
    and_more="{min}余",
    separator="；",
    listed="、",
    of_party="{field}（{party}）",
    state_of="{state}：{fields}",
    per_one="每{unit}",
    per_many="每{count}{unit}",
    per_half="每半{unit}",
    yuan="元",
)

_EN = Labels(
    kinds={"agreement": "agreement", "plan": "plan", "news": "news", "summary": "summary", "notice": "notice", "other": "other"},
    sides={"supporter": "supporter", "recipient": "recipient", "both": "both", "unknown": "not stated"},
    modalities={"duty": "duty", "plan": "plan", "result": "done", "condition": "if"},
    severities={"error": "error", "warning": "warning", "info": "note"},
    effective_on={
        "signing": "on signing",
        "sealing": "on sealing",
        "date": "on a date",
        "approval": "on approval",
        "unknown": "not stated",
    },
    starts_on={"signing": "from signing", "sealing": "from sealing", "date": "", "unknown": ""},
    fields={
        "party": "parties",
        "term": "term",
        "effective": "in force",
        "signature": "signatures",
        "sign-date": "signing dates",
        "copies": "copies",
        "duties": "duties",
        "funding-amount": "sums",
        "supplement": "supplement",
        "liability": "liability",
    },
    names={},
    states={"found": "found", "blank": "blank", "not-stated": "not stated", "not-applicable": "not applicable"},
    template="blank form",
    untitled="(no title)",
    blank="blank",
    required="Required",
    parties="Parties",
    term="Term",
    effective="In force",
    signing="Signed",
    copies="Copies",
    regions="Regions",
    press="Press",
    original="(taken from {url})",
    quotas="Quotas",
    funding="Funding",
    findings="Findings",
    file_findings="About the file",
    no_documents="No document was found.",
    amount="Amount",
    what="What",
    rate="Per",
    who="Who → whom",
    nature="Nature",
    words="Words",
    money="Sum",
    purpose="Purpose",
    each="each ",
    part="part",
    whole="total",
    goods="goods",
    no_date="no date",
    unsigned="no name",
    sealed="sealed",
    unsealed="no seal seen",
    until="{start} to {end}",
    times="{times} times",
    in_all="{total} in all",
    copies_of="{total} copies",
    holder_of="{holder} {count}",
    at_least="≥ {min}",
    more_than="> {min}",
    at_most="≤ {max}",
    less_than="< {max}",
    between="{min}-{max}",
    about="about {min}",
    and_more="{min}+",
    separator="; ",
    listed=", ",
    of_party="{field} ({party})",
    state_of="{state}: {fields}",
    per_one="{unit}",
    per_many="{count} {unit}",
    per_half="½ {unit}",
    yuan="CNY",
)


def labels(lang: Lang) -> Labels:
    """The words of a language."""
    return _EN if lang == "en" else _ZH
