"""When an event happened: which date of its sentence belongs to it."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from eventmap.dates import DateMention
from eventmap.events.reading import SentenceReading
from eventmap.events.syntax import SUBJECTS, ancestors, clause_head
from eventmap.lexicon import words
from eventmap.model import DateRange
from eventmap.triggers import Trigger

_REPORTING = words("reporting_verbs") | words("reporting_verbs_strict") | words("claiming_verbs")
_OF_THE_DATE = frozenset({"pobj", "prep", "npadvmod", "pcomp", "conj", "compound", "nummod", "appos", "nmod", "poss"})
# A date before a noun ("Sunday's attack") is that noun's. What is told with it has the same date only if it happened in
# or at it, or if the noun is a part of the clause itself.
_AT_IT = frozenset({"in", "during", "at", "amid", "since"})
# What follows these happened before the clause that has the date, or because of it on a day of its own.
_ELSEWHEN = frozenset({"after", "before", "since", "until", "till", "because"})
_BEGINNING = frozenset({"begin", "start", "erupt", "break", "resume", "launch", "flare", "intensify"})
# With these, what came before is the same incident ("died on Monday after a bus overturned").
_HARMED = frozenset({"die", "kill", "injure", "wound", "hurt", "hospitalise", "hospitalize", "drown", "perish"})


def date_of(trigger: Trigger, reading: SentenceReading) -> DateRange | None:
    """When the event happened, if a date of its sentence belongs to its clause."""
    head = reading.span.doc[trigger.head]
    others = {token for other in reading.triggers if other is not trigger for token in other.tokens}
    others -= set(trigger.tokens)
    best: tuple[float, DateMention] | None = None
    for date in reading.dates:
        unknown = date.value is None and date.origin is None and date.dates_token is None
        if unknown or date.relation in {"until", "by"}:
            continue
        fits = _fit(head, trigger, date, others)
        if fits > (best[0] if best else 0.0):
            best = (fits, date)
    if best is None:
        return None
    return best[1].origin if _is_origin(head, best[1]) else best[1].value


def _is_origin(head: Token, date: DateMention) -> bool:
    """Whether the event is what a "since" counts from ("since rebels attacked it on Friday"), and did not go on."""
    within = date.token_start < head.i < date.token_end or _is_named_by(head, date)
    goes_on = head.dep_ in SUBJECTS and head.head.lemma_.lower() in _BEGINNING
    return date.since and within and not goes_on


def _fit(head: Token, trigger: Trigger, date: DateMention, others: set[int]) -> float:
    """How well a date belongs to the trigger (0: not at all); `others` are the words of the other triggers."""
    doc = head.doc
    if date.dates_token is not None:
        return 1.1 if _is_dated(head, trigger, doc[date.dates_token]) else 0.0
    before = next((token for token in reversed(doc[: date.token_start]) if token.pos_ not in {"ADP", "DET"}), None)
    if before is not None and before.i != head.i and before.lemma_.lower() in _REPORTING and before.pos_ == "VERB":
        return 0.6 if before.i > trigger.head and head in before.children and head.dep_ == "nsubjpass" else 0.0
    limit, named = 0.9, False
    root = governor = _root(doc, date)
    for governor in _governors(root, date):
        if governor.i in trigger.tokens and (governor.pos_ == "NOUN" or date.relation in {"", "since"}):
            return 1.0
        if date.relation in {"before", "after"} and governor.pos_ != "ADP":
            return 0.0
        if governor.pos_ in {"VERB", "AUX"}:
            break
        if governor.i in others or governor.pos_ in {"NOUN", "PROPN"}:
            shares = governor.dep_ in SUBJECTS | {"dobj", "attr", "ROOT"} or governor.head.lower_ in _AT_IT
            named = named or governor.i in others or _is_named_by(governor, date)
            if governor.dep_ == "compound":
                continue
            if named and not shares:
                return 0.0
            limit = 0.6 if named else limit
    first = doc[date.token_start]
    outside = date.since and first.dep_ == "mark" and not date.token_start < head.i < date.token_end
    clause = first.head.head if outside else governor
    return min(limit, _clause_fit(clause_head(clause), clause_head(head), head, date))


def _root(doc: Doc, date: DateMention) -> Token:
    """The word of a date that stands with the rest of the sentence."""
    tokens = list(doc[date.token_start : date.token_end])
    heads = [token for token in tokens if token.head not in tokens and token.dep_ not in {"det", "punct"}]
    return heads[-1] if heads else doc[date.token_start : date.token_end].root


def _governors(token: Token, date: DateMention) -> Iterator[Token]:
    """What the date stands with, from the nearest word to the verb of its clause."""
    while token.dep_ in _OF_THE_DATE and token.head != token and token.pos_ != "VERB":
        token = token.head
        if not date.token_start <= token.i < date.token_end:
            yield token
    yield token


def _is_named_by(noun: Token, date: DateMention) -> bool:
    """Whether the date stands before the noun ("Sunday's attack", "the 3 May vote")."""
    return any(
        date.token_start <= child.i < date.token_end and child.dep_ in {"poss", "compound", "nummod", "nmod", "amod"}
        for child in noun.children
    )


def _is_dated(head: Token, trigger: Trigger, word: Token) -> bool:
    """Whether what a distance dates ("a day after police arrested …") is the event."""
    return word.i in trigger.tokens or clause_head(head) == word or (word.pos_ == "NOUN" and word in ancestors(head))


def _clause_fit(clause: Token, own: Token, head: Token, date: DateMention) -> float:
    """How well a date in the clause of the verb `clause` belongs to an event in the clause of the verb `own`."""
    # A date that opens its sentence is at times parsed as the head of the clause after it.
    if own.dep_ == "relcl" and date.token_start <= own.head.i < date.token_end:
        return 0.8
    if clause == own:
        spoken = own != head and own.lemma_.lower() in _REPORTING and head.dep_ not in SUBJECTS | {"dobj"}
        return 0.0 if spoken else 0.9
    if clause in ancestors(own):
        harmed = clause.lemma_.lower() in _HARMED and clause.i < own.i
        between = [node for node in ancestors(own) if clause in ancestors(node) and node != clause]
        apart = any(_is_elsewhen(node) for node in between) and not harmed
        if clause.lemma_.lower() in _REPORTING or apart:
            return 0.0
        thrown = own.dep_ == "acl" and own.head.dep_ == "nsubj" and own.head.head == clause  # "a grenade thrown …"
        same = harmed or (thrown and clause.lemma_.lower() in _HARMED)
        return 0.6 if own.dep_ not in {"relcl", "acl"} else 0.4 if same else 0.0
    if own in ancestors(clause):
        return 0.0 if clause.dep_ in {"relcl", "acl", "advcl", "ccomp"} else 0.5
    return 0.0


def _is_elsewhen(verb: Token) -> bool:
    """Whether the clause of a verb tells of what came before or after ("after police shot a man")."""
    marks = (child.lower_ for child in verb.children if child.dep_ == "mark")
    governed = verb.dep_ in {"pcomp", "pobj"} and verb.head.lower_ in _ELSEWHEN
    return governed or any(mark in _ELSEWHEN for mark in marks)
