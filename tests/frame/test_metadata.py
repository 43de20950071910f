"""documents.csv beside the texts: titles and dates of publication."""

from __future__ import annotations

import pytest


def test_metadata_reach_the_tables(accords, texts, tmp_path, table):
    (texts / "documents.csv").write_text(
        'path,title,published,source\ngood.txt,"Peru, Chile",2001-05-02,https://example.org/a\n', encoding="utf-8-sig"
    )
    assert accords("run", texts, "-o", tmp_path / "out").status == 0
    row = table(tmp_path / "out" / "documents.csv")[0]
    assert (row["title"], row["published"]) == ("Peru, Chile", "2001-05-02")
    assert "https://example.org/a" in (tmp_path / "out" / "datapackage.json").read_text(encoding="utf-8")
    assert '"documents.csv"' in (tmp_path / "out" / "manifest.json").read_text(encoding="utf-8")


def test_publication_places_relative_dates(accords, texts, tmp_path, table):
    (texts / "good.txt").write_text("Peru and Chile signed a treaty last year.", encoding="utf-8")
    (texts / "documents.csv").write_text("path,published\ngood.txt,2001-05-02\n", encoding="utf-8")
    accords("run", texts, "-o", tmp_path / "out")
    assert [row["value"] for row in table(tmp_path / "out" / "dates.csv")] == ["2000"]


def test_nearest_file_counts(accords, texts, tmp_path, table):
    (texts / "sub").mkdir()
    (texts / "sub" / "deep.txt").write_text("Deep.", encoding="utf-8")
    (texts / "documents.csv").write_text("path,title\nsub/deep.txt,Far\ngood.txt,Good\n", encoding="utf-8")
    (texts / "sub" / "documents.csv").write_text("path,title\ndeep.txt,Near\n", encoding="utf-8")
    accords("run", texts, "-o", tmp_path / "out")
    assert [row["title"] for row in table(tmp_path / "out" / "documents.csv")] == ["Good", "Near"]


FAULTS = {
    "wrong column": ("path,titel\ngood.txt,A\n", "documents.csv: line 1: unknown column 'titel'. The columns are"),
    "no path": ("title\nA\n", "line 1: the column 'path' is missing"),
    "semicolons": ("path;title\ngood.txt;A\n", "unknown column 'path;title'."),
    "no such day": ("path,published\ngood.txt,2001-02-30\n", "line 2: published: '2001-02-30' is no date. Write year"),
    "other order of day": ("path,published\ngood.txt,02/05/2001\n", "'02/05/2001' is no date"),
    "month only": ("path,published\ngood.txt,2001-05\n", "'2001-05' is no date"),
    "missing file": ("path,title\nbad.txt,A\n", "line 2: there is no file 'bad.txt'"),
    "twice": ("path,title\ngood.txt,A\ngood.txt,B\n", "line 3: 'good.txt' has a row already"),
    "too many cells": ("path,title\ngood.txt,A,B\n", "line 2: the row has not as many cells as the header"),
    "too few cells": ("path,title\ngood.txt\n", "line 2: the row has not as many cells as the header"),
    "no text": ("", "documents.csv: the file is empty"),
}  # fmt: skip


@pytest.mark.parametrize(("content", "message"), FAULTS.values(), ids=FAULTS)
def test_fault_is_told_and_the_texts_go_through(accords, texts, tmp_path, table, content, message):
    (texts / "documents.csv").write_text(content, encoding="utf-8")
    outcome = accords("run", texts, "-o", tmp_path / "out")
    assert outcome.status == 1
    assert message in outcome.err
    assert [row["outcome"] for row in table(tmp_path / "out" / "documents.csv")] == ["read"]
    assert "metadata" in {row["code"] for row in table(tmp_path / "out" / "issues.csv")}
