"""Read the laws, notices and plans that a document refers to, with their document numbers.

Reads::

    根据《关于开展城乡学校结对帮扶工作的通知》（云教发〔2024〕31号）      a notice and its number
    依据《中华人民共和国公益事业捐赠法》                                      a law
    《中小学结对帮扶管理办法（试行）》                                        a measure on trial
    根据市教育局云教发〔2024〕31号文件                                        the number, which is all that it is called by
    根据教育部等八部门关于推进帮扶的通知                                      a title without its marks

Leaves alone::

    执教《落花生》、作《指向核心素养的单元整体教学》讲座                     lessons and lectures
    附件《首批援助设备清单》、填写《结对帮扶活动记录表》                     annexes and forms
    签订《结对帮扶协议书》                                                    what the two sides sign themselves
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.text.passage import Passage
from schemas.agreement import Policy

_TITLE = re.compile(r"《(?P<title>(?:[^《》\n]|《[^《》\n]{1,60}》){2,100})》")
_KINDS = "法|法典|条例|办法|规定|决定|决议|意见|通知|通告|公告|方案|规划|纲要|计划|细则|标准|指南|批复|函|章程|准则|要点|措施|指引|规程|规范|协定|框架协议|合作协议|协作协议|战略|纪要|令|体系|政策|解释"
_POLICY = re.compile(rf"(?:{_KINDS})(?:[ ]?（[^（）]{{1,16}}）)?[ ]?(?:[0-9.]{{1,4}})?$")
_NUMBER = re.compile(
    r"[ ]?（?(?P<number>[一-龥A-Za-z×xX＊*]{1,16}(?:[（〔][0-9×xX*_]{1,4}[）〕]|[12][0-9]{3}年?)[ ]?第?[0-9×xX*_]{1,5}[ ]?号|第[0-9]{1,4}号(?:主席令|令|公告)?"
    r"|[一-龥]{2,10}令第[0-9]{1,4}号)）?"
)
_UNTITLED = re.compile(
    r"(?:根据|依据|依照|按照|遵照|参照|落实|贯彻|执行|以|及|和|与|、)(?:落实|执行)?(?P<issuer>[^，。；：《》\n0-9]{0,24}?)"
    r"(?P<title>(?P<number>[一-龥]{2,10}[（〔](?:19|20)[0-9]{2}[）〕][ ]?第?[0-9]{1,5}[ ]?号)(?:文件|文))(?!件)"
)
"""根据市教育局云教发〔2024〕31号文件精神: the number is all that the paper is called by."""
_UNQUOTED = re.compile(
    r"(?:根据|依据|依照|按照|遵照|落实|贯彻)(?:落实|执行)?[^，。；：《》\n]{0,24}?(?P<title>关于[^，。；：《》（〔\n]{4,40}(?:通知|意见|办法|决定|方案|规定|规划|纲要))"
    r"(?=[（〔，、]|要求|精神|规定|部署|安排|文件)"
)
_CITES = re.compile(
    r"(?:根据|依据|按照|遵照|参照|落实|贯彻|执行|按|依照|关于|印发|下发|出台|转发|遵循|响应|以|和|与|及|、|》（[^（）\n]{1,30}）|》)[^《》，。；\n]{0,30}$"
)
_OWN = re.compile(
    r"(?:附件|附表|附|见|填写|填报|填好|提交|上交|交|制[定订]|拟[定订]|起草|编[制写]|撰写|签订|签署|签了|签定|续签|完善|形成|作为|本|课文|执教|讲授|主讲|题为|讲座|报告|课题|歌曲|表演|朗诵|出版|杂志|阅读)"
    r"[^《》，。；\n]{0,6}$"
)
_PAIR_PAPER = re.compile("协议书?$|责任书$|合同$|协定$|协议$")


def find_policies(passage: Passage) -> tuple[Policy, ...]:
    """The policies named in 《》, each once, in reading order; the number is as the source writes it."""
    found: dict[str, Policy] = {}
    for match in passage.search(_TITLE):
        number = _number(passage, match)
        if not _is_policy(passage, match, has_number=number is not None):
            continue
        start, end = match.start("title"), match.end("title")
        title = re.sub(r"\s", "", passage.written(start, end))
        stop = number.end() if number else match.end()
        code = re.sub(r"\s", "", passage.written(number.start("number"), number.end("number"))) if number else None
        known = found.get(title)
        if known is None or (known.number is None and code is not None):
            found[title] = Policy(title=title, number=code, span=passage.span(match.start(), stop), confidence=0.9, via="policies")
    for policy in (*_unquoted(passage), *_untitled(passage)):
        if policy.number is None or not any(known.number == policy.number for known in found.values()):
            found.setdefault(policy.title, policy)
    return tuple(sorted(found.values(), key=lambda policy: policy.span.start))


def _unquoted(passage: Passage) -> Iterator[Policy]:
    """根据教育部等八部门关于推进帮扶的通知要求: a title without its marks."""
    for match in passage.search(_UNQUOTED):
        number = _NUMBER.match(passage.text, match.end(), passage.end)
        code = re.sub(r"\s", "", passage.written(*number.span("number"))) if number else None
        title = re.sub(r"\s", "", passage.written(*match.span("title")))
        end = number.end() if number else match.end()
        yield Policy(title=title, number=code, span=passage.span(match.start("title"), end), confidence=0.7, via="policies")


def _untitled(passage: Passage) -> Iterator[Policy]:
    """市教育局云教发〔2024〕31号文件: what has no title goes by its number and 文件."""
    for match in passage.search(_UNTITLED):
        start = match.start("number")
        start += _issuer_end(match["number"])
        title = re.sub(r"\s", "", passage.written(start, match.end("title")))
        code = re.sub(r"\s", "", passage.written(start, match.end("number")))
        yield Policy(title=title, number=code, span=passage.span(start, match.end("title")), confidence=0.8, via="policies")


def _issuer_end(number: str) -> int:
    """Where the letters of the number begin after the office that issued it (市教育局云教发): after its last 局, 厅, 部, 委, 府, 会."""
    letters = re.split("[（〔]", number)[0]
    offices = [match.end() for match in re.finditer("[局厅部委府会](?=[一-龥]{2,6}$)", letters)]
    return offices[-1] if offices else 0


def _number(passage: Passage, match: re.Match[str]) -> re.Match[str] | None:
    return _NUMBER.match(passage.text, match.end(), passage.end)


def _is_policy(passage: Passage, match: re.Match[str], *, has_number: bool) -> bool:
    if has_number:
        return True
    title = match["title"]
    before = passage.text[max(passage.start, match.start() - 40) : match.start()]
    if _OWN.search(before) or not _POLICY.search(title):
        return False
    if _PAIR_PAPER.search(title):
        return bool(_CITES.search(before))
    return True
