"""Split a page into its documents, and tell each one's kind and title.

A file can hold several documents (a page of five sample agreements), and a page has furniture around them: menus, lead-ins, lists of
related headlines, disclaimers. Furniture belongs to no document.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from extractors.readers.source_text import Part
from extractors.text.headlines import (
    CLOSED,
    HEAD_LINES,
    LONGEST_TITLE,
    PARTY_LINE,
    SHORTEST_PROSE,
    find_headed,
    is_between,
    is_prose,
    is_told,
    later_headlines,
)
from extractors.text.inner_headings import ANNEX, NUMBERED, heads_parties, is_inner_heading
from extractors.text.kind_words import KIND_WORDS
from extractors.text.normal import NormalText
from extractors.text.passage import Stretch, find_lines
from extractors.text.press_days import is_masthead
from schemas.agreement import Kind

_OWN_NAME = r"本(?:协议|责任书|责任状|合同|备忘录|合约|契约|约定|意向书|承诺书|协定)书?"
"""How an agreement speaks of itself."""
_BOTH_LETTERED = re.compile(
    r"（(?:以下|下文|下面)?(?:简称|称)(?:为|作)?：?“?甲方”?）[^。\n]{2,80}（(?:以下|下文|下面)?(?:简称|称)(?:为|作)?：?“?乙方"
)
"""某校（以下简称甲方）与某校（以下简称乙方）: no report introduces its schools so."""
_TITLE_END = "|".join(pattern for _, pattern in KIND_WORDS)
_NUMBER = r"(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3}|（[0-9一二三四五六七八九十]{1,3}）)"
_TITLE_NUMBERS = re.compile(r"(?:[ ]?+（[^）]*+）|[ ]?+[0-9一二三四五六七八九十]++)++$")
"""Possessive: a run of digits that does not end the title is given up at once, not cut up in every way."""
_TITLE = re.compile(
    rf"(?:〔?(?:第?[一二三四五六七八九十0-9]{{1,2}}篇|篇[一二三四五六七八九十0-9]{{1,2}}|范文[一二三四五六七八九十0-9]{{1,2}})〕?[：:、 ]?)?"
    rf"[^。；！？\n]{{2,60}}?(?:{_TITLE_END})(?:[ ]?{_NUMBER})?(?:[ ]?（[^）\n]{{1,20}}）)?(?:[ ]?{_NUMBER})?"
)
_SERIES_MARK = re.compile(
    rf"^〔?(?:第?(?P<a>[一二三四五六七八九十0-9]{{1,2}})篇|篇(?P<b>[一二三四五六七八九十0-9]{{1,2}})|范[文本例](?P<c>[一二三四五六七八九十0-9]{{1,2}}))〕?(?:$|[：:、 〕])"
    rf"|(?:{_TITLE_END})[ ]?(?:（)?(?P<d>[0-9]{{1,2}}|[一二三四五六七八九十]{{1,2}})(?:）)?$"
)
_LEAD_IN = re.compile(
    r"^(?:〔(?:导语|导读|参考|摘要|前言|简介|说明|编者按)〕|(?:导语|导读|时间|日期|发布时间|发布日期|编辑|来源|作者|更新时间|点击|浏览|字号|阅读)(?:：|$)"
    r"|(?:您|你)?(?:的)?(?:现在|当前)?(?:的)?(?:位置|所在)(?:位置)?[：:]|首页|(?:附件|附表)[0-9一二三四五六七八九十]*[：:]?$|以下是|下面是|欢迎)"
)
_TAIL = re.compile(
    r"^(?:[^，。\n]{2,16}版权所有|未经(?:本[站网报刊社]|(?![^。\n]{0,60}(?:一方|[甲乙丙双对各他校园]方|学校同意))(?:授权|许可|书面|本)[^。\n]{0,40}(?:转载|摘编|镜像|复制|翻印|盗用|链接))|〔?(?:免责声明|版权声明|版权所有|声明)〕?|Copyright|©|上一[篇条页]|下一[篇条页]|相关(?:推荐|阅读|文章|链接|新闻|范文)|推荐(?:阅读|文章)|猜你喜欢|延伸阅读|热门"
    r"|分享到|分享至|扫一扫|〔?(?:打印|关闭)(?:本页|窗口|此页|此文|文章)?〕?(?:$|[ 〔])|阅读原文$|喜欢此内容|分享让更多|相关附件：?$|附件〔[^〕\n]{1,60}〕已下载|阅读[ ]?[0-9]+[ ]+(?:点赞|在看)|微信扫一扫|长按[^，。]{0,10}二维码|返回(?:顶部|列表|首页)|主办(?:单位)?：[^\n]{0,60}(?:ICP|备案|承办|标识码|技术支持)|友情链接|网站(?:地图|标识码)|更多(?:相关)?|本文来源|本[站网](?!讯|消息|记者|报道|通讯员|特约)|原文链接"
    r"|点击(?:下载|查看|阅读)|下载文档|文档下载|看过.{0,12}的人|附件下载)"
)
_SOURCE_LINE = re.compile(r"（?(?:稿件|信息|文章)?来源[ ]?：[^，。；]{2,24}）?")
"""Below it, lines without a sentence are other articles' headlines."""
_BODY_CUES: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("summary", re.compile(r"(?:总结|汇报|报告|小结|自查)如下|现将.{0,40}(?:总结|汇报|小结|情况|报告)")),
    (
        "plan",
        re.compile(
            r"(?:制定|制订|拟定|拟订|提出|安排)(?:了)?(?:如下|本|以下)(?:实施|工作|活动|行动)*(?:方案|计划|意见|办法|安排)?|特?制[定订].{0,30}(?:方案|计划|意见|办法)"
        ),
    ),
    (
        "agreement",
        re.compile(
            rf"(?:订立|签订|签署|达成|签定).{{0,24}}协议(?:如下|：|。$)|{_OWN_NAME}(?:一式|自|有效期|经|未尽)|(?:订立|签订|签署|签定)(?:{_OWN_NAME}|如下|以下)"
            r"|(?:约定|达成(?:一致|共识|意见)|商定)如下|郑重承诺"
        ),
    ),
    ("notice", re.compile(r"(?:现|特)(?:就|将)?.{0,40}通知如下|特此(?:通知|函告|函复)|为盼")),
)
_SIGNED = re.compile(
    r"(?:签字|签名|盖章|签章|公章|签署)[）]?[ ]?(?:：|$)|（(?:单位)?(?:盖章|签章|公章|签字|章)）"
    r"|本(?:协议|责任书|合同|备忘录|意向书|约定书|合约|契约|承诺书)书?(?:一式|自|有效期|经|未尽|从|于|签|的)|[一壹]式[^，。；\n]{1,4}[份页]",
    re.MULTILINE,
)
"""What a paper that calls itself an agreement has, whatever plans it speaks of besides."""
_IMPRINT = re.compile(
    r"(?:标签[ ]?：|(?:点赞|收藏|在看|评论)[ ]?[0-9]|(?:联系|单位|学校|办公)?地址[ ]?：[^\n]{2,60}(?:邮编|电话|传真)|(?:主办|承办|技术支持|网站支持)(?:单位|方)?[ ]?：[^，。]{2,40}$|邮(?:政)?编(?:码)?[ ]?：|联系电话[ ]?："
    r"|.{0,12}(?:ICP备|公网安备|备案号|网站标识码)|[0-9]{0,6}条评论|(?:我来说两句|登录后|发表评论|网友评论|下载(?:APP|客户端)|微博[ ]微信|关注我们|您是第[0-9 ]{1,12}位)"
    r"|网站首页|关于我们|设为首页|当前访问|今日访问|总访问量)",
    re.IGNORECASE,
)
_MENTIONED = re.compile(
    r"(?:[本该此原]|上述|前述|，[^，]{0,12}(?:签订|订立|达成|补充))(?:协议|责任书|责任状|合同|备忘录|意向书|约定|合约)书?$"
)
"""A line that a sentence breaks off on (补充协议与本协议) and that no title ends with."""
_PACT_TITLE = re.compile(r"(?:协议|责任|合同|承诺|意向|约定|协定|合约|契约|认捐)[书状]|协议|合同|备忘录|公约|合约|协定")
_DAY_OR_SEAL = re.compile(r"[0-9一二三四五六七八九十]日$|[年月] {1,4}[月日]?$|（(?:盖章|签字|公章)）[^，。]{0,20}$")
_COLLECTION = re.compile(r"[0-9一二三四五六七八九十]{1,3}(?:篇|份|则)）?$|(?:范文|大全|集锦|合集|汇编|精选)(?:（[^）]*）)?$")
_RED_HEAD = re.compile(r".{2,40}文件$|.{1,12}〔[0-9]{2,4}〕[0-9]{1,4}号(?:[ ]+签发人：.{2,4})?$")
_SERIES_ALONE = (
    r"〔?(?:第?[一二三四五六七八九十0-9]{1,2}篇|篇[一二三四五六七八九十0-9]{1,2}|范[文本例][一二三四五六七八九十0-9]{1,2})〕?[：:]?"
)
_CLAUSED = re.compile(r"[，。；：！？]")
_LONGEST_HEADLINE = 40
_MASTHEAD_WITHIN = 4
_MENU_LINES = 60
"""Lines among which a page's title stands, above its line of outlet and time, if menus and lists of headlines come first."""
_HEADED_WITHIN = 5
"""Lines of a document among which its line of outlet and time stands."""
_SUBTITLED = range(4, 41)
"""How long a line above a subtitle may be."""


