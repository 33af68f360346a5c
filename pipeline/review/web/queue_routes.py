"""What the queue's page asks for: pages of the queue, what stands around a record, and one decision on many findings."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Annotated

import sqlalchemy as sa
from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from extractors.checks import ALL_RULES
from pipeline.messages import Lang
from pipeline.review.deciding import bulk, undo_bundle
from pipeline.review.decision import RECORD, Decision
from pipeline.review.problems import Problem
from pipeline.review.queue import MOST_ROWS, BadCursor, Filter, Order, neighbours, numbers, page
from pipeline.review.web.asked import BulkSent, BundleSent, FilterSent, NameSent
from pipeline.review.web.record_routes import Number
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
    router, queue = APIRouter(prefix="/api"), _Queue(site)
    router.add_api_route("/queue", queue.queue, methods=["GET"])
    router.add_api_route("/records/{number}/neighbours", queue.neighbours, methods=["GET"])
    for path in ("name", "bulk", "undo"):
        router.add_api_route(f"/{path}", getattr(queue, path), methods=["POST"])
    return router


@dataclass(frozen=True)
class _Queue:
    """What is answered to each; the methods are called as their addresses are."""

    site: Site

    def queue(self, request: Request, asked: Annotated[Asked, Query()]) -> Response:
        lang = self.site.lang_of(request)
        try:
            with looking_at(self.site.engine) as connection:
                found = page(connection, filter_of(asked), asked.order, asked.after, asked.limit)
        except BadCursor:
            return JSONResponse({"code": "cursor", "message": sentence(lang, "not-understood")}, 422)
        rules = found.counts["rule"]
        told = {"rows": [asdict(row) for row in found.rows], "total": found.total, "counts": found.counts, "next": found.next}
        return JSONResponse(told | {"rules": {slug: title for slug, title in _titles(lang).items() if slug in rules}})

    def neighbours(self, number: Number, asked: Annotated[Asked, Query()]) -> Response:
        with looking_at(self.site.engine) as connection:
            return JSONResponse(asdict(neighbours(connection, filter_of(asked), asked.order, number)))

    def name(self, request: Request, sent: NameSent) -> Response:
        cleaned = clean_name(sent.name)
        if not cleaned:
            return JSONResponse({"code": "bad-name", "message": sentence(self.site.lang_of(request), "bad-name")}, 422)
        answer = JSONResponse({"name": cleaned})
        answer.set_cookie(NAME_COOKIE, name_cookie(cleaned), max_age=_A_YEAR, path="/", httponly=True, samesite="lax")
        return answer

    def bulk(self, request: Request, sent: BulkSent) -> Response:
        lang, who = self.site.lang_of(request), self.site.name_of(request)
        if who is None:
            return no_name(lang)
        if sent.action == "dismiss" and not (sent.note or "").strip():
            return problems([Problem(RECORD, "needs-reason")], lang)
        # whatever rule the filter names, only records with a finding of this one can be meant
        wanted = filter_of(sent.filter.model_copy(update={"rule": sent.rule}))
        with looking_at(self.site.engine) as connection:
            found = numbers(connection, wanted)
        done = bulk(self.site.engine, who, sent.rule, Decision(sent.action, RECORD, note=sent.note), found)
        named = done.skipped[:_MOST_NAMED]
        names = _names(self.site, [one.number for one in named])
        skipped = [{"number": one.number, "name": names.get(one.number, ""), "why": one.problem.message(lang)} for one in named]
        return JSONResponse({"done": done.done, "records": done.records, "skipped": skipped, "bundle": done.bundle})

    def undo(self, request: Request, sent: BundleSent) -> Response:
        lang, who = self.site.lang_of(request), self.site.name_of(request)
        if who is None:
            return no_name(lang)
        done = undo_bundle(self.site.engine, who, sent.bundle)
        return JSONResponse({"done": done}) if done else problems([Problem(RECORD, "nothing-to-undo")], lang)


def filter_of(asked: FilterSent) -> Filter:
    """The filter that is meant; a field that was left empty does not choose."""
    return Filter(
        asked.state, asked.kind, asked.rule or None, asked.severity, asked.source or None, asked.text or None, asked.confidence
    )  # fmt: skip


def _titles(lang: Lang) -> dict[str, str]:
    return {rule.slug: rule.summary if lang == "en" else rule.title for rule in ALL_RULES}


def _names(site: Site, of: list[int]) -> dict[int, str]:
    """The names of some records' files."""
    joined = READINGS.join(SOURCES, SOURCES.c.content == READINGS.c.content)
    asked = (
        sa.select(READINGS.c.id, sa.func.min(SOURCES.c.name).label("name"))
        .select_from(joined)
        .where(READINGS.c.id.in_(of))
        .group_by(READINGS.c.id)
    )
    with site.engine.connect() as connection:
        return {row.id: row.name for row in connection.execute(asked)}
