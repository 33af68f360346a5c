"""Pages are written whole, or the file that was there stays."""

from __future__ import annotations

from pathlib import Path

from pydantic import BaseModel

from pipeline.atomic import replacing
from pipeline.messages import Lang, messages
from pipeline.printable import escaped_json, one_line
from schemas.errors import JieduiError


def as_json(model: BaseModel) -> str:
    """A model as indented JSON, ended by a newline; what cannot be seen is a JSON escape."""
    return escaped_json(model.model_dump_json(indent=1)) + "\n"


def write(target: Path, content: str, lang: Lang) -> None:
    """Put a page where it belongs; folders on the way are made. Raises :class:`JieduiError` where it cannot be written."""
    try:
        with replacing(target) as stream:
            stream.write(content.encode())
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise JieduiError(messages(lang).cannot_write.format(name=one_line(str(target)), why=why)) from error
