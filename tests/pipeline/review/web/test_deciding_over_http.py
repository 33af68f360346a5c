"""Decisions as the page sends them: typed values, conflicts, sign-off, undo, many at once, and what others see of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.pipeline.review.web.running import Running, running

RECORD = "/api/records/1"


def view(client: httpx.Client, number: int = 1) -> dict[str, Any]:
    found: dict[str, Any] = client.get(f"/api/records/{number}").raise_for_status().json()
    return found


def entry(client: httpx.Client, field: str, number: int = 1) -> dict[str, Any]:
    found: dict[str, Any] = next(one for one in view(client, number)["entries"] if one["field"] == field)
    return found


def sent(client: httpx.Client, *decisions: dict[str, Any], number: int = 1, seen: int | None = None) -> httpx.Response:
    known = view(client, number)["seen"] if seen is None else seen
    return client.post(f"/api/records/{number}/decisions", json={"seen": known, "decisions": list(decisions)})


def about(one: dict[str, Any], action: str, **more: Any) -> dict[str, Any]:
    return {"action": action, "target": one["target"], "field": one["field"], "document": one["document"], **more}


def test_an_acceptance_is_there_again(own: Running) -> None:
    client = own.client("甲")
    quota = entry(client, "quotas")
    answer = sent(client, about(quota, "accept"))
    assert answer.status_code == 200
    assert answer.json()["view"]["seen"] == view(client)["seen"] == 1
    there = entry(own.client("乙"), "quotas")
    assert (there["state"], there["by"]) == ("accepted", "甲")
    assert view(client)["state"]["state"] == "started"


def test_what_is_typed_is_normalised(own: Running) -> None:
    client = own.client("甲")
    money = entry(client, "funding")
    typed = {"field": "funding", "document": 0, "target": money["target"], "parts": {"amount": "三十万"}}
    preview = client.post(f"{RECORD}/typed", json=typed).json()
    assert preview["problems"] == []
    assert preview["value"]["amount"]["min"] == "300000"
    assert sent(client, about(money, "correct", parts={"amount": "三十万"})).status_code == 200
    there = entry(client, "funding")
    assert there["state"] == "corrected"
    assert "300,000" in there["shown"]
    assert there["was"] == money["shown"]


def test_what_cannot_be_understood_is_told_and_not_kept(own: Running) -> None:
    client = own.client("甲")
    money = entry(client, "funding")
    answer = sent(client, about(money, "correct", parts={"amount": "很多"}))
    assert answer.status_code == 422
    assert [(one["target"], one["part"]) for one in answer.json()["problems"]] == [(money["target"], "amount")]
    assert "很多" in answer.json()["problems"][0]["message"]
    assert view(client)["seen"] == 0


def test_selected_words_become_a_value(own: Running) -> None:
    client = own.client("甲")
    text = "".join(words for words, _ in view(client)["text"]["pieces"])
    start = text.index("送教不少于4节")
    span = [start, start + len("送教不少于4节")]
    read = client.post(f"{RECORD}/typed", json={"field": "quotas", "document": 0, "span": span}).json()
    assert {part["part"]: part["text"] for part in read["parts"]}["amount"] == "不少于4"
    start = text.index("双方各执一份")
    parts = {"amount": "2", "unit": "份", "what": "副本"}
    add = {"action": "add", "field": "quotas", "document": 0, "parts": parts, "span": [start, start + 6]}
    added = sent(client, add).raise_for_status().json()["view"]
    new = next(one for one in added["entries"] if one["state"] == "added")
    assert new["words"] == "双方各执一份"
    assert new["target"].startswith("/documents/0/quotas/+")
    assert "副本" in new["shown"]


def test_a_record_is_signed_in_few_steps(own: Running) -> None:
    client = own.client("甲")
    sign = {"action": "sign-off", "target": ""}
    refused = sent(client, sign)
    findings = [one for one in view(client)["entries"] if one["field"] == "findings"]
    assert (refused.status_code == 422) is bool(findings)
    for one in findings:
        assert sent(client, about(one, "confirm")).status_code == 200
    signed = sent(client, sign).raise_for_status().json()["view"]
    assert (signed["state"]["state"], signed["state"]["by"]) == ("signed", "甲")
    assert signed["state"]["decided"] == signed["state"]["decisive"]
    assert sent(client, about(entry(client, "quotas"), "reject")).json()["view"]["state"]["state"] == "reopened"
    assert client.post(f"{RECORD}/undo", json={}).json()["view"]["state"]["state"] == "signed"


def test_a_finding_is_dismissed_with_a_reason(own: Running) -> None:
    client = own.client("甲")
    finding = entry(client, "findings", 2)
    assert sent(client, about(finding, "dismiss"), number=2).status_code == 422
    assert sent(client, about(finding, "dismiss", note="本意如此"), number=2).status_code == 200
    there = entry(client, "findings", 2)
    assert (there["state"], there["note"]) == ("dismissed", "本意如此")


def test_undo_and_redo(own: Running) -> None:
    client = own.client("甲")
    assert client.post(f"{RECORD}/undo", json={}).status_code == 409
    sent(client, about(entry(client, "quotas"), "reject"))
    assert client.post(f"{RECORD}/undo", json={}).status_code == 200
    assert entry(client, "quotas")["state"] == "open"
    assert client.post(f"{RECORD}/redo", json={}).status_code == 200
    assert entry(client, "quotas")["state"] == "rejected"
    assert client.post(f"{RECORD}/redo", json={}).status_code == 409
    assert own.client("乙").post(f"{RECORD}/undo", json={}).status_code == 409


def test_two_reviewers_differ_and_one_settles(own: Running) -> None:
    one, other = own.client("甲"), own.client("乙")
    quota = entry(one, "quotas")
    sent(one, about(quota, "accept"), seen=0)
    sent(other, about(quota, "correct", parts={"amount": "6"}), seen=0)
    there = entry(one, "quotas")
    assert there["state"] == "conflict"
    assert [each["who"] for each in there["decisions"]] == ["甲", "乙"]
    news = one.get(f"{RECORD}/log?after=1").json()["entries"]
    assert [(each["who"], each["action"]) for each in news] == [("乙", "correct")]
    assert view(one)["state"]["state"] == "conflict"
    assert sent(one, {"action": "settle", "target": quota["target"], "becomes": there["decisions"][1]["outcome"]}).status_code == 200
    settled = entry(other, "quotas")
    assert settled["state"] == "corrected"
    assert settled["by"] == "甲"
    assert "6" in settled["shown"]


def test_many_at_once_with_one_undo(own: Running) -> None:
    client, other = own.client("甲"), own.client("乙")
    sent(other, about(entry(other, "findings", 4), "confirm"), number=4)
    asked: dict[str, Any] = {"rule": "copies-mismatch", "action": "dismiss", "note": None, "filter": {}}
    assert client.post("/api/bulk", json=asked).status_code == 422
    done = client.post("/api/bulk", json={**asked, "note": "地方模板如此"}).raise_for_status().json()
    assert done["done"] == 1
    assert [(one["number"], one["name"]) for one in done["skipped"]] == [(4, "d.txt")]
    assert done["skipped"][0]["why"]
    assert entry(client, "findings", 2)["state"] == "dismissed"
    assert other.post("/api/undo", json={"bundle": done["bundle"]}).status_code == 409
    assert client.post("/api/undo", json={"bundle": done["bundle"]}).json()["done"] == 1
    assert entry(client, "findings", 2)["state"] == "open"


def test_bulk_keeps_to_the_filter(own: Running) -> None:
    client = own.client("甲")
    asked = {"rule": "copies-mismatch", "action": "confirm", "filter": {"source": "/sub/"}}
    assert client.post("/api/bulk", json=asked).json()["done"] == 1
    assert entry(client, "findings", 2)["state"] == "open"
    assert entry(client, "findings", 4)["state"] == "confirmed"


def test_nobody_decides_without_a_name(own: Running) -> None:
    client = own.client()
    for path, body in (
        (f"{RECORD}/decisions", {"decisions": [{"action": "note", "target": "", "note": "x"}]}),
        (f"{RECORD}/undo", {}),
        (f"{RECORD}/opened", {}),
        ("/api/bulk", {"rule": "x", "action": "confirm"}),
        ("/api/undo", {"bundle": "x"}),
    ):
        answer = client.post(path, json=body)
        assert (answer.status_code, answer.json()["code"]) == (422, "no-name")


@pytest.mark.parametrize(("given", "kept"), [(" 陆  敏\n", "陆 敏"), ("李" * 100, "李" * 40), ("𠮷野", "𠮷野")])
def test_a_name_is_cleaned_and_remembered(own: Running, given: str, kept: str) -> None:
    client = own.client()
    assert client.post("/api/name", json={"name": given}).json() == {"name": kept}
    assert f'data-reviewer="{kept}"' in client.get("/").text
    assert client.post("/api/name", json={"name": "  \n"}).status_code == 422


def test_the_server_s_own_name_holds_until_another_is_given(place: Path) -> None:
    with running(place, name="值班") as server:
        client = server.client()
        sent(client, about(entry(client, "quotas"), "accept"))
        assert entry(client, "quotas")["by"] == "值班"
        named = server.client("甲")
        sent(named, about(entry(named, "quotas"), "accept"))
        assert {each["who"] for each in entry(client, "quotas")["decisions"]} == {"值班", "甲"}


def test_opening_is_noted(own: Running) -> None:
    client = own.client("甲")
    seen = client.post(f"{RECORD}/opened", json={}).json()["seen"]
    assert seen == view(client)["seen"] == 1
    assert client.get("/api/queue").json()["counts"]["state"] == {"open": 4}


def test_the_language_is_the_browser_s_choice(own: Running) -> None:
    client = own.client()
    assert '<html lang="zh-CN">' in client.get("/").text
    english = {"cookie": "jiedui_lang=en"}
    assert '<html lang="en">' in client.get("/", headers=english).text
    assert client.get("/api/records/9", headers=english).json()["message"].startswith("There is no record 9")
    assert client.get("/api/records/9").json()["message"].startswith("没有编号为 9")
    assert client.get("/api/queue", headers=english).json()["rules"]["copies-mismatch"].isascii()


def test_long_texts_come_in_windows(own: Running) -> None:
    client = own.client()
    whole = view(client)["text"]
    rest = client.get(f"{RECORD}/text?from=10").json()
    assert (rest["from"], rest["to"], rest["length"]) == (10, whole["to"], whole["length"])
    text = "".join(words for words, _ in whole["pieces"])
    assert "".join(words for words, _ in rest["pieces"]) == text[10:]
