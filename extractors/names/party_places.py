"""Where in a paper none but a party can be named: a duty's subject, a seal, an account, one of two that agree.

Reads::

    活动资料由云溪市第二小学统一归档保存          bears a duty
    云溪市第二小学主要负责人为第一责任人          bears a duty
    云溪市第二小学每学期选派教师到乙方支教        acts for another party
    云溪市第二小学作为支援学校                    is called a party
    云溪市第二小学（盖章）, 户名：云溪市第二小学  signs, is paid
    经费汇入云溪市第二小学账户                    is paid

Leaves alone::

    云溪市第二小学、云溪市实验中学可以旁听        others that are let in
    云溪市第二小学曾与乙方结对                    what was before
    云溪市第二小学的教师到乙方听课                others' people
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.text.passage import Passage, Stretch

_LEAD = re.compile(
    r"(?:\A[ \t#*>\-—·•●]*(?:[（(]?第?[0-9一二三四五六七八九十百壹贰叁肆伍陆柒捌玖拾零〇]{1,4}(?:[.．][0-9]{1,3}){0,3}[条章节款项]?|[①-⑳⑴-⒇])?[）)、.．：:，, \t]*"
    r"|[。；：]|[，](?:并|且|而|其中|同时)?|(?:最后|此外|其次|首先|同时|另外)[，,])\Z"
)
_BY = re.compile(r"(?<![一-龥]自)由\Z")
_HEAD = r"(?:办公室|教务处|教导处|教研处|政教处|德育处|总务处)?(?:(?:学校|单位)?(?:主要|分管|党政主要)?(?:负责人|领导)|校长|园长|局长|院长|会长|董事长)?"
_BEARS = re.compile(
    rf"{_HEAD}(?:应当?(?!邀)|须|需(?!要时)|必须|要(?!求)|负责|负有|承办|承担|主办|牵头|统一|指定|明确|确定|为本|是本|为(?:结对|帮扶|履行)|保证|确保|落实"
    r"|各?[执持存]有?[0-9一二三四五六七八九十壹贰叁肆两]份?|留存|的?(?:主要|工作)?(?:职责|义务|责任|权利|任务)(?:和|与|及|：|\n|$)"
    r"|在(?:本?协议|合同|结对|帮扶|合作)(?:期|期限|有效期|履行期)[间内]?)"
)
_DOES = re.compile(
    rf"{_HEAD}(?:(?:书面|提前|定期|指定|按时|及时|妥善|专人|另行)?(?:确定|保管|保存|报送|通知|填写|收集|发布|推荐|指派|汇入|编制|编写)|负责|承办|主办|统一|组织|承担|提供|牵头|安排|保管|归档|汇总|派|代管|落实|保障|实施|支付|出资|拨付|制定|召集|记录|整理|存档)"
)
_JOINED = re.compile(
    r"[^，。；：\n]{0,30}?(?:协商|商定|签订|结对|达成|自愿|结为|结成|建立|合作|(?:双方|共同|各自|分别)(?:遵守|签[订署字]|履行|执行|商[定议]|负责|承担|派)|双方|的?(?:帮扶|共建)(?:关系|工作))"
)
_SEAL_LABEL = re.compile(
    r"(?<![一-龥])(?![一-龥]{0,6}(?:证|监|主管|审|批|备案))[一-龥]{2,8}[ ]?(?:（(?:盖章|公章|签章|单位公章|单位盖章)）|盖章|公章|签章)[ ]?：[ \t]*\Z"
)
_FIELD = re.compile(
    r"(?<![一-龥])(?:(?:收款|付款|开户|开票|账户)?(?:户名|抬头|账户名称?|账号名称|开户名称?)|(?:收款|付款|开户|受益|汇款)(?:单位|人|方)|(?:派出|接收|捐赠|受赠|承办|实施|帮扶|支援|受援|单位)(?:单位|学校|名称))[ ]?(?:：|为|是)[ \t]*\Z"
    r"|(?<![一-龥])(?:收款)?户名[ ]?\Z"
)
_ROLE = re.compile(r"(?:(?<![一-龥])|[由和与对])[甲乙丙丁]方（?\Z")
_SEALS = re.compile(r"[ ]?（(?:盖章|公章|签章|单位公章|单位盖章|印章|章)）")
_SEALED_BEFORE = re.compile(r"(?:\A|[ \t]{2,}|\||\t)[ \t]*\Z")
_SAME_SUBJECT = r"(?:(?![的曾已可也亦均另等与和师生员、，。；：\n（]).){0,12}?"
"""Words between a subject and what it does, none of which makes it others' people or what was before."""
_GIVES = "(?:选派|派出|派遣|委派|派|安排|提供|接收|接纳|承担|捐赠|捐助|资助|赠送|拨付|帮助|帮扶|支援|指导|协助|培训|支付|组织|开展|举办|配合|为|对|向|给|到|赴)"
_ACTS = re.compile(
    rf"{_HEAD}{_SAME_SUBJECT}{_GIVES}(?:(?![的曾、，。；：\n]).){{0,24}}?(?P<end>(?=[甲乙丙丁戊]方|@|支教|援派|跟岗|送教|驻校|受援|支援学校))"
)
"""What a party does for another, or for those who are sent."""
_SENDS = re.compile(rf"{_HEAD}每(?:年|学年|学期|月|周)(?:选派|派出|派遣|派|接收|捐赠|资助|向|为|到)")
_CALLED = re.compile(
    r"(?:应当?|将)?(?:作为|系|是|为)(?:本次|此次|本协议|本合同|结对|帮扶|的|中){0,3}(?:被|受)?(?:对口)?(?:支援|援助|帮扶|牵头|成员|捐赠|资助|派出|接收|优质|薄弱|援|赠|托管|责任)[一-龥]{0,2}?(?:学校|单位|方|校|园|企业)"
)
_SIGNS_FOR = re.compile(r"(?:[一-龥]{0,4}(?:法定代表人|负责人|授权代表|代表人?|校长|园长|局长|理事长|院长))(?:（?签[字名章署]|盖章|加盖)")
_ACCOUNT_BEFORE = re.compile(
    r"(?:汇入|汇至|转入|转至|打入|拨入|拨至|拨付至|拨付到|划入|划至|划拨至|存入|支付至|支付到|付至|缴入|汇到|转到|打到)\Z"
)
_ACCOUNT_AFTER = re.compile(
    r"(?:的)?(?:指定|专用|银行|对公|基本|专项|资金|单位)?(?:指定|专用|银行|对公|基本|专项|资金|单位)?(?:账户|帐户|账号|账上)"
)
_SENT_TO = re.compile(r"(?:到|赴|前往|入驻|派驻|进驻)\Z")
_SENT_FOR = re.compile(r"(?:进行|开展|从事|全职|驻校|顶岗|长期)?(?:支教|任教|驻校|挂职|顶岗|蹲点|帮扶|送教|走教)(?![的点])")
_SENT_BY = re.compile(r"选派|派出|派遣|委派|组织|安排|派")
_JOINS = frozenset("与和同、")
_HANDED = re.compile(
    r"(?:由|经|存放?[于在]|保存[于在]|留存[于在]|交由?|寄[至往到]|送[交至]|报送|抄送|归|联系|通知|告知|反馈给|提供给|移交)\Z|(?<![一-龥])[一-龥]{2,6}[ ]?：[ \t]*\Z"
)
_LETS_IN = re.compile(
    r"可以?|也|亦|均|都|曾|已(?!由|将)|另|列席|旁听|参加|参与|派员|协助|予以|给予|支持|不|是(?!本)|同|教师|学生|师生|毕业|附近|周边|旁|门口|参照|与|和"
    r"|的(?!工作|帮扶|结对|义务|责任|职责|权利|实际|需求|要求|意见|统一|主要|指定|账户|办公|法定|银行|同意|承诺|配合|支教|派)"
)
_LOOK_BACK = 48
_LISTS = frozenset("、和与及等")
_ALONE = re.compile(r"[ \t]*(?:\n|\||\Z|(?<=[ \t]{2}))")
_REPORTED = re.compile(r"(?:注明|为做好|署名为?)\Z")
_REPORTED_AFTER = re.compile(r"参与|承办|主办|的(?:结对|对口|帮扶)")


