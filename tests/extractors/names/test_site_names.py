"""The site's own name."""

from __future__ import annotations

import pytest

from extractors.names.site_names import site_name
from tests.linear import LIMIT, growth

TITLE = "我校赴柳树乡中心小学送教"
READS: list[tuple[str, dict[str, str], list[str], str, str]] = [
    ("a meta tag", {"SiteName": "青石县教育局", "title": "青石教育网"}, [], "", "青石县教育局"),
    ("a channel", {"ChannelTitle": "青石县教育局-工作动态"}, [], "", "青石县教育局"),
    ("a channel without a site", {"ChannelTitle": "工作动态"}, [], "", "工作动态"),
    ("the window's end", {"title": f"{TITLE}-青石县第一小学"}, [], "", "青石县第一小学"),
    ("the window's beginning", {"title": "青石县教育局 基层动态 送教"}, [], "", "青石县教育局"),
    ("what the page says elsewhere", {"title": "青石县第一小学_青石教育网_送教"}, [], "版权所有：青石县第一小学", "青石县第一小学"),
    ("a line above", {}, ["平川县教育局", "首页 新闻"], "", "平川县教育局"),
    ("the way to the page", {}, ["兵团教育在线 > 援疆动态 > 正文"], "", "兵团教育在线"),
    ("the way behind its label", {}, ["您现在的位置：青石教育网 >> 新闻 >> 正文"], "", "青石教育网"),
    ("copyright", {}, ["首页 > 新闻"], "版权所有：赣南教育信息网 备案号：00000000号", "赣南教育信息网"),
    ("copyright behind the name", {}, [], "Copyright © 2010-2023 沙河子市第六中学 版权所有", "沙河子市第六中学"),
    ("the host", {}, [], "主办单位：平川县教育局 地址：平川县府前路18号", "平川县教育局"),
]
LEAVES_ALONE: list[tuple[str, dict[str, str], list[str], str]] = [
    ("nothing", {}, [], ""),
    ("the article's title", {"title": TITLE}, [], ""),
    ("parts of a site", {"title": "新闻中心"}, ["首页", "新闻动态", "正文", "今天是2024年11月20日"], ""),
    ("a sentence", {}, ["9月1日，我校教师来到柳树乡中心小学。"], "9月1日，教师来到柳树乡中心小学。"),
    ("neighbours", {}, ["首页 > 新闻 > 正文"], "上一篇：青石县教育局召开会议\n下一篇：青石县第一小学运动会"),
    ("the reader's day", {}, ["今天是2024年11月20日 欢迎访问青石教育网"], ""),
]


@pytest.mark.parametrize(("metadata", "above", "below", "name"), [row[1:] for row in READS], ids=[row[0] for row in READS])
def test_reads(metadata: dict[str, str], above: list[str], below: str, name: str) -> None:
    assert site_name(metadata, above, below, TITLE) == name


@pytest.mark.parametrize(("metadata", "above", "below"), [row[1:] for row in LEAVES_ALONE], ids=[row[0] for row in LEAVES_ALONE])
def test_leaves_alone(metadata: dict[str, str], above: list[str], below: str) -> None:
    assert site_name(metadata, above, below, TITLE) is None


@pytest.mark.parametrize("piece", ["网", "版权所有：", "主办：青", "©", "青石", " ", ">"])
def test_long_runs_are_quick(piece: str) -> None:
    assert growth(lambda text: site_name({"title": text}, [text], text, ""), lambda size: piece * (size // len(piece))) <= LIMIT
