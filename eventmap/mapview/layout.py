"""Where marks and labels go on the screen: the first view, marks kept apart, labels kept off each other.

Screen positions are pixels, x to the right and y down, in the web Mercator projection that deck.gl uses: the world is
512 · 2^zoom pixels wide.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

WORLD = 512.0
MAX_ZOOM, MIN_ZOOM = 6.0, 0.0
_LAT_LIMIT = 85.0
LABEL_GAP = 4.0  # pixels between a mark and its label
SLANT = 0.75  # of that distance, both across and down, for a label at a corner of its mark
_APART = 0.8  # of the sum of their radii: how far two marks must be apart to be told apart and clicked apart
_EXACT_APART = 0.5  # the same for two exact places, which move as little as leaves the middle of both in sight
_FULL_WIDTH, _LEAST_SCALE = 600, 0.75  # marks are smaller on maps narrower than this, but never below this share
_COLOURED = 0.88  # of a mark's radius: the rest is its rim, which a label may touch
_MOST_LABELS = 120  # in the first view: more would be a carpet of words

Side = Literal["right", "left", "below", "above", "upper right", "lower right", "upper left", "lower left"]


@dataclass(frozen=True, slots=True)
class View:
    """The first view: centre in degrees and deck.gl zoom."""

    lat: float
    lon: float
    zoom: float


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the screen."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def touches(self, point: tuple[float, float], radius: float) -> bool:
        """Whether a disc reaches into the rectangle."""
        x, y = point
        across, down = x - min(max(x, self.left), self.right), y - min(max(y, self.top), self.bottom)
        return math.hypot(across, down) < radius

    def holds(self, other: Box) -> bool:
        return (
            self.left <= other.left
            and self.top <= other.top
            and other.right <= self.right
            and other.bottom <= self.bottom
        )


def mercator(lat: float, lon: float) -> tuple[float, float]:
    """Screen position at zoom 0 of a point in degrees, from the world's top left corner."""
    phi = math.radians(max(-_LAT_LIMIT, min(_LAT_LIMIT, lat)))
    x = (lon + 180) / 360
    y = (1 - math.log(math.tan(phi) + 1 / math.cos(phi)) / math.pi) / 2
    return x * WORLD, y * WORLD


def unwrap(lons: Sequence[float]) -> list[float]:
    """`lons` moved by whole turns so that they span the least width: points on both sides of 180° stay together."""
    if not lons:
        return []
    ordered = sorted(lons)
    gaps = [b - a for a, b in zip(ordered, [*ordered[1:], ordered[0] + 360], strict=True)]
    widest = max(range(len(gaps)), key=gaps.__getitem__)
    first = ordered[(widest + 1) % len(ordered)]
    return [lon if lon >= first else lon + 360 for lon in lons]


def fit(points: Sequence[tuple[float, float]], width: int, height: int, margin: int = 56) -> View:
    """The view that shows all `points` (lat, lon) on a map of `width` × `height` pixels, `margin` pixels from its edge.

    A single place is shown with its surroundings, not at street level. No points at all give the whole world.
    """
    if not points:
        return View(25.0, 10.0, max(MIN_ZOOM, math.log2(width / WORLD)))
    placed = [mercator(lat, lon) for (lat, _), lon in zip(points, unwrap([lon for _, lon in points]), strict=True)]
    xs, ys = [x for x, _ in placed], [y for _, y in placed]
    spans = (max(xs) - min(xs), max(ys) - min(ys))
    room = (max(width - 2 * margin, 80), max(height - 2 * margin, 80))
    zoom = min([MAX_ZOOM - 1, *(math.log2(r / s) for r, s in zip(room, spans, strict=True) if s > 0)])
    x, y = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
    lat = math.degrees(math.atan(math.sinh(math.pi * (1 - 2 * y / WORLD))))
    lon = (x / WORLD * 360 - 180 + 180) % 360 - 180
    return View(lat, lon, max(MIN_ZOOM, min(MAX_ZOOM, zoom)))


def on_screen(lat: float, lon: float, view: View, width: int, height: int) -> tuple[float, float]:
    """Where `view` shows a point on a map of `width` × `height` pixels, from its top left corner."""
    scale = 2**view.zoom
    (x, y), (centre_x, centre_y) = mercator(lat, lon), mercator(view.lat, view.lon)
    across = (x - centre_x + WORLD / 2) % WORLD - WORLD / 2
    return across * scale + width / 2, (y - centre_y) * scale + height / 2


def mark_scale(width: int) -> float:
    """How large marks are on a map `width` pixels wide, as a share of their full size: less where room is scarce."""
    return max(_LEAST_SCALE, min(1.0, width / _FULL_WIDTH))


