"""The three files of a digest: whole, safe to look at, each figure with its articles."""

from __future__ import annotations

import json
import re
from urllib.parse import urlsplit

import jsonschema
import pytest

from pipeline.digest.as_markdown import written
from pipeline.digest.asked import Asked
from pipeline.digest.model import Digest
from pipeline.digest.page import page
from pipeline.messages import Lang
from pipeline.pages.files import as_json
from tests.pipeline.digest.newsroom import Newsroom, news
from tests.pipeline.pages.parsed import HOSTILE, Page

LANGS: tuple[Lang, ...] = ("zh", "en")
_CHINESE = re.compile("[\u4e00-\u9fff]")
GIFT = "5月8日，鹿港区教育局向康朗县民族中学捐赠资金50万元，选派6名骨干教师到康朗县民族中学支教，上示范课12节，捐赠图书3000册。"
MORE = "下一步，鹿港区教育局将再选派10名教师到康朗县支教。截至目前，鹿港区累计投入帮扶资金1200万元。"
AGAIN = "日前，康朗县民族中学收到鹿港区教育局捐赠的资金50万元。"


def full(newsroom: Newsroom, lang: Lang = "zh") -> Digest:
    """One of everything."""
    first = newsroom.publish(news(GIFT + MORE), "https://a.example/1.html")
    newsroom.publish(news(AGAIN, "2024-05-10", title="康朗县民族中学获捐"), "http://b.example/2.html?x=1&y=2")
    newsroom.publish(news(AGAIN, "2024-05-11", title="转载"), "https://c.example/3.html", first=first)
    return newsroom.digest(Asked(lang=lang))


@pytest.mark.parametrize("lang", LANGS)
def test_the_page_neither_runs_nor_fetches_anything(file_newsroom: Newsroom, lang: Lang) -> None:
    found = Page(page(full(file_newsroom, lang)))
    assert not {"script", "img", "iframe", "object", "link", "form", "base"} & set(found.tags)
    assert not [name for name, _ in found.attributes if name.startswith("on") or name in {"style", "src"}]
    links = [value for name, value in found.attributes if name == "href"]
    assert {link for link in links if not link.startswith("#")} == {
        "https://a.example/1.html", "http://b.example/2.html?x=1&y=2", "https://c.example/3.html",
    }  # fmt: skip


@pytest.mark.parametrize("lang", LANGS)
def test_the_table_of_contents_leads_somewhere(file_newsroom: Newsroom, lang: Lang) -> None:
    found = Page(page(full(file_newsroom, lang))).attributes
    assert {value[1:] for name, value in found if name == "href" and value.startswith("#")} <= {
        value for name, value in found if name == "id"
    }


def test_each_sum_is_shown_with_its_articles(file_newsroom: Newsroom) -> None:
    digest = full(file_newsroom)
    for made in (page(digest), written(digest)):
        assert "3 篇报道" not in made
        assert "2 篇报道的同一笔款，只计一次" in made
        assert made.count("康朗县民族中学获捐") >= 2
        assert "另有 1 家转载" in made
        assert "500,000 元" in made
        assert "琼西" not in made
    shown = "".join(Page(page(digest)).texts)
    assert re.search(r"鹿港区教育局 → 康朗县民族中学\s*500,000 元\s*结对帮扶传真情", shown)
    assert "是多年的累计" in shown


