"""The bare word for a kind of organisation, in a document that names one of the kind: 集团, 基金会, 公司.

Reads::

    新浦市云帆教育集团 … 集团设立奖励基金            集团 is 新浦市云帆教育集团
    晨曦教育基金会 … 由基金会拨付                    基金会 is 晨曦教育基金会

Leaves alone::

    甲集团, 乙集团 … 集团                            two of the kind: nobody can tell
    集团化办学, 集团内学校, 各集团                    no organisation, or not this one
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from extractors.names.aliases import same_organisation
from extractors.text.passage import Passage

_KINDS = ("基金会", "集团", "公司", "商会", "协会", "慈善会", "慈善总会", "联合会", "研究院", "联盟", "校友会", "校友总会")
_BARE = re.compile(
    rf"(?:(?<=[，。；：、.)） \n\t])|(?<=[由向给经将为对请]))(?P<kind>{'|'.join(sorted(_KINDS, key=len, reverse=True))})"
    r"(?![一-龥]?(?:成员|内部|章程|学校|总部|下属|旗下)|[化内外园办各所式军]|校(?!长))"
)


def full_names(names: Iterable[str]) -> Mapping[str, str]:
    """The one name of each kind, by the kind's word; a kind of which the document names two is left out."""
    of: dict[str, str | None] = {}
    for name in names:
        kind = next((kind for kind in _KINDS if name.endswith(kind) and name != kind), None)
        if kind is None:
            continue
        known = of.get(kind, name)
        if known is None or not same_organisation(known, name):
            of[kind] = None
        else:
            of[kind] = max(known, name, key=len)
    return {kind: name for kind, name in of.items() if name is not None}


def find_bare_kinds(passage: Passage, known: Mapping[str, str]) -> Iterator[tuple[int, int]]:
    """Where the bare word stands for the one organisation of its kind, in reading order; ``known`` is what :func:`full_names` gives."""
    if known:
        for match in passage.search(_BARE):
            if match["kind"] in known:
                yield match.span("kind")
