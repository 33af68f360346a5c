"""Read the funding: every sum of money given or promised.

Reads::

    甲方每年向乙方提供经费15万元，两年共计30万元      150000 per 年, times 2, total 300000, 甲方 → 乙方
    捐赠100万元，分5年，每年20万元                    200000 per 年, times 5, total 1000000
    每年预算3.5万元，其中差旅费2万元                   the sum and a part of it
    价值约5万元的图书                                  goods with a stated value

Leaves alone::

    违约金1万元, 年产值3亿元, 人均收入2万元            no assistance
    两年共计30万元 behind a share                      the share's total, not another sum

Source: annotation guide of the record format, rules 7, 20, 23, 26, 30, 34 and 38.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from extractors.names.givers import find_payer
from extractors.names.mentions import Mentions
from extractors.names.receivers import find_payee
from extractors.names.subjects import Subjects
from extractors.text.bounds import plain
from extractors.text.counts import find_counts
from extractors.text.modality import Outlook
from extractors.text.money import Sum, find_sums
from extractors.text.numerals import read_number
from extractors.text.other_money import is_other_money
from extractors.text.passage import Passage, Stretch
from extractors.text.rates import FoundRate, find_rates, governing
from extractors.text.table_rows import clause_of, fills, pieces, place_at
from extractors.text.table_sums import RowSum, read_table_sums
from schemas.agreement import Funding
from schemas.values import Money, Rate

_MONEY = re.compile("[元圆￥币块角万亿]|RMB|CNY")
_TIMES = r"(?P<times>[0-9一二两三四五六七八九十]{1,3})(?P<unit>个?(?:学年|学期|年|月|期|批|次|届))"
_TOTAL = re.compile(
    rf"(?:连续)?{_TIMES}(?:内|间)?(?:共计?|合计|总计|累计|一共)[^，。；0-9]{{0,8}}$|(?:共计|合计|总计|累计|总额(?:为)?)(?:人民币)?$"
)
_SERIAL = re.compile(rf"(?:连续|分|为期|共|未来|今后){_TIMES}|{_TIMES.replace('times', 'inner').replace('unit', 'span')}内(?:分)?每")
_EACH_TIME = re.compile("[，、（](?:按|即)?每(?:年|学年|学期|月)(?:约)?")
_SERIAL_BEHIND = re.compile(rf"[^。；0-9]{{0,24}}?，连续{_TIMES}")
_SPLIT = re.compile(rf"分[^，。；]{{0,14}}?{_TIMES}[^。]{{0,24}}$")
_PART = re.compile(r"其中")
_INSTALMENT = re.compile(r"第[一二三四五六七八九十0-9]{1,2}(?:期|次|笔|批|年度?|学年)|首期|首付|首批|首笔|尾款|余款|其余|剩余")
_KIND_OF_MONEY = re.compile(
    r"(?P<kind>[一-龥“”]{0,14}?(?:助学金|奖学金|奖教金|补助费|补助|补贴|津贴|差旅费|活动费|培训费|交通费用?|教研经费|办公经费|购置(?:资金|费|款)|建设(?:资金|经费|费)|改造资金|食宿费|资料费|课酬|设备款|维修费"
    r"|学习用品|研修经费|活动经费|生活费|慰问金|租车|保险费?|伙食费|书本费|校服费))(?:标准)?(?:每[^，。；]{0,6}|按|为|共|计|约|不超过|人民币|￥|[ ：])*$"
)
_BEFORE_KIND = re.compile(
    r".*(?:拨付|提供|安排|捐赠|发放|发给|支付|报销|颁发|作为|列支|给予|享受|领取|领到|送[上去来]了?|其中|每[年月天次生人]|每学期|每名|补助(?=[^，。；]{2,}[费金])|的标准|[甲乙丙]方|支教教师|实习生(?=生)|的)(?=[^的]{2,}$)"
)
_PLAIN_MONEY = re.compile(r"(?:帮扶|支援|援助|协作|专项|工作|扶持|托管|教育)(?:教育)?(?:专项)?(?:经费|资金)$|^(?:经费|资金)$")
_USE = re.compile(r"(?:主要|全部|专门|专项|重点|统一|分别)?(?:用于|用以|用来|专用于)(?P<use>[^，。；\n]{2,40})")
_AIM = re.compile(
    r"(?P<use>(?:资助|奖励|设立|购买|购置|修缮|新建|改善|改造|维修|援建|支持|慰问|安装|添置|修建)(?!金额|标准|总额)[^，。；0-9\n]{2,30})"
)
_IN_KIND = re.compile(
    r"价值(?:人民币)?(?:为|达|共计|合计|约)?$|折(?:合|价|款)(?:人民币)?(?:为|约)?$|原值(?:为|约|共计)?$|总价(?:值)?(?:为|约)?$|市值(?:约)?$|价款(?:约)?$"
)
_SHARES = frozenset({"人", "生", "名", "位", "户", "校", "所", "班", "次", "天"})
_OF_THE_ABOVE = re.compile(
    r"(?:（?[0-9一二三四五六七八九十]{1,3}[）、.]?)?(?:上述|以上|前述|该|此项?)(?:资金|经费|款项|捐款|捐赠款)(?:中|里|总额中)"
)
_GIVEN_ANEW = re.compile(r"捐|赠|颁发|发放|资助|奖励|补助|提供|支付|安排")
_GIVEN_TOO = re.compile(r"(?:(?!捐|赠|送|拨|奖|资助|用于)[^，。；]){0,12}(?:[和及、与]|以及)(?:(?!捐|赠|送|拨|奖|资助|用于)[^，。；]){0,8}")
_PAID_OFF = re.compile(r"分(?:期|[一二两三四五六七八九十0-9]{1,2}(?:期|次|笔|批|年))|分别(?:支付|拨付|到账)")
_GRAND = re.compile(r"(?:共(?:约|近)?$|共(?=筹|募|捐|收|投|获|到账)|共计|合计|总计|累计|总额|总金额)[^，。；0-9]{0,14}$")


@dataclass(slots=True)
class _Item:
    """A sum being read; ``total`` and ``times`` may come from its neighbours."""

    sum: Sum
    sentence: Stretch
    per: Rate | None
    times: str | None = None
    total: Money | None = None
    part_of: bool = False
    is_total: bool = False
    end: int = 0
    payee: str | None = None
    rest: list[Sum] = field(default_factory=list)


@dataclass(slots=True)
class _Before:
    """The sums of earlier sentences, and what they come to: ``total`` and ``count`` without the parts, the ``largest`` without a rate."""

    items: list[_Item] = field(default_factory=list)
    total: Decimal = Decimal()
    count: int = 0
    largest: Decimal = Decimal()

    def take(self, items: list[_Item]) -> None:
        self.items += items
        for item in items:
            if not item.part_of:
                self.total, self.count = self.total + Decimal(item.sum.amount.min or 0), self.count + 1
                self.largest = max(self.largest, _value(item)) if item.per is None else self.largest


def find_funding(passage: Passage, subjects: Subjects, mentions: Mentions) -> Iterator[Funding]:
    """The sums of a document, in reading order."""
    outlook = Outlook(passage)
    before = _Before()
    found = list(_in_words(passage, subjects, mentions, outlook, before))
    if passage.tables and passage.kind != "other":
        stated = [(item.sum.start, item.total or item.sum.amount) for item in before.items if not item.part_of]
        report = passage.kind in ("summary", "news")
        rows = [_of_row(passage, subjects, mentions, outlook, row) for row in read_table_sums(passage, stated, report=report)]
        found += [_of_whole(one, found) if one.part_of else one for one in rows]
    yield from sorted(found, key=lambda one: one.span.start)


def _in_words(passage: Passage, subjects: Subjects, mentions: Mentions, outlook: Outlook, before: _Before) -> Iterator[Funding]:
    """The sums of sentences and of what cells say at length; they are added to ``before`` as they are read."""
    report = passage.kind in ("summary", "news")
    for sentence in pieces(passage):
        if not _MONEY.search(passage.text, sentence.start, sentence.end):
            continue
        sums = [
            found
            for found in find_sums(passage.text, sentence.start, sentence.end)
            if not is_other_money(passage.text, sentence, found.start, found.end) and not _fills_cell(passage, found)
        ]
        if not sums:
            continue
        rates = tuple(find_rates(passage.text, sentence.start, sentence.end, report=report))
        items = list(_items(passage.text, sentence, sums, rates))
        _mark_parts(passage, items, before)
        for at, item in enumerate(items):
            floor = items[at - 1].end if at else sentence.start
            ceiling = items[at + 1].sum.start if at + 1 < len(items) else sentence.end
            item.payee = (
                subjects.rows.receiver_of_row(sentence)
                or find_payee(passage, mentions, Stretch(item.sum.number, item.end), Stretch(floor, ceiling))
                or _from_before(passage.text, items[:at], item)
            )
            yield _funding(passage, subjects, mentions, outlook, item)
        before.take(items)


def _fills_cell(passage: Passage, found: Sum) -> bool:
    """Whether a sum is all that a table's cell says."""
    place = place_at(passage, found.start) if passage.tables and passage.kind != "other" else None
    return place is not None and fills(passage.text, place.cell, found)


