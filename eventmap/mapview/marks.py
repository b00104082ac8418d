"""The marks of the map and the icons of its legend, as SVG data URIs.

The outline says how well the place is known: a filled disc is a town, a filled square a site, a diamond a border
crossing, a ring a region, a country or a wider area. The fill is a pie of the event types; a mark of one type carries
that type's shape as well, so that colour is never the only cue. Where it is uncertain which place is meant, the mark is
hollow: only its rim has the colours, in dashes, and a question mark stands at its corner.
"""

from __future__ import annotations

import functools
import math
from base64 import b64encode
from collections.abc import Sequence
from typing import Literal

from eventmap.event_types import Category, EventType
from eventmap.theme import Mode, Theme, legible

from .glyphs import GLYPHS

Outline = Literal["disc", "square", "diamond", "ring"]
Slice = tuple[str, int]  # colour as #rrggbb, number of events

SIZE = 128  # pixels of the raster that deck.gl makes of a mark: about twice the largest mark on screen

_HALF = 50.0  # marks are drawn in a box from -50 to 50
_RADIUS = 44.0
_HOLE = 29.0
_GLYPH_SCALE = 2.15
_RIM, _DASHES, _DASH = 10.0, 12, 0.62  # of a hollow mark: its width, how many dashes, and their share of the rim
_ICON_DASHES = 9
_QUESTION = (
    '<path d="M-7 -6.5C-7 -12 7 -12.5 7 -5.5C7 -1.5 .6 -1.2 .6 3.6" fill="none" stroke-width="4.6" '
    'stroke-linecap="round"/><circle cx=".6" cy="10.6" r="2.8" stroke="none"/>'
)


def outline(kind: str) -> Outline:
    """How a place of this kind is drawn."""
    if kind in ("region", "country", "area"):
        return "ring"
    return {"site": "square", "border_crossing": "diamond"}.get(kind, "disc")  # type: ignore[return-value]


def radius(events: int) -> float:
    """The radius on screen, in pixels, of a mark for so many events: the area grows with the number, up to a limit."""
    return min(12.5 * math.sqrt(max(events, 1)), 32.0)


@functools.lru_cache(maxsize=4096)
def mark(shape: Outline, slices: tuple[Slice, ...], glyph: str | None, colours: Theme) -> str:
    """A mark as a data URI: `slices` in the order to draw them, `glyph` the shape of its only type, if it has one."""
    paper = colours.paper
    clip = f'<clipPath id="o">{_outline(shape, _RADIUS)}</clipPath>'
    edge = f'<g fill="{paper}">{_outline(shape, _HALF)}</g>'
    ink, scale = paper, _GLYPH_SCALE
    if shape == "ring":
        rim = f'fill="none" stroke="{paper}" stroke-width="{_HALF - _HOLE + 4}"'
        edge = f'<circle r="{(_HALF + _HOLE - 4) / 2}" {rim}/>'
        clip = f'<clipPath id="o"><path clip-rule="evenodd" d="{_circle(_RADIUS)}{_circle(_HOLE)}"/></clipPath>'
        ink, scale = slices[0][0], 0.95 * _GLYPH_SCALE
    inner = f'<g fill="{ink}" transform="scale({scale})">{GLYPHS[glyph]}</g>' if glyph else ""
    pie = f'<g clip-path="url(#o)">{_pie(slices, paper)}</g>'
    return _svg(f"{_veil(paper)}{clip}{edge}{pie}{inner}", _HALF, SIZE)


@functools.lru_cache(maxsize=4096)
def uncertain_mark(shape: Outline, slices: tuple[Slice, ...], glyph: str | None, colours: Theme) -> str:
    """The mark, as `mark` draws it, of a place of which it is uncertain that it is the one meant."""
    ground = f'<g fill="{colours.paper}">{_outline(shape, _HALF)}</g>'
    pie = f'<g mask="url(#o)">{_pie(slices, colours.paper)}</g>'
    small = 0.9 * _GLYPH_SCALE
    inner = f'<g fill="{slices[0][0]}" transform="scale({small})">{GLYPHS[glyph]}</g>' if glyph else ""
    drawn = f"{_veil(colours.paper)}{_dashes(shape)}{ground}{pie}{inner}{_question(colours.ink, colours.paper)}"
    return _svg(drawn, _HALF, SIZE)


@functools.lru_cache(maxsize=64)
def target(shape: Outline, colour: str) -> str:
    """The outline of a mark, filled whole: what takes its clicks."""
    return _svg(f'<g fill="{colour}">{_outline(shape, _HALF)}</g>', _HALF, SIZE)


@functools.lru_cache(maxsize=64)
def halo(shape: Outline, colour: str) -> str:
    """The outline around the selected mark, as a data URI."""
    drawn = _outline(shape, 46)
    return _svg(f'<g fill="none" stroke="{colour}" stroke-width="7">{drawn}</g>', _HALF, SIZE)


