"""Which side an organisation is on, by what the sentences say of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.names.find import find_mentions
from extractors.names.sides import find_sides
from schemas.agreement import Kind
from tests.extractors.fields.passages import passage_of

# the kind of paper, title and body, and the organisations with their sides
READS = [
    ("summary", "帮扶工作小结\n海天律师事务所为大河中学开设法治课，受到学生欢迎。", "海天律师事务所 supporter；大河中学 recipient"),
    (
        "summary",
        "月亮湾小学对口支援工作总结\n本学年，月亮湾小学选派3名教师到竹溪小学支教，竹溪小学教师到月亮湾小学听课20人次。",
        "月亮湾小学 supporter；竹溪小学 recipient",
    ),
    (
        "summary",
        "竹溪小学受援工作总结\n一年来，竹溪小学得到了月亮湾小学的大力支持，月亮湾小学捐赠图书500册。",
        "竹溪小学 recipient；月亮湾小学 supporter",
    ),
    (
        "summary",
        "结对帮扶工作总结\n红星中学与大河中学结成帮扶对子，红星中学每月派教师到大河中学送课。",
        "红星中学 supporter；大河中学 recipient",
    ),
    ("summary", "结对帮扶工作总结\n大河中学选派教师赴红星中学跟岗学习。", "大河中学 recipient；红星中学 supporter"),
    ("summary", "帮扶工作汇报\n明珠集团向大河中学捐赠电脑50台，并为大河中学修建了球场。", "明珠集团 supporter；大河中学 recipient"),
    ("summary", "帮扶工作汇报\n市慈善总会出资8万元，资助大河中学贫困学生。", "市慈善总会 supporter；大河中学 recipient"),
    ("summary", "帮扶工作汇报\n在县委、县政府的正确领导下，红星中学帮扶大河中学工作稳步推进。", "红星中学 supporter；大河中学 recipient"),
    (
        "summary",
        "帮扶工作汇报\n按照县教育局的部署，红星中学选派教师到大河中学、坪上中学支教。",
        "红星中学 supporter；大河中学 recipient；坪上中学 recipient",
    ),
    ("summary", "帮扶工作小结\n红星中学校长韩立带队走访大河中学，慰问支教教师。", "红星中学 supporter；大河中学 recipient"),
    ("summary", "帮扶工作小结\n大河中学邀请红星中学名师来校讲学。", "大河中学 recipient；红星中学 supporter"),
    ("summary", "帮扶工作小结\n红星中学接收大河中学5名教师跟岗。", "红星中学 supporter；大河中学 recipient"),
    (
        "summary",
        "帮扶工作小结\n大河中学的孩子们收到了红星中学同学寄来的书信，红星中学还送去了体育器材。",
        "红星中学 supporter；大河中学 recipient",
    ),
    ("summary", "帮扶工作小结\n红星中学为大河中学培训教师60人次，协助大河中学建立教研制度。", "红星中学 supporter；大河中学 recipient"),
    ("summary", "帮扶工作小结\n红星中学教育集团派出管理团队托管大河中学。", "红星中学教育集团 supporter；大河中学 recipient"),
    ("summary", "帮扶工作小结\n委托省教育学院承办培训班，红星中学派教师到大河中学送教。", "红星中学 supporter；大河中学 recipient"),
    ("summary", "帮扶工作小结\n红星中学团委向大河中学团委赠送书籍。", "红星中学团委 supporter；大河中学团委 recipient"),
    ("summary", "帮扶工作小结\n红星中学工会组织会员为大河中学捐款。", "红星中学工会 supporter；大河中学 recipient"),
    ("summary", "帮扶工作小结\n县人民医院医生到大河中学为学生免费体检。", "县人民医院 supporter；大河中学 recipient"),
    ("summary", "帮扶工作小结\n丰登农业有限公司资助大河中学修缮食堂，资助学生20名。", "丰登农业有限公司 supporter；大河中学 recipient"),
    ("summary", "帮扶工作小结\n中国农业银行云坪支行为大河中学捐赠课桌。", "中国农业银行云坪支行 supporter；大河中学 recipient"),
    ("summary", "帮扶工作小结\n市图书馆在大河中学设立流动图书室。", "市图书馆 supporter；大河中学 recipient"),
    ("plan", "红星中学帮扶大河中学工作计划\n红星中学每学期派教师到大河中学支教。", "红星中学 supporter；大河中学 recipient"),
    ("plan", "帮扶工作方案\n大河中学每学期安排教师到红星中学学习。", "大河中学 recipient；红星中学 supporter"),
    (
        "plan",
        "帮扶工作方案\n红星中学、光明中学分别帮扶大河中学、坪上中学。",
        "红星中学 supporter；光明中学 supporter；大河中学 recipient；坪上中学 recipient",
    ),
    ("plan", "帮扶工作方案\n由红星中学负责指导大河中学的教学工作。", "红星中学 supporter；大河中学 recipient"),
    ("plan", "帮扶工作方案\n红星中学对口帮扶大河中学。", "红星中学 supporter；大河中学 recipient"),
    ("plan", "帮扶工作方案\n刘海名师工作室到大河中学送教。", "大河中学 recipient"),
    ("plan", "帮扶工作方案\n帮扶学校：红星中学\n受援学校：大河中学\n每学期开展活动。", "红星中学 supporter；大河中学 recipient"),
    (
        "plan",
        "帮扶工作方案\n红星中学--大河中学\n光明中学--坪上中学\n以上学校结成帮扶对子。",
        "红星中学 supporter；大河中学 recipient；光明中学 supporter；坪上中学 recipient",
    ),
    ("plan", "帮扶工作方案\n蓝天幼儿园每月接待白云幼儿园教师观摩。", "蓝天幼儿园 supporter；白云幼儿园 recipient"),
    ("plan", "帮扶工作方案\n白云幼儿园教师到蓝天幼儿园跟班，蓝天幼儿园到白云幼儿园送教。", "白云幼儿园 recipient；蓝天幼儿园 supporter"),
    ("plan", "帮扶工作方案\n师范大学附属中学向大河中学开放网络课程。", "师范大学附属中学 supporter；大河中学 recipient"),
    ("news", "红星中学走进大河中学\n4月2日，红星中学党总支书记带领教师赴大河中学开展送教活动。", "红星中学 supporter；大河中学 recipient"),
    ("news", "爱心捐赠暖校园\n4月2日，宏运集团到大河中学开展捐赠活动。", "宏运集团 supporter；大河中学 recipient"),
    ("news", "跟岗学习侧记\n4月2日，大河中学教师一行来到红星中学，开始为期一周的跟岗学习。", "大河中学 recipient；红星中学 supporter"),
    (
        "news",
        "结对签约\n4月2日，红星中学与大河中学签订结对帮扶协议，红星中学将选派名师到大河中学授课。",
        "红星中学 supporter；大河中学 recipient",
    ),
    ("news", "爱心接力\n4月2日，志愿者将图书送到大河中学。", "大河中学 recipient"),
]

# no organisation gives or receives: bureaus that lead, regions, generic roles, hired bodies, hosts of a meeting
LEAVES_ALONE = [
    ("news", "仪式举行\n4月2日，在红星中学举行了仪式，省教育厅有关负责人出席。", ""),
    ("news", "会议在县文化馆举行。", ""),
    ("plan", "帮扶工作方案\n支援学校每学期到受援学校送教，受援学校做好配合。", ""),
    ("plan", "帮扶工作方案\n县教育局负责考核，各校按时上报总结。", ""),
    ("plan", "帮扶工作方案\n城区学校与乡镇学校结对，各校认真落实。", ""),
    ("plan", "帮扶工作方案\n清江市支援白马县，清江市选派教师到白马县支教。", ""),
    ("news", "校园运动会\n4月2日，红星中学举办运动会，师生踊跃参加。", ""),
    ("news", "先进表彰\n4月2日，县教育局召开表彰会，表彰先进单位。", ""),
    ("news", "会议召开\n4月2日，县教育局召开会议，县政府办公室、县财政局等单位参加。", ""),
    ("summary", "年度工作总结\n学校加强管理，县教育局多次来校检查指导。", ""),
    ("summary", "年度工作总结\n我校按照市教育局的要求，认真开展自查。", ""),
    ("summary", "年度工作总结\n我校委托省教育学院培训教师。", ""),
    ("summary", "年度工作总结\n李文老师到山区支教，受到好评。", ""),
    ("plan", "年度工作计划\n各校要将总结报县教育局基础教育股。", ""),
    ("plan", "年度工作计划\n支教教师的档案由县教育局保管。", ""),
    ("plan", "年度工作计划\n受援方要为支教教师提供食宿，支援方要关心支教教师。", ""),
    ("summary", "年度工作总结\n云溪县和雾山县协作不断深化，云溪县选派教师赴雾山县支教。", ""),
    ("news", "来稿选登\n来源：省教育报", ""),
    ("summary", "县教育局召开会议部署工作。", ""),
    ("summary", "在市教育局的统筹下，工作顺利推进。", ""),
    ("summary", "根据省教育厅文件精神，制定方案。", ""),
    ("summary", "总结报县教育局备案。", ""),
    ("summary", "县委、县政府高度重视。", ""),
    ("summary", "县财政局、县人社局配合做好工作。", ""),
    ("summary", "支援学校选派教师到受援学校任教。", ""),
    ("summary", "城区学校与乡镇学校结成对子。", ""),
    ("summary", "我校教师认真备课。", ""),
    ("summary", "学校召开会议。", ""),
    ("summary", "张兰老师到山区支教。", ""),
    ("summary", "白云市选派教师到石林县支教。", ""),
    ("summary", "两校教师交流频繁。", ""),
    ("summary", "双方开展活动。", ""),
    ("summary", "委托省教育学院承办培训。", ""),
    ("summary", "教师们参加了培训。", ""),
    ("summary", "孩子们收到了礼物。", ""),
    ("summary", "市教育局组织验收，验收结果良好。", ""),
    ("summary", "县教育局督导室对工作进行督查。", ""),
    ("summary", "县人民政府印发了实施意见。", ""),
    ("plan", "各校要制定计划，报县教育局。", ""),
    ("plan", "县教育局负责统筹协调。", ""),
    ("plan", "成立以局长为组长的领导小组。", ""),
    ("plan", "由县教育局教研室负责业务指导。", ""),
    ("plan", "县教育局对各校进行考核。", ""),
    ("plan", "支援学校要发挥示范作用。", ""),
    ("plan", "受援学校要主动学习。", ""),
    ("plan", "结对学校签订协议。", ""),
    ("plan", "各中心校要高度重视。", ""),
    ("plan", "牵头学校每月组织教研。", ""),
    ("plan", "片区学校共同参加。", ""),
    ("plan", "教师进修期间工资照发。", ""),
    ("plan", "根据县教育局安排，启动新一轮结对。", ""),
    ("news", "近日，省教育厅召开工作推进会。", ""),
    ("news", "县教育局负责人介绍了有关情况。", ""),
    ("news", "来源：市教育局", ""),
    ("news", "据市教育局统计，结对工作成效明显。", ""),
    ("news", "教育部印发通知，部署相关工作。", ""),
    ("news", "新华社记者报道了这一做法。", ""),
    ("news", "家长们纷纷点赞。", ""),
    ("news", "白云市与石林县签订协作协议。", ""),
    ("news", "县领导出席活动并讲话。", ""),
    ("news", "责任编辑：何宁", ""),
    ("news", "两地协作\n4月2日，云溪县党政代表团到雾山县考察。", ""),
]

NOT_YET = [
    pytest.param(
        "plan",
        "帮扶工作方案\n大河中学要主动对接红星中学，虚心学习红星中学的管理经验。",
        "大河中学 recipient；红星中学 supporter",
        marks=pytest.mark.xfail(strict=True, reason="对接, 虚心学习: who learns receives"),
    ),
    pytest.param(
        "news",
        "云端课堂\n4月2日，大河中学的学生通过网络聆听了红星中学教师的授课。",
        "大河中学 recipient；红星中学 supporter",
        marks=pytest.mark.xfail(strict=True, reason="聆听…授课: who listens receives"),
    ),
]


def _sides(text: str, kind: Kind) -> set[str]:
    passage = passage_of(text, kind)
    return {f"{standing.name} {standing.side}" for standing in find_sides(passage, find_mentions(passage)).organisations}


@pytest.mark.parametrize(("kind", "text", "expected"), [*READS, *LEAVES_ALONE, *NOT_YET])
def test_reads(kind: Kind, text: str, expected: str) -> None:
    assert _sides(text, kind) == set(filter(None, expected.split("；")))


@given(
    before=st.sampled_from(["", "领导高度重视。", "一、主要做法\n", "各项工作有序推进。"]),
    after=st.sampled_from(["", "成效明显。", "\n二、存在问题\n形式较为单一。", "师生反响热烈。"]),
)
def test_the_sides_stay_whatever_stands_around(before: str, after: str) -> None:
    text = f"结对帮扶工作总结\n{before}红星中学选派教师到大河中学支教。{after}"
    assert _sides(text, "summary") == {"红星中学 supporter", "大河中学 recipient"}
