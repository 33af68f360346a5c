"""The rules' pages in ``docs/checks``: ``python -m pipeline.check.pages`` writes them anew from the rule files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from extractors.checks import FAMILIES
from extractors.checks.rule import Described, Example
from pipeline.check.words import words_of

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "checks"
_WORDS = words_of("zh")
_FENCE = re.compile("`{3,}")


def pages() -> dict[str, str]:
    """The content of every page by its file's name: the index and one page for each rule."""
    rules = [rule for family in FAMILIES for rule in family.rules]
    return {"README.md": index(), **{f"{rule.slug}.md": page(rule) for rule in rules}}


def index() -> str:
    """Every rule by family, with its severity."""
    return "\n".join(_index_lines()) + "\n"


def page(rule: Described) -> str:
    """A rule's page."""
    family = next(family for family in FAMILIES if rule in family.rules)
    scope = f"，{_WORDS.agreements_only}" if rule.agreements_only else ""
    facts = f"{_WORDS.severities[rule.severity]}（{rule.severity}）{scope} · [{family.title}](README.md#{family.slug})"
    return f"# {rule.slug}：{rule.title}\n\n{rule.summary}\n\n{facts}\n\n{rule_text(rule)}"


def rule_text(rule: Described) -> str:
    """What a rule says of itself, in Markdown: its sections and its examples."""
    parts = [f"## {heading}\n\n{body}\n" for heading, body in rule.sections.items()]
    parts += [_examples(_WORDS.bad_example, rule.bad), _examples(_WORDS.good_example, rule.good)]
    return "\n".join(parts)


def write(folder: Path = FOLDER) -> None:
    """Write every page, and take away those of rules that are no more."""
    folder.mkdir(parents=True, exist_ok=True)
    wanted = pages()
    for path in folder.glob("*.md"):
        if path.name not in wanted:
            path.unlink()
    for name, content in wanted.items():
        (folder / name).write_text(content, encoding="utf-8")


def _index_lines() -> Iterator[str]:
    count = sum(len(family.rules) for family in FAMILIES)
    yield from (f"# 规则（{count} 条）", "")
    yield "怎样运行、配置和接受，见 [检查文书](../checking.zh-CN.md)；怎样添一条规则，见 [添一条规则](../adding-a-check.zh-CN.md)。"
    for family in FAMILIES:
        if family.rules:
            yield from ("", f'<a id="{family.slug}"></a>', "", f"## {family.title}（`{family.slug}`）", "")
            yield from ("| 规则 | 严重程度 | 缺陷 | in English |", "| --- | --- | --- | --- |")
            for rule in family.rules:
                yield f"| [`{rule.slug}`]({rule.slug}.md) | {_WORDS.severities[rule.severity]} | {rule.title} | {rule.summary} |"


def _examples(heading: str, examples: tuple[Example, ...]) -> str:
    blocks = []
    for example in examples:
        fence = "`" * max([3, *(len(found[0]) + 1 for found in _FENCE.finditer(example.shown))])
        blocks.append(f"{fence}text\n{example.shown.rstrip()}\n{fence}\n")
        blocks += [f"{_WORDS.also_found.format(rule=f'`{rule}`', why=why)}\n" for rule, why in example.also.items()]
    return "\n".join([f"## {heading}\n", *blocks])


if __name__ == "__main__":
    write()
