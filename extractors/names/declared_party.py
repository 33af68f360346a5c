"""A contracting party as an agreement's head declares it, made of its label, the notes behind that, and its name.

Reads::

    甲方（帮扶学校）：云溪市实验小学（以下简称“实小”）      甲方, supporter, short name 实小
    捐赠方（以下称甲方）：汇禾公益基金会                     甲方, supporter
    乙方：（填写单位全称）                                  乙方, left open

Leaves alone::

    云溪市实验小学（东校区）                                a bracket that belongs to the name
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.names.name_forms import read_name
from extractors.names.party_counts import is_doubtful_label
from extractors.names.party_labels import LETTERED, NOTE, is_whole_label, stated_side
from extractors.text.passage import Passage, Stretch
from extractors.text.punctuation import HAN
from extractors.text.signature_labels import DATE_WORD, OFFICE, SIGN, SIGNS
from extractors.text.signature_labels import NOTE as SIGN_NOTE
from schemas.agreement import Side

_CALLED = re.compile(
    r"(?:(?:以下|下文|后文|下同|下|本协议|协议)?(?:中|内)?(?:均|统|简|合)?称(?:之)?(?:为|作)?|简称(?:为)?)[：“”\"'‘’ ]*(?P<name>[^，；。、）“”\"'‘’ ]{1,16})"
)
_VALUE_END = re.compile(
    rf"[；，。|]|[ \t]{{2,}}|\t|[ ](?=[{HAN}]{{2,10}}(?:（[^（）\n]{{0,12}}）)?：)"
    r"|（(?![ _xX×]*）)(?![0-9一二三四五六七八九十]{1,2}）班)(?!幼儿园|小学|中学|初中|高中|集团|校区|本部|北|南|东|西|总)"
)
_NEXT_LABEL = re.compile(
    rf"(?:{OFFICE}(?:{SIGNS})?|{SIGN}|{DATE_WORD}|(?:联系|通讯)?(?:地址|电话|方式)|联[系络]人|经办人){SIGN_NOTE}[ ]?："
)
"""甲方（公章）：    代表人：陆远航 leaves the name open."""
_BLANK = re.compile(r"[xX×＊*○□△_]{2,}|×|某|…|（[ ]*）|〔[ ]*〕|[○□△＊][○□△＊校园市县区镇乡小中]")
_MASK_ONLY = re.compile(rf"[^{HAN}A-WYZa-wyz0-9]*")
_PLACEHOLDER = re.compile(
    rf"[_ ]*[〔（<《]?(?:请|此处|在此)?(?:填写|填入|填|写明|注明)?[{HAN}]{{0,8}}(?:名称|全称|校名|园名)[〕）>》]?[_ ]*|[（〔]?(?:待[定填补]|未定)[）〕]?|[A-Za-z甲乙丙]?(?:[省市州县区旗镇乡村]|学校|小学|中学|幼儿园|教育局|局|公司|医院|单位){{1,4}}|[A-Z](?:校|园|方)"
)
"""A name that only says what would stand there."""
_UNDERLINED = re.compile(r"_+(?P<name>[^_]{4,40})_*|(?P<other>[^_]{4,40})_+")
_ENCLOSED = re.compile(r"[〔“][ _]*(?P<name>[^〔〕“”_\n]{4,40}?)[ _]*[〕”][ ：]*$")
"""甲方：【云溪市实验小学】: a form's brackets, and no part of the name."""
_BLANKS = re.compile(r"(?<![A-Za-z]{2})\s|\s(?![A-Za-z]{2})")
"""What a name is written without: blanks, but those between two words of letters."""


@dataclass(frozen=True, slots=True)
class DeclaredParty:
    """A contracting party. ``start`` to ``end`` is its name in the normal text, or its label where the name is left open.

    ``name`` is of the normal text, ``written`` as the source has it; ``aliases`` are the short names that the text declares for it.
    """

    role: str
    name: str
    written: str
    start: int
    end: int
    side: Side
    blank: bool
    aliases: tuple[str, ...] = ()
    label: str = ""
    written_role: str = ""

    @property
    def empty(self) -> bool:
        """Whether nothing stands where the name should, or a line alone."""
        return self.blank and is_mask(self.name)


def is_mask(name: str) -> bool:
    """Whether a name is no more than marks that something is to be filled in."""
    return _MASK_ONLY.fullmatch(name) is not None


def is_open(name: str) -> bool:
    """Whether a name is left open or masked."""
    return is_mask(name) or (_BLANK.search(name) or _PLACEHOLDER.fullmatch(name)) is not None


def value_end(text: str, start: int, stop: int) -> int:
    """Where the name that begins at ``start`` ends at the latest."""
    cut = _VALUE_END.search(text, start, stop)
    end = cut.start() if cut else stop
    closed = text.rfind("）", start, end)
    return closed if closed >= 0 and text.count("）", start, end) > text.count("（", start, end) else end


def called(notes: str) -> list[str]:
    """The words after 以下简称."""
    return [found["name"] for found in _CALLED.finditer(notes)]


def declare(passage: Passage, label: Stretch, note: str, value: Stretch) -> DeclaredParty:
    """The party of a label with what stands in brackets behind it, whose name begins at ``value`` and ends there at the latest."""
    text = passage.text
    end = value.start if _NEXT_LABEL.match(text, value.start, value.end) else value_end(text, value.start, value.end)
    rest = text[end : value.end]
    notes = note + "".join(re.findall(NOTE, rest)) + (rest if re.match(r"，[ ]?(?:以下|下)", rest) else "")
    start, end = _closed_up(text, value.start, end)
    return make(passage, label, notes, Stretch(start, end))


def make(passage: Passage, label: Stretch, notes: str, name: Stretch, *, role: str = "") -> DeclaredParty:
    """The party whose whole name stands at ``name``; ``role`` where it is other than the label's own words."""
    words, short = passage.words(label), called(notes)
    lettered = _lettered(words, short) or _renamed(passage, words, short)
    written_name = passage.words(name)
    plain = _BLANKS.sub("", written_name)
    found = bool(written_name.strip())
    own = role or lettered or words
    place = name if found else label
    return DeclaredParty(
        role=own,
        name=plain,
        written=_BLANKS.sub("", passage.written(name.start, name.end)) if found else "",
        start=place.start,
        end=place.end,
        side=stated_side(words + notes),
        blank=is_open(plain),
        aliases=tuple(dict.fromkeys(one for one in short if one != own)),
        label=words + notes,
        written_role=own if lettered else passage.written(label.start, label.end),
    )


def _lettered(words: str, short: Sequence[str]) -> str:
    match = re.search(LETTERED, words) or next((hit for one in short if (hit := re.fullmatch(LETTERED, one))), None)
    return match.group() if match else ""


def _renamed(passage: Passage, words: str, short: Sequence[str]) -> str:
    """捐助企业（以下简称“资助单位”）：…: the label by which the text goes on, where the source writes it so."""
    person = is_doubtful_label(words)
    labels = (one for one in short if is_whole_label(one) or (person and is_doubtful_label(one)))
    return next((one for one in labels if one in passage.normal.source.text), "")


def _closed_up(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " \t":
        start += 1
    enclosed = _ENCLOSED.match(text, start, end)
    if enclosed and not is_open(enclosed["name"]):
        return enclosed.span("name")
    underlined = _UNDERLINED.fullmatch(text, start, end)
    if underlined and (form := read_name(underlined["name"] or underlined["other"])) and any(len(stem) > 1 for stem in form.stems):
        start, end = underlined.span("name" if underlined["name"] else "other")
    while end > start and text[end - 1] in " \t：":
        end -= 1
    return start, end
