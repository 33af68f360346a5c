"""Promises of one thing in a table and in the text, in numbered points, and in what is to be done; and such as only look alike."""

from __future__ import annotations

import pytest

from tests.extractors.checks.papers import duties, found

RULE = "quota-conflict"
FINDS = (
    "1.甲方每学期选派8名教师到乙方支教。\n2.安排如下：\n事项|责任方|次数要求\n选派支教教师|甲方|每学期3名",
    "1.甲方每学年举办专题讲座4场。\n2.安排如下：\n事项\t责任方\t次数要求\n专题讲座\t甲方\t每学年6场",
    "1.甲方每学期送教5次到乙方。\n2.考核以完成下列任务为合格：甲方每学期到乙方送教6次。",
    "1.甲方应做好以下工作：一是每学期到乙方送教5次；二是开放课程资源；三是每学期到乙方送教3次。",
    "1.甲方每学期选派4名骨干教师到乙方支教。\n2.每学期到乙方支教的骨干教师，由甲方选派6名。",
    "1.甲方每学年接收乙方4名教师跟岗学习。\n2.每学年甲方接收跟岗教师5名，食宿自理。",
)
STAYS_SILENT = (
    "1.甲方每学期选派3名教师到乙方支教。\n2.安排如下：\n事项|责任方|次数要求\n选派支教教师|甲方|每学期3名",
    "1.甲方每学年举办专题讲座4场。\n2.安排如下：\n事项\t责任方\t次数要求\n专题讲座\t乙方\t每学年2场",
    "1.甲方每学年举办专题讲座4场。\n2.安排如下：\n事项\t责任方\t次数要求\n家长讲座\t甲方\t每学年2场",
    "1.考核合格：甲方每学期到乙方送教4次。\n2.考核优秀：甲方每学期到乙方送教6次。",
    "1.甲方应做好以下工作：一是每学期到乙方送教5次；二是每学期到乙方听课3次。",
    "1.甲方每学期选派4名骨干教师到乙方支教。\n2.每学期到乙方任教的音乐教师，由甲方选派1名。",
    "1.甲方每学年接收乙方4名教师跟岗学习。\n2.甲方每学年选派跟岗教师2名。",
    "1.按听评课数分档确定：\n听评课数|标准\n20节以下（不含20节）|奖励教师培训名额1个\n20节（含）至40节（不含）|奖励教师培训名额2个\n40节（含）以上|奖励教师培训名额3个",
)


@pytest.mark.parametrize("body", FINDS)
def test_finds_the_second_number(body: str) -> None:
    assert found(RULE, duties(body))


@pytest.mark.parametrize("body", STAYS_SILENT)
def test_is_silent_where_the_things_differ(body: str) -> None:
    assert not found(RULE, duties(body))
