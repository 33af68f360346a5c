"""One writer's habits within one paper: how numbers, days, sums, lists and colons look."""

from __future__ import annotations

from dataclasses import dataclass

from tests.planted.teacher.dice import Dice
from tests.planted.teacher.numerals import Day, capitals, counted, spelled, write_day, write_month

_DAYS = ("plain", "plain", "plain", "padded", "spaced", "dots", "dashes", "slashes", "han", "han", "han-o", "hao")
_SUMS = ("figure", "figure", "wan", "wan", "comma", "han", "rmb", "yuan")
_BLANKS = ("＿＿＿", "____", "　　　", "    ", "（　　）", "(    )", "XX", "××", "……", "〔　〕", "□□", "___")
ROW = "\x00"
"""Stands before a table's line until the text is written."""
_LEAST = ("不少于{}", "至少{}", "{}", "{}", "{}", "{}以上", "不低于{}")


@dataclass
class Pen:
    """The habits; `count_style` is figures, han or both."""

    dice: Dice
    day_style: str
    count_style: str
    sum_style: str
    bar: str

    def count(self, number: int) -> str:
        """A number before a measure word."""
        han = self.count_style == "han" or (self.count_style == "both" and self.dice.yes(0.5))
        return counted(number) if han and number < 1000 else str(number)

    def quota(self, number: int, measure: str) -> str:
        """A number of things, now and then as a least or as a range."""
        if 2 < number <= 12 and self.dice.yes(0.1):
            write = counted if self.count_style == "han" and number < 1000 else str
            return f"{write(number - 1)}{self.dice.choice('至—到')}{write(number)}{measure}"
        return self.dice.choice(_LEAST).format(self.count(number) + measure)

    def blank(self) -> str:
        """A place that waits for a number."""
        return self.dice.choice(_BLANKS)

    def day(self, day: Day) -> str:
        """A day in the paper's style."""
        return write_day(day, self.day_style)

    def month(self, day: Day) -> str:
        """A month in the paper's style."""
        return write_month(day, self.day_style)

    def other_day(self, day: Day) -> str:
        """A day in any style, as under a signature."""
        return write_day(day, self.dice.choice(_DAYS))

    def sum(self, yuan: int) -> str:
        """A sum of money."""
        style = self.sum_style if self.dice.yes(0.85) else self.dice.choice(_SUMS)
        if style == "wan" and yuan >= 10_000 and yuan % 1000 == 0:
            return f"{yuan / 10_000:g}万元"
        if style == "han" and yuan % 100 == 0:
            return f"{spelled(yuan)}元"
        forms = {"comma": f"{yuan:,}元", "rmb": f"人民币{yuan}元", "yuan": f"人民币{yuan}元整"}
        return forms.get(style, f"{yuan}元")

    def both(self, words: int, figures: int) -> str:
        """A sum in capitals and in figures; the two differ where a defect is wanted."""
        forms = (
            f"人民币{capitals(words)}元整（¥{figures}元）",
            f"人民币（大写）{capitals(words)}元整（小写：{figures}元）",
            f"{figures}元（大写：{capitals(words)}元整）",
            f"￥{figures:,}.00元（人民币{capitals(words)}元整）",
            f"大写人民币{capitals(words)}圆整，小写{figures}元",
            f"{capitals(words)}元整（￥{figures}.00）",
        )
        return self.dice.choice(forms)

    def row(self, *cells: str) -> str:
        """A line of a table that lost its ruling."""
        return ROW + self.bar.join(cells)


def new_pen(dice: Dice) -> Pen:
    """The habits of one paper."""
    return Pen(
        dice,
        day_style=dice.choice(_DAYS),
        count_style=dice.choice(("figures", "figures", "han", "han", "both")),
        sum_style=dice.choice(_SUMS),
        bar=dice.choice((" | ", "|", "　　", "\t", "    ", " ｜ ")),
    )