def _of_row(passage: Passage, subjects: Subjects, mentions: Mentions, outlook: Outlook, row: RowSum) -> Funding:
    """A sum that fills a table's cell, with what its row and its headings say."""
    at, cell = row.sum.number, row.place.cell
    named = find_payee(passage, mentions, Stretch(at, cell.end), Stretch(cell.start, cell.end))
    return Funding(
        amount=row.sum.amount,
        per=row.per,
        payer=None if row.is_total else subjects.rows.payer(at) or find_payer(passage, subjects, mentions, at),
        payee=subjects.rows.payee(at) or named,
        purpose=passage.written(*row.purpose) if row.purpose else None,
        modality=outlook.modality(at, bounded=row.sum.bounded),
        in_kind=row.in_kind,
        part_of=row.part_of,
        is_total=row.is_total,
        clause=None if passage.kind == "news" else clause_of(passage, at),
        span=passage.span(row.sum.start, row.sum.end),
        confidence=0.9,
        via="funding",
    )


def _of_whole(part: Funding, found: list[Funding]) -> Funding:
    """A part with the giver and the receiver of the sum above that its table divides, where its row names none."""
    wholes = (one for one in reversed(found) if not one.part_of and one.span.start < part.span.start)
    whole = next((one for one in wholes if Decimal(one.amount.min or 0) > Decimal(part.amount.min or 0)), None)
    if whole is None:
        return part
    return part.model_copy(update={"payer": part.payer or whole.payer, "payee": part.payee or whole.payee})


