"""Train the English model that comes with the package: `python -m pipeline.language.train --corpora DIR`.

Two models learn side by side, one process each: syntax (tags, parts of speech, parse) and entities. They are put
together with the tokens, sentence boundaries and lemmas of this package, which need no training or next to none.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import spacy
from spacy.language import Language
from spacy.training import Example
from spacy.util import load_config, load_model_from_config
from thinc.api import Adam, NumpyOps, Optimizer, fix_random_seed, set_current_ops

from pipeline.language import boundaries, corpora, lemmas
from pipeline.language.load import MODEL, NAME, VERSION, read
from pipeline.language.tokenizer import adapt

SEED = 7
PARTS = ("syntax", "entities")
WARM = 200  # steps in which the learning rate rises
COOLING = 1 / 3  # the share of the steps, at the end, in which it falls
FLOOR = 0.02  # the share of the learning rate that is left at the end
LICENSE = "CC BY-SA 4.0"


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a part is trained. A step is a batch of documents of at least `words` words."""

    steps: int
    words: int
    rate: float = 0.002
    dropout: float = 0.15


RECIPES = {
    "syntax": Recipe(steps=4260, words=1600, dropout=0.2),
    "entities": Recipe(steps=4200, words=1600, dropout=0.15),
}


def learn(part: str, corpora_folder: Path, output: Path, recipe: Recipe) -> None:
    """Train `part` and write it to `output`."""
    # numpy's matrix product is three times as quick as the one that thinc takes by default.
    set_current_ops(NumpyOps(use_blis=False))
    fix_random_seed(SEED)
    config = load_config(Path(__file__).parent / f"{part}.cfg", interpolate=True)
    nlp = load_model_from_config(config, auto_fill=True)
    adapt(nlp)
    read_examples = corpora.syntax_examples if part == "syntax" else corpora.entity_examples
    examples = read_examples(corpora_folder, nlp)
    nlp.initialize(lambda: examples)
    optimizer = Adam(recipe.rate, L2=0.01, L2_is_weight_decay=True, grad_clip=1.0, use_averages=True)
    fit(nlp, examples, optimizer, recipe)
    with nlp.use_params(optimizer.averages or {}):
        nlp.to_disk(output)


def fit(nlp: Language, examples: Sequence[Example], optimizer: Optimizer, recipe: Recipe) -> None:
    """Train `nlp` for the steps of `recipe`.

    `nlp.update` would copy every example in every step, which takes longer than to learn from it; so the components
    are updated here.
    """
    pipes: list[Any] = [pipe for _, pipe in nlp.pipeline if hasattr(pipe, "update")]
    losses: dict[str, float] = defaultdict(float)
    begun = time.monotonic()
    for step, batch in enumerate(_batches(examples, recipe.words), start=1):
        optimizer.learn_rate = recipe.rate * share_of_rate(step, recipe.steps)
        for pipe in pipes:
            pipe.update(batch, drop=recipe.dropout, sgd=None, losses=losses)
        for pipe in pipes:
            pipe.finish_update(optimizer)
        if step % 200 == 0 or step == recipe.steps:
            said = ", ".join(f"{name} {float(loss) / 200:.1f}" for name, loss in losses.items())
            _say(f"step {step}, {time.monotonic() - begun:.0f} s: {said}")
            losses.clear()
        if step == recipe.steps:
            return


def share_of_rate(step: int, steps: int) -> float:
    """Return the share of the learning rate for a step: it rises quickly, stays, and falls over the last third."""
    return min(1.0, step / WARM, max(FLOOR, (steps - step) / (steps * COOLING)))


def _batches(examples: Sequence[Example], words: int) -> Iterator[list[Example]]:
    lot = random.Random(SEED)  # noqa: S311 - no secret
    order = list(examples)
    batch: list[Example] = []
    size = 0
    while True:
        lot.shuffle(order)
        for example in order:
            batch.append(example)
            size += len(example.predicted)
            if size >= words:
                yield batch
                batch, size = [], 0


def assemble(parts: Path, corpora_folder: Path, output: Path) -> Language:
    """Put the trained `parts` together and write the model to `output`."""
    syntax, entities = (spacy.load(parts / part) for part in PARTS)
    syntax.add_pipe(boundaries.COMPONENT, first=True)
    table = syntax.add_pipe(lemmas.COMPONENT)
    assert isinstance(table, lemmas.Lemmas)  # noqa: S101 - the factory makes nothing else
    treebank = corpora.docs(corpora_folder, "syntax", corpora.SYNTAX, syntax)
    table.learn((token.text, token.tag_, token.lemma_) for doc in treebank for token in doc if not token.is_space)
    syntax.add_pipe("ner", source=entities)
    syntax.meta.update(
        name=NAME,
        version=VERSION,
        license=LICENSE,
        description="English: tags, parse, sentences, lemmas, names. Trained on openly licensed corpora: see MODEL.md",
    )
    _write(syntax, output)
    return read(output)


def _write(nlp: Language, output: Path) -> None:
    """Write `nlp` without the words of the corpora: features of words are hashes, only labels are looked up."""
    nlp.to_disk(output)
    labels = {label for labels in nlp.pipe_labels.values() for label in labels}
    parts_of_speech = {value for label in labels for value in label.split("=")}
    (output / "vocab" / "strings.json").write_text(json.dumps(sorted(labels | parts_of_speech)), encoding="utf-8")


def _say(text: str) -> None:
    sys.stderr.write(text + "\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Train all parts and write the model."""
    parser = argparse.ArgumentParser(prog="python -m pipeline.language.train", description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True, help="folder with syntax/ and ner/")
    parser.add_argument("--output", type=Path, default=MODEL, help="folder for the model (default: in the package)")
    parser.add_argument("--steps", type=int, help="train so many steps only: to try the recipe")
    parser.add_argument("--parts", type=Path, help="folder for the parts; those that are there are not trained again")
    chosen = parser.parse_args(arguments)
    # One core for each part; more threads than that make small matrices slower.
    os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1")
    with TemporaryDirectory() as temporary:
        parts = chosen.parts or Path(temporary)
        parts.mkdir(parents=True, exist_ok=True)  # spaCy makes the last folder of a path only
        recipes = {p: Recipe(chosen.steps, 200) if chosen.steps else RECIPES[p] for p in PARTS}
        todo = [(part, chosen.corpora, parts / part, recipes[part]) for part in PARTS if not (parts / part).exists()]
        with get_context("spawn").Pool(len(PARTS)) as pool:
            pool.starmap(learn, todo)
        assemble(parts, chosen.corpora, chosen.output)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
