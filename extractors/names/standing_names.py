"""How an organisation's name stands in a sentence: as one that bears a party's duty, as a superior body, as an outsider.

Reads::

    活动资料由云溪市第二小学统一归档保存          bears a duty
    云溪市第二小学主要负责人为第一责任人          bears a duty
    云溪市第二小学（盖章）                        signs
    石桥镇中心校负责活动期间的协调                a superior body
    云溪市第二小学已由其他学校结对                an outsider

Leaves alone::

    云溪市第二小学、云溪市实验中学可以旁听        others that are let in
"""

from __future__ import annotations

import re

from extractors.text.passage import Passage, Stretch

_SUPERIOR = re.compile(r"(?:报请?|呈报|交|送|向|抄送|抄报|隶属|隶属于|归|听从|请示)\Z")
_SUPERIOR_AFTER = re.compile(
    r"同意|批准|备案|审核|审批|存档|各?执|各?存|各?持|负责人|(?:的|统一)?(?:领导|指导|管理|统筹|协调|监督)下?"
    r"|(?:负责|予以|给予|进行|做好|承担)[^，。；\n]{0,12}?(?:协调|监督|督促|督导|指导|统筹|管理|考核|检查)"
)
_OUTSIDER_AFTER = re.compile(
    r"等(?:邻近|周边|其他|兄弟|附近)|(?:等[^，。；\n]{0,6})?(?:已由|已与|已同|已和|另与|另由|不属于?|不在|不是|不作为|并非|不承担|未参加)"
    r"|[^，。；\n]{0,16}[，]?(?:不是本协议|不承担本协议|不属于本协议|不在本协议|不作为本协议|不受本协议)"
)
_OUTSIDER_BEFORE = re.compile(r"(?:邻近的|周边的|邀请|欢迎|类似于?|参照|借鉴|如)\Z")
_OUTSIDER_REST = re.compile(
    r"[^。；\n]{0,40}?(?:不承担本|不是本|并非本|不属于?本|不在本|不作为本|不受本)(?:协议|合同|责任书|次|备忘录|意向书|约定)"
)
_LEAD = re.compile(
    r"(?:\A[ \t#*>\-—·•●]*(?:[（(]?第?[0-9一二三四五六七八九十百壹贰叁肆伍陆柒捌玖拾零〇]{1,4}(?:[.．][0-9]{1,3}){0,3}[条章节款项]?|[①-⑳⑴-⒇])?[）)、.．：:，, \t]*"
    r"|[。；：]|[，](?:并|且|而|其中|同时)?|(?:最后|此外|其次|首先|同时|另外)[，,])\Z"
)
_BY = re.compile(r"(?<![一-龥]自)由\Z")
_HEAD = r"(?:(?:学校|单位)?(?:主要|分管|党政主要)?(?:负责人|领导)|校长|园长|局长|院长|会长|董事长)?"
_BEARS = re.compile(
    rf"{_HEAD}(?:应当?(?!邀)|须|需(?!要时)|必须|要(?!求)|负责|负有|承办|承担|主办|牵头|统一|指定|明确|确定|为本|是本|为(?:结对|帮扶|履行)|保证|确保|落实"
    r"|各?[执持存]有?[0-9一二三四五六七八九十壹贰叁肆两]份?|留存|的?(?:主要|工作)?(?:职责|义务|责任|权利|任务)(?:和|与|及|：|\n|$)"
    r"|在(?:本?协议|合同|结对|帮扶|合作)(?:期|期限|有效期|履行期)[间内]?)"
)
_DOES = re.compile(
    rf"{_HEAD}(?:负责|承办|主办|统一|组织|承担|提供|牵头|安排|保管|归档|汇总|派|代管|落实|保障|实施|支付|出资|拨付|制定|召集|记录|整理|存档)"
)
_JOINED = re.compile(r"[^，。；：\n]{0,30}?(?:协商|商定|签订|结对|达成|自愿|结为|结成|建立|合作|的?(?:帮扶|共建)(?:关系|工作))")
_SEAL_LABEL = re.compile(
    r"(?<![一-龥])(?![一-龥]{0,6}(?:证|监|主管|审|批|备案))[一-龥]{2,8}[ ]?(?:（(?:盖章|公章|签章|单位公章|单位盖章)）|盖章|公章|签章)[ ]?：[ \t]*\Z"
)
_FIELD = re.compile(
    r"(?<![一-龥])(?:户名|账户名称?|账号名称|开户名称?|收款(?:单位|人)|付款(?:单位|人)|(?:派出|接收|捐赠|受赠|承办|实施|帮扶|支援|受援|单位)(?:单位|学校|名称))[ ]?：[ \t]*\Z"
)
_ROLE = re.compile(r"(?:(?<![一-龥])|[由和与对])[甲乙丙丁]方（?\Z")
_SEALS = re.compile(r"[ ]?（(?:盖章|公章|签章|单位公章|单位盖章|印章|章)）")
_SEALED_BEFORE = re.compile(r"(?:\A|[ \t]{2,}|\||\t)[ \t]*\Z")
_JOINS = frozenset("与和同、")
_BARE_BEFORE = re.compile(r"[，。；：、）“\n\t 与和同跟到赴在对向给为由及从]\Z|\A\Z")
_LONGER = re.compile("[生部组们路级园校]|中|小|教育|学段|阶段|集团|联盟|等(?:邻近|周边|其他|各)")
_LOOK_BACK = 48
_LISTS = frozenset("、和与及等")
_ALONE = re.compile(r"[ \t]*(?:\n|\||\Z|(?<=[ \t]{2}))")
_REPORTED = re.compile(r"(?:注明|为做好|署名为?)\Z")
_REPORTED_AFTER = re.compile(r"参与|承办|主办|的(?:结对|对口|帮扶)")