def _items(text: str, sentence: Stretch, sums: list[Sum], rates: tuple[FoundRate, ...]) -> Iterator[_Item]:
    """Sums with their rates; a total is taken into the share that it adds up."""
    held: _Item | None = None
    for found in sums:
        part = max(sentence.start, text.rfind("；", sentence.start, found.start) + 1)
        own = tuple(
            rate
            for rate in rates
            if (rate.start >= part or not (rate.share or rate.rate.unit in ("次", "批", "期", "场")))
            and not (held and held.rest and held.sum.start <= rate.start < part)
        )
        per = governing(own, text, found.start, found.end)
        lead = text[(held.end if held else sentence.start) : found.start]
        if held is not None and _adds_up(held, found, lead):
            continue
        if held is not None and _is_share(held, found, lead, per):
            continue
        if held is not None and held.per is not None and held.per.unit in _SHARES and _TOTAL.search(lead):
            held.part_of, per = True, None
        if held is not None:
            yield held
        held = _Item(found, sentence, per, end=found.end)
        serial = _SERIAL.search(lead) or _SERIAL_BEHIND.match(text, found.end, sentence.end)
        if serial and per is not None and per.unit in ("年", "学年", "学期", "月"):
            _multiply(held, serial)
    if held is not None:
        yield held


def _adds_up(held: _Item, found: Sum, lead: str) -> bool:
    """两年共计30万元 behind 每年15万元: its total."""
    match = _TOTAL.search(lead)
    if match is None or held.per is None or held.per.unit in _SHARES or found.amount.min is None or held.sum.amount.min is None:
        return False
    times = read_number(match["times"]) if match["times"] else None
    if times is None:
        times = Decimal(found.amount.min) / Decimal(held.sum.amount.min) if Decimal(held.sum.amount.min) else None
        if times is None or times != int(times) or times < 2:
            return False
    if held.times is None:
        held.times = plain(times)
    held.total, held.end = found.amount, found.end
    return True


