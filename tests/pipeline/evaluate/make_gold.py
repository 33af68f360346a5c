"""An annotation of the agreement in :mod:`tests.pipeline.make_record` that agrees with it in every fact, and ways to bend it."""

from __future__ import annotations

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

from pipeline.evaluate.gold import Gold
from pipeline.evaluate.matching import hold
from pipeline.evaluate.results import Held
from schemas.record import Record

FACTS = {"kind": 1, "title": 1, "term": 2, "copies": 2, "press": 2, "parties": 2, "signing": 1, "quotas": 1, "funding": 1, "findings": 1}
"""How many facts of each field it states: 14 in all."""
_AGREEMENT: dict[str, Any] = {
    "kind": "agreement",
    "is_template": False,
    "title": "南浦中学与北岭中学结对协议",
    "start_text": "南浦中学与北岭",
    "parties": [{"role": "甲方", "name": "南浦中学", "side": "supporter"}, {"role": "乙方", "name": "____", "side": "recipient"}],
    "term": {"start": {"edtf": "2024-09-01"}, "end": None, "duration": {"count": "3", "unit": "年", "iso": "P3Y"}},
    "signing": [{"role": "甲方", "signatory": "温庭月", "date": {"edtf": "2024-08-26"}}],
    "copies": {"total": 2, "holders": [{"holder": "双方", "count": 2}], "quote": "一式两份"},
    "quotas": [
        {
            "quote": "送课不少于4节",
            "amount": {"min": "4", "max": None, "approximate": False},
            "unit": "节",
            "what": "送课",
            "per": {"count": "1", "unit": "学期"},
            "actor": "甲方",
            "target": "乙方",
            "modality": "duty",
        }
    ],
    "funding": [
        {
            "quote": "资助12万元",
            "amount": {"min": "120000", "max": "120000", "currency": "CNY"},
            "per": {"count": "1", "unit": "年"},
            "total": {"min": "240000", "max": "240000"},
            "payer": "甲方",
            "payee": None,
            "modality": "duty",
        }
    ],
    "press": {"outlet": "南浦日报", "author": None, "published": {"edtf": "XXXX-05-09"}},
    "findings": [{"rule": "blank-party", "subject": "乙方"}],
}


def annotated(**changes: Any) -> dict[str, Any]:
    """The document's annotation, with other values for some of its fields."""
    return deepcopy(_AGREEMENT) | changes


def with_item(field: str, **changes: Any) -> dict[str, Any]:
    """The annotation with other values in its first item of a field."""
    document = annotated()
    document[field][0] |= changes
    return document


def held(record: Record | None, *documents: dict[str, Any], file: str = "a.txt") -> Held:
    """The record held against the annotation of these documents."""
    return hold("a", Gold.model_validate({"file": file, "documents": documents}), "0", record)


def put(folder: Path, name: str, *documents: dict[str, Any], file: str = "a.txt") -> Path:
    """Write an annotation."""
    path = folder / f"{name}.gold.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"file": file, "documents": documents}, ensure_ascii=False), encoding="utf-8")
    return path
