"""How a place was read, for the passages: how exact its mark is, how sure the place, why, and what else it could be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from eventmap.certainty import is_uncertain, sureness
from eventmap.mapview import legend_icon, uncertain_icon
from eventmap.model import Event, Mention, Place, PlaceCandidate, PlaceKind
from eventmap.theme import theme
from eventmap.wording import not_placed_phrase, why_phrase

from . import chrome

_MOST_CANDIDATES = 5
_DOUBT = "The text may mean another place of this name, so the mark is hollow."
_PRECISION: Mapping[PlaceKind, str] = {
    "city": "Exact to the town: where in it, the mark does not say.",
    "site": "Exact to the site.",
    "border_crossing": "Exact to the crossing.",
    "region": "Somewhere in this region; the mark only shows its middle.",
    "country": "Somewhere in this country; the mark only shows its middle.",
    "area": "Somewhere in this area; the mark only shows its middle.",
}


def icon(events: Sequence[Event]) -> str:
    """The outline that the place of `events` is drawn with, as an HTML element."""
    place, colours = _places(events)[0], theme(chrome.mode())
    drawn = uncertain_icon(colours) if is_uncertain(_sure(events)) else legend_icon(place.kind, colours.muted)
    return f'<img src="{drawn}" alt="">'


def sureness_html(events: Sequence[Event]) -> str:
    """How sure it is that this place, which all of `events` share, is the one meant, and the next candidates."""
    sure = _sure(events)
    words, note = f"<b>How sure of the place:</b> {sureness(sure)}.", _precision(_places(events)[0])
    if is_uncertain(sure):
        words, note = f'<span class="em-status">{sureness(sure).capitalize()}</span>', _DOUBT
    others = _others(_candidates(_places(events)), is_uncertain(sure))
    return f'<p class="em-fine">{words} {escape(note)}</p>{others}'


def why_html(event: Event) -> str:
    """What in the text puts the event at its place, and how sure that is."""
    if event.place is None:
        return ""
    why, sure = why_phrase(event.place.mention.text, event.place.why), sureness(event.place.confidence)
    return f'<span class="em-fine"><b>Why this place:</b> {escape(why)} ({sure}).</span>'


def unplaced_html(mentions: Sequence[Mention]) -> str:
    """The places that a passage names and that are none of the gazetteer's, and why."""
    if not mentions:
        return ""
    named = ". ".join(escape(f"“{mention.text}”, {not_placed_phrase(mention)}") for mention in mentions)
    return f'<span class="em-fine"><b>Named, not placed:</b> {named}.</span>'


def _places(events: Sequence[Event]) -> list[Place]:
    return [event.place for event in events if event.place]


def _sure(events: Sequence[Event]) -> float:
    """As sure as the surest of the mentions, which is what the map draws."""
    return max(place.confidence for place in _places(events))


def _precision(place: Place) -> str:
    """How far the mark can be trusted, in words."""
    if place.kind == "border_crossing" and place.precision == "region":
        return "Somewhere along this border; the mark only shows its main crossing."
    return _PRECISION[place.kind]


def _candidates(places: Sequence[Place]) -> list[PlaceCandidate]:
    """What else the words that name a place could mean, each once."""
    found = {other.id: other for place in places for other in place.candidates if other.id != place.id}
    return list(found.values())[:_MOST_CANDIDATES]


def _others(candidates: Sequence[PlaceCandidate], shown: bool) -> str:
    """The next candidates as HTML, folded away unless `shown`."""
    if not candidates:
        return ""
    items = "".join(f"<li>{escape(candidate.name)}</li>" for candidate in candidates)
    details = f'<details class="em-others"{" open" if shown else ""}>'
    return f"{details}<summary>Could also be</summary><ul>{items}</ul></details>"