@dataclass(frozen=True, slots=True)
class Section:
    """One document's place in the normal text; the title's stretch is inside it.

    ``around`` reaches from the end of the document before it to the beginning of the next one; ``metadata`` is what the source says of
    this document.
    """

    start: int
    end: int
    kind: Kind
    title: Stretch | None
    around: Stretch
    metadata: Mapping[str, str]


def find_documents(normal: NormalText) -> tuple[Section, ...]:
    """The documents of a file, in reading order; none where it has no prose at all."""
    if normal.parts:
        return tuple(_part(normal, part) for part in normal.parts)
    lines = _body_lines(normal, find_lines(normal.text, 0, len(normal.text)))
    if not lines or _only_headlines(normal.text, lines):
        return ()
    starts = _series_starts(normal, lines) or _title_starts(normal, lines)
    sections = []
    for at, first in enumerate(starts):
        stop = starts[at + 1] if at + 1 < len(starts) else len(lines)
        sections.append(_section(normal, lines[first:stop]))
    return tuple(_surrounded(normal, sections))


def _part(normal: NormalText, part: Part) -> Section:
    """The document that a part of the source is, such as a feed's item."""
    whole = list(find_lines(normal.text, part.start, part.end))
    lines = _body_lines(normal, whole) or whole
    return replace(_section(normal, lines), around=Stretch(part.start, part.end), metadata=part.metadata)


