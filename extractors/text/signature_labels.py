"""The labels of one line of a signature block: whose place it is, who signs, on which day.

Reads::

    甲方（盖章）：、青石县第一小学（盖章）       a party
    甲方校长：、代表签字：                         a party's signatory, a signatory
    签订日期：、甲方签字日期：、年　月　日         a date, a party's date, a blank date
    联系电话：、地址：                             what stands between, without a meaning here

Leaves alone::

    双方应派一名代表。                             a sentence
    | 4月 | 读书分享活动 | 乙方 |                  a row of a plan: a day, and what is done on it
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from extractors.text.calendar import Moment, find_moments
from extractors.text.passage import Passage, Stretch
from extractors.text.punctuation import HAN

MarkKind = Literal["party", "signatory", "date", "other"]

OFFICE = (
    r"(?:[一-龥]{0,2}(?:签[约字署]|授权|委托|法定)|[副总党支部委]{1,4}|执行|常务|主要|分管|主管|第一|学校|单位|园所|项目|合作方?)?"
    r"(?:法定代表人|法人代表|法人|代表人|代理人|代表|负责人|责任人|(?<!联)签[约字署]人|校长|园长|院长|书记|局长|主任|理事长|秘书长|会长|董事长|总经理|经理|处长|科长|厅长|镇长|乡长|村长|主席|总裁|站长)"
    r"(?:[ ]?（?(?:或|/|及|、)?(?:其)?(?:被)?(?:委托|授权)(?:的)?(?:签[约字署])?(?:代理人|代表人?|人)）?)?"
)
SIGNS = r"(?:亲笔)?(?:签字|签名|签章|签署|盖章|公章|签印)(?:（?盖章）?|盖章|或盖章|、盖章)?(?:处)?"
SIGN = r"签[字名章](?:[、/或并及]?(?:加?盖)?(?:公章|盖章|签章|章))?"
NOTE = r"(?:[ ]?（[^（）\n]{0,20}）){0,3}"
DATE_WORD = r"(?:(?:协议|合同|本协议)?(?:签[订约署字名章]|签|订立|立约|缔约|盖章|用印|落款)?(?:日期|时间)|签[订约署字](?:日|年月日)|年月日(?=[ ]?：))"
_SIGNATORY = re.compile(
    rf"(?<![{HAN}])(?:{OFFICE}(?:{SIGNS})?|{SIGN})(?P<note>{NOTE})(?:[ ]?：|(?=[ \t_|]|$))"
    rf"|(?:{OFFICE}(?:{SIGNS})?|{SIGN})(?P<note_after>{NOTE})[ ]?："
    # 校长（签字）李知微: nothing parts the name from its label
    rf"|(?<![{HAN}]){OFFICE}[ ]?（[^（）\n]{{0,4}}签[字名章][^（）\n]{{0,4}}）(?=[{HAN}·]{{2,8}}(?:[ \t|]|$))",
    re.MULTILINE,
)
_DATE_LABEL = re.compile(rf"(?<![{HAN}])签[订署约]?于|(?<![{HAN}]){DATE_WORD}(?:（[^（）\n]{{0,10}}）)?[ ]?：?[ ]*")
_PARTY_DATE = re.compile(rf"(?:代表|负责人)?{DATE_WORD}(?:（[^（）\n]{{0,10}}）)?[ ]?：?[ ]*")
_CONTACT = re.compile(
    rf"(?<![{HAN}])(?:(?:单位|学校|机构)?(?:名称|全称)|单位(?=[ ]?[：（])|(?:联系|通讯|通信|单位|学校|办公)?(?:地址|电话|方式|邮编|邮箱|传真|手机)|邮政编码|电子信?邮箱?|联系人|经办人|联络[员人]|开户[^：\n]{{0,4}}|账号|户名|签[订约]地点|地点"
    rf"|统一社会信用代码|职[务称]|身份证[号码]{{0,2}}|[填打制][表报印][^：\n]{{0,4}}){NOTE}[ ]?(?:：|(?=[ |]|$))",
    re.MULTILINE,
)
_PLACE_OR_ACCOUNT = re.compile(r"(?:地点|地址|户名|账户名?称?|开户[^：\n]{0,4})[ ]?：[ ]*\Z")
"""签约地点：石桥镇中心小学 is where, and nobody who signs."""
_BYSTANDER = re.compile(
    rf"(?<![{HAN}])(?:家长|监护人|证明人|见证人|介绍人|校领导|分管领导|学校|(?:教务|教导|德育|政教|总务|办公)[处室]|教科[处室]|教研[组室]|工会|村委会)(?:意见)?"
    rf"(?:[ ]?（[^（）\n]{{0,6}}[章字名]）|签[字名章]|盖章)[ ]?(?:：|(?=[ |]|$))",
    re.MULTILINE,
)
_BEHIND_PARTY = re.compile(
    rf"(?:学校|单位)?(?P<office>{OFFICE}(?:{SIGNS})?|{SIGNS})?(?P<note>{NOTE})"
    rf"(?:[ ]?：|(?=[ \t_|]|$)|(?=[{HAN}]{{2,4}}（签[字名]))",
    re.MULTILINE,
)
ROW_HEAD = re.compile(
    rf"(?:签[约署订字章]|当事|结对|协议|合作|缔约|立约|帮扶)?(?:单位|双方|各方|方|学校|主体|项目|栏目|内容|类别|事项|信息|名称|全称|公章|盖章|签章|页)*(?:名称)?{NOTE}"
)
"""The first cell of a table's row: 单位（盖章） | A校 | B校."""
_LEAD = re.compile(rf"^[ |]*(?:{ROW_HEAD.pattern}[ ]?[\t|])?[ |（]*$")
_CELL_BORDER = re.compile(r"[ ]*(?:[|\t][ ]*)+")
_PROSE = re.compile(
    r"，[^，]|；[^；]|每(?:学[年期]|年|月|周)|[0-9一二两三四五六七八九十](?:名|次|节|份|册|场|套|课时|小时|学时)|[送派选提供安排落实负责组织开展]{2}"
)
"""What stands behind a label in a table of duties, and never behind one in a signature block."""
_LONGEST_LINE = 160


