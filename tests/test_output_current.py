"""output/ is what a run over raw/ gives, to the byte. If this fails: make run, look at the difference, commit it."""

from __future__ import annotations

from pathlib import Path

import pipeline
from pipeline.tables import files

ROOT = Path(__file__).parents[1]


def test_output_is_up_to_date():
    tables = pipeline.run(ROOT / "raw")
    expected = files(tables.rows, tables.provenance)
    committed = {name: (ROOT / "output" / name).read_bytes() for name in expected if (ROOT / "output" / name).is_file()}
    stale = [name for name in expected if committed.get(name) != expected[name]]
    assert stale == [], "make run writes them anew"
