"""The words by which an agreement calls itself: 协议, 责任书, 备忘录, 意向书 and their kin.

Reads::

    本备忘录、该意向书、合作合约、结对责任状

Leaves alone::

    协议的内容、合同工        words that only begin so are told apart by what stands around them
"""

from __future__ import annotations

PAPER = "协议|合同|协定|责任书|责任状|意向书|备忘录|约定书|承诺书|契约|合约|公约"
"""Alternatives of a pattern; 书 may follow each (协议书)."""
