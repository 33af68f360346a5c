"""Figures and numerals that name no value: numbers of papers, telephones, houses, grades, classes, lists, hours, and fixed words.

Reads (as nothing)::

    深教[20]48号, 国发〔2015〕45号, 第45号令            numbers of papers
    0571-87654321, 13800001234, 身份证号3301…          telephones, cards
    中山路38号3栋201室, 12号楼                           addresses
    初一（3）班, 五至六年级, 2021级, 2021届, 90后         grades and years of birth
    一、 （二） 3. 一是                                   numbers of a list
    8：30, 上午九点半, 3：2, 1+1, 2.0.1, V2.0            hours, scores, sums, versions
    一体化, 四川, 千方百计                                words

Leaves alone::

    15名, 3个年级, 2021年                                 values
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from string import ascii_letters

from extractors.values.words import currencies, fixed_words, units

_N = "[0-9]{1,4}|[一二三四五六七八九十百]{1,5}"
_HAN = "一二三四五六七八九十"
_ADDRESSES = re.compile(
    r"(?:https?：?//|www\.)[A-Za-z0-9./?&=_%#：~+@-]{1,300}|[A-Za-z0-9._-]{1,64}@[A-Za-z0-9-]{1,64}(?:\.[A-Za-z0-9-]{1,30}){1,4}"
    r"|[A-Za-z0-9-]{1,40}(?:\.[A-Za-z0-9-]{1,40}){0,3}\.(?:com|cn|net|org|gov|edu)(?:\.cn)?(?:/[A-Za-z0-9./?&=_%#-]{0,200})?"
)
_CODE = re.compile(
    r"20_{1,4}年?(?:_{1,4}月)?(?:_{1,4}日)?|[一二]〇[×xX]{2}年(?:[×xX]{1,2}月)?(?:[×xX]{1,2}日)?"
    r"|[2-6]G(?=[网时手基技信通应站移商智])"
    r"|1[3-9][0-9]{9}(?![0-9]|[ ]?[元万亿人个名册元吨米])|1[3-9][0-9][- ][0-9]{4}[- ][0-9]{4}(?![0-9])|0[0-9]{2,3}[- ]?[1-9][0-9]{6,7}(?:-[0-9]{1,5})?(?![0-9])"
    r"|[48]00[- ][0-9]{3,4}[- ][0-9]{3,4}(?![0-9])|[1-9][0-9]{16}[0-9Xx](?![0-9A-Za-z])|[0-9]{7,8}-[0-9]{1,4}(?![0-9])"
    r"|(?<=〔)[0-9]{2,4}〕(?:第?[0-9]{1,5}号)?|[0-9]{4}）第?[0-9]{1,5}号|(?:[0-9]{1,5}|[一二三四五六七八九十]{1,3})号(?:[飞火卫探]|文(?!化)|令|公告|通知"
    r"|函|文件|决定|楼|线|院|门|室|教室|公路|国道|店|库|馆|厅|机|车厢|台)"
    rf"|(?:[0-9]{{1,5}}|[{_HAN}]{{1,3}})号(?:(?:之)?[0-9{_HAN}]{{1,4}}(?:号楼|栋|幢|单元|层|楼|室|院|门|座|区))+"
    r"|[0-9]{1,4}(?:号楼|单元|栋|幢)(?:[0-9]{1,4}(?:单元|层|楼|室|号|户))+|[0-9]{3,4}(?:室|教室|房间?)(?!内)"
    r"|[0-9]{4}）[一-龥]{1,2}[0-9]{0,4}[民刑行执知破][一-龥]{1,3}[0-9]{1,6}号|[0-9]{1,3}比[0-9]{1,3}(?!例)|[0-9]-[0-9](?=[领战获大胜负击落告逆])"
    r"|[0-9]{1,3}[：∶][0-9]{1,3}(?:[：∶][0-9]{1,3})*|[0-9]{1,3}(?:\+(?:[0-9]{1,3}|[NnXx]))+|(?!(?:19|20)[0-9]{2}\.(?:1[0-2]"
    r"|0?[1-9])\.(?:3[01]|[12][0-9]|0?[1-9])(?![0-9.]))[0-9]{1,4}(?:\.[0-9]{1,4}){2,5}(?![0-9]*年)"
    rf"|(?:{_N})(?:(?:、|至|到|-|和|与|及)(?:{_N})){{0,5}}(?:年级|学段|年段)|(?:{_N})（[0-9{_HAN}]{{1,3}}）班|[0-9]{{1,2}}[.．][0-9]{{1,2}}班"
    r"|(?:19|20)[0-9]{2}(?:、(?:19|20)[0-9]{2})*[级届](?!别)|[0-9]{2}[级届](?=[一-龥]{0,6}(?:学生|毕业|新生|班|校友))|(?:[0-9]0|[0-9]5)后"
    rf"|[九八七六五][〇零五]后|(?:985|211)(?=工程|高校|院校|大学|、|和|/|”)|12345(?=热线)|[0-9]{{1,2}}(?:·|\.)[0-9]{{1,2}}(?=事件|大?地震|讲话)"
    rf"|[0-9]{{1,2}}[时点](?:[0-9]{{1,2}}分?|半|许|整(?![改个治合])|钟)|[0-9]{{1,2}}[时点](?=[，。；、）至到前后左开起之-]|$)|[{_HAN}两]{{1,3}}点(?:半|钟"
    rf"|整|一刻|三刻|[{_HAN}零]{{1,3}}分|[许多](?!的))"
    rf"|[0-9]{{1,3}}(?:\.[0-9]{{1,3}})?版|[0-9]{{1,2}}[.．](?=[^0-9])"
    rf"|[{_HAN}]{{1,3}}中(?=全会|学(?!生|习|期|年|科|会|到)|[、，。；）的与和在为]|$)|[0-9]{{1,3}}中(?=、|学(?!生|习)|的|与|和|初|高)"
    rf"|[{_HAN}](?:是|要|则|来|为)(?=[一-龥])|[一二两三四五六七八九十]+(?:者|字头|大家|把手|表哥|等奖|等功|本院校|本线|线城市)|[{_HAN}]小(?=[、，。；）的与和]|$)"
)
_OF_HOURS = re.compile(rf"(?:[0-9]{{1,2}}|[{_HAN}两]{{1,3}})[点时](?:(?:[0-9]{{1,2}}|[{_HAN}]{{1,3}}|半|整)分?)?")
_HOURS_BEFORE = re.compile("(?:上午|下午|早上|晚上|凌晨|中午|傍晚|清晨|早晨|午后|今早|今晚|明早|明晚|昨晚|当晚|晚)[ ]?$")
_LABELLED = re.compile(
    r"(?:电话|手机号?|热线|传真|邮编|邮政编码|QQ群?|微信号?|账号|帐号|卡号|编号|学号|工号|证号|身份证号?|号码|信用代码|许可证号?|备案号?|文号|案号|单号|代码"
    r"|密码|验证码|房号|座位号|车牌号?|考号|准考证号?|Tel|TEL|tel)(?:号|号码)?[：为是 ]{0,3}$"
)
_TOKEN = re.compile("[0-9A-Za-z]{1,40}(?:[-._/][0-9A-Za-z]{1,40}){0,6}")
_FOREIGN_WORD = re.compile("[A-Za-z]{2,}(?:/[A-Z])? $")
_VERSION = re.compile(r"[0-9]{1,6}(?:[.-][0-9]{1,6}){0,6}(?![0-9.%个名位年月日元人次份米万亿台本套 ])")
_CALLED = re.compile("(?:拨打|请拨|致电|拨|热线)[ ]?$")
_SHORT_CALL = re.compile("1[0-9]{2}(?![0-9])|12[0-9]{3}(?![0-9])|9[56][0-9]{3,4}(?![0-9])")
_FIGURE_NUMBER = re.compile("[图表式][ ]?$")
_NUMBERED = re.compile(r"[0-9]{1,3}(?:[-.][0-9]{1,3}){1,3}")
_CLASS = re.compile(r"(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})）班")
_GRADE_BEFORE = re.compile("(?:(?<![提升最增拔更抬])[初高大小研][ ]?|职高|新高)$")
_GRADE = re.compile(r"[一二三四五六1-4](?!至|到)(?=年级|班|学生|[（，。、；）的上下至到新毕备]|$|、)")
_OF_GRADE = re.compile("年级$")
_OWN_CLASS = re.compile("(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})班")
_INLINE = re.compile("[：；。]$")
_INLINE_NUMBER = re.compile("[0-9]{1,2}、(?=[一-龥])(?![一二三四五六七八九十])")
_PAPER = re.compile("(?:附件|附表|附录|协议书|责任书)$")
_PAPER_NUMBER = re.compile(r"[0-9]{1,2}(?=[。；，、：）》”\s]|$)|[一二三四五六七八九十]{1,2}(?=[。；，：）》”\s]|$)")
_ROAD_BEFORE = re.compile("(?:[路街道巷弄]|大街|胡同|大道|小区|家园|花园|工业园|社区)$")
_HOUSE = re.compile(
    rf"(?:[0-9]{{1,5}}|[{_HAN}百]{{1,5}})(?:(?:-[0-9]{{1,4}})*号|弄|巷|#)(?:之?[0-9{_HAN}]{{1,4}}(?:号楼|栋|幢|单元|层|楼|室|院|门|座|号)?)*"
)
_AT_LINE_START = re.compile(r"(?:^|\n)[ \t]*(?:（|-[ ])?$")
_LIST_NUMBER = re.compile(
    rf"[0-9]{{1,2}}(?:[.、）](?![0-9])|[.、](?=(?:19|20)[0-9]{{2}}(?:年|学年|-|至|\.[0-9])|[0-9]{{1,2}}月)"
    rf"|[.][0-9]{{1,2}}[.](?=[一-龥])|(?:[.][0-9]{{1,2}}){{1,3}}[ ]+(?=[一-龥])(?![万亿元千百个吨米公克亩])"
    rf"|(?:\t|[ ]{{2,}})(?=[一-龥])|[ ]?-(?=[ ]?(?:\n|$)))|[{_HAN}]{{1,3}}[、）.]"
)
_BRACKETED = re.compile(rf"(?:[{_HAN}]{{1,3}}|[0-9]{{1,2}})）")
_BEFORE_BRACKET = re.compile(r"(?:^|[\s。；：，、）])（$")
_QUOTED = re.compile(rf"(?:[{_HAN}]{{1,4}}|[0-9]{{1,3}}(?:[·+-][0-9]{{1,3}})+)”")
_OPENED = re.compile("[（“]$")
_NAMED_SCHOOL = re.compile(
    r"副校长|副?书记|完全小学|完中|[中小]学|幼儿园|高级中|初级中|高中|初中|实验|人民医院|附属|师范|职业|分校|医院|中$|中(?=[、，。；）])"
)


def find_addresses(text: str) -> list[tuple[int, int]]:
    """Where web and mail addresses stand."""
    if not any(sign in text for sign in ("//", "www.", "@", ".cn", ".com", ".net", ".org")):
        return []
    return [match.span() for match in _ADDRESSES.finditer(text)]


def skip_code(text: str, at: int, end: int) -> int | None:
    """Where the code that begins at ``at`` ends, ``end`` being the figure's own end; None where a value may begin."""
    last = text[at - 1] if at else ""
    if last in _TELLING:
        before = text[max(0, at - _LOOK_BACK) : at]
        stop = _by_label(text, at, before) if text[at] in "0123456789" else None
        stop = stop or _by_place(text, at, before)
        if stop is not None:
            return stop
    return _by_form(text, at, end)


