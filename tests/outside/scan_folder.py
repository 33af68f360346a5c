"""Write a folder of scans with their annotations, for ``jiedui evaluate``: the same papers as pictures.

    python -m tests.outside.scan_folder OUT [--digital] [--limit N]

The papers are the agreements among the open corpus and the samples. ``--digital`` writes the prints that the scans are made from.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from extractors.readers.charset import decode
from tests.formats.make_pdf import Style, make_pdf
from tests.outside.scans import Scan, pdf_of, scan_pdf_pages

_ROOT = Path(__file__).resolve().parents[2]
STYLE = Style(size=12.0, leading=21.0, margin=64.0)
LONGEST = 2_600
"""Characters: about three pages."""


def agreements(longest: int = LONGEST) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Name, text and annotation of every agreement that is no longer than so many characters."""
    places = [(path.name.removesuffix(".gold.json"), path) for path in sorted((_ROOT / "tests/quality/corpus/open").glob("*.gold.json"))]
    places += [(path.parent.name, path) for path in sorted((_ROOT / "samples/agreement").glob("*/expected.json"))]
    for name, path in places:
        gold = json.loads(path.read_bytes())
        source = path.parent / gold["file"]
        kinds = {document["kind"] for document in gold["documents"]}
        if kinds == {"agreement"} and source.suffix == ".txt":
            text = decode(source.read_bytes()).text
            if len(text) <= longest:
                yield name, text, gold


def printed(text: str) -> bytes:
    """The print that is scanned."""
    return make_pdf(text.replace("\r", ""), STYLE)


def main() -> None:
    """Write the folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--digital", action="store_true")
    parser.add_argument("--limit", type=int)
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    for name, text, gold in list(agreements())[: arguments.limit]:
        pdf = printed(text)
        data = pdf if arguments.digital else pdf_of(scan_pdf_pages(pdf, Scan()))
        (arguments.out / f"{name}.pdf").write_bytes(data)
        (arguments.out / f"{name}.txt").write_text(text, encoding="utf-8")
        (arguments.out / f"{name}.gold.json").write_text(json.dumps({**gold, "file": f"{name}.pdf"}, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main()
