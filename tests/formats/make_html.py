"""Make web pages of an agreement's text, laid out as real sites do it.

Every line is a paragraph; tab-separated lines are rows of a table; an empty line is left out. The layouts: ``bureau`` (the state's meta
tags, TRS editor, menus, neighbours, imprint), ``school`` (nested tables of the early 2000s, no meta tags), ``reader`` (one div with <br>
line ends), ``word`` (saved by Word, the agreement and nothing else) and ``bare`` (a fragment of tags).
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Mapping
from itertools import groupby
from typing import Literal

Layout = Literal["bureau", "school", "reader", "word", "bare"]
LAYOUTS: tuple[Layout, ...] = ("bureau", "school", "reader", "word", "bare")
DECLARED = {"gb18030": "gb2312", "utf-8": "utf-8", "big5": "big5", "utf-16": "utf-16"}

_MENU = "".join(
    f'<li><a href="/{path}/">{name}</a></li>'
    for path, name in (("", "首页"), ("zwgk", "政务公开"), ("zcjd", "政策解读"), ("bmfw", "便民服务"))
)
_HOT = "".join(
    f'<a href="{i}.htm">{name}</a><br />'
    for i, name in enumerate(("我区召开学校安全工作会议", "10所学校获评书香校园", "关于做好假期值班的通知"))
)


def make_html(text: str, layout: Layout = "bureau", encoding: str = "utf-8") -> bytes:
    """The page as bytes; ``encoding`` is a Python codec, declared as sites do (GB18030 as gb2312)."""
    title, _, rest = text.strip("\n").partition("\n")
    page = _PAGES[layout](title.strip(), rest)
    return page.replace("{charset}", DECLARED[encoding]).encode(encoding, "xmlcharrefreplace")


def _bureau(title: str, rest: str) -> str:
    name = html.escape(title)
    return f"""<!DOCTYPE html><html lang="zh-CN"><head><meta charset="{{charset}}"><title>{name}_松江口市教育局</title>
<meta name="SiteName" content="松江口市教育局"><meta name="ColumnName" content="结对帮扶"><meta name="ArticleTitle" content="{name}">
<meta name="PubDate" content="2024-09-03 10:20"><meta name="ContentSource" content="基础教育科">\
<style>p{{{{text-indent:2em}}}}</style></head><body>
<div class="top"><a href="/">松江口市教育局</a><ul class="nav">{_MENU}</ul></div>
<div class="position">当前位置：<a href="/">首页</a> &gt; <a href="/jdbf/">结对帮扶</a></div>
<div class="main"><h1>{name}</h1>
<div class="info"><span>发布时间：2024-09-03 10:20</span> <span>来源：基础教育科</span> <span>字体：<a>大</a> <a>中</a> <a>小</a></span></div>
<div class="TRS_Editor">{_paragraphs(rest, "&emsp;&emsp;")}</div>
<div class="share">分享到：<a>微信</a></div>
<div class="next"><p>上一篇：<a href="a.html">我市举行教师节庆祝活动</a></p><p>下一篇：<a href="b.html">我市启动学前教育宣传月</a></p></div></div>
<div class="foot"><p>主办：松江口市教育局　地址：松江口市文化路1号</p><p>网站标识码：0000000000</p></div>
<script>document.write("页面载入完毕")</script></body></html>""".replace("{{", "{").replace("}}", "}")


def _school(title: str, rest: str) -> str:
    return f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset={{charset}}" />\
<title>校务公开-松江口市第三中学</title></head><body>
<table width="1000" align="center"><tr><td><a href="index.asp">网站首页</a> | <a href="#">学校概况</a> | <a href="#">教学科研</a></td></tr></table>
<table width="1000" align="center"><tr><td width="200" valign="top"><b>热点</b><br />{_HOT}</td><td valign="top">
<p align="center"><font size="4"><b>{html.escape(title)}</b></font></p>
<p align="center">作者：办公室&nbsp;&nbsp;来源：本站原创&nbsp;&nbsp;更新时间：2024/9/3&nbsp;&nbsp;点击数：<script src="hits.asp"></script></p><hr />
{_paragraphs(rest, "&nbsp;&nbsp;&nbsp;&nbsp;")}
<p>【<a href="#">打印此文</a>】【<a href="#">关闭窗口</a>】</p><p>上一篇文章：没有了<br />下一篇文章：没有了</p></td></tr></table>
<table width="1000" align="center"><tr><td align="center">版权所有　松江口市第三中学</td></tr></table></body></html>"""


