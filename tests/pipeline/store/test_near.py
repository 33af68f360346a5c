"""Which papers are linked as nearly the same, and which only share a form."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from pipeline.store.near import is_slip, link_near_duplicates
from pipeline.store.tables import LINKS
from pipeline.store.writing import store
from tests.pipeline.store.make_reading import SETTING, digest, pact, reading

FIRST = pact()
ALIKE = {
    "another format, other blanks": FIRST.replace("\n", "\n\n").replace("           ", "  "),
    "slips of recognition": FIRST.replace("职责", "职贵").replace("各执", "各扶"),
    "a slip in one name": FIRST.replace("河口镇", "河囗镇"),
    "a line more": FIRST + "扫描件与原件一致\n",
    "the day not read": FIRST.replace("2024年8月20日\n", ""),
}
OTHERS = {
    "the same form for another school": pact(helped="西河县石桥镇中心小学"),
    "the second school of the town": pact(helped="西河县河口镇第二小学"),
    "the same form, numbered schools": pact(helper="东山市第二小学"),
    "the same schools, a year later": pact(year=2025, end=2028),
    "the same schools and day, another paper": "东山市第一小学与西河县河口镇中心小学图书捐赠协议\n甲方：东山市第一小学\n乙方：西河县河口镇中心小学\n"
    "甲方向乙方捐赠图书300册，由乙方图书室登记造册，妥善保管，供全体学生借阅。\n甲方（盖章）：  乙方（盖章）：\n2024年8月20日\n",
}


def links(engine: sa.Engine, *texts: str) -> list[tuple[str, str]]:
    for at, text in enumerate(texts):
        store(engine, "run", [reading(text, f"/{at}")], SETTING)
    link_near_duplicates(engine)
    with engine.connect() as connection:
        return [(row.one, row.other) for row in connection.execute(sa.select(LINKS))]


@pytest.mark.parametrize("text", ALIKE.values(), ids=ALIKE.keys())
def test_another_copy_is_linked(engine: sa.Engine, text: str) -> None:
    assert text != FIRST
    assert links(engine, FIRST, text) == [tuple(sorted((digest(FIRST), digest(text))))]


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS.keys())
def test_another_paper_is_not(engine: sa.Engine, text: str) -> None:
    assert links(engine, FIRST, text) == []


def test_the_order_does_not_matter_and_nothing_is_linked_twice(engine: sa.Engine) -> None:
    copy = ALIKE["a line more"]
    first = links(engine, copy)
    assert first == []
    assert len(links(engine, copy, FIRST)) == 1
    assert len(links(engine, copy, FIRST, ALIKE["slips of recognition"])) == 3


@pytest.mark.parametrize(
    ("one", "other", "slip"),
    [
        ("西河县河口镇中心小学", "西河县河囗镇中心小学", True),
        ("东山市第一小学", "东山市第二小学", False),
        ("东山市东城小学", "东山市西城小学", False),
        ("河口小学", "河囗小学", False),
        ("西河县河口镇中心小学", "西河县河口镇小学", False),
        ("西河县河口镇中心小学", "西河县石桥镇中心小学", False),
    ],
)
def test_slips(one: str, other: str, slip: bool) -> None:  # noqa: FBT001 - a table's column
    assert is_slip(one, other) is slip
