"""How long reading a digital PDF takes, beside pypdfium2's own text call with boxes for the same pages in the same run.

``python -m benchmarks.pdf_text [--pages 60]`` prints pages per second and the ratio; the pages are prints of the agreements in the
open corpus that hold no tables.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable

import pypdfium2 as pdfium

from extractors.readers.pdf import read_pdf
from tests.outside.scan_folder import agreements, printed

_RUNS = 25
"""By turns, the best of each: another program on the machine slows some of them."""


def main() -> None:
    """Measure both and print the ratio."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=60)
    wanted = parser.parse_args().pages
    files: list[bytes] = []
    count = 0
    for _, text, _ in agreements():
        if "\t" in text or "|" in text:  # ruled tables are for pdfplumber
            continue
        files.append(printed(text))
        count += _pages(files[-1])
        if count >= wanted:
            break
    runs = [(_seconds(_text_with_boxes, files), _seconds(read_pdf, files)) for _ in range(_RUNS)]
    theirs, ours = (min(times) for times in zip(*runs, strict=True))
    print(f"{count} pages; pypdfium2 {count / theirs:,.0f} pages/s, read_pdf {count / ours:,.0f} pages/s; ratio {ours / theirs:.2f}")


def _pages(data: bytes) -> int:
    with pdfium.PdfDocument(data) as document:
        return len(document)


def _seconds(read: Callable[[bytes], object], files: list[bytes]) -> float:
    start = time.perf_counter()
    for data in files:
        read(data)
    return time.perf_counter() - start


def _text_with_boxes(data: bytes) -> int:
    """Every character with its box, as pypdfium2 gives them."""
    count = 0
    with pdfium.PdfDocument(data) as document:
        for page in document:
            text = page.get_textpage()
            words = text.get_text_range()
            boxes = [text.get_charbox(at) for at in range(text.count_chars())]
            count += len(words) + len(boxes)
            text.close()
            page.close()
    return count


if __name__ == "__main__":
    main()
