"""Answers that say no: in the person's language, and never with what went wrong inside."""

from __future__ import annotations

from collections.abc import Iterable

from starlette.responses import JSONResponse

from pipeline.messages import Lang
from pipeline.review.problems import Code, Problem
from pipeline.review.typed import Problem as TypedProblem
from pipeline.review.web.words import sentence

_STATUS: dict[Code, int] = {"no-record": 404, "nothing-to-undo": 409, "nothing-to-redo": 409, "old-reading": 409, "changed-meanwhile": 409}


def no_record(number: int, lang: Lang) -> JSONResponse:
    """There is none of this number."""
    return JSONResponse({"code": "no-record", "message": sentence(lang, "no-record", number=number)}, 404)


def no_name(lang: Lang) -> JSONResponse:
    """Nobody has said who decides."""
    return JSONResponse({"code": "no-name", "message": sentence(lang, "no-name")}, 422)


def problems(found: Iterable[Problem], lang: Lang) -> JSONResponse:
    """Why decisions were not taken."""
    told = [{"target": one.target, "part": one.part, "code": one.code, "message": one.message(lang)} for one in found]
    status = next((_STATUS[one.code] for one in found if one.code in _STATUS), 422)
    return JSONResponse({"code": told[0]["code"] if told else "", "problems": told}, status)


def typed_problems(target: str, found: Iterable[TypedProblem]) -> JSONResponse:
    """What cannot be understood of what was typed."""
    told = [{"target": target, "part": one.part, "message": one.message} for one in found]
    return JSONResponse({"code": "not-understood", "problems": told}, 422)
