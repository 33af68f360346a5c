"""How long reading a scan takes and how rightly it is read, beside rapidocr alone on the same pages in the same run.

``python -m benchmarks.ocr [--papers 10] [--threads 2]`` prints seconds a page of both, their ratio, and the share of characters that
are wrong (CER; blanks, widths and page numbers do not count, and a rule that is left to write on counts as a blank). The scans are at
150 dpi, a degree askew, unevenly lit, with seals over the signatures.
"""

from __future__ import annotations

import argparse
import io
import re
import time
from typing import Any

import numpy as np
from PIL import Image

from extractors.readers.pdf import read_pdf
from extractors.readers.source_text import SourceText
from extractors.text.normal import fold
from pipeline.recognition import engine, page_reader
from tests.outside.scan_folder import agreements, printed
from tests.outside.scans import pdf_of, scan_pdf_pages

_PAGE_NUMBER = re.compile(r"^[ ]*-[ ]?\d{1,3}[ ]?-[ ]*$", re.MULTILINE)


def main() -> None:
    """Measure both and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--papers", type=int, default=10)
    parser.add_argument("--threads", type=int, default=2)
    arguments = parser.parse_args()
    reader, alone = page_reader(arguments.threads), engine(arguments.threads)
    if reader is None:
        raise SystemExit("install the extra: pip install 'jiedui[ocr]'")
    ours = theirs = 0.0
    pages = characters = wrong = wrong_alone = 0
    for number, (name, text, _) in enumerate(list(agreements())[: arguments.papers]):
        sheets = scan_pdf_pages(printed(text))
        jpegs, pdf = [_jpeg(sheet) for sheet in sheets], pdf_of(sheets)
        if number == 0:  # the models are loaded
            read_pdf(pdf_of(sheets[:1]), ocr=reader)
            _alone(alone, jpegs[0])
        start = time.perf_counter()
        words = [_alone(alone, jpeg) for jpeg in jpegs]
        between = time.perf_counter()
        source = read_pdf(pdf, ocr=reader)
        end = time.perf_counter()
        theirs, ours, pages = theirs + between - start, ours + end - between, pages + len(sheets)
        said = plain(text)
        slips = distance(said, plain(without_furniture(source)))
        slips_alone = distance(said, plain("\n".join(words)))
        characters, wrong, wrong_alone = characters + len(said), wrong + slips, wrong_alone + slips_alone
        seconds = f"{between - start:7.2f} s {end - between:7.2f} s"
        print(f"{name:24}{len(sheets):3} pages {seconds}   CER {slips_alone / len(said):.4f} {slips / len(said):.4f}")
    print(f"rapidocr {theirs / pages:.2f} s a page, CER {wrong_alone / characters:.4f}")
    print(f"jiedui   {ours / pages:.2f} s a page, CER {wrong / characters:.4f}; ratio {ours / theirs:.2f}")


def _jpeg(sheet: Image.Image) -> bytes:
    out = io.BytesIO()
    sheet.save(out, "JPEG", quality=80)
    return out.getvalue()


def _alone(alone: Any, jpeg: bytes) -> str:  # noqa: ANN401 - rapidocr carries no types
    """What rapidocr reads of a page, in its own order."""
    page = np.asarray(Image.open(io.BytesIO(jpeg)).convert("RGB"))[..., ::-1]
    read = alone(np.ascontiguousarray(page), use_det=True, use_cls=False, use_rec=True)
    return "\n".join(read.txts or ())


def without_furniture(source: SourceText) -> str:
    """The text without running heads and page numbers."""
    parts, at = [], 0
    for piece in sorted(source.furniture, key=lambda one: one.start):
        parts.append(source.text[at : piece.start])
        at = max(at, piece.end)
    return "".join([*parts, source.text[at:]])


def plain(text: str) -> str:
    """The text as it is compared."""
    return re.sub(r"[\s_]", "", _PAGE_NUMBER.sub("", fold(text, lambda words: words)))


def distance(one: str, two: str) -> int:
    """How many characters must be put in, taken out or changed."""
    codes = np.frombuffer(two.encode("utf-32-le"), dtype=np.uint32)
    steps = np.arange(len(two) + 1)
    row = steps.copy()
    for at, char in enumerate(one, 1):
        changed = row[:-1] + (codes != ord(char))
        row = np.concatenate(([at], np.minimum(changed, row[1:] + 1)))
        # put in: the cheapest place to the left, and a step for each character since
        row = np.minimum.accumulate(row - steps) + steps
    return int(row[-1])


if __name__ == "__main__":
    main()
