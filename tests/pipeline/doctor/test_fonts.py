"""Whether the machine has a Chinese font is seen by drawing with it."""

from __future__ import annotations

from pipeline.doctor.fonts import differ, has_chinese_font


def test_a_machine_with_a_chinese_font_has_one() -> None:
    assert has_chinese_font()


def test_what_no_font_has_is_drawn_alike_or_not_at_all() -> None:
    assert not differ("\ue123\ue124")
    assert not differ("校校")
    assert not differ("校 ")
