"""The labels of a period: words that say of the time beside them how long something runs, and how surely it is the document's own.

Reads::

    结对帮扶期限、合作周期、本协议有效期      of the pact itself, wherever they stand
    项目实施周期、资助期限                    of the work under it
    责任期限：、【时间】、| 活动时间 |        any noun, in the place of a label: at the head of a line or a table's cell
    支教时间、服务期限                        of people's service, the document's own only as a heading

Leaves alone::

    报名时间、公示期、质保期限、会议时间      a deadline, a guarantee, an event
    每批支教时间、跟岗培训周期                a stay
    合作期限届满、有效期内、时间不少于        no statement of the period
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from extractors.text.pact_names import PAPER
from extractors.text.punctuation import HAN

LabelKind = Literal["label", "broad-label", "weak-label"]
PACT, WORK, PLACE, SERVICE = 3, 2, 1, 0
"""How surely a label is that of the document's own period."""

_OF_PACT = f"结对|帮扶|对口|支援|合作|协作|共建|{PAPER}|托管|互助|联盟|牵手|援助|扶持|共同体|代管|领办|助学|带教|帮带|帮教|联建|共育|师徒"
_OF_WORK = "资助|捐赠|捐资|履行|履约|实施|行动|项目"
_LINK = "工作|活动|起止|执行|学校|关系|总|的|之|书|服务|存续|持续"
_HEAD = (
    r"时间[及和与、](?:期限|周期|年限)|期限[及和与、]时间|时间(?:段|范围)(?=[为：])|(?:起始|开始|启动|起算)(?:时间|日期|日)(?=[：为是])|期限|时限|时效(?=[：为是共一二两三0-9])|时段|时长|时间跨度|起[止讫](?:时间|日期|年月)|有效期限?|周期|年限|期间(?=为|：|自|从|是|\n)|时间(?!内|段|安排|表|节点|紧|不少|至少|累计|和|与|及|、)"
    r"|期(?=[为：自从共三两一0-9])|(?:年度|学年)(?=[：为])"
)
_LABEL = re.compile(
    rf"(?:(?P<pact>{_OF_PACT})|(?:{_OF_WORK}))(?:{_OF_PACT}|{_OF_WORK}|{_LINK}){{0,8}}(?:{_HEAD})|(?P<valid>有效期限?)"
    rf"|(?<=协议，)期限(?=[为：]?[0-9一二两三四五])|(?:^|(?<=[、.）条：〔〕 \t，]))(?:关于)?(?:期限|起[止讫](?:时间|日期|年月)|时限)(?:的?约定)?(?=[：为\n〕 ])"
    rf"|(?P<ends>(?:{_OF_PACT})(?:关系|工作|期限?|书|的){{0,2}}(?:到期|终止|结束|届满|期满|截止)(?:日期?|时间)(?=[：为是])|^[ ]{{0,4}}到期(?:日期?|时间)(?=[：为是]))"
    rf"|(?P<lasts>行动|工作|活动|帮扶|合作|结对|协作|托管|协议|共建|项目|计划|关系|支援)(?=为期)|(?P<bond>关系)(?=(?:存续|维持|保持|延续)[0-9一二三四五六七八九十两壹贰叁肆伍半])",
    re.MULTILINE,
)
_WEAK_LABEL = re.compile(
    r"(?:支教|跟岗|交流|轮岗|挂职|派驻|服务|任教|送教|培训)(?:工作|活动)?(?:时间|期限|周期|年限|期)(?!间|满|内|不|至少|累计)"
)
_PLACE = re.compile(
    r"(?:^|(?<=[\t|]))[ |>*·●■◆▲★☆-]{0,4}"
    r"(?:(?:条款|第)[0-9一二三四五六七八九十百]{1,4}(?:[条章节款、，：]|部分)|[一二三四五六七八九十]{1,3}[、.． ]|[壹贰叁肆伍陆柒捌玖拾Ⅰ-Ⅻ]{1,4}[、.． ]|[（〔][一二三四五六七八九十0-9]{1,3}[）〕]|[0-9]{1,2}(?:\.[0-9]{1,2}){0,3}[、.．）]?|[①-⑳])?"
    rf"[ ：]{{0,4}}[〔“（]?(?P<label>(?P<of>[{HAN}]{{0,8}}?)"
    r"(?:起[止讫](?:时间|日期|年月|期限)|有效期限?|[期时年]限|时间跨度|时间范围|时间约定|时间段|时段|周期|时长|期间|时间(?:安排)?|期))"
    r"(?=[〕”）]?[ ]?(?:[：\n\t|。 ]|[自从为][ 0-9二期_本签双甲合各该]|[0-9]|$))",
    re.MULTILINE,
)
_NO_LABEL = re.compile(
    r"(?:每[次批人轮名学期年周月]{1,2}|支教|任教|跟岗|挂职|研修|培训|学习|阶段|单次|教师|派驻|驻校|轮岗|续|保密|质保|补充|前期|后期|近期|延长)$"
)
_NOT_OF = re.compile(
    "报名|申[报请领]|填|报[送到告]|提交|递交|征[集文]|推荐|遴选|评[审选估比定]|审[核批]|公[示告布]|发[布文放货]|印发|成文|签|会|开幕|闭幕|仪式|揭牌|讲座"
    "|[上授听放]课|课[程堂表]|作息|出发|集合|返|到[达账货校]|抵达|拨|支付|[付缴收还退汇]款|缴费|交[付货接]|验收|质保|保[修质密管存险]|维[保修护]|质量|试用|宽限|建设|工期|[竣完施开]工"
    "|截[止稿]|截至|反馈|答复|异议|仲裁|诉讼|时效|休|值[班守]|联系|咨询|办公|开[放学]|营业|接待|参观|走访|督[查导]|检[查测]|考[核试评]|监测|测试|比赛|[竞大决]赛|展[示演出]|演出"
    "|培训|研修|学习|跟岗|挂职|支教|轮岗|交流|派驻|任教|见习|实习|顶岗|研学|[夏冬]令营|进修|脱产|生效|到期|更新|阅读|打印|制表|保存|借|贷|租|通知|回复|下载|浏览|来源|编辑|时长|每|阶段"
    "|任期|聘|年龄|入[学园职党团]|毕业|出生|成立|建[校园]|注册|备案|录取|面试|笔试|投[票稿标]|开标|交稿|演练|教龄|工作年|从教|宣传|调研|筹备|准备|总结|假|任职|在职|^第|完成|办理|整改|答辩|复习|在|他|我们|这|那|何|^日$"
)
_EXPIRED = re.compile(r"(?:限)?[ ]?(?:届?满|已满|内|中|之内|期间|，(?:甲|乙|双|各))")


