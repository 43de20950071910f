"""The scores of the committed labels are the kept ones. After a rise: `accords check --update`."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SHARED = ROOT / ".." / "shared" / "gold"


def check(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pipeline", "check", "--quiet", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_scores_are_the_kept_ones():
    assert (ROOT / "tests" / "labels" / "scores.json").is_file(), "accords check --update keeps them"
    done = check()
    assert done.returncode == 0, done.stderr


def test_shared_labels_can_be_checked():
    if not SHARED.is_dir():
        pytest.skip("the shared labels (../shared/gold) are not here")
    done = check("--labels", SHARED)
    assert done.returncode == 0, done.stderr


def test_labels_of_shared_texts_can_be_checked():
    if not (ROOT / ".." / "shared" / "texts").is_dir():
        pytest.skip("the texts of these labels (../shared/texts) are not here")
    done = check("--labels", ROOT / "tests" / "labels" / "shared")
    assert done.returncode == 0, done.stderr
