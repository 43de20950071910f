"""Rule files: language knowledge as data, checked when it is loaded.

A rule file is TOML with `[[rule]]` blocks. Every rule has an `id`, a `why` of one sentence, `examples` (each a
text that the rule must match as a whole, with the value it must give) and `counterexamples` (texts in which it
must not match). The other keys belong to the stage, which subclasses `Rule`. The examples run as tests with the
rule's id as the test's name (tests/test_rules.py).
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from importlib.resources.abc import Traversable
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from pipeline.errors import RuleError


class Example(BaseModel):
    """A text that a rule must match as a whole, and the value that it must give."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    text: str = Field(min_length=1)
    value: str


class Rule(BaseModel):
    """What every rule has. Stages add their own keys in a subclass."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    why: str = Field(min_length=10)
    examples: tuple[Example, ...] = Field(min_length=1)
    counterexamples: tuple[str, ...] = Field(min_length=1)


R = TypeVar("R", bound=Rule)


def load_toml(path: Traversable) -> dict[str, Any]:
    """Read a TOML file of the package. Raises RuleError with the line at fault."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        remedy = "Mend the TOML; a pattern is best written between single quotes."
        raise RuleError(f"not valid TOML: {error}", path=str(path), remedy=remedy) from error


def load_rules(paths: Iterable[Traversable], model: type[R], *, key: str = "rule") -> list[R]:
    """Load the `[[key]]` blocks of `paths` as `model`, in order.

    Raises RuleError, naming file, rule and remedy, for an unknown or missing key, a wrong type, a rule without
    examples or counterexamples, and an id that was used before.
    """
    rules: list[R] = []
    seen: dict[str, str] = {}
    for path in paths:
        for number, block in enumerate(load_toml(path).get(key, []), start=1):
            rule = _validate(block, model, str(path), number, key)
            if rule.id in seen:
                remedy = f"Give one of them another id (the other is in {seen[rule.id]})."
                raise RuleError("the id is used twice", path=str(path), place=f"{key} {rule.id}", remedy=remedy)
            seen[rule.id] = str(path)
            rules.append(rule)
    return rules


def toml_files(folder: Traversable) -> Iterator[Traversable]:
    """Yield the TOML files of a folder by name, so that the order never depends on the file system."""
    yield from sorted((entry for entry in folder.iterdir() if entry.name.endswith(".toml")), key=lambda e: e.name)


def _validate(block: dict[str, Any], model: type[R], path: str, number: int, key: str) -> R:
    try:
        return model.model_validate(block)
    except ValidationError as error:
        faults = "; ".join(_say(fault, model) for fault in error.errors())
        place = f"{key} {block.get('id', f'number {number}')}"
        remedy = f"Keys of a {key} here: {', '.join(model.model_fields)}."
        raise RuleError(faults, path=path, place=place, remedy=remedy) from error


def _say(fault: Any, model: type[R]) -> str:
    where = ".".join(str(part) for part in fault["loc"]) or model.__name__
    if fault["type"] == "extra_forbidden":
        return f"unknown key {where!r}"
    if fault["type"] == "missing":
        return f"key {where!r} is missing"
    return f"{where}: {fault['msg'].lower()}"
