"""What a document says of its own clauses: 按照第四条约定, 本协议第三条第（二）项, 第三、五条.

Reads::

    未完成本协议第五条、第十五条所列任务的       第五条, 第十五条
    见本方案第三部分                             第三部分
    本协议第三条第（五）项                       the clause 3, its member 5

Leaves alone::

    第四条 经费                                  a heading
    《民法典》第五百零九条、第五百七十七条       another paper's
    原协议第三条；补充协议第二条                 another agreement's
    第三条战线、一条建议                         no clause
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.text.clauses import ordinal
from extractors.text.passage import Passage
from extractors.text.titles import find_titles

_N = r"[0-9零〇一二三四五六七八九十百]{1,5}"
_CITED = re.compile(
    rf"第[ ]?(?P<first>{_N})[ ]?(?P<more>(?:(?:、|和|及|与|至|到|-)第?[ ]?{_N}[ ]?){{0,6}})(?P<unit>条|章|部分)"
    rf"(?P<paragraph>(?:之[一二三四五])?(?:[ ]?第?[ ]?{_N}款)?)"
    rf"(?P<item>[ ]?第?[ ]?(?:（(?P<bracketed>[0-9一二三四五六七八九十]{{1,3}})）(?:项|点|目|款|条)?|(?P<plain>[0-9一二三四五六七八九十]{{1,3}})(?:项|点|目)))?"
)
_EACH = re.compile(rf"(?P<joint>、|和|及|与|至|到|-)第?[ ]?(?P<number>{_N})")
_PAPER = r"(?:协议|合同|责任书|方案|计划|办法|意见|章程|约定书|备忘录|规定|细则|条例|通知|承诺书|意向书|规划|制度|公约|文件|要点)"
_OWN = re.compile(
    rf"(?:本|此|以上|上述|前述)(?:[一-龥]{{0,6}})?{_PAPER}书?(?:正文|文本)?(?:（[^（）\n]{{0,20}}）)?(?:中|内|里|项下)?(?:的|之|所列|所述)?[ ]?$|(?:上述|前述|以上|本|前|下列|下述)$"
)
_BARE = re.compile(
    r"(?:^|[，。；：、（\n ]|按照?|依照?|依据|根据|遵照|违反|违背|遵守|履行|执行|适用|参照|符合|超出|完成|见|或|和|与|除|对|因|在|如|即)(?:协议|合同)书?(?:中|内|里)?(?:的|之)?[ ]?$"
)
_FOREIGN = re.compile(
    rf"(?:》|”|[法令典]|条约|决议|决定|纲要|标准|总则|通则|准则|守则|解释|批复|规程|预案|方针|{_PAPER}书?|号|号文|文)(?:（[^（）\n]{{0,40}}）|〔[^〔〕\n]{{0,24}}〕[0-9]{{0,4}}号?){{0,2}}(?:（[^（）\n]{{0,30}}）)?(?:中|内|里|项下|合同编|总则编|总则|正文)?(?:的|之|有关)?[ ]?$"
)
_CHAINED = re.compile(
    rf"第[ ]?{_N}[ ]?条(?:第?[ ]?{_N}款|（{_N}）|第?[ ]?（?{_N}）?[项目])*(?:[的之]?(?:规定|约定))?[ ]?(?:、|，|和|及|以及|与|或者?|至|到)?[ ]?$"
)
_AFTER = re.compile(
    r"[ ]?(?:约定|规定|所[列述涉指称定]|之规定|之约定|的|中|内|[，。；、）”]|要求|执行|载明|明确|列明|和第|及第|与第|或第|至第|履行|义务|责任|办理|支付|内容|条款|标准)"
)
_BEFORE = re.compile(
    r"(?:按照?|依照?|依据|根据|遵照|违反|违背|遵守|履行|执行|适用|参照|参见|详见|符合|超出|完成|见|据|受|除|同|与|和|至|或|及|未达到?|将|对|为|在|如|本|于|因|照|达成|、)[ ]?$"
)
_NO_CLAUSE = re.compile(
    r"(?:战线|途径|路线?|道路|经验|建议|意见|措施|渠道|线路|主线|红线|生产线|跑道|街|河|铁路|公路|新闻|信息|消息|微博|标语|短信|款式|评论|理由|原因|留言|记录|线索|走廊|龙)"
)
_DOTTED = re.compile(
    r"(?:第|(?<=见)|(?<=按)|(?<=照)|(?<=据)|(?<=依)|(?<=反)|(?<=协议)|(?<=合同))[ ]?(?P<number>[0-9]{1,2}(?:\.[0-9]{1,2}){1,2})(?![0-9.])"
    r"[ ]?(?P<unit>条|款|项|节|(?=所|约定|规定|执行|的(?:约定|规定)|[，。；）]))"
)
_AGREED = re.compile(r"[ ]?(?:中|内|里)?(?:的|之|所)?(?:相关|有关)?约定")
_PAPERS = re.compile(
    r"《|[法令典]|条例|规[定章程]|办法|细则|通知|意见|文件|标准|制度|公约|守则|准则|方案|(?:原|上|前|另|他|该|其)[^，。；]{0,4}(?:协议|合同)|补充协议"
)
_OWN_TITLE = re.compile(r"《(?P<title>[^《》\n]{4,60})》(?:中|内|里)?(?:的|之)?[ ]?$")
_LOOK_BACK = 120
_ARTICLE_AT = re.compile(
    rf"(?:^|[。；！？])[ \t·*#|“（〔]{{0,4}}第[ ]?(?P<number>{_N})[ ]?条(?=[ \t：:、.．，）〕|]|$|(?![款的之所中约规和及与至或第]))",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Reference:
    """A clause that is spoken of. ``written`` are its words; ``own`` True where the text says that it is this paper's.

    ``unit`` is 条, 章 or 部分; ``item`` the value of a member (第（二）项), ``paragraph`` that of a paragraph (第二款).
    """

    start: int
    end: int
    written: str
    value: int
    unit: str
    own: bool
    item: int | None = None
    paragraph: int | None = None


def find_references(passage: Passage) -> Iterator[Reference]:
    """The document's references to clauses of its own, in reading order."""
    titles = find_titles(passage.text, passage.start, passage.end)
    openers = {node.start for node in passage.clauses} | {match.start("number") for match in passage.search(_ARTICLE_AT)}
    for match in passage.search(_CITED):
        if match.start() in openers or match.start("first") in openers or titles.cover(match.start()):
            continue
        own = _owner(passage, match.start())
        if own is None or not (own or _is_reference(passage, match)):
            continue
        yield from _each(passage, match, own=own or _is_agreed(passage, match))


