"""What the gazetteer has for a stretch of text that is known to be a toponym, however it is written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eventmap.gazetteer import Gazetteer, Hit

_EDGES = " \t\n.,;:!?()[]\"“”'’‘"
_POSSESSIVE = re.compile(r"(?:['’]s|['’])$")
_SHORT_WORDS = (
    (re.compile(r"\bCo\.(?=\W|$)"), "County"),
    (re.compile(r"\bN\.(?= [A-Z])"), "North"),
    (re.compile(r"\bS\.(?= [A-Z])"), "South"),
    (re.compile(r"\bE\.(?= [A-Z])"), "East"),
    (re.compile(r"\bW\.(?= [A-Z])"), "West"),
    (re.compile(r"\bTwp\.?(?=\W|$)"), "Township"),
)
_PART_WORDS = re.compile(
    r"^(?:(?:greater|downtown|uptown|metropolitan|metro|upper|lower|inner|outer|central|north|south|east|west|mid"
    r"|northern|southern|eastern|western|north-?east(?:ern)?|north-?west(?:ern)?|south-?east(?:ern)?|south-?west(?:ern)?"
    r"|city of|town of|village of|state of|province of|port of|the|old|rural)[ -])+",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\s/–—-]+")
_MOST_WORDS = 12
# Words of names of bodies and buildings that are also names of hamlets somewhere.
_NOUNS = frozenset(
    {"house", "center", "centre", "council", "station", "college", "university", "school", "police",
     "department", "office", "court", "hospital", "church", "park", "hall", "bank", "club", "fire", "force",
     "union", "army", "times", "news", "world", "cup", "city", "county", "state", "street", "road", "avenue",
     "bridge", "island", "north", "south", "east", "west", "new", "old", "saint", "general", "national",
     "international", "federal", "central", "high", "red", "cross"}
)  # fmt: skip


def hits_of(text: str, gazetteer: Gazetteer) -> list[Hit]:
    """The entries of a marked toponym, the likeliest first: of the whole, else of the part of it that names a place.

    "W. Springfield", "Loudon Co." and "N.Y" are read as they are meant, "Greater Leeds" as Leeds, and of a longer name
    ("University of Leeds") the longest part that the gazetteer knows is taken.
    """
    whole = _POSSESSIVE.sub("", text.strip(_EDGES)) or text
    for form in dict.fromkeys(_forms(text, whole)):
        if hits := gazetteer.lookup(form) or gazetteer.demonym(form):
            return hits
    return _of_part(whole, gazetteer)


def _forms(text: str, whole: str) -> Iterator[str]:
    yield text
    yield whole
    spelt = whole
    for short, long in _SHORT_WORDS:
        spelt = short.sub(long, spelt)
    yield spelt
    if len(whole) <= 4 and "." in text and whole.replace(".", "").isupper():
        yield whole.replace(".", "")
    yield _PART_WORDS.sub("", whole)
    if whole.endswith("s"):
        yield whole.removesuffix("s")


def _of_part(text: str, gazetteer: Gazetteer) -> list[Hit]:
    words = list(_WORD.finditer(text))[:_MOST_WORDS]
    for length in range(len(words) - (len(words) > 1), 0, -1):
        found: list[list[Hit]] = []
        for first in range(len(words) - length + 1):
            part = text[words[first].start() : words[first + length - 1].end()]
            if not part[:1].isupper() or (length == 1 and part.lower() in _NOUNS):
                continue
            if hits := gazetteer.lookup(part) or gazetteer.demonym(part):
                found.append(hits)
        if found:
            return max(found, key=lambda hits: hits[0].entry.population)
    return []
