"""Headings, items and sentences: where passages begin and end, in texts as people write them."""

from __future__ import annotations

import pytest

from pipeline import language
from pipeline.records import Source
from pipeline.split import split


def passages(text: str) -> list[tuple[str, str]]:
    """The passages of a text as (kind, characters)."""
    source = Source("text", "text", "", text)
    return [
        (passage.kind, text[passage.start : passage.end]) for passage in split(source, language.reader().read(text))
    ]


SENTENCES = {
    "two": ("They met. They left.", ["They met.", "They left."]),
    "abbreviated state": ("The U.S. Ambassador met Mr. Smith.", ["The U.S. Ambassador met Mr. Smith."]),
    "initials": ("Edgar L. G. Prochnik arrived.", ["Edgar L. G. Prochnik arrived."]),
    "state at the end": ("He left for the U.S. In 1921 he was back.", ["He left for the U.S.", "In 1921 he was back."]),
    "capital with a full stop": (
        "It was signed in Washington, D.C., by two.",
        ["It was signed in Washington, D.C., by two."],
    ),
    "quotation": ("It was “null and void.” They agreed.", ["It was “null and void.”", "They agreed."]),
    "question": ("Who signed? Nobody knows.", ["Who signed?", "Nobody knows."]),
    "number": ("Protocol No. 5 was signed.", ["Protocol No. 5 was signed."]),
    "breaks off": ("They met. Phone: (+58212) 761-52-83, e-mail:", ["They met.", "Phone: (+58212) 761-52-83, e-mail:"]),
}


@pytest.mark.parametrize(("text", "expected"), SENTENCES.values(), ids=SENTENCES.keys())
def test_sentences(text: str, expected: list[str]) -> None:
    assert passages(text) == [("sentence", sentence) for sentence in expected]


KINDS = {
    "open-ended line": ("Cooperation with Chad\n\nThey met.", ["heading", "sentence"]),
    "capitals and a full stop": ("U.S. Recognition of Chad, 1960.\n\nThey met.", ["heading", "sentence"]),
    "sentence in capitals": ("Chad and Peru signed the Border Treaty.\n\nThey met.", ["sentence", "sentence"]),
    "date alone": ("Talks\n\nMay 3, 1999\n\nThey met.", ["heading", "heading", "sentence"]),
    "bullets": ("Treaties:\n\n- Border Treaty, 1999\n- Trade Treaty, 2001", ["sentence", "item", "item"]),
    "numbered": ("1. Border Treaty, 1999.\n2. Trade Treaty, 2001.", ["item", "item"]),
    "lines of a paragraph each": ("They met in Lima.\nThey left for Cusco.", ["sentence", "sentence"]),
}


@pytest.mark.parametrize(("text", "kinds"), KINDS.values(), ids=KINDS.keys())
def test_kinds(text: str, kinds: list[str]) -> None:
    assert [kind for kind, _ in passages(text)] == kinds


def test_lines_that_an_editor_wrapped_are_one_paragraph() -> None:
    text = (
        "The two countries signed a treaty of friendship and a protocol on the\n"
        "exchange of prisoners in Lima on 3 May 1999. It entered into force in\n"
        "2001."
    )
    first, second = (words.replace("\n", " ") for _, words in passages(text))
    assert first.endswith("the exchange of prisoners in Lima on 3 May 1999.")
    assert second == "It entered into force in 2001."


@pytest.mark.parametrize("text", ["", "\n\n", " \t\r\n", "…", "\r\nA\r\n\r\n\r\nB"], ids=repr)
def test_every_character_but_blanks_is_in_one_passage(text: str) -> None:
    assert "".join(words for _, words in passages(text)).replace(" ", "") == "".join(text.split())
