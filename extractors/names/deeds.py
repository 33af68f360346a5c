"""What somebody does: whether the words after a subject say that it gives assistance or receives it.

Reads::

    选派6名教师到乙校支教                     gives
    接收乙校教师12名跟岗                      gives
    安排5名教师到甲校跟岗                     receives
    得到甲校的鼎力支援                        receives

Leaves alone::

    负责安排食宿, 被评为帮扶先进单位          neither
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.text.passage import Stretch

LEARN = r"(?:(?:跟岗|跟班|进修|研修|挂职锻炼|挂职学习|顶岗)(?!教师|人员|学员|期间|指导|实习|支教|任教|授课)|(?<=[业司厂店])顶岗实习(?!生|支教)|学习|参观|观摩|考察|取经|访学|跟学|浸润|浸入|反馈|汇报|研学|借读|(?<!顶岗)实习(?!生|支教|基地)|(?<!随班)就读|受训|轮训)"
_GIVE = (
    r"(?:捐(?!款箱)|赠|拿出|(?:安排|下达)[^，。；]{0,10}(?:资金|经费)|(?<=[校学园点])顶岗实习|实习支教|资助|支持(?!单位)|出资|拨付|拨款|投入|支教(?!教师|人员|工作|期|队|经|日)|送教|送课|送培|送去|配送|送来|送出|送上|送到|寄[来去给]|走教|任教|任职|挂职(?!锻炼|学习)|驻校|驻点|授课|讲学|(?<![经过])辅导(?!员|班|站|后|报告|讲座)|托管|义诊|宣讲"
    r"|帮扶(?!”|单位|学校|工作|活动|对子|协议|双方|情况|过程|效果|关系|小组|计划|方案|校|园|先进|对象)|帮助|帮带|支援(?!学校|单位|工作)|援建|援助|扶持|奖励|慰问"
    r"|带来|带领|带动|辐射|指导|传授|执教|示范|选派|派出|派来|委派|派遣|派驻|选送|派往|派(?=[0-9一二三四五六七八九十两骨优名专教中备])|设立|调剂|承接|(?:接收|接待)(?!转学|新生|[^，。；]{0,8}(?:检查|督导|采访|入学))|开放|列支|培训|培养"
    r"|提供|承担|发放|给予|补助|上(?:了)?(?:一|[0-9]|示范|公开|观摩)|组建|牵头|筹集|筹措|自筹|核拨|下拨|划拨|配套(?=资金|经费|[0-9])|募集|募捐|招募(?=[^，。；]{0,12}(?:教师|老师|志愿者|讲师|大学生))|认领(?=[^，。；]{0,14}(?:心愿|学生|孩子|助学))|免费|体检|直播(?=[^，。；]{0,6}课)|推送|安排(?=了?[^，。；]{0,8}(?:课程|讲座|示范课|公开课|导师|师傅|跟岗学校))|对口|组织(?:名师|骨干|教师|专家|志愿|党员|优秀)|会诊|诊断)"
)
_COMES_TO_LEARN = re.compile(
    r"^[^，。；]{0,12}(?:到|赴|前往|来到|走进)[^，。；]{0,24}，(?!接收|接待)[^，。；]{0,14}?(?:跟岗|跟班|研修|进修|参观学习|考察学习|学习取经|取经|观摩学习)(?!教师|人员|学员)"
)
_GOES = re.compile(rf"(?:到|赴|去|前往|走进|来|在)[^，。；]{{0,32}}?{LEARN}")
_SENT_TO_LEARN = re.compile(r"(?:派|安排|组织|选送|推荐)[^，。；]{0,20}(?:跟岗|跟班|进修|挂职锻炼)(?!教师|人员|学员|指导)")
_RECEIVES = re.compile(
    r"^[^，。；]{0,6}(?:接受(?!采访|记者|媒体|本[报刊台网])|迎来了?[^，。；]{0,24}(?:支教|送教|志愿|捐|爱心|礼物|礼包|专家|团队|义诊|名师|老师|教师)|从[^，。；]{2,16}手[中里]接|[^，。；]{0,8}(?:穿|用|喝|住|坐|戴|吃|捧|领|拿)[上到起]了|受援(?!学校|校|园|单位|方|地)|[^，。；]{0,4}获(?:得)?(?:奖励|奖补|补助|资助|捐款)|获赠|收到(?![^，。；]{0,16}(?:通知|文件|举报|反馈|报告|投诉|邀请))|得到|获得(?![^，。；]{2,16}(?:颁发|授予))[^，。；]{0,16}(?:支持|帮助|帮扶|捐)|争取|邀请|聘请|被托管|受赠|(?:积极|主动){1,2}对接[^，。；]{0,8}(?:帮扶|支援|援助)(?:单位|学校|方)|由(?!结对|对口|原)[^，。；]{2,16}(?:托管|帮扶))"
    r"|^[^，。；]{0,14}(?:获(?!得|悉|批|知|评)[^，。；]{2,16}?(?:资助|捐助|捐赠|救助|支持|帮扶)|由(?!结对|对口|原)[^，。；]{2,20}?(?:捐建|援建|捐资|出资|资助|捐赠))"
)
_GIVES_BACK = re.compile("[^，。；]{0,24}?(?:锦旗|感谢信|感谢状|回赠|答谢|致谢)")
"""Whoever is thanked gave."""
_HOSTS = re.compile(r"^[^，。；]{0,8}(?:接收|接待)(?!转学|新生|[^，。；]{0,8}(?:检查|督导|采访|入学))")
_TEACHES_AS_TRAINEE = re.compile(
    r"(?:实习生|师范生|大学生|研究生)[^，。；]{0,20}(?:到|赴|去|前往|走进)[^，。；]{2,16}(?:[校园学点][^，。；]{0,2}(?:顶岗|实习)|支教|任教)|(?<=[校学园点])顶岗实习|实习支教"
)
_LODGES = re.compile(r"(?:提供|安排|落实|负责)[^，。；]{0,14}(?:食宿|住宿|场地|宿舍|教室|水电|后勤|周转房|生活保障|餐)")
_OVERSEES = re.compile(
    r"^[^，。；]{0,4}(?:加强|强化|做好)(?:对[^，。；]{0,12}的)?(?:业务|专业|工作|日常|统筹)?(?:指导|督导|管理|协调)|^[^，。；]{0,4}(?:组织|抽调|成立|派出)[^，。；]{0,12}(?:督[导查]|检查|考核|验收|评估|巡查)组|^[^，。；]{0,4}承担[^，。；]{0,8}(?:评估|考核|督导|监测|评审|统计)"
)
_VALUES = re.compile(r"[^，。；]{0,6}(?:把|将)[^，。；]{1,16}(?:作为|纳入|摆在|列入|当作)")
_GAIN = re.compile(
    r"^(?:的)?[^，。；给向为对到]{0,12}(?:获(?!悉|批)|荣获|受益|考上|考取|被评|入选|得到(?:了)?(?:改善|提升|提高)|新增|面貌|短缺|不足|薄弱|师资|留守|孩子们|贫困|困难|仅有|地处|偏远)"
)
_PRAISE = re.compile(r"^[^，。；]{0,16}(?:先进|优秀组织|帮扶工作)")
_PAYS = r"(?:捐|赠|配送|拿出|募集|募捐|筹集|筹措|认捐|拨|出资|投入|资助|核拨|配套(?=资金|经费|[0-9])|自筹|列支|奖励|发放|承担[^，。；]{0,8}费|(?:安排|援助|提供|支持|给予)[^，。；]{0,12}(?:资金|经费|万元)|送[去来上出]|筹[得到]|募得|众筹)"
_SENDS = r"(?:(?:的)?[0-9一二三四五六七八九十两]{1,3}[余多]?[名位][^，。；]{0,6}(?:教研员|教师|专家|名师|官兵|医生|医师)[^，。；]{0,4}(?:走进|来到|赶赴|到|赴)(?![^，。；]{0,24}(?:跟岗|听课|观摩|研修|学习))|(?:选派|派出|遴选|抽调|招募|统筹)[^，。；]{0,16}(?:交流|支教|轮岗|走教|银龄|帮扶|挂职)[^，。；]{0,4}(?:教师|校长|干部|人员)|(?:选派|派出|委派|派遣|派)[^，。；]{0,24}(?:到|赴|来|支教|进驻|走进|奔赴|抵达)|(?:组织|带领|率)[^，。；]{0,20}(?:到|赴|走进|来)|争取|签订|签署|签约|抵达|送教|送课|在[^，。；]{2,20}(?:设立|开展|举办)|对口(?:帮扶|支援|协作)(?!”|工作|活动|关系)|宣讲|援建|志愿)"
_ACTS = re.compile(rf"^[^。；]{{0,40}}?(?:{_PAYS}|{_SENDS})")
TAKES_PART = re.compile(r"参加(?![^，。；]{0,10}(?:送教|支教|帮扶|捐|义诊|志愿|走教))")
_SENDS_AFAR = re.compile(
    r"^[^，。；]{0,24}，(?:到|赴|前往|去)[^，。；]{2,28}?(?:跟岗|跟班|研修|进修|学习|观摩|参观)(?!教师|人员|学员|指导)"
)
_GOES_TO_MEET = re.compile(rf"^[^，。；]{{0,20}}，?(?:到|赴|前往|走进)[^，。；到赴]{{2,24}}?{TAKES_PART.pattern}")
_GOES_THERE = re.compile(
    r"^(?:(?!学生|少先队员|队员|孩子|师生|家长)[^，。；]){0,24}?(?:(?<![得受收接看听达])到|赴|走进|深入|来到|前往|驶[进入向]|开进)[\u4e00-\u9fff]{2,}"
)
_SENDS_TO_WORK = re.compile(
    r"^[^，。；]{0,4}(?:输送|组织|推荐|选送)(?:[^，。；]|(?<=[0-9])，(?=[0-9])){0,12}(?:毕业生|学生|学员)[^，。；]{0,4}(?:到|赴|前往)[^，。；]{2,16}(?:就业|务工|实习|就读)"
)
_LISTENS = re.compile(
    r"^的[0-9一二三四五六七八九十两]{1,3}[余多]?[名位][^，。；]{0,6}(?:教师|老师)[^，。；]{0,4}(?:来到|到|赴|走进|前往)[^，。；]{2,24}(?:听课|取经)(?![^，。；]{0,4}(?:评课|指导))"
    r"|^[^，。；]{0,12}(?:教师|老师|校长|学员|干部)[^，。；]{0,4}(?:赴|到|前往)[^，。；]{2,24}培训(?=[，。；]|$)"
)
"""Whose teachers go elsewhere to hear lessons learns."""
_ROTATES = re.compile(r"^[^，。；]{0,30}(?:到|赴|去|前往)[^，。；]{2,24}(?:轮岗|交流轮岗)(?!任教|支教|帮扶)")
"""Whose teachers change places with others' gives or takes nothing by that alone."""
_VISITS = re.compile("参观|考察|取经")
_STAYS = re.compile("跟岗|跟班|研修|进修|挂职|顶岗|浸润|浸入|培训|访学|实习|借读|就读|接受|获赠|收到|得到|获得|争取|聘请|托管")
"""Who only goes to see how it is done elsewhere takes little by that."""
_AFTER, _NEAR = 60, 54