def _is_share(held: _Item, found: Sum, lead: str, per: Rate | None) -> bool:
    """捐赠100万元，分5年，每年20万元: one item, the share with its total."""
    if _shared_by_time(held, found, lead, per):
        times: Decimal | None = Decimal(held.sum.amount.min or 0) / Decimal(found.amount.min or 1)
    else:
        match = _SPLIT.search(lead)
        if match is None or per is None or per.unit not in ("年", "学年", "学期", "月", "期", "次", "批") or held.per is not None:
            return False
        times = read_number(match["times"])
    held.total, held.times, held.per = held.sum.amount, plain(times) if times is not None else None, per
    held.rest.append(held.sum)
    held.sum = Sum(held.sum.start, found.end, found.number, found.amount, found.bounded, found.figures)
    held.end = found.end
    return True


def _shared_by_time(held: _Item, found: Sum, lead: str, per: Rate | None) -> bool:
    """投入资金450万元，每年150万元: the sum is so many of the share."""
    if per is None or held.per is not None or not _EACH_TIME.fullmatch(lead):
        return False
    whole, share = Decimal(held.sum.amount.min or 0), Decimal(found.amount.min or 0)
    return share > 0 and whole > share and whole % share == 0


def _multiply(item: _Item, serial: re.Match[str]) -> None:
    """连续两年每年50万元: the total is the product, where the unit of the times is the rate's."""
    named = serial.groupdict()
    unit = named["unit"] or named["span"]
    times = read_number(named["times"] or named["inner"])
    per = item.per
    if times is None or per is None or unit.lstrip("个") not in (per.unit, "年" if per.unit == "学年" else per.unit) or per.for_each:
        return
    item.times = plain(times)
    amount = item.sum.amount
    item.total = amount.model_copy(
        update={name: plain(Decimal(value) * times) for name in ("min", "max") if (value := getattr(amount, name)) is not None}
    )


def _mark_parts(passage: Passage, items: list[_Item], before: _Before) -> None:
    """其中…, instalments, shares of a sum in the same sentence, and grand totals; ``before`` are the sentences' before it."""
    text = passage.text
    for at, item in enumerate(items):
        clause = text[item.sentence.start : item.sum.start]
        if _is_inside(passage, items[:at], item):
            item.part_of = True
        elif at == 0 and _INSTALMENT.search(clause[-40:]):
            item.part_of = before.largest > _value(item)
        elif _GRAND.search(clause) and _is_sum_of(item, items[:at], before):
            item.is_total = True
    for item in _parts_together(text, items, before.items):
        item.part_of = True


def _is_inside(passage: Passage, earlier: list[_Item], item: _Item) -> bool:
    """One part of the sum before it in the sentence, or of the one that leads in its list."""
    if not earlier:
        return _under_a_sum(passage, item)
    whole, text = earlier[0], passage.text
    if _PART.search(text[whole.end : item.sum.start]):
        return True
    return item.per is not None and item.per.unit in _SHARES and whole.per is None and _shares(text, whole, item)


def _parts_together(text: str, items: list[_Item], before: list[_Item]) -> list[_Item]:
    """The sums of a sentence that are parts as a whole: of the above, of its first sum, or of the sum before it."""
    first = items[0].sentence
    if _OF_THE_ABOVE.match(text, first.start, first.end):
        return items
    if _additive(items):
        return items[1:]
    return items if before and _PAID_OFF.search(text, first.start, first.end) and _adds_to(before[-1], items) else []


def _under_a_sum(passage: Passage, item: _Item) -> bool:
    """In a list that 其中： leads in, below a line with a sum."""
    nodes = passage.clauses.ancestry(item.sum.number)
    line = passage.line_before(nodes[-2].children[0].start) if len(nodes) > 1 else None
    if line is None or line.start < nodes[-2].start or not re.search(r"(?:其中|分别为|包括|明细如下|支付)：$", passage.words(line)):
        return False
    return next(find_sums(passage.text, line.start, line.end), None) is not None