def stands_bare(passage: Passage, start: int, end: int) -> bool:
    """Whether a name without its place stands by itself: 由实验小学承办, and not 各实验小学, 市实验小学, 实验小学生."""
    return bool(_BARE_BEFORE.search(passage.text, max(0, start - 1), start)) and not _LONGER.match(passage.text, end)


def joins_party(passage: Passage, start: int, end: int, other: Stretch | None, following: Stretch | None) -> bool:
    """Whether a name is joined to a party's as one of two that agree: 经云溪市第二小学与石桥镇中心小学协商."""
    text = passage.text
    if following and following.start == end + 1 and text[end] in _JOINS:
        return _JOINED.match(text, following.end) is not None
    return bool(other and other.end == start - 1 and text[other.end] in _JOINS and _JOINED.match(text, end))


def is_superior(passage: Passage, start: int, end: int, name: str) -> bool:
    """大坪乡中心学校 that a paper is sent to is the township's own school board, and no other name of its primary school."""
    if not name.endswith(("中心学校", "中心校")):
        return False
    return bool(_SUPERIOR.search(passage.text, max(0, start - 4), start) or _SUPERIOR_AFTER.match(passage.text, end))


def is_outsider(passage: Passage, start: int, end: int) -> bool:
    """Whether the sentence says that the one named is none of the parties, or one of others that may come too."""
    text = passage.text
    after = _OUTSIDER_AFTER.match(text, end) or _OUTSIDER_REST.match(text, end)
    return bool(after or _OUTSIDER_BEFORE.search(text, max(0, start - 4), start))


def stands_as_party(passage: Passage, start: int, end: int) -> bool:
    """Whether a name is the subject of a duty, or signs; alone, and not in a list."""
    text = passage.text
    if text[end : end + 1] in _LISTS:
        return False
    before = text[max(passage.line_at(start).start, start - _LOOK_BACK) : start]
    if start > passage.start + (passage.end - passage.start) * 2 // 3 and _SEALED_BEFORE.search(before) and _ALONE.match(text, end):
        return True
    if _LEAD.search(before) and _BEARS.match(text, end):
        return True
    if _ALONE.match(text, end) and (_SEAL_LABEL.search(before) or _FIELD.search(before)):
        return True
    if _ROLE.search(before):
        return True
    if _BY.search(before) and _DOES.match(text, end):
        return True
    if _SEALED_BEFORE.search(before) and _SEALS.match(text, end):
        return True
    return bool(_REPORTED.search(before) and _REPORTED_AFTER.match(text, end))
