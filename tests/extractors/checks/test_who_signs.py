"""Parties that have no line to sign on though they are named below, and rows of tables that nobody has signed."""

from __future__ import annotations

import pytest

from tests.extractors.checks.papers import found

_HEAD = (
    "结对帮扶协议\n\n甲方：云溪市实验小学\n乙方：石桥镇中心小学\n双方协商一致，约定如下：\n一、甲方每学期送教3次。\n二、乙方安排送教教师的食宿。\n"
    "三、期限自2024年9月1日起至2027年8月31日止。\n四、本协议自签字之日起生效，一式两份，双方各执一份。\n"
)
_ONE = "\n甲方（盖章）：云溪市实验小学\n代表：陆远航\n2024年8月26日\n"
NAMED_BELOW = [
    "抄送：石桥镇中心小学",
    "抄送：档案室、石桥镇中心小学",
    "抄报：云溪市教育局、石桥镇中心小学",
    "主送：石桥镇中心小学",
    "分送：石桥镇中心小学、各教研组",
    "报送：云溪市教育局、石桥镇中心小学",
    "发送单位：石桥镇中心小学",
    "抄送单位：石桥镇中心小学、本校各处室",
    "签订地点：石桥镇中心小学会议室",
    "签约地点：石桥镇中心小学",
    "联系地址：石桥镇中心小学教务处",
    "联系单位：石桥镇中心小学",
    "户名：石桥镇中心小学",
    "收款单位：石桥镇中心小学",
    "存档单位：石桥镇中心小学",
    "承办单位：石桥镇中心小学",
    "（抄送：石桥镇中心小学）",
    "备注：石桥镇中心小学教师名单另附",
]
SIGNED_BELOW = [
    "乙方（盖章）：石桥镇中心小学",
    "石桥镇中心小学（盖章）",
    "石桥镇中心小学\n代表：覃秀梅\n2024年8月26日",
    "乙方代表签字：覃秀梅",
    "乙方：石桥镇中心小学（公章）",
    "（乙方盖章）",
    "乙方单位：石桥镇中心小学",
    "乙方负责人：覃秀梅",
    "石桥镇中心小学校长：覃秀梅",
    "双方代表签字：陆远航、覃秀梅",
    "甲乙双方盖章：",
    "乙方",
    "乙方签名：覃秀梅　　2024年8月26日",
    "石桥镇中心小学 覃秀梅",
    "乙方盖章处",
]
_TABLE = "\n签约方 | 单位（盖章） | 代表签字 | 日期\n甲方 | 云溪市实验小学 | 陆远航 | 2024年8月26日\n"
OPEN_ROWS = [
    "乙方 | 石桥镇中心小学 |  | 2024年8月26日",
    "乙方 | 石桥镇中心小学 |            | 2024年8月26日",
    "乙方 | 石桥镇中心小学 | ________ | 2024年8月26日",
    "乙方 | 石桥镇中心小学 | （　　　　） | 2024年8月26日",
    "乙方 | 石桥镇中心小学 | （签字） | 2024年8月26日",
    "乙方 | 石桥镇中心小学 | ＿＿＿＿＿ | 二〇二四年八月二十六日",
    "乙方|石桥镇中心小学||2024.8.26",
    "乙方 ｜ 石桥镇中心小学 ｜ ____ ｜ 2024/8/26",
    "乙方\t石桥镇中心小学\t\t2024年8月26日",
    "乙方 | （章） |  | 2024年8月26日",
]
SOUND_ROWS = [
    "乙方 | 石桥镇中心小学 | 覃秀梅 | 2024年8月26日",
    "乙方 | 石桥镇中心小学 | —— | 2024年8月26日",
    "乙方 | 石桥镇中心小学 | / | 2024年8月26日",
    "乙方 | （章） | 覃秀梅 | 2024年8月26日",
    "乙方|石桥镇中心小学|覃秀梅|2024.8.26",
    "乙方 ｜ 石桥镇中心小学 ｜ 覃 秀 梅 ｜ 2024/8/26",
    "乙方 | 石桥镇中心小学 | 覃秀梅（代） | 2024年8月26日",
    "乙方\t石桥镇中心小学\t覃秀梅\t2024年8月26日",
    "乙方 | 石桥镇中心小学 | 覃某 | 2024年8月26日",
    "乙方 |  | 覃秀梅 | 2024年8月26日",
]


@pytest.mark.parametrize("line", NAMED_BELOW)
def test_who_gets_the_paper_has_not_signed(line: str) -> None:
    assert found("missing-signature", f"{_HEAD}{_ONE}\n{line}\n")


@pytest.mark.parametrize("line", SIGNED_BELOW)
def test_who_signs_in_other_words_has(line: str) -> None:
    assert found("missing-signature", f"{_HEAD}{_ONE}\n{line}\n") == []


@pytest.mark.parametrize("line", ["本协议自双方签字盖章之日起生效", "本协议经双方代表签字后生效", "双方签字盖章后一式两份"])
def test_a_last_clause_without_a_stop_is_no_line_for_all(line: str) -> None:
    assert found("missing-signature", f"{_HEAD}{line}\n{_ONE}")


@pytest.mark.parametrize("head", ["签约方 | 单位（盖章） | 日期", "签约方 | 单位（盖章） | 代表签字 | 日期", "签约单位|公章|负责人|日期"])
def test_a_table_of_one_row_is_one_signature(head: str) -> None:
    row = {3: "甲方|云溪市实验小学|2024年8月26日", 4: "甲方|云溪市实验小学|陆远航|2024年8月26日"}[len(head.split("|"))]
    (told,) = found("missing-signature", f"{_HEAD}\n{head}\n{row}\n")
    assert "乙方" in told


def test_a_head_behind_the_preamble_is_no_signature_block() -> None:
    body = _HEAD.replace("结对帮扶协议\n", "结对帮扶协议\n双方经友好协商，就结对帮扶一事约定如下。")
    (told,) = found("missing-signature", f"{body}\n签约方 | 单位（盖章） | 日期\n乙方 | 石桥镇中心小学 | 2024年8月26日\n")
    assert "甲方" in told


@pytest.mark.parametrize("row", OPEN_ROWS)
def test_a_row_may_be_unsigned(row: str) -> None:
    table = _TABLE.replace(" | ", "\t") if "\t" in row else _TABLE
    assert found("blank-signature", f"{_HEAD}{table}{row}\n")


@pytest.mark.parametrize("row", SOUND_ROWS)
def test_a_row_may_be_signed_or_ask_for_no_person(row: str) -> None:
    table = _TABLE.replace(" | ", "\t") if "\t" in row else _TABLE
    assert found("blank-signature", f"{_HEAD}{table}{row}\n") == []
