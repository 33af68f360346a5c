"""Pages of one piece of news as real content systems lay them out, all written for these tests.

Every page holds the same article (``TITLE``, ``PARAGRAPHS``) with the menus, counters, neighbours and imprints of its kind around it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

TITLE = "山海牵手共育新苗 送教送研情满柳树"
PARAGRAPHS = (
    "9月5日，青石县第一小学副校长江映雪带领12名骨干教师来到柳树乡中心小学，开展结对帮扶送教活动。",
    "活动中，青石县第一小学教师上示范课4节，柳树乡中心小学60余名教师观摩。课后，双方围绕备课、评课进行了深入交流。",
    "根据协议，青石县第一小学每学期到柳树乡中心小学送教不少于2次，并捐赠图书300册。",
)
_P = "".join(f"<p>　　{words}</p>\n" for words in PARAGRAPHS)
_SPANS = "".join(
    f'<p class="MsoNormal" style="text-indent:2em"><span style="font-size:16px">{words}</span></p><p><br></p>' for words in PARAGRAPHS
)
_BR = "<br><br>\n".join(f"&nbsp;&nbsp;&nbsp;&nbsp;{words}" for words in PARAGRAPHS)
_MENU = "".join(f'<li><a href="/{name}/">{name}</a></li>' for name in ("首页", "机构概况", "新闻中心", "政务公开", "办事服务", "专题专栏"))
_LIST = "".join(
    f'<li><a href="/n/{at}.htm" title="{name}">{name}</a><span>2023-09-0{at}</span></li>'
    for at, name in enumerate(
        ("我县召开秋季开学工作会议", "我县20所学校获评平安校园", "县实验中学举行第12届运动会", "关于中秋节放假的通知"), start=1
    )
)


def _page(head: str, body: str, charset: str = "utf-8") -> str:
    return f'<!DOCTYPE html><html><head><meta charset="{charset}">{head}</head><body>{body}</body></html>'


def _trs() -> str:
    head = f"""<title>{TITLE}_青石县教育局</title><meta name="SiteName" content="青石县教育局"><meta name="ColumnName" content="基层动态">
<meta name="ArticleTitle" content="{TITLE}"><meta name="PubDate" content="2023-09-06 10:20"><meta name="ContentSource" content="柳树乡中心小学">"""
    body = f"""<div class="top"><a>无障碍</a><a>长者模式</a><ul>{_MENU}</ul></div><div class="dqwz">当前位置：<a>首页</a> &gt; <a>基层动态</a></div>
<div class="xl"><div class="xl-bt">{TITLE}</div><div class="xl-xx"><span>来源：柳树乡中心小学</span><span>发布时间：2023-09-06 10:20</span>
<span>字体：[<a>大</a> <a>中</a> <a>小</a>]</span><span>浏览次数：<script>hits()</script></span></div>
<div class="view TRS_UEDITOR trs_paper_default">{_SPANS}</div><div class="fj"><b>相关附件：</b><ul></ul></div>
<div class="fx">扫一扫在手机打开当前页</div><div>【<a>打印本页</a>】【<a>关闭窗口</a>】</div></div>
<div class="foot">主办单位：青石县教育局<br>联系电话：0000-8123456　网站标识码：0000000000</div>"""
    return _page(head, body)


def _ucap() -> str:
    head = f'<title>{TITLE}_青石县人民政府网</title><meta name="description" content="{PARAGRAPHS[0]}">'
    body = f"""<div class="header"><ul>{_MENU}</ul></div><div class="crumb"><a>首页</a> &gt; <a>要闻</a></div>
<div class="article"><h1>{TITLE}</h1><div class="pages-date">2023-09-06 10:20 <span class="font">来源： 青石日报</span>
<span class="font">【字体：<a>大</a> <a>中</a> <a>小</a>】</span><span class="pages_print">打印</span></div>
<div class="pages_content" id="UCAP-CONTENT">{_P}</div><div class="editor">责任编辑：石可风</div><div class="share">分享到：</div></div>
<div class="related"><h3>相关稿件</h3><ul>{_LIST}</ul></div><div class="footer">版权所有：青石县人民政府网</div>"""
    return _page(head, body)


def _site_builder() -> str:
    head = f"<title>{TITLE}</title>"
    body = f"""<div class="nav"><ul>{_MENU}</ul></div><div class="left"><h2>新闻动态</h2><ul>{_LIST}</ul></div>
