"""What signature lines leave open, who else may sign below an agreement, and a day of signing that stands elsewhere.

Reads::

    代表签字：　　　、校长：____                         a place left open
    双方代表签字：                                        a place for every party
    签订时间：2024年8月26日 in the head                  the day of signing

Leaves alone::

    甲方（盖章）：云溪市实验小学                         a seal with its body's name, and no place for a person
    甲方签字前应当核对                                    a sentence
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence

from extractors.text.calendar import find_moments
from extractors.text.edtf import is_blank
from extractors.text.passage import Passage, Stretch
from extractors.text.punctuation import HAN, MASK
from extractors.text.signature_labels import DATE_WORD, NOTE, OFFICE, SIGN, SIGNS

_PLACE = re.compile(rf"(?:{OFFICE}(?:{SIGNS})?|{SIGN}|签[字名]人|签印|总?[校园院]长|亲笔签[名字]){NOTE}）?[ ]?(?P<colon>：?)")
_NEXT = re.compile(
    rf"[ \t|]{{2,}}|[\t|\n]|{DATE_WORD}[ ]?[：（]|(?:联系|通讯)?(?:职务|电话|地址|方式|邮编)[ ]?[：（]|[0-9]{{2,4}}[ ]?[年./-]|[二20][〇零○O0]"
)
_OF_THE_NEXT = re.compile(r"(?<=[ \t|])[^ \t|]{1,12}$|^[^ \t|]{1,8}方[^ \t|]{0,6}$")
_EMPTY = re.compile(rf"[{MASK} \t|\-—…./\\:：，、（）〔〕]*|[ ]*（[ ]*(?:签[字名章]|盖章|公章|章|手签|手写签名)[^（）\n]{{0,6}}）[ ]*")
_OPEN_CELL = re.compile(rf"[|\t\n][{MASK} \t/-]*(?:（[ ]*(?:签[字名章]|盖章|公章)[ ]*）)?[{MASK} \t]*[|\t\n]?")
_OPEN_WORDS = re.compile(r"[_ xX×*]*|（[ ]*(?:签[字名章]|手签)?[ ]*）")
_TWO = 2
_SEAL = re.compile(
    rf"{DATE_WORD}[ ]?：|[（〔][^（）〔〕\n]{{0,10}}[章印字][^（）〔〕\n]{{0,6}}[）〕]|加盖公章|(?:单位|学校)?(?:盖章|公章|签章|印章|用印)处?|[{MASK} \t\n|\-：:，、。（）]|年|月|日|[0-9]"
)
_SEAL_ALONE = re.compile("(?<!签)[（(]?(?:加?盖)?[公印]?章")
_SIGNED_BELOW = re.compile(rf"\s{{1,4}}（签[字名章]）[ ]?：[ ]*[{HAN}]{{2}}")
"""法定代表人 / （签字）：陆远航."""
_SEAL_BEHIND = re.compile("[ ]*（[^（）\n]{0,6}章[^（）\n]{0,4}）")
_DRAWN = re.compile("[ ]*_")
_SHORT_LINE = 80
_SIGN_WORD = re.compile(rf"[章签]|{OFFICE}[ ]?(?:：|$|[ \t])")
_CLAUSE = re.compile("[0-9一二三四五六七八九十]{1,3}[、.．]|（[0-9一二三四五六七八九十]{1,3}）|第[0-9一二三四五六七八九十百]{1,4}[条章]")
_SENTENCE = re.compile("[。；]")
_PROSE = re.compile("，(?![^，]{0,16}：)|之日起|生效|施行|一式|每(?:学[年期]|年|月|周)")
"""A row of a table of duties is no place to sign, though it names a party."""
_ALL = re.compile(
    r"(?:双方|各方|[两二三四五六七八][方校园家]|甲[、，]?乙(?:[、，]?丙)?(?:[双两三]方)?)[^，。；\n]{0,8}(?:代表|签[字名章]|盖章|负责人|[校园]长)[^，。；\n]{0,14}(?:：|$|[ \t])"
)
_SENT_TO = re.compile(
    r"[ 〔（]*(?:(?:抄|主|报|分|呈|发|转|印)[ ]?(?:送|报|发|抄)(?:单位|机关|范围|对象)?|报备|备案|存档|归档|抄|附|备注|注|说明)[〕）]?[ ]?(?:：|(?=[^：]{2,24}[。]?$))"
    r"|[ 〔（]*(?:(?:签[订署约]|订立|协议|合同|会议|活动)?地点|(?:联系|通[讯信]|单位|学校|办公)?(?:地址|电话|方式|邮编)|联[系络](?:人|员|单位)|户名|开户[^：]{0,4}|账户?名?称?|账号|收款[^：]{0,3}|汇款[^：]{0,3}"
    r"|(?:起草|承办|经办|印制|制作|监制|印发|拟稿|打印|校对|核稿|主办|协办|指导|备案|存档|留存|保管|主管)(?:单位|部门|机关|处室|人)|编号|档号)[〕）]?[ ]?："
)
"""抄送：石桥镇中心小学 tells who gets the paper, 签订地点： where it was signed: nobody signs there."""
_DAY_SAID = re.compile(
    r"签[订署约字](?:日期|时间|年月日)[ ]?[：为]|(?:于|在)[^，。；\n]{0,24}(?:签订|签署|签约|订立|缔结)|签[订署]?于|签约日|订立(?:日期|时间)|立约(?:日期|时间)"
)
_OTHER_PAPER = re.compile(
    r"曾|此前|先前|前期|上一?[轮期次份]|原(?:协议|合同)|签[订署约]了?(?:的|[^，。；\n]{0,8}(?:《|框架|战略|补充))|根据|依据|按照|遵照"
)
_BLANK_DAY = re.compile(
    rf"(?:[^：。；\n]{{0,8}}：)?(?:[ \t|]*[0-9{MASK}二〇零○ ]{{0,12}}年[{MASK} 0-9]{{0,10}}月[{MASK} 0-9]{{0,10}}日?[ \t|]*){{1,4}}"
)
_DAY_LABEL = re.compile(
    rf"(?<![{HAN}])(?:签[订署约字名章]?|盖章|用印|订立|立约)?(?:日期|时间)[ ]?(?:（[^（）\n]{{0,10}}）)?[ ]?(?:：|$)", re.MULTILINE
)
_AROUND_DAY = re.compile(r"[ \t|：（）]*(?:(?:签[订署约字]|订立)?(?:日期|时间|于)?[：]?)?[ \t|（）]*")
_ANNEX = re.compile(r"附[件表：]|附录")
_LINES_OF_HEAD = 14
_ROWS = 4
_ROW = re.compile(rf"{OFFICE}(?:{SIGNS})?{NOTE}|{SIGN}")


def is_left_open(passage: Passage, start: int, end: int, role: str, parties: int) -> bool:
    """Whether the signature line at a stretch, in which no signatory's name was read, has nothing where the name should stand.

    A seal leaves nothing in a text: where a seal alone is asked for, nothing is open unless a line is drawn for it. ``parties`` are as many
    as a table has columns.
    """
    text = passage.text
    if _OPEN_CELL.fullmatch(text, start, end) or _is_open_row(passage, start, end):
        return True
    last = passage.line_at(max(start, end - 1)).end
    labels = [match for match in _PLACE.finditer(text, start, last) if match["colon"] or text[match.end() : match.end() + 1] in "\n \t|_"]
    places = [match for match in labels if match.start() < end]
    for match in places:
        stop = passage.line_at(match.start()).end
        following = next((other.start() for other in labels if match.end() <= other.start() < stop), None)
        if _EMPTY.fullmatch(_value(text, match.end(), following, stop)) and not _SIGNED_BELOW.match(text, stop):
            return True
    if places:
        return False
    if _has_empty_cell(passage, end, parties):
        return True
    seal = _SEAL_BEHIND.match(text, end, last)
    stop = seal.end() if seal else end
    for moment in reversed(list(find_moments(text, start, stop))):
        text = text[: moment.start] + text[moment.end : stop]
        stop = len(text)
    words = text[start:stop].replace(role, "")
    if _SEAL_ALONE.search(words) and not _DRAWN.match(text, end, last) and "_" not in words:
        return False
    return not _SEAL.sub("", words).strip()


def _has_empty_cell(passage: Passage, end: int, parties: int) -> bool:
    """Whether a table's row for the signatories, below the line that ends there, has cells for some of the parties alone."""
    at = bisect_right(passage.lines, end, key=lambda line: line.start)
    for line in passage.lines[at : at + _ROWS]:
        cells = [cell.strip() for cell in re.split(r"[\t|]", passage.words(line).strip("|"))]
        if len(cells) > 1 and _ROW.fullmatch(cells[0]):
            filled = [cell for cell in cells[1:] if not _EMPTY.fullmatch(cell)]
            return 0 < len(filled) < parties
    return False