def _surrounded(normal: NormalText, sections: Sequence[Section]) -> Iterator[Section]:
    """The sections with what is around them; what a page says of itself holds for its only document."""
    edges = [0, *(section.end for section in sections)]
    starts = [*(section.start for section in sections[1:]), len(normal.text)]
    for section, low, high in zip(sections, edges, starts, strict=False):
        told = normal.source.metadata if len(sections) == 1 else {}
        yield replace(section, around=Stretch(low, high), metadata=told)


def _only_headlines(text: str, lines: Sequence[Stretch]) -> bool:
    """Several short lines without a single sentence: a list of links."""
    return len(lines) > 1 and not any(
        _CLAUSED.search(text, line.start, line.end) or "\t" in text[line.start : line.end] or line.end - line.start > _LONGEST_HEADLINE
        for line in lines
    )


def _body_lines(normal: NormalText, whole: Iterable[Stretch]) -> list[Stretch]:
    """Lines that may belong to a document: not marked as furniture, and before the page's tail."""
    hidden = sorted((piece.start, piece.end) for piece in normal.furniture if piece.role in ("navigation", "header", "footer", "note"))
    covered = list(accumulate((end for _, end in hidden), max))
    lines = [line for line in whole if not _is_hidden(line, hidden, covered)]
    text = normal.text
    for at, line in enumerate(lines):
        if at > len(lines) // 4 and _TAIL.match(text[line.start : line.end]) and not is_between(text, lines, at):
            return lines[:at]
        if (
            at > len(lines) // 2
            and _SOURCE_LINE.fullmatch(text, line.start, line.end)
            and not any(text[rest.end - 1] == "。" for rest in lines[at + 1 :])
        ):
            stop = at + 1
            while stop < len(lines) and is_told(text, lines[stop]):
                stop += 1
            return lines[:stop]
    return lines


