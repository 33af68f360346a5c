"""The server's application: the pages, what they ask for, and the guard before all of it."""

from __future__ import annotations

import uvicorn
from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from sqlalchemy.exc import SQLAlchemyError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.types import ASGIApp

from pipeline.printable import one_line
from pipeline.review.web.deciding_routes import deciding_routes
from pipeline.review.web.pages import page_routes
from pipeline.review.web.queue_routes import queue_routes
from pipeline.review.web.record_routes import image_routes, record_routes
from pipeline.review.web.safety import Guard
from pipeline.review.web.site import Site
from pipeline.review.web.words import sentence
from schemas.errors import JieduiError

_FAREWELL = 2
"""Seconds that open connections have to end."""


def make_app(site: Site) -> ASGIApp:
    """The application of a site, guarded."""
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None, redirect_slashes=False)
    for router in (page_routes(site), queue_routes(site), image_routes(site), record_routes(site), deciding_routes(site)):
        app.include_router(router)

    @app.exception_handler(RequestValidationError)
    async def _not_understood(request: Request, error: Exception) -> Response:
        # what was sent is not sent back
        del error
        return _told(request, 422, "not-understood", sentence(site.lang_of(request), "not-understood"))

    @app.exception_handler(HTTPException)
    async def _no_page(request: Request, error: HTTPException) -> Response:
        return _told(request, error.status_code, "no-page", sentence(site.lang_of(request), "no-such-page"))

    @app.exception_handler(SQLAlchemyError)
    async def _store(request: Request, error: Exception) -> Response:
        why = one_line(str(getattr(error, "orig", None) or type(error).__name__))
        return _told(request, 503, "store", sentence(site.lang_of(request), "store-trouble", why=why))

    @app.exception_handler(JieduiError)
    async def _trouble(request: Request, error: Exception) -> Response:
        return _told(request, 503, "store", one_line(str(error)))

    @app.exception_handler(Exception)
    async def _fault(request: Request, error: Exception) -> Response:
        del error
        return _told(request, 500, "fault", sentence(site.lang_of(request), "our-fault"))

    return Guard(app, site.safety)


def server_of(site: Site) -> uvicorn.Server:
    """What serves a site on a socket that is bound already. It prints nothing: what goes wrong is told in the page."""
    config = uvicorn.Config(
        make_app(site), log_config=None, access_log=False, server_header=False, proxy_headers=False, lifespan="off",
        timeout_graceful_shutdown=_FAREWELL,
    )  # fmt: skip
    return uvicorn.Server(config)


def _told(request: Request, status: int, code: str, message: str) -> Response:
    if request.url.path.startswith("/api/"):
        return JSONResponse({"code": code, "message": message}, status)
    return PlainTextResponse(message + "\n", status)
