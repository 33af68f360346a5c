"""Who wrote a piece: the people of a byline, or the unit where no person stands there.

Reads::

    记者 秦牧野 通讯员 罗小满、江帆          the three people
    县一中 李沐阳 文/图, 李沐阳/文 王芳/摄    李沐阳: what stands behind a name tells his part as well
    教务处, 青石县教育局办公室               the unit
    佚名, 管理员                             as it stands

Leaves alone::

    摄影 鲍一帆, 图：薄言, 审核：戚远山      other parts than the writer's
    （完）, （第一批）                       brackets that name nobody
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from extractors.names.lexicon import read_entries
from extractors.names.people import NOT_GIVEN
from extractors.names.words import default_words
from extractors.text.punctuation import HAN

Sort = Literal["person", "unit", "other"]
_SELF = r"(?:本[报网台刊站社]|特[约邀]|实习|见习|全媒体?|融媒体?|首席|驻地|校园|学生|小)"
_REPORTER = rf"(?:[{HAN}]{{2,10}}?(?:[报网台社刊]|融媒|频道|客户端))?{_SELF}{{0,3}}(?:记者|通讯员|评论员|撰稿人)"
_PICTURE = r"(?:摄影|图片|照片|配图|供图|摄像|图|摄|影)"
_WRITES = rf"{_REPORTER}|图文|文图|(?:文字?|撰文)[/、&和]?{_PICTURE}|{_PICTURE}[/、&和]文字?|摄影报道|(?:综合)?报道|采写|撰稿人?|供稿人?|撰文|作者|文字|文稿|文"
_ELSE = rf"{_PICTURE}|责任编辑|编辑|责编|美编|校对|初审|复审|终审|审核|审稿|监制|整理|翻译"
_PART = re.compile(rf"(?P<writes>{_WRITES})|(?P<other>{_ELSE})")
_TOKEN = re.compile(r"(?<![^ \t、，；：（）])(?:文字?[/、]图片?|图片?[/、]文字?)(?![^ \t：）])|[^ \t\n、，；：/|丨&（）〔〕“”]+")
_BEFORE = re.compile(rf"{_REPORTER}")
_BEHIND = re.compile(
    r"(?P<writes>文[/、]图|图[/、]文|图文|文图|摄影报道|综合报道|报道|供稿|采写|撰稿|文)$|(?P<other>供图|摄影|摄|图|编辑|审核|校对|整理)$"
)
_UNIT = re.compile(
    r"(?:学校|小学|中学|大学|高中|初中|[一二三四五六七八九十0-9]中|[一二三四五六七八九十]小|附[中小]|职中|职校|幼儿园|学院|学区|中心校?|中心园|集团|公司|基金会|协会|联盟|商会|学会|办公室|编辑部|党[总支委]+部?"
    r"|党委|团委|团总支|少先队|大队部|年级组?|年级部|教研组|课题组|工作队|工作组|工作室|融媒|媒体|传媒|频道|频率|公众号|官微|官网|平台|网站?|日报|晚报|晨报|周报|时报|都市报|[报社台局厅处科股室部办站所委院署校园])$"
)
_NO_UNIT = re.compile("本文|图为|由|的")
_NEVER_ALONE = frozenset("园院校所站台社报网")
"""Endings of units with which given names end too: three characters after a surname with one of them are a person (方小园)."""
_PLACEHOLDERS = frozenset("佚名 匿名 未知 不详 管理员 网络 网友 本站 本网 系统管理员 小编 admin administrator".split())
_NAME = re.compile(rf"[{HAN}]{{2,4}}|[{HAN}]{{1,8}}(?:·[{HAN}]{{1,10}}){{1,3}}")
_SHORT_NAME = re.compile(rf"[{HAN}]{{2,3}}")
_LONG_NAME = re.compile(rf"[{HAN}]{{5,7}}")
_SEPARATORS = re.compile(r"[ 、，&]{1,12}|[ ]?[和与][ ]?")
_LONGEST = 80
_EMPTY = re.compile(r"[-—_/无 ]*")


@dataclass(frozen=True, slots=True)
class Writer:
    """A stretch of the text that names who wrote: people standing together, a unit, or what stands there otherwise."""

    start: int
    end: int
    sort: Sort


@dataclass(frozen=True, slots=True)
class _Piece:
    start: int
    end: int
    sort: Sort | Literal["writes", "apart"]


def read_byline(text: str, start: int, end: int, *, labelled: bool = False) -> list[Writer]:
    """Who wrote, of the words ``text[start:end]``; empty where they name nobody.

    ``labelled`` where a label (作者：) stands before them: then any word can be a name, and what is none counts as it stands. Else names
    need a surname, and a part (记者, 文/图) or a place of work beside them.
    """
    end = min(end, start + _LONGEST)
    if labelled and _EMPTY.fullmatch(text, start, end):
        return []
    if not labelled and (names := _row_of_names(text, start, end)) is not None:
        return [names]
    pieces = list(_pieces(text, start, end, labelled=labelled))
    if not labelled and not _tells_part(pieces):
        pieces = pieces if _is_plain_byline(text, pieces) else []
    found = _by_parts(pieces, labelled=labelled)
    people = _together(text, [piece for piece in found if piece.sort == "person"])
    if people:
        return [Writer(piece.start, piece.end, "person") for piece in people]
    units = [piece for piece in found if piece.sort == "unit"]
    if units:
        return [Writer(units[0].start, units[-1].end, "unit")]
    others = [piece for piece in found if piece.sort == "other"]
    return [Writer(others[0].start, others[-1].end, "other")] if others and labelled else []


def is_person(word: str, *, labelled: bool = False) -> bool:
    """Whether a word can be somebody's name; where it stands behind a label, any name of the right length is."""
    if "·" in word:
        return _NAME.fullmatch(word) is not None
    if word in _PLACEHOLDERS or not _NAME.fullmatch(word) or is_unit(word):
        return bool(labelled and _LONG_NAME.fullmatch(word) and not is_unit(word) and not _joint(word))
    surname = _surname(word)
    if labelled:
        return bool(surname) or not _is_word(word)
    given = word[surname:]
    return (
        bool(surname) and 1 <= len(given) <= 2 and not _is_word(word) and given not in read_entries("titles") and not NOT_GIVEN & set(given)
    )


