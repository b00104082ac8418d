"""What a denial denies: the thing that it names, or what was said before it; and what only sounds like a denial."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from eventmap.events.syntax import SUBJECTS, children, dependents
from eventmap.lexicon import words

_CLAIM_NOUNS = words("claim_nouns")
_FALSE = words("false_words")
_NOT_DENIED = words("undeniable_nouns")
_THAT = frozenset({"this", "that", "it", "these", "those", "them"})
_CLAUSES = ("ccomp", "xcomp", "pcomp", "acl", "relcl")


def denies_it(verb: Token) -> bool:
    """Whether a verb such as "deny" or "reject" denies that something is so.

    "Denied them entry", "denied any involvement" and "rejected the offer" do not: of these verbs only "deny" denies a
    thing by its own name ("denied the killings").
    """
    clauses = [clause for clause in children(verb, "ccomp", "xcomp") if clause.pos_ in {"VERB", "AUX"}]
    told = any(clause.tag_ != "VB" or children(clause, "aux") for clause in clauses)  # "denied him bail" has none
    if told or (verb.dep_ == "relcl" and _is_that(verb.head)):
        return True
    if any(child.dep_ == "auxpass" for child in dependents(verb)) or (verb.dep_ == "acl" and verb.tag_ == "VBN"):
        return all(noun.lemma_.lower() not in _NOT_DENIED for noun in _denied(verb))
    objects = children(verb, "dobj")
    if any(_is_that(noun) for noun in objects):
        return True
    named = [noun for noun in objects if noun.lemma_.lower() not in _NOT_DENIED or noun.lemma_ == "charge"]
    return verb.lemma_ == "deny" and bool(named) and not children(verb, "dative")


def called_false(verb: Token) -> bool:
    """Whether a verb calls something untrue: "called the report false", "described it as a fabrication"."""
    judged = [child for child in dependents(verb) if child.i > verb.i]
    below = [word for child in judged for word in (child, *dependents(child), *_grandchildren(child))]
    return any(word.lower_ in _FALSE for word in below) and any(_is_that(word) for word in below)


def found_false(be: Token) -> Token | None:
    """The claim that a sentence with "to be" finds untrue ("reports that … were wrong"), None where it does not."""
    verdict = [word.lower_ for child in children(be, "attr", "acomp") for word in (child, *dependents(child))]
    if not any(word in _FALSE for word in verdict):
        return None
    return next((noun for noun in children(be, *SUBJECTS) if noun.lemma_.lower() in _CLAIM_NOUNS), None)


def points_back(verb: Token) -> bool:
    """Whether a denial is of what was said before it: "denied it", "rejected the accusation", "called this a lie"."""
    objects = children(verb, "dobj", "oprd", "nsubjpass")
    objects += [noun for clause in children(verb, "ccomp", "xcomp") for noun in children(clause, "nsubj")]
    if any(clause.i > verb.i and children(clause, "mark") for clause in children(verb, "ccomp")):
        return False
    return any((_is_that(noun) or noun.lemma_ == "charge") and not _tells_what(noun) for noun in objects)


def denies_charge(verb: Token) -> bool:
    """Whether what is denied is a charge, which may be one that a court brings, and not the thing that it tells of."""
    return any(noun.lemma_ == "charge" for noun in children(verb, "dobj"))


def _is_that(noun: Token) -> bool:
    return noun.lower_ in _THAT or noun.lemma_.lower() in _CLAIM_NOUNS


def _tells_what(noun: Token) -> bool:
    return bool(children(noun, *_CLAUSES)) or any(child.lower_ in {"of", "about"} for child in children(noun, "prep"))


def _denied(verb: Token) -> Iterable[Token]:
    return [verb.head] if verb.dep_ == "acl" else children(verb, "nsubjpass")


def _grandchildren(token: Token) -> list[Token]:
    return [below for child in dependents(token) for below in dependents(child)]
