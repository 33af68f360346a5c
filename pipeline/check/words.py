"""What ``jiedui check``, ``jiedui rules`` and ``jiedui rule`` say, in Chinese and in English."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.messages import Lang
from schemas.finding import Severity
from schemas.source import Status


@dataclass(frozen=True, slots=True)
class Words:
    """Labels, and templates for :meth:`str.format`."""

    severities: Mapping[Severity, str]
    statuses: Mapping[Status, str]
    accepted: str
    page: str
    more_lines: str
    fingerprint: str
    explained: str
    about: str
    document: str
    because: str
    rule: str
    severity: str
    count: str
    title: str
    file: str
    words: str
    place: str
    parted: str
    stop: str
    files_checked: str
    found: str
    none_found: str
    totals_accepted: str
    totals_unread: str
    stale: str
    stale_everywhere: str
    pruned: str
    left_stale: str
    not_records: str
    now_accepted: str
    everywhere: str
    accepted_written: str
    report: str
    by_rule: str
    by_file: str
    unread_files: str
    stale_heading: str
    bad_example: str
    good_example: str
    also_found: str
    agreements_only: str
    rules_hint: str
    no_rule: str
    no_rule_alike: str
    bad_config: str
    no_paths: str
    bad_acceptances: str
    no_because: str
    because_alone: str
    no_fingerprint: str
    not_found: str
    ambiguous: str
    needs_all_digits: str
    needs_paths: str
    config_and_none: str


_ZH = Words(
    severities={"error": "错误", "warning": "注意", "info": "提示"},
    statuses={"read": "读成", "needs-review": "需复核", "unreadable": "没有读成", "failed": "没有读成"},
    accepted="已接受",
    page="第{page}页",
    more_lines="还有 {count} 处",
    fingerprint="指纹",
    explained="说明",
    about="规则",
    document="文书",
    because="理由",
    rule="规则",
    severity="严重程度",
    count="处数",
    title="说明",
    file="文件",
    words="原文",
    place="{line} 行 {column} 列",
    parted="；",
    stop="。",
    files_checked="检查了 {count} 个文件",
    found="发现 {count} 处（错误 {error}，注意 {warning}，提示 {info}）",
    none_found="没有发现",
    totals_accepted="已接受 {count} 处",
    totals_unread="没有读成 {count} 个文件",
    stale="过时的接受 {fingerprint}（{rule}，{file}）：文中已经没有这处。加 --prune 删去，或从 {name} 里删去这一条。",
    stale_everywhere="这次没有遇到接受过的 {fingerprint}（不限文件）。不再需要时从 {name} 里删去这一条。",
    pruned="从 {name} 删去了 {count} 条过时的接受。",
    left_stale="过时的接受 {count} 条",
    not_records="跳过 {count} 个 .json、.jsonl 文件：不是 jiedui 写出的记录",
    now_accepted="已接受 {fingerprint} {rule} {file}：{message}",
    everywhere="（不限文件）",
    accepted_written="接受了 {count} 条，写在 {name}",
    report="检查报告",
    by_rule="按规则",
    by_file="按文件",
    unread_files="没有读成的文件",
    stale_heading="过时的接受",
    bad_example="报",
    good_example="不报",
    also_found="其中另有 {rule}：{why}",
    agreements_only="只用于协议",
    rules_hint="用 jiedui rule SLUG 看一条规则的说明和例子。",
    no_rule="没有 {name} 这条规则，也没有这一类。用 jiedui rules 查看全部规则。",
    no_rule_alike="没有 {name} 这条规则，也没有这一类。相近的有：{nearest}。用 jiedui rules 查看全部规则。",
    bad_config="{name} 不是合格的 TOML：{why}。请改正后重新运行，或加 --no-config。",
    no_paths='{key} 要写出至少一个路径，如 ["历史/**"]。',
    bad_acceptances="{name} 不是合格的接受记录：{where}{why}。请改正，或用 --accepted 指定别的文件。",
    no_because="--accept 要同 --because 一起用，写明接受的理由。",
    because_alone="--because 要同 --accept 一起用。",
    no_fingerprint="{name} 不是指纹：指纹是 16 位十六进制数字，可只写开头至少 6 位。",
    not_found="在所给的文件里没有找到指纹 {name}。请从 jiedui check 的结果里抄录；没有写下任何接受。",
    ambiguous="指纹 {name} 不止一个：{found}。请多写几位；没有写下任何接受。",
    needs_all_digits="没有给出文件时，指纹要写全 16 位：{name}。也可在后面写出文件。",
    needs_paths="缺少 PATH。",
    config_and_none="--config 和 --no-config 不能同时用。",
)

_EN = Words(
    severities={"error": "error", "warning": "warning", "info": "info"},
    statuses={"read": "read", "needs-review": "to review", "unreadable": "not read", "failed": "not read"},
    accepted="accepted",
    page="page {page}",
    more_lines="{count} more",
    fingerprint="fingerprint",
    explained="help",
    about="rule",
    document="document",
    because="because",
    rule="Rule",
    severity="Severity",
    count="Found",
    title="Title",
    file="File",
    words="Words",
    place="line {line}, column {column}",
    parted="; ",
    stop=".",
    files_checked="files checked: {count}",
    found="findings: {count} (errors {error}, warnings {warning}, infos {info})",
    none_found="no findings",
    totals_accepted="accepted: {count}",
    totals_unread="files not read: {count}",
    stale="Stale acceptance {fingerprint} ({rule}, {file}): the text has it no more. Remove it with --prune, or from {name}.",
    stale_everywhere="Accepted everywhere and not met in this run: {fingerprint}. If it is needed no more, remove it from {name}.",
    pruned="Stale acceptances removed from {name}: {count}.",
    left_stale="stale acceptances: {count}",
    not_records="Skipped .json and .jsonl files that are no records written by jiedui: {count}",
    now_accepted="Accepted {fingerprint} {rule} {file}: {message}",
    everywhere="(everywhere)",
    accepted_written="{count} accepted, written to {name}",
    report="Check report",
    by_rule="By rule",
    by_file="By file",
    unread_files="Files not read",
    stale_heading="Stale acceptances",
    bad_example="Found",
    good_example="Not found",
    also_found="also {rule}: {why}",
    agreements_only="agreements alone",
    rules_hint="jiedui rule SLUG explains a rule, with examples.",
    no_rule="there is no rule and no family {name}. jiedui rules lists them.",
    no_rule_alike="there is no rule and no family {name}. Like it: {nearest}. jiedui rules lists them all.",
    bad_config="{name} is no sound TOML: {why}. Mend it and run again, or add --no-config.",
    no_paths='{key} takes at least one path, such as ["old/**"].',
    bad_acceptances="{name} holds no sound acceptances: {where}{why}. Mend it, or name another file with --accepted.",
    no_because="--accept needs --because with the reason.",
    because_alone="--because goes with --accept.",
    no_fingerprint="{name} is no fingerprint: 16 hexadecimal digits, or the first 6 or more of them.",
    not_found="no finding in these files has the fingerprint {name}. Copy it from what jiedui check prints; nothing was accepted.",
    ambiguous="more than one fingerprint begins with {name}: {found}. Give more digits; nothing was accepted.",
    needs_all_digits="without files a fingerprint needs all its 16 digits: {name}. Or name the files behind it.",
    needs_paths="PATH is missing.",
    config_and_none="--config and --no-config exclude each other.",
)


def words_of(lang: Lang) -> Words:
    """The words of a language."""
    return _EN if lang == "en" else _ZH
