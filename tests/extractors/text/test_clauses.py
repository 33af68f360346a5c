"""The tree of numbered clauses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.text.clauses import ClauseNode, ClauseTree, ordinal, read_clauses
from extractors.text.passage import Stretch


def _tree(text: str) -> ClauseTree:
    lines, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            lines.append(Stretch(at, at + len(line)))
        at += len(line) + 1
    return read_clauses(text, len(text), lines)


def _paths(text: str) -> list[str | None]:
    tree = _tree(text)
    return [tree.path(node.start) for node in tree]


READS = [
    (
        "第一条 目的\n第二条 内容\n（一）甲方\n1.派人\n2.送课\n（二）乙方",
        ["第一条", "第二条", "第二条（一）", "第二条（一）1", "第二条（一）2", "第二条（二）"],
    ),
    ("第一章 总则\n第一条 依据\n第二章 义务\n第二条 甲方", ["第一章", "第一章第一条", "第二章", "第二章第二条"]),
    ("第一部分 概况\n一、背景\n第二部分 措施\n一、派人", ["第一部分", "第一部分一", "第二部分", "第二部分一"]),
    ("一、目的\n1、派人\n（1）安排\n①住宿\n②伙食\n二、其他\n1、保密", ["一", "一1", "一1（1）", "一1（1）①", "一1（1）②", "二", "二1"]),
    ("壹、目的\n贰、内容\n一、派人\n二、送课\n参、经费", ["壹", "贰", "贰一", "贰二", "参"]),
    ("Ⅰ. 目的\nⅡ. 内容\na）派人\nb）送课\nIII. 其他", ["Ⅰ", "Ⅱ", "Ⅱa）", "Ⅱb）", "III"]),
    ("1 乙方、丙方职责：\n1.1 派人\n2 经费支持：按规定执行", ["1", "1.1", "2"]),
    ("1 总则\n1.1 目的\n1.2 依据\n2 内容\n2.1 派人", ["1", "1.1", "1.2", "2", "2.1"]),
    ("1 总则\n1.1 目的\n1.1.1 提高\n（1）成绩\n1.1.2 交流\n1.2 依据\n2 内容", ["1", "1.1", "1.1.1", "1.1.1（1）", "1.1.2", "1.2", "2"]),
    ("一、甲方责任\n1.1 派人\n1.2 送课", ["一", "一1.1", "一1.2"]),
    ("1 甲方派3名教师。\n2 乙方安排食宿。\n3 双方共同教研。", ["1", "2", "3"]),
    ("1 帮扶期限：三年。\n2 甲方责任\n2.1 派人。\n3 附件：名单见后。", ["1", "2", "2.1", "3"]),
    ("1 甲方派3名教师。\n1.1 每年一次。\n2 乙方安排食宿。", ["1", "1.1", "2"]),
    ("1 甲方派3名教师。\n2 乙方安排食宿。\n3 2023.09-2026.08。\n4 其他。", ["1", "2", "3", "4"]),
    ("1.2023.9.1起派人。\n2.2024.9.1起送课。", ["1", "2"]),
    ("3 甲方派教师。\n2 乙方安排食宿。", []),
    ("选派教师共计\n5 名教师。\n6 名学生。", []),
    ("Ⅻ 保密\nⅩⅢ 其他\nXIV. 生效\nXXI. 附则", ["Ⅻ", "ⅩⅢ", "XIV", "XXI"]),
    ("1.派人\n2．送课\n3、会商", ["1", "2", "3"]),
    ("1）派人\n2）送课", ["1）", "2）"]),
    ("⑴派人\n⑵送课", ["⑴", "⑵"]),
    ("⒈派人\n⒉送课", ["⒈", "⒉"]),
    ("㈠派人\n㈡送课", ["㈠", "㈡"]),
    ("一.目的\n二.内容", ["一", "二"]),
    ("一 目的\n二 内容", ["一", "二"]),
    ("一：目的\n二：内容", ["一", "二"]),
    ("第一、甲方派人\n第二、乙方接收", ["第一", "第二"]),
    ("第1条 目的\n第2条 内容", ["第1条", "第2条"]),
    ("第十条 争议\n第一百零一条 附则", ["第十条", "第一百零一条"]),
    ("第四条 所需经费由甲方承担。\n第五条 中小学教师参加。", ["第四条", "第五条"]),
    ("四、（一）派人\n（二）送课", ["四", "四（一）", "四（二）"]),
    ("（一）派人\n（二）送课\n3.考核\n（三）总结", ["（一）", "（二）", "（二）3", "（三）"]),
    ("本协议如下：（一）甲方派人；（二）乙方接收；（三）双方会商。", ["（一）", "（二）", "（三）"]),
    ("工作内容：1、派2人；2、安排住宿；3、会商1次。", ["1", "2", "3"]),
    ("一、内容：①派人②送课③会商", ["一", "一①", "一②", "一③"]),
    ("附件1：名单\n附件2安排表", ["附件1", "附件2"]),
    ("1.2023年完成\n2.2024年完成", ["1", "2"]),
    ("1\t送课\t3次\n2\t派人\t2名", ["1", "2"]),
    ("甲方责任：\n1.派人\n乙方责任：\n1.接收", [None, "1", None, "1"]),
    ("〔甲方的责任〕\n1.派人", [None, "1"]),
    ("A.派人\nB.送课", ["A", "B"]),
    ("一）派人\n二）送课", ["一）", "二）"]),
    ("1，派人\n2，送课", ["1", "2"]),
    ("第一章 总则\n第一节 目的\n第二节 原则", ["第一章", "第一节", "第二节"]),
    ("双方约定：（一）派人；（二）送课；（四）捐书。", ["（一）", "（二）", "（四）"]),
]
LEAVES_ALONE = [
    "按照第四条约定使用经费。", "第三条约定的经费由甲方承担。", "第三条、第四条除外。", "第五条和第六条不变。", "第六条的规定。", "第二条所列学校。", "第七条中提到的。",
    "第三条 第二款规定。", "2023年9月1日", "1.5万元", "10.12万册", "3名教师", "12月31日", "9：00集合", "一次培训", "三年级教师", "一、二年级学生参加。",
    "首先，派人。其次，送课。", "一是派人；二是送课。", "第一学期", "第一名", "第二批教师", "（甲方）", "（2023年）", "〔2020〕12号", "- 派人", "· 送课", "| 1 | 送课 |",
    "见①所示。", "共三项：派人、送课。", "其中（一）项不变。", "附件所列学校由乙方负责。", "附表中的数字。", "百花齐放", "VIP服务", "IT培训", "AI课程", "A校与B校",
    "七、八月开展活动。", "三、五条措施", "七、八、九年级", "第一节课", "1，500元", "十月一日", "一 览 表", "十 大 举 措", "1 000元", "20 个",
]  # fmt: skip
NOT_YET = [
    ("主要措施有：1.派人2.送课3.捐书。", ["1", "2", "3"]),
    ("一、甲方1、派人2、送课", ["一", "一1", "一2"]),
    ("3.100人次受益", ["3"]),
]


@pytest.mark.parametrize(("text", "paths"), READS)
def test_reads(text: str, paths: list[str | None]) -> None:
    assert _paths(text) == paths


@pytest.mark.parametrize("text", LEAVES_ALONE)
def test_leaves_alone(text: str) -> None:
    assert _paths(text) == []


@pytest.mark.parametrize(("text", "paths"), NOT_YET)
@pytest.mark.xfail(strict=True, reason="numbers that no rule takes for clauses yet")
def test_not_yet(text: str, paths: list[str | None]) -> None:
    assert _paths(text) == paths


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("一、帮扶目标", "帮扶目标"),
        ("一、帮扶目标：", "帮扶目标"),
        ("（一）教学管理。甲方协助乙方。", "教学管理"),
        ("1.师资培训：每学期两次。", "师资培训"),
        ("第一，核心校牵头。每月会商。", "核心校牵头"),
        ("第三条 协议期限", "协议期限"),
        ("四、2025年打算", "2025年打算"),
        ("四、2024-2025学年度工作安排", "2024-2025学年度工作安排"),
        ("四、2025年选派3名教师", None),
        ("一、甲方每学期派教师2名。", None),
        ("一、送课4节，评课2节", None),
        ("1.派人；2.送课。", None),
        ("四、（一）派人", None),
    ],
)
def test_the_heading_of_the_first_clause(text: str, heading: str | None) -> None:
    first = next(iter(_tree(text)))
    assert first.heading == heading
    if heading:
        assert text[first.head_end - len(heading) : first.head_end] == heading


@pytest.mark.parametrize(
    ("number", "value"),
    [
        ("第十二条", 12), ("（三）", 3), ("⑤", 5), ("1.2", 2), ("二十", 20), ("一百零一", 101), ("叁", 3), ("⑶", 3),
        ("⒋", 4), ("㈤", 5), ("Ⅳ", 4), ("IX", 9),
        ("附件2", 2), ("3）", 3), ("第一", 1), ("附件", None), ("", None), ("甲", None), ("（）", None), ("A", None),
    ],
)  # fmt: skip
def test_the_value_of_a_number(number: str, value: int | None) -> None:
    assert ordinal(number) == value


def _nest(nodes: tuple[ClauseNode, ...] | list[ClauseNode], start: int, end: int) -> None:
    at = start
    for node in nodes:
        assert at <= node.start < node.end <= end
        assert node.start <= node.text_start
        _nest(node.children, node.start, node.end)
        at = node.end


@given(
    st.lists(
        st.sampled_from(
            ["第一条 目的", "第二条 内容", "一、甲方", "二、乙方", "（一）派人", "（二）送课", "1.三名", "2、四节",
             "1.1 目的", "（1）住", "①食", "壹、总", "正文，其中：1、派人；2、送课。", "附件1：表", "〔义务〕", "甲方责任："]
        ),
        max_size=12,
    )
)  # fmt: skip
def test_extents_nest_and_paths_agree(lines: list[str]) -> None:
    text = "\n".join(lines)
    tree = _tree(text)
    _nest(tree.roots, 0, len(text))
    for node in tree:
        chain = tree.ancestry(node.start)
        assert chain[-1] is node
        assert [one.level for one in chain] == list(range(1, len(chain) + 1))
        assert all(one.start <= node.start < one.end for one in chain)
        told = [one.number for at, one in enumerate(chain) if not any(below.number.startswith(f"{one.number}.") for below in chain[at:])]
        assert (tree.path(node.start) or "") == "".join(told)
        assert text.startswith(node.number, node.start) or node.style == "bracket"
