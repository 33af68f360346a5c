"""The JSON Schema of the record, generated from the models."""

from __future__ import annotations

import json
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from schemas.record import Record

_LEFT_OUT = frozenset({"page", "boxes", "confidence", "review"})
"""Names of a span or a record that are written only where there is something to say."""


def record_schema() -> dict[str, Any]:
    """The schema of what is written (draft 2020-12): every name that is always there is required."""
    schema = Record.model_json_schema(mode="serialization", schema_generator=_WithSerializers)
    for model in (schema, schema["$defs"]["Span"]):
        model["required"] = [name for name in model["required"] if name not in _LEFT_OUT]
    return {"$schema": GenerateJsonSchema.schema_dialect, **schema}


def schema_text() -> str:
    """The schema as indented JSON, ended by a newline."""
    return json.dumps(record_schema(), ensure_ascii=False, indent=2) + "\n"


class _WithSerializers(GenerateJsonSchema):
    """Describes a model by its fields also where a serializer wraps it: ours only leaves names out."""

    def ser_schema(
        self, schema: core_schema.SerSchema | core_schema.IncExSeqSerSchema | core_schema.IncExDictSerSchema
    ) -> JsonSchemaValue | None:
        return None if schema["type"] == "function-wrap" else super().ser_schema(schema)
