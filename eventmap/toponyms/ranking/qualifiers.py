"""Which of a name's places the text means where it says what they lie in: "Paris, Texas", "the Texas town of Paris"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from eventmap.gazetteer import Entry, Gazetteer, Hit
from eventmap.toponyms.containment import lies_in

# Entry id → the name of the place that it lies in, for those of a name's entries that do.
Qualified = dict[str, str]

_NAME = r"(?:[A-Z][^\W\d_]*\.?(?:[A-Z]\.)*(?:[ -](?:(?:of|and) )?[A-Z][^\W\d_]*\.?){0,3})"
_AFTER = re.compile(
    rf"(?:’s|'s)?(?:,? in |, | \(|,? near )(?:the )?(?:(?:north|south|east|west|central|rural)[a-z-]* )?({_NAME})"
)
_NEXT_AFTER = re.compile(rf", ({_NAME})")
_BEFORE = re.compile(
    rf"({_NAME})(?:’s|'s)? (?:[a-z]+ ){{0,2}}(?:city|town|village|capital|suburb|port|community)"
    r"(?: of)? $"
)
_REACH = 60
_WIDER = frozenset({"country", "region", "area"})


def qualified_by(text: str, start: int, end: int, hits: Sequence[Hit], gazetteer: Gazetteer) -> Qualified:
    """Those of `hits`, the entries of the name `text[start:end]`, that lie in a place named beside it."""
    for wider in _named_beside(text, start, end, gazetteer):
        inside = {
            hit.entry.id: around.name for hit in hits for around in wider if lies_in(hit.entry, around, gazetteer)
        }
        if inside:
            return inside
    return {}


def _named_beside(text: str, start: int, end: int, gazetteer: Gazetteer) -> list[list[Entry]]:
    """The countries, regions and areas that may be named after a name and before it, narrowest first."""
    found = []
    stop = min(len(text), end + _REACH)
    after = _AFTER.match(text, end, stop)
    if after:
        entries, last = _longest(after, text, gazetteer)
        found.append(entries)
        further = _NEXT_AFTER.match(text, last, stop)
        if further:
            found.insert(0, _longest(further, text, gazetteer)[0])
    if before := _BEFORE.search(text, max(0, start - _REACH), start):
        found.append(_wider(before[1], gazetteer) or [hit.entry for hit in gazetteer.demonym(before[1])])
    return [entries for entries in found if entries]


def _longest(match: re.Match[str], text: str, gazetteer: Gazetteer) -> tuple[list[Entry], int]:
    """The entries of the longest beginning of a matched name that the gazetteer knows, and where it ends."""
    end = match.end(1)
    while end > match.start(1):
        if entries := _wider(text[match.start(1) : end], gazetteer):
            return entries, end
        end = max(text.rfind(" ", match.start(1), end), text.rfind("-", match.start(1), end))
    return [], match.end(1)


def _wider(name: str, gazetteer: Gazetteer) -> list[Entry]:
    return [hit.entry for hit in gazetteer.lookup(name) if hit.entry.kind in _WIDER]
