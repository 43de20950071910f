"""Bring together the accounts of several documents that tell of the same agreement."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline import edtf
from pipeline.records import Account, Agreement, content_id
from pipeline.vocabulary import AGREEMENT_STATUSES

# Compared between the accounts of one agreement; where they differ, the field is a conflict.
FIELDS = ("type", "name", "status", "date", "parties", "place", "count")
SUBJECT_OVERLAP = 0.5  # share of words that the subjects of untitled accounts must have in common
FILLERS = frozenset("a an and for in of on the to".split())


def reconcile(accounts: Sequence[Account]) -> tuple[list[Account], list[Agreement]]:
    """Return the accounts with their agreement's id, and the agreements, both in a fixed order.

    Two accounts are of one agreement if they stand in different documents, have the same type, parties and number
    and dates of which one contains the other, and the same title; without titles, the same day or month and
    subjects that share half their words. One document tells two agreements apart by telling them twice.
    """
    groups: list[list[Account]] = []
    # Only accounts of one type, number and set of parties can be of one agreement.
    alike: dict[tuple[str, str, tuple[str, ...]], list[list[Account]]] = {}
    for account in sorted(accounts, key=lambda a: (a.document, a.mention.start, a.account_id)):
        candidates = alike.setdefault((account.type, account.count, account.parties), [])
        home = next((group for group in candidates if all(_same(account, other) for other in group)), None)
        if home is None:
            home = []
            groups.append(home)
            candidates.append(home)
        home.append(account)
    agreements = [_merge(group) for group in groups]
    named = [
        replace(account, agreement_id=agreement.agreement_id)
        for group, agreement in zip(groups, agreements, strict=True)
        for account in group
    ]
    named.sort(key=lambda a: (a.document, a.mention.start, a.mention.end, a.account_id))
    agreements.sort(key=lambda a: (a.date or "~", a.type, a.name, a.agreement_id))
    return named, agreements


def _same(one: Account, other: Account) -> bool:
    if one.document == other.document or one.type != other.type or one.count != other.count:
        return False
    if one.parties != other.parties or not one.parties or not _dates_agree(one.date, other.date):
        return False
    if one.name or other.name:
        return _words(one.name) == _words(other.name)
    dated = edtf.parse(one.date).precision if one.date else ""
    if dated not in {"day", "month"}:
        return False
    return _overlap(_words(one.subject), _words(other.subject)) >= SUBJECT_OVERLAP


def _dates_agree(one: str, other: str) -> bool:
    """Tell whether one date lies within the other. An account without a date fits any."""
    if not one or not other:
        return True
    first, second = edtf.parse(one), edtf.parse(other)
    if first.precision == "interval" or second.precision == "interval":
        return one == other
    inside = first.earliest >= second.earliest and first.latest <= second.latest
    around = second.earliest >= first.earliest and second.latest <= first.latest
    return inside or around


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.casefold())) - FILLERS


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    smaller = min(len(one), len(other))
    return len(one & other) / smaller if smaller else float(one == other)


def _merge(group: list[Account]) -> Agreement:
    """Return the agreement of a group: the most precise date, the furthest status, else what most accounts say."""
    best = max(group, key=lambda a: (a.confidence, a.account_id))
    date = max((a.date for a in group), key=_sharpness)
    status = max(
        (a.status for a in group), key=lambda s: AGREEMENT_STATUSES.index(s) if s in AGREEMENT_STATUSES else -1
    )
    name = max((a.name for a in group), key=lambda n: (len(n), n))
    conflicts = tuple(field for field in FIELDS if len({getattr(a, field) for a in group if getattr(a, field)}) > 1)
    subject = best.subject or next((a.subject for a in group if a.subject), "")
    return Agreement(
        agreement_id=content_id("agreement", *sorted(a.account_id for a in group)[:1]),
        type=best.type,
        name=name,
        status=status,
        date=date,
        parties=best.parties,
        organizations=tuple(sorted({o for a in group for o in a.organizations})),
        place=best.place or next((a.place for a in group if a.place), ""),
        subject=subject,
        count=best.count,
        documents=len({a.document for a in group}),
        conflicts=conflicts,
        confidence=max(a.confidence for a in group),
    )


def _sharpness(date: str) -> tuple[int, str]:
    if not date:
        return (-1, "")
    order = ("century", "decade", "interval", "year", "half", "season", "quarter", "month", "day")
    return (order.index(edtf.parse(date).precision), date)