@dataclass(frozen=True, slots=True)
class Weight:
    """What speaks for giving and for taking.

    ``acts`` where paying, sending or being helped is said and not only leading; ``pays`` for paying and sending alone.
    """

    gives: float = 0
    takes: float = 0
    acts: bool = False
    pays: bool = False


NOTHING = Weight()


def weigh_subject(text: str, rest: Stretch) -> Weight:
    """What is said of the subject that ``rest``, the sentence after it, goes on from."""
    after = text[rest.start : min(rest.end, rest.start + _AFTER)]
    clauses = re.split(r"[，；。]", after)
    if _HOSTS.match(clauses[0]):
        return Weight(gives=1, acts=True)
    if _GIVES_BACK.match(clauses[0]):
        return Weight(takes=0.5)
    if _receives(after, clauses[0]):
        return NOTHING if _VISITS.search(clauses[0]) and not _STAYS.search(after) else Weight(takes=1, acts=True)
    if _LODGES.search(clauses[0]) or _OVERSEES.match(clauses[0]) or _PRAISE.match(clauses[0]) or _ROTATES.match(clauses[0]):
        return NOTHING
    if _GOES_TO_MEET.match(after) or _SENDS_AFAR.match(after):
        return Weight(takes=0.5)
    acts = _ACTS.match(after) is not None
    if re.search(_GIVE, clauses[0]) and not _VALUES.match(clauses[0]):
        return Weight(gives=1, acts=acts, pays=acts)
    return _weigh_afar(after, clauses, acts=acts)


def _receives(after: str, first: str) -> bool:
    """Whether the subject goes or sends to learn, or is said to be helped."""
    if _TEACHES_AS_TRAINEE.search(first):
        return False
    if _SENDS_TO_WORK.match(after) or _COMES_TO_LEARN.match(after) or _LISTENS.match(first) or _RECEIVES.match(first):
        return True
    return _GOES.search(first) is not None or _SENT_TO_LEARN.search(first) is not None


def _weigh_afar(after: str, clauses: list[str], *, acts: bool) -> Weight:
    """What the later clauses say, which may have another subject: less than the first."""
    if any(_RECEIVES.match(clause) for clause in clauses[1:]):
        return Weight(takes=0.5, acts=True)
    if _GAIN.match(after):
        return Weight(takes=0.5)
    if _GOES_THERE.match(clauses[0]):
        return Weight(gives=0.5, acts=acts, pays=acts)
    part = re.split(r"[；。]", after)[0]
    if _GOES.search(part):
        return Weight(takes=0.4, acts=True)
    return Weight(gives=0.4, acts=acts, pays=acts) if re.search(_GIVE, part[:_NEAR]) else NOTHING
