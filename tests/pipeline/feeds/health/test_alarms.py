"""Each alarm from the first visit to its end, and what must not alarm."""

from __future__ import annotations

import pytest

from pipeline.cli import run
from tests.pipeline.feeds.health.bureau import NAME, Bureau, ago
from tests.pipeline.fetch.server import Answer

WEEKS = (1, 8, 15, 22, 29, 36, 43, 50)
SELECTORS = {"kind": "page", "item": "ul.newsList li", "day": "span"}


def test_a_list_that_is_empty_alarms_until_it_is_not(any_bureau: Bureau, capfd: pytest.CaptureFixture[str]) -> None:
    any_bureau.config(**SELECTORS)
    any_bureau.report(*WEEKS[:4])
    any_bureau.publish()
    assert any_bureau.visit() == 0
    assert any_bureau.status() == 0
    any_bureau.site.put("/list.html", "<html><body><ul class='news-list'></ul></body></html>")
    assert any_bureau.visit() == 3
    assert f"注意 {NAME}（列表空了）：列表里一篇文章也没有，平时有 4 篇" in capfd.readouterr().err
    assert any_bureau.visit("--force") == 3
    # the third failure in a row is the same trouble, and no other alarm
    assert any_bureau.visit("--force", "--lang", "en") == 3
    assert f"Look at {NAME} (empty list): there is no article in its list, which usually has 4." in capfd.readouterr().err
    assert any_bureau.alarms() == [("empty", True)]
    assert any_bureau.status() == 3
    assert "列表空了：列表里一篇文章也没有" in capfd.readouterr().out
    any_bureau.publish()
    assert any_bureau.visit("--force") == 0
    assert any_bureau.alarms() == [("empty", False)]
    assert any_bureau.status() == 0


def test_a_list_that_shrinks_or_was_always_short_is_none(bureau: Bureau) -> None:
    bureau.report(*range(1, 13))
    bureau.publish()
    assert bureau.visit() == 0
    for path in list(bureau.articles)[3:]:
        del bureau.articles[path]
    bureau.publish()
    assert bureau.visit() == 0
    assert bureau.alarms() == []


def test_a_source_that_never_had_a_list_is_told_as_failed(bureau: Bureau, capfd: pytest.CaptureFixture[str]) -> None:
    bureau.site.put("/list.html", "<html><body><p>建设中</p></body></html>")
    assert bureau.visit() == 1
    assert "没有读成" in capfd.readouterr().err
    assert bureau.alarms() == []


def test_a_list_that_loses_its_days_alarms_until_they_are_back(any_bureau: Bureau, capfd: pytest.CaptureFixture[str]) -> None:
    any_bureau.config(**SELECTORS)
    any_bureau.report(*WEEKS)
    any_bureau.publish()
    assert any_bureau.visit() == 0
    any_bureau.list_without_days()
    assert any_bureau.visit() == 3
    assert "（缺了字段）：新文章都没有列表里的日期，以前的有" in capfd.readouterr().err
    # nothing is known of it from a list that is as it was, and one new article more says no more
    assert any_bureau.visit("--lang", "en") == 3
    assert "(lost field): no new article has a day in the list" in capfd.readouterr().err
    any_bureau.report(0, first=20)
    any_bureau.list_without_days()
    assert any_bureau.visit() == 3
    assert any_bureau.alarms() == [("lost-field", True)]
    any_bureau.publish()
    assert any_bureau.visit() == 0
    assert any_bureau.alarms() == [("lost-field", False)]


