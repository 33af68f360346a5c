"""The page's modules as one script."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from pipeline.review import one_script as bundling
from pipeline.review.one_script import one_script
from tests.pipeline.review.chromium import chromium

ENTRY = """import { shout, two as second } from "./words.js";
import * as words from "./words.js";
console.log(shout("a"), second, words.two);
"""
WORDS = """import "./first.js";
const hidden = "!";
export const two = 2;
export function shout(word) {
  return word + hidden;
}
"""
MODULES = {
    "entry.js": ENTRY,
    "words.js": WORDS,
    "first.js": "const hidden = 1;\nglobalThis.started = hidden;\n",
    "round.js": 'import { back } from "./back.js";\nexport const round = 1;\n',
    "back.js": 'import { round } from "./round.js";\nexport const back = 1;\n',
    "odd.js": "export default 3;\n",
}


@pytest.fixture
def modules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package of modules in place of the page's own."""
    static = tmp_path / "static"
    static.mkdir()
    for name, source in MODULES.items():
        (static / name).write_text(source, encoding="utf-8")
    monkeypatch.setattr(bundling, "files", lambda _: tmp_path)
    return tmp_path


@pytest.mark.usefixtures("modules")
def test_each_module_has_its_own_names_and_runs_once_before_its_importers() -> None:
    script = one_script("entry.js")
    with chromium() as browser:
        page = browser.new_page()
        said: list[str] = []
        page.on("console", lambda told: said.append(told.text))
        page.evaluate("(script) => (0, eval)(script)", script)
    assert said == ["a! 2 2"]
    assert [script.index(f"const ${name}") for name in ("first", "words", "entry")] == sorted(
        script.index(f"const ${name}") for name in ("first", "words", "entry")
    )


@pytest.mark.usefixtures("modules")
@pytest.mark.parametrize(("entry", "told"), [("round.js", "round.js → back.js → round.js"), ("odd.js", "export default 3;")])
def test_what_cannot_be_put_together_is_refused(entry: str, told: str) -> None:
    with pytest.raises(ValueError, match=told.replace(".", r"\.")):
        one_script(entry)


def test_the_reading_view_is_of_our_own_modules_alone() -> None:
    script = one_script("reading.js")
    assert "import " not in "".join(line for line in script.splitlines() if line.startswith(("import", "export")))
    static = files("pipeline.review.web").joinpath("static")
    assert static.joinpath("card_face.js").is_file()
    assert "$card_face" in script
    # what decides is not part of it
    assert "$deciding" not in script