def joins_party(passage: Passage, start: int, end: int, other: Stretch | None, following: Stretch | None) -> bool:
    """Whether a name is joined to a party's as one of two that agree: 经云溪市第二小学与石桥镇中心小学协商."""
    text = passage.text
    if following and following.start == end + 1 and text[end] in _JOINS:
        return _JOINED.match(text, following.end) is not None
    return bool(other and other.end == start - 1 and text[other.end] in _JOINS and _JOINED.match(text, end))


def stands_as_party(passage: Passage, start: int, end: int, others: Sequence[str]) -> bool:
    """Whether a name is the subject of a duty, is paid, or signs; alone, and not in a list. ``others`` stand for the parties."""
    text = passage.text
    if text[end : end + 1] in _LISTS:
        return False
    line = passage.line_at(start)
    before = text[max(line.start, start - _LOOK_BACK) : start]
    if _LEAD.search(before) and (_BEARS.match(text, end) or _SENDS.match(text, end) or _CALLED.match(text, end)):
        return True
    if _LEAD.search(before) and _acts_for(text[end : min(line.end, end + _LOOK_BACK)], others):
        return True
    return _signs(passage, start, end, before) or _is_paid(passage, before, end) or _is_told_of(passage, before, end)


def _acts_for(after: str, others: Sequence[str]) -> bool:
    """云溪市第二小学|每学期选派教师到乙方支教, with another party or those who are sent for it."""
    for other in others:
        after = after.replace(other, "@")
    return _ACTS.match(after) is not None


