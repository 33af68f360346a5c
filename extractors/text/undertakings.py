"""Whether what is said of a subject obliges it to do something.

Reads::

    应提供食宿, 负责日常管理, 每学期选派2名教师, 不得挪用            a duty
    自行解决交通费, 接受甲方的监督和考核                           a duty

Leaves alone::

    有权查询, 可派教师旁听, 享受同等待遇, 获得助学金                 a right or a gain
    是一所农村小学, 现有教师30名, 办学水平明显提升                    a state or an aim
    执一份, 签字盖章后生效, 协商解决, 应共同遵守                     what every agreement says
    的食宿由对方安排, 无需承担费用                                  done by others, or not at all
    提出申请后, 教师跟岗期间, 未履行义务的                          a time or a condition
"""

from __future__ import annotations

import re

_MODAL = re.compile(
    r"(?<![相对反供适响回])应(?!用|急|对|届|聘|邀|试|征|变)|必须|务必|(?<![无不毋])须(?!知)|(?<![无不毋急所必])需(?!求|要|时|的)|^[ ]?(?:也|还)?需要|(?<!不)负责(?!人)|不得|严禁|(?<!不)承担(?!能力)|(?<!以)保证(?!金)|确保|保障|承诺(?!书|事项)"
    r"|(?<![主只重需必摘概纪首提])要(?!求|点|素|件|义|时|的)|自[理付负担行备筹]|有[^，。；]{0,8}(?:义务(?!教育)|责任)"
)
_STRONG = re.compile(r"[ ]?(?:也|还|均|都|则)?(?:应(?!用|急|对|届)|须|必须|需(?!求|要的)|负责(?!人)|不得|自行|自[理付负筹]|承诺)")
_NOT = re.compile(
    r"无[须需]|毋[须需]|不(?:必|需要?|用(?=承担|支付|缴|付))|不(?:再)?(?:承担|负担|支付|履行|收取|负)|免(?:予|除|于|缴|交)|没有[^，。；]{0,8}(?:义务|责任)"
)
_RIGHT = re.compile(
    r"有权|享[有受]|(?<![不许认])可(?!持续|能|行性|靠|操作|用性|视化|推广|复制|量化|比性|爱)|有[^，。；]{0,20}的?权利?(?![限益])|获得|获赠|获取|得到|取得[^，。；]{0,8}(?:支持|帮助|指导)|受益|受赠|受训|得以|收到|领取|免费(?:使用|参加|参与|进入|获取|学习|观摩|就读)"
    r"|^[^，。；]{0,6}接受[^，。；]{0,12}(?:捐赠|资助|帮扶|援助|支援|支持|帮助)(?![^，。；]{0,8}(?:监督|管理|考核|检查))|^[^，。；]{0,4}被|自愿|希望|期望|盼望|感谢|致谢|愿意|有意|(?<!志)愿(?!望|景|者)|^[^，。；]{0,4}拟(?!定|制|订)"
)
_ENTITLED = re.compile(r"有权|享[有受]|(?<![不许认])可以?(?!持续|能|行性|靠|操作|用|视化|推广|复制|量化|比性|爱)")
_STATE = re.compile(
    r"^(?:的)?(?:均|都|分别|原)?(?:是|系(?!统|列)|位于|地处|坐落|创办|成立于|始建|现有|共有|原有|拥有|存在|作为|(?:统一)?纳入|列入|并入|成为|加入|缺[乏少]|属于?|隶属|具有|具备|面临|处于|[^，。；]{0,16}作为[^，。；]{0,8}(?:参考|依据|补充)|指(?!导|派|定|标))|^(?:均|都|分别)?为[^，。；]{0,16}(?:学校|单位|方|对象|校|园|基地|机构|局|公司|法人|组织|责任人)$"
    r"|^(?![把将])[^，。；]{0,10}(?:表现|结果|成绩|情况|工作量)[^，。；把将]{0,4}(?:记入|计入|列入|纳入|载入|存入|作为)"
    r"|(?:薄弱|不变|不足|紧[张缺]|短缺|匮乏|落后|偏[低弱]|较[低差弱少大]|有限|良好|雄厚|齐全|先进|充足|突出|明显|下降|流失|严重)$"
)
_AIM = re.compile(
    r"^(?:的)?(?:[^，。；]{0,16}(?:水平|质量|能力|面貌|条件|成绩|差距|素[质养]|环境|知名度|满意度|队伍|管理|发展|特色|师资|教学|教研|教师|学生|升学率|上线率|合格率|巩固率)[^，。；]{0,8})?(?:明显|显著|大幅|逐[步年]|有(?:明显|较大|新|所|显著)|得到|达到|进一步|基本|全面|稳步|不断|整体|持续)?(?:提[高升]|改善|增强|缩小|优化|进步|达标|改观|加强|成长|发展|上升|提速)(?=$|[到至了为，0-9])"
)
_REACHES = re.compile(
    r"^[^，。；]{0,12}(?:达到|跻身|进入|步入|跨入|迈入|建成|成为|创成)[^，。；]{0,20}(?:标准|水平|行列|前列|目标|要求|[学名强]校|园|单位|以上)$"
)
_DESCRIBES = re.compile(r"^(?:的)?(?:均|都|分别|原)?(?:位于|地处|坐落|创办|成立于|始建|现有|共有|原有|占地)")
_HOPES = re.compile(r"^[^，。；]{0,4}(?:希望|期望|盼望)")
_TRIES = re.compile(r"^(?:努力|积极|切实|认真|大力|着力|主动|要|应|须)")
_FORMAL = re.compile(
    r"签(?:字|章|订(?![^，。；]{0,8}(?:责任书|安全|资助协议))|署|名|约)|盖章|订立|达成(?!率)|^[ ]*(?:各|分别|均)?(?:自)?(?:执|持|留|存|保存|留存)[ ]?(?:有)?[一二两三四五壹贰叁肆伍陆0-9]{1,2}份|^(?:[、和及与][^，。；]{2,24}?)?[ ]*各?(?:自|方)?(?:执|持|存|保存|留存)?[ ]?[一二两三四五壹贰叁肆伍陆0-9]{1,2}份$|(?<![0-9])(?:0[0-9]{2,3}-[0-9]{7,8}|1[3-9][0-9]{9})(?![0-9])"
    r"|^[^，。；]{0,4}代表(?!队|团)|法定|^(?:均|都|一致)?(?:同意|确认|认为)|无异议|所在地|住所|法院|仲裁|诉讼|违约|赔偿|签收|由此|损失|后果|(?<!协)调解|仲裁|解释权?$|负责解释|见附件|附后$|^(?:的)?(?:合法)?权[利益]|(?:终止|解除|续签|变更|中止)[^，。；]{0,6}(?:协议|合同)$"
)
_FORMAL_TOGETHER = re.compile(
    r"(?:友好|平等|共同|充分|自行|另行)?(?:协商|商[定议])(?:$|一致|解决|确定|处理|同意|后|另|补充|决定|约定|签|，|并)|^协商|约定|本着|遵[守照循]|恪守|信守|履行|自愿|友好|均有|任何|终止|解除|续签|违约|争议|纠纷|保密|泄[露漏]|披露|第三[方人]|^(?:应|须|要)?(?:严格|认真|切实|共同|自觉)*(?:遵守|执行|落实|履行)(?:本|上述|以上|协议)"
    r"|议定|反复商量|形成[^，。；]{0,4}共识|^[^，。；]{0,6}决定[^，。；0-9每]{0,24}$"
    r"|主管|上级|的?(?:权利|义务|责任|合法权益|利益)|基础上|原则|需要|通知对方|书面|另行|意见|补充协议|建立[^，。；]{0,8}(?:关系|对子)|结[成为]|结对(?!双)|意愿|情况|实际|法律|依法"
)
_CONDITION = re.compile(
    r"^(?:的?[^，。；]{0,8})?(?:如(?!实|期|下|何)|若(?!干)|一旦|倘|未(?!来|成年)|违反|违背|不履行|不按|逾期|擅自|拒[绝不]|无故|无正当|不能|无法|因(?!地|材|校|人)|由于|不可抗力|违约|(?:单方|中途)(?:终止|解除))|的$"
)
_TIME = re.compile(r"(?:后|前|时|期间|之日起?|以来|起|中|过程中|情况下|同时|之际|基础上|前提下|下)$")
_BY_OTHERS = re.compile(r"(?<![缘事理自])由(?!于|此|衷|浅|来|易|点)[一-龥]{2}")
_VERB = re.compile(
    r"[派送举办开提供承安排组织接收纳待培训指导助协配建立制参加做完落实支付拨捐赠报告总结学习听评研考核管维护保障负担监督检查审推荐传使用选研定解决给购聘邀邮寄交出召编写申录存公示汇反馈促宣补贴奖投缴筹修放讲授备带领走访造创改善联系沟通迎关心照顾尊重遵守服从处登办运争取调汇撰摩讨轮进巩固丰富健规范吸引驻共享优监控协布置清退还租借换到赴去挂]"
)
_NOUNS = re.compile(
    r"教师|老师|学生|师生|学员|校长|园长|管理(?:人员|干部|团队|层)|领导(?:班子)?|学校|教学(?:点|班|质量|水平|成绩)?|教育|学科|学[期年段时]|教研组|课堂|课程|评价|意见|建议|音体美|资源|资格|信息|用品|实验|校区|上级|条件|费用|交通|食宿|制度|成果|集体|指标|任务|标准|作用|内容|帮扶|支援|支教|跟岗|受援"
)
"""Words in which a verb's letter is none."""
_ASSISTS = re.compile(
    r"^(?:对口|结对|定点|重点|主要|全面|负责)*(?:帮扶|支援|援助)(?!工作|措施|资金|经费|成效|成果|计划|方案|任务|项目|内容|目标|学校|单位|方|对象|的|团队|教师|人员|小组|责任|协议|关系|期|时间|活动|情况|需求|力度)[一-龥]{2}"
)
"""甲方帮扶乙方: the verb, where 帮扶 is mostly half of a noun."""
_LEAD = re.compile(
    r"^(?:的)?[^，。；：]{0,24}(?:责任|义务|职责|任务|工作|承诺|约定|分工|事项|内容|措施|举措|要求|做到|负责|如下|权利|包括|清单|承担|方面|行动|做法|主要)(?:如下|为|包括|是)?$"
)
_RIGHTS_ONLY = re.compile(r"权利|权益")
_DUTY_WORD = re.compile(r"责任|义务|职责|任务|承诺|工作|分工|负责|措施|要求|做到")
_OTHER_SUBJECT = re.compile(
    r"^(?:(?:本|该|此|上述|以上)(?:协议|合同|责任书|备忘录|条款|约定|文本)|补充协议|附件|未尽|有效期|[^，。；]{0,8}期限(?!内)|一式|壹式|具有同等|联系人|联系电话|地址|开户"
    r"|(?:上级|当地|有关|相关|双方|各自)?的?[^，。；]{0,10}(?:(?:主管|行政|职能|督导)(?:部门|单位|机构)|人民政府|督导室|教育局|教体局)(?:对|将|每|组织|负责|给予|定期|应|统一|不定期|按|予以|进行)"
    r"|(?:本轮|本次|本期|该轮|[一-龥]校|城乡|师徒)?(?:结对|帮扶|合作|共建|支教|托管|协作|援助|资助)[^，。；]{0,8}?(?:自|从|为期|以[^，。；]{1,8}为限|暂定|期限?为)|(?:自|从|到|至)[ ]?[0-9]{2,4}[年./-])"
)
_SHORTEST = 2


