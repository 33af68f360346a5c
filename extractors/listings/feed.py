"""A feed (RSS 0.9x, 1.0 and 2.0, Atom) as a list.

Reads::

    <title>&lt;b&gt;两校&lt;/b&gt;签约</title>                                  两校签约
    <link>../202307/t1.html</link>, <link href="t1.html"/>, xml:base            resolved against what the feed says, else against the feed
    <pubDate>2022年3月1日</pubDate>, 2022/3/1, Tue, 01 Mar 2022 20:00:00 GMT     2022-03-01, 2022-03-01, 2022-03-02
    <link rel="next" href="?page=2"/> of the feed                               where it goes on

Leaves alone::

    javascript: and file: links                                                 counted, and no entry
    <pubDate>2022-02-30</pubDate>, 昨天                                          no day
    a page or a firewall's answer in place of the feed, a feed without items    unreadable: unsupported, damaged, empty
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element

from extractors.listings.entry import Entry, Listing, each_once
from extractors.listings.headlines import plain
from extractors.listings.links import article_address, same_page, site
from extractors.listings.stamps import read_stamp
from extractors.readers.feed_items import read_channel, read_item
from extractors.readers.feed_xml import local_name, read_feed_xml
from extractors.readers.sniff import sniff
from schemas.errors import Unreadable

_ROOTS = frozenset({"rss", "rdf", "feed", "channel"})


def read_feed_list(data: bytes, address: str) -> Listing:
    """The items of a feed that was fetched from ``address``.

    Raises :class:`Unreadable`: ``empty`` for a feed without items that lead anywhere, ``unsupported`` for other XML, else as
    :func:`read_feed_xml`.
    """
    if not data.strip():
        raise Unreadable("empty", "订阅源是空的，没有内容，请在浏览器中打开地址核对。")
    if sniff(data) == "html":
        raise _no_feed()
    tree = read_feed_xml(data)
    if local_name(tree.root) not in _ROOTS and not tree.items:
        raise _no_feed()
    channel = read_channel(tree.root, address)
    items = [read_item(item, channel) for item in tree.items]
    found = [(item, article_address(item.address, channel.base or address)) for item in items]
    entries = each_once(Entry(link, plain(item.title) or None, read_stamp(item.stamp)) for item, link in found if link is not None)
    if not entries:
        raise Unreadable("empty", "订阅源里没有带链接的文章，可能是地址不对，或被网站的防火墙拦截，请在浏览器中打开核对。")
    more = tuple(_next(tree.root, channel.base or address, address))
    return Listing(entries, more, sum(link is None for _, link in found), tree.notes)


def _no_feed() -> Unreadable:
    return Unreadable("unsupported", "这个地址不是 RSS 或 Atom 订阅源，可能被网站的防火墙拦截，请在浏览器中打开核对。")


def _next(root: Element, base: str, address: str) -> Iterator[str]:
    """The feed's next page (RFC 5005), on the same site."""
    heads = (root, *(child for child in root if local_name(child) == "channel"))
    for link in (child for head in heads for child in head if local_name(child) == "link"):
        following = article_address(link.get("href"), base) if link.get("rel") == "next" else None
        if following is not None and not same_page(following, address) and site(following) == site(address):
            yield following
            return
