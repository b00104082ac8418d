"""Seasons and holidays: "in the summer of 2021", "in the spring", "Christmas Day"."""

from __future__ import annotations

import datetime as dt
import re

from eventmap.counts.numerals import word_set
from eventmap.dates import periods
from eventmap.dates.periods import EASTER_DAYS, HOLIDAYS, SEASONS, Period
from eventmap.dates.rule import Anchor, Rule, Site, first_words
from eventmap.dates.words import YEAR, pattern

SEASON = "(?:" + "|".join(SEASONS) + r")\b"
_ANY_SEASON = "(?:" + "|".join(f"{name}|{name.capitalize()}" for name in SEASONS) + r")\b"
_EASTERN = word_set("orthodox coptic eastern greek russian ukrainian serbian ethiopian armenian julian")
_HOLIDAY = "|".join(name.title().replace("’S", "[’']s") for name in (*HOLIDAYS, *EASTER_DAYS))


def season_near(name: str, day: dt.date, steps: int, *, south: bool = False) -> Period:
    """The season that is or was last (0), the last complete one (-1) or the next one (1), seen from `day`."""
    years = (day.year - 2, day.year - 1, day.year)
    begun = [found for year in years if (found := periods.season(name, year, south=south)).start <= day]
    current = begun[-1]
    if steps > 0:
        return periods.season(name, current.start.year + 1, south=south)
    if steps < 0 and current.end >= day:
        return begun[-2]
    return current


def _season(match: re.Match[str], anchor: Anchor) -> Period | None:
    name = match["season"].lower()
    if match["year"]:
        return periods.season(name, int(match["year"][:4]), south=anchor.south)
    return season_near(name, anchor.day, int(anchor.future), south=anchor.south) if anchor.day else None


def _season_guard(match: re.Match[str], site: Site) -> bool:
    if match["year"]:
        return not (site.before is not None and site.before.text[:1].isupper() and site.before.tag_ in ("NNP", "JJ"))
    return site.word_before() in ("in", "during", "over", "since", "throughout") and not site.tag_after().startswith(
        ("N", "IN")
    )


def _holiday_guard(match: re.Match[str], site: Site) -> bool:
    """The eastern churches keep other days."""
    return site.word_before() not in _EASTERN


def _holiday(match: re.Match[str], anchor: Anchor) -> Period | None:
    name = match["name"].lower().replace("'", "’")
    if match["year"]:
        return periods.day(periods.holiday(name, int(match["year"])))
    if anchor.day is None:
        return None
    days = [periods.holiday(name, anchor.day.year + offset) for offset in (-1, 0, 1)]
    if anchor.future:
        return periods.day(next(day for day in days if day >= anchor.day))
    return periods.day(next(day for day in reversed(days) if day <= anchor.day))


RULES = (
    Rule(
        first_words("the", more=SEASONS),
        pattern(rf"(?:(?i:the) )?(?P<season>{_ANY_SEASON}) (?:of )?(?P<year>{YEAR}(?:[-–/]\d\d)?)"),
        _season,
        _season_guard,
    ),
    Rule(first_words("the"), pattern(rf"the (?P<season>{SEASON})(?P<year>\b\B)?"), _season, _season_guard),
    Rule(
        first_words(more=(name.split()[0].removesuffix("’s") for name in (*HOLIDAYS, *EASTER_DAYS))),
        pattern(rf"(?P<name>{_HOLIDAY})\b(?:,? (?:in )?(?P<year>{YEAR}))?"),
        _holiday,
        _holiday_guard,
    ),
)