def _is_hidden(line: Stretch, hidden: Sequence[tuple[int, int]], covered: Sequence[int]) -> bool:
    """Whether a piece of furniture that begins at or before the line reaches its end; ``covered`` is how far the pieces reach so far."""
    at = bisect_right(hidden, line.start, key=lambda piece: piece[0]) - 1
    return at >= 0 and line.end <= covered[at]


def _series_starts(normal: NormalText, lines: Sequence[Stretch]) -> list[int]:
    """Numbered documents of one page: 篇一：…, …协议书2; the numbers have to run on from one."""
    starts: list[int] = []
    for at, line in enumerate(lines):
        words = normal.text[line.start : line.end]
        match = _SERIES_MARK.search(words) if len(words) <= LONGEST_TITLE and not CLOSED.search(words) else None
        if match and _value(next(group for group in match.groups() if group)) == len(starts) + 1:
            starts.append(at)
    return starts if len(starts) > 1 else []


def _value(numeral: str) -> int:
    if numeral.isdecimal():
        return int(numeral)
    tens, _, ones = numeral.rpartition("十")
    digits = "零一二三四五六七八九"
    if "十" not in numeral:
        return digits.find(numeral)
    return (digits.find(tens) if tens else 1) * 10 + (digits.find(ones) if ones else 0)


def _title_starts(normal: NormalText, lines: Sequence[Stretch]) -> list[int]:
    """Where documents begin: the first title, and any later title that stands after a closed document and before a fresh beginning."""
    first = _first_line(normal, lines)
    starts = [first]
    for at in range(first + 3, len(lines) - 2):
        annexed = any(ANNEX.match(normal.text[line.start : line.end]) for line in lines[at - 1 : at + 1])
        if annexed and not _is_agreement_form(normal, lines, starts[-1], at):
            continue
        if (
            _is_title(normal.text, lines[at])
            # a broken line may end in 协议 or 报告 too
            and "，" not in normal.text[lines[at].start : lines[at].end]
            and (annexed or _is_closed(normal.text, lines[at - 1]))
            and not _goes_on(normal.text, lines, starts[-1], at)
            and _begins(normal.text, lines[at + 1 : at + 4])
        ):
            starts.append(at)
    return starts if len(starts) > 1 else [first, *later_headlines(normal.text, lines, first)]


def _goes_on(text: str, lines: Sequence[Stretch], first: int, at: int) -> bool:
    """Whether a line heads a part of the document that begins at ``first``: no agreement ends before its signatures or its day."""
    words = text[lines[at].start : lines[at].end]
    if is_inner_heading(words):
        return True
    opened = any(_title_kind(text[line.start : line.end]) == "agreement" for line in lines[first : first + 3])
    return opened and not _PACT_TITLE.search(words) and not _DAY_OR_SEAL.search(text, lines[at - 1].start, lines[at - 1].end)


