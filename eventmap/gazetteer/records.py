"""What the gazetteer answers with: entries, and hits that say by which kind of name an entry was found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from eventmap.model import Mention, Place, PlaceCandidate, PlaceKind, Precision, Reading, Span

NameType = Literal["primary", "alternate", "abbreviation", "demonym"]
NAME_TYPES: tuple[NameType, ...] = ("primary", "alternate", "abbreviation", "demonym")


@dataclass(frozen=True, slots=True)
class Entry:
    """A place of the gazetteer.

    Attributes:
        id: GeoNames id as a string, or `area:…`, `border:…` or `airport:…` where GeoNames' is not known.
        lat, lon: WGS84 degrees; the middle of a region, a country or an area, as its source puts it.
        country: ISO 3166-1 alpha-2; "" for an area that is in no single country.
        admin1, admin2: GeoNames codes of the first- and second-level region ("LA", "079"), "" where not known.
        admin1_name: the name of the first-level region, "" where there is none.
        population: of a region, the sum of its towns in the gazetteer; 0 where not known.
        feature: GeoNames feature code where known (PPL, PPLC, PCLI, ADM1, ADM2, AIRP), else the sort of area (AREA,
            SEA …) or BORDER. Towns of the shipped list are PPL, or PPLC where they are a capital; those of a GeoNames
            dump have their own code.
        countries: all countries of an area or a crossing; `(country,)` otherwise.
    """

    id: str
    name: str
    kind: PlaceKind
    lat: float
    lon: float
    country: str
    admin1: str
    admin1_name: str
    admin2: str
    population: int
    feature: str
    countries: tuple[str, ...]

    @property
    def precision(self) -> Precision:
        """How exactly a point stands for the place: a region and an area are drawn as rings, never as points."""
        if self.kind == "country":
            return "country"
        return "region" if self.kind in ("region", "area") else "point"

    def place(self, mention: Span, why: str, confidence: float, candidates: tuple[PlaceCandidate, ...] = ()) -> Place:
        """This place as the place of an event.

        Args:
            mention: the words that name it.
            why: why they were read so, in words for the reader.
            confidence: how sure it is that they mean this place (0–1).
            candidates: the next places that they could mean, the likeliest first.
        """
        return Place(
            id=self.id,
            name=self.name,
            kind=self.kind,
            lat=self.lat,
            lon=self.lon,
            country=self.country,
            admin1=self.admin1_name,
            precision=self.precision,
            mention=mention,
            why=why,
            confidence=confidence,
            candidates=candidates,
        )

    def mention(
        self, span: Span, reading: Reading, confidence: float, why: str, alternatives: tuple[tuple[str, str], ...] = ()
    ) -> Mention:
        """This place as what a toponym was resolved to."""
        return Mention(
            start=span.start,
            end=span.end,
            text=span.text,
            reading=reading,
            id=self.id,
            name=self.name,
            kind=self.kind,
            lat=self.lat,
            lon=self.lon,
            country=self.country,
            admin1=self.admin1_name,
            confidence=confidence,
            why=why,
            alternatives=alternatives,
        )


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry found under a name, and what that name is to it."""

    entry: Entry
    name_type: NameType
