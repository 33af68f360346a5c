"""Whatever is done to a file's bytes, it is read or refused: Hypothesis cuts, doubles, turns and overwrites pieces of every target's seeds.

atheris goes deeper, where the code's branches lead it; this finds the smallest case, and runs with the tests.
"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzz.targets import TARGETS, seeds

_PLACES = st.floats(0, 1)
_NASTY = (
    b"\x00",
    b"\xff\xff\xff\xff",
    b"\x7f\xff\xff\xff",
    b"-1",
    b"99999999999",
    b"<",
    b">",
    b"(",
    b"\r",
    b"\xef\xbb\xbf",
    b"%%EOF",
    b"endobj",
)
EDITS = st.lists(
    st.tuples(st.sampled_from(("cut", "double", "turn", "put", "over")), _PLACES, _PLACES, st.sampled_from(_NASTY)), max_size=6
)


def mutated(data: bytes, edits: list[tuple[str, float, float, bytes]]) -> bytes:
    """The bytes after the edits; the places are shares of what there is by then."""
    for kind, one, two, words in edits:
        start, end = sorted((int(one * len(data)), int(two * len(data))))
        piece = data[start:end][:4096]
        end = start + len(piece)
        match kind:
            case "cut":
                data = data[:start] + data[end:]
            case "double":
                data = data[:end] + piece + data[end:]
            case "turn":
                data = data[:start] + piece[::-1] + data[end:]
            case "put":
                data = data[:start] + words + data[start:]
            case _:
                data = data[:start] + words + data[start + len(words) :]
    return data


@pytest.mark.parametrize("name", TARGETS)
def test_a_target_takes_what_is_left_of_its_seeds(name: str) -> None:
    own = list(seeds(name))

    @settings(max_examples=60, deadline=None, database=None)  # the machine may be busy
    @given(st.sampled_from(range(len(own))), EDITS)
    def takes(at: int, edits: list[tuple[str, float, float, bytes]]) -> None:
        TARGETS[name](mutated(own[at], edits))

    takes()
