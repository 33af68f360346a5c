"""Timestamps that stand alone: the day in +08:00, or nothing."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.listings.stamps import day_of_seconds, read_stamp

READS = {
    "2022年3月1日": "2022-03-01",
    "2022/3/1": "2022-03-01",
    "2022.3.1": "2022-03-01",
    "2022-03-01": "2022-03-01",
    "2022-03-01 08:00": "2022-03-01",
    "2022-03-01 23:59:59": "2022-03-01",
    " 2022 年 3 月 1 日 ": "2022-03-01",
    "２０２２－０３－０１": "2022-03-01",
    "2022年03月01日 08时30分": "2022-03-01",
    "2022年3月1日 星期二": "2022-03-01",
    "2022-03-01(星期二) 8:00": "2022-03-01",
    "二〇二二年三月一日": "2022-03-01",
    "二○二二年十二月三十一日": "2022-12-31",
    "20220301": "2022-03-01",
    "20220301080000": "2022-03-01",
    "202203010800": "2022-03-01",
    "20220301T200000Z": "2022-03-02",
    "2022-03-01T08:00:00+08:00": "2022-03-01",
    "2022-03-01T16:00:00Z": "2022-03-02",
    "2022-03-01T15:59:59Z": "2022-03-01",
    "2022-03-01T16:00Z": "2022-03-02",
    "2022-03-01T00:30:00+09:00": "2022-02-28",
    "2022-03-01T12:00:00.123456-0500": "2022-03-02",
    "2022-03-01 20:00:00 UTC": "2022-03-02",
    "2022-03-01T08:00:00": "2022-03-01",
    "Tue, 01 Mar 2022 08:00:00 +0800": "2022-03-01",
    "Tue, 01 Mar 2022 20:00:00 GMT": "2022-03-02",
    "Tue, 1 Mar 22 20:00 UT": "2022-03-02",
    "1 March 2022": "2022-03-01",
    "01-Mar-2022 08:00:00": "2022-03-01",
    "Tues, 01 Mar. 2022 08:00:00 +8": "2022-03-01",
    "Tue,01 Mar 2022 08:00:00 GMT+8": "2022-03-01",
    "Tue, 01 Mar 2022 08:00:00 GMT+08:00": "2022-03-01",
    "Tue, 01 Mar 2022 08:00:00 +0800 (CST)": "2022-03-01",
    "Tue, 01 Mar 2022 14:00:00 EST": "2022-03-02",
    "Tue, 01 Mar 2022 08:00:00 PST": "2022-03-02",
    "Tue, 01 Mar 2022 07:59:59 PST": "2022-03-01",
    "Tue, 01 Mar 2022 08:00:00 CST": "2022-03-01",
    "星期二, 01 三月 2022 08:00:00 +0800": "2022-03-01",
    "星期二，01 3月 2022 08:00:00 GMT": "2022-03-01",
    "周二, 1 十二月 2022": "2022-12-01",
    "Tue Mar 01 2022 20:00:00 GMT+0800 (中国标准时间)": "2022-03-01",
    "Tue Mar  1 08:00:00 CST 2022": "2022-03-01",
    "Tue Mar 1 08:00:00 2022": "2022-03-01",
    "Mar 1, 2022 10:00:00 PM": "2022-03-01",
    "Mar 1, 2022 10:00:00 PM GMT": "2022-03-02",
    "March 1, 2022": "2022-03-01",
    "2022-03-01 下午 3:00": "2022-03-01",
    "2022-03-01 08:00:00.0": "2022-03-01",
    "29 Feb 2024": "2024-02-29",
    # writers get weekdays wrong, and no reader of feeds minds
    "Mon, 01 Mar 2022 08:00:00 +0800": "2022-03-01",
    "2022-03-01 星期三": "2022-03-01",
    "Sat, 31 Dec 1999 23:59:60 +0800": "1999-12-31",
}
LEAVES_ALONE = [
    "", " ", "昨天", "3天前", "刚刚", "发布时间", "不详",
    "2022-02-30", "2023-02-29", "2022-13-01", "2022-00-10", "2022-03-00", "0000-00-00", "2022-3-32", "20221301",
    "29 Feb 2023", "31 Apr 2024",
    "2022-03-01 25:00", "2022-03-01T08:60:00Z", "2022-03-01 08:00:61", "2022-03-01T24:00:01Z",
    "2022", "2022-03", "2022年3月", "2022年", "2022-W09-2", "2022-060", "--03-01", "03-01", "3月1日", "22-03-01", "01/03/2022", "03/01/2022",
    "1646064000", "1646064000000", "0", "12:00", "2022-03-01/2022-03-05", "2022-03-01至2022-03-05", "2022年3月1日起",
    "Tue, 01 Mar 2022 20:00:00 CST", "Tue, 01 Mar 2022 20:00:00 XYZ", "Tue, 01 Mar 2022 20:00:00 +9900", "Tue, 01 Mar 2022 20:00:00 A",
    "Tue, 01 Mär 2022", "Tue, 01 Foo 2022", "Tue, 2022 01 Mar", "1 Mar", "Mar 2022", "2022-03.01", "1022-03-01", "2922-03-01",
    "2004년 05월 28일", "x2022-03-01", "2022-03-01x", "v2022.3.1", "2022.3.1.5", "２０２２", "2022-03-01" * 9, "9" * 5000,
]  # fmt: skip


@pytest.mark.parametrize(("words", "day"), READS.items())
def test_reads(words: str, day: str) -> None:
    assert read_stamp(words) == date.fromisoformat(day)


@pytest.mark.parametrize("words", LEAVES_ALONE)
def test_leaves_alone(words: str) -> None:
    assert read_stamp(words) is None


def test_nothing_is_no_day() -> None:
    assert read_stamp(None) is None


_ZONES = st.integers(-12 * 4, 14 * 4).map(lambda quarters: timezone(timedelta(minutes=15 * quarters)))
_MOMENTS = st.datetimes(datetime(1971, 1, 1), datetime(2099, 1, 1), timezones=_ZONES)  # noqa: DTZ001 - the zones come with it


@given(_MOMENTS, st.sampled_from(["mail", "iso", "T", "plain"]))
def test_a_zone_is_turned_into_ours(moment: datetime, form: str) -> None:
    words = {
        "mail": format_datetime(moment),
        "iso": moment.isoformat(sep=" "),
        "T": moment.isoformat(),
        "plain": f"{moment:%Y/%m/%d %H:%M:%S %z}",
    }[form]
    assert read_stamp(words) == (moment + timedelta(hours=8) - (moment.utcoffset() or timedelta())).date()


@given(st.text(max_size=120) | st.text("0123456789-/:年月日 TZ+JanFebMar,.", max_size=40))
def test_whatever_is_written_nothing_is_raised(words: str) -> None:
    day = read_stamp(words)
    assert day is None or 1900 <= day.year <= 2100


@pytest.mark.parametrize(
    ("seconds", "day"),
    [
        (1646064000, "2022-03-01"),
        (1646063999, "2022-02-28"),
        (1646064000.5, "2022-03-01"),
        (-1, None),
        (0, None),
        (10**12, None),
        (float("inf"), None),
    ],
)
def test_seconds(seconds: float, day: str | None) -> None:
    assert day_of_seconds(seconds) == (None if day is None else date.fromisoformat(day))