def test_articles_without_a_day_of_publication_alarm_until_one_has_it(any_bureau: Bureau, capfd: pytest.CaptureFixture[str]) -> None:
    any_bureau.report(*WEEKS)
    any_bureau.publish()
    assert any_bureau.visit() == 0
    paths = any_bureau.report(0, 0, 0, first=20)
    any_bureau.publish()
    for path in paths:
        told = any_bureau.site.answer(path, "", {}).body
        assert isinstance(told, str)
        any_bureau.site.put(path, told.replace("发布时间", "编号").replace(ago(0).isoformat(), "第三期"))
    assert any_bureau.visit() == 3
    assert "（缺了字段）：新文章都没有发布日期，以前的有" in capfd.readouterr().err
    assert any_bureau.visit() == 3
    assert any_bureau.alarms() == [("lost-field", True)]
    any_bureau.report(0, first=30)
    any_bureau.publish()
    assert any_bureau.visit() == 0
    assert any_bureau.alarms() == [("lost-field", False)]


def test_one_article_without_a_day_is_none(bureau: Bureau) -> None:
    bureau.report(*WEEKS)
    bureau.publish()
    assert bureau.visit() == 0
    [path] = bureau.report(0, first=20)
    bureau.publish()
    bureau.site.put(
        path, "<html><body><h1>鹿港区中学结对帮扶</h1><div class='TRS_Editor'><p>教师们来到康朗县中学开展结对帮扶。</p></div></body></html>"
    )
    assert bureau.visit() == 0
    assert bureau.alarms() == []


def test_a_source_that_was_used_to_more_alarms_as_silent_until_it_speaks(any_bureau: Bureau, capfd: pytest.CaptureFixture[str]) -> None:
    any_bureau.report(*(40 + days for days in WEEKS))
    any_bureau.publish()
    assert any_bureau.visit() == 3
    assert "（久无新闻）：已有 41 天没有新文章，比平时久（超过 21 天）" in capfd.readouterr().err
    assert any_bureau.visit("--lang", "en") == 3
    assert "(silent): there was no new article for 41 days, which is longer than usual (more than 21)" in capfd.readouterr().err
    any_bureau.report(0, first=20)
    any_bureau.publish()
    assert any_bureau.visit() == 0
    assert any_bureau.alarms() == [("silent", False)]


def test_quiet_days_count_for_a_source_without_a_habit(bureau: Bureau, capfd: pytest.CaptureFixture[str]) -> None:
    bureau.config(**{"quiet-days": 5})
    bureau.report(6, 6, 6)
    bureau.publish()
    assert bureau.visit() == 3
    assert "超过 5 天" in capfd.readouterr().err
    bureau.config(**{"quiet-days": 6})
    assert bureau.visit() == 0
    assert bureau.alarms() == [("silent", False)]


def test_a_source_that_never_brought_anything_is_silent_after_its_quiet_days(bureau: Bureau) -> None:
    bureau.config(**{"quiet-days": 5})
    bureau.write("/t1.html", "鹿港区教育局召开招生工作会议", ago(1).isoformat())
    bureau.write("/t2.html", "鹿港区教育局召开安全工作会议", ago(1).isoformat())
    bureau.write("/t3.html", "鹿港区教育局召开财务工作会议", ago(1).isoformat())
    bureau.publish()
    assert bureau.visit() == 0
    bureau.change("UPDATE feeds SET begun = :then", then=f"{ago(6)} 00:00:00.000000")
    assert bureau.visit() == 3
    assert bureau.alarms() == [("silent", True)]


def test_a_first_visit_that_brings_years_is_not_silent(bureau: Bureau) -> None:
    # the list is long: the newest come first, and by number they are the oldest in the store
    bureau.report(*range(1, 480, 8))
    bureau.publish()
    assert bureau.visit() == 0
    assert bureau.kept("SELECT count(*) FROM articles") == [(60,)]
    assert bureau.alarms() == []


def test_what_is_looked_for_up_to_a_day_is_not_silent_after_it(bureau: Bureau) -> None:
    bureau.config(until=ago(40).isoformat())
    bureau.report(*(40 + days for days in WEEKS))
    bureau.publish()
    assert bureau.visit() == 0
    assert bureau.alarms() == []


