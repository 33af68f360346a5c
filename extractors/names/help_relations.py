"""The words by which a sentence says that one party helps another, in a text where a character stands for each party.

Reads::

    乙方帮扶甲方, 乙方对甲方实施帮扶              乙方 helps
    乙方选派教师到甲方支教, 乙方向甲方捐赠        乙方 helps
    甲方由乙方对口帮扶, 甲方是乙方的帮扶对象      乙方 helps

Leaves alone::

    乙方对甲方的帮扶成效进行评价, 乙方向甲方提供支教教师考勤表, 乙方教师到甲方任教
"""

from __future__ import annotations

import re

FIRST = 0xE000
FILL = "\ue0ff"
MOST = 32
PARTY = f"[{chr(FIRST)}-{chr(FIRST + MOST - 1)}]{FILL}*+"
"""A party's name or role where one character has been put for it and its length is filled up."""
HELPS = r"(?:(?:对口|结对|托管|定点|精准|重点|全面)?(?:支援|帮扶|援助|扶持)|资助)"
_ITSELF = (
    r"(?![一-龥]{0,2}(?:资金|物资|款|经费|人员|教师|工作|成效|成果|情况|效果|过程|项目|评价|考核|监督|方案|计划|活动|任务|协议|队|团))"
)
"""帮扶 as what is done, and not 帮扶资金, 帮扶工作."""
_NOT_OF = r"(?!所?[派选]|支教|驻|人员|帮扶|送教|团队)"
"""乙方支援甲方, and not what belongs to 甲方 (甲方派驻教师)."""
_MODAL = r"(?:应当?|须|将|要|负责|自愿|同意|承诺|每年|每学期|每学年|继续|具体|全面|按照?协议|依据本协议|无偿|主动|每两年|(?:作为|身为)[一-龥]{2,10}，){0,3}"
_SENDS = "(?:选派|派出|选送|派遣|委派|组织|安排|派)"
_TEACHES = "(?:驻校|全职|长期|开展|进行|从事)?支教(?!的|教师|人员|团|培训|经验|总结|动员)"
_SUM = r"[^，。；、\n的]{0,10}?(?:帮扶|援助|资助|捐赠|扶持)(?:专项)?(?:资金|经费|款项?)(?=[0-9共计人（，。；每不]|[一二三四五六七八九十百壹贰叁伍拾]+万)"
BETWEEN = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?P<giver>{PARTY}){_MODAL}(?:通过[^，。；\n]{{1,12}})?{HELPS}(?P<taker>{PARTY}){_NOT_OF}",
        rf"(?P<giver>{PARTY}){_MODAL}(?:对|向|为)(?P<taker>{PARTY})(?:实施|进行|开展|给予|提供)[^，。；、\n的]{{0,8}}?{HELPS}{_ITSELF}",
        rf"(?P<giver>{PARTY}){_MODAL}(?:承担|履行|落实|做好)对(?P<taker>{PARTY})的?{HELPS}(?:任务|工作|责任|义务)",
        rf"(?P<giver>{PARTY}){_MODAL}{_SENDS}[^，。；：\n]{{1,24}}?(?:到|赴|前往|去)(?P<taker>{PARTY}){_TEACHES}",
        rf"(?P<giver>{PARTY}){_MODAL}(?:向|为|给)(?P<taker>{PARTY})(?:(?:无偿)?(?:捐赠|捐资|资助|援助)|(?:提供|拨付|支付|拨给){_SUM})",
        rf"(?P<giver>{PARTY}){_MODAL}{_SENDS}[^，。；：\n]{{0,12}}(?:骨干|优秀|名优|带头人|高级|特级)[^，。；：\n]{{1,16}}?(?:到|赴|前往|去)(?P<taker>{PARTY})(?:任教|驻校|蹲点|帮扶)(?!的)",
        rf"(?P<giver>{PARTY}){_MODAL}(?:向|为|给)(?P<taker>{PARTY})(?:派驻|选派|派出|委派|派遣|派)[^，。；：\n的]{{0,10}}支教(?:教师|老师|人员|队|团)",
        rf"(?P<giver>{PARTY}){_MODAL}(?:自愿|一次性){{0,2}}(?:捐赠|捐助|捐资)[^，。；：\n的]{{0,24}}?(?:给|予|与)(?P<taker>{PARTY})",
        rf"(?P<giver>{PARTY})对(?P<taker>{PARTY})的?{HELPS}(?:的)?(?:期限|时间|责任|任务|义务|内容|期)(?:为|是|自|从|包括|如下|共)",
        rf"(?P<giver>{PARTY})对(?P<taker>{PARTY})的?(?:{HELPS})(?:工作|活动)?，(?:切实|进一步|全面|有效|逐步|力争|最终|从而|以)?(?:使|让|促进|促使|推动|帮助|带动|实现|提[高升]|改善|缩小|增强)",
        rf"(?P<taker>{PARTY}){_MODAL}由(?P<giver>{PARTY})(?:负责|进行|实施|给予)?{HELPS}{_ITSELF}",
        rf"(?P<taker>{PARTY}){_MODAL}(?:作为|是|为|系)(?P<giver>{PARTY})的?(?:对口|结对|定点)?(?:帮扶|支援|受援|援助|资助|捐赠)对象",
        rf"(?P<taker>{PARTY}){_MODAL}接[受收](?P<giver>{PARTY})所?(?:派来|派出|选派|派驻|委派|派遣)的?[^，。；：\n]{{0,6}}支教",
        rf"(?P<taker>{PARTY}){_MODAL}(?:接受|获得|收到)(?P<giver>{PARTY})(?:的|无偿){{0,2}}(?:捐赠|捐助|捐资|赠与)",
        rf"(?P<taker>{PARTY}){_MODAL}(?:接受|受到?|获得|享受|得到)(?P<giver>{PARTY})的?(?:全面|精准|教育|长期)?{HELPS}{_ITSELF}",
    )
)
"""乙方帮扶甲方, 乙方对甲方实施帮扶, 乙方选派教师到甲方支教, 乙方向甲方捐赠, 甲方接受乙方帮扶."""
SENT_BOTH_WAYS = re.compile(rf"(?P<giver>{PARTY}){_MODAL}{_SENDS}[^，。；：\n]{{1,24}}?(?:到|赴|前往|去)(?P<taker>{PARTY}){_TEACHES}")
"""What two schools may do for each other: 甲方选派教师到乙方支教，乙方选派教师到甲方支教."""
