"""What kind of machine an IP address can belong to: one of the world, one of our own network, or none that has a web site.

:attr:`ipaddress.IPv4Address.is_global` says different things in different patches of Python, takes multicast for global, and does not look
into addresses that carry another one; so the registries of IANA (special-purpose addresses, as of 2025) stand here beside it.
"""

from __future__ import annotations

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from typing import Literal

Standing = Literal["public", "private", "special"]
"""``private``: this machine or its networks, fetched from if a source names the host; ``special``: never."""

_PRIVATE_4 = tuple(
    map(
        IPv4Network,
        (
            "127.0.0.0/8",
            "10.0.0.0/8",
            "172.16.0.0/12",
            "192.168.0.0/16",
            # providers' own networks (RFC 6598)
            "100.64.0.0/10",
            # benchmarks; programs that reach the web through a tunnel give these to every name
            "198.18.0.0/15",
        ),
    )
)
_SPECIAL_4 = tuple(
    map(
        IPv4Network,
        (
            "0.0.0.0/8",
            # link-local, and what most clouds tell their machines: 169.254.169.254
            "169.254.0.0/16",
            # the same of Alibaba's and Microsoft's clouds
            "100.100.100.200/32",
            "168.63.129.16/32",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
        ),
    )
)
_PRIVATE_6 = tuple(map(IPv6Network, ("::1/128", "fc00::/7")))
_SPECIAL_6 = tuple(
    map(
        IPv6Network,
        (
            # what Amazon's cloud tells its machines
            "fd00:ec2::/32",
            # Teredo, ORCHID, benchmarks and the like
            "2001::/23",
            "2001:db8::/32",
            "3fff::/20",
        ),
    )
)
_UNICAST_6 = IPv6Network("2000::/3")
_NAT64 = IPv6Network("64:ff9b::/96")
_SIX_TO_FOUR = IPv6Network("2002::/16")
_ISATAP = 0x00005EFE
_EITHER_ISATAP = 0xFDFFFFFF
"""All bits but the one that says whether the IPv4 address within is unique."""


def read_ip(text: str) -> IPv4Address | IPv6Address | None:
    """An IP address as sockets give it (``fe80::1%eth0`` too), or None."""
    try:
        return ip_address(text)
    except ValueError:
        return None


def standing(ip: IPv4Address | IPv6Address) -> Standing:
    """What kind of machine an address can belong to."""
    return _standing_4(ip) if isinstance(ip, IPv4Address) else _standing_6(ip)


def _standing_4(ip: IPv4Address) -> Standing:
    if any(ip in network for network in _SPECIAL_4):
        return "special"
    if any(ip in network for network in _PRIVATE_4):
        return "private"
    return "public" if ip.is_global and not ip.is_multicast else "special"


def _standing_6(ip: IPv6Address) -> Standing:
    if ip.ipv4_mapped is not None:
        return _standing_4(ip.ipv4_mapped)
    if any(ip in network for network in _SPECIAL_6) or ip.scope_id is not None:
        return "special"
    if any(ip in network for network in _PRIVATE_6):
        return "private"
    within = _carried(ip)
    if within is not None:
        return "public" if _standing_4(within) == "public" else "special"
    return "public" if ip in _UNICAST_6 and ip.is_global else "special"


def _carried(ip: IPv6Address) -> IPv4Address | None:
    """The IPv4 address to which a gateway would send what goes to this one."""
    if ip in _NAT64:
        return IPv4Address(int(ip) & 0xFFFFFFFF)
    if ip in _SIX_TO_FOUR:
        return IPv4Address(int(ip) >> 80 & 0xFFFFFFFF)
    if ip in _UNICAST_6 and int(ip) >> 32 & _EITHER_ISATAP == _ISATAP:
        return IPv4Address(int(ip) & 0xFFFFFFFF)
    return None
