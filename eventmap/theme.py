"""The colours of everything that is not an event type: one neutral scale and one accent, in light and in dark.

Event types bring their own colours, in data/event_types.yaml. The page's own colours are in .streamlit/config.toml; the
scale here agrees with them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Mode = Literal["light", "dark"]


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours as #rrggbb: of the page, of the basemap and of what is written on it."""

    paper: str
    ink: str
    muted: str
    rule: str
    accent: str
    sea: str
    land: str
    coast: str
    border: str


LIGHT = Theme(
    paper="#ffffff",
    ink="#1c2733",
    muted="#5b6874",
    rule="#dfe4e8",
    accent="#0b5cad",
    sea="#e6edf2",
    land="#fbfaf7",
    coast="#b9c6d0",
    border="#ccd2d6",
)
DARK = Theme(
    paper="#161b21",
    ink="#e8edf1",
    muted="#9aa7b3",
    rule="#303a44",
    accent="#7cb8f5",
    sea="#10151b",
    land="#28313a",
    coast="#44515d",
    border="#46535f",
)


def theme(mode: Mode) -> Theme:
    """The colours of a mode."""
    return DARK if mode == "dark" else LIGHT


def rgba(colour: str, alpha: int = 255) -> list[int]:
    """A colour written #rrggbb as the list [red, green, blue, alpha], each 0–255."""
    return [int(colour[i : i + 2], 16) for i in (1, 3, 5)] + [alpha]


def legible(colour: str, mode: Mode) -> str:
    """An event type's colour as it is drawn: in dark mode mixed with a third of white, to stand out from the ground."""
    if mode == "light":
        return colour
    mixed = [round(part + (255 - part) * 0.33) for part in rgba(colour)[:3]]
    return "#" + "".join(f"{part:02x}" for part in mixed)
