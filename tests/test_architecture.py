"""The shape of the project: few folders, modules and functions that can be read in one go."""

from __future__ import annotations

import ast
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MODULES = sorted((ROOT / "pipeline").rglob("*.py"))
FOLDERS = {"pipeline", "raw", "output", "tests"}
MODULE_LINES, FUNCTION_LINES = 400, 45


def test_top_level_holds_four_folders():
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("this is no git checkout")
    folders = {Path(line).parts[0] for line in listed.stdout.splitlines() if "/" in line and not line.startswith(".")}
    assert folders <= FOLDERS


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_module_fits_in_the_head(path):
    source = path.read_text(encoding="utf-8")
    assert source.count("\n") < MODULE_LINES
    long = [
        f"{node.name} ({node.end_lineno - node.lineno + 1} lines)"
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef) and node.end_lineno - node.lineno >= FUNCTION_LINES
    ]
    assert long == []


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_module_says_what_it_is_for(path):
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