def _is_open_row(passage: Passage, start: int, end: int) -> bool:
    """Whether a table's row for a party has nothing in the column that its head has for signatories; a dash says that none is asked for."""
    at = bisect_right(passage.lines, start, key=lambda line: line.start) - 1
    cells = _row_cells(passage.words(passage.lines[at]))
    if len(cells) <= _TWO or passage.lines[at].end < end:
        return False
    for line in reversed(passage.lines[max(0, at - _ROWS - _ROWS) : at]):
        heads = _row_cells(passage.words(line))
        if len(heads) != len(cells):
            return False
        columns = [place for place, head in enumerate(heads) if place and _ROW.fullmatch(head.replace(" ", ""))]
        if columns:
            return all(_OPEN_WORDS.fullmatch(cells[place]) for place in columns)
    return False


def _row_cells(words: str) -> list[str]:
    """The cells of a table's row, without the border at its front and end."""
    bare = words.strip(" ")
    bare = bare.removeprefix("|")
    bare = bare.removesuffix("|")
    return [cell.strip() for cell in re.split(r"[\t|]", bare)]


def _value(text: str, start: int, following: int | None, stop: int) -> str:
    """What stands behind a label, up to the next column or the next label, whose party may stand before it (乙方|代表：)."""
    words = text[start : stop if following is None else following]
    if following is not None:
        words = _OF_THE_NEXT.sub("", words)
    lead = len(words) - len(words.lstrip(" \t"))
    cut = _NEXT.search(words, lead)
    return words[: cut.start()] if cut else words


