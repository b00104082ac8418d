"""YAML read with the line of every value, so that a mistake in a data file can be named where it stands.

Scalars stay the words that were written: `on`, `no` and `3` are strings here, and the reader of a value decides what
it must be.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

import yaml

from eventmap.errors import DataError

# The C parser is ten times as fast; both keep the marks.
_LOADER: type[yaml.SafeLoader | yaml.CSafeLoader] = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader


@dataclass(frozen=True, slots=True)
class Node:
    """A value of a YAML file: a string, a list of nodes or a mapping of nodes, with its file, line and key."""

    value: str | list[Node] | dict[str, Node]
    file: str
    line: int
    key: str

    def fail(self, problem: str) -> NoReturn:
        """Raise `DataError` that names file, line and key before `problem`."""
        raise DataError(f"{self.file}, line {self.line}, key “{self.key}”: {problem}")

    def text(self) -> str:
        """The value as a string, or `DataError`."""
        if not isinstance(self.value, str) or not self.value.strip():
            self.fail("a word or a text is expected here")
        return self.value.strip()

    def items(self) -> list[Node]:
        """The value as a list; a single string is a list of one."""
        if isinstance(self.value, str):
            return [self]
        if not isinstance(self.value, list):
            self.fail("a word or a list of words is expected here")
        return self.value

    def mapping(self, known: frozenset[str] | None = None) -> dict[str, Node]:
        """The value as a mapping; with `known`, a key outside it raises `DataError` that names the key and its line."""
        if not isinstance(self.value, dict):
            self.fail("keys with values are expected here")
        for name, node in self.value.items():
            if known is not None and name not in known:
                node.fail(f"unknown key; known here are {', '.join(sorted(known))}")
        return self.value

    def number(self, low: float, high: float) -> float:
        """The value as a number from `low` to `high`, or `DataError`."""
        text = self.text()
        try:
            number = float(text)
        except ValueError:
            self.fail(f"“{text}” is not a number")
        if not low <= number <= high:
            self.fail(f"{text} is not between {low:g} and {high:g}")
        return number

    def flag(self) -> bool:
        """The value as true or false, or `DataError`."""
        text = self.text()
        if text not in ("true", "false"):
            self.fail(f"“{text}” is neither true nor false")
        return text == "true"

    def __iter__(self) -> Iterator[Node]:
        return iter(self.items())


def read(path: Path) -> Node:
    """Read the YAML file at `path`. Raises `DataError` if it is missing, not UTF-8, or not well-formed YAML."""
    try:
        tree = yaml.compose(path.read_text(encoding="utf-8"), Loader=_LOADER)
    except OSError as error:
        raise DataError(f"{path.name} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise DataError(f"{path.name} is not UTF-8 text (byte {error.start}).") from error
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise DataError(f"{path.name}, line {line}: not well-formed YAML ({error.problem}).") from error
    except yaml.YAMLError as error:
        raise DataError(f"{path.name} is not well-formed YAML ({error}).") from error
    if tree is None:
        raise DataError(f"{path.name} is empty.")
    return _convert(tree, path.name, "file")


def _convert(tree: yaml.Node, file: str, key: str, line: int = 0) -> Node:
    """`tree` with its marks; a value in a mapping stands on the line of its key."""
    line = line or tree.start_mark.line + 1
    if isinstance(tree, yaml.ScalarNode):
        return Node(tree.value, file, line, key)
    if isinstance(tree, yaml.SequenceNode):
        return Node([_convert(child, file, key) for child in tree.value], file, line, key)
    found: dict[str, Node] = {}
    for name, child in tree.value:
        label = str(name.value)
        node = _convert(child, file, label, name.start_mark.line + 1)
        if label in found:
            node.fail("given twice")
        found[label] = node
    return Node(found, file, line, key)