def _reader(title: str, rest: str) -> str:
    parts = [
        _table(lines) if is_table else _broken_lines(lines) for is_table, lines in groupby(rest.split("\n"), key=lambda line: "\t" in line)
    ]
    body = "".join(parts)
    return f"""<!doctype html><html><head><meta charset={{charset}}><title>{html.escape(title)}</title></head><body>\
<nav><ul>{_MENU}</ul></nav>
<section><h2 class="title">{html.escape(title)}</h2><div class="text" style="line-height:2">{body}</div></section>
<aside><h3>相关阅读</h3>{_HOT}</aside></body></html>"""


def _word(title: str, rest: str) -> str:
    parts = [
        _table(lines) if is_table else _word_lines(lines) for is_table, lines in groupby(rest.split("\n"), key=lambda line: "\t" in line)
    ]
    return f"""<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta http-equiv=Content-Type content="text/html; charset={{charset}}"><title>{html.escape(title)}</title>
<!--[if gte mso 9]><xml><o:DocumentProperties><o:Author>办公室</o:Author></o:DocumentProperties></xml><![endif]--></head>
<body lang=ZH-CN><div class=WordSection1><p class=MsoNormal align=center><b>{html.escape(title)}</b></p>
{"".join(parts)}<![if !supportEmptyParas]>&nbsp;<![endif]></div></body></html>"""


def _word_lines(lines: Iterable[str]) -> str:
    return "".join(
        "<p class=MsoNormal style='text-indent:28.0pt'>"
        f"<span\nlang=ZH-CN style='font-size:14.0pt'>{_word_runs(line)}<o:p></o:p></span></p>\n\n"
        for line in lines
        if line.strip()
    )


def _word_runs(line: str) -> str:
    """Figures in runs of their own, as Word writes them, and the source broken inside a sentence."""
    runs = _words(line)
    return re.sub(r"(?<![&#\w])([0-9]+)(?![\w;])", r"<span\nlang=EN-US>\1</span>", runs).replace("，", "，\n", 1)


def _bare(title: str, rest: str) -> str:
    return f"<p><strong>{html.escape(title)}</strong></p>{_paragraphs(rest, '')}"


def _broken_lines(lines: Iterable[str]) -> str:
    return "".join(f"　　{_words(line)}<br>\n" if line.strip() else "<br>\n" for line in lines)


def _paragraphs(text: str, indent: str) -> str:
    parts: list[str] = []
    for is_table, lines in groupby(text.split("\n"), key=lambda line: "\t" in line):
        if is_table:
            parts.append(_table(lines))
        else:
            parts += (f"<p>{indent}{_words(line)}</p>\n" for line in lines if line.strip())
    return "".join(parts)


def _table(lines: Iterable[str]) -> str:
    rows = ("".join(f"<td><p>{html.escape(cell)}</p></td>" for cell in line.split("\t")) for line in lines)
    return "<table border=1>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"


def _words(line: str) -> str:
    """A line's text; of several spaces all but one are hard ones, or they would not show."""
    return re.sub(r" {2,}", lambda run: "&nbsp;" * (len(run[0]) - 1) + " ", html.escape(line.strip()))


_PAGES: Mapping[Layout, Callable[[str, str], str]] = {"bureau": _bureau, "school": _school, "reader": _reader, "word": _word, "bare": _bare}
