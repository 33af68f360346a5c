"""Who acts by the headings above a sentence, or by the line that leads in its list.

Reads::

    甲方责任 / 每学期到乙方送课4节                    甲方
    双方共同开展 / 联合教研2次                        双方
    以下设备由甲方提供： / 1. 电脑20台                甲方

Leaves alone::

    一、工作目标 / 送课4节                            nobody

Source: annotation guide of the record format, rule 5.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from extractors.names.mentions import Mention, Mentions
from extractors.text.clauses import ClauseNode
from extractors.text.passage import Passage, Stretch

BOTH = "双方"

SHARED_DUTIES = re.compile("(?:双方)?共同(?:开展|推进|承担|责任|义务|职责|事项|任务|约定|权利|工作)")
_DUTIES = re.compile(r"责任|职责|义务|任务|承担|权利|承诺|做到|工作|负责|要求|保障|支持|举措|措施|帮扶|内容|主要|事项|：|^.{0,8}$")


def heading_actor(passage: Passage, mentions: Mentions, sentence: Stretch, acting: Callable[[int], str | None]) -> str | None:
    """Whom the headings above name; ``acting`` tells who acts at an offset of a line that leads in a list."""
    around = passage.clauses.ancestry(sentence.start)
    for node, above in reversed(list(zip(around, (None, *around), strict=False))):
        if node.heading and SHARED_DUTIES.match(node.heading):
            return BOTH
        actor = _named_in(mentions, node) or _led_in(passage, above, acting)
        if actor is not None:
            return actor
    return None


def heading_name(mentions: Mentions, node: ClauseNode) -> Mention | None:
    """The organisation that a heading is, and nothing else (〔启明学校〕)."""
    start = _heading_start(node)
    named = mentions.within(start, start + len(node.heading or "")) if node.heading else ()
    whole = len(named) == 1 and named[0].kind == "organisation" and named[0].end - named[0].start == len(node.heading or "")
    return named[0] if whole else None


def _heading_start(node: ClauseNode) -> int:
    return node.start + 1 if node.style == "bracket" else node.head_end - len(node.heading or "")


def _led_in(passage: Passage, above: ClauseNode | None, acting: Callable[[int], str | None]) -> str | None:
    """Who acts in the line before a list, if that line ends with a colon."""
    if above is None:
        return None
    line = passage.line_before(above.children[0].start)
    if line is None or line.start < above.start or not passage.text[line.start : line.end].endswith("："):
        return None
    return acting(line.end - 1)


def _named_in(mentions: Mentions, node: ClauseNode) -> str | None:
    """The actor that a heading names at its beginning (甲方责任); a sentence that carries a number is no heading."""
    if not node.heading or not (_DUTIES.search(node.heading) or heading_name(mentions, node)):
        return None
    start = _heading_start(node)
    end = start + len(node.heading)
    for mention in mentions.within(start, end):
        if mention.start - start <= 2 and mention.kind != "person":
            return BOTH if mention.kind == "both" and "三" not in mention.name else mention.name
        break
    return None
