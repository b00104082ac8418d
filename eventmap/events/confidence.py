"""How sure an event is: of the events at 0.8, about 80 % are told by the text, and where they are placed.

A logistic regression over how surely the words tell such an event, how surely the text puts it where it is put, and how
surely the name means that place. It is fitted on annotated texts (`training/events/confidence.py`).
"""

from __future__ import annotations

import functools
import json
import math

from eventmap import model_files
from eventmap.errors import DataError
from eventmap.events.draft import Draft

MODEL = "event-confidence-1.json"

FEATURES = ("bias", "told and placed", "identity")
# An event without a place may be one that the text does place.
_UNPLACED = 0.8
# Neither is ever taken for quite sure or quite unsure.
_LEAST, _MOST = 0.01, 0.99


def confidence(draft: Draft) -> float:
    """The confidence (0–1) of the event that `draft` tells.

    Raises:
        DataError: the fitted weights are missing or damaged.
    """
    odds = sum(weight * value for weight, value in zip(_weights(), features(draft), strict=True))
    return round(min(_MOST, max(_LEAST, 1.0 / (1.0 + math.exp(-odds)))), 2)


def features(draft: Draft) -> tuple[float, ...]:
    """What speaks for an event, in the order of `FEATURES`."""
    link = draft.link
    told = min(_MOST, max(_LEAST, draft.strength * (link.strength if link else _UNPLACED)))
    identity = link.place.confidence if link else 1.0
    return 1.0, math.log(told / (1.0 - told)), math.log(max(_LEAST, identity))


@functools.cache
def _weights() -> tuple[float, ...]:
    record = json.loads(model_files.load(MODEL))
    if tuple(record["features"]) != FEATURES:
        raise DataError(f"The model {MODEL} was made for other features than this version of the program has.")
    return tuple(record["weights"])
