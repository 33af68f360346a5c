"""The words by which an agreement's text names its parties: roles, names, short names, labels, and the words for all of them.

Reads::

    甲方（优质园）：春晖市机关第二幼儿园        甲方, 优质园, the name, its short forms in the text, 帮扶园 and the like for the supporter
    双方, 甲乙两校, 各方, 结对学校               every party
    我校, 本单位                                every party: nobody can tell which

Leaves alone::

    任何一方, 对方, 双方主管部门                 no party that could be named
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.case import Case
from extractors.names.aliases import same_organisation
from extractors.text.punctuation import HAN, MASK
from schemas.agreement import Party

ALL = (
    r"(?<!任何)(?<!其他)(?:甲[、，和与及]?乙(?:[、，和与及]?丙)?(?:[、，和与及]?丁)?(?:[双三各两四]方|[两三]?(?:校|园|地|局|单位|学校)|方)"
    r"|(?<!结对)[双各三四]方(?!面)|[两三四各]所?(?:学校|校(?!区|园|内|外)|园(?!区|内)|地(?!区))|(?:结对|合作|协作|共建)(?:双方|各方|学校|单位|校|园)|[双各三]方"
    r"|各成员(?:学校|校|园|单位)?|各自)"
)
_SELF = r"[我本](?:校|园|院|局|单位|方|公司|支部|中心|会)(?!区|外|内|级)"
_KIND = "(?:学校|方|校|园所|园|幼儿园|单位|小学|中学|院校|教育局|县|区|市|地区|地|人(?![员才数民士])|企业|公司|机构|支部|党支部)"
_SUPPORTERS = (
    rf"(?<![受被])(?:(?<![受被])(?:对口)?(?:支援|帮扶|援助|扶持|援建|捐赠|捐资|资助|支教|派出|选派|派驻|输出|牵头|核心|优质|城区|城市|城镇|示范|托管|领航|龙头|支持|主体|责任|牵手|受托){_KIND}"
    r"|总校(?!长)|名校(?!长))"
)
_RECIPIENTS = (
    rf"(?:(?:受(?:支)?(?:援|助|赠|捐|扶|帮扶|帮|支援|援助|资助|训)|被(?:帮扶|支援|援助|扶|托管|资助|帮)|薄弱|农村|乡村|乡镇|成员|接收|接受|受派|受派出|托管对象|协作|委托|跟岗派出){_KIND}"
    r"|分校(?!长)|村小)"
)
_OVERSEERS = r"(?:(?:教育)?(?:行政)?主管(?:部门|单位)|教育(?:行政)?部门|教(?:育|体|科)[一-龥]{0,4}局)"
_AUTHORITY = re.compile(r"(?:局|厅|委员会|教委|政府)$")
_MASTERS = re.compile("师傅|导师|指导教师")
_PUPILS = re.compile("徒弟|学员|青年教师|被指导")
_COMPOUND = "(?!管理|发展|文化|建设|治理|教[研学育师科]|党建|层面|之间|安全|工作|特色|制度|章程|规划|品牌|德育|课程|环境|办学|后勤|资源|共|帮扶|结对|合作|联盟|情况|概况|名称)"
"""学校管理: a topic, and nobody."""
_BARE_KINDS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile("(?:学校|小学|中学|学院|大学|高中|初中|职校)$"), rf"(?<![{HAN}])(?:学校|校方){_COMPOUND}"),
    (re.compile("园$"), rf"(?<![{HAN}])(?:幼儿园|园方){_COMPOUND}"),
    (re.compile("(?:公司|集团|企业|厂)$"), rf"(?<![{HAN}])(?:公司|企业|集团){_COMPOUND}"),
    (re.compile("基金会$"), r"(?<![一-龥])基金会"),
)
"""What a party is called by its kind alone, at a clause's beginning (学校应做好记录)."""
_LABEL_WORD = re.compile(rf"[{HAN}]{{2,8}}")
_NO_LABEL = re.compile(r"盖章|签[字章名]|公章|以下|简称|下称|名称|全称|单位名|法人|地址|代码|电话")
_CANDIDATE = re.compile(
    rf"(?:^|[，。；：、 由与和.．）\n])(?P<name>[{HAN}]{{1,14}}?(?:小学|中学|学校|幼儿园|教育局|教体局|公司|集团|基金会|中心|学院|大学|高中|初中|职校|职中|[一二三四五六七八九十]中|[一二三四五六七八九]小|实小|附小|附中|[一二三]幼|支部)(?!小学|中学|幼儿园|学校|校))",
    re.MULTILINE,
)
_SHORTEST = _PAIR = 2
_TELLING = 3
_LETTERED = re.compile("[甲乙丙丁]")
_TWO = re.compile("[双两]")


@dataclass(frozen=True, slots=True)
class Named:
    """Parties named at a place of the normal text; ``parties`` are their positions among the document's."""

    start: int
    end: int
    parties: frozenset[int]


