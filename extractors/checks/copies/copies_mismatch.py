"""The copies that the holders keep do not add up to the total that the clause states.

缺陷
    协议写明一式几份，又写明各方各执几份，而各方执存的份数加起来不等于总份数。

为什么要紧
    份数对不上，说不清少了谁的一份，也说不清多出的一份在谁手里；归档和备案时无从核对。

怎么办
    核对各方和备案单位实际各执几份，把总份数或各方的份数改成一致。

什么时候不报
    只写总份数、没有写明由谁执存；写明其余各份由谁留存；持有人写法含糊、算不出一共几份（有关部门各一份）。
    双方主管部门各执一份是两份；补充协议、报名表另写的份数不算。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.case import Case
from extractors.checks.examples import example
from extractors.checks.rule import Hit, Rule
from extractors.text.numerals import HAN_DIGIT, read_number
from schemas.agreement import Copies

_COUNT = rf"[0-9]{{1,2}}|[{HAN_DIGIT}十拾]{{1,3}}"
_FILED = "留底|存档|备案|备查|存查|归档|留存|留档|保存|报备|封存|待用|备用"
_KEPT = re.compile(
    rf"(?<=[，；、])(?:其中|其余|余下的?|剩余的?|另外?有?|还有|并|再)*(?:各)?(?:(?:{_FILED}){{1,2}}(?P<after>{_COUNT})份|(?P<before>{_COUNT})份(?:用于|作为|予以|供)?(?:{_FILED}){{1,2}})(?=[，；。、\n]|$)"
)
_REST = re.compile(rf"(?:其余|余下的?|剩余的?)(?![ ]?(?:{_COUNT})[ ]?[份册])|其他各份")
_PLURAL = re.compile("(?:甲乙)?双方|两[校园家]|三方|各方|[市县区省][、及和]")

_TOGETHER = re.compile("[双各三四]方(?!主管|上级|所在)|两[校园家]|[甲乙丙丁A-C]方")


def check(case: Case) -> Iterator[Hit]:
    """The copies clause, where its figures do not agree in any reading."""
    copies = case.document.copies
    if copies is None or not copies.holders:
        return
    held = sum(holder.count for holder in copies.holders)
    filed = _filed(case, copies)
    fits = copies.total == held + filed if filed else copies.total in (held, held + _of_both(copies))
    if not fits and not _has_rest(case, copies) and not _leaves_out_parties(case, copies):
        shares = "、".join(f"{holder.holder}{holder.count}份" for holder in copies.holders)
        yield Hit("copies", f"协议一式{copies.total}份，各方执存合计{held}份（{shares}）", (copies.span,))


def _filed(case: Case, copies: Copies) -> int:
    """Copies that are kept by nobody in particular (存档一份)."""
    found = _KEPT.finditer(case.passage.text, case.place(copies.span).start, _end(case, copies))
    return sum(int(read_number(match["after"] or match["before"]) or 0) for match in found)


def _of_both(copies: Copies) -> int:
    """双方校长室、办公室各一份: the second name may be that of both too."""
    at = next((at for at, holder in enumerate(copies.holders) if _PLURAL.match(holder.holder)), None)
    return 0 if at is None else sum(holder.count for holder in copies.holders[at + 1 :] if not _PLURAL.match(holder.holder))


def _has_rest(case: Case, copies: Copies) -> bool:
    """Whether the rest is kept by somebody whom the clause does not name; what it does name is among the holders."""
    held = sum(holder.count for holder in copies.holders)
    return held < copies.total and _REST.search(case.passage.text, case.place(copies.span).start, _end(case, copies)) is not None


def _leaves_out_parties(case: Case, copies: Copies) -> bool:
    """一式三份，报教育局一份: that the parties keep the others goes without saying."""
    if sum(holder.count for holder in copies.holders) >= copies.total or _TOGETHER.search(case.passage.words(case.place(copies.span))):
        return False
    roles = {party.role for party in case.document.parties} | {"甲方", "乙方"}
    return roles.isdisjoint(one.holder for one in copies.holders)


def _end(case: Case, copies: Copies) -> int:
    return case.passage.sentence_at(max(case.place(copies.span).end - 1, case.passage.start)).end


RULE = Rule(
    slug="copies-mismatch",
    title="份数对不上",
    severity="error",
    check=check,
    agreements_only=True,
    bad=(
        example(copies="本协议一式三份，甲乙双方各执一份。"),
        example(copies="本协议一式贰份，甲方执贰份，乙方执壹份，具有同等法律效力。"),
        example(copies="本协议一式四份，双方及双方主管部门各执两份。"),
    ),
    good=(
        example(copies="本协议一式两份，甲乙双方各执一份。"),
        example(copies="本协议一式四份，甲、乙双方及双方主管部门各执一份。"),
        example(copies="本协议一式三份，甲乙双方各执一份，另一份报教育局备案。"),
        example(copies="本协议一式三份。报名表一式两份，由乙方留存。"),
    ),
)
