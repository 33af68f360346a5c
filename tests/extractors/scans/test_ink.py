"""Seals are found and taken out; other red is writing."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from tests.formats.make_pdf import FONT_FILE
from tests.formats.needed import needed_file, needed_package
from tests.outside.scans import stamp

needed_package("cv2", "ocr")

from extractors.scans.ink import read_ink  # noqa: E402 - the extra is there

WIDTH, HEIGHT = 1241, 1754
SEAL = 248


def sheet(*, seals: tuple[tuple[int, int], ...] = (), red: tuple[int, int, int] = (214, 32, 38)) -> Image.Image:
    page = Image.new("RGB", (WIDTH, HEIGHT), (244, 242, 240))
    pen = ImageDraw.Draw(page)
    font = ImageFont.truetype(str(needed_file(FONT_FILE, "fonts-wqy-microhei")), 26)
    for row in range(20):
        pen.text((120, 100 + row * 52), "甲方每学期选派骨干教师到乙方支教不少于二名并由乙方安排食宿", fill=(30, 30, 30), font=font)
    for x, y in seals:
        seal = stamp(SEAL, red=red)
        shown = np.minimum(np.asarray(page.crop((x, y, x + SEAL, y + SEAL))), np.asarray(seal))
        page.paste(Image.fromarray(shown), (x, y))
    return page


@pytest.mark.parametrize("red", [(214, 32, 38), (180, 28, 30), (232, 90, 96)], ids=["bright", "dark", "pale"])
def test_seals_are_seen_and_taken_out(red: tuple[int, int, int]) -> None:
    places = ((180, 900), (760, 905))
    ink = read_ink(np.asarray(sheet(seals=places, red=red)))
    assert ink.has_colour
    assert len(ink.seals) == 2
    for (x, y), box in zip(places, sorted(ink.seals), strict=True):
        assert np.abs(np.array(box) - (x, y, x + SEAL, y + SEAL)).max() < 12
    bare = read_ink(np.asarray(sheet())).grey
    for x, y in places:
        within = (slice(y, y + SEAL), slice(x, x + SEAL))
        assert np.abs(ink.grey[within].astype(int) - bare[within]).mean() < 14


def test_seals_that_overlap_are_two() -> None:
    ink = read_ink(np.asarray(sheet(seals=((400, 1250), (560, 1290)))))
    assert len(ink.seals) == 2


def test_a_sheet_without_a_seal_has_none() -> None:
    ink = read_ink(np.asarray(sheet()))
    assert ink.seals == ()


def test_a_red_letterhead_stays() -> None:
    page = Image.new("RGB", (WIDTH, HEIGHT), "white")
    font = ImageFont.truetype(str(needed_file(FONT_FILE, "fonts-wqy-microhei")), 110)
    ImageDraw.Draw(page).text((120, 200), "云溪市教育局文件", fill=(220, 20, 20), font=font)
    ImageDraw.Draw(page).line((120, 360, 1120, 360), fill=(220, 20, 20), width=6)
    ink = read_ink(np.asarray(page))
    assert ink.seals == ()
    assert (ink.grey < 128).sum() > 20_000


def test_a_grey_picture_shows_a_ring_and_keeps_its_ink() -> None:
    ink = read_ink(np.asarray(sheet(seals=((700, 1250),)).convert("L")))
    assert not ink.has_colour
    assert len(ink.seals) == 1
    assert read_ink(np.asarray(sheet().convert("L"))).seals == ()


def test_uneven_light_is_evened() -> None:
    light = np.linspace(1.0, 0.55, WIDTH)[None, :, None]
    page = (np.asarray(sheet()) * light).astype(np.uint8)
    ink = read_ink(page)
    assert np.percentile(ink.grey[:, :200], 50) > 240
    assert np.percentile(ink.grey[:, -200:], 50) > 240
