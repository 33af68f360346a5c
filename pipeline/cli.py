"""The command line: ``jiedui extract``, ``show``, ``check``, ``batch``, ``query``, ``export``, ``serve``, and what explains them.

Exit codes: 0 everything was read, 1 something was not, 2 the command was not understood, 3 a check found something.
"""

from __future__ import annotations

import io
import itertools
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from pipeline import archive_commands, feeds_commands, news_commands, query_commands, review_commands
from pipeline.exit_codes import INTERRUPTED, NOT_ALL, OK, USAGE, Interrupted
from pipeline.leaving import leave
from pipeline.messages import messages
from pipeline.options import (
    FILE_SECONDS,
    MEMORY,
    PAGE_SECONDS,
    AsJson,
    Config,
    Debug,
    FileSeconds,
    Jobs,
    LangOption,
    Memory,
    NoNames,
    PageSeconds,
    Password,
    PasswordFile,
    Paths,
    limits_of,
    reader_of,
)
from pipeline.printable import one_line
from pipeline.usage import wrong_usage
from pipeline.whole_help import show_help_whole
from schemas.errors import JieduiError
from schemas.version import VERSION

app = typer.Typer(
    name="jiedui",
    help="读学校结对帮扶的协议、方案、总结和报道，写出可核对的 JSON 记录。",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.command(help="读文件，写出 JSON 记录：一个文件写到标准输出，多个写成 JSONL，或用 --out 写到文件夹。")
def extract(  # noqa: PLR0913 - its options
    paths: Paths,
    *,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="DIR", help="每个文件写一份 STEM.json 到这个文件夹", show_default=False)
    ] = None,
    jsonl: Annotated[bool, typer.Option("--jsonl", help="每行一份记录；同 --out 一起用时写成 DIR/records.jsonl")] = False,
    lang: LangOption = "zh",
    no_names: NoNames = False,
    password: Password = None,
    password_file: PasswordFile = None,
    debug: Debug = False,
    jobs: Jobs = None,
    memory: Memory = MEMORY,
    page_seconds: PageSeconds = PAGE_SECONDS,
    file_seconds: FileSeconds = FILE_SECONDS,
) -> None:
    """Read files and write their records."""
    from pipeline import extract as work  # noqa: PLC0415 - start-up: --help and --version need none of this
    from pipeline.workers.opening import opened  # noqa: PLC0415 - start-up

    request = work.Request(tuple(paths), lang, out, jsonl=jsonl, debug=debug)
    who, limits = reader_of(password, password_file, no_names=no_names), limits_of(memory, page_seconds, file_seconds)
    with opened(who, limits, jobs) as reader:
        raise typer.Exit(work.run(request, reader))


@app.command(help="给人看：打印文件里读到了什么。可给原文件，也可给写好的 .json、.jsonl 记录。")
def show(  # noqa: PLR0913 - its options
    paths: Paths,
    *,
    lang: LangOption = "zh",
    no_names: NoNames = False,
    password: Password = None,
    password_file: PasswordFile = None,
    debug: Debug = False,
    jobs: Jobs = None,
    memory: Memory = MEMORY,
    page_seconds: PageSeconds = PAGE_SECONDS,
    file_seconds: FileSeconds = FILE_SECONDS,
) -> None:
    """Print what was found, for a person."""
    from pipeline import show_files  # noqa: PLC0415 - start-up
    from pipeline.workers.opening import opened  # noqa: PLC0415 - start-up

    who, limits = reader_of(password, password_file, no_names=no_names), limits_of(memory, page_seconds, file_seconds)
    with opened(who, limits, jobs) as reader:
        raise typer.Exit(show_files.run(paths, lang, reader, debug=debug))


