"""What the plain words beside a name say that it is: "X County", "the city of X", "X River", "X Police Department"."""

from __future__ import annotations

import re

from eventmap.lexicon import words

CUES = ("county", "nation", "region", "city", "water", "body")

_COUNTY = frozenset({"county", "counties", "parish", "parishes", "co", "borough"})
_NATION = frozenset({"country", "nation", "republic", "kingdom", "sultanate", "emirate"})
_REGION = words("region_designators") | {"states", "provinces", "oblasts", "regions"}
_CITY = words("city_designators") | {"suburbs", "metro", "downtown", "township", "mayor"}
_WATER = frozenset(
    {"river", "lake", "creek", "bay", "sea", "ocean", "gulf", "strait", "canal", "mountains", "mountain"}
)
_BODY = frozenset(
    {"university", "college", "school", "high", "elementary", "police", "hospital", "church", "court", "council",
     "airport", "department", "sheriff", "times", "news", "herald", "club", "fc", "united", "association", "museum"}
)  # fmt: skip
_NEXT = re.compile(r"[ \t\n]+([^\W\d_]+)")
# "Marion, Lake and Citrus counties"
_SHARED = re.compile(
    r"(?:(?:,| and| or|, and|, or) [A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*)?){1,6} (counties|parishes|states)\b"
)
_BEFORE = re.compile(r"\b([^\W\d_]+)(?: of(?: the)?)?[ \t\n]+$")
_REACH = 60


def cue_of(text: str, start: int, end: int) -> str:
    """What the words around, or at the ends of, the name `text[start:end]` call it: one of `CUES`, "" if nothing."""
    after = _NEXT.match(text, end)
    before = _BEFORE.search(text, max(0, start - _REACH), start)
    inside = text[start:end].lower().replace(".", "").split()
    told = [inside[-1]] if len(inside) > 1 else []
    if shared := _SHARED.match(text, end, min(len(text), end + 2 * _REACH)):
        told.append(shared[1])
    if after:
        told.append(after[1].lower())
    if before:
        told.append(before[1].lower())
    if len(inside) > 1:
        told.append(inside[0])
    for word in told:
        for cue, known in zip(CUES, (_COUNTY, _NATION, _REGION, _CITY, _WATER, _BODY), strict=True):
            if word in known:
                return cue
    return ""
