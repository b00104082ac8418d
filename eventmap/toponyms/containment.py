"""Which places lie in which: a town in its region, a region in its country, either in an area such as the Sahel."""

from __future__ import annotations

from eventmap.gazetteer import Entry, Gazetteer
from eventmap.gazetteer.geometry import in_box


def lies_in(entry: Entry, wider: Entry, gazetteer: Gazetteer) -> bool:
    """Whether `entry` lies in the country, region or area `wider`; False for the same place.

    Regions are told by their codes; an area by its countries and its box.
    """
    if entry.id == wider.id:
        return False
    if wider.kind == "country":
        return entry.kind != "country" and entry.countries == (wider.country,)
    if wider.kind == "region":
        same = entry.country == wider.country and entry.admin1 == wider.admin1
        finer = entry.kind not in {"country", "area", "border_crossing"} and (
            entry.kind != "region" or (entry.feature == "ADM2" and wider.feature == "ADM1")
        )
        return same and finer and (not wider.admin2 or entry.admin2 == wider.admin2)
    if wider.kind != "area" or (wider.countries and entry.country not in wider.countries):
        return False
    box = gazetteer.box(wider.id)
    if box is None or entry.kind == "country":
        return len(wider.countries) > 1 and entry.kind == "country"
    return in_box(box, entry.lat, entry.lon)
