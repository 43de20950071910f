"""The command line. Each command is a module of this folder, entered in `pipeline/cli/app.py`."""

from pipeline.cli.app import main

__all__ = ["main"]
