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
# one-key dict under "*" a mapping with free keys. A key with "?" may be left out.
_SLOTS = ("object", "subject", "of", "agent")
_SHAPE: dict[str, Any] = {
    "sources": {"*": str},
    "vague": {"*": {"low": int, "high": int, "source": str}},
    "bounds": dict.fromkeys(
        ("at_least", "at_most", "about", "as_given", "after_at_least", "after_at_most", "after_about"), list
    ),
    "part_of": list,
    "collectives": list,
    "states": {"*": list},
    "fates": {"*": {f"{slot}?": list for slot in _SLOTS}},
    "fates_of_things": {"*": {f"{slot}?": list for slot in _SLOTS}},
    "before_states": list,
    "changes": list,
    "people_verbs": list,
    "toll_nouns": list,
    "people": {
        "roles": {"*": list},
        "case_words": list,
        "case_verbs": list,
        "case_role": str,
        "none": list,
        "plural_only": list,
        "suffixes": list,
        "headline": list,
        "pairs": list,
    },
    "not_headcounts": dict.fromkeys(("time", "money", "measure", "score", "part", "before"), list),
}


@dataclass(frozen=True, slots=True)
class Quantities:
    """The tables of data/quantities.yaml, keyed by lower-case words; a phrase is a tuple of words.

    `fates` are the roles that a governing word gives to people, the worst first; `fates_of_people` and
    `fates_of_things` are the roles by slot ("object", "subject", "of", "agent") and lemma, or the lemmas of a verb and
    a word that hangs on it; `verbs_with` are the verbs of such pairs.
    """

    vague: Mapping[Phrase, tuple[int, int]]
    before: Mapping[Phrase, str]
    after: Mapping[Phrase, str]
    part_of: frozenset[Phrase]
    collectives: frozenset[str]
    states: Mapping[str, str]
    fates: tuple[str, ...]
    fates_of_people: Mapping[str, Mapping[str, str]]
    fates_of_things: Mapping[str, Mapping[str, str]]
    verbs_with: frozenset[str]
    before_states: frozenset[str]
    changes: frozenset[str]
    people_verbs: frozenset[str]
    toll_nouns: frozenset[str]
    people: Mapping[str, str | None]
    case_words: frozenset[str]
    case_verbs: frozenset[str]
    case_role: str
    plural_only: frozenset[str]
    suffixes: tuple[str, ...]
    headline: frozenset[str]
    pairs: frozenset[str]
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
    of_people, of_things = _by_slot(raw["fates"]), _by_slot(raw["fates_of_things"])
    governors = [phrase for tables in (of_people, of_things) for table in tables.values() for phrase in table]
    return Quantities(
        vague=_vague(raw, path.name),
        before={_phrase(w): bound for bound in ("at_least", "at_most", "about", "as_given") for w in bounds[bound]},
        after={_phrase(w): bound for bound in ("at_least", "at_most", "about") for w in bounds[f"after_{bound}"]},
        part_of=frozenset(_phrase(words) for words in raw["part_of"]),
        collectives=frozenset(raw["collectives"]),
        states={word: role for role, words in raw["states"].items() for word in words},
        fates=tuple(raw["fates"]),
        fates_of_people=of_people,
        fates_of_things=of_things,
        verbs_with=frozenset(phrase.split()[0] for phrase in governors if " " in phrase),
        before_states=frozenset(raw["before_states"]),
        changes=frozenset(raw["changes"]),
        people_verbs=frozenset(raw["people_verbs"]),
        toll_nouns=frozenset(raw["toll_nouns"]),
        people=roles,
        case_words=frozenset(people["case_words"]),
        case_verbs=frozenset(people["case_verbs"]),
        case_role=people["case_role"],
        plural_only=frozenset(people["plural_only"]),
        suffixes=tuple(people["suffixes"]),
        headline=frozenset(people["headline"]),
        pairs=frozenset(people["pairs"]),
        units=frozenset(w for kind, words in not_counted.items() if kind != "before" for w in words),
        identifiers=frozenset(not_counted["before"]),
    )


@functools.cache
def quantities() -> Quantities:
    """The product's own tables, loaded on first use."""
    return load()


def _phrase(words: str) -> Phrase:
    return tuple(words.replace(",", " ,").split())


def _by_slot(roles: dict[str, dict[str, list[str]]]) -> dict[str, dict[str, str]]:
    """By slot, the role that each word gives: the first that names it."""
    tables: dict[str, dict[str, str]] = {slot: {} for slot in _SLOTS}
    for role, slots in roles.items():
        for slot, phrases in slots.items():
            for phrase in phrases:
                tables[slot].setdefault(phrase, role)
    return tables


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
    known = {key.removesuffix("?"): inner for key, inner in shape.items()}
    for key_node, value_node in node.value:
        key = str(key_node.value)
        if key not in known and "*" not in known:
            raise DataError(f"{name}, line {key_node.start_mark.line + 1}: unknown key “{key}” in {where}.")
        value[key] = _checked(value_node, known.get(key, known.get("*")), name, key)
    missing = [key for key in shape if key != "*" and not key.endswith("?") and key not in value]
    if missing:
        raise DataError(f"{line}: {where} lacks the key “{missing[0]}”.")
    return value
