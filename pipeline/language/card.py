"""The figures of MODEL.md, written from `scores.json` so that the two cannot differ."""

from __future__ import annotations

import re
from typing import Any

BEGIN, END = "<!-- figures: python -m pipeline.language.evaluate -->", "<!-- end of figures -->"
SYNTAX = ("tokens", "tags", "parts_of_speech", "lemmas", "uas", "las", "sentences")
SHOWN = ("all", "ORG", "PERSON", "GPE", "LOC", "FAC", "NORP", "LAW", "PRODUCT", "EVENT")


def figures(scores: dict[str, Any]) -> str:
    """Return the tables of the figures as Markdown."""
    lines = [
        f"Version {scores['version']}. In percent; tokens and sentences are the model's own throughout.",
        "",
        f"| treebank | {' | '.join(name.replace('_', ' ') for name in SYNTAX)} |",
        "| --- |" + " ---: |" * len(SYNTAX),
    ]
    for name, found in scores["syntax"].items():
        lines.append(f"| {name} | {' | '.join(f'{found[one]:.1f}' for one in SYNTAX)} |")
    lines += ["", f"| names, F1 | {' | '.join(SHOWN)} |", "| --- |" + " ---: |" * len(SHOWN)]
    for name, labels in scores["entities"].items():
        cells = (f"{labels[one]['f1']:.1f}" if one in labels else "" for one in SHOWN)
        lines.append(f"| {name} | {' | '.join(cells)} |")
    lines += ["", "| organizations | precision | recall | F1 | names |", "| --- |" + " ---: |" * 4]
    for name, labels in scores["entities"].items():
        one = labels["ORG"]
        lines.append(f"| {name} | {one['precision']:.1f} | {one['recall']:.1f} | {one['f1']:.1f} | {one['names']} |")
    speed = f"{scores['words_per_second']:,.0f} words a second of one processor, all components together"
    lines += ["", f"Speed: {speed}. Size: {scores['megabytes']:.1f} MB."]
    return "\n".join(lines)


def with_figures(card: str, scores: dict[str, Any]) -> str:
    """Return the text of MODEL.md with the figures of `scores` between its marks."""
    pattern = re.compile(re.escape(BEGIN) + r".*?" + re.escape(END), re.DOTALL)
    return pattern.sub(lambda _: f"{BEGIN}\n\n{figures(scores)}\n\n{END}", card, count=1)
