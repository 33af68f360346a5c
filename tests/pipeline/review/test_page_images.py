"""Pages are drawn in a process of their own, from the very file that was read, or it is said why not."""

from __future__ import annotations

import hashlib
import io
import os
import signal
import zipfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import psutil
import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from pipeline.review.page_images import NoImage, PageImages, SourceFile, width_of
from pipeline.review.png import png
from tests.outside.cases import Case
from tests.outside.hostile_pdf import cases as hostile_pdfs
from tests.outside.hostile_picture import cases as hostile_pictures
from tests.pipeline.store.make_reading import digest

PDF = "application/pdf"


def book(pages: int = 3, size: tuple[float, float] = (400, 600)) -> bytes:
    """A PDF with a red square at the upper left of each page."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=size)
    for _ in range(pages):
        canvas.setFillColorRGB(1, 0, 0)
        canvas.rect(0, size[1] - 100, 100, 100, stroke=0, fill=1)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def file_of(path: Path, data: bytes, media_type: str = PDF) -> SourceFile:
    path.write_bytes(data)
    return SourceFile(hashlib.sha256(data).hexdigest(), media_type, (str(path),))


def drawn(images: PageImages, file: SourceFile, page: int = 1, width: int = 800) -> np.ndarray:
    return np.asarray(Image.open(io.BytesIO(images.page(file, page, width))).convert("RGB"))


@pytest.fixture(scope="module")
def images() -> Iterator[PageImages]:
    made = PageImages()
    yield made
    made.close()


@pytest.mark.parametrize("shape", [(7, 5, 3), (7, 5), (1, 1, 3), (300, 2, 3)])
def test_a_png_is_what_was_written(shape: tuple[int, ...]) -> None:
    pixels = np.random.default_rng(7).integers(0, 256, shape, dtype=np.uint8)
    picture = Image.open(io.BytesIO(png(pixels)))
    picture.load()
    assert picture.mode == ("L" if len(shape) == 2 else "RGB")
    assert (np.asarray(picture) == pixels).all()


def test_a_page_is_drawn_where_its_boxes_are(images: PageImages, tmp_path: Path) -> None:
    file = file_of(tmp_path / "a.pdf", book())
    assert images.sizes(file) == [(400.0, 600.0)] * 3
    pixels = drawn(images, file, 2)
    assert pixels.shape == (1200, 800, 3)
    assert tuple(pixels[50, 50]) == (255, 0, 0)
    assert tuple(pixels[250, 50]) == tuple(pixels[50, 250]) == (255, 255, 255)


def test_a_turned_page_is_drawn_as_it_is_shown(images: PageImages, tmp_path: Path) -> None:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(400, 600))
    canvas.setPageRotation(90)
    # its own axes are those of a sheet 600 wide and 400 high, whose upper left corner comes to lie at the right
    canvas.rect(0, 300, 100, 100, stroke=0, fill=1)
    canvas.showPage()
    canvas.save()
    file = file_of(tmp_path / "a.pdf", out.getvalue())
    assert images.sizes(file) == [(400.0, 600.0)]
    assert tuple(drawn(images, file)[20, 780]) == (0, 0, 0)


@pytest.mark.parametrize(("form", "media_type"), [("PNG", "image/png"), ("JPEG", "image/jpeg"), ("TIFF", "image/tiff")])
def test_pictures_are_drawn_in_points(images: PageImages, tmp_path: Path, form: str, media_type: str) -> None:
    out = io.BytesIO()
    Image.new("RGB", (1240, 1754), "white").save(out, form, dpi=(150, 150))
    file = file_of(tmp_path / "a", out.getvalue(), media_type)
    (size,) = images.sizes(file)
    assert size == pytest.approx((595.2, 841.92), abs=0.3)
    height, width, _ = drawn(images, file).shape
    assert (height, width) == (pytest.approx(1132, abs=1), 800)


def test_each_page_of_a_tiff(images: PageImages, tmp_path: Path) -> None:
    out = io.BytesIO()
    red, blue = (Image.new("RGB", (300, 200), colour) for colour in ("red", "blue"))
    red.save(out, "TIFF", save_all=True, append_images=[blue])
    file = file_of(tmp_path / "a.tif", out.getvalue(), "image/tiff")
    assert len(images.sizes(file)) == 2
    assert tuple(drawn(images, file, 1)[0, 0]) == (255, 0, 0)
    assert tuple(drawn(images, file, 2)[0, 0]) == (0, 0, 255)


def test_a_member_of_an_archive(images: PageImages, tmp_path: Path) -> None:
    data = book(1)
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("内/协议.pdf", data)
    file = SourceFile(hashlib.sha256(data).hexdigest(), PDF, (f"{tmp_path}/a.zip!/内/协议.pdf",))
    assert drawn(images, file).shape == (1200, 800, 3)


def test_the_first_address_that_still_holds_the_content(images: PageImages, tmp_path: Path) -> None:
    file = file_of(tmp_path / "b.pdf", book(1))
    (tmp_path / "a.pdf").write_bytes(book(2))
    addresses = ("https://example.org/a.pdf", str(tmp_path / "none.pdf"), str(tmp_path / "a.pdf"), *file.addresses)
    assert len(images.sizes(SourceFile(file.content, PDF, addresses))) == 1


def test_why_there_is_none(images: PageImages, tmp_path: Path) -> None:
    changed = file_of(tmp_path / "a.pdf", book(1, (401, 601)))
    (tmp_path / "a.pdf").write_bytes(book(1, (402, 602)))
    text = file_of(tmp_path / "a.txt", b"text", "text/plain")
    there = file_of(tmp_path / "b.pdf", book(2))
    for file, page, why in (
        (changed, 1, "changed"),
        (SourceFile(digest("x"), PDF, (str(tmp_path / "none.pdf"),)), 1, "gone"),
        (SourceFile(digest("x"), PDF, ()), 1, "gone"),
        (SourceFile(digest("x"), PDF, ("https://example.org/a.pdf",)), 1, "web"),
        (SourceFile(digest("x"), PDF, ("unknownscheme://a/b.pdf",)), 1, "gone"),
        (text, 1, "no-page"),
        (there, 3, "broken"),
        (there, 0, "no-page"),
        (file_of(tmp_path / "c.pdf", b"%PDF-1.7 nothing"), 1, "broken"),
    ):
        with pytest.raises(NoImage) as raised:
            images.page(file, page, 800)
        assert raised.value.why == why, file.addresses


def test_what_was_drawn_is_kept(images: PageImages, tmp_path: Path) -> None:
    file = file_of(tmp_path / "a.pdf", book(1, (403, 603)))
    first = images.page(file, 1, 700)
    (tmp_path / "a.pdf").unlink()
    assert images.page(file, 1, width_of(700)) is first


def test_a_long_page_is_not_drawn_at_any_cost(images: PageImages, tmp_path: Path) -> None:
    file = file_of(tmp_path / "a.pdf", book(1, (20, 14_000)))
    assert drawn(images, file, 1, 10_000).shape[0] <= 8_000


@pytest.mark.parametrize("case", [*hostile_pdfs(), *hostile_pictures()], ids=lambda case: case.name)
def test_a_hostile_file_leaves_others_alone(images: PageImages, tmp_path: Path, case: Case) -> None:
    data = case.make()
    media_type = PDF if b"%PDF" in data[:1024] else "image/png"
    file = file_of(tmp_path / "hostile", data, media_type)
    try:
        assert images.page(file, 1, 800).startswith(b"\x89PNG")
    except NoImage as why:
        assert why.why in {"broken", "died", "too-long"}  # noqa: PT017 - either is an answer
    assert drawn(images, file_of(tmp_path / "good.pdf", book(1))).shape == (1200, 800, 3)


def test_a_dead_child_is_replaced(tmp_path: Path) -> None:
    images = PageImages()
    try:
        file = file_of(tmp_path / "a.pdf", book(2))
        images.page(file, 1, 800)
        children = [
            one for one in psutil.Process().children() if "multiprocessing" in " ".join(one.cmdline()) and one.pid == images.child_id
        ]
        assert len(children) == 1
        os.kill(children[0].pid, signal.SIGKILL)
        psutil.wait_procs(children, 10)
        with pytest.raises(NoImage) as raised:
            images.page(file, 2, 800)
        assert raised.value.why == "died"
        assert images.page(file, 2, 800).startswith(b"\x89PNG")
    finally:
        images.close()


def test_a_page_that_takes_too_long_is_given_up(tmp_path: Path) -> None:
    images = PageImages(seconds=0.0)
    try:
        with pytest.raises(NoImage) as raised:
            images.page(file_of(tmp_path / "a.pdf", book()), 1, 800)
        assert raised.value.why == "too-long"
        assert images.child_id is None
    finally:
        images.close()
