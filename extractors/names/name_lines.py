"""Whether a stretch of a head holds the name of a party and nothing else, or waits for one.

Reads::

    云溪市实验小学, 云溪市实验小学（以下简称“实小”）        names
    ____________学校, ××小学, （填写单位全称）              waits for one

Leaves alone::

    受援学校, 甲方代表, 为促进均衡发展                        labels, sentences
"""

from __future__ import annotations

import re

from extractors.names.declared_party import is_open, value_end
from extractors.names.name_forms import read_name
from extractors.names.party_labels import LETTERED, SEAL, is_list_heading, is_whole_label, stated_side
from extractors.names.signers import is_person
from extractors.text.passage import Passage, Stretch
from extractors.text.punctuation import HAN

_WHOLE = re.compile(
    rf"(?!{LETTERED}|第[0-9一二三四五六七八九十]{{1,3}}[章编节条部])[{HAN}0-9A-Za-z·“”×○]{{2,36}}(?:（[{HAN}0-9]{{1,8}}）[{HAN}]{{0,12}})?"
)
_SENTENCE = re.compile(r"[。；！？：]|，(?!以下|下|简)")
_LEADS = re.compile(
    "为了?[加进深推促落贯全更切充认扎]|根据|按照|依据|经|本着|鉴于|遵照|关于|一式|第[一二三四五六七八九十]{1,2}[条章]|[一二三四五六七八九十]、"
)
_ABOUT = re.compile("协议|合同|责任书|备忘录|名称|帮扶|结对|共建|^.{0,6}(?:受援|支援)(?:学校|单位|方)")
"""Words of titles, headings and labels, which no party's name has."""
_DEEDS = re.compile(
    "的|每|不少于|至少|以上|选派|指派|委派|派出|安排|接[收待]|组织(?!部)|开展|提供|定期|协助|帮助|负责|参加|[0-9一二三四五六七八九十两][名次节个项支套台期](?![中县区市镇乡村])|教室$|[学每]期|小组$"
)
"""Words of what a party does, which no party's name has."""
_BODY = re.compile(
    "(?:协会|学会|商会|总会|联合会|促进会|研究会|志愿者?[协联]?会?|服务队|服务站|委员会|医院|卫生院|银行|信用社|合作社|厂|村|社区|街道|镇|乡|县|市|区|支队|大队|馆|站|园|研究院|教研室|教研院|进修学校|办公室|工委|团委|妇联|工商联|党委|党支部|联盟|共同体|机关|保健院|疗养院|法院|检察院|福利院|敬老院|卫生所|事务所|派出所|研究所|少年宫|文化宫|电视台|报社|出版社|中队|(?:疾控|疾病预防控制|活动|服务|发展|研究|培训|指导|文化|救助|公益)中心)\\Z"
)
_SHORTEST_BODY = 4
_LONGEST_LINE = 60
_LONGEST_OPEN = 24


def is_name(words: str) -> bool:
    """Whether words are an organisation's whole name: 云溪市实验小学, and not 受援学校."""
    plain = words.replace(" ", "")
    if not _WHOLE.fullmatch(plain) or is_list_heading(plain) or _ABOUT.search(plain) or _DEEDS.search(plain):
        return False
    form = read_name(plain)
    if is_whole_label(plain) and not (form and form.levels and stated_side(form.stems[0]) == "unknown"):
        return False
    if form is None:
        return len(plain) >= _SHORTEST_BODY and _BODY.search(plain) is not None
    return any(len(stem) > 1 for stem in form.stems) or bool(form.numbers)


def is_waiting(words: str) -> bool:
    """Whether words are no name but a place for one: a line, a mask, （填写单位全称）."""
    plain = words.strip()
    return 0 < len(plain) <= _LONGEST_OPEN and is_open(plain.replace(" ", "")) and not _SENTENCE.search(plain)


def names_a_party(passage: Passage, line: Stretch, *, person: bool) -> bool:
    """Whether a line of its own is a party's name, with its short name in brackets or without; ``person`` where it may be anyone's."""
    words = passage.words(line)
    if len(words) > _LONGEST_LINE or _SENTENCE.search(words) or _LEADS.match(words) or SEAL.search(words):
        return False
    name = words[: value_end(passage.text, line.start, line.end) - line.start].strip(" _“”")
    return is_name(name) or is_waiting(name or words) or (person and is_person(name.replace(" ", "")))
