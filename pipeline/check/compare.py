"""Compare an extraction with the labels of its text.

Dates and organizations match by exact span. An account can match a label if a mention of it overlaps the label's quote
or one of its further mentions; accounts and labels are paired one to one so that first as many as possible are paired,
then main mentions fall on main quotes, then fields agree (labels with the same quote are told apart by these alone).
Empty and null are the same cell, parties are sets, and names, places and subjects are compared with single blanks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from pipeline.check.assignment import assign
from pipeline.check.faults import Fault, cell_cause, line_and_column
from pipeline.check.scores import Scores, Tally
from pipeline.labels import AgreementLabel, Labels
from pipeline.records import Account, Extraction, Mention, Span

CELLS = ("type", "name", "status", "date", "parties", "place", "subject", "count")
CORE = ("type", "date", "parties")
RECORD = (*CORE, "status")
# What speaks for a pair of a label and an account. To be paired at all outweighs everything else together.
PAIRED, MAIN_ON_MAIN, SAME_SPAN = 100_000.0, 100.0, 20.0
AGREEING = {"type": 8.0, "date": 8.0, "parties": 8.0, "status": 4.0, "name": 2.0, "place": 2.0, "count": 2.0}
SUBJECT_OVERLAP = 4.0


@dataclass(frozen=True, slots=True)
class Judged:
    """An account and which of its cells are right; None for a false row."""

    account: Account
    right: frozenset[str] | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """How one document stands: its scores, its faults in the order of the text, and its accounts with a verdict."""

    document: str
    scores: Scores
    faults: list[Fault]
    judged: list[Judged]


class _Wrong(NamedTuple):
    """What is wrong with a cell or a row, on the way into a Fault."""

    field: str
    cause: str
    expected: str = ""
    got: str = ""
    rule: str = ""
    label_line: int = 0


class _Row(NamedTuple):
    """A label or a mention of a flat layer: where, which value, and the rule or the line of the label."""

    span: Span
    value: str
    rule: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class _Expected:
    """A label of an agreement, with its characters and its cells as the tables write them."""

    span: Span
    spans: tuple[Span, ...]
    cells: dict[str, str]
    line: int


def compare(labels: Labels, extraction: Extraction, path: Path) -> Comparison:
    """Compare `extraction` with `labels`; `path` is the text's, for the places of faults.

    Raises LabelError for a label whose quote is not in the text.
    """
    text = extraction.source.text
    comparer = _Comparer(labels, text, path)
    labels.check_quotes(text)
    comparer.flat("dates", "value", extraction.dates)
    comparer.flat("organizations", "name", extraction.organizations)
    comparer.agreements(extraction.accounts, extraction.dates)
    comparer.faults.sort(key=lambda fault: (fault.line, fault.column, fault.layer))
    return Comparison(labels.name, comparer.scores, comparer.faults, comparer.judged)


class _Comparer:
    """One comparison under way."""

    def __init__(self, labels: Labels, text: str, path: Path) -> None:
        self.labels, self.text, self.path = labels, text, path
        self.scores = Scores()
        self.faults: list[Fault] = []
        self.judged: list[Judged] = []

    def flat(self, layer: str, field: str, mentions: Sequence[Mention]) -> None:
        """Compare a layer in which a label is a span and one value."""
        expected = [
            _Row(self.labels.locate(label, self.text, layer, number), getattr(label, field),
                 line=self.labels.lines[layer, number])
            for number, label in enumerate(getattr(self.labels.file, layer))
        ]  # fmt: skip
        got = [_Row(Span(mention.start, mention.end), mention.value, mention.rule) for mention in mentions]
        weights = [[_overlap_weight(one.span, other.span) for other in got] for one in expected]
        pairs = dict(assign(weights))
        spans = values = 0
        for number, label in enumerate(expected):
            row = got[pairs[number]] if number in pairs else None
            same_span = row is not None and row.span == label.span
            same_value = row is not None and row.value == label.value
            spans += same_span
            values += same_span and same_value
            if row is None:
                self._fault(layer, label.span, _Wrong("span", "not found", label.value, label_line=label.line))
            elif not same_span:
                text = f"{self._quote(row.span)} = {row.value}"
                self._fault(layer, label.span, _Wrong("span", "wrong span", label.value, text, row.rule, label.line))
            elif not same_value:
                wrong = _Wrong(field, f"wrong {field}", label.value, row.value, row.rule, label.line)
                self._fault(layer, label.span, wrong)
        for number, row in enumerate(got):
            if number not in pairs.values():
                self._fault(layer, row.span, _Wrong("span", "false row", got=row.value, rule=row.rule))
        self.scores[layer, "span"] = Tally(len(expected), len(got), spans)
        self.scores[layer, f"span+{field}"] = Tally(len(expected), len(got), values)

    def agreements(self, accounts: Sequence[Account], dates: Sequence[Mention]) -> None:
        """Compare the accounts with the labelled agreement events."""
        expected = [self._expected(number, label) for number, label in enumerate(self.labels.file.agreements)]
        weights = [[_pair_weight(label, account) for account in accounts] for label in expected]
        pairs = dict(assign(weights))
        labelled_dates = {label.value for label in self.labels.file.dates}
        known_dates = frozenset(labelled_dates | {date.value for date in dates})
        right = dict.fromkeys(("found", "quote", *CELLS, "subject overlap", "core", "record"), 0.0)
        for number, label in enumerate(expected):
            if number not in pairs:
                wrong = _Wrong("found", "not found", _shown(label.cells), label_line=label.line)
                self._fault("agreements", label.span, wrong)
                continue
            account = accounts[pairs[number]]
            self._compare_cells(label, account, right, known_dates)
        for number, account in enumerate(accounts):
            if number not in pairs.values():
                got = _shown(account_cells(account))
                wrong = _Wrong("found", "false row", got=got, rule=account.mention.rule)
                self._fault("agreements", account.mention, wrong)
                self.judged.append(Judged(account, None))
        for field, count in right.items():
            self.scores["agreements", field] = Tally(len(expected), len(accounts), count)

    def _compare_cells(
        self, label: _Expected, account: Account, right: dict[str, float], known_dates: frozenset[str]
    ) -> None:
        cells = account_cells(account)
        equal = {field: cells[field] == label.cells[field] for field in CELLS}
        self.judged.append(Judged(account, frozenset(field for field in CELLS if equal[field])))
        right["found"] += 1
        right["quote"] += _same(account.mention, label.span)
        right["subject overlap"] += word_overlap(label.cells["subject"], cells["subject"])
        right["core"] += all(equal[field] for field in CORE)
        right["record"] += all(equal[field] for field in RECORD)
        for field in CELLS:
            right[field] += equal[field]
            if not equal[field]:
                want, got = label.cells[field], cells[field]
                cause = cell_cause(field, want, got, known_dates)
                wrong = _Wrong(field, cause, want, got, _rule_of(account, field), label.line)
                self._fault("agreements", account.mention, wrong)

    def _expected(self, number: int, label: AgreementLabel) -> _Expected:
        place = ("agreements", number)
        main = self.labels.locate(label, self.text, *place)
        also = [self.labels.locate(quote, self.text, *place, "also", one) for one, quote in enumerate(label.also)]
        cells = {field: _single_blanks(getattr(label, field) or "") for field in CELLS if field != "parties"}
        cells["parties"] = ";".join(sorted(set(label.parties or ())))
        return _Expected(main, (main, *also), cells, self.labels.lines[place])

    def _fault(self, layer: str, span: Span, wrong: _Wrong) -> None:
        line, column = line_and_column(self.text, span.start)
        place = (self.labels.name, self.path, line, column, layer)
        self.faults.append(Fault(*place, quote=self._quote(span), **wrong._asdict()))

    def _quote(self, span: Span) -> str:
        return self.text[span.start : span.end]


def account_cells(account: Account) -> dict[str, str]:
    """Return the cells of an account as they are compared."""
    cells = {field: _single_blanks(getattr(account, field)) for field in CELLS if field != "parties"}
    cells["parties"] = ";".join(sorted(set(account.parties)))
    return cells


def word_overlap(expected: str, got: str) -> float:
    """Return the F1 of the words of two wordings, order and case aside; 1 if both are empty."""
    one, other = expected.casefold().split(), got.casefold().split()
    if not one and not other:
        return 1.0
    remaining = list(other)
    for word in one:
        if word in remaining:
            remaining.remove(word)
    return 2 * (len(other) - len(remaining)) / (len(one) + len(other))


def _pair_weight(label: _Expected, account: Account) -> float:
    mentions = (account.mention, *account.mentions)
    if not any(mention.overlaps(span) for mention in mentions for span in label.spans):
        return 0.0
    cells = account_cells(account)
    weight = PAIRED + sum(worth for field, worth in AGREEING.items() if cells[field] == label.cells[field])
    weight += MAIN_ON_MAIN * account.mention.overlaps(label.span) + SAME_SPAN * _same(account.mention, label.span)
    return weight + SUBJECT_OVERLAP * word_overlap(label.cells["subject"], cells["subject"])


def _overlap_weight(one: Span, other: Span) -> float:
    """Weigh a pair of spans: an exact one above any number of overlapping ones, of those the larger overlap."""
    if not one.overlaps(other):
        return 0.0
    if _same(one, other):
        return PAIRED
    return (min(one.end, other.end) - max(one.start, other.start)) / (
        max(one.end, other.end) - min(one.start, other.start)
    )


def _same(one: Span, other: Span) -> bool:
    return (one.start, one.end) == (other.start, other.end)


def _shown(cells: dict[str, str]) -> str:
    return " ".join(f"{field}={cells[field] or '–'}" for field in RECORD)


def _single_blanks(text: str) -> str:
    return " ".join(text.split())


def _rule_of(account: Account, field: str) -> str:
    chosen = [claim.rule for claim in account.claims if claim.field == field and claim.decision != "rejected"]
    return chosen[0] if chosen else account.mention.rule
