"""Fitting the ranker: conditional logits by Newton's method, networks by Adam, a logistic regression to calibrate."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from eventmap.toponyms.ranking.features import HIT, USE, fixed_features
from eventmap.toponyms.ranking.outlets import OUTLET, Home
from eventmap.toponyms.ranking.ranker import FEATURES, Net, Ranker, features, softmax, standardised
from eventmap.toponyms.ranking.sureness import SURENESS, sureness_features
from eventmap.toponyms.ranking.table import Floats, Ints
from training.ranker.examples import Example, homes

LOGIT_PENALTY = 2.0

# What the weights start from and the logits are drawn to where the corpora say little: they are mostly from the United
# States, where "X region" and "the town of X" are rare, but elsewhere such words are never wrong about what they stand
# beside; and a region that is called like its town for short is hardly meant by that name alone.
PRIORS = {
    "region is one": 2.0,
    "region is none": -1.0,
    "city is one": 1.5,
    "city is none": -1.0,
    "behind its town": -2.0,
}
PRIOR = np.array([PRIORS.get(name, 0.0) for name in FEATURES])
CALIBRATION_PENALTY = 1.0
HIDDEN, NETS, EPOCHS, RATE, DECAY, DROPPED = 16, 5, 150, 0.01, 1e-3, 0.1
# Every article with a known outlet is also learnt from as if its outlet were unknown, with this weight.
WITHOUT_OUTLET = 0.5
# And each lesson counts like so much of an article.
LESSON = 1.0


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of many articles, demonyms and groups with one row or no right one left out; as in `Example`."""

    inputs: Floats
    starts: Ints
    group: Ints
    target: Floats
    weight: Floats


def rows(examples: Sequence[Example], inputs: Sequence[Floats], scale: Sequence[float]) -> Rows:
    """Stack the rows of `examples`; the weight of each article's groups is multiplied by its `scale`."""
    kept, targets, lengths, weights = [], [], [], []
    for one, values, factor in zip(examples, inputs, scale, strict=True):
        counts = np.bincount(one.table.group, minlength=len(one.table.groups))
        names = np.array([group.reading != "demonym" for group in one.table.groups], dtype=bool)
        good = (one.weight > 0) & (counts > 1) & names
        chosen = good[one.table.group] if len(counts) else np.zeros(0, dtype=bool)
        kept.append(values[chosen])
        targets.append(one.target[chosen])
        lengths.append(counts[good])
        weights.append(one.weight[good] * factor)
    length = np.concatenate(lengths)
    group = np.repeat(np.arange(len(length)), length)
    starts = np.concatenate(([0], np.cumsum(length)[:-1]))
    return Rows(np.vstack(kept), starts, group, np.concatenate(targets), np.concatenate(weights))


def train(
    articles: Sequence[Example], lessons: Sequence[Example] = (), without: Sequence[str] = (), seed: int = 0
) -> Ranker:
    """A ranker learnt from articles and lessons, not yet calibrated; features named in `without` get no weight."""
    examples = [*articles, *lessons]
    worth = [1.0] * len(articles) + [LESSON] * len(lessons)
    used = np.array([name not in without for name in FEATURES], dtype=np.float64)
    fixed_columns = used[: len(HIT) + len(USE)]
    fixed = [fixed_features(one.table) for one in examples]
    alone = logit(rows(examples, [values * fixed_columns for values in fixed], worth))
    likely = [softmax(v @ alone, one.table.starts, one.table.group) for v, one in zip(fixed, examples, strict=True)]
    nowhere: list[Home | None] = [None] * len(examples)

    seen = _features(examples, fixed, likely, nowhere, used)
    together = logit(rows(examples, seen, worth))
    likely = [softmax(v @ together, one.table.starts, one.table.group) for v, one in zip(seen, examples, strict=True)]

    at = homes(examples, likely)
    with_home = [i for i, home in enumerate(at) if home is not None]
    again = [*examples, *(examples[i] for i in with_home)]
    fixed += [fixed[i] for i in with_home]
    likely += [likely[i] for i in with_home]
    at += [None] * len(with_home)
    scale = worth + [WITHOUT_OUTLET] * len(with_home)
    seen = _features(again, fixed, likely, at, used)
    at_home = logit(rows(again, seen, scale))
    likely = [softmax(v @ at_home, one.table.starts, one.table.group) for v, one in zip(seen, again, strict=True)]

    last = rows(again, _features(again, fixed, likely, at, used), scale)
    mean, spread = last.inputs.mean(axis=0), last.inputs.std(axis=0) + 1e-6
    standard = standardised(last.inputs, mean, spread)
    found = [net(replace(last, inputs=standard), PRIOR * used * spread, seed + number) for number in range(NETS)]
    nets = tuple(replace(one, inner=one.inner * used[:, None]) for one in found)
    return Ranker(alone, together, at_home, mean, spread, nets, np.zeros(len(SURENESS)))


def _features(
    examples: Sequence[Example],
    fixed: Sequence[Floats],
    likely: Sequence[Floats],
    at: Sequence[Home | None],
    used: Floats,
) -> list[Floats]:
    return [
        features(one.table, values, chances, home) * used
        for one, values, chances, home in zip(examples, fixed, likely, at, strict=True)
    ]


