"""Trained models in `data/models/`: each file has a card beside it, which tells what it is and holds its SHA-256.

A card is `NAME.card.yaml`. Its `sha256` must be that of the file, so that a damaged or exchanged model is never used;
the other keys (what it does, data, date, scores, licence) are for the reader.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

import yaml

from eventmap import paths
from eventmap.errors import DataError


def load(name: str) -> bytes:
    """The content of the model file `name` ("ranker-1.json"), checked against its card.

    Raises:
        DataError: the file or its card is missing or cannot be read, or the file is not the one that the card is of.
    """
    expected = card(name).get("sha256")
    try:
        content = (paths.MODELS / name).read_bytes()
    except OSError as error:
        raise DataError(f"The model {name} cannot be read: {error.strerror}.") from error
    if hashlib.sha256(content).hexdigest() != expected:
        raise DataError(
            f"The model {name} is not the file that its card {_card_name(name)} is of: the SHA-256 differs."
        )
    return content


def card(name: str) -> dict[str, Any]:
    """What the card of the model file `name` says.

    Raises:
        DataError: there is no card, or it is not a list of keys with values.
    """
    try:
        content = yaml.safe_load((paths.MODELS / _card_name(name)).read_text(encoding="utf-8"))
    except OSError as error:
        raise DataError(
            f"The model {name} has no card {_card_name(name)} that can be read: {error.strerror}."
        ) from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise DataError(
            f"The model card {_card_name(name)} is not valid YAML: {' '.join(str(error).split())}."
        ) from error
    if not isinstance(content, dict):
        raise DataError(f"The model card {_card_name(name)} must hold keys with values.")
    return content


def save(name: str, content: bytes, about: Mapping[str, Any]) -> None:
    """Write a model file and its card: the keys of `about`, in their order, and the file's SHA-256."""
    paths.MODELS.mkdir(parents=True, exist_ok=True)
    (paths.MODELS / name).write_bytes(content)
    text = yaml.safe_dump(
        {**about, "sha256": hashlib.sha256(content).hexdigest()}, sort_keys=False, allow_unicode=True, width=110
    )
    (paths.MODELS / _card_name(name)).write_text(text, encoding="utf-8")


def _card_name(name: str) -> str:
    return f"{name}.card.yaml"
