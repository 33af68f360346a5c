"""The JSON Schema describes what is written."""

from __future__ import annotations

import json

import jsonschema
import pytest

from pipeline.cli import run
from pipeline.json_output import pretty
from pipeline.json_schema import record_schema
from schemas.record import Record
from schemas.span import Span
from tests.pipeline.make_record import agreement, bad_record, record

PAGED = Span(start=0, end=2, text="南浦", page=1, boxes=((0.0, 1.0, 2.0, 3.0),))


def test_the_schema_is_one(capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["schema"]) == 0
    schema = json.loads(capfd.readouterr().out)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["$defs"]["Span"]["required"] == ["start", "end", "text"]


@pytest.mark.parametrize(
    "written",
    [
        record(),
        record(documents=(agreement(), agreement(None))),
        record(documents=(agreement().model_copy(update={"parties": (agreement().parties[0].model_copy(update={"span": PAGED}),)}),)),
        bad_record("unreadable", "empty", "文件里没有内容。"),
    ],
)
def test_records_satisfy_it(written: Record) -> None:
    jsonschema.Draft202012Validator(record_schema()).validate(json.loads(pretty(written)))


@pytest.mark.parametrize(
    "change",
    [{"schema_version": "2"}, {"text": None}, {"extra": 1}, {"outcome": {"status": "good", "reason": None, "message": None}}],
)
def test_other_objects_do_not(change: dict[str, object]) -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(record_schema()).validate(json.loads(pretty(record())) | change)
