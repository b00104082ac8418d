"""What a sentence says of the standing of one event: who says so, who denies it, and whether it is so."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from eventmap.events.attribution import Attribution
from eventmap.events.syntax import clause_head
from eventmap.lexicon import words
from eventmap.model import Status

_HEARSAY = words("hearsay_adverbs")


def sources_of(head: int, readings: Sequence[Attribution]) -> tuple[list[str], list[str], bool]:
    """Who reports the event at token `head`, who denies it, and whether it is only claimed."""
    sources, deniers, claimed = [], [], False
    for attribution in readings:
        start, end = attribution.scope
        if not start <= head < end or attribution.governor == head:
            continue
        if attribution.stance == "denies":
            deniers.append(attribution.name)
        elif attribution.name not in sources:
            sources.append(attribution.name)
            claimed = claimed or attribution.stance == "claims"
    return sources, deniers, claimed


def status_of(head: Token, planned: bool, denied: bool, claimed: bool) -> Status:
    """The standing of an event: denied before claimed before planned."""
    if denied:
        return "denied"
    if planned:
        return "planned"
    clause = clause_head(head)
    hearsay = any(child.lower_ in _HEARSAY for node in {clause, head} for child in node.children)
    return "claimed" if claimed or hearsay else "reported"
