"""Many documents read at once as they do one by one, which spaCy's own steps do."""

import pytest

from pipeline.language import load
from pipeline.language.load import MODEL
from pipeline.language.transitions import FEW, WORDS

pytestmark = pytest.mark.skipif(not (MODEL / "meta.json").is_file(), reason="the model is not trained")

SENTENCES = [
    "Peru and Chile signed a treaty in Lima on June 3, 1929.",
    "The agreement, which both parliaments ratified, entered into force a year later.",
    "It lapsed.",
    "Officers of the Peruvian Navy were trained by instructors whom the Ministry of Defence of Norway had sent.",
    "",
    "Trade rose; investment did not.",
    "No date was set for the next meeting of the Joint Committee.",
    "A memorandum on cooperation between the central banks was initialled but never signed.",
]
COLUMNS = ["HEAD", "DEP", "SENT_START", "ENT_TYPE", "ENT_IOB"]


def test_many_documents_read_as_each_alone():
    nlp = load("accords")
    texts = [" ".join(SENTENCES[: number % 5 + 1]) for number in range(4 * FEW)] + SENTENCES
    for text, doc in zip(texts, nlp.pipe(texts), strict=True):
        assert doc.text == text
        assert doc.to_array(COLUMNS).tolist() == nlp(text).to_array(COLUMNS).tolist()


def test_a_long_document_among_short_ones():
    nlp = load("accords")
    texts = [" ".join(SENTENCES) * (WORDS // 80), *SENTENCES]
    assert [doc.text for doc in nlp.pipe(texts)] == texts
