"""The commands for news: ``jiedui feeds …``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from pipeline.options import (
    FILE_SECONDS,
    MEMORY,
    PAGE_SECONDS,
    STORE,
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

Config = Annotated[
    Path | None,
    typer.Option("--config", metavar="FILE", help="来源的清单，不写就找这个文件夹或上级文件夹里的 feeds.toml", show_default=False),
]
SomeNames = Annotated[list[str], typer.Argument(metavar="NAME", help="来源的名称", show_default=False)]
Names = Annotated[list[str] | None, typer.Argument(metavar="NAME", help="来源的名称，不写为全部", show_default=False)]
Record = Annotated[Path | None, typer.Option("--record", metavar="DIR", help="把取到的一切另存为 WARC，写到这个文件夹", show_default=False)]
Replay = Annotated[Path | None, typer.Option("--replay", metavar="DIR", help="不上网，只用这个文件夹里的 WARC", show_default=False)]

FEEDS = typer.Typer(no_args_is_help=True, help="新闻来源：订阅、列表页、站点地图；看有没有新文章，读成记录。")


def add_to(app: typer.Typer) -> None:
    """Make them commands of the program."""
    app.add_typer(FEEDS, name="feeds")


@FEEDS.command("run", help="现在就看一遍来源，把新文章读进存储。有来源或文章没有读成时退出码为 1，有提醒时为 3。")
def run(  # noqa: PLR0913 - its options
    names: Names = None,
    *,
    config: Config = None,
    store: Store = STORE,
    force: Annotated[bool, typer.Option("--force", help="刚失败过、还在等待的来源也试")] = False,
    retry_failed: Annotated[bool, typer.Option("--retry-failed", help="多次没有读成的文章再读一次")] = False,
    record: Record = None,
    replay: Replay = None,
    no_names: NoNames = False,
    password: Password = None,
    password_file: PasswordFile = None,
    jobs: ProcessJobs = None,
    memory: Memory = MEMORY,
    page_seconds: PageSeconds = PAGE_SECONDS,
    file_seconds: FileSeconds = FILE_SECONDS,
    lang: LangOption = "zh",
) -> None:
    """Visit sources now."""
    from pipeline.workers.worker import get_ready  # noqa: PLC0415 - start-up

    # beside what is imported here
    get_ready()
    from pipeline.feeds import command  # noqa: PLC0415 - start-up

    reader, limits = reader_of(password, password_file, no_names=no_names), limits_of(memory, page_seconds, file_seconds)
    how = command.HowToRun(reader, limits, jobs, force, retry_failed, record, replay)
    raise typer.Exit(command.run(command.Asked(config, store, tuple(names or ()), lang), how))


@FEEDS.command("list", help="列出来源；--format opml 可导入订阅工具。")
def list_feeds(
    names: Names = None,
    *,
    config: Config = None,
    form: Annotated[Literal["text", "json", "opml"], typer.Option("--format", help="写成什么")] = "text",
    lang: LangOption = "zh",
) -> None:
    """List the sources."""
    from pipeline.feeds import status as work  # noqa: PLC0415 - start-up
    from pipeline.feeds.command import Asked  # noqa: PLC0415 - start-up

    raise typer.Exit(work.list_feeds(Asked(config, STORE, tuple(names or ()), lang), form))


@FEEDS.command("status", help="每个来源的情况：上次成功、文章数、下次、失败和提醒。有提醒时退出码为 3。")
def status(
    names: Names = None,
    *,
    config: Config = None,
    store: Store = STORE,
    form: Annotated[Literal["text", "json"], typer.Option("--format", help="写成什么")] = "text",
    lang: LangOption = "zh",
) -> None:
    """Tell how sources fare."""
    from pipeline.feeds import status as work  # noqa: PLC0415 - start-up
    from pipeline.feeds.command import Asked  # noqa: PLC0415 - start-up

    raise typer.Exit(work.status(Asked(config, store, tuple(names or ()), lang), form))


@FEEDS.command("try", help="试一个网址：看看找到了哪些文章，打印可以粘贴到 feeds.toml 的配置；不写存储。")
def try_out(  # noqa: PLR0913 - its options
    address: Annotated[str, typer.Argument(metavar="URL", help="列表页、订阅、JSON 或站点地图的网址", show_default=False)],
    *,
    name: Annotated[str | None, typer.Option("--name", help="配置里的名称", show_default=False)] = None,
    allow: Annotated[list[str] | None, typer.Option("--allow", metavar="HOST", help="允许的内网主机；可写多次", show_default=False)] = None,
    record: Record = None,
    replay: Replay = None,
    lang: LangOption = "zh",
) -> None:
    """Show what a source would give."""
    from pipeline.feeds import try_out as work  # noqa: PLC0415 - start-up

    raise typer.Exit(work.run(work.Asked(address, name, tuple(allow or ()), record, replay, lang)))


@FEEDS.command("import", help="导入浏览器另存的网页（或整个文件夹），按网页里的网址记为文章；.opml 文件则打印成 feeds.toml 的写法。")
def import_pages(  # noqa: PLR0913 - its options
    paths: Annotated[list[str], typer.Argument(metavar="PATH", help="网页文件、文件夹或 .opml 文件", show_default=False)],
    *,
    address: Annotated[
        str | None, typer.Option("--address", metavar="URL", help="网页自己没有写网址时，它的网址（只导入一个文件时）", show_default=False)
    ] = None,
    feed: Annotated[str | None, typer.Option("--feed", metavar="NAME", help="记在哪个来源名下，不写就按主机名", show_default=False)] = None,
    store: Store = STORE,
    no_names: NoNames = False,
    jobs: ProcessJobs = None,
    memory: Memory = MEMORY,
    page_seconds: PageSeconds = PAGE_SECONDS,
    file_seconds: FileSeconds = FILE_SECONDS,
    lang: LangOption = "zh",
) -> None:
    """Take saved pages in."""
    from pipeline.feeds import importing as work  # noqa: PLC0415 - start-up

    reader, limits = reader_of(None, None, no_names=no_names), limits_of(memory, page_seconds, file_seconds)
    raise typer.Exit(work.run(work.Asked(tuple(paths), store, reader, limits, address, feed, jobs, lang)))


@FEEDS.command("init", help="写出一个 feeds.toml，内有十几个教育部门的网站可作起点（没有在真实的网站上试过）。")
def init(
    path: Annotated[Path, typer.Argument(metavar="FILE", help="写到这个文件")] = Path("feeds.toml"),
    *,
    lang: LangOption = "zh",
) -> None:
    """Write a file to begin with."""
    from pipeline.feeds import command  # noqa: PLC0415 - start-up

    raise typer.Exit(command.init(path, lang))


@FEEDS.command("pause", help="暂停来源：不管谁来运行都跳过，直到恢复。")
def pause(
    names: SomeNames,
    *,
    config: Config = None,
    store: Store = STORE,
    lang: LangOption = "zh",
) -> None:
    """Pause sources."""
    from pipeline.feeds import command  # noqa: PLC0415 - start-up

    raise typer.Exit(command.pause(command.Asked(config, store, (), lang), names))


@FEEDS.command("resume", help="恢复暂停的来源。")
def resume(
    names: SomeNames,
    *,
    config: Config = None,
    store: Store = STORE,
    lang: LangOption = "zh",
) -> None:
    """Take pauses back."""
    from pipeline.feeds import command  # noqa: PLC0415 - start-up

    raise typer.Exit(command.resume(command.Asked(config, store, (), lang), names))