def _by_label(text: str, at: int, before: str) -> int | None:
    """Figures glued to letters, behind a foreign word (Windows 11) or behind a label (电话：)."""
    last = before[-1:]
    if _is_glued(before) and not _money_before(before):
        match = _TOKEN.match(text, at)
        return match.end() if match else at + 1
    if last == " " and _FOREIGN_WORD.search(before) and not _money_before(before.rstrip()) and (match := _VERSION.match(text, at)):
        return match.end()
    if (
        last in _LABEL_ENDS
        and _LABELLED.search(before)
        and (match := _TOKEN.match(text, at))
        and (last == "：" or len(match.group()) > _SHORT)
    ):
        return match.end()
    return None


_SHORT = 4
"""账号300个 counts, 账号62220 names one."""
_LOOK_BACK = 16
_LABEL_ENDS = frozenset("：为是 话机线真编码Q群信号案证代单备lL")


def _money_before(before: str) -> bool:
    return before[-3:] in currencies().entries


def _by_place(text: str, at: int, before: str) -> int | None:
    """What the words before make a code: the last character tells which of them to ask."""
    for words, form in _BY_LAST.get(before[-1:], ()):
        if words.search(before) and (match := form.match(text, at)):
            return match.end()
    return None


def _by_form(text: str, at: int, end: int) -> int | None:
    """What the figures' own form makes a code."""
    if end - at < _LONG and text[end : end + 1] not in _FORM_BEHIND:
        return None
    match = _CODE.match(text, at)
    if match is not None and match.group()[-1] == "时" and at and text[at - 1] in "于过少足":
        return None
    if match is None:
        return _lettered(text, at)
    if match.group()[-1] in ".．" and at and text[at - 1] in "0123456789一二三四五六七八九十，。":
        return None
    return match.end()


