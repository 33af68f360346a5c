"""A firewall's pages are known, and nothing else is taken for one."""

from __future__ import annotations

import pytest

from pipeline.fetch.blocked import is_blocked
from pipeline.fetch.exchange import Exchange
from tests.linear import LIMIT, growth
from tests.pipeline.fetch.make_exchange import answered

PUZZLE = (
    "var _0x3f2a1b=['a','b'];var _0x1c2d3e=function(_0x4a5b6c,_0x7d8e9f){return _0x3f2a1b[_0x4a5b6c]+_0x7d8e9f+_0x3f2a1b.length;};"
    "_0x1c2d3e(0);"
)

BARRIERS: list[tuple[int, str]] = [
    (412, ""),
    (412, "<html><body>Precondition Failed</body></html>"),
    (521, "<script>document.cookie='a'+'b';location.href=location.pathname</script>"),
    (521, ""),
    # scripts without a word
    (
        200,
        '<html><head><meta id="9x" content="kQ" r="m"><script>$_ts=window[\'$_ts\'];if(!$_ts)$_ts={};$_ts.cd="q";</script></head></html>',
    ),
    (202, '<html><head><script src="/s/a.js"></script><script>$_ts.cd="q";_$aB();</script></head><body></body></html>'),
    (200, '<html><script>document.cookie="__k=1;path=/";location.reload();</script></html>'),
    (200, "<html><script>document.cookie = 'k=' + f(); window.location.href = location.pathname + location.search;</script></html>"),
    (200, '<html><script>window["document"]["cookie"]="a=1";window["location"]["reload"]();</script></html>'),
    (200, f"<html><title>鹿港区教育局</title><script>{PUZZLE}</script><body></body></html>"),
    (200, "<html><script>eval(function(p,a,c,k,e,d){return p}('0 1',2,2,'a|b'.split('|'),0,{}))</script></html>"),
    (200, "<html><script>var arg1='3F2A';setCookie('acw_sc__v2', x);</script></html>"),
    (200, "<html><script>var a='yunsuo_session_verify';</script></html>"),
    (200, "<html><script>x()</script><noscript><h1>请开启JavaScript并刷新该页.</h1></noscript></html>"),
    (
        403,
        "<title>Just a moment...</title><script>window._cf_chl_opt={}</script><noscript>Enable JavaScript and cookies to continue",
    ),
    (
        503,
        '<title>Just a moment...</title><body><div class="cf">Checking your browser before accessing jyj.example.</div></body></html>',
    ),
    # somebody is asked to do something
    (200, "<title>安全验证</title><body><div>请完成安全验证后继续访问</div></body>"),
    (200, "<title>百度安全验证</title><body><div id='c'></div></body>"),
    (200, "<title>滑动验证页面</title><body><p>访问验证</p><p>请按住滑块，拖动到最右边</p></body>"),
    (200, "<body><h3>您的访问过于频繁，请稍后再试</h3><p>时间：2025-03-03 08:00:00　IP：203.0.113.8</p></body>"),
    (200, "<body>访问过于频繁，请稍后再试！</body>"),
    (200, "<body><p>系统检测到您的请求过于频繁，请输入验证码后继续访问。</p><input name=code><button>提交</button></body>"),
    (200, "<body>请开启JavaScript并刷新该页</body>"),
    (200, "<body>您的浏览器不支持脚本，请启用 JavaScript 后重试。</body>"),
    (200, "<title>人机验证</title><body>为了保护网站安全，请先完成人机验证</body>"),
    (200, "<body><p>正在进行安全检测，请稍候……</p></body>"),
    (200, "<body><p>您的访问行为异常，请完成下方验证</p><a href='/'>返回首页</a></body>"),
    (200, "<body><div>安全验证</div><div>加载中</div></body>"),
    (200, "<body>Verifying you are human. This may take a few seconds.</body>"),
    # errors with a firewall's words
    (403, "<title>403</title><body>很抱歉，由于您访问的URL有可能对网站造成安全威胁，您的访问被阻断。</body>"),
    (405, "<body>您的请求已被网站防火墙拦截，请求编号 7f3a</body>"),
    (403, "<title>网站防火墙</title><body>您的请求带有不合法参数，已被网站管理员设置拦截！</body>"),
    (403, "<body>当前访问疑似黑客攻击，已被创宇盾拦截。</body>"),
    (403, '<html><script>document.cookie="__k=1";location.replace(location.href)</script></html>'),
    (500, "<body>Web应用防火墙：您的访问被拦截</body>"),
]


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
@pytest.mark.parametrize(("code", "page"), BARRIERS)
def test_a_barrier_is_known(code: int, page: str, encoding: str) -> None:
    assert is_blocked(answered(page.encode(encoding), code, {"Content-Type": f"text/html; charset={encoding}"}))


LINKS = "".join(f'<a href="/{number}.html">第{number}则</a>' for number in range(8))

