"""From sentences to accounts: the one function that the pipeline calls."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from pipeline.agreements import retold
from pipeline.agreements.about import (
    count_candidates,
    name_candidates,
    type_candidates,
)
from pipeline.agreements.acronyms import acronyms
from pipeline.agreements.aliases import short_names
from pipeline.agreements.anaphora import inherit_steps, opens_with_terms, pronoun_readings
from pipeline.agreements.bodies import find_bodies
from pipeline.agreements.claims import Candidate, choose, with_anchors
from pipeline.agreements.claims import claim as claim_of
from pipeline.agreements.confidence import confidence
from pipeline.agreements.context import Context, read_context
from pipeline.agreements.dated_names import named_date
from pipeline.agreements.dating import date_candidates
from pipeline.agreements.eras import in_their_time
from pipeline.agreements.events import Event, Reading, states_of
from pipeline.agreements.grouping import group
from pipeline.agreements.lexicon import Head, find_heads
from pipeline.agreements.mentions import find_mentions, find_nested
from pipeline.agreements.merging import merge, without_named_sets
from pipeline.agreements.named import SEPARATOR
from pipeline.agreements.parties import party_candidates
from pipeline.agreements.parts import Part, parts
from pipeline.agreements.status import status_candidates
from pipeline.agreements.steps import told_steps
from pipeline.agreements.subjects import subject_candidates
from pipeline.agreements.units import Sentence, parsed, sentences
from pipeline.agreements.where import place_candidates
from pipeline.language import Reader
from pipeline.records import Account, Claim, DateMention, Issue, Mention, NameMention, Passage, Source, Span, content_id

FIELDS = ("type", "name", "status", "date", "parties", "place", "subject", "count")
CODE = 2  # letters of a state's code
UNIT_KINDS = frozenset({"country", "place", "organization", "person", "mission"})


def find(
    source: Source,
    doc: Doc,
    passages: Sequence[Passage],
    mentions: Sequence[DateMention | NameMention],
    reader: Reader,
) -> tuple[list[Account], list[Issue]]:
    """Return the agreements that `source` tells of, in order of their main mention, and what a person should check.

    `mentions` are the dates and names that earlier stages found; `reader` parses the sentences that name an instrument.
    """
    dates = [mention for mention in mentions if isinstance(mention, DateMention)]
    names = [mention for mention in mentions if isinstance(mention, NameMention) and mention.kind in UNIT_KINDS]
    rows = sentences(doc, source.text, passages, dates, in_their_time(names, dates))
    context = read_context(rows, source.published)
    known = acronyms(rows)
    rows = parsed(rows, doc, reader, lambda row: _may_tell(row, known))
    readings = inherit_steps([reading for row in rows for reading in _readings(row, known)], rows)
    accounts: list[Account] = []
    events = without_named_sets(merge(group(readings), is_issued=context.dateline is not None))
    unchanged = True  # what was told before an event is what it was when its account was first read
    for event, account in _told_once(source, events, context):
        found = _accounts(source, event, context, accounts, account if unchanged else None)
        unchanged = unchanged and found[0] is account
        accounts += found
    accounts.sort(key=lambda account: (account.mention.start, account.mention.end))
    accounts = _with_ids(accounts, source)
    issues = [issue for account in accounts for issue in _issues(source, account)]
    return accounts, issues


def _told_once(source: Source, events: list[Event], context: Context) -> list[tuple[Event, Account | None]]:
    """Return the events with those joined that the text tells of again: their accounts say the same.

    Each with its account as far as it was read; without one, if it took over the mentions of another.
    """
    accounts: list[Account] = []
    for event in events:
        accounts.append(_account(source, event, context, accounts))
    sizes = [len(event.readings) for event in events]
    joined = retold.join(list(zip(events, accounts, strict=True)))
    known = {
        id(event): account
        for event, account, size in zip(events, accounts, sizes, strict=True)
        if len(event.readings) == size
    }
    return [(event, known.get(id(event))) for event in joined]


def _may_tell(row: Sentence, known: Mapping[str, Head]) -> bool:
    """Tell whether a sentence names an instrument or a joint body, so that its parse is worth its price.

    Or seems to tell what one provides for that the sentence before named.
    """
    heads = find_heads(row.units) or any(unit.text in known for unit in row.units)
    return bool(heads) or bool(find_bodies(row)) or opens_with_terms(row)


def _readings(row: Sentence, known: dict[str, Head]) -> list[Reading]:
    """Return what a sentence says of instruments; `known` has those with a short name, and takes up new ones."""
    instruments = find_mentions(row)
    covered = {i for mention in instruments for i in range(mention.first, mention.last + 1)}
    bodies = [body for body in find_bodies(row) if body.first not in covered]
    short = short_names(row, known, covered)
    known |= {mention.alias: mention.head for mention in instruments if mention.alias and " " not in mention.alias}
    mentions = sorted([*instruments, *bodies, *short], key=lambda mention: mention.first)
    steps = told_steps(row, mentions)
    peers = tuple(mentions)
    readings = []
    for mention, told in zip(mentions, steps, strict=True):
        readings.append(Reading(mention, told, named_date(mention), peers))
        readings += [Reading(nested, [], named_date(nested), peers) for nested in find_nested(mention)]
    return [*readings, *pronoun_readings(row, readings)]


def _accounts(
    source: Source, event: Event, context: Context, before: list[Account], known: Account | None
) -> list[Account]:
    """Return the account of an event, or one for each of the instruments that its plural noun stands for.

    `known` is the account of the event where it need not be read anew.
    """
    account = known or _account(source, event, context, before)
    found = parts(event.main)
    partners = {party for part in found for party in part.partners}
    here = states_of(event.main.sentence)
    if partners and here & set(account.parties):
        # A state that only the document names is no side of what the sentence shares out among its partners.
        account = replace(account, parties=tuple(p for p in account.parties if p in here or len(p) > CODE))
    return [_of_part(source, account, part, partners) for part in found] or [account]


def _of_part(source: Source, account: Account, part: Part, partners: set[str]) -> Account:
    """Return an account with the cells that one part of a plural tells for itself.

    `partners` are those of all parts: who is none of them agreed with each.
    """
    changes: dict[str, str] = {"count": "" if part.plain_list else "1"}
    spans: dict[str, Span] = {"count": Span(account.mention.start, account.mention.end)}
    if part.subject is not None:
        changes["subject"] = " ".join(source.text[part.subject.start : part.subject.end].split())
        spans["subject"] = part.subject
    if part.date is not None:
        changes["date"] = part.date.value
        spans["date"] = Span(part.date.start, part.date.end)
    if part.partners:
        common = [party for party in account.parties if party not in partners]
        changes["parties"] = SEPARATOR.join(sorted({*common, *part.partners}))
        spans["parties"] = spans["count"]
    claims = [claim for claim in account.claims if claim.field not in changes]
    for field, value in changes.items():
        candidate = Candidate(field, value, f"{field}-of-part", (spans[field],), "one of several behind a plural noun")
        claims.append(claim_of(candidate, chosen=True))
    parties = tuple(party for party in changes.get("parties", "").split(SEPARATOR) if party) or account.parties
    return replace(
        account,
        count=changes["count"],
        subject=changes.get("subject", account.subject),
        date=changes.get("date", account.date),
        date_text=part.date.text if part.date else account.date_text,
        parties=parties,
        claims=tuple(claims),
    )


def _account(source: Source, event: Event, context: Context, before: list[Account]) -> Account:
    claims: dict[str, list[Claim]] = {}
    values: dict[str, str] = {}
    founding = _founding(event, before)
    candidates = {
        "type": type_candidates(event),
        "name": name_candidates(event, source),
        "status": status_candidates(event),
        "date": [*date_candidates(event, context), *_taken_over("date", founding)],
        "parties": [*party_candidates(event, context, before), *_taken_over("parties", founding)],
        "count": count_candidates(event),
    }
    for field, offered in candidates.items():
        values[field], claims[field] = choose(list(dict.fromkeys(offered)))
    claims["date"] = with_anchors(claims["date"], event.dates(), context.dateline)
    # The venue of a meeting is the place only of what is dated to its day.
    places = [*place_candidates(event, context, values["date"]), *_taken_over("place", founding)]
    values["place"], claims["place"] = choose(list(dict.fromkeys(places)))
    signing = [span for field in ("date", "place") if (span := _span_of(claims[field])) is not None]
    subjects = subject_candidates(event, source, signing)
    values["subject"], claims["subject"] = choose(list(dict.fromkeys(subjects)))
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
        claims=tuple(claim for field in FIELDS for claim in claims[field]),
    )


def _founding(event: Event, before: list[Account]) -> Account | None:
    """Return the agreement by which a body was set up, if the sentence that tells of it names one."""
    if event.type != "joint-body":
        return None
    sentences_ = {reading.sentence.passage for reading in event.readings if reading.is_told}
    for account in reversed(before):
        for mention in account.mentions:
            if account.type != "joint-body" and any(s.start <= mention.start < s.end for s in sentences_):
                return account
    return None


def _taken_over(field: str, founding: Account | None) -> list[Candidate]:
    """Return the cell of the agreement by which a body was set up, as a candidate for the body's own."""
    if founding is None:
        return []
    reason = f"the {field} of the agreement by which it was set up"
    return [
        Candidate(field, claim.value, f"{field}-of-founding", claim.evidence, reason)
        for claim in founding.claims
        if claim.field == field and claim.decision == "chosen" and claim.value
    ][:1]


