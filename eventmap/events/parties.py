"""Claims of those who fight: what a party to a conflict says of its own gains and of its enemy's losses."""

from __future__ import annotations

from spacy.tokens import Token

from eventmap.events.naming_sources import Source
from eventmap.events.syntax import children
from eventmap.lexicon import words

_PARTIES = words("party_words")
_FORCES = words("state_force_nouns")
_INSURGENTS = words("insurgent_nouns")
_COMBAT = words("combat_verbs")
_OWN = frozenset({"they", "it", "we", "its", "their", "our"})
_POSSESSIVES = ("'s", "’s", "'", "’")


def claims_gain(source: Source, verb: Token) -> bool:
    """Whether a party to the fighting says, with the reporting verb `verb`, what it did to its enemy.

    "The rebels said they had captured X", "troops killed 20 fighters, the army said", "the army said 20 militants had
    been killed"; what it admits ("the army said rebels had captured X") is no such claim, and the police are no party.
    """
    name = {_plain(word) for word in source.name.lower().split()}
    if "police" in name:
        return False
    is_party = bool(name & _PARTIES)
    is_named = source.kind == "body" and source.name[:1].isupper()
    if not (is_party or is_named):
        return False
    for deed in _told(verb):
        if deed.lemma_.lower() not in _COMBAT:
            continue
        doers = children(deed, "nsubj")
        if any(noun.lower_ in _OWN or any(child.lower_ in _OWN for child in children(noun, "poss")) for noun in doers):
            return True
        of_state = bool(name & _FORCES)
        ours, theirs = (_FORCES, _INSURGENTS) if of_state else (_INSURGENTS, _FORCES)
        suffered = {noun.lemma_.lower() for noun in children(deed, "nsubjpass")}
        if is_party and (suffered & theirs or any(noun.lemma_.lower() in ours for noun in doers)):
            return True
    return False


def _told(verb: Token) -> list[Token]:
    """The verbs of what is said: the statement of the reporting verb, and those coordinated with it."""
    said = children(verb, "ccomp") or ([verb.head] if verb.dep_ in {"parataxis", "conj"} else [])
    return [deed for clause in said for deed in (clause, *children(clause, "conj"))]


def _plain(word: str) -> str:
    return next((word.removesuffix(end) for end in _POSSESSIVES if word.endswith(end)), word)
