"""What the model names becomes an organization only if the text bears it out."""

from __future__ import annotations

import re

import pytest
from spacy.tokens import Doc, Span

from pipeline.language import load
from pipeline.organizations import entities, find, lexicon
from pipeline.organizations.scan import Scan
from pipeline.organizations.tokens import lines
from pipeline.records import NameMention, Source
from pipeline.split import split

RULES = lexicon.evidence_rules()
MARKED = re.compile(r"[\[{]([^\]}]+)[\]}]")


def marked(text: str) -> tuple[Source, Doc]:
    """Return `text` with what stands in [] as the model's organizations, and in {} as its people."""
    plain, spans = "", []
    position = 0
    for match in MARKED.finditer(text):
        plain += text[position : match.start()]
        label = "ORG" if match[0][0] == "[" else "PERSON"
        spans.append((len(plain), len(plain) + len(match[1]), label))
        plain += match[1]
        position = match.end()
    plain += text[position:]
    doc = load("blank")(plain)
    doc.set_ents([_span(doc, *span) for span in spans])
    return Source(id="doc", path="doc.txt", sha256="0", text=plain), doc


def _span(doc: Doc, start: int, end: int, label: str) -> Span:
    span = doc.char_span(start, end, label=label)
    assert span is not None
    return span


def mentions(text: str) -> list[NameMention]:
    source, doc = marked(text)
    return find(source, doc, split(source, doc))[0]


def rules_of(text: str) -> set[str]:
    """Return the ids of the rules that speak of the name marked in `text`."""
    source, doc = marked(text)
    scan = Scan(lines(source.text, split(source, doc))[0])
    (start, end), *_ = entities.read(doc).organizations
    inside = [index for index, token in enumerate(scan.tokens) if start <= token.start and token.end <= end]
    return {rule.id for rule in entities.evidence(scan, (inside[0], inside[-1] + 1))}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_examples(rule: lexicon.EvidenceRule) -> None:
    for example in rule.examples:
        assert example.value == rule.verdict
        assert rule.id in rules_of(example.text), example.text


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_counterexamples(rule: lexicon.EvidenceRule) -> None:
    for text in rule.counterexamples:
        assert rule.id not in rules_of(text), text


FOUND = {
    "kind of body in front": ("They told the newspaper [Kormoran] so.", ["Kormoran"]),
    "people behind": ("Some [Kormoran] employees left.", ["Kormoran"]),
    "head of it": ("The founder of [Kormoran] left.", ["Kormoran"]),
    "last word of companies": ("It went to [Kormoran Securities] in May.", ["Kormoran Securities"]),
    "two capitals in a word": ("It went to [KormoTel] in May.", ["KormoTel"]),
    "article outside": ("It went to [the Kormoran Tribune] in May.", ["Kormoran Tribune"]),
    "again without the model": ("The [Kormoran Tribune] grew. They bought Kormoran Tribune.", ["Kormoran Tribune"] * 2),
    "abbreviation behind": ("The [Kormoran Tribune] (KTR) grew. KTR fell.", ["Kormoran Tribune", "KTR", "KTR"]),
}
NOT_FOUND = {
    "nothing speaks for it": "They saw [Kormoran] in May.",
    "event": "The [Kormoran Summit] employees left.",
    "treaty": "Members of the [Kormoran Treaty] met.",
    "government": "The head of the [Kormoran Government] left.",
    "office": "The head of [Rear Admiral] left.",
    "field of policy": "The Minister of [National Defence] left.",
    "in front of an office": "The newspaper [Kormoran] chief left.",
    "a person elsewhere": "{Pablo Kormoran} left. The [Kormoran] party left.",
    "one of many": "He joined a [Kormoran Press] there.",
    "heading in capitals": "NEWS FROM [KORMORAN SECURITIES] TODAY",
    "a part of a longer name": "It went to Old [Kormoran Securities] in May.",
}


@pytest.mark.parametrize(("text", "expected"), FOUND.values(), ids=FOUND.keys())
def test_found(text: str, expected: list[str]) -> None:
    assert [one.text for one in mentions(text) if one.kind == "organization"] == expected


@pytest.mark.parametrize("text", NOT_FOUND.values(), ids=NOT_FOUND.keys())
def test_not_found(text: str) -> None:
    assert [one.text for one in mentions(text) if one.kind == "organization"] == []


def test_the_rule_names_the_model_and_its_version() -> None:
    reader = load("accords")
    assert entities.rule_of(reader.make_doc("")) == f"model-accords-{reader.meta['version']}"
    assert entities.rule_of(load("blank").make_doc("")) == "model"


def test_the_model_takes_back_a_company_by_apposition() -> None:
    text = "The order came from {Ilse Brandt}, the company’s founder."
    assert [one.text for one in mentions(text) if one.kind == "organization"] == []


def test_a_table_knows_better() -> None:
    assert [(one.text, one.rule) for one in mentions("The founder of [NATO] left.")] == [
        ("NATO", "security-organization")
    ]
