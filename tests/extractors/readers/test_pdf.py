"""PDF files as a whole: which can be read, with what pages, furniture and notes, and what is said of the others."""

from __future__ import annotations

from io import BytesIO

import opencc
import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from extractors.readers.pdf import read_pdf
from extractors.readers.source_text import SourceText
from extractors.text.normal import NormalText, normalise
from schemas.errors import Unreadable
from tests.formats.draw_pdf import blank, drawn, picture, words
from tests.formats.make_pdf import FONT, Style, make_pdf

OPENS = "mima"

PAPER = """松江口市城乡学校结对帮扶协议书

甲方：松江口市第一实验学校
乙方：松江口市清泉镇九年制学校

为促进城乡教育均衡发展，甲方与乙方在平等协商的基础上，就2024年9月至2027年7月的结对帮扶工作达成如下协议，以资共同遵守。
一、甲方的职责
（一）每学期选派3名骨干教师到乙方任教，任教时间不少于一个学期，期间人事关系不变，工资由甲方发放。
（二）每年接收乙方10名教师跟岗学习，并安排有经验的教师一对一指导，学习结束后出具书面鉴定意见。
二、乙方的职责
（一）为甲方派出的教师提供住宿和工作条件，并于每学期末向甲方书面反馈其工作情况。
序号	活动	时间	次数
1	联合教研	每月第一周	每学期4次
2	同课异构	每年11月	每学年2次
三、其他
本协议一式两份，甲乙双方各执一份，自双方签字盖章之日起生效。

甲方（盖章）：　　　　　　　　乙方（盖章）：
代表：江映雪　　　　　　　　　代表：石可风
2024年8月30日　　　　　　　　2024年8月30日"""


def normal(source: SourceText) -> NormalText:
    return normalise(source, opencc.OpenCC("t2s").convert)


def paragraphs(source: SourceText) -> list[str]:
    text = normal(source).text
    return [" ".join(line.split(" ")) if "   " not in line else "|".join(line.split()) for line in map(str.strip, text.split("\n")) if line]


STYLES = {
    "as Word sets it": Style(),
    "without indents": Style(indent=0),
    "ragged": Style(justified=False, size=12, leading=20),
    "large, with a head": Style(size=16, leading=30, header="松江口市教育局", page_numbers="第{}页"),
    "title struck twice": Style(double_struck_title=True),
    "content from the last line to the first": Style(backwards=True),
    "many small pages": Style(page_size=(420.0, 320.0), margin=50.0),
}


@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES)
def test_paragraphs_are_those_of_the_text(style: Style) -> None:
    expected = paragraphs(SourceText(PAPER, "text/plain", wraps=()))
    assert paragraphs(read_pdf(make_pdf(PAPER, style))) == expected


def test_offsets_pages_and_boxes_belong_together() -> None:
    source = read_pdf(make_pdf(PAPER, Style(page_size=(420.0, 320.0), margin=50.0)))
    assert len(source.pages) > 2
    assert source.pages[0].start == 0
    assert source.pages[-1].end == len(source.text)
    for page, following in zip(source.pages, source.pages[1:], strict=False):
        assert page.end == following.start
    for page in source.pages:
        assert len(page.char_boxes) == page.end - page.start
        for char, box in zip(source.text[page.start : page.end], page.char_boxes, strict=True):
            assert box is not None or char in "\n\t "
            if box is not None and char.strip():
                x0, top, x1, bottom = box
                assert 0 <= x0 < x1 <= page.width
                assert 0 <= top < bottom <= page.height


def test_a_span_has_its_page_and_a_box_around_its_words() -> None:
    source = read_pdf(drawn(words((100, 700, "协议书")), words((100, 500, "甲方：清泉镇中学"))))
    text = normal(source)
    at = text.text.index("清泉镇中学")
    span = text.span(at, at + 5)
    assert span.page == 2
    assert span.boxes is not None
    ((x0, top, x1, bottom),) = span.boxes
    assert (x0, x1) == pytest.approx((142, 212), abs=1)
    assert top < 842 - 500 < bottom


def test_a_paragraph_goes_on_over_the_page_number() -> None:
    style = Style(page_size=(420.0, 200.0), margin=50.0)
    source = read_pdf(make_pdf(PAPER, style))
    numbers = [source.text[piece.start : piece.end] for piece in source.furniture if piece.role == "page-number"]
    assert numbers == [f"- {page.number} -" for page in source.pages]
    assert paragraphs(source) == paragraphs(SourceText(PAPER, "text/plain", wraps=()))


