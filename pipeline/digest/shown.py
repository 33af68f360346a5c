"""What the pages ask of a digest: its figures as words, its articles as links, its lists in the order in which they are read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from pipeline.digest.model import Article, Deed, Digest, Gift, Goods, Help, Kind, Money, Month, Range, Region, Tally
from pipeline.digest.words import Words, words
from pipeline.feeds.words import words_of as feeds_words_of
from pipeline.pages.links import web_link
from pipeline.pages.shown import number, text
from pipeline.pages.sums import SumWords, bounds, plain_number, plain_sum, short_sum, sum_words

MONTHS = 24
"""Months of a chart."""
_GOODS = 3
_FIRST = 1


@dataclass(frozen=True, slots=True)
class Source:
    """An article as a figure's source: what is written, where it leads ("" where no browser should go), and the rest of what is known."""

    number: int
    title: str
    link: str
    note: str


@dataclass(frozen=True)
class View:
    """A digest in words."""

    digest: Digest

    @cached_property
    def said(self) -> Words:
        """The words of its language."""
        return words(self.digest.lang)

    @cached_property
    def sums(self) -> SumWords:
        """Those of sums."""
        return sum_words(self.digest.lang)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to tell."""
        return not self.digest.articles

    @property
    def passed_notes(self) -> list[str]:
        """What was asked for and is not told here, if there is such."""
        passed, said = self.digest.passed, self.said
        counted = ((passed.off_topic, said.off_topic_note), (passed.other_kinds, said.other_kinds_note))
        return [note.format(count=number(count)) for count, note in counted if count]

    @property
    def window(self) -> str:
        """The days, the feeds and the files that were asked for."""
        said, window = self.said, self.digest.window
        days = {
            (True, True): said.between, (True, False): said.since, (False, True): said.until, (False, False): said.always,
        }[window.since is not None, window.until is not None]  # fmt: skip
        told = [days.format(since=window.since, until=window.until)]
        told += [said.of_feeds.format(feeds="、".join(map(text, window.feeds)))] if window.feeds else []
        return " · ".join([*told, said.with_files] if window.files else told)

    @property
    def alarms(self) -> list[str]:
        """What is wrong with sources, a line each."""
        kinds = feeds_words_of(self.digest.lang).alarms
        return [
            self.said.alarm.format(feed=text(one.feed, 60), kind=kinds[one.kind], since=one.since, message=text(one.message, 400))
            for one in self.digest.alarms
        ]

    # figures

    def count(self, tally: Tally, kind: Kind) -> str:
        """What the counts of a kind come to, with their unit; "" without any."""
        found = next((one for one in tally.counts if one.kind == kind), None)
        return "" if found is None else self.counted(found, self.said.units[kind])

    def counted(self, amount: Range, unit: str) -> str:
        """30 至 40 名."""
        return " ".join(bounds(amount, self.sums, lambda value: (plain_number(value), unit))).rstrip()

    def counted_things(self, amount: Range, kind: Kind, unit: str) -> str:
        """The same with the unit that the article gives; people are counted in one."""
        return self.counted(amount, self.said.units[kind] if kind == "people" else text(unit, 20))

    def money(self, tally: Tally) -> str:
        """Every sum of money, goods of a stated value behind them; "" without any."""
        return " · ".join(self._sum(one) for one in sorted(tally.money, key=lambda one: one.in_kind))

    def _sum(self, one: Money) -> str:
        told = self._told(one.currency, one)
        return self.said.in_kind.format(sum=told) if one.in_kind else told

    def _told(self, currency: str, amount: Range) -> str:
        return " ".join(bounds(amount, self.sums, lambda value: plain_sum(value, currency, self.sums)))

    def given(self, gift: Gift) -> str:
        """A gift's sum, with its rate."""
        told = self._told(text(gift.currency, 20), gift.amount)
        return f"{text(gift.per, 20)} {told}" if gift.per else told

    def helped(self, deed: Help) -> str:
        """A count with its thing and its rate."""
        told = self.counted_things(deed.amount, deed.kind, deed.unit)
        return " ".join(filter(None, (text(deed.what or "", 60), text(deed.per or "", 20), told)))

    def glance(self, tally: Tally) -> tuple[str, str]:
        """The yuan of a tally in short, and their unit; a dash where there are none."""
        found = next((one for one in tally.money if one.currency == "CNY" and not one.in_kind), None)
        return ("–", "") if found is None else short_sum(found.min, "CNY", self.sums)

    def goods(self, tally: Tally) -> str:
        """What goods of a stated value come to; "" without any."""
        return " · ".join(self._sum(one) for one in tally.money if one.in_kind)

    def share(self, tally: Tally) -> list[str]:
        """All that a tally says, each in a few words."""
        kinds: tuple[Kind, ...] = ("people", "attendances", "visits", "lessons")
        told = [self.money(tally), *(self.count(tally, kind) for kind in kinds)]
        goods = [self.thing(one) for one in tally.goods if one.kind == "goods"]
        told += [*goods[:_GOODS], self.said.page.more.format(count=number(len(goods) - _GOODS)) if len(goods) > _GOODS else ""]
        return [one for one in told if one]

    def thing(self, one: Goods) -> str:
        """图书 3,000 册."""
        return " ".join(filter(None, (text(one.what or "", 60), self.counted_things(one, one.kind, one.unit))))

    def short(self, tally: Tally, kind: Kind) -> str:
        """A count for a glance, without its unit; "" without any. A plus says that it may be more."""
        found = next((one for one in tally.counts if one.kind == kind), None)
        if found is None:
            return ""
        return plain_number(found.min) + ("+" if found.max is None or Decimal(found.max) > Decimal(found.min) else "")

    @property
    def money_note(self) -> str:
        """What stands below the yuan that were given."""
        amount, unit = self.glance(self.digest.planned)
        planned = self.said.planned_note.format(sum=f"{amount} {unit}") if unit else ""
        told = [self.said.money_note.format(count=number(len(self.gifts))), self.goods(self.digest.done), planned]
        return " · ".join(filter(None, told))

    def kind_note(self, kind: Kind) -> str:
        """What stands below a count: its bounds where it has two, those who attended, what is planned."""
        found = next((one for one in self.digest.done.counts if one.kind == kind), None)
        is_exact = found is None or (found.min == found.max and not found.approximate)
        told = [] if is_exact else [self.count(self.digest.done, kind)]
        told += [self.count(self.digest.done, "attendances")] if kind == "people" else []
        planned = self.count(self.digest.planned, kind)
        told += [self.said.planned_note.format(sum=planned)] if planned else []
        return " · ".join(filter(None, told)) or ("" if found else self.said.nothing_told)

    # lists

    @cached_property
    def gifts(self) -> list[Gift]:
        """What was given and is added up; the largest sums first."""
        return sorted((one for one in self.digest.gifts if one.state == "done" and one.aside is None), key=_largest)

    @cached_property
    def planned(self) -> list[Gift | Help]:
        """What is planned or promised: money first."""
        gifts = sorted((one for one in self.digest.gifts if one.state == "planned" and one.aside is None), key=_largest)
        return [*gifts, *(one for one in self.digest.helps if one.state == "planned" and one.aside is None)]

    @cached_property
    def left_out(self) -> list[Gift | Help]:
        """What is told and not added up: money first."""
        return [*(one for one in self.digest.gifts if one.aside), *(one for one in self.digest.helps if one.aside)]

    @cached_property
    def months(self) -> list[Month]:
        """The months from the first to the last, those without news too; the latest of many."""
        found = {month.month: month for month in self.digest.months}
        names = _months_between(self.digest.months[0].month, self.digest.months[-1].month) if found else []
        return [found.get(name, Month(month=name)) for name in names[-MONTHS:]]

    @property
    def reprinted(self) -> str:
        """How many reprints there are."""
        reprints = self.digest.reprints
        return self.said.reprints.format(count=number(reprints)) if reprints else self.said.no_reprints

    @property
    def givers(self) -> int:
        """How many support."""
        return len({pair.giver for pair in self.digest.pairs})

    @property
    def receivers(self) -> int:
        """How many are supported."""
        return len({pair.receiver for pair in self.digest.pairs})

    def told(self, deed: Gift | Help) -> str:
        """A figure of either kind, with what is counted."""
        return self.given(deed) if isinstance(deed, Gift) else self.helped(deed)

    def ends(self, deed: Deed) -> str:
        """Who gave it to whom."""
        return " → ".join(text(name or self.said.nobody, 60) for name in (deed.giver, deed.receiver))

    def why(self, deed: Deed) -> str:
        """Why a deed stands aside, and whether it was done at all; "" for one that does not."""
        if deed.aside is None:
            return ""
        planned = f" · {self.said.planned}" if deed.state == "planned" else ""
        return self.said.asides[deed.aside] + planned

    def merged(self, deed: Deed) -> str:
        """That several articles tell it, where they do."""
        return self.said.merged.format(count=number(len(deed.articles))) if len(deed.articles) > _FIRST else ""

    def sources(self, numbers: Iterable[int]) -> list[Source]:
        """The articles of a figure."""
        return [self.source(self.digest.articles[one - 1]) for one in numbers]

    def reprints(self, article: Article) -> list[Source]:
        """Where else an article stands."""
        found = []
        for one in article.reprints:
            note = " · ".join(text(part, 60) for part in (one.outlet or one.feed, one.day) if part)
            found.append(Source(article.number, text(one.title or self.said.untitled, 80), web_link(one.address), note))
        return found

    def region_articles(self, region: Region) -> list[int]:
        """The articles that tell anything of a region."""
        return sorted({*region.gave.articles, *region.received.articles})

    def other_spellings(self, region: Region) -> str:
        """How a region is written beside its name."""
        return "、".join(text(one, 40) for one in region.spellings if one != region.name)

    def source(self, article: Article) -> Source:
        """An article to be followed."""
        said = self.said
        day = article.day or said.no_day
        note = [article.outlet or article.feed, f"{day} {said.found_day}" if article.dated == "found" and article.day else day]
        note += [said.also.format(count=number(len(article.reprints)))] if article.reprints else []
        title = text(article.title or said.untitled, 80)
        return Source(article.number, title, web_link(article.address), " · ".join(text(one, 60) for one in note if one))


def _largest(gift: Gift) -> tuple[bool, Decimal, str]:
    return gift.currency != "CNY", -Decimal(gift.amount.min if gift.amount.max is None else gift.amount.max), gift.day or ""


def _months_between(first: str, last: str) -> list[str]:
    """2024-11, 2024-12, 2025-01; those that stand alone where a year makes no sense of it."""
    begin, end = (int(month[:4]) * 12 + int(month[5:]) - 1 for month in (first, last))
    begin = max(begin, end - MONTHS)
    return [f"{at // 12:04}-{at % 12 + 1:02}" for at in range(begin, end + 1)]


def whole_yuan(month: Month) -> int:
    """The yuan that a month's articles say were given, goods left out; the lower bound, cut to whole ones."""
    return sum(int(Decimal(one.min)) for one in month.done.money if one.currency == "CNY" and not one.in_kind)