def logit(data: Rows) -> Floats:
    """The weights of a conditional logit with an L2 penalty, drawn to `PRIOR`."""
    prior = PRIOR[: data.inputs.shape[1]]
    weights = prior.copy()
    per_row = data.weight[data.group]
    for _ in range(25):
        odds = softmax(data.inputs @ weights, data.starts, data.group)
        gradient = data.inputs.T @ ((data.target - odds) * per_row) - LOGIT_PENALTY * (weights - prior)
        means = np.add.reduceat(data.inputs * odds[:, None], data.starts)
        curvature = (data.inputs * (odds * per_row)[:, None]).T @ data.inputs
        curvature += LOGIT_PENALTY * np.eye(len(weights)) - (means * data.weight[:, None]).T @ means
        step = np.linalg.solve(curvature, gradient)
        weights += step
        if np.abs(step).max() < 1e-4:
            break
    return weights


def net(data: Rows, straight: Floats, seed: int) -> Net:
    """A network that puts the right row of each group first; past its layer it begins with the weights `straight`.

    The loss is the cross-entropy of the softmax over a group; Adam with a cosine schedule.
    """
    random = np.random.default_rng(seed)
    wide = data.inputs.shape[1]
    inputs = data.inputs.astype(np.float32)
    weights = [
        random.normal(0.0, wide**-0.5, (wide, HIDDEN)).astype(np.float32),
        np.zeros(HIDDEN, np.float32),
        random.normal(0.0, 0.1, HIDDEN).astype(np.float32),
        straight.astype(np.float32),
    ]
    mean, square = [np.zeros_like(w) for w in weights], [np.zeros_like(w) for w in weights]
    per_row = (data.weight[data.group] / data.weight.sum()).astype(np.float32)
    for turn in range(1, EPOCHS + 1):
        kept = (random.random((len(inputs), HIDDEN)) > DROPPED).astype(np.float32) / (1.0 - DROPPED)
        layer = np.tanh(inputs @ weights[0] + weights[1])
        odds = softmax((layer * kept) @ weights[2] + inputs @ weights[3], data.starts, data.group)
        off = ((odds - data.target) * per_row).astype(np.float32)
        back = (off[:, None] * weights[2]) * kept * (1.0 - layer * layer)
        gradients = (
            inputs.T @ back + DECAY * weights[0],
            back.sum(axis=0),
            (layer * kept).T @ off + DECAY * weights[2],
            inputs.T @ off + DECAY * weights[3],
        )
        rate = RATE * 0.5 * (1.0 + np.cos(np.pi * turn / EPOCHS))
        for i, gradient in enumerate(gradients):
            mean[i] = 0.9 * mean[i] + 0.1 * gradient
            square[i] = 0.999 * square[i] + 0.001 * gradient**2
            weights[i] -= rate * (mean[i] / (1 - 0.9**turn)) / (np.sqrt(square[i] / (1 - 0.999**turn)) + 1e-8)
    return Net(*(w.astype(np.float64) for w in weights))


def calibrate(examples: Sequence[Example], chances: Sequence[Floats]) -> Floats:
    """Weights that turn out-of-fold chances into how likely the likeliest row of a name is right."""
    inputs, right, weight = [], [], []
    for one, likely in zip(examples, chances, strict=True):
        inputs.append(sureness_features(one.table, likely))
        for number in range(len(one.table.groups)):
            best = best_row(one, number, likely)
            hits = one.target[best] * one.weight[number]
            right.append(hits / one.linked[number] if one.linked[number] else 0.0)
            weight.append(one.linked[number])
    return logistic(np.vstack(inputs), np.array(right), np.array(weight))


def best_row(one: Example, number: int, likely: Floats) -> int:
    """The likeliest row of a group."""
    first = int(one.table.starts[number])
    return first + int(np.argmax(likely[first : first + len(one.table.groups[number].hits)]))


def logistic(inputs: Floats, share: Floats, weight: Floats) -> Floats:
    """The weights of a logistic regression on shares of right answers, with an L2 penalty."""
    weights = np.zeros(inputs.shape[1])
    for _ in range(40):
        odds = 1.0 / (1.0 + np.exp(-np.clip(inputs @ weights, -30.0, 30.0)))
        gradient = inputs.T @ ((share - odds) * weight) - CALIBRATION_PENALTY * weights
        curvature = (inputs * (odds * (1 - odds) * weight)[:, None]).T @ inputs
        step = np.linalg.solve(curvature + CALIBRATION_PENALTY * np.eye(len(weights)), gradient)
        weights += step
        if np.abs(step).max() < 1e-6:
            break
    return weights


def groups_of_features() -> dict[str, tuple[str, ...]]:
    """Features that say the same sort of thing, by what they are about; for the ablation."""
    qualified = tuple(name for name in USE if name.startswith("qualified"))
    distances = tuple(n for n in FEATURES if n.startswith(("near ", "around ")) or n in {"local near", "best near"})
    shares = ("share", "named", "local country", "local ADM", "best country", "best ADM", "same place", "support")
    return {
        "qualifiers": qualified,
        "shares of countries and regions": tuple(n for n in FEATURES if any(s in n for s in shares)),
        "distances": distances,
        "outlet": OUTLET,
        "words beside and in the name": tuple(n for n in USE if n not in qualified),
        "population": ("size", "no size", "largest", "smaller by", "larger by", "first", "rank", "town is larger"),
        "kind of name": ("primary", "alternate", "abbreviation"),
        "countries US, GB, CA": ("US", "GB", "CA"),
    }
