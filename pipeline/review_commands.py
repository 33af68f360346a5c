"""The commands of reviewing: ``jiedui review …`` opens the page, ``export``, ``to-gold`` and ``stats`` give what came of it.

``jiedui report`` writes the same view as a page that needs no server.
"""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from pipeline.options import STORE, LangOption, Password
from pipeline.review.stores import OWN_STORE, usual_store

_PAGE = "serve"
_HELP = frozenset({"--help", "-h"})


class _PageOrCommand(TyperGroup):
    """``jiedui review RECORDS`` opens the page; a name of a command in the first place is that command.

    A group with an argument of any length would take the names of its commands for records.
    """

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401 - a context of typer's, which it does not export
        """Put the page's name where none stands."""
        is_named = bool(args) and (args[0] in self.commands or (args[0] in _HELP and len(args) == 1))
        rest: list[str] = super().parse_args(ctx, args if is_named else [_PAGE, *args])
        return rest


REVIEW = typer.Typer(
    cls=_PageOrCommand,
    help="审阅：在网页里核对记录、改正、签收（jiedui review --store URL，或 jiedui review RECORDS）；导出审阅结果。",
)
StoreOfReviews = Annotated[
    str | None,
    typer.Option(
        "--store",
        metavar="URL",
        envvar="JIEDUI_STORE",
        show_envvar=False,
        show_default=f"{STORE}，没有它就是 {OWN_STORE}",
        help="存储：SQLite 的文件，或 postgresql:// 开头的地址",
    ),
]
Out = Annotated[Path, typer.Option("-o", "--out", metavar="DIR", show_default=False, help="写到这个文件夹")]
Unsigned = Annotated[bool, typer.Option("--unsigned", help="没有签收的也写成标注")]
AsText = Annotated[bool, typer.Option("--text", help="标注旁边总是写文字（.txt），不复制原来的文件")]


class State(StrEnum):
    """How far a record is; typer takes no list of literals."""

    STARTED = "started"
    DECIDED = "decided"
    SIGNED = "signed"
    REOPENED = "reopened"
    CONFLICT = "conflict"


def add_to(app: typer.Typer) -> None:
    """Make them commands of the program."""
    app.add_typer(REVIEW, name="review")
    app.command(help="阅读网页：把记录写成一个网页，原文和读到的内容对照着看；不用服务，不用联网。")(report)


def report(
    records: Annotated[
        list[str], typer.Argument(metavar="RECORDS", show_default=False, help="jiedui extract --out 写成的记录，文件或文件夹")
    ],
    *,
    out: Annotated[Path, typer.Option("-o", "--out", metavar="FILE", show_default=False, help="写到这个文件，如 page.html")],
    lang: LangOption = "zh",
) -> None:
    """Write a page to read."""
    from pipeline.review.report_command import Request, run  # noqa: PLC0415 - start-up

    raise typer.Exit(run(Request(tuple(records), out, lang)))


@REVIEW.command(_PAGE, help="打开审阅的网页；不写 serve 也是它。给出 jiedui extract --out 写成的记录，或用 --store 给出存储。")
def serve(  # noqa: PLR0913 - its options
    records: Annotated[
        list[str] | None, typer.Argument(metavar="RECORDS", show_default=False, help="记录的文件或文件夹；不写就审阅存储里的记录")
    ] = None,
    *,
    store: StoreOfReviews = None,
    papers: Annotated[
        list[str] | None, typer.Option("--papers", metavar="DIR", show_default=False, help="记录的原文件在这个文件夹里；可写多次")
    ] = None,
    host: Annotated[str, typer.Option("--host", help="在哪个地址上监听；不是本机的地址要有 token 才能打开")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="端口；0 为自动选")] = 8642,
    token: Annotated[
        str | None,
        typer.Option(
            "--token", envvar="JIEDUI_REVIEW_TOKEN", show_envvar=False, show_default=False, help="打开网页要有的 token，不写就生成一个"
        ),
    ] = None,
    name: Annotated[str | None, typer.Option("--as", metavar="NAME", show_default=False, help="审阅人的名字，也可在网页里写")] = None,
    password: Password = None,
    browser: Annotated[bool, typer.Option("--open", help="打开浏览器")] = False,
    lang: LangOption = "zh",
) -> None:
    """Open the page."""
    from pipeline.review.command import Request, run  # noqa: PLC0415 - start-up

    given = Request(
        store, tuple(records or ()), tuple(papers or ()), host, port, token, name, lang, tuple(password or ()), opens_browser=browser
    )
    raise typer.Exit(run(given, STORE))


@REVIEW.command("export", help="导出审阅过的记录、每份的改动（JSON Patch，RFC 6902）和标注，写到一个文件夹。")
def export(  # noqa: PLR0913 - its options
    out: Out,
    *,
    store: StoreOfReviews = None,
    state: Annotated[
        list[State] | None, typer.Option("--state", show_default=False, help="只要这样的记录，可写多次；不写就是审阅过的全部")
    ] = None,
    unsigned: Unsigned = False,
    text: AsText = False,
    lang: LangOption = "zh",
) -> None:
    """Write what was reviewed."""
    from pipeline.review.out_command import Request, run_export  # noqa: PLC0415 - start-up

    states = tuple(one.value for one in state or ())
    raise typer.Exit(run_export(Request(store or usual_store(STORE), out, states, unsigned=unsigned, as_text=text, lang=lang)))


@REVIEW.command("to-gold", help="把签收了的记录写成标注（docs/annotating.md），原文件放在旁边；用 jiedui evaluate 检查读得对不对。")
def to_gold(
    out: Out,
    *,
    store: StoreOfReviews = None,
    unsigned: Unsigned = False,
    text: AsText = False,
    lang: LangOption = "zh",
) -> None:
    """Write annotations."""
    from pipeline.review.out_command import Request, run_to_gold  # noqa: PLC0415 - start-up

    raise typer.Exit(run_to_gold(Request(store or usual_store(STORE), out, unsigned=unsigned, as_text=text, lang=lang)))


@REVIEW.command("stats", help="审阅的统计：各字段的准确率和召回率、审阅人之间是否一致（kappa）、每份的用时。")
def stats(
    *,
    store: StoreOfReviews = None,
    as_json: Annotated[bool, typer.Option("--json", help="打印 JSON")] = False,
    lang: LangOption = "zh",
) -> None:
    """Tell what reviewing shows."""
    from pipeline.review.out_command import run_stats  # noqa: PLC0415 - start-up

    raise typer.Exit(run_stats(store or usual_store(STORE), lang, as_json=as_json))
