"""Tokens, certain sentence boundaries, lemmas and the meaning of labels: what works without a trained model."""

import pytest
import spacy

from pipeline.language import labels
from pipeline.language.boundaries import mark_certain
from pipeline.language.lemmas import Lemmas
from pipeline.language.tokenizer import adapt


@pytest.fixture(scope="module")
def nlp():
    made = spacy.blank("en")
    adapt(made)
    return made


@pytest.mark.parametrize(
    "word", ["co-operation", "Non-Proliferation", "re-elected", "anti-aircraft", "212-902-3724", "______", "?!", "***"]
)
def test_is_one_token(nlp, word):
    assert [token.text for token in nlp(f"the {word} here")] == ["the", word, "here"]


@pytest.mark.parametrize("words", ["long - range", "Franco - German", "2004 - 05"])
def test_is_three_tokens(nlp, words):
    assert [token.text for token in nlp(words.replace(" ", ""))] == words.split()


@pytest.mark.parametrize(
    "text", ["It was re-elected.", "The U.S. left. Mr. Diaz stayed!!!  See www.example.org.", "a\n\nb"]
)
def test_tokens_leave_the_text_as_it_is(nlp, text):
    assert nlp(text).text == text


def starts(nlp, text):
    doc = mark_certain(nlp(text))
    return {token.text: token.is_sent_start for token in doc}


def test_a_straight_quotation_mark_opens_a_sentence_or_closes_it(nlp):
    doc = mark_certain(nlp('He said "We sign." "They do," she said.'))
    assert [token.is_sent_start for token in doc if token.text == '"'] == [False, False, True, False]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("They met. Talks began.", "Talks"),
        ("He agreed. “We sign today,” he said.", "“"),
        ("It ended.” Nobody spoke.", "Nobody"),
        ("A heading\n\nParagraph one", "Paragraph"),
        ("It joined the U.S. The treaty lapsed.", "The"),
    ],
)
def test_a_sentence_begins(nlp, text, word):
    assert starts(nlp, text)[word] is True


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("He met Gen. Ortega there.", "Ortega"),
        ("They met J. Whitaker there.", "Whitaker"),
        ("the two sides agreed", "sides"),
        ("It rose 3.5 percent", "percent"),
        ("(It ended.) Then", ")"),
    ],
)
def test_no_sentence_begins(nlp, text, word):
    assert starts(nlp, text)[word] is False


def test_the_parser_is_asked_about_the_rest(nlp):
    assert starts(nlp, "call them tomorrow: They know")["They"] is None


def test_lemmas_are_learned_from_endings_and_exceptions():
    seen = [("ministries", "NNS", "ministry"), ("treaties", "NNS", "treaty"), ("talks", "NNS", "talk")]
    seen += [("rights", "NNS", "right"), ("men", "NNS", "man"), ("men", "NNS", "man"), ("United", "NNP", "Unite")]
    lemmas = Lemmas()
    lemmas.learn(seen)
    assert [lemmas.lemma(word, "NNS") for word in ("parties", "Boats", "men")] == ["party", "boat", "man"]
    assert lemmas.lemma("United", "NNP") == "United"
    assert lemmas.lemma("never", "RB") == "never"


def test_lemmas_come_back_from_disk(tmp_path):
    lemmas = Lemmas()
    lemmas.learn([("armies", "NNS", "army"), ("navies", "NNS", "navy")])
    lemmas.to_disk(tmp_path / "lemmas")
    assert Lemmas().from_disk(tmp_path / "lemmas").lemma("parties", "NNS") == "party"


@pytest.mark.parametrize(
    ("clear", "universal"), [("dobj", "obj"), ("nsubjpass", "nsubj:pass"), ("prt", "compound:prt")]
)
def test_both_schemes_name_one_role(clear, universal):
    assert labels.role_of(clear) == labels.role_of(universal) != "other"


def test_no_label_has_two_meanings():
    for table in (labels.ROLES, labels.KINDS):
        every = " ".join(table.values()).split()
        assert len(every) == len(set(every))


def test_unknown_labels_are_other():
    assert labels.role_of("nonesuch") == labels.kind_of("CARDINAL") == "other"
    assert labels.role_of("nsubj:xyz") == "subject"
