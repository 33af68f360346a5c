"""Options that several commands share, and what is made of them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.messages import Lang

if TYPE_CHECKING:
    from pipeline.reading import Reader
    from pipeline.workers.limits import Limits

Paths = Annotated[list[str], typer.Argument(metavar="PATH", help="文件或文件夹；- 为标准输入", show_default=False)]
LangOption = Annotated[Lang, typer.Option("--lang", help="提示的语言：zh 或 en")]
NoNames = Annotated[bool, typer.Option("--no-names", help="不用人名地名模型，更快")]
Password = Annotated[
    list[str] | None, typer.Option("--password", metavar="TEXT", help="加密文件的密码；可写多次，逐个去试", show_default=False)
]
PasswordFile = Annotated[Path | None, typer.Option("--password-file", metavar="FILE", help="每行一个密码的文件", show_default=False)]
Jobs = Annotated[
    int | None,
    typer.Option(
        "--jobs", metavar="N", min=0, envvar="JIEDUI_JOBS", show_envvar=False, show_default=False, rich_help_panel="并行和限制",
        help="同时读几个文件，不写为处理器的个数；0 不用子进程，没有下面的限制",
    ),
]  # fmt: skip
ProcessJobs = Annotated[
    int | None,
    typer.Option(
        "--jobs", metavar="N", min=1, envvar="JIEDUI_JOBS", show_envvar=False, show_default=False, rich_help_panel="并行和限制",
        help="同时读几个文件，不写为处理器的个数",
    ),
]  # fmt: skip
Memory = Annotated[
    int,
    typer.Option(
        "--memory", metavar="MB", min=256, envvar="JIEDUI_MEMORY", show_envvar=False, rich_help_panel="并行和限制",
        help="读一个文件最多用多少内存",
    ),
]  # fmt: skip
PageSeconds = Annotated[
    float,
    typer.Option(
        "--page-seconds", metavar="S", min=0.1, envvar="JIEDUI_PAGE_SECONDS", show_envvar=False, rich_help_panel="并行和限制",
        help="读一页最多用几秒",
    ),
]  # fmt: skip
FileSeconds = Annotated[
    float,
    typer.Option(
        "--file-seconds", metavar="S", min=0.1, envvar="JIEDUI_FILE_SECONDS", show_envvar=False, rich_help_panel="并行和限制",
        help="读一个文件最多用几秒",
    ),
]  # fmt: skip
Store = Annotated[
    str,
    typer.Option(
        "--store", metavar="URL", envvar="JIEDUI_STORE", show_envvar=False, help="存储：SQLite 的文件，或 postgresql:// 开头的地址"
    ),
]
STORE = "jiedui.db"
MEMORY, PAGE_SECONDS, FILE_SECONDS = 2048, 60.0, 300.0
Config = Annotated[Path | None, typer.Option("--config", metavar="FILE", help="用这个 jiedui.toml，不往上找", show_default=False)]
AsJson = Annotated[bool, typer.Option("--json", help="打印 JSON")]
Debug = Annotated[bool, typer.Option("--debug", help="程序出错时显示出错的位置")]


def reader_of(password: Sequence[str] | None, password_file: Path | None, *, no_names: bool) -> Reader:
    """Who reads. Raises :class:`schemas.errors.JieduiError` where the file of passwords cannot be read."""
    from pipeline.passwords import all_passwords  # noqa: PLC0415 - start-up
    from pipeline.reading import Reader  # noqa: PLC0415 - start-up

    return Reader(names=not no_names, passwords=all_passwords(password or (), password_file))


def limits_of(memory: int, page_seconds: float, file_seconds: float) -> Limits:
    """How much a reader may take: ``memory`` in megabytes."""
    from pipeline.workers.limits import Limits  # noqa: PLC0415 - start-up

    return Limits(memory * 1024**2, page_seconds, file_seconds)
