"""Short names: those that a text declares, and those that follow from the full name.

Reads::

    枫林县第三初级中学（以下简称“枫林三中”）             枫林县第三初级中学 = 枫林三中
    榆阳湖区第一实验幼儿园（下称实验园）                 榆阳湖区第一实验幼儿园 = 实验园
    平川县城关第一小学 … 城关第一小学                    the place left out
    云岭县中等职业学校 … 云岭职校                        characters left out, none changed

Leaves alone::

    枫林县第三中学, 枫林县第二中学                       other numbers, other schools
    云溪市实验小学, 云溪市小学                           what makes the name is left out
    （以下简称“本协议”）, （以下简称《办法》）             no party
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.names.edges import reach_back
from extractors.names.lexicon import short_regions
from extractors.names.organisations import find_organisations
from extractors.names.words import Words, default_words
from extractors.text.passage import Passage
from extractors.text.punctuation import HAN

_DECLARED = re.compile(
    rf"[（，]?(?:以下|下文|下面)?(?:分别|合|统)?(?:均)?(?:简称|以下称|下称|后称)(?:为|作)?[：]?“?(?P<short>[{HAN}a-zA-Z0-9×○]{{2,16}})”?(?=[）。，；、和与\n]|$)"
)
_NO_PARTY = re.compile(r"协议|合同|办法|方案|项目|工程|活动|意见|规划|条例|通知|计划|工作|帮扶金|资金|捐赠款|标的|系统|平台|课程")
_FULL = re.compile(rf"[{HAN}a-zA-Z0-9×○·_（）]{{2,40}}\Z")
_ORDINAL = re.compile(r"第?([一二三四五六七八九十]{1,3}|[0-9]{1,3})(?=[中小幼高初实完职]|$)")
_DIVISION = re.compile("第[一二三四五六七八九十]{1,3}师")
"""A division of the Corps, which its schools' names may leave out (第三师|五十一团中学)."""
_SHORTEST = 2
_PLACE_SUFFIX = frozenset("省市州盟县区旗镇乡村")
_WARDS = ("街道", "社区")
_VILLAGE = ("镇", "乡", "村")
_KINDS = frozenset({"学校", "小学", "中学", "幼儿园"})
_WRITTEN_OUT = {"中": "中学", "小": "小学", "幼": "幼儿园", "校": "学校", "高": "高级中学", "协": "协会"}


@dataclass(frozen=True, slots=True)
class Alias:
    """A declared short name, both in normal text; ``start`` and ``end`` are where the short name stands."""

    full: str
    short: str
    start: int
    end: int


_LEVELLED = 4
_ANOTHER = re.compile("附属|附中|附小|附幼|附设|(?:教育)?(?:发展)?基金会|校友会|分校|家委会|家长委员会|[0-9]{2,4}[级届]")
"""Behind a whole name: another organisation that belongs to the first (某某大学|附属中学)."""


_NAMES_OF_PEOPLES = "蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|鄂温克|德昂|保安|裕固|独龙|鄂伦春|赫哲|门巴|珞巴|基诺"
_PEOPLE = re.compile(f"(?:{_NAMES_OF_PEOPLES})族(?=乡)")
"""Whose township it is, which a short name may leave out (石门坎|布依族|乡民族学校)."""
PEOPLES = re.compile(f"(?:(?:{_NAMES_OF_PEOPLES})族|蒙古|锡伯|柯尔克孜|哈萨克){{1,4}}(?=自治|(?<=族)乡)")
"""Whose township, county or prefecture it is (马边|彝族|自治县)."""
_LEGAL_FORM = re.compile("(?:集团)?(?:控股)?(?:股份)?(?:有限)?(?:责任)?公司")
"""Behind a whole name: the same company with its legal form (永昌集团|有限公司)."""


def find_aliases(passage: Passage) -> list[Alias]:
    """The short names that the document declares, in reading order."""
    return list(_declared(passage, default_words()))


def _declared(passage: Passage, words: Words) -> Iterator[Alias]:
    for match in passage.search(_DECLARED):
        if _NO_PARTY.search(match["short"]):
            continue
        full = _named_before(passage, match.start(), words)
        if full is not None and full != match["short"]:
            yield Alias(full, match["short"], match.start("short"), match.end("short"))


