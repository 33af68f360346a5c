"""Classes of characters for patterns over the normal text.

The normal form (see :mod:`extractors.text.normal`) writes every comma, colon, semicolon, bracket, question and exclamation mark in
its full-width form, every kind of dash and tilde as ``-``, and every digit and Latin letter as ASCII, so patterns know one form each.
"""

from __future__ import annotations

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff〇"
SENTENCE_END = "。！？"
CLAUSE_END = "，；："
OPENING = "（〔《“‘"
CLOSING = "）〕》”’"
DIGITS = "0-9"
NUMERAL = "0-9零〇一二三四五六七八九十百千万亿两壹贰叁肆伍陆柒捌玖拾佰仟"
MASK = "_xX×＊*○□△"
"""What stands for a name or figure that was left open or made unreadable; spaces too, where a pattern says so."""

FOLDED = {
    ",": "，",
    ":": "：",
    ";": "；",
    "(": "（",
    ")": "）",
    "!": "！",
    "?": "？",
    "[": "〔",
    "]": "〕",
    "【": "〔",
    "】": "〕",
    "｡": "。",
    "﹑": "、",
    "､": "、",
    "「": "“",
    "」": "”",
    "『": "“",
    "』": "”",
    "〈": "《",
    "〉": "》",
    "–": "-",
    "—": "-",
    "－": "-",
    "―": "-",
    "─": "-",
    "‐": "-",
    "‑": "-",
    "‒": "-",
    "−": "-",
    "~": "-",
    "～": "-",
    "〜": "-",
    "∼": "-",
    "∶": "：",
    "︰": "：",
    "꞉": "：",
    "˜": "-",
    "﹣": "-",
    "¥": "￥",
    "•": "·",
    "・": "·",
    "‧": "·",
}
"""Look-alikes that NFKC leaves apart, or takes the other way."""
