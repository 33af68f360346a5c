"""What the last lines of freely written papers say: effect, open matters, days."""

from __future__ import annotations

import pytest

from extractors import read_text
from tests.extractors.checks.papers import found

_HEAD = "结对帮扶协议\n\n甲方：云溪市实验小学\n乙方：石桥镇中心小学\n双方协商一致，约定如下：\n一、甲方每学期送教3次。\n二、乙方安排送教教师的食宿。\n三、期限自2024年9月1日起至2027年8月31日止。\n"
_BLOCK = "\n甲方（盖章）：云溪市实验小学　代表：陆远航　2024年8月26日\n乙方（盖章）：石桥镇中心小学　代表：覃秀梅　2024年8月26日\n"

SAID = [
    "四、一是本协议未尽事宜，双方可签订补充协议；二是本协议自签订之日起生效；三是本协议一式两份，双方各执一份。",
    "四、一是未尽事宜另签补充协议；二是协议自双方签字之日起执行。",
    "四、本协议如有未尽之处，可由双方另签补充协议；经双方负责人签字后，本协议即具法律效力。",
    "四、未尽事宜由双方签订补充协议；待双方盖章后，本协议正式生效；份数两份。",
    "四、①补充协议与本协议具有同等效力；②本协议自双方盖章之日起生效。",
    "四、其他\n（一）任何一方违约的，另一方可以解除协议\n本协议由双方代表签字、单位盖章，即日起生效。",
    "四、未尽事宜，双方另行协商补充，补充协议与本协议具有同等效力\n本协议自双方签字盖章之日起生效。",
    "四、其他\n4.1 如需变更，双方可另签补充协议\n4.2 本协议由双方代表签字、单位盖章，即日起生效。",
    "四、未尽事宜：双方另行协商补充，另签的补充协议与本协议具有同等的法律效力\n协议自签字之日起执行。",
    "四、一是附件与本协议具有同等效力；二是本协议经双方签字盖章后生效。",
    "四、一是协议的变更和解除须经双方同意；二是本协议自签字之日起生效。",
    "四、对本协议的修改须经双方签字；在双方签字盖章后，本协议生效。",
    "四、补充约定由双方另行签订；本合作协议有效期三年；本协议自签订之日生效。",
    "四、协议变更须经双方协商；合同书自盖章之日起生效。",
    "四、其他未尽事宜，双方签订补充协议解决\n此协议自双方签字之日起生效。",
]
NOT_SAID = [
    "四、本协议未尽事宜，双方另签补充协议，补充协议自双方签字之日起生效。",
    "四、一是本协议的补充协议自签订之日起生效；二是本协议一式两份。",
    "四、本协议一式两份；补充协议经双方签字盖章后生效。",
    "四、一是变更协议自双方签字之日起生效；二是未尽事宜由双方协商。",
    "四、附件自双方签字之日起执行；本协议一式两份。",
    "四、年度计划经双方签字后执行；未尽事宜由双方协商。",
    "四、本协议的补充条款自签字之日起生效。",
    "四、本协议的变更自双方签字之日起生效。",
    "四、经双方签字，补充协议与本协议具有同等效力。",
    "四、补充协议与本协议具有同等效力\n本协议一式两份，双方各执一份。",
    "四、解除协议的通知自送达之日起生效；本协议一式两份。",
    "四、本协议由双方共同遵守；本协议条款由双方共同解释。",
    "四、本协议由双方代表签字、单位盖章。",
    "四、未尽事宜另签补充协议\n本协议由双方各执一份。",
    "四、双方签字盖章后，另附名单；本协议一式两份。",
]
OPEN_MATTERS = [
    "未尽事宜由双方商定。",
    "凡本协议未尽之事项，由双方商议后以书面形式补充。",
    "如有未尽之处，双方另签补充协议。",
    "未尽事项按国家有关规定办理。",
    "其他未尽事宜，双方本着互谅互让的原则商定。",
]
UNDONE_DUTIES = [
    "支教人员未尽职责的，由所在单位批评教育。",
    "教师未尽到看护责任的，依规处理。",
    "未尽义务的一方应当向对方说明。",
    "未尽告知义务造成损失的，由责任方承担。",
    "师傅未尽心指导的，取消资格。",
    "监护人未尽监护责任的，后果自负。",
    "接收学校未尽安全管理职责的，追究责任。",
    "未尽责者，年度考核不得评优。",
    "未尽注意义务的，承担相应后果。",
    "凡未尽本分、敷衍塞责的，予以通报。",
    "驻校干部未尽勤勉之责的，由派出单位召回。",
    "联络员未尽其责的，及时调整。",
]
LABELLED = [
    ("年月日：2024年8月26日", "年月日：2024.8.26"),
    ("年月日:2024-08-26", "年月日:2024/8/26"),
    ("年月日 ：二〇二四年八月二十六日", "年月日 ：2024年8月26日"),
    ("签订年月日：2024年8月26日", "签订年月日：2024年8月26日"),
    ("签字日：2024年8月26日", "签字日：2024年8月26日"),
    ("日期（年月日）：2024.08.26", "日期（年月日）：2024.08.26"),
    ("签署日期（年/月/日）：2024/8/26", "签署日期（年/月/日）：2024/8/26"),
    ("年月日：２０２４年８月２６日", "年月日：２０２４-０８-２６"),
]
LEFT_OPEN = [
    ("年月日：____年__月__日", "年月日：2024年8月26日"),
    ("年月日：2024年  月  日", "年月日：2024年  月  日"),
    ("年月日：________", "年月日：________"),
    ("年月日：", "年月日："),
    ("年月日", "年月日"),
    ("    年   月   日", "    年   月   日"),
    ("日期：    年   月   日", "日期：2024年8月26日"),
    ("签字日：______", "签字日：______"),
    ("年 月 日", "年 月 日"),
]


@pytest.mark.parametrize("clause", SAID)
def test_says_from_when(clause: str) -> None:
    assert found("missing-effective", f"{_HEAD}{clause}\n{_BLOCK}") == []


@pytest.mark.parametrize("clause", NOT_SAID)
def test_says_it_of_another_paper_or_not_at_all(clause: str) -> None:
    assert found("missing-effective", f"{_HEAD}{clause}\n{_BLOCK}")


@pytest.mark.parametrize("clause", OPEN_MATTERS)
def test_open_matters(clause: str) -> None:
    assert found("missing-supplement", f"{_HEAD}四、{clause}\n{_BLOCK}") == []


@pytest.mark.parametrize("clause", UNDONE_DUTIES)
def test_duties_undone_are_no_open_matters(clause: str) -> None:
    assert found("missing-supplement", f"{_HEAD}四、{clause}\n{_BLOCK}")


def _signed(days: tuple[str, str]) -> str:
    first, second = days
    return f"{_HEAD}\n甲方（盖章）：云溪市实验小学\n代表：陆远航\n{first}\n\n乙方（盖章）：石桥镇中心小学\n代表：覃秀梅\n{second}\n"


@pytest.mark.parametrize("days", LABELLED)
def test_a_label_is_no_open_day(days: tuple[str, str]) -> None:
    assert found("blank-date", _signed(days)) == []
    (document,) = read_text(_signed(days), names=False).documents
    assert [one.date.edtf for one in document.signing if one.date] == ["2024-08-26"] * 2


@pytest.mark.parametrize("days", LEFT_OPEN)
def test_an_open_day_is(days: tuple[str, str]) -> None:
    assert found("blank-date", _signed(days))
