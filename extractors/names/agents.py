"""Who acts at a count though the clause begins with the count, with who receives, or with what came along.

Reads::

    校车2辆由甲公司捐赠给乙校; 图书2万册、电脑75台，由甲同乡会赠予乙校        who is named behind
    随车运抵的还有|甲青少年宫赠送给乙校的钢琴10台                            who gave it
    站在一旁的，是|甲支队的12名官兵; 首批80名|甲县学子来到乙市就读            whose people they are
    乙校获得|甲公司捐赠的电脑9台; 红十字会牵线|甲公司向乙校捐赠               who gives, and not who receives or arranges
    甲校与乙校结为姊妹学校，每两周派2名教师到乙校                             甲校: the partner of the one who is gone to

Leaves alone::

    培训教师30名，由乙校提供食宿                                              another deed than the one counted
"""

from __future__ import annotations

import re

from extractors.names import leads
from extractors.names.mentions import Mention, Mentions
from extractors.text.passage import Stretch

_COUNTED_THEN_BY = re.compile(
    r"[^，。；：]{1,16}(?:、[^，。；：、]{1,14}){0,3}(?P<apart>，)?(?:均|都|全部|分别|也|则|全)?由(?:[^，。；：]{1,8}的)?"
)
_GAVE = re.compile(r"(?:全额|无偿|免费|统一|倾情)?(?:出资)?(?:捐|赠|援建|资助|赞助)")
_DID = re.compile(r"(?:全额|无偿|免费|统一|共同|联合)?(?:出资|购[买置]|提供|选派|派出|配[备送]|承担)")
_THERE_IS = re.compile(r"(?:还有|又有|是|有|包括|带来|运抵|送来|来自)(?:了)?\Z")
_GIFT_OF_ITS = re.compile(
    r"(?:捐赠|赠送|捐献|寄送|选派|派出|资助)(?:给[^，。；]{2,20})?的[^，。；]{0,12}?[0-9]|的[^，。；的]{1,8}?[0-9]{1,6}余?(?:个|套|件|册|台|箱|双|份|本|架)"
)
_ITS_PEOPLE = re.compile(r"的[0-9一二三四五六七八九十]{1,3}余?[名位](?!学生家长)")
_PEOPLE = re.compile(r"[0-9]{1,5}余?[名位]")
_OF_PLACE = re.compile(r"(?:学子|学生|孩子|教师|校长|干部)(?:来到|赴|到|走进|前往)")
_FARTHEST = 80


def given_by(text: str, mentions: Mentions, sentence: Stretch, offset: int) -> str | None:
    """Who is named behind a count as the one who gave it, or right behind it as the one whose people they are."""
    people = _PEOPLE.match(text, offset, sentence.end)
    for mention in mentions.within(offset, min(sentence.end, offset + _FARTHEST)):
        if mention.kind in ("person", "generic", "both"):
            continue
        if people and mention.start == people.end() and _OF_PLACE.match(text, mention.end, sentence.end):
            return mention.name
        by = _COUNTED_THEN_BY.fullmatch(text, offset, mention.start)
        if by and (_GAVE.match(text, mention.end, sentence.end) or (by["apart"] is None and _DID.match(text, mention.end, sentence.end))):
            return mention.name
    return None


def is_brought_in(text: str, mention: Mention, start: int, clause: Stretch) -> bool:
    """Whether a clause from ``start`` that begins with who receives, arranges or came along names in a mention who acts."""
    if mention.kind != "organisation":
        return False
    if leads.RECEIVED_FROM.search(text, start, mention.start):
        return leads.GIFT_OF.match(text, mention.end, clause.end) is not None
    if _THERE_IS.search(text, start, mention.start):
        return any(pattern.match(text, mention.end, clause.end) for pattern in (_GIFT_OF_ITS, _ITS_PEOPLE))
    return leads.ARRANGED.search(text, start, mention.start) is not None and leads.GIVES_TO.match(text, mention.end, clause.end) is not None


def partner_of(gone_to: str, members: tuple[Mention, ...]) -> Mention | None:
    """The other of two partners, where something is done to one of them."""
    others = [one for one in members if one.name != gone_to]
    return others[0] if len(others) == 1 < len(members) else None