@dataclass(frozen=True, slots=True)
class PartyWords:
    """The words for the parties of one agreement."""

    pattern: re.Pattern[str]
    of: dict[str, frozenset[int]]
    everyone: frozenset[int]
    two: frozenset[int]
    """Who 双方 are: everybody, of three or more the two that are no authorities, else the first two."""

    def find(self, text: str, start: int, end: int) -> Iterator[Named]:
        """Where parties are named, in reading order."""
        for match in self.pattern.finditer(text, start, end):
            yield Named(match.start(), match.end(), self._named(match))

    def _named(self, match: re.Match[str]) -> frozenset[int]:
        group = str(match.lastgroup)
        if group == "own":
            return self.of.get(match.group(), frozenset())
        if group != "all":
            return self.of.get(group, frozenset())
        if _LETTERED.search(match.group()):
            lettered = frozenset().union(*(found for word, found in self.of.items() if word[:1] in match.group() and word[1:] == "方"))
            return lettered or self.everyone
        return self.two if _TWO.search(match.group()) else self.everyone


def party_words(case: Case) -> PartyWords:
    """The words for the parties of an agreement."""
    parties = case.document.parties
    of: dict[str, set[int]] = {}
    for at, party in enumerate(parties):
        for word in _own_words(case, party):
            of.setdefault(word, set()).add(at)
    for word, found in _short_names(case, parties):
        of.setdefault(word, set()).add(found)
    groups = {word: frozenset(found) for word, found in of.items()}
    for group, side in (("supporters", "supporter"), ("recipients", "recipient")):
        groups[group] = frozenset(at for at, party in enumerate(parties) if party.side in (side, "both"))
    groups["overseers"] = frozenset(at for at, party in enumerate(parties) if _AUTHORITY.search(party.name) and party.side != "recipient")
    own = "|".join(re.escape(word) for word in sorted(of, key=len, reverse=True)) or "(?!)"
    patterns = [
        ("own", own),
        ("all", f"{ALL}|{_SELF}"),
        ("recipients", _RECIPIENTS),
        ("supporters", _SUPPORTERS),
        ("overseers", _OVERSEERS),
    ]
    for number, (kind, bare) in enumerate(_BARE_KINDS):
        groups[f"kind{number}"] = frozenset(at for at, party in enumerate(parties) if kind.search(party.name))
        patterns.append((f"kind{number}", bare))
    pattern = "|".join(f"(?P<{name}>{words})" for name, words in patterns if name in ("own", "all") or groups[name])
    return PartyWords(re.compile(pattern), groups, frozenset(range(len(parties))), _both(parties))


def _both(parties: Sequence[Party]) -> frozenset[int]:
    others = [at for at, party in enumerate(parties) if not _AUTHORITY.search(party.name)]
    return frozenset(others if len(others) == _PAIR else range(min(len(parties), _PAIR)))


def _own_words(case: Case, party: Party) -> Iterator[str]:
    """The role, the name, the short names, and what stands in the label (甲方（优质园）：)."""
    normal = case.passage.normal
    place = case.place(party.span)
    for word in (party.role or "", party.name, *party.aliases, normal.text[place.start : place.end].replace(" ", "")):
        bare = word.strip(MASK + " （）：")
        if len(bare) >= _SHORTEST:
            yield bare
    yield from (word for words in (_MASTERS, _PUPILS) if words.search(party.role or "") for word in words.pattern.split("|"))
    floor = max((end for other in case.document.parties if (end := case.place(other.span).end) <= place.start), default=0)
    floor = max(floor, case.passage.line_at(place.start).start)
    label = re.split(r"[ \t]{2,}|[；，。]", normal.text[floor : place.start])[-1]
    others = [other for other in case.document.parties if other is not party]
    for match in _LABEL_WORD.finditer(label if "：" in label else ""):
        # （以下简称：甲方）和… is the label of the party before
        if not _NO_LABEL.search(match.group()) and not any(match.group() == one.role or match.group() in one.name for one in others):
            yield match.group()


def _short_names(case: Case, parties: Sequence[Party]) -> Iterator[tuple[str, int]]:
    """Short forms of the names that the text uses without declaring them."""
    seen: set[str] = set()
    for match in case.passage.search(_CANDIDATE):
        name = match["name"]
        if name in seen:
            continue
        seen.add(name)
        named = [party for party in parties if party.name and name != party.name and not party.blank]
        same = [party for party in named if same_organisation(name, party.name)]
        if not same and len(name) >= _TELLING:
            same = [party for party in named if _is_within(name, party.name)]
        if len(same) == 1:
            yield name, parties.index(same[0])


def _is_within(short: str, full: str) -> bool:
    """石桥小学 of 石桥镇中心小学: looser than elsewhere, for the parties of one agreement are few."""
    rest = iter(full)
    return short[-1] == full[-1] and all(char in rest for char in short)
