"""What people expect of a command line today."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from pipeline.version import __version__


def test_version(accords):
    outcome = accords("--version")
    assert (outcome.status, outcome.out) == (0, f"accords {__version__}\n")


def test_help_names_the_commands_and_the_exit_status(accords):
    outcome = accords("--help")
    assert outcome.status == 0
    for word in ("run", "check", "Exit status"):
        assert word in outcome.out


@pytest.mark.parametrize("command", ["run", "check"])
def test_help_of_every_command_has_examples(accords, command):
    outcome = accords(command, "--help")
    assert outcome.status == 0
    assert "Examples:" in outcome.out
    assert f"accords {command} " in outcome.out


def test_module_is_the_command():
    done = subprocess.run([sys.executable, "-m", "pipeline", "--version"], capture_output=True, text=True, check=True)
    assert done.stdout == f"accords {__version__}\n"


def test_help_is_quick_to_load():
    code = "import sys; from pipeline.cli import main; sys.exit({'spacy', 'pandas'} & set(sys.modules) != set())"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.skipif(os.name == "nt", reason="closing pipes is that of POSIX")
def test_reader_that_leaves_early_is_no_error():
    command = [sys.executable, "-m", "pipeline", "check", "venezuela", "--json"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    process.stdout.close()
    _, said = process.communicate(timeout=60)
    assert b"Traceback" not in said