def test_the_third_failure_in_a_row_alarms_and_a_success_ends_it(any_bureau: Bureau, capfd: pytest.CaptureFixture[str]) -> None:
    any_bureau.site.put("/list.html", Answer(code=404))
    assert any_bureau.visit() == 1
    assert any_bureau.visit("--force") == 1
    assert any_bureau.alarms() == []
    assert any_bureau.visit("--force") == 3
    assert "（连续失败）：连续 3 次没有读成：" in capfd.readouterr().err
    assert any_bureau.visit("--force", "--lang", "en") == 3
    assert "(failing): not read 4 times in a row: http://" in capfd.readouterr().err
    any_bureau.report(*WEEKS[:3])
    any_bureau.publish()
    assert any_bureau.visit("--force") == 0
    assert any_bureau.alarms() == [("failing", False)]


def test_a_wall_alarms_at_once_and_is_told_while_it_is_waited_for(any_bureau: Bureau, capfd: pytest.CaptureFixture[str]) -> None:
    any_bureau.site.put("/list.html", Answer(code=412))
    assert any_bureau.visit() == 3
    assert "（被拦截）：" in capfd.readouterr().err
    hits = any_bureau.site.hits["/list.html"]
    assert any_bureau.visit() == 3
    said = capfd.readouterr().err
    assert any_bureau.site.hits["/list.html"] == hits
    assert "之后再试（--force 立即试）" in said
    assert "（被拦截）：" in said
    any_bureau.report(*WEEKS[:3])
    any_bureau.publish()
    any_bureau.let_the_wait_pass()
    assert any_bureau.visit() == 0
    assert any_bureau.alarms() == [("blocked", False)]


def test_an_alarm_is_new_once_and_lasts_from_when_it_was_first_seen(bureau: Bureau, capfd: pytest.CaptureFixture[str]) -> None:
    bureau.site.put("/list.html", Answer(code=412))
    assert bureau.visit() == 3
    [(first,)] = bureau.kept("SELECT since FROM alarms")
    assert bureau.visit("--force") == 3
    assert bureau.kept("SELECT since FROM alarms") == [(first,)]
    assert bureau.status("--format", "json") == 3
    assert '"kind": "blocked"' in capfd.readouterr().out


def test_an_alarm_that_comes_again_is_another(bureau: Bureau) -> None:
    bureau.report(*WEEKS[:3])
    for _ in range(2):
        bureau.site.put("/list.html", Answer(code=412))
        assert bureau.visit("--force") == 3
        bureau.publish()
        assert bureau.visit("--force") == 0
    assert bureau.alarms() == [("blocked", False), ("blocked", False)]


def test_the_digest_says_which_sources_are_out_of_order(bureau: Bureau, capfd: pytest.CaptureFixture[str]) -> None:
    bureau.report(*WEEKS[:3])
    bureau.publish()
    assert bureau.visit() == 0
    bureau.site.put("/list.html", Answer(code=412))
    assert bureau.visit() == 3
    out = bureau.folder / "digest"
    for lang, said in (("zh", f"{NAME}（被拦截，{ago(0)} 起）："), ("en", f"{NAME} (blocked since {ago(0)}): ")):
        capfd.readouterr()
        assert run(["digest", "--store", bureau.store, "-o", str(out), "--lang", lang]) == 0
        assert said in capfd.readouterr().out
        assert said in (out / "digest.html").read_text()
        assert said in (out / "digest.md").read_text()
        assert '"kind": "blocked"' in (out / "digest.json").read_text()
    # it says nothing of the time before
    assert run(["digest", "--store", bureau.store, "-o", str(out), "--until", ago(1).isoformat()]) == 0
    assert '"alarms": []' in (out / "digest.json").read_text()
    bureau.publish()
    assert bureau.visit("--force") == 0
    assert run(["digest", "--store", bureau.store, "-o", str(out)]) == 0
    assert '"alarms": []' in (out / "digest.json").read_text()