def _is_agreement_form(normal: NormalText, lines: Sequence[Stretch], first: int, at: int) -> bool:
    """An agreement's form behind a notice or a plan is a document of its own; other annexes belong to what they are annexed to."""
    text = normal.text
    named = _title_kind(text[lines[at].start : lines[at].end])
    opened = any(_title_kind(text[line.start : line.end]) == "agreement" for line in lines[first : first + 3])
    return named == "agreement" and not opened and any(PARTY_LINE.match(text[line.start : line.end]) for line in lines[at + 1 : at + 5])


def _first_line(normal: NormalText, lines: Sequence[Stretch]) -> int:
    """The line where the first document begins: its title if one of the first lines is one, else the first that is no lead-in."""
    text = normal.text
    for heading in normal.headings:
        if heading.level == 0:
            return next((at for at, line in enumerate(lines) if line.start <= heading.start < line.end), 0)
    head = lines[:HEAD_LINES]
    headed = find_headed(text, lines[:_MENU_LINES])
    if headed and not _COLLECTION.search(text[lines[headed.title].start : lines[headed.title].end]):
        return _overlines(text, lines, headed.title)
    low = max((at for at, line in enumerate(head[:_MASTHEAD_WITHIN]) if is_masthead(text, line)), default=headed.info if headed else -1)
    plain = [at for at, line in enumerate(head) if at > low and not _LEAD_IN.match(text[line.start : line.end])]
    body = next((at for at in plain if is_prose(text, head[at])), 0)
    titles = [at for at in plain if at <= body and _is_title(text, head[at])]
    if titles:
        return _overlines(text, lines, titles[-1])
    return plain[0] if plain else 0


def _overlines(text: str, lines: Sequence[Stretch], at: int) -> int:
    """The first of the lines above a title that belong to it: a motto, a red head (…文件) and a document number."""
    while at > 0 and (_is_overline(text, lines[at - 1]) or _is_above_subtitle(text, lines, at)):
        at -= 1
    return at


def _is_above_subtitle(text: str, lines: Sequence[Stretch], at: int) -> bool:
    """Whether a line is a subtitle (——某校2023年度工作汇报) and the one above it can be its title."""
    above = text[lines[at - 1].start : lines[at - 1].end]
    return text.startswith("--", lines[at].start) and len(above) in _SUBTITLED and not CLOSED.search(above)


def _is_overline(text: str, line: Stretch) -> bool:
    words = text[line.start : line.end]
    return re.fullmatch(r"“[^”]{2,30}”", words) is not None or _RED_HEAD.fullmatch(words) is not None


def _is_title(text: str, line: Stretch) -> bool:
    words = text[line.start : line.end]
    return (
        len(words) <= LONGEST_TITLE
        and _TITLE.fullmatch(words) is not None
        and not _MENTIONED.search(words)
        and not heads_parties(words)
        and not NUMBERED.match(words)
    )


def _is_closed(text: str, line: Stretch) -> bool:
    """Whether a line can be a document's last: a sentence's end, a date or a signature."""
    words = text[line.start : line.end]
    return bool(_DAY_OR_SEAL.search(words)) or (len(words) <= SHORTEST_PROSE and not re.search(r"[。：；，]", words))


def _begins(text: str, lines: Sequence[Stretch]) -> bool:
    """Whether lines read like the beginning of a document: parties, a salutation, or a first paragraph."""
    if any(PARTY_LINE.match(text[line.start : line.end]) for line in lines):
        return True
    first = text[lines[0].start : lines[0].end]
    return len(first) > SHORTEST_PROSE or re.match(r"[^。]{2,24}：$", first) is not None


