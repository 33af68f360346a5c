"""Find sums of money that were left open: 元 with a blank where its figure belongs.

Reads::

    每年资助____元, 资助××万元, 每年资助　　元, 资助（  ）元
    人民币____万____仟元整, 人民币（大写）：____, ￥____
    资助金额为____。                                 no 元, but a word that asks for a sum

Leaves alone::

    单位：万元, 金额（元）, 三 元区, 多 元 化          no blank of a sum
    家庭年收入____元, 注册资金____万元                 what a form asks about somebody
    资助__5__万元                                     filled in
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.text.blanks import FRESH, MARKED, SPACED, before_forms, is_bullet, is_filled, lead_of, shown_from
from extractors.text.passage import Passage, Stretch

_YUAN = r"(?:美元|欧元|港元|港币|(?:元|圆)(?![素旦宵月件老首宝曲朝帅勋稹])|块钱)"
_SCALE = "[十百千万亿拾佰仟]"
_MARKED = re.compile(
    rf"(?:(?P<blank>[ \t：]{{0,8}}{FRESH}{MARKED}[ \t]{{0,40}})[余多]?{_SCALE}{{0,2}}[余多]?(?:{_YUAN}|(?=整))"
    rf"|(?P<signed>(?:￥|人民币)(?:（[大小]写）)?[ ：￥]{{0,4}}{MARKED})"
    rf"|(?P<written>[大小]写）?[ ：]{{0,4}}(?:人民币|￥)?[ ：]{{0,4}}{MARKED})"
    rf"|(?P<parts>{MARKED}[亿万仟千佰百拾十][ ]?{MARKED}[万仟千佰百拾十元]|(?<=[币）：￥])[ ]{{2,24}}(?:[亿万仟千佰百拾十][ ]{{0,24}}){{1,6}}元))"
)
_SPACED = re.compile(
    rf"(?<=[一-龥）：￥”])(?P<blank>{SPACED}){_SCALE}{{0,5}}[余多]?{_YUAN}(?=[ ]?(?:[，。；、）（/！]|整|$|\n)|以[上下内]|左右|人民币|用于|作为|的|经费|资金|帮扶|助|奖|补|购|给|每|发|支|计|予|资|拨|捐|标准|汇|由|划|交|承担|负担|存入|到|执行|投入|设立|建|为|及|和|或|至|的)"
    rf"|(?<=[费金款助贴资]（)(?P<inner>[ \t]{{2,40}}){_SCALE}{{0,5}}{_YUAN}(?=整?）)"
    rf"|(?<=[一-龥）：￥”])(?P<wide>[ \t]{{2,40}}){_SCALE}{{0,5}}[余多]?{_YUAN}(?=[一-龥])",
    re.MULTILINE,
)
_ASKED = re.compile(
    r"(?:金额|总额|数额|款额|经费|资金|费用|捐款)(?:总计|合计|共计?|分别)?(?:为|是|：|不少于|不低于|不超过|约)[ ]?(?:人民币)?[ ]?(?P<blank>[_＿]{2,40}|[×xX]{2,8}|（[ _]{0,16}）)(?=[ ]?(?:[，。；、）\n]|$))",
    re.MULTILINE,
)
_CELL = re.compile(rf"(?:(?<=[|\t])[ ]{{3,40}}|(?<=[一-龥])[ ]{{3,40}}){_SCALE}{{0,2}}元(?=[ ]*(?:[|\t\n]|$)|[ ]{{2}})", re.MULTILINE)
"""充实图书室 |      元 | 甲方: a sum of a table whose other rows have theirs, or whose head asks for one."""
_SUM_ABOVE = re.compile(r"[0-9][ ]?万?元|金额|数额")
_OTHER = re.compile(
    r"(?:收入|注册资[本金]|产值|固定资产|总资产|年薪|月薪|房租|存款|(?:计量|货币|金额|计价|记账)单位|(?<![一-龥])单位)[^，。；\n]{0,6}\Z"
)
_LETTERS = re.compile(
    r"(?:^|[ ])(?:单|公|多|一|二|三|纪|状|还|黄|根|几|美|欧|日|港|上|中|改|单位)\Z|单位：?\Z|(?:单|公|多|纪|状|还|[一二三四五六七八九十]|宋词|诗经|宋代|唐诗)\Z"
)
"""单 元, 公 元, 宋词 元曲: words that a layout has set apart."""


def find_blank_sums(passage: Passage) -> Iterator[Stretch]:
    """Where a sum was left open, each with the words before it, in reading order. Linear."""
    found: list[Stretch] = []
    end = before_forms(passage)
    for pattern in (_MARKED, _SPACED, _ASKED):
        for match in passage.search(pattern):
            at = next(match.start(name) for name, words in match.groupdict().items() if words is not None)
            lead = lead_of(passage.text, at, passage.start)
            if at >= end or is_bullet(passage.text, at):
                continue
            if (match.groupdict().get("blank") or match.groupdict().get("wide")) and is_filled(passage.text, at):
                continue
            if not _OTHER.search(lead) and not (pattern is _SPACED and _LETTERS.search(lead)):
                found.append(Stretch(shown_from(passage.text, at, passage.start), match.end()))
    found.extend(_empty_cells(passage))
    found.sort(key=lambda place: (place.start, -place.end))
    last = -1
    for place in found:
        if place.end > last:
            yield place
            last = place.end


def _empty_cells(passage: Passage) -> Iterator[Stretch]:
    """The sums that a table leaves open where the row above it has one."""
    for match in passage.search(_CELL):
        above = passage.line_before(match.start())
        if above is not None and _SUM_ABOVE.search(passage.words(above)):
            yield Stretch(shown_from(passage.text, match.start(), passage.start), match.end())
