"""Plain papers in words of their own: A方 and B方, a number in 【】, a head in brackets, labels by the side alone.

Every paper is sound as it stands; one passage is changed, and one rule alone has to speak.
"""

from __future__ import annotations

import pytest

from extractors import read_text

_LATIN = """校际结对协议书

A方：云溪市实验小学
B方：石桥镇中心小学

本着“资源共享、优势互补”的原则，双方议定：
一、期限
起：2024年9月1日  止：2027年8月31日
二、A方任务
1.每学期选派2名骨干教师到B方任教。
2.每年支持B方教研经费5000元（伍仟元）。
三、B方任务
1.为A方教师安排食宿。
2.每学期选派4名教师到A方学习。
四、附则
1.双方应严格履行本协议，违者由教育局通报批评。
2.未尽事宜，双方另行协商。
3.本协议共印3份，A方1份、B方1份、教研室1份。
4.本协议自双方签字之日起生效。

A方（盖章）                B方（盖章）
主要负责人：陆远航          主要负责人：覃秀梅
2024年8月26日              2024年8月27日
"""
_BRACKETED = """城乡学校结对发展协议

本协议由以下双方签订：
（援教方）云溪市实验小学
（受援方）石桥镇中心小学

双方就结对事项协商一致，特立此约。
【一】援教方任务
①每学期选派2名骨干教师到受援方任教；
②每学期为受援方举办讲座2场；
③为受援方捐赠价值2万元的图书。
【二】受援方任务
①为支教教师提供必要的工作条件；
②按要求选送6名教师赴援教方进修，时间1个月。
【三】时间约定
帮扶工作于2024年9月1日启动，2027年8月31日完成。
【四】其他
①双方若有争执，由上级部门调解。
②未尽事宜，双方可随时协商。
③此件一式三份，援教方、受援方各一份，市教育局留存一份。
④本协议签字即生效。

援教方：云溪市实验小学
（签章）
签约代表：陆远航
签于2024年8月26日
受援方：石桥镇中心小学
（签章）
签约代表：覃秀梅
签于2024年8月26日
"""
_UNITS = """结对帮扶协议书

派员单位
单位名称：云溪市实验小学
负责人：陆远航
受员单位
单位名称：石桥镇中心小学
负责人：覃秀梅

双方协商一致，约定如下。
一　时间约定
2024年9月1日至2027年8月31日。
二　（派员单位）帮扶事项
1、派员单位向受员单位捐赠价值2万元的图书；
2、每学期到受员单位听评课10节以上。
三　（受员单位）配合事项
1、安排专人与派员单位对接；
2、对所捐图书登记造册，妥善使用。
四　责任追究
如有违约，报请市教育局处理。
五　附则
1、如有未尽事宜，双方另行约定。
2、此协议两份，派员单位、受员单位双方各存一份。
3、本协议由双方签字并盖章后生效。

派员单位（盖章）：云溪市实验小学
学校负责人：陆远航    日期：2024年8月26日
受员单位（盖章）：石桥镇中心小学
学校负责人：覃秀梅    日期：2024年8月26日
"""
PAPERS = {"latin": _LATIN, "bracketed": _BRACKETED, "units": _UNITS}


def _found(text: str) -> set[tuple[str, str]]:
    record = read_text(text, names=False)
    assert record.outcome.status == "read", record.outcome.message
    return {(one.rule, one.subject) for document in record.documents for one in document.findings}


@pytest.mark.parametrize("text", PAPERS.values(), ids=PAPERS)
def test_sound_as_they_stand(text: str) -> None:
    assert _found(text) == set()


