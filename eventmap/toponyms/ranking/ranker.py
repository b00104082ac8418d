"""The trained ranker: how likely each place of a name is the one meant, and how sure the likeliest is.

Names are resolved in rounds, for each needs the others. Three conditional logits give a first answer: from the name
and the words beside it alone, then with the article's other names, then with the outlet's other articles. Small neural
networks (one hidden layer, trained with the same softmax over the places of a name) weigh all that for the last word.
The model is data/models/ranker-1.json; `python -m training.ranker` makes it.
"""

from __future__ import annotations

import functools
import json
from dataclasses import dataclass
from typing import Any

import numpy as np

from eventmap import model_files
from eventmap.errors import DataError
from eventmap.toponyms.ranking.context import CONTEXT, context_features
from eventmap.toponyms.ranking.features import HIT, USE, fixed_features
from eventmap.toponyms.ranking.outlets import OUTLET, Home, outlet_features
from eventmap.toponyms.ranking.sureness import SURENESS, sureness_features
from eventmap.toponyms.ranking.table import Floats, Ints, Table

MODEL = "ranker-1.json"
FEATURES = (*HIT, *USE, *CONTEXT, *OUTLET)

_FIXED = len(HIT) + len(USE)
_WIDEST = 6.0  # standard deviations; what is further out counts as so far out


@dataclass(frozen=True, slots=True)
class Net:
    """A network from the standardised features to a score: a tanh layer, and straight connections past it."""

    inner: Floats
    bias: Floats
    outer: Floats
    straight: Floats

    def score(self, inputs: Floats) -> Floats:
        return np.asarray(np.tanh(inputs @ self.inner + self.bias) @ self.outer + inputs @ self.straight)


@dataclass(frozen=True, slots=True)
class Ranker:
    """The weights of the three logits (over the first columns of `FEATURES`), the networks, and the calibration."""

    alone: Floats
    together: Floats
    at_home: Floats
    mean: Floats
    spread: Floats
    nets: tuple[Net, ...]
    calibration: Floats

    def first(self, table: Table) -> Floats:
        """How likely each row is the one meant, from the article alone; sums to 1 in each group."""
        return self._first(table, fixed_features(table))

    def inputs(self, table: Table, home: Home | None) -> Floats:
        """All features, with the context and the outlet as the three logits see them: a row for each of the table's."""
        fixed = fixed_features(table)
        chances = softmax(
            features(table, fixed, self._first(table, fixed), home) @ self.at_home, table.starts, table.group
        )
        return features(table, fixed, chances, home)

    def chances(self, table: Table, home: Home | None) -> Floats:
        """How likely each row is the one meant, by all evidence; sums to 1 in each group."""
        return self.weigh(self.inputs(table, home), table.starts, table.group)

    def weigh(self, inputs: Floats, starts: Ints, group: Ints) -> Floats:
        """The same from the features."""
        standard = standardised(inputs, self.mean, self.spread)
        scores = sum((net.score(standard) for net in self.nets), np.zeros(len(inputs)))
        return softmax(scores / len(self.nets), starts, group)

    def sureness(self, table: Table, chances: Floats) -> Floats:
        """How likely the likeliest row of each group is right, given that the words name a place at all (0–1)."""
        return np.asarray(1.0 / (1.0 + np.exp(-sureness_features(table, chances) @ self.calibration)))

    def _first(self, table: Table, fixed: Floats) -> Floats:
        chances = softmax(fixed @ self.alone, table.starts, table.group)
        return softmax(features(table, fixed, chances, None) @ self.together, table.starts, table.group)

    def record(self) -> dict[str, Any]:
        """The ranker as a JSON object, its numbers to five significant digits."""
        return {
            "features": list(FEATURES),
            "sureness": list(SURENESS),
            "alone": _plain(self.alone),
            "together": _plain(self.together),
            "at_home": _plain(self.at_home),
            "mean": _plain(self.mean),
            "spread": _plain(self.spread),
            "nets": [
                {"inner": _plain(net.inner), "bias": _plain(net.bias), "outer": _plain(net.outer),
                 "straight": _plain(net.straight)}
                for net in self.nets
            ],
            "calibration": _plain(self.calibration),
        }  # fmt: skip


def features(table: Table, fixed: Floats, chances: Floats, home: Home | None) -> Floats:
    """The columns `FEATURES` for every row, given the first of them and how likely each row is as far as known."""
    return np.hstack([fixed, context_features(table, chances), outlet_features(table, home)])


def standardised(inputs: Floats, mean: Floats, spread: Floats) -> Floats:
    """Features as the networks take them: in standard deviations from their means, within bounds."""
    return np.clip((inputs - mean) / spread, -_WIDEST, _WIDEST)


def softmax(scores: Floats, starts: Ints, group: Ints) -> Floats:
    """Scores as shares of each group; the rows of a group stand together, from the rows `starts` on."""
    if not len(scores):
        return np.zeros(0)
    raised = np.exp(scores - np.maximum.reduceat(scores, starts)[group])
    return np.asarray(raised / np.add.reduceat(raised, starts)[group])


@functools.cache
def ranker() -> Ranker:
    """The ranker that ships, loaded once.

    Raises:
        DataError: its file is missing or damaged, or was made for other features.
    """
    return from_json(model_files.load(MODEL))


def from_json(content: bytes) -> Ranker:
    """The ranker that `record` gave; `DataError` if it is not one or has other features."""
    try:
        raw = json.loads(content)
        alone, together, at_home, mean, spread, calibration = (
            np.array(raw[name], dtype=np.float64)
            for name in ("alone", "together", "at_home", "mean", "spread", "calibration")
        )
        nets = tuple(
            Net(*(np.array(net[name], dtype=np.float64) for name in ("inner", "bias", "outer", "straight")))
            for net in raw["nets"]
        )
        names = (tuple(raw["features"]), tuple(raw["sureness"]))
    except (ValueError, KeyError, TypeError) as error:
        raise DataError(f"The model {MODEL} is not a ranker: {error!r}.") from error
    if names != (FEATURES, SURENESS) or len(alone) != _FIXED:
        raise DataError(f"The model {MODEL} was trained on other features than this version has; train it again.")
    return Ranker(alone, together, at_home, mean, spread, nets, calibration)


def _plain(numbers: Floats) -> list[Any]:
    rounded = np.array([float(f"{number:.5g}") for number in numbers.ravel()])
    return list(rounded.reshape(numbers.shape).tolist())
