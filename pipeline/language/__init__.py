"""The English language pipeline: the one place that knows spaCy models.

`load` returns a `spacy.Language` that sets sentence boundaries and, if it is trained, tags, a parse, lemmas and
entities; `reader` a `Reader` that runs the costly parts of it only where they are asked for. The package's own model
("accords") lies in `model/`; `train` makes it, `evaluate` measures it. What labels mean stands in `labels`.
"""

from pipeline.language.describe import Description, describe
from pipeline.language.load import load
from pipeline.language.reading import Parse, Reader, Word, reader
from pipeline.language.sentences import sentence_spans

__all__ = ["Description", "Parse", "Reader", "Word", "describe", "load", "reader", "sentence_spans"]
