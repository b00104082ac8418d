"""How many an event concerns, as its sentence says."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from eventmap.counts import CountMention
from eventmap.events.reading import SentenceReading
from eventmap.events.syntax import SUBJECTS
from eventmap.lexicon import words
from eventmap.triggers import Trigger

_DRAWING = words("drawing_verbs")
_BETWEEN = frozenset({"AUX", "ADV", "PART", "PUNCT"})


def count_of(trigger: Trigger, reading: SentenceReading) -> tuple[CountMention, str] | None:
    """How many the event concerns, as its trigger's arguments say, and in what role; None where no number is given."""
    head = reading.span.doc[trigger.head]
    nearest = _just_before(head, reading.counts) if trigger.counts else None
    for token, role in trigger.counts:
        argument = head.doc[token]
        borrowed = nearest is not None and argument.i < head.i and argument.head != head
        mention = nearest if borrowed else _at(argument, reading.counts)
        if mention is not None:
            return mention, _role(mention, role)
    if nearest is not None:
        return nearest, _role(nearest, trigger.counts[0][1])
    drawn = _drawn(head, reading.counts)
    return (drawn, _role(drawn, "participants")) if drawn is not None else None


def _drawn(head: Token, counts: Sequence[CountMention]) -> CountMention | None:
    """The crowd that a gathering is said to have drawn."""
    if head.dep_ not in SUBJECTS or head.head.lemma_.lower() not in _DRAWING:
        return None
    crowds = (_at(child, counts) for child in head.head.children if child.dep_ == "dobj")
    return next((crowd for crowd in crowds if crowd is not None and crowd.is_people), None)


def _role(mention: CountMention, role: str) -> str:
    return mention.role_hint if mention.role_hint and role == "participants" else role


def _at(argument: Token, counts: Sequence[CountMention]) -> CountMention | None:
    """The count whose noun or number is the argument itself."""
    # A part is counted where it is the argument itself ("arrested four of them"), not where it only adds to one.
    direct = argument.dep_ in SUBJECTS | {"dobj"}
    found = [c for c in counts if argument.i in {c.head, c.root} and (direct or not c.part_of)]
    return found[0] if found else None


def _just_before(head: Token, counts: Sequence[CountMention]) -> CountMention | None:
    """The people counted right before a verb ("…, 40 people have been injured"), where the parse lost its subject."""
    if head.pos_ not in {"VERB", "AUX"}:
        return None
    for mention in reversed(counts):
        ends = head.doc.char_span(mention.start_char, mention.end_char, alignment_mode="expand")
        if ends is None or ends.end > head.i or mention.part_of:
            continue
        between = head.doc[ends.end : head.i]
        return mention if mention.is_people and all(token.pos_ in _BETWEEN for token in between) else None
    return None