@dataclass(frozen=True, slots=True)
class PeriodLabel:
    """A label at its place in the normal text; ``rank`` tells how surely it is the document's own (PACT to SERVICE)."""

    kind: LabelKind
    start: int
    end: int
    rank: int


def find_period_labels(text: str, start: int, end: int) -> Iterator[PeriodLabel]:
    """The labels of ``text[start:end]``, none overlapping another; not in order."""
    taken: set[int] = set()
    for match in _LABEL.finditer(text, start, end):
        if not _NO_LABEL.search(text[max(start, match.start() - 6) : match.start()]) and not _EXPIRED.match(text, match.end()):
            taken.update(range(match.start(), match.end()))
            sure = any(match[name] for name in ("pact", "valid", "lasts", "ends", "bond"))
            yield PeriodLabel("label", match.start(), match.end(), PACT if sure else WORK)
    for match in _PLACE.finditer(text, start, end):
        first, last = match.span("label")
        if not _NOT_OF.search(match["of"]) and taken.isdisjoint(range(first, last)) and not _EXPIRED.match(text, last):
            taken.update(range(first, last))
            yield PeriodLabel("broad-label", first, last, PLACE)
    for match in _WEAK_LABEL.finditer(text, start, end):
        if match.start() not in taken:
            yield PeriodLabel("weak-label", match.start(), match.end(), SERVICE)
