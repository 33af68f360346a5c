"""pdfium's functions that are called for every character of a page, taking plain numbers for addresses: no object is made for a call."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Any

from pypdfium2 import raw

_ADDRESS, _NUMBER = ctypes.c_void_p, ctypes.c_int


def _plain(function: Any, gives: Any, *takes: Any) -> Callable[..., Any]:  # noqa: ANN401 - what ctypes calls functions and types
    return ctypes.CFUNCTYPE(gives, *takes)(ctypes.cast(function, _ADDRESS).value or 0)


def address(handle: Any) -> int:  # noqa: ANN401 - what ctypes calls a pointer
    """The address of a page, a text page or another of pdfium's own things."""
    return ctypes.cast(handle, _ADDRESS).value or 0


get_unicode = _plain(raw.FPDFText_GetUnicode, ctypes.c_uint, _ADDRESS, _NUMBER)
get_loose_box = _plain(raw.FPDFText_GetLooseCharBox, _NUMBER, _ADDRESS, _NUMBER, _ADDRESS)
get_origin = _plain(raw.FPDFText_GetCharOrigin, _NUMBER, _ADDRESS, _NUMBER, _ADDRESS, _ADDRESS)
get_angle = _plain(raw.FPDFText_GetCharAngle, ctypes.c_float, _ADDRESS, _NUMBER)
get_text = _plain(raw.FPDFText_GetText, _NUMBER, _ADDRESS, _NUMBER, _NUMBER, _ADDRESS)
is_generated = _plain(raw.FPDFText_IsGenerated, _NUMBER, _ADDRESS, _NUMBER)
get_object = _plain(raw.FPDFPage_GetObject, _ADDRESS, _ADDRESS, _NUMBER)
get_kind = _plain(raw.FPDFPageObj_GetType, _NUMBER, _ADDRESS)
