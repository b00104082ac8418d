"""Cross-validation of the ranker: what it scores on articles, and newspapers, that it was not trained on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from eventmap.gazetteer import distance_km
from eventmap.toponyms.ranking.sureness import sureness_features
from eventmap.toponyms.ranking.table import Floats, Ints
from training.ranker.examples import Example, homes
from training.ranker.learn import best_row, calibrate, train

FOLDS = 5
NEAR_KM = 161.0  # a hundred miles, as is usual since Leidner (2007)
BINS = 10


@dataclass(slots=True)
class Score:
    """Counts over mentions, demonyms left out."""

    linked: int = 0
    known: int = 0
    right: int = 0
    placed: int = 0
    near: int = 0

    def row(self, name: str) -> str:
        shares = (self.right / max(self.known, 1), self.right / max(self.linked, 1), self.near / max(self.placed, 1))
        return f"{name:40}" + "".join(f"{share:10.3f}" for share in shares) + f"{self.linked:9}"


HEADER = f"{'':40}{'id':>10}{'id of all':>10}{'acc@161':>10}{'linked':>9}"


@dataclass(slots=True)
class Outcome:
    """What cross-validation gave: the chances of each row, from a ranker that has not seen the article's fold."""

    chances: list[Floats] = field(default_factory=list)

    def scores(self, examples: Sequence[Example]) -> dict[str, Score]:
        """Scores by corpus, and of all together as "pooled"."""
        found: dict[str, Score] = {}
        for one, likely in zip(examples, self.chances, strict=True):
            for score in (found.setdefault(one.corpus, Score()), found.setdefault("pooled", Score())):
                _count(score, one, likely)
        return {**{name: score for name, score in found.items() if name != "pooled"}, "pooled": found["pooled"]}


def _count(score: Score, one: Example, likely: Floats) -> None:
    for marked, number in zip(one.marked, one.table.of_mention.tolist(), strict=True):
        if marked.reading == "demonym":
            continue
        score.linked += marked.right is not None
        if number < 0:
            continue
        entry = one.table.entries[best_row(one, number, likely)]
        score.known += any(hit.entry.id == marked.right for hit in marked.hits)
        score.right += entry.id == marked.right
        if marked.point is not None:
            score.placed += 1
            score.near += distance_km(*marked.point, entry.lat, entry.lon) <= NEAR_KM


def cross_validate(
    examples: Sequence[Example], folds: Ints, lessons: Sequence[Example] = (), without: Sequence[str] = ()
) -> tuple[Outcome, Outcome]:
    """Resolve each fold by a ranker trained on the others; its outlets are known by its own articles only.

    Returns:
        The outcome, and that where no article says which outlet it is from.
    """
    chances: list[Floats] = [np.zeros(0)] * len(examples)
    nowhere = list(chances)
    for fold in range(int(folds.max()) + 1):
        model = train([one for one, at in zip(examples, folds, strict=True) if at != fold], lessons, without)
        held = [i for i, at in enumerate(folds) if at == fold]
        apart = [examples[i] for i in held]
        at_home = homes(apart, [model.first(one.table) for one in apart])
        for i, one, home in zip(held, apart, at_home, strict=True):
            chances[i] = model.chances(one.table, home)
            nowhere[i] = model.chances(one.table, None)
    return Outcome(chances), Outcome(nowhere)


def population(examples: Sequence[Example]) -> Outcome:
    """The baseline: a name's first entry, which is the country or the most populous place."""
    chances = []
    for one in examples:
        likely = np.zeros(len(one.table.entries))
        likely[one.table.starts] = 1.0
        chances.append(likely)
    return Outcome(chances)


def reliability(examples: Sequence[Example], outcome: Outcome, folds: Ints) -> tuple[list[str], float, float]:
    """Said and found: lines of a table in ten bins, the expected calibration error, and the Brier score.

    Each fold's calibration is fitted on the other folds. Mentions with a GeoNames id and a candidate are counted.
    """
    said: list[float] = []
    right: list[float] = []
    for fold in range(int(folds.max()) + 1):
        others = [i for i, at in enumerate(folds) if at != fold]
        weights = calibrate([examples[i] for i in others], [outcome.chances[i] for i in others])
        for i in np.flatnonzero(folds == fold).tolist():
            one, likely = examples[i], outcome.chances[i]
            sure = 1.0 / (1.0 + np.exp(-sureness_features(one.table, likely) @ weights))
            for marked, number in zip(one.marked, one.table.of_mention.tolist(), strict=True):
                if number >= 0 and marked.right and marked.reading != "demonym":
                    said.append(float(sure[number]))
                    right.append(float(one.table.entries[best_row(one, number, likely)].id == marked.right))
    return _table(np.array(said), np.array(right))


def _table(said: Floats, right: Floats) -> tuple[list[str], float, float]:
    bins = np.minimum((said * BINS).astype(int), BINS - 1)
    lines, error = [], 0.0
    for number in range(BINS):
        inside = bins == number
        if inside.any():
            mean, share = float(said[inside].mean()), float(right[inside].mean())
            error += abs(mean - share) * float(inside.mean())
            lines.append(f"{number / BINS:.1f}–{(number + 1) / BINS:.1f}{mean:10.3f}{share:10.3f}{int(inside.sum()):8}")
    return lines, error, float(((said - right) ** 2).mean())
