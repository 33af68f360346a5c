"""Which IP addresses are of the world, which are our own, and which are nobody's."""

from __future__ import annotations

import pytest

from pipeline.fetch.networks import Standing, read_ip, standing

TABLE: list[tuple[Standing, str]] = [
    ("public", "8.8.8.8 1.1.1.1 9.255.255.255 11.0.0.0 172.15.255.255 172.32.0.0 192.167.255.255 192.169.0.0 100.63.255.255 100.128.0.0"),
    ("public", "126.255.255.255 128.0.0.0 169.253.255.255 169.255.0.0 198.17.255.255 198.20.0.0 192.0.1.0 223.255.255.255 168.63.129.15"),
    ("public", "2400:3200::1 2a00::1 2600:1::1 2003::1 ::ffff:8.8.8.8 64:ff9b::8.8.8.8 2002:808:808::1 2400::5efe:808:808"),
    ("private", "127.0.0.1 127.255.255.255 10.0.0.0 10.255.255.255 172.16.0.0 172.31.255.255 192.168.0.0 192.168.255.255"),
    ("private", "100.64.0.0 100.127.255.255 198.18.0.1 198.19.255.255 ::1 fc00::1 fdff::1 ::ffff:10.1.1.1 ::ffff:7f00:1"),
    ("special", "0.0.0.0 0.255.255.255 169.254.0.1 169.254.169.254 100.100.100.200 168.63.129.16 192.0.0.1 192.0.0.9 192.0.2.1"),
    ("special", "192.88.99.1 198.51.100.1 203.0.113.1 224.0.0.1 239.255.255.255 240.0.0.1 255.255.255.255"),
    ("special", ":: ::2 ::127.0.0.1 ::8.8.8.8 ::ffff:0:127.0.0.1 ::ffff:169.254.169.254 64:ff9b::10.0.0.1 64:ff9b::a9fe:a9fe 64:ff9b:1::1"),
    ("special", "100::1 2001::1 2001:0:7f00:1:: 2001:10::1 2001:20::1 2001:db8::1 2002:a00:1::1 2002:7f00:1:: 2002:a9fe:a9fe:: 3fff::1"),
    (
        "special",
        "2400::5efe:10.0.0.1 2400::200:5efe:127.0.0.1 4000::1 5f00::1 fd00:ec2::254 fe80::1 fe80::1%eth0 fd12::1%eth0 fec0::1 ff02::1",
    ),
]


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in TABLE for text in texts.split()])
def test_every_address_has_a_standing(kind: Standing, text: str) -> None:
    ip = read_ip(text)
    assert ip is not None
    assert standing(ip) == kind


@pytest.mark.parametrize("text", ["", "jyj.example", "127.1", "0177.0.0.1", "0x7f000001", "2130706433", "1.2.3.4.5", "::g", "[::1]"])
def test_what_is_no_address(text: str) -> None:
    assert read_ip(text) is None
