"""What is decided on a record's page: sent as it was typed, kept as the record's schema has it."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from pipeline.messages import Lang
from pipeline.review.deciding import decide, note_opening, redo, settle, sign_off, undo
from pipeline.review.decision import RECORD, Decision
from pipeline.review.problems import Problem
from pipeline.review.situation import Situation, look
from pipeline.review.targets import Target
from pipeline.review.turn import Answer
from pipeline.review.typed import Asked, from_words, read_typed, shown_typed
from pipeline.review.typed import Problem as TypedProblem
from pipeline.review.view import parts_of
from pipeline.review.web.asked import DecisionSent, DecisionsSent, Nothing, TypedSent
from pipeline.review.web.record_routes import Number
from pipeline.review.web.refusals import no_name, no_record, problems, typed_problems
from pipeline.review.web.site import Site
from pipeline.store.opening import looking_at

_TYPED = frozenset({"correct", "add"})
_ALONE = frozenset({"sign-off", "settle", "undo", "redo"})


class _NotUnderstood(Exception):  # noqa: N818 - it names what was typed
    """What was typed makes no sense."""

    def __init__(self, target: str, found: tuple[TypedProblem, ...]) -> None:
        super().__init__(target)
        self.target = target
        self.found = found


def deciding_routes(site: Site) -> APIRouter:
    """The routes."""
    router, deciding = APIRouter(prefix="/api/records/{number}"), _Deciding(site)
    for path in ("decisions", "typed", "opened", "undo", "redo"):
        router.add_api_route(f"/{path}", getattr(deciding, path), methods=["POST"])
    return router


@dataclass(frozen=True)
class _Deciding:
    """What is answered to each; the methods are called as their addresses are."""

    site: Site

    def decisions(self, request: Request, number: Number, sent: DecisionsSent) -> Response:
        lang, who = self.site.lang_of(request), self.site.name_of(request)
        if who is None:
            return no_name(lang)
        found = self._situation(number)
        if found is None:
            return no_record(number, lang)
        first, engine = sent.decisions[0], self.site.engine
        if first.action in _ALONE and len(sent.decisions) > 1:
            return problems([Problem(first.target or RECORD, "wrong-action")], lang)
        if first.action == "sign-off":
            return self._answered(sign_off(engine, number, who, sent.seen), number, lang)
        if first.action == "settle":
            return self._answered(settle(engine, number, who, sent.seen, _chosen(first)), number, lang)
        try:
            meant = [_meant(found, one, lang) for one in sent.decisions]
        except _NotUnderstood as trouble:
            return typed_problems(trouble.target, trouble.found)
        return self._answered(decide(engine, number, who, sent.seen, meant), number, lang)

    def typed(self, request: Request, number: Number, sent: TypedSent) -> Response:
        lang, found = self.site.lang_of(request), self._situation(number)
        if found is None:
            return no_record(number, lang)
        asked = _asked(found, sent, lang)
        if asked is None:
            return problems([Problem(sent.target or RECORD, "unknown-target")], lang)
        record = found.applied.record
        read = from_words(record, asked) if sent.parts is None else read_typed(record, asked, sent.parts)
        told = [{"part": one.part, "message": one.message} for one in read.problems]
        kind = record.documents[asked.document].kind
        parts = parts_of(asked.field, read.value, lang, kind) if sent.parts is None else None
        return JSONResponse({"value": read.json, "shown": shown_typed(read, asked), "problems": told, "parts": parts})

    def opened(self, request: Request, number: Number, sent: Nothing) -> Response:
        del sent
        lang, who = self.site.lang_of(request), self.site.name_of(request)
        if who is None:
            return no_name(lang)
        answer = note_opening(self.site.engine, number, who)
        seen = answer.entries[-1].id if answer.entries else 0
        return problems(answer.problems, lang) if answer.problems else JSONResponse({"seen": seen})

    def undo(self, request: Request, number: Number, sent: Nothing) -> Response:
        del sent
        lang, who = self.site.lang_of(request), self.site.name_of(request)
        return no_name(lang) if who is None else self._answered(undo(self.site.engine, number, who), number, lang)

    def redo(self, request: Request, number: Number, sent: Nothing) -> Response:
        del sent
        lang, who = self.site.lang_of(request), self.site.name_of(request)
        return no_name(lang) if who is None else self._answered(redo(self.site.engine, number, who), number, lang)

    def _situation(self, number: int) -> Situation | None:
        with looking_at(self.site.engine) as connection:
            return look(connection, number)

    def _answered(self, answer: Answer, number: int, lang: Lang) -> Response:
        if answer.problems:
            return problems(answer.problems, lang)
        if answer.situation is None:
            return no_record(number, lang)
        return JSONResponse({"view": self.site.view_of(answer.situation, lang), "bundle": answer.bundle})


def _chosen(sent: DecisionSent) -> Decision:
    """The outcome that ends a conflict."""
    becomes = sent.becomes or {}
    return Decision(becomes.get("action", "settle"), sent.target or RECORD, becomes=becomes.get("becomes"), note=sent.note)


def _meant(situation: Situation, sent: DecisionSent, lang: Lang) -> Decision:
    """The decision, its value read as it was typed. Raises :class:`_NotUnderstood`."""
    if sent.action not in _TYPED:
        return Decision(sent.action, sent.target or RECORD, note=sent.note or None)
    # what is added has no target yet
    sent = sent.model_copy(update={"target": None}) if sent.action == "add" else sent
    asked = _asked(situation, sent, lang)
    if asked is None:
        return Decision(sent.action, sent.target or "?", note=sent.note)
    read = read_typed(situation.applied.record, asked, sent.parts or {})
    if read.problems:
        raise _NotUnderstood(sent.target or RECORD, read.problems)
    where = sent.target or str(Target(asked.document, asked.field))
    start, end = asked.span or (None, None)
    return Decision(sent.action, where, start=start, end=end, becomes=read.json, note=sent.note or None)


def _asked(situation: Situation, sent: DecisionSent | TypedSent, lang: Lang) -> Asked | None:
    """What is being typed; None where the record has no such place."""
    field, document = sent.field, sent.document
    if not field or field == "findings" or document is None or document >= len(situation.applied.record.documents):
        return None
    if sent.target is None:
        return Asked(field, document, None, sent.span, lang)
    entry = situation.applied.entries.get(sent.target)
    if entry is None or entry.field != field or entry.document != document:
        return None
    return Asked(field, document, situation.applied.values.get(sent.target), sent.span, lang)
