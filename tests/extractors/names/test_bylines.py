"""Who wrote: the people of a byline."""

from __future__ import annotations

import pytest

from extractors.names.bylines import is_person, is_unit, read_byline
from extractors.text.normal import fold
from tests.linear import LIMIT, growth

Read = list[tuple[str, str]]
LABELLED: list[tuple[str, Read]] = [
    ("林一诺", [("林一诺", "person")]),
    ("办公室", [("办公室", "unit")]),
    ("青石县教育局 办公室", [("青石县教育局 办公室", "unit")]),
    ("佚名", [("佚名", "other")]),
    ("admin", [("admin", "other")]),
    ("阿依古丽·买买提 孙晓楠", [("阿依古丽·买买提 孙晓楠", "person")]),
    ("努尔买买提", [("努尔买买提", "person")]),
    ("记者 秦牧野 通讯员 罗小满", [("秦牧野", "person"), ("罗小满", "person")]),
    ("县一中 李沐阳、王芳", [("李沐阳、王芳", "person")]),
    ("县一中李沐阳", [("李沐阳", "person")]),
    ("李沐阳（青石县第一小学）", [("李沐阳", "person")]),
    ("李 明", [("李 明", "person")]),
    ("李沐阳和王芳", [("李沐阳和王芳", "person")]),
    ("李沐阳 摄影 王芳", [("李沐阳", "person")]),
    ("薄言", [("薄言", "person")]),
    ("方小园", [("方小园", "person")]),
    ("-", []),
    ("", []),
    ("无", []),
]
BARE: list[tuple[str, Read]] = [
    ("记者 秦牧野 通讯员 罗小满", [("秦牧野", "person"), ("罗小满", "person")]),
    ("通讯员李沐阳 记者王芳、赵小刚", [("李沐阳", "person"), ("王芳、赵小刚", "person")]),
    ("青石日报全媒体记者 李沐阳", [("李沐阳", "person")]),
    ("记者 努尔买买提", [("努尔买买提", "person")]),
    ("县一中 李沐阳", [("李沐阳", "person")]),
    ("李沐阳", [("李沐阳", "person")]),
    ("李明 王芳", [("李明 王芳", "person")]),
    ("文/图 李建国", [("李建国", "person")]),
    ("李沐阳/文 王芳/图", [("李沐阳", "person")]),
    ("李沐阳 文/图", [("李沐阳", "person")]),
    ("校办供稿", [("校办", "unit")]),
]
LEAVES_ALONE = [
    "完", "第一批", "高中", "方案", "摄影 鲍一帆", "李沐阳 摄", "图 薄言", "编辑 李沐阳", "青石县第一小学", "以下简称送教", "图片由县一中提供", "下同", "共8人", "左三", "记者", "通讯员",
    "全文完", "左图", "李明", "常态化", "方言版", "古诗词", "文字版", "全家福", "安排表", "祝福语", "康复中", "阳光版", "施工中", "单人照", "上转第三版", "有删改",
    "含幼儿园", "2023年", "王校长", "资料图片", "责任编辑 李沐阳",
]  # fmt: skip


def read(words: str, *, labelled: bool) -> Read:
    text = fold(words, str)
    return [(text[one.start : one.end], one.sort) for one in read_byline(text, 0, len(text), labelled=labelled)]


@pytest.mark.parametrize(("words", "writers"), LABELLED)
def test_behind_a_label(words: str, writers: Read) -> None:
    assert read(words, labelled=True) == writers


@pytest.mark.parametrize(("words", "writers"), BARE)
def test_without_a_label(words: str, writers: Read) -> None:
    assert read(words, labelled=False) == writers


@pytest.mark.parametrize("words", LEAVES_ALONE)
def test_leaves_alone(words: str) -> None:
    assert read(words, labelled=False) == []


@pytest.mark.parametrize("unit", ["教务处", "县一中", "青石县融媒体中心", "校办", "青石日报", "党总支", "二小教研组", "宣传部"])
def test_units(unit: str) -> None:
    assert is_unit(unit)
    assert not is_person(unit)


@pytest.mark.parametrize("name", ["江映雪", "欧阳小明", "方园", "阿依古丽·买买提"])
def test_people(name: str) -> None:
    assert is_person(name)
    assert not is_unit(name)


@pytest.mark.parametrize("piece", ["李", "李 ", "记者", "和", "、", "·", "文/", "青石县", "（", "报"])
def test_long_runs_are_quick(piece: str) -> None:
    assert growth(lambda text: read_byline(text, 0, len(text)), lambda size: piece * (size // len(piece))) <= LIMIT
