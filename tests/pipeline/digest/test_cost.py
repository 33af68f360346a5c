"""What a digest costs as the articles grow in number, whatever they tell of one another."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

import pytest

from pipeline.digest.cast import Cast
from pipeline.digest.deeds import ENOUGH_FOR_SUMS, Deeds
from pipeline.digest.names import Register
from pipeline.digest.places import Gazetteer
from pipeline.digest.told import ToldSum, Where, amount_of
from tests.linear import LIMIT, growth

SYLLABLES = "鹿港青石东湾康朗云岭柳河松坪竹溪梅桥荷塘菊潭桂林枫树"
SCHOOLS = ["康朗县" + "".join(some) + "小学" for some in product(SYLLABLES, repeat=4)][::17]


def told(number: int, giver: str, receiver: str, day: int = 738_000, amount: str = "10000") -> ToldSum:
    """A sum of an article of its own."""
    return ToldSum(
        where=Where(number, day, (number, 0), Cast(((), ()))),
        amount=amount_of(amount, amount, approximate=False),
        rate=None,
        is_done=True,
        aside=None,
        giver=giver,
        receiver=receiver,
        words="1万元",
        currency="CNY",
        in_kind=False,
        purpose=None,
    )


MAKERS: dict[str, Callable[[int], ToldSum]] = {
    "one giver, one sum, one day, every school another": lambda at: told(at, "鹿港区教育局", SCHOOLS[at]),
    "one school, every giver another": lambda at: told(at, SCHOOLS[at], "康朗县民族中学"),
    "one deed told by all": lambda at: told(at, "鹿港区教育局", "康朗县民族中学"),
    "every sum another": lambda at: told(at, "鹿港区教育局", "康朗县民族中学", amount=str(at + 1)),
    "a deed every month": lambda at: told(at, "鹿港区教育局", "康朗县民族中学", day=730_000 + 30 * at),
}


@pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS.keys())
def test_bringing_tellings_together_is_linear(make: Callable[[int], ToldSum]) -> None:
    def together(tellings: list[ToldSum]) -> None:
        names = {name: 1 for one in tellings for name in (one.giver, one.receiver) if name}
        register = Register(names, Gazetteer({"康朗县": 1, "鹿港区": 1}))
        deeds = Deeds[ToldSum](register, ENOUGH_FOR_SUMS)
        deeds.take(tellings)
        assert deeds.found

    assert growth(together, lambda often: [make(at) for at in range(often)]) < LIMIT
