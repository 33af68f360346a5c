"""Whether an agreement says what happens with what it does not cover.

Reads::

    未尽事宜，由双方协商解决；其他事项另行商定           found
    本协议没有约定的，按国家有关规定执行                 found
    需要变更的，双方协商一致后签订补充协议               found

Leaves alone::

    未尽到管理职责的，追究责任                           a duty, not a matter left open
    续约事宜、送教时间另行商定                           one matter alone
    履行中发生争议的，协商解决                           a dispute
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

_SETTLED = r"协商|商定|商议|商量|商谈|磋商|洽商|商榷|议定|约定|补充|另议|再议|另定|另行|沟通|研究|办理|执行|解决|确定|处理|决定"
_PACT = r"(?:协议书?|合同|责任书|协定|备忘录|意向书|约定|条款)"
_MATTER = r"(?:事宜|事项|事务|事情|问题|内容|情况|情形|之处|条款)"
_COVERED = (
    r"(?:约定|规定|涉及|涵盖|包含|包括|提及|提到|列明|列入(?=本|协议|合同)|列出|列举|载明|说明|明确|写明|写入|述及|写到|规范"
    r"|列(?=[的之，事])|详(?!细)|及(?=[事之]))"
)
_LEFT_OUT = rf"(?:未|没有|没|尚无|无)(?:予|作|做|作出|能|曾|有|尽|具体|明确|详细|一一){{0,2}}{_COVERED}(?:到|清楚|周全|齐全)?"
_STAFF = "联络员|联系人|联络人|经办人|工作专班|教研组|备课组"
"""未明确的细节由联络员商定: how an activity is arranged, not what the agreement leaves open."""
_CLAUSE = re.compile(
    "|".join(
        (
            # 未尽事宜, 未尽之处; but not 未尽到职责
            r"[未末]尽(?!到|其|心|力|[^，。；]{0,6}(?:义务|职责|责任|本分|之责|责(?=[的任，。者])|孝|告知|注意|监护|管理|勤勉|所能))|[未末]竟[事之]|不尽事[宜项]|未了事[宜项]",
            # 本协议没有约定的, 未涉及的内容由双方协商
            rf"{_LEFT_OUT}(?:的|之|处|者|，|[^，。；]{{0,8}}(?:{_MATTER}|的))(?:(?!{_STAFF})[^。；\n]){{0,40}}(?:{_SETTLED})",
            # 其他事项另行协商; 其余问题由双方商定
            rf"(?<![及和与、等])(?:其他|其它|其余|另外的?|别的|遗漏的?|遗留的?|余下的?)(?:有关|相关|具体|合作|协作|共建|帮扶|结对|一切|任何|[^，。；：\n]{{0,6}}的)?{_MATTER}[^。；\n]{{0,24}}(?:{_SETTLED})",
            rf"(?:^|(?<=[。；，：、.）)]))[ ]?(?:(?:具体|有关|相关){_MATTER}|细节|具体细节)[^。；\n，]{{0,8}}，?(?:(?!{_STAFF})[^。；\n，]){{0,10}}(?:协商|商定|商议|议定|另行约定|另行)",
            # 不足之处, 不完善之处
            rf"(?:不足|不完善|不完备|不周全?|不妥|不详|不明|疏漏|缺漏|遗漏|不全|不尽)(?:的地方|之处|处|的)[^。；\n]{{0,24}}(?:{_SETTLED}|完善|修订|修改)",
            r"(?:遗漏|疏漏|缺漏|疏忽)[^。；\n]{0,16}(?:补充|协商|商定|完善)",
            # 协议以外的事项
            rf"超出(?:了)?[^，。；\n]{{0,6}}{_PACT}[^。；\n]{{0,24}}(?:{_SETTLED}|签)",
            rf"(?:{_PACT}|上述|以上|前述)(?:内容|约定|范围|所列|规定|[0-9一二三四五六七八九十]{{1,2}}条){{0,2}}(?:之外|以外|外)(?:的|，|由|其他|如)?[^。；\n]{{0,24}}(?:{_SETTLED})",
            # 签订补充协议; 补充协议与本协议具有同等效力
            r"(?:签订|签署|订立|另订|另立|另签|达成|制定|制订|形成|商签|续签|签|订|作出|做出|作|增加|增补|追加|拟定|补签|以)[^，。；\n]{0,10}(?:补充(?:性|的)?(?:协议|约定|条款|合同|规定|意见|说明|文件))|另行?[^，。；\n]{0,6}备忘录",
            r"补充(?:性)?(?:协议|约定|条款|合同|规定|文件)[^。；\n]{0,16}(?:同等|组成部分|效力|有效)",
            # 本协议的修改和补充
            rf"(?:{_PACT}|未尽)[^。；\n]{{0,20}}(?:(?:修改|变更|修订|调整|完善|增减|更改)(?:、|和|或|与|及|以及|并)?(?:补充|增补)|补充(?:、|和|或|与|及|以及|并)?(?:修改|变更|修订|完善|调整))",
            rf"{_PACT}[^。；\n]{{0,16}}(?:需要?|须|可以?|应|予以|有待)[^。；，\n]{{0,4}}(?:补充|增补|补订)",
            r"(?:经|由|可|双方|各方)[^。；\n]{0,12}(?:协商|商定)[^。；\n]{0,10}(?:补充|增补)(?![教图设师人资材物]|完善[规制教])",
            # 履行中如遇新情况、新问题
            r"(?:履行|执行|实施|合作|共建|帮扶|结对|协作)(?:本?协议|本合同|本责任书)?(?:的)?(?:过程|期间|期限)?[中内]?[^。；\n]{0,12}(?:新(?:的)?(?:情况|问题|事项)|未(?:预见|预料)|不可预[见料]|(?:如|若|出现|发生|遇到?|有)(?:其他|其它|任何)?(?:问题|情况|事项|事宜))[^。；\n]{0,24}(?:协商|商定|商议|研究|补充)",
        )
    ),
    re.MULTILINE,
)


def find_state(case: Case) -> Iterator[FieldState]:
    """One state, of the whole agreement."""
    passage = case.passage
    titles = find_titles(passage.text, passage.start, passage.end)
    places = chain((Stretch(*match.span()) for match in passage.search(_CLAUSE)), find_unbroken(passage, _CLAUSE))
    found = next((place for place in places if not titles.cover(place.start)), None)
    if found is None:
        yield FieldState(field="supplement", state="not-stated")
    else:
        yield FieldState(field="supplement", state="found", span=passage.span(found.start, found.end))
