"""spaCy's parser, with the steps of many documents computed at once.

spaCy walks each document in C with a matrix product that is made for no processor in particular, and takes and leaves
the interpreter's lock several times a step. Here a step of a whole lot of documents is a few calls of numpy: the same
weights, scores and decisions in half the time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from spacy.language import Language
from spacy.pipeline import DependencyParser
from spacy.tokens import Doc
from spacy.util import minibatch

COMPONENT = "accords_parser"
FEW = 6  # so few documents are walked through faster in C
WORDS = 2400  # the scores of so many words stay in the processor's cache


class Parser(DependencyParser):  # type: ignore[misc]
    """The component; what is not here comes from spaCy."""

    def predict(self, docs: Iterable[Doc]) -> Any:
        """Return the last states of `docs`."""
        known = [docs] if isinstance(docs, Doc) else list(docs)
        if sum(len(doc) > 0 for doc in known) <= FEW or self.cfg["beam_width"] != 1:
            return super().predict(known)
        self._ensure_labels_are_added(known)
        states = self.moves.init_batch(known)
        step = self.model.predict(known)
        weights, bias = step.vec2scores.get_param("W").T.copy(), step.vec2scores.get_param("b")
        unseen = sorted(self.model.attrs["unseen_classes"])
        open_states = [state for state in states if not state.is_final()]
        while open_states:
            scores = step.state2vec.predict(step.get_token_ids(open_states)) @ weights
            scores += bias
            if unseen:
                scores[:, unseen] = scores.min()
            open_states = self.transition_states(open_states, scores)
        step.clear_memory()
        return states

    def pipe(self, docs: Iterable[Doc], *, batch_size: int = 256) -> Iterator[Doc]:
        """Yield `docs` with annotations, in order. Documents of like length are walked through together."""
        handle = self.get_error_handler()
        for batch in minibatch(docs, batch_size):  # type: ignore[no-untyped-call]
            whole = list(batch)
            try:
                for lot in _lots(sorted(whole, key=len)):
                    self.set_annotations(lot, self.predict(lot))
            except Exception as error:  # the pipeline says what happens to a document that fails
                handle(self.name, self, whole, error)
            else:
                yield from whole


def _lots(docs: Sequence[Doc]) -> Iterator[list[Doc]]:
    """Yield runs of documents of about WORDS words."""
    lot: list[Doc] = []
    size = 0
    for doc in docs:
        lot.append(doc)
        size += len(doc)
        if size >= WORDS:
            yield lot
            lot, size = [], 0
    if lot:
        yield lot


@Language.factory(
    COMPONENT,
    assigns=["token.dep", "token.head", "token.is_sent_start", "doc.sents"],
    default_config={"min_action_freq": 30, "update_with_oracle_cut_size": 100},
)
def make_parser(nlp: Language, name: str, model: Any, min_action_freq: int, update_with_oracle_cut_size: int) -> Parser:
    """Make a parser."""
    return Parser(
        nlp.vocab,
        model,
        name,
        min_action_freq=min_action_freq,
        update_with_oracle_cut_size=update_with_oracle_cut_size,
    )
