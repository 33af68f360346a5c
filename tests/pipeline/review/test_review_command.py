"""``jiedui review`` as a program: it says where it is, serves, and ends when it is told to."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from pipeline import json_output
from tests.pipeline.make_record import agreement, record
from tests.pipeline.store.filling import document, opened, put
from tests.pipeline.store.filling import record as of_store

_RUN = "import sys; from pipeline.review.command import Request, run; sys.exit(run(Request(**eval(sys.argv[1])), 'none.db'))"
_ADDRESS = re.compile(r"http://\S+")


@contextmanager
def started(folder: Path, **asked: object) -> Iterator[tuple[subprocess.Popen[str], str, str]]:
    """The program, what it said until it was ready, and its address."""
    environment = os.environ | {"PYTHONPATH": str(Path.cwd())}
    process = subprocess.Popen(
        [sys.executable, "-c", _RUN, repr(asked)], cwd=folder, env=environment, stderr=subprocess.PIPE, encoding="utf-8"
    )
    assert process.stderr is not None
    said = ""
    try:
        while "Ctrl+C" not in said and (line := process.stderr.readline()):
            said += line
        address = _ADDRESS.search(said)
        yield process, said, address[0] if address else ""
    finally:
        process.kill()
        process.wait()
        process.stderr.close()


def ended(process: subprocess.Popen[str]) -> tuple[int, str]:
    assert process.stderr is not None
    rest = process.stderr.read()
    return process.wait(30), rest


@pytest.fixture
def store(tmp_path: Path) -> Path:
    engine = opened(tmp_path / "store.db")
    put(engine, {"/a.txt": of_store(document("协议"))})
    engine.dispose()
    return tmp_path / "store.db"


def test_it_serves_until_it_is_interrupted(store: Path) -> None:
    with started(store.parent, store=str(store), port=0) as (process, said, address):
        assert address.startswith("http://127.0.0.1:")
        assert "token" not in said
        assert httpx.get(f"{address}api/queue", trust_env=False).json()["total"] == 1
        process.send_signal(signal.SIGINT)
        code, rest = ended(process)
    assert code == 0
    assert rest.strip() == "审阅服务已结束。"


def test_records_are_taken_in_and_decisions_survive_the_kill(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "a.json").write_bytes(json_output.pretty(record(documents=(agreement(),))))
    for turn in range(2):
        with started(tmp_path, records=("out",), port=0, name="甲") as (process, said, address):
            assert "jiedui-review.db" in said
            with httpx.Client(base_url=address, trust_env=False) as client:
                token = re.search(r'jiedui-token" content="([^"]+)"', client.get("/").text)
                assert token is not None
                client.headers.update({"x-jiedui-token": token[1], "origin": address.rstrip("/")})
                found = client.get("/api/records/1").json()
                quota = next(one for one in found["entries"] if one["field"] == "quotas")
                assert quota["state"] == ("accepted" if turn else "open")
                decision = {"action": "accept", "target": quota["target"], "field": "quotas", "document": 0}
                client.post("/api/records/1/decisions", json={"seen": 0, "decisions": [decision]}).raise_for_status()
            process.kill()


def test_a_port_that_is_taken(store: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with started(store.parent, store=str(store), port=port) as (process, said, _):
            code, rest = ended(process)
    assert code == 1
    assert "--port 0" in said + rest
    assert str(port) in said + rest


def test_other_machines_need_the_token_and_that_is_said(store: Path) -> None:
    with started(store.parent, store=str(store), port=0, host="0.0.0.0") as (_, said, address):  # noqa: S104 - what is tested
        token = re.search(r"\?token=(\S+)", address)
        assert token is not None
        assert len(token[1]) >= 32
        assert "别的机器" in said
        port = httpx.URL(address).port
        local = f"http://127.0.0.1:{port}/"
        assert httpx.get(local, trust_env=False).status_code == 401
        with httpx.Client(trust_env=False, follow_redirects=True) as client:
            assert client.get(f"{local}?token={token[1]}").status_code == 200


@pytest.mark.parametrize(
    ("asked", "code", "says"),
    [
        ({"store": "none.db"}, 1, "none.db"),
        ({"records": ("nothing",)}, 1, "jiedui extract"),
        ({"token": "short"}, 2, "--token"),
        ({"host": "no such host"}, 1, "--host"),
    ],
)
def test_what_cannot_be(tmp_path: Path, asked: dict[str, object], code: int, says: str) -> None:
    program = f"""
import sys
from pipeline.review.command import Request, run
from schemas.errors import JieduiError
try:
    sys.exit(run(Request(port=0, **{asked!r}), "none.db"))
except JieduiError as error:
    print(error, file=sys.stderr)
    sys.exit(1)
"""
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, env=os.environ | {"PYTHONPATH": str(Path.cwd())},
        capture_output=True, encoding="utf-8", check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode == code
    assert says in done.stderr
    assert "Traceback" not in done.stderr