@pytest.mark.parametrize("lang", LANGS)
def test_hostile_words_stay_words(file_newsroom: Newsroom, lang: Lang) -> None:
    hostile = HOSTILE.replace("/", "∕")
    file_newsroom.publish(None)
    digest = full(file_newsroom, lang)
    article = digest.articles[0].model_copy(
        update={"title": hostile, "outlet": hostile, "feed": hostile, "address": f"https://a.example/{HOSTILE}", "day": hostile}
    )
    deeds = {"giver": hostile, "receiver": hostile, "giver_region": hostile, "words": hostile, "day": hostile}
    changed = digest.model_copy(
        update={
            "articles": (article, *digest.articles[1:]),
            "gifts": tuple(one.model_copy(update=deeds | {"purpose": hostile, "currency": hostile}) for one in digest.gifts),
            "helps": tuple(one.model_copy(update=deeds | {"what": hostile, "unit": hostile, "per": hostile}) for one in digest.helps),
            "things": tuple(one.model_copy(update={"what": hostile, "unit": hostile}) for one in digest.things),
            "pairs": tuple(
                one.model_copy(update={name: hostile for name in deeds if name in type(one).model_fields}) for one in digest.pairs
            ),
            "regions": tuple(one.model_copy(update={"name": hostile, "spellings": (hostile, "b")}) for one in digest.regions),
            "window": digest.window.model_copy(update={"feeds": (hostile,)}),
            "store": hostile,
            "version": hostile,
        }
    )
    made = page(changed)
    found = Page(made)
    assert not {"script", "img"} & set(found.tags)
    assert not [name for name, _ in found.attributes if name.startswith("on")]
    assert "\u2028" not in made
    assert "\u202e" not in made
    # names are cut in their middle
    assert "".join(found.texts).count(hostile[:18]) > 20
    markdown = written(changed)
    assert "<script>" not in markdown
    assert "\u202e" not in markdown
    assert not re.search(r"\]\((?!<https?://)", markdown)
    assert json.loads(as_json(changed))["articles"][0]["title"] == hostile
    assert "\u202e" not in as_json(changed)


def test_hostile_words_of_an_article_stay_words(file_newsroom: Newsroom) -> None:
    """The same from the article on: what the extractors let through of it."""
    file_newsroom.publish(news(GIFT, title=HOSTILE, outlet=HOSTILE), title=HOSTILE, feed=HOSTILE)
    digest = file_newsroom.digest(Asked(feeds=(HOSTILE,)))
    assert len(digest.articles) == 1
    assert not {"script", "img"} & set(Page(page(digest)).tags)
    assert "<script>" not in written(digest)


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)", "data:text/html,x", "file:///etc/passwd", "vbscript:x",
        "/档/一.txt", "//host/share", "ftp://a.example/", "https://", "https:///x", "http://good.example@evil.example/", "http://[::1", "",
        "https://a.example/" + "x" * 5000,
    ],
)  # fmt: skip
def test_only_addresses_of_the_web_are_links(file_newsroom: Newsroom, address: str) -> None:
    digest = full(file_newsroom)
    articles = tuple(one.model_copy(update={"address": address, "reprints": ()}) for one in digest.articles)
    found = Page(page(digest.model_copy(update={"articles": articles})))
    assert [value for name, value in found.attributes if name == "href" and not value.startswith("#")] == []
    assert "](" not in written(digest.model_copy(update={"articles": articles}))


@pytest.mark.parametrize(
    ("address", "link"),
    [
        ("https://a.example/新闻 1.html", "https://a.example/%E6%96%B0%E9%97%BB%201.html"),
        ('https://a.example/"><script>', "https://a.example/%22%3E%3Cscript%3E"),
        ("HTTP://A.example/x?y=1&z=2", "HTTP://A.example/x?y=1&z=2"),
        ("https://a.example/a(1)|b`c>d\\e\u202ef", "https://a.example/a%281%29%7Cb%60c%3Ed%5Ce%E2%80%AEf"),
    ],
)
def test_links_hold_nothing_but_an_address(file_newsroom: Newsroom, address: str, link: str) -> None:
    file_newsroom.publish(news(GIFT), address)
    digest = file_newsroom.digest()
    links = {value for name, value in Page(page(digest)).attributes if name == "href" and not value.startswith("#")}
    assert links == {link}
    assert f"](<{link}>)" in written(digest)
    assert all(urlsplit(one).scheme.lower() in {"http", "https"} for one in links)