def test_running_heads_are_furniture_with_their_figures_changing() -> None:
    pages = [
        words((90, 805, f"结对帮扶材料汇编 {n}"), (90, 600, f"第{n}所学校的协议书"), (90, 570, "甲方与乙方约定如下")) for n in (1, 2, 3)
    ]
    source = read_pdf(drawn(*pages))
    assert {piece.role for piece in source.furniture} == {"header"}
    assert len(source.furniture) == 3


def test_a_title_on_every_page_is_no_running_head() -> None:
    pages = [words((250, 740, "结对帮扶协议书"), (90, 700, f"甲方：第{n}中学"), (90, 670, "乙方：清泉镇中学")) for n in "一二三"]
    assert read_pdf(drawn(*pages)).furniture == ()


def test_a_figure_inside_the_page_is_no_page_number() -> None:
    assert read_pdf(drawn(words((290, 430, "3"), (90, 700, "选派教师人数"), (90, 200, "以上为全部内容")))).furniture == ()


def test_encrypted_files_need_their_password() -> None:
    data = make_pdf(PAPER, Style(password=OPENS))
    with pytest.raises(Unreadable, match="已加密") as caught:
        read_pdf(data)
    assert caught.value.reason == "encrypted"
    with pytest.raises(Unreadable, match="密码不对"):
        read_pdf(data, password=OPENS[::-1])
    assert "清泉镇" in read_pdf(data, password=OPENS).text


def test_an_owner_password_alone_opens() -> None:
    out = BytesIO()
    canvas = Canvas(out, encrypt=StandardEncryption("", ownerPassword="zhuren", canPrint=0))
    words((100, 700, "协议书"))(canvas)
    canvas.save()
    assert read_pdf(out.getvalue()).text.strip() == "协议书"


