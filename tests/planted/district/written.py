"""A draft numbered and written out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count

from tests.planted.district.draft import Draft, Section
from tests.planted.district.figures import chinese

# the number of a section, that of a clause in it, and how a section is referred to; n: figures, c: in words, s: the section's figures
SCHEMES: dict[str, tuple[str, str, str]] = {
    "words": ("{c}、", "（{c}）", "第{c}条"),
    "words-figures": ("{c}、", "{n}．", "第{c}条"),
    "articles": ("第{c}条　", "{n}、", "第{c}条"),
    "articles-words": ("第{c}条 ", "（{c}）", "第{c}条"),
    "brackets": ("（{c}）", "{n}.", "第（{c}）条"),
    "decimal": ("{n}. ", "{s}.{n} ", "第{n}条"),
    "chapters": ("第{c}章 ", "第{c}条 ", "第{c}条"),
}


def _put(form: str, number: int, section: int = 0) -> str:
    return form.replace("{c}", chinese(number)).replace("{n}", str(number)).replace("{s}", str(section))


def numerals(form: str, number: int) -> str:
    """A number alone, as its form writes it."""
    return chinese(number) if "{c}" in form else str(number)


def _numbers(draft: Draft, level: int, size: int) -> list[int]:
    """1, 2, 3 … with the gap or the repetition of the draft's twist; level 0: sections, else the clauses of a section."""
    plain = list(range(1, size + 1))
    if not draft.twist or draft.twist[1] != level:
        return plain
    kind, _, at = draft.twist
    return [one if one < at else one + (1 if kind == "gap" else -1) for one in plain]


def _body(draft: Draft) -> Iterator[str]:
    section_form, item_form, _ = SCHEMES[draft.chosen]
    running = count(1)
    bare, semicolons = draft.form % 2 == 0 and draft.chosen not in {"chapters", "decimal"}, draft.form % 5 == 0
    for at, section in enumerate(draft.sections):
        number = _numbers(draft, 0, len(draft.sections))[at]
        texts = [text for _, text in section.clauses]
        lead = _put(section_form, number)
        if draft.chosen == "chapters":
            yield lead + section.heading
            yield from (_put(item_form, _skipped(draft, next(running))) + text for text in texts)
        elif len(texts) == 1:
            yield from [lead + texts[0]] if bare else [lead + section.heading, texts[0]]
        else:
            yield lead + section.heading
            yield from _items(draft, at, number, _ended(texts, joined=semicolons))


def _skipped(draft: Draft, number: int) -> int:
    """The running number of an article, moved by the twist (level 99)."""
    if draft.twist and draft.twist[1] == 99 and number >= draft.twist[2]:
        return number + (1 if draft.twist[0] == "gap" else -1)
    return number


def _items(draft: Draft, at: int, section: int, texts: list[str]) -> Iterator[str]:
    numbers = _numbers(draft, at + 1, len(texts))
    for number, text in zip(numbers, texts, strict=True):
        yield _put(SCHEMES[draft.chosen][1], number, section) + text


def _ended(texts: list[str], *, joined: bool) -> list[str]:
    """Clauses of one sentence each may end with a semicolon."""
    if not joined or any("。" in text[:-1] or "；" in text for text in texts):
        return texts
    return [text[:-1] + "；" for text in texts[:-1]] + [texts[-1]]


def _referred(draft: Draft, text: str) -> str:
    """References to sections, put as this paper numbers them."""

    def told(found: re.Match[str]) -> str:
        at = next(i for i, one in enumerate(draft.sections) if one.key == found[1])
        if draft.chosen == "chapters":
            at = sum(len(one.clauses) for one in draft.sections[:at])
        return "本协议" + _put(SCHEMES[draft.chosen][2], at + 1)

    return re.sub(r"@(\w+)@", told, text)


def _head(draft: Draft) -> Iterator[str]:
    """The parties."""
    spaced = draft.form % 9 == 4 and draft.roles[0] == "甲方"
    for at, (role, name) in enumerate(zip(draft.roles, draft.head, strict=True)):
        if name is None:
            continue
        label = f"（{draft.labels[at]}）" if draft.labels else ""
        short = ""
        if draft.alias and at == 0:
            short = f"（以下简称“{draft.names[0].short}”）"
        elif draft.roles[0] == "甲方" and not label and draft.form % 4 == 1:
            short = f"（以下简称{role}）"
        yield f"{role[0]}　{role[1]}：{name}{short}" if spaced and not label else f"{role}{label}：{name}{short}"
        if draft.form % 10 == 7 and name == str(draft.names[at]):
            yield f"地址：{draft.names[at].place}文昌路{draft.form}号"


def _blocks(draft: Draft) -> list[list[str]]:
    """The lines of each party's signature."""
    seal = ("盖章", "公章", "盖章", "签章")[draft.form % 4]
    leader = ("法定代表人（签字）", "负责人（签字）", "校长（签名）", "代表人签字")[draft.form // 4 % 4]
    day = ("", "日期：", "签订日期：", "签约时间：", "")[draft.form // 3 % 5]
    blocks = []
    for role, name, who, when in zip(draft.sign_roles, draft.sign, draft.people, draft.signed, strict=True):
        if role.startswith("丙方") or draft.roles[0] != "甲方":
            leader = leader.replace("校长", "负责人")
        told = name[:2] + " " + name[2:] if draft.form % 17 == 3 and name in map(str, draft.names) else name
        lines = [f"{role}（{seal}）：{told}"] + ([] if draft.seal_only else [f"{leader}：{who}"])
        blocks.append(lines + ([] if when is None or draft.shared else [day + when]))
    return blocks


def _foot(draft: Draft) -> Iterator[str]:
    """The signatures, one under another or side by side."""
    blocks = _blocks(draft)
    even = len({len(block) for block in blocks}) == 1
    if draft.form % 3 == 0 and even and len(blocks) == 2:
        yield from ("　　　　　".join(lines) for lines in zip(*blocks, strict=True))
    else:
        for block in blocks:
            yield from (*block, "")
    if draft.shared and draft.signed and draft.signed[0] is not None:
        yield ("签订日期：", "签订时间：", "")[draft.form % 3] + draft.signed[0]


def _introduced(draft: Draft) -> str:
    first = f"{draft.head[0]}（以下简称甲方）与{draft.head[1]}（以下简称乙方）"
    if draft.form % 2:
        first = f"{draft.head[0]}（下称“甲方”）、{draft.head[1]}（下称“乙方”）"
    return first + "本着平等协商、共同发展的原则，就结对帮扶事宜达成如下协议："


def choose(draft: Draft) -> None:
    """A numbering for the draft."""
    draft.chosen = draft.chosen or draft.rng.choice(sorted(SCHEMES))


def written(draft: Draft) -> str:
    """The agreement's text."""
    choose(draft)
    lines = [draft.title, ""]
    lines += [_introduced(draft), ""] if draft.inline else [*_head(draft), "", draft.preamble, ""]
    lines += [_referred(draft, line) for line in _body(draft)]
    listed = ["附件：" + "　".join(f"{at}.{one}" for at, one in enumerate(draft.annexes, 1))] if draft.annexes else []
    early = draft.form % 2 == 0
    lines += ["", *(listed if early else []), "", *_foot(draft), *([] if early else listed)]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip() + "\n"


def sized(draft: Draft) -> list[tuple[int, Section]]:
    """The sections whose clauses are numbered, with their level."""
    return [(at + 1, one) for at, one in enumerate(draft.sections) if len(one.clauses) >= 3]
