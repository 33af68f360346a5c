"""Promised, planned or done."""

from __future__ import annotations

import opencc
import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.readers.source_text import SourceText
from extractors.text.modality import Outlook
from extractors.text.normal import normalise
from extractors.text.passage import make_passage
from schemas.agreement import Kind, Modality

_SIMPLIFY = opencc.OpenCC("t2s").convert


def _modality(kind: Kind, text: str, *, bounded: bool = False) -> Modality:
    normal = normalise(SourceText(text, "text/plain", wraps=()), _SIMPLIFY)
    passage = make_passage(normal, 0, len(normal.text), kind, None)
    return Outlook(passage).modality(normal.text.index("7"), bounded=bounded)


READS: list[tuple[Kind, str, Modality]] = [
    ("news", "根据协议，合作期为三年。甲校每年选派教师7名。", "plan"),
    ("news", "教职工也会解囊，去年冬天捐出图书7册。", "result"),
    ("news", "双方签订协议。协议还把结对学校增加到7对。", "plan"),
    ("news", "三方签订协议。甲公司负责提供岗位7个。", "plan"),
    ("news", "甲公司负责提供场地，学生参观7次。", "result"),
    ("news", "今年9月，乙校要选派教师7名到甲校。", "plan"),
    ("news", "工作需要组织得力，已送课7节。", "result"),
    ("news", "根据安排，活动历时三天。甲校每年选派教师7名。", "result"),
    ("summary", "四、2025年打算\n1.新增结对学校7所。", "plan"),
    ("summary", "四、2024年成效\n1.新增结对学校7所。", "result"),
    ("agreement", "甲方每学期选派教师7名。", "duty"),
    ("agreement", "甲方已选派教师7名。", "duty"),
    ("plan", "支援学校每学期送课7节。", "plan"),
    ("plan", "上学期已送课7节。", "result"),
    ("plan", "2023年先后选派教师7名。", "result"),
    ("notice", "每校选派教师7名。", "plan"),
    ("summary", "全年累计送课7节。", "result"),
    ("summary", "下一步，将再选派7名教师。", "plan"),
    ("summary", "明年计划选派7名教师。", "plan"),
    ("summary", "一、下一步打算\n选派教师7名。", "plan"),
    ("summary", "今后，每学期送课7节。", "plan"),
    ("news", "教师们共上示范课7节。", "result"),
    ("news", "两校将互派教师7名。", "plan"),
    ("news", "根据协议，甲方每学期送课7节。", "plan"),
    ("news", "活动中捐赠了7台电脑。", "result"),
    ("news", "甲校承诺每年培养教师7名。", "plan"),
    ("news", "甲校准备每个月给乙校开7次同步课。", "plan"),
    ("news", "乙校则会选派7名教师跟岗。", "plan"),
    ("news", "双方还商定，共享课程7门。", "plan"),
    ("news", "校友会计划，每年组织7次活动。", "plan"),
    ("news", "此次结对，对任务作了量化。甲校每学年接收教师7名。", "plan"),
    ("news", "甲校签订了协议，每学期派7名教师。", "plan"),
    ("news", "乙校的7名师生将走进甲校。", "plan"),
    ("news", "公司宣布捐资，分五年实施，每年7万元。", "plan"),
    ("news", "甲校培训了教师，并约定每学期巡检7次。", "plan"),
]
# words that look ahead or back, and do neither
LEAVES_ALONE: list[tuple[Kind, str, Modality]] = [
    ("summary", "学校将近送课7节。", "result"),
    ("summary", "名将工作室送课7节。", "result"),
    ("news", "健将们上示范课7节。", "result"),
    ("news", "虚拟课堂7节。", "result"),
    ("plan", "已有计划地安排送课7节。", "plan"),
    ("plan", "力争送课7节，已纳入考核。", "plan"),
    ("agreement", "下一步，乙方将选派7名教师。", "duty"),
    ("agreement", "去年送课7节。", "duty"),
    ("notice", "请于下学期送课7节。", "plan"),
    ("summary", "根据安排，送课7节。", "result"),
    ("summary", "上年度送课7节。", "result"),
    ("news", "签约仪式上，代表们听课7节。", "result"),
    ("news", "每学期送课7节，深受欢迎。", "result"),
    ("news", "甲校将价值万元的机床7台无偿划拨给乙校。", "result"),
    ("news", "甲园将义卖所得的7元转交乙园幼儿园。", "result"),
    ("news", "余款明年付清；校友会捐赠设备7套。", "result"),
    ("news", "从那以后，甲校每学期派7名教师来校。", "result"),
    ("summary", "双方召开会议，商定帮扶事项7项。", "result"),
    ("news", "基金会每学期向乙校寄书7册。", "result"),
    ("news", "2025年1月15日　第三版\n甲校送课7节。\n打算\n2025年将选派教师。", "result"),
]


@pytest.mark.parametrize(("kind", "text", "modality"), READS)
def test_reads(kind: Kind, text: str, modality: Modality) -> None:
    assert _modality(kind, text) == modality


@pytest.mark.parametrize(("kind", "text", "modality"), LEAVES_ALONE)
def test_leaves_alone(kind: Kind, text: str, modality: Modality) -> None:
    assert _modality(kind, text) == modality


def test_a_bound_is_never_a_look_back() -> None:
    assert _modality("plan", "上学期以来送课不少于7节。", bounded=True) == "plan"


@given(before=st.sampled_from(["", "甲方。\n", "学校做好工作。", "一、背景\n"]), after=st.sampled_from(["", "其他。", "\n二、其他"]))
def test_other_sentences_change_nothing(before: str, after: str) -> None:
    for kind, text, modality in READS:
        if "\n" not in text:
            assert _modality(kind, f"{before}{text}{after}") == modality
