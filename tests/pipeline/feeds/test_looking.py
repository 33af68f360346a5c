"""What an address gives is told by its content where the configuration does not say."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.feeds.looking import read_list
from pipeline.feeds.source import CRON, FeedSource
from pipeline.serve.cron import Cron

ADDRESS = "https://jyj.example/list"
ONE = "https://jyj.example/art/2024/5/8/1.html"
BODIES = {
    "a sitemap in plain text": f"{ONE}\nhttps://jyj.example/art/2024/5/9/2.html\n",
    "a script's variable": f'var news = [{{"title": "两校结对帮扶签约仪式举行", "url": "{ONE}", "date": "2024-05-08"}}]',
    "a feed with a prefix": f'<?xml version="1.0"?><a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:entry><a:title>一</a:title>'
    f'<a:link href="{ONE}"/></a:entry></a:feed>',
    "JSON that speaks of a feed": f'{{"list": [{{"title": "<rss> 与结对帮扶", "url": "{ONE}", "date": "2024-05-08"}}]}}',
}


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
def test_the_content_tells_the_kind(body: str) -> None:
    listing = read_list(FeedSource("", ADDRESS, Cron.of(CRON)), body.encode(), ADDRESS, date(2024, 6, 1))
    assert listing.entries[0].address == ONE
