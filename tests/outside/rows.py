"""Every row of the table of hostile inputs, and the tests that hold it.

A row is named by its input. ``tests`` are test functions by file and name; ``cases`` are files that the generators beside this one make,
each held to its outcome by ``test_hostile.py``. What belongs to parts of the program that are not there yet says so in ``later``.
"""

from __future__ import annotations

from dataclasses import dataclass

_HERE, _PIPELINE, _READERS = "tests/outside", "tests/pipeline", "tests/extractors/readers"
_BATCH = f"{_PIPELINE}/batch"


@dataclass(frozen=True, slots=True)
class Row:
    """``input`` and ``outcome`` in the table's words; ``later`` is the part that is still to come, "" where the row is held today."""

    input: str
    outcome: str
    tests: tuple[str, ...] = ()
    cases: tuple[str, ...] = ()
    later: str = ""


def _in(file: str, *names: str) -> tuple[str, ...]:
    return tuple(f"{file}::{name}" for name in names)


ROWS: tuple[Row, ...] = (
    Row("empty, only spaces", "unreadable: empty", cases=("empty.txt", "only-spaces.txt", "empty.docx", "empty.html", "spaces.pdf")),
    Row(
        "wrong extension",
        "sniffed by content, read as what it is, noted",
        cases=("docx-named.pdf", "text-named.docx", "html-named.pdf"),
        tests=_in(f"{_READERS}/test_any.py", "test_a_wrong_name_is_noted"),
    ),
    Row(
        "truncated, broken xref, no startxref",
        "a second reader, noted as repaired; else unreadable: damaged",
        cases=("cut-tail.pdf", "cut-half.pdf", "cut-head.pdf", "no-startxref.pdf", "index-of-zeros.pdf", "cut.docx", "cut.rss"),
    ),
    Row(
        "encrypted PDF, docx or doc",
        "unreadable: encrypted; --password; an owner password alone opens",
        cases=("locked.pdf", "owner-only.pdf", "locked.docx"),
        tests=(
            *_in(f"{_PIPELINE}/programs/test_locked_files.py", "test_a_lock_opens_with_its_password_alone"),
            *_in(f"{_READERS}/test_locks.py", "test_the_password_that_fits_is_found", "test_without_it_the_file_stays_shut"),
        ),
    ),
    Row(
        "page tree loops, /Count 1e9, 200,000 pages, giant boxes, giant images",
        "unreadable: too-many-pages, or the page is missing; never a hang",
        cases=("tree-in-itself.pdf", "count-1e9.pdf", "200000-pages.pdf", "box-1e30.pdf", "box-1e9.pdf", "huge-image.pdf"),
    ),
    Row(
        "Flate, zip and XML bombs; billion laughs; external entities; depth",
        "unreadable: too-large or too-deep; nothing fetched, nothing read from disk",
        cases=(
            *("packed-twice.pdf", "bomb.docx", "laughs.docx", "outside.docx", "deep.docx", "laughs.xml", "outside.xml"),
            *("deep.html", "table-in-table.docx"),
        ),
        tests=(
            *_in(
                f"{_PIPELINE}/sources/test_archives.py",
                "test_an_archive_that_is_not_opened_says_why",
                "test_a_bad_member_costs_only_itself",
            ),
            *_in(f"{_PIPELINE}/programs/test_office.py", "test_nothing_is_fetched_and_no_other_file_is_read"),
            *_in(f"{_PIPELINE}/workers/test_pool.py", "test_a_child_has_no_network"),
        ),
    ),
    Row(
        "2M characters or 3M drawing operators on one page",
        "that page is missing, the others stay",
        cases=("2M-letters.pdf", "3M-lines.pdf"),
    ),
    Row(
        "GBK, Big5, UTF-16 without BOM, mixed encodings, one bad byte",
        "read right; replaced characters counted and flagged",
        cases=("gbk.txt", "big5.txt", "utf-16-le.txt", "utf-16-be.txt", "two-encodings.txt", "one-bad-byte.txt"),
    ),
    Row(
        "100 MB in one line; one million paragraphs",
        "unreadable: too-large, quickly",
        cases=("100MB-line.txt", "1M-paragraphs.txt", "1M-paragraphs.docx"),
    ),
    Row(
        "NUL, controls, bidi overrides, zero-width characters, compatibility radicals, full-width digits",
        "scrubbed or mapped with offsets kept; hidden ones in a name or an amount are a finding",
        cases=("nul.txt", "controls.txt", "turned.txt", "zero-width.txt", "radicals.txt", "full-width.txt", "surrogates.txt"),
    ),
    Row(
        "5,000-digit numbers, 1e400元, 2月30日, year 0",
        "a finding, not a crash",
        cases=("5000-digits.txt", "1e400.txt", "30-february.txt", "year-0.txt", "long-capitals.txt"),
    ),
    Row(
        "long runs of 甲, 一, digits, brackets, spaces against every pattern",
        "under one second each",
        tests=_in("tests/properties/test_linear.py", "test_ten_times_the_text_costs_about_ten_times"),
        cases=tuple(f"100000-{name}.txt" for name in ("jia", "yi", "digit", "bracket", "space", "line", "comma", "year")),
    ),
    Row(
        "names such as ../x, CON, a leading dash, a newline, escape sequences, 255 bytes, not UTF-8",
        "safe output names; nothing written outside the output; nothing raw printed to a terminal",
        tests=(
            *_in(f"{_HERE}/test_places.py", "test_odd_names_are_read_and_lead_nowhere"),
            *_in(f"{_PIPELINE}/test_output_names.py", "test_names_are_made_safe", "test_any_names_give_different_safe_files"),
            *_in(f"{_PIPELINE}/sources/test_archives.py", "test_names_are_told_and_never_followed"),
            *_in(f"{_PIPELINE}/test_extract.py", "test_controls_in_names_and_texts_do_not_reach_the_terminal"),
        ),
    ),
    Row(
        "symlinks out of the folder, FIFOs, devices, folders named a.pdf, a file still being written",
        "skipped with a reason",
        tests=(
            *_in(f"{_HERE}/test_places.py", "test_what_is_no_file_is_passed_over_with_a_reason", "test_a_file_that_grows_while_it_is_read"),
            *_in(f"{_HERE}/test_places.py", "test_a_file_that_vanishes_before_it_is_read"),
            *_in(f"{_PIPELINE}/test_folder.py", "test_links_are_followed_only_to_files_inside", "test_pipes_and_sockets_are_passed_over"),
        ),
    ),
    Row(
        "addresses: loopback, private, link-local, redirects and DNS that change to those, file:, ftp:",
        "refused unless the source is allowed by name; resolved once; every redirect checked again",
        later="fetching: nothing is fetched yet",
    ),
    Row("gzip bombs, slow drips, endless bodies from a server", "cut at 15 MB decompressed and a total deadline", later="fetching"),
    Row(
        "markup, scripts, </script>, U+2028, javascript: links on the review page",
        "shown as text; strict content security policy",
        later="the review page",
    ),
    Row(
        "spreadsheet cells that begin with = + - @ TAB CR",
        "stored as text",
        tests=(
            *_in(f"{_PIPELINE}/export/test_export.py", "test_a_spreadsheet_obeys_nothing_in_csv", "test_a_workbook_holds_words_as_words"),
            *_in(f"{_PIPELINE}/export/test_cells.py", "test_guarded", "test_left_alone"),
        ),
    ),
    Row(
        "disk full, kill -9 in mid-run, two runs at once, read-only output",
        "atomic writes; the next run ends with the same records as an unbroken one",
        tests=(
            *_in(f"{_HERE}/test_places.py", "test_a_full_device_is_said_in_one_line", "test_a_disk_that_fills_up_leaves_no_half_record"),
            *_in(f"{_HERE}/test_places.py", "test_an_output_that_takes_nothing", "test_two_runs_into_one_folder_end_as_one"),
            *_in(f"{_HERE}/test_places.py", "test_after_a_kill_the_next_run_ends_as_an_unbroken_one"),
            *_in(f"{_PIPELINE}/test_atomic.py", "test_the_old_file_stays_until_the_end_and_after_an_error"),
            *_in(f"{_PIPELINE}/test_extract.py", "test_ctrl_c_keeps_what_is_written"),
            *_in(f"{_BATCH}/test_command.py", "test_a_run_killed_anywhere_ends_as_an_unbroken_one", "test_two_runs_at_once_do_not_double"),
            *_in(f"{_BATCH}/test_command.py", "test_a_store_that_takes_nothing_more_is_told"),
        ),
    ),
)
