"""Whether an agreement says what follows when it is broken or when its parties disagree.

Reads::

    违约责任；任何一方不履行本协议的，应承担相应责任     found
    发生争议的，协商解决，协商不成的报请主管部门裁定     found
    乙方擅自改变用途的，甲方有权收回                     found

Leaves alone::

    主体责任、安全责任、甲方责任、责任书                 what a party has to do
    协商解决未尽事宜；不合格的予以通报批评               no breach and no dispute
    期满自行终止；经协商一致可以解除                     an end without a breach
    化解学生之间的矛盾纠纷                               other people's disputes
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from extractors.case import Case
from extractors.text.passage import Stretch
from extractors.text.titles import find_titles
from extractors.text.unbroken import find_unbroken
from schemas.required import FieldState

_PACT = r"(?:协议|合同|责任书|协定|备忘录|约定|条款|承诺|义务|契约|诺言)"
_SETTLED = r"(?:协商|解决|调解|协调|仲裁|诉讼|起诉|法院|裁决|裁定|处理|商议|解释)"
_OPENS = r"(?:履行|执行|实施|合作|共建|协议|合同|双方|各方|三方|两校|[甲乙丙AB]方|之间)"
_ADVERB = r"(?:能够?|认真|全面|严格|完全|及时|正当|依约|按时|按期|按约|切实|有效|正确|如期|如约|按[^，。；\n]{1,6}){0,2}"
_ANSWERED = r"(?:责任|赔|追究|追责|解除|终止|中止|扣[减除发]|通报|整改|约谈|催告|提请|报请|有权|承担|处理|处罚|取消|收回|返还|后果|限期|督促|批评|问责|处分|惩处)"
_REMEDY = (
    r"(?:解除|终止|中止|收回|追回|返还|退还|退回|拒付|拒绝(?:支付|拨付)|责令|赔|滞纳金|扣[减除发]"
    r"|(?:取消|撤销|停止|退出)[^。，；\n]{0,10}(?:资格|协议|合同|合作|帮扶|资助|关系|拨付|支付|捐赠|托管))"
)
_CLAUSE = re.compile(
    "|".join(
        (
            r"违约|(?<!不)违者|守约方|毁约|悔约|背约|失约|过错方|责任方(?=[承赔负])|滞纳金|罚息",
            rf"(?<!不得)(?<!不可)(?<!不能)(?<!避免)(?:违反|违背|背离)[^，。；\n]{{0,16}}{_PACT}",
            r"(?<!不)方[^。；，\n]{0,6}(?<!不得)(?<!不可)(?<!不能)(?:违反|违背)(?=[，的者均须应要])",
            # 不履行、不遵守的；未完成任务的，追究……
            rf"(?:不|未|拒不|拒绝|怠于|没有|无法|未能|不能|无力){_ADVERB}(?:履行|履约|遵守)(?![^。；\n]{{0,40}}协商(?:变更|解除|终止|调整|延期))[^，。；\n]{{0,30}}(?:的[，：]|者|时，|，[^。；\n]{{0,40}}{_ANSWERED})",
            rf"(?:不|未|拒不|拒绝|没有|无法|未能|不能){_ADVERB}(?:执行|完成|落实|兑现|派出|支付|拨付)[^，。；\n]{{0,30}}，[^。；\n]{{0,40}}{_ANSWERED}",
            rf"(?:不|未|未能|没有)(?:按照?|依照?|遵照)[^，。；\n]{{0,20}}{_PACT}",
            rf"(?:不|未|未能|没有)按[^。；\n]{{0,30}}(?:有权|可以?)[^。；\n]{{0,16}}{_REMEDY}",
            # 争议、纠纷、分歧
            r"(?<!无)(?<!没有)(?<!有)争议(?!性|话题|问题的讨论|较大|的(?:话题|题目|课题|问题))|争端|争执|有争议(?=[，的时]|由|可)",
            rf"{_OPENS}[^。；\n]{{0,24}}(?:纠纷|分歧|异议|歧义|矛盾)[^。；\n]{{0,30}}{_SETTLED}",
            rf"(?:发生|产生|出现|如有|若有|遇有|引起|引发)(?:的|任何|意见|一切){{0,2}}(?:纠纷|分歧|异议|歧义|意见不一)[^。；\n]{{0,30}}{_SETTLED}",
            r"意见(?:不一致?|不统一|相左|发生分歧|有分歧)[^。；\n]{0,24}(?:协商|协调|裁|决定)",
            r"仲裁|诉讼|起诉|(?:人民)?法院(?:解决|裁决|裁判|管辖|判决|处理|提起)|向[^，。；\n]{0,20}法院|(?:法律|司法)(?:途径|程序|手段)|诉诸|依法(?:解决|裁决|维权)",
            r"协商(?:不成|未果|无果|不一致|不能|不了|达不成)|达不成(?:一致|协议|共识)|不能达成(?:一致|协议|共识)|调解(?:不成|无效|未果)",
            rf"(?:履行|执行|实施)(?:本?{_PACT}书?)?(?:的)?(?:过程)?[中内期间]{{0,2}}[^。；，\n]{{0,12}}(?:如|若|出现|发生|遇|遇到|产生|有)(?:其他|其它|任何|的)?(?:问题|情况|困难)[^。；\n]{{0,24}}(?:协商|协调|裁|仲)",
            # 赔偿、责任的承担
            r"(?<!保险)(?<!理)(?<!医疗)赔偿(?!金?保险)|赔付损失|(?:损失|后果)[^。；\n]{0,14}(?:承担|负责|自负|赔)|承担[^。；，\n]{0,14}(?:后果|损失)|(?:责任|后果)自负",
            r"(?:不可抗力|政策(?:调整|变化)|意外)[^。；\n]{0,40}(?:不承担|不负|免除|互不|免于|免责)",
            r"(?:不再|互不|均不|概不|不|免予|免除)(?:承担|负|追究)[^，。；\n]{0,10}责任",
            rf"(?:擅自|无故|无正当理由|单方面?|违规|挪用|截留|挤占|虚报|弄虚作假|侵占|逾期|不符合|未经|不按)[^。\n]{{0,50}}(?:有权|可以?|应当?|须|得|将|予以|由|，|并)[^。，；\n]{{0,16}}{_REMEDY}",
            r"(?:不合格|不达标|严重|未达到?)[^。\n]{0,50}(?:有权|可以?|应当?|须|得|将|予以|由)[^。，；\n]{0,16}(?:解除|终止|中止|收回|追回|返还|退还|停止[^。，；\n]{0,6}(?:拨付|资助|捐赠|支付))",
        )
    )
)
_BREACH = re.compile(
    rf"(?:不|未|拒不|拒绝|没有|未能|不能){_ADVERB}(?:履行|履约|遵守)[^。；\n]{{0,40}}的，[^。；\n]{{0,30}}(?:应|须|负责|承担|有权)"
    rf"|{_OPENS}[^。；\n]{{0,24}}(?:争议|纠纷|分歧)[^。；\n]{{0,40}}{_SETTLED}"
)
"""A breach or a dispute as it is said at length: looked for where a line ends in the middle of it."""
_ANSWERS = re.compile(
    r"(?:承担|负)(?:由此|法律|赔偿|连带|民事|行政|相应的?(?=责任|法律|经济|赔偿|民事|后果))[^，。；\n]{0,14}责任|(?:追究|追责|问责)[^，。；\n]{0,20}责任|责任追究|依[法规纪]{1,2}追责|追究(?!制)"
)
_ANSWERS_IF_BROKEN = re.compile(r"(?:承担|负)(?:相应|相关|全部|一切|经济|主要)[^，。；\n]{0,14}责任")
"""Who answers for something: for the pupils' safety on the way, that is no breach."""
_SAFETY = re.compile(r"安全|事故|伤害|意外|保险|交通")
_BROKEN = re.compile(r"违|不履行|未履行|未完成|未尽|擅自|过错|过失|造成|不力|失职|渎职|挪用|截留|弄虚作假|不良影响")
_BEFORE = 16
_OTHERS = re.compile(
    r"(?:化解|调处|排查|处理|处置|预防|防范|减少|避免|学生|家校|师生|同学|家长|校园|邻里|医患|婚姻|家庭|信访)[^，。；\n]{0,8}(?:纠纷|矛盾|分歧|争议|诉讼|仲裁)"
)


def find_state(case: Case) -> Iterator[FieldState]:
    """One state, of the whole agreement."""
    places = chain((Stretch(*match.span()) for match in _clauses(case)), find_unbroken(case.passage, _BREACH))
    found = next(places, None)
    if found is None:
        yield FieldState(field="liability", state="not-stated")
    else:
        yield FieldState(field="liability", state="found", span=case.passage.span(found.start, found.end))


def _clauses(case: Case) -> Iterator[re.Match[str]]:
    passage = case.passage
    titles = find_titles(passage.text, passage.start, passage.end)
    for match in passage.search(_CLAUSE):
        low = max(passage.sentence_at(match.start()).start, match.start() - _BEFORE)
        if not titles.cover(match.start()) and not _OTHERS.search(passage.text[low : match.end()]):
            yield match
    for pattern, alone in ((_ANSWERS, True), (_ANSWERS_IF_BROKEN, False)):
        for match in passage.search(pattern):
            sentence = passage.words(passage.sentence_at(match.start()))
            if not titles.cover(match.start()) and (_BROKEN.search(sentence) or (alone and not _SAFETY.search(sentence))):
                yield match
