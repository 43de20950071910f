"""The component that finds names, taught a sentence by heart."""

import pytest
import spacy
from spacy.training import Example
from thinc.api import Adam, Config, fix_random_seed

from pipeline.language import names
from pipeline.language.load import PARTS

MODEL = """
[model]
@architectures = "accords.Names.v1"
hidden = 16
[model.tok2vec]
@architectures = "spacy.Tok2Vec.v2"
[model.tok2vec.embed]
@architectures = "accords.Embed.v1"
width = 16
sizes = [16,4,8,4,8,8,8,4]
rows = [200,20,50,50,50,50,20,8]
word_dropout = 0.0
pieces = 2
[model.tok2vec.encode]
@architectures = "accords.Encode.v1"
width = 16
dilations = [1,1]
pieces = 2
"""
TEXT = "The Bank of Peru met Diaz in Lima ."
NAMES = [("Bank of Peru", "ORG"), ("Diaz", "PERSON"), ("Lima", "GPE")]


@pytest.fixture(scope="module")
def nlp():
    assert names in PARTS
    fix_random_seed(1)
    made = spacy.blank("en")
    pipe = made.add_pipe(names.COMPONENT, name="ner", config=Config().from_str(MODEL))
    gold = made.make_doc(TEXT)
    spans = [(TEXT.index(text), TEXT.index(text) + len(text), label) for text, label in NAMES]
    gold.set_ents([gold.char_span(*span) for span in spans], missing=[gold[0:1]], default="outside")
    examples = [Example(made.make_doc(TEXT), gold)]
    made.initialize(lambda: examples)
    optimizer = Adam(0.01)
    losses = [pipe.update(examples, sgd=optimizer)["ner"] for _ in range(60)]
    assert losses[-1] < 0.1 < losses[0]
    return made


def test_it_learns(nlp):
    assert [(name.text, name.label_) for name in nlp(TEXT).ents] == NAMES


def test_labels_are_those_of_the_examples(nlp):
    assert nlp.get_pipe("ner").labels == ("GPE", "ORG", "PERSON")


def test_an_open_word_is_no_tag(nlp):
    pipe = nlp.get_pipe("ner")
    gold = nlp.make_doc("In Lima")
    gold.set_ents([], missing=[gold[0:1]], default="outside")
    assert pipe.gold(Example(nlp.make_doc("In Lima"), gold)).tolist() == [-1, 0]


def test_no_name_begins_with_a_blank_or_goes_over_an_empty_line(nlp):
    for text in ("The Bank of\n\nPeru met", "met  Diaz  in", "\n\nLima\n\n", " ", ""):
        doc = nlp(text)
        for name in doc.ents:
            assert "\n\n" not in name.text
            assert not name[0].is_space
            assert not name[-1].is_space


def test_it_is_kept_on_disk(nlp, tmp_path):
    nlp.to_disk(tmp_path)
    again = spacy.load(tmp_path)
    assert [(name.text, name.label_) for name in again(TEXT).ents] == NAMES


def test_many_documents_read_as_each_alone(nlp):
    texts = [TEXT * 3, TEXT, "Nothing.", ""] * 5
    for text, doc in zip(texts, nlp.pipe(texts), strict=True):
        assert [name.text for name in doc.ents] == [name.text for name in nlp(text).ents]
