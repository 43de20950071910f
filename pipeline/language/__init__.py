"""The English language pipeline: the one place that knows spaCy models.

Today a blank English tokenizer with a rule-based sentence splitter. A trained model takes the same seat: what
`load` returns is a `spacy.Language` that sets sentence boundaries, and, when trained, tags, a parse and entities.
"""

from pipeline.language.load import load
from pipeline.language.sentences import sentence_spans

__all__ = ["load", "sentence_spans"]
