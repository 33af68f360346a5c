"""Tell what is there: the work behind ``jiedui doctor``."""

from __future__ import annotations

import json
import platform
import sys
from collections.abc import Iterator, Sequence

from pipeline.check.paint import Paint, standard_output
from pipeline.doctor.parts import KINDS, Part, look_around
from pipeline.doctor.words import Words, words_of
from pipeline.exit_codes import NOT_ALL, OK
from pipeline.messages import Lang
from pipeline.printable import one_line
from schemas.version import VERSION

_SIGNS = {True: ("✓", "green"), False: ("✗", "yellow")}


def run(lang: Lang, *, as_json: bool = False) -> int:
    """Look around and tell; the exit code says whether a required part is missing."""
    parts, words = list(look_around()), words_of(lang)
    if as_json:
        sys.stdout.buffer.write((json.dumps(_facts(parts, words), ensure_ascii=False, indent=1) + "\n").encode())
        sys.stdout.buffer.flush()
    else:
        for line in _lines(parts, words, standard_output()):
            sys.stdout.write(line + "\n")
    return NOT_ALL if _broken(parts) else OK


def _broken(parts: Sequence[Part]) -> list[str]:
    return [part.name for part in parts if part.is_required and not part.found]


def _facts(parts: Sequence[Part], words: Words) -> dict[str, object]:
    return {
        "version": VERSION,
        "system": platform.platform(),
        "ok": not _broken(parts),
        "parts": [
            {
                "name": part.name,
                "kind": part.kind,
                "found": part.found,
                "required": part.is_required,
                "version": part.version,
                "place": part.place,
                "unlocks": _unlocks(part, words),
                "install": _install(part, words) or None,
            }
            for part in parts
        ],
    }


def _lines(parts: Sequence[Part], words: Words, paint: Paint) -> Iterator[str]:
    yield f"jiedui {VERSION} · {one_line(platform.platform())}"
    for kind in KINDS:
        yield ""
        yield paint(words.kinds[kind], "bold")
        for part in parts:
            if part.kind == kind:
                yield from _told(part, words, paint)
    yield ""
    yield _summary(parts, words)


def _told(part: Part, words: Words, paint: Paint) -> Iterator[str]:
    """A part in one line; of one that is missing, a second with what to do. The libraries speak for themselves."""
    sign, colour = _SIGNS[part.found]
    head = " ".join(filter(None, (words.titles.get(part.name, part.name), part.version, one_line(part.place or ""))))
    unlocks = "" if part.kind == "library" and part.found else f"  {words.unlocking}{_unlocks(part, words)}"
    yield f"  {paint(sign, 'red' if part.is_required and not part.found else colour)} {head}{unlocks}"
    if not part.found and (install := _install(part, words)):
        yield f"    {words.installing}{install}"


def _summary(parts: Sequence[Part], words: Words) -> str:
    broken, absent = _broken(parts), [part.name for part in parts if not part.found and part.kind in {"program", "font", "extra"}]
    missing = [words.titles.get(name, name) for name in absent]
    if broken:
        return words.broken.format(names=", ".join(broken))
    return words.missing.format(names=", ".join(missing)) if missing else words.all_there


def _unlocks(part: Part, words: Words) -> str:
    return words.library[0] if part.kind == "library" else words.unlocks[part.name]


def _install(part: Part, words: Words) -> str:
    return words.library[1].format(name=part.name) if part.kind == "library" else words.install[part.name]
