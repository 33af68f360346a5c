"""Parties of letters, reports of visits, lists and accounts: papers that name many who neither give nor receive.

The texts are of our own invention; names are made up.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from extractors.fields.parties import find_parties
from extractors.names.find import find_mentions
from extractors.names.sides import find_sides
from extractors.text.passage import Stretch
from schemas.agreement import Kind
from tests.extractors.fields.passages import passage_of

GIVES, TAKES = "supporter", "recipient"

READS: list[tuple[str, Kind, str, list[tuple[str, str]]]] = [
    (
        "a ceremony with hosts",
        "news",
        """冬衣送暖 情满山乡
本报讯（记者 王晓 通讯员 周强）12月6日，由清溪县关工委、清溪县青年企业家商会联合主办的“暖冬行动”捐赠仪式在黑石乡中心小学举行。
清溪县青年企业家商会捐赠棉衣260件、取暖器12台，总价值5.8万元。黑石乡中心小学校长致答谢词。
清溪县教育局副局长出席仪式并讲话，县融媒体中心进行了报道。""",
        [("清溪县关工委", GIVES), ("清溪县青年企业家商会", GIVES), ("黑石乡中心小学", TAKES)],
    ),
    (
        "a visit to learn",
        "news",
        """外出学习促提升
10月12日，马坪镇中心小学校长带领12名教师来到锦湖市第一实验小学，开展为期三天的跟岗学习。
锦湖市第一实验小学安排了6节示范课，两校教师进行了座谈。
马坪镇中心小学教师纷纷表示收获很大，回校后将上好汇报课。""",
        [("马坪镇中心小学", TAKES), ("锦湖市第一实验小学", GIVES)],
    ),
    (
        "a visit to guide",
        "news",
        """名师来到家门口
日前，虹桥区教师进修学院研训员一行8人到塘湾中学调研指导，深入课堂听课16节。
随后，研训员与塘湾中学教师面对面交流，提出改进建议23条。
据悉，虹桥区教师进修学院今年已深入8所乡村学校开展指导。""",
        [("虹桥区教师进修学院", GIVES), ("塘湾中学", TAKES)],
    ),
    (
        "a letter of thanks",
        "other",
        """感谢信
尊敬的海州市第四中学：
贵校选派的刘洋、陈静两位老师在我校支教一年，任劳任怨，深受学生喜爱。贵校还向我校捐赠图书1200册。
在此，谨向海州市第四中学致以诚挚的谢意！
云岭乡初级中学
2023年7月5日""",
        [("海州市第四中学", GIVES), ("云岭乡初级中学", TAKES)],
    ),
    (
        "a letter that asks",
        "notice",
        """关于商请选派支教教师的函
东港区教育局：
根据两地协作框架协议，我县2024年急需高中数学、物理教师各2名。商请东港区教育局选派4名教师到我县支教，期限一年，食宿由我县解决。
请予支持为盼。
乌兰河县教育局
2024年5月20日""",
        [("东港区教育局", GIVES), ("乌兰河县教育局", TAKES)],
    ),
    (
        "short names of kindergartens",
        "summary",
        """园际帮扶学期小结
本学期，金桥区机关幼儿园继续帮扶苇荡镇中心幼儿园和石桥村幼儿园。机关幼儿园先后到苇荡镇中心幼儿园指导环境创设3次，为石桥村幼儿园送去自制玩教具86件。
苇荡镇中心幼儿园选派4名教师到机关幼儿园跟班；石桥村幼儿园园长参加教研6次。
存在的不足是，石桥村幼儿园教师流动快。""",
        [("金桥区机关幼儿园", GIVES), ("苇荡镇中心幼儿园", TAKES), ("石桥村幼儿园", TAKES)],
    ),
    (
        "core and members in labels",
        "plan",
        """教育共同体组建方案
全区组建共同体3个。
第一共同体：核心校凤凰路小学，成员校上河小学、下河小学；
第二共同体：核心校永宁中学，成员校柏杨镇初级中学；
第三共同体：核心校育苗幼儿园，成员校柏杨镇中心幼儿园。
核心校每月组织联合教研1次，区教育局按年度给予奖补。""",
        [
            ("凤凰路小学", GIVES),
            ("上河小学", TAKES),
            ("下河小学", TAKES),
            ("永宁中学", GIVES),
            ("柏杨镇初级中学", TAKES),
            ("育苗幼儿园", GIVES),
            ("柏杨镇中心幼儿园", TAKES),
        ],
    ),
    (
        "numbered pairs in an annex",
        "plan",
        """附件：结对帮扶学校一览表
