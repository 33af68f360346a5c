"""Addresses as links: of the web alone, and so that nothing in them is more than an address."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

_SAFE = "%/:?#[]@!$&*+,;=~-._"
"""What an address is written with; brackets would end a link in Markdown."""
_LONGEST = 4096


def web_link(address: str) -> str:
    """The address, all else in it percent-encoded; "" for what no browser should follow: other schemes, a name in front of the host."""
    if len(address) > _LONGEST or not address.lower().startswith(("http://", "https://")):
        return ""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return quote(address, safe=_SAFE, errors="backslashreplace") if parts.hostname and "@" not in parts.netloc else ""
