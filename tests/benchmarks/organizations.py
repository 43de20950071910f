"""Compare what finds organizations: the model alone, the rules alone, and both.

    python -m tests.benchmarks.organizations DIR...

Each DIR is a folder of label files; documents that its file HELDOUT names are counted apart. The model alone takes
every entity that it calls an organization, less a leading article; it has no canonical names, so that a name is right
where it is the words of the text.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Callable, Mapping
from pathlib import Path

from spacy.tokens import Doc

from pipeline import language
from pipeline.labels import Labels, load_folder
from pipeline.language import labels as schemes
from pipeline.language.load import NAME
from pipeline.organizations import find
from pipeline.records import Source
from pipeline.split import split

Names = dict[tuple[int, int], str]
Finder = Callable[[str], Names]
Tally = list[int]  # spans right, names right, found, expected


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=Path, nargs="+", metavar="DIR")
    parser.add_argument("--model", default=NAME, help="the spaCy pipeline that reads English")
    chosen = parser.parse_args()
    groups = {name: labels for folder in chosen.folders for name, labels in _groups(folder).items()}
    if not groups:
        print("no label files there", file=sys.stderr)
        return 2
    print(report(groups, finders(chosen.model)))
    return 0


def finders(model: str) -> Mapping[str, Finder]:
    """Return the three ways to find organizations, by name."""
    reader = language.reader(model)

    def model_alone(text: str) -> Names:
        found: Names = {}
        for entity in reader.name(reader.read(text)).ents:
            if schemes.kind(entity) == "organization":
                start = entity.start_char + 4 * entity.text.lower().startswith("the ")
                found[start, entity.end_char] = text[start : entity.end_char]
        return found

    def stage(text: str, doc: Doc) -> Names:
        source = Source("text", "", "", text)
        mentions, _ = find(source, doc, split(source, doc))
        return {(one.start, one.end): one.value for one in mentions if one.kind == "organization"}

    return {
        "model alone": model_alone,
        "rules alone": lambda text: stage(text, reader.read(text)),
        "both": lambda text: stage(text, reader.name(reader.read(text))),
    }


def report(groups: Mapping[str, list[Labels]], ways: Mapping[str, Finder]) -> str:
    """Return the table: for every group and way, precision, recall and F1 of the spans, and F1 of the names."""
    rows = [
        "| texts (labels) | found by | precision | recall | F1 | F1 with name |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for group, documents in groups.items():
        for way, finder in ways.items():
            spans, names, found, expected = _count(documents, finder)
            shares = (spans / max(found, 1), spans / max(expected, 1))
            f1 = [2 * right / max(found + expected, 1) for right in (spans, names)]
            cells = " | ".join(f"{share:.3f}" for share in (*shares, *f1))
            rows.append(f"| {group} ({expected}) | {way} | {cells} |")
    return "\n".join(rows)


def _groups(folder: Path) -> dict[str, list[Labels]]:
    """Return the label files of a folder, by what they served for."""
    names = folder / "HELDOUT"
    held_out = set(names.read_text(encoding="utf-8").split()) if names.is_file() else set()
    groups: dict[str, list[Labels]] = defaultdict(list)
    for one in load_folder(folder):
        kind = "" if not held_out else ", held out" if one.name in held_out else ", worked on"
        groups[f"{folder.name}{kind}"].append(one)
    return dict(sorted(groups.items(), reverse=True))


def _count(documents: list[Labels], finder: Finder) -> Tally:
    total = [0, 0, 0, 0]
    for labels in documents:
        text = labels.document.read_text(encoding="utf-8")
        got, wanted = finder(text), _expected(labels, text)
        spans = got.keys() & wanted.keys()
        for index, number in enumerate((len(spans), sum(got[s] == wanted[s] for s in spans), len(got), len(wanted))):
            total[index] += number
    return total


def _expected(labels: Labels, text: str) -> Names:
    wanted: Names = {}
    for label in labels.file.organizations:
        start = -1
        for _ in range(label.nth):
            start = text.index(label.quote, start + 1)
        wanted[start, start + len(label.quote)] = label.name
    return wanted


if __name__ == "__main__":
    sys.exit(main())
