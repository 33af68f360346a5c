"""Files with a password of every kind: none given, a wrong one, the right one on the command line and in a file."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from extractors.readers.any import read_source
from pipeline.cli import run
from schemas.errors import Unreadable
from tests.formats.make_archive import Packed, aes_packed, make_archive
from tests.formats.make_locked_doc import lock_doc
from tests.formats.make_locked_odt import lock_odt
from tests.formats.make_pdf import Style, make_pdf
from tests.formats.make_samples import FOLDER, TEXT
from tests.formats.needed import needed_program

OPENS, SAID = "结对-2024", "白鹭市滨湖第三幼儿园"
DOC, ODT = (FOLDER / "agreement.doc").read_bytes(), (FOLDER / "agreement.odt").read_bytes()
WORDS = TEXT.read_bytes()
LOCKED: dict[str, Callable[[], bytes]] = {
    "rc4.doc": lambda: lock_doc(DOC, OPENS, "RC4"),
    "cryptoapi.doc": lambda: lock_doc(DOC, OPENS, "RC4 CryptoAPI"),
    "xor.doc": lambda: lock_doc(DOC, OPENS, "XOR"),
    "aes.odt": lambda: lock_odt(ODT, OPENS),
    "rc4.pdf": lambda: make_pdf(TEXT.read_text(encoding="utf-8"), Style(password="pass")),  # noqa: S106 - a lock for a test
    "zipcrypto.zip": lambda: make_archive([Packed(b"a.txt", WORDS, password=OPENS.encode("gbk"))]),
    "aes-128.zip": lambda: make_archive([aes_packed(b"a.txt", WORDS, OPENS.encode(), strength=1)]),
    "aes-256.zip": lambda: make_archive([aes_packed(b"a.txt", WORDS, OPENS.encode(), strength=3)]),
}


def opened(path: Path, arguments: Sequence[str], capfd: pytest.CaptureFixture[str]) -> tuple[int, dict[str, str], str, str]:
    """Exit code, outcome and text of the one record, and what stands on the standard error."""
    code = run(["extract", str(path), "--no-names", *arguments])
    out, error = capfd.readouterr()
    record = json.loads(out)
    return code, record["outcome"], record["text"], error


@pytest.mark.parametrize("name", LOCKED)
def test_a_lock_opens_with_its_password_alone(
    name: str, tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JIEDUI_JOBS", "0")
    if name.endswith((".doc", ".odt")):
        needed_program("soffice", "libreoffice-writer")
    path, code = tmp_path / name, "pass" if name.endswith(".pdf") else OPENS
    path.write_bytes(LOCKED[name]())
    for arguments, said in (([], "--password"), (["--password", "no"], "不对")):
        ended, outcome, text, error = opened(path, arguments, capfd)
        assert (ended, outcome["status"], outcome["reason"], text) == (1, "unreadable", "encrypted", "")
        assert said in outcome["message"]
        assert outcome["message"].endswith("。")
        assert error.count("\n") == 1
    (tmp_path / "passwords").write_text(f"neither\n{code}\n", encoding="utf-8")
    for arguments in (["--password", code], ["--password-file", str(tmp_path / "passwords")], ["--password", "no", "--password", code]):
        ended, outcome, text, error = opened(path, arguments, capfd)
        assert (ended, outcome["status"], error) == (0, "read", ""), outcome
        assert SAID in text


@pytest.mark.parametrize("how", [{"cipher": "http://www.w3.org/2009/xmlenc11#aes256-gcm"}, {"rounds": 10**12}, {"rounds": 0}])
def test_an_odt_with_another_lock_says_so(how: dict[str, Any], tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.odt").write_bytes(lock_odt(ODT, OPENS, **how))
    code, outcome, _, _ = opened(tmp_path / "a.odt", ["--password", OPENS], capfd)
    assert (code, outcome["reason"]) == (1, "encrypted")
    assert "方式不受支持" in outcome["message"]


@pytest.mark.parametrize("name", [name for name in LOCKED if name.endswith((".doc", ".odt"))])
def test_damage_under_a_lock_is_never_a_traceback(name: str) -> None:
    whole = LOCKED[name]()
    for at in range(9, len(whole), max(1, len(whole) // 40)):
        broken = bytearray(whole)
        broken[at] ^= 0xFF
        try:
            read_source(bytes(broken), passwords=(OPENS,))
        except Unreadable as refusal:
            assert refusal.reason in {"encrypted", "damaged", "missing-program", "unsupported", "too-large"}  # noqa: PT017 - not all
