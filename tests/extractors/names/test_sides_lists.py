"""Parties of lists and tables of pairs, in the many ways in which they are written.

The texts are of our own invention; names are made up.
"""

from __future__ import annotations

import pytest

from schemas.agreement import Kind
from tests.extractors.names.reading import parties_of

GIVES, TAKES = "supporter", "recipient"

PAIRS = [("青松小学", GIVES), ("白杨沟小学", TAKES), ("翠柏中学", GIVES), ("黑石头中学", TAKES)]

READS: list[tuple[str, Kind, str, list[tuple[str, str]]]] = [
    ("rural city", "plan", "结对帮扶安排\n农村学校\t城区学校\n白杨沟小学\t青松小学\n黑石头中学\t翠柏中学", PAIRS),
    ("arrow", "plan", "结对帮扶安排\n青松小学→白杨沟小学\n翠柏中学→黑石头中学", PAIRS),
    ("label newline", "plan", "结对帮扶安排\n支援学校\n青松小学、翠柏中学\n受援学校\n白杨沟小学、黑石头中学", PAIRS),
    ("label space", "plan", "结对帮扶安排\n支援学校 青松小学、翠柏中学\n受援学校 白杨沟小学、黑石头中学", PAIRS),
    ("spaces table", "plan", "结对帮扶安排\n支援学校 受援学校\n青松小学 白杨沟小学\n翠柏中学 黑石头中学", PAIRS),
    ("pipe", "plan", "结对帮扶安排\n| 支援学校 | 受援学校 |\n| --- | --- |\n| 青松小学 | 白杨沟小学 |\n| 翠柏中学 | 黑石头中学 |", PAIRS),
    ("by", "plan", "结对帮扶安排\n白杨沟小学由青松小学结对帮扶，黑石头中学由翠柏中学结对帮扶。", PAIRS),
    ("brackets", "plan", "结对帮扶安排\n青松小学（支援）——白杨沟小学（受援）\n翠柏中学（支援）——黑石头中学（受援）", PAIRS),
    ("leads", "plan", "结对帮扶安排\n青松小学带白杨沟小学，翠柏中学带黑石头中学。", PAIRS),
    ("match", "plan", "结对帮扶安排\n青松小学对接白杨沟小学，翠柏中学对接黑石头中学。", PAIRS),
    ("helps", "plan", "结对帮扶安排\n青松小学对口帮扶白杨沟小学；翠柏中学对口帮扶黑石头中学。", PAIRS),
    ("in words", "plan", "结对帮扶安排\n确定青松小学与白杨沟小学、翠柏中学与黑石头中学为结对学校。", PAIRS),
    ("helped party", "plan", "结对帮扶安排\n被帮扶方\t帮扶方\n白杨沟小学\t青松小学\n黑石头中学\t翠柏中学", PAIRS),
    ("send in", "plan", "结对帮扶安排\n派出学校\t派入学校\t人数\n青松小学\t白杨沟小学\t2\n翠柏中学\t黑石头中学\t3", PAIRS),
    ("colon pair", "plan", "结对帮扶安排\n青松小学：白杨沟小学\n翠柏中学：黑石头中学", PAIRS),
    ("group", "plan", "结对帮扶安排\n第一组：组长学校青松小学，组员学校白杨沟小学。第二组：组长学校翠柏中学，组员学校黑石头中学。", PAIRS),
    ("main branch", "plan", "结对帮扶安排\n总校：青松小学，分校：白杨沟小学\n总校：翠柏中学，分校：黑石头中学", PAIRS),
    (
        "heads three",
        "plan",
        "结对帮扶安排\n序号\t帮扶学校\t帮扶内容\t受帮扶学校\n1\t青松小学\t数学教研\t白杨沟小学\n2\t翠柏中学\t英语教研\t黑石头中学",
        PAIRS,
    ),
    ("distribute", "plan", "结对帮扶安排\n青松小学选派2名教师到白杨沟小学，翠柏中学选派3名教师到黑石头中学。", PAIRS),
    ("numbers", "plan", "结对帮扶安排\n1.青松小学选派教师2名，支援白杨沟小学；\n2.翠柏中学选派教师3名，支援黑石头中学。", PAIRS),
    ("paren list", "plan", "结对帮扶安排\n结对关系为：青松小学（白杨沟小学）、翠柏中学（黑石头中学）。", PAIRS),
    ("sends trainees", "plan", "结对帮扶安排\n白杨沟小学、黑石头中学分别派教师3名、2名，到青松小学、翠柏中学跟岗。", PAIRS),
    ("weak", "plan", "结对帮扶安排\n薄弱学校白杨沟小学、黑石头中学分别与优质学校青松小学、翠柏中学结对。", PAIRS),
]


LEAVES_ALONE: list[tuple[str, Kind, str]] = [
    ("authorities", "plan", "工作方案\n青石县教育局印发通知，青石县教研室负责督导，各校报青石县教育局备案。"),
    ("classes", "plan", "工作方案\n支援学校每学期选派2名教师到受援学校支教，受援学校派3名教师到支援学校跟岗。"),
    ("a contest", "news", "比赛揭晓\n青松小学获一等奖，翠柏中学获二等奖，黑石头中学承办了比赛。"),
    ("a hired body", "plan", "培训方案\n委托江北师范大学承办培训，培训地点在翠柏中学报告厅。"),
    ("where somebody studied", "summary", "个人总结\n我毕业于江北师范大学，原在青松小学工作。"),
    ("a timetable", "notice", "考试通知\n上午8时在青松小学集合，下午2时在翠柏中学集合。"),
    ("who reports", "notice", "报送通知\n请青松小学、翠柏中学于5月6日前报送材料。"),
    ("regions", "news", "两地协作\n青石县选派教师36名到白沙县支教。"),
    ("named in passing", "summary", "教学总结\n本次统考平均分首次超过青松小学，2名学生考入翠柏中学。"),
    ("own parts", "summary", "工作总结\n学校工会慰问教师，学校团委组织演讲比赛。"),
    ("inspection", "news", "督导检查\n县政府教育督导室对青松小学进行督导检查，对翠柏中学进行验收评估。"),
    ("a source", "news", "新闻\n记者从青石县教育局获悉，今年春季学期正常开学。"),
]


@pytest.mark.parametrize(("kind", "text"), [row[1:] for row in LEAVES_ALONE], ids=[row[0] for row in LEAVES_ALONE])
def test_leaves_alone(kind: Kind, text: str) -> None:
    assert parties_of(kind, text) == []


@pytest.mark.parametrize(("kind", "text", "parties"), [row[1:] for row in READS], ids=[row[0] for row in READS])
def test_reads(kind: Kind, text: str, parties: list[tuple[str, str]]) -> None:
    assert sorted(parties_of(kind, text)) == sorted(parties)
