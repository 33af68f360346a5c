"""Encodings are told apart from a handful of characters, and what does not fit is said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.readers.charset import decode, family, likelihood
from schemas.errors import Unreadable

SIMPLIFIED = "帮扶协议书甲方：青松市第二小学。乙方每学期选派教师3名，双方签字盖章后生效。"
TRADITIONAL = "幫扶協議書甲方：青松市第二小學。乙方每學期選派教師3名，雙方簽字蓋章後生效。"
SHORT = ["帮扶协议书稿", "结对协议书签", "甲方：第一小学", "学校帮扶工作总结", "支教教师名单", "2024年工作计划"]
SHORT_TRADITIONAL = ["幫扶協議書簽", "結對協議書", "支援學校名單", "甲方：第一小學", "工作總結報告"]


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "gbk", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [SIMPLIFIED, *SHORT])
def test_simplified_in_every_encoding(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "big5", "big5hkscs", "utf-16-le"])
@pytest.mark.parametrize("text", [TRADITIONAL, *SHORT_TRADITIONAL])
def test_traditional_in_every_encoding(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_mark_decides(encoding: str) -> None:
    decoded = decode(SIMPLIFIED.encode(encoding))
    assert decoded.text == SIMPLIFIED
    assert not decoded.notes


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Agreement 2024 of two schools", "utf-8"),
        ("联通", "gbk"),  # its bytes look like UTF-8 to careless readers
        ("㐀𠮷野家的协议书在学校签订", "gb18030"),
        ("第一条\r\n第二条\r\n", "gbk"),
        ("\n\n\n甲方", "utf-8"),
        ("A校B校联系C校", "gbk"),
    ],
)
def test_near_misses(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize(
    "text",
    [
        "Οι δύο σχολικές μονάδες συνεργάζονται",
        "両校は相互に支援するものとする。おわりに",
        "دو مدرسه با هم همکاری می‌کنند",
        "Две школы помогают друг другу",
        "두 학교는 서로 돕는다 그리고 함께 자란다",
        "Skolorna får hjälpa varandra, och lärarna kan åka på besök",
        "não são às à é você já\nêste ônibus",
    ],
)
def test_faultless_utf8_in_other_scripts(text: str) -> None:
    decoded = decode(text.encode())
    assert (decoded.text, decoded.encoding, decoded.notes) == (text, "utf-8", ())


def test_one_bad_byte_is_replaced_and_counted() -> None:
    data = bytearray((SIMPLIFIED * 3).encode())
    data[60] = 0xFF
    decoded = decode(bytes(data))
    assert decoded.encoding == "utf-8"
    assert 1 <= decoded.replaced <= 3
    assert decoded.text.endswith("双方签字盖章后生效。")
    assert f"有{decoded.replaced}个字符无法解码" in decoded.notes[-1]


def test_a_cut_end_costs_one_character() -> None:
    decoded = decode(SIMPLIFIED.encode()[:-1])
    assert decoded.text == SIMPLIFIED[:-1] + "\ufffd"
    assert decoded.notes


def test_a_line_in_another_encoding_is_read_in_that_one() -> None:
    decoded = decode(SIMPLIFIED.encode() + b"\n" + SIMPLIFIED.encode("gbk") + b"\n" + SIMPLIFIED.encode())
    assert decoded.text == "\n".join([SIMPLIFIED] * 3)
    assert any("混有不同的编码" in note for note in decoded.notes)


@pytest.mark.parametrize("claim", ["gb2312", "GBK", "utf-8", "big5", "no-such-thing", "", None])
def test_a_false_claim_does_no_harm(claim: str | None) -> None:
    assert decode(SIMPLIFIED.encode("gb18030"), claim).text == SIMPLIFIED
    assert decode(SIMPLIFIED.encode(), claim).text == SIMPLIFIED


def test_gb2312_is_read_as_gb18030() -> None:
    assert family("gb2312") == family("GB_2312-80") == family("x-gbk") == "gb18030"
    assert decode("朱镕基小学与喆堃中学的协议".encode("gb18030"), "gb2312").text == "朱镕基小学与喆堃中学的协议"


@pytest.mark.parametrize("data", [bytes(range(128, 256)) * 20, b"\xff\xfd\xfc\x81" * 100], ids=["all bytes", "no letters"])
def test_refuse_is_refused(data: bytes) -> None:
    with pytest.raises(Unreadable) as caught:
        decode(data)
    assert caught.value.reason == "unknown-encoding"


def test_likelihood_tells_sense_from_refuse() -> None:
    assert likelihood(SIMPLIFIED) > 0.9
    assert likelihood(SIMPLIFIED.encode().decode("gb18030", "replace")) < 0.3
    assert likelihood("plain words") == 0


SENTENCES = st.lists(
    st.sampled_from(["甲方每学期", "选派教师", "3名", "到乙方支教。", "学校管理，", "双方", "共同开展教研", "\n"]), min_size=4, max_size=40
)


@given(SENTENCES, st.sampled_from(["utf-8", "gb18030", "utf-16-le", "utf-16-be"]))
def test_whatever_is_written_is_read(pieces: list[str], encoding: str) -> None:
    text = "协议" + "".join(pieces)
    assert decode(text.encode(encoding)).text == text
