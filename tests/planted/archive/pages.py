"""What the years in the archive and the machines that read it have done to a page."""

from __future__ import annotations

import re

from tests.planted.archive.case import Case
from tests.planted.archive.traditional import TRADITIONAL

_WIDE_DIGITS = str.maketrans("0123456789", "０１２３４５６７８９")
_SAFE = re.compile(r"[\u4e00-\u9fff]")
_NEVER_SPLIT = set("零一二三四五六七八九十百千两壹贰叁肆伍陆柒捌玖拾佰仟万元年月日第条附件份方各次名")
_SPACED_ONLY = frozenset(
    {None, "missing-supplement", "missing-liability", "copies-mismatch", "missing-copies", "quota-conflict", "signed-after-term"}
)


def as_kept(case: Case, lines: list[str]) -> tuple[str, str | None]:
    """The lines as one text and the subject as the text writes it: some marked up, some broken as by a scan, some in wide digits."""
    dice = case.dice
    kept = list(lines)
    wear = dice.pick("wear", ("", "", "", "", "", "", "", "markdown", "broken", "broken", "airy", "indented", "digits", "traditional"))
    if wear == "markdown":
        kept[0] = f"# {kept[0]}"
    elif wear == "broken":
        kept = [piece for line in kept for piece in _broken(line)]
    elif wear == "indented":
        kept = [line if not line or line.startswith(("|", "#")) else f"　　{line}" for line in kept]
    elif wear == "airy":
        kept = [piece for line in kept for piece in ((line, "") if line and not line.startswith("|") else (line,))]
    elif wear == "digits" and case.rule not in {"clause-gap", "clause-duplicate", "dangling-reference"}:
        kept = [line.translate(_WIDE_DIGITS) for line in kept]
    if case.rule in _SPACED_ONLY and not case.scene.persons and dice.chance("spaced-name", 10):
        kept = _spaced_name(case, kept)
    text, subject = re.sub(r"\n{3,}", "\n\n", "\n".join(kept)).strip() + "\n", case.subject
    if wear == "traditional":
        return text.translate(TRADITIONAL).replace("若幹", "若干"), subject and subject.translate(TRADITIONAL)
    return text, subject


def _broken(line: str, width: int = 30) -> list[str]:
    """Break a long line where a scan would, never beside a number."""
    pieces: list[str] = []
    while len(line) > width + 6 and not line.startswith(("|", "#")) and "    " not in line and "\t" not in line:
        at = next((place for place in range(width, len(line) - 3) if _breakable(line[place - 1], line[place])), 0)
        if not at:
            break
        pieces.append(line[:at])
        line = line[at:]
    return [*pieces, line]


def _breakable(left: str, right: str) -> bool:
    return all(_SAFE.match(character) and character not in _NEVER_SPLIT for character in (left, right))


def _spaced_name(case: Case, lines: list[str]) -> list[str]:
    """Space out a party's name in its last line, as a scan of a wide seal does."""
    name = case.scene.parties[1].name
    places = [place for place, line in enumerate(lines) if name in line and "|" not in line and "    " not in line and "\t" not in line]
    if len(places) >= 2:
        lines[places[-1]] = lines[places[-1]].replace(name, " ".join(name))
    return lines
