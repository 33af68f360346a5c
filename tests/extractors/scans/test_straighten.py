"""How far a page lies askew, and the way back to where its pixels were."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw

from tests.formats.needed import needed_package

needed_package("cv2", "ocr")

from extractors.scans.straighten import quarter_turned, skew, straightened  # noqa: E402 - the extra is there


def lines(degrees: float = 0.0, *, upright: bool = False) -> np.ndarray:
    page = Image.new("L", (1000, 1400), 255)
    pen = ImageDraw.Draw(page)
    for row in range(24):
        for word in range(18):
            pen.rectangle((100 + word * 42, 120 + row * 46, 130 + word * 42, 142 + row * 46), fill=20)
    turned = page.rotate(degrees, resample=Image.Resampling.BICUBIC, fillcolor=255)
    return np.asarray(turned.rotate(90, expand=True) if upright else turned)


@pytest.mark.parametrize("degrees", [0.0, 0.3, 1.0, -1.0, 2.7, -4.5])
@pytest.mark.parametrize("upright", [False, True])
def test_the_lean_is_measured(degrees: float, *, upright: bool) -> None:
    assert skew(lines(degrees, upright=upright)) == pytest.approx(-degrees, abs=0.12)


@pytest.mark.parametrize("page", [np.full((800, 600), 255, np.uint8), np.zeros((800, 600), np.uint8)], ids=["white", "black"])
def test_a_page_without_lines_lies_as_it_lies(page: np.ndarray) -> None:
    assert skew(page) == 0.0


@pytest.mark.parametrize("turn", [0, 1, 2, 3])
def test_the_way_back(turn: int) -> None:
    page = np.full((60, 90), 255, np.uint8)
    page[7, 20] = 0
    turned = quarter_turned(straightened(page), turn)
    ((y, x),) = np.argwhere(turned.grey == 0).tolist()
    assert (turned.back @ (x, y, 1)).tolist() == pytest.approx([20, 7])
