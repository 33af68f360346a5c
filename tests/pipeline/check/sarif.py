"""The part of SARIF 2.1.0 that we write, as a JSON Schema.

Names, types and closed lists are those of the standard (OASIS); the numbers in comments are its sections.
"""

from __future__ import annotations

from typing import Any

_TEXT = {"type": "object", "required": ["text"], "properties": {"text": {"type": "string", "minLength": 1}}, "additionalProperties": False}
_MARKED_TEXT = {
    "type": "object",
    "required": ["text"],
    "properties": {"text": {"type": "string"}, "markdown": {"type": "string"}},
    "additionalProperties": False,
}
_ADDRESS = {  # 3.4
    "type": "object",
    "properties": {
        "uri": {"type": "string", "pattern": r"^[!-~]+$"},
        "uriBaseId": {"type": "string"},
        "index": {"type": "integer", "minimum": -1},
    },
    "additionalProperties": False,
}
_REGION = {  # 3.30
    "type": "object",
    "properties": {
        **{name: {"type": "integer", "minimum": 1} for name in ("startLine", "startColumn", "endLine", "endColumn")},
        **{name: {"type": "integer", "minimum": 0} for name in ("charOffset", "charLength")},
        "snippet": _TEXT,
    },
    "additionalProperties": False,
}
_LOCATION = {  # 3.28
    "type": "object",
    "properties": {
        "id": {"type": "integer", "minimum": -1},
        "physicalLocation": {
            "type": "object",
            "required": ["artifactLocation"],
            "properties": {"artifactLocation": _ADDRESS, "region": _REGION},
            "additionalProperties": False,
        },
        "properties": {"type": "object"},
    },
    "additionalProperties": False,
}
_LEVEL = {"enum": ["none", "note", "warning", "error"]}
_RULE = {  # 3.49
    "type": "object",
    "required": ["id"],
    "properties": {
        "id": {"type": "string"},
        "name": {"type": "string", "pattern": "^[A-Z][A-Za-z]+$"},
        "shortDescription": _TEXT,
        "fullDescription": _TEXT,
        "help": _MARKED_TEXT,
        "defaultConfiguration": {"type": "object", "properties": {"level": _LEVEL}, "additionalProperties": False},
    },
    "additionalProperties": False,
}
_SUPPRESSION = {  # 3.35
    "type": "object",
    "required": ["kind"],
    "properties": {
        "kind": {"enum": ["inSource", "external"]},
        "status": {"enum": ["accepted", "underReview", "rejected"]},
        "justification": {"type": "string"},
    },
    "additionalProperties": False,
}
_RESULT = {  # 3.27
    "type": "object",
    "required": ["message"],
    "properties": {
        "ruleId": {"type": "string"},
        "ruleIndex": {"type": "integer", "minimum": -1},
        "level": _LEVEL,
        "message": _TEXT,
        "locations": {"type": "array", "items": _LOCATION, "maxItems": 1},
        "relatedLocations": {"type": "array", "items": _LOCATION, "uniqueItems": True},
        "partialFingerprints": {"type": "object", "additionalProperties": {"type": "string"}},
        "suppressions": {"type": "array", "items": _SUPPRESSION, "uniqueItems": True},
        "properties": {"type": "object"},
    },
    "additionalProperties": False,
}
_INVOCATION = {  # 3.20
    "type": "object",
    "required": ["executionSuccessful"],
    "properties": {
        "executionSuccessful": {"type": "boolean"},
        "exitCode": {"type": "integer"},
        "toolExecutionNotifications": {
            "type": "array",
            "items": {  # 3.58
                "type": "object",
                "required": ["message"],
                "properties": {"level": _LEVEL, "message": _TEXT, "locations": {"type": "array", "items": _LOCATION}},
                "additionalProperties": False,
            },
        },
    },
    "additionalProperties": False,
}
_ARTIFACT = {  # 3.24
    "type": "object",
    "properties": {
        "location": _ADDRESS,
        "roles": {"type": "array", "items": {"enum": ["analysisTarget"]}},
        "mimeType": {"type": "string", "pattern": "^[^/]+/.+$"},
        "properties": {"type": "object"},
    },
    "additionalProperties": False,
}
SCHEMA: dict[str, Any] = {
    "type": "object",
    "required": ["version", "runs"],
    "properties": {
        "$schema": {"type": "string"},
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "items": {  # 3.14
                "type": "object",
                "required": ["tool"],
                "properties": {
                    "tool": {
                        "type": "object",
                        "required": ["driver"],
                        "properties": {
                            "driver": {  # 3.19
                                "type": "object",
                                "required": ["name"],
                                "properties": {
                                    "name": {"type": "string"},
                                    "version": {"type": "string"},
                                    "rules": {"type": "array", "items": _RULE, "uniqueItems": True},
                                },
                                "additionalProperties": False,
                            }
                        },
                        "additionalProperties": False,
                    },
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "newlineSequences": {"type": "array", "items": {"type": "string"}, "minItems": 1, "uniqueItems": True},
                    "invocations": {"type": "array", "items": _INVOCATION},
                    "artifacts": {"type": "array", "items": _ARTIFACT, "uniqueItems": True},
                    "results": {"type": "array", "items": _RESULT},
                },
                "additionalProperties": False,
            },
        },
    },
    "additionalProperties": False,
}
