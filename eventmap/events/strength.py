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
_CERTAIN, _CLEAR, _NEIGHBOURS, _WEAK, _HARDLY = 0.95, 0.85, 0.42, 0.3, 0.1

REPORTING = words("reporting_verbs") | words("reporting_verbs_strict") | words("claiming_verbs")
_LOCATIVE = words("locative_prepositions")
_ONTO = frozenset({"of", "from", "into", "to"})
# "thrown into a bar in X", "abducted from a school in X": where it was done.
_INSIDE = frozenset({"from", "into"})
_DURING = frozenset({"in", "during", "at", "by", "with"})
_HITTING = words("hitting_verbs")
_HARMING = words("harming_verbs")
_EXPERIENCING = words("experiencing_verbs")
_LYING = frozenset({"locate", "situate", "lie", "set"})
_TOPICS = words("topic_prepositions")
_LOCALS = words("locals")
_ROUTES = words("routes")
_JOURNEYS = words("journeys")
_LAUNCHING = words("launching_verbs")
_COURTS = words("court_nouns")
# What stands between a noun and the phrase that it is part of ("missiles fired from X", "the bombing of X").
_IN_PHRASE = frozenset({"acl", "compound", "nmod", "amod", "pobj", "prep", "poss"})


class Bearing:
    """Weighs places for the event of one trigger.

    `hits_places` tells whether the place that such an event is done to is where it happens ("bombed X").
    """

    def __init__(self, trigger: Trigger, head: Token, hits_places: bool) -> None:
        self.trigger = trigger
        self.head = head
        self.clause = clause_head(head)
        self.above = tuple(ancestors(head))
        self.verbs = _verbs_of(head, self.clause)
        self.hits_places = hits_places

    def strength(self, at: Role, entry: Entry) -> float:
        """How sure it is that the event happened at `entry`, which stands in role `at`."""
        sure = self._strength(at, entry)
        return 0.9 * sure if at.aside else sure

    def _strength(self, at: Role, entry: Entry) -> float:
        governor = at.governor
        own = governor == self.head or governor.i in self.trigger.tokens
        if at.site is not None and (sure := self._takes_place_at(at)):
            return sure
        if at.kind in _TARGETS and not self.hits_places and not (self.trigger.places and at.kind == "object"):
            return _HARDLY
        if at.word and at.word in self.trigger.places:
            return _CERTAIN if own or self._is_near(governor) else _WEAK
        match at.kind:
            case "locative":
                return self._locative(governor)
            case "modifier":
                return self._modifier(governor, own, entry)
            case "of":
                return _CLEAR if own else 0.75 if self._concerns(governor) else 0.15
            case "genitive":
                return 0.6 if own else 0.25 if self._is_argument(governor) else _HARDLY
            case "object":
                return self._object(governor, own, entry)
            case "passive_subject":
                return 0.8 if governor == self.head else 0.2
            case "subject":
                return 0.9 if governor.lemma_.lower() in _EXPERIENCING and self.head.head == governor else _HARDLY
            case "origin" if self._speaks_there(governor):
                return _NEIGHBOURS
            case "destination" if at.marker is not None and at.marker.i in self.trigger.tokens:
                return _CERTAIN  # "took to the streets of X"
            case "origin" | "destination" if own and at.word in _INSIDE and not self.trigger.places:
                return 0.2 if governor.lemma_.lower() in _LAUNCHING else 0.6
            case "origin" | "destination" if governor.lemma_.lower() in _ROUTES:
                return self._locative(governor)
            case "origin" | "destination":
                listed = _lists_places(at) and not self.trigger.places
                return 0.7 if listed and self._is_near(governor) else 0.2
            case _:
                return _HARDLY

    def is_told_of(self, place: Span) -> bool:
        """Whether the event is told in a relative clause about the place ("X, where shops were looted")."""
        for node in self.above:
            if node.dep_ == "relcl" and (node.head in place or _stands_for(node.head, place)):
                where = any(child.lower_ == "where" for child in node.children)
                return where or (node.lemma_.lower() in _EXPERIENCING and node != self.head)
        return False

    def _locative(self, governor: Token) -> float:
        """The strength of a place that stands with `governor` ("in X")."""
        if governor == self.head or governor.i in self.trigger.tokens:
            return 1.0
        if governor.dep_ == "acl" and governor.lemma_.lower() in _LYING and governor.head.i not in self.trigger.tokens:
            return self._at_site(governor.head)  # "a camp located in X"
        if governor in self.verbs:
            if self._is_report(governor):
                return _WEAK
            # "Riots broke out in X after the arrest of an activist": the verb's place is the riots'.
            return 0.5 if self.head.dep_ == "pobj" and self.head.head.lower_ not in _DURING else _CERTAIN
        if self._takes_part(governor):
            return _CLEAR
        if self._speaks_there(governor):
            return _NEIGHBOURS
        if governor.pos_ not in {"VERB", "AUX"}:
            # "Police dispersed a rally in X and detained 45".
            shared = governor.dep_ == "dobj" and self.clause.dep_ == "conj" and governor.head == self.clause.head
            return self._at_site(governor) or (0.6 if shared else 0.25)
        if governor in self.above:
            further = max(0.45, 0.9 - 0.1 * tree_distance(governor, self.head))
            return 0.2 if self._is_report(governor) else further
        above = {self.head, self.clause} & set(ancestors(governor))
        # "Shot a guard and robbed a bank in X" is one story; "expelled an envoy and shut a mission in X" are two acts.
        apart = governor.dep_ == "conj" and governor.i > self.head.i and not self.hits_places and _has_object(governor)
        continues = (governor.dep_ in {"xcomp", "conj"} and not apart) or (
            governor.dep_ == "acl" and governor.head == self.head
        )
        return 0.45 if above and continues else _WEAK

    def _modifier(self, governor: Token, own: bool, entry: Entry) -> float:
        if own and (governor == self.head or not self._takes_part(governor)):
            return _CLEAR
        if governor.dep_ == "pobj" and (sure := self._at_site(governor)):
            return sure - 0.1
        if self._takes_part(governor) or self._is_argument(governor):
            # "A Leeds shop was robbed" there, "a Leeds man was killed" most likely; "the Russia team" tells nothing.
            return 0.75 if governor.lemma_.lower() in SITES else 0.42 if entry.kind == "city" else _WEAK
        return _HARDLY

    def _object(self, governor: Token, own: bool, entry: Entry) -> float:
        hit_by = (
            governor == self.head
            or (governor in self.verbs and governor != self.clause)
            or (self.head.head == governor and self.head.dep_ in SUBJECTS)
        )
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
        if noun in {self.head, *self.verbs}:
            return sure
        if noun.dep_ in {"dobj", "nsubjpass", "pobj"} and self._concerns(noun):
            return 0.8
        if noun.dep_ == "pobj" and noun.head.head == self.head and noun.head.lower_ not in _TOPICS:
            return 0.7  # "infected with measles at a camp in X"
        if noun.pos_ == "VERB" and noun == self.clause.head:
            return 0.6
        return (
            0.6 if self._takes_part(noun) and noun.dep_ in SUBJECTS else 0.0
        )  # "workers of a mill in X went on strike"

    def _concerns(self, noun: Token) -> bool:
        """Whether a noun is what the event's verb is done to, or by what ("buried a hotel in X", "hit by a bus")."""
        verb = noun.head.head if noun.dep_ == "pobj" and noun.head.dep_ == "agent" else noun.head
        if noun.dep_ == "pobj" and noun.head.dep_ != "agent":
            return False
        hurts = self.head.dep_ in SUBJECTS and verb.lemma_.lower() in _HITTING | _HARMING
        return verb == self.head or (hurts and verb in self.verbs)

    def _takes_place_at(self, at: Role) -> float:
        """How surely an event is at the site that takes part in it ("a Leeds court jailed …")."""
        if at.governor not in self.verbs or at.site is None or self._is_report(at.governor):
            return 0.0
        if at.site.lemma_.lower() in _COURTS:
            return _CERTAIN if at.kind == "subject" else 0.0
        return 0.75 if at.kind in {"passive_subject", "object"} and at.governor == self.head else 0.0

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
        related = governor in self.above or self.head in ancestors(governor)
        return related and tree_distance(governor, self.head) <= 2

    def _speaks_there(self, noun: Token) -> bool:
        """Whether those who tell of the event live where it was, for all that the text says ("villagers in X said")."""
        return noun.lemma_.lower() in _LOCALS and noun.dep_ in SUBJECTS and self._is_report(noun.head)

    def _is_report(self, verb: Token) -> bool:
        """Whether the verb tells of the event, so that its place is where somebody spoke."""
        told = self.head.dep_ == "nsubjpass" and self.head.head == verb  # "protests were reported in X"
        return verb != self.head and not told and verb.lemma_.lower() in REPORTING


