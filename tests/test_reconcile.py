"""Accounts of several documents that tell of one agreement become one row."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.reconcile import reconcile
from pipeline.records import Account, Mention, Span

MENTION = Mention(0, 6, "treaty", value="treaty", rule="treaty", kind="agreement")
ONE = Account(
    document="a",
    mention=MENTION,
    mentions=(MENTION,),
    sentence=Span(0, 6),
    type="treaty",
    name="Treaty of Friendship",
    status="signed",
    date="1999",
    parties=("CL", "PE"),
    confidence=0.8,
    account_id="a1",
)
OTHER = replace(ONE, document="b", account_id="b1")

SAME = {
    "same words": OTHER,
    "a day of the year": replace(OTHER, date="1999-05-03"),
    "no date": replace(OTHER, date=""),
    "further on": replace(OTHER, status="ratified"),
    "title with an article": replace(OTHER, name="The Treaty of Friendship"),
}
DIFFERENT = {
    "another year": replace(OTHER, date="2001"),
    "other parties": replace(OTHER, parties=("BR", "PE")),
    "no parties": replace(OTHER, parties=()),
    "another title": replace(OTHER, name="Treaty of Peace"),
    "another type": replace(OTHER, type="protocol"),
    "the same document": replace(OTHER, document="a"),
    "untitled, only a year": replace(OTHER, name=""),
}


@pytest.mark.parametrize("other", SAME.values(), ids=SAME.keys())
def test_one_agreement(other: Account) -> None:
    accounts, agreements = reconcile([ONE, other])
    assert len(agreements) == 1
    assert agreements[0].documents == 2
    assert {account.agreement_id for account in accounts} == {agreements[0].agreement_id}


@pytest.mark.parametrize("other", DIFFERENT.values(), ids=DIFFERENT.keys())
def test_two_agreements(other: Account) -> None:
    _, agreements = reconcile([ONE, other])
    assert len(agreements) == 2


def test_untitled_accounts_of_one_day_and_matter() -> None:
    contract = replace(ONE, type="contract", name="", date="2005-05-03", subject="supply of assault rifles")
    again = replace(contract, document="b", account_id="b1", subject="rifles and their supply")
    assert len(reconcile([contract, again])[1]) == 1
    assert len(reconcile([contract, replace(again, subject="helicopter maintenance")])[1]) == 2


def test_the_sharpest_date_the_furthest_status_and_the_conflicts() -> None:
    later = replace(OTHER, date="1999-05-03", status="ratified", place="Lima")
    (merged,) = reconcile([ONE, later])[1]
    assert (merged.date, merged.status, merged.place) == ("1999-05-03", "ratified", "Lima")
    assert merged.conflicts == ("status", "date")


def test_order_and_ids_do_not_depend_on_the_order_of_documents() -> None:
    third = replace(ONE, document="c", account_id="c1", type="protocol", name="")
    forward = reconcile([ONE, OTHER, third])
    backward = reconcile([third, OTHER, ONE])
    assert forward == backward
