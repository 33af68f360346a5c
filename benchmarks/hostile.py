"""What a whole reading costs as a text of one hostile piece, said over and over, grows fourfold and fourfold again.

``python -m benchmarks.hostile [--sizes 4000,16000,64000] [--names] [--only WORDS] [--frames bare,agreement] [--joins ,、]`` prints the
seconds of each size and the power of the length by which the largest costs more than the one before: 1 is a straight line, 2 a square.
What is quick at the largest size is not listed.
"""

from __future__ import annotations

import argparse
import gc
import math
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from extractors import read_text

_SIZES = (4_000, 16_000, 64_000)
_STEEP = 1.4
"""Between the power 1, a straight line, and 2, a square: what grows more is marked."""
_FIRST, _CHARACTERS = 0x4E8E, 3_000
"""The characters that stand for @."""
_QUICK = 0.05
"""Seconds at the largest size: what costs less is not compared."""
_PATIENCE = 60.0
"""Seconds that one reading may be expected to take, if it grows by the square; else the larger sizes are left out."""

PIECES = {
    "figures": ("1", "1 ", "12,", "3.", "1-", "1/", "①", "1.5", "%", "50%"),
    "numerals": ("一", "十", "二十", "三百", "壹拾", "两", "〇", "第一", "半"),
    "names": ("甲方乙方", "东山小学", "张三", "校长王小明", "东山小学与西河中学", "甲校", "学校", "某某"),
    "roles": ("支援方受援方", "支援学校", "双方", "双方学校", "甲方（支援学校）", "师傅徒弟"),
    "dates": ("2024年9月1日", "9月1日至", "2024年", "2024-09-01", "2024-2025学年", "年 月 日", "20XX年", "自2024年9月1日起", "每年9月", "三年", "当年"),
    "brackets": ("（", "）", "（甲）", "（）", "〔2024〕3号", "【", "（2名）", "（一）", "（以下简称甲方）"),
    "quotes": ("“", "”", "“送教”", "《", "》", "《关于送教的通知》", "“一对一”", "‘", "'", '"'),
    "labels": ("甲方：", "地址：", "联系电话：", "签字：", "甲方（盖章）：", "法定代表人：", "日期：", "来源：", "记者：", "：", "附件", "附件1："),
    "money": ("5万元", "每年5万元", "￥5", "人民币伍万元整", "每生每年500元", "其中5万元", "共计5万元", "元", "资金", "____元", "捐赠5万元"),
    "counts": ("20名", "2次", "送教2次", "每学期送教2次", "每学期", "不少于2次", "各2次", "2-3名", "2名以上", "其中2名", "共计2次", "__名", "名", "人次"),
    "places": ("云溪市石桥镇", "云溪市东山路12号", "云溪市石桥镇中心小学", "云溪市教育局", "省", "县"),
    "words": ("的", "与", "到", "由", "给", "为", "每", "共", "帮扶", "协议", "送教", "教师", "不", "等", "其中", "以下", "以上", "签订"),
    "clauses": ("一式两份", "各执一份", "有效期三年", "自签字之日起生效", "未尽事宜", "第一条", "第一条 送教", "第一条规定", "本协议第3条"),
    "points": ("一是送教", "一是送教二是培训", "一、", "1.", "1、", "（1）", "首先", "一方面"),
    "blanks": (" ", "\t", "\n", "\u3000", "_", "____", "×", "xx", "\u200b", "- ", "* ", "> ", "**", "---\n"),
    "rows": ("送教\t2次\t甲方", "| 送教 | 2次 | 甲方 |", "|", "| ", "\t2", "| --- "),
    "marks": ("。", "，", "、", "；", "！", "……", "——", "·", ".", ",", "/", "\\", "@", "http://a.cn/", "￥", "￡"),
    "sentences": (
        "每年5万元三年20名每学期",
        "甲方每学期到乙方送教2次",
        "东山小学每学期派2名教师到西河中学支教",
        "甲方捐赠乙方5万元",
        "培训教师20名骨干教师5名",
        "由甲方负责",
        "张三校长李四老师",
        "本报讯",
        "记者张三",
    ),
    "other each time": (
        "东山第#小学", "#名", "送教#次", "#万元", "@小学", "校长王@", "《关于@工作的通知》", "（#）", "附件#", "第#条", "#.送教#次", "1.#送教", "#月#日",
        "东山第#小学到西河第#小学送教#次", "东山第#小学（以下简称“@小学”）", "甲方：东山第#小学", "@方：东山第#小学", "甲方每学期送教#次", "甲方每学期组织@活动#次",
        "甲方捐赠@设备#万元", "甲方帮扶@小学", "@县教育局", "支援学校@小学", "送教\t#次\t甲方", "@\t#\t#\t乙方", "东山第#小学\t西河第#小学\t3名", "签字：王@",
    ),
}  # fmt: skip
"""What is repeated, by what it looks like to a reader; # is another figure each time, @ other two characters."""
FRAMES = {
    "bare": "{}",
    "agreement": "结对帮扶协议书\n甲方：东山小学\n乙方：西河中学\n一、甲方职责\n{}\n二、期限三年\n甲方（盖章）：\n乙方（盖章）：\n2024年9月1日\n",
    "plan": "结对帮扶工作方案\n一、目标\n{}\n二、措施\n每学期送教2次。\n",
    "news": "东山小学到西河中学送教\n2024-09-01 来源：云溪教育\n9月1日，{}东山小学到西河中学送教2次。\n",
    "table": "结对帮扶协议书\n甲方：东山小学\n乙方：西河中学\n\n项目\t次数\t金额（万元）\t责任方\n送教\t2\t3\t甲方\n{}\n合计\t2\t3\t甲方\n",
}
"""What stands around it, so that the fields of every kind of document read it."""
JOINS = {"": "", "、": "、", "，": "，", "。": "。", "⏎": "\n"}
"""What stands between two of them; ⏎ is the end of a line."""


