"""The place at the front of an organisation's name, by the suffixes of places alone.

Reads::

    荔波县民族中学                 荔波县
    广州市白云区教育局             广州市白云区
    平川县石佛镇中心学校           平川县石佛镇

Leaves alone::

    城区第一小学, 开发区实验学校        no place by name
    青松小学                            no place told
    云岭县优秀乡村教师, 东湾市安远同乡会    云岭县 and 东湾市 alone
"""

from __future__ import annotations

import re

_PLACE = re.compile(
    r"[一-龥]{1,3}(?:省|自治区)(?:[一-龥]{2,4}?(?:市|州|盟|地区))?(?:[一-龥]{2,4}?(?:县|区|旗))?"
    r"|[一-龥]{2,5}?(?:市|自治州|州|盟|地区|自治县|县|区|旗)(?!级|域|属|直|委|政协)(?:[一-龥]{1,4}?(?:县|区|市|镇|(?<![同老家故])乡(?!村[教振学]|[亲贤])|街道)(?!级|域))?"
)
"""Province, prefecture, county, town, as GB/T 2260 names its levels."""
_NO_PLACE = re.compile("[东南西北城校园社山牧林片老新小]区$|城市$|开发区$|示范区$|实验区$")


def place_in_front(name: str) -> str:
    """The place, "" where none stands there."""
    match = _PLACE.match(name)
    return match.group() if match and not _NO_PLACE.fullmatch(match.group()) else ""
