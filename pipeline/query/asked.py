"""From what a person writes on the command line to what is asked of the store."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from pipeline.check.selectors import resolve
from pipeline.check.words import words_of
from pipeline.config.misuse import Misuse, told
from pipeline.messages import Lang, messages
from pipeline.printable import one_line
from pipeline.query.words import FATE_OF, words
from pipeline.show_labels import labels
from pipeline.store.asking import Asking, Outcome
from pipeline.store.spellings import pattern_of
from schemas.agreement import Side
from schemas.finding import Severity

_SIDES: tuple[Side, ...] = ("supporter", "recipient")
_Code = TypeVar("_Code", bound=str)
_LANGS: tuple[Lang, ...] = ("zh", "en")
_OUTCOMES: Mapping[str, Outcome] = {
    **{fate: outcome for outcome, fate in FATE_OF.items()},
    **{word: outcome for lang in _LANGS for outcome, word in words(lang).outcomes.items()},
    "读不了": "unreadable", "程序出错": "failed", "needs review": "needs-review",
}  # fmt: skip
"""What people read elsewhere: in the summary of a run, its report, docs/archives.md, in either language."""


class CannotAsk(Exception):  # noqa: N818 - it names what went wrong, as Misuse does
    """What was asked makes no sense; the sentence, in the person's language, says which option and what to write."""


@dataclass(frozen=True, slots=True)
class Options:
    """The filters as they were written."""

    party: tuple[str, ...] = ()
    side: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    rule: tuple[str, ...] = ()
    severity: Severity | None = None
    outcome: tuple[str, ...] = ()
    dated_from: str | None = None
    dated_to: str | None = None
    live_on: str | None = None
    expires_from: str | None = None
    expires_to: str | None = None
    text: tuple[str, ...] = ()
    source: tuple[str, ...] = ()


def asked(options: Options, lang: Lang) -> Asking:
    """What is asked of the store. Raises :class:`CannotAsk`."""
    said = labels(lang)
    for name, given in (("--party", options.party), ("--text", options.text)):
        if not all(map(pattern_of, given)):
            raise CannotAsk(words(lang).nothing_to_find.format(name=name))
    if not all(part.strip() for part in options.source):
        raise CannotAsk(words(lang).nothing_to_find.format(name="--source"))
    return Asking(
        parties=options.party,
        sides=_codes("--side", options.side, {code: said.sides[code] for code in _SIDES}, lang),
        kinds=_codes("--kind", options.kind, said.kinds, lang),
        rules=_rules(options.rule, lang),
        severity=options.severity,
        outcomes=_codes("--outcome", options.outcome, words(lang).outcomes, lang, _OUTCOMES),
        live_on=_day("--live-on", options.live_on, lang),
        texts=options.text,
        sources=options.source,
        **_between("dated", ("--from", options.dated_from), ("--to", options.dated_to), lang),
        **_between("expires", ("--expires-from", options.expires_from), ("--expires-to", options.expires_to), lang),
    )


def _codes(
    name: str, given: tuple[str, ...], known: Mapping[_Code, str], lang: Lang, also: Mapping[str, _Code] | None = None
) -> tuple[_Code, ...]:
    """The codes of a closed list, each written as it is or by its word: agreement, 协议. ``also`` are other words for them."""
    meant = {**(also or {}), **{spelling: code for code, word in known.items() for spelling in (code, word)}}
    for one in given:
        if one.strip().lower() not in meant:
            said = messages(lang)
            codes = [code if lang == "en" else f"{code} {word}" for code, word in known.items()]
            raise CannotAsk(said.not_one_of.format(name=name, given=one_line(one), known=said.listed.join(codes)))
    return tuple(dict.fromkeys(meant[one.strip().lower()] for one in given))


def _rules(given: tuple[str, ...], lang: Lang) -> frozenset[str]:
    try:
        return resolve(given)
    except Misuse as error:
        raise CannotAsk(told(error, words_of(lang))) from error


def _between(name: str, start: tuple[str, str | None], end: tuple[str, str | None], lang: Lang) -> dict[str, str | None]:
    first, last = days_between(start, end, lang)
    return {f"{name}_from": first, f"{name}_to": last}


def days_between(start: tuple[str, str | None], end: tuple[str, str | None], lang: Lang) -> tuple[str | None, str | None]:
    """The first and the last day that two options (each with its name) ask for. Raises :class:`CannotAsk`."""
    first, last = _day(*start, lang), _day(*end, lang)
    if first is not None and last is not None and first > last:
        raise CannotAsk(words(lang).turned_round.format(start=start[0], end=end[0], first=first, last=last))
    return first, last


def _day(name: str, given: str | None, lang: Lang) -> str | None:
    """A day of the calendar, as 2024-09-01."""
    if given is None:
        return None
    try:
        found = date.fromisoformat(given.strip()).isoformat()
    except ValueError:
        found = None
    # fromisoformat also takes 20240901 and 2024-W35-7, which nobody means
    if found is None or found != given.strip():
        raise CannotAsk(messages(lang).no_day.format(name=name, given=one_line(given)))
    return found
