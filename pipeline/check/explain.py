"""Tell people about the rules: the work behind ``jiedui rules`` and ``jiedui rule``."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from textwrap import indent
from typing import Literal

from extractors.checks import ALL_RULES, FAMILIES
from extractors.checks.rule import Described, Example
from pipeline.check.diagnostics import COLOURS
from pipeline.check.excerpt import width_of
from pipeline.check.paint import Paint, standard_output
from pipeline.check.selectors import only_rule
from pipeline.check.words import Words, words_of
from pipeline.config.misuse import Misuse, told
from pipeline.exit_codes import OK, USAGE
from pipeline.messages import Lang, messages
from pipeline.terminal import Teller

Format = Literal["text", "json"]


def list_rules(form: Format, lang: Lang) -> int:
    """Print every rule by family; the exit code."""
    if form == "json":
        sys.stdout.buffer.write((json.dumps([_facts(rule) for rule in ALL_RULES], ensure_ascii=False, indent=1) + "\n").encode())
        return OK
    _print(_listed(words_of(lang), lang, standard_output()))
    return OK


def explain_rule(slug: str, lang: Lang) -> int:
    """Print what a rule says of itself; the exit code."""
    words = words_of(lang)
    try:
        rule = only_rule(slug)
    except Misuse as error:
        Teller().say(messages(lang).usage.format(why=told(error, words)))
        return USAGE
    _print(_explained(rule, words, lang, standard_output()))
    return OK


def _facts(rule: Described) -> dict[str, object]:
    family = next(family for family in FAMILIES if rule in family.rules)
    return {
        "rule": rule.slug,
        "family": family.slug,
        "severity": rule.severity,
        "title": rule.title,
        "summary": rule.summary,
        "agreements_only": rule.agreements_only,
    }


def _listed(words: Words, lang: Lang, paint: Paint) -> Iterator[str]:
    widest = max(len(rule.slug) for rule in ALL_RULES)
    labels = {
        severity: label + " " * (max(map(width_of, words.severities.values())) - width_of(label))
        for severity, label in words.severities.items()
    }
    for family in FAMILIES:
        if family.rules:
            yield paint(f"{family.title} ({family.slug})", "bold")
            for rule in family.rules:
                title = rule.summary if lang == "en" else rule.title
                yield f"  {rule.slug:{widest}}  {paint(labels[rule.severity], COLOURS[rule.severity])}  {title}"
            yield ""
    yield words.rules_hint


def _explained(rule: Described, words: Words, lang: Lang, paint: Paint) -> Iterator[str]:
    scope = f" · {words.agreements_only}" if rule.agreements_only else ""
    yield paint(f"{rule.slug}  {rule.title}", "bold")
    summary = f" · {rule.summary}" if lang == "en" else ""
    yield f"{paint(words.severities[rule.severity], COLOURS[rule.severity])}{scope}{summary}"
    for heading, body in rule.sections.items():
        yield from ("", paint(heading, "green"), indent(body, "  "))
    for heading, style, examples in ((words.bad_example, "red", rule.bad), (words.good_example, "cyan", rule.good)):
        yield from ("", paint(heading, style))
        long = any("\n" in example.shown for example in examples)
        for at, example in enumerate(examples):
            yield from ("",) if at and long else ()
            yield from _example(example, words, paint)


def _example(example: Example, words: Words, paint: Paint) -> Iterator[str]:
    yield indent(example.shown.rstrip(), "  │ ", lambda _: True).replace("│ \n", "│\n")
    for rule, why in example.also.items():
        yield paint("    " + words.also_found.format(rule=rule, why=why), "dim")


def _print(lines: Iterator[str]) -> None:
    for line in lines:
        sys.stdout.write(line + "\n")
