"""The language's own tools: traditional to simplified, words, and the spaCy pipeline over the same words.

Everything heavy is loaded when it is first used: reading one short file needs neither jieba nor spaCy.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from extractors.names.lexicon import read_columns, read_entries

if TYPE_CHECKING:
    import jieba
    import opencc
    import spacy.language
    import spacy.tokens
    import spacy.vocab

_LONGEST_RUN = 500
"""jieba's model of unknown words takes time by the square of a run without punctuation: longer runs are cut first."""
_WORD_CHARACTERS = r"\u4e00-\u9fd5a-zA-Z0-9+#&._%\-"
_RUN = re.compile(rf"[{_WORD_CHARACTERS}]{{1,{_LONGEST_RUN}}}|[^{_WORD_CHARACTERS}\s]|\s+")
_LONGEST_DOCUMENT = 100_000
"""Characters given to spaCy in one piece; it refuses a million, and memory grows with the piece."""
_PIECE = re.compile(rf"(?s).{{1,{_LONGEST_DOCUMENT}}}(?:(?<=[。！？\n])|\Z)|.{{1,{_LONGEST_DOCUMENT}}}")
_DOMAIN_FREQUENCY = 3000


class Language:
    """Chinese as jieba and OpenCC see it; build one and pass it in. Its dictionary is its own: jieba's global one stays untouched."""

    def simplify(self, text: str) -> str:
        """The text with traditional characters made simplified, one for one (OpenCC's t2s changes no length of Han text)."""
        simplified: str = self._converter.convert(text)
        return simplified

    def words(self, text: str) -> list[tuple[int, int]]:
        """The words of a text as (start, end), without the blanks between them. Linear in the text's length."""
        found: list[tuple[int, int]] = []
        for run in _RUN.finditer(text):
            at = run.start()
            if run.group().isspace():
                continue
            for word in self._tokenizer.cut(run.group(), HMM=True):
                found.append((at, at + len(word)))
                at += len(word)
        return found

    def cut(self, text: str) -> list[str]:
        """The words of a short text themselves, blanks among them: joined they are the text again."""
        if len(text) <= _LONGEST_RUN:
            return list(self._tokenizer.cut(text, HMM=True))
        cuts = [0, *sorted({edge for word in self.words(text) for edge in word}), len(text)]
        return [text[start:end] for start, end in pairwise(cuts) if start < end]

    def documents(self, text: str) -> Iterator[tuple[int, spacy.tokens.Doc]]:
        """The text through :attr:`pipeline`, in pieces that end with a sentence, each with its offset in the text."""
        for piece in _PIECE.finditer(text):
            yield piece.start(), self.pipeline(piece.group())

    @cached_property
    def pipeline(self) -> spacy.language.Language:
        """A spaCy pipeline whose tokens are :meth:`words`; ``doc.spans["lexicon"]`` holds the terms of the trade and the places."""
        import spacy  # noqa: PLC0415 - most of a second that only the pipeline needs

        pipeline = spacy.blank("zh")
        pipeline.tokenizer = _SpacyTokenizer(pipeline.vocab, self)
        ruler = pipeline.add_pipe("span_ruler", config={"spans_key": "lexicon"})
        terms = [{"label": "TERM", "pattern": term} for term in sorted(read_entries("domain"))]
        places = [{"label": "PLACE", "pattern": name} for column in read_columns("regions", 2) for name in column]
        ruler.add_patterns([*terms, *places])  # type: ignore[attr-defined]  # add_pipe gives a bare callable
        return pipeline

    @cached_property
    def _converter(self) -> opencc.OpenCC:
        import opencc  # noqa: PLC0415 - loaded when the first text is read

        return opencc.OpenCC("t2s")

    @cached_property
    def _tokenizer(self) -> jieba.Tokenizer:
        import jieba  # noqa: PLC0415 - a fifth of a second that reading a record does not need

        tokenizer = jieba.Tokenizer()
        tokenizer.FREQ, tokenizer.total = _prefix_dictionary()
        tokenizer.initialized = True
        return tokenizer


class _SpacyTokenizer:
    """spaCy's tokenizer interface over :meth:`Language.words`."""

    def __init__(self, vocab: spacy.vocab.Vocab, language: Language) -> None:
        self.vocab = vocab
        self._language = language

    def __call__(self, text: str) -> spacy.tokens.Doc:
        from spacy.tokens import Doc  # noqa: PLC0415 - loaded by now
        from spacy.util import get_words_and_spaces  # noqa: PLC0415 - the same

        words, spaces = get_words_and_spaces([text[start:end] for start, end in self._language.words(text)], text)
        return Doc(self.vocab, words=words, spaces=spaces)


def default_language() -> Language:
    """A language with the shipped dictionary."""
    return Language()


@cache
def _shipped() -> tuple[Mapping[str, int], int]:
    entries, frequencies, _ = read_columns("words", 3)
    counts = dict(zip(entries, map(int, frequencies), strict=True))
    return counts, sum(counts.values())


def _prefix_dictionary() -> tuple[dict[str, int], int]:
    """The form in which jieba keeps a dictionary: every word with its frequency, every beginning of a word with 0.

    The shipped word list stands in for jieba's own: 73,000 words in place of 349,000 give the same word ends but for 5 in 100, and
    load in a seventh of the time.
    """
    counts, total = _shipped()
    frequencies = dict(counts)
    for term in read_entries("domain"):
        frequencies[term] = max(frequencies.get(term, 0), _DOMAIN_FREQUENCY)
    for beginning in {word[:length] for word in frequencies for length in range(1, len(word))}:
        frequencies.setdefault(beginning, 0)
    return frequencies, total
