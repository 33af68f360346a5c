"""What the papers are and what is wrong with them: kinds, findings, parties."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from pipeline.check.results import RANKS
from pipeline.check.selectors import rule_of
from pipeline.messages import Lang
from pipeline.report.model import Findings, KindCount, Listed, Parties, PartyCount, RuleCount
from pipeline.report.seen import SEEN, ordered
from pipeline.store.tables import DOCUMENTS, FINDINGS, PARTIES
from schemas.agreement import Side
from schemas.finding import Severity

_MOST_SEEN = 20
_READ = ("ok", "needs-review")


def kinds(connection: sa.Connection) -> tuple[KindCount, ...]:
    """Documents by kind, the most frequent first."""
    templates = sa.func.sum(sa.case((DOCUMENTS.c.is_template, 1), else_=0)).label("templates")
    asked = (
        sa.select(DOCUMENTS.c.kind, sa.func.count().label("documents"), templates)
        .join(SEEN, SEEN.c.reading_id == DOCUMENTS.c.reading_id)
        .group_by(DOCUMENTS.c.kind)
    )
    rows = sorted(connection.execute(asked).all(), key=lambda row: (-row.documents, row.kind))
    return tuple(KindCount(kind=row.kind, documents=row.documents, templates=int(row.templates)) for row in rows)


def findings(connection: sa.Connection, lang: Lang) -> Findings:
    """Findings by rule, the severest and most frequent first."""
    joined = FINDINGS.join(SEEN, SEEN.c.reading_id == FINDINGS.c.reading_id)
    counts = sa.func.count().label("findings"), sa.func.count(sa.distinct(FINDINGS.c.reading_id)).label("contents")
    asked = sa.select(FINDINGS.c.rule, FINDINGS.c.severity, *counts).select_from(joined).group_by(FINDINGS.c.rule, FINDINGS.c.severity)
    rules = sorted((_rule(row, lang) for row in connection.execute(asked)), key=_weight)
    severities: dict[Severity, int] = dict.fromkeys(("error", "warning", "info"), 0)
    for rule in rules:
        severities[rule.severity] += rule.findings
    read = connection.scalar(sa.select(sa.func.count()).where(SEEN.c.outcome.in_(_READ))) or 0
    marred = sa.select(sa.func.count(sa.distinct(FINDINGS.c.reading_id))).select_from(joined)
    marred = marred.where(FINDINGS.c.severity != "info", SEEN.c.outcome.in_(_READ))
    return Findings(
        total=sum(severities.values()),
        severities=severities,
        rules=tuple(rules),
        read=read,
        clean=read - (connection.scalar(marred) or 0),
    )


def parties(connection: sa.Connection) -> Parties:
    """Who stands in most papers."""
    return Parties(supporters=_named(connection, "supporter"), recipients=_named(connection, "recipient"))


def _rule(row: sa.Row[Any], lang: Lang) -> RuleCount:
    rule = rule_of(row.rule)
    title = None if rule is None else rule.summary if lang == "en" else rule.title
    return RuleCount(rule=row.rule, title=title, severity=row.severity, findings=row.findings, contents=row.contents)


def _weight(rule: RuleCount) -> tuple[int, int, str]:
    return -RANKS[rule.severity], -rule.findings, rule.rule


def _named(connection: sa.Connection, side: Side) -> Listed[PartyCount]:
    """A name counts once in a paper, however often it is a party there."""
    joined = PARTIES.join(SEEN, SEEN.c.reading_id == PARTIES.c.reading_id).join(
        DOCUMENTS, sa.and_(DOCUMENTS.c.reading_id == PARTIES.c.reading_id, DOCUMENTS.c.document == PARTIES.c.document)
    )
    once = (
        sa.select(PARTIES.c.name, PARTIES.c.reading_id, PARTIES.c.document)
        .select_from(joined)
        .where(SEEN.c.is_first.is_(True), DOCUMENTS.c.is_template.is_(False))
        .where(PARTIES.c.side.in_((side, "both")), PARTIES.c.blank.is_(False), PARTIES.c.name != "")
        .distinct()
        .subquery()
    )
    papers = sa.func.count().label("papers")
    # the window is taken over the groups, before the limit
    asked = sa.select(once.c.name, papers, sa.func.count().over().label("total")).group_by(once.c.name)
    rows = connection.execute(asked.order_by(papers.desc(), ordered(connection, once.c.name)).limit(_MOST_SEEN)).all()
    return Listed(total=rows[0].total if rows else 0, items=tuple(PartyCount(name=row.name, papers=row.papers) for row in rows))
