"""Annotations on disk: which are found, which are no annotations, and which names nobody knows."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from pipeline.evaluate.gold import Gold, GoldFile, NotGold, gold_files, unknown_names
from tests.pipeline.evaluate.make_gold import annotated, put, with_item


def test_annotations_are_found_in_all_folders_in_sorted_order(tmp_path: Path) -> None:
    for name in ("b", "a/z", "a/b"):
        put(tmp_path, name)
    (tmp_path / "a" / "b.json").write_text("{}")
    (tmp_path / "c.gold.json").mkdir()
    assert [file.name for file in gold_files(tmp_path)] == ["a/b", "a/z", "b"]


def test_one_annotation_may_be_named(tmp_path: Path) -> None:
    path = put(tmp_path, "a/b")
    assert gold_files(path) == [GoldFile(path, "b")]
    assert gold_files(tmp_path / "nothing") == []


@pytest.mark.parametrize(
    ("document", "where"),
    [
        (annotated(kind="agrement"), "documents.0.kind"),
        (with_item("quotas", amount={"min": []}), "documents.0.quotas.0.amount.min.str"),
        (with_item("parties", side="helper"), "documents.0.parties.0.side"),
        (annotated(copies={"total": 2, "holders": [{"count": "两"}]}), "documents.0.copies.holders.0.count"),
        (annotated(term={"duration": "三年"}), "documents.0.term.duration"),
        ({"title": "无"}, "documents.0.kind"),
    ],
)
def test_a_value_of_the_wrong_form_is_located(tmp_path: Path, document: dict[str, Any], where: str) -> None:
    path = put(tmp_path, "a", document)
    with pytest.raises(NotGold, match=f"^{where}$"):
        GoldFile(path, "a").load()


@pytest.mark.parametrize("content", [b"", b"not json", b"\xff\xfe", b'{"file": "a.txt"'])
def test_what_is_no_json_has_no_place(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.gold.json").write_bytes(content)
    with pytest.raises(NotGold, match=r"^$"):
        GoldFile(tmp_path / "a.gold.json", "a").load()


@pytest.mark.parametrize(
    "content",
    [{}, {"documents": []}, {"file": "a.txt"}] + [{"file": file, "documents": []} for file in (None, "", "../a.txt", "/a.txt", "b\\a.txt")],
)
def test_a_file_beside_it_and_its_documents_must_be_named(tmp_path: Path, content: dict[str, Any]) -> None:
    (tmp_path / "a.gold.json").write_text(json.dumps(content))
    with pytest.raises(NotGold, match=r"^(file|documents)$"):
        GoldFile(tmp_path / "a.gold.json", "a").load()


def test_a_digest_tells_annotations_apart(tmp_path: Path) -> None:
    digests = {GoldFile(put(tmp_path, "a", annotated(title=title)), "a").load()[1] for title in ("一", "二", "一")}
    assert len(digests) == 2


@pytest.mark.parametrize(
    ("document", "names"),
    [
        (annotated(), []),
        (annotated(people=[{"whatever": 1}], dates=[], is_template=True, end_text="各执一份"), []),
        (annotated(titel="协议"), ["documents.0.titel"]),
        (with_item("quotas", qoute="送课", clause="（一）"), ["documents.0.quotas.0.qoute"]),
        (with_item("quotas", amount={"min": "1", "maximum": "2"}), ["documents.0.quotas.0.amount.maximum"]),
    ],
)
def test_names_that_nobody_knows_are_told(document: dict[str, Any], names: list[str]) -> None:
    assert list(unknown_names(Gold.model_validate({"file": "a.txt", "documents": [document]}))) == names