PAGES: list[tuple[int, str]] = [
    (200, ""),
    (200, "<html><body></body></html>"),
    (200, "<title>鹿港区教育局</title><body></body>"),
    # articles about it
    (200, "<h1>我校开展网络安全验证演练</h1><p>发布时间：2025-03-03 来源：本网</p><p>演练中，师生先完成滑动验证，再登录平台。</p>"),
    (200, "<h1>关于启用安全验证的通知</h1><p>各中小学：自三月起，登录结对帮扶平台须完成安全验证。鹿港区教育局</p>" + LINKS),
    (200, '<meta name="ArticleTitle" content="安全验证"><h1>安全验证</h1><p>请完成安全验证后继续访问</p>'),
    (200, "<article><h1>遇到滑动验证怎么办</h1><p>请按住滑块，拖动到最右边。</p></article>"),
    (200, '<div class="TRS_Editor"><p>请完成安全验证后再访问平台。</p></div>'),
    (200, "<h1>平台升级说明</h1>" + "<p>登录时请完成安全验证。两校教师通过平台开展联合教研，互派骨干教师，共享课程资源。</p>" * 8),
    (200, "<h1>访问过于频繁怎么办</h1>" + "<p>家长反映登录平台时提示您的访问过于频繁，技术人员已经排查处理，现在可以正常报名。</p>" * 8),
    (200, "<title>验证码短信诈骗提醒</title><p>近期有人冒充教师索要验证码，请家长提高警惕，不要告诉他人。</p>"),
    (200, "<h1>帮扶学校通过义务教育优质均衡验收</h1><p>专家组对各项指标逐一验证。</p>"),
    (200, "<p>责任编辑：林晓 请完成安全验证</p>"),
    (200, "<title>安全检查</title><h1>安全检查</h1><p>图为鹿港区中心小学开展校园安全检查。</p>"),
    (200, "<title>质量检测</title><h1>安全检测</h1><p>康朗县实验小学</p>"),
    # forms and shells
    (200, '<title>登录</title><form>用户名<input name=u>密码<input type="password">请输入验证码<input name=c>拖动滑块</form>'),
    (200, "<title>查询</title><form>请输入验证码<input name=c><button>查询</button></form>"),
    (
        200,
        '<div id="app"></div><noscript>We\'re sorry, it doesn\'t work without JavaScript enabled.</noscript><script src="/a.js"></script>',
    ),
    (200, '<title>平台</title><noscript>请开启JavaScript</noscript><script src="/static/js/app.js"></script><div id="root"></div>'),
    (200, '<div id="app"></div><script>document.cookie="lang=zh";if(!ok)location.href="/login";</script>'),
    (200, '<script src="/hm.js"></script><script>var a=document.cookie;var b=location.href;</script>'),
    (200, "<script>var a=document.cookie.match(/k=1/);var b=location.href==c;</script>"),
    (200, '<frameset cols="20%,80%"><frame src="a.html"><frame src="b.html"></frameset>'),
    (200, '<script>location.href="/index.html"</script>'),
    (200, "<script>eval('a')</script><p>鹿港区中心小学与康朗县实验小学结对帮扶活动掠影，两校师生共度开放日。</p>"),
    (200, "<script>var x='$_ts';</script><p>鹿港区中心小学与康朗县实验小学结对帮扶活动掠影，两校师生共度开放日。</p>"),
    (200, "<body>Just a moments of joy: the pupils of two schools met.</body>"),
    # lists
    (200, "<title>安全验证</title><ul>" + LINKS + "</ul>"),
    # errors with a server's own words
    (
        403,
        "<title>403 Forbidden</title><body><center><h1>403 Forbidden</h1></center><hr><center>nginx</center></body>",
    ),
    (403, "<title>提示</title><body>您没有权限访问此栏目，请先登录。</body>"),
    (403, "<body>该栏目仅限内网访问，禁止外部访问。</body>"),
    (404, "<title>404</title><body>您访问的页面不存在或已被删除。请完成安全验证。</body>"),
    (500, "<body>服务器内部错误，请联系管理员。</body>"),
    (503, "<html><title>503 Service Temporarily Unavailable</title><body><h1>503 Service Temporarily Unavailable</h1></body></html>"),
    (405, "<body>Method Not Allowed</body>"),
    (403, "<h1>校园安防</h1>" + "<p>学校安装云防护设备，防火墙拦截攻击，两校共享网络安全课程，教师互派，学生互访，携手成长。</p>" * 12),
    (429, "<body>您的访问过于频繁，请稍后再试</body>"),
    (302, "<body>请完成安全验证后继续访问</body>"),
]


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
@pytest.mark.parametrize(("code", "page"), PAGES)
def test_a_page_is_no_barrier(code: int, page: str, encoding: str) -> None:
    assert not is_blocked(answered(page.encode(encoding), code, {"Content-Type": f"text/html; charset={encoding}"}))


@pytest.mark.parametrize("kind", ["application/json", "text/plain", "application/rss+xml", "application/pdf"])
def test_only_pages_are_looked_at(kind: str) -> None:
    assert not is_blocked(answered("<body>请完成安全验证后继续访问</body>", headers={"Content-Type": kind}))


def test_cloudflare_says_521_of_a_server_that_is_down() -> None:
    assert not is_blocked(answered("<title>Web server is down</title>", 521, {"Server": "cloudflare"}))
    assert is_blocked(answered("<title>Web server is down</title>", 521, {"Server": "nginx"}))


@pytest.mark.parametrize(
    "filler", ["_0x1a2b3c ", "eval ", "document.cookie", "location", "<p>", "请", "<script>", "您的访问", "<div>安全验证", "正在"]
)
def test_it_costs_no_more_than_it_is_long(filler: str) -> None:
    def script(size: int) -> Exchange:
        return answered(("<script>" + filler * size)[: size // 3])

    def words(size: int) -> Exchange:
        return answered(("<body>" + filler * size)[: size // 3])

    assert growth(is_blocked, script, 200_000) <= LIMIT
    assert growth(is_blocked, words, 200_000) <= LIMIT
