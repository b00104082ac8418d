"""Dates: when, as ranges of days, from the absolute and relative expressions of a parsed paragraph."""

from eventmap.dates.find import DateReader, find_dates
from eventmap.dates.mention import DateMention

__all__ = ["DateMention", "DateReader", "find_dates"]
