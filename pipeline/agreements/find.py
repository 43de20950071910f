"""From sentences to accounts: the one function that the pipeline calls."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from pipeline.agreements.about import (
    count_candidates,
    name_candidates,
    status_candidates,
    subject_candidates,
    type_candidates,
)
from pipeline.agreements.anaphora import inherit_steps, pronoun_readings
from pipeline.agreements.bodies import find_bodies
from pipeline.agreements.claims import choose, confidence
from pipeline.agreements.context import Context, read_context
from pipeline.agreements.dating import date_candidates, named_date
from pipeline.agreements.events import Event, Reading, group
from pipeline.agreements.mentions import find_mentions, find_nested
from pipeline.agreements.parties import SEPARATOR, party_candidates
from pipeline.agreements.steps import told_steps
from pipeline.agreements.units import Sentence, sentences
from pipeline.agreements.where import place_candidates
from pipeline.records import Account, Claim, DateMention, Issue, Mention, NameMention, Passage, Source, Span, content_id

UNIT_KINDS = frozenset({"country", "place", "organization", "person", "mission"})


def find(
    source: Source,
    doc: Doc,
    passages: Sequence[Passage],
    dates: Sequence[DateMention],
    names: Sequence[NameMention],
) -> tuple[list[Account], list[Issue]]:
    """Return the agreements that `source` tells of, in order of their main mention, and what a person should check."""
    rows = sentences(doc, passages, dates, [name for name in names if name.kind in UNIT_KINDS])
    context = read_context(rows)
    readings = inherit_steps([reading for row in rows for reading in _readings(row)])
    accounts: list[Account] = []
    for event in group(readings):
        before = [
            (account.type, account.parties, Span(account.mention.start, account.mention.end)) for account in accounts
        ]
        accounts.append(_account(source, event, context, before))
    accounts.sort(key=lambda account: (account.mention.start, account.mention.end))
    accounts = _with_ids(accounts, source)
    issues = [issue for account in accounts for issue in _issues(source, account)]
    return accounts, issues


def _readings(row: Sentence) -> list[Reading]:
    instruments = find_mentions(row)
    covered = {i for mention in instruments for i in range(mention.first, mention.last + 1)}
    bodies = [body for body in find_bodies(row) if body.first not in covered]
    mentions = sorted([*instruments, *bodies], key=lambda mention: mention.first)
    steps = told_steps(row, mentions)
    peers = tuple(mentions)
    readings = []
    for mention, told in zip(mentions, steps, strict=True):
        readings.append(Reading(mention, told, named_date(mention), peers))
        readings += [Reading(nested, [], named_date(nested), peers) for nested in find_nested(mention)]
    return [*readings, *pronoun_readings(row, readings)]


def _account(
    source: Source, event: Event, context: Context, before: list[tuple[str, tuple[str, ...], Span]]
) -> Account:
    claims: dict[str, list[Claim]] = {}
    values: dict[str, str] = {}
    candidates = {
        "type": type_candidates(event),
        "name": name_candidates(event, source),
        "status": status_candidates(event),
        "date": date_candidates(event, context),
        "parties": party_candidates(event, context, before),
        "place": place_candidates(event, context),
        "subject": subject_candidates(event, source),
        "count": count_candidates(event),
    }
    for field, offered in candidates.items():
        values[field], claims[field] = choose(offered)
    main = event.main
    parties = tuple(party for party in values["parties"].split(SEPARATOR) if party)
    return Account(
        document=source.id,
        mention=_mention(source, main),
        mentions=tuple(_mention(source, reading) for reading in event.visible),
        sentence=Span(main.sentence.passage.start, main.sentence.passage.end),
        type=values["type"],
        name=values["name"],
        status=values["status"],
        date=values["date"],
        date_text=_quoted(source, claims["date"]),
        parties=parties,
        organizations=_organizations(main),
        place=values["place"],
        subject=values["subject"],
        count=values["count"],
        confidence=confidence(claims),
        claims=tuple(claim for field in candidates for claim in claims[field]),
    )


def _mention(source: Source, reading: Reading) -> Mention:
    span = reading.mention.span
    instrument = reading.mention.instrument
    return Mention.of(source, span.start, span.end, value=instrument.type, rule=instrument.id, kind="agreement")


def _quoted(source: Source, claims: list[Claim]) -> str:
    chosen = next((claim for claim in claims if claim.decision == "chosen" and claim.evidence), None)
    return source.text[chosen.evidence[0].start : chosen.evidence[0].end] if chosen else ""


def _organizations(reading: Reading) -> tuple[str, ...]:
    return tuple(sorted({name.value for _, name in reading.sentence.names("organization")}))


def _with_ids(accounts: list[Account], source: Source) -> list[Account]:
    """Give every account an id of what it says, wherever in the text it says so.

    Accounts that say the same (items of a list without subjects) are told apart by their sentence, then by the
    words of their evidence.
    """
    said = [(a.type, a.name or a.mention.text, a.subject, a.date, SEPARATOR.join(a.parties), a.count) for a in accounts]
    sentences_ = [source.text[a.sentence.start : a.sentence.end] for a in accounts]
    named = []
    for number, account in enumerate(accounts):
        parts = [source.id, *said[number]]
        twins = [k for k, other in enumerate(said) if other == said[number]]
        if len(twins) > 1:
            parts.append(sentences_[number])
            same = [k for k in twins if sentences_[k] == sentences_[number]]
            if len(same) > 1:
                parts.append(source.text[account.sentence.start : account.mention.end])
        named.append(replace(account, account_id=content_id("account", *parts)))
    return named


def _issues(source: Source, account: Account) -> list[Issue]:
    where = {"start": account.mention.start, "end": account.mention.end}
    quote = account.mention.text
    found = []
    if not account.parties:
        found.append(Issue(source.id, "no-parties", f"who agreed on “{quote}” is not clear from the text", **where))
    if account.status not in {"proposed", "negotiated", "planned"} and not account.date:
        found.append(Issue(source.id, "no-date", f"the text gives no date for “{quote}”", **where))
    return found