def is_unit(word: str) -> bool:
    """Whether a word names a place of work."""
    if _UNIT.search(word) is None or _NO_UNIT.search(word):
        return False
    return not (len(word) <= 3 and word[-1] in _NEVER_ALONE and _surname(word))


def _surname(word: str) -> int:
    surnames = read_entries("surnames")
    if word[:2] in surnames and len(word) > 2:
        return 2
    return 1 if word[:1] in surnames else 0


def _is_word(word: str) -> bool:
    tag = default_words().tags.get(word, "nr")
    return not tag.startswith("nr") or word in read_entries("outside")


def _pieces(text: str, start: int, end: int, *, labelled: bool) -> Iterator[_Piece]:
    """Parts, people and units in order."""
    waiting: _Piece | None = None
    for token in _TOKEN.finditer(text, start, end):
        for piece in _split(text, token.start(), token.end(), labelled=labelled):
            labelled = labelled or piece.sort == "writes"
            joined = waiting is not None and text[waiting.end : piece.start].strip(" ") == "" and piece.end - piece.start == 1
            if waiting is not None and joined and piece.sort == "other":
                yield _Piece(waiting.start, piece.end, "person")
                waiting = None
                continue
            if waiting is not None:
                yield waiting
            waiting = None
            if piece.sort == "other" and piece.end - piece.start == 1 and text[piece.start] in read_entries("surnames"):
                waiting = piece
            else:
                yield piece
    if waiting is not None:
        yield waiting


def _split(text: str, start: int, end: int, *, labelled: bool) -> Iterator[_Piece]:
    """A token as its part, its unit and its name: 通讯员|李明, 县一中|李明, 李明|摄."""
    whole = _PART.fullmatch(text, start, end)
    if whole is not None:
        yield _Piece(start, end, "writes" if whole["writes"] else "apart")
        return
    before = _BEFORE.match(text, start, end)
    if before is not None and before.end() < end:
        yield _Piece(before.start(), before.end(), "writes")
        start, labelled = before.end(), True
    behind = _BEHIND.search(text, start, end)
    if behind is not None and behind.start() - start >= 2 and _sort(text[start : behind.start()], labelled=labelled) != "other":
        yield from _named(text, start, behind.start(), labelled=labelled)
        yield _Piece(behind.start(), end, "writes" if behind["writes"] else "apart")
    else:
        yield from _named(text, start, end, labelled=labelled)


