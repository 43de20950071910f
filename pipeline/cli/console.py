"""What commands print with: results on standard output, messages and progress on standard error."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from rich.console import Console
from rich.progress import track

T = TypeVar("T")


def out() -> Console:
    """Return the console for results. Made when it is used: tests put another stream in place."""
    return Console(highlight=False, soft_wrap=True)


def err() -> Console:
    """Return the console for messages."""
    return Console(stderr=True, highlight=False, soft_wrap=True)


def say_error(message: str) -> None:
    """Print an error message."""
    err().print(f"error: {message}", markup=False)


def say(message: str) -> None:
    """Print a message that is no result."""
    err().print(message, markup=False)


def progress(things: Sequence[T] | Iterable[T], label: str, *, quiet: bool, total: int | None = None) -> Iterator[T]:
    """Yield `things`, with a bar on standard error if that is a terminal."""
    console = err()
    shown = console.is_terminal and not quiet
    yield from track(things, label, total=total, console=console, transient=True, disable=not shown)