<div class="article"><h1 class="arti_title">{TITLE}</h1><p class="arti_metas"><span class="arti_publisher">发布者：石可风</span>
<span class="arti_update">发布时间：2023-09-06</span><span class="arti_views">浏览次数：<span class="WP_VisitCount">10</span></span></p>
<div class="entry"><div class="wp_articlecontent">{_SPANS}<p style="text-align:right">（教务处 江映雪）</p></div></div></div>
<div class="foot"><p>Copyright © 2018-2023 青石县第一小学 版权所有</p><p>地址：青石县府前路6号　邮编：000000</p></div>"""
    return _page(head, body)


def _visual_site() -> str:
    head = f"<title>{TITLE}-青石县第一小学</title>"
    body = f"""<table width="100%"><tr><td><ul>{_MENU}</ul></td></tr></table><div>当前位置: <a>网站首页</a>&gt;&gt;<a>校园新闻</a>&gt;&gt;正文</div>
<form name="_newscontent_fromname"><div><h1 align="center">{TITLE}</h1>
<div align="center">2023年09月06日 16:05&nbsp;&nbsp;江映雪&nbsp;&nbsp;点击：[<span id="hits"></span>]</div>
<div id="vsb_content"><div class="v_news_content">{_P}</div></div><p>附件【<a href="a.doc">协议.doc</a>】已下载3次</p>
<p>上一条：<a>学校举行教师节庆祝活动</a></p><p>下一条：<a>学校开展推普周活动</a></p><p>【<a>关闭</a>】</p></div></form>
<div>版权所有：青石县第一小学　电话：0000-8123456</div>"""
    return _page(head, body)


def _dede() -> str:
    head = f"<title>{TITLE}_青石教育在线</title>"
    body = f"""<div class="nav"><ul>{_MENU}</ul></div><div class="place"><strong>当前位置:</strong><a>主页</a> &gt; <a>校园</a> &gt;</div>
<div class="viewbox"><div class="title"><h2>{TITLE}</h2></div>
<div class="info"><small>时间:</small>2023-09-06 10:20<small>来源:</small>柳树乡中心小学 <small>作者:</small>江映雪 <small>点击:</small>88次</div>
<div class="intro">{PARAGRAPHS[0][:36]}...</div><div class="content"><table><tr><td>{_P}</td></tr></table>(责任编辑：admin)</div>
<div class="handle"><ul><li>上一篇：<a>我县召开会议</a></li><li>下一篇：没有了</li></ul></div></div>
<div class="hot"><dl><dt>热点内容</dt><dd><ul>{_LIST}</ul></dd></dl></div><div class="footer">Powered by 青石教育在线</div>"""
    return _page(head, body)


def _old_school() -> str:
    head = "<title>青石县第一小学</title>"
    body = f"""<table width="980" align="center"><tr><td><marquee>热烈欢迎新同学！</marquee></td></tr><tr><td><a>首页</a> | <a>校园新闻</a>
 | <a>家长学校</a></td></tr>
</table><table width="980" align="center"><tr><td width="200" valign="top"><table><tr><td>最新文章</td></tr>
<tr><td><a>我校召开教师大会</a></td></tr></table></td>
<td valign="top"><table width="100%"><tr><td align="center"><font size="5"><b>{TITLE}</b></font></td></tr>
<tr><td align="center">作者：教导处&nbsp; 来源：本站原创&nbsp; 更新时间：2023-9-6 8:05:11&nbsp; 点击数：15</td></tr><tr><td>{_BR}</td></tr>
<tr><td align="right">【<a>打印此文</a>】【<a>关闭窗口</a>】</td></tr><tr><td>上一篇文章：没有了<br>下一篇文章：没有了</td></tr></table></td></tr></table>
<table align="center"><tr><td>版权所有 青石县第一小学 技术支持：青石网络</td></tr></table>"""
    return _page(head, body, "gb2312")


def _we_chat() -> str:
    head = f'<title></title><meta property="og:title" content="{TITLE}"><meta property="og:site_name" content="微信公众平台">'
    sections = "".join(f"<section><p><span>{words}</span></p></section>" for words in PARAGRAPHS)
    body = f"""<div id="js_article"><h1 id="activity-name" class="rich_media_title">\n{TITLE}\n</h1><div id="meta_content">
