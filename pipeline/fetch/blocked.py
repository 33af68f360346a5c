"""Pages of a firewall that stand where a page should be: recognised, and never fought.

Reads::

    412; 521 but for Cloudflare's own, which says that a server is down
    a page of scripts without a word: $_ts, a cookie that is set before the page is loaded anew, packed code
    请完成安全验证后继续访问　您的访问过于频繁，请稍后再试　请开启JavaScript并刷新该页　向右拖动滑块    with hardly any other words
    403, 405, 503 with 您的请求已被网站防火墙拦截

Leaves alone::

    an article about 安全验证 or 滑动验证, however short        it has a date, a source, links, or says it of others
    a form that asks for 用户名, 密码 and 验证码               a login, not a firewall
    <div id="app"></div> and its scripts                     a page that is made in the browser
    403 Forbidden, 503 Service Unavailable                   a server's own words
"""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from pipeline.fetch.exchange import Exchange
from pipeline.fetch.markup import is_html, markup_of, without_noscript

_NO_BARRIER = frozenset({404, 410, 429})
_LARGE = 256 * 1024
_MOST_LINKS, _MOST_PARAGRAPHS = 5, 9
_NO_WORDS, _FEW_WORDS = 20, 200
_WORD = r"(?:安全|滑动|滑块|人机|图形|身份|机器人)?验证"
_TOLD = re.compile(
    rf"请(?:先|您先|您)?(?:完成|通过|进行)(?:下方|下列|下面|以下|页面|页面上|上面)?的?{_WORD}"
    rf"|(?:完成|通过){_WORD}(?:后|即可|以)(?:继续|再|才能|方可)?访问"
    r"|(?:按住|拖动|拖拽|向右滑动|滑动)(?:左边|左侧|下方|下面|右侧)?的?(?:滑块|按钮)"
    r"|(?:您|你|该IP|IP|系统检测到|检测到)[^，。；]{0,20}(?:访问|请求|操作)(?:的?频率)?(?:过于|太过|太)(?:频繁|快|高)"
    r"|请(?:先|您)?(?:开启|启用|打开|允许)(?:您的|浏览器的?)?(?:JavaScript|JS|Cookie)"
    r"|(?:您|你)的(?:访问|请求|IP|操作|网络)[^，。；]{0,16}(?:被拦截|被阻断|被拒绝|被限制|被禁止|异常|不合法)"
    r"|正在(?:为您)?(?:进行|检查|检测|验证)(?:您的|你的)?(?:浏览器|安全|访问环境|网络环境|是否是?真人)"
    r"|请输入(?:下方|下图|图中|图片中|下面)?的?验证码(?:后|以)(?:继续|访问)"
    r"|checkingyourbrowser|justamoment(?!s)|verify(?:ing)?youarehuman|(?:please)?(?:enable|turnon)javascript(?:andcookies)?to(?:continue|view)"
    r"|unusualtraffic|pleaseenablejavascriptandreload",
    re.IGNORECASE,
)
# as a title or a heading of its own
_ALONE = re.compile(
    rf"(?:百度|网站|浏览器|访问)?(?:{_WORD}(?:中|页面)?|安全(?:检查|检测)中)[.…。！!]{{0,6}}|访问(?:过于|太)频繁[，,。!！]?(?:请稍[后候]再试)?[.。!！]?"
)
_TURNED_AWAY = re.compile(
    r"(?:访问|请求|操作)(?:已经?|可能)?被(?:[^，。；]{0,12})(?:阻断|拦截|屏蔽)|网站防火墙|防火墙拦截|(?:Web)?应用防火墙|安全威胁|云防护|创宇盾|云盾|云锁|安全狗"
    r"|网站卫士|wafblock|blockedby(?:the)?(?:waf|firewall)|attentionrequired",
    re.IGNORECASE,
)
_OF_AN_ARTICLE = re.compile(
    r"来源[：:]|发布(?:时间|日期|机构)|作者[：:]|责任编辑|编辑[：:]|浏览(?:次数|量)|阅读(?:次数|量)|字体[：:]|索\s?引\s?号"
)
_ARTICLE_NODES = (
    'meta[name="ArticleTitle"], meta[name="PubDate"], meta[name="ColumnName"], article, .TRS_Editor, .trs_editor_view, #UCAP-CONTENT'
)
# names of well-known ones: they stand in no other page
_OF_A_FIREWALL = re.compile(
    r"\$_ts\s*[=.\[]|\$_ts['\"]\]|acw_sc__v[0-9]|__jsl_clearance|_?yunsuo_session|security_verify_data|wzws_|_cf_chl_opt|cdn-cgi/challenge-platform"
    r"|__tst_status|EO_Bot_Ssid|aliyun_waf|WafCaptcha|_guard/(?:auto|click|slider|rotate)\.js|safeline"
)
_SETS_COOKIE = re.compile(r"document\s{0,3}\.\s{0,3}cookie\s{0,3}=|\[['\"]cookie['\"]\]\s{0,3}=")
_LOADS_ANEW = re.compile(
    r"location\s{0,3}\.\s{0,3}(?:reload|replace|assign)\s{0,3}\(|location(?:\s{0,3}\.\s{0,3}href)?\s{0,3}=(?!=)|\[['\"](?:reload|replace|href)['\"]\]"
)
_PACKED = re.compile(
    r"eval\s{0,3}\(\s{0,3}function\s{0,3}\(\s{0,3}p\s{0,3},\s{0,3}a\s{0,3},|(?:\b_0x[0-9a-f]{4,8}\b[^<]{0,200}?){6}|\beval\s{0,3}\("
)


