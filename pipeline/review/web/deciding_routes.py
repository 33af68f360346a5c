"""What is decided on a record's page: sent as it was typed, kept as the record's schema has it."""

from __future__ import annotations

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
from pipeline.review.typed import Asked, Problem as TypedProblem, from_words, read_typed, shown_typed
from pipeline.review.view import parts_of
from pipeline.review.web.asked import DecisionSent, DecisionsSent, Nothing, TypedSent
from pipeline.review.web.record_routes import Number
from pipeline.review.web.refusals import no_name, no_record, problems, typed_problems
from pipeline.review.web.site import Site
from pipeline.store.opening import looking_at

_TYPED = frozenset({"correct", "add"})


class _NotUnderstood(Exception):  # noqa: N818 - it names what was typed
    """What was typed makes no sense."""

    def __init__(self, target: str, found: tuple[TypedProblem, ...]) -> None:
        super().__init__(target)
        self.target = target
        self.found = found


def deciding_routes(site: Site) -> APIRouter:
    """The routes."""
    router = APIRouter(prefix="/api/records/{number}")

    def situation(number: int) -> Situation | None:
        with looking_at(site.engine) as connection:
            return look(connection, number)

    def answered(answer: Answer, number: int, lang: Lang) -> Response:
        if answer.problems:
            return problems(answer.problems, lang)
        if answer.situation is None:
            return no_record(number, lang)
        return JSONResponse({"view": site.view_of(answer.situation, lang), "bundle": answer.bundle})

    @router.post("/decisions")
    def decisions(request: Request, number: Number, sent: DecisionsSent) -> Response:
        lang, who = site.lang_of(request), site.name_of(request)
        if who is None:
            return no_name(lang)
        found = situation(number)
        if found is None:
            return no_record(number, lang)
        first = sent.decisions[0]
        if first.action in {"sign-off", "settle", "undo", "redo"} and len(sent.decisions) > 1:
            return problems([Problem(first.target or RECORD, "wrong-action")], lang)
        if first.action == "sign-off":
            return answered(sign_off(site.engine, number, who, sent.seen), number, lang)
        if first.action == "settle":
            return answered(settle(site.engine, number, who, sent.seen, _chosen(first)), number, lang)
        try:
            meant = [_meant(found, one, lang) for one in sent.decisions]
        except _NotUnderstood as trouble:
            return typed_problems(trouble.target, trouble.found)
        return answered(decide(site.engine, number, who, sent.seen, meant), number, lang)

    @router.post("/typed")
    def typed(request: Request, number: Number, sent: TypedSent) -> Response:
        lang, found = site.lang_of(request), situation(number)
        if found is None:
            return no_record(number, lang)
        asked = _asked(found, sent.field, sent.document, sent.target, sent.span, lang)
        if asked is None:
            return problems([Problem(sent.target or RECORD, "unknown-target")], lang)
        record = found.applied.record
        read = from_words(record, asked) if sent.parts is None else read_typed(record, asked, sent.parts)
        told = [{"part": one.part, "message": one.message} for one in read.problems]
        kind = record.documents[asked.document].kind
        parts = parts_of(asked.field, read.value, lang, kind) if sent.parts is None else None
        return JSONResponse({"value": read.json, "shown": shown_typed(read, asked), "problems": told, "parts": parts})

    @router.post("/opened")
    def opened(request: Request, number: Number, sent: Nothing) -> Response:
        del sent
        lang, who = site.lang_of(request), site.name_of(request)
        if who is None:
            return no_name(lang)
        answer = note_opening(site.engine, number, who)
        return problems(answer.problems, lang) if answer.problems else JSONResponse({"seen": answer.entries[-1].id if answer.entries else 0})

    @router.post("/undo")
    def undone(request: Request, number: Number, sent: Nothing) -> Response:
        del sent
        lang, who = site.lang_of(request), site.name_of(request)
        return no_name(lang) if who is None else answered(undo(site.engine, number, who), number, lang)

    @router.post("/redo")
    def redone(request: Request, number: Number, sent: Nothing) -> Response:
        del sent
        lang, who = site.lang_of(request), site.name_of(request)
        return no_name(lang) if who is None else answered(redo(site.engine, number, who), number, lang)

    return router


def _chosen(sent: DecisionSent) -> Decision:
    """The outcome that ends a conflict."""
    becomes = sent.becomes or {}
    return Decision(becomes.get("action", "settle"), sent.target or RECORD, becomes=becomes.get("becomes"), note=sent.note)


def _meant(situation: Situation, sent: DecisionSent, lang: Lang) -> Decision:
    """The decision, its value read as it was typed. Raises :class:`_NotUnderstood`."""
    if sent.action not in _TYPED:
        return Decision(sent.action, sent.target or RECORD, note=sent.note or None)
    target = sent.target if sent.action == "correct" else None
    asked = _asked(situation, sent.field or "", sent.document, target, sent.span, lang)
    if asked is None:
        return Decision(sent.action, sent.target or "?", note=sent.note)
    read = read_typed(situation.applied.record, asked, sent.parts or {})
    if read.problems:
        raise _NotUnderstood(sent.target or RECORD, read.problems)
    where = target or str(Target(asked.document, asked.field))
    start, end = asked.span or (None, None)
    return Decision(sent.action, where, start=start, end=end, becomes=read.json, note=sent.note or None)


def _asked(
    situation: Situation, field: str, document: int | None, target: str | None, span: tuple[int, int] | None, lang: Lang
) -> Asked | None:
    """What is being typed; None where the record has no such place."""
    entry = None if target is None else situation.applied.entries.get(target)
    if field in {"", "findings"} or document is None or document >= len(situation.applied.record.documents):
        return None
    if target is not None and (entry is None or entry.field != field or entry.document != document):
        return None
    base = None if target is None else situation.applied.values.get(target)
    return Asked(field, document, base, span, lang)  # type: ignore[arg-type] # the request's own shape has checked it


