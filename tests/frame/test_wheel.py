"""The wheel holds all that a run needs: rules, tables and the model."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TEXT = "Peru and Chile signed a treaty on fisheries in Lima on 3 May 1999."
CODE = "import pipeline, sys; print(pipeline.__file__); from pipeline.cli import main; sys.exit(main())"


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with what the wheel installs."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def test_wheel_runs_away_from_the_sources(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "treaty.txt").write_text(TEXT, encoding="utf-8")
    env = os.environ | {"PYTHONPATH": str(installed), "PYTHONSAFEPATH": "1"}
    command = [sys.executable, "-c", CODE, "run", "texts", "--output", "out"]
    done = subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(str(installed)), "the sources were used, not the wheel"
    assert "1999-05-03" in (tmp_path / "out" / "agreements.csv").read_text(encoding="utf-8")


def test_wheel_names_the_terms_of_the_weights(installed: Path) -> None:
    licenses = {path.name for path in installed.glob("*.dist-info/licenses/**/*") if path.is_file()}
    assert {"LICENSE", "MODEL.md"} <= licenses
