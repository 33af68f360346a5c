"""The commands for whole archives: ``jiedui batch`` and ``jiedui serve``."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from pipeline.batch.request import Request, Runner
from pipeline.options import (
    FILE_SECONDS,
    MEMORY,
    PAGE_SECONDS,
    STORE,
    Config,
    Debug,
    FileSeconds,
    LangOption,
    Memory,
    NoNames,
    PageSeconds,
    Password,
    PasswordFile,
    ProcessJobs,
    Store,
    limits_of,
    reader_of,
)

_DEFAULT_REPORT = Path("jiedui-report")


def add_to(app: typer.Typer) -> None:
    """Make them commands of the program."""
    app.command(help="定时读：到了 jiedui.toml 写明的时间就读收件箱，直到按 Ctrl+C；也可暂停、恢复、列出。")(serve)
    app.command(help="整批读：文件夹、通配符、压缩包、清单（@FILE）、s3:// 等地址里的全部文书，结果进存储，写出报告；可中断，可续读。")(
        batch
    )


def batch(  # noqa: PLR0913 - its options
    sources: Annotated[
        list[str], typer.Argument(metavar="SOURCE", help="文件夹、文件、通配符、压缩包、s3:// 等地址，或 @清单文件", show_default=False)
    ],
    *,
    store: Store = STORE,
    report: Annotated[Path, typer.Option("--report", metavar="DIR", help="报告写到这个文件夹")] = _DEFAULT_REPORT,
    as_of: Annotated[
        datetime | None,
        typer.Option("--as-of", formats=["%Y-%m-%d"], metavar="DATE", help="报告里“即将到期”从哪天算起，不写为今天", show_default=False),
    ] = None,
    retry_failed: Annotated[bool, typer.Option("--retry-failed", help="没有读成和已隔离的文件再读一次")] = False,
    limit: Annotated[int | None, typer.Option("--limit", metavar="N", min=1, help="最多读几个新文件", show_default=False)] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="只说会读多少，不写任何东西")] = False,
    runner: Annotated[Runner, typer.Option("--runner", metavar="RUNNER", help="local 在本机读，dask 交给 Dask 集群")] = "local",
    scheduler: Annotated[
        str | None, typer.Option("--scheduler", metavar="ADDRESS", help="Dask 调度器的地址，如 tcp://主机:8786", show_default=False)
    ] = None,
    verbose: Annotated[bool, typer.Option("-v", "--verbose", help="显示 Prefect 的日志和页面地址")] = False,
    lang: LangOption = "zh",
    no_names: NoNames = False,
    password: Password = None,
    password_file: PasswordFile = None,
    debug: Debug = False,
    jobs: ProcessJobs = None,
    memory: Memory = MEMORY,
    page_seconds: PageSeconds = PAGE_SECONDS,
    file_seconds: FileSeconds = FILE_SECONDS,
) -> None:
    """Read an archive."""
    from pipeline.workers.worker import get_ready  # noqa: PLC0415 - start-up

    if runner == "local" and not dry_run:
        # beside what is imported here
        get_ready()
    from pipeline.batch.run import run  # noqa: PLC0415 - start-up

    request = Request(
        tuple(sources), store, report, (as_of or datetime.now().astimezone()).date(), lang, jobs, limit, runner, scheduler,
        retry_failed=retry_failed, dry_run=dry_run, verbose=verbose, debug=debug,
    )  # fmt: skip
    reader = reader_of(password, password_file, no_names=no_names)
    raise typer.Exit(run(request, reader, limits_of(memory, page_seconds, file_seconds)))


def serve(  # noqa: PLR0913 - its options
    *,
    config: Config = None,
    listed: Annotated[bool, typer.Option("--list", help="列出要做的事和下次的时间，不运行")] = False,
    pause: Annotated[
        list[str] | None, typer.Option("--pause", metavar="NAME", help="暂停这一项，重新启动后仍然暂停；不运行", show_default=False)
    ] = None,
    resume: Annotated[list[str] | None, typer.Option("--resume", metavar="NAME", help="恢复这一项；不运行", show_default=False)] = None,
    verbose: Annotated[bool, typer.Option("-v", "--verbose", help="显示每次读取的经过和 Prefect 的日志")] = False,
    lang: LangOption = "zh",
    debug: Debug = False,
) -> None:
    """Read inboxes when their time comes."""
    from pipeline.serve import command  # noqa: PLC0415 - start-up

    request = command.Request(
        config, os.environ.get("JIEDUI_STORE"), lang, listed, tuple(pause or ()), tuple(resume or ()), verbose=verbose, debug=debug
    )
    raise typer.Exit(command.run(request))
