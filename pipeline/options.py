"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.messages import Lang

Paths = Annotated[list[str], typer.Argument(metavar="PATH", help="文件或文件夹；- 为标准输入", show_default=False)]
LangOption = Annotated[Lang, typer.Option("--lang", help="提示的语言：zh 或 en")]
NoNames = Annotated[bool, typer.Option("--no-names", help="不用人名地名模型，更快")]
Password = Annotated[
    list[str] | None, typer.Option("--password", metavar="TEXT", help="加密文件的密码；可写多次，逐个去试", show_default=False)
]
PasswordFile = Annotated[
    Path | None, typer.Option("--password-file", metavar="FILE", help="每行一个密码的文件", show_default=False)
]
Jobs = Annotated[
    int | None,
    typer.Option(
        "--jobs", metavar="N", min=0, envvar="JIEDUI_JOBS", show_envvar=False, show_default=False, rich_help_panel="并行和限制",
        help="同时读几个文件，不写为处理器的个数；0 不用子进程，没有下面的限制",
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
Debug = Annotated[bool, typer.Option("--debug", help="程序出错时显示出错的位置")]
