"""Who acts in news: who is named behind what he gave, beside what came along, or as the partner of the one who is gone to."""

from __future__ import annotations

import pytest

from extractors.names.find import find_mentions
from extractors.names.subjects import Subjects
from tests.extractors.fields.passages import passage_of

# a sentence, a figure in it, and who acts there (- for nobody named)
READS = [
    ("校车2辆由平湖陈氏宗亲会捐赠给滨河中学。", "2辆", "平湖陈氏宗亲会"),
    ("随信而来的是口罩3万只、电脑60台，由平湖海外同乡会赠予滨河中学。", "3万只", "平湖海外同乡会"),
    ("随信而来的是口罩3万只、电脑60台，由平湖海外同乡会赠予滨河中学。", "60台", "平湖海外同乡会"),
    ("这批机床共7台，由平湖市理工学校捐赠给滨河中学。", "7台", "平湖市理工学校"),
    ("足球场1个由穹顶公益基金会出资修建。", "1个", "穹顶公益基金会"),
    ("课桌200套由平湖市宏远科技有限公司提供。", "200套", "平湖市宏远科技有限公司"),
    ("随车运抵的还有平湖市青少年宫赠送给滨河中学的钢琴8台。", "8台", "平湖市青少年宫"),
    ("站在孩子们身旁的，是武警平湖支队的15名官兵。", "15名", "武警平湖支队"),
    ("滨河中学与石门小学结为姊妹学校，每两周派3名教师到石门小学驻点。", "3名", "滨河中学"),
    ("滨河中学与石门小学结为姊妹学校，每月选派2名骨干到滨河中学跟班。", "2名", "石门小学"),
    ("由平湖市一中派出的9名教师来到滨河中学。", "9名", "平湖市一中"),
    ("平湖市第一中学开展送教活动。一中选派9名教师到滨河中学。", "9名", "平湖市第一中学"),
    ("平湖市三十一中定下新计划。三十一中将赠送图书2000册。", "2000册", "平湖市三十一中"),
    ("【平湖市特殊教育学校】\n今年以来，对滨河中学送教上门60次。", "60次", "平湖市特殊教育学校"),
    ("云坪哈萨克自治县选派40名校长赴平湖市跟岗。", "40名", "云坪哈萨克自治县"),
    ("洮县教育局每年推荐12名教师赴平湖大学进修。", "12名", "洮县教育局"),
    ("滨河中学收到一份礼物，那是来自平湖市蓝天救援队的应急包400个。", "400个", "平湖市蓝天救援队"),
]
LEAVES_ALONE = [
    ("滨河中学选派教师9名，由石门小学提供食宿。", "9名", "滨河中学"),
    ("滨河中学选派教师9名，由平湖市教育局派车送达。", "9名", "滨河中学"),
    ("滨河中学培训教师30名，由平湖市教育局颁发证书。", "30名", "滨河中学"),
    ("滨河中学举办讲座4场，由石门小学教师参加。", "4场", "滨河中学"),
    ("滨河中学与石门小学结为姊妹学校，每学期共同到石门小学教研3次。", "3次", "双方"),
    ("滨河中学与石门小学结为姊妹学校，每学期联合教研3次。", "3次", "双方"),
    ("滨河中学送课20节，还有石门小学的老师听课。", "20节", "滨河中学"),
    ("一中的教学楼很新，志愿者送来图书300册。", "300册", "-"),
    ("志愿者送来图书300册，都是孩子们喜欢的。", "300册", "-"),
    ("当天，80名学生来到操场。", "80名", "-"),
]


@pytest.mark.parametrize(("text", "figure", "expected"), [*READS, *LEAVES_ALONE])
def test_who_acts(text: str, figure: str, expected: str) -> None:
    passage = passage_of(text, "news")
    mentions = find_mentions(passage)
    actor = Subjects(passage, mentions).actor(passage.text.index(figure)) or "-"
    assert mentions.full.get(actor, actor) == expected