def _named_before(passage: Passage, end: int, words: Words) -> str | None:
    """The name that ends where the bracket opens: an organisation, or what stands after the line's label."""
    line = passage.line_at(end)
    low = max(line.start, end - 48)
    for found in find_organisations(passage.text, low, end, words):
        if found.end == end:
            return passage.text[found.start : end]
    whole = _FULL.search(passage.text, low, end)
    if whole is None or whole.start() == low or passage.text[whole.start() - 1] != "：":
        return None
    return whole.group()


def same_organisation(first: str, second: str) -> bool:
    """Whether two names can be one organisation's: equal, or one the other's short form by the usual rules."""
    if first == second:
        return True
    short, full = sorted((first, second), key=len)
    full = full if _PEOPLE.search(short) else _PEOPLE.sub("", full)
    if len(short) >= _LEVELLED and full.startswith(short) and _LEGAL_FORM.fullmatch(full, len(short)):
        return True
    if len(short) < _SHORTEST or not _ends_alike(short, full) or ordinals(short) != ordinals(full):
        return False
    if full.startswith(short) and _ANOTHER.match(full, len(short)):
        return False
    if short.endswith("中学") and full == short.removesuffix("中学") + full[-_LEVELLED:] and full[-_LEVELLED:] in ("初级中学", "高级中学"):
        return False
    if full.endswith(short) and full.removesuffix(short) in short_regions():
        return True
    starts = _beginnings(full)
    return any(_is_short_of(short, full, at, starts) for at in starts if full[at] == short[0])


def ordinals(name: str) -> list[str]:
    """The numbers by which a name tells its schools apart (第三中学, 三小): one organisation's names have the same."""
    return _ORDINAL.findall(name)


def _ends_alike(short: str, full: str) -> bool:
    """枫林三中 ends like 枫林县第三初级中学."""
    return short[-1] == full[-1] or full.endswith(_WRITTEN_OUT.get(short[-1], "\n"))


def _beginnings(full: str) -> list[int]:
    """Where a short form of a name may begin: at its front, at its places' suffixes, and after them."""
    starts = {0}
    for at, char in enumerate(full[:-1]):
        if char in _PLACE_SUFFIX:
            starts |= {at, at + 1}
        elif full.startswith(_WARDS, at):
            starts.add(at + 2)
    starts |= {division.end() for division in _DIVISION.finditer(full)}
    starts |= {at + 1 for at in starts if full[at] == "第"}
    return sorted(at for at in starts if at < len(full) - 1)


def _is_short_of(short: str, full: str, at: int, starts: list[int]) -> bool:
    """Whether ``short`` is ``full[at:]`` with characters left out, but never the ones that tell it from its neighbours."""
    if full.endswith(short) and len(full) - len(short) in starts:
        return True
    if not _is_subsequence(short, full[at:]):
        return False
    core_at = next((start for start in starts if start > at and full[start - 1] in _PLACE_SUFFIX and full[start] not in _PLACE_SUFFIX), at)
    front = full[at:core_at]
    kept = short[len(front) :] if short.startswith(front) else short[max(0, len(front) - 1) :]
    if len(kept) < _SHORTEST:
        return False
    if kept in _KINDS:
        return front[-1:] in _VILLAGE and full[core_at:] == f"中心{kept}"
    return kept[0] in _heads(full[core_at:])


def _is_subsequence(short: str, full: str) -> bool:
    rest = iter(full)
    return all(char in rest for char in short)


def _heads(core: str) -> frozenset[str]:
    """The characters that a short form of ``core`` may begin with: its first, an ordinal's figure, the school's kind."""
    heads = {core[0]}
    if core.startswith("第"):
        heads.add(core[1:2])
    for lead in ("中等", "高等", "初级", "高级", "普通", "教师"):
        if core.startswith(lead):
            heads.add(core[len(lead) : len(lead) + 1])
    return frozenset(heads)


def place_of(name: str) -> str:
    """The place names at the front of an organisation's name: 广州市越秀区 of 广州市越秀区河边小学; "" without any."""
    reach = reach_back(name, 0, len(name), default_words())
    return "" if reach.place_end is None or reach.start or reach.bare else name[: reach.place_end]
