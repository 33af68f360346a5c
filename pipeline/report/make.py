"""Make a run's report."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import sqlalchemy as sa

from pipeline.atomic import replacing
from pipeline.batch.request import Request
from pipeline.messages import messages
from pipeline.printable import escaped_json, one_line
from pipeline.report.as_markdown import written
from pipeline.report.gather import gather
from pipeline.report.model import Report
from pipeline.report.page import page
from pipeline.report.shown import text
from pipeline.report.words import words
from schemas.errors import JieduiError

_MOST_ROWS = 200
"""Rows of the table of files that were not read: Prefect keeps it in its own database, and shows it whole."""


def make_report(engine: sa.Engine, run: str, request: Request) -> tuple[str, list[dict[str, Any]]]:
    """Write ``report.json``, ``report.md`` and ``report.html``; the Markdown, and a row for each file that was not read.

    Each file is there whole or as it was. Raises :class:`JieduiError` where the folder cannot be written.
    """
    report = gather(engine, run, request)
    markdown = written(report)
    made = {"report.json": as_json(report), "report.md": markdown, "report.html": page(report)}
    for name, content in made.items():
        _write(request.report / name, content, request)
    return markdown, _rows(report)


def as_json(report: Report) -> str:
    """The report as indented JSON, ended by a newline; what cannot be seen is a JSON escape."""
    return escaped_json(report.model_dump_json(indent=1)) + "\n"


def _write(target: Path, content: str, request: Request) -> None:
    try:
        with replacing(target) as stream:
            stream.write(content.encode())
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise JieduiError(messages(request.lang).cannot_write.format(name=one_line(str(target)), why=why)) from error


def _rows(report: Report) -> list[dict[str, Any]]:
    """What Prefect's table shows."""
    said = words(report.lang)
    rows = [
        {said.file: text(one.address), said.outcome: said.outcomes[one.outcome], said.why: text(one.message or "–")}
        for one in report.not_read.items[:_MOST_ROWS]
    ]
    left = report.not_read.total - len(rows)
    return [*rows, {said.file: said.more.format(count=left), said.outcome: "", said.why: ""}] if left else rows
