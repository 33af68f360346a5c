"""The compose file, read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from ruamel.yaml import YAML

from tests.repo.tracked import ROOT

DEPLOY = ROOT / "deploy"
TEXT = (DEPLOY / "compose.yaml").read_text(encoding="utf-8")
FILE: Mapping[str, Any] = YAML(typ="safe").load(TEXT)
SERVICES: Mapping[str, Mapping[str, Any]] = FILE["services"]
OURS = {name: service for name, service in SERVICES.items() if "build" in service}
_VARIABLE = re.compile(r"\$\{(?P<name>[A-Z_]+)")


def command(name: str) -> list[str]:
    """What a service runs; of ``batch``, whose last words are the person's, what stands before them."""
    service = SERVICES[name]
    return list(service.get("entrypoint") or service["command"])


def variables() -> set[str]:
    """What the person has to set, or may."""
    handed_on = {name for service in SERVICES.values() for name, value in service.get("environment", {}).items() if value is None}
    return handed_on | {match["name"] for match in _VARIABLE.finditer(TEXT)}
