"""``jiedui values``: a line of JSON in, a line of JSON out, whatever stands in the lines."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from pipeline.cli import run

_ROOT = Path(__file__).resolve().parents[2]
THREE = {"start": 0, "end": 1, "kind": "number", "value": {"value": "3"}}


@pytest.fixture
def ask(monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> Any:
    """The exit code, the answers and the standard error of ``jiedui values`` with these arguments and this standard input."""

    def asked(*arguments: str, said: str | bytes = b"") -> tuple[int, list[Any], str]:
        content = said if isinstance(said, bytes) else said.encode()
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))
        code = run(["values", *arguments])
        out, err = capfdbinary.readouterr()
        assert out == b"" or out.endswith(b"\n")
        return code, [json.loads(line, parse_constant=_never) for line in out.decode().split("\n")[:-1]], err.decode()

    return asked


def _never(word: str) -> None:
    raise AssertionError(word)


def test_a_line_is_answered_by_a_line(ask: Any) -> None:
    lines = '{"id": "a", "text": "2023年9月1日拨付3万元"}\n{"id": "b", "text": "没有"}\n'
    assert ask(said=lines) == (
        0,
        [
            {
                "id": "a",
                "found": [
                    {"start": 0, "end": 9, "kind": "date", "value": {"iso": "2023-09-01"}},
                    {"start": 11, "end": 14, "kind": "money", "value": {"amount": "30000", "currency": "CNY"}},
                ],
            },
            {"id": "b", "found": []},
        ],
        "",
    )


def test_bounds_and_rough_figures_are_marked(ask: Any) -> None:
    _, (answer,), _ = ask("--text", "超过3名，约20名，5名")
    assert [(one.get("exclusive"), one.get("approximate")) for one in answer["found"]] == [(True, None), (None, True), (None, None)]


@pytest.mark.parametrize(
    "name", [0, -7, 2.5, 12345678901234567890123, "", "号", "\ud800", "\u202e\x1b", None, True, [], [1, [None]], {"a": {"\ud800": 1}}]
)
def test_a_name_of_any_type_comes_back(ask: Any, name: Any) -> None:
    line = json.dumps({"id": name, "text": "3名"})
    assert ask(said=line) == (0, [{"id": name, "found": [THREE]}], "")
    code, (answer,), _ = ask(said=json.dumps({"id": name, "text": None}))
    assert (code, answer["id"], answer["found"]) == (1, name, [])


def test_without_a_name_the_answer_names_null(ask: Any) -> None:
    assert ask(said='{"text": "3名"}') == (0, [{"id": None, "found": [THREE]}], "")


@pytest.mark.parametrize(
    "line",
    [
        "3名", "[]", '"3名"', "1", "null", "{", "{}x", "NaN", '{"id": NaN, "text": "3名"}', '{"id": -Infinity, "text": ""}',
        '{"id": 1e999, "text": ""}', "[" * 100_000, "9" * 10_000,
    ],
    ids=lambda line: line[:30],
)  # fmt: skip
def test_what_is_no_json_object_gets_an_error_and_the_next_line_its_answer(ask: Any, line: str) -> None:
    code, answers, said = ask(said=f'{line}\n{{"id": 2, "text": "3名"}}\n')
    assert code == 1
    assert answers[0].keys() == {"id", "found", "error"}
    assert (answers[0]["id"], answers[0]["found"]) == (None, [])
    assert answers[0]["error"].startswith("不是 JSON 对象。")
    assert answers[1:] == [{"id": 2, "found": [THREE]}]
    assert said == f"第 1 行没有读：{answers[0]['error']}\n"


def test_a_name_that_is_nested_too_deep_is_no_json_object(ask: Any) -> None:
    for depth in (900, 990, 3_000):
        line = f'{{"id": {"[" * depth}{"]" * depth}, "text": "3名"}}'
        _, answers, _ = ask(said=f"{line}\n{line}\n")
        assert len(answers) == 2


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        ({"id": 1}, "缺少 text"),
        ({"id": 1, "text": None}, "缺少 text"),
        ({"id": 1, "text": ["3名"]}, "缺少 text"),
        ({"id": 1, "text": "去年", "reference": ""}, "reference 不是 ISO 8601 的日期时间"),
        ({"id": 1, "text": "去年", "reference": "昨天"}, "reference 不是 ISO 8601 的日期时间"),
        ({"id": 1, "text": "去年", "reference": "2023-02-30"}, "reference 不是 ISO 8601 的日期时间"),
        ({"id": 1, "text": "去年", "reference": 20230901}, "reference 不是 ISO 8601 的日期时间"),
        ({"id": 1, "text": "去年", "reference": ["2023-09-01"]}, "reference 不是 ISO 8601 的日期时间"),
    ],
)
def test_a_line_that_asks_wrongly_gets_an_error_with_its_name(ask: Any, asked: dict[str, Any], why: str) -> None:
    code, (answer,), said = ask(said=json.dumps(asked))
    assert (code, answer["id"], answer["found"]) == (1, 1, [])
    assert answer["error"].startswith(why)
    assert said.startswith("第 1 行没有读：" + why)


def test_the_number_of_a_line_counts_blank_ones(ask: Any) -> None:
    code, answers, said = ask(said='\n  \n\t\r\n{"id": 1}\n\n')
    assert (code, len(answers)) == (1, 1)
    assert said.startswith("第 4 行没有读：")


def test_errors_are_told_in_english_too(ask: Any) -> None:
    code, (answer,), said = ask("--lang", "en", said="3名")
    assert code == 1
    assert answer["error"].startswith("it is no JSON object.")
    assert said == f"Line 1 not read: {answer['error']}\n"


@pytest.mark.parametrize("said", ["\ufeff{}\n", "\ufeff{}", "{}\r\n", "\n\n{}\n\n", "  {}  \n"])
def test_marks_and_ends_of_lines_do_not_matter(ask: Any, said: str) -> None:
    assert ask(said=said.replace("{}", '{"id": 1, "text": "3名"}')) == (0, [{"id": 1, "found": [THREE]}], "")


def test_bytes_that_are_no_utf8_spoil_nothing_else(ask: Any) -> None:
    code, answers, _ = ask(said=b'{"id": 1, "text": "\xff3\xe5"}\n{"id": 2, "text": "3\xe5\x90\x8d"}\n')
    assert code == 0
    assert [answer["found"][0]["start"] for answer in answers] == [1, 0]


@pytest.mark.parametrize("half", ["\\ud800", "\\udfff", "\\ude00\\ud83d"])
def test_halves_of_characters_hold_their_places(ask: Any, half: str) -> None:
    code, (answer,), _ = ask(said=f'{{"id": 1, "text": "{half}3名{half}"}}')
    assert code == 0
    assert answer["found"] == [THREE | {"start": half.count("u"), "end": half.count("u") + 1}]


def test_offsets_count_characters(ask: Any) -> None:
    code, (answer,), _ = ask(said='{"id": 1, "text": "\\ud83d\\ude00😀3名"}')
    assert code == 0
    assert answer["found"] == [THREE | {"start": 2, "end": 3}]


def test_empty_input_gives_no_line(ask: Any) -> None:
    assert ask() == (0, [], "")
    assert ask("--text", "-") == (0, [], "")


def test_a_very_long_line_is_read_to_its_end(ask: Any) -> None:
    code, (answer,), _ = ask(said=json.dumps({"id": 1, "text": "学校安排教师参加活动。" * 20_000 + "3名"}))
    assert code == 0
    assert answer["found"] == [THREE | {"start": 220_000, "end": 220_001}]


def test_words_of_the_command_line(ask: Any) -> None:
    assert ask("--text", "3名") == (0, [{"id": 1, "found": [THREE]}], "")
    assert ask("--text", "") == (0, [{"id": 1, "found": []}], "")
    assert ask("--text=-5", said="3名")[1][0]["found"][0]["value"] == {"value": "-5"}


@pytest.mark.parametrize("arguments", [["--text", "-"], ["--text=-"], ["--text"], ["--text", "--lang", "en"], ["--lang", "en", "--text"]])
def test_plain_text_of_the_standard_input_is_read_line_by_line(ask: Any, arguments: list[str]) -> None:
    answers = [{"id": 1, "found": [THREE]}, {"id": 2, "found": []}, {"id": 3, "found": [THREE | {"start": 1, "end": 2}]}]
    assert ask(*arguments, said="\ufeff3名\r\n\n\ufeff3名") == (0, answers, "")


def test_json_is_plain_text_too(ask: Any) -> None:
    assert ask("--text", "-", said='{"text": "3名"}\n')[1][0]["found"] == [THREE | {"start": 10, "end": 11}]


def _years(answer: Any) -> list[str]:
    return [one["value"]["start"][:4] for one in answer["found"]]


@pytest.mark.parametrize(
    "reference", ["2023-09-01", "2023-09-01T08:00:00", "2023-09-01T08:00:00Z", "2023-01-01T00:00:00+08:00", "20231231T235959"]
)
def test_years_are_reckoned_from_the_day_of_the_reference(ask: Any, reference: str) -> None:
    _, (answer,), _ = ask("--text", "去年", "--reference", reference)
    assert _years(answer) == ["2022"]
    _, (answer,), _ = ask(said=json.dumps({"text": "去年", "reference": reference}))
    assert _years(answer) == ["2022"]


def test_the_reference_of_a_line_goes_before_that_of_the_command(ask: Any) -> None:
    lines = '{"text": "去年", "reference": "2001-01-01"}\n{"text": "去年", "reference": null}\n{"text": "去年"}\n'
    code, answers, _ = ask("--reference", "2023-09-01", said=lines)
    assert (code, [_years(answer) for answer in answers]) == (0, [["2000"], ["2022"], ["2022"]])


def test_without_a_reference_the_year_stays_open(ask: Any) -> None:
    assert _years(ask("--text", "去年")[1][0]) == ["XXXX"]


def test_a_reference_that_is_no_day_ends_the_command(ask: Any) -> None:
    code, answers, said = ask("--text", "去年", "--reference", "昨天")
    assert (code, answers) == (2, [])
    assert said == "用法不对：reference 不是 ISO 8601 的日期时间。请写成 2023-09-01T08:00:00，没有就写 null。\n"
    assert ask("--reference", "x", "--lang", "en")[2].startswith("Usage: its reference is no ISO 8601 date-time.")


def test_nothing_in_an_answer_can_steer_a_terminal(ask: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    written = io.TextIOWrapper(io.BytesIO())
    monkeypatch.setattr(sys, "stdout", written)
    ask(said='{"id": "\\u001b[2J\\u202e\\u0085", "text": "3名"}')
    assert b'"\\u001b[2J\\u202e\\u0085"' in written.buffer.getvalue()


def test_a_program_that_waits_for_each_answer_gets_it() -> None:
    command = [sys.executable, "-m", "pipeline", "values"]
    with subprocess.Popen(command, cwd=_ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as asking:
        assert asking.stdin is not None
        assert asking.stdout is not None
        for name in (1, 2):
            asking.stdin.write(b'{"id": %d, "text": "3"}\n' % name)
            asking.stdin.flush()
            assert json.loads(asking.stdout.readline())["id"] == name
        asking.stdin.close()
        assert asking.wait(timeout=60) == 0