@app.command(help="检查：找出文书里的缺陷和矛盾，指出原文。有够严重的就以退出码 3 结束。可给原文件，也可给写好的记录。")
def check(  # noqa: PLR0913 - its options
    paths: Annotated[list[str] | None, typer.Argument(metavar="PATH", help="文件或文件夹；- 为标准输入", show_default=False)] = None,
    *,
    select: Annotated[
        list[str] | None,
        typer.Option("--select", metavar="RULE", help="只用这些规则：规则名、类名，或 missing- 这样的开头", show_default=False),
    ] = None,
    ignore: Annotated[list[str] | None, typer.Option("--ignore", metavar="RULE", help="不用这些规则", show_default=False)] = None,
    severity: Annotated[
        Literal["error", "warning", "info"] | None,
        typer.Option("--severity", metavar="LEVEL", help="只报 error、warning 或 info 这一级和更重的", show_default=False),
    ] = None,
    form: Annotated[
        Literal["text", "json", "sarif", "markdown"],
        typer.Option("--format", metavar="FORMAT", help="写成 text、json、sarif 或 markdown"),
    ] = "text",
    fail_on: Annotated[
        Literal["error", "warning", "info", "never"] | None,
        typer.Option(
            "--fail-on",
            metavar="LEVEL",
            show_default=False,
            help="有 error、warning 或 info 这一级或更重的发现，退出码为 3；never 则从不；不写为 error",
        ),
    ] = None,
    config: Config = None,
    no_config: Annotated[bool, typer.Option("--no-config", help="不用 jiedui.toml")] = False,
    accept: Annotated[
        list[str] | None, typer.Option("--accept", metavar="FINGERPRINT", help="接受这些发现，要同 --because 一起用", show_default=False)
    ] = None,
    because: Annotated[str | None, typer.Option("--because", metavar="TEXT", help="接受的理由", show_default=False)] = None,
    accepted: Annotated[
        Path | None, typer.Option("--accepted", metavar="FILE", help="接受记录写在哪里；不写为 jiedui.accepted.json", show_default=False)
    ] = None,
    prune: Annotated[bool, typer.Option("--prune", help="删去过时的接受")] = False,
    lang: LangOption = "zh",
    no_names: NoNames = False,
    password: Password = None,
    password_file: PasswordFile = None,
    debug: Debug = False,
    jobs: Jobs = None,
    memory: Memory = MEMORY,
    page_seconds: PageSeconds = PAGE_SECONDS,
    file_seconds: FileSeconds = FILE_SECONDS,
) -> None:
    """Find what is wrong with papers."""
    from pipeline.check import command  # noqa: PLC0415 - start-up
    from pipeline.workers.opening import opened  # noqa: PLC0415 - start-up

    request = command.Request(
        tuple(paths or ()), lang, tuple(select or ()), tuple(ignore or ()), severity, fail_on, form, config, accepted,
        tuple(accept or ()), because, no_config=no_config, prune=prune, debug=debug,
    )  # fmt: skip
    who, limits = reader_of(password, password_file, no_names=no_names), limits_of(memory, page_seconds, file_seconds)
    with opened(who, limits, jobs) as reader:
        raise typer.Exit(command.run(request, reader))


@app.command(help="列出检查所用的全部规则。")
def rules(
    *,
    form: Annotated[Literal["text", "json"], typer.Option("--format", metavar="FORMAT", help="写成 text 或 json")] = "text",
    lang: LangOption = "zh",
) -> None:
    """List the rules."""
    from pipeline.check import explain  # noqa: PLC0415 - start-up

    raise typer.Exit(explain.list_rules(form, lang))


@app.command(help="说明一条规则：查什么、为什么要紧、怎么办、何时不报，带例子。")
def rule(
    slug: Annotated[str, typer.Argument(metavar="RULE", help="规则名，如 copies-mismatch", show_default=False)],
    *,
    lang: LangOption = "zh",
) -> None:
    """Explain one rule."""
    from pipeline.check import explain  # noqa: PLC0415 - start-up

    raise typer.Exit(explain.explain_rule(slug, lang))


@app.command(help="评测：读标注旁边的文书，同 NAME.gold.json 里的标注逐项比对，打印读得有多准。")
def evaluate(  # noqa: PLR0913 - its options
    gold: Annotated[Path, typer.Argument(metavar="GOLD_DIR", help="放标注和文书的文件夹，连同其中的文件夹", show_default=False)],
    *,
    records: Annotated[
        Path | None, typer.Option("--records", metavar="DIR", help="不重新读，用 extract --out 写在这里的记录", show_default=False)
    ] = None,
    errors: Annotated[bool, typer.Option("--errors", help="逐条列出漏读、多读和读错的地方")] = False,
    as_json: AsJson = False,
    against: Annotated[
        Path | None, typer.Option("--against", metavar="FILE", help="同以前存下的结果相比，列出得失", show_default=False)
    ] = None,
    save: Annotated[Path | None, typer.Option("--save", metavar="FILE", help="把结果存下来", show_default=False)] = None,
    lang: LangOption = "zh",
    no_names: NoNames = False,
    password: Password = None,
    password_file: PasswordFile = None,
    debug: Debug = False,
    jobs: Jobs = None,
    memory: Memory = MEMORY,
    page_seconds: PageSeconds = PAGE_SECONDS,
    file_seconds: FileSeconds = FILE_SECONDS,
) -> None:
    """Hold records against annotations."""
    from pipeline.evaluate import command  # noqa: PLC0415 - start-up
    from pipeline.workers.opening import opened  # noqa: PLC0415 - start-up

    request = command.Request(gold, lang, records, against, save, errors=errors, as_json=as_json, debug=debug)
    who, limits = reader_of(password, password_file, no_names=no_names), limits_of(memory, page_seconds, file_seconds)
    with opened(who, limits, jobs) as reader:
        raise typer.Exit(command.run(request, reader))


