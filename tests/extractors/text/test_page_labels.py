"""Labels on a page's own lines."""

from __future__ import annotations

import pytest

from extractors.text.normal import fold
from extractors.text.page_labels import read_labels
from tests.linear import LIMIT, growth

Read = list[tuple[str, str]]
READS: list[tuple[str, Read]] = [
    ("发布时间:2023-07-17 来源: 青石县教育局 作者:佚名", [("date", "2023-07-17"), ("outlet", "青石县教育局"), ("author", "佚名")]),
    ("信息来源：县教研室  浏览次数：87次  [打印] [关闭]", [("outlet", "县教研室"), ("other", "87次"), ("other", ""), ("other", "")]),
    ("【来源】本网", [("outlet", "本网")]),
    ("【来源：青石日报】【作者：李明】", [("outlet", "青石日报"), ("author", "李明")]),
    ("来源:[县教研室]  作者:[李明]", [("outlet", "县教研室"), ("author", "李明")]),
    ("来源 | 青石日报", [("outlet", "青石日报")]),
    ("文/李明 图/王芳", [("author", "李明"), ("other", "王芳")]),
    ("文丨李明", [("author", "李明")]),
    ("图/文 覃月", [("author", "覃月")]),
    ("文：办公室　图：薄言　审核：石可风", [("author", "办公室"), ("other", "薄言"), ("other", "石可风")]),
    ("来源：青石日报作者：李明发布时间：2023-07-17", [("outlet", "青石日报"), ("author", "李明"), ("date", "2023-07-17")]),
    ("2023-07-17来源：青石日报", [("outlet", "青石日报")]),
    ("原文链接:http://a.example/1.htm", [("original", "http：//a.example/1.htm")]),
    ("本文网址：http://a.example/1.htm", [("own", "http：//a.example/1.htm")]),
    ("文字编辑：李明　文字：王芳", [("other", "李明"), ("author", "王芳")]),
    ("来源：", [("outlet", "")]),
]
LEAVES_ALONE = [
    "本文来源于网络转载", "文化：中华文明的根", "图书：1200册", "帮扶经费的来源：一是财政", "时间紧、任务重", "作者认为", "编辑部在县城", "稿件要及时报送", "我校资金来源广",
    "记者从县教育局获悉", "摄影比赛", "打铁还需自身硬", "审核把关", "关闭了三所学校",
]  # fmt: skip
# they end the words before them and are none of what press reads
OTHERS = [
    "数据来源：省统计局",
    "资金来源：财政拨款",
    "图片来源：青石日报",
    "作者单位：青石县第一小学",
    "发布者：德育处",
    "责任编辑：陶然",
    "摄影：鲍一帆",
    "审核：穆青山",
]


def read(line: str) -> Read:
    text = fold(line, str)
    return [(label.kind, text[label.start : label.end]) for label in read_labels(text, 0, len(text))]


@pytest.mark.parametrize(("line", "labels"), READS)
def test_reads(line: str, labels: Read) -> None:
    assert read(line) == labels


@pytest.mark.parametrize("line", LEAVES_ALONE)
def test_leaves_alone(line: str) -> None:
    assert [label for label in read(line) if label[0] != "other"] == []


@pytest.mark.parametrize("line", OTHERS)
def test_labels_of_something_else(line: str) -> None:
    assert [kind for kind, _ in read(line)] == ["other"]
    assert read(f"来源：青石日报 {line}")[0] == ("outlet", "青石日报")


@pytest.mark.parametrize("piece", ["来源：", "来源", "作者", "文/", "图、", "【", "本报", "浏览", "的", " ", "：", "图片", "发布时间"])
def test_long_runs_are_quick(piece: str) -> None:
    assert growth(lambda text: read_labels(text, 0, len(text)), lambda size: piece * (size // len(piece))) <= LIMIT
