"""Where a piece of news was published, read from the lines of its page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.extractors.fields.news_page import FIRST, LAST, Told, page, press_of, told
from tests.linear import LIMIT, growth

DAY = "2023-07-17"
HEADS: list[tuple[str, Told]] = [
    ("发布时间：2023-07-17 来源：青石县教育局 作者：李沐阳 浏览次数：", ("青石县教育局", "李沐阳", DAY)),
    ("发布时间:2023-07-17 来源: 青石县教育局 作者:佚名", ("青石县教育局", "佚名", DAY)),
    ("发布日期：2023-07-17  信息来源：县教研室  浏览次数：87次  [打印] [关闭]", ("县教研室", None, DAY)),
    ("2023-07-17 09:26:41　来源：青石日报　作者：李沐阳　阅读：1263　字号：【大 中 小】", ("青石日报", "李沐阳", DAY)),
    ("2023年7月17日 09:26 来源：青石日报", ("青石日报", None, DAY)),
    ("来源：青石日报  2023-07-17 10:20", ("青石日报", None, DAY)),
    ("来源：青石日报 2023年07月17日 第3版", ("青石日报", None, DAY)),
    ("来源：《青石日报》2023年7月17日第3版", ("青石日报", None, DAY)),
    ("发布时间：2023-07-17 10:20 | 来源：青石日报 | 浏览：356", ("青石日报", None, DAY)),
    ("发布时间：2023/7/17｜来源：青石日报｜作者：李沐阳", ("青石日报", "李沐阳", DAY)),
    ("【发布时间】2023-07-17【来源】青石县教育局【作者】李沐阳", ("青石县教育局", "李沐阳", DAY)),
    ("【来源：青石日报】【作者：李沐阳】【时间：2023-07-17】", ("青石日报", "李沐阳", DAY)),
    ("[2023-07-17] [来源：青石日报]", ("青石日报", None, DAY)),
    ("日期：2023-07-17    来源：青石县融媒体中心    作者：古丽努尔 季晓川    点击：[ 642 ]", ("青石县融媒体中心", "古丽努尔 季晓川", DAY)),
    ("来源：青石县融媒体中心　　日期：2023.07.17　　记者：江映雪", ("青石县融媒体中心", "江映雪", DAY)),
    ("发布时间：2023-07-17 17:32:05 来源：青石县教育局 编辑：江映雪 审核：石可风", ("青石县教育局", None, DAY)),
    ("更新时间：2023-07-18  发布时间：2023-07-17  来源：基教科", ("基教科", None, DAY)),
    ("发布者：德育处　　发布日期：2023-07-17　　点击：203次", (None, None, DAY)),
    ("作者：办公室    来源：青石二中    更新时间：2023/7/17    点击数：12", ("青石二中", "办公室", DAY)),
    ("发布时间：二〇二三年七月十七日　稿件来源：柳树乡中心小学", ("柳树乡中心小学", None, DAY)),
    ("录入时间：2023-7-17 15:03:11　　来源：资助管理科　　【大 中 小】【打印】【关闭】", ("资助管理科", None, DAY)),
    ("2023-07-17", (None, None, DAY)),
    ("来源：青石日报（2023年7月17日第3版）", ("青石日报", None, DAY)),
    ("2023-07-17T10:00:00+08:00 来源：青石日报", ("青石日报", None, DAY)),
    ("发布时间：2023年7月17日下午3时", (None, None, DAY)),
    ("2023年7月17日 星期一", (None, None, DAY)),
    ("江映雪　青石二中　2023-07-17 18:22", (None, None, DAY)),
    ("文章来源：青石教育公众号　撰稿人：李沐阳　2023-07-17", ("青石教育公众号", "李沐阳", DAY)),
    ("来源：“青石教育”微信公众号　时间：2023-07-17", ("“青石教育”微信公众号", None, DAY)),
    ("来源：人民网－青石频道　2023-07-17 08:15", ("人民网－青石频道", None, DAY)),
    ("来源：青石日报 记者 李沐阳 通讯员 江映雪", ("青石日报", "李沐阳 江映雪", None)),
    ("来源：青石日报 作者：记者 李沐阳", ("青石日报", "李沐阳", None)),
    ("来源：青石日报作者：李沐阳发布时间：2023-07-17", ("青石日报", "李沐阳", DAY)),
    ("来 源：青石日报　　作 者：李沐阳　　日 期：2023-07-17", ("青石日报", "李沐阳", DAY)),
    ("稿源：青石日报 | 作者：李沐阳 王小芳", ("青石日报", "李沐阳 王小芳", None)),
    ("作者：县一中 李沐阳、王小芳　来源：青石教育网", ("青石教育网", "李沐阳、王小芳", None)),
    ("作者：李沐阳（青石县第一小学）　时间：2023-07-17　来源：青石教育网", ("青石教育网", "李沐阳", DAY)),
    ("来源：青石日报 李明", ("青石日报", None, None)),
    ("来源：青石日报 客户端", ("青石日报 客户端", None, None)),
    ("来源：人民网 青石频道", ("人民网 青石频道", None, None)),
    ("发布：2023-07-17 19:20　来源：青石日报　作者：李沐阳", ("青石日报", "李沐阳", DAY)),
    ("青石日报　2023年7月17日　星期一　第08版　　来源：青石日报　　本报记者　李沐阳", ("青石日报", "李沐阳", DAY)),
    ("转载自：青石日报　发布时间：2023-07-17", ("青石日报", None, DAY)),
    ("发布时间：\n2023-07-17\n来源：\n青石县教育局", ("青石县教育局", None, DAY)),
    ("本报记者 李沐阳 通讯员 江映雪 文/图", (None, "李沐阳 江映雪", None)),
    ("□ 本报记者 李沐阳", (None, "李沐阳", None)),
    ("文/图 李沐阳\n2023-07-17 来源：青石日报", ("青石日报", "李沐阳", DAY)),
    ("來源：青石日報　作者：李沐陽　發佈時間：2023-07-17", ("青石日報", "李沐陽", DAY)),
    ("时间：07-17 来源：青石日报", ("青石日报", None, "XXXX-07-17")),
    ("发布时间：2023-02-30 来源：青石日报", ("青石日报", None, "2023-02")),
    ("信息来源：青石县教育体育局　　发布日期：2023年07月17日　　阅读次数：[ 1 ]", ("青石县教育体育局", None, DAY)),
    ("文章来源： 办公室 发布时间： 2023-07-17 浏览： 38", ("办公室", None, DAY)),
    (
        "时间：2023-07-17 08:00:00 来源：中国教育报-中国教育新闻网 作者：李沐阳 通讯员 王小芳",
        ("中国教育报-中国教育新闻网", "李沐阳 王小芳", DAY),
    ),
    ("来源：学习强国青石学习平台 | 2023-07-17", ("学习强国青石学习平台", None, DAY)),
    ("来源：人民网－人民日报海外版 2023年07月17日09:12", ("人民网－人民日报海外版", None, DAY)),
    ("2023-07-17 10:20:30　　来源: 新华网　　【字号  大 小】【收藏】【打印】【关闭】", ("新华网", None, DAY)),
    ("发表时间：2023-07-17 10:20:30|来源：青石县教育局|作者：李沐阳|点击数：55", ("青石县教育局", "李沐阳", DAY)),
    ("【发布时间：2023-07-17】 【来源：青石县教育局】 【字号：大 中 小】", ("青石县教育局", None, DAY)),
    ("发布时间：2023-07-17 | 发布者：办公室 | 来源：本站 | 作者：王小芳 | 点击：22", ("本站", "王小芳", DAY)),
    ("2023/07/17 青石教育", (None, None, DAY)),
    ("日期:[2023-07-17]  访问量:[66]  来源:[县教研室]  作者:[李沐阳]", ("县教研室", "李沐阳", DAY)),
    ("发布日期：2023-07-17 信息来源：县教育局 作者：县教育局办公室 阅读：5次", ("县教育局", "县教育局办公室", DAY)),
    ("编辑：王小芳  来源：县一中  发布时间：2023-07-17", ("县一中", None, DAY)),
    ("撰稿：李沐阳  摄影：王小芳  编辑：石可风  发布时间：2023-07-17", (None, "李沐阳", DAY)),
    ("文图：李沐阳　审核：石可风　2023-07-17", (None, "李沐阳", DAY)),
    ("作者： 来源： 发布时间：2023-07-17", (None, None, DAY)),
    ("点击量：101　来源：青石一中　2023年7月17日", ("青石一中", None, DAY)),
    ("责任编辑：王小芳 2023-07-17 来源：青石县融媒体中心", ("青石县融媒体中心", None, DAY)),
    ("浏览次数： 信息来源： 青石县教育局 发布时间：2023-07-17", ("青石县教育局", None, DAY)),
    ("时间：2023-07-17 　 来源：未知 　 作者：admin", ("未知", "admin", DAY)),
    ("作者：李沐阳、王小芳、石可风 来源：办公室", ("办公室", "李沐阳、王小芳、石可风", None)),
    ("作者：通讯员 李沐阳 / 记者 王小芳", (None, "李沐阳 王小芳", None)),
    ("青石日报全媒体记者 李沐阳", (None, "李沐阳", None)),
    ("青石日报记者 李沐阳 通讯员 王小芳", (None, "李沐阳 王小芳", None)),
    ("■记者 李沐阳 文/图", (None, "李沐阳", None)),
    ("○ 通讯员 李沐阳", (None, "李沐阳", None)),
    ("李沐阳 王小芳", (None, None, None)),
    ("发布时间:2023年07月17日 来源:青石县人民政府办公室 【字体:大中小】", ("青石县人民政府办公室", None, DAY)),
    ("成文日期：2023-07-10　发布日期：2023-07-17", (None, None, DAY)),
    ("2023-07-17 10:00 发布于：青石", (None, None, DAY)),
    ("原创 李沐阳 青石教育 2023-07-17 18:00 发表于青石", (None, None, DAY)),
    ("来源：青石县教育局、青石县第一小学", ("青石县教育局、青石县第一小学", None, None)),
    ("来源：青石县教育局（有删节）", ("青石县教育局", None, None)),
    ("来源：省教育厅网站 发布时间：2023-07-17", ("省教育厅网站", None, DAY)),
    ("转自：“青石发布”微信公众号", ("“青石发布”微信公众号", None, None)),
    ("来自：青石县第一小学", ("青石县第一小学", None, None)),
    ("供稿：县一中 李沐阳　发布时间：2023-07-17", (None, "李沐阳", DAY)),
    ("通讯员：李沐阳　来源：青石日报", ("青石日报", "李沐阳", None)),
    ("文丨本报记者 李沐阳", (None, "李沐阳", None)),
    ("撰文/李沐阳 摄影/王小芳", (None, "李沐阳", None)),
    ("作者丨李沐阳 来源丨青石日报", ("青石日报", "李沐阳", None)),
    ("记者/李沐阳", (None, "李沐阳", None)),
    ("作者 | 李沐阳　编辑 | 王小芳", (None, "李沐阳", None)),
    ("本报记者　李沐阳　通讯员　王小芳", (None, "李沐阳 王小芳", None)),
    ("青石日报社全媒体记者 李沐阳 / 文 王小芳 / 图", (None, "李沐阳", None)),
    ("本报记者 李沐阳 实习生 王小芳", (None, "李沐阳 王小芳", None)),
    ("2023年07月17日 09:26:41　|　来源：青石日报　|　作者：李沐阳 王小芳　|　责编：石可风", ("青石日报", "李沐阳 王小芳", DAY)),
    ("发布人：办公室 发布日期：2023-07-17 11:13:07 浏览次数:20", (None, None, DAY)),
    ("添加时间：2023-07-17 来源：本站 添加：管理员 点击：35", ("本站", None, DAY)),
    ("来源:办公室 作者:办公室 点击:23", ("办公室", "办公室", None)),
    ("日期：2023年7月17日 文：李沐阳 图：王小芳", (None, "李沐阳", DAY)),
    ("信息提供：县一中 发布时间：2023-07-17", ("县一中", None, DAY)),
]
TAILS: list[tuple[str, Told]] = [
    ("来源：青石日报", ("青石日报", None, None)),
    ("来源：青石日报　2023年7月17日", ("青石日报", None, DAY)),
    ("（宋词　元曲）\n来源：青石日报　2023年7月17日", ("青石日报", "宋词　元曲", DAY)),
    ("（记者 李沐阳）\n青石日报版权所有，未经授权不得转载。", (None, "李沐阳", None)),
    ("「来源：青石日报」", ("青石日报", None, None)),
    ("（来源：青石日报 作者：李沐阳）", ("青石日报", "李沐阳", None)),
    ("来源 | 青石县第一小学", ("青石县第一小学", None, None)),
    ("稿件来源：青石县第一小学\n撰稿：李沐阳\n审核：石可风", ("青石县第一小学", "李沐阳", None)),
    ("（文：办公室　图：薄言　审核：石可风）", (None, "办公室", None)),
    ("图文：李沐阳　　编辑：小禾　　审核：石可风", (None, "李沐阳", None)),
    ("文/李沐阳 图/王小芳", (None, "李沐阳", None)),
    ("文丨李沐阳　图丨王小芳", (None, "李沐阳", None)),
    ("（图/文 覃月）", (None, "覃月", None)),
    ("（李沐阳 文/图）", (None, "李沐阳", None)),
    ("（青石县第一小学 李沐阳 王小芳）", (None, "李沐阳 王小芳", None)),
    ("（供稿：李沐阳　审核：石可风）", (None, "李沐阳", None)),
    ("供稿：教务处", (None, "教务处", None)),
    ("供稿单位：青石县第一小学　撰稿人：李沐阳", (None, "李沐阳", None)),
    ("撰稿：李沐阳　　责任编辑：石可风", (None, "李沐阳", None)),
    ("作者：李沐阳\n来源：青石日报\n责任编辑：石可风", ("青石日报", "李沐阳", None)),
    ("作者：李沐阳 编辑：石可风 来源：青石教育", ("青石教育", "李沐阳", None)),
    ("通讯员：李沐阳\n记者：王小芳", (None, "李沐阳 王小芳", None)),
    ("发布时间：2023-07-17", (None, None, DAY)),
    ("青石县第一小学\n2023年7月17日", (None, None, DAY)),
    ("来源：青石日报\n编辑：石可风\n校对：王小芳", ("青石日报", None, None)),
    ("（来源：青石县教育局）", ("青石县教育局", None, None)),
    ("来源：青石县教育局官网、青石日报", ("青石县教育局官网、青石日报", None, None)),
    ("本文来源：青石日报 责任编辑：石可风", ("青石日报", None, None)),
    ("（记者 李沐阳）", (None, "李沐阳", None)),
    ("本报记者 李沐阳", (None, "李沐阳", None)),
    ("青石县第一小学供稿", (None, "青石县第一小学", None)),
    ("撰稿人：李沐阳\n摄影：王小芳\n责编：石可风\n审核：江映雪", (None, "李沐阳", None)),
    ("文字：李沐阳\n图片：王小芳", (None, "李沐阳", None)),
    ("图文 | 李沐阳\n编辑 | 王小芳\n一审 | 石可风", (None, "李沐阳", None)),
    ("文案：李沐阳", (None, "李沐阳", None)),
    ("采写：李沐阳　编辑：王小芳", (None, "李沐阳", None)),
    ("（李沐阳 王小芳 文/图）", (None, "李沐阳 王小芳", None)),
    ("（图文：李沐阳 审核：王小芳）", (None, "李沐阳", None)),
    ("（通讯员：李沐阳）", (None, "李沐阳", None)),
    ("青石县第一小学 李沐阳", (None, None, None)),
    ("供图：李沐阳", (None, None, None)),
    ("初审：李沐阳 复审：王小芳 终审：石可风", (None, None, None)),
    ("监制：李沐阳 策划：王小芳", (None, None, None)),
    ("值班编委：李沐阳", (None, None, None)),
    ("发布：李沐阳", (None, None, None)),
    ("发稿：县教育局办公室", (None, None, None)),
    ("来源：青石日报\n上一篇：某校举行活动\n下一篇：来源：青石晚报", ("青石日报", None, None)),
    ("原标题：山海携手育新苗\n来源：青石日报", ("青石日报", None, None)),
    ("来源：http://www.qsrb.example/2023/0717/12.html", (None, None, None)),
    ("作者：李沐阳（作者系青石县第一小学教师）", (None, "李沐阳", None)),
    ("（作者：青石县第一小学 李沐阳）", (None, "李沐阳", None)),
    ("【编辑：李沐阳】", (None, None, None)),
    ("[责任编辑:李沐阳]", (None, None, None)),
    ("(责编:李沐阳、王小芳)", (None, None, None)),
    ("（本文来源：青石日报，记者：李沐阳）", ("青石日报", "李沐阳", None)),
    ("图文来源：青石县第一小学", ("青石县第一小学", None, None)),
    ("素材来源：青石县第一小学", (None, None, None)),
    ("来源：青石县教育局 审核：王小芳 发布：石可风", ("青石县教育局", None, None)),
    ("撰　稿：李沐阳\n审　核：王小芳", (None, "李沐阳", None)),
    ("撰稿 | 李沐阳\n图片 | 王小芳\n初审 | 石可风", (None, "李沐阳", None)),
    ("撰稿：李沐阳、王小芳  图片：石可风", (None, "李沐阳、王小芳", None)),
    ("文字：教务处　图片：德育处", (None, "教务处", None)),
    ("青石县第一小学教务处 供稿", (None, "青石县第一小学教务处", None)),
    ("（青石县第一小学 李沐阳）", (None, "李沐阳", None)),
    ("（李沐阳 青石县第一小学）", (None, "李沐阳", None)),
    ("END\n来源：青石教育", ("青石教育", None, None)),
    ("—END—\n图文丨李沐阳\n编辑丨王小芳", (None, "李沐阳", None)),
    ("转载请注明来源：青石教育网", (None, None, None)),
    ("本文由青石县第一小学供稿", (None, None, None)),
    ("投稿邮箱：a@b.example", (None, None, None)),
    ("新闻热线：0000-8123456", (None, None, None)),
    ("通讯员QQ群：123456", (None, None, None)),
    ("联系作者：0000-8123456", (None, None, None)),
]
OPENINGS: list[tuple[str, str | None]] = [
    ("本报讯（记者 李沐阳 通讯员 王小芳）", "李沐阳 王小芳"),
    ("本报讯(记者李沐阳 通讯员王小芳)", "李沐阳 王小芳"),
    ("本网讯（通讯员 李沐阳、王小芳）", "李沐阳、王小芳"),
    ("本报讯（李沐阳 王小芳）", "李沐阳 王小芳"),
    ("青石日报讯（全媒体记者 李沐阳）", "李沐阳"),
    ("（青石日报 记者 李沐阳）", "李沐阳"),
    ("新华社青石9月2日电（记者 李沐阳）", "李沐阳"),
    ("本报讯 记者李沐阳报道：", "李沐阳"),
    ("青石日报讯（见习记者 努尔买买提 特约通讯员 李沐阳）", "努尔买买提 李沐阳"),
    ("本网讯 ", None),
    ("本报讯（记者）", None),
    ("（上接第一版）", None),
    ("记者从青石县教育局获悉，", None),
    ("（以下简称“送教”）", None),
    ("本报青石9月1日电 记者李沐阳 通讯员王小芳报道：", "李沐阳 王小芳"),
    ("青石日报9月1日讯（记者 李沐阳）", "李沐阳"),
    ("（通讯员 李沐阳 王小芳）", "李沐阳 王小芳"),
    ("本报讯 （通讯员李沐阳 记者王小芳）", "李沐阳 王小芳"),
    ("【本报讯】（记者 李沐阳）", "李沐阳"),
    ("中国教育报-中国教育新闻网讯（记者 李沐阳）", "李沐阳"),
    ("青石融媒讯（李沐阳 王小芳）", "李沐阳 王小芳"),
    ("本网讯 (记者 李沐阳 通讯员 王小芳 文/图) ", "李沐阳 王小芳"),
]
CLOSINGS: list[tuple[str, str | None]] = [
    ("（通讯员 李沐阳）", "李沐阳"),
    ("（李沐阳）", "李沐阳"),
    ("（县一中 李沐阳）", "李沐阳"),
    ("（记者 李沐阳 摄影报道）", "李沐阳"),
    ("（校办供稿）", "校办"),
    ("（完）", None),
    ("（摄影：王小芳）", None),
    ("（图片由青石县第一小学提供）", None),
    ("（编辑：李沐阳 审核：王小芳）", None),
    ("（第一批）", None),
    ("（责任编辑：李沐阳）", None),
]
LEAVES_ALONE: list[tuple[str, str]] = [
    ("figures have a source", page(tail="数据来源：省统计局")),
    ("money has one", page(tail="资金来源：财政拨款")),
    ("a picture has one", page(tail="图片来源：青石日报")),
    ("pupils have one", page(head="生源来源：柳树乡")),
    ("editors", page(tail="责任编辑：李沐阳　审核：石可风")),
    ("three readings", page(tail="（一审：李萍　二审：赖文斌　三审：谢春林）")),
    ("a photographer", page(tail="摄影：鲍一帆")),
    ("a caption", page(first="签约仪式现场（摄影：鲍一帆）\n" + FIRST)),
    ("a picture's author", page(tail="图：薄言")),
    ("a printer's line", page(tail="版式：小林　校对：吴越")),
    ("the place of work", page(tail="作者单位：青石县第一小学")),
    ("a day of the body", page(first="2023年9月1日，" + FIRST[5:])),
    ("a day at the body's end", page(last=LAST + "协议自2023年9月1日起实施。")),
    ("the reader's day", page(above="今天是2024年11月20日 星期三 设为首页 | 加入收藏\n青石教育网\n首页 新闻 教育 专题 服务 互动")),
    ("a range", page(head="时间：2024年9月1日至9月3日")),
    ("a subtitle with a day", page(head="——2023年9月1日结对帮扶活动侧记")),
    ("the maker of a copyright", page(tail="版权声明：凡本网注明“来源：青石教育网”的作品，版权均属本网所有，转载请注明出处。")),
    ("a disclaimer", page(tail="[免责声明] 本文来源于网络转载，仅供学习交流使用。")),
    ("neighbours with a day", page(tail="上一篇：青石县召开会议 2023-09-02\n下一篇：青石县开展检查 2023-09-05")),
    ("related articles with a source", page(tail="相关阅读\n· 青石县召开会议 来源：青石日报 2023-09-02")),
    ("a source spoken of", page(last="经费的来源：一是财政，二是社会捐助，学校将用好每一分钱，让学生受益，请各界监督。")),
    ("who published it on the site", page(head="发布人：李沐阳　点击：12")),
    ("the way to the page below an empty label", page(head="来源：\n首页 > 新闻动态 > 正文")),
    ("an empty label", page(head="来源：　作者：　浏览：12")),
    ("a dash for a name", page(tail="作者：-")),
    ("a telephone", page(tail="联系人：李沐阳　电话：0000-8123456")),
]


@pytest.mark.parametrize(("line", "expected"), HEADS, ids=[row[0] for row in HEADS])
def test_the_line_under_the_title(line: str, expected: Told) -> None:
    assert told(press_of(page(head=line))) == expected


NOT_YET: list[tuple[str, Told]] = [
    ("二〇二三年七月十七日 来源：青石日报", ("青石日报", None, DAY)),
    ("日期：23-07-17 来源：青石日报", ("青石日报", None, DAY)),
    ("2023年07月17日 16:05　江映雪　点击：12", (None, "江映雪", DAY)),
]


@pytest.mark.parametrize(("line", "expected"), NOT_YET, ids=[row[0] for row in NOT_YET])
@pytest.mark.xfail(strict=True, reason="days in other figures, and names that no label tells from the one who put them on the page")
def test_not_yet(line: str, expected: Told) -> None:
    assert told(press_of(page(head=line))) == expected


@pytest.mark.parametrize(("line", "expected"), TAILS, ids=[row[0] for row in TAILS])
def test_the_lines_behind_the_text(line: str, expected: Told) -> None:
    assert told(press_of(page(tail=line))) == expected


@pytest.mark.parametrize(("words", "author"), OPENINGS, ids=[row[0] for row in OPENINGS])
def test_the_head_of_the_first_paragraph(words: str, author: str | None) -> None:
    assert told(press_of(page(first=words + FIRST))) == (None, author, None)


@pytest.mark.parametrize(("words", "author"), CLOSINGS, ids=[row[0] for row in CLOSINGS])
def test_the_bracket_behind_the_last_paragraph(words: str, author: str | None) -> None:
    assert told(press_of(page(last=LAST + words))) == (None, author, None)
    assert told(press_of(page(tail=words))) == (None, author, None)


@pytest.mark.parametrize("text", [row[1] for row in LEAVES_ALONE], ids=[row[0] for row in LEAVES_ALONE])
def test_leaves_alone(text: str) -> None:
    assert told(press_of(text)) == (None, None, None)


def test_this_site_is_the_sites_own_name() -> None:
    for words in ("本网", "本站", "本站原创", "原创", "本校"):
        line = page(head=f"发布时间：2023-07-17 来源：{words}")
        press = press_of(line, {"SiteName": "青石县教育局"})
        assert press.outlet == "青石县教育局"
        (reading,) = [one for one in press.readings if one.field == "outlet"]
        assert reading.span is not None
        assert (reading.via, reading.span.text) == ("site", words)
        assert press_of(line).outlet == words
        assert press_of("青石教育网\n首页 新闻 教育 专题 服务 互动\n" + line).outlet == "青石教育网"
        assert press_of(line + "主办单位：青石县教育局 技术支持：县信息中心\n").outlet == "青石县教育局"


def test_metadata_serve_where_the_page_is_silent() -> None:
    metadata = {"SiteName": "青石县教育局", "PubDate": "2023-07-18 10:00", "ContentSource": "本网", "Author": "江映雪"}
    assert told(press_of(page(), metadata)) == ("青石县教育局", "江映雪", "2023-07-18")
    assert told(press_of(page(head="2023-07-17 来源：青石日报 作者：李沐阳"), metadata)) == ("青石日报", "李沐阳", DAY)
    assert told(press_of(page(), {"SiteName": "青石县教育局", "Author": "青石县教育局"})) == (None, None, None)
    assert told(press_of(page(), {"PubDate": "昨天"})) == (None, None, None)
    assert told(press_of(page(), {"canonical": "http://a.example/202307/t20230717_1.html"})) == (None, None, DAY)
    press = press_of(page(head="时间：07-17 来源：青石日报"), {"PubDate": "2023-07-17"})
    assert press.published is not None
    assert (press.published.edtf, press.published.resolved) == ("XXXX-07-17", DAY)


@given(
    outlet=st.text("青石县教育局日报融媒体中心", min_size=3, max_size=9),
    gap=st.sampled_from([" ", "  ", "\u3000", "\xa0\xa0", " | ", "｜"]),
    colon=st.sampled_from(["：", ":", " : "]),
)
def test_whatever_parts_them_each_value_quotes_its_words(outlet: str, gap: str, colon: str) -> None:
    line = gap.join((f"发布时间{colon}2023-07-17", f"来源{colon}{outlet}青", f"作者{colon}李沐阳", f"浏览次数{colon}12"))
    text = page(head=line)
    press = press_of(text)
    assert told(press) == (f"{outlet}青", "李沐阳", DAY)
    for reading in press.readings:
        assert reading.span is not None
        assert text[reading.span.start : reading.span.end] == reading.span.text
        assert reading.span.text in {f"{outlet}青", "李沐阳", "2023-07-17"}


@pytest.mark.parametrize(
    "piece", ["来源：", "作者：李", "（", "记者", "2023-07-17 ", "文/图 ", "李", "·", "http://a/", "原文链接：", "《", "、", " ", "【", "1"]
)
def test_long_runs_are_quick(piece: str) -> None:
    def make(size: int) -> str:
        return page(head=piece * 30, first=FIRST + piece * (size // len(piece)), tail=piece * (size // len(piece)))

    assert growth(press_of, make) <= LIMIT
