"""Make a run's report."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from pipeline.batch.request import Request
from pipeline.pages.files import as_json, write
from pipeline.pages.shown import text
from pipeline.report.as_markdown import written
from pipeline.report.gather import gather
from pipeline.report.model import Report
from pipeline.report.page import page
from pipeline.report.words import words

_MOST_ROWS = 200
"""Rows of the table of files that were not read: Prefect keeps it in its own database, and shows it whole."""


def make_report(engine: sa.Engine, run: str, request: Request) -> tuple[str, list[dict[str, Any]]]:
    """Write ``report.json``, ``report.md`` and ``report.html``; the Markdown, and a row for each file that was not read.

    Each file is there whole or as it was. Raises :class:`schemas.errors.JieduiError` where the folder cannot be written.
    """
    report = gather(engine, run, request)
    markdown = written(report)
    made = {"report.json": as_json(report), "report.md": markdown, "report.html": page(report)}
    for name, content in made.items():
        write(request.report / name, content, request.lang)
    return markdown, _rows(report)


def _rows(report: Report) -> list[dict[str, Any]]:
    """What Prefect's table shows."""
    said = words(report.lang)
    rows = [
        {said.file: text(one.address), said.outcome: said.outcomes[one.outcome], said.why: text(one.message or "–")}
        for one in report.not_read.items[:_MOST_ROWS]
    ]
    left = report.not_read.total - len(rows)
    return [*rows, {said.file: said.page.more.format(count=left), said.outcome: "", said.why: ""}] if left else rows
