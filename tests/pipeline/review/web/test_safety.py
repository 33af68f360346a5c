"""Who may ask, what is answered to others, and what every answer carries."""

from __future__ import annotations

import http.client
import socket
from pathlib import Path

import httpx
import pytest

from pipeline.review.web.safety import MOST_BYTES, POLICY, Safety, hosts_of
from tests.pipeline.review.web.running import Running, running

JSON = {"content-type": "application/json"}


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "LOCALHOST:1", "[::1]", "localhost."])
def test_this_machine_is_known_by_its_names(server: Running, host: str) -> None:
    assert server.bare().get("/", headers={"host": host}).status_code == 200


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "10.0.0.1", "user@localhost", "localhost/x", "", "[::1"])
@pytest.mark.parametrize("path", ["/", "/api/queue", "/static/style.css", "/records/1"])
def test_another_name_is_refused(server: Running, host: str, path: str) -> None:
    assert server.bare().get(path, headers={"host": host}).status_code in {400, 421}


def test_two_names_are_refused(server: Running) -> None:
    name, port = server.host.split(":")
    with socket.create_connection((name, int(port)), 10) as connection:
        connection.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\nConnection: close\r\n\r\n")
        answer = b"".join(iter(lambda: connection.recv(65536), b""))
    assert answer.split(b" ")[1] in {b"400", b"421"}


@pytest.mark.parametrize(
    "shown",
    [
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:1"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"x-jiedui-token": "guessed"},
        {"x-jiedui-token": None, "origin": None},
        {"x-jiedui-token": None},
        {"origin": None, "sec-fetch-site": None},
        {"origin": None, "sec-fetch-site": "none"},
    ],
)
@pytest.mark.parametrize("path", ["/api/name", "/api/records/1/decisions", "/api/bulk", "/api/undo", "/api/records/1/undo"])
def test_nothing_is_changed_from_elsewhere(server: Running, shown: dict[str, str | None], path: str) -> None:
    client = server.client("甲")
    before = client.get("/api/records/1").json()["seen"]
    for name, value in shown.items():
        if value is None:
            client.headers.pop(name, None)
        else:
            client.headers[name] = value
    assert client.post(path, json={"name": "乙"}).status_code == 403
    assert server.client().get("/api/records/1").json()["seen"] == before


@pytest.mark.parametrize("path", ["/api/queue", "/api/records/1", "/api/records/1/pages/1.png"])
def test_another_site_reads_nothing(server: Running, path: str) -> None:
    assert server.bare().get(path, headers={"sec-fetch-site": "cross-site"}).status_code == 403


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_other_methods_are_refused(server: Running, method: str) -> None:
    assert server.client().request(method, "/api/queue").status_code == 405


@pytest.mark.parametrize("media_type", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", ""])
def test_forms_of_other_pages_are_refused(server: Running, media_type: str) -> None:
    answer = server.client().post("/api/name", content=b'{"name": "x"}', headers={"content-type": media_type})
    assert answer.status_code == 415


def test_too_much_is_refused_whether_it_says_so_or_not(server: Running) -> None:
    client = server.client()
    big = b'{"name": "' + b"x" * MOST_BYTES + b'"}'
    assert client.post("/api/name", content=big, headers=JSON).status_code == 413
    assert client.post("/api/name", content=iter([big[:1000], big[1000:]]), headers=JSON).status_code == 413
    assert client.post("/api/name", json={"name": "甲"}).status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        "/static/../app.py", "/static/..%2fapp.py", "/static/%2e%2e/%2e%2e/command.py", "/static//etc/passwd", "/static/%00style.css",
        "/static/style.css/", "/static/", "/static/STYLE.CSS", "/../etc/passwd", "/records/../../etc/passwd", "/records/1/../../static",
        "/api/records/1/pages/../../../etc/passwd.png", "/api/records/1/pages/..%2f1.png", "/templates/base.html", "/docs", "/openapi.json",
        "/records/99999999999999999999999", "/records/0", "/records/-1", "/records/1e3", "/api/records/x", "/api/records/1/pages/0.png",
        "/api/records/1/pages/99999999999.png", "/api/records/1/text?from=-1", "/api/records/1/log?after=x",
    ],
)  # fmt: skip
def test_no_path_leads_to_a_file(server: Running, path: str) -> None:
    name, port = server.host.split(":")
    connection = http.client.HTTPConnection(name, int(port), timeout=30)
    connection.putrequest("GET", path, skip_host=False)
    connection.endheaders()
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    assert answer.status in {400, 404, 422}, path
    assert b"root:" not in body
    assert b"Traceback" not in body


