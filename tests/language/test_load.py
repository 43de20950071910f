"""Any English pipeline of spaCy can take the seat of the shipped one, and what cannot is refused with a remedy."""

import importlib

import pytest
import spacy

from pipeline.errors import AccordsError
from pipeline.language import describe, load
from pipeline.language.sentences import COMPONENT

seat = importlib.import_module("pipeline.language.load")


@pytest.fixture
def installed(monkeypatch, tmp_path):
    """Let the package "en_other" be installed: a pipeline of entity rules, read from its folder."""

    def install(lang):
        nlp = spacy.blank(lang, meta={"name": "other", "version": "1.2.3"})
        nlp.add_pipe("entity_ruler").add_patterns([{"label": "GPE", "pattern": "Peru"}])
        nlp.to_disk(tmp_path / "other")
        monkeypatch.setattr(seat, "is_package", lambda name: name == "en_other")
        monkeypatch.setattr(seat.spacy, "load", lambda _: spacy.util.load_model_from_path(tmp_path / "other"))
        load.cache_clear()

    yield install
    load.cache_clear()


def test_another_pipeline_gets_our_sentence_rules_and_keeps_its_names(installed):
    installed("en")
    nlp = load("en_other")
    doc = nlp("It joined Peru. Talks began.")
    assert nlp.pipe_names[0] == COMPONENT
    assert len(list(doc.sents)) == 2
    assert [name.label_ for name in doc.ents] == ["GPE"]


def test_another_pipeline_is_described_by_name_version_and_files(installed):
    installed("en")
    described = describe(load("en_other"))
    assert (described.name, described.version) == ("en_other", "1.2.3")


def test_a_pipeline_for_another_language_is_refused(installed):
    installed("de")
    with pytest.raises(AccordsError, match="'de', not English"):
        load("en_other")


def test_a_pipeline_that_is_not_there_is_refused():
    with pytest.raises(AccordsError, match="no installed spaCy pipeline"):
        load("en_nowhere")


def test_a_pipeline_is_loaded_once():
    assert load("blank") is load("blank")