@app.command(help="读出文字里的日期、期限、频次、数量、金额：每行读一个 JSON，写一个 JSON；纯文本用 --text。")
def values(
    *,
    text: Annotated[
        str | None, typer.Option("--text", metavar="TEXT", help="要读的文字；- 为标准输入，每行一段", show_default=False)
    ] = None,
    reference: Annotated[
        str | None,
        typer.Option("--reference", metavar="TIME", help="“去年”“三天后”从哪一天算起，如 2023-09-01T08:00:00", show_default=False),
    ] = None,
    lang: LangOption = "zh",
) -> None:
    """Read every date, length of time, number and sum of texts."""
    from pipeline import values as work  # noqa: PLC0415 - start-up

    raise typer.Exit(work.run(text, reference, lang))


@app.command(help="这台机器有哪些程序、模型和附加功能，各能读什么，缺的怎么装。")
def doctor(
    *,
    as_json: AsJson = False,
    lang: LangOption = "zh",
) -> None:
    """Tell what is there to read with."""
    from pipeline.doctor import command  # noqa: PLC0415 - start-up

    raise typer.Exit(command.run(lang, as_json=as_json))


@app.command(help="打印记录的 JSON Schema。")
def schema() -> None:
    """Print the record's JSON Schema."""
    from pipeline.json_schema import schema_text  # noqa: PLC0415 - start-up

    sys.stdout.buffer.write(schema_text().encode())


archive_commands.add_to(app)
query_commands.add_to(app)
feeds_commands.add_to(app)
news_commands.add_to(app)
review_commands.add_to(app)


def _version(asked: bool) -> None:  # noqa: FBT001 - typer calls it so
    if asked:
        typer.echo(f"jiedui {VERSION}")
        raise typer.Exit


@app.callback()
def _options(
    *,
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="显示版本")] = False,
) -> None:
    """Options of the program itself."""


def main() -> None:
    """Run the command line and end the process with its exit code."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    leave(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run one command line; every trouble becomes a line on the standard error and an exit code."""
    texts = messages("en" if _asks_for_english(arguments) else "zh")
    if not arguments or not {"-h", "--help"}.isdisjoint(arguments):
        show_help_whole()
    try:
        code = app(args=_with_text(arguments), prog_name="jiedui", standalone_mode=False)
    except typer.TyperException as error:
        # without arguments typer prints the help itself, and has nothing more to say
        if line := wrong_usage(error, texts):
            sys.stderr.write(line + "\n")
        return USAGE
    except Interrupted as stopped:
        sys.stderr.write(f"{stopped}\n")
        return INTERRUPTED
    except JieduiError as error:
        sys.stderr.write(texts.error.format(why=one_line(str(error))) + "\n")
        return NOT_ALL
    except _store_errors() as error:
        why = str(getattr(error, "orig", None) or error)
        sys.stderr.write(texts.store_error.format(why=one_line(why)) + "\n")
        return NOT_ALL
    if code == INTERRUPTED:
        sys.stderr.write(texts.interrupted + "\n")
    return code if isinstance(code, int) else OK


def _store_errors() -> tuple[type[Exception], ...]:
    """How a store gives way: a disk that is full, a database that another program holds, a server that is gone."""
    # whoever has not imported the library has not met its errors
    library: Any = sys.modules.get("sqlalchemy.exc")
    return () if library is None else (library.DBAPIError, library.TimeoutError)


def _with_text(arguments: Sequence[str]) -> list[str]:
    """``--text`` of ``jiedui values`` alone reads plain text from the standard input."""
    words = list(arguments)
    for at, word in enumerate(words):
        if word == "--text" and words[0] == "values" and (at + 1 == len(words) or words[at + 1].startswith("--")):
            words[at] = "--text=-"
    return words


def _asks_for_english(arguments: Sequence[str]) -> bool:
    """Whether ``--lang en`` stands there: needed before the arguments are parsed, to say what is wrong with them."""
    return "--lang=en" in arguments or ("--lang", "en") in itertools.pairwise(arguments)
