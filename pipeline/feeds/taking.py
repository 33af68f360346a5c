"""Take articles: fetch them, read them as files are read, keep what is new in them."""

from __future__ import annotations

import hashlib
import re
import threading
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
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
from pipeline.feeds.counts import Counts, Trouble
from pipeline.feeds.looking import Gets
from pipeline.feeds.reprints import link_reprints
from pipeline.feeds.source import FeedSource
from pipeline.feeds.why import Why
from pipeline.feeds.wording import digest_of
from pipeline.fetch.fetched import Fetched
from pipeline.fetch.trouble import FetchTrouble
from pipeline.sources.inputs import Input
from pipeline.store.changes import changes_between
from pipeline.store.known import known
from pipeline.store.news import (
    PASSED,
    Article,
    Page,
    Version,
    articles_at,
    keep_articles,
    pages_at,
    record_of,
    unknown_articles,
    write_articles,
)
from pipeline.store.place import writing
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


class Stopped(Exception):  # noqa: N818 - nothing is wrong: a person has stopped the run
    """What was begun is kept, and nothing more is to be."""


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
    stopped: threading.Event = field(default_factory=threading.Event)
    late: int = 0

    def take(self, wanted: Sequence[Wanted]) -> None:
        """Take them, some at a time; each is kept before the next are fetched.

        Raises what ends the source's visit: a host that blocks, and :class:`Stopped`.
        """
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
                if self.stopped.is_set():
                    break
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
                    self._keep_had(before[one.address])
                    continue
                path = Path(folder) / f"{at}"
                path.write_bytes(got.body)
                fetched.append(_Fetched(one, got, path, digest))
            more = self._read(fetched, before)
        if self.stopped.is_set():
            raise Stopped
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
        self._keep_lost(wanted, before, Why.of(error))

    def _keep_had(self, article: Article) -> None:
        """An article that could not be had the last time, and is as it was."""
        if article.failures:
            keep_articles(self.engine, [replace(article, failures=0, reason=None, why=None)])

    def _keep_lost(self, wanted: Wanted, before: Article | None, why: Why) -> None:
        self.counts.add("failed", Trouble(wanted.address, why))
        article = before or self.found(wanted)
        keep_articles(self.engine, [_failed(article, why)])

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
                told = article or self.found(one.wanted)
                passed.append(replace(told, title=title, day=day, fetched=one.page.at, reason=PASSED, why=None))
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
        whole = [one for one in new if one.wanted.parent_id is None]
        # all or nothing: an article that is known is not looked at again, so what belongs to it must not be lost to a kill
        with writing(self.engine) as connection:
            ids = write_articles(connection, articles, [_page(one) for one in read], versions)
            texts = {ids[one.wanted.address]: records[one.digest] for one in whole}
            reprints = link_reprints(connection, texts)
            hanging = {each.address: each for one in read for each in self._hanging(one, records[one.digest], ids[one.wanted.address])}
            more = unknown_articles(connection, hanging)
            write_articles(connection, [self.found(hanging[address]) for address in more])
        self.counts.add("reprint", times=reprints)
        return [hanging[address] for address in more]

    def _hanging(self, one: _Fetched, record: Any, number: int) -> Iterator[Wanted]:  # noqa: ANN401 - JSON of any shape
        """What hangs on an article."""
        if not self.source.attachments or one.wanted.parent_id is not None or record["source"]["media_type"] != "text/html":
            return
        # most pages have none, and need not be parsed to know it
        found = _found_in(one.page) if _HANGING.search(one.page.body) else ()
        for each in found:
            if each.address != one.wanted.address:
                yield Wanted(each.address, each.name, one.wanted.day, number)

    def _says_the_same(self, one: _Fetched, record: Any, before: dict[str, Article]) -> bool:  # noqa: ANN401 - JSON of any shape
        """Whether an article that was read before says what it said; it is told."""
        article = before.get(one.wanted.address)
        was_read = article is not None and article.is_read
        same = article is not None and was_read and article.text == digest_of(record)
        status = record["outcome"]["status"]
        if status == "failed" and not same:
            self.counts.add("failed", Trouble(one.wanted.address, _why(record)))
        else:
            self.counts.add("unchanged" if same else "changed" if was_read else "new")
        return same

    def _article(self, one: _Fetched, record: Any, before: Article | None, *, is_new: bool) -> Article:  # noqa: ANN401 - JSON of any shape
        article = before or self.found(one.wanted)
        if record["outcome"]["status"] == "failed":
            return _failed(article, _why(record))
        title, day = one.wanted.title or article.title, one.wanted.day or article.day
        kept = replace(article, fetched=one.page.at, failures=0, title=title, day=day)
        if not is_new:
            return replace(kept, reason=None, why=None) if article.failures else kept
        reason = record["outcome"]["reason"]
        return replace(kept, content=one.digest, text=digest_of(record), reason=reason, why=_why(record).json if reason else None)

    def _changes(self, one: _Fetched, records: dict[str, Any], before: dict[str, Article]) -> list[dict[str, Any]] | None:
        """What an article says that it did not say before; None for a new one."""
        article = before.get(one.wanted.address)
        if article is None or article.content is None or (old := record_of(self.engine, article.content)) is None:
            return None
        return changes_between(orjson.loads(old), records[one.digest])

    def found(self, wanted: Wanted) -> Article:
        """An article that nobody has read yet."""
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


def _failed(article: Article, why: Why) -> Article:
    return replace(article, failures=article.failures + 1, reason=why.reason, why=why.json)


def _why(record: Any) -> Why:  # noqa: ANN401 - JSON of any shape
    outcome = record["outcome"]
    return Why(outcome["reason"] or outcome["status"], message=(outcome["message"] or "").partition("\n")[0])


def _found_in(page: Fetched) -> Sequence[Attachment]:
    """What hangs on a page; on what is no page, nothing."""
    with suppress(Unreadable):
        return find_attachments(page.body, page.final)[:_MOST_ATTACHMENTS]
    return ()


def _once(readings: Sequence[Reading]) -> list[Reading]:
    return list({reading.seen.address: reading for reading in readings}.values())


def _page(one: _Fetched) -> Page:
    return Page(one.wanted.address, one.page.etag, one.page.modified, one.digest, one.page.at)
