"""What the other names of an article speak for, as far as they are resolved: shares of regions, distances, company."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from eventmap.gazetteer.geometry import EARTH_RADIUS_KM
from eventmap.toponyms.ranking.table import Floats, Ints, Table

CONTEXT = (
    "country share", "ADM1 share", "ADM2 share", "country share, country", "ADM1 share, region", "country named",
    "ADM1 named", "ADM2 named", "local country", "local ADM1", "local ADM2", "near 30", "near 100", "near 300",
    "near 1000", "around 100", "around 500", "local near", "same place", "support",
    "best country", "best ADM1", "best near",
)  # fmt: skip

_NEAREST_KM = (30.0, 100.0, 300.0, 1000.0)
_AROUND_KM = (100.0, 500.0)
_BESIDE_KM = 100.0
_VOTES = 3
_MOST_VOTES = 200
_LOWEST_VOTE = 0.02
_ROWS = 4_096  # so many at a time, which bounds the memory that distances take


def context_features(table: Table, chances: Floats) -> Floats:
    """The columns `CONTEXT` for every row; a name never speaks for itself.

    Args:
        table: the article's names.
        chances: how likely each row is the one meant, as far as known; sums to 1 in each group.
    """
    if not table.groups:
        return np.zeros((0, len(CONTEXT)))
    names = table.name[table.group]
    weight = table.weights[table.group] * chances
    votes = _votes(table, weight)
    shares, named, local = [], [], []
    for code, count, kind in zip(table.codes, table.sizes, table.levels, strict=True):
        shares.append(_share_of_others(code, count, names, weight))
        named.append(np.minimum(_sum_of_others(code, count, names, weight * kind), 1.0))
        local.append(_local(table, votes, weight, code, count, names))
    kernels = _distances(table, votes, weight, names)
    for kernel in kernels:
        kernel[~table.is_point] = 0.0
    same = np.minimum(_sum_of_others(table.same, int(table.same.max()) + 1, names, weight), 1.0)
    total = np.bincount(names, weights=weight)
    support = np.log1p(total.sum() - total[names])
    is_country, is_region = table.levels[0], table.levels[1] | table.levels[2]
    behind = [_behind_best(table, column) for column in (shares[0], shares[1], kernels[1])]
    return np.column_stack(
        [*shares, shares[0] * is_country, shares[1] * is_region, *named, *local, *kernels, same, support, *behind]
    )


def _sum_of_others(code: Ints, count: int, names: Ints, weight: Floats) -> Floats:
    """For each row, how much the rows of other names weigh that have the same code; 0 for the empty code."""
    total = np.bincount(code, weights=weight, minlength=count)
    own_key = names * count + code
    return np.where(code > 0, total[code] - _sums(own_key, weight, own_key), 0.0)


def _sums(keys: Ints, values: Floats, at: Ints) -> Floats:
    """The sum of the values of each key, for the keys `at`; 0 where there are none."""
    known, number = np.unique(keys, return_inverse=True)
    total = np.bincount(number, weights=values)
    place = np.minimum(np.searchsorted(known, at), len(known) - 1)
    return np.where(known[place] == at, total[place], 0.0)


def _share_of_others(code: Ints, count: int, names: Ints, weight: Floats) -> Floats:
    """The same as a share of all that other names weigh; a little less where they are few."""
    total = np.bincount(names, weights=weight)
    return np.asarray(_sum_of_others(code, count, names, weight) / (weight.sum() - total[names] + 1.0))


def _votes(table: Table, weight: Floats) -> Ints:
    """The rows that count for others: the likeliest few of each group, and of these the weightiest."""
    order = np.lexsort((-weight, table.group))
    place = np.arange(len(order)) - table.starts[table.group[order]]
    kept = order[(place < _VOTES) & (weight[order] > _LOWEST_VOTE)]
    return np.sort(kept[np.argsort(-weight[kept], kind="stable")[:_MOST_VOTES]])


def _local(table: Table, votes: Ints, weight: Floats, code: Ints, count: int, names: Ints) -> Floats:
    """The share of the names beside a name in the text that have the same code as a row of it."""
    first, second, strength = table.edges
    if not len(first) or not len(votes):
        return np.zeros(len(code))
    edge, vote = np.nonzero(second[:, None] == names[votes][None, :])
    if not len(edge):
        return np.zeros(len(code))
    value = strength[edge] * weight[votes[vote]]
    by_code = _sums(first[edge] * count + code[votes[vote]], value, names * count + code)
    total = np.bincount(first[edge], weights=value, minlength=int(names.max()) + 1)
    return np.where(code > 0, by_code / (total[names] + 0.3), 0.0)


def _distances(table: Table, votes: Ints, weight: Floats, names: Ints) -> list[Floats]:
    """How near the article's other points are: the nearest on four scales, all of them on two, those beside it."""
    points = votes[table.is_point[votes]]
    if not len(points):
        return [np.zeros(len(names)) for _ in range(len(_NEAREST_KM) + len(_AROUND_KM) + 1)]
    first, second, strength = table.edges
    edge, vote = np.nonzero(second[:, None] == names[points][None, :])
    beside = np.zeros((int(names.max()) + 1, len(points)))
    beside[first[edge], vote] = strength[edge]
    parts = []
    for start in range(0, len(names), _ROWS):
        rows = slice(start, start + _ROWS)
        km = haversine(table.lat[rows, None], table.lon[rows, None], table.lat[points], table.lon[points])
        value = np.where(names[rows, None] == names[points], 0.0, np.minimum(weight[points], 1.0))
        columns = [(value * np.exp(-km / scale)).max(axis=1) for scale in _NEAREST_KM]
        total = value.sum(axis=1) + 0.5
        columns += [(value * np.exp(-km / scale)).sum(axis=1) / total for scale in _AROUND_KM]
        columns.append((value * beside[names[rows]] * np.exp(-km / _BESIDE_KM)).max(axis=1))
        parts.append(np.column_stack(columns))
    return list(np.vstack(parts).T)


def haversine(
    lat1: Floats, lon1: Floats, lat2: npt.NDArray[np.float64], lon2: npt.NDArray[np.float64]
) -> npt.NDArray[np.float64]:
    """Great-circle distances in kilometres; arguments in radians (haversine formula)."""
    half = np.sin((lat2 - lat1) / 2) ** 2 + np.cos(lat1) * np.cos(lat2) * np.sin((lon2 - lon1) / 2) ** 2
    return np.asarray(2 * EARTH_RADIUS_KM * np.arcsin(np.sqrt(np.minimum(half, 1.0))))


def _behind_best(table: Table, column: Floats) -> Floats:
    """How far each row is behind the best of its group in one column."""
    return column - np.maximum.reduceat(column, table.starts)[table.group]
