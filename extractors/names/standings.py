"""The organisations of a document, each once: its names together, parts of a school with the school, offices told from schools.

Reads::

    柏林路小学 … 青石县柏林路小学              one organisation, named in full
    小高家村幼儿园 … 小高家屯幼儿园            one too: a slip in the word for a settlement
    柏林路小学工会 beside 柏林路小学            a part of the school, no organisation of its own

Leaves alone::

    青石县第一小学, 青石县第二小学              two
    柏林路小学校友会, 柏林路小学家长委员会      they give for themselves
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from extractors.names.aliases import same_organisation
from extractors.names.mentions import Mention
from extractors.names.name_index import NameIndex
from schemas.agreement import Side

_BARE_LEVELS = frozenset("省市县区州旗镇乡縣區鎮鄉")
_SETTLEMENT = frozenset("村屯庄寨")
_PART = re.compile(
    r"(?:党支部|党总支|党委|(?:总)?支部委员会|工会|团委|团支部|少先队|少先队大队部|少工委|大队部|教导处|教务处|总务处|德育处|办公室|教研组)$"
)
_SECTION = re.compile(r"(?<=[局厅])[\u4e00-\u9fff]{2,6}[科处股]$")
_BRANCH = re.compile(r"(?:党支部|党总支|党委|(?:总)?支部委员会)$")
_BRANCH_ENDS = "部支委会會"
_OFFICE = re.compile(
    r"(?:局|厅|廳|委|政府|财政|工委|办公室|妇联|残联|工商联|工会|教研[室院]|教科[所院]|教育教学研究室|教学研究室|招生考试院|电教馆|教研中心|招生办|编办|督导室|慈善会|慈善总会|红十字会|婦聯|殘聯|慈善會|慈善總會|紅十字會|关工委|政协|人大|组织部|宣传部|统战部|[局厅]委员会|党组)$"
)
_GOVERNS = re.compile(
    r"(?:局|厅|廳|委|政府|财政|工委|办公室|教研[室院]|教科[所院]|教育教学研究室|教学研究室|招生考试院|电教馆|教研中心|招生办|编办|督导室|政协|人大|组织部|宣传部|统战部)$"
)
_LEVEL = re.compile(r"(?:中共|本|我|该|全|各)?(?:自治[区區州县縣旗]|[省市县区州旗镇乡縣區鎮鄉]|地区|国家|中央|学校|我校|本校)级?")
_OWN = re.compile(r"(?:学校|我[校园]|本[校园])")
_SHORTEST_SLIP = 7


@dataclass(slots=True)
class Standing:
    """One organisation with its mentions and what speaks for either side.

    ``acts`` tells that it pays, sends or is helped, and does not only lead; ``pays`` that it pays or sends;
    ``paired`` that it stands in a pair with another; ``in_between`` that it is helped by one and helps another.
    """

    name: str
    mentions: list[Mention]
    gives: float = 0
    takes: float = 0
    acts: bool = False
    pays: bool = False
    paired: bool = False
    in_between: bool = False

    @property
    def side(self) -> Side:
        """The side that more speaks for; unknown where nothing does."""
        if self.in_between:
            return "both"
        if self.gives == self.takes:
            return "unknown"
        return "supporter" if self.gives > self.takes else "recipient"

    @property
    def is_office(self) -> bool:
        """An authority or one of its bodies: it is a party only where it acts."""
        return _OFFICE.search(self.name) is not None or _SECTION.search(self.name) is not None

    @property
    def governs(self) -> bool:
        """An authority that leads schools."""
        return _GOVERNS.search(self.name) is not None or _SECTION.search(self.name) is not None

    @property
    def is_nameless(self) -> bool:
        """县教育局, 市残联: a level and an office, and no place."""
        level = _LEVEL.match(self.name)
        if level is None:
            return bool(re.fullmatch(r"(?:教育|教体|教科体|财政|民政)[局厅]|团[省市县区州旗]委|教育部", self.name))
        return self.is_office and not re.search(r"[省市县区州旗镇乡縣區鎮鄉]", self.name[level.end() : -1])

    @property
    def is_own_part(self) -> bool:
        """学校党支部: a part of the school that writes."""
        return _OWN.match(self.name) is not None


def group_mentions(named: Iterable[Mention], declared: Mapping[str, str] = MappingProxyType({})) -> list[Standing]:
    """One standing for each organisation, in the order of introduction, under its fullest name.

    ``declared`` gives the full name of each short one that the document explains (以下简称).
    """
    groups: list[Standing] = []
    of: dict[str, int] = {}
    index = NameIndex()
    for mention in named:
        full = declared.get(mention.name, "")
        known = of[full] if full in of else _find(full, groups, index)
        if known is not None:
            groups[known].mentions.append(mention)
            continue
        number = of.get(mention.name)
        if number is None:
            characters = frozenset(mention.name)
            number = next((at for at in index.candidates(mention.name) if _is_one(groups[at].name, mention.name, characters)), len(groups))
            if number == len(groups):
                groups.append(Standing(mention.name, []))
            index.add(number, mention.name)
        group = groups[number]
        group.mentions.append(mention)
        of[mention.name] = number
        if full and full not in of:
            of[full] = number  # a title's short name comes before the full one
            index.add(number, full)
        if mention.kind == "organisation" and _is_fuller(mention.name, group.name):
            group.name = mention.name
    return groups


def _find(full: str, groups: Sequence[Standing], index: NameIndex) -> int | None:
    """The group of a short name's full one, also where only another form of it has come so far."""
    near = index.candidates(full) if full else ()
    return next((at for at in near if same_organisation(groups[at].name, full)), None)


