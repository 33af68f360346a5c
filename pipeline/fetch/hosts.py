"""The host of an address, in its one canonical form.

Reads::

    JYJ.Example.                jyj.example
    教育局.example               xn--…, as it is asked for in the DNS
    １２７．０．０．１              127.0.0.1: browsers read it so
    [::FFFF:7f00:1]             ::ffff:127.0.0.1

Refuses::

    127.1, 0x7f000001, 2130706433, 017700000001, 0177.0.0.1      the system would take them for 127.0.0.1
    [fe80::1%25eth0], a%2eb, a b, .., host names of 64 letters
"""

from __future__ import annotations

import re
from ipaddress import IPv4Address, IPv6Address

_LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?")
_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")
_LONGEST = 253
_LOCAL = frozenset({"localhost", "ip6-localhost", "ip6-loopback", "broadcasthost"})
_LOCAL_ENDS = (".localhost", ".localdomain", ".local", ".internal", ".home.arpa")


class OddHost(ValueError):  # noqa: N818 - it names what was found
    """A number that stands for an IP address and is not written like one."""


def read_host(text: str) -> str:
    """The canonical form, without brackets. Raises :class:`OddHost`, or a :class:`ValueError` for what is no host."""
    if text.startswith("["):
        return _read_six(text)
    host = (text if text.isascii() else _in_ascii(text)).lower().removesuffix(".")
    labels = host.split(".")
    if _NUMBER.fullmatch(labels[-1]):
        return _read_four(host)
    if len(host) > _LONGEST or not all(_LABEL.fullmatch(label) for label in labels):
        raise ValueError(host)
    return host


def is_local_name(host: str) -> bool:
    """Whether a name means this machine or its network wherever it is looked up."""
    return host in _LOCAL or host.endswith(_LOCAL_ENDS)


def _read_six(text: str) -> str:
    if not text.endswith("]") or "%" in text:
        raise ValueError(text)
    return str(IPv6Address(text[1:-1]))


def _read_four(host: str) -> str:
    try:
        return str(IPv4Address(host))
    except ValueError as error:
        raise OddHost(host) from error


def _in_ascii(text: str) -> str:
    if len(text) > _LONGEST:
        raise ValueError(text)
    import idna  # noqa: PLC0415 - few hosts need it

    return idna.encode(text, uts46=True).decode("ascii")
