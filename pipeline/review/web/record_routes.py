"""What a record's page asks for: the record as it stands, its text, and what others decide meanwhile."""

from __future__ import annotations

from typing import Annotated, Any

import sqlalchemy as sa
from fastapi import APIRouter, Path, Query
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from pipeline.messages import Lang
from pipeline.review.decision import Logged
from pipeline.review.page_images import NoImage
from pipeline.review.placed import placed_entries
from pipeline.review.situation import Situation, look
from pipeline.review.standing import outcome_of
from pipeline.review.targets import target_of
from pipeline.review.view import make_text
from pipeline.review.web.refusals import no_record
from pipeline.review.web.site import LARGEST, Site, file_of
from pipeline.review.web.words import sentence
from pipeline.review.words import review_words
from pipeline.store.opening import looking_at
from pipeline.store.reviews import log_of
from pipeline.store.tables import READINGS

Number = Annotated[int, Path(ge=1, le=LARGEST)]
_AFTER = Annotated[int, Query(ge=0, le=LARGEST)]
_DECIDES_NOTHING = frozenset({"note", "open", "undo", "redo", "sign-off", "reopen"})


def record_routes(site: Site) -> APIRouter:
    """The routes."""
    router = APIRouter(prefix="/api/records/{number}")

    def situation(number: int) -> Situation | None:
        with looking_at(site.engine) as connection:
            return look(connection, number)

    @router.get("")
    def record(request: Request, number: Number) -> Response:
        lang, found = site.lang_of(request), situation(number)
        return no_record(number, lang) if found is None else JSONResponse(site.view_of(found, lang))

    @router.get("/text")
    def text(request: Request, number: Number, start: Annotated[int, Query(alias="from", ge=0, le=LARGEST)] = 0) -> Response:
        lang, found = site.lang_of(request), situation(number)
        if found is None:
            return no_record(number, lang)
        return JSONResponse(make_text(found.applied.record, placed_entries(found.applied, found.standing), start))

    @router.get("/log")
    def log(request: Request, number: Number, after: _AFTER = 0) -> Response:
        lang = site.lang_of(request)
        with looking_at(site.engine) as connection:
            content = connection.scalar(sa.select(READINGS.c.content).where(READINGS.c.id == number))
            entries = [] if content is None else log_of(connection, content, after=after)
        return no_record(number, lang) if content is None else JSONResponse({"entries": [_told(one, lang) for one in entries]})

    return router


def image_routes(site: Site) -> APIRouter:
    """Those of the pages as they look."""
    router = APIRouter(prefix="/api/records/{number}/pages")

    @router.get("")
    def sizes(request: Request, number: Number) -> Response:
        lang = site.lang_of(request)
        with looking_at(site.engine) as connection:
            file = file_of(connection, number)
        if file is None:
            return no_record(number, lang)
        try:
            return JSONResponse({"sizes": site.images.sizes(file), "message": None})
        except NoImage as why:
            return JSONResponse({"sizes": [], "message": _why(why, lang)})

    @router.get("/{page}.png")
    def image(
        request: Request, number: Number, page: Annotated[int, Path(ge=1, le=100_000)], width: Annotated[int, Query(ge=1, le=10_000)] = 1200
    ) -> Response:
        lang = site.lang_of(request)
        with looking_at(site.engine) as connection:
            file = file_of(connection, number)
        if file is None:
            return no_record(number, lang)
        try:
            return Response(site.images.page(file, page, width), media_type="image/png")
        except NoImage as why:
            return JSONResponse({"code": why.why, "message": _why(why, lang)}, 404)

    return router


def _why(why: NoImage, lang: Lang) -> str:
    """Why there is no picture; what a reader has said of it is in Chinese alone."""
    told = sentence(lang, f"image-{why.why}")
    return f"{told}（{why.told}）" if why.told and lang == "zh" else told


def _told(one: Logged, lang: Lang) -> dict[str, Any]:
    """A row of the log, in a few words."""
    words, decision = review_words(lang), one.decision
    target = target_of(decision.target)
    action = decision.action if decision.action in _DECIDES_NOTHING else outcome_of(one).action
    about = "" if target is None else words.fields[target.field]
    told = f"{about}{'：' if lang == 'zh' else ': '}{words.actions[action]}" if about else words.actions[action]
    return {"id": one.id, "who": one.who, "at": one.at.isoformat(), "action": decision.action, "target": decision.target, "told": told}
