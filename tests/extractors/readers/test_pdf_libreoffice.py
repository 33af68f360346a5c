"""A PDF as an office program prints it: gaps between figures and words, an automatic font, real tables."""

from __future__ import annotations

import subprocess
from pathlib import Path

import opencc
import pytest

from extractors.readers.pdf import read_pdf
from extractors.readers.source_text import SourceText
from extractors.text.normal import normalise
from tests.formats.make_docx import make_docx
from tests.formats.needed import needed_program

PAPER = """松江口市第一实验学校清泉镇九年制学校结对帮扶工作三年行动计划（2024—2027年）
甲方：松江口市第一实验学校（以下简称甲方）
为促进城乡教育均衡发展，甲方与乙方在平等协商的基础上，就2024年9月至2027年7月的结对帮扶工作达成如下协议，以资共同遵守。
一、甲方的职责
（一）每学期选派3名骨干教师到乙方任教，任教时间不少于一个学期，期间人事关系不变，工资由甲方发放，并开展“1+1”师徒结对活动。
序号\t活动\t次数
1\t联合教研，由双方轮流承办，地点由承办方确定\t每学期4次
2\t同课异构\t每学年2次
本协议一式两份，甲乙双方各执一份，自双方签字盖章之日起生效。
甲方（盖章）：                乙方（盖章）：
2024年8月30日                 2024年8月30日"""


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> SourceText:
    folder = tmp_path_factory.mktemp("office")
    program = needed_program("soffice", "libreoffice-writer")
    paper = folder / "paper.docx"
    paper.write_bytes(make_docx(PAPER))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [program, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(paper)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return read_pdf(Path(folder / "paper.pdf").read_bytes())


def lines(source: SourceText) -> list[str]:
    text = normalise(source, opencc.OpenCC("t2s").convert).text
    return ["|".join(line.split("   ")).replace(" ", "") for line in map(str.strip, text.split("\n")) if line]


def test_paragraphs_and_rows_are_those_of_the_paper(printed: SourceText) -> None:
    expected = lines(SourceText(PAPER, "text/plain", wraps=()))
    assert [line.split("|")[0] for line in lines(printed)] == [line.split("|")[0] for line in expected]


def test_the_signature_block_keeps_its_columns(printed: SourceText) -> None:
    assert "甲方（盖章）：   " in printed.text
    assert "2024年8月30日   " in printed.text


def test_the_table_is_found(printed: SourceText) -> None:
    (table,) = printed.tables
    assert [printed.text[cell.start : cell.end] for cell in table.cells[3:6]] == [
        "1",
        "联合教研，由双方轮流承办，地点由承办方确定",
        "每学期4次",
    ]
