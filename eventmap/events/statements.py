"""What a verb that only sometimes tells something needs to do so ("data show that …", "counted 62 arrests")."""

from __future__ import annotations

from spacy.tokens import Token

from eventmap.events.syntax import children
from eventmap.lexicon import words

_VISUALS = words("visual_nouns")
_COUNTS = frozenset({"count", "document", "list", "record", "register", "tally", "verify"})
_PUTS = frozenset({"put", "place", "peg"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})


def has_statement(verb: Token) -> bool:
    """Whether what was said is a clause of its own: "data show that …", "…, court papers show"."""
    if any(noun.lemma_.lower() in _VISUALS for noun in children(verb, "nsubj")):
        return bool(children(verb, "ccomp"))
    return any(
        children(clause, "mark")
        or clause.tag_ in _FINITE
        or any(aux.tag_ in _FINITE for aux in children(clause, "aux", "auxpass"))
        for clause in children(verb, "ccomp")
    )


def gives_figure(verb: Token) -> bool:
    """Whether the verb gives a number: "counted 62 arrests", "put the dead at 92"."""
    lemma = verb.lemma_.lower()
    counted = lemma in _COUNTS and any(children(noun, "nummod") for noun in children(verb, "dobj"))
    return counted or (lemma in _PUTS and any(child.lower_ == "at" for child in verb.subtree if child.dep_ == "prep"))
