"""Records to rows: the projection of what was extracted onto the columns of the tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pipeline import edtf
from pipeline.records import Account, Agreement, Claim, DateMention, Extraction, Issue, NameMention, Source, Span

Cell = str | int | float | None
Row = tuple[Cell, ...]

FIELDS = ("type", "name", "status", "date", "parties", "organizations", "place", "subject", "count")


@dataclass(frozen=True, slots=True)
class FailedDocument:
    """A document that could not be read. Its issue says why."""

    id: str
    path: str
    title: str = ""
    published: str = ""
    sha256: str = ""


def build(
    extractions: Sequence[Extraction],
    agreements: Sequence[Agreement],
    failed: Iterable[FailedDocument] = (),
    issues: Iterable[Issue] = (),
) -> dict[str, list[Row]]:
    """Return the rows of every table, by table, in their fixed order.

    Documents stand in the order of their ids, mentions in that of the text, agreements in that of time. The accounts
    of `extractions` are reconciled: each has its agreement's id. `issues` are those beside the ones of `extractions`.
    """
    extractions = sorted(extractions, key=lambda extraction: extraction.source.id)
    accounts = [(one, account) for one in extractions for account in sorted(one.accounts, key=_place)]
    all_issues = [*issues, *(issue for one in extractions for issue in one.issues)]
    return {
        "documents": sorted(
            [*(_document_row(one.source) for one in extractions), *(_failed_row(one) for one in failed)], key=_first
        ),
        "dates": [_date_row(one.source, date) for one in extractions for date in sorted(one.dates, key=_span)],
        "organizations": [
            _organization_row(one.source, name) for one in extractions for name in sorted(one.organizations, key=_span)
        ],
        "accounts": [_account_row(one.source, account) for one, account in accounts],
        "agreements": [_agreement_row(agreement) for agreement in sorted(agreements, key=_time)],
        "evidence": [row for one, account in accounts for row in _evidence_rows(one.source, account)],
        "issues": [_issue_row(issue) for issue in sorted(set(all_issues), key=_issue_order)],
    }


def _document_row(source: Source) -> Row:
    return (source.id, source.path, source.title, source.published, source.sha256, source.media_type, source.words,
            "read")  # fmt: skip


def _failed_row(document: FailedDocument) -> Row:
    return (document.id, document.path, document.title, document.published, document.sha256, "", None, "failed")


def _date_row(source: Source, date: DateMention) -> Row:
    anchor = date.anchor.span if date.anchor else None
    anchor_cells = (anchor.start, anchor.end) if anchor else (None, None)
    return (source.id, date.start, date.end, date.text, date.value, *_range(date.value), *anchor_cells, date.rule)


def _organization_row(source: Source, name: NameMention) -> Row:
    return (source.id, name.start, name.end, name.text, name.value, name.organization_id, name.category, name.country,
            name.rule)  # fmt: skip


def _account_row(source: Source, account: Account) -> Row:
    mention = account.mention
    mentions = ";".join(f"{start}-{end}" for start, end in sorted({_span(one) for one in (mention, *account.mentions)}))
    sentence = " ".join(source.text[account.sentence.start : account.sentence.end].split())
    return (
        account.account_id, account.agreement_id, source.id, mention.start, mention.end, mention.text, mentions,
        account.type, account.name, account.status, account.date, *_range(account.date), account.date_text,
        ";".join(account.parties), ";".join(account.organizations), account.place, account.subject, account.count,
        round(account.confidence, 3), sentence,
    )  # fmt: skip


def _agreement_row(agreement: Agreement) -> Row:
    return (
        agreement.agreement_id, agreement.type, agreement.name, agreement.status, agreement.date,
        *_range(agreement.date), ";".join(agreement.parties), ";".join(agreement.organizations), agreement.place,
        agreement.subject, agreement.count, agreement.documents, ";".join(agreement.conflicts),
        round(agreement.confidence, 3),
    )  # fmt: skip


def _evidence_rows(source: Source, account: Account) -> Iterator[Row]:
    for claim in sorted(account.claims, key=_claim_order):
        places = list(dict.fromkeys(_span(span) for span in claim.evidence))
        closest = (*places[0], source.text[slice(*places[0])]) if places else (None, None, "")
        listed = ";".join(f"{start}-{end}" for start, end in places)
        yield (account.account_id, claim.field, claim.value, claim.decision, claim.rule, claim.reason, source.id,
               *closest, listed)  # fmt: skip


def _issue_row(issue: Issue) -> Row:
    return (issue.document, issue.start, issue.end, issue.code, issue.message)


def _range(value: str) -> tuple[str, str, str]:
    if not value:
        return ("", "", "")
    date = edtf.parse(value)
    return (date.earliest, date.latest, date.precision)


def _span(span: Span) -> tuple[int, int]:
    return (span.start, span.end)


def _place(account: Account) -> tuple[int, int, str]:
    return (account.mention.start, account.mention.end, account.account_id)


def _first(row: Row) -> str:
    return str(row[0])


def _time(agreement: Agreement) -> tuple[bool, str, str]:
    earliest = _range(agreement.date)[0]
    return (not earliest, earliest, agreement.agreement_id)


def _claim_order(claim: Claim) -> tuple[int, int]:
    """Order claims by field, the ones that won first; the stage's own order decides between equals."""
    field = FIELDS.index(claim.field) if claim.field in FIELDS else len(FIELDS)
    return (field, ("chosen", "corrected", "rejected").index(claim.decision))


def _issue_order(issue: Issue) -> tuple[str, int, int, str, str]:
    start, end = (-1 if place is None else place for place in (issue.start, issue.end))
    return (issue.document, start, end, issue.code, issue.message)
