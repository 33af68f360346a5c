"""Only what tells of assistance is in a digest; what is left out is counted."""

from __future__ import annotations

import pytest

from pipeline.digest.asked import Asked
from tests.pipeline.digest.newsroom import Newsroom, news

NOTICE = (
    "关于选派支教教师的通知\n\n各中小学：\n　　2027年我区拟选派30名教师赴石门县支教一年，每人每月补助2000元。请于11月1日前报送名单。\n\n"
    "望海区教育局\n2026年10月20日\n"
)

TELLS = (
    "望海区教育局赴石门县开展结对帮扶活动，26名教师送课12节。",
    "望海区選派30名教師赴石門縣支教。",
    "9月11日，爱心企业向石门县第三小学捐赠图书1200册。",
    "两校签订手拉手协议，互派教师3名。",
    "省里12名校长到石门县第一中学跟岗学习。",
)
DOES_NOT = (
    "10月20日，望海区中小学生运动会举行，2000名学生参加。",
    "区教育局召开安全工作会议，各校校长120人参加。",
    "人大代表视察石门县第三小学，听课2节。",
    "我区3所学校获评省级文明校园。",
)


@pytest.mark.parametrize("body", TELLS)
def test_news_of_assistance_counts(file_newsroom: Newsroom, body: str) -> None:
    file_newsroom.publish(news(body, title="工作动态"))
    digest = file_newsroom.digest()
    assert (len(digest.articles), digest.passed.off_topic) == (1, 0)


@pytest.mark.parametrize("body", DOES_NOT)
def test_other_news_does_not(file_newsroom: Newsroom, body: str) -> None:
    file_newsroom.publish(news(body, title="工作动态"))
    digest = file_newsroom.digest()
    assert (digest.articles, digest.helps, digest.regions, digest.passed.off_topic) == ((), (), (), 1)


def test_an_attachment_that_tells_of_it_speaks_for_its_article(newsroom: Newsroom) -> None:
    page = newsroom.publish(news("详见附件。", title="工作动态"))
    newsroom.publish(news(TELLS[0]), parent=page)
    digest = newsroom.digest()
    assert (len(digest.articles), digest.passed.off_topic) == (1, 0)


def test_papers_that_are_no_news_are_counted(newsroom: Newsroom) -> None:
    first = newsroom.publish(NOTICE, feed="区局", day="2026-10-20")
    newsroom.publish(NOTICE + "（转载）\n", feed="县局", day="2026-10-21", first=first)
    newsroom.publish(NOTICE + "附件\n", feed="区局", day="2026-10-21", parent=first)
    newsroom.publish(news(TELLS[0], "2026-10-22"), feed="区局")
    assert newsroom.digest().passed.other_kinds == 1
    assert newsroom.digest(Asked(feeds=("县局",))).passed.other_kinds == 1
    assert newsroom.digest(Asked(since="2026-10-21")).passed.other_kinds == 0
