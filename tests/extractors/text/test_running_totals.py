"""Which figures add up a longer time."""

from __future__ import annotations

import pytest

from extractors.text.running_totals import adds_up

READS = [
    "截至目前，累计投入资金",
    "截止今年10月，爱心企业和个人捐款约",
    "三年来，东湾市投入",
    "近年来，鹿港区选派教师",
    "十余年来，基金会资助学生",
    "2021年以来，先后选派教师",
    "自2021年结对以来，两地教育部门签订协作协议，东湾市先后选派支教教师",
    "今年以来已上公开课",
    "两个学期来，送教",
    "慈善会历年捐赠",
    "至今已资助",
    "5月8日举行仪式。截至当月，共捐款",
]
LEAVES_ALONE = [
    "",
    "5月8日，东湾市捐赠",
    "活动当天累计捐款",
    "捐赠仪式现场，企业累计捐款",
    "此次活动累计送课",
    "教师三年来自东湾市，捐款",
    "他三年来到云岭县，带来",
    "报名截止日期前，学校收到",
    "累计投入3600万元。仪式上捐赠",
    "截至目前共投入3600万元！东湾市又捐赠",
    "近三年的教师共",
    "三年后再选派",
    "将来，学校选派",
]


@pytest.mark.parametrize("before", READS)
def test_adds_up(before: str) -> None:
    assert adds_up(before)


@pytest.mark.parametrize("before", LEAVES_ALONE)
def test_leaves_alone(before: str) -> None:
    assert not adds_up(before)


def test_a_long_text_costs_no_more_than_its_last_sentence() -> None:
    assert not adds_up("累计" * 1_000_000 + "。捐赠")
    assert not adds_up("累计" + "，捐" * 1_000_000)
