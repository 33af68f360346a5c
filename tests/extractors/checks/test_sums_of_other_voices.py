"""Sums in the words of other bureaus: steps of a rate, instalments behind a bare sum, a total that is paid off, tables with givers."""

from __future__ import annotations

import pytest

from tests.extractors.checks.papers import found, further

RULE = "amount-sum-mismatch"
FINDS = (
    "甲方向乙方的孤困学生每人每月发放补助600元，每学期按5个月计算，每人每学期共4000元。",
    "甲方为乙方支教教师每人每月补助800元，每学年发放10个月，每人每学年合计9000元。",
    "甲方资助乙方12万元，首期拨付3.6万元，第二期拨付4.8万元，余款3.9万元在项目完成后付清。",
    "甲方向乙方捐赠30万元，首笔支付10万元，二期支付15万元，尾款6万元验收后付清。",
    "甲方捐助乙方20万元，签订后拨付8万元，中期拨付6万元，余款5万元年底前结清。",
    "甲方连续三年、每年出资30000元支持乙方购置图书和教学仪器，总额80000元。",
    "甲方连续两年每年资助5万元用于图书室建设，总金额12万元。",
    "甲方每学年出资7000元，资助乙方家庭经济困难学生10名，人均500元。",
    "甲方资助总额120000元，按年支付，每年20000元，五年付清。",
    "总经费30万元，分年支付，每年8万元，三年内付清。",
    "经费安排如下：\n用途  金额  承担方\n充实图书室  10000元  甲方\n购置教学设备  20000元  甲方\n总计  35000元  甲方",
    "经费安排如下：\n用途\t金额\t承担方\n充实图书室\t10000元\t甲方\n购置教学设备\t20000元\t甲方\n合  计\t35000元\t甲方",
)
STAYS_SILENT = (
    "甲方向乙方的孤困学生每人每月发放补助600元，每学期按5个月计算，每人每学期共3000元。",
    "甲方向乙方的孤困学生每人每月发放补助600元，每学期按5个月计算，每人每学年共6000元。",
    "甲方每人每月补助600元，每学期按5个月计算，交通费每人每学期共200元。",
    "甲方每人每月发放补助600元，另发一次性安家费1000元，每人每学期共4000元。",
    "甲方资助乙方12万元，首期拨付3.6万元，第二期拨付4.8万元，余款3.6万元在项目完成后付清。",
    "甲方资助乙方12万元，首期拨付3.6万元，第二期拨付4.8万元，其余在项目完成后付清。",
    "甲方向乙方提供资金25万元，首付款10万元，二期款10万元，尾款待验收后支付。",
    "甲方资助5万元购买图书，第一期工程拨付10万元，第二期拨付20万元，余款5万元年底付清。",
    "甲方连续三年、每年出资30000元支持乙方购置图书，另捐电脑，总额120000元。",
    "甲方每学年出资5000元，资助乙方家庭经济困难学生10名，人均500元。",
    "甲方每学年出资7000元，资助乙方困难学生10名，人均500元，其余用于购买图书。",
    "甲方每学年出资7000元，资助乙方学生10名，均来自人均收入500元的家庭。",
    "甲方每年安排2万元资助学生，初中生20名，每人500元，高中生10名，每人1000元。",
    "甲方资助总额100000元，按年支付，每年20000元，五年付清。",
    "经费安排如下：\n用途  金额  承担方\n充实图书室  10000元  甲方\n购置教学设备  20000元  乙方\n总计  30000元  双方",
)


def paper(body: str) -> str:
    """The clean agreement with one more clause, and the rows of a table below it as they are."""
    words, _, rows = body.partition("\n")
    return further(words).replace(words, f"{words}\n{rows}" if rows else words)


@pytest.mark.parametrize("body", FINDS)
def test_finds_the_sum_that_does_not_add_up(body: str) -> None:
    assert found(RULE, paper(body))


@pytest.mark.parametrize("body", STAYS_SILENT)
def test_is_silent_where_a_reading_adds_up(body: str) -> None:
    assert not found(RULE, paper(body))
