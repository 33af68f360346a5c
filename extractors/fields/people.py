"""Read the people whom a document names, with title and organisation.

Reads::

    云岭县民族中学校长岩罕介绍              岩罕, 校长, 云岭县民族中学
    林慧心老师指导全县英语教师              林慧心, 老师
    法定代表人：严柏松、代表（签字）：木建国      from the head and from signature lines
    姓名 | 职务 | 单位 / 林雨 | 教师 | 青松小学     from lists of staff

Leaves alone::

    校长办公会、王园长                      no full name
    负责人：                                nobody has signed
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from extractors.names.mentions import Mention, Mentions
from extractors.names.people import titles
from extractors.text.passage import Passage, Stretch
from extractors.text.punctuation import HAN, MASK
from extractors.text.table_heads import HeadedTable
from extractors.text.tables import GridCell
from schemas.agreement import Person

_OFFICE = "法定代表人|法人代表|代表人|签约代表|授权代表|代表|负责人|责任人|联系人|联络人|联络员|经办人|副?组长|成员|(?:党[总委]?支?部?)?副?书记|(?:执行|副)?校长|副?园长|副?院长|副?局长|副?主任"
_LABELLED = re.compile(
    rf"(?<![{HAN}])(?:[甲乙丙丁A-C]方|双方)?(?P<title>{_OFFICE})(?:签字|签名|签章)?(?:[ ]?（[^（）\n]{{0,12}}）)?[ ]?：[ ]{{0,4}}"
    rf"(?P<names>[{HAN}·]{{2,12}}(?:、[{HAN}·]{{2,12}}){{0,11}}|[{HAN}][ ]{{1,2}}[{HAN}])"
    rf"(?=[ \t\n，。；（]|[0-9]|$)",
    re.MULTILINE,
)
_NAME = re.compile(rf"[{HAN}]{{2,4}}|[{HAN}]{{1,6}}(?:·[{HAN}]{{1,6}}){{1,3}}")
_NO_NAME = re.compile(
    rf"[{MASK}某]|(?:学校|小学|中学|学院|园|局|中心|会|科|处|室|方|等|部门|单位|教师|校长|园长|主任|书记|干部|商定|担任|待定|人员|签字|盖章)$|^(?:由|为|各|见|以|本|双方)"
)
_TITLE_GAP = 2
_LIST = re.compile("[、和与及]")
_JOINS = re.compile(r"[ ]?(?:的|党[总委]?支?部?|原|现任|副)?[ ]?")
_NAMES = re.compile(r"(?:(?:支教|派出|骨干|跟岗|交流|帮扶|送教|指导)?(?:教师|干部|人员|导师|专家))?姓名")
_TITLES = re.compile(r"(?:现任|担任|拟任)?(?:职务|职称|岗位|职位)(?:/职称)?")
_BODIES = re.compile(r"(?:所在|工作|派出|原|选派|支教)?(?:单位|学校)(?:名称)?")
_ABOVE = 3
"""Lines above a signature line in which its organisation stands."""


def find_people(passage: Passage, mentions: Mentions) -> tuple[Person, ...]:
    """Every person once, in reading order, with the fullest title and organisation that the text gives."""
    best: dict[str, Person] = {}
    found = (*_in_prose(passage, mentions), *_on_lines(passage, mentions), *_in_tables(passage, mentions))
    for person in sorted(found, key=lambda person: person.span.start):
        known = best.get(person.name)
        if known is None or _fullness(person) > _fullness(known):
            best[person.name] = person
    return tuple(sorted(best.values(), key=lambda person: person.span.start))


def _fullness(person: Person) -> int:
    return (person.title is not None) + (person.organization is not None)


def _in_prose(passage: Passage, mentions: Mentions) -> Iterator[Person]:
    """A name beside its title; the names of a list share the title before it."""
    before: tuple[int, str | None, str | None] = (-1, None, None)
    for mention in mentions:
        if mention.kind != "person":
            continue
        title, organisation, start, end = _titled(passage, mentions, mention)
        if title is None and before[0] >= 0 and _LIST.fullmatch(passage.text, before[0], mention.start):
            title, organisation = before[1], before[2]
        before = (mention.end, title, organisation)
        yield Person(
            name=mention.name,
            title=title,
            organization=organisation,
            span=passage.span(start, end),
            confidence=0.85 if title else 0.6,
            via="people",
        )


def _titled(passage: Passage, mentions: Mentions, mention: Mention) -> tuple[str | None, str | None, int, int]:
    """Title and organisation of a name, and the stretch that holds them all."""
    text = passage.text
    low = max(passage.start, mention.start - 14)
    ahead = [match for match in titles().finditer(text, low, mention.start) if match.end() == mention.start]
    behind = titles().match(text, mention.end, passage.end)
    place = Stretch(ahead[0].start(), ahead[0].end()) if ahead else Stretch(behind.start(), behind.end()) if behind else None
    if place is None:
        return None, None, mention.start, mention.end
    front = min(place.start, mention.start)
    body = _organisation_before(passage, mentions, front)
    title = passage.written(place.start, place.end)
    start = body.start if body else front
    return title, body.name if body else None, start, max(place.end, mention.end)


def _organisation_before(passage: Passage, mentions: Mentions, at: int) -> Mention | None:
    near = mentions.within(max(passage.start, at - 40), at)
    if not near or near[-1].kind not in ("organisation", "role") or at - near[-1].end > _TITLE_GAP + 4:
        return None
    return near[-1] if _JOINS.fullmatch(passage.text, near[-1].end, at) else None


def _on_lines(passage: Passage, mentions: Mentions) -> Iterator[Person]:
    """法定代表人：严柏松 in the head, 校长（签字）：… under the agreement."""
    for match in passage.search(_LABELLED):
        at = match.start("names")
        for words in match["names"].split("、"):
            bare = words.replace(" ", "")
            if _NAME.fullmatch(bare) and not _NO_NAME.search(bare):
                name = re.sub(r"\s", "", passage.written(at, at + len(words)))
                body = _organisation_of_line(passage, mentions, match)
                yield Person(
                    name=name,
                    title=passage.written(match.start("title"), match.end("title")),
                    organization=body,
                    span=passage.span(match.start(), match.end()),
                    confidence=0.85,
                    via="people",
                )
            at += len(words) + 1


def _organisation_of_line(passage: Passage, mentions: Mentions, match: re.Match[str]) -> str | None:
    """The organisation before the label on its line, or that of its column in one of the lines above."""
    line = passage.line_at(match.start())
    own = _bodies(mentions, line.start, match.start())
    if own:
        return own[-1].name
    row = [other.start() for other in _LABELLED.finditer(passage.text, line.start, line.end)]
    labels = [found.start() for found in re.finditer(rf"(?:{_OFFICE})[^：\n]{{0,14}}：", passage.text[line.start : line.end])]
    column = sum(1 for place in labels if line.start + place < match.start("title"))
    index = bisect_right(passage.lines, line.start, key=lambda each: each.start) - 1
    for above in reversed(passage.lines[max(0, index - _ABOVE) : index]):
        bodies = _bodies(mentions, above.start, above.end)
        if "。" in passage.words(above):
            return None
        if bodies:
            many = max(len(labels), len(row))
            return bodies[column].name if len(bodies) == many else bodies[0].name if many == 1 and len(bodies) == 1 else None
    return None


def _in_tables(passage: Passage, mentions: Mentions) -> Iterator[Person]:
    """Staff lists: a column of names, with title and organisation in the row's other cells; no lists of pupils."""
    for table in passage.tables:
        columns = [at for at in range(table.grid.columns) if _heads(table, at, _NAMES)]
        for row in range(table.first, table.grid.rows) if columns and not table.is_foreign else ():
            for cell in (table.grid.at(row, at) for at in columns):
                words = table.words(cell).replace(" ", "") if cell is not None else ""
                if cell is None or cell.row != row or table.is_total(row) or not _NAME.fullmatch(words) or _NO_NAME.search(words):
                    continue
                title, body = _cell_under(table, row, _TITLES), _cell_under(table, row, _BODIES)
                named = _bodies(mentions, body.start, body.end) if body else []
                yield Person(
                    name=re.sub(r"\s", "", passage.written(cell.start, cell.end)),
                    title=passage.written(title.start, title.end) if title else None,
                    organization=named[0].name if len(named) == 1 else None,
                    span=passage.span(cell.start, cell.end),
                    confidence=0.85,
                    via="people",
                )


def _heads(table: HeadedTable, column: int, heading: re.Pattern[str]) -> bool:
    return any(heading.fullmatch(table.words(head).replace(" ", "")) for head in table.labels[column])


def _cell_under(table: HeadedTable, row: int, heading: re.Pattern[str]) -> GridCell | None:
    """The row's cell under such a heading."""
    return next((cell for at in range(table.grid.columns) if _heads(table, at, heading) and (cell := table.grid.at(row, at))), None)


def _bodies(mentions: Mentions, start: int, end: int) -> list[Mention]:
    return [mention for mention in mentions.within(start, end) if mention.kind == "organisation"]
