"""Web addresses: only those that a browser would open as a page, and always whole.

Reads::

    t1.html, against http://jyj.example/gzdt/       http://jyj.example/gzdt/t1.html
    http://jyj.example/gzdt/t1.html?id=3            as it stands

Leaves alone::

    javascript:void(0), file:///c:/a.htm, ftp:, mailto:, #top    nothing that names a page
    t1.html, against nothing                                     relative to nothing that is known
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import urljoin, urlsplit

_LONGEST = 2_000
_NOT_IN_ADDRESS = re.compile(r"[\s<>\"\x00-\x20\x7f\u2028\u2029\u200b-\u200f\u202a-\u202e\ufeff]")
_ALONE = re.compile(r"^[^\s/?#]{1,20}:(?!//)|^#")


def web_address(written: str | None, base: str | None = None) -> str | None:
    """An http(s) address, resolved against ``base`` where it is relative; None for anything else."""
    raw = (written or "").strip()
    if not raw or len(raw) > _LONGEST or _NOT_IN_ADDRESS.search(raw) or _ALONE.match(raw):
        return None
    try:
        whole = urljoin(base, raw) if base else raw
        parts = urlsplit(whole)
        host = parts.hostname
    except ValueError:
        return None
    return whole if parts.scheme.lower() in ("http", "https") and host else None


def own_address(metadata: Mapping[str, str]) -> str | None:
    """A page's own address, as far as its metadata say one."""
    addresses = (web_address(metadata.get(name), metadata.get("saved_from")) for name in ("canonical", "Url", "saved_from"))
    return next((address for address in addresses if address is not None), None)


def is_page(address: str) -> bool:
    """Whether an address leads to a page of its own, and not to a site's front."""
    path = urlsplit(address).path
    return bool(re.search("[0-9]", path) or urlsplit(address).query)
