"""What is said about pages that could not be had, in Chinese and in English: what, why, and the next step, on one line."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from pipeline.fetch.reasons import Saying
from pipeline.messages import Lang

_ZH: Mapping[Saying, str] = {
    "not-web": "{address} 不是网页的地址，没有抓取。地址要以 http:// 或 https:// 开头。",
    "bad-address": "{address} 不是完整的网址，没有抓取。请检查主机名和端口的写法。",
    "with-user": "{address} 里带着用户名或密码，没有抓取。请去掉 @ 和它前面的部分。",
    "odd-host": "{host} 不是主机通常的写法，没有抓取。请写域名，或四段十进制的 IP 地址。",
    "bad-port": "{host} 的 {port} 端口不是给网页用的，没有抓取。请检查地址。",
    "local-name": "{host} 是本机或内网的名字，没有抓取。确实要读它，请在 feeds.toml 里这个来源的 allow 写上 {host}。",
    "private-address": "{host} 在本机或内网（{ip}），没有抓取。确实要读它，请在 feeds.toml 里这个来源的 allow 写上 {host}。",
    "special-address": "{host} 指向 {ip}，那里不会有网站，没有抓取。请检查地址。",
    "no-such-host": "查不到主机 {host}。请检查地址有没有写错，以及网络是否连通。",
    "no-answer": "连不上 {host}。请检查网络，或稍后再试。",
    "broken-off": "{host} 没有答完就断开了。请稍后再试。",
    "no-secure-connection": "和 {host} 建不成安全连接（{why}）。请在浏览器里打开看看；证书没有问题，就把网页存下来，用 jiedui feeds import 导入。",
    "timed-out": "{host} 答得太慢，等不到结果。请稍后再试。",
    "too-large": "{address} 超过 {limit} MB，没有取。请在浏览器里下载，再用 jiedui feeds import 导入。",
    "not-found": "{address} 已经没有这个网页（{code}）。请在网站上找到新地址再换上。",
    "leads-home": "{address} 转到了栏目页或首页，文章多半已经撤下。请在网站上核对。",
    "http-error": "{host} 没有给出 {address}，答的是 {code}。请稍后再试，或在浏览器里打开看看。",
    "too-many-requests": "{host} 嫌访问太频繁（{code}）。请过一阵再试，并把这个来源的间隔调大。",
    "blocked": "{host} 的防火墙要求验证，程序进不去（{code}）。请用浏览器打开 {address}，把网页存下来，再用 jiedui feeds import 导入。",
    "forbidden": "{host} 的 robots.txt 不许程序抓取 {address}。请用浏览器把网页存下来，再用 jiedui feeds import 导入。",
    "robots-failed": "取不到 {host} 的 robots.txt（{why}），不知道许不许抓取，这次不再读这个网站。请稍后再试。",
    "redirect-without-address": "{host} 让转到别处，却没有给出地址（{code}）。请在浏览器里打开 {address} 看看。",
    "redirects-in-circles": "{address} 转了一圈又回到原处。请在浏览器里打开看看，换成网页最后的地址。",
    "too-many-redirects": "{address} 转了 {most} 次还没有到头。请在浏览器里打开看看，换成网页最后的地址。",
    "broken-body": "{address} 的内容是坏的，解不开压缩。请稍后再试，或用浏览器把网页存下来，再用 jiedui feeds import 导入。",
    "unknown-encoding": "{host} 用了读不懂的压缩（{encoding}）。请用浏览器把网页存下来，再用 jiedui feeds import 导入。",
    "cut-short": "{address} 只传来一部分就断了。请稍后再试。",
    "not-recorded": "录下的文件里没有 {address}。请去掉 --replay，或用 --record 再录一次。",
}

_EN: Mapping[Saying, str] = {
    "not-web": "{address} is no address of a web page and was not fetched. It has to begin with http:// or https://.",
    "bad-address": "{address} is no complete address and was not fetched. Check how its host and port are written.",
    "with-user": "{address} holds a user's name or a password and was not fetched. Leave out the @ and what stands before it.",
    "odd-host": "{host} is no usual way to write a host and was not fetched. Write a name, or an IP address of four decimal numbers.",
    "bad-port": "port {port} of {host} is not one for web pages and was not fetched. Check the address.",
    "local-name": "{host} names this machine or its network and was not fetched. To read it, add it to allow of its source in feeds.toml.",
    "private-address": "{host} is on this machine or its network ({ip}) and was not fetched. To read it, add {host} to allow of its source "
    "in feeds.toml.",
    "special-address": "{host} leads to {ip}, where there is no web site, and was not fetched. Check the address.",
    "no-such-host": "there is no host {host}. Check the address, and whether the network works.",
    "no-answer": "{host} does not answer. Check the network, or try again later.",
    "broken-off": "{host} broke off before it had answered. Try again later.",
    "no-secure-connection": "no secure connection to {host} ({why}). Look at it in a browser; if its certificate is good, save the page "
    "there and import it with jiedui feeds import.",
    "timed-out": "{host} is too slow to wait for. Try again later.",
    "too-large": "{address} is larger than {limit} MB and was not taken. Download it in a browser and import it with jiedui feeds import.",
    "not-found": "{address} is no longer there ({code}). Find its new address on the site.",
    "leads-home": "{address} leads to its column or to the front page: the article was probably taken down. Look it up on the site.",
    "http-error": "{host} answers {code} to {address}. Try again later, or look at it in a browser.",
    "too-many-requests": "{host} says that it is asked too often ({code}). Try again later, and let this source wait longer between pages.",
    "blocked": "a firewall of {host} asks for a verification that no program passes ({code}). Open {address} in a browser, save the page, "
    "and import it with jiedui feeds import.",
    "forbidden": "robots.txt of {host} forbids programs to fetch {address}. Save it in a browser and import it with jiedui feeds import.",
    "robots-failed": "robots.txt of {host} cannot be had ({why}), so nobody knows what may be fetched; it is left alone. Try again later.",
    "redirect-without-address": "{host} redirects without saying where to ({code}). Look at {address} in a browser.",
    "redirects-in-circles": "{address} leads back to itself. Look at it in a browser and take the address where it ends.",
    "too-many-redirects": "{address} leads on more than {most} times. Look at it in a browser and take the address where it ends.",
    "broken-body": "what {address} sends is broken and cannot be decompressed. Try again later, or save it in a browser and import it with "
    "jiedui feeds import.",
    "unknown-encoding": "{host} compresses in a way that cannot be read ({encoding}). Save the page in a browser and import it with "
    "jiedui feeds import.",
    "cut-short": "only a part of {address} came. Try again later.",
    "not-recorded": "{address} is not in what was recorded. Leave out --replay, or record again with --record.",
}

_WHY: Mapping[str, tuple[str, str]] = {
    "no-such-host": ("查不到主机", "no such host"),
    "no-answer": ("连不上", "no answer"),
    "no-secure-connection": ("建不成安全连接", "no secure connection"),
    "timed-out": ("太慢", "too slow"),
    "http-error": ("服务器出错", "its server fails"),
    "too-many-requests": ("访问太频繁", "asked too often"),
    "bad-redirect": ("转来转去", "it leads in circles"),
    "bad-body": ("内容不完整", "not complete"),
}


def sayings_of(lang: Lang) -> Mapping[Saying, str]:
    """The templates of a language, for :meth:`str.format_map`."""
    return _EN if lang == "en" else _ZH


def said_of(saying: Saying, facts: Mapping[str, str], lang: Lang) -> str:
    """A sentence with its facts; ``because`` among them is a reason, which stands as ``why`` in it."""
    told = defaultdict(str, facts)
    if "because" in told:
        told["why"] = briefly(told["because"], lang)
    return sayings_of(lang)[saying].format_map(told)


def briefly(reason: str, lang: Lang) -> str:
    """A reason in a few words, to stand in brackets in another one's sentence."""
    zh, en = _WHY.get(reason, (reason, reason))
    return en if lang == "en" else zh