def test_the_packaged_files_are_there(server: Running) -> None:
    client = server.bare()
    assert client.get("/static/style.css").headers["content-type"].startswith("text/css")
    assert client.get("/static/queue.js").headers["content-type"].startswith("text/javascript")
    assert client.get("/static/mark.svg").headers["content-type"].startswith("image/svg+xml")


@pytest.mark.parametrize(
    ("path", "status"),
    [("/", 200), ("/records/1", 200), ("/static/record.js", 200), ("/api/queue", 200), ("/api/records/9", 404), ("/nowhere", 404),
     ("/api/queue?order=x", 422), ("/api/records/1/pages/1.png", 404)],
)  # fmt: skip
def test_every_answer_carries_the_policy(server: Running, path: str, status: int) -> None:
    answer = server.bare().get(path)
    assert answer.status_code == status
    assert answer.headers["content-security-policy"] == POLICY
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["x-frame-options"] == "DENY"
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["cross-origin-resource-policy"] == "same-origin"
    assert "server" not in answer.headers
    assert "unsafe" not in POLICY


def test_refusals_carry_it_too(server: Running) -> None:
    answer = server.bare().get("/", headers={"host": "evil.example"})
    assert answer.headers["content-security-policy"] == POLICY


def test_from_elsewhere_a_token_is_needed(place: Path) -> None:
    with running(place, access="a-long-access-token") as server:
        bare = server.bare()
        for path in ("/", "/api/queue", "/static/style.css", "/records/1"):
            assert bare.get(path).status_code == 401
        assert bare.get("/?token=wrong").status_code == 401
        assert bare.get("/", headers={"cookie": f"{server.safety.cookie}=wrong"}).status_code == 401
        assert bare.post("/api/name?token=a-long-access-token", json={"name": "甲"}).status_code == 401
        let_in = bare.get("/?token=a-long-access-token")
        assert let_in.status_code == 303
        assert let_in.headers["location"] == "/"
        assert "httponly" in let_in.headers["set-cookie"].lower()
        assert bare.get("/").status_code == 200
        assert bare.get("/api/queue").status_code == 200
        assert bare.get("/records/1?token=a-long-access-token").headers["location"] == "/records/1"


@pytest.mark.parametrize("path", ["//evil.example/?token=a-long-access-token", "/records//evil.example?token=a-long-access-token"])
def test_the_token_is_not_led_elsewhere(place: Path, path: str) -> None:
    with running(place, access="a-long-access-token") as server:
        name, port = server.host.split(":")
        connection = http.client.HTTPConnection(name, int(port), timeout=30)
        connection.request("GET", path)
        answer = connection.getresponse()
        connection.close()
        assert httpx.URL(server.address).join(answer.headers["location"]).host == "127.0.0.1"


@pytest.mark.parametrize(
    ("host", "names", "is_open", "asked", "is_known"),
    [
        ("127.0.0.1", (), False, "localhost:8642", True),
        ("127.0.0.1", (), False, "192.168.1.5", False),
        ("::1", (), False, "[::1]:80", True),
        ("0.0.0.0", ("desk",), True, "192.168.1.5:8642", True),  # noqa: S104 - not bound
        ("0.0.0.0", ("desk",), True, "DESK:8642", True),  # noqa: S104 - not bound
        ("0.0.0.0", ("desk",), True, "[fe80::1]:8642", True),  # noqa: S104 - not bound
        ("0.0.0.0", ("desk",), True, "evil.example", False),  # noqa: S104 - not bound
        ("review.school.example", (), True, "review.school.example:8642", True),
    ],
)
def test_the_names_of_a_server(
    host: str,
    names: tuple[str, ...],
    is_open: bool,  # noqa: FBT001 - a table
    asked: str,
    is_known: bool,  # noqa: FBT001 - a table
) -> None:
    assert Safety(hosts_of(host, names), 8642, is_open=is_open).knows(asked) is is_known