<span class="rich_media_meta">原创</span><span class="rich_media_meta rich_media_meta_text">江映雪</span><a id="js_name">青石一小</a>
<em id="publish_time">2023-09-06 18:22</em><em>发表于青石</em></div>
<div class="rich_media_content" id="js_content" style="visibility: hidden; opacity: 0;">{sections}<section><p>文字 | 江映雪</p><p>图片 | 石可风</p>
<p>编辑 | 石可风</p><p>来源 | 青石县第一小学</p></section></div></div><div class="tool">阅读原文</div><div>喜欢此内容的人还喜欢</div>"""
    return _page(head, body)


def _portal() -> str:
    head = f"<title>{TITLE}|送教|青石_青石新闻网</title><link rel='canonical' href='https://news.qs.example/2023/0906/c12-345.html'>"
    body = f"""<div class="nav"><ul>{_MENU}</ul></div><div class="path"><a>青石新闻网</a>&gt;&gt;<a>教育</a></div>
<div class="clearfix"><h1>{TITLE}</h1>
<p class="author"></p><div class="box01"><div class="fl">2023年09月06日08:15 | 来源：
<a href="http://paper.qsrb.example/html/2023-09/06/content_8.htm">青石日报</a></div>
<div class="fr">小字号</div></div><div class="box_con" id="rwb_zw">{_P}<p>(责编：石可风、王小芳)</p></div>
<div class="share">分享让更多人看到</div></div><div class="aside"><h2>热门排行</h2><ul>{_LIST}</ul></div>"""
    return _page(head, body)


def _reprint() -> str:
    head = f"<title>{TITLE} - 结对帮扶资讯</title>"
    body = f"""<header><a>登录</a><a>注册</a></header><article class="article-content"><h1>{TITLE}</h1>
<div class="meta"><time datetime="2023-09-06">2023-09-06</time> 来源：青石日报 作者：本报记者 江映雪 通讯员 石可风</div>{_P}
<p>原文链接：<a href="http://paper.qsrb.example/html/2023-09/05/content_8.htm">http://paper.qsrb.example/html/2023-09/05/content_8.htm</a></p>
<p>【免责声明】本文来源于网络转载，仅供学习交流使用，请在30日内与我们联系。</p></article><aside><ul>{_LIST}</ul></aside>"""
    return _page(head, body)


def _for_print_too() -> str:
    head = f"<title>{TITLE}</title>"
    body = f"""<ul>{_MENU}</ul><div class="main"><div class="pc"><h1>{TITLE}</h1><p>发布日期：2023-09-06　信息来源：县教研室</p>{_P}</div>
<div class="wap"><h1>{TITLE}</h1><p>发布日期：2023-09-06　信息来源：县教研室</p>{_P}</div></div><div>主办：青石县教育局</div>"""
    return _page(head, body)


def _open_government() -> str:
    head = f'<title>{TITLE}</title><meta name="SiteName" content="青石县人民政府">'
    body = f"""<ul>{_MENU}</ul><table class="xxgk"><tr><td>索引号：</td><td>000000/2023-00001</td><td>公开日期：</td><td>2023-09-06</td></tr>
<tr><td>发布机构：</td><td>青石县教育局</td><td>文号：</td><td>无</td></tr></table><h2 class="tit">{TITLE}</h2>
<div class="info">发布时间：2023-09-06 09:00　作者：　来源：本网　浏览量：<i>6</i>次　<a>保护视力色</a></div><div id="zoomcon">{_P}</div>
<p>编辑：石可风</p><div>【打印】【关闭】</div><div class="foot">政府网站标识码：0000000000</div>"""
    return _page(head, body)


LAYOUTS: Mapping[str, Callable[[], str]] = {
    "trs": _trs,
    "ucap": _ucap,
    "site builder": _site_builder,
    "visual site": _visual_site,
    "dede": _dede,
    "old school": _old_school,
    "WeChat": _we_chat,
    "portal": _portal,
    "reprint": _reprint,
    "for print too": _for_print_too,
    "open government": _open_government,
}
