"""Label files are read strictly: a fault names file, line and remedy."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline import labels
from pipeline.errors import LabelError

TEXT = "Norway signed a treaty in May 2001 and a treaty in May."
GOOD = """\
document: text.txt
published: 2002-01-01
dates:
  - {quote: May 2001, value: 2001-05}
  - {quote: May, nth: 2, value: "2001-05"}
organizations: []
agreements:
  - quote: treaty
    type: treaty
    name: null
    status: signed
    date: 2001-05
    parties: [NO, SE]
    place: null
    subject: null
    count: 1
    also:
      - {quote: treaty, nth: 2}
"""


def load(tmp_path: Path, content: str) -> labels.Labels:
    (tmp_path / "text.txt").write_text(TEXT, encoding="utf-8")
    path = tmp_path / "text.yaml"
    path.write_text(content, encoding="utf-8")
    loaded = labels.load(path)
    loaded.check_quotes(TEXT)
    return loaded


def test_every_scalar_is_text_but_null(tmp_path):
    loaded = load(tmp_path, GOOD)
    treaty = loaded.file.agreements[0]
    assert loaded.file.published == "2002-01-01"
    assert loaded.file.dates[0].value == "2001-05"
    assert treaty.parties == ("NO", "SE")  # in YAML 1.1, NO is false
    assert (treaty.name, treaty.count) == (None, "1")


def test_nth_counts_occurrences(tmp_path):
    loaded = load(tmp_path, GOOD)
    span = loaded.locate(loaded.file.agreements[0].also[0], TEXT)
    assert (span.start, span.end) == (41, 47)


FAULTS = {
    "unknown key": (("published:", "publisched:"), "line 2: unknown key 'publisched'. Keys here: document, source,"),
    "unknown key of a date": (("nth: 2, value", "nht: 2, value"), "line 5: unknown key 'nht'. Keys here: quote, nth"),
    "unknown key of a further mention": (("treaty, nth: 2", "treaty, type: 2"), "line 18: unknown key 'type'"),
    "missing key": (("    type: treaty\n", ""), "line 8: the key 'type' is missing"),
    "missing document": (("document: text.txt\n", ""), "the key 'document' is missing"),
    "repeated key": (("    place: null\n", "    name: A\n"), "line 14: the key 'name' is given twice"),
    "unknown type": (("type: treaty", "type: pact"), "line 9: type: 'pact' is none of treaty, agreement"),
    "unknown status": (("status: signed", "status: done"), "line 11: status: 'done' is none of proposed"),
    "date that is none": (("date: 2001-05", "date: May 2001"), "line 12: date: 'May 2001' is not one of the EDTF"),
    "no such day": (("value: 2001-05}", "value: 2001-02-30}"), "line 4: value: '2001-02-30': there is no such day"),
    "publication that is none": (("2002-01-01", "2002-01"), "line 2: published: '2002-01' is no ISO date"),
    "count that is none": (("count: 1", "count: some"), "line 16: count: 'some' is no count such as 1, 17 or 40+"),
    "nth that is none": (("nth: 2, value", "nth: two, value"), "line 5: nth: "),
    "nth below one": (("nth: 2, value", "nth: 0, value"), "line 5: nth: "),
    "null where words are needed": (("quote: May 2001", "quote: null"), "line 4: quote: "),
    "list where words are needed": (("subject: null", "subject: [a]"), "line 15: subject: "),
    "quote not in the text": (("quote: May 2001", "quote: June 2001"), "line 4: the quote 'June 2001' is not in"),
    "further mention not in the text": (("treaty, nth: 2", "pact"), "line 18: the quote 'pact' is not in text.txt"),
    "nth beyond the text": (("treaty, nth: 2", "treaty, nth: 3"), "line 18: nth is 3, but 'treaty' stands 2 times"),
    "broken YAML": (("[NO, SE]", "[NO, SE"), "line 14: not valid YAML"),
    "no mapping": ((GOOD, "- a\n"), "input should be a valid dictionary"),
    "empty": ((GOOD, ""), "the key 'document' is missing"),
}  # fmt: skip


@pytest.mark.parametrize(("change", "message"), FAULTS.values(), ids=FAULTS)
def test_fault_names_file_line_and_remedy(tmp_path, change, message):
    assert change[0] in GOOD
    with pytest.raises(LabelError) as raised:
        load(tmp_path, GOOD.replace(*change, 1))
    assert str(raised.value).startswith(str(tmp_path / "text.yaml"))
    assert message in str(raised.value)
    assert raised.value.remedy


def test_label_fault_is_wrong_use(accords, tmp_path):
    (tmp_path / "text.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "text.yaml").write_text(GOOD.replace("quote: May 2001", "quote: June"), encoding="utf-8")
    outcome = accords("check", "--labels", tmp_path)
    assert outcome.status == 2
    assert "text.yaml: line 4: the quote 'June' is not in text.txt. Copy it from the text" in outcome.err


def test_missing_text_is_named(accords, tmp_path):
    (tmp_path / "text.yaml").write_text(GOOD, encoding="utf-8")
    outcome = accords("check", "--labels", tmp_path)
    assert outcome.status == 2
    assert "text.yaml: document: there is no document text.txt" in outcome.err
