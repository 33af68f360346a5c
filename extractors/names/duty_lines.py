"""What stands around the duties of an agreement and is none: labels, signature lines, principles, and the lines that head other sections.

Reads::

    甲方负责人：文岚, （公章）, 签订日期：2023.8.30           a label, a signature line
    坚持立德树人，推动资源共享                               a principle
    违约处理, 经费与物资                                     a line that heads a section

Leaves alone::

    负责日常管理, 加强教学管理, 甲方应坚持每月送教             duties
"""

from __future__ import annotations

import re

LABEL = re.compile(
    r"[的单位]*(?:主要|法定|授权|项目|活动)?(?:负责人|责任人|代表人?|法人(?:代表)?|联系人|联络人|经办人|签[字名章约]人?|校长|园长|局长|院长|理事长|书记)?"
    r"(?:签[字名章])?[的]?(?:电话|地址|邮编|开户行?|账号|户名|日期|时间|单位|全称|名称|公章)?"
    r"(?:签[字名章])?(?:日期|时间|电话)?(?:（[^（）]{0,12}）)?[ ]*"
)
"""甲方负责人：…"""
SIGNS = re.compile(
    r"（(?:单位|学校)?(?:盖|公|签|印)?章）|（签[字名章]）|(?:负责人|代表人?|法人|[校园局院]长)(?:签[字名章])?："
    r"|(?<![一-龥])(?:(?:党总支|党支部|党委)?(?:副?书记|副?[校园局院]长|主任|经理|总裁|理事长|秘书长)|(?:签[订署约字]|落款)?(?:日期|时间|地点)|签[字名章]人?)[ ]?："
    r"|^\|[^|]*(?:盖章|签[字名章]|公章|代表|日期)[^|]*\|"
)
PRINCIPLE = re.compile(r"[ ]*(?:坚持(?!做|每)|力争|通过|以[^，。；]{2,16}为)")
"""坚持立德树人，推动资源共享: a sentence that says why or by what principle, unless it names who."""
SECTION = re.compile(
    r"(?!加强|做好|负责|开展|提供|组织|落实|完成|配合|参[加与]|承担|建立|安排|实施|协助|支持|强化|规范|健全|完善|抓好|注重|保证|确保|制[定订]|进行)"
    r"[一-龥、]{0,10}(?:期限|周期|时间|时限|目标|原则|内容|措施|项目|方式|经费|费用|资金|物资|财产|保障|考核|评价|评估|督导|管理|追究|违约|争议|纠纷|解决|处理|保密|安全|变更|解除|终止|生效|效力"
    r"|附[ ]{0,2}则|其[他它]|事[项宜]|条款|份数|文本|条件|要求|约定|说明|义务|责任|任务|职责|机制|联络|附件|归属|领导"
    r"|(?:经费|资金|费用|物资|具体|有关|其他|时间|工作|活动)(?:支持|投入|来源|使用|安排))[：]?"
)
OTHER_SECTION = re.compile(rf"(?:[◆■●▲★◇□○·•*][ ]?)?(?:{SECTION.pattern}$|〔{SECTION.pattern}〕)", re.MULTILINE)
"""A line that heads a section of its own, without a number; behind a bracket (〔资金支持〕设立…) its text may follow."""