def _shares(text: str, whole: _Item, share: _Item) -> bool:
    """每生2000元 divides the sum before it: nothing else is given in between, or the shares make up the sum."""
    between = text[whole.end : share.sum.start]
    if not _GIVEN_ANEW.search(between):
        return True
    each, total = Decimal(share.sum.amount.min or 0), Decimal(whole.sum.amount.min or 0)
    return any(each * Decimal(count.amount.min or 0) == total for count in find_counts(text, whole.end, share.sum.start))


def _adds_to(whole: _Item, parts: list[_Item]) -> bool:
    """Instalments in a sentence of their own that make up the sum before them."""
    values = [Decimal(item.sum.amount.min or 0) for item in parts]
    return len(values) > 1 and sum(values) == Decimal(whole.sum.amount.min or 0)


def _additive(items: list[_Item]) -> bool:
    if len(items) < 3 or any(item.sum.amount.min is None for item in items):
        return False
    first, *others = (Decimal(item.sum.amount.min or 0) for item in items)
    return sum(others) == first


def _value(item: _Item) -> Decimal:
    return Decimal(item.sum.amount.min or item.sum.amount.max or 0)


def _is_sum_of(item: _Item, earlier: list[_Item], before: _Before) -> bool:
    values = [Decimal(other.sum.amount.min or 0) for other in earlier if not other.part_of]
    return before.count + len(values) >= 2 and Decimal(item.sum.amount.min or 0) == sum(values, before.total)


def _from_before(text: str, earlier: list[_Item], item: _Item) -> str | None:
    """A second rate of one allowance, a part of a sum, or a second gift has the receiver of the first (每人每天30元，偏远教学点40元)."""
    if earlier and _GIVEN_TOO.fullmatch(text, earlier[-1].end, item.sum.start):
        return earlier[-1].payee
    if not earlier or (item.per is None and not item.part_of):
        return None
    if item.part_of:
        return next((one.payee for one in reversed(earlier) if not one.part_of), None)
    return earlier[-1].payee if item.per == earlier[-1].per else None


def _funding(passage: Passage, subjects: Subjects, mentions: Mentions, outlook: Outlook, item: _Item) -> Funding:
    text, found = passage.text, item.sum
    start = max(item.sentence.start, *(text.rfind(mark, item.sentence.start, found.start) + 1 for mark in "，。；：\t"))
    return Funding(
        amount=found.amount,
        per=item.per,
        times=item.times,
        total=item.total,
        payer=None if item.is_total else find_payer(passage, subjects, mentions, found.number),
        payee=item.payee,
        purpose=_purpose(passage, item, start),
        modality=outlook.modality(found.number, bounded=found.bounded),
        in_kind=_IN_KIND.search(text[start : found.start]) is not None,
        part_of=item.part_of,
        is_total=item.is_total,
        clause=None if passage.kind == "news" else clause_of(passage, found.number),
        span=passage.span(found.start, item.end),
        confidence=0.9,
        via="funding",
    )


def _purpose(passage: Passage, item: _Item, start: int) -> str | None:
    """The use (用于…), the aim (资助…), or the kind of money (助学金); plain 帮扶资金 is none."""
    text, limit = passage.text, item.sentence.end
    use = _USE.search(text, item.end, limit)
    next_sum = next(find_sums(text, item.end, limit), None)
    if use and (next_sum is None or use.start() < next_sum.start):
        return passage.written(*use.span("use"))
    clause_end = min((spot for mark in "，。；" if (spot := text.find(mark, item.end, limit)) >= 0), default=limit)
    after = re.compile(r"(?P<kind>[一-龥“”]{0,8}?(?:助学金|奖学金|奖教金|补助费?|补贴|津贴|慰问金|生活费))").match(
        text, item.end, clause_end
    )
    if after:
        given = _BEFORE_KIND.match(after["kind"])
        return passage.written(after.start("kind") + (given.end() if given else 0), after.end("kind"))
    kind = _KIND_OF_MONEY.search(text[start : item.sum.start])
    if kind and not _PLAIN_MONEY.search(kind["kind"]):
        left = _BEFORE_KIND.match(kind["kind"])
        begin = start + kind.start("kind") + (left.end() if left else 0)
        return passage.written(begin, start + kind.end("kind"))
    aim = _AIM.search(text, item.end, limit) or _AIM.search(text, start, item.sum.start)
    return passage.written(*aim.span("use")) if aim and (next_sum is None or aim.start() < next_sum.start) else None
