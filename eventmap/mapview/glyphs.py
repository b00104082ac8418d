"""The twelve shapes that tell event types apart without colour, as SVG, each centred on 0, 0 inside a radius of 10."""

from __future__ import annotations

import math
from collections.abc import Mapping


def _polygon(corners: int, radius: float, turn: float = -90.0) -> str:
    points = [
        (
            radius * math.cos(math.radians(turn + 360 * i / corners)),
            radius * math.sin(math.radians(turn + 360 * i / corners)),
        )
        for i in range(corners)
    ]
    return _path(points)


def _star(radius: float, inner: float) -> str:
    angles = [math.radians(-90 + 36 * i) for i in range(10)]
    return _path([(r * math.cos(a), r * math.sin(a)) for a, r in zip(angles, [radius, inner] * 5, strict=True)])


def _path(points: list[tuple[float, float]]) -> str:
    return f'<path d="M{"L".join(f"{x:.1f} {y:.1f}" for x, y in points)}Z"/>'


GLYPHS: Mapping[str, str] = {
    "circle": '<circle r="7.6"/>',
    "triangle": '<path d="M0 -9L8.8 7H-8.8Z"/>',
    "square": '<rect x="-7" y="-7" width="14" height="14"/>',
    "diamond": '<path d="M0 -9.8L8 0L0 9.8L-8 0Z"/>',
    "star": _star(10, 4.4),
    "cross": '<path d="M-2.9 -9H2.9V-2.9H9V2.9H2.9V9H-2.9V2.9H-9V-2.9H-2.9Z"/>',
    "hexagon": _polygon(6, 9, 0),
    "pentagon": _polygon(5, 9.2),
    "drop": '<path d="M0 -10C3 -5 7 -1.5 7 3A7 7 0 0 1 -7 3C-7 -1.5 -3 -5 0 -10Z"/>',
    "bolt": '<path d="M2.4 -10L-7 2H-1.2L-2.4 10L7 -2.6H1Z"/>',
    "flag": '<path d="M-7 -9.5H-4.4V-8.5H8L4.6 -3.6L8 1.4H-4.4V9.8H-7Z"/>',
    "arrow": '<path d="M-9.5 -3H0V-8.6L9.8 0L0 8.6V3H-9.5Z"/>',
}
