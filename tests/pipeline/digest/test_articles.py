"""Which articles a digest speaks of, in both databases."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
import sqlalchemy as sa

from pipeline.digest.asked import Asked
from pipeline.digest.model import Digest
from pipeline.store.news_tables import ARTICLES
from tests.pipeline.digest.newsroom import Newsroom, news

GIFT = "鹿港区教育局向康朗县民族中学捐赠资金{sum}万元。"
PACT = "结对帮扶协议书\n甲方：鹿港区实验小学\n乙方：康朗县第一小学\n甲方每学期送教4节，资助5万元。\n甲方（盖章）：  乙方（盖章）：\n2024年5月1日\n"


def gift(amount: int, day: str | None = "2024-05-08", **said: str) -> str:
    return news(GIFT.format(sum=amount), day, **said)


def addresses(digest: Digest) -> list[str]:
    return [article.address.removeprefix("https://news.example/") for article in digest.articles]


def yuan(digest: Digest) -> list[str]:
    return [one.min for one in digest.done.money]


def test_an_empty_store_gives_an_empty_digest(newsroom: Newsroom) -> None:
    digest = newsroom.digest()
    assert (digest.articles, digest.gifts, digest.pairs, digest.months, digest.done.money) == ((), (), (), (), ())


def test_an_article_is_told_with_all_that_is_known_of_it(newsroom: Newsroom) -> None:
    newsroom.publish(gift(5, title="康朗县民族中学获捐", outlet="琼西新闻网"), "https://a.example/1", feed="县局")
    [article] = newsroom.digest().articles
    assert article.model_dump() == {
        "number": 1, "address": "https://a.example/1", "title": "康朗县民族中学获捐", "day": "2024-05-08", "dated": "published",
        "outlet": "琼西新闻网", "feed": "县局", "reprints": (),
    }  # fmt: skip


def test_reprints_stand_beside_their_first_and_count_once(newsroom: Newsroom) -> None:
    first = newsroom.publish(gift(5), "https://a.example/1")
    again = newsroom.publish(gift(5, title="转载"), "https://b.example/2", feed="市局", first=first, day="2024-05-09")
    newsroom.publish(gift(5, title="再转载"), "https://c.example/3", first=again)
    newsroom.publish(None, "https://d.example/4", title="没有读过的", feed="省厅", first=first)
    digest = newsroom.digest()
    assert [article.address for article in digest.articles] == ["https://a.example/1"]
    assert [(one.address, one.title, one.feed, one.day) for one in digest.articles[0].reprints] == [
        ("https://b.example/2", "转载", "市局", "2024-05-08"),
        ("https://d.example/4", "没有读过的", "省厅", "2024-06-01"),
        ("https://c.example/3", "再转载", "康朗县教育局", "2024-05-08"),
    ]
    assert (digest.reprints, yuan(digest), digest.gifts[0].articles) == (3, ["50000"], (1,))


def test_the_same_bytes_at_two_addresses_are_one_article(newsroom: Newsroom) -> None:
    newsroom.publish(gift(5), "https://a.example/1")
    newsroom.publish(gift(5), "https://b.example/2")
    digest = newsroom.digest()
    assert [[one.address for one in article.reprints] for article in digest.articles] == [["https://b.example/2"]]
    assert yuan(digest) == ["50000"]


def test_news_that_hangs_on_an_article_is_told_by_it(newsroom: Newsroom) -> None:
    page = newsroom.publish(gift(5), "https://a.example/1")
    newsroom.publish(gift(5, None, title="附件"), "https://a.example/1.doc", parent=page)
    newsroom.publish(gift(8, None, title="附件二"), "https://a.example/2.doc", parent=page)
    newsroom.publish(PACT, "https://a.example/3.doc", parent=page)
    digest = newsroom.digest()
    assert len(digest.articles) == 1
    assert (yuan(digest), [one.articles for one in digest.gifts]) == (["130000"], [(1,), (1,)])
    assert digest.merged.gifts == 0


def test_what_is_no_news_or_was_not_read_is_left_alone(newsroom: Newsroom) -> None:
    newsroom.publish(PACT)
    newsroom.publish(None, title="打不开的文章")
    assert newsroom.digest().articles == ()


def test_a_text_that_changed_is_told_as_it_is_now(newsroom: Newsroom) -> None:
    number = newsroom.publish(gift(5))
    content = newsroom.read(gift(8), "https://news.example/1.html")
    with newsroom.engine.begin() as connection:
        connection.execute(ARTICLES.update().where(ARTICLES.c.id == number), {"content": content})
    assert yuan(newsroom.digest()) == ["80000"]


@pytest.fixture
def dated(newsroom: Newsroom) -> Newsroom:
    """Articles whose days are told by themselves, by the list, and by the clock of the finder alone."""
    newsroom.publish(gift(1, "2024-05-07"), "https://news.example/published-7", day="2024-01-01")
    newsroom.publish(gift(2, "2024-05-08"), "https://news.example/published-8")
    newsroom.publish(gift(3, None), "https://news.example/listed-9", day="2024-05-09")
    # in Beijing it is the 10th already
    newsroom.publish(gift(4, None), "https://news.example/found-10", found=datetime(2024, 5, 9, 16, 0, tzinfo=UTC))
    newsroom.publish(gift(5, None), "https://news.example/found-9", found=datetime(2024, 5, 9, 15, 59, 59, tzinfo=UTC))
    return newsroom


@pytest.mark.parametrize(
    ("since", "until", "found"),
    [
        (None, None, ["published-7", "published-8", "found-9", "listed-9", "found-10"]),
        ("2024-05-08", None, ["published-8", "found-9", "listed-9", "found-10"]),
        (None, "2024-05-08", ["published-7", "published-8"]),
        ("2024-05-08", "2024-05-09", ["published-8", "found-9", "listed-9"]),
        ("2024-05-10", "2024-05-10", ["found-10"]),
        ("2024-05-11", None, []),
        (None, "2024-05-06", []),
        ("0001-01-01", "9999-12-31", ["published-7", "published-8", "found-9", "listed-9", "found-10"]),
    ],
)
def test_a_window_of_days(dated: Newsroom, since: str | None, until: str | None, found: list[str]) -> None:
    assert addresses(dated.digest(Asked(since, until))) == found


def test_where_a_day_is_from(dated: Newsroom) -> None:
    assert {article.address.rpartition("/")[2]: (article.day, article.dated) for article in dated.digest().articles} == {
        "published-7": ("2024-05-07", "published"),
        "published-8": ("2024-05-08", "published"),
        "listed-9": ("2024-05-09", "listed"),
        "found-9": ("2024-05-09", "found"),
        "found-10": ("2024-05-10", "found"),
    }


def test_one_feed(newsroom: Newsroom) -> None:
    first = newsroom.publish(gift(1), "https://news.example/county", feed="县局")
    newsroom.publish(gift(2), "https://news.example/city", feed="市局")
    newsroom.publish(gift(3), "https://news.example/province", feed="省厅")
    newsroom.publish(gift(1, title="转载"), "https://news.example/again", feed="市局", first=first)
    assert addresses(newsroom.digest(Asked(feeds=("省厅",)))) == ["province"]
    # who reprints tells it too
    assert addresses(newsroom.digest(Asked(feeds=("市局",)))) == ["city", "county"]
    assert addresses(newsroom.digest(Asked(feeds=("县局", "省厅")))) == ["county", "province"]


def test_files_count_where_they_are_asked_for(newsroom: Newsroom) -> None:
    newsroom.publish(gift(1), "https://news.example/1")
    newsroom.read(gift(1), "/档/同一篇.txt")
    newsroom.read(gift(2), "/档/另一篇.txt")
    newsroom.read(gift(2), "/档/另一篇（副本）.txt")
    newsroom.read(gift(4, None, title="没有日期"), "/档/没有日期.txt")
    newsroom.read(PACT, "/档/协议.txt")
    assert yuan(newsroom.digest()) == ["10000"]
    digest = newsroom.digest(Asked(files=True))
    assert yuan(digest) == ["70000"]
    told = {article.address: article for article in digest.articles}
    assert set(told) == {"https://news.example/1", "/档/另一篇.txt", "/档/没有日期.txt"}
    assert [one.address for one in told["/档/另一篇.txt"].reprints] == ["/档/另一篇（副本）.txt"]
    assert told["/档/没有日期.txt"].dated == "found"
    assert yuan(newsroom.digest(Asked(until="2024-12-31", files=True))) == ["30000"]


def test_a_page_with_several_articles_has_several(newsroom: Newsroom) -> None:
    feed = """<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>康朗教育</title>
