"""What the command line says, in Chinese and in English.

Every sentence about trouble names the file, the cause and the next step, in that order.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from schemas.source import Reason

Lang = Literal["zh", "en"]
Skip = Literal[
    "hidden", "temporary", "link", "link-folder", "special", "document-folder", "other-format", "nested-archive", "no-permission"
]


@dataclass(frozen=True, slots=True)
class Messages:
    """Templates for :meth:`str.format`; ``reasons`` say cause and next step, ``skips`` why a folder's entry is passed over."""

    not_read: str
    review: str
    failed: str
    skipped: str
    skipped_many: str
    nothing_found: str
    summary: str
    written: str
    cannot_write: str
    not_a_record: str
    standard_input: str
    standard_output: str
    interrupted: str
    usage: str
    usage_hint: str
    no_option: str
    missing: str
    bad_value: str
    not_one_of: str
    no_day: str
    no_whole: str
    no_number: str
    too_small: str
    needs_value: str
    takes_no_value: str
    too_many: str
    no_command: str
    other_command: str
    listed: str
    out_is_file: str
    not_asked: str
    no_json_line: str
    no_text: str
    no_reference: str
    error: str
    store_error: str
    reasons: Mapping[Reason, str]
    skips: Mapping[Skip, str]


_ZH = Messages(
    not_read="没有读成 {name}：{why}",
    review="请复核 {name}：{why}",
    failed="没有读成 {name}：{why}。请加 --debug 再运行一次，并把显示的内容报告给我们。",
    skipped="跳过 {name}：{why}",
    skipped_many="跳过 {count} 个文件：{why}（{kinds}）",
    nothing_found="没有找到可读的文件：{names}。请检查路径；其他后缀的文件请直接写出文件名。",
    summary="共 {total} 个文件：读成 {read} 个，需复核 {review} 个，没有读成 {bad} 个。",
    written="结果在 {place}",
    cannot_write="写不进 {name}：{why}。请检查磁盘空间和写入权限后重新运行。",
    not_a_record="跳过 {name}：不是 jiedui 写出的记录。请给出原文件，或用 jiedui extract 重新生成。",
    standard_input="标准输入",
    standard_output="标准输出",
    interrupted="已中断；此前写完的记录都在。",
    usage="用法不对：{why}",
    usage_hint="用 {command} --help 查看用法。",
    no_option="没有 {name} 这个选项。",
    missing="缺少 {name}。",
    bad_value="{name} 的值不对（{why}）。",
    not_one_of="{name} 没有 {given} 这个值，可写 {known}。",
    no_day="{name} 要写成 2026-11-01 这样的日期，{given} 不是。",
    no_whole="{name} 要写整数，{given} 不是。",
    no_number="{name} 要写数字，{given} 不是。",
    too_small="{name} 至少是 {least}，{given} 太小。",
    needs_value="{name} 后面要写一个值。",
    takes_no_value="{name} 后面不能写值。",
    too_many="多写了 {given}。",
    no_command="没有 {name} 这个命令。",
    other_command="没有 {name} 这个命令，是不是要写 {meant}？",
    listed="、",
    out_is_file="--out 要给一个文件夹，{name} 不是文件夹，也不能建成文件夹。",
    not_asked="第 {line} 行没有读：{why}",
    no_json_line='不是 JSON 对象。请每行写 {"id": …, "text": …, "reference": …}，纯文本请用 --text -。',
    no_text="缺少 text，或者它不是字符串。请写上要读的文字。",
    no_reference="reference 不是 ISO 8601 的日期时间。请写成 2023-09-01T08:00:00，没有就写 null。",
    error="出错：{why}",
    store_error="存储出错：{why}。写完的都在；请检查磁盘空间、权限，或是否有别的程序占用，然后运行同一条命令。",
    reasons={
        "empty": "文件里没有内容。请确认文件是否保存完整。",
        "unsupported": "不是能读的格式。请另存为 .docx、.pdf、.html 或 .txt 再试。",
        "encrypted": "文件有密码。请用 --password 给出密码，或另存一份不加密的文件。",
        "damaged": "文件已损坏。请重新下载或重新导出。",
        "no-text": "文件里没有文字，可能是扫描件或图片。识别文字要另外安装：pip install 'jiedui[ocr]'。",
        "unknown-encoding": "认不出文字编码。请另存为 UTF-8 再试。",
        "too-large": "文件太大（上限 100 MB、500 万字）。请拆分后再试。",
        "too-many-pages": "页数太多（上限 2000 页）。请拆分后再试。",
        "too-deep": "文件的结构嵌套太深。请另存为 .txt 再试。",
        "timed-out": "读取超时。请拆分后再试。",
        "missing-program": "缺少读这种格式的程序。请按说明安装后再试。",
        "not-a-file": "没有这个文件，或者它不是普通文件。请检查路径。",
        "no-permission": "没有读取权限。请检查文件权限。",
    },
    skips={
        "hidden": "隐藏文件",
        "temporary": "临时文件或没有写完的文件",
        "link": "链接指向文件夹之外，或已失效",
        "link-folder": "链接到文件夹，不跟随",
        "special": "不是普通文件（管道、设备或套接字）",
        "document-folder": "名字像文书的文件夹",
        "other-format": "不是文书的格式；要读请直接写出文件名",
        "nested-archive": "压缩包里的压缩包里还有压缩包，不再打开；请解压后再读",
        "no-permission": "没有读取权限",
    },
)

