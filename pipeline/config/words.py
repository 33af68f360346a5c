"""What is said of ``jiedui.toml``, in Chinese and in English."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.messages import Lang


@dataclass(frozen=True, slots=True)
class Words:
    """Templates for :meth:`str.format`."""

    cannot_read: str
    bad_config: str
    in_config: str
    in_key: str
    no_key: str
    no_key_alike: str
    no_strings: str
    no_table: str
    no_tables: str
    no_text: str
    no_whole_number: str
    no_number: str
    no_truth: str
    no_such_value: str


_ZH = Words(
    cannot_read="读不了 {name}：{why}。请检查路径和权限。",
    bad_config="{name} 不是合格的 TOML：{why}。请改正后重新运行。",
    in_config="{name}：{error}",
    in_key="{key}：{error}",
    no_key="没有 {key} 这个键。可用的有：{known}。",
    no_key_alike="没有 {key} 这个键。相近的有：{nearest}。",
    no_strings="{key} 要写成字符串的数组，如 {example}。",
    no_table="{key} 要写成表。",
    no_tables="{key} 要写成 [[{key}]] 的表。",
    no_text="{key} 要写成不空的字符串，如 {example}。",
    no_whole_number="{key} 要写成 {least} 到 {most} 的整数，不能是 {value}。",
    no_number="{key} 要写成 {least} 到 {most} 的数，不能是 {value}。",
    no_truth="{key} 要写成 true 或 false，不能是 {value}。",
    no_such_value="{key} 不能是 {value}。可用的有：{known}。",
)

_EN = Words(
    cannot_read="cannot read {name}: {why}. Check path and permissions.",
    bad_config="{name} is no sound TOML: {why}. Mend it and run again.",
    in_config="{name}: {error}",
    in_key="{key}: {error}",
    no_key="there is no key {key}. There are: {known}.",
    no_key_alike="there is no key {key}. Like it: {nearest}.",
    no_strings="{key} takes an array of strings, such as {example}.",
    no_table="{key} takes a table.",
    no_tables="{key} takes tables: [[{key}]].",
    no_text="{key} takes a string that is not empty, such as {example}.",
    no_whole_number="{key} takes a whole number from {least} to {most}, not {value}.",
    no_number="{key} takes a number from {least} to {most}, not {value}.",
    no_truth="{key} takes true or false, not {value}.",
    no_such_value="{key} cannot be {value}. It can be: {known}.",
)


def words_of(lang: Lang) -> Words:
    """The words of a language."""
    return _EN if lang == "en" else _ZH
