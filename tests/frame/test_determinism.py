"""Equal inputs give equal bytes, wherever and whenever."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
ENVIRONMENTS = {
    "far east": {"TZ": "Asia/Tokyo", "LC_ALL": "C", "PYTHONHASHSEED": "1"},
    "far west": {"TZ": "Pacific/Honolulu", "LC_ALL": "tr_TR.UTF-8", "LANG": "de_DE.UTF-8", "PYTHONHASHSEED": "4242"},
}


def test_bytes_do_not_depend_on_place_time_zone_locale_and_hash_seed(tmp_path):
    results = []
    for name, variables in ENVIRONMENTS.items():
        inputs, output = tmp_path / name / "texts", tmp_path / name / "output"
        inputs.mkdir(parents=True)
        for path in [*sorted((ROOT / "tests" / "labels").glob("*.txt"))[:3], ROOT / "raw" / "venezuela.txt"]:
            shutil.copy(path, inputs)
        command = [sys.executable, "-m", "pipeline", "run", "texts", "-o", output, "--quiet"]
        subprocess.run(command, cwd=tmp_path / name, env=os.environ | variables, check=True)
        results.append({path.name: path.read_bytes() for path in sorted(output.iterdir())})
    assert results[0] == results[1]
