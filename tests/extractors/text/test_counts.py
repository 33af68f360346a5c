"""Numbers with their measure words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.text.counts import Count, find_counts
from extractors.text.measure_words import MEASURE_WORDS

# words, min, max, marks (~ approximate, > above the least, < below the most), unit; the whole of the words is the count
READS = [
    ("3名", "3", "3", "", "名"),
    ("三名", "3", "3", "", "名"),
    ("两位", "2", "2", "", "位"),
    ("120人", "120", "120", "", "人"),
    ("3至5名", "3", "5", "", "名"),
    ("3-5名", "3", "5", "", "名"),
    ("20 - 50人", "20", "50", "", "人"),
    ("10名至15名", "10", "15", "", "名"),
    ("三到五所", "3", "5", "", "所"),
    ("三、四名", "3", "4", "", "名"),
    ("5、6名", "5", "6", "", "名"),
    ("二、三十名", "20", "30", "", "名"),
    ("两三名", "2", "3", "", "名"),
    ("三五名", "3", "5", "", "名"),
    ("一两次", "1", "2", "", "次"),
    ("七八十人", "70", "80", "", "人"),
    ("十七八名", "17", "18", "", "名"),
    ("三（3）名", "3", "3", "", "名"),
    ("叁（3）次", "3", "3", "", "次"),
    ("数十名", "10", None, "~", "名"),
    ("上百人次", "100", None, "~", "人次"),
    ("百余名", "100", None, "~", "名"),
    ("十来个", "10", None, "~", "个"),
    ("60余次", "60", None, "~", "次"),
    ("二十多位", "20", None, "~", "位"),
    ("1万余人次", "10000", None, "~", "人次"),
    ("1.5万册", "15000", "15000", "", "册"),
    ("一万五千册", "15000", "15000", "", "册"),
    ("近百名", "100", "100", "~", "名"),
    ("约30人", "30", "30", "~", "人"),
    ("8家左右", "8", "8", "~", "家"),
    ("不少于3次", "3", None, "", "次"),
    ("不得少于3次", "3", None, "", "次"),
    ("不应低于4节", "4", None, "", "节"),
    ("不宜少于4节", "4", None, "", "节"),
    ("至少2名", "2", None, "", "名"),
    ("≥5次", "5", None, "", "次"),
    ("15节以上", "15", None, "", "节"),
    ("5人及以上", "5", None, "", "人"),
    ("5人（含）以上", "5", None, "", "人"),
    ("20（含）人以上", "20", None, "", "人"),
    ("5人以上（含5人）", "5", None, "", "人"),
    ("5人以上（不含5人）", "5", None, ">", "人"),
    ("超过600人次", "600", None, ">", "人次"),
    ("超20名", "20", None, ">", "名"),
    ("逾百场", "100", None, ">", "场"),
    ("不超过3名", None, "3", "", "名"),
    ("不超3名", None, "3", "", "名"),
    ("未超过3次", None, "3", "", "次"),
    ("最多20名", None, "20", "", "名"),
    ("≤20人", None, "20", "", "人"),
    ("20名以内", None, "20", "", "名"),
    ("不足100人", None, "100", "<", "人"),
    ("两个月", "2", "2", "", "月"),
    ("2个半月", "2.5", "2.5", "", "月"),
    ("两个半小时", "2.5", "2.5", "", "小时"),
    ("一天半", "1.5", "1.5", "", "天"),
    ("半个月", "0.5", "0.5", "", "月"),
    ("10个工作日", "10", "10", "", "工作日"),
    ("45分钟", "45", "45", "", "分钟"),
    ("24小时", "24", "24", "", "小时"),
    ("不少于20课时", "20", None, "", "课时"),
]
# a sentence and the counts in it, as they are written
IN_SENTENCES = [
    ("本学期覆盖3个班120人", ["3个", "120人"]),
    ("选派10名（其中高级教师4名）", ["10名", "4名"]),
    ("送课2-3次/学期", ["2-3次"]),
    ("语文、数学各2名", ["2名"]),
    ("高一10个班", ["10个"]),
    ("一年级3个班", ["3个"]),
    ("每周五1次", ["1次"]),
    ("每学期初1次，学期末2次", ["1次", "2次"]),
    ("目前3所学校参加", ["3所"]),
    ("学前3个班", ["3个"]),
    ("第3周开展1次", ["1次"]),
    ("一名一线教师", ["一名"]),
    ("30人均为骨干", ["30人"]),
    ("5个案例、2所示范园、3个重点课题", ["5个", "2所", "3个"]),
    ("3节省级优质课", ["3节"]),
    ("3次月考分析", ["3次"]),
    ("2个体育社团", ["2个"]),
    ("15对教师结对", ["15对"]),
    ("5家乡镇企业", ["5家"]),
    ("3项目标", ["3项"]),
    ("2人工作专班", ["2人"]),
    ("1.选派3名", ["3名"]),
    ("1.2名教师到校", ["2名"]),
    ("①选派3名", ["3名"]),
    ("（1）选派3名", ["3名"]),
    ("每人听课10节，评课3节", ["10节", "3节"]),
    ("3场面对面座谈", ["3场"]),
    ("结成68对，建成3所，组成5个", ["68对", "3所", "5个"]),
]
LEAVES_ALONE = [
    "第3次会议", "第一名", "前三名", "排名前10名", "第三、四节课", "第一至三名", "第二批次", "首次", "一至六年级", "五年级", "三年级2班",
    "六（2）班", "初一2班", "高三", "2021届毕业生", "2021级学生", "3月5日", "2024年3月", "2023-2024学年", "8：00-12：00", "上午9点", "8时30分",
    "50%以上", "三分之二的教师", "百分之五", "五成", "三成五名", "1+1", "4+1名", "2：1", "1/3", "12345热线", "QQ号123456789", "邮编510000", "电话0755-12345678",
    "5A级景区", "3D打印", "4K", "A4名", "国发〔2020〕12号", "一线教师", "一带一路", "三下乡", "两学一做", "双师课堂", "五育并举", "“一校一案”",
    "“三个一”活动", "“百千万”工程", "《三个一》", "一对一", "一对多", "一帮一", "一校一策", "一人一案", "一批又一批", "一次又一次", "一次次", "一件件",
    "一年一度的", "同一所", "每一名", "再一次", "之一位于", "统一", "一起", "一些", "一系列", "一一对应", "万众一心", "千方百计", "百花齐放", "千家万户",
    "五花八门", "千篇一律", "三天两头", "三门峡", "五台县", "七台河市", "十九届六中全会", "三届二次教代会", "二次备课", "亿万学生", "二级教师",
    "十分重视", "一中", "第八中学", "三个方面", "两个维护", "三位一体", "一定", "三级", "50公里", "3岁", "18周岁", "50周年", "三年制", "0人", "三（2）名",
    "平均1.2名", "二十四节气", "3百分点", "95后", "21世纪", "201室", "两倍", "一番",
]  # fmt: skip
NOT_YET = [
    ("几名教师", ["几名"]),  # fewer than ten; a value would be a guess
    ("3个人", ["3个"]),  # told from 个人 only by the figure
]


def _counts(text: str) -> list[Count]:
    return list(find_counts(text, 0, len(text)))


def _marks(count: Count) -> str:
    amount = count.amount
    return "~" * amount.approximate + ">" * amount.exclusive_min + "<" * amount.exclusive_max


@pytest.mark.parametrize(("words", "least", "most", "marks", "unit"), READS)
def test_reads(words: str, least: str | None, most: str | None, marks: str, unit: str) -> None:
    text = f"教师{words}，"
    (count,) = _counts(text)
    assert (count.amount.min, count.amount.max, _marks(count), count.unit) == (least, most, marks, unit)
    assert text[count.start : count.end] == words


@pytest.mark.parametrize(("text", "counts"), IN_SENTENCES)
def test_reads_in_sentences(text: str, counts: list[str]) -> None:
    assert [text[count.number : count.noun] for count in _counts(text)] == counts


@pytest.mark.parametrize("text", LEAVES_ALONE)
def test_leaves_alone(text: str) -> None:
    assert _counts(text) == []
    assert _counts(f"学校{text}，") == []


@pytest.mark.parametrize(("text", "counts"), NOT_YET)
@pytest.mark.xfail(strict=True, reason="counts that no rule reads yet")
def test_not_yet(text: str, counts: list[str]) -> None:
    assert [text[count.number : count.noun] for count in _counts(text)] == counts


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("至少举办四次", "4", None),
        ("不少于每人2节", "2", None),
        ("每学期至少为乙方送课3次", "3", None),
        ("最多可选派5名", None, "5"),
        ("不超过5人，每人2节", "2", "2"),
        ("至少1名骨干，听课2节", "2", "2"),
        ("至少3名教师听课2节", "2", "2"),
    ],
)
def test_a_bound_may_stand_before_the_verb_of_its_own_clause(text: str, least: str | None, most: str | None) -> None:
    count = _counts(text)[-1]
    assert (count.amount.min, count.amount.max) == (least, most)


def test_nouns_may_follow_the_figure_at_once() -> None:
    assert [(count.unit, count.amount.min) for count in _counts("选派两教师，实施九大帮扶项目")] == [("", "2"), ("", "9")]


@pytest.mark.parametrize("unit", MEASURE_WORDS)
def test_every_measure_word_is_reached(unit: str) -> None:
    # 3日， is a day of the month; 3日培训 is three days
    (count,) = _counts(f"共计3{unit}{'培训' if unit == '日' else '，'}")
    assert count.amount.min == "3"


@given(
    words=st.sampled_from([row[0] for row in READS if row[0] not in ("5、6名", "三、四名", "二、三十名")]),
    before=st.sampled_from(["", "甲方选派教师", "一、", "（二）", "每学期，", "经费5万元；", "为乙方送课", "\n"]),
    after=st.sampled_from(["", "。", "，其中", "；", "教师到乙方任教", "（详见附件）", "\n二、"]),
)
def test_the_place_quotes_the_count_and_reads_the_same(words: str, before: str, after: str) -> None:
    text = before + words + after
    (alone,) = _counts(f"，{words}，")
    found = [count for count in _counts(text) if count.start <= len(before) + 1 and count.end >= len(before) + len(words)]
    assert [count.amount for count in found] == [alone.amount]
    assert text[found[0].start : found[0].end] == words


@given(st.text(alphabet="0123456789一二三十百万两半第每不少于至到多余约（）、.-/名人次节个所月日年级“”又，", max_size=40))
def test_never_raises_and_stays_in_order(text: str) -> None:
    at = 0
    for count in _counts(text):
        assert at <= count.start <= count.number < count.noun <= count.end <= len(text)
        at = count.end