_LONG = 7
_FORM_BEHIND = frozenset(
    "_×〕）号：∶+.·年级届段学后时点版栋幢单元室教房-比中是要则来为者字大把表等本线小、至到和与及（工高院大” ”ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
)


def _is_glued(before: str) -> bool:
    """Behind a letter, or a dash or dot behind one: A4, HT-2023, wx_08, 京A·88888."""
    last = before[-1:]
    if last.isascii() and last.isalpha():
        return True
    return (
        last in ("-", "_", "·", ".")
        and len(before) > 1
        and (
            (before[-2].isascii() and before[-2].isalpha())
            or (last != "." and before[-2].isdecimal())
            or (last == "-" and "一" <= before[-2] <= "龥")
        )
    )


def _lettered(text: str, at: int) -> int | None:
    """3D, 5G, 4K: figures with letters that are no unit."""
    match = _LETTERED.match(text, at)
    if (
        match is None
        or _QUARTER.match(text, at)
        or units().at(text, match.end(1))
        or currencies().at(text, match.end(1))
        or text[match.end(1)] in "kKM"
    ):
        return None
    return match.end()


_QUARTER = re.compile("(?:19|20)[0-9]{2}[Qq][1-4](?![0-9A-Za-z])")
_LETTERED = re.compile("([0-9]{1,6}(?:[.][0-9]{1,4})?)[A-Za-z][A-Za-z0-9+-]{0,20}")


