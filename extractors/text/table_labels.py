"""What a table's heading says of the cells below it, or a row's label of the cells beside it.

Reads::

    次数, 次数（每学期）, 次/学期, 送教（节）        a count in 次, 次, 次, 节; per 学期 in the second and third
    选派教师人数                                      a count in 人 of 教师
    金额（万元）, 经费/万元, 标准（元/人·年）        a sum in 万元, 万元, 元; per 年 and for each 人 in the third
    活动内容, 责任单位, 受援学校, 用途, 频次          what, who, for whom, for what, how often

Leaves alone::

    分数, 页数, 班级数, 现有教师数, 单价（元）        figures that promise nothing
    序号, 年份, 联系电话                              no figures of anything
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from extractors.text.measure_words import UNIT, unit_name
from extractors.text.rates import find_rates, governing
from schemas.values import Rate

LabelKind = Literal["count", "sum", "what", "purpose", "rate", "time", "measure", "period", "number", "stock", "other"]

_LONGEST = 48
"""Longer words are no label, but what a cell tells."""
_BLANKS = re.compile(r"\s+")
_TIME = "每?(?:学期|学年|年度?|季度|月|周|天|次|校|人|生)"
_IN_BRACKETS = re.compile(r"（(?P<words>[^（）]{1,16})）")
_UNIT_IS = re.compile(r"(?:计量)?单位：(?P<words>[^，。；：）\n]{1,8})")
_MEASURE = re.compile(rf"(?P<unit>{UNIT})(?:/{_TIME}(?:[·、]{_TIME})?)?")
_MONEY_UNIT = re.compile(rf"(?:人民币)?(?P<unit>[万亿千百]?元)(?:人民币)?(?:/{_TIME}(?:[·、]{_TIME})?)?")
_COUNTED = re.compile(
    r"(?P<noun>[一-龥]{0,12}?)(?P<unit>人次|课时|场次|批次|学时|次|节|人|名|册|台|套|件|场|期|篇|项|个|所|堂)数(?:量|目)?"
    r"|(?P<people>[一-龥]{0,12}?)名额|(?P<things>[一-龥]{0,10}?)数量(?:要求)?|(?P<alone>人次|场次|课时|学时)"
)
_ALONE = {"场次": "场"}
_NO_NOUN = re.compile(
    r"(?:[甲乙丙丁]方|双方|各方|每[一-龥]{1,3}|[上下]学期|全年|年度|本[一-龥]{1,2}|20[0-9]{2}年.*|第.{1,3}(?:年|学期)|计划|实际|完成|目标|预计|活动|开展|参加|参与|要求|工作|数据?|具体|相应|次数?)*"
)
_NO_COUNT = re.compile(
    r"分数|页数|参数|系数|指数|班级|教学班|班数|户数|总数|岁|年龄|教龄|电话|编号|代码|号$|率$|占比|比例|权重|%|得分|成绩|排名|名次|面积|邮编|序号|缺|修订|点击|浏览|下载|登录|迟到|请假|旷|处分|违|扣"
)
_STOCK = re.compile(
    r"现有|原有|在校|在园|在职|在编|在岗|专任|教职工|编制|班级数|教学班|班额|学校规模|人口|户数|生源|总人数|^(?:学校|全校|现)?(?:学生|幼儿|教师)(?:总)?(?:人)?数$|面积|家庭"
)
_PROMISED = re.compile(r"培训|研修|选派|派出|送教|支教|跟岗|参训|捐|指导|帮扶|资助|新增")
"""With one of these a label is none of what is there already, unless it says so (现有, 原有)."""
_SUM = re.compile(r"金额|经费|资金|款额|款数|数额|预算|投入|出资额?|补助|资助额?|捐赠额|拨付额|付款额|标准|总价|价值|折价|市值")
_NO_SUM = re.compile(
    r"单价|用途|来源|说明|备注|名称|项目|内容|方式|时间|日期|时限|单位$|账|户|占比|比例|收费|收入|结余|决算|违约|对象|渠道|去向|依据|类别|要求|节点"
)
_NO_GIFT = re.compile(r"单价|收费|收入|结余|决算|违约|工资|产值|学费|罚")
_NUMBER = re.compile(r"序号|编号|号|项次|No\.?|顺序|行号|#")
_WHAT = re.compile(
    r"(?:(?:主要|具体|帮扶|活动|工作|项目|支援|合作|协作|交流|培训|教研|服务|支持|捐赠|送教|结对|重点|年度|安排|共建|研修|指导)*(?:内容|项目|活动|名称|事项|任务|形式|方式|举措|措施|主题|类别|类型|工作|行动|种类|物资|物品|品名|设备|清单|名目)|岗位|人员(?:类别)?|对象类别|指标|科目|课程|学科"
    r"|(?:物资|物品|设备|图书|活动|项目|品目|货物)(?:名称|类别|种类)?)"
)
_PURPOSE = re.compile(
    r"(?:资金|经费|款项|主要|具体|使用|支出)*(?:用途|用于|使用方向|支出方向|使用内容|使用范围|支出项目|支出内容|支出方向)"
)
_RATE = re.compile(r"频次|频率|周期|频度")
_WHEN = re.compile(r"(?:[一-龥]{0,8})(?:时间|时限|日期|月份|时段|期限|节点|进度|安排)(?:安排|要求|节点)?|月份|学期|年度|学年|年份")
_PERIOD = re.compile(
    r"(?:20[0-9]{2}(?:-(?:20)?[0-9]{2})?(?:学?年度?)?(?:[春秋]季|上半年|下半年|第[一二]学期)?"
    r"|第[一二三四五六1-6]个?(?:学?年度?|学期|季度|期|阶段)|[一二三四]季度|[上下](?:半年|学期)|[春秋]季(?:学期)?|(?:1[0-2]|[1-9])月)"
)
_MEASURE_COLUMN = re.compile("(?:计量|数量)?单位")
_SHARED = re.compile(r"每(?:校|人|生|班|园|所|组|名|位)")


@dataclass(frozen=True, slots=True)
class Label:
    """What a label says: the ``kind`` of the cells it heads, their ``unit`` and rate, and the noun that it names itself.

    ``noun`` is the noun's place in the normal text.
    """

    kind: LabelKind
    unit: str | None = None
    per: Rate | None = None
    noun: tuple[int, int] | None = None
    in_kind: bool = False


def read_label(text: str, start: int, end: int) -> Label:
    """The label ``text[start:end]`` of the normal text."""
    if end - start > _LONGEST:
        return Label("other")
    words = _BLANKS.sub("", text[start:end])
    bare = _IN_BRACKETS.sub("", words).partition("/")[0].rstrip("：")
    per = _rate(words)
    if _NUMBER.fullmatch(bare):
        return Label("number")
    money = _money_unit(words)
    if _NO_GIFT.search(bare):
        return Label("stock")
    if money is not None or (_SUM.search(bare) and not _NO_SUM.search(bare)):
        return Label("sum", money, per, in_kind=re.search("价值|折价|市值", bare) is not None)
    if is_stock(bare):
        return Label("stock")
    counted = _counted(words, bare)
    if counted is None:
        return Label(_kind(bare), None, per)
    unit, noun = counted
    named = noun and not _MEASURE.fullmatch(noun) and not _NO_NOUN.fullmatch(noun)
    return Label("count", unit, per, _place(text, start, end, noun) if named else None)


def is_stock(words: str) -> bool:
    """Whether a label stands beside what is there already (在校生数, 现有教师)."""
    return _STOCK.search(words) is not None and (_PROMISED.search(words) is None or re.search("现有|原有", words) is not None)


def _counted(words: str, bare: str) -> tuple[str | None, str] | None:
    """A label of counts, by its own word (次数) or by the measure word in its brackets (送教（节）): unit and noun."""
    if _NO_COUNT.search(bare):
        return None
    own = _COUNTED.fullmatch(_RATED.sub("", bare))
    named = _unit_of(words)
    if own is None:
        return (named, _RATED.sub("", bare)) if named else None
    unit = named or own["unit"] or _ALONE.get(own["alone"], own["alone"]) or ("名" if own["people"] is not None else None)
    return unit, own["noun"] or own["people"] or own["things"] or ""


_RATED = re.compile(r"每?(?:个)?(?:学期|学年|年度?|季度|月|周)(?:的)?(?=[一-龥])|^(?:计划|预计|不少于|至少|拟|约定|目标|最低|总)")


def _place(text: str, start: int, end: int, noun: str) -> tuple[int, int] | None:
    at = text.find(noun, start, end)
    return (at, at + len(noun)) if at >= 0 else None


def _kind(bare: str) -> LabelKind:
    if _PERIOD.fullmatch(bare):
        return "period"
    if _MEASURE_COLUMN.fullmatch(bare):
        return "measure"
    if _PURPOSE.fullmatch(bare):
        return "purpose"
    if _RATE.fullmatch(bare):
        return "rate"
    if _WHAT.fullmatch(bare):
        return "what"
    return "time" if _WHEN.fullmatch(bare) else "other"


def _outside(words: str) -> list[str]:
    """What may be a unit: the words in brackets, those behind a slash, and the label as a whole with its slash."""
    found = [match["words"].removeprefix("单位：") for match in _IN_BRACKETS.finditer(words)]
    before, slash, behind = words.partition("/")
    if slash and "（" not in before:
        found += [words] if re.fullmatch(_TIME, behind) else [words, behind]
    return found


def _unit_of(words: str) -> str | None:
    """次 of 次数（次/学期）, of 次/学期 and of （次）; None where no measure word stands apart."""
    for piece in _outside(words):
        match = _MEASURE.fullmatch(piece)
        if match:
            return unit_name(match["unit"])
    return None


def _money_unit(words: str) -> str | None:
    for piece in _outside(words):
        match = _MONEY_UNIT.fullmatch(piece)
        if match:
            return match["unit"]
    return None


def _rate(words: str) -> Rate | None:
    """The rate that a label states: 每学期次数, 次/学期, 元/人·年, 次数（每学期）."""
    for piece in _outside(words):
        match = _MEASURE.fullmatch(piece) or _MONEY_UNIT.fullmatch(piece)
        if match:
            behind = governing((), piece, match.start("unit"), match.end("unit"))
            if behind is not None:
                return behind
    found = tuple(find_rates(words, 0, len(words)))
    return governing(found, words, len(words), len(words))


def unit_stated(words: str) -> str | None:
    """万元 of （单位：万元）, 次 of 单位：次: the unit that a line above a table gives its figures."""
    match = _UNIT_IS.search(_BLANKS.sub("", words))
    if match is None:
        return None
    unit = _MONEY_UNIT.fullmatch(match["words"]) or _MEASURE.fullmatch(match["words"])
    return match["words"] if unit else None


def is_measure(words: str) -> bool:
    """Whether a cell is a measure word and nothing else (台 in a column of units)."""
    return re.fullmatch(UNIT, words) is not None


def is_money_unit(words: str) -> bool:
    """Whether words are a unit of money (万元)."""
    return _MONEY_UNIT.fullmatch(words) is not None