def separate(
    points: Sequence[tuple[float, float]], radii: Sequence[float], exact: Sequence[bool]
) -> list[tuple[float, float]]:
    """Offsets in pixels that keep marks apart, for screen `points` (x, y) and mark `radii`.

    Marks of exact places stay where they are unless one would hide another's middle; the others, which stand for a
    whole region or country, step aside by the shortest way.
    """
    offsets = [(0.0, 0.0)] * len(points)
    cell = 2 * max(radii, default=1.0) + 2
    settled: dict[tuple[int, int], list[tuple[float, float, int]]] = {}

    def free(x: float, y: float, i: int) -> bool:
        """Whether mark `i` has room at x, y among the settled marks, which all lie in this cell or the next ones."""
        column, row = int(x // cell), int(y // cell)
        for near in itertools.product((column - 1, column, column + 1), (row - 1, row, row + 1)):
            for other_x, other_y, j in settled.get(near, ()):
                share = _EXACT_APART if exact[i] and exact[j] else _APART
                if math.hypot(x - other_x, y - other_y) < share * (radii[i] + radii[j]):
                    return False
        return True

    for i in sorted(range(len(points)), key=lambda i: (not exact[i], -radii[i])):
        x, y = points[i]
        steps = _steps(radii[i])
        offsets[i] = next((step for step in steps if free(x + step[0], y + step[1], i)), (0.0, 0.0))
        x, y = x + offsets[i][0], y + offsets[i][1]
        settled.setdefault((int(x // cell), int(y // cell)), []).append((x, y, i))
    return offsets


def _steps(radius: float) -> list[tuple[float, float]]:
    turns = [math.radians(angle) for angle in (-90, -45, -135, 0, 180, 45, 135, 90)]
    rings = [radius * factor for factor in (0.5, 0.9, 1.3, 1.8, 2.4, 3.2, 4.2)]
    return [(0.0, 0.0)] + [(r * math.cos(turn), r * math.sin(turn)) for r in rings for turn in turns]


def reaches(points: Sequence[tuple[float, float]], radii: Sequence[float], least: float) -> list[float]:
    """How far from its middle each mark takes a click, in pixels: its radius, so that what is seen is what is clicked.

    A small mark takes clicks up to `least` pixels away, as far as no other mark is drawn there.
    """
    reach = [max(radius, least) for radius in radii]
    widest = least + max(radii, default=0.0)
    order = sorted(range(len(points)), key=lambda i: points[i][0])
    for position, i in enumerate(order):
        for j in order[position + 1 :]:
            if points[j][0] - points[i][0] > widest:
                break
            apart = math.dist(points[i], points[j])
            reach[i] = max(radii[i], min(reach[i], apart - radii[j]))
            reach[j] = max(radii[j], min(reach[j], apart - radii[i]))
    return reach


def place_labels(
    points: Sequence[tuple[float, float]], radii: Sequence[float], widths: Sequence[float], height: float, frame: Box
) -> list[Side | None]:
    """The side of its mark that each label goes to; None where there is no room, which only zooming in can help.

    Labels are placed in the order given, so the most important come first. They keep inside the frame, off all marks
    and off each other.
    """
    taken: list[Box] = []
    drawn = [_COLOURED * radius for radius in radii]
    sides: list[Side | None] = [None] * len(points)
    for i, (point, radius, width) in enumerate(zip(points[:_MOST_LABELS], radii, widths, strict=False)):
        for side, box in _label_boxes(point, radius, width, height).items():
            clear = frame.holds(box) and not any(box.meets(other) for other in taken)
            if clear and not any(map(box.touches, points, drawn)):
                taken.append(box)
                sides[i] = side
                break
    return sides


def _label_boxes(point: tuple[float, float], radius: float, width: float, height: float) -> dict[Side, Box]:
    x, y = point
    gap, half = radius + LABEL_GAP, height / 2
    slant = SLANT * gap
    right, left = (x + gap, x + gap + width), (x - gap - width, x - gap)
    slant_right, slant_left = (x + slant, x + slant + width), (x - slant - width, x - slant)
    middle = (x - width / 2, x + width / 2)
    across: dict[Side, tuple[tuple[float, float], float]] = {
        "right": (right, y),
        "left": (left, y),
        "below": (middle, y + gap + half),
        "above": (middle, y - gap - half),
        "upper right": (slant_right, y - slant),
        "lower right": (slant_right, y + slant),
        "upper left": (slant_left, y - slant),
        "lower left": (slant_left, y + slant),
    }
    return {side: Box(start, at - half, end, at + half) for side, ((start, end), at) in across.items()}
