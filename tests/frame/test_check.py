"""`accords check`: scores, errors, and the scores that are kept."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

LABELS = """\
document: ../texts/good.txt
dates:
  - {quote: "June 3, 1929", value: 1929-06-03}
  - {quote: the same year in July, value: 1929-07}
organizations: []
agreements:
  - quote: Treaty of Lima
    type: treaty
    name: Treaty of Lima
    status: ratified
    date: 1929-06-03
    parties: [CL, PE]
    place: Lima
    subject: null
    count: 1
"""


@pytest.fixture
def folder(texts, tmp_path) -> Path:
    folder = tmp_path / "labels"
    assert texts.is_dir()
    folder.mkdir()
    (folder / "good.yaml").write_text(LABELS, encoding="utf-8")
    return folder


def test_scores_by_layer_and_field(accords, folder):
    outcome = accords("check", "--labels", folder, "--json")
    scores = json.loads(outcome.out)["scores"]["tuned"]
    assert outcome.status == 0
    assert scores["dates: span"]["expected"] == 2
    assert set(scores["agreements: core"]) == {"expected", "found", "right", "precision", "recall", "f1"}


def test_errors_name_place_values_and_rule(accords, folder, texts):
    path = folder / "good.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("1929-06-03}", "1929-06}"), encoding="utf-8")
    outcome = accords("check", "--labels", folder)
    place = f"{texts / 'good.txt'}:1:53: dates: wrong value: “June 3, 1929”: expected 1929-06, got 1929-06-03 (rule "
    assert place in outcome.out.replace("\n", "")
    error = json.loads(accords("check", "--labels", folder, "--json").out)["errors"][0]
    assert (error["line"], error["column"], error["label_line"]) == (1, 53, 3)


def test_number_of_errors_is_limited(accords, folder):
    (folder / "good.yaml").write_text("document: ../texts/good.txt\n", encoding="utf-8")
    shown = accords("check", "--labels", folder, "--errors", "1").out
    assert shown.count("good.txt:1:") == 1
    assert "more (--errors" in shown


def test_kept_scores_hold_until_they_differ(accords, folder):
    assert accords("check", "--labels", folder, "--update").status == 0
    assert accords("check", "--labels", folder, "--quiet").status == 0
    path = folder / "scores.json"
    kept = json.loads(path.read_text(encoding="utf-8"))
    kept["tuned"]["dates: span"] |= {"right": 9, "f1": 2.0}
    path.write_text(json.dumps(kept), encoding="utf-8")
    fell = accords("check", "--labels", folder)
    assert fell.status == 1
    assert "tuned: dates: span fell: F1 2.0000 → 1.0000" in fell.err
    kept["tuned"]["dates: span"] |= {"right": 0, "f1": 0.0}
    path.write_text(json.dumps(kept), encoding="utf-8")
    rose = accords("check", "--labels", folder)
    assert rose.status == 1
    assert "Keep the new scores with accords check --update." in rose.err


def test_broken_scores_file(accords, folder):
    (folder / "scores.json").write_text("{}", encoding="utf-8")
    outcome = accords("check", "--labels", folder)
    assert outcome.status == 2
    assert "scores.json: not a file of scores. Write it anew with accords check --update." in outcome.err


def test_held_out_documents_are_scored_apart_and_kept_unseen(accords, folder):
    (folder / "unseen.yaml").write_text("document: ../texts/good.txt\n", encoding="utf-8")
    (folder / "HELDOUT").write_text("unseen\n", encoding="utf-8")
    blind = accords("check", "--labels", folder)
    assert "held out: 1 document" in blind.out
    assert "false row" not in blind.out
    assert "false row" in accords("check", "--labels", folder, "--held-out").out


def test_held_out_name_without_a_label_file(accords, folder):
    (folder / "HELDOUT").write_text("good\nnothing\n", encoding="utf-8")
    outcome = accords("check", "--labels", folder)
    assert outcome.status == 2
    assert "HELDOUT: name 2: there is no label file nothing.yaml" in outcome.err


def test_one_document_can_be_named(accords, folder):
    (folder / "other.yaml").write_text("document: ../texts/good.txt\n", encoding="utf-8")
    documents = json.loads(accords("check", "good", "--labels", folder, "--json").out)["documents"]
    assert list(documents) == ["good"]


def test_publication_date_comes_from_label_file_or_from_beside(accords, folder, texts):
    (texts / "good.txt").write_text("A treaty was signed last year.", encoding="utf-8")
    label = "document: ../texts/good.txt\ndates:\n  - {quote: last year, value: 2000}\n"
    (folder / "good.yaml").write_text(f"{label}published: 2001-01-01\n", encoding="utf-8")
    assert "expected 2000" not in accords("check", "--labels", folder).out
    (folder / "good.yaml").write_text(label, encoding="utf-8")
    assert "dates: not found" in accords("check", "--labels", folder).out
    (texts / "documents.csv").write_text("path,published\ngood.txt,2001-01-01\n", encoding="utf-8")
    assert "dates: not found" not in accords("check", "--labels", folder).out
    (texts / "documents.csv").unlink()
    (folder / "documents.json").write_text('{"good": {"published": "2001-01-01"}}', encoding="utf-8")
    assert "dates: not found" not in accords("check", "--labels", folder).out
    (folder / "documents.json").write_text('{"good": {"published": "May"}}', encoding="utf-8")
    assert "documents.json: good: published: 'May' is no date" in accords("check", "--labels", folder).err
