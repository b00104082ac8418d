"""What a sentence says of the standing of one event: who says so, who denies it, and whether it is so."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from eventmap.events.attribution import Attribution
from eventmap.events.syntax import ancestors, children, clause_head, dependents
from eventmap.lexicon import words
from eventmap.model import Status

_HEARSAY = words("hearsay_adverbs")
_HEARSAY_ADJECTIVES = words("hearsay_adjectives")
_HEARSAY_PASSIVES = words("hearsay_passives")
_CLAIMED_NOUNS = words("claimed_nouns")


def sources_of(head: int, readings: Sequence[Attribution]) -> tuple[list[str], list[str], bool]:
    """Who reports the event at token `head`, who denies it, and whether it is only claimed.

    An event that is itself something said ("condemned", "accused") has who says it as its source.
    """
    sources, deniers, claimed = [], [], False
    is_saying = any(attribution.governor == head and attribution.speech_act for attribution in readings)
    for attribution in readings:
        start, end = attribution.scope
        said = attribution.governor == head
        if not (attribution.speech_act if said else start <= head < end):
            continue
        if attribution.stance == "denies" and not said:
            # Who denies an accusation does not deny that it was made.
            deniers += [] if is_saying else [attribution.name]
        elif attribution.name not in sources:
            sources.append(attribution.name)
            claimed = claimed or (attribution.stance == "claims" and not said)
    return [name for name in sources if name not in deniers], list(dict.fromkeys(deniers)), claimed


def status_of(head: Token, planned: bool, denied: bool, claimed: bool) -> Status:
    """The standing of an event: denied before planned before claimed."""
    if denied:
        return "denied"
    if planned:
        return "planned"
    return "claimed" if claimed or _is_hearsay(head) else "reported"


def _is_hearsay(head: Token) -> bool:
    """Whether the text tells it as hearsay: "allegedly", "an alleged …", "is said to have", "is accused of"."""
    clause = clause_head(head)
    if any(child.lower_ in _HEARSAY for node in {clause, head} for child in dependents(node)):
        return True
    below: Token | None = None
    for node in ancestors(head):
        doubted = any(child.lower_ in _HEARSAY_ADJECTIVES for child in children(node, "amod"))
        if below is None:
            if doubted:
                return True
        elif node.pos_ == "NOUN":
            if below.dep_ in {"prep", "acl", "ccomp", "relcl"} and (doubted or node.lemma_.lower() in _CLAIMED_NOUNS):
                return True
        elif below.dep_ in {"xcomp", "prep", "ccomp"} and _tells_hearsay(node):
            return True
        below = node
    return False


def _tells_hearsay(verb: Token) -> bool:
    """Whether a verb is a passive that tells what nobody in particular says ("is said to", "was accused of")."""
    passive = bool(children(verb, "auxpass", "nsubjpass")) or (verb.dep_ == "acl" and verb.tag_ == "VBN")
    return passive and not children(verb, "agent") and verb.lemma_.lower() in _HEARSAY_PASSIVES
