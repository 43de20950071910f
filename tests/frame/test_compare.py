"""How an extraction is compared with labels: hand-made records against hand-made labels."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from pipeline import labels
from pipeline.check import Comparison, compare
from pipeline.records import Account, Claim, DateMention, Extraction, Mention, NameMention, Source, Span

TEXT = "Peru and Chile signed a treaty and a contract in Lima in May 2001. NATO met in 1999. The treaty is in force."
LABELS = """\
document: text.txt
dates:
  - {quote: May 2001, value: 2001-05}
  - {quote: "1999", value: 1999}
organizations:
  - {quote: NATO, name: NATO}
agreements:
  - quote: treaty
    type: treaty
    status: signed
    date: 2001-05
    parties: [CL, PE]
    place: Lima
    subject: null
    count: 1
    also:
      - {quote: treaty, nth: 2}
"""
SOURCE = Source("text", "text.txt", "", TEXT)


def mention(quote: str, *, nth: int = 1, made=Mention, value: str = "", kind: str = "agreement"):
    start = -1
    for _ in range(nth):
        start = TEXT.index(quote, start + 1)
    return made.of(SOURCE, start, start + len(quote), value=value or quote, rule="a-rule", kind=kind)


def date(quote: str, value: str) -> DateMention:
    return mention(quote, made=DateMention, value=value, kind="date")


def organization(quote: str, value: str) -> NameMention:
    return mention(quote, made=NameMention, value=value, kind="organization")


TREATY = Account(
    document="text", mention=mention("treaty"), mentions=(mention("treaty"), mention("treaty", nth=2)),
    sentence=Span(0, 66), type="treaty", status="signed", date="2001-05", date_text="May 2001", parties=("CL", "PE"),
    place="Lima", count="1", claims=(Claim("date", "2001-05", "chosen", "date-rule", ""),),
)  # fmt: skip
RIGHT = Extraction(
    SOURCE, dates=(date("May 2001", "2001-05"), date("1999", "1999")), names=(organization("NATO", "NATO"),),
    accounts=(TREATY,),
)  # fmt: skip


@pytest.fixture
def against(tmp_path):
    def run(extraction: Extraction, content: str = LABELS) -> Comparison:
        (tmp_path / "text.yaml").write_text(content, encoding="utf-8")
        return compare(labels.load(tmp_path / "text.yaml"), extraction, Path("text.txt"))

    return run


def test_all_right(against):
    compared = against(RIGHT)
    assert compared.faults == []
    assert {tally.f1 for tally in compared.scores.values()} == {1.0}


CAUSES = {
    "date not found": (replace(RIGHT, dates=RIGHT.dates[:1]), ("dates", "not found")),
    "false date": (replace(RIGHT, dates=(*RIGHT.dates, date("Lima", "2001"))), ("dates", "false row")),
    "date too short": (replace(RIGHT, dates=(date("2001", "2001"), RIGHT.dates[1])), ("dates", "wrong span")),
    "date misread": (replace(RIGHT, dates=(date("May 2001", "2001"), RIGHT.dates[1])), ("dates", "wrong value")),
    "organization misnamed": (replace(RIGHT, names=(organization("NATO", "OTAN"),)), ("organizations", "wrong name")),
    "agreement not found": (replace(RIGHT, accounts=()), ("agreements", "not found")),
    "false agreement": (
        replace(RIGHT, accounts=(TREATY, replace(TREATY, mention=mention("contract"), mentions=()))),
        ("agreements", "false row"),
    ),
}
CELLS = {
    "another date of the text": ({"date": "1999"}, "date attached wrongly"),
    "a date that stands nowhere": ({"date": "2011"}, "date read wrongly"),
    "no date": ({"date": ""}, "date missing"),
    "party missing": ({"parties": ("PE",)}, "party missing"),
    "no parties": ({"parties": ()}, "parties missing"),
    "party too many": ({"parties": ("BO", "CL", "PE")}, "party too many"),
    "another party": ({"parties": ("BO", "PE")}, "wrong party"),
    "status": ({"status": "ratified"}, "wrong status"),
    "type": ({"type": "contract"}, "wrong type"),
    "no place": ({"place": ""}, "place missing"),
    "subject too much": ({"subject": "water"}, "subject where the text gives none"),
    "count": ({"count": ""}, "count missing"),
}


@pytest.mark.parametrize(("extraction", "expected"), CAUSES.values(), ids=CAUSES)
def test_cause_of_a_wrong_row(against, extraction, expected):
    faults = against(extraction).faults
    assert [(fault.layer, fault.cause) for fault in faults] == [expected]


@pytest.mark.parametrize(("cells", "cause"), CELLS.values(), ids=CELLS)
def test_cause_of_a_wrong_cell(against, cells, cause):
    compared = against(replace(RIGHT, accounts=(replace(TREATY, **cells),)))
    field = next(iter(cells))
    assert [fault.cause for fault in compared.faults] == [cause]
    assert compared.scores["agreements", "found"].f1 == 1
    assert compared.scores["agreements", field].f1 == 0
    assert compared.scores["agreements", "core"].f1 == (0 if field in {"type", "date", "parties"} else 1)
    assert compared.scores["agreements", "record"].f1 == (0 if field in {"type", "date", "parties", "status"} else 1)


def test_fault_tells_place_values_and_rule(against):
    fault = against(replace(RIGHT, accounts=(replace(TREATY, date="1999"),))).faults[0]
    assert (fault.line, fault.column, fault.quote) == (1, 25, "treaty")
    assert (fault.expected, fault.got, fault.rule, fault.label_line) == ("2001-05", "1999", "date-rule", 8)


def test_order_of_parties_and_blanks_do_not_count(against):
    account = replace(TREATY, parties=("PE", "CL"), place=" Lima\n")
    assert against(replace(RIGHT, accounts=(account,))).faults == []


def test_further_mention_is_enough_to_match(against):
    account = replace(TREATY, mention=mention("treaty", nth=2), mentions=())
    compared = against(replace(RIGHT, accounts=(account,)))
    assert compared.faults == []
    assert compared.scores["agreements", "quote"].right == 0


def test_labels_with_one_quote_are_told_apart_by_their_cells(against):
    second = LABELS[LABELS.index("  - quote: treaty") :].replace("2001-05", "1999").replace("[CL, PE]", "[BO, PE]")
    other = replace(TREATY, date="1999", parties=("BO", "PE"))
    for accounts in ((TREATY, other), (other, TREATY)):
        assert against(replace(RIGHT, accounts=accounts), LABELS + second).faults == []


def test_each_label_matches_one_row_only(against):
    compared = against(replace(RIGHT, accounts=(TREATY, TREATY)))
    assert compared.scores["agreements", "found"].precision == 0.5
    assert [fault.cause for fault in compared.faults] == ["false row"]


def test_wording_of_a_subject_counts_in_part(against):
    wanted = LABELS.replace("subject: null", "subject: supply of water")
    compared = against(replace(RIGHT, accounts=(replace(TREATY, subject="supply of oil and gas"),)), wanted)
    assert compared.scores["agreements", "subject"].right == 0
    assert compared.scores["agreements", "subject overlap"].right == pytest.approx(0.5)