@functools.lru_cache(maxsize=256)
def icon(glyph: str, colour: str) -> str:
    """A type's shape in its colour, as a data URI: what the legend, the lists and the passages show."""
    return _svg(f'<g fill="{colour}">{GLYPHS[glyph]}</g>', 10.5, 32)


def event_icon(kind: EventType | Category, mode: Mode = "light") -> str:
    """The icon of an event type or of a category."""
    return icon(kind.icon, legible(kind.colour, mode))


def legend_icon(kind: str, colour: str) -> str:
    """The outline that a place of this kind is drawn with, in one neutral colour."""
    shape = outline(kind)
    if shape == "ring":
        drawn = f'<circle r="37" fill="none" stroke="{colour}" stroke-width="15"/>'
    else:
        drawn = f'<g fill="{colour}">{_outline(shape, _RADIUS)}</g>'
    return _svg(drawn, _HALF, 32)


def uncertain_icon(colours: Theme) -> str:
    """What the legend shows for an uncertain place: the hollow mark of a town, in one neutral colour."""
    ring = f'<g fill="{colours.muted}" mask="url(#o)">{_outline("disc", _HALF)}</g>'
    return _svg(f"{_dashes('disc', _ICON_DASHES)}{ring}{_question(colours.ink, colours.paper)}", _HALF, 32)


def _dashes(shape: Outline, number: int = _DASHES) -> str:
    """A mask that lets through the dashed rim of a hollow mark; the rim of a ring is as wide as the ring."""
    width = _RADIUS - _HOLE if shape == "ring" else _RIM
    around = {"square": 8 * 0.88, "diamond": 4 * math.sqrt(2)}.get(shape, 2 * math.pi) * (_RADIUS - width / 2)
    dash = _DASH * around / number
    drawn = f'stroke-width="{width}" stroke-dasharray="{dash:.2f} {around / number - dash:.2f}"'
    box = 'maskUnits="userSpaceOnUse" x="-50" y="-50" width="100" height="100"'
    return f'<mask id="o" {box}><g fill="none" stroke="#fff" {drawn}>{_outline(shape, _RADIUS - width / 2)}</g></mask>'


def _question(ink: str, paper: str) -> str:
    """A question mark on a disc at a mark's upper right corner."""
    disc = f'<circle cx="29" cy="-29" r="19.5" fill="{ink}" stroke="{paper}" stroke-width="3"/>'
    return f'{disc}<g fill="{paper}" stroke="{paper}" transform="translate(28.4 -29.6) scale(1.12)">{_QUESTION}</g>'


def _veil(colour: str) -> str:
    """An all but invisible ground: without it deck.gl blends the edges of a mark with black."""
    return f'<rect x="-50" y="-50" width="100" height="100" fill="{colour}" fill-opacity="0.03"/>'


def _outline(shape: Outline, r: float) -> str:
    if shape == "square":
        side = r * 0.88
        return f'<rect x="{-side}" y="{-side}" width="{2 * side}" height="{2 * side}" rx="9"/>'
    if shape == "diamond":
        return f'<path d="M0 {-r}L{r} 0L0 {r}L{-r} 0Z" stroke-linejoin="round"/>'
    return f'<circle r="{r}"/>'


def _circle(r: float) -> str:
    return f"M{-r} 0A{r} {r} 0 1 0 {r} 0A{r} {r} 0 1 0 {-r} 0Z"


def _pie(slices: Sequence[Slice], paper: str) -> str:
    if len(slices) == 1:
        return f'<rect x="-50" y="-50" width="100" height="100" fill="{slices[0][0]}"/>'
    total = sum(number for _, number in slices)
    drawn, turn = [], 0.0
    for colour, number in slices:
        start, turn = turn, turn + number / total
        (x1, y1), (x2, y2) = _at(start), _at(turn)
        wide = int(number / total > 0.5)
        drawn.append(f'<path d="M0 0L{x1:.1f} {y1:.1f}A80 80 0 {wide} 1 {x2:.1f} {y2:.1f}Z" fill="{colour}"/>')
    return f'<g stroke="{paper}" stroke-width="4">{"".join(drawn)}</g>'


def _at(turn: float) -> tuple[float, float]:
    angle = 2 * math.pi * turn - math.pi / 2
    return 80 * math.cos(angle), 80 * math.sin(angle)


def _svg(content: str, half: float, size: int) -> str:
    box = f"{-half} {-half} {2 * half} {2 * half}"
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="{size}" height="{size}" viewBox="{box}">{content}</svg>'
    return "data:image/svg+xml;base64," + b64encode(svg.encode()).decode()