# a paper, its words, what they become, the rule that speaks and its subject
FINDS = [
    ("latin", "B方：石桥镇中心小学", "B方：________", "blank-party", "B方"),
    ("latin", "B方：石桥镇中心小学", "B方：（待定）", "blank-party", "B方"),
    ("latin", "B方：石桥镇中心小学", "B方：【        】", "blank-party", "B方"),
    ("latin", "B方：石桥镇中心小学", "B方：【××学校】", "blank-party", "B方"),
    ("latin", "主要负责人：覃秀梅", "主要负责人：      ", "blank-signature", "B方"),
    ("latin", "              2024年8月27日", "              2024年12月27日", "sign-date-conflict", "signing"),
    ("latin", "\n2024年8月26日              2024年8月27日", "", "missing-sign-date", "signing"),
    ("latin", "止：2027年8月31日", "止：2023年8月31日", "term-reversed", "term"),
    ("latin", "三、B方任务\n1.为A方教师安排食宿。\n2.每学期选派4名教师到A方学习。\n四", "三", "missing-duties", "B方"),
    ("latin", "，违者由教育局通报批评", "", "missing-liability", "liability"),
    ("latin", "共印3份", "共印5份", "copies-mismatch", "copies"),
    ("latin", "教研经费5000元（伍仟元）", "教研经费（    元）", "blank-amount", "funding"),
    ("latin", "教研经费5000元（伍仟元）", "教研经费5000元（伍佰元）", "amount-words-mismatch", "funding"),
    ("bracketed", "（受援方）石桥镇中心小学", "（受援方）某某镇某某小学", "blank-party", "受援方"),
    ("bracketed", "签约代表：覃秀梅\n签于2024年8月26日", "签约代表：覃秀梅", "missing-sign-date", "signing"),
    ("bracketed", "【三】时间约定\n帮扶工作于2024年9月1日启动，2027年8月31日完成。\n【四】", "【三】", "missing-term", "term"),
    ("bracketed", "【四】其他", "【五】其他", "clause-gap", "四"),
    ("bracketed", "【四】其他", "【三】其他", "clause-duplicate", "三"),
    ("bracketed", "①双方若有争执，由上级部门调解。\n②", "②", "missing-liability", "liability"),
    ("bracketed", "此件一式三份", "此件一式五份", "copies-mismatch", "copies"),
    ("bracketed", "价值2万元的图书", "价值    元的图书", "blank-amount", "funding"),
    ("bracketed", "2027年8月31日完成", "2027年8月32日完成", "impossible-date", "date"),
    ("units", "单位名称：石桥镇中心小学", "单位名称：____________", "blank-party", "受员单位"),
    ("units", "价值2万元", "价值 ____ 元", "blank-amount", "funding"),
    ("units", "此协议两份", "此协议四份", "copies-mismatch", "copies"),
    ("units", "2024年9月1日至2027年8月31日。", "2024年9月1日至2021年8月31日。", "term-reversed", "term"),
    ("units", "四　责任追究", "五　责任追究", "clause-gap", "四"),
    ("units", "2、对所捐图书", "2、每年13月底前对所捐图书", "impossible-date", "date"),
    ("units", "覃秀梅    日期：2024年8月26日", "覃秀梅    日期：2024年11月26日", "sign-date-conflict", "signing"),
]


@pytest.mark.parametrize(("paper", "words", "others", "rule", "subject"), FINDS)
def test_finds(paper: str, words: str, others: str, rule: str, subject: str) -> None:
    assert words in PAPERS[paper]
    head, _, tail = PAPERS[paper].rpartition(words) if "签约" in words or "日期" in words else PAPERS[paper].partition(words)
    assert (rule, subject) in _found(f"{head}{others}{tail}")


# a paper, its words, what they become: it is sound still
STILL_SOUND = [
    ("latin", "A方1份、B方1份、教研室1份", "双方各1份，教研室1份"),
    ("latin", "止：2027年8月31日", "止：二〇二七年八月三十一日"),
    ("latin", "主要负责人：覃秀梅", "分管负责人：覃秀梅"),
    ("latin", "B方：石桥镇中心小学", "B方：石桥镇中心小学（以下简称“石桥小学”）"),
    ("latin", "违者由教育局通报批评", "如有争执，报教育局裁定"),
    ("latin", "教研经费5000元（伍仟元）", "教研经费（5000元）"),
    ("latin", "选派2名骨干教师到B方任教", "按A方案选派2名骨干教师到B方任教"),
    ("bracketed", "（援教方）云溪市实验小学", "（援教方）：云溪市实验小学"),
    ("bracketed", "此件一式三份", "本协议一式三份"),
    ("latin", "A方：云溪市实验小学", "A方：【云溪市实验小学】"),
    ("latin", "B方：石桥镇中心小学", "B方：“石桥镇中心小学”"),
    ("bracketed", "【三】时间约定", "【三】期限约定"),
    ("bracketed", "【四】其他", "【四】其他约定"),
    ("bracketed", "时间1个月", "时间30天"),
    ("bracketed", "启动，2027年8月31日完成", "开始，到2027年8月31日结束"),
    ("units", "一　时间约定", "一、时间约定"),
    ("units", "2、对所捐图书", "2、每年12月底前对所捐图书"),
    ("units", "此协议两份", "本协议一式两份"),
    ("units", "价值2万元的图书", "价值2万元（单位：万元）的图书"),
    ("units", "四　责任追究", "四、责任追究"),
]


@pytest.mark.parametrize(("paper", "words", "others"), STILL_SOUND)
def test_still_sound(paper: str, words: str, others: str) -> None:
    assert words in PAPERS[paper]
    assert _found(PAPERS[paper].replace(words, others, 1)) == set()