def _signs(passage: Passage, start: int, end: int, before: str) -> bool:
    text = passage.text
    late = start > passage.start + (passage.end - passage.start) * 2 // 3
    if late and _SEALED_BEFORE.search(before) and _ALONE.match(text, end):
        return True
    if _ALONE.match(text, end) and _SEAL_LABEL.search(before):
        return True
    return bool((_SEALED_BEFORE.search(before) and _SEALS.match(text, end)) or _SIGNS_FOR.match(text, end))


def _is_paid(passage: Passage, before: str, end: int) -> bool:
    if _FIELD.search(before) and (_ALONE.match(passage.text, end) or _SEALS.match(passage.text, end) or passage.text[end] in "，。；"):
        return True
    return bool(_ACCOUNT_BEFORE.search(before) and _ACCOUNT_AFTER.match(passage.text, end))


def _is_told_of(passage: Passage, before: str, end: int) -> bool:
    """甲方（云溪市第二小学）, 由云溪市第二小学负责, 注明云溪市第二小学参与, 选派教师到云溪市第二小学支教."""
    text = passage.text
    if _ROLE.search(before) or (_BY.search(before) and _DOES.match(text, end)):
        return True
    if _SENT_TO.search(before) and _SENT_BY.search(before) and _SENT_FOR.match(text, end):
        return True
    return bool(_REPORTED.search(before) and _REPORTED_AFTER.match(text, end))


def stands_alone(passage: Passage, start: int, end: int) -> bool:
    """Whether a sentence is about the one named, or hands something over to it, and says nothing of others that may come too."""
    text = passage.text
    before = text[max(passage.line_at(start).start, start - _LOOK_BACK) : start]
    if text[end : end + 1] in _LISTS or before[-1:] in _LISTS or _LETS_IN.match(text, end):
        return False
    return bool(_LEAD.search(before) or _HANDED.search(before))
