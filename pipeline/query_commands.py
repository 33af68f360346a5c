"""The commands that ask a store: ``jiedui query`` and ``jiedui export``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from pipeline.options import STORE, LangOption, Store

_FILTERS = "筛选（同一个条件写多次，满足其一即可；不同的条件要都满足）"


def _filter(name: str, metavar: str, told: str) -> Any:  # noqa: ANN401 - as typer's own Option
    return typer.Option(name, metavar=metavar, show_default=False, rich_help_panel=_FILTERS, help=told)


Party = Annotated[list[str] | None, _filter("--party", "TEXT", "某一方的名称或简称里有这几个字")]
Side = Annotated[list[str] | None, _filter("--side", "SIDE", "supporter 支援方或 recipient 受援方；同 --party 一起用时说的是同一方")]
Kind = Annotated[
    list[str] | None,
    _filter("--kind", "KIND", "文种：agreement 协议、plan 方案、news 报道、summary 总结、notice 通知、other 其他"),
]
Rule = Annotated[list[str] | None, _filter("--rule", "RULE", "有这条规则的发现；也可写 missing- 这样的开头")]
Severity = Annotated[
    Literal["error", "warning", "info"] | None,
    _filter("--severity", "LEVEL", "有 error、warning 或 info 这一级或更重的发现；同 --rule 说的是同一条"),
]
Outcome = Annotated[
    list[str] | None,
    _filter(
        "--outcome",
        "OUTCOME",
        "读取结果：ok 读成、needs-review 需复核、unreadable 没有读成、failed 出错、quarantined 已隔离；要导出没有文书的文件就写这一项",
    ),
]
From = Annotated[str | None, _filter("--from", "DATE", "文书的日期不早于这天")]
To = Annotated[str | None, _filter("--to", "DATE", "文书的日期不晚于这天")]
LiveOn = Annotated[str | None, _filter("--live-on", "DATE", "这天在期限之内（起止日期都已写明的）")]
ExpiresFrom = Annotated[str | None, _filter("--expires-from", "DATE", "期限不早于这天届满")]
ExpiresTo = Annotated[str | None, _filter("--expires-to", "DATE", "期限不晚于这天届满")]
Text = Annotated[list[str] | None, _filter("--text", "TEXT", "原文里有这几个字（不分繁简、全半角和空白）")]
Source = Annotated[list[str] | None, _filter("--source", "TEXT", "文件的地址里有这几个字")]
Limit = Annotated[int | None, typer.Option("--limit", metavar="N", min=1, show_default=False, help="最多几条")]


def add_to(app: typer.Typer) -> None:
    """Make them commands of the program."""
    app.command(help="查询：列出存储里符合条件的文书；或用 --history 看一个文件历次读到的内容。")(query)
    app.command(help="导出：把符合条件的文书、数量、资金或发现写成表格或 JSON，一行一条。")(export)


def query(  # noqa: PLR0913 - its options
    *,
    store: Store = STORE,
    party: Party = None,
    side: Side = None,
    kind: Kind = None,
    rule: Rule = None,
    severity: Severity = None,
    outcome: Outcome = None,
    dated_from: From = None,
    dated_to: To = None,
    live_on: LiveOn = None,
    expires_from: ExpiresFrom = None,
    expires_to: ExpiresTo = None,
    text: Text = None,
    source: Source = None,
    limit: Limit = None,
    history: Annotated[
        str | None, typer.Option("--history", metavar="ADDRESS", show_default=False, help="只看这个文件：历次的内容、读取结果和变化")
    ] = None,
    form: Annotated[Literal["text", "json", "jsonl"], typer.Option("--format", metavar="FORMAT", help="写成 text、json 或 jsonl")] = "text",
    lang: LangOption = "zh",
) -> None:
    """List papers."""
    from pipeline.query.asked import Options  # noqa: PLC0415 - start-up
    from pipeline.query.command import Request, run  # noqa: PLC0415 - start-up

    options = Options(
        tuple(party or ()), tuple(side or ()), tuple(kind or ()), tuple(rule or ()), severity, tuple(outcome or ()),
        dated_from, dated_to, live_on, expires_from, expires_to, tuple(text or ()), tuple(source or ()),
    )  # fmt: skip
    raise typer.Exit(run(Request(store, options, form, lang, limit, history)))


def export(  # noqa: PLR0913 - its options
    out: Annotated[Path, typer.Option("--out", metavar="FILE", show_default=False, help="写到这个文件")],
    *,
    rows: Annotated[
        Literal["documents", "quotas", "funding", "findings"],
        typer.Option("--rows", metavar="ROWS", help="每行是什么：documents 文书、quotas 数量、funding 资金、findings 发现"),
    ] = "documents",
    form: Annotated[
        Literal["jsonl", "csv", "xlsx", "parquet"] | None,
        typer.Option(
            "--format",
            metavar="FORMAT",
            show_default=False,
            help="写成 jsonl、csv、xlsx 或 parquet，不写就看文件名的后缀；documents 的 jsonl 是完整的记录",
        ),
    ] = None,
    store: Store = STORE,
    party: Party = None,
    side: Side = None,
    kind: Kind = None,
    rule: Rule = None,
    severity: Severity = None,
    outcome: Outcome = None,
    dated_from: From = None,
    dated_to: To = None,
    live_on: LiveOn = None,
    expires_from: ExpiresFrom = None,
    expires_to: ExpiresTo = None,
    text: Text = None,
    source: Source = None,
    limit: Limit = None,
    lang: LangOption = "zh",
) -> None:
    """Write rows into a file."""
    from pipeline.export.command import Request, run  # noqa: PLC0415 - start-up
    from pipeline.query.asked import Options  # noqa: PLC0415 - start-up

    options = Options(
        tuple(party or ()), tuple(side or ()), tuple(kind or ()), tuple(rule or ()), severity, tuple(outcome or ()),
        dated_from, dated_to, live_on, expires_from, expires_to, tuple(text or ()), tuple(source or ()),
    )  # fmt: skip
    raise typer.Exit(run(Request(store, options, out, rows, form, lang, limit)))
