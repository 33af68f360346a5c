"""Which line ends only wrap a line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.readers.source_text import Furniture, SourceText
from extractors.text.normal import normalise
from extractors.text.wrapping import wrapped_lines


def _joined(text: str) -> str:
    return normalise(SourceText(text, "text/plain"), str).text


_PARAGRAPH = "为进一步推动城乡教育均衡发展，充分发挥优质学校的示范辐射作用，根据县里的统一部署，经两校协商一致，现就结对帮扶工作达成如下约定，共同遵照执行，请各处室支持配合，并按期报送材料，不得拖延。"


def _broken(text: str, width: int) -> str:
    return "\n".join(text[at : at + width] for at in range(0, len(text), width))


# a text and what becomes of it
READS = [
    (_broken(_PARAGRAPH * 2, 20), _PARAGRAPH * 2),
    (_broken(_PARAGRAPH * 2, 24), _PARAGRAPH * 2),
    (_broken(_PARAGRAPH * 3, 36), _PARAGRAPH * 3),
    ("双方约定如下\n，共同遵照执行", "双方约定如下，共同遵照执行"),
    ("柳树乡中心小学（以下简称乙方\n）", "柳树乡中心小学（以下简称乙方）"),
    ("资助人民币伍万元（大\n写：伍万元整），", "资助人民币伍万元（大写：伍万元整），"),
    ("捐赠人民币伍万元\n整（￥50000元）", "捐赠人民币伍万元整（￥50000元）"),
    ("捐赠经费大写：伍万元整，小写：\n￥50000元", "捐赠经费大写：伍万元整，小写：￥50000元"),
    ("甲方向乙方提供帮扶资金共计8万元，\n分两期支付：第一期4万元", "甲方向乙方提供帮扶资金共计8万元，分两期支付：第一期4万元"),
    (f"帮扶约定\n{_broken(_PARAGRAPH, 22)}\n一、甲方的责任", f"帮扶约定\n{_PARAGRAPH}\n一、甲方的责任"),
    (f"{_broken(_PARAGRAPH, 22)}\n{_broken(_PARAGRAPH, 22)}", f"{_PARAGRAPH}\n{_PARAGRAPH}"),
    (
        "甲方选派的支教教师应当具有五年以上的教学经验，能够承担示范\n辐射任务。",
        "甲方选派的支教教师应当具有五年以上的教学经验，能够承担示范辐射任务。",
    ),
    (
        "甲方选派的支教教师应当具有五年以上的教学经验，能够承担示范\n\n— 3 —\n\n辐射任务。",
        "甲方选派的支教教师应当具有五年以上的教学经验，能够承担示范辐射任务。",
    ),
    (
        "甲方选派的支教教师应当具有五年以上的教学经验，能够承担示范\n第 3 页 共 9 页\n辐射任务。",
        "甲方选派的支教教师应当具有五年以上的教学经验，能够承担示范辐射任务。",
    ),
    (
        "甲方选派的支教教师应当具有五年以上的教学经验，能够承担示范、\n指导、评课等任务，每学期",
        "甲方选派的支教教师应当具有五年以上的教学经验，能够承担示范、指导、评课等任务，每学期",
    ),
]
READS.append(
    (
        "8.乙方如实提供本园的师资、幼儿和设施情况，并指定专人配合\n甲方做好需求分析。",
        "8.乙方如实提供本园的师资、幼儿和设施情况，并指定专人配合甲方做好需求分析。",
    )
)
READS.append(
    # columns of a signature block are no broken lines, and do not widen those that are
    (
        f"{_broken(_PARAGRAPH * 2, 20)}\n甲方：青石县第一小学{' ' * 30}乙方：柳树乡中心小学",
        f"{_PARAGRAPH * 2}\n甲方：青石县第一小学{' ' * 30}乙方：柳树乡中心小学",
    ),
)
# a number parted from its unit, a date from the words around it, whatever the width
READS += [
    ("本轮帮扶为一个周期，即3周\n年，自2024年9月1日起。", "本轮帮扶为一个周期，即3周年，自2024年9月1日起。"),
    ("本轮结对帮扶自2025年9月1日开\n始，到2029年8月31日结束。", "本轮结对帮扶自2025年9月1日开始，到2029年8月31日结束。"),
    ("合作期限为36个月，2024-09-01\n起至2027-08-31止。", "合作期限为36个月，2024-09-01起至2027-08-31止。"),
    ("结对共建以一个周期（一年）为\n限，期满自行终止。", "结对共建以一个周期（一年）为限，期满自行终止。"),
    ("帮扶工作自2022.3.1开始，本协议有\n效期至2025年2月28日。", "帮扶工作自2022.3.1开始，本协议有效期至2025年2月28日。"),
    ("代表（签字）：覃秀梅　签字日\n期：2024年8月26日", "代表（签字）：覃秀梅 签字日期：2024年8月26日"),
    (
        "未尽事宜由双方签订补充协议，另行签订的补充协议与\n本协议具有同等效力。",
        "未尽事宜由双方签订补充协议，另行签订的补充协议与本协议具有同等效力。",
    ),
    (
        "甲方为乙方购置图书和实验器材，两年内投入的资金合计约\n2.5 万元，分批到位。",
        "甲方为乙方购置图书和实验器材，两年内投入的资金合计约2.5 万元，分批到位。",
    ),
    ("二、\t帮扶期限：合作自2024年9月1日\n起至2027年8月31日止。", "二、\t帮扶期限：合作自2024年9月1日起至2027年8月31日止。"),
]
LEAVES_ALONE = [
    "代表（签字）：张三\n日期 2024年8月26日",
    "代表（签字）：李有为\n2024年8月26日",
    "参加教研的老师：王一\n年级组长：赵十",
    "受援班级共有学生数为 30\n月考安排",
    "3\n月",
    "受援学校：石桥镇第三\n起止时间：2024年9月",
    "乙方（受援学校，以下简称“受援校”）：石桥镇中心小学\n为推进城乡教育均衡发展，双方订立本协议。",
    "（甲方：云溪市第一实验小学；乙方：石桥镇中心小学，以下简称乙方）\n根据有关规定，双方订立本协议。",
    "红日出东方\n桃李满庭芳\n一枝一叶总\n关情意绵长",
    "关于开展结对帮扶工作的通知\n各中小学：\n为做好帮扶工作，现通知如下",
    "帮扶内容包括：\n教学管理\n教师培养\n学生活动\n资源共享",
    "一、活动时间\n2023年9月至2024年7月\n二、活动地点\n柳树乡中心小学",
    "甲方：青石县第一小学\n乙方：柳树乡中心小学",
    "甲方（盖章）：\n代表：\n2023年9月1日",
    "王小明 李红梅\n赵六 钱七",
    "姓名\t学科\n王明\t语文",
    "| 姓名 | 学科 |\n| 王明 | 语文 |",
    "- 派人\n- 送课",
    "本协议自双方签字盖章之日起生效，有效期三年，期满后可以续签\n甲方：青石县第一小学",
    "本协议自双方签字盖章之日起生效，有效期三年，期满后可以续签\n2023年9月1日",
    "本协议自双方签字盖章之日起生效，有效期三年，期满后可以续签\n附件：名单",
    "本协议自双方签字盖章之日起生效，有效期三年，期满后可以续签\n甲方每学期选派教师2名。",
    "本协议自双方签字盖章之日起生效，有效期三年，期满后可以续签\n（三）其他约定。",
    "本协议自双方签字盖章之日起生效，有效期三年，期满后可以续签\n贰、其他约定。",
    "本协议自双方签字盖章之日起生效，有效期三年，期满后可以续签\na）其他约定。",
    "# 结对帮扶工作的若干规定以及各方的权利义务，还有期限\n为了做好工作。",
    "青石县实验小学与柳树乡中心小学城乡义务教育学校结对帮扶协议书\n为了做好工作，双方约定。",
    "9.1 本协议如有未尽之处，可由三方另签补充协议，具有同等效力\n9.2 三方代表签字后，本协议即日起生效。",
    "未尽事宜，双方另行协商补充，补充协议与本协议具有同等效力\n本协议自双方签字盖章之日起生效。",
    "一方违反本协议，另一方可要求限期改正；逾期不改的，可解除协议\n本协议由双方代表签字、单位盖章，即日起生效。",
    "履行中如发生争议，由双方协商解决，协商不成的，请主管部门裁定\n未尽事宜，由双方另行商定。",
    "本协议一式三份，双方各执一份，另一份交由双方主管部门共同备案\n协议自签字之日起执行，有效期三年。",
    "甲方 | 云溪市师范附属实验小学 | 陆远航 | 0790-5551234，5551235\n乙方 | 石桥镇中心小学 | 覃秀梅 | 0790-5554321。",
    "甲方[支援地教育行政部门]：枫桥市文澜区教育局，简称文澜教育局\n乙方[受援地教育行政部门]：麻栗坪县教育局。",
]
_HEADLINES = "我县召开城乡学校结对帮扶推进会议部署下一阶段的重点工作任务"


@pytest.mark.parametrize(("text", "joined"), READS)
def test_reads(text: str, joined: str) -> None:
    assert _joined(text).replace("\n\n", "\n") == joined


@pytest.mark.parametrize("text", LEAVES_ALONE)
def test_leaves_alone(text: str) -> None:
    assert _joined(text).count("\n") == text.count("\n")


def test_headlines_of_one_width_are_no_paragraph() -> None:
    text = "\n".join([_HEADLINES] * 8)
    assert _joined(text) == text


@pytest.mark.parametrize("number", ["- 3 -", "—3—", "— 12 —", "第3页", "第 3 页 共 9 页", "第3页，共9页", "3/9"])
def test_page_numbers_are_left_out(number: str) -> None:
    assert _joined(f"正文。\n{number}\n下文。").replace("\n", "") == "正文。下文。"


@pytest.mark.parametrize("line", ["3", "第3页图", "2023/9/1", "3-5", "第三页", "—", "- 三 -"])
def test_other_lines_are_no_page_numbers(line: str) -> None:
    assert line.replace("—", "-") in _joined(f"正文。\n{line}\n下文。")


def test_a_subject_carries_a_broken_line_on_where_lines_have_a_width() -> None:
    text = f"{_broken(_PARAGRAPH, 24)}\n{_broken('所需的全部费用，包括教师的交通、食宿与保险，均由甲方承担。', 24)}"
    assert "均由甲方承担。" in _joined(text)


def test_the_reader_s_own_wraps_are_followed_and_no_others() -> None:
    text = "示范辐\n射作用\n其他"
    normal = normalise(SourceText(text, "application/pdf", wraps=(3,)), str)
    assert normal.text == "示范辐射作用\n其他"


def test_running_heads_are_passed_over() -> None:
    text = "示范辐\n青石教育\n射作用"
    source = SourceText(text, "application/pdf", wraps=(3, 8), furniture=(Furniture(4, 8, "header"),))
    assert normalise(source, str).text == "示范辐射作用"


@given(
    st.lists(st.sampled_from(["甲方选派教师", "，", "。", "一、", "- 3 -", "\n", " ", "2023年9月1日", _PARAGRAPH, "：", "\t"]), max_size=20)
)
def test_wraps_never_lose_a_word(pieces: list[str]) -> None:
    text = "".join(pieces)
    lost = "".join(text[start:end] for start, end in wrapped_lines(text, SourceText(text, "text/plain")))
    assert set(lost) <= set("\n \t-3")
