"""The words of quantity in data/quantities.yaml: loaded once, and every key checked."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from eventmap.errors import DataError
from eventmap.paths import DATA

QUANTITIES = DATA / "quantities.yaml"

Phrase = tuple[str, ...]

# The shape of the file: a dict is a mapping with exactly these keys, `list` a list of words, `str` a word, and a
# one-key dict under "*" a mapping with free keys.
_SHAPE: dict[str, Any] = {
    "sources": {"*": str},
    "vague": {"*": {"low": int, "high": int, "source": str}},
    "bounds": dict.fromkeys(
        ("at_least", "at_most", "about", "as_given", "after_at_least", "after_at_most", "after_about"), list
    ),
    "part_of": list,
    "collectives": list,
    "states": {"*": list},
    "people_verbs": list,
    "toll_nouns": list,
    "people": {
        "roles": {"*": list},
        "case_words": list,
        "case_role": str,
        "none": list,
        "plural_only": list,
        "suffixes": list,
        "headline": list,
    },
    "not_headcounts": dict.fromkeys(("time", "money", "measure", "score", "part", "before"), list),
}


@dataclass(frozen=True, slots=True)
class Quantities:
    """The tables of data/quantities.yaml, keyed by lower-case words; a phrase is a tuple of words."""

    vague: Mapping[Phrase, tuple[int, int]]
    before: Mapping[Phrase, str]
    after: Mapping[Phrase, str]
    part_of: frozenset[Phrase]
    collectives: frozenset[str]
    states: Mapping[str, str]
    people_verbs: frozenset[str]
    toll_nouns: frozenset[str]
    people: Mapping[str, str | None]
    case_words: frozenset[str]
    case_role: str
    plural_only: frozenset[str]
    suffixes: tuple[str, ...]
    headline: frozenset[str]
    units: frozenset[str]
    identifiers: frozenset[str]


def load(path: Path = QUANTITIES) -> Quantities:
    """Read and check the file at `path`.

    Raises:
        DataError: the file is missing, is no YAML, or has an unknown or missing key or a value of the wrong kind; the
            message names the line and the key.
    """
    try:
        node = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    except OSError as error:
        raise DataError(f"{path.name} cannot be read: {error.strerror}.") from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f", line {mark.line + 1}" if mark else ""
        raise DataError(f"{path.name}{where}: this is no valid YAML.") from error
    raw = _checked(node, _SHAPE, path.name, "the file")
    bounds = raw["bounds"]
    people = raw["people"]
    roles: dict[str, str | None] = dict.fromkeys(people["none"])
    roles.update({noun: role for role, nouns in people["roles"].items() for noun in nouns})
    not_counted = raw["not_headcounts"]
    return Quantities(
        vague=_vague(raw, path.name),
        before={_phrase(w): bound for bound in ("at_least", "at_most", "about", "as_given") for w in bounds[bound]},
        after={_phrase(w): bound for bound in ("at_least", "at_most", "about") for w in bounds[f"after_{bound}"]},
        part_of=frozenset(_phrase(words) for words in raw["part_of"]),
        collectives=frozenset(raw["collectives"]),
        states={word: role for role, words in raw["states"].items() for word in words},
        people_verbs=frozenset(raw["people_verbs"]),
        toll_nouns=frozenset(raw["toll_nouns"]),
        people=roles,
        case_words=frozenset(people["case_words"]),
        case_role=people["case_role"],
        plural_only=frozenset(people["plural_only"]),
        suffixes=tuple(people["suffixes"]),
        headline=frozenset(people["headline"]),
        units=frozenset(w for kind, words in not_counted.items() if kind != "before" for w in words),
        identifiers=frozenset(not_counted["before"]),
    )


@functools.cache
def quantities() -> Quantities:
    """The product's own tables, loaded on first use."""
    return load()


def _phrase(words: str) -> Phrase:
    return tuple(words.replace(",", " ,").split())


def _vague(raw: dict[str, Any], name: str) -> dict[Phrase, tuple[int, int]]:
    table = {}
    for words, entry in raw["vague"].items():
        if entry["low"] > entry["high"]:
            raise DataError(f"{name}: “{words}” has a low above its high.")
        if entry["source"] not in raw["sources"]:
            raise DataError(f"{name}: “{words}” names the unknown source “{entry['source']}”.")
        table[_phrase(words)] = (entry["low"], entry["high"])
    return table


def _checked(node: yaml.Node | None, shape: Any, name: str, where: str) -> Any:
    """The plain value of `node`, after a check against `shape`."""
    if node is None:
        raise DataError(f"{name} is empty.")
    line = f"{name}, line {node.start_mark.line + 1}"
    if shape is list:
        if not isinstance(node, yaml.SequenceNode):
            raise DataError(f"{line}: “{where}” must be a list of words.")
        return [_checked(item, str, name, where) for item in node.value]
    if shape in (str, int):
        if not isinstance(node, yaml.ScalarNode):
            raise DataError(f"{line}: “{where}” must be one word or number.")
        if shape is int and not node.value.isdigit():
            raise DataError(f"{line}: “{where}” must be a whole number, not “{node.value}”.")
        return int(node.value) if shape is int else node.value
    if not isinstance(node, yaml.MappingNode):
        raise DataError(f"{line}: “{where}” must be a mapping.")
    value = {}
    for key_node, value_node in node.value:
        key = str(key_node.value)
        if key not in shape and "*" not in shape:
            raise DataError(f"{name}, line {key_node.start_mark.line + 1}: unknown key “{key}” in {where}.")
        value[key] = _checked(value_node, shape.get(key, shape.get("*")), name, key)
    missing = [key for key in shape if key != "*" and key not in value]
    if missing:
        raise DataError(f"{line}: {where} lacks the key “{missing[0]}”.")
    return value
