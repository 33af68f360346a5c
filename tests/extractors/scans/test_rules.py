"""The cells of ruled tables are found on pages that are pictures."""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageDraw

from tests.formats.needed import needed_package

needed_package("cv2", "ocr")

from extractors.scans.rules import read_rules  # noqa: E402 - the extra is there


def page() -> tuple[Image.Image, ImageDraw.ImageDraw]:
    sheet = Image.new("L", (1241, 1754), 255)
    return sheet, ImageDraw.Draw(sheet)


def test_a_table_with_a_merged_cell() -> None:
    sheet, pen = page()
    xs, ys = (150, 400, 700, 1090), (300, 360, 420, 480)
    for x in xs:
        pen.line((x, ys[0], x, ys[-1]), fill=40, width=2)
    for y in ys:
        pen.line((xs[0] if y != 420 else xs[1], y, xs[-1], y), fill=40, width=2)
    rules = read_rules(np.asarray(sheet))
    (cells,) = rules.tables
    assert len(cells) == 8
    merged = next(cell for cell in cells if cell[0] < 200 and cell[1] > 330)
    assert np.abs(np.array(merged) - (150, 360, 400, 480)).max() < 6
    assert len({cell[0] for cell in cells}) == 3
    assert len({cell[1] for cell in cells}) == 3
    assert rules.level == ()
    assert (rules.bare < 200).sum() == 0


def test_an_underline_and_a_frame_are_no_table() -> None:
    sheet, pen = page()
    pen.line((200, 300, 900, 300), fill=0, width=3)
    pen.rectangle((100, 500, 1100, 1500), outline=0, width=3)
    rules = read_rules(np.asarray(sheet))
    assert rules.tables == ()
    assert [round(rule[0], -1) for rule in rules.level] == [200, 100, 100]


def test_a_blank_page_has_none() -> None:
    rules = read_rules(np.asarray(page()[0]))
    assert rules.tables == ()
    assert rules.level == ()
