"""Pages over TLS: the name is kept, the certificate is looked at."""

from __future__ import annotations

import datetime as dt
import ipaddress
import ssl
from collections.abc import Iterator
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.pipeline.fetch.hurried import hurried, names, trouble_of
from tests.pipeline.fetch.server import Answer, Site, served

KNOWN = names({"jyj.example": ["127.0.0.1"], "other.example": ["127.0.0.1"]})


def _certificate(folder: Path, host: str, days: int) -> Path:
    """A certificate that signs itself, with its key, good until so many days from now."""
    key = ec.generate_private_key(ec.SECP256R1())
    now = dt.datetime.now(dt.UTC)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, host)])
    alternatives = [x509.DNSName(host), x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - dt.timedelta(days=9))
        .not_valid_after(now + dt.timedelta(days=days))
        .add_extension(x509.SubjectAlternativeName(alternatives), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    path = folder / f"{host}.pem"
    path.write_bytes(private + certificate.public_bytes(serialization.Encoding.PEM))
    return path


def _serving(pem: Path, told: list[str | None]) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem)
    context.sni_callback = lambda _socket, name, _context: told.append(name)
    return context


@pytest.fixture
def told() -> list[str | None]:
    """The names that the server was asked for in the handshake."""
    return []


@pytest.fixture
def pem(tmp_path: Path) -> Path:
    """A good certificate."""
    return _certificate(tmp_path, "jyj.example", 9)


@pytest.fixture
def secure(pem: Path, told: list[str | None]) -> Iterator[Site]:
    """A site with it."""
    with served(_serving(pem, told)) as one:
        yield one


def test_a_name_is_kept_though_an_address_is_connected_to(secure: Site, pem: Path, told: list[str | None]) -> None:
    secure.put("/", lambda asked: asked.headers["host"])
    with hurried(allowed=["jyj.example"], resolver=KNOWN, trust=ssl.create_default_context(cafile=pem)) as fetcher:
        assert fetcher.get(secure.at("/", "jyj.example")).body.decode() == f"jyj.example:{secure.port}"
        assert fetcher.get(secure.at("/", "jyj.example")).code == 200
    assert told == ["jyj.example"]


def test_a_certificate_nobody_knows_is_not_believed(secure: Site) -> None:
    with hurried(allowed=["jyj.example"], resolver=KNOWN) as fetcher:
        trouble = trouble_of(fetcher, secure.at("/", "jyj.example"))
    assert (trouble.reason, secure.hits.total()) == ("no-secure-connection", 0)
    assert "self-signed" in trouble.message


def test_a_certificate_for_another_name_is_not_believed(secure: Site, pem: Path) -> None:
    with hurried(allowed=["other.example"], resolver=KNOWN, trust=ssl.create_default_context(cafile=pem)) as fetcher:
        assert trouble_of(fetcher, secure.at("/", "other.example")).reason == "no-secure-connection"
    assert secure.hits.total() == 0


def test_a_certificate_of_yesterday_is_not_believed(tmp_path: Path, told: list[str | None]) -> None:
    old = _certificate(tmp_path, "jyj.example", -1)
    with (
        served(_serving(old, told)) as site,
        hurried(allowed=["jyj.example"], resolver=KNOWN, trust=ssl.create_default_context(cafile=old)) as fetcher,
    ):
        assert "expired" in trouble_of(fetcher, site.at("/", "jyj.example")).message


def test_a_way_from_secure_to_plain_is_noted(secure: Site, site: Site, pem: Path) -> None:
    secure.put("/a", Answer(code=302, headers={"Location": site.at("/b")}))
    secure.put("/c", "<p>c</p>")
    site.put("/b", "<p>b</p>")
    site.put("/d", Answer(code=302, headers={"Location": secure.at("/c")}))
    with hurried(allowed=["127.0.0.1"], trust=ssl.create_default_context(cafile=pem)) as fetcher:
        assert fetcher.get(secure.at("/a")).is_downgraded
        assert not fetcher.get(site.at("/d")).is_downgraded
        assert not fetcher.get(site.at("/b")).is_downgraded
        assert not fetcher.get(secure.at("/c")).is_downgraded


def test_a_handshake_may_take_too_long(site: Site, pem: Path) -> None:
    site.put("/", Answer(raw=[b"", b""], pause=5.0))
    with hurried(allowed=["127.0.0.1"], trust=ssl.create_default_context(cafile=pem)) as fetcher:
        # a server of plain HTTP waits for the rest of what it takes for a request
        assert trouble_of(fetcher, site.at("/").replace("http:", "https:")).reason in {"timed-out", "no-secure-connection"}
