"""Summaries, notices and news: what was done, who is asked, what was signed."""

from __future__ import annotations

from tests.extractors.papers.paper import Paper

PAPERS = [
    Paper(
        "notice of secondment with its own time",
        """关于选派教师赴山区学校支教的通知

各中小学：
现就选派支教教师有关事项通知如下。
一、选派名额
共选派教师12名。
二、支教期限
支教期限为两学期，自2024年9月1日至2025年7月15日。
三、报名时间
2024年6月10日至6月30日，报名表一式两份。
四、纪律要求
支教期间每月在岗不少于20天。

云溪区教育局
2024年6月5日
""",
        ("2024-09-01", "2025-07-15", "2学期", "date"),
    ),
    Paper(
        "notice that starts at once",
        """关于开展学校结对互助工作的通知

各学校：
经研究，决定在全区开展学校结对互助工作。
一、实施时间
即日起至2025年12月31日。
二、工作任务
每对学校每学期互访2次。

石城区教育局
2024年2月20日
""",
        ("2024-02-20", "2025-12-31", None, "date"),
    ),
    Paper(
        "near miss: notice of a meeting",
        """关于召开结对帮扶工作推进会的通知

各有关学校：
一、会议时间：2024年9月12日至13日。
二、会议地点：区教师进修学校。
三、参会人员：各校校长1名。
四、材料报送时间：2024年8月1日至9月5日，材料一式五份。

区教育局
2024年7月30日
""",
    ),
    Paper(
        "near miss: summary of a school year",
        """2022—2023学年度结对帮扶工作总结

2022年9月至2023年7月，我校与沙河中学开展结对帮扶。
一、主要做法
活动时间：2022年9月—2023年6月，共开展活动18次。
二、取得成效
三年来，帮扶学校教学质量稳步提升。
""",
    ),
    Paper(
        "near miss: report of volunteers and their stay",
        """大学生支教团工作汇报

2023年3月1日至2023年7月10日，支教团12名队员在云台乡服务一学期。
一、服务时间：每周40小时。
二、共授课960节，家访120人次。
""",
    ),
    Paper(
        "news of a signed agreement with its length",
        """两地教育局签署教育协作协议

来源：晨江日报　发布时间：2024-04-11

4月10日，晨江市教育局与朔川县教育局签署为期五年的教育协作协议。根据协议，晨江市每年选派教师20名。
""",
        (None, None, "5年", "unknown"),
    ),
    Paper(
        "near miss: news of a stay that is over",
        """援教教师圆满完成任务返程

来源：本网　发布时间：2024-07-16

7月15日，晨江市12名援教教师结束为期一年的支教工作返程。2023年8月至2024年7月，他们共上示范课96节。
""",
    ),
]
