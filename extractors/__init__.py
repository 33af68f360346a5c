r"""How text becomes records: bytes or text in, records out.

>>> from extractors import read_text
>>> record = read_text("结对帮扶协议书\n甲方：甲校\n乙方：乙校\n甲方每学期到乙方送课不少于4节。", names=False)
>>> record.documents[0].quotas[0].amount.min
'4'
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractors.read import read_bytes, read_text

__all__ = ["read_bytes", "read_text"]


def __getattr__(name: str) -> object:
    """Load the reading only when it is asked for: importing the package stays cheap."""
    if name in __all__:
        from extractors import read  # noqa: PLC0415 - see above

        loaded: object = getattr(read, name)
        return loaded
    raise AttributeError(name)
