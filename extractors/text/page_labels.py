"""Labels on a page's own lines, and the words that each of them labels.

Reads::

    发布时间：2023-07-17 来源：县教研室 作者：李明 浏览次数：87     date, outlet, author, other
    来 源 ｜ 南方日报, 【来源】本网, 文/图 李明                    a bar, brackets or a slash in place of the colon
    原文链接：http://…, 本文网址：http://…                        the address it was taken from, its own address

Leaves alone::

    数据来源：, 资金来源：, 图片来源：, 作者单位：                   labels of something else: they end the words before them
    文化：, 图书：, 来源于网络                                    words that only begin like a label
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from extractors.text.punctuation import HAN

LabelKind = Literal["date", "outlet", "author", "original", "own", "other"]

_SELF = r"(?:本[报网台刊站]|特[约邀]|实习|见习|全媒体?|融媒体?|首席|驻地|[一二]线|校园|学生|小)"
_PEOPLE = rf"{_SELF}{{0,3}}(?:记者(?:团|站)?|通讯员|评论员|撰稿人)"
_PICTURE = r"(?:图|摄|影|摄影|图片|照片|配图|供图|摄像|拍摄|视频|影像)"
_OTHER_LONG = (
    r"(?:图片|照片|数据|资料|资金|经费|视频|题图|配图|音频|封面|素材|生源|师资|学生|学员|收入|灵感|图)来源"
    r"|(?:第一|通[讯信])?作者(?:单位|简介|系|信箱|邮箱)|(?:文字|图文|文图|稿件)(?:编辑|审核|校对|编审|编排|编校)|(?:发布|来源)(?:人|者|机构|单位|部门|层级|平台)"
    r"|信息(?:类别|分类|索引号|名称)|文章(?:编辑|录入|审核|编号|标签)|稿件(?:审核|编辑)|供稿(?:审核|日期)|报道(?:编号|组)"
)
_DATE = (
    r"(?P<main>(?:发布|发表|刊发|刊登|刊载|发稿|发文|公开|推送|推文|发帖|撰稿|供稿|来稿|报道|见报|首发)(?:时间|日期|于)|出版日期"
    r"|(?:发布|发表|刊发|刊登)(?=[ ]{0,2}：[ ]{0,4}(?:19|20)[0-9]{2}[-/.年]))"
    r"|(?:更新|录入|添加|采编|上传|创建|编辑|修改|成文|生成|转载|提交|审核|写作|撰写)(?:时间|日期|于)|时间|日期"
)
_OUTLET = (
    r"(?:稿件|信息|文章|内容|新闻|消息|资讯|本文|原文|报道|作品|通讯|转载|文稿|图文|稿|文)?来源(?:网站|媒体|自|于)?|稿源|信息提供(?:单位|者)?|文章出处|出处|(?:转载|摘录|摘编|转|摘|选)自|来自"
    r"|新闻媒体|媒体"
)
_ORIGINAL = r"(?:原文|原始|来源|转载|出处|原稿|源文|文章来源|新闻|源)(?:链接|网址|地址|URL|网页)|原链接|(?:阅读|查看|浏览)(?:全文及)?原文|原文(?:见|出处|来源|如下)?"
_OWN = r"(?:本文|本页|网页|页面|当前|文章|永久|本站|固定)(?:链接|网址|地址|URL|网页)|链接(?:地址)?|网址|URL"
_AUTHOR = (
    rf"{_PEOPLE}|(?:文章|稿件|本文|新闻|原文)?作者|(?:撰|供|投|来|写|组)稿(?:人员?|者|作者|单位|学校|部门|老师|教师)?|采写(?:人)?|撰写(?:人)?|撰文|执笔(?:人)?"
    rf"|文字(?:报道|撰写|整理)?|文稿|报道(?:人|员|者)?|信息(?:报送)?员|整理|(?:图文|文图|文、图|图、文)(?:报道|供稿|作者)?|(?:文|字|撰文)[/&和及兼]{_PICTURE}|{_PICTURE}[/&和及]文字?|文案?|作"
)
_OTHER = (
    r"(?:[责主副见美]?任?|文字|网络|值班|本期|美术|版面|新媒体|栏目|微信|网站|内容|图片|视觉|当班|执行|助理|特约)(?:编辑|编审|编校|责编|美编|编委|编)|责编|美编|主编"
    r"|(?:责任)?(?:校对|审核|审校|审稿|审签|审定|审阅|审发|签发|监制|统筹|策划|排版|制作|版式|录入|添加|采编|上传|发布|把关|出品|设计)(?:人|者|员)?|(?:终|复|初|总|[一二三四])[审校]|版式"
    rf"|{_PICTURE}(?:报道|作者|提供|来源|编辑)?|录音|配音|朗诵|主播|翻译"
    r"|(?:浏览|点击|阅读|访问|查看|关注|评论|人气|热度|收藏|转发|点赞|被)(?:次数|总数|量|数|率|人数|阅读)?|访问|字[号体](?:大小)?|大小|打印|关闭|分享(?:到|至)?|收藏|推荐|纠错|关键[词字]|标签|栏目|分类|类别|所属栏目|专题|主题词?"
    r"|索引号|文号|主办|承办|协办|版权|电话|联系(?:人|电话|方式)|邮箱|地址|级别|属地|体裁|语种|有效性|上传人|保护视力色|视力保护色?|背景色?|朗读|语音播报|导出|扫码|二维码|评论|地点|编号"
)
_COLON = r"[ ]{0,2}[：﹕∶]"
_STRICT = rf"(?:〔?(?:(?P<a>{_OTHER_LONG})|(?P<o>{_ORIGINAL})|(?P<d>{_DATE})|(?P<u>{_OUTLET})|(?P<w>{_OWN})|(?P<p>{_AUTHOR})|(?P<x>{_OTHER}))(?:〕[ ]?[：]?|{_COLON}))"
_BARRED = rf"(?:(?P<bd>(?:发布|发表)(?:时间|日期))|(?P<bu>来源|稿源|转自)|(?P<bp>图文|撰文|文图|文|作者|撰稿|记者|通讯员|供稿|文字)|(?P<bx>{_PICTURE}|编辑|责编|审核|校对|来稿))[ ]?[|/丨︱│](?!(?:{_PICTURE}|文)(?:[ ）]|$))[ ]?"
_WITH_PICTURES = rf"(?P<t>(?:文字?[/、&和]?{_PICTURE}|{_PICTURE}[/、&和]文字?|图文|文图)(?=[ ：|/丨])[ ]?[：|/丨]?)"
_COUNTERS = r"(?P<c>(?:浏览|点击|阅读|访问|查看|人气)(?:次数|量|数|率)?[ ]?[（〔0-9]|[0-9]{1,9}次(?:浏览|点击|阅读)|打印(?:本页|此文|文章)?|关闭(?:窗口|本页)?|(?:加入|添加)?收藏|分享[到至]?|字[号体]|大[ ]中[ ]小|我要(?:纠错|评论)|扫一扫)"
# a label begins a word: no character of another word stands before it, only a date, or a value that has ended
_EDGE = rf"(?:(?<![{HAN}A-Za-z])|(?<=[0-9]日)|(?<=[0-9][时分秒]))"
_GLUED = re.compile(
    rf"(?<=[{HAN}])(?<!第一)(?<!通讯)(?:(?P<d>(?P<main>发布(?:时间|日期)))|(?P<u>(?:信息|文章|稿件)来源)|(?P<p>作者|通讯员|撰稿)"
    r"|(?P<x>责任编辑|(?:浏览|点击|阅读|访问)(?:次数|量)|字[号体]))[ ]?："
)
"""Labels that follow a value without a blank."""
_BEFORE_NAMES = rf"(?P<r>(?:[{HAN}]{{2,10}}[报网台社刊])?{_PEOPLE})(?=[ ]{{1,4}}[{HAN}·]{{2,12}}(?:[ 、，|）〕\n]|$))"
"""记者 李明, without a colon."""
_LABELS = re.compile(rf"{_EDGE}(?:{_STRICT}|{_BEFORE_NAMES}|{_WITH_PICTURES}|{_BARRED}|{_COUNTERS})")
_KINDS: Mapping[str, LabelKind] = {
    "a": "other", "o": "original", "d": "date", "u": "outlet", "w": "own", "p": "author", "r": "author", "t": "author", "x": "other",
    "bd": "date", "bu": "outlet", "bp": "author", "bx": "other", "c": "other",
}  # fmt: skip
_STOP = re.compile(r"[\t\n|︱│〔〕；]|[ ]{2}(?! )")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A label that begins at ``label``, and its words ``text[start:end]``, empty where none follow on the line.

    ``main`` is set for a date of publication, which stands above one of a change.
    """

    kind: LabelKind
    label: int
    start: int
    end: int
    main: bool = False


def read_labels(text: str, start: int, end: int) -> list[Labelled]:
    """The labels of one line with their words, in order; a label's words end where the next one begins, or at a bar or a wide blank."""
    found = sorted(
        (*_LABELS.finditer(text, start, end), *_GLUED.finditer(text, start, end)), key=lambda match: (match.start(), -match.end())
    )
    labels: list[re.Match[str]] = []
    for match in found:
        if not labels or match.start() >= labels[-1].end():
            labels.append(match)
    return [_labelled(text, match, labels[at + 1].start() if at + 1 < len(labels) else end) for at, match in enumerate(labels)]


def _labelled(text: str, match: re.Match[str], limit: int) -> Labelled:
    groups = match.groupdict()
    kind = next(_KINDS[name] for name in _KINDS if groups.get(name) is not None)
    first = match.end()
    while first < limit and text[first] in " \t":
        first += 1
    if first < limit and text[first] == "〔":
        first += 1
    stop = _STOP.search(text, first, limit)
    last = stop.start() if stop else limit
    while last > first and text[last - 1] in " \t":
        last -= 1
    return Labelled(kind, match.start(), first, last, groups.get("main") is not None or groups.get("bd") is not None)
