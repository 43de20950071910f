"""Equal inputs give equal bytes, wherever and whenever."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ENVIRONMENTS = {
    "plain": {"TZ": "UTC", "LC_ALL": "C", "PYTHONHASHSEED": "0"},
    "far east": {"TZ": "Asia/Tokyo", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"},
    "far west": {"TZ": "Pacific/Honolulu", "LC_ALL": "tr_TR.UTF-8", "LANG": "de_DE.UTF-8", "PYTHONHASHSEED": "4242"},
}


@pytest.fixture(scope="module")
def inputs(tmp_path_factory) -> Path:
    """Some of the project's texts, enough to have every kind of row."""
    folder = tmp_path_factory.mktemp("inputs")
    for path in [*sorted((ROOT / "tests" / "labels").glob("*.txt"))[:4], ROOT / "raw" / "venezuela.txt"]:
        shutil.copy(path, folder)
    return folder


@pytest.fixture(scope="module")
def results(inputs, tmp_path_factory) -> dict[str, dict[str, bytes]]:
    found = {}
    for name, variables in ENVIRONMENTS.items():
        output = tmp_path_factory.mktemp("output")
        command = [sys.executable, "-m", "pipeline", "run", inputs, "-o", output, "--quiet"]
        subprocess.run(command, env=os.environ | variables, check=True)
        found[name] = {path.name: path.read_bytes() for path in sorted(output.iterdir())}
    return found


@pytest.mark.parametrize("name", [name for name in ENVIRONMENTS if name != "plain"])
def test_bytes_do_not_depend_on_the_environment(results, name):
    assert results[name] == results["plain"]


def test_bytes_do_not_depend_on_where_the_input_lies(results, inputs, tmp_path):
    shutil.copytree(inputs, tmp_path / "else where" / "inputs")
    command = [sys.executable, "-m", "pipeline", "run", "inputs", "-o", tmp_path / "out", "-q"]
    subprocess.run(command, cwd=tmp_path / "else where", check=True)
    assert {path.name: path.read_bytes() for path in sorted((tmp_path / "out").iterdir())} == results["plain"]
