"""What stands in records, file names and names of people is shown, and obeyed by nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.pipeline.review.web.running import Running, running
from tests.pipeline.store.filling import document, finding, opened, party, put, record

SCRIPT = "</script><script>alert(1)</script>"
HOSTILE = [
    SCRIPT,
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "{{7*7}}{% raw %}",
    "\u202e\u0000\x1b[31m\r\nSet-Cookie: a=b",
    "' OR 1=1 --",
    "𠮷\r\n野",
]


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    place = tmp_path_factory.mktemp("hostile") / "store.db"
    engine = opened(place)
    put(
        engine,
        {
            f"/papers/{at}/{text.replace(chr(0), '')}.txt": record(
                document(
                    text.replace("\0", ""),
                    parties=[party(text.replace("\0", "") or "x")],
                    findings=[finding("copies-mismatch", message=text.replace("\0", ""))],
                ),
                text=text.replace("\0", "") * 3,
            )
            for at, text in enumerate(HOSTILE)
        },
    )
    engine.dispose()
    with running(place) as server:
        yield server


@pytest.mark.parametrize("path", ["/", "/records/1", "/records/1?state=%3C/script%3E%3Cscript%3E", "/?text=%22%3E%3Cscript%3E"])
def test_the_pages_hold_nothing_of_records_and_no_script_of_their_own(hostile: Running, path: str) -> None:
    text = hostile.bare().get(path).text
    assert "alert(" not in text
    assert re.findall(r"<script[^>]*>[^<]", text) == []
    assert re.findall(r"<[^>]+\s(?:on\w+|style)=", text) == []


def test_the_queue_tells_them_as_they_are(hostile: Running) -> None:
    answer = hostile.bare().get("/api/queue")
    assert answer.headers["content-type"] == "application/json"
    assert {row["title"] for row in answer.json()["rows"]} == {text.replace("\0", "") for text in HOSTILE}


@pytest.mark.parametrize("number", range(1, len(HOSTILE) + 1))
def test_a_record_tells_them_as_they_are(hostile: Running, number: int) -> None:
    answer = hostile.bare().get(f"/api/records/{number}")
    text = HOSTILE[number - 1].replace("\0", "") * 3
    assert answer.status_code == 200
    assert "".join(words for words, _ in answer.json()["text"]["pieces"]) == text


@pytest.mark.parametrize("text", HOSTILE)
def test_a_filter_is_no_command(hostile: Running, text: str) -> None:
    for name in ("text", "source", "rule"):
        answer = hostile.bare().get("/api/queue", params={name: text})
        assert answer.status_code == 200, answer.text
        assert answer.json()["total"] <= len(HOSTILE)
    assert hostile.bare().get("/api/queue", params={"after": text}).status_code == 422


@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_is_kept_on_one_line_and_escaped(hostile: Running, name: str) -> None:
    client = hostile.client()
    answer = client.post("/api/name", json={"name": name})
    assert answer.status_code == 200
    kept = answer.json()["name"]
    assert len(kept) <= 40
    assert not set(kept) & set("\r\n\0\x1b\u202e")
    page = client.get("/").text
    assert "<script>alert" not in page
    assert "<img src" not in page.replace('<img src="/static', "")


@pytest.mark.parametrize("cookie", [quote(SCRIPT), "%ff%fe", "%00", "a" * 5000, "%F0%A0%AE%B7"])
def test_a_name_in_the_cookie_may_be_anything(hostile: Running, cookie: str) -> None:
    answer = hostile.bare().get("/", headers={"cookie": f"jiedui_name={cookie}; jiedui_lang=<x>"})
    assert answer.status_code == 200
    assert "<script>alert" not in answer.text


@pytest.mark.parametrize(
    "sent",
    [
        {}, [], {"decisions": []}, {"decisions": [{"action": "explode", "target": "/"}]},
        {"decisions": [{"action": "accept", "target": "/documents/99/quotas/0"}]},
        {"decisions": [{"action": "accept", "target": "../../etc/passwd"}]},
        {"decisions": [{"action": "accept", "target": "/documents/0/__class__"}]},
        {"decisions": [{"action": "correct", "target": "/documents/0/title", "field": "title", "document": 10**30, "parts": {}}]},
        {"decisions": [{"action": "correct", "target": "/documents/0/title", "field": "findings", "document": 0, "parts": {}}]},
        {"decisions": [{"action": "add", "field": "quotas", "document": 0, "parts": {"amount": "3"}, "span": [5, 2]}]},
        {"decisions": [{"action": "add", "field": "quotas", "document": 0, "parts": {"amount": "3"}, "span": [0, 10**9]}]},
        {"decisions": [{"action": "undo", "target": ""}]},
        {"decisions": [{"action": "sign-off", "target": ""}, {"action": "accept", "target": "/documents/0/title"}]},
        {"decisions": [{"action": "settle", "target": "/documents/0/title", "becomes": {"action": {"a": 1}}}]},
        {"decisions": [{"action": "note", "target": "", "note": "\ud800"}]},
        {"decisions": [{"action": "note", "target": "", "note": "a\u0000b"}]},
    ],
)  # fmt: skip
def test_a_decision_that_makes_no_sense_is_refused(hostile: Running, sent: object) -> None:
    client = hostile.client("甲")
    import json

    answer = client.post("/api/records/1/decisions", content=json.dumps(sent), headers={"content-type": "application/json"})
    assert answer.status_code == 422, answer.text
    assert answer.headers["content-type"] == "application/json"
    assert "Traceback" not in answer.text


def test_what_is_no_json_is_refused(hostile: Running) -> None:
    client = hostile.client("甲")
    for content in (b"", b"{", b"\xff\xfe", b"[" * 5000):
        answer = client.post("/api/records/1/decisions", content=content, headers={"content-type": "application/json"})
        assert answer.status_code in {400, 422}


def test_the_store_is_as_it_was(hostile: Running, tmp_path: Path) -> None:
    del tmp_path
    assert hostile.client().get("/api/queue").json()["counts"]["state"] == {"open": len(HOSTILE)}
