"""The lines of ``jiedui serve``: one for each run, with the time and the name."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from pipeline.batch.words import counted, spoken
from pipeline.batch.words import words as batch_words
from pipeline.flows.ends import End
from pipeline.messages import Lang
from pipeline.printable import one_line
from pipeline.serve.at_work import Answer
from pipeline.serve.job import Job, Shared
from pipeline.serve.words import words_of
from pipeline.terminal import Teller


class Log:
    """Tells what happens, by the clock of a zone."""

    def __init__(self, lang: Lang, zone: ZoneInfo) -> None:
        """In a language."""
        self._lang, self._zone, self._teller = lang, zone, Teller()

    def words(self, sentence: str, **facts: object) -> str:
        """A sentence of :class:`pipeline.serve.words.Words`, filled in."""
        template: str = getattr(words_of(self._lang), sentence)
        return template.format(**{name: one_line(str(fact)) for name, fact in facts.items()})

    def say(self, sentence: str, **facts: object) -> None:
        """A line of its own."""
        self._teller.say(self.words(sentence, **facts))

    def of(self, job: str, sentence: str, **facts: object) -> None:
        """A line about a job."""
        self._of(job, self.words(sentence, **facts))

    def ended(self, job: Job, answer: Answer, shared: Shared) -> tuple[End, str]:
        """The line about a run that is over; how it ended, and what was said of it."""
        end, said = self._how(job, answer, shared)
        self._of(job.name, said)
        return end, said

    def _of(self, job: str, said: str) -> None:
        now = f"{datetime.now(self._zone):%Y-%m-%d %H:%M:%S}"
        self.say("line", time=now, name=job, said=said)

    def _how(self, job: Job, answer: Answer, shared: Shared) -> tuple[End, str]:
        said = batch_words(self._lang)
        if answer.is_dead:
            return "died", self.words("died", why=answer.why)
        if answer.why is not None:
            return "failed", self.words("failed", why=answer.why)
        counts = counted(answer.counts, said)
        if answer.is_stopped:
            return "stopped", self.words("stopped", counts=counts)
        if answer.said is not None:
            return "failed" if answer.is_failed else "done", answer.said.removeprefix(f"{job.name}：").removeprefix(f"{job.name}: ")
        facts = {"counts": counts, "spent": spoken(answer.seconds, said), "report": job.report(shared)}
        done = self.words("done", **facts) if answer.counts else self.words("nothing")
        if not answer.missing:
            return "done", done
        # nothing at all was read: a folder that is gone must not look like an empty one
        missing = self.words("missing", missing="、".join(answer.missing), said=done)
        return ("done" if answer.counts else "failed"), missing
