"""The command `accords`: its subcommands, and what happens to errors.

A new subcommand is a module beside this one with a function of its name, whose docstring is its help (with examples),
and one line in COMMANDS. What is slow to import is imported inside the function, so that `--help` stays quick.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from types import FrameType
from typing import Annotated

import typer

from pipeline.cli import check, dates, organizations, run
from pipeline.cli.console import say_error
from pipeline.errors import AccordsError
from pipeline.version import __version__

COMMANDS = (run.run, check.check, organizations.organizations, dates.dates)

FAILED, WRONG_USE, INTERRUPTED = 1, 2, 130

app = typer.Typer(
    name="accords",
    no_args_is_help=True,
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for command in COMMANDS:
    app.command()(command)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"accords {__version__}")
        raise typer.Exit


@app.callback()
def accords(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and leave.")
    ] = False,
) -> None:
    """Texts about relations between states in, an audited table of dates, organizations and agreements out.

    Exit status: 0 all well · 1 some document failed, or scores differ from the kept ones · 2 wrong use.
    """


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and leave with its exit status."""
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGTERM, _terminate)
    try:
        status = app(arguments, prog_name="accords", standalone_mode=False)
    except AccordsError as error:
        say_error(str(error))
        status = WRONG_USE
    except typer.Exit as error:
        status = error.exit_code
    except (typer.Abort, KeyboardInterrupt):
        status = INTERRUPTED
    except BrokenPipeError:
        # The reader of our output (such as `head`) has left; nothing more can be said.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = FAILED
    except Exception as error:
        if not hasattr(error, "show"):
            raise
        error.show()  # wrong use, which the parser of arguments explains with the usage of the command
        status = WRONG_USE
    if status == INTERRUPTED:
        say_error("interrupted")
    sys.exit(status)


def _terminate(_number: int, _frame: FrameType | None) -> None:
    """Leave by way of an exception, so that temporary files are removed."""
    raise SystemExit(128 + signal.SIGTERM)
