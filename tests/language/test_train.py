"""The recipe runs: a few steps on a corpus of our own, from the command to a model that reads."""

import pytest
import spacy
from spacy.tokens import Doc, DocBin

from pipeline.errors import AccordsError
from pipeline.language import corpora
from pipeline.language.load import read
from pipeline.language.train import Recipe, assemble, learn, share_of_rate

WORDS = "Peru and Chile signed a treaty in Lima . It lapsed .".split()
TAGS = "NNP CC NNP VBD DT NN IN NNP . PRP VBD .".split()
POS = "PROPN CCONJ PROPN VERB DET NOUN ADP PROPN PUNCT PRON VERB PUNCT".split()
LEMMAS = "Peru and Chile sign a treaty in Lima . it lapse .".split()
HEADS = [3, 0, 0, 3, 5, 3, 3, 6, 3, 10, 10, 10]
DEPS = "nsubj cc conj ROOT det dobj prep pobj punct nsubj ROOT punct".split()


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = tmp_path_factory.mktemp("corpora")
    vocab = spacy.blank("en").vocab
    columns = {"tags": TAGS, "pos": POS, "lemmas": LEMMAS, "heads": HEADS, "deps": DEPS}
    names = ["B-GPE", "O", "B-GPE", "O", "O", "O", "O", "B-GPE", "O", "O", "O", "O"]
    (made / "syntax").mkdir()
    (made / "ner").mkdir()
    DocBin(docs=[Doc(vocab, WORDS, **columns)] * 40).to_disk(made / "syntax" / f"{corpora.SYNTAX}.spacy")
    for name in corpora.ENTITIES:
        DocBin(docs=[Doc(vocab, WORDS, ents=names)] * 5).to_disk(made / "ner" / f"{name}.spacy")
    return made


def test_the_recipe_runs_for_a_few_steps(folder, tmp_path):
    for part in ("syntax", "entities"):
        learn(part, folder, tmp_path / part, Recipe(steps=3, words=60))
    nlp = assemble(tmp_path, folder, tmp_path / "model")
    assert {"tagger", "morphologizer", "parser", "ner"} <= set(nlp.pipe_names)
    doc = read(tmp_path / "model")("Peru and Chile signed a treaty in Lima. It lapsed.")
    assert doc.has_annotation("TAG")
    assert doc.has_annotation("DEP")
    assert doc.has_annotation("LEMMA")
    assert doc[9].is_sent_start


def test_a_seed_decides_everything(folder, tmp_path):
    for name in ("one", "two"):
        learn("syntax", folder, tmp_path / name, Recipe(steps=2, words=60))
    assert (tmp_path / "one/tok2vec/model").read_bytes() == (tmp_path / "two/tok2vec/model").read_bytes()


def test_what_stands_in_a_test_is_not_learned_from(folder, tmp_path):
    nlp = spacy.blank("en")
    assert len(corpora.entity_examples(folder, nlp)) == len(entity_sources()) * 5 + own(nlp)
    tested = tmp_path / "ner"
    tested.mkdir()
    for name in corpora.ENTITIES:
        (tested / f"{name}.spacy").write_bytes((folder / "ner" / f"{name}.spacy").read_bytes())
    sentence = Doc(nlp.vocab, WORDS[:9])
    DocBin(docs=[sentence]).to_disk(tested / "fewnerd_test.spacy")
    assert len(corpora.entity_examples(tmp_path, nlp)) == own(nlp)


def entity_sources():
    return [name for name, times in corpora.ENTITIES.items() for _ in range(times)]


def own(nlp):
    return len(corpora.own_examples(nlp)) * corpora.OWN_REPEATED


def test_no_corpora_is_said_plainly(tmp_path):
    with pytest.raises(AccordsError, match="no such corpus"):
        corpora.syntax_examples(tmp_path, spacy.blank("en"))


def test_the_learning_rate_rises_stays_and_falls():
    shares = [share_of_rate(step, 3000) for step in (1, 200, 1500, 2000, 2500, 3000)]
    assert shares == pytest.approx([0.005, 1, 1, 1, 0.5, 0.02])


def test_our_own_sentences_mark_every_name_whole():
    nlp = spacy.blank("en")
    for example in corpora.own_examples(nlp)[:200]:
        for name in example.reference.ents:
            assert "{" not in name.text
            assert "|" not in name.text
    marked = corpora.marked_text("The [Joint Committee|ORG] met in [Lima|GPE].")
    assert marked.text == "The Joint Committee met in Lima."
    assert [marked.text[start:end] for start, end, _ in marked.names] == ["Joint Committee", "Lima"]


def test_our_own_sentences_are_the_same_every_time():
    patterns, words = ["{a} met {a}.", "Nobody came."], {"a": ["Peru", "Chile", "Laos"]}
    assert corpora.own_sentences(patterns, words, 9) == corpora.own_sentences(patterns, words, 9)
