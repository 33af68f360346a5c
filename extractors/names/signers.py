"""The words that stand for each party in the lines under an agreement, and whose a label is that several parties share.

Reads::

    甲方（盖章）：、青石县第一小学（盖章）                the role, and the declared name
    捐赠方（以下称甲方）：… / 捐赠方（签字）：            the other word for the role
    成员校：A / 成员校：B … 成员校（盖章）：B             the second 成员校: the name behind the label tells
    师傅签名：庄映雪                                      a party that is a person signs with its own name

Leaves alone::

    甲方（盖章）：二小                                    a body's short name is nobody's signature
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from extractors.names.lexicon import read_entries
from extractors.text.passage import Passage
from extractors.text.punctuation import HAN, MASK
from extractors.text.signature_lines import WITNESS
from extractors.text.signature_marks import Mark

_LETTERED = ("甲方", "乙方", "丙方", "丁方", "戊方", "A方", "B方", "C方")
_MASKED = re.compile(rf"[{MASK}]|某")
_BODY = re.compile("[校园局会院中小大厂社司处科部队厅所站点室班级方村镇乡县区市州省团]$")
_DOTTED = re.compile(rf"[{HAN}]{{1,8}}(?:·[{HAN}]{{1,8}}){{1,3}}")
_APART = "#"
_BODIES = ("学校", "校", "方", "单位", "园")
_WITNESSES = tuple(
    f"{deed}{who}"
    for deed in (
        "见证",
        "鉴证",
        "监督",
        "监管",
        "监证",
        "主管",
        "上级主管",
        "教育主管",
        "行政主管",
        "审核",
        "审批",
        "批准",
        "公证",
        "备案",
        "指导",
        "协调",
        "组织",
    )
    for who in ("方", "人", "单位", "机关", "部门", "机构", "学校")
)
"""Those who sign beside the parties; one that is a party is known by that role."""
_SIDE = re.compile(
    "(?P<side>(?:对口)?(?:支援|帮扶|援助|捐赠|资助)|受(?:援|助|赠|捐|帮扶|资助|扶)|被(?:帮扶|支援|资助)|牵头|核心|成员|派出|接收|托管|委托|受托)(?:学校|校|方|单位|园|人)"
)
"""The words for one side of an agreement, whatever body stands on it."""


class Role(Protocol):
    """A party as the agreement's head declares it; names are those of the normal text."""

    @property
    def role(self) -> str:
        """甲方, 支援学校, or whatever the agreement calls it."""

    @property
    def name(self) -> str:
        """The declared name, "" where it is left open."""

    @property
    def aliases(self) -> Sequence[str]:
        """Its declared short names."""


@dataclass(frozen=True, slots=True)
class Signers:
    """The parties under keys of their own (the role; the role and a number where several share it) and the words for them.

    A word that several share has their role for its key: :meth:`told_apart` finds whose each mark is.
    """

    keys: tuple[str, ...]
    words: dict[str, str]
    persons: frozenset[str]
    """Those of the words that are a person's own name."""

    def told_apart(self, marks: Sequence[Mark]) -> tuple[Mark, ...]:
        """The marks with every shared role replaced by the key of the party that it stands for."""
        out = list(marks)
        for role in {key.partition(_APART)[0] for key in self.keys if _APART in key}:
            keys = [key for key in self.keys if key.partition(_APART)[0] == role]
            places = [at for at, mark in enumerate(marks) if mark.kind == "party" and mark.role == role]
            for at, key in zip(places, _owners(marks, places, keys), strict=True):
                out[at] = replace(marks[at], role=key)
        return tuple(out)


def role_of(key: str) -> str:
    """The role that a key stands for."""
    return key.partition(_APART)[0]


def find_signers(passage: Passage, roles: Sequence[Role]) -> Signers:
    """The parties of ``passage`` as its signature lines may call them: by role, by name, by what else the head calls them."""
    many, seen = Counter(party.role for party in roles), Counter[str]()
    keys: list[str] = []
    words = {role: role for role in _LETTERED}
    persons: set[str] = set()
    for party in roles:
        seen[party.role] += 1
        key = party.role if many[party.role] == 1 else f"{party.role}{_APART}{seen[party.role]}"
        keys.append(key)
        for name in (party.name, *party.aliases):
            if len(name) > 1 and not _MASKED.search(name):
                words.setdefault(name, key)
                persons |= {name} if is_person(name) else set()
        for name in _other_labels(passage, party.role):
            words.setdefault(name, party.role)
    words |= {party.role: party.role for party in roles if party.role}
    for label, role in list(words.items()):
        for other in _same_side(label):
            words.setdefault(other, role)
    for word in _WITNESSES:
        words.setdefault(word, f"{WITNESS}{word}")
    return Signers(tuple(keys), words, frozenset(persons))


def is_person(name: str) -> bool:
    """Whether a party's name is that of a person: a surname and one or two characters, or a name with dots."""
    if _DOTTED.fullmatch(name):
        return True
    surnames = read_entries("surnames")
    surname = 2 if name[:2] in surnames else 1 if name[:1] in surnames else 0
    return 0 < surname < len(name) <= surname + 2 and _BODY.search(name) is None


def _other_labels(passage: Passage, role: str) -> list[str]:
    """捐赠方（以下称甲方）, 甲方（捐赠方）, 捐赠方甲方: the other word for a party."""
    name = re.escape(role)
    before = re.compile(rf"(?P<other>[{HAN}]{{2,8}})[ ]?（[^（）\n]{{0,4}}{name}[”\"]?）[ ]?：")
    after = re.compile(rf"{name}[ ]?（(?P<other>[{HAN}]{{2,8}})）[ ]?：")
    glued = re.compile(rf"(?<![{HAN}])(?P<other>[{HAN}]{{2,6}}{name})(?=(?:名称|全称)?(?:[ ]?（[^（）\n]{{0,20}}）)?[ ]?：)")
    return [
        match["other"]
        for pattern in (before, after, glued)
        for match in passage.search(pattern)
        if not re.search("[章字名]", match["other"])
    ]


def _same_side(label: str) -> list[str]:
    """支援学校 signs as 支援校, 支援方 or 支援单位 too."""
    side = _SIDE.fullmatch(label)
    return [f"{side['side']}{body}" for body in _BODIES if f"{side['side']}{body}" != label] if side else []


def _owners(marks: Sequence[Mark], places: Sequence[int], keys: Sequence[str]) -> Iterator[str]:
    """Whose each of the marks is: the name behind tells, else its place among as many on one line, else their order."""
    lines = Counter(marks[at].line for at in places)
    used: list[str] = []
    before: Mark | None = None
    for at in places:
        mark = marks[at]
        named = marks[at + 1] if at + 1 < len(marks) and mark.value.start == mark.value.end else None
        if named is not None and named.role in keys and named.line - mark.line in (0, 1):
            key = named.role or keys[0]
        elif lines[mark.line] == len(keys):
            key = keys[sum(marks[other].line == mark.line and other < at for other in places)]
        elif before is not None and mark.signs and not before.signs:
            key = used[-1]
        else:
            key = next((key for key in keys if key not in used), keys[-1])
        used.append(key)
        before = mark
        yield key
