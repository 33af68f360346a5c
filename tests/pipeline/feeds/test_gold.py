"""Annotated news comes out of the whole flow as it comes out of files."""

from __future__ import annotations

from pathlib import Path

from tests.pipeline.feeds.gold_over_http import fields_of, from_disk, news_files, over_http
from tests.quality.measured import CORPUS


def test_every_field_is_what_it_is_from_disk(tmp_path: Path) -> None:
    files = news_files(CORPUS / "open")
    assert len(files) > 90
    fetched, read = over_http(files, tmp_path), from_disk(files)
    assert set(fetched) == set(read)
    differing = [name for name in read if fields_of(fetched[name]) != fields_of(read[name])]
    assert not differing
    assert all(fetched[name].text == read[name].text for name in read)
    pages = (record for record in fetched.values() if record.source.media_type != "application/rss+xml")
    assert all(document.press is None or document.press.url for record in pages for document in record.documents)