<item><title>获捐五万</title><link>https://a.example/1</link><pubDate>Wed, 08 May 2024 08:00:00 +0800</pubDate>
<description>鹿港区教育局向康朗县民族中学捐赠资金5万元，双方结对帮扶。</description></item>
<item><title>获捐八万</title><link>https://a.example/2</link><pubDate>Thu, 09 May 2024 08:00:00 +0800</pubDate>
<description>鹿港区教育局向康朗县石门小学捐赠资金8万元，双方结对帮扶。</description></item></channel></rss>"""
    newsroom.read(feed, "/档/feed.xml")
    digest = newsroom.digest(Asked(files=True))
    assert [(article.title, article.day) for article in digest.articles] == [("获捐五万", "2024-05-08"), ("获捐八万", "2024-05-09")]
    assert [(one.amount.min, one.articles) for one in digest.gifts] == [("50000", (1,)), ("80000", (2,))]


def test_a_digest_sees_one_state_and_writes_nothing(newsroom: Newsroom) -> None:
    newsroom.publish(gift(5))
    with newsroom.engine.connect() as connection:
        before = connection.execute(sa.select(ARTICLES)).all()
    digest = newsroom.digest()
    assert newsroom.digest().model_copy(update={"made": digest.made}) == digest
    with newsroom.engine.connect() as connection:
        assert connection.execute(sa.select(ARTICLES)).all() == before
