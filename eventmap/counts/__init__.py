"""Counts: how many people (or things) a parsed paragraph speaks of, as ranges with their words."""

from eventmap.counts.fate import severity
from eventmap.counts.find import find_counts
from eventmap.counts.mention import CountMention
from eventmap.counts.single import is_one_person, together

__all__ = ["CountMention", "find_counts", "is_one_person", "severity", "together"]