def _named(text: str, start: int, end: int, *, labelled: bool) -> Iterator[_Piece]:
    word = text[start:end]
    for joint in re.finditer("[和与]", word):
        left, right = word[: joint.start()], word[joint.end() :]
        if is_person(left, labelled=labelled) and is_person(right, labelled=labelled):
            yield _Piece(start, start + joint.start(), "person")
            yield _Piece(start + joint.end(), end, "person")
            return
    sort = _sort(word, labelled=labelled)
    unit_length = _joint(word) if sort == "other" else 0
    if unit_length:
        yield _Piece(start, start + unit_length, "unit")
        start, sort = start + unit_length, "person"
    yield _Piece(start, end, sort)


def _joint(word: str) -> int:
    """Where a name begins that stands right behind its unit (县一中|李明); 0 where none does."""
    for length in (3, 2):
        if len(word) - length > 1 and is_unit(word[:-length]) and is_person(word[-length:]):
            return len(word) - length
    return 0


def _sort(word: str, *, labelled: bool) -> Sort:
    if is_person(word, labelled=labelled):
        return "person"
    return "unit" if is_unit(word) else "other"


def _row_of_names(text: str, start: int, end: int) -> Writer | None:
    """Several short words that each begin with a surname: names, even where some are words too (宋词　元曲)."""
    tokens = list(_TOKEN.finditer(text, start, end))
    if len(tokens) < 2 or not all(_SHORT_NAME.fullmatch(token[0]) and _surname(token[0]) for token in tokens):
        return None
    if any(NOT_GIVEN & set(token[0][1:]) or is_unit(token[0]) or token[0][1:] in read_entries("titles") for token in tokens):
        return None
    return Writer(tokens[0].start(), tokens[-1].end(), "person")


def _tells_part(pieces: Sequence[_Piece]) -> bool:
    return any(piece.sort in ("writes", "apart") for piece in pieces)


def _is_plain_byline(text: str, pieces: Sequence[_Piece]) -> bool:
    """Whether words are names, perhaps with a place of work, though nothing says so: （县一中 李沐阳）, but not （全文完）, （左图）."""
    people = [text[piece.start : piece.end] for piece in pieces if piece.sort == "person"]
    if not people or any(piece.sort == "other" for piece in pieces) or not all(map(_reads_like_a_name, people)):
        return False
    return len(pieces) > 1 or len(people[0]) > 2


def _reads_like_a_name(word: str) -> bool:
    """Whether the word list sees a surname by itself and no everyday word behind it."""
    if "·" in word or _surname(word) == 2:
        return True
    words = default_words()
    return words.cut(word)[0].end == 1 and (len(word) == 2 or words.tags.get(word[1:], "nr").startswith("nr"))


def _by_parts(pieces: Sequence[_Piece], *, labelled: bool) -> list[_Piece]:
    """Those of the pieces who wrote: parts stand before their names (记者 李明 图 王芳), or all of them behind (李明/文 王芳/图)."""
    named = [at for at, piece in enumerate(pieces) if piece.sort in ("person", "unit", "other")]
    parts = [at for at, piece in enumerate(pieces) if piece.sort in ("writes", "apart")]
    if not named:
        return []
    if not parts:
        return list(pieces)
    behind = parts[0] > named[0] and parts[-1] > named[-1]
    wrote: list[_Piece] = []
    writes = labelled
    for at, piece in enumerate(pieces):
        if behind:
            part = next((pieces[later] for later in parts if later > at), None)
            writes = part is not None and part.sort == "writes"
        elif at in parts:
            writes = piece.sort == "writes"
        if at in named and writes:
            wrote.append(piece)
    return [piece for piece in wrote if labelled or piece.sort != "other"]


def _together(text: str, people: Sequence[_Piece]) -> list[_Piece]:
    """Names that only commas and blanks part are one stretch, as they stand."""
    joined: list[_Piece] = []
    for piece in people:
        if joined and _SEPARATORS.fullmatch(text, joined[-1].end, piece.start):
            joined[-1] = replace(joined[-1], end=piece.end)
        else:
            joined.append(piece)
    return joined
