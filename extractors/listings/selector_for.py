"""CSS that finds the rows of a list again, as short and as lasting as the page allows.

Reads::

    <div class="newsList"><ul class="list"><li class="odd">      .newsList li
    <div id="wp_news_w6"><ul><li class="news n1">               #wp_news_w6 li.news
    no class and no id anywhere                                  body > table:nth-of-type(2) > tbody > tr

Leaves alone::

    on, active, odd, first, li_3, id="123"                       what changes with the day or the line
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from extractors.listings.groups import Group
from extractors.listings.page_tree import Element, PageTree

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9]{0,30}(?:[_-]{1,2}[A-Za-z0-9]{1,30}){0,6}")
_TAG = re.compile(r"[a-z][a-z0-9]{0,20}(?:-[a-z0-9]{1,20}){0,4}")
_PASSING = re.compile(
    r"on|off|active|current|cur|hover|selected|sel|odd|even|first|last|top|new|show|hide|hidden|clearfix|clear|cf|fix|fl|fr|left|right|pull-\w+|line\w{0,3}"
    r"|col-\w+-\w+|row|bg\w{0,2}|[\w-]*[0-9][a-z][0-9][\w-]*",
    re.IGNORECASE,
)
_HIGHEST = 8
_NEAR = 2
"""A name so far above the rows is less sure than their own class."""
_LISTS = frozenset({"ul", "ol", "dl", "tbody"})
_MOST_CLASSES = 3
_MOST_TRIED = 80


def selectors_for(group: Group) -> Iterator[str]:
    """Selectors that may find the rows, the best first; the last one says where the rows stand and nothing of what they are called."""
    yield from islice(dict.fromkeys(_named(group)), _MOST_TRIED)
    yield _placed(group)


def find_selector(tree: PageTree, group: Group, finds: Callable[[str], bool]) -> str | None:
    """The first selector that finds the rows; ``finds`` says whether what it selects reads as the rows do."""
    wanted = {row.key for row in group.rows}
    for css in selectors_for(group):
        found = {element.key for element in tree.select(css)}
        if wanted <= found and finds(css):
            return css
    return None


def _named(group: Group) -> Iterator[str]:
    row = _tag(group.rows[0])
    own = [name for name in _classes(group.rows[0]) if all(name in _classes(other) for other in group.rows[1:])]
    rows = [row, *(f"{row}.{name}" for name in own[:_MOST_CLASSES])]
    held_in = group.rows[0].parent
    between = f"{_tag(held_in)} > " if group.blocks and held_in is not None else ""
    yield from _below(group.container, "", f"{between}{row}", rows)
    chain = f"{_tag(group.container)} > {between}{row}"
    for level, around in enumerate(islice(group.container.ancestors(), _HIGHEST), 1):
        if level == _NEAR:
            yield from rows[1:]
        yield from _below(around, chain, row, rows)
        chain = f"{_tag(around)} > {chain}"


def _below(around: Element, chain: str, row: str, rows: Sequence[str]) -> Iterator[str]:
    """The rows by a name of what is around them: step by step (``chain``), or anywhere inside."""
    is_near = chain.count(">") == 1 and chain.split(" ", maxsplit=1)[0] in _LISTS
    for name in _names(around):
        if not chain:
            yield f"{name} > {row}"
        elif not is_near:
            yield f"{name} > {chain}"
        yield from (f"{name} {one}" for one in rows)
        if is_near:
            yield f"{name} > {chain}"


def _names(element: Element) -> Iterator[str]:
    """What an element is called: its id, its classes, two of them together."""
    name = (element.attributes.get("id") or "").strip()
    if _NAME.fullmatch(name) and not _PASSING.fullmatch(name):
        yield f"#{name}"
    classes = _classes(element)
    yield from (f".{one}" for one in classes)
    yield from (f"{_tag(element)}.{one}" for one in classes)
    if len(classes) > 1:
        yield f"{_tag(element)}.{'.'.join(classes)}"


def _tag(element: Element) -> str:
    """An element's tag; any tag, where broken markup made one that CSS cannot name."""
    return element.tag if _TAG.fullmatch(element.tag) else "*"


def _classes(element: Element) -> list[str]:
    names = (element.attributes.get("class") or "")[:500].split()
    return [name for name in dict.fromkeys(names) if _NAME.fullmatch(name) and not _PASSING.fullmatch(name)][:_MOST_CLASSES]


def _placed(group: Group) -> str:
    """Where the rows stand, from the nearest element with an id or from the body."""
    held_in = group.rows[0].parent
    between = f"{_tag(held_in)} > " if group.blocks and held_in is not None else ""
    steps: list[str] = []
    for element in (group.container, *group.container.ancestors()):
        if element.tag in ("body", "html"):
            steps.append(element.tag)
            break
        name = next((one for one in _names(element) if one.startswith("#")), None)
        if name is not None:
            steps.append(name)
            break
        steps.append(f"{_tag(element)}:nth-of-type({_place(element)})")
    return f"{' > '.join(reversed(steps))} > {between}{_tag(group.rows[0])}"


def _place(element: Element) -> int:
    siblings = element.parent.children if element.parent is not None else []
    return sum(isinstance(child, Element) and child.tag == element.tag and child.start <= element.start for child in siblings)
