"""The engine that recognises writing in pictures: rapidocr, where the extra ``ocr`` is installed.

Its models lie in its wheel and nothing is fetched: they are named by their files. Its line classifier is never used: it turns upright
lines, which then vanish without a word.
"""

from __future__ import annotations

import importlib.util
import re
import time
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from extractors.scans.page_reader import Grey, PageReader, Quads, Word

SECONDS_A_PAGE = 60.0
_LONGEST_SIDE = 1_280
"""Pixels of the page in which lines are looked for; they are read from the page as it is."""
_SMALLEST, _SLIMMEST = 64, 4
"""Pixels that a page is wide at least, and how many times it is as long: the engine enlarges the short side, and the long one with it."""
_NO_ROOM = re.compile("bad_alloc|allocate memory", re.IGNORECASE)
_WHITE = 255
_MODELS = ("PP-OCRv6_det_small.onnx", "PP-OCRv6_rec_small.onnx")


@cache
def page_reader(threads: int = 2) -> PageReader | None:
    """The engine, None where it is not installed. Nothing is loaded before the first page."""
    if any(importlib.util.find_spec(name) is None for name in ("rapidocr", "onnxruntime", "cv2")):
        return None
    return _Rapid(threads)


class _Rapid:
    """rapidocr, called for lines and for single lines' words."""

    def __init__(self, threads: int) -> None:
        self._threads = threads
        self._engine: Any = None
        self._until = float("inf")

    def find_lines(self, page: Grey) -> Quads:
        import cv2  # noqa: PLC0415 - comes with the extra
        import numpy as np  # noqa: PLC0415 - start-up

        self._until = time.monotonic() + SECONDS_A_PAGE
        scale = min(1.0, _LONGEST_SIDE / max(page.shape))
        small = cv2.resize(page, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA) if scale < 1 else page
        least = max(_SMALLEST, max(small.shape) // _SLIMMEST)
        low, wide = (max(0, least - side) for side in small.shape)
        small = cv2.copyMakeBorder(small, 0, low, 0, wide, cv2.BORDER_CONSTANT, value=_WHITE)
        found = self._asked(cv2.cvtColor(small, cv2.COLOR_GRAY2BGR), use_det=True, use_cls=False, use_rec=False)
        boxes = getattr(found, "boxes", None)
        if boxes is None or len(boxes) == 0:
            return np.zeros((0, 4, 2), dtype=np.float32)
        return np.asarray(boxes, dtype=np.float32) * np.float32(1 / scale)

    def read_line(self, line: Grey) -> Word:
        import cv2  # noqa: PLC0415 - comes with the extra

        from extractors.scans.page_reader import OutOfTime, Word  # noqa: PLC0415 - start-up

        if time.monotonic() > self._until:
            raise OutOfTime
        read = self._asked(cv2.cvtColor(line, cv2.COLOR_GRAY2BGR), use_det=False, use_cls=False, use_rec=True, return_word_box=True)
        if not read.txts:
            return Word("", (), 0.0)
        text, info = read.txts[0], read.word_results[0]
        columns = [column for columns in info.word_cols for column in columns]
        # the columns are those of what is printed
        places = iter((column + 0.5) / max(info.line_txt_len, 1.0) for column in columns)
        before = 0.0
        seen: list[float] = []
        for char in text:
            before = before if char.isspace() else next(places, before)
            seen.append(min(before, 1.0))
        return Word(text, tuple(seen), float(read.scores[0]))

    def _asked(self, picture: Any, **wanted: bool) -> Any:  # noqa: ANN401 - rapidocr carries no types
        """What the engine answers. Raises MemoryError where it has not enough."""
        from rapidocr.inference_engine.onnxruntime.main import ONNXRuntimeError  # noqa: PLC0415 - loads libraries

        try:
            return self._loaded()(picture, **wanted)
        except ONNXRuntimeError as error:
            if _NO_ROOM.search(str(error)):
                raise MemoryError from error
            raise

    def _loaded(self) -> Any:  # noqa: ANN401 - rapidocr carries no types
        if self._engine is None:
            self._engine = _considerate(engine(self._threads), self._threads)
        return self._engine


def engine(threads: int) -> Any:  # noqa: ANN401 - rapidocr carries no types
    """Load rapidocr with the settings that read these papers best."""
    import rapidocr  # noqa: PLC0415 - loads libraries

    models = Path(rapidocr.__file__).parent / "models"
    return rapidocr.RapidOCR(
        params={
            "Global.log_level": "critical",
            "Global.use_cls": False,
            "Global.use_preprocess_img": False,
            "Rec.rec_batch_num": 1,
            "Det.model_path": str(models / _MODELS[0]),
            "Rec.model_path": str(models / _MODELS[1]),
            "EngineConfig.onnxruntime.intra_op_num_threads": threads,
            "EngineConfig.onnxruntime.inter_op_num_threads": 1,
        }
    )


def _considerate(loaded: Any, threads: int) -> Any:  # noqa: ANN401 - rapidocr carries no types
    """The engine with sessions whose threads sleep while they wait: rapidocr's own spin, and take other workers' cores."""
    import onnxruntime  # noqa: PLC0415 - loads a library

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads, options.inter_op_num_threads = threads, 1
    options.log_severity_level = 4
    options.enable_cpu_mem_arena = False
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    for part in (loaded.cfg.Det, loaded.cfg.Rec):
        session = onnxruntime.InferenceSession(part.model_path, options, providers=["CPUExecutionProvider"])
        part._set_flag("allow_objects", True)  # noqa: FBT003, SLF001 - how OmegaConf is told
        part.session = session
    return loaded
