import random

import pytest

from eventmap.gazetteer.geometry import cell, cell_ranges, distance_km


@pytest.mark.parametrize(
    ("one", "other", "km"),
    [
        ((55.7558, 37.6173), (59.9343, 30.3351), 634),  # Moscow and Saint Petersburg
        ((0, 0), (0, 180), 20015),
        ((0, 179.5), (0, -179.5), 111),
        ((90, 0), (-90, 77), 20015),
        ((10, 20), (10, 20), 0),
    ],
)
def test_distance(one: tuple[float, float], other: tuple[float, float], km: float) -> None:
    assert distance_km(*one, *other) == pytest.approx(km, abs=1.5)


def test_every_point_near_another_is_in_its_cell_ranges() -> None:
    chance = random.Random(4)
    centres = [(0.0, 0.0), (89.9, 10.0), (-90.0, 0.0), (12.0, 179.9), (65.0, -180.0), (51.5, -0.1)]
    for lat, lon in centres:
        for km in (15.0, 250.0, 1800.0):
            ranges = list(cell_ranges(lat, lon, km))
            for _ in range(2000):
                other = chance.uniform(-90, 90), chance.uniform(-180, 180)
                if distance_km(lat, lon, *other) <= km:
                    assert any(first <= cell(*other) <= last for first, last in ranges), (lat, lon, km, other)


def test_a_small_circle_needs_few_cells() -> None:
    assert sum(last - first + 1 for first, last in cell_ranges(50.0, 10.0, 20.0)) <= 4
