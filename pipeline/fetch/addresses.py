"""Addresses of web pages: read into one canonical form, and judged before anything is sent.

Where a name leads to is not known yet: :mod:`pipeline.fetch.connecting` judges that when it connects.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address
from urllib.parse import quote, urljoin, urlsplit

from pipeline.fetch.allowed import Allowed
from pipeline.fetch.hosts import OddHost, is_local_name, read_host
from pipeline.fetch.limits import MAX_ADDRESS
from pipeline.fetch.networks import read_ip, standing
from pipeline.fetch.reasons import Saying
from pipeline.fetch.trouble import FetchTrouble

_PORTS = {"http": 80, "https": 443}
# controls, and what no encoding can carry
_NEVER = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_PORT = re.compile(r"[0-9]{0,5}", re.ASCII)
_IN_PATH = "!$%&'()*+,/:;=@[]^|~"
_IN_QUERY = f"{_IN_PATH}?`{{}}\\"
_DOT = re.compile(r"\.|%2e", re.IGNORECASE)
_DOTS = re.compile(r"(?:\.|%2e){2}", re.IGNORECASE)
# the ports that browsers refuse (WHATWG Fetch, "bad port"): other protocols listen there
_OTHER_PROTOCOLS = frozenset(
    map(
        int,
        "0 1 7 9 11 13 15 17 19 20 21 22 23 25 37 42 43 53 69 77 79 87 95 101 102 103 104 109 110 111 113 115 117 119 123 135 137 139 143 "
        "161 179 389 427 465 512 513 514 515 526 530 531 532 540 548 554 556 563 587 601 636 989 990 993 995 1719 1720 1723 2049 3659 4045 "
        "4190 5060 5061 6000 6566 6665 6666 6667 6668 6669 6679 6697 10080".split(),
    )
)


@dataclass(frozen=True, slots=True)
class Address:
    """An address in its canonical form: ``host`` in lower case and without brackets, no fragment."""

    scheme: str
    host: str
    port: int
    target: str

    @property
    def origin(self) -> str:
        """Scheme, host and port."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}" if self.port == _PORTS[self.scheme] else f"{self.scheme}://{host}:{self.port}"

    @property
    def facts(self) -> dict[str, str | float]:
        """What sentences about it name."""
        return {"address": str(self), "host": self.host}

    def __str__(self) -> str:
        """As it is asked for."""
        return self.origin + self.target


def read_address(text: str, allowed: Allowed) -> Address:
    """The address, judged. Raises :class:`FetchTrouble` with ``refused-address``."""
    address = parse_address(text)
    if allowed.covers(address.host, address.port):
        return address
    if is_local_name(address.host):
        raise _refused("local-name", text, address)
    if ip := read_ip(address.host):
        check_ip(ip, address.host, address.port, allowed)
    return address


def follow(base: Address, link: str, allowed: Allowed) -> Address:
    """Where a link of a page leads to, judged. Raises the same."""
    try:
        text = urljoin(str(base), link.strip())
    except ValueError as error:
        raise _refused("bad-address", link) from error
    return read_address(text, allowed)


def check_ip(ip: IPv4Address | IPv6Address, host: str, port: int, allowed: Allowed) -> None:
    """Raise :class:`FetchTrouble` where ``host`` must not be asked at ``ip``."""
    kind = standing(ip)
    if kind == "special" or (kind == "private" and not allowed.covers(host, port)):
        saying: Saying = "special-address" if kind == "special" else "private-address"
        raise FetchTrouble("refused-address", saying, {"address": host, "host": host, "ip": str(ip)})


def parse_address(text: str) -> Address:
    """The address in its canonical form; where it leads to is not judged. Raises :class:`FetchTrouble` for what is none."""
    written = text.strip(" \t\r\n\f")
    if len(written) > MAX_ADDRESS or _NEVER.search(written):
        raise _refused("bad-address", text)
    try:
        parts = urlsplit(written)
    except ValueError as error:
        raise _refused("bad-address", text) from error
    if parts.scheme not in _PORTS:
        raise _refused("not-web", text)
    host, port = _authority(parts.netloc, text)
    query = f"?{quote(parts.query, safe=_IN_QUERY)}" if parts.query else ""
    address = Address(parts.scheme, host, _PORTS[parts.scheme] if port is None else port, _path(parts.path) + query)
    if address.port in _OTHER_PROTOCOLS or address.port > 0xFFFF:
        raise _refused("bad-port", text, address)
    return address


def _authority(written: str, text: str) -> tuple[str, int | None]:
    if "@" in written:
        raise _refused("with-user", text)
    host, _, port = written.rpartition(":")
    if not _ or "]" in port:
        host, port = written, ""
    if not _PORT.fullmatch(port):
        raise _refused("bad-address", text)
    try:
        return read_host(host), int(port) if port else None
    except OddHost as error:
        raise FetchTrouble("refused-address", "odd-host", {"address": text, "host": host}) from error
    except ValueError as error:
        raise _refused("bad-address", text) from error


def _path(written: str) -> str:
    """Without dots that mean folders, as they mean the same to robots.txt and to servers only then."""
    out: list[str] = []
    segments = quote(written.replace("\\", "/"), safe=_IN_PATH).split("/")[1:]
    for at, segment in enumerate(segments):
        is_dots = _DOTS.fullmatch(segment) is not None
        if is_dots and out:
            out.pop()
        if not is_dots and not _DOT.fullmatch(segment):
            out.append(segment)
        elif at == len(segments) - 1:
            out.append("")
    return "/" + "/".join(out)


def _refused(saying: Saying, text: str, address: Address | None = None) -> FetchTrouble:
    facts: dict[str, str | float] = {} if address is None else {"host": address.host, "port": address.port}
    return FetchTrouble("refused-address", saying, {**facts, "address": text})