@pytest.mark.parametrize("lang", LANGS)
def test_an_empty_digest_says_what_to_do(file_newsroom: Newsroom, lang: Lang) -> None:
    digest = file_newsroom.digest(Asked(since="2024-01-01", until="2024-01-31", lang=lang))
    shown = "".join(Page(page(digest)).texts)
    for made in (shown, written(digest)):
        assert "--since" in made.replace("\\", "")
        assert not re.search(r"[{}]|None|nan", made)
        assert bool(_CHINESE.search(made)) == (lang == "zh")
    assert "2024-01-01" in shown


def test_english_is_english(file_newsroom: Newsroom) -> None:
    digest = full(file_newsroom, "en")
    own = re.compile("[\u4e00-\u9fff]+")
    names = {"鹿港区教育局", "康朗县民族中学"}
    left = [
        words for words in own.findall("\n".join(Page(page(digest)).texts)) if not any(words in one for one in (GIFT, MORE, AGAIN, *names))
    ]
    assert set(left) <= {"结对帮扶传真情", "鹿港日报", "康朗县民族中学获捐", "转载", "骨干教师", "图书", "册"}


@pytest.mark.parametrize("lang", LANGS)
def test_nothing_is_left_unfilled(file_newsroom: Newsroom, lang: Lang) -> None:
    digest = full(file_newsroom, lang)
    for made in ("".join(Page(page(digest)).texts), written(digest)):
        assert not re.search(r"[{}]|\bNone\b|\bnan\b|Undefined", made)


def test_every_number_of_an_article_is_one(file_newsroom: Newsroom) -> None:
    digest = full(file_newsroom)
    told = [*(one.articles for one in digest.gifts), *(one.articles for one in digest.helps), *(one.articles for one in digest.things)]
    told += [*(one.articles for one in digest.pairs), *(one.articles for one in digest.months)]
    told += [one.gave.articles or one.received.articles for one in digest.regions]
    assert {number for one in told for number in one} == {article.number for article in digest.articles} == {1, 2}
    assert all(told)


def test_the_json_is_what_its_model_says(file_newsroom: Newsroom) -> None:
    made = as_json(full(file_newsroom))
    schema = Digest.model_json_schema(mode="serialization")
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(json.loads(made))
    assert Digest.model_validate_json(made) == Digest.model_validate(json.loads(made))
    assert not re.search(r"\d\.\d+[,\n}]", made.replace("schema_version", ""))


def test_names_of_the_json_stay() -> None:
    """Add names here; who takes one away breaks the programs that read it."""
    assert set(Digest.model_fields) == {
        "schema_version", "lang", "version", "made", "store", "window", "articles", "reprints", "done", "planned", "things", "pairs",
        "regions", "months", "gifts", "helps", "merged", "passed", "alarms",
    }  # fmt: skip


def test_many_articles_make_a_page_of_bounded_size(file_newsroom: Newsroom) -> None:
    digest = full(file_newsroom)
    articles = tuple(digest.articles[0].model_copy(update={"number": at + 1, "title": f"{at}" + "长" * 500}) for at in range(1000))
    numbers = tuple(range(1, 101))
    gifts = tuple(digest.gifts[0].model_copy(update={"articles": numbers}) for _ in range(1000))
    pairs = tuple(digest.pairs[0].model_copy(update={"articles": numbers}) for _ in range(1000))
    many = digest.model_copy(update={"articles": articles, "gifts": gifts, "pairs": pairs})
    made = page(many)
    assert len(made) < 5_000_000
    assert "…另有 800 项" in made
    assert "…另有 80 项" in made
    assert len(written(many)) < 200_000
    assert len(json.loads(as_json(many))["articles"]) == 1000


def test_huge_figures_are_shown(file_newsroom: Newsroom) -> None:
    digest = full(file_newsroom)
    big = "9" * 5000
    money = tuple(one.model_copy(update={"min": big, "max": big}) for one in digest.done.money)
    months = tuple(one.model_copy(update={"done": one.done.model_copy(update={"money": money})}) for one in digest.months)
    made = page(digest.model_copy(update={"done": digest.done.model_copy(update={"money": money}), "months": months}))
    assert "1.00E+5000" in made
    assert "1.0E+4996" in made
