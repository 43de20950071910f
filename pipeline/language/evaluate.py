"""Measure the model on the held-out corpora: `python -m pipeline.language.evaluate --corpora DIR`.

Writes `scores.json` beside the model and, for the model of the package, its figures into MODEL.md.
"""

from __future__ import annotations

import argparse
import json
import os
import time
from collections.abc import Sequence
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from spacy.language import Language

from pipeline.language import card, corpora, scoring
from pipeline.language.describe import SCORES
from pipeline.language.load import MODEL, read

TREEBANKS = ("ewt_test", "gum_test", "pud")
# The labels that count, and whether places are one label.
NAMES = {
    "fewnerd_test": (scoring.LABELS, False),
    "cross_test": (frozenset({"PERSON", "ORG", "LOC", "EVENT", "NORP"}), True),
    "gum_test": (scoring.LABELS, False),
    "uner_ewt_test": (scoring.COARSE, True),
    "uner_pud_test": (scoring.COARSE, True),
    "europarl_test": (scoring.COARSE, True),
}
SPEED_ROUNDS = 5
CARD = MODEL.parent / "MODEL.md"


def evaluate(model: Path, corpora_folder: Path) -> dict[str, Any]:
    """Return all scores of `model`."""
    nlp = read(model)
    scores: dict[str, Any] = {"version": nlp.meta["version"], "syntax": {}, "entities": {}}
    for name in TREEBANKS:
        gold = corpora.docs(corpora_folder, "syntax", f"{name}_clear", nlp)
        with nlp.select_pipes(disable=["ner"]):
            scores["syntax"][name] = scoring.syntax(nlp, gold)
    for name, (labels, merged) in NAMES.items():
        documents = list(corpora.docs(corpora_folder, "ner", name, nlp))
        with nlp.select_pipes(enable=["ner"]):
            found = scoring.entities(nlp, documents, labels, merged=merged)
        scores["entities"][name] = {label: one._asdict() for label, one in found.items()}
    texts = [doc.text for name in TREEBANKS for doc in corpora.docs(corpora_folder, "syntax", f"{name}_clear", nlp)]
    scores["words_per_second"] = round(speed(nlp, texts), -2)
    files = [path for path in model.rglob("*") if path.is_file() and path.name != SCORES]
    scores["megabytes"] = round(sum(path.stat().st_size for path in files) / 1e6, 1)
    return scores


def speed(nlp: Language, texts: Sequence[str]) -> float:
    """Return the words that `nlp` reads in a second of one processor, all components together: the best of rounds."""
    best = 0.0
    for _ in range(SPEED_ROUNDS):
        begun = time.process_time()
        words = sum(len(doc) for doc in nlp.pipe(texts))
        best = max(best, words / (time.process_time() - begun))
    return best


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure the model and write its scores."""
    parser = argparse.ArgumentParser(prog="python -m pipeline.language.evaluate", description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True, help="folder with syntax/ and ner/")
    parser.add_argument("--model", type=Path, default=MODEL, help="folder of the model (default: in the package)")
    chosen = parser.parse_args(arguments)
    # Read when numpy is loaded, so that a process of its own is needed to measure one core.
    os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1")
    with get_context("spawn").Pool(1) as pool:
        scores = pool.apply(evaluate, (chosen.model, chosen.corpora))
    (chosen.model / SCORES).write_text(json.dumps(scores, indent=1) + "\n", encoding="utf-8")
    if chosen.model == MODEL:
        CARD.write_text(card.with_figures(CARD.read_text(encoding="utf-8"), scores), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