1.雨花路小学——青石寨小学
2.江滨中学——龙潭乡初级中学
3.市机关第一幼儿园——龙潭乡中心幼儿园""",
        [
            ("雨花路小学", GIVES),
            ("青石寨小学", TAKES),
            ("江滨中学", GIVES),
            ("龙潭乡初级中学", TAKES),
            ("市机关第一幼儿园", GIVES),
            ("龙潭乡中心幼儿园", TAKES),
        ],
    ),
    (
        "a village school writes without naming itself twice",
        "summary",
        """高岗小学2023年秋季学期受援工作总结
本学期，在结对学校北城实验小学的帮助下，学校教育教学质量稳步提升。
北城实验小学每两周送教一次，共送课18节；学校选派5名教师到北城实验小学跟岗。
学校还争取到县民政局救助金1.2万元，救助困难学生12名。""",
        [("高岗小学", TAKES), ("北城实验小学", GIVES), ("县民政局", GIVES)],
    ),
    (
        "a university and a county",
        "news",
        """高校师生情系山村
7月10日，江海大学“星火”实践队走进石泉县红旗小学，开展为期两周的支教活动。
队员们为红旗小学120名学生开设了编程、音乐等课程。江海大学教育基金会捐赠5万元，建设“星火书屋”1间。
石泉县红旗小学向江海大学赠送锦旗。""",
        [("江海大学", GIVES), ("石泉县红旗小学", TAKES), ("江海大学教育基金会", GIVES)],
    ),
    (
        "a teacher's own account",
        "summary",
        """支教日志小结
我来自临海市第十一中学，2022年秋季到甘泉县第五中学支教，担任高二物理教学。
一年里，我听评课62节，带徒弟2名。临海市第十一中学的同事们为甘泉县第五中学寄来实验器材30套。
离开时，甘泉县第五中学的孩子们送我到车站。""",
        [("临海市第十一中学", GIVES), ("甘泉县第五中学", TAKES)],
    ),
    (
        "students who visit each other",
        "plan",
        """“同在蓝天下”手拉手活动方案
为增进城乡学生友谊，桂花街小学与茶山小学开展“手拉手”活动。
桂花街小学每班与茶山小学一个班结对，互寄书信每月1封。
“六一”期间，桂花街小学邀请茶山小学30名学生参加游园，往返车费由桂花街小学承担。
桂花街小学少先队大队部""",
        [("桂花街小学", GIVES), ("茶山小学", TAKES)],
    ),
    (
        "a branch campus",
        "news",
        """优质资源进开发区
9月1日，滨海外国语学校教育集团东港校区揭牌。
滨海外国语学校派出8名骨干教师到东港镇初级中学任教，帮助东港镇初级中学组建教研组5个。
开发区管委会拨付设备款300万元支持学校建设。""",
        [("滨海外国语学校", GIVES), ("东港镇初级中学", TAKES), ("开发区管委会", GIVES)],
    ),
    (
        "a bureau's notice with a plan of visits",
        "notice",
        """关于开展送教下乡活动的通知
有关学校：
定于11月5日至9日开展送教下乡活动。具体安排如下：
11月5日，城北小学到双塘小学送教语文课2节；
11月7日，城南小学到古井小学送教数学课2节；
11月9日，区教研室组织名师到双塘小学作专题讲座1场。
请双塘小学、古井小学做好接待准备。""",
        [("城北小学", GIVES), ("双塘小学", TAKES), ("城南小学", GIVES), ("古井小学", TAKES)],
    ),
    (
        "reports of many pairs",
        "summary",
        """西江区2023年结对帮扶工作总结
一年来，全区21所城区学校结对帮扶34所农村学校。
西江区第一中学每周派3名教师到云浮镇中学走教；育才小学帮助坪石小学建成录播室1间；东方红幼儿园为坪石村幼儿园培训教师9名。
区财政投入帮扶资金160万元。省教育厅对我区做法予以肯定。
西江区教育局""",
        [
            ("西江区第一中学", GIVES),
            ("云浮镇中学", TAKES),
            ("育才小学", GIVES),
            ("坪石小学", TAKES),
            ("东方红幼儿园", GIVES),
            ("坪石村幼儿园", TAKES),
        ],
    ),
    (
        "two who help one",
        "plan",
        """组团帮扶实施计划
