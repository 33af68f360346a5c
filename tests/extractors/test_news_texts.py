"""News as plain text with what pages leave around it: where the article begins and ends, and where it was published."""

from __future__ import annotations

import pytest

from extractors import read_text
from tests.formats.news_pages import PARAGRAPHS, TITLE

BODY = "\n".join(PARAGRAPHS)
DAY = "2023-07-17"
INFO = f"发布时间：{DAY} 来源：青石日报"
DAILY = ("青石日报", None, DAY)
LAST = PARAGRAPHS[-1]
Told = tuple[str | None, str | None, str | None]
# title, press, the document's last line
READS: dict[str, tuple[str, str | None, Told, str]] = {
    "the way to the page repeats the title": (f"首页 > 新闻动态 > {TITLE}\n{TITLE}\n{INFO}\n{BODY}\n", TITLE, DAILY, LAST),
    "a subtitle": (
        f"{TITLE}\n——青石县第一小学结对帮扶侧记\n{DAY} 16:05 来源：青石日报 记者：李沐阳\n{BODY}\n",
        TITLE,
        ("青石日报", "李沐阳", DAY),
        LAST,
    ),
    "the line above the title": (f"青石教育网\n{DAY} 来源：青石日报\n{TITLE}\n{BODY}\n", TITLE, DAILY, LAST),
    "headlines with days above": (
        f"青石县教育局\n热点新闻\n我县召开推进会 2023-06-01\n县教育局开展调研 2023-06-02\n实验小学获奖 2023-06-03\n{TITLE}\n{INFO}\n{BODY}\n",
        TITLE,
        DAILY,
        LAST,
    ),
    "comments below": (
        f"{TITLE}\n{INFO}\n{BODY}\n责任编辑：石可风\n0条评论\n我来说两句\n登录后发表评论\n",
        TITLE,
        DAILY,
        "责任编辑：石可风",
    ),
    "sharing below": (f"{TITLE}\n{INFO}\n{BODY}\n编辑：石可风\n下载客户端\n微博 微信 QQ\n", TITLE, DAILY, "编辑：石可风"),
    "an address below": (f"{TITLE}\n{INFO}\n{BODY}\n地址：青石县府前路6号 邮编：000000\n青公网安备 00000000000000号\n", TITLE, DAILY, LAST),
    "links below": (f"{TITLE}\n{INFO}\n{BODY}\n友情链接\n教育部 省教育厅\n您是第 123456 位访问者\n", TITLE, DAILY, LAST),
    "buttons above": (f"打印本页 关闭窗口\n{TITLE}\n{INFO}\n{BODY}\n", TITLE, DAILY, LAST),
    "no title": (f"{DAY} 来源：青石日报\n{BODY}\n", None, DAILY, LAST),
    "a newspaper": (
        f"青石日报\n2023年7月17日 星期一 第3版 教育\n{TITLE}\n本报记者 李沐阳\n{BODY}\n",
        TITLE,
        (None, "李沐阳", DAY),
        LAST,
    ),
    "a newspaper on one line": (
        f"青石日报 2023年07月17日 第03版：教育周刊\n{TITLE}\n□ 本报记者 李沐阳 通讯员 王小芳\n{BODY}\n",
        TITLE,
        (None, "李沐阳 王小芳", DAY),
        LAST,
    ),
    "counters in words": (f"{TITLE}\n青石教育 {DAY} 10:20\n1.2万阅读 · 356点赞 · 20评论\n{BODY}\n", TITLE, (None, None, DAY), LAST),
    "Markdown": (f"# {TITLE}\n\n> {INFO}　作者：李沐阳\n\n{BODY}\n", TITLE, ("青石日报", "李沐阳", DAY), LAST),
    "bold labels": (f"**{TITLE}**\n\n**来源：** 青石日报 **发布时间：** {DAY}\n\n{BODY}\n", TITLE, DAILY, LAST),
    "a day without a colon": (f"{TITLE}\n青石日报　{DAY}　作者 李沐阳\n{BODY}\n", TITLE, (None, None, DAY), LAST),
    "a short paragraph first": (f"{TITLE}\n{INFO}\n“欢迎你们！”\n{BODY}\n", TITLE, DAILY, LAST),
    "a title that speaks": (f"“老师，您再来！”——送教侧记\n{INFO}\n{BODY}\n", "“老师，您再来！”——送教侧记", DAILY, LAST),
    "a title that asks": (f"山里的课堂如何变样？\n{INFO}\n{BODY}\n", "山里的课堂如何变样？", DAILY, LAST),
    "an editor's word": (f"{TITLE}\n{INFO}\n编者按：近年来，我县深入推进城乡结对，现予刊发。\n{BODY}\n", TITLE, DAILY, LAST),
    "pages": (f"{TITLE}\n{INFO}\n{BODY}\n上一页 1 2 3 下一页\n", TITLE, DAILY, LAST),
    "two outlets": (f"{TITLE}\n来源：青石日报 {DAY}\n{BODY}\n来源：青石晚报\n", TITLE, DAILY, "来源：青石晚报"),
}


