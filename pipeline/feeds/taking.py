"""Take articles: fetch them, read them as files are read, keep what is new in them."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import urljoin, urlsplit

import orjson
import sqlalchemy as sa

from extractors.listings.attachments import Attachment, find_attachments
from extractors.listings.links import same_page
from pipeline.answers import Answer, ReadsAll
from pipeline.feeds.counts import Counts
from pipeline.feeds.looking import Gets
from pipeline.feeds.reprints import Reprints
from pipeline.feeds.source import FeedSource
from pipeline.feeds.wording import digest_of
from pipeline.fetch.fetched import Fetched
from pipeline.fetch.trouble import FetchTrouble
from pipeline.sources.inputs import Input
from pipeline.store.changes import changes_between
from pipeline.store.known import known
from pipeline.store.news import PASSED, Article, Page, Version, articles_at, keep_articles, pages_at, record_of
from pipeline.store.seen import Reading, Seen
from pipeline.store.setting import Setting
from pipeline.store.writing import note_sources, store
from schemas.errors import Unreadable

AT_ONCE = 20
"""Articles that are fetched before they are read and kept together."""
_MOST_ATTACHMENTS = 20
_HANGING = re.compile(rb"\.(?:docx?|wps|pdf|rtf|odt|zip)\b", re.IGNORECASE)
_ENDING = frozenset({"blocked", "no-such-host", "no-answer", "too-many-requests"})
_MOST_LATE = 3
"""Articles in a row that a host may not send in time: a minute for each of a whole list would hold up the round."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """An article that is to be taken: as the list has it, or as it is known already."""

    address: str
    title: str | None
    day: str | None
    parent_id: int | None = None


@dataclass(frozen=True, slots=True)
class _Fetched:
    """A page at hand."""

    wanted: Wanted
    page: Fetched
    path: Path
    digest: str


@dataclass(slots=True)
class Taking:
    """Takes the articles of one source, in one run."""

    engine: sa.Engine
    run: str
    source: FeedSource
    get: Gets
    reader: ReadsAll
    setting: Setting
    counts: Counts
    late: int = 0

    def take(self, wanted: Sequence[Wanted]) -> None:
        """Take them, some at a time; each is kept before the next are fetched. Raises what ends the source's run: a host that blocks."""
        waiting = list(wanted)
        while waiting:
            now, waiting = waiting[:AT_ONCE], waiting[AT_ONCE:]
            waiting += self._some(now)

    def _some(self, wanted: Sequence[Wanted]) -> list[Wanted]:
        """Take a few; what hangs on them is to be taken next."""
        before = articles_at(self.engine, [one.address for one in wanted])
        pages = pages_at(self.engine, list(before))
        with TemporaryDirectory(prefix="jiedui-news-") as folder:
            fetched: list[_Fetched] = []
            trouble: FetchTrouble | None = None
            for at, one in enumerate(wanted):
                page = pages.get(one.address) if one.address in before and before[one.address].is_read else None
                try:
                    got = self._got(one, page)
                except FetchTrouble as error:
                    self._lost(one, before.get(one.address), error)
                    if self._ends(one, error):
                        trouble = error
                        break
                    continue
                self.late = 0
                digest = hashlib.sha256(got.body).hexdigest()
                if got.is_unchanged or (page is not None and page.digest == digest):
                    self.counts.add("unchanged")
                    continue
                path = Path(folder) / f"{at}"
                path.write_bytes(got.body)
                fetched.append(_Fetched(one, got, path, digest))
            more = self._read(fetched, before)
        if trouble is not None:
            raise trouble
        return more

    def _got(self, wanted: Wanted, page: Page | None) -> Fetched:
        """The article. One that was taken down leads to its column or to the front page, and neither is an article."""
        got = self.get(wanted.address, etag=page.etag if page else None, modified=page.modified if page else None)
        homes = (self.source.address, urljoin(got.final, "/"))
        if any(same_page(got.final, home) and not same_page(wanted.address, home) for home in homes):
            raise FetchTrouble("not-found", "leads-home", {"address": wanted.address})
        return got

    def _ends(self, wanted: Wanted, error: FetchTrouble) -> bool:
        """Whether asking the source for more is of no use."""
        if urlsplit(wanted.address).hostname != self.source.host:
            return False
        self.late = self.late + 1 if error.reason == "timed-out" else 0
        return error.reason in _ENDING or self.late >= _MOST_LATE

    def _lost(self, wanted: Wanted, before: Article | None, error: FetchTrouble) -> None:
        """An article that could not be had: one that was read before stays as it was."""
        self.counts.add("failed", f"{wanted.address}：{error.message}")
        article = before or self._new(wanted)
        failed = replace(article, failures=article.failures + 1, reason=error.reason, message=error.message)
        keep_articles(self.engine, [failed])

    def _read(self, fetched: Sequence[_Fetched], before: dict[str, Article]) -> list[Wanted]:
        """Read and keep them."""
        done = known(self.engine, {one.digest for one in fetched}, self.setting)
        fresh = {one.digest: one for one in reversed(fetched) if one.digest not in done}
        inputs = [Input(one.path, address=one.page.final) for one in fresh.values()]
        answers = {one.digest: answer for one, (_, answer) in zip(fresh.values(), self.reader.read_all(inputs), strict=False)}
        records = {digest: orjson.loads(answer.json) for digest, answer in answers.items()}
        for one in fetched:
            if one.digest in done and (kept := record_of(self.engine, one.digest)) is not None:
                records[one.digest] = orjson.loads(kept)
        read = self._looked_for([one for one in fetched if one.digest in records], records, before)
        new = [one for one in read if not self._says_the_same(one, records[one.digest], before)]
        store_them = [self._reading(one, answers[one.digest], records[one.digest]) for one in new if one.digest in answers]
        if store_them:
            store(self.engine, self.run, _once(store_them), self.setting)
        note_sources(self.engine, self.run, [self._seen(one) for one in new if one.digest not in answers])
        return self._keep(read, new, records, before)

    def _looked_for(self, read: Sequence[_Fetched], records: dict[str, Any], before: dict[str, Article]) -> list[_Fetched]:
        """Those that are looked for: where a list said no title or no day, the article itself tells. The others are not asked for again."""
        wanted, passed = [], []
        for one in read:
            article, (title, day) = before.get(one.wanted.address), _told_by(records[one.digest])
            title, day = one.wanted.title or title, one.wanted.day or day
            was_read = article is not None and article.is_read
            if was_read or one.wanted.parent_id is not None or self.source.wants(title, date.fromisoformat(day) if day else None):
                wanted.append(one)
            else:
                told = article or self._new(one.wanted)
                passed.append(replace(told, title=title, day=day, fetched=one.page.at, reason=PASSED, message=None))
        keep_articles(self.engine, passed)
        self.counts.add("passed", times=len(passed))
        return wanted

    def _keep(self, read: Sequence[_Fetched], new: Sequence[_Fetched], records: dict[str, Any], before: dict[str, Article]) -> list[Wanted]:
        """Write articles, pages and versions down; what hangs on them and is not known: another file changes no word of an article."""
        articles, versions = [], []
        for one in read:
            article = self._article(one, records[one.digest], before.get(one.wanted.address), is_new=one in new)
            articles.append(article)
            if one in new and article.content is not None:
                versions.append(Version(article.address, article.content, one.page.at, self._changes(one, records, before), self.run))
        ids = keep_articles(self.engine, articles, [_page(one) for one in read], versions)
        texts = {ids[one.wanted.address]: records[one.digest] for one in new if one.wanted.parent_id is None}
        self.counts.add("reprint", times=Reprints(self.engine).link(texts))
        if not self.source.attachments:
            return []
        return [
            each
            for one in read
            if one.wanted.parent_id is None and records[one.digest]["source"]["media_type"] == "text/html"
            for each in self._hanging(one, ids[one.wanted.address])
        ]

    def _hanging(self, one: _Fetched, number: int) -> Iterator[Wanted]:
        """What hangs on an article, as far as it is not known already."""
        # most pages have none, and need not be parsed to know it
        found = _found_in(one.page) if _HANGING.search(one.page.body) else ()
        if not found:
            return
        known_ones = articles_at(self.engine, [each.address for each in found])
        for each in found:
            if each.address not in known_ones and each.address != one.wanted.address:
                yield Wanted(each.address, each.name, one.wanted.day, number)

    def _says_the_same(self, one: _Fetched, record: Any, before: dict[str, Article]) -> bool:  # noqa: ANN401 - JSON of any shape
        """Whether an article that was read before says what it said; it is told."""
        article = before.get(one.wanted.address)
        was_read = article is not None and article.is_read
        same = article is not None and was_read and article.text == digest_of(record)
        status = record["outcome"]["status"]
        self.counts.add("unchanged" if same else "failed" if status == "failed" else "changed" if was_read else "new")
        return same

    def _article(self, one: _Fetched, record: Any, before: Article | None, *, is_new: bool) -> Article:  # noqa: ANN401 - JSON of any shape
        outcome, article = record["outcome"], before or self._new(one.wanted)
        if outcome["status"] == "failed":
            return replace(article, failures=article.failures + 1, reason="failed", message=(outcome["message"] or "").partition("\n")[0])
        told = {"reason": outcome["reason"], "message": outcome["message"]}
        kept = replace(article, fetched=one.page.at, failures=0, title=one.wanted.title or article.title, day=one.wanted.day or article.day)
        return replace(kept, content=one.digest, text=digest_of(record), **told) if is_new else kept

    def _changes(self, one: _Fetched, records: dict[str, Any], before: dict[str, Article]) -> list[dict[str, Any]] | None:
        """What an article says that it did not say before; None for a new one."""
        article = before.get(one.wanted.address)
        if article is None or article.content is None or (old := record_of(self.engine, article.content)) is None:
            return None
        return changes_between(orjson.loads(old), records[one.digest])

    def _new(self, wanted: Wanted) -> Article:
        return Article(wanted.address, self.source.name, wanted.title, wanted.day, datetime.now(UTC), self.run, parent_id=wanted.parent_id)

    def _seen(self, one: _Fetched) -> Seen:
        return Seen(one.wanted.address, one.digest, len(one.page.body))

    def _reading(self, one: _Fetched, answer: Answer, record: Any) -> Reading:  # noqa: ANN401 - JSON of any shape
        outcome = record["outcome"]
        return Reading(self._seen(one), answer.json, outcome["status"], outcome["reason"], outcome["message"], answer.seconds)


def _told_by(record: Any) -> tuple[str | None, str | None]:  # noqa: ANN401 - JSON of any shape
    """The title and the day of publication that an article has itself."""
    told = [(document["title"], ((document["press"] or {}).get("published") or {}).get("earliest")) for document in record["documents"]]
    return next(iter(told), (None, None))


def _found_in(page: Fetched) -> Sequence[Attachment]:
    """What hangs on a page; on what is no page, nothing."""
    with suppress(Unreadable):
        return find_attachments(page.body, page.final)[:_MOST_ATTACHMENTS]
    return ()


def _once(readings: Sequence[Reading]) -> list[Reading]:
    return list({reading.seen.address: reading for reading in readings}.values())


def _page(one: _Fetched) -> Page:
    return Page(one.wanted.address, one.page.etag, one.page.modified, one.digest, one.page.at)