def is_condition(words: str) -> bool:
    """Whether a clause says in which case something holds (乙方未按约定使用的), what somebody is or hopes for: what follows is no duty."""
    return _CONDITION.search(words) is not None or _DESCRIBES.search(words) is not None or _HOPES.search(words) is not None


def is_time(words: str) -> bool:
    """Whether a clause says when something is done (乙方提出申请后)."""
    return _TIME.search(words) is not None


def is_heading(words: str) -> bool:
    """Whether the words after a party's name make a heading of it (甲方|的主要职责), or nothing follows."""
    bare = words.strip(" 〕）：（")
    return not bare or _LEAD.search(bare) is not None


def is_rights_only(words: str) -> bool:
    """Whether a heading announces rights alone."""
    return _RIGHTS_ONLY.search(words) is not None and _DUTY_WORD.search(words) is None


def has_modal(words: str) -> bool:
    """Whether a clause says 应, 须, 负责 or the like, and not the contrary."""
    return _MODAL.search(words) is not None and _NOT.search(words) is None


def begins_with_modal(words: str) -> bool:
    """Whether a word that makes a subject of what stands before it comes first (支教教师甲方|负责管理)."""
    return _STRONG.match(words) is not None


def obliges(words: str, *, together: bool = False) -> bool:
    """Whether ``words``, the rest of a clause after its subject, oblige the subject; ``together`` where it is both sides."""
    if len(words) < _SHORTEST or is_condition(words) or is_time(words) or _NOT.search(words) or _BY_OTHERS.search(words):
        return False
    if _OTHER_SUBJECT.match(words) or _is_formal(words, together=together):
        return False
    modal, right = _MODAL.search(words), _ENTITLED.search(words)
    if modal and not (right and right.start() < modal.start()):
        return True
    if _RIGHT.search(words) or _STATE.search(words) or _REACHES.search(words) or (_AIM.search(words) and not _TRIES.search(words)):
        return False
    return _ASSISTS.match(words) is not None or _VERB.search(_NOUNS.sub("", words)) is not None


def _is_formal(words: str, *, together: bool) -> bool:
    return _FORMAL.search(words) is not None or (together and _FORMAL_TOGETHER.search(words) is not None)
