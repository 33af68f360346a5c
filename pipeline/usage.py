"""What is wrong with a command line, in the person's language: which option, why, and what may stand there.

Typer's own classes are told apart by name, for it does not export them. What it says of a value is pydantic's and English, so the values
that are allowed are taken from the parameter instead; only what is not known here is told in its words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any

import typer

from pipeline.messages import Messages
from pipeline.printable import one_line

_NO_COMMAND = re.compile(r"No such command (['\"])(?P<name>.*?)\1")
_TOO_MANY = re.compile(r"unexpected extra arguments?(?:\(s\))? \((?P<given>.*)\)", re.DOTALL)


def wrong_usage(error: typer.TyperException, texts: Messages) -> str:
    """The line; empty where there is no more to say than the help that typer has printed."""
    if type(error).__name__ == "NoArgsIsHelpError":
        return error.format_message().strip()
    context = vars(error).get("ctx")
    command = context.command_path if context is not None else "jiedui"
    return texts.usage.format(why=_why(error, texts)) + " " + texts.usage_hint.format(command=command)


def _why(error: typer.TyperException, texts: Messages) -> str:
    kind, facts = type(error).__name__, vars(error)
    parameter, name = facts.get("param"), one_line(str(facts.get("option_name")))
    if kind == "NoSuchOption":
        return texts.no_option.format(name=name)
    if kind == "BadOptionUsage":
        return (texts.takes_no_value if "does not take" in error.message else texts.needs_value).format(name=name)
    if kind == "MissingParameter" and parameter is not None:
        return texts.missing.format(name=_called(parameter))
    if kind == "BadParameter" and parameter is not None:
        return _bad_value(error, parameter, texts)
    return _wrong_words(error, facts, texts) or one_line(error.format_message())


def _called(parameter: Any) -> str:  # noqa: ANN401 - a parameter of typer's, which it does not export
    """``--out FILE``, ``PATH``."""
    is_option = parameter.opts[0].startswith("-")
    return " ".join(filter(None, (parameter.opts[0] if is_option else "", parameter.metavar))) or parameter.opts[0]


def _bad_value(error: typer.TyperException, parameter: Any, texts: Messages) -> str:  # noqa: ANN401 - the same
    name, trouble = parameter.opts[0], _trouble(error)
    if trouble is None:
        return texts.bad_value.format(name=name, why=one_line(error.message))
    given, kind = one_line(str(trouble["input"])), trouble["type"]
    if choices := parameter.type_descriptor.choices:
        return texts.not_one_of.format(name=name, given=given, known=texts.listed.join(choices))
    if parameter.type_descriptor.is_datetime:
        return texts.no_day.format(name=name, given=given)
    if kind == "greater_than_equal":
        return texts.too_small.format(name=name, given=given, least=trouble["ctx"]["ge"])
    if kind.startswith(("int_", "float_")):
        return (texts.no_whole if kind.startswith("int_") else texts.no_number).format(name=name, given=given)
    return texts.bad_value.format(name=name, why=one_line(trouble["msg"]))


def _trouble(error: typer.TyperException) -> Mapping[str, Any] | None:
    """What pydantic says of the value, if it was pydantic that refused it."""
    from pydantic import ValidationError  # noqa: PLC0415 - start-up

    cause = error.__cause__
    return cause.errors()[0] if isinstance(cause, ValidationError) else None


def _wrong_words(error: typer.TyperException, facts: Mapping[str, Any], texts: Messages) -> str | None:
    """What is said of words that are neither options nor their values."""
    if found := _TOO_MANY.search(error.message):
        return texts.too_many.format(given=one_line(found["given"]))
    if found := _NO_COMMAND.search(error.message):
        name, commands = found["name"], getattr(getattr(facts.get("ctx"), "command", None), "commands", {})
        meant = texts.listed.join(get_close_matches(name, commands))
        return (texts.other_command if meant else texts.no_command).format(name=one_line(name), meant=meant)
    return None
