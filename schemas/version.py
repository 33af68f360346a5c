"""The version of jiedui: written into every record, and taken from here by the build."""

from __future__ import annotations

VERSION = "0.1.0"
