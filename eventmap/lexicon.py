"""The closed word lists of `data/lexicon.yaml`."""

from __future__ import annotations

import functools

import yaml

from eventmap import paths
from eventmap.errors import DataError


@functools.cache
def _lists() -> dict[str, frozenset[str]]:
    path = paths.DATA / "lexicon.yaml"
    try:
        raw = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, yaml.YAMLError) as error:
        raise DataError(f"{path.name} cannot be read: {error}") from error
    if not isinstance(raw, dict):
        raise DataError(f"{path.name} must hold lists of words, each under its name.")
    for name, words_ in raw.items():
        if not isinstance(words_, list) or not all(isinstance(word, str) for word in words_):
            raise DataError(f"{path.name}: “{name}” must be a list of words")
    return {name: frozenset(words_) for name, words_ in raw.items()}


def words(name: str) -> frozenset[str]:
    """The lemmas of the list called `name`; `DataError` if the file has no such list."""
    try:
        return _lists()[name]
    except KeyError:
        raise DataError(f"lexicon.yaml has no list “{name}”") from None
