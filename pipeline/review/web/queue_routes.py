"""What the queue's page asks for: pages of the queue, what stands around a record, and one decision on many findings."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Any

import sqlalchemy as sa
from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from extractors.checks import ALL_RULES
from pipeline.messages import Lang
from pipeline.review.deciding import bulk, undo_bundle
from pipeline.review.problems import Problem
from pipeline.review.queue import MOST_ROWS, BadCursor, Filter, Order, Row, neighbours, numbers, page
from pipeline.review.web.asked import BulkSent, BundleSent, FilterSent, NameSent
from pipeline.review.web.refusals import no_name, problems
from pipeline.review.web.site import NAME_COOKIE, Site, clean_name, name_cookie
from pipeline.review.web.words import sentence
from pipeline.store.opening import looking_at
from pipeline.store.tables import READINGS, SOURCES

_A_YEAR = 365 * 24 * 3600
_MOST_NAMED = 500
"""Records that were passed over and are named."""


class Asked(FilterSent):
    """A filter with an order and a place in it."""

    order: Order = "findings"
    after: Annotated[str | None, Query(max_length=4000)] = None
    limit: Annotated[int, Query(ge=1, le=MOST_ROWS)] = 50


def queue_routes(site: Site) -> APIRouter:
    """The routes."""
    router = APIRouter(prefix="/api")

    @router.get("/queue")
    def queue(request: Request, asked: Annotated[Asked, Query()]) -> Response:
        lang = site.lang_of(request)
        try:
            with looking_at(site.engine) as connection:
                found = page(connection, filter_of(asked), asked.order, asked.after, asked.limit)
        except BadCursor:
            return JSONResponse({"code": "cursor", "message": sentence(lang, "not-understood")}, 422)
        rules = found.counts["rule"]
        told = {"rows": [_row(row) for row in found.rows], "total": found.total, "counts": found.counts, "next": found.next}
        return JSONResponse(told | {"rules": {slug: title for slug, title in _titles(lang).items() if slug in rules}})

    @router.get("/records/{number}/neighbours")
    def around(number: int, asked: Annotated[Asked, Query()]) -> Response:
        with looking_at(site.engine) as connection:
            return JSONResponse(asdict(neighbours(connection, filter_of(asked), asked.order, number)))

    @router.post("/name")
    def name(request: Request, sent: NameSent) -> Response:
        cleaned = clean_name(sent.name)
        if not cleaned:
            return JSONResponse({"code": "bad-name", "message": sentence(site.lang_of(request), "bad-name")}, 422)
        answer = JSONResponse({"name": cleaned})
        answer.set_cookie(NAME_COOKIE, name_cookie(cleaned), max_age=_A_YEAR, path="/", httponly=True, samesite="strict")
        return answer

    @router.post("/bulk")
    def decide_many(request: Request, sent: BulkSent) -> Response:
        lang, who = site.lang_of(request), site.name_of(request)
        if who is None:
            return no_name(lang)
        if sent.action == "dismiss" and not (sent.note or "").strip():
            return problems([Problem("", "needs-reason")], lang)
        # whatever rule the filter names, only records with a finding of this one can be meant
        wanted = filter_of(sent.filter.model_copy(update={"rule": sent.rule}))
        with looking_at(site.engine) as connection:
            found = numbers(connection, wanted)
        done = bulk(site.engine, who, sent.rule, sent.action, sent.note, found)
        named = done.skipped[:_MOST_NAMED]
        names = _names(site, [one.number for one in named])
        skipped = [{"number": one.number, "name": names.get(one.number, ""), "why": one.problem.message(lang)} for one in named]
        return JSONResponse({"done": done.done, "records": done.records, "skipped": skipped, "bundle": done.bundle})

    @router.post("/undo")
    def undo_many(request: Request, sent: BundleSent) -> Response:
        lang, who = site.lang_of(request), site.name_of(request)
        if who is None:
            return no_name(lang)
        done = undo_bundle(site.engine, who, sent.bundle)
        return JSONResponse({"done": done}) if done else problems([Problem("", "nothing-to-undo")], lang)

    return router


def filter_of(asked: FilterSent) -> Filter:
    """The filter that is meant; a field that was left empty does not choose."""
    return Filter(
        asked.state, asked.kind, asked.rule or None, asked.severity, asked.source or None, asked.text or None, asked.confidence
    )  # fmt: skip


def _row(row: Row) -> dict[str, Any]:
    return asdict(row)


def _titles(lang: Lang) -> dict[str, str]:
    return {rule.slug: rule.summary if lang == "en" else rule.title for rule in ALL_RULES}


def _names(site: Site, of: list[int]) -> dict[int, str]:
    """The names of some records' files."""
    joined = READINGS.join(SOURCES, SOURCES.c.content == READINGS.c.content)
    asked = sa.select(READINGS.c.id, sa.func.min(SOURCES.c.name)).select_from(joined).where(READINGS.c.id.in_(of)).group_by(READINGS.c.id)
    with site.engine.connect() as connection:
        return {number: name for number, name in connection.execute(asked)}


