"""What the standard library raises for zip packages that are broken, cut off, encrypted or packed in ways that it does not know."""

from __future__ import annotations

import lzma
import struct
import zipfile
import zlib

ZIP_FAULTS: tuple[type[Exception], ...] = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, OSError),
    *(ValueError, NotImplementedError, OverflowError),
    RuntimeError,  # a member asks for a password
    LookupError,  # an encrypted member's first bytes are missing
)
