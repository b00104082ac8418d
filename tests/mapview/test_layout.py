import math

import pytest

from eventmap.mapview import layout
from eventmap.mapview.layout import Box, View

SIZE = (700, 560)


def spread(points):
    view = layout.fit(points, *SIZE)
    return [layout.on_screen(lat, lon, view, *SIZE) for lat, lon in points]


@pytest.mark.parametrize(
    "points",
    [
        [(43.5, 16.4), (44.1, 15.2), (45.2, 15.5)],
        [(60.0, 20.0), (-34.0, 151.0), (40.0, -74.0)],
        [(-17.0, 178.0), (-13.8, -171.8), (-21.1, -175.2)],
        [(66.0, -170.0), (66.0, 170.0)],
        [(50.4, 30.5), (50.4, 30.5)],
    ],
)
def test_every_point_is_inside_the_first_view(points):
    for x, y in spread(points):
        assert 50 <= x <= 650
        assert 50 <= y <= 510


def test_points_on_both_sides_of_180_degrees_are_shown_close_up():
    view = layout.fit([(-17.0, 178.0), (-13.8, -171.8)], *SIZE)
    assert view.zoom > 4
    assert abs(view.lon) > 170


def test_one_place_is_shown_with_its_surroundings():
    assert layout.fit([(50.4, 30.5)], *SIZE) == View(pytest.approx(50.4), pytest.approx(30.5), 5.0)


def test_no_place_shows_the_world():
    view = layout.fit([], 512, 400)
    assert view.zoom == 0


def test_marks_at_one_point_are_kept_apart():
    points, radii = [(100.0, 100.0)] * 3, [12.0, 20.0, 12.0]
    offsets = layout.separate(points, radii, [True, False, True])
    drawn = [(x + dx, y + dy) for (x, y), (dx, dy) in zip(points, offsets, strict=True)]
    for i in range(3):
        for j in range(i):
            assert math.dist(drawn[i], drawn[j]) >= (0.8 if 1 in (i, j) else 0.5) * (radii[i] + radii[j])


def test_a_town_that_would_hide_another_steps_aside_a_little():
    points = [(100.0, 100.0), (104.0, 100.0)]
    offsets = layout.separate(points, [12.0, 12.0], [True, True])
    assert offsets[0] == (0.0, 0.0)
    assert 0 < math.hypot(*offsets[1]) <= 12
    assert math.dist(points[0], (104 + offsets[1][0], 100 + offsets[1][1])) >= 12


def test_a_region_steps_aside_for_a_town_and_towns_stay_where_they_are():
    offsets = layout.separate([(100.0, 100.0), (110.0, 100.0), (118.0, 100.0)], [12.0, 30.0, 12.0], [True, False, True])
    assert offsets[0] == offsets[2] == (0.0, 0.0)
    assert offsets[1] != (0.0, 0.0)


def test_marks_with_room_stay_in_place():
    assert layout.separate([(0.0, 0.0), (100.0, 0.0)], [12.0, 12.0], [False, False]) == [(0.0, 0.0)] * 2


def test_labels_keep_inside_the_frame_and_off_each_other():
    frame = Box(0, 0, 400, 200)
    points = [(40.0, 100.0), (380.0, 100.0), (80.0, 100.0)]
    assert layout.place_labels(points, [10.0] * 3, [60.0] * 3, 16.0, frame) == ["below", "left", "right"]


def test_a_label_without_room_waits_for_a_closer_view():
    points = [(50.0 + 8 * i, 50.0) for i in range(6)]
    sides = layout.place_labels(points, [10.0] * 6, [50.0] * 6, 16.0, Box(0, 0, 150, 100))
    assert None in sides
    assert sides[0] is not None


def test_a_mark_takes_clicks_wherever_it_is_seen_and_a_little_beside_it_where_there_is_room():
    points = [(100.0, 100.0), (112.0, 100.0), (300.0, 100.0), (327.0, 100.0)]
    assert layout.reaches(points, [30.0, 12.0, 12.0, 12.0], 17.0) == [30.0, 12.0, 15.0, 15.0]


def test_marks_are_smaller_on_a_phone():
    assert [layout.mark_scale(width) for width in (320, 480, 600, 1400)] == [0.75, 0.8, 1.0, 1.0]
