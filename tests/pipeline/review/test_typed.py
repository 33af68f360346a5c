"""From typed parts to values: what is shown and left alone stays, what is typed is read, what makes no sense is told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from extractors.read import read_bytes
from pipeline.review.entries import SHAPES, Value, plain, targets_of
from pipeline.review.fields import FIELDS
from pipeline.review.targets import Field
from pipeline.review.typed import WORDS, Asked, Typed, from_words, read_typed, shown_typed
from pipeline.review.view import parts_of
from schemas.agreement import Funding, Quota, Term
from schemas.record import Record
from schemas.span import Span
from schemas.values import Amount, Date, Duration, Rate
from tests.pipeline.make_record import TEXT, agreement, record

SAMPLES = sorted(Path("samples").glob("*/*/source.txt")) + sorted(Path("samples").glob("*/*/source.html"))
RECORD = record(documents=(agreement(),))
QUOTA = RECORD.documents[0].quotas[0]


def typed(field: Field, base: Value = None, span: tuple[int, int] | None = None, **parts: str) -> Typed:
    return read_typed(RECORD, Asked(field, 0, base, span), parts)


def place(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def assert_goes_round(read: Record) -> int:
    """Typing what is shown of every value gives that value; typed as a new one it says the same. How many values there were."""
    count = 0
    for entry in targets_of(read).values():
        if entry.is_finding or entry.value is None or entry.document is None:
            continue
        parts = {part["part"]: part["text"] for part in parts_of(entry.field, entry.value, "zh")}
        again = read_typed(read, Asked(entry.field, entry.document, entry.value), parts)
        assert again.problems == ()
        assert again.value == entry.value
        span = entry.span
        new = read_typed(read, Asked(entry.field, entry.document, None, (span.start, span.end) if span else None), parts)
        assert (new.problems, told(new.value)) == ((), told(entry.value)), entry.target
        count += 1
    return count


def told(value: Value) -> Any:
    """What a value says, without where each part of it was read and what follows from the rest."""
    return without_places(plain(value))


def without_places(value: Any) -> Any:
    if isinstance(value, dict):
        return {
            name: without_places(part) for name, part in value.items() if name not in ("span", "via", "confidence", "earliest", "latest")
        }
    return [without_places(part) for part in value] if isinstance(value, list | tuple) else value


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: f"{path.parent.parent.name}/{path.parent.name}")
def test_typing_what_is_shown_changes_nothing(path: Path) -> None:
    read = read_bytes(path.read_bytes(), name=path.name, names=False)
    assert_goes_round(read)
    assert read.documents


def test_typing_what_is_shown_of_values_made_by_hand_changes_nothing() -> None:
    assert assert_goes_round(RECORD) == 13


def test_a_corrected_amount_is_the_whole_item_with_its_words() -> None:
    value = typed("quotas", QUOTA, amount="不少于六").value
    assert value == QUOTA.model_copy(update={"amount": Amount(min="6"), "via": "review", "confidence": 1.0})
    assert SHAPES["quotas"].validate_python(typed("quotas", QUOTA, amount="6").json) == typed("quotas", QUOTA, amount="6").value


def test_typed_thirty_times_ten_thousand_is_300000_yuan() -> None:
    value = typed("funding", RECORD.documents[0].funding[0], amount="三十万").value
    assert isinstance(value, Funding)
    assert (value.amount.min, value.amount.max, value.amount.currency) == ("300000", "300000", "CNY")


@pytest.mark.parametrize(
    ("given", "unit", "becomes"),
    [("4次", "节", "次"), ("4次", "", "次"), ("4次", "人次", "人次"), ("4", "节", "节"), ("4", "", "")],
)
def test_a_measure_word_typed_with_the_amount_counts_unless_another_is_typed(given: str, unit: str, becomes: str) -> None:
    value = typed("quotas", QUOTA, amount=given, unit=unit).value
    assert isinstance(value, Quota)
    assert value.unit == becomes


@pytest.mark.parametrize(
    ("parts", "update"),
    [
        ({"per": "每两年"}, {"per": Rate(count="2", unit="年")}),
        ({"per": ""}, {"per": None}),
        ({"each": "是"}, {"each": True}),
        ({"each": "yes"}, {"each": True}),
        ({"modality": "计划"}, {"modality": "plan"}),
        ({"modality": "plan"}, {"modality": "plan"}),
        ({"modality": "done"}, {"modality": "result"}),
        ({"actor": ""}, {"actor": None}),
        ({"unit": ""}, {"unit": ""}),
        ({"what": "  送课\n下乡 "}, {"what": "送课 下乡"}),
    ],
)
def test_parts_of_a_quota(parts: dict[str, str], update: dict[str, Any]) -> None:
    assert told(read_typed(RECORD, Asked("quotas", 0, QUOTA), parts).value) == told(QUOTA.model_copy(update=update))


@pytest.mark.parametrize(
    ("field", "parts", "part"),
    [
        ("quotas", {"amount": ""}, "amount"),
        ("quotas", {"amount": "许多"}, "amount"),
        ("quotas", {"amount": "0"}, "amount"),
        ("quotas", {"modality": "也许"}, "modality"),
        ("quotas", {"each": "也许"}, "each"),
        ("quotas", {"per": "经常"}, "per"),
        ("quotas", {"what": "字" * 3000}, "what"),
        ("quotas", {"colour": "red"}, "colour"),
        ("funding", {"total": "很多"}, "total"),
        ("term", {"start": "2024-02-30"}, "start"),
        ("term", {"start": "", "end": "", "duration": ""}, "start"),
        ("copies", {"total": "半"}, "total"),
        ("copies", {"holders": "甲方"}, "holders"),
        ("parties", {"name": ""}, "name"),
    ],
)
def test_what_cannot_be_understood_is_told_with_its_part(field: Field, parts: dict[str, str], part: str) -> None:
    held: Any = getattr(RECORD.documents[0], field)
    result = read_typed(RECORD, Asked(field, 0, held[0] if isinstance(held, tuple) else held), parts)
    assert result.value is None
    assert [problem.part for problem in result.problems] == [part]
    assert result.problems[0].message.endswith("。")
    english = read_typed(RECORD, Asked(field, 0, held[0] if isinstance(held, tuple) else held, lang="en"), parts)
    assert [problem.part for problem in english.problems] == [part]
    assert english.problems[0].message.endswith(".")


def test_a_blank_party_needs_no_name() -> None:
    assert typed("parties", RECORD.documents[0].parties[0], name="", blank="是").problems == ()


def test_new_words_take_the_place_of_the_old_ones() -> None:
    value = typed("quotas", QUOTA, place("甲方每学期送课不少于4节"))
    assert isinstance(value.value, Quota)
    assert value.value.span.text == "甲方每学期送课不少于4节"
    assert value.value.amount == QUOTA.amount


def test_the_same_words_keep_their_boxes() -> None:
    start, end = place("送课不少于4节")
    span = Span(start=start, end=end, text=TEXT[start:end], page=2, boxes=((1.0, 2.0, 3.0, 4.0),))
    boxed = QUOTA.model_copy(update={"span": span})
    read = record(documents=(agreement().model_copy(update={"quotas": (boxed,)}),))
    value = read_typed(read, Asked("quotas", 0, boxed, (start, end)), {"amount": "5"}).value
    assert isinstance(value, Quota)
    assert value.span == span
    added = read_typed(read, Asked("quotas", 0, None, (start, end)), {"amount": "5"}).value
    assert isinstance(added, Quota)
    assert added.span == span


@pytest.mark.parametrize(("start", "end"), [(-1, 4), (4, 4), (5, 3), (0, 10_000), (9_000, 9_001)])
def test_words_that_are_not_there_are_a_problem(start: int, end: int) -> None:
    result = typed("quotas", QUOTA, (start, end))
    assert [problem.part for problem in result.problems] == [WORDS]


def test_words_of_another_document_are_a_problem() -> None:
    first = agreement().model_copy(update={"span": agreement().span.model_copy(update={"end": 14})})
    read = record(documents=(first,))
    result = read_typed(read, Asked("quotas", 0, None, place("送课不少于4节")), {"amount": "4"})
    assert [problem.part for problem in result.problems] == [WORDS]


def test_a_new_item_needs_words() -> None:
    assert [problem.part for problem in typed("quotas", amount="4").problems] == [WORDS]


def test_blanks_around_the_selection_do_not_count() -> None:
    read = record(
        " \r\n甲方𠮷送课4节 \r\n", documents=(agreement().model_copy(update={"span": agreement().span.model_copy(update={"end": 13})}),)
    )
    value = read_typed(read, Asked("quotas", 0, None, (0, 13)), {"amount": "4", "unit": "节"}).value
    assert isinstance(value, Quota)
    assert value.span.text == "甲方𠮷送课4节"
    assert read.text[value.span.start : value.span.end] == value.span.text


def test_a_single_value_that_was_not_there() -> None:
    value = typed("term", None, place("结对协议"), start="2024年9月", duration="三年", starts_on="签订之日").value
    assert isinstance(value, Term)
    assert value.start == Date(edtf="2024-09", earliest="2024-09-01", latest="2024-09-30")
    assert (value.duration, value.starts_on) == (Duration(count="3", unit="年", iso="P3Y"), "signing")


@pytest.mark.parametrize(
    ("field", "given", "value"),
    [
        ("title", " 结对 协议 ", "结对 协议"),
        ("kind", "方案", "plan"),
        ("kind", "news", "news"),
        ("outlet", "南浦日报", "南浦日报"),
        ("original_url", "https://example.org/a?b=1", "https://example.org/a?b=1"),
    ],
)
def test_plain_values(field: Field, given: str, value: str) -> None:
    assert typed(field, None, value=given).value == value


@pytest.mark.parametrize(
    ("field", "given"),
    [("title", " "), ("kind", "诗歌"), ("original_url", "javascript:alert(1)"), ("original_url", "www.example.org"), ("published", "昨天")],
)
def test_plain_values_that_are_refused(field: Field, given: str) -> None:
    assert [problem.part for problem in typed(field, None, value=given).problems] == ["value"]


def test_the_preview_shows_what_was_understood() -> None:
    asked = Asked("quotas", 0, QUOTA)
    assert shown_typed(read_typed(RECORD, asked, {"amount": "三十", "per": "每两年"}), asked) == "30节 送课 · 每2年 · 甲方 → 乙方 · 应做"
    assert shown_typed(read_typed(RECORD, asked, {"amount": "许多"}), asked) is None


def test_selected_words_are_read_where_they_stand() -> None:
    value = from_words(RECORD, Asked("quotas", 0, None, place("每学期送课不少于4节"))).value
    assert isinstance(value, Quota)
    assert (value.amount, value.unit, value.what, value.per) == (Amount(min="4"), "节", "送课", Rate(count="1", unit="学期"))
    assert value.span.text == "每学期送课不少于4节"


def test_words_without_such_a_value_say_so() -> None:
    result = from_words(RECORD, Asked("funding", 0, None, place("结对协议")))
    assert (result.value, [problem.part for problem in result.problems]) == (None, [WORDS])
    assert "资金" in result.problems[0].message


def test_every_field_has_words_for_its_parts_in_both_languages() -> None:
    for name in FIELDS:
        for lang in ("zh", "en"):
            for part in parts_of(name, None, lang):
                assert part["label"]
                assert all(label or not code for code, label in part["options"])
