"""The command that tells what the news says: ``jiedui digest``."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from pipeline.options import STORE, LangOption, Store

_DEFAULT_FOLDER = Path("jiedui-digest")


class Form(StrEnum):
    """What a digest is written as; typer takes no list of literals."""

    JSON = "json"
    MARKDOWN = "markdown"
    HTML = "html"


def add_to(app: typer.Typer) -> None:
    """Make it a command of the program."""
    app.command(help="新闻摘要：存储里的报道写了谁帮谁，多少人、多少次、多少钱，按地区和月份；几篇报道的同一笔款只计一次。")(digest)


def digest(  # noqa: PLR0913 - its options
    *,
    store: Store = STORE,
    since: Annotated[str | None, typer.Option("--since", metavar="DAY", show_default=False, help="只要这天起发布的报道")] = None,
    until: Annotated[str | None, typer.Option("--until", metavar="DAY", show_default=False, help="只要到这天为止发布的报道")] = None,
    feed: Annotated[
        list[str] | None, typer.Option("--feed", metavar="NAME", show_default=False, help="只要这个来源的报道；可写多次")
    ] = None,
    files: Annotated[bool, typer.Option("--all", help="从文件读到的报道（jiedui batch）也算")] = False,
    out: Annotated[Path, typer.Option("-o", "--out", metavar="DIR", help="写到这个文件夹")] = _DEFAULT_FOLDER,
    form: Annotated[list[Form] | None, typer.Option("--format", show_default=False, help="写成什么，可写多次")] = None,
    lang: LangOption = "zh",
) -> None:
    """Tell what the news says."""
    from pipeline.digest.command import Request, run  # noqa: PLC0415 - start-up

    raise typer.Exit(run(Request(store, since, until, tuple(feed or ()), files, out, tuple(one.value for one in form or ()), lang)))
