"""The paper that the rules' examples are made of: a short clean agreement, of which an example changes what it is about."""

from __future__ import annotations

from collections.abc import Mapping

from extractors.checks.rule import Example

_PARTS: dict[str, str] = {
    "title": "结对帮扶协议书",
    "head": "甲方（帮扶学校）：云溪市实验小学\n乙方（受援学校）：石桥镇中心小学",
    "preamble": "为促进城乡教育均衡发展，经双方协商，达成如下协议。",
    "term": "帮扶期限为三年，自2024年9月1日起至2027年8月31日止。",
    "supporter": "1.甲方每学期选派3名骨干教师到乙方送教。\n2.甲方每学期为乙方举办专题讲座2场。",
    "recipient": "1.乙方每学年选派2名教师到甲方跟岗学习。\n2.乙方为甲方派出的教师安排食宿。",
    "further": "",
    "effective": "本协议自双方签字盖章之日起生效。",
    "liability": "任何一方不履行本协议的，应当承担违约责任。",
    "supplement": "本协议未尽事宜，由双方协商解决。",
    "copies": "本协议一式两份，甲乙双方各执一份。",
    "signatures": (
        "甲方（盖章）：云溪市实验小学        乙方（盖章）：石桥镇中心小学\n"
        "代表签字：陆远航                    代表签字：覃秀梅\n"
        "2024年8月26日                       2024年8月26日"
    ),
    "annexes": "",
}
_OTHERS = ("further", "effective", "liability", "supplement", "copies")
"""The parts of the last clause, numbered as they come; one that is left out leaves no gap."""


def example(*, also: Mapping[str, str] | None = None, shown: str | None = None, **changes: str) -> Example:
    """The paper with some of its parts changed, or left out where a change is "".

    The parts are title, head, preamble, term, supporter, recipient (the duties of either side), further, effective, liability,
    supplement, copies (members of the last clause, without their numbers; several of ``further`` on lines of their own), signatures
    and annexes. What is shown are the changes, the whole paper where something is left out.
    """
    unknown = changes.keys() - _PARTS.keys()
    if unknown:
        raise KeyError(*unknown)
    text = _written(_PARTS | changes)
    left_out = any(not words for words in changes.values())
    return Example(text, shown or (text if left_out else "\n".join(changes.values())), also or {})


def paper(text: str, *, shown: str | None = None, also: Mapping[str, str] | None = None) -> Example:
    """A whole text of its own: a plan, or an agreement of another build."""
    return Example(text, shown or text, also or {})


def _written(parts: Mapping[str, str]) -> str:
    clauses = [("帮扶期限", parts["term"]), ("甲方责任", parts["supporter"]), ("乙方责任", parts["recipient"])]
    lines = [line for name in _OTHERS for line in parts[name].splitlines()]
    clauses.append(("其他", "\n".join(f"{at}.{line}" for at, line in enumerate(lines, 1))))
    numbered = [f"{number}、{heading}\n{body}" for number, (heading, body) in zip("一二三四", [c for c in clauses if c[1]], strict=False)]
    blocks = (parts["title"], parts["head"], parts["preamble"], "\n".join(numbered), parts["signatures"], parts["annexes"])
    return "\n\n".join(block for block in blocks if block) + "\n"
