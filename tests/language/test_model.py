"""The model that comes with the package: it is there, small, quick to load, and reads; and its card tells the truth."""

import json
import os
import subprocess
import sys
import time

import pytest
import spacy

from pipeline.errors import AccordsError
from pipeline.language import describe, load
from pipeline.language.card import figures
from pipeline.language.describe import SCORES
from pipeline.language.evaluate import CARD
from pipeline.language.load import MODEL, VERSION, read

TEXT = (
    "The Ministry of Defence of Norway signed an agreement with Peru in Oslo on 4 May 2001. "
    "Officers were trained by the Peruvian Navy. The treaty was ratified two years later."
)

pytestmark = pytest.mark.skipif(not (MODEL / "meta.json").is_file(), reason="the model is not trained")


@pytest.fixture(scope="module")
def nlp():
    return load("accords")


@pytest.fixture(scope="module")
def doc(nlp):
    return nlp(TEXT)


def test_sentences(doc):
    assert [sentence[0].text for sentence in doc.sents] == ["The", "Officers", "The"]


def test_tags_and_parts_of_speech(doc):
    tagged = {token.text: (token.tag_, token.pos_) for token in doc}
    assert tagged["signed"] == ("VBD", "VERB")
    assert tagged["Oslo"] == ("NNP", "PROPN")
    assert tagged["years"] == ("NNS", "NOUN")
    assert tagged["agreement"] == ("NN", "NOUN")


def test_lemmas(doc):
    lemmas = {token.text: token.lemma_ for token in doc}
    assert (lemmas["signed"], lemmas["years"], lemmas["was"], lemmas["Peru"]) == ("sign", "year", "be", "Peru")


def test_parse_has_the_relations_of_clear(doc):
    found = {(token.dep_, token.text, token.head.text) for token in doc}
    assert ("nsubj", "Ministry", "signed") in found
    assert ("dobj", "agreement", "signed") in found
    assert ("nsubjpass", "treaty", "ratified") in found
    assert ("auxpass", "was", "ratified") in found


def test_names(doc):
    names = {(name.text, name.label_) for name in doc.ents}
    assert ("Peru", "GPE") in names
    assert ("Oslo", "GPE") in names
    assert ("Peruvian Navy", "ORG") in names
    assert any("Ministry of Defence" in text and label == "ORG" for text, label in names)


def test_one_long_document_reads_as_its_parts(nlp):
    parts = [TEXT, "Mr. Diaz met the delegation in Lima.", "No date was set."]
    whole = nlp("\n\n".join(parts))
    assert len(list(whole.sents)) == sum(len(list(nlp(part).sents)) for part in parts)


def test_reads_nothing_and_blanks(nlp):
    assert len(nlp("")) == 0
    assert [token.text for token in nlp(" \n\n")] != []


def test_equal_texts_give_equal_readings(nlp):
    first, second = (nlp(TEXT).to_array(["TAG", "DEP", "HEAD", "ENT_TYPE", "LEMMA"]).tolist() for _ in range(2))
    assert first == second


def test_loads_without_network_in_two_seconds():
    # A proxy that is not there: who asks the network for anything fails.
    nowhere = {"http_proxy": "http://127.0.0.1:9", "https_proxy": "http://127.0.0.1:9"}
    code = "import spacy, time; from pipeline.language.load import read, MODEL; t = time.process_time(); read(MODEL)"
    code += "; print(time.process_time() - t)"
    ran = subprocess.run(
        [sys.executable, "-c", code], env={**os.environ, **nowhere}, capture_output=True, text=True, check=True
    )
    assert float(ran.stdout) < 2


def test_reads_quickly_enough_for_interactive_work(nlp):
    begun = time.process_time()
    nlp(TEXT * 40)
    assert time.process_time() - begun < 5


def test_is_small():
    files = [path for path in MODEL.rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in files) <= 20_000_000
    assert len(files) < 40


def test_holds_no_words_of_the_corpora_but_labels():
    assert len(json.loads((MODEL / "vocab/strings.json").read_text(encoding="utf-8"))) < 400


def test_the_card_has_the_figures_of_the_scores():
    scores = json.loads((MODEL / SCORES).read_text(encoding="utf-8"))
    assert figures(scores) in CARD.read_text(encoding="utf-8")
    assert scores["version"] == VERSION


@pytest.mark.parametrize(
    "source",
    "UD English EWT|UD English GUM|Few-NERD|Re-DocRED|CrossNER|Wikigold|multiNER|re3d|Universal NER".split("|"),
)
def test_the_card_attributes_every_source(source):
    assert source in CARD.read_text(encoding="utf-8")


def test_the_card_states_the_terms():
    assert "CC BY-SA 4.0" in CARD.read_text(encoding="utf-8")
    assert json.loads((MODEL / "meta.json").read_text(encoding="utf-8"))["license"] == "CC BY-SA 4.0"


def test_describe_names_model_version_and_hash(nlp):
    described = describe(nlp)
    assert (described.name, described.version) == ("accords", VERSION)
    assert len(described.sha256) == 64
    assert describe(read(MODEL)) == described


def test_describe_knows_a_pipeline_without_files():
    assert describe(load("blank")).name == "blank"
    assert describe(load("blank")).sha256 != describe(spacy.blank("en")).sha256


def test_a_folder_without_a_model_is_said_plainly(tmp_path):
    with pytest.raises(AccordsError, match="no model"):
        read(tmp_path)