@dataclass(frozen=True, slots=True)
class Case:
    """One piece, joined and framed."""

    frame: str
    piece: str
    join: str

    def text(self, size: int) -> str:
        """About ``size`` characters of it."""
        unit = self.piece + JOINS[self.join]
        parts: list[str] = []
        length = 0
        while length < size:
            parts.append(_varied(unit, len(parts)))
            length += len(parts[-1])
        return FRAMES[self.frame].replace("{}", "".join(parts)[:size])


def _varied(unit: str, at: int) -> str:
    """The piece as it stands at its place among its likes."""
    first, second = divmod(at, _CHARACTERS)
    return unit.replace("#", str(at + 1)).replace("@", chr(_FIRST + first % _CHARACTERS) + chr(_FIRST + second))


def main() -> None:
    """Read every case at every size and print the slow ones."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default=",".join(map(str, _SIZES)), help="characters, the smallest first")
    parser.add_argument("--names", action="store_true", help="with the model for names")
    parser.add_argument("--only", default="", help="kinds of pieces, or pieces themselves, parted by a blank")
    parser.add_argument("--frames", default=",".join(FRAMES))
    parser.add_argument("--joins", default=",".join(JOINS), help="parted by a comma; the first, empty one joins by nothing")
    chosen = parser.parse_args()
    sizes = [int(size) for size in chosen.sizes.split(",")]
    read_text("帮扶协议" * 500, names=chosen.names)
    found = []
    for case in _cases(chosen.only.split(), chosen.frames.split(","), chosen.joins.split(",")):
        times = list(_times(case, sizes, names=chosen.names))
        if times[-1] >= _QUICK:
            found.append((_power(times, sizes), times, case))
            print(_line(*found[-1]), flush=True)
    print(f"\n{len(found)} of the cases are not quick; the steepest:")
    for line in sorted(found, key=lambda one: -one[0])[:40]:
        print(_line(*line))


def _cases(only: list[str], frames: list[str], joins: list[str]) -> Iterator[Case]:
    for kind, pieces in PIECES.items():
        for piece, frame, join in product(pieces, frames, joins):
            if not only or kind in only or piece in only:
                yield Case(frame, piece, join)


def _times(case: Case, sizes: list[int], *, names: bool) -> Iterator[float]:
    """Seconds of the processor for each size, until the next would take too long."""
    spent = 0.0
    for at, size in enumerate(sizes):
        if at and spent * (size / sizes[at - 1]) ** 2 > _PATIENCE:
            return
        spent = _seconds(case.text(size), names=names)
        yield spent


def _power(times: list[float], sizes: list[int]) -> float:
    """By which power of the length the cost has grown at the last two sizes that were read."""
    last = len(times) - 1
    return math.log(times[last] / times[last - 1]) / math.log(sizes[last] / sizes[last - 1]) if last else math.inf


def _seconds(text: str, *, names: bool) -> float:
    gc.collect()
    began = time.process_time()
    read_text(text, names=names)
    return time.process_time() - began


def _line(growth: float, times: list[float], case: Case) -> str:
    seconds = "".join(f"{one:>9.2f}" for one in times)
    return f"{'!' if growth > _STEEP else ' '}{growth:>5.2f}{seconds:<36}  {case.frame:<10}{case.piece!r} {case.join}"


if __name__ == "__main__":
    main()
