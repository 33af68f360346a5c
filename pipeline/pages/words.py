"""What every page says of itself, in Chinese and in English."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.messages import Lang


@dataclass(frozen=True, slots=True)
class PageWords:
    """Labels, and templates for :meth:`str.format`; ``code`` is the language as HTML names it."""

    code: str
    contents: str
    more: str
    unfold: str
    how: str
    store: str


_ZH = PageWords("zh-CN", "目录", "…另有 {count} 项", "再看 {count} 项", "怎么数的", "存在哪里")
_EN = PageWords("en", "Contents", "… and {count} more", "{count} more", "How things are counted", "Kept in")


def page_words(lang: Lang) -> PageWords:
    """Those of a language."""
    return _EN if lang == "en" else _ZH