_EN = Messages(
    not_read="Not read: {name}: {why}",
    review="Please review {name}: {why}",
    failed="Not read: {name}: the program failed ({why}). Run again with --debug and report what it shows.",
    skipped="Skipped {name}: {why}",
    skipped_many="Skipped {count} files: {why} ({kinds})",
    nothing_found="No readable file in {names}. Check the path; name files with other suffixes one by one.",
    summary="{total} files: {read} read, {review} to review, {bad} not read.",
    written="Records in {place}",
    cannot_write="Cannot write {name}: {why}. Check free space and permissions, then run again.",
    not_a_record="Skipped {name}: not a record written by jiedui. Give the source file, or make the record anew with jiedui extract.",
    standard_input="standard input",
    standard_output="standard output",
    interrupted="Interrupted; the records written so far are complete.",
    usage="Usage: {why}",
    usage_hint="See {command} --help.",
    no_option="there is no option {name}.",
    missing="{name} is missing.",
    bad_value="{name} cannot have this value ({why}).",
    not_one_of="{name} has no value {given}. Write one of {known}.",
    no_day="{name} takes a day such as 2026-11-01, and {given} is none.",
    no_whole="{name} takes a whole number, and {given} is none.",
    no_number="{name} takes a number, and {given} is none.",
    too_small="{name} is at least {least}, and {given} is less.",
    needs_value="{name} needs a value behind it.",
    takes_no_value="{name} takes no value.",
    too_many="there is {given} too much.",
    no_command="there is no command {name}.",
    other_command="there is no command {name}. Is it {meant}?",
    listed=", ",
    out_is_file="--out takes a folder, and {name} is none and cannot be made one.",
    not_asked="Line {line} not read: {why}",
    no_json_line='it is no JSON object. Write {"id": …, "text": …, "reference": …} on each line, or use --text - for plain text.',
    no_text="it has no text, or its text is no string. Give the text to read.",
    no_reference="its reference is no ISO 8601 date-time. Write 2023-09-01T08:00:00, or null.",
    error="Error: {why}",
    store_error="The store fails: {why}. What was written is there; check disk space, permissions and who holds it, then run it again.",
    reasons={
        "empty": "the file has no content. Check that it was saved completely.",
        "unsupported": "the format is not supported. Save it as .docx, .pdf, .html or .txt and try again.",
        "encrypted": "the file is encrypted. Give --password, or save a copy without one.",
        "damaged": "the file is damaged. Download or export it again.",
        "no-text": "there is no text in the file, it may be a scan or a picture. Reading those needs an extra: pip install 'jiedui[ocr]'.",
        "unknown-encoding": "the text's encoding is unknown. Save it as UTF-8 and try again.",
        "too-large": "the file is too large (at most 100 MB and 5 million characters). Split it and try again.",
        "too-many-pages": "the file has too many pages (at most 2,000). Split it and try again.",
        "too-deep": "the file is nested too deeply. Save it as .txt and try again.",
        "timed-out": "reading took too long. Split it and try again.",
        "missing-program": "a program that reads this format is not installed. Install it as the documentation says.",
        "not-a-file": "there is no such file, or it is no regular file. Check the path.",
        "no-permission": "permission denied. Check the file's permissions.",
    },
    skips={
        "hidden": "hidden",
        "temporary": "temporary or unfinished",
        "link": "a link that leads out of the folder or nowhere",
        "link-folder": "a link to a folder, not followed",
        "special": "no regular file (pipe, device or socket)",
        "document-folder": "a folder named like a document",
        "other-format": "not a document's format; to read one, name it",
        "nested-archive": "an archive in an archive in an archive; unpack it to have it read",
        "no-permission": "permission denied",
    },
)


def messages(lang: Lang) -> Messages:
    """The sentences of a language."""
    return _EN if lang == "en" else _ZH
