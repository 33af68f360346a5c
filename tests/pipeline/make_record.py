"""Records for the tests of the command line, built by hand: what the extractors make of a text is tested elsewhere."""

from __future__ import annotations

import hashlib

from schemas.agreement import Copies, Document, Effective, Funding, Holder, Party, Quota, Regions, Signature, Term
from schemas.finding import Finding
from schemas.press import Press
from schemas.record import Record
from schemas.required import FieldState
from schemas.source import Outcome, Reason, Source, Status
from schemas.span import Extent, Span
from schemas.values import Amount, Date, Duration, Money, Rate

TEXT = "南浦中学与北岭中学结对协议。甲方每学期送课不少于4节，每年资助12万元。一式两份，双方各执一份。"


def span(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start=start, end=start + len(words), text=words)


def record(text: str = TEXT, name: str | None = "a.txt", documents: tuple[Document, ...] = ()) -> Record:
    digest = hashlib.sha256(text.encode()).hexdigest()
    source = Source(id=f"sha256:{digest}", name=name, media_type="text/plain", extractor_version="0")
    return Record(source=source, outcome=Outcome(status="read"), text=text, documents=documents)


def bad_record(status: Status, reason: Reason | None, message: str | None, name: str | None = "a.txt") -> Record:
    source = Source(id="sha256:0", name=name, extractor_version="0")
    return Record(source=source, outcome=Outcome(status=status, reason=reason, message=message), text="")


def agreement(title: str | None = "南浦中学与北岭中学结对协议") -> Document:
    return Document(
        kind="agreement",
        is_template=False,
        title=title,
        span=Extent(start=0, end=len(TEXT)),
        parties=(
            Party(role="甲方", name="南浦中学", side="supporter", span=span("南浦中学")),
            Party(role="乙方", name="____", side="recipient", blank=True, span=span("北岭中学")),
        ),
        term=Term(
            start=Date(edtf="2024-09-01"),
            duration=Duration(count="3", unit="年", iso="P3Y"),
            starts_on="signing",
            span=span("结对协议"),
        ),
        effective=Effective(on="sealing", span=span("协议")),
        copies=Copies(total=2, holders=(Holder(holder="甲方", count=1), Holder(holder="乙方", count=1)), span=span("一式两份")),
        signing=(Signature(role="甲方", signatory="温庭月", date=Date(edtf="2024-08-26"), span=span("甲方")),),
        quotas=(
            Quota(
                amount=Amount(min="4"),
                unit="节",
                what="送课",
                per=Rate(count="1", unit="学期"),
                actor="甲方",
                target="乙方",
                modality="duty",
                span=span("送课不少于4节"),
            ),
        ),
        funding=(
            Funding(
                amount=Money(min="120000", max="120000"),
                per=Rate(count="1", unit="年"),
                times="2",
                total=Money(min="240000", max="240000"),
                payer="甲方",
                purpose="图书",
                modality="duty",
                part_of=True,
                span=span("每年资助12万元"),
            ),
        ),
        regions=Regions(supporter=("南浦市",), recipient=("北岭县",)),
        press=Press(outlet="南浦日报", published=Date(edtf="XXXX-05-09", resolved="2024-05-09")),
        required=(
            FieldState(field="term", state="found"),
            FieldState(field="copies", state="not-stated"),
            FieldState(field="supplement", state="not-applicable"),
            FieldState(field="signature", state="found", subject="甲方"),
            FieldState(field="signature", state="found", subject="乙方"),
            FieldState(field="sign-date", state="found", subject="甲方"),
            FieldState(field="sign-date", state="blank", subject="乙方"),
        ),
        findings=(Finding(rule="blank-party", severity="warning", subject="乙方", message="乙方的名称空着"),),
    )