@pytest.mark.parametrize("name", READS)
def test_reads(name: str) -> None:
    text, title, told, last = READS[name]
    record = read_text(text, names=False)
    (document,) = record.documents
    assert (document.kind, document.title) == ("news", title)
    assert document.press is not None
    press = document.press
    assert (press.outlet, press.author, press.published.edtf if press.published else None) == told
    inside = record.text[document.span.start : document.span.end]
    assert inside.split("\n")[-1] == last
    assert [quota.span.text for quota in document.quotas] == ["12名骨干教师", "示范课4节", "60余名教师", "送教不少于2次", "图书300册"]


LEAVES_ALONE = {
    "an agreement's address": "结对帮扶协议书\n甲方：青石县第一小学\n乙方：柳树乡中心小学\n双方经协商，达成如下协议：\n一、甲方每学期送教2次。\n"
    "甲方（盖章）：\n乙方（盖章）：\n地址：青石县府前路6号 邮编：000000 电话：0000-8123456\n2023年9月1日\n",
    "the hosts in the middle": f"{TITLE}\n{INFO}\n{PARAGRAPHS[0]}\n主办单位：青石县教育局\n{PARAGRAPHS[1]}\n{PARAGRAPHS[2]}\n",
    "a label that begins a paragraph": f"{TITLE}\n{INFO}\n{PARAGRAPHS[0]}\n时间：9月5日上午。地点：柳树乡中心小学报告厅，师生60人参加。\n{PARAGRAPHS[2]}\n",
}


@pytest.mark.parametrize("text", LEAVES_ALONE.values(), ids=LEAVES_ALONE)
def test_leaves_alone(text: str) -> None:
    record = read_text(text, names=False)
    (document,) = record.documents
    assert record.text[document.span.start : document.span.end] == text.strip()


@pytest.mark.parametrize(
    "line", ["发布时间：2023-12-01 来源：青石一中 浏览次数：87次", "发布时间：2023-12-01　来源：青石县教育局　阅读 1263 次"]
)
@pytest.mark.parametrize(
    "paper",
    [
        "2023年结对帮扶工作总结\n{line}\n一年来，我校扎实开展结对帮扶，现将工作情况总结如下：\n一、送课36节。\n",
        "城乡学校结对帮扶工作方案\n{line}\n为推进城乡教育均衡发展，特制定本方案。\n一、全年送课36节。\n",
        "结对帮扶协议书\n{line}\n甲方：青石县第一小学\n乙方：柳树乡中心小学\n双方经协商，达成如下协议：\n一、甲方送课36节。\n",
    ],
)
def test_the_line_under_other_papers_counts_nothing(paper: str, line: str) -> None:
    (document,) = read_text(paper.format(line=line), names=False).documents
    assert document.press is None
    assert [quota.span.text for quota in document.quotas] == ["送课36节"]
    assert "2023-12-01" not in [date.edtf for date in document.dates]
