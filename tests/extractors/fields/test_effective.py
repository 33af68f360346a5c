"""What puts an agreement into force."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.fields.effective import find_effective
from schemas.agreement import Signature
from schemas.span import Span
from schemas.values import Date
from tests.extractors.fields.passages import passage_of
from tests.linear import LIMIT, growth

DAY = "2024-03-08"
SIGNED = (
    Signature(role="甲方", date=Date(edtf="2024-03-05", latest="2024-03-05"), span=Span(start=0, end=0, text="")),
    Signature(role="乙方", date=Date(edtf=DAY, latest=DAY), span=Span(start=0, end=0, text="")),
)
READS = [
    ("本协议自双方签字盖章之日起生效。", "signing", DAY),
    ("本协议经双方法定代表人签字并加盖公章后生效。", "signing", DAY),
    ("本协议自签订之日起生效，一式两份。", "signing", DAY),
    ("本协议一式两份，双方各执一份，自双方签字之日起生效。", "signing", DAY),
    ("本协议经双方盖章后生效，未尽事宜另议。", "sealing", DAY),
    ("双方盖章后即生效。", "sealing", DAY),
    ("本协议自加盖公章之日起正式生效。", "sealing", DAY),
    ("本协议自2024年9月1日起生效。", "date", "2024-09-01"),
    ("本协议于2024年9月1日正式生效。", "date", "2024-09-01"),
    ("本协议经双方签字并报上级主管部门批准后生效。", "approval", None),
    ("本协议报县教育局审批同意后生效。", "approval", None),
    ("本协议有效期三年，自双方签字之日起生效。", "signing", DAY),
    ("有效期自签字之日起至2025年12月31日。", "signing", DAY),
    ("帮扶工作自本协议签订之日起正式启动。", "signing", DAY),
    ("本协议自双方签章之日起施行。", "signing", DAY),
    ("签字盖章后生效。", "signing", DAY),
    ("本協議自雙方簽字之日起生效。", "signing", DAY),
    ("自20xx年3月1日起生效。", "date", "20XX-03-01"),
    ("本协议自公布之日起生效。", "unknown", None),
    ("未尽事宜由双方商定。本协议自两校校长签名之日起生效。", "signing", DAY),
    ("本协议经甲、乙双方签字（盖章）后生效。", "signing", DAY),
    ("本协议自双方法定代表人或授权代表签字并加盖公章之日起生效。", "signing", DAY),
    ("协议自签订之日起开始执行。", "signing", DAY),
    ("本协议自签字盖章之日起执行。", "signing", DAY),
    ("本协议自签署之日起正式实施。", "signing", DAY),
    ("本责任书自签订之日起实施，有效期一年。", "signing", DAY),
    ("本协议签订后立即生效。", "signing", DAY),
    ("本协议自双方签字之日起具有法律效力。", "signing", DAY),
    ("本协议自2024年9月1日起执行。", "date", "2024-09-01"),
    ("本协议自二〇二四年九月一日起施行。", "date", "2024-09-01"),
    ("本协议签字生效。", "signing", DAY),
    ("本协议盖章生效。", "sealing", DAY),
    ("本协议经双方签章、上级主管部门备案后生效。", "approval", None),
    ("本协议须经双方教育局批准后方可生效。", "approval", None),
    ("以上协议，自甲乙双方签字之日起生效，望共同遵守。", "signing", DAY),
    ("本协议一经签署，立即生效。", "signing", DAY),
    ("此协议自公布之日起执行。", "unknown", None),
    ("本合同自捐赠款到账之日起生效。", "unknown", None),
    ("本协议经双方代表签名后即时生效。", "signing", DAY),
    ("本协议于签订之日生效。", "signing", DAY),
    ("协议书从签字日起生效。", "signing", DAY),
    ("本協議書自簽約日起生效。", "signing", DAY),
    ("本协议自双方盖章、签字之日起生效。", "signing", DAY),
    ("本协议自发文之日起执行。", "unknown", None),
    ("生效日期：2024年3月1日", "date", "2024-03-01"),
    ("本协议生效时间为双方签字之日。", "signing", DAY),
    ("本协议生效日期为2024年9月1日。", "date", "2024-09-01"),
    ("本协议报县教育局批准后执行。", "approval", None),
    ("本协议签字之日即为生效之日。", "signing", DAY),
    ("本协议以最后一方盖章日期为生效日期。", "sealing", DAY),
    ("经双方负责人签字，本协议即生效。", "signing", DAY),
    ("本协议一经签字，立即执行。", "signing", DAY),
    ("本协议经双方签字后对双方具有约束力。", "signing", DAY),
    ("生效条件：双方盖章。", "sealing", DAY),
    ("本协议盖章有效。", "sealing", DAY),
    ("本协议从2024年9月1日开始实施。", "date", "2024-09-01"),
    ("本协议有效期自2024年9月1日至2027年8月31日。", "date", "2024-09-01"),
    ("本协议有效期：2024年9月1日至2027年8月31日。", "date", "2024-09-01"),
    ("自签发之日起执行。", "unknown", None),
    ("本协议从签字之日开始，有效期为两年。", "signing", DAY),
    ("本协议（含附件）自三方盖章之日起生效。", "sealing", DAY),
]
LEAVES_ALONE = [
    "补充协议自双方签订之日起生效。",
    "附件经双方盖章后生效。",
    "生效之日起十日内拨付首笔经费。",
    "依据生效的法律文书执行。",
    "协议生效后，甲方拨付经费。",
    "协议生效前，双方不得披露。",
    "具体内容见生效判决。",
    "任何变更自双方书面确认之日起生效。",
    "解除通知自到达对方时生效。",
    "七、生效及其他",
    "本协议一式两份，双方各执一份。",
    "甲方每学期送课4节。",
    "签字：高远",
    "自签订协议书一月内做好计划。",
    "双方自2022年起开展帮扶。",
    "本协议的生效与终止另行约定。",
    "帮扶期限为三年，自2024年9月1日起。",
    "",
    "该办法自2024年1月1日起施行。",
    "调解书经双方签收后具有法律效力。",
    "甲方自2024年9月1日起执行新的作息时间。",
    "乙方自签订之日起10日内成立领导小组。",
    "工资标准自2024年1月1日起执行。",
    "管理办法自发布之日起实施。",
    "补充条款与本协议具有同等法律效力。",
    "两份协议具有同等法律效力。",
    "本协议附件与本协议具有同等效力，经双方签字后具有法律效力。",
    "双方签字后，甲方拨付首期款。",
    "变更须经双方签字盖章后生效。",
    "章程经理事会通过后生效。",
    "双方商定的工作计划经签字后执行。",
    "年度计划自签订之日起执行。",
    "验收单经双方签字后有效。",
    "会议纪要自双方签字之日起生效。",
    "本协议的复印件、扫描件有效。",
    "双方应严格执行本协议。",
    "本协议签订后，双方应认真履行。",
    "本协议有效期三年，至2027年8月31日。",
]
NOT_YET = [("双方签了字，协议就算数。", "signing", DAY)]


def _read(text: str) -> tuple[str, str | None] | None:
    found = find_effective(passage_of(text), SIGNED)
    return None if found is None else (found.on, found.date.edtf if found.date else None)


@pytest.mark.parametrize(("text", "on", "date"), READS)
def test_reads(text: str, on: str, date: str | None) -> None:
    assert _read(text) == (on, date)


@pytest.mark.parametrize("text", LEAVES_ALONE)
def test_leaves_alone(text: str) -> None:
    assert find_effective(passage_of(text), SIGNED) is None


@pytest.mark.parametrize(("text", "on", "date"), NOT_YET)
@pytest.mark.xfail(strict=True, reason="clauses whose date no rule reads yet")
def test_not_yet(text: str, on: str, date: str) -> None:
    assert _read(text) == (on, date)


def test_only_agreements_take_effect() -> None:
    assert find_effective(passage_of("协议自双方签字之日起生效。", "news"), SIGNED) is None


@given(
    before=st.sampled_from(["", "一、总则\n双方平等。\n", "未尽事宜另议。"]), after=st.sampled_from(["", "一式两份。", "\n甲方：\n乙方："])
)
def test_the_span_quotes_the_words_and_reads_the_same(before: str, after: str) -> None:
    text = f"{before}本协议自双方签字之日起生效。{after}"
    found = find_effective(passage_of(text), SIGNED)
    assert found is not None
    assert found.span.text == "自双方签字之日起生效" == text[found.span.start : found.span.end]
    assert _read(found.span.text) == _read(text)


@pytest.mark.parametrize("char", "自经生效签字起， 年")
def test_long_runs_are_quick(char: str) -> None:
    assert growth(find_effective, lambda length: passage_of("本协议自" + char * length)) <= LIMIT