_PLACES = (
    ("初高大小研", _GRADE_BEFORE, _GRADE),
    ("路街道巷弄同里园区", _ROAD_BEFORE, _HOUSE),
    ("午上间晚晨", _HOURS_BEFORE, _OF_HOURS),
    ("级", _OF_GRADE, _OWN_CLASS),
    ("：；。", _INLINE, _INLINE_NUMBER),
    ("件表录书", _PAPER, _PAPER_NUMBER),
    ("（", _OPENED, _CLASS),
    ("（", _BEFORE_BRACKET, _BRACKETED),
    ("“", _OPENED, _QUOTED),
    ("打电拨线 ", _CALLED, _SHORT_CALL),
    ("图表式 ", _FIGURE_NUMBER, _NUMBERED),
    ("\n \t（", _AT_LINE_START, _LIST_NUMBER),
)
_BY_LAST: Mapping[str, tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]] = {
    last: tuple((words, form) for ends, words, form in _PLACES if last in ends)
    for last in {char for ends, _, _ in _PLACES for char in ends}
} | {"": ((_AT_LINE_START, _LIST_NUMBER),)}
_TELLING = frozenset(_BY_LAST) | _LABEL_ENDS | frozenset(ascii_letters) | frozenset("-_·.")
"""What a telling word ends with; "" at the text's beginning."""


def skip_word(text: str, start: int, end: int) -> int | None:
    """Where the fixed word around the numeral ``text[start:end]`` ends; None where the numeral stands for itself."""
    return fixed_words().covering(text, start, end)


def names_a_school(text: str, at: int) -> bool:
    """Whether 第二 is part of a name: 第二中学."""
    return _NAMED_SCHOOL.match(text, at) is not None