@pytest.mark.parametrize(("data", "reason"), [(b"", "empty"), (b" \n", "empty"), (b"%PDF-1.7 ", "damaged"), (b"\x00" * 999, "damaged")])
def test_no_pdf_at_all(data: bytes, reason: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read_pdf(data)
    assert caught.value.reason == reason


@pytest.mark.parametrize("lost", [5, 60, 400])
def test_a_cut_end_is_repaired_and_said(lost: int) -> None:
    source = read_pdf(make_pdf(PAPER)[:-lost])
    assert "甲方：松江口市第一实验学校" in source.text
    assert "修复" in source.notes[0]


def test_a_lost_first_line_is_put_back_and_said() -> None:
    whole = make_pdf(PAPER)
    source = read_pdf(whole[whole.index(b"\n") + 1 :])
    assert source.text == read_pdf(whole).text
    assert source.notes == ("PDF文件的开头不完整，已修复后读取，内容可能有缺失。",)


def test_a_broken_index_is_rebuilt() -> None:
    source = read_pdf(make_pdf(PAPER).replace(b"startxref", b"startxxxx"))
    assert "甲方：松江口市第一实验学校" in source.text
    assert source.notes


def test_an_index_that_names_wrong_places_is_rebuilt_and_said() -> None:
    whole = make_pdf(PAPER)
    page = whole.rindex(b" 0 obj", 0, whole.index(b"/MediaBox"))
    entry = b"%010d" % (whole.rindex(b"\n", 0, page) + 1)
    assert whole.count(entry) == 1
    source = read_pdf(whole.replace(entry, b"%010d" % (int(entry) + 40)))
    assert source.text == read_pdf(whole).text
    assert source.notes == ("PDF文件的索引不完整，已修复后读取，内容可能有缺失。",)


def test_a_whole_file_has_no_notes() -> None:
    assert read_pdf(make_pdf(PAPER)).notes == ()


def test_scans_and_blank_files_have_no_text() -> None:
    for data, said in ((drawn(picture, picture), "扫描件"), (drawn(blank), "空白")):
        with pytest.raises(Unreadable, match=said) as caught:
            read_pdf(data)
        assert caught.value.reason == "no-text"


def test_a_text_layer_of_private_signs_is_none() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont(FONT, 14)
        canvas.drawString(100, 700, "\ue123\ue124\ue125\ue126")

    with pytest.raises(Unreadable) as caught:
        read_pdf(drawn(draw))
    assert caught.value.reason == "no-text"


def test_scanned_pages_among_others_are_listed_and_blank_ones_are_not() -> None:
    source = read_pdf(drawn(words((100, 700, "协议书")), picture, blank, words((100, 700, "附件"))))
    assert source.missing_pages == (2,)
    assert "第2页" in source.notes[0]
    assert [page.number for page in source.pages] == [1, 3, 4]
    assert source.text.split() == ["协议书", "附件"]


def test_too_many_pages_and_signs_are_refused() -> None:
    with pytest.raises(Unreadable) as caught:
        read_pdf(drawn(*[blank] * 2001))
    assert caught.value.reason == "too-many-pages"

    def crowded(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 1)
        for y in range(210):
            canvas.drawString(0, y * 4, "a" * 1000)

    with pytest.raises(Unreadable) as caught:
        read_pdf(drawn(crowded))
    assert caught.value.reason == "too-large"
    source = read_pdf(drawn(words((100, 700, "协议书")), crowded))
    assert source.missing_pages == (2,)


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_turned_pages_are_read_upright(turn: int) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont(FONT, 12)
        canvas.translate(200, 300)
        canvas.rotate(turn)
        canvas.drawString(0, 0, "甲方：清泉镇中学")
        canvas.drawString(0, -20, "乙方：柳河镇中学")
        canvas.setPageRotation(turn)

    source = read_pdf(drawn(draw, size=(500, 600)))
    assert source.text.split() == ["甲方：清泉镇中学", "乙方：柳河镇中学"]
    (page,) = source.pages
    boxes = [box for box in page.char_boxes if box is not None]
    assert boxes[0][0] < boxes[7][0]
    assert boxes[0][1] < boxes[-1][1]


def test_a_watermark_is_left_out_and_said() -> None:
    def draw(canvas: Canvas) -> None:
        words((100, 700, "甲方每年选派教师5名到乙方任教。"), (100, 670, "乙方负责安排教师的住宿。"))(canvas)
        canvas.translate(150, 660)
        canvas.rotate(40)
        canvas.drawString(0, 0, "样本仅供参考")

    source = read_pdf(drawn(draw))
    assert source.text.split() == ["甲方每年选派教师5名到乙方任教。", "乙方负责安排教师的住宿。"]
    assert "水印" in source.notes[0]


def test_filled_form_fields_are_read() -> None:
    def draw(canvas: Canvas) -> None:
        words((100, 700, "选派教师人数："))(canvas)
        canvas.acroForm.textfield(name="n", value="12", x=200, y=695, width=60, height=20, fontSize=12, borderWidth=0)

    assert read_pdf(drawn(draw)).text.strip() == "选派教师人数：12"


def test_metadata_is_the_files_own() -> None:
    out = BytesIO()
    canvas = Canvas(out)
    canvas.setTitle("结对帮扶协议")
    canvas.setAuthor("基础教育科")
    words((100, 700, "协议书"))(canvas)
    canvas.save()
    metadata = read_pdf(out.getvalue()).metadata
    assert metadata["Title"] == "结对帮扶协议"
    assert metadata["Author"] == "基础教育科"


def test_boxes_are_measured_from_what_is_shown_of_the_page() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setCropBox((50, 100, 500, 800))
        words((10, 700, "裁掉"), (100, 700, "协议书"))(canvas)

    source = read_pdf(drawn(draw))
    assert source.text == "协议书\n"
    (page,) = source.pages
    assert (page.width, page.height) == (450, 700)
    assert page.char_boxes[0] == pytest.approx((50, 89, 64, 103), abs=1)


LOOP = b"""%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Count 1000000000/Kids[3 0 R 2 0 R]>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 500 500]>> endobj
trailer <</Root 1 0 R>>
startxref
0
%%EOF
"""


@pytest.mark.parametrize(
    "data", [LOOP, LOOP.replace(b" 2 0 R]", b"]"), LOOP.replace(b"1000000000", b"-5"), LOOP.replace(b"0 0 500", b"0 0 1e30")]
)
def test_page_trees_that_lie_end_soon(data: bytes) -> None:
    with pytest.raises(Unreadable):
        read_pdf(data)