def _is_one(name: str, other: str, characters: frozenset[str]) -> bool:
    """Whether two names are one organisation's; ``characters`` are the other's, and tell most strangers apart at once."""
    if (characters.issuperset(name) or characters.issubset(name)) and same_organisation(name, other):
        return True
    return (len(name) == len(other) and _is_slip(name, other)) or (other[-1] in _BRANCH_ENDS and _is_same_branch(name, other))


def _is_same_branch(name: str, other: str) -> bool:
    """中共甲校支部委员会 and 甲校党支部."""
    first, second = _BRANCH.search(name), _BRANCH.search(other)
    if first is None or second is None:
        return False
    return same_organisation(name[: first.start()].removeprefix("中共"), other[: second.start()].removeprefix("中共"))


def without_parts(groups: Sequence[Standing]) -> list[Standing]:
    """The groups in which a school's branch or union has become one with the school, where the school is named itself.

    The school gives the name, unless its Party branch is named more often.
    """
    kept: list[Standing] = []
    index = NameIndex()
    for number, group in enumerate(groups):
        index.add(number, group.name)
    for group in groups:
        owner = _owner(group, groups, index)
        if owner is None:
            kept.append(group)
            continue
        if _BRANCH.search(group.name) and len(group.mentions) > len(owner.mentions):
            owner.name = group.name
        owner.mentions = sorted([*owner.mentions, *group.mentions], key=lambda mention: mention.start)
    return kept


def _is_fuller(name: str, than: str) -> bool:
    """Whether a name has more before or behind the other (云岭银行|股份有限公司), or says the place that the other leaves out (县进修学校)."""
    return len(name) > len(than) and (
        name.endswith(than) or name.startswith(than) or than[0] in _BARE_LEVELS or _is_same_branch(name, than) or _leaves_out(than, name)
    )


def _leaves_out(short: str, full: str) -> bool:
    """青湖师大附中, 青湖师范大学附属中学: the short name is the full one with words left out, and not only a place's suffix."""
    rest = iter(full)
    return len(full) - len(short) > 1 and all(char in rest for char in short)


def _owner(part: Standing, groups: Sequence[Standing], index: NameIndex) -> Standing | None:
    tail = _PART.search(part.name) or _SECTION.search(part.name)
    if tail is None:
        return None
    whole = re.sub(r"^中共", "", part.name[: tail.start()])
    near = (groups[at] for at in index.candidates(whole)) if whole else ()
    return next((group for group in near if group is not part and same_organisation(group.name, whole)), None)


def _is_slip(one: str, other: str) -> bool:
    if len(one) != len(other) or len(one) < _SHORTEST_SLIP:
        return False
    differing = [pair for pair in zip(one, other, strict=True) if pair[0] != pair[1]]
    return len(differing) == 1 and set(differing[0]) <= _SETTLEMENT
