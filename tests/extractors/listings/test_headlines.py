"""Headlines: plain, whole, and no buttons."""

from __future__ import annotations

import pytest

from extractors.listings.headlines import headline, is_headline, plain

WHOLE = "鹿港区教育局召开结对帮扶座谈会"

PLAIN = {
    "<b>两校</b>签约 &amp; 揭牌": "两校签约 & 揭牌",
    "&lt;font color=red&gt;两校签约&lt;/font&gt;": "两校签约",
    "<script>alert(1)</script>两校签约": "两校签约",
    " 两校\n\t签约　揭牌 ": "两校 签约 揭牌",
    "· 两校签约": "两校签约",
    "[置顶] 两校签约": "两校签约",
    "【置顶】两校签约": "两校签约",
    "两校\u200b签约\u202e": "两校签约",
    "成绩 A<B 吗": "成绩 A<B 吗",
    "“手拉手”活动": "“手拉手”活动",
    "（转载）两校签约": "（转载）两校签约",
    "": "",
}
HEADLINES: dict[str, tuple[list[str], str, str]] = {
    "cut": (["鹿港区教育局召开结…"], WHOLE, WHOLE),
    "cut with points": (["鹿港区教育局召开结..."], WHOLE, WHOLE),
    "cut, with a column before it": (["[基层]鹿港区教育局召开…"], WHOLE, WHOLE),
    "whole, title and all": ([WHOLE], WHOLE, WHOLE),
    "blanks inside": (["鹿港区 教育局召开…"], WHOLE, WHOLE),
    "a picture": ([], WHOLE, WHOLE),
    "a button": (["详细>>"], WHOLE, WHOLE),
    "a title that is a button's": ([WHOLE], "点击查看", WHOLE),
    "a title of something else": ([WHOLE], "鹿港区教育局门户网站", WHOLE),
    "a title with more behind it": ([WHOLE], f"{WHOLE} 发布时间：2024-05-01", f"{WHOLE} 发布时间：2024-05-01"),
    "a card": ([WHOLE, "近日，两地老师相聚一堂，共话教育，收获很多。"], "", WHOLE),
    "a card with its column's name": (["通知公告", WHOLE, "近日，两地老师相聚一堂，共话教育，收获很多。"], "", WHOLE),
    "a card with a title": (["通知公告", "鹿港区教育局召开…", "近日……"], WHOLE, WHOLE),
    "a short one": (["放假通知"], "", "放假通知"),
    "nothing": ([], "", ""),
}
BUTTONS = [
    "更多",
    "更多>>",
    "more",
    "MORE+",
    "[详细]",
    "查看详情",
    "首页",
    "上一页",
    "下一页",
    "尾页",
    "末 页",
    "1",
    "23",
    "第2页",
    ">>",
    "…",
    "返回顶部",
    "阅读全文",
    "",
]
NO_BUTTONS = [
    "更多学校加入结对帮扶",
    "首页改版公告",
    "1名教师支教",
    "第2批名单公示",
    "下一步工作安排",
    "查看成绩须知",
    "全文发布：实施方案",
    "More teachers",
]


@pytest.mark.parametrize(("words", "text"), PLAIN.items())
def test_plain(words: str, text: str) -> None:
    assert plain(words) == text


@pytest.mark.parametrize(("shown", "told", "whole"), HEADLINES.values(), ids=HEADLINES)
def test_headlines(shown: list[str], told: str, whole: str) -> None:
    assert headline(shown, told) == whole


@pytest.mark.parametrize("words", BUTTONS)
def test_buttons(words: str) -> None:
    assert not is_headline(words)


@pytest.mark.parametrize("words", NO_BUTTONS)
def test_headlines_that_begin_like_buttons(words: str) -> None:
    assert is_headline(words)
