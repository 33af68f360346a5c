"""The page's modules as one script, for a page that stands alone: a browser loads no module beside a file that it opens from a disk.

Only what our own modules use is known: named imports, ``import * as``, and exports before a declaration.
"""

from __future__ import annotations

import re
from importlib.resources import files

_IMPORT = re.compile(
    r"^import (?:\{(?P<names>[^}]*)\}|\* as (?P<whole>\w+)) from \"\./(?P<module>[\w.]+)\";$|^import \"\./(?P<bare>[\w.]+)\";$",
    re.MULTILINE,
)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|const|class) (?P<name>\w+))", re.MULTILINE)
_AS = re.compile(r"(\w+) as (\w+)")
_ANY = re.compile(r"^(?:import|export)\b", re.MULTILINE)


def one_script(entry: str) -> str:
    """The module ``entry`` with all that it imports: each in a scope of its own, those that are imported first.

    Raises :class:`ValueError` for modules that import one another in a circle, and for a form of import or export that is not known.
    """
    done: dict[str, str] = {}
    _add(entry, done, ())
    return "\n".join(done.values())


def _add(name: str, done: dict[str, str], within: tuple[str, ...]) -> None:
    if name in done:
        return
    if name in within:
        told = " → ".join((*within, name))
        raise ValueError(told)
    source = files("pipeline.review.web").joinpath("static").joinpath(name).read_text(encoding="utf-8")
    for match in _IMPORT.finditer(source):
        _add(match["module"] or match["bare"], done, (*within, name))
    exported = [match["name"] for match in _EXPORT.finditer(source)]
    body = _EXPORT.sub("", _IMPORT.sub(_taken, source))
    if left := _ANY.search(body):
        line = body[left.start() :].partition("\n")[0]
        raise ValueError(line)
    done[name] = f"const {_scope(name)} = (() => {{\n{body}\nreturn {{ {', '.join(exported)} }};\n}})();"


def _taken(match: re.Match[str]) -> str:
    if match["bare"]:
        return ""
    scope = _scope(match["module"])
    if match["whole"]:
        return f"const {match['whole']} = {scope};"
    names = _AS.sub(r"\1: \2", match["names"])
    return f"const {{{names}}} = {scope};"


def _scope(name: str) -> str:
    return "$" + name.removesuffix(".js")
