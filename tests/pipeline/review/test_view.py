"""The view: what the page shows of a record, whatever record it is."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from extractors.read import read_bytes
from pipeline.review.entries import plain, targets_of
from pipeline.review.view import About, Json, make_view
from schemas.agreement import Document, Quota
from schemas.finding import Finding
from schemas.record import Record
from schemas.span import Extent, Span
from schemas.values import Amount
from tests.pipeline.make_record import TEXT, agreement, bad_record, record
from tests.pipeline.review.steps import Step, decided

SAMPLES = sorted(Path("samples").glob("*/*/source.txt")) + sorted(Path("samples").glob("*/*/source.html"))
FINDING = Finding(
    rule="copies-mismatch",
    severity="error",
    subject="copies",
    message="协议一式3份，各方执存合计2份",
    spans=(Span(start=38, end=42, text=TEXT[38:42]), Span(start=43, end=50, text=TEXT[43:50])),
    fingerprint="a23d5431e12d4b37",
)
RECORD = record(documents=(agreement().model_copy(update={"findings": (FINDING,)}),))
QUOTA = plain(RECORD.documents[0].quotas[0])


def view(read: Record = RECORD, *steps: Step, lang: str = "zh") -> Json:
    return make_view(decided(read, *steps), About(lang=lang))  # type: ignore[arg-type] # zh or en


def entry(shown: Json, target: str) -> Any:
    return next(one for one in shown["entries"] if one["target"] == target)


def group_of(shown: Json, target: str) -> str:
    at = entry(shown, target)["at"]
    return str(next(group["name"] for group in shown["groups"] if at in group["entries"]))


def test_what_the_page_needs_of_a_value() -> None:
    one = entry(view(), "/documents/0/quotas/0")
    assert {key: one[key] for key in ("label", "shown", "words", "state", "was", "is_decisive", "is_missing", "severity")} == {
        "label": "数量",
        "shown": "不少于4节 送课 · 每学期 · 甲方 → 乙方 · 应做",
        "words": "送课不少于4节",
        "state": "open",
        "was": None,
        "is_decisive": True,
        "is_missing": False,
        "severity": None,
    }
    assert [(part["part"], part["text"]) for part in one["parts"]] == [
        ("amount", "不少于4"),
        ("unit", "节"),
        ("what", "送课"),
        ("per", "每学期"),
        ("each", "no"),
        ("actor", "甲方"),
        ("target", "乙方"),
        ("modality", "duty"),
        ("clause", ""),
    ]
    assert one["parts"][7]["options"][0] == ("duty", "应做")


def test_what_the_page_needs_of_a_finding() -> None:
    one = entry(view(), f"/documents/0/findings/{FINDING.fingerprint}")
    assert (one["label"], one["shown"], one["rule"], one["severity"]) == ("份数对不上", FINDING.message, "copies-mismatch", "error")
    assert one["places"] == [[38, 42], [43, 50]]
    assert one["parts"] == []
    assert "copies" in entry(view(lang="en"), one["target"])["label"].lower()


def test_a_rule_of_another_version_is_called_by_its_slug() -> None:
    other = FINDING.model_copy(update={"rule": "no-such-rule"})
    read = record(documents=(agreement().model_copy(update={"findings": (other,)}),))
    assert entry(view(read), f"/documents/0/findings/{other.fingerprint}")["label"] == "no-such-rule"


def test_groups_come_in_the_order_of_the_page_and_hold_every_entry_once() -> None:
    shown = view()
    assert [number for group in shown["groups"] for number in group["entries"]] == list(range(len(shown["entries"])))
    assert [one["at"] for one in shown["entries"]] == list(range(len(shown["entries"])))
    assert shown["groups"][0]["name"] == "findings"
    assert shown["groups"][-1]["name"] == "without-words"


@pytest.mark.parametrize(
    ("target", "group"),
    [
        ("/documents/0/kind", "without-words"),
        ("/documents/0/regions", "without-words"),
        ("/documents/0/press/outlet", "without-words"),
        ("/documents/0/press/author", "press"),
        ("/documents/0/title", "document"),
        ("/documents/0/term", "term"),
        ("/documents/0/effective", "term"),
        ("/documents/0/parties/0", "parties"),
    ],
)
def test_values_without_words_stand_by_themselves(target: str, group: str) -> None:
    news = agreement().model_copy(update={"kind": "news"})
    assert group_of(view(record(documents=(news,))), target) == group


def test_a_value_with_an_empty_stretch_of_words_has_none() -> None:
    quota = RECORD.documents[0].quotas[0].model_copy(update={"span": Span(start=4, end=4, text="")})
    read = record(documents=(agreement().model_copy(update={"quotas": (quota,)}),))
    assert group_of(view(read), "/documents/0/quotas/0") == "without-words"


def test_what_an_agreement_does_not_state_can_be_decided_on() -> None:
    bare = Document(kind="agreement", is_template=False, title=None, span=Extent(start=0, end=len(TEXT)))
    shown = view(record(documents=(bare,)))
    missing = {one["field"] for one in shown["entries"] if one["is_missing"]}
    assert missing == {"term", "effective", "copies", "parties", "quotas", "funding"}
    assert entry(shown, "/documents/0/term")["parts"]
    assert entry(shown, "/documents/0/quotas")["parts"] == []
    assert entry(shown, "/documents/0/term")["shown"] == "（未写明）"


@pytest.mark.parametrize("kind", ["plan", "summary", "notice", "other"])
def test_no_other_paper_is_asked_for_what_an_agreement_states(kind: str) -> None:
    bare = Document.model_validate({"kind": kind, "is_template": False, "title": None, "span": {"start": 0, "end": 5}})
    shown = view(record(documents=(bare,)))
    assert {one["field"] for one in shown["entries"]} == {"kind", "parties", "quotas", "funding"}
    assert not {"effective", "copies", "signing", "outlet"} & {one["field"] for one in shown["addable"]}


def test_what_can_be_added() -> None:
    known = {one["field"]: one for one in view()["addable"]}
    assert (known["quotas"]["action"], known["quotas"]["target"], known["quotas"]["needs_words"]) == ("add", None, True)
    assert "term" not in known
    bare = view(record(documents=(agreement().model_copy(update={"term": None}),)))
    term = next(one for one in bare["addable"] if one["field"] == "term")
    assert (term["action"], term["target"]) == ("correct", "/documents/0/term")
    assert [part["text"] for part in term["parts"]] == ["", "", "", "unknown"]


@pytest.mark.parametrize(
    ("kind", "modality"), [("agreement", "duty"), ("plan", "plan"), ("notice", "plan"), ("news", "result"), ("summary", "result")]
)
def test_a_new_quota_begins_as_most_in_such_a_paper_are(kind: str, modality: str) -> None:
    shown = view(record(documents=(agreement().model_copy(update={"kind": kind}),)))
    quota = next(one for one in shown["addable"] if one["field"] == "quotas")
    assert {part["part"]: part["text"] for part in quota["parts"]}["modality"] == modality


def test_a_corrected_value_shows_what_it_is_now_and_what_it_was() -> None:
    becomes = {**QUOTA, "amount": {**QUOTA["amount"], "min": "6"}}
    one = entry(view(RECORD, ("温", "correct", "/documents/0/quotas/0", {"becomes": becomes})), "/documents/0/quotas/0")
    assert (one["state"], one["by"]) == ("corrected", "温")
    assert one["shown"].startswith("不少于6节")
    assert one["was"].startswith("不少于4节")
    assert one["parts"][0]["text"] == "不少于6"


def test_new_words_are_marked_in_the_text_and_the_old_ones_no_more() -> None:
    span = {"start": 14, "end": 26, "text": TEXT[14:26]}
    shown = view(RECORD, ("温", "correct", "/documents/0/quotas/0", {"becomes": {**QUOTA, "span": span}}))
    one = entry(shown, "/documents/0/quotas/0")
    assert one["places"] == [[14, 26]]
    assert "".join(words for words, entries in shown["text"]["pieces"] if one["at"] in entries) == TEXT[14:26]


def test_a_rejected_value_stays_in_sight() -> None:
    one = entry(view(RECORD, ("温", "reject", "/documents/0/quotas/0")), "/documents/0/quotas/0")
    assert (one["state"], one["was"]) == ("rejected", None)
    assert one["shown"].startswith("不少于4节")


def test_an_added_item_stands_among_its_like() -> None:
    shown = view(RECORD, ("温", "add", "/documents/0/quotas/+3f9c01ab", {"becomes": QUOTA}))
    one = entry(shown, "/documents/0/quotas/+3f9c01ab")
    assert (one["state"], group_of(shown, one["target"])) == ("added", "quotas")
    assert one["at"] == entry(shown, "/documents/0/quotas/0")["at"] + 1


def test_both_sides_of_a_conflict_are_shown() -> None:
    becomes = {**QUOTA, "unit": "次"}
    steps = [("温", "accept", "/documents/0/quotas/0"), ("陆", "correct", "/documents/0/quotas/0", {"becomes": becomes})]
    shown = view(RECORD, *steps)
    one = entry(shown, "/documents/0/quotas/0")
    assert (one["state"], shown["state"]["state"], shown["state"]["conflicts"]) == ("conflict", "conflict", 1)
    assert [(each["who"], each["action"], each["label"]) for each in one["decisions"]] == [
        ("温", "accept", "无误"),
        ("陆", "correct", "改为"),
    ]
    assert one["decisions"][1]["shown"].startswith("不少于4次")
    settled = {"becomes": {"action": "correct", "becomes": becomes}}
    one = entry(view(RECORD, *steps, ("温", "settle", "/documents/0/quotas/0", settled)), "/documents/0/quotas/0")
    assert (one["state"], one["by"], one["decisions"][0]["label"]) == ("corrected", "温", "改为")


def test_a_dismissed_finding_stays_in_sight_with_its_reason() -> None:
    target = f"/documents/0/findings/{FINDING.fingerprint}"
    one = entry(view(RECORD, ("温", "dismiss", target, {"note": "另有一份存档"})), target)
    assert (one["state"], one["note"]) == ("dismissed", "另有一份存档")


def test_notes_and_progress() -> None:
    shown = view(RECORD, ("温", "note", "", {"note": "再看"}), ("温", "accept", "/documents/0/term"))
    assert [(note["who"], note["note"]) for note in shown["notes"]] == [("温", "再看")]
    assert (shown["state"]["state"], shown["state"]["decided"], shown["seen"]) == ("started", 1, 2)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: f"{path.parent.parent.name}/{path.parent.name}")
def test_the_pieces_of_every_sample_are_its_text_and_its_spans(path: Path) -> None:
    read = read_bytes(path.read_bytes(), name=path.name, names=False)
    shown = view(read)
    assert "".join(words for words, _ in shown["text"]["pieces"]) == read.text
    marked: dict[int, str] = {}
    for words, entries in shown["text"]["pieces"]:
        for at in entries:
            marked[at] = marked.get(at, "") + words
    spans = {target: one.spans for target, one in targets_of(read).items()}
    for one in shown["entries"]:
        if one["field"] in ("title", "term"):
            continue
        assert one["places"] == [[span.start, span.end] for span in spans[one["target"]]]
        if len(one["places"]) == 1:
            assert marked[one["at"]] == one["words"] == spans[one["target"]][0].text
    assert json.loads(json.dumps(shown))["groups"] == shown["groups"]


def test_several_documents_have_their_own_groups() -> None:
    half = len(TEXT) // 2
    first = agreement().model_copy(update={"span": Extent(start=0, end=half)})
    shown = view(record(documents=(first, agreement("另一份"))))
    assert [one["title"] for one in shown["documents"]] == ["南浦中学与北岭中学结对协议", "另一份"]
    assert [group["document"] for group in shown["groups"] if group["name"] == "quotas"] == [0, 1]
    assert {one["document"] for one in shown["addable"]} == {0, 1}


def test_findings_of_the_file_come_first() -> None:
    read = RECORD.model_copy(update={"findings": (FINDING.model_copy(update={"fingerprint": "b1"}),)})
    shown = view(read)
    assert (shown["groups"][0]["document"], shown["entries"][0]["target"]) == (None, "/findings/b1")


@pytest.mark.parametrize(("lang", "told"), [("zh", "文件有密码"), ("en", "encrypted")])
def test_a_file_that_was_not_read_says_why(lang: str, told: str) -> None:
    shown = view(bad_record("unreadable", "encrypted", None), lang=lang)
    assert told in shown["outcome"]["message"]
    assert (shown["entries"], shown["groups"], shown["addable"], shown["text"]["pieces"]) == ([], [], [], [])


def test_a_failure_tells_no_traceback() -> None:
    assert view(bad_record("failed", None, "ValueError: x\nTraceback …"))["outcome"]["message"] == "ValueError: x"


def test_a_record_without_documents_shows_its_text() -> None:
    shown = view(record("只有一行字"))
    assert (shown["text"]["pieces"], shown["entries"]) == ([("只有一行字", [])], [])


def test_a_long_text_comes_in_windows() -> None:
    text = TEXT + "\r\n" + "𠮷字\r\n" * 100_000
    quota = Quota(amount=Amount(min="1"), unit="字", modality="duty", span=Span(start=300_000, end=300_001, text=text[300_000]))
    document = agreement().model_copy(update={"span": Extent(start=0, end=len(text)), "quotas": (quota,)})
    shown = make_view(decided(record(text, documents=(document,))), About())
    assert (shown["text"]["from"], shown["text"]["length"]) == (0, len(text))
    assert shown["text"]["to"] <= 200_000
    assert entry(shown, "/documents/0/quotas/0")["places"] == [[300_000, 300_001]]
    later = make_view(decided(record(text, documents=(document,))), About(), start=shown["text"]["to"])
    assert "".join(words for words, _ in shown["text"]["pieces"] + later["text"]["pieces"]) == text[: later["text"]["to"]]
