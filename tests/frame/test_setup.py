"""What `make` sets up: every dependency pinned, with hashes, from whatever index pip knows."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def test_lock_names_no_index():
    assert "://" not in LOCK
    assert "--index" not in LOCK


def test_every_pin_has_hashes():
    pins = re.findall(r"^([a-z0-9-]+)==[^\n]*\\\n +--hash=sha256:", LOCK, re.MULTILINE)
    assert pins == re.findall(r"^([a-z0-9-]+)==", LOCK, re.MULTILINE)


def test_every_dependency_is_pinned():
    pins = set(re.findall(r"^([a-z0-9-]+)==", LOCK, re.MULTILINE))
    needed = [*PROJECT["project"]["dependencies"], *PROJECT["dependency-groups"]["dev"]]
    names = {re.split(r"[^\w-]", one)[0].lower().replace("_", "-") for one in needed}
    assert names - pins == set(), "make lock pins them"
