"""What the report says of a store, in both databases."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from uuid import uuid4

import pytest

from pipeline.batch.request import Request
from pipeline.report.gather import gather
from pipeline.report.model import Report
from tests.pipeline.report.papers import Archive, agreement, party

AS_OF = date(2026, 6, 15)


def report(archive: Archive, as_of: date = AS_OF) -> Report:
    return gather(archive.engine, archive.run, Request(("in",), "store", Path("out"), as_of))


def test_an_empty_run_is_told(archive: Archive) -> None:
    made = report(archive)
    assert made.files.total == sum(made.files.outcomes.values()) == 0
    assert made.agreements.total == made.findings.total == made.not_read.total == 0
    assert made.money.sums == ()
    assert [month.month for month in made.agreements.months][::11] == ["2026-06", "2027-05"]


def test_outcomes_add_up_and_each_trouble_is_listed(archive: Archive) -> None:
    archive.read("/in/a.txt", agreement())
    archive.see("/in/copy.txt", "/in/a.txt")
    archive.review("/in/scan.pdf", "第 2 页没有读出文字。", agreement())
    archive.unreadable("/in/b.doc", "encrypted", "文件有密码。")
    archive.see("/in/b2.doc", "/in/b.doc")
    archive.fail("/in/c.pdf", "ValueError: bad\nTraceback …\n  File x")
    archive.fail("/in/d.pdf", "KeyError: 'x'", times=3)
    archive.see("/in/e.txt")
    archive.lose("/in/gone.txt", "not-a-file", "没有这个文件。")
    made = report(archive)
    assert made.files.outcomes == {"ok": 2, "needs-review": 1, "unreadable": 3, "failed": 1, "quarantined": 1, "elsewhere": 1}
    assert (made.files.total, made.files.contents, made.files.under) == (9, 6, "/in/")
    told = {one.address: (one.outcome, one.reason, one.message, one.attempts) for one in made.not_read.items}
    assert told == {
        "/in/b.doc": ("unreadable", "encrypted", "文件有密码。", None),
        "/in/b2.doc": ("unreadable", "encrypted", "文件有密码。", None),
        "/in/c.pdf": ("failed", None, "ValueError: bad", 1),
        "/in/d.pdf": ("quarantined", None, "KeyError: 'x'", 3),
        "/in/gone.txt": ("unreadable", "not-a-file", "没有这个文件。", None),
    }
    assert made.not_read.total == 5
    assert [one.address for one in made.to_review.items] == ["/in/scan.pdf"]
    assert [(one.reason, one.outcome, one.files) for one in made.unread] == [
        ("encrypted", "unreadable", 2),
        (None, "failed", 1),
        (None, "quarantined", 1),
        ("not-a-file", "unreadable", 1),
    ]
    assert (made.duplicates.spare, made.duplicates.contents.total) == (2, 2)


def test_only_what_this_run_saw_counts(archive: Archive) -> None:
    archive.read("/in/old.txt", agreement(ends="2026-07-01", findings=[("missing-term", "warning")]), seconds=9)
    archive.read("/in/same.txt", agreement())
    archive.read("/in/changed.txt", words="before")
    archive.begin()
    archive.see("/in/same.txt")
    archive.read("/in/changed.txt", agreement(), words="after")
    archive.read("/in/new.txt", agreement(), seconds=2)
    made = report(archive)
    assert (made.files.total, made.files.new, made.files.changed, made.files.unchanged) == (3, 1, 1, 1)
    assert made.agreements.total == 3
    assert made.findings.total == made.agreements.expiring.total == 0
    assert [one.address for one in made.speed.slowest] == ["/in/new.txt", "/in/changed.txt"]
    assert (made.speed.files, made.speed.seconds) == (2, 2.5)


def test_a_paper_that_fails_now_says_nothing_of_what_it_held(archive: Archive) -> None:
    archive.read("/in/a.txt", agreement(ends="2026-07-01"))
    archive.begin()
    archive.fail("/in/a.txt", "ValueError: bad")
    made = report(archive)
    assert made.files.outcomes["failed"] == 1
    assert made.agreements.total == 0


def test_a_failure_that_was_mended_is_forgotten(archive: Archive) -> None:
    archive.fail("/in/a.txt", "ValueError: bad")
    archive.begin()
    archive.read("/in/a.txt", agreement())
    made = report(archive)
    assert made.files.outcomes["ok"] == 1
    assert made.not_read.total == 0


def test_what_is_set_aside_is_told_by_later_runs_too(archive: Archive) -> None:
    archive.fail("/in/a.txt", "ValueError: bad", times=3)
    archive.begin()
    archive.see("/in/a.txt")
    assert report(archive).not_read.items[0].outcome == "quarantined"


def test_findings_by_rule(archive: Archive) -> None:
    archive.read("/in/a.txt", agreement(findings=[("missing-liability", "info"), ("missing-term", "warning"), ("missing-term", "warning")]))
    archive.read("/in/b.txt", agreement(findings=[("missing-liability", "info")]), agreement(findings=[("of-the-future", "error")]))
    archive.read("/in/c.txt", agreement(findings=[("missing-liability", "info")]))
    found = report(archive).findings
    assert [(one.rule, one.severity, one.findings, one.contents) for one in found.rules] == [
        ("of-the-future", "error", 1, 1),
        ("missing-term", "warning", 2, 1),
        ("missing-liability", "info", 3, 3),
    ]
    assert [one.title for one in found.rules] == [None, "没有期限", "没有违约和争议条款"]
    assert found.severities == {"error": 1, "warning": 2, "info": 3}
    assert (found.total, found.read, found.clean) == (6, 3, 1)


@pytest.mark.parametrize(
    ("ends", "days"),
    [
        ("2026-06-14", None),
        ("2026-06-15", 0),
        ("2026-06-16", 1),
        ("2026-09-13", 90),
        ("2026-09-14", None),
        (None, None),
        ("0000-01-01", None),
    ],
)
def test_the_days_until_an_expiry_are_counted_with_both_ends(archive: Archive, ends: str | None, days: int | None) -> None:
    archive.read("/in/a.txt", agreement("协议", ends=ends, parties=[party("甲校"), party("乙校", "recipient"), party("", blank=True)]))
    made = report(archive).agreements
    assert [one.days for one in made.expiring.items] == ([] if days is None else [days])
    assert made.expired + made.expiring.total + made.later + made.open == made.total == 1
    if made.expiring.items:
        assert [one.name for one in made.expiring.items[0].parties] == ["甲校", "乙校"]
        assert (made.expiring.items[0].address, made.expiring.items[0].term_end) == ("/in/a.txt", ends)


def test_expiring_papers_are_agreements_that_were_concluded(archive: Archive) -> None:
    archive.read("/in/a.txt", agreement(ends="2026-07-01", kind="plan"))
    archive.read("/in/b.txt", agreement(ends="2026-07-01", is_template=True))
    archive.read("/in/c.txt", agreement(ends="2026-07-02"), agreement(ends="2026-07-01"))
    made = report(archive).agreements
    assert [one.term_end for one in made.expiring.items] == ["2026-07-01", "2026-07-02"]
    assert made.total == 2
    assert {one.month: one.agreements for one in made.months if one.agreements} == {"2026-07": 2}


def test_the_last_day_that_there_is_is_no_trouble(archive: Archive) -> None:
    archive.read("/in/a.txt", agreement(ends="9999-12-31"))
    assert report(archive, date(9999, 12, 1)).agreements.expiring.items[0].days == 30


def test_years_of_signing(archive: Archive) -> None:
    for at, day in enumerate(["2023-01-01", "2023-12-31", "2024-05-05", None]):
        archive.read(f"/in/{at}.txt", agreement(signed=day))
    made = report(archive).agreements
    assert [(one.year, one.agreements) for one in made.years] == [("2023", 2), ("2024", 1)]
    assert made.unsigned == 1


def test_of_nearly_the_same_papers_one_counts(archive: Archive) -> None:
    digests = [
        archive.read(f"/in/{name}", agreement(signed="2024-01-01", ends="2026-07-01", parties=[party("甲校")]))
        for name in ("a.docx", "a.pdf", "a.txt")
    ]
    archive.link(digests[0], digests[1], 0.95)
    archive.link(digests[1], digests[2], 0.9)
    archive.link(digests[0], digests[2], 0.9)
    archive.read("/in/other.txt", agreement(signed="2024-01-01", parties=[party("甲校"), party("甲校")]))
    made = report(archive)
    assert made.agreements.total == 2
    assert made.agreements.expiring.total == 1
    assert made.duplicates.near == 2
    assert [(one.others.total, len(one.others.items)) for one in made.duplicates.groups.items] == [(2, 2)]
    assert [(one.name, one.papers) for one in made.parties.supporters.items] == [("甲校", 2)]
    assert made.kinds[0].documents == 4


def test_a_link_to_a_paper_that_this_run_did_not_see_means_nothing(archive: Archive) -> None:
    one = archive.read("/in/a.txt", agreement())
    archive.begin()
    other = archive.read("/in/b.txt", agreement())
    archive.link(one, other)
    made = report(archive)
    assert made.agreements.total == 1
    assert made.duplicates.groups.total == 0


def test_parties_by_side(archive: Archive) -> None:
    archive.read("/in/a.txt", agreement(parties=[party("甲校"), party("乙校", "recipient"), party("__", blank=True)]))
    archive.read("/in/b.txt", agreement(kind="news", parties=[party("甲校", "both"), party("丙校", "unknown")]))
    archive.read("/in/c.txt", agreement(is_template=True, parties=[party("甲校")]))
    made = report(archive).parties
    assert [(one.name, one.papers) for one in made.supporters.items] == [("甲校", 2)]
    assert sorted((one.name, one.papers) for one in made.recipients.items) == [("乙校", 1), ("甲校", 1)]


def test_a_run_that_is_not_there(archive: Archive) -> None:
    with pytest.raises(LookupError):
        gather(archive.engine, str(uuid4()), Request(("in",), "store", Path("out"), AS_OF))


def test_nothing_is_left_in_the_store(archive: Archive) -> None:
    archive.read("/in/a.txt", agreement())
    assert report(archive).files == report(archive).files
