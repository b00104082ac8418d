"""How sure it is that an event happened at a place, by what the place does in the sentence (0–1).

The values order the roles and were set by hand on the developers' own sentences; only their order and the threshold of
`eventmap.events.linking` decide, until they are calibrated.
"""

from __future__ import annotations

from spacy.tokens import Span, Token

from eventmap.events.roles import Role
from eventmap.events.syntax import SUBJECTS, ancestors, clause_head, tree_distance
from eventmap.gazetteer import Entry
from eventmap.lexicon import words
from eventmap.triggers import Trigger

SITES = words("site_nouns")

# Roles in which a place is what something is done to ("the shelling of X"), and for some types only whom it concerns.
_TARGETS = frozenset({"object", "passive_subject", "of", "genitive"})
_CERTAIN, _CLEAR, _WEAK, _HARDLY = 0.95, 0.85, 0.3, 0.1

_REPORTING = words("reporting_verbs") | words("reporting_verbs_strict") | words("claiming_verbs")
_LOCATIVE = words("locative_prepositions")
_ONTO = frozenset({"of", "from", "into", "to"})
# "thrown into a bar in X", "abducted from a school in X": where it was done.
_INSIDE = frozenset({"from", "into"})
_DURING = frozenset({"in", "during", "at", "by", "with"})
_HITTING = words("hitting_verbs")
_EXPERIENCING = words("experiencing_verbs")