def is_blocked(exchange: Exchange) -> bool:
    """Whether a firewall answered instead of the site."""
    if exchange.code == 412:
        return True
    if exchange.code == 521:
        return "cloudflare" not in (exchange.header("server") or "").lower()
    if exchange.code in _NO_BARRIER or 300 <= exchange.code < 400 or not _may_be_barrier(exchange):
        return False
    markup, for_others = without_noscript(markup_of(exchange))
    tree = LexborHTMLParser(markup)
    if tree.css_first(_ARTICLE_NODES) is not None:
        return False
    page = _Page(tree, for_others)
    return page.is_challenge() or page.asks_for_more() or (exchange.code >= 400 and page.turns_away())


def _may_be_barrier(exchange: Exchange) -> bool:
    """What costs nothing to see: lists have links, articles have paragraphs."""
    body = exchange.body
    if not 0 < len(body) <= _LARGE or b"\0" in body or not is_html(exchange):
        return False
    return body.count(b"</a>") + body.count(b"</A>") <= _MOST_LINKS and body.count(b"</p>") + body.count(b"</P>") <= _MOST_PARAGRAPHS


class _Page:
    """The words and scripts of a page."""

    def __init__(self, tree: LexborHTMLParser, for_others: str) -> None:
        scripts = tree.css("script")
        self._code = "\n".join(node.text() for node in scripts if "src" not in node.attributes)
        self._loads_scripts = any("src" in node.attributes for node in scripts)
        self._is_made_later = tree.css_first("#app, #root, #__next, #__nuxt, frameset, app-root") is not None
        self._has_login = tree.css_first('input[type="password"]') is not None
        self._title = _words(tree.css_first("title"))
        self._for_others = "".join(for_others.split())
        leaves = (node for node in tree.css("h1, h2, h3, h4, p, div, span") if next(iter(node.iter()), None) is None)
        self._headings = [_words(node) for node in leaves]
        tree.strip_tags(["script", "style", "template", "title"], recursive=True)
        self._words = _words(tree.body)

    def is_challenge(self) -> bool:
        """Whether it is scripts and nothing else, and they are of the kind that lets browsers pass."""
        if len(self._words) > _NO_WORDS:
            return False
        if _OF_A_FIREWALL.search(self._code):
            return True
        if self._loads_scripts or self._is_made_later:
            return False
        is_puzzle = _PACKED.search(self._code) or (_SETS_COOKIE.search(self._code) and _LOADS_ANEW.search(self._code))
        return bool(is_puzzle or (self._code and _TOLD.search(self._for_others)))

    def asks_for_more(self) -> bool:
        """Whether hardly anything is said but that the visitor has to do something first."""
        if len(self._words) > _FEW_WORDS or self._has_login or _OF_AN_ARTICLE.search(self._words):
            return False
        if _TOLD.search(self._words) or (len(self._words) <= _NO_WORDS and _TOLD.search(self._title)):
            return True
        return len(self._words) <= 3 * _NO_WORDS and any(_ALONE.fullmatch(words) for words in (self._title, self._words, *self._headings))

    def turns_away(self) -> bool:
        """Whether an error's page is a firewall's."""
        return len(self._words) <= 2 * _FEW_WORDS and bool(_TURNED_AWAY.search(self._title + self._words))


def _words(node: LexborNode | None) -> str:
    return "" if node is None else "".join(node.text().split())
