"""The pages themselves, and their files: taken from a table that is made once, so that no address leads to a file."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Annotated

from fastapi import APIRouter, Path
from jinja2 import Environment, FunctionLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from pipeline.messages import Lang
from pipeline.review.web.site import LARGEST, Site
from pipeline.review.web.words import page_words, sentence

_TYPES = {".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8", ".svg": "image/svg+xml"}
_CODES: dict[Lang, str] = {"zh": "zh-CN", "en": "en"}


def page_routes(site: Site) -> APIRouter:
    """Of the queue, of a record, and of their files."""
    router = APIRouter()
    table = _table()
    environment = Environment(
        loader=FunctionLoader(_template), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )

    def page(request: Request, name: str, number: int | None = None) -> HTMLResponse:
        lang = site.lang_of(request)
        said = page_words(lang)
        return HTMLResponse(
            environment.get_template(name).render(
                words=said,
                words_json=json.dumps(said, ensure_ascii=False),
                code=_CODES[lang],
                other="zh" if lang == "en" else "en",
                token=site.safety.csrf,
                reviewer=site.name_of(request) or "",
                number=number,
            )
        )

    @router.get("/")
    def queue_page(request: Request) -> Response:
        return page(request, "queue.html")

    @router.get("/records/{number}")
    def record_page(request: Request, number: Annotated[int, Path(ge=1, le=LARGEST)]) -> Response:
        return page(request, "record.html", number)

    @router.get("/static/{name}")
    def static_file(request: Request, name: str) -> Response:
        if name not in table:
            return Response(sentence(site.lang_of(request), "no-such-page"), 404, media_type="text/plain")
        content, media_type = table[name]
        return Response(content, media_type=media_type)

    return router


def _table() -> dict[str, tuple[bytes, str]]:
    """The packaged files by their names."""
    found = [one for one in files("pipeline.review.web").joinpath("static").iterdir() if one.is_file()]
    return {one.name: (one.read_bytes(), _TYPES[f".{one.name.rpartition('.')[2]}"]) for one in found}


def _template(name: str) -> str:
    return files("pipeline.review.web").joinpath("templates").joinpath(name).read_text(encoding="utf-8")