由湖东市第二中学、湖东市第八中学共同帮扶巴青县中学，期限三年。
湖东市第二中学负责文科教研组建设，湖东市第八中学负责理科教研组建设，每学期各派出专家3名。
巴青县中学每学期选派骨干教师6名到两校跟岗。
湖东市教育基金会每年奖励巴青县中学优秀教师10名，每人3000元。""",
        [("湖东市第二中学", GIVES), ("湖东市第八中学", GIVES), ("巴青县中学", TAKES), ("湖东市教育基金会", GIVES)],
    ),
    (
        "who was asked to speak",
        "summary",
        """校本研修小结
枣林中学邀请省实验中学高级教师郑海涛来校作报告2场，80名教师参加。
枣林中学还组织教师到省实验中学观摩课堂，共计26人次。
研修资料由星火教育科技有限公司承印，经费从枣林中学公用经费列支。""",
        [("枣林中学", TAKES), ("省实验中学", GIVES)],
    ),
    (
        "partners in the eastern province",
        "news",
        """跨越山海的牵手
自2021年起，鹭江区教育局与临夏川县教育局建立协作关系，鹭江区26所学校与临夏川县31所学校结对。
鹭江区第二实验幼儿园园长林芳赴临夏川县城关幼儿园挂职一年。
鹭江区红十字会为临夏川县城关幼儿园捐建午睡室2间。
临夏川县职业技术学校每年选送60名学生到鹭江职业学校就读。""",
        [
            ("鹭江区教育局", GIVES),
            ("临夏川县教育局", TAKES),
            ("鹭江区第二实验幼儿园", GIVES),
            ("临夏川县城关幼儿园", TAKES),
            ("鹭江区红十字会", GIVES),
            ("临夏川县职业技术学校", TAKES),
            ("鹭江职业学校", GIVES),
        ],
    ),
    (
        "an enterprise writes",
        "plan",
        """2025年助学计划
华盛电子有限公司计划资助双溪县职业中学、双溪县希望小学，具体如下：
每年资助双溪县职业中学困难学生50名，每人2000元；为双溪县希望小学更新电脑40台。
公司志愿者服务队每季度到双溪县希望小学开展活动1次。
联系人：公司工会 李女士""",
        [("华盛电子有限公司", GIVES), ("双溪县职业中学", TAKES), ("双溪县希望小学", TAKES)],
    ),
    (
        "who reports to whom",
        "notice",
        """关于报送结对帮扶材料的通知
各县（区）教育局，市直各学校：
请于6月30日前将结对帮扶总结报市教育局基础教育科。市第一中学、市外国语学校须另报送支教教师考核表。
市教育局将组织第三方对材料进行评估，评选先进单位10个。
市教育局办公室""",
        [],
    ),
    (
        "a school's own parts and visitors",
        "summary",
        """帮扶工作简报
4月，北郊中学校长室、教导处先后两次研究帮扶方案。北郊中学团委组织60名团员到牛角湾小学开展志愿服务。
牛角湾小学现有学生83名，其中留守儿童41名。市妇联、区教育局领导现场观摩了活动。
旺达餐饮有限公司为牛角湾小学捐赠餐具90套。""",
        [("北郊中学", GIVES), ("牛角湾小学", TAKES), ("旺达餐饮有限公司", GIVES)],
    ),
    (
        "a plan with an anonymous partner",
        "plan",
        """石鼓镇中心学校2024年帮扶村小计划
石鼓镇中心学校继续帮扶辖区内的桃树坪小学、杉木冲教学点。
每周安排2名教师到桃树坪小学走教，每周到杉木冲教学点上音乐课2节。
杉木冲教学点教师每学期参加中心学校教研活动不少于4次。
镇政府支持走教经费1万元。""",
        [("石鼓镇中心学校", GIVES), ("桃树坪小学", TAKES), ("杉木冲教学点", TAKES), ("镇政府", GIVES)],
    ),
]


def _read(kind: Kind, text: str) -> list[tuple[str, str]]:
    passage = replace(passage_of(text, kind), title=Stretch(0, text.index("\n")))
    return [(party.name, party.side) for party in find_parties(passage, (), find_sides(passage, find_mentions(passage)))]


@pytest.mark.parametrize(("kind", "text", "parties"), [row[1:] for row in READS], ids=[row[0] for row in READS])
def test_reads(kind: Kind, text: str, parties: list[tuple[str, str]]) -> None:
    assert sorted(_read(kind, text)) == sorted(parties)
