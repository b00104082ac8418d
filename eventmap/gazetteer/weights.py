"""How much a place weighs among others of the same name before anything is known of the text."""

from collections.abc import Sequence

from eventmap.gazetteer.records import Entry, Hit

_AREA = 1_000_000
_CROSSING = 10_000
_SMALL = 20_000  # sites, and areas such as lakes: many a town is called after its lake
_LARGE = frozenset({
    "AREA", "CANAL", "CONT", "DESERT", "GULF", "ISLANDS", "MOUNTAINS", "OCEAN", "OCN", "PENINSULA", "RIVER",
    "SEA", "STRAIT", "UNION"
})  # fmt: skip
_COUNTRY = 10
_NAME_TYPES = {"primary": 1.0, "abbreviation": 0.5, "demonym": 0.5, "alternate": 0.2}
_MOSTLY = 3  # a third of the region's people: sections of big towns are counted twice in a region's sum
_BEHIND_TOWN = 0.3


def standing(entry: Entry) -> int:
    """Population, or, for what has none, that of a town which news stories would name as readily."""
    if entry.kind == "area":
        return max(entry.population, _AREA if entry.feature in _LARGE else _SMALL)
    return max(entry.population, {"site": _SMALL, "border_crossing": _CROSSING}.get(entry.kind, 1))


def chief_towns(hits: Sequence[Hit]) -> dict[str, Hit]:
    """The town of the same name, by the id of each region that comes second to it.

    Whoever writes "Moscow" means the town, although its region has as many people; and so with a region of which the
    name is the short one of two, as "Donetsk" is of Donetsk Oblast.
    """
    towns: dict[tuple[str, str], Hit] = {}
    for hit in hits:
        region = (hit.entry.country, hit.entry.admin1)
        if hit.entry.kind == "city" and (region not in towns or hit.entry.population > towns[region].entry.population):
            towns[region] = hit
    found = {}
    for hit in hits:
        town = towns.get((hit.entry.country, hit.entry.admin1))
        if hit.entry.kind != "region" or not town:
            continue
        short = hit.name_type == "alternate" and town.name_type == "primary"
        if short or town.entry.population * _MOSTLY >= hit.entry.population:
            found[hit.entry.id] = town
    return found


def by_population(hits: Sequence[Hit]) -> list[Hit]:
    """Countries first, then the most populous; a region that is little more than its town after that town."""
    chief = chief_towns(hits)

    def key(hit: Hit) -> tuple[bool, float]:
        town = chief.get(hit.entry.id)
        return hit.entry.kind != "country", 0.5 - standing(town.entry) if town else -standing(hit.entry)

    return sorted(hits, key=key)


def weights(hits: Sequence[Hit]) -> list[float]:
    """Each hit's standing, less for a name that is not the place's first, more for a country."""
    chief = chief_towns(hits)
    return [_weight(chief[hit.entry.id]) * _BEHIND_TOWN if hit.entry.id in chief else _weight(hit) for hit in hits]


def _weight(hit: Hit) -> float:
    return standing(hit.entry) * _NAME_TYPES[hit.name_type] * (_COUNTRY if hit.entry.kind == "country" else 1)
