"""Articles of an invented education bureau: headlines, days and addresses as different content systems write them."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

TODAY = date(2024, 5, 20)
HOST = "http://jyj.lugang.example"

_WHO = (
    "鹿港区教育局 康朗县教育局 鹿港区第一小学 白石镇中心小学 柳溪中学 鹿港区教研室 云岭县一中 双桥幼儿园 区教育工会 康朗县职业学校".split()
)
_DID = (
    "召开{}座谈会 签订{}协议 启动{}工作 开展{}送教活动 组织{}专题培训 举行{}揭牌仪式 部署{}重点任务 总结{}阶段成果 赴康朗县对接{}事项 迎来{}考察团"
    " 选派教师参加{}跟岗研修 为{}项目捐赠图书 公布{}工作方案 举办{}成果展示 推进{}走深走实"
).split()
_WHAT = (
    "结对帮扶 东西部协作 校际结对 教育人才组团式帮扶 集团化办学 城乡教育共同体 课后服务 义务教育优质均衡 校园安全 师德师风 中小学阅读 学前教育 职业教育"
    " 控辍保学 心理健康 科学教育"
).split()


@dataclass(frozen=True, slots=True)
class Article:
    """An article: its whole ``address``, its ``href`` as the page writes it, its ``title`` and ``day``."""

    address: str
    href: str
    title: str
    day: date


Written = Callable[[date, int], tuple[str, str]]


def trs(day: date, number: int) -> tuple[str, str]:
    """/gzdt/202403/t20240301_1234.html, relative to /gzdt/."""
    tail = f"{day:%Y%m}/t{day:%Y%m%d}_{number}.html"
    return f"{HOST}/gzdt/{tail}", f"./{tail}"


def webplus(day: date, number: int) -> tuple[str, str]:
    """/2024/0301/c1012a3456/page.htm."""
    path = f"/{day:%Y}/{day:%m%d}/c1012a{number}/page.htm"
    return HOST + path, path


def hanweb(day: date, number: int) -> tuple[str, str]:
    """/art/2024/3/1/art_1012_3456.html."""
    path = f"/art/{day.year}/{day.month}/{day.day}/art_1012_{number}.html"
    return HOST + path, path


def vsb(_day: date, number: int) -> tuple[str, str]:
    """../info/1012/3456.htm: no day in it."""
    return f"{HOST}/info/1012/{number}.htm", f"../info/1012/{number}.htm"


def query(_day: date, number: int) -> tuple[str, str]:
    """show.asp?id=3456: no day in it."""
    return f"{HOST}/gzdt/show.asp?id={number}", f"show.asp?id={number}"


def paper(_day: date, number: int) -> tuple[str, str]:
    """A document in place of a page."""
    path = f"/files/{number}.pdf"
    return HOST + path, path


def elsewhere(_day: date, number: int) -> tuple[str, str]:
    """An article of the bureau on another host."""
    address = f"https://weixin.example/s?__biz=Mz{number}&mid={number}"
    return address, address.replace("&", "&amp;")


def make_articles(rng: random.Random, count: int, written: Written, first: int = 3000) -> list[Article]:
    """So many articles, the latest first, all of the last year, each with a headline of its own."""
    day = TODAY - timedelta(days=rng.randrange(3))
    titles: dict[str, None] = {}
    while len(titles) < count:
        titles[rng.choice(_WHO) + rng.choice(_DID).format(rng.choice(_WHAT)) + rng.choice(["", "", f"（第{rng.randrange(2, 9)}期）"])] = (
            None
        )
    made = []
    for at, title in enumerate(titles):
        address, href = written(day, first + count - at)
        made.append(Article(address, href, title, day))
        day -= timedelta(days=rng.choice([0, 1, 2, 3, 7]))
    return made


def cut(title: str, length: int = 12) -> str:
    """A headline as narrow columns show it."""
    return title if len(title) <= length else f"{title[:length]}…"


def lines(articles: Sequence[Article], line: Callable[[Article], str]) -> str:
    """A line of markup for each article."""
    return "\n".join(map(line, articles))
