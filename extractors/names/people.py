"""People: a name beside a title.

Reads::

    校长李沐阳带队, 特级教师葛文澜作了讲座          title, then name
    林慧心老师指导英语教师                          name, then title
    骨干教师邹海波、简素云、裴勇                    a list after a title

Leaves alone::

    王园长, 李老师                                  no given name
    校长表示, 教师代表, 校长办公会                  no name after the title
    青年教师和老师们                                no name before it
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extractors.names.lexicon import read_entries
from extractors.names.words import Word, Words
from extractors.text.punctuation import HAN

_LONGEST = 3
_NEXT = re.compile(rf"[、和及与](?=[{HAN}])")
_ENDS = re.compile(r"[，。、；：）”（\s]|$|[的在为作率带到向对与和及等说将给从把被赴获已曾还先正也都便就则]")
_NOT_GIVEN_TAGS = frozenset({"r", "d", "m", "p", "c", "u", "q", "t", "f"})
NOT_GIVEN = frozenset("的了着过赴获是在和与及等为对向把被们个各一二三四五六七八九十两几多每该本到从给让使或也都就还又不有说")


def find_people(text: str, start: int, end: int, words: Words) -> Iterator[tuple[int, int]]:
    """The people's names in ``text[start:end]``, in reading order."""
    reached = start
    for match in titles().finditer(text, start, end):
        if match.group() == "教师" and text.startswith(("发展", "进修"), match.end()):
            continue  # 金杨市|教师发展中心
        before = _name_before(text, max(reached, match.start() - _LONGEST), match.start(), words)
        if before is not None:
            yield before
            reached = match.end()
            continue
        at = match.end()
        while (name := _name_after(text, at, end, words)) is not None:
            yield name
            reached = name[1]
            following = _NEXT.match(text, name[1], end)
            if following is None:
                break
            at = following.end()


def may_name(text: str, match: re.Match[str], words: Words) -> bool:
    """Whether a name can stand beside a title for all that its neighbours tell: unknown characters, and no everyday word."""
    after = words.cut(text[match.end() : match.end() + 4])
    if after and (
        _is_unknown(after[0]) or (len(after) > 1 and len(after[0].text) == 1 and _is_unknown(after[1]) and len(after[1].text) == 1)
    ):
        return True
    before = words.cut(text[max(0, match.start() - 4) : match.start()])
    return bool(before) and _is_unknown(before[-1])


def _is_unknown(word: Word) -> bool:
    if not re.match(f"[{HAN}]", word.text) or word.text in read_entries("outside") or set(word.text) & NOT_GIVEN:
        return False
    return word.tag.startswith("nr") or (len(word.text) == 1 and not word.tag.startswith(("m", "f", "v", "b")))


@cache
def titles() -> re.Pattern[str]:
    """Any title, the longest that fits."""
    return re.compile("|".join(sorted(read_entries("titles"), key=len, reverse=True)))


def _surname(text: str, at: int) -> int:
    """How many characters of a surname stand at ``at``; 0 for none."""
    surnames = read_entries("surnames")
    if text[at : at + 2] in surnames:
        return 2
    return 1 if text[at : at + 1] in surnames else 0


def _name_after(text: str, at: int, end: int, words: Words) -> tuple[int, int] | None:
    surname = _surname(text, at)
    if not surname:
        return None
    for given in (2, 1):
        stop = at + surname + given
        if stop > end or not _is_given(text[at + surname : stop]) or not _is_free(text, at, stop, words):
            continue
        if _breaks(text, stop, end, words) or (given > 1 and len(words.cut(text[stop - 1 : stop + 3])[0].text) == 1):
            return at, stop
    return None


def _name_before(text: str, low: int, end: int, words: Words) -> tuple[int, int] | None:
    for at in range(low, end - 1):
        surname = _surname(text, at)
        given = text[at + surname : end]
        if surname and 0 < len(given) < _LONGEST and _is_given(given) and _is_free(text, at, end, words) and _opens(text, at, words):
            return at, end
    return None


def _is_given(given: str) -> bool:
    return re.fullmatch(f"[{HAN}]+", given) is not None and not NOT_GIVEN & set(given)


def _is_free(text: str, start: int, end: int, words: Words) -> bool:
    """Not an everyday word (高中, 江西, 文明), nor the beginning of one that runs on."""
    name, given = text[start:end], text[start + _surname(text, start) : end]
    tag = words.tags.get(name, "nr")
    if (
        not tag.startswith("nr")
        or name in read_entries("outside")
        or given in read_entries("outside")
        or words.tags.get(given, "n") in _NOT_GIVEN_TAGS
    ):
        return False
    first = words.cut(text[start : end + 4])[0]
    if first.end > end - start:
        return False
    return len(first.text) == 1 or first.text in read_entries("surnames") or first.tag.startswith("nr")


def _breaks(text: str, at: int, end: int, words: Words) -> bool:
    """A name ends where a word begins: punctuation, a particle, or a word of two characters and more."""
    if at >= end or _ENDS.match(text, at, end):
        return True
    return len(words.cut(text[at : at + 6])[0].text) > 1


def _opens(text: str, at: int, words: Words) -> bool:
    """Nothing before a name joins with it: punctuation, a particle, or the end of a word."""
    before = re.search(f"[{HAN}]*\\Z", text[max(0, at - 6) : at])
    if before is None or not before.group():
        return True
    last = words.cut(before.group())[-1]
    return len(last.text) > 1 or last.text in read_entries("outside")
