"""Counts: how many people (or things) a parsed paragraph speaks of, as ranges with their words."""

from eventmap.counts.find import find_counts
from eventmap.counts.mention import CountMention

__all__ = ["CountMention", "find_counts"]
