"""When an event happened: which date of its sentence belongs to it."""

from __future__ import annotations

from spacy.tokens import Token

from eventmap.dates import DateMention
from eventmap.events.reading import SentenceReading
from eventmap.events.syntax import SUBJECTS, ancestors, clause_head
from eventmap.lexicon import words
from eventmap.model import DateRange
from eventmap.triggers import Trigger

_REPORTING = words("reporting_verbs") | words("reporting_verbs_strict") | words("claiming_verbs")


def date_of(trigger: Trigger, reading: SentenceReading) -> DateRange | None:
    """When the event happened, if a date of its sentence belongs to its clause."""
    head = reading.span.doc[trigger.head]
    best: tuple[float, DateMention] | None = None
    for date in reading.dates:
        fits = _fit(head, trigger, date) if date.relation in {"", "since"} else 0.0
        if date.value is not None and fits > (best[0] if best else 0.0):
            best = (fits, date)
    return best[1].value if best else None


def _fit(head: Token, trigger: Trigger, date: DateMention) -> float:
    """How well a date belongs to the trigger (0: not at all)."""
    doc = head.doc
    before = next((token for token in reversed(doc[: date.token_start]) if token.pos_ not in {"ADP", "DET"}), None)
    if before is not None and before.i != head.i and before.lemma_.lower() in _REPORTING and before.pos_ == "VERB":
        return 0.6 if before.i > trigger.head and head in before.children and head.dep_ == "nsubjpass" else 0.0
    governor = doc[date.token_start : date.token_end].root
    while governor.dep_ in {"pobj", "prep", "npadvmod", "pcomp", "conj", "compound", "nummod", "appos"}:
        if governor.head == governor or governor.pos_ == "VERB":
            break
        governor = governor.head
        if governor.pos_ in {"VERB", "AUX"} or governor.i in trigger.tokens:
            break
    clause, own = clause_head(governor), clause_head(head)
    if governor.i in trigger.tokens:
        return 1.0
    if clause == own:
        spoken = own != head and own.lemma_.lower() in _REPORTING and head.dep_ not in SUBJECTS | {"dobj"}
        return 0.0 if spoken else 0.9
    if any(trigger_token in {t.i for t in governor.subtree} for trigger_token in trigger.tokens) and (
        governor.lemma_.lower() in _REPORTING
    ):
        return 0.0
    if clause in ancestors(own):
        return 0.0 if clause.lemma_.lower() in _REPORTING or own.dep_ in {"relcl", "acl"} else 0.6
    if own in ancestors(clause):
        return 0.0 if clause.dep_ in {"relcl", "acl", "advcl", "ccomp"} else 0.5
    return 0.0