@dataclass(frozen=True, slots=True)
class Label:
    """Words of a line that say what stands behind them; a date is its own value. ``person`` is a party's name that is a person's."""

    kind: MarkKind
    start: int
    end: int
    role: str | None = None
    signs: bool = False
    moment: Moment | None = None
    person: Stretch | None = None


@dataclass(frozen=True, slots=True)
class PartyWords:
    """The words that stand for the parties, the longest first, with the role of each; ``persons`` are a person's own name."""

    roles: Mapping[str, str]
    persons: Collection[str]
    ordered: tuple[str, ...]
    pattern: re.Pattern[str]

    def at(self, text: str, start: int) -> Iterator[str]:
        """The words that begin at an offset, the longest first."""
        return (word for word in self.ordered if text.startswith(word, start))


def party_words(roles: Mapping[str, str], persons: Collection[str] = ()) -> PartyWords:
    """Make the words searchable. 受帮扶方 is never 帮扶方, whether it is one of them or not."""
    ordered = tuple(sorted(roles, key=lambda word: (-len(word), word)))
    return PartyWords(roles, persons, ordered, re.compile(rf"(?<![受被])(?:{'|'.join(map(re.escape, ordered)) or '(?!)'})"))


def find_labels(passage: Passage, line: Stretch, words: PartyWords) -> tuple[Label, ...]:
    """The labels of a line if it begins with one, else none."""
    text = passage.text
    if line.end - line.start > _LONGEST_LINE or "。" in text[line.start : line.end]:
        return ()
    moments = list(find_moments(text, line.start, line.end))
    found = list(_parties(text, line, words, moments))
    found += [Label("other", *match.span()) for match in _CONTACT.finditer(text, line.start, line.end)]
    found += [Label("other", *match.span()) for match in _BYSTANDER.finditer(text, line.start, line.end)]
    found += [Label("signatory", *match.span()) for match in _SIGNATORY.finditer(text, line.start, line.end)]
    found += [_date_label(match, moments) for match in _DATE_LABEL.finditer(text, line.start, line.end)]
    found += [Label("date", moment.start, moment.end, moment=moment) for moment in moments]
    kept = _first_of_each(text, line, found)
    return () if _plans(text, line, kept, moments) or _says(text, line, kept) else kept


def _parties(text: str, line: Stretch, words: PartyWords, moments: Sequence[Moment]) -> Iterator[Label]:
    """The labels of parties in a line, none overlapping another; of words that begin together the longest that is a label."""
    at = line.start
    while (first := words.pattern.search(text, at, line.end)) is not None:
        start = first.start()
        places = (Stretch(start, start + len(word)) for word in words.at(text, start))
        label = next((label for place in places if (label := _party(text, line, place, words, moments))), None)
        if label is not None:
            yield label
        at = first.start() + 1 if label is None else label.end


def _party(text: str, line: Stretch, place: Stretch, words: PartyWords, moments: Sequence[Moment]) -> Label | None:
    start, end = place.start, place.end
    word = text[start:end]
    role = words.roles[word]
    dated = _PARTY_DATE.match(text, end, line.end)
    if dated is not None and (text[dated.end() - 1] in "： " or dated.end() == line.end):
        return _date_label(dated, moments, start, role)
    found = _BEHIND_PARTY.match(text, end, line.end)
    if found is None or _PLACE_OR_ACCOUNT.search(text, line.start, start):
        return None
    person = Stretch(start, end) if word in words.persons else None
    return Label("party", start, max(end, found.end()), role, _is_signing(found) or person is not None, person=person)


def _first_of_each(text: str, line: Stretch, found: list[Label]) -> tuple[Label, ...]:
    kept: list[Label] = []
    at = line.start
    for label in sorted(found, key=lambda label: (label.start, -label.end)):
        if label.start >= at:
            kept.append(label)
            at = label.end
    if not kept or not _LEAD.fullmatch(text[line.start : kept[0].start]):
        return ()
    return tuple(kept)


def _plans(text: str, line: Stretch, labels: Sequence[Label], moments: Sequence[Moment]) -> bool:
    """Whether a table's row begins with a day and goes on with words that are no label: what is done on that day."""
    if not labels or labels[0].kind != "date" or not moments or labels[0].moment is not moments[0]:
        return False
    border = _CELL_BORDER.match(text, labels[0].end, line.end)
    starts = {label.start for label in labels}
    return border is not None and border.end() < line.end and border.end() not in starts and text[border.end()] not in "_ |"


def _says(text: str, line: Stretch, labels: Sequence[Label]) -> bool:
    """Whether a party's label has prose behind it."""
    return any(
        label.kind == "party" and _PROSE.search(text, label.end, labels[at + 1].start if at + 1 < len(labels) else line.end)
        for at, label in enumerate(labels)
    )


def _is_signing(match: re.Match[str]) -> bool:
    words = (match["office"] or "") + (match["note"] or "")
    office = re.sub(SIGNS, "", match["office"] or "")
    return bool(office) or ("签字" in words or "签名" in words)


def _date_label(match: re.Match[str], moments: Sequence[Moment], start: int | None = None, role: str | None = None) -> Label:
    moment = next((moment for moment in moments if match.end() <= moment.start <= match.end() + 2), None)
    return Label("date", match.start() if start is None else start, moment.end if moment else match.end(), role, moment=moment)
