"""The words that label a contracting party, and what they say of its side.

Reads::

    甲方, A方, 甲方（帮扶学校）, 帮扶学校（甲方）              lettered, with or without their side
    支援学校, 受帮扶园, 牵头校, 捐赠人, 受援地教育局          by their side alone
    单位名称, 名称, 学校全称                                  a field that holds a party's name

Leaves alone::

    签约单位, 协议双方, 甲乙双方                              a heading over all of the parties
    联系单位, 见证方, 法定代表人, 学校地址                    labels of no party
"""

from __future__ import annotations

import re

from extractors.text.punctuation import HAN
from schemas.agreement import Side

LETTERED = r"(?:[甲乙丙丁戊己]方|(?<![0-9A-Za-z])[A-D]方(?![向案程式法]))"
_LABEL_HEAD = (
    r"(?:方|单位|学校|院校|高校|职校|园所|(?<!学)校|园|对象|机构|主体|部门|企业|局|支部|公司|集团|医院|社区|协会|中心|基金会|委员会|(?<=援|扶|助|赠)[省市州县区]"
    r"|(?<=帮扶|支援|受援|援助|接收|派出|资助|受助|捐赠|受赠|薄弱|牵头|结对|示范|优质|重点|县域|城区|城镇|城市|农村|乡村|乡镇)(?:小学|中学|幼儿园|高中|初中)|教学点|村小"
    r"|师傅|师父|徒弟|导师|学员|(?:支教|援教|送教|轮岗|交流|挂职|跟岗|驻校|派出|选派|受派|受聘|讲学|退休)(?:教师|老师|人员|干部|志愿者|校长|园长)|(?:青年|年轻|新任|新入职|带教|指导|骨干|帮扶|结对)教师"
    r"|(?:捐赠|受赠|捐资|捐助|捐款|赠与|受助|资助|委托|受托|承诺|承办|帮扶|支援|援助|受援|帮助|帮教)人)"
)
LABEL = rf"(?:{LETTERED}|[{HAN}]{{0,7}}{_LABEL_HEAD})(?:[（〔]{LETTERED}[）〕]|{LETTERED})?"
NOTE = r"(?:[ ]?[（〔][^（）〔〕\n]{0,30}[）〕])"
NAME_FIELD = r"(?:(?:单位|学校|园所|幼儿园|机构|企业|公司|主体|当事人|法人|组织)?[ ]?(?:名称|全称|名字)|单位|学校|校名|园名|姓名|单位（[^（）\n]{1,8}）)"
SIDE_FIELD = re.compile(rf"(?P<label>{LABEL}?)(?P<note>{NOTE}{{0,2}})(?:的)?{NAME_FIELD}{NOTE}?：?")
_WHOLE = re.compile(LABEL)
_PERSON = re.compile("(?:师傅|师父|徒弟|导师|学员|教师|老师|人员|干部|志愿者|[校园]长)(?:（[甲乙丙丁戊]方）)?$")
"""Labels of people: beside those of bodies (指导教师：庄映雪) they name no party."""
_INSTITUTION = re.compile("(?:局|支部|公司|集团|医院|社区|协会|中心|委员会|小学|中学|幼儿园|高中|初中|教学点|村小|[省市州县区])$")
_NO_PARTY = re.compile(
    r"见证|鉴证|公证|^(?:现|原)?(?:工作|任职|任教|所在|现任|就读)(?:单位|学校)|^(?:组织|领导|工作|管理|办事|常设|办公|执行|议事|协调|考核|督导|监督)机构$|^(?:参加|参与|活动|适用|培训|培养|教学|工作|服务)对象$|^(?:联系|联络|单位|学校|名称|对方|双方|各方|本(?!协议|合同|责任书)|该|各|我|地|官|多|主送|抄送|报送|填报|填表|制表|发布|印发|编制)|负责部门|责任部门$|主管部门(?<=方主管部门)|[方校园](?:主管|上级|开户|账户|代表|联系)"
)
_LIST_HEAD = re.compile(
    r"(?:本?协议|合同|签约|立约|订立|签订|签署|缔约|订约|合作|共建|立[约据]|甲、?乙)?(?:[甲乙丙丁]、?){0,4}(?:双方|各方|三方|四方|两方|两校|两园)(?:当事人|单位|学校|名称|主体|(?:基本)?(?:信息|情况)){0,2}"
    r"|(?:签约|立约|订立|协议|合同|签订|签署|缔约|订约|立协议|订协议|签协议|立合同|立据|签字|立)(?:单位|学校|园所|人|方|主体|机构|各?方(?:当事人|单位)?|当事人)(?:名称|(?:基本)?(?:信息|情况))?"
    r"|当事人(?:名称|(?:基本)?(?:信息|情况))?|(?:协议|合同|签约)?(?:当事人|主体)(?:各?方)?(?:名称|(?:基本)?(?:信息|情况))?"
)
"""What stands over all of the parties at once."""
SEAL = re.compile(r"盖章|签章|签字|签名|公章|印章|签署")
_RECIPIENT = re.compile(
    r"受(?!托)|被|西部|薄弱|农村|县域|乡村|乡镇|乡校|村小|成员|接收|接受|对象|跟岗学校|需求|协作校|结对园$|分[校园]|徒弟|学员|姊妹园|弱校|教学点|^(?:青年|年轻|新任?|新入职)教师"
)
_SUPPORTER = re.compile(
    r"帮扶|支援|援助|援建|捐|资助|派出|派驻|派员|支教|援教|主帮|帮带|东部|牵头|核心|优质|城区|城市|城镇|示范|托管|领航|领办|龙头|总[校园]|帮助|支持|输出|名校|强校|主体校|指导|师傅|师父|导师|受托|牵手|承担|责任单位|承诺|实施|省直|市直|县直|包扶|挂钩|联点|送教|帮教|爱心|赠与|援方|^帮|主办校"
)
_OVERSIGHT = re.compile(r"委托(?!管)|签发|下达|发布|主管|见证|鉴证|监督|监管|协调|管理部门|管理方|组织方|组织单位|指导单位")


def is_label(label: str) -> bool:
    """支援地教育局 and 受援公司 are labels by their side alone; 学校地址 and 联系单位 are none."""
    if not _WHOLE.fullmatch(label) or _NO_PARTY.search(label) or is_list_heading(label):
        return False
    return not _INSTITUTION.search(label) or stated_side(label) != "unknown"


def is_whole_label(words: str) -> bool:
    """Whether words are a party's label and nothing else, and say which party: 甲方, 受援学校, 协调方."""
    if not _WHOLE.fullmatch(words) or not is_label(words):
        return False
    return re.search(LETTERED, words) is not None or stated_side(words) != "unknown" or _OVERSIGHT.search(words) is not None


def is_person_label(label: str) -> bool:
    """Whether a label is of people (师傅, 指导教师)."""
    return _PERSON.search(label) is not None


def is_list_heading(words: str) -> bool:
    """Whether words stand over all of the parties (签约单位, 协议双方)."""
    return _LIST_HEAD.fullmatch(words) is not None


def stated_side(words: str) -> Side:
    """The side that a label says (帮扶学校, 受赠方, 城区学校), unknown where it says none."""
    if oversees(words):
        return "unknown"
    if _RECIPIENT.search(words):
        return "recipient"
    return "supporter" if _SUPPORTER.search(words) else "unknown"


def oversees(words: str) -> bool:
    """Whether a label is of one who leads or watches over the others (委托方, 主管部门)."""
    return _OVERSIGHT.search(words) is not None
