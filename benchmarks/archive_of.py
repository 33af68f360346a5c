"""Make an archive of generated agreements: ``python -m benchmarks.archive_of DIR [--files 10000] [--kind txt|pdf|mixed] [--jobs 2]``.

Papers of six writers (tests/planted), clean ones and ones with a planted defect, in folders of 500, none twice. ``mixed`` has ten of each
hundred as PDF, ten as .docx and ten as GBK text. The same arguments make the same archive.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from typing import Literal, get_args

from tests.formats.make_docx import make_docx
from tests.formats.make_pdf import make_pdf
from tests.planted.measure import PLANTED, voice, voices

Kind = Literal["txt", "pdf", "mixed"]
_IN_FOLDER = 500
_DEFECTIVE = 4
"""One paper in so many has a planted defect."""


def main() -> None:
    """Make it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--files", type=int, default=10_000)
    parser.add_argument("--kind", choices=get_args(Kind), default="txt")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    asked = parser.parse_args()
    print(f"{make_archive(asked.folder, asked.files, asked.kind, asked.jobs):,} files in {asked.folder}")


def make_archive(folder: Path, files: int, kind: Kind = "txt", jobs: int | None = None) -> int:
    """Write the files; how many there are."""
    for number in range(0, files, _IN_FOLDER):
        (folder / f"{number // _IN_FOLDER:03}").mkdir(parents=True, exist_ok=True)
    with ProcessPoolExecutor(jobs) as pool:
        return sum(pool.map(partial(_write, folder, kind), range(files), chunksize=50))


def _write(folder: Path, kind: Kind, number: int) -> int:
    text = paper(number)
    place = folder / f"{number // _IN_FOLDER:03}" / f"{number:06}"
    suffix, data = _packed(text, kind, number % 100)
    place.with_suffix(suffix).write_bytes(data)
    return 1


def paper(number: int) -> str:
    """The text of the paper of a number; its own number is written at its end, so that no two are the same."""
    names = voices()
    writer, seed = voice(names[number % len(names)]), number // len(names)
    planted = writer.clean(seed) if number % _DEFECTIVE else writer.plant(PLANTED[seed % len(PLANTED)].slug, seed)
    return f"{planted.text.rstrip()}\n\n档案号：{number:06}\n"


def _packed(text: str, kind: Kind, percent: int) -> tuple[str, bytes]:
    if kind == "pdf" or (kind == "mixed" and percent < 10):
        return ".pdf", make_pdf(text)
    if kind == "mixed" and percent < 20:
        return ".docx", make_docx(text)
    if kind == "mixed" and percent < 30:
        return ".txt", text.encode("gb18030")
    return ".txt", text.encode()


def papers(count: int) -> Iterator[str]:
    """The first papers."""
    return map(paper, range(count))


if __name__ == "__main__":
    main()