def _section(normal: NormalText, lines: Sequence[Stretch]) -> Section:
    text = normal.text
    title = _find_title(normal, lines)
    kind = _kind(text[lines[0].start : lines[-1].end], _full_title(text, lines, title))
    around = Stretch(lines[0].start, lines[-1].end if kind != "news" else _without_imprint(text, lines).end)
    return Section(around.start, around.end, kind, title, around, {})


def _without_imprint(text: str, lines: Sequence[Stretch]) -> Stretch:
    """The last line of a piece of news before what a site sets below it; in an agreement an address stands among the signatures."""
    half = len(lines) // 2
    at = next((at for at, line in enumerate(lines) if at > half and _IMPRINT.match(text, line.start, line.end)), len(lines))
    return lines[-1] if any(is_prose(text, line) for line in lines[at:]) else lines[at - 1]


def _full_title(text: str, lines: Sequence[Stretch], title: Stretch | None) -> str:
    """The title with its subtitle (——某校2024年工作总结), which often says what the document is."""
    if title is None:
        return ""
    below = next((line for line in lines if line.start > title.start), None)
    subtitle = text[below.start : below.end] if below and text.startswith("--", below.start) else ""
    return text[title.start : title.end] + subtitle


def _find_title(normal: NormalText, lines: Sequence[Stretch]) -> Stretch | None:
    text = normal.text
    for heading in normal.headings:
        if heading.level == 0 and lines[0].start <= heading.start < lines[-1].end:
            return next((line for line in lines if line.start <= heading.start < line.end), None)
    if headed := find_headed(text, lines[:_HEADED_WITHIN]):
        return _main_line(text, lines, lines[headed.title])
    for line in lines[:6]:
        if _is_title(text, line) and not re.fullmatch(_SERIES_ALONE, text[line.start : line.end]):
            return _main_line(text, lines, line)
        if is_prose(text, line):
            break
    if is_told(text, lines[0]):
        return None
    plain = next((line for line in lines[:3] if not re.fullmatch(_SERIES_ALONE, text[line.start : line.end])), lines[0])
    first = text[plain.start : plain.end]
    if len(first) <= LONGEST_TITLE and not CLOSED.search(first) and not PARTY_LINE.match(first):
        return plain
    return None


def _main_line(text: str, lines: Sequence[Stretch], line: Stretch) -> Stretch:
    """The title above a subtitle (——某校2023年度工作汇报)."""
    at = lines.index(line)
    return lines[at - 1] if at and _is_above_subtitle(text, lines, at) else line


def _kind(body: str, title: str) -> Kind:
    """What the document is: its own words first (甲方：, 现将…总结如下), then its title's last word."""
    headed = find_headed(body, list(find_lines(body, 0, min(len(body), 600)))[:_HEADED_WITHIN])
    if headed and is_masthead(body, headed.line):
        return "news"
    named = _title_kind(title) or _title_kind(title.partition("--")[0])
    if named == "agreement" and re.search(r"签署|签订|签约|签下", title) and not PARTY_LINE.search(body):
        named = None
    if _BOTH_LETTERED.search(body):
        return "agreement"
    cued = [kind for kind, cue in _BODY_CUES if cue.search(body)]
    if PARTY_LINE.search(body) and ("agreement" in cued or named == "agreement"):
        return "agreement"
    if named == "agreement" and _SIGNED.search(body):
        return "agreement"
    if named and not (named == "agreement" and cued and "agreement" not in cued and not re.search(_OWN_NAME, body)):
        return named
    if headed or (cued == ["agreement"] and not re.search(_OWN_NAME, body)):
        return "news"
    return cued[0] if cued else "news"


def _title_kind(title: str) -> Kind | None:
    bare = re.sub(_TITLE_NUMBERS, "", title)
    for kind, pattern in KIND_WORDS:
        if re.search(rf"(?:{pattern})$", bare):
            return kind
    return None