def signs_elsewhere(passage: Passage, names: Sequence[str]) -> bool:
    """Whether a party without a line of its own may sign below after all: on a line for all parties, or on one that names it."""
    named = re.compile("|".join(rf"(?<![受被]){re.escape(name)}" for name in names) or "(?!)")
    return any(_ALL.search(words) or named.search(words) for words in _signing_lines(passage))


def _signing_lines(passage: Passage) -> Iterator[str]:
    """The short lines below the body that stand last, and those before them that speak of a seal or a signatory."""
    last = _last_of_body(passage)
    body = False
    for at, line in enumerate(passage.lines):
        words = passage.words(line)
        body = body or _SENTENCE.search(words) is not None
        if _ANNEX.match(words) and at > last:
            last = len(passage.lines)
        if _SENT_TO.match(words) or len(words) > _SHORT_LINE or _SENTENCE.search(words) or _CLAUSE.match(words) or _PROSE.search(words):
            continue
        if at > last or (body and _SIGN_WORD.search(words)):
            yield words


def _last_of_body(passage: Passage) -> int:
    """The last line before the annexes that is a sentence or a clause."""
    last = 0
    for at, line in enumerate(passage.lines):
        words = passage.words(line)
        if last and _ANNEX.match(words):
            break
        if _SENTENCE.search(words) or _CLAUSE.match(words):
            last = at
    return last


def find_signing_day(passage: Passage, block: int, taken: Collection[int] = ()) -> tuple[Stretch, bool] | None:
    """Where a day of signing stands outside the signature lines, and whether it is known; ``block`` is where these begin.

    ``taken`` are where the days begin that are one party's own.
    """
    for at, line in enumerate(passage.lines):
        words = passage.words(line)
        if line.start >= block and _ANNEX.match(words):
            return None
        said = None if _OTHER_PAPER.search(words) else _DAY_SAID.search(words)
        alone = at < _LINES_OF_HEAD or line.start >= block
        if said or alone:
            for moment in find_moments(passage.text, line.start, line.end):
                outside = passage.text[line.start : moment.start] + passage.text[moment.end : line.end]
                if moment.last is None and moment.start not in taken and (_AROUND_DAY.fullmatch(outside) or said):
                    return Stretch(moment.start, moment.end), not is_blank(moment.first)
        if line.start >= block and not taken:
            blank = _BLANK_DAY.fullmatch(words) or _DAY_LABEL.search(words)
            if blank:
                return Stretch(line.start + blank.start(), line.start + blank.end()), False
    return None
