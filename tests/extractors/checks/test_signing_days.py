"""Signing dates: too late for the term, too far apart."""

from __future__ import annotations

import pytest

from tests.extractors.checks.dated_papers import Changes, findings, signed, subjects

TERM = "帮扶期限为三年，自2024年9月1日起至2027年8月31日止。"
LATE: list[Changes] = [
    {"term": TERM, "signatures": signed("2025年4月10日")},
    {"term": TERM, "signatures": signed("2025年3月2日")},
    {"term": TERM, "signatures": signed("2027年9月1日")},
    {"term": TERM, "signatures": signed("2030年1月1日")},
    {"term": TERM, "signatures": signed("2025.6.1")},
    {"term": TERM, "signatures": signed("2025-06-01")},
    {"term": TERM, "signatures": signed("二〇二五年六月一日")},
    {"term": TERM, "signatures": signed("2025年6月")},
    {"term": "帮扶期限：2024年9月至2025年7月。", "signatures": signed("2025年8月30日")},
    {"term": "2024—2025学年结对，帮扶期限一学年，自2024年9月起。", "signatures": signed("2025年9月10日")},
    {"term": "本协议有效期自签字之日起至2024年8月31日。", "signatures": signed("2024年9月20日")},
    {"term": "本协议有效期至2024年6月30日。", "signatures": signed("2024年9月20日")},
    {"term": "合作时间：2023.09—2026.08", "signatures": signed("2024年6月18日")},
    {"term": "帮扶期限三年，自2023年9月起。", "signatures": signed("2024年5月6日")},
    {"term": "帮扶时间：2023年秋季学期至2026年春季学期。", "signatures": signed("2024年9月1日")},
    {"term": "合作期限：2022年—2024年。", "signatures": signed("2025年3月1日")},
    {"term": "合作期限：2022年—2024年。", "signatures": signed("2023年9月1日")},
    {"term": "帮扶期限：2023-2024学年。", "signatures": signed("2025年3月1日")},
    {"term": TERM, "signatures": "甲方：云溪市实验小学（盖章）\n代表：陆远航\n乙方：石桥镇中心小学（盖章）\n代表：覃秀梅\n2025年5月20日"},
    {
        "term": TERM,
        "signatures": "甲方（盖章）：云溪市实验小学\n法定代表人：陆远航\n签订日期：2025年5月20日\n\n乙方（盖章）：石桥镇中心小学\n法定代表人：覃秀梅\n签订日期：2025年5月21日",
    },
    {
        "term": TERM,
        "head": "甲方（帮扶学校）：云溪市实验小学\n乙方（受援学校）：石桥镇中心小学\n签订日期：2025年5月20日",
        "signatures": "甲方（盖章）：云溪市实验小学        乙方（盖章）：石桥镇中心小学\n代表签字：陆远航                    代表签字：覃秀梅",
    },
    {
        "term": TERM,
        "further": "本协议于2025年5月20日在云溪市签订。",
        "signatures": "甲方（盖章）：云溪市实验小学        乙方（盖章）：石桥镇中心小学\n代表签字：陆远航                    代表签字：覃秀梅",
    },
    {
        "title": "结对帮扶协议书\n签订时间：2025年5月20日",
        "term": TERM,
        "signatures": "甲方（盖章）：云溪市实验小学        乙方（盖章）：石桥镇中心小学",
    },
]
IN_TIME: list[Changes] = [
    {"term": TERM, "signatures": signed("2024年8月26日")},
    {"term": TERM, "signatures": signed("2024年9月10日")},
    {"term": TERM, "signatures": signed("2025年2月28日")},
    {"term": TERM, "signatures": signed("2025年3月1日")},
    {"term": TERM, "signatures": signed("2023年8月26日")},
    {"term": "帮扶期限：2024年至2026年。", "signatures": signed("2024年12月1日")},
    {"term": "帮扶期限：2024年至2026年。", "signatures": signed("2025年3月1日")},
    {"term": "自签字之日起三年。", "signatures": signed("2025年5月1日")},
    {"term": "本协议有效期至2027年8月31日。", "signatures": signed("2025年5月1日")},
    {"term": TERM, "signatures": signed("    年   月   日")},
    {"term": TERM, "signatures": signed("20XX年9月1日")},
    {"term": TERM, "signatures": signed("2024年9月1日", "2025年6月1日")},
    {"term": TERM, "signatures": signed("9月1日")},
    {"term": "帮扶期限三年。", "signatures": signed("2025年5月1日")},
    {"term": "帮扶期限：20XX年9月至20XX年8月。", "signatures": signed("2025年5月1日")},
    {"term": "帮扶期限自20__年__月至20__年__月。", "signatures": signed("2025年5月1日")},
    {"term": "合作期限：2024年秋季学期至2027年春季学期。", "signatures": signed("2025年3月1日")},
    {"term": "帮扶期限为2024年9月1日至2025年8月31日，期满自动顺延。", "signatures": signed("2024年9月1日")},
    {"term": TERM, "signatures": signed("2024年9月1日"), "further": "根据双方2020年签订的框架协议，双方已合作四年。"},
    {
        "term": TERM,
        "signatures": signed("2024年9月1日"),
        "preamble": "双方于2021年9月至2024年7月开展了首轮结对，成效明显，经协商，达成如下协议。",
    },
    {"term": "帮扶期限三年，自2021年9月至2024年8月已期满，现续签三年，自2024年9月1日起至2027年8月31日止。"},
    {"preamble": "甲乙双方于2021年8月签订结对帮扶协议，期限三年，自2021年9月1日起至2024年8月31日止。现协议已到期，经协商，续签如下协议。"},
    {"preamble": "甲乙双方曾签订《结对帮扶协议》（2019年9月—2022年8月），经协商，续签如下协议。"},
    {"term": "帮扶期限：三年。", "further": "原协议有效期为2021年9月1日至2024年8月31日。"},
    {"term": TERM, "annexes": "附件1：2021—2024年帮扶情况\n帮扶时间：2021年9月至2024年8月"},
    {
        "term": "",
        "preamble": "双方于2022年9月1日签订了结对帮扶协议，期限三年，自2022年9月1日至2025年8月31日止。现就补充事项达成如下协议。",
        "title": "结对帮扶补充协议",
    },
]
FAR_APART: list[Changes] = [
    {"term": TERM, "signatures": signed("2024年8月26日", "2024年10月15日")},
    {"term": TERM, "signatures": signed("2024年8月26日", "2025年8月26日")},
    {"term": TERM, "signatures": signed("2024.8.26", "2024.11.1")},
    {"term": TERM, "signatures": signed("2024-08-26", "2024-10-01")},
    {"term": TERM, "signatures": signed("二〇二四年八月二十六日", "二〇二四年十月八日")},
    {"term": TERM, "signatures": signed("2024年6月", "2024年8月26日")},
    {"term": TERM, "signatures": signed("2023年8月26日", "2024年8月26日")},
    {"term": TERM, "signatures": signed("2024年7月1日", "2024年8月1日")},
    {
        "term": TERM,
        "signatures": "甲方（盖章）：云溪市实验小学\n法定代表人：陆远航\n签订日期：2024年8月20日\n\n乙方（盖章）：石桥镇中心小学\n法定代表人：覃秀梅\n签订日期：2024年10月21日",
    },
    {
        "term": TERM,
        "signatures": "甲方：云溪市实验小学（公章）  代表：陆远航  2024年8月1日\n乙方：石桥镇中心小学（公章）  代表：覃秀梅  2024年9月20日",
    },
    {"term": TERM, "signatures": "甲方（签章）：云溪市实验小学\n日期：2024年8月1日\n乙方（签章）：石桥镇中心小学\n日期：2024年9月20日"},
    {
        "term": TERM,
        "signatures": "| 甲方（盖章）：云溪市实验小学 | 乙方（盖章）：石桥镇中心小学 |\n| 代表：陆远航 | 代表：覃秀梅 |\n| 2024年8月1日 | 2024年9月20日 |",
    },
    {
        "term": TERM,
        "signatures": "甲方（盖章）            乙方（盖章）\n\n负责人：陆远航          负责人：覃秀梅\n\n时间：2024年8月1日      时间：2024年9月20日",
    },
    {"term": TERM, "signatures": signed("8月26日", "10月15日")},
    {
        "term": TERM,
        "signatures": "甲方签字（盖章）：                 乙方签字（盖章）：\n签字时间：2024年5月1日              签字时间：2024年9月20日",
    },
    {
        "term": TERM,
        "signatures": "云溪市实验小学（盖章）\n校长（签字）：陆远航\n2024年6月3日\n\n石桥镇中心小学（盖章）\n校长（签字）：覃秀梅\n2024年8月30日",
    },
]
CLOSE: list[Changes] = [
    {"term": TERM, "signatures": signed("2024年8月26日")},
    {"term": TERM, "signatures": signed("2024年8月26日", "2024年9月25日")},
    {"term": TERM, "signatures": signed("2024年8月1日", "2024年8月31日")},
    {"term": TERM, "signatures": signed("2024年12月31日", "2025年1月3日")},
    {"term": TERM, "signatures": signed("2024年8月26日", "    年   月   日")},
    {"term": TERM, "signatures": signed("2024年8月", "2024年9月")},
    {"term": TERM, "signatures": signed("20XX年8月26日", "2024年12月1日")},
    {"term": TERM, "signatures": signed("8月26日", "9月1日")},
    {"term": TERM, "signatures": signed("12月28日", "1月5日")},
    {
        "term": TERM,
        "signatures": "甲方（盖章）：云溪市实验小学        乙方（盖章）：石桥镇中心小学\n代表签字：陆远航                    代表签字：覃秀梅\n2024年8月26日\n见证方（盖章）：云溪市教育局\n2024年12月1日",
    },
    {
        "term": TERM,
        "signatures": "甲方（盖章）：云溪市实验小学\n代表签字：陆远航\n2024年8月26日\n乙方（盖章）：石桥镇中心小学\n代表签字：覃秀梅\n2024年8月27日\n鉴证单位（盖章）：云溪市教育局\n2024年12月1日",
    },
    {
        "term": TERM,
        "signatures": "甲方（盖章）：云溪市实验小学        乙方（盖章）：石桥镇中心小学\n代表签字：陆远航                    代表签字：覃秀梅\n2024年8月26日                       2024年8月26日\n主管部门审核意见：同意。\n云溪市教育局（盖章）\n2024年11月1日",
    },
    {
        "term": TERM,
        "signatures": "甲方（盖章）：云溪市实验小学        乙方（盖章）：石桥镇中心小学\n2024年8月26日                       2024年8月26日\n\n制表日期：2024年12月20日",
    },
    {
        "term": TERM,
        "signatures": "甲方（盖章）：云溪市实验小学        乙方（盖章）：石桥镇中心小学\n2024年8月26日                       2024年8月26日\n主管部门（盖章）：云溪市教育局\n日期：2024年12月20日",
    },
    {
        "term": TERM,
        "signatures": "甲方（盖章）：云溪市实验小学        乙方（盖章）：石桥镇中心小学\n2024年8月26日                       2024年8月26日",
        "annexes": "附件：帮扶教师名单\n统计时间：2024年12月20日",
    },
]


@pytest.mark.parametrize("changes", LATE)
def test_late(changes: Changes) -> None:
    assert subjects("signed-after-term", changes) == ["term"]


@pytest.mark.parametrize("changes", IN_TIME)
def test_in_time(changes: Changes) -> None:
    assert subjects("signed-after-term", changes) == []


@pytest.mark.parametrize("changes", FAR_APART)
def test_far_apart(changes: Changes) -> None:
    assert subjects("sign-date-conflict", changes) == ["signing"]


@pytest.mark.parametrize("changes", CLOSE)
def test_close(changes: Changes) -> None:
    assert subjects("sign-date-conflict", changes) == []


def test_the_message_names_both_days() -> None:
    (found,) = findings("sign-date-conflict", {"signatures": signed("2024年8月26日", "2024年10月15日")})
    assert found.message == "甲方签于2024年8月26日，乙方签于2024年10月15日，相差50天"
    assert [span.text for span in found.spans] == ["2024年10月15日", "2024年8月26日"]
