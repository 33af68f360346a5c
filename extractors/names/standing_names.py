"""How an organisation's name stands in a sentence: as a superior body, as an outsider, by itself.

Reads::

    石桥镇中心校负责活动期间的协调                a superior body
    云溪市第二小学已由其他学校结对                an outsider

Leaves alone::

    云溪市第二小学、云溪市实验中学可以旁听        others that are let in
"""

from __future__ import annotations

import re

from extractors.text.passage import Passage

_SUPERIOR = re.compile(r"(?:报请?|呈报|交|送|向|抄送|抄报|隶属|隶属于|归|听从|请示)\Z")
_SUPERIOR_AFTER = re.compile(
    r"同意|批准|备案|审核|审批|存档|各?执|各?存|各?持|负责人|(?:的|统一)?(?:领导|指导|管理|统筹|协调|监督|考核|检查|督导|督查|评估|调配|部署|验收|审定|监管)下?"
    r"|(?:负责|予以|给予|进行|做好|承担)[^，。；\n]{0,12}?(?:协调|监督|督促|督导|指导|统筹|管理|考核|检查)"
)
_OUTSIDER_AFTER = re.compile(
    r"等(?:邻近|周边|其他|兄弟|附近)|(?:等[^，。；\n]{0,6})?(?:已由|已与|已同|已和|另与|另由|不属于?|不在|不是|不作为|并非|不承担|未参加)"
    r"|[^，。；\n]{0,16}[，]?(?:不是本协议|不承担本协议|不属于本协议|不在本协议|不作为本协议|不受本协议)"
)
_OUTSIDER_BEFORE = re.compile(r"(?:邻近的|周边的|邀请|欢迎|类似于?|参照|借鉴|如)\Z")
_OUTSIDER_REST = re.compile(
    r"[^。；\n]{0,40}?(?:不承担本|不是本|并非本|不属于?本|不在本|不作为本|不受本)(?:协议|合同|责任书|次|备忘录|意向书|约定)"
    r"|[^。；\n]{0,40}?与(?:本(?:协议|合同|责任书)|[甲乙丙双]方)[^，。；\n]{0,4}?(?:无关|没有关系|不相干|无[一-龥]{0,4}关系)"
    r"|、[^，。；：\n]{0,40}?(?:均|也|都|亦)?可以?(?:派员|派教师)?(?:旁听|参加|观摩|列席|报名)"
)
_BARE_BEFORE = re.compile(r"[，。；：、）“\n\t 与和同跟到赴在对向给为由及从]\Z|\A\Z")
_LONGER = re.compile("[生部组们路级园校]|中|小|教育|学段|阶段|集团|联盟|等(?:邻近|周边|其他|各)")


def stands_bare(passage: Passage, start: int, end: int) -> bool:
    """Whether a name without its place stands by itself: 由实验小学承办, and not 各实验小学, 市实验小学, 实验小学生."""
    return bool(_BARE_BEFORE.search(passage.text, max(0, start - 1), start)) and not _LONGER.match(passage.text, end)


def is_superior(passage: Passage, start: int, end: int, name: str) -> bool:
    """大坪乡中心学校 that a paper is sent to is the township's own school board, and no other name of its primary school."""
    if not name.endswith(("中心学校", "中心校")):
        return False
    return bool(_SUPERIOR.search(passage.text, max(0, start - 4), start) or _SUPERIOR_AFTER.match(passage.text, end))


def is_outsider(passage: Passage, start: int, end: int) -> bool:
    """Whether the sentence says that the one named is none of the parties, or one of others that may come too."""
    text = passage.text
    after = _OUTSIDER_AFTER.match(text, end) or _OUTSIDER_REST.match(text, end)
    return bool(after or _OUTSIDER_BEFORE.search(text, max(0, start - 4), start))
