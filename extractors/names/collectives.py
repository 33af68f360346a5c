"""Givers that are no organisation: a purse, people by what they are, one person by name.

Reads::

    区财政每年安排, 社会各界捐款                     区财政, 社会各界
    我校18名党员捐款, 支部全体党员自发捐款            我校18名党员, 支部全体党员
    退休教师宋远航拿出积蓄, 爱心人士周女士捐款         退休教师宋远航, 爱心人士周女士

Leaves alone::

    校长宋远航介绍, 商会会长宋远航代表商会            who speaks, and who stands for another

Source: annotation guide of the record format, rules 20, 31 and 39.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.names.mentions import Mentions
from extractors.text.passage import Passage

_TITLE = "先生|女士|老师|同志|夫妇|老人|校友|一家"
_SEAT = r"(?:省|市|县|区|镇|乡|州|旗)(?:（[省市州县区旗]）)?"
_WORKERS = "家长志愿者|教职工|教职员工|干部职工|党员教师|党员干部|师生|党员|教师|员工|职工|学生|同学|家长|校友|志愿者|队员"
_GIVES = r"凑|出资|筹|自发|踊跃|自愿|纷纷|积极|主动|慷慨|集体|共同?捐|现场捐|捐[款资赠出]|募|集资|凑|出资|筹|拿出"
COLLECTIVE = re.compile(
    rf"(?:[一-龥]{{0,10}}{_SEAT})?(?:本级|各级|地方|同级|省级|市级|县级|区级|中央)?财政(?:局|部门)?"
    rf"|(?:[一-龥]{{2,4}}[省市州县区旗])?(?:校友|企业家|爱心人士|热心人士|爱心市民|热心市民|乡贤|退休教师)[一-龥]{{1,4}}?(?:{_TITLE})"
    r"|(?:爱心|热心|社会)(?:企业|人士|个人|力量|各界|组织|市民|商家)(?:[和与及、](?:爱心|热心)?(?:企业|人士|个人|校友|商户))?|社会各界"
    r"|[一-龥]{2,8}(?:帮扶|支教|援教|党员|志愿者?)团队|(?:[学该本]校|我[校园]|[该本]园)?(?:家委会|家长委员会)|校友会|(?:爱心|热心)家长|各(?:乡镇|县区|县市区|镇|乡)(?:人民)?政府|(?:当地|所在)?(?:村委会|居委会|村集体)|匿名(?:人士|者|好心人)|(?:爱心|好心)人"
    rf"|[一-龥]{{0,4}}?(?:会员|民营|[当本驻]地|校友|理事)(?:企业|单位|商户|商家)(?=[^，。；的]{{0,4}}?(?:认捐|{_GIVES}))"
    r"|(?:学校|幼儿园|[校园])?爱心基金(?=拿出|资助|捐|出资)"
    rf"|(?:[一-龥]{{1,6}}的)?[一-龥]{{0,4}}(?:企业家|乡贤|村民|商户|乡亲|居民|网友|市民|侨胞|华侨|老乡|老党员)们?(?=[^，。；的]{{0,5}}?(?:{_GIVES}))"
    rf"|[0-9]{{4}}[届级](?:全体)?(?:校友|毕业生|学生)(?:们)?"
    rf"|(?:我[校园]|[该本]校|支部|全[市县区校镇园体]|广大|两[校园]){{0,2}}(?:全体|[0-9]{{1,4}}余?[名位])?(?:{_WORKERS})(?:们|代表)?(?:[和与及、](?:{_WORKERS}))?(?=[^，。；的]{{0,4}}?(?:{_GIVES}))"
)
_LEAD = re.compile(
    r"[ ]*(?:（?[0-9一二三四五六七八九十]{1,3}[）、.：]|[一二三四五六七八九十]是)?[ ]*(?:截至[^，]{2,10}，|同时|此外|并|其中|另外|目前|每年|今年|去年|20[0-9]{2}年)?"
)
_IDENTITY = re.compile(
    r"(?:[^，。；：“”的让令使]{0,18}?(?:教师|校友|企业家|乡贤|人士|市民|校长|书记|董事长|总经理|经理|老师|干部|党员|家长|学生|村民|居民|志愿者|院士|教授|医生|创始人|商人|老人|队员))?"
)
_AFTER_NAME = re.compile(rf"(?P<title>{_TITLE})?(?!代表|表示|介绍|说|告诉|率|带领|坦言|认为|在会上|向记者|作|主持|指出|强调|宣布)")


@dataclass(frozen=True, slots=True)
class Collective:
    """A giver that is no organisation, and where it is named."""

    start: int
    end: int
    name: str


def nearest_collective(passage: Passage, mentions: Mentions, start: int, at: int) -> Collective | None:
    """The last one that a clause between two offsets begins with; None where none does."""
    found = None
    while start < at:
        lead = _LEAD.match(passage.text, start, at)
        found = _begun_by(passage, mentions, lead.end() if lead else start, at) or found
        marks = [spot for mark in "，；：" if (spot := passage.text.find(mark, start, at)) >= 0]
        if not marks:
            return found
        start = min(marks) + 1
    return found


def _begun_by(passage: Passage, mentions: Mentions, start: int, at: int) -> Collective | None:
    match = COLLECTIVE.match(passage.text, start, at)
    person = _person(passage, mentions, start, at)
    if match and (person is None or person.end <= match.end()):
        return Collective(start, match.end(), passage.written(start, match.end()))
    return person


def _person(passage: Passage, mentions: Mentions, start: int, at: int) -> Collective | None:
    """退休教师宋远航|拿出积蓄: a person named with what he is, who gives himself."""
    text = passage.text
    stop = min((spot for mark in "，；：" if (spot := text.find(mark, start, at)) >= 0), default=at)
    person = next((mention for mention in mentions.within(start, stop) if mention.kind == "person"), None)
    if person is None or not _IDENTITY.fullmatch(text, start, person.start):
        return None
    title = _AFTER_NAME.match(text, person.end, stop)
    if title is None:
        return None
    return Collective(start, title.end(), passage.written(start, title.end()))