def _has_object(verb: Token) -> bool:
    return any(child.dep_ == "dobj" for child in verb.children)


def _stands_for(noun: Token, place: Span) -> bool:
    """Whether a noun is the place's common name ("the town of X, where …")."""
    above = place.root.head
    return place.root.dep_ == "pobj" and above.lower_ == "of" and above.head == noun


def is_whereabouts(at: Role, head: Token) -> bool:
    """Whether a role says where things are, or what was hit, and not where somebody spoke or what else is there.

    Not either where another thing is done after the event of `head` ("expelled two diplomats and shut a mission in X").
    """
    verb = clause_head(at.governor)
    if verb.i > head.i and verb.dep_ == "conj" and at.governor.dep_ == "dobj":
        return False
    lemma = at.governor.lemma_.lower()
    located = at.kind == "locative" and lemma not in REPORTING and at.governor.dep_ not in SUBJECTS
    return located or (at.kind == "object" and lemma in _HITTING)


def _lists_places(at: Role) -> bool:
    """Whether "from A to B" enumerates: both hang on one word, in this order, and it is no journey."""
    first = {child.lower_: child.i for child in reversed(list(at.governor.children)) if child.dep_ == "prep"}
    listed = "from" in first and first["from"] < first.get("to", -1) and at.governor.pos_ in {"NOUN", "VERB"}
    return listed and at.governor.lemma_.lower() not in _JOURNEYS


def _verbs_of(head: Token, clause: Token) -> frozenset[Token]:
    """The verb of the trigger's clause, and one with which its phrase hits ("missiles fired at dawn struck X")."""
    for node in ancestors(head):
        if node.dep_ in SUBJECTS and node.head.lemma_.lower() in _HITTING:
            return frozenset({clause, node.head})
        if node.dep_ not in _IN_PHRASE:
            break
    return frozenset({clause})
