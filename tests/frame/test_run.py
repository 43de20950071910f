"""`accords run`: what it writes and says."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

HEADERS = {
    "documents": "document path title published sha256 media_type words outcome",
    "dates": "document start end text value earliest latest precision anchor_start anchor_end rule",
    "organizations": "document start end text name organization_id kind country rule",
    "accounts": "account_id agreement_id document start end mention mentions type name status date earliest latest "
    "precision date_text parties organizations place subject count confidence sentence",
    "agreements": "agreement_id type name status date earliest latest precision parties organizations place subject "
    "count documents conflicts confidence",
    "evidence": "account_id field value decision rule reason document start end quote places",
    "issues": "document start end code message",
}
QUOTED = {"dates": "text", "organizations": "text", "accounts": "mention", "evidence": "quote"}


@pytest.fixture
def result(accords, texts, tmp_path) -> Path:
    folder = texts / "sub"
    folder.mkdir()
    # Carriage returns, characters beyond the first plane and quotation marks: what shifts offsets and breaks CSV.
    text = "𝔗reaty news\n\nThe “Rio, Ltd.” said:\nPeru and the Andean Community signed an agreement\nin May 2001.\n"
    (folder / "crlf.txt").write_bytes(text.replace("\n", "\r\n").encode())
    output = tmp_path / "output"
    assert accords("run", texts, "--output", output).status == 0
    return output


@pytest.mark.parametrize("name", HEADERS)
def test_columns_are_those_of_the_contract(result, name):
    header = (result / f"{name}.csv").read_text(encoding="utf-8").splitlines()[0]
    assert header.split(",") == HEADERS[name].split()


@pytest.mark.parametrize("name", HEADERS)
def test_tables_are_rfc_4180(result, name):
    data = (result / f"{name}.csv").read_bytes()
    assert data.endswith(b"\r\n")
    rows = list(csv.reader(io.StringIO(data.decode(), newline=""), strict=True))
    assert {len(row) for row in rows} == {len(HEADERS[name].split())}


@pytest.mark.parametrize(("name", "column"), QUOTED.items(), ids=list(QUOTED))
def test_offsets_give_the_quoted_column(result, texts, table, name, column):
    rows = [row for row in table(result / f"{name}.csv") if row["start"]]
    assert rows
    for row in rows:
        text = (texts / f"{row['document']}.txt").read_bytes().decode()
        assert text[int(row["start"]) : int(row["end"])] == row[column]


@pytest.mark.parametrize("name", ["dates", "organizations", "accounts"])
def test_rows_stand_in_the_order_of_the_text(result, table, name):
    places = [(row["document"], int(row["start"])) for row in table(result / f"{name}.csv")]
    assert places == sorted(places)


def test_documents_tell_what_was_read(result, table):
    assert [(row["document"], row["path"], row["outcome"]) for row in table(result / "documents.csv")] == [
        ("good", "good.txt", "read"),
        ("sub/crlf", "sub/crlf.txt", "read"),
    ]


def test_every_account_tells_of_an_agreement_and_has_evidence(result, table):
    accounts = table(result / "accounts.csv")
    assert {row["agreement_id"] for row in accounts} == {
        row["agreement_id"] for row in table(result / "agreements.csv")
    }
    assert {row["account_id"] for row in accounts} == {row["account_id"] for row in table(result / "evidence.csv")}


def test_first_text_gives_what_a_careful_reader_takes_from_it(accords, tmp_path, table):
    accords("run", "raw", "-o", tmp_path)
    treaty = next(row for row in table(tmp_path / "agreements.csv") if row["type"] == "treaty")
    assert (treaty["name"], treaty["status"], treaty["date"], treaty["parties"], treaty["place"]) == (
        "Treaty of Friendship and Cooperation", "signed", "1996", "RU;VE", "Caracas",
    )  # fmt: skip


def test_manifest_names_what_made_the_result(result):
    manifest = json.loads((result / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["accords"]
    assert manifest["model"]["name"] == "accords"
    assert set(manifest["inputs"]) == {"good.txt", "sub/crlf.txt"}
    assert "agreements/rules/instruments.toml" in manifest["rules"]


def test_summary_counts_and_says_where(accords, texts, tmp_path):
    outcome = accords("run", texts, "-o", tmp_path / "out")
    for part in ("1 documents", "2 dates", "agreements", "issues", f"written to {tmp_path / 'out'}"):
        assert part in outcome.out
    assert outcome.err == ""  # no progress bar: this is no terminal


def test_quiet_says_nothing(accords, texts, tmp_path):
    outcome = accords("run", texts, "-o", tmp_path / "out", "--quiet")
    assert (outcome.status, outcome.out, outcome.err) == (0, "", "")


def test_one_text_can_be_named(accords, texts, tmp_path, table):
    (texts / "other.txt").write_text("Other.", encoding="utf-8")
    accords("run", texts / "good.txt", "-o", tmp_path / "out")
    assert [row["document"] for row in table(tmp_path / "out" / "documents.csv")] == ["good"]


def test_ids_stay_when_the_text_grows(accords, texts, tmp_path, table):
    accords("run", texts, "-o", tmp_path / "before")
    (texts / "good.txt").write_text(f"A line in front.\n\n{(texts / 'good.txt').read_text()}", encoding="utf-8")
    accords("run", texts, "-o", tmp_path / "after")
    before, after = (table(tmp_path / name / "accounts.csv") for name in ("before", "after"))
    assert [row["account_id"] for row in before] == [row["account_id"] for row in after]
    assert [row["start"] for row in before] != [row["start"] for row in after]


def test_passage_that_stands_twice_gives_two_accounts(accords, texts, tmp_path, table):
    (texts / "good.txt").write_text(2 * f"{(texts / 'good.txt').read_text(encoding='utf-8')}\n\n\n", encoding="utf-8")
    assert accords("run", texts, "-o", tmp_path / "out").status == 0
    ids = [row["account_id"] for row in table(tmp_path / "out" / "accounts.csv")]
    assert len(set(ids)) == len(ids) >= 1
