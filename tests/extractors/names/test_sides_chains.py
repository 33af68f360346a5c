"""Parties that help and are helped, and what a sentence goes on to say of a pair.

The texts are of our own invention; names are made up.
"""

from __future__ import annotations

import pytest

from schemas.agreement import Kind
from tests.extractors.names.reading import parties_of

GIVES, TAKES = "supporter", "recipient"

READS = [
    (
        "taken in, stayed at, performed at, published by",
        "summary",
        """江北师范大学帮扶工作汇报
我校选派18名研究生到南溪县第二中学任教，并新增南溪县第四中学为托管帮扶学校。
选派32名实习支教学生到白石镇中心小学顶岗任教。
“六一”期间，孩子们到市妇女儿童活动中心同台演出。所赠图书多为晨曦少年儿童出版社出版的新书。
工作组赴岭南科技大学学习托管经验。
江北师范大学""",
        [("江北师范大学", GIVES), ("南溪县第二中学", TAKES), ("南溪县第四中学", TAKES), ("白石镇中心小学", TAKES)],
    ),
    (
        "a table whose first column receives",
        "plan",
        """送培下乡工作计划
时间    送培对象    送培内容    承担学校
3月    大洼镇中心小学    语文示范课4节    城北路小学
5月    毛都站镇中心幼儿园    半日活动观摩2场    区直第二幼儿园""",
        [
            ("大洼镇中心小学", TAKES),
            ("城北路小学", GIVES),
            ("毛都站镇中心幼儿园", TAKES),
            ("区直第二幼儿园", GIVES),
        ],
    ),
    (
        "two lists, of which the second goes on from the first",
        "plan",
        """城乡学校结对帮扶工作实施方案
（一）县城小学结对乡镇中心小学
县第一小学结对柳湾镇中心小学，县第二小学结对白石镇中心小学。
（二）乡镇中心小学结对教学点
柳湾镇中心小学——前王教学点、柳庄小学
白石镇中心小学——马圪垱小学""",
        [
            ("县第一小学", GIVES),
            ("县第二小学", GIVES),
            ("柳湾镇中心小学", "both"),
            ("白石镇中心小学", "both"),
            ("前王教学点", TAKES),
            ("柳庄小学", TAKES),
            ("马圪垱小学", TAKES),
        ],
    ),
    (
        "one with several suppliers is no link of a chain",
        "summary",
        """白石镇中心小学受援工作小结
我校与南溪市第三小学、南溪市第五小学结对。
南溪市第三小学派出4名教师到我校支教。
白石镇中心小学""",
        [("白石镇中心小学", TAKES), ("南溪市第三小学", GIVES), ("南溪市第五小学", GIVES)],
    ),
    (
        "helped by another, in the passive",
        "plan",
        """高中阶段帮扶安排
南溪县第一中学依托东西部协作，继续由东湾市海湾高级中学“组团式”帮扶。南溪县第二中学由县教育局负责管理。""",
        [("南溪县第一中学", TAKES), ("东湾市海湾高级中学", GIVES)],
    ),
    (
        "whom they visited, who came to speak, where they met",
        "summary",
        """白石镇中心小学帮扶工作小结
我校每月到牛角村小学送教1次，赠送图书200册。
我校组织教师到东湾市海湾小学参观学习，邀请江北师范学院教育系专家来校作讲座1场。
活动先后被东湾电视台报道。总结会在白石镇文化中心举行，县教育局有关负责同志出席。
白石镇中心小学""",
        [("白石镇中心小学", GIVES), ("牛角村小学", TAKES)],
    ),
    (
        "pairs in a run, linked as the first one is",
        "news",
        """两地学校携手
东湾市海湾中学结对南溪县民族中学、东湾市海湾小学结对白石镇小学和柳湾镇中心校、东湾市海湾幼儿园结对南溪县第三幼儿园。""",
        [
            ("东湾市海湾中学", GIVES),
            ("东湾市海湾小学", GIVES),
            ("东湾市海湾幼儿园", GIVES),
            ("南溪县民族中学", TAKES),
            ("白石镇小学", TAKES),
            ("柳湾镇中心校", TAKES),
            ("南溪县第三幼儿园", TAKES),
        ],
    ),
    (
        "an authority that sends to another place",
        "summary",
        """关于教育援助工作情况的汇报
东湾市对口支援南溪县。我局选派31名教师赴南溪县任教。
东湾市海湾中学派出6名教师到南溪县第一中学支教。
东湾市教育局""",
        [("东湾市教育局", GIVES), ("东湾市海湾中学", GIVES), ("南溪县第一中学", TAKES)],
    ),
    (
        "an authority that sends within its own place",
        "summary",
        """关于城乡结对工作情况的汇报
我局选派31名教师赴乡镇学校任教。
南溪县第一小学派出6名教师到白石镇中心小学支教。
南溪县教育局""",
        [("南溪县第一小学", GIVES), ("白石镇中心小学", TAKES)],
    ),
    (
        "in charge of help, and help for a use",
        "plan",
        """托管帮扶工作方案
东湾职业技术学院负责南溪县职业教育中心的帮扶工作。
东湾市慈善总会募集善款80万元，用于南溪县第一中学供暖改造。""",
        [
            ("东湾职业技术学院", GIVES),
            ("东湾市慈善总会", GIVES),
            ("南溪县职业教育中心", TAKES),
            ("南溪县第一中学", TAKES),
        ],
    ),
    (
        "a school that is helped and helps on",
        "summary",
        """白石镇中心小学受援工作小结
今年，南溪市第三小学派出4名教师到我校支教，我校安排6名教师到南溪市第三小学跟岗。
作为受益者，我校又与牛角村小学结对，全年送教3次，赠送图书200册。
白石镇中心小学""",
        [("白石镇中心小学", "both"), ("南溪市第三小学", GIVES), ("牛角村小学", TAKES)],
    ),
    (
        "a pair of which the second acts next",
        "news",
        """两校牵手
白石镇中心小学与南溪市第三小学结对，南溪市第三小学每月送教1次。""",
        [("白石镇中心小学", TAKES), ("南溪市第三小学", GIVES)],
    ),
    (
        "a bureau that only tells the press, and an alliance that schools join in founding",
        "news",
        """山海协作再升级
记者从云岭县教育局获悉，2024年东湾市理工学校将向云岭县职业高级中学派出教师6名。
由两地职业教育学会、职业院校参与组建山海职教联盟。""",
        [("东湾市理工学校", GIVES), ("云岭县职业高级中学", TAKES)],
    ),
    (
        "a pair that acts together",
        "news",
        """两校牵手
南溪市第三小学与白石镇中心小学结对，两校互派教师12名。""",
        [("白石镇中心小学", TAKES), ("南溪市第三小学", GIVES)],
    ),
]


@pytest.mark.parametrize(("kind", "text", "parties"), [row[1:] for row in READS], ids=[row[0] for row in READS])
def test_reads(kind: Kind, text: str, parties: list[tuple[str, str]]) -> None:
    assert sorted(parties_of(kind, text)) == sorted(parties)
