"""Splitting a page into documents: where each stands, its kind and its title."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.documents import Section, find_documents
from extractors.readers.source_text import Furniture, Heading, SourceText
from extractors.text.normal import NormalText, normalise

_BODY = """甲方：青石县第一小学
乙方：柳树乡中心小学
为促进城乡教育均衡发展，双方经协商，自愿达成如下协议：
一、甲方每学期选派教师2名，到乙方任教。
二、本协议一式两份，双方各执一份。
甲方（盖章）：
联系电话：0000-000000
乙方（盖章）：
2023年9月1日
"""
_AGREEMENT = f"结对帮扶协议书\n{_BODY}"
_PLAN = """城乡学校结对帮扶工作方案
为推进城乡义务教育均衡发展，提升薄弱学校办学水平，特制定本方案。
一、目标
三年内建成10所优质学校。
主办单位：青石县教育局
青石县教育局
2023年9月1日
"""
_SUMMARY = """2023年结对帮扶工作总结
一年来，我校在县教育局的领导下，扎实开展结对帮扶，现将工作情况总结如下：
一、送课36节。
青石县第一小学
2023年12月20日
"""
_NOTICE = """关于签订结对帮扶协议的通知
各中小学：
请各校按照附件的格式与受援学校签订协议，并于9月底前报县教育局备案。
青石县教育局
2023年9月1日
"""
_NEWS = """城乡携手共进 结对同行暖心
发布时间：2023-09-05 来源：青石县教育局 浏览次数：12
9月1日，青石县第一小学教师一行12人来到柳树乡中心小学，开展送教下乡活动。
活动中，教师们共上示范课4节，受到师生欢迎。
"""
_TAIL = "上一篇：开学典礼举行\n下一篇：关于放假的通知\n"


def _normal(text: str, **parts: tuple[Furniture, ...] | tuple[Heading, ...]) -> NormalText:
    return normalise(SourceText(text, "text/plain", **parts), str)  # type: ignore[arg-type]  # parts are keywords of several types


def _told(normal: NormalText) -> list[tuple[str, str | None]]:
    return [(one.kind, normal.text[one.title.start : one.title.end] if one.title else None) for one in find_documents(normal)]


READS = [
    ("an agreement", _AGREEMENT, [("agreement", "结对帮扶协议书")]),
    ("a plan", _PLAN, [("plan", "城乡学校结对帮扶工作方案")]),
    ("a summary", _SUMMARY, [("summary", "2023年结对帮扶工作总结")]),
    ("a notice", _NOTICE, [("notice", "关于签订结对帮扶协议的通知")]),
    ("news", _NEWS, [("news", "城乡携手共进 结对同行暖心")]),
    (
        "two without numbers",
        _AGREEMENT + _AGREEMENT.replace("协议书", "协议"),
        [("agreement", "结对帮扶协议书"), ("agreement", "结对帮扶协议")],
    ),
    ("a plan and a summary", _PLAN + _SUMMARY, [("plan", "城乡学校结对帮扶工作方案"), ("summary", "2023年结对帮扶工作总结")]),
    (
        "numbered",
        "".join(f"帮扶协议书{number}\n{_BODY}" for number in (1, 2, 3)),
        [("agreement", f"帮扶协议书{number}") for number in (1, 2, 3)],
    ),
    (
        "篇一 and 篇二",
        "".join(f"篇{number}：帮扶协议\n{_BODY}" for number in "一二"),
        [("agreement", "篇一：帮扶协议"), ("agreement", "篇二：帮扶协议")],
    ),
    (
        "numbered, with furniture around",
        f"学校帮扶协议书范文2篇\n导语：以下是整理的协议书，供大家参考。\n帮扶协议书1\n{_BODY}帮扶协议书2\n{_BODY}{_TAIL}",
        [("agreement", "帮扶协议书1"), ("agreement", "帮扶协议书2")],
    ),
    ("a red head", f"青石县教育局文件\n青教〔2023〕15号\n{_NOTICE}", [("notice", "关于签订结对帮扶协议的通知")]),
    ("a date line above", f"2023年9月1日\n{_AGREEMENT}", [("agreement", "结对帮扶协议书")]),
    ("a title with a number", f"结对帮扶协议书（2023-2024学年）\n{_BODY}", [("agreement", "结对帮扶协议书（2023-2024学年）")]),
    (
        "a notice with a form",
        f"{_NOTICE}附件\n结对帮扶协议书\n{_BODY}",
        [("notice", "关于签订结对帮扶协议的通知"), ("agreement", "结对帮扶协议书")],
    ),
    ("a menu above", f"首页 机构 新闻\n您现在的位置：首页\n{_NEWS}", [("news", "城乡携手共进 结对同行暖心")]),
    ("one line", "9月1日，青石县第一小学与柳树乡中心小学签订结对帮扶协议。", [("news", None)]),
    ("no title", _BODY, [("agreement", None)]),
    ("news of a signing", f"两校签订结对帮扶协议\n{_NEWS.split(chr(10), 1)[1]}", [("news", "两校签订结对帮扶协议")]),
    (
        "a subtitle",
        f"城乡携手谱新篇\n——青石县第一小学2023年结对帮扶工作汇报\n{_SUMMARY.split(chr(10), 1)[1]}",
        [("summary", "城乡携手谱新篇")],
    ),
]
READS += [
    (
        "two pieces of news",
        f"{_NEWS}{_NEWS.replace('城乡携手共进 结对同行暖心', '送教到校暖人心').replace('9月1日', '9月2日').replace('4节', '6节')}{_TAIL}",
        [("news", "城乡携手共进 结对同行暖心"), ("news", "送教到校暖人心")],
    ),
    ("a title below long menus", "\n".join(f"栏目{at}" for at in range(40)) + f"\n{_NEWS}", [("news", "城乡携手共进 结对同行暖心")]),
    (
        "lines of labels above the outlet",
        "城乡携手共进\n——送教侧记\n文/图 李沐阳\n2023-09-05\n来源：青石县教育局\n" + _NEWS.split("\n", 2)[2],
        [("news", "城乡携手共进")],
    ),
    (
        "a newspaper's report on a year",
        "结对帮扶2023年度报告\n青石日报　2023年9月5日　03版　来源：青石日报\n" + _NEWS.split("\n", 2)[2],
        [("news", "结对帮扶2023年度报告")],
    ),
    ("a day and hour alone", f"城乡携手共进\n2023年09月05日 16:05\n{_NEWS.split(chr(10), 2)[2]}", [("news", "城乡携手共进")]),
]
_PROSE_HEAD = (
    "青石县第一小学（以下简称“甲方”）与柳树乡中心小学（以下简称“乙方”），本着互助的原则，开展下列工作。\n一、甲方每学期制定送教计划。\n"
)
READS += [
    (
        "a contract by another word",
        "关爱乡村学校帮扶合约\n资助单位：青石公司\n受助学校：柳树小学\n为支持乡村教育，约定如下：\n本合约一式两份。",
        [("agreement", "关爱乡村学校帮扶合约")],
    ),
    (
        "a contract that works out plans",
        "结对帮扶契约\n两校制定教师培养计划。\n帮扶园（盖章）：\n成员园（盖章）：",
        [("agreement", "结对帮扶契约")],
    ),
    (
        "a line that breaks off on the paper's own name",
        _AGREEMENT.replace(
            "二、本协议一式", "二、附则\n未尽事宜，由双方友好协商确定，补充协议与本协议\n具有同等效力，甲乙双方应当遵照执行。本协议一式"
        ),
        [("agreement", "结对帮扶协议书")],
    ),
    ("a memorandum on plans", "教育协作备忘录\n两校每年制定工作计划。\n本备忘录一式两份。", [("agreement", "教育协作备忘录")]),
    ("two lettered parties in prose", f"携手共建\n{_PROSE_HEAD}", [("agreement", "携手共建")]),
    (
        "a report that names one side's short form",
        f"两校携手\n{_NEWS.split(chr(10), 1)[1]}青石县第一小学（以下简称“甲校”）送课4节。",
        [("news", "两校携手")],
    ),
    (
        "a plan that speaks of agreements",
        f"{_PLAN}各校签订协议书，约定帮扶任务，协议书一式三份。\n",
        [("plan", "城乡学校结对帮扶工作方案")],
    ),
]
# texts that are one document or none, whatever they hold
LEAVES_ALONE = [
    (
        "a sentence broken behind 协议 is no title",
        _AGREEMENT.replace(
            "二、本协议",
            "其它事项\n未尽事宜，由双方友好协商，补充协议与本协议\n具有同等效力。派出人员的食宿，由乙方妥善安排，\n并报备案。\n二、本协议",
        ),
        1,
    ),
    ("empty", "", 0),
    ("blank", " \n\n\t\n", 0),
    ("headlines alone", "我县召开推进会\n县教育局开展调研\n实验小学送教下乡\n两校签订帮扶协议\n", 0),
    ("an annexed table", f"{_AGREEMENT}附件1：\n支教教师安排表\n姓名\t学科\n王明\t语文\n", 1),
    (
        "an annexed plan",
        f"{_AGREEMENT}附件\n2023年度帮扶工作计划\n为落实协议，推动两校共同发展，制定本计划，安排如下：\n一、每学期送课4次。\n",
        1,
    ),
    ("an annexed form behind an agreement", f"{_AGREEMENT}附件\n安全责任书\n{_BODY}", 1),
    ("a title spoken of", f"{_PLAN}结对帮扶协议书\n的格式另行通知。\n", 1),
    ("clauses like titles", f"{_PLAN}一、工作计划\n二、实施方案\n三、考核办法\n为推进城乡义务教育均衡发展，提升薄弱学校办学水平。\n", 1),
    ("numbers that do not run on", f"帮扶协议书3\n{_BODY}", 1),
    ("one numbered", f"帮扶协议书1\n{_BODY}", 1),
    ("headlines with outlet and day below", f"{_NEWS}两校签约\n来源：青石日报 2023-09-02\n送教下乡\n来源：青石日报 2023-09-03\n", 1),
    ("names above an outlet behind the text", f"{_NEWS}\n（宋词　元曲）\n来源：青石日报　2023年8月30日\n", 1),
    ("an outlet behind the text", f"{_NEWS.split(chr(10), 2)[2]}来源：青石日报\n作者：李沐阳\n责任编辑：江映雪\n", 1),
    ("headlines below", f"{_NEWS}相关新闻：\n关于放假的通知\n县教育局开展调研\n", 1),
]
NOT_YET = [
    ("a title on two lines", f"青石县城乡义务教育学校\n{_PLAN.split('学校', 1)[1]}", [("plan", "青石县城乡义务教育学校结对帮扶工作方案")]),
    ("a title on the only line", _AGREEMENT.replace("\n", "　"), [("agreement", "结对帮扶协议书")]),
]


@pytest.mark.parametrize(("text", "told"), [row[1:] for row in READS], ids=[row[0] for row in READS])
def test_reads(text: str, told: list[tuple[str, str | None]]) -> None:
    assert _told(_normal(text)) == told


@pytest.mark.parametrize(("text", "documents"), [row[1:] for row in LEAVES_ALONE], ids=[row[0] for row in LEAVES_ALONE])
def test_leaves_alone(text: str, documents: int) -> None:
    assert len(_told(_normal(text))) == documents


@pytest.mark.parametrize(("text", "told"), [row[1:] for row in NOT_YET], ids=[row[0] for row in NOT_YET])
@pytest.mark.xfail(strict=True, reason="furniture and documents that no rule tells apart yet")
def test_not_yet(text: str, told: list[tuple[str, str | None]]) -> None:
    assert _told(_normal(text)) == told


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("结对帮扶协议书", "agreement"), ("帮扶责任书", "agreement"), ("合作备忘录", "agreement"), ("帮扶工作方案", "plan"), ("帮扶工作计划（2023年）", "plan"),
        ("关于帮扶的实施意见", "plan"), ("帮扶工作总结", "summary"), ("帮扶工作汇报2", "summary"), ("帮扶情况报告", "summary"), ("关于开展帮扶的通知", "notice"),
        ("帮扶倡议书", "notice"), ("两校携手同行", "news"), ("签订协议情况汇报", "summary"), ("关于签订协议的通知", "notice"),
    ],
)  # fmt: skip
def test_a_title_s_last_word_tells_the_kind(title: str, kind: str) -> None:
    text = f"{title}\n青石县第一小学与柳树乡中心小学的教师在一起度过了难忘的一天，收获满满。\n大家都很高兴。\n"
    assert _told(_normal(text)) == [(kind, title)]


def test_the_page_s_tail_is_no_part_of_the_news() -> None:
    normal = _normal(_NEWS + _TAIL)
    (news,) = find_documents(normal)
    assert normal.text[: news.end].endswith("受到师生欢迎。")


def test_what_the_parties_need_each_other_s_leave_for_is_no_tail() -> None:
    told = "未经书面同意，任何一方不得转载、下载对方的资料。\n甲方（盖章）：\n2023年9月1日\n"
    normal = _normal(f"{_AGREEMENT}{told}")
    assert [one.end for one in find_documents(normal)] == [len(normal.text.rstrip())]


def test_what_the_paper_itself_reports_is_no_tail() -> None:
    normal = _normal(
        "两校携手同行\n2024-09-27 17:32　来源：青石教育网\n本网讯 9月25日，两校签约。\n仪式上，甲校向乙校赠书。\n本网转载文章版权归原作者"
    )
    (news,) = find_documents(normal)
    assert normal.text[: news.end].endswith("甲校向乙校赠书。")


def test_the_line_above_a_subtitle_is_the_title() -> None:
    assert _told(_normal("城乡携手谱新篇\n——“三级联动”走进第五小学\n2024-04-18　来源：青石教育网\n16日上午，两校教师同台执教。")) == [
        ("news", "城乡携手谱新篇")
    ]


def test_telephone_and_organisers_end_no_document() -> None:
    for text in (_AGREEMENT, _PLAN):
        normal = _normal(text)
        (found,) = find_documents(normal)
        assert normal.text[found.end :].strip() == ""


def test_marked_furniture_is_left_out_and_a_marked_title_is_taken() -> None:
    text = f"站内导航：新闻，通知，公告。\n结对同行\n{_NEWS.split(chr(10), 1)[1]}"
    at = text.index("结对同行")
    normal = _normal(text, furniture=(Furniture(0, at, "navigation"),), headings=(Heading(at, at + 4, 0),))
    (news,) = find_documents(normal)
    assert news.start == at
    assert _told(normal) == [("news", "结对同行")]


_LINE = st.sampled_from(
    [
        *_AGREEMENT.split("\n"),
        *_PLAN.split("\n"),
        *_NEWS.split("\n"),
        "附件",
        "篇一：协议",
        "篇二：协议",
        "首页",
        "2023年",
        "一、目标",
        "上一篇：无",
    ]
)


@given(st.lists(_LINE, max_size=40))
def test_documents_follow_each_other_and_hold_their_titles(lines: list[str]) -> None:
    normal = _normal("\n".join(lines))
    at = 0
    found: Section
    for found in find_documents(normal):
        assert at <= found.start < found.end <= len(normal.text)
        assert found.title is None or found.start <= found.title.start < found.title.end <= found.end
        at = found.end