def find_dotted(passage: Passage) -> Iterator[tuple[int, int, str]]:
    """References to clauses such as 3.2: start, end and the number."""
    openers = {node.start for node in passage.clauses}
    titles = find_titles(passage.text, passage.start, passage.end)
    for match in passage.search(_DOTTED):
        start = match.start("number")
        if start not in openers and not titles.cover(start) and _owner(passage, match.start()) is not None:
            yield match.start(), match.end(), match["number"]


def articles_at_openings(passage: Passage) -> set[int]:
    """The values of 第X条 where it can open an article, read as a clause or not."""
    return {value for match in passage.search(_ARTICLE_AT) if (value := ordinal(match["number"])) is not None}


def _owner(passage: Passage, at: int) -> bool | None:
    """True where the words before say that the clause is this paper's, None where it is another's, False where they say nothing."""
    line = passage.line_at(at)
    words = passage.text[max(line.start, at - _LOOK_BACK) : at]
    while chained := _CHAINED.search(words):
        words = words[: chained.start()]
    if _OWN.search(words) or _BARE.search(words):
        return True
    named = _OWN_TITLE.search(words)
    if named and passage.title and named["title"] == passage.words(passage.title):
        return True
    return None if _FOREIGN.search(words) else False


def _is_reference(passage: Passage, match: re.Match[str]) -> bool:
    """Whether words around a 第X条 that names no paper make it one."""
    text = passage.text
    if _NO_CLAUSE.match(text, match.end()):
        return False
    if match["paragraph"] or match["item"]:
        return True
    if match["unit"] != "条":
        return re.search(r"(?:详?见|参[见照]|按照?|依照?|根据)[ ]?$", text[max(0, match.start() - 6) : match.start()]) is not None
    return _AFTER.match(text, match.end()) is not None or _BEFORE.search(text[max(0, match.start() - 6) : match.start()]) is not None


def _is_agreed(passage: Passage, match: re.Match[str]) -> bool:
    """Whether a 第X条 that names no paper can be the agreement's alone: what is agreed there, or no other paper named on the line."""
    if passage.kind != "agreement":
        return False
    if _AGREED.match(passage.text, match.end()):
        return True
    return not _PAPERS.search(passage.text, passage.line_at(match.start()).start, match.start())


def _each(passage: Passage, match: re.Match[str], *, own: bool) -> Iterator[Reference]:
    """The references of one phrase: 第三、五条 are two, 第三至第五条 its ends."""
    numbers = [match["first"], *(one["number"] for one in _EACH.finditer(match["more"]))]
    for at, number in enumerate(numbers):
        value = ordinal(number)
        if value is None:
            continue
        unit = passage.written(*match.span("unit"))
        words = passage.written(*match.span()).replace(" ", "") if len(numbers) == 1 else f"第{number}{unit}"
        last = at == len(numbers) - 1
        item = _value(match["bracketed"] or match["plain"]) if last else None
        paragraph = _value(match["paragraph"].strip("第款 ")) if last else None
        yield Reference(match.start(), match.end(), words, value, match["unit"], own, item, paragraph)


def _value(number: str | None) -> int | None:
    return ordinal(number) if number else None