def _mention(source: Source, reading: Reading) -> Mention:
    span = reading.mention.span
    instrument = reading.mention.instrument
    return Mention.of(source, span.start, span.end, value=instrument.type, rule=instrument.id, kind="agreement")


def _span_of(claims: list[Claim]) -> Span | None:
    """Return the characters that the chosen claim rests on."""
    return next((claim.evidence[0] for claim in claims if claim.decision == "chosen" and claim.evidence), None)


def _quoted(source: Source, claims: list[Claim]) -> str:
    span = _span_of(claims)
    return source.text[span.start : span.end] if span else ""


def _organizations(reading: Reading) -> tuple[str, ...]:
    return tuple(sorted({name.value for _, name in reading.sentence.names("organization")}))


def _with_ids(accounts: list[Account], source: Source) -> list[Account]:
    """Give every account its confidence, and an id of what it says, wherever in the text it says so.

    Accounts that say the same (items of a list without subjects) are told apart by their sentence, then by the
    words of their evidence; those of a passage that stands in the text twice, by which of the two it is.
    """
    said = [(a.type, a.name or a.mention.text, a.subject, a.date, SEPARATOR.join(a.parties), a.count) for a in accounts]
    sentences_ = [source.text[a.sentence.start : a.sentence.end] for a in accounts]
    twins, same = Counter(said), Counter(zip(said, sentences_, strict=True))
    named: list[Account] = []
    times: Counter[tuple[str, ...]] = Counter()
    for account, cells, sentence in zip(accounts, said, sentences_, strict=True):
        words: tuple[str, ...] = (source.id, *cells)
        if twins[cells] > 1:
            words = (*words, sentence)
        if same[cells, sentence] > 1:
            words = (*words, source.text[account.sentence.start : account.mention.end])
        repeated = [f"repetition {times[words]}"] if times[words] else []
        times[words] += 1
        account_id = content_id("account", *words, *repeated)
        named.append(replace(account, account_id=account_id, confidence=confidence(account)))
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