class Bearing:
    """Weighs places for the event of one trigger.

    `hits_places` tells whether the place that such an event is done to is where it happens ("bombed X").
    """

    def __init__(self, trigger: Trigger, head: Token, hits_places: bool) -> None:
        self.trigger = trigger
        self.head = head
        self.clause = clause_head(head)
        self.hits_places = hits_places

    def strength(self, at: Role, entry: Entry) -> float:
        """How sure it is that the event happened at `entry`, which stands in role `at`."""
        governor = at.governor
        own = governor == self.head or governor.i in self.trigger.tokens
        if at.kind in _TARGETS and not self.hits_places and not (self.trigger.places and at.kind == "object"):
            return _HARDLY
        if at.word and at.word in self.trigger.places:
            return _CERTAIN if own or self._is_near(governor) else 0.6
        match at.kind:
            case "locative":
                return self._locative(governor)
            case "modifier":
                return self._modifier(governor, own, entry)
            case "of":
                return _CLEAR if own else 0.15
            case "genitive":
                return 0.6 if own else 0.25 if self._is_argument(governor) else _HARDLY
            case "object":
                return self._object(governor, own, entry)
            case "passive_subject":
                return 0.8 if governor == self.head else 0.2
            case "subject":
                return 0.9 if governor.lemma_.lower() in _EXPERIENCING and self.head.head == governor else _HARDLY
            case "origin" if self._takes_part(governor):
                return 0.5
            case "origin" | "destination" if own and at.word in _INSIDE and not self.trigger.places:
                return 0.6
            case "origin" | "destination":
                return 0.7 if _lists_places(at) and self._is_near(governor) else 0.2
            case _:
                return _HARDLY

    def is_told_of(self, place: Span) -> bool:
        """Whether the event is told in a relative clause about the place ("X, where shops were looted")."""
        for node in ancestors(self.head):
            if node.dep_ == "relcl" and node.head in place:
                where = any(child.lower_ == "where" for child in node.children)
                return where or (node.lemma_.lower() in _EXPERIENCING and node != self.head)
        return False

    def _locative(self, governor: Token) -> float:
        """The strength of a place that stands with `governor` ("in X")."""
        if governor == self.head or governor.i in self.trigger.tokens:
            return 1.0
        if governor == self.clause:
            if self._is_report(governor):
                return _WEAK
            # "Riots broke out in X after the arrest of an activist": the verb's place is the riots'.
            return 0.5 if self.head.dep_ == "pobj" and self.head.head.lower_ not in _DURING else _CERTAIN
        if self._takes_part(governor):
            return _CLEAR
        if governor.pos_ not in {"VERB", "AUX"}:
            # "Police dispersed a rally in X and detained 45".
            shared = governor.dep_ == "dobj" and self.clause.dep_ == "conj" and governor.head == self.clause.head
            return self._at_site(governor) or (0.6 if shared else 0.25)
        if governor in ancestors(self.head):
            further = max(0.45, 0.9 - 0.1 * tree_distance(governor, self.head))
            return 0.2 if self._is_report(governor) else further
        above = {self.head, self.clause} & set(ancestors(governor))
        continues = governor.dep_ in {"xcomp", "conj"} or (governor.dep_ == "acl" and governor.head == self.head)
        return 0.45 if above and continues else _WEAK

    def _modifier(self, governor: Token, own: bool, entry: Entry) -> float:
        if own:
            return _CLEAR
        if governor.dep_ == "pobj" and (sure := self._at_site(governor)):
            return sure - 0.1
        if self._takes_part(governor) or self._is_argument(governor):
            # "A Leeds shop was robbed" there, "a Leeds man was killed" most likely; "the Russia team" tells nothing.
            return 0.75 if governor.lemma_.lower() in SITES else 0.42 if entry.kind == "city" else _WEAK
        return _HARDLY

    def _object(self, governor: Token, own: bool, entry: Entry) -> float:
        hit_by = governor == self.head or (self.head.head == governor and self.head.dep_ in SUBJECTS)
        if hit_by and governor.lemma_.lower() in _HITTING:
            return 0.9
        if not own:
            return 0.15
        if "object" in self.trigger.places:
            return _CERTAIN
        return 0.55 if entry.kind == "country" else _CLEAR

    def _at_site(self, noun: Token) -> float:
        """How surely a noun says where the event was ("opened fire at an office in X": at an office); 0 if not."""
        sure = _CLEAR
        while noun.dep_ == "pobj" and (noun.head.lower_ in _LOCATIVE or noun.head.lower_ in _ONTO):
            sure = sure if noun.head.lower_ in _LOCATIVE else 0.6
            noun = noun.head.head
            if noun.pos_ in {"VERB", "AUX"}:
                break
        if self._is_report(noun):
            return 0.0
        if noun in {self.head, self.clause}:
            return sure
        return 0.6 if noun.pos_ == "VERB" and noun == self.clause.head else 0.0

    def _takes_part(self, noun: Token) -> bool:
        """Whether a noun is one of those who do it, to whom it is done, or who are counted."""
        counted = {i for i, _ in self.trigger.counts}
        return noun.i in counted.union(self.trigger.agents, self.trigger.patients)

    def _is_argument(self, noun: Token) -> bool:
        return noun.head == self.head and noun.dep_ in SUBJECTS | {"dobj"}

    def _is_near(self, governor: Token) -> bool:
        """Whether the word that a place belongs to is in the trigger's own clause."""
        if governor in {self.head, self.clause} or self._takes_part(governor):
            return True
        related = governor in ancestors(self.head) or self.head in ancestors(governor)
        return related and tree_distance(governor, self.head) <= 2

    def _is_report(self, verb: Token) -> bool:
        """Whether the verb tells of the event, so that its place is where somebody spoke."""
        told = self.head.dep_ == "nsubjpass" and self.head.head == verb  # "protests were reported in X"
        return verb != self.head and not told and verb.lemma_.lower() in _REPORTING


def is_whereabouts(at: Role) -> bool:
    """Whether a role says where things are, or what was hit, and not where somebody spoke or what else is there."""
    lemma = at.governor.lemma_.lower()
    located = at.kind == "locative" and lemma not in _REPORTING and at.governor.dep_ not in SUBJECTS
    return located or (at.kind == "object" and lemma in _HITTING)


def _lists_places(at: Role) -> bool:
    """Whether "from A to B" enumerates: both prepositions hang on the same word, in this order."""
    first = {child.lower_: child.i for child in reversed(list(at.governor.children)) if child.dep_ == "prep"}
    return "from" in first and first["from"] < first.get("to", -1) and at.governor.pos_ in {"NOUN", "VERB"}
