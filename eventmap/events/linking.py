"""Where an event happened: from its own clause, then its sentence, then what stands before it in the paragraph.

Each place of the sentence gets a strength (0–1) from its role and from how far its clause is from the trigger's.
Coordinated places each give an event; of nested ones ("in the town of X in the Y region") the finest is taken.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span, Token

from eventmap.events.roles import Role, role
from eventmap.events.syntax import SUBJECTS, ancestors, clause_head, coordinated, tree_distance
from eventmap.gazetteer import Entry, Gazetteer
from eventmap.lexicon import words
from eventmap.model import Place
from eventmap.model import Span as TextSpan
from eventmap.toponyms import Toponym, lies_in
from eventmap.triggers import Trigger

THRESHOLD = 0.4
# Roles in which a place is what something is done to ("the shelling of X"), and for some types only whom it concerns.
_TARGETS = frozenset({"object", "passive_subject", "of", "genitive"})
_NEARLY = 0.16

_REPORTING = words("reporting_verbs") | words("reporting_verbs_strict") | words("claiming_verbs")
_LOCATIVE = words("locative_prepositions")
_SITES = words("site_nouns")
_HITTING = words("hitting_verbs")
_EXPERIENCING = words("experiencing_verbs")
_FINENESS = {"border_crossing": 0, "site": 0, "city": 1, "region": 2, "area": 3, "country": 4}


@dataclass(frozen=True, slots=True)
class Link:
    """A place for an event, how sure the connection is (0–1), and whether the text only implies it."""

    place: Place
    entry: Entry
    strength: float
    implied: bool


@dataclass(frozen=True, slots=True)
class _Scored:
    toponym: Toponym
    role: Role
    strength: float


def links_in_sentence(
    trigger: Trigger,
    sentence: Span,
    places: Sequence[Toponym],
    home: Entry | None,
    hits_places: bool,
    gazetteer: Gazetteer,
    offset: int,
) -> list[Link]:
    """The places at which a sentence puts the event, the best supported ones only.

    Args:
        trigger: the words that gave the event's type.
        sentence: the trigger's sentence.
        places: the places that it names (no demonyms, no parts of other names), borders included.
        home: the country that "the country" means here, if known.
        hits_places: whether the place that such an event is done to is where it happens.
        gazetteer: tells which places lie in which.
        offset: where the sentence's `Doc` starts in the article.
    """
    doc = sentence.doc
    head = doc[trigger.head]
    scored = []
    for toponym in places:
        at = role(doc[toponym.first : toponym.last])
        named = toponym.entry.kind == "border_crossing" and toponym.first in trigger.tokens
        named = named or _told_of(doc[toponym.first : toponym.last], head)
        scored.append(_Scored(toponym, at, 0.95 if named else _strength(trigger, head, at, toponym.entry, hits_places)))
    good = [item for item in scored if item.strength >= THRESHOLD]
    if not good:
        return _the_country(trigger, head, sentence, home, offset)
    best = min(
        good, key=lambda item: (-item.strength, _FINENESS[item.toponym.entry.kind], abs(item.toponym.first - head.i))
    )
    group = [item for item in good if item is best or _same_list(item, best) or _within(item, best, gazetteer)]
    return [
        Link(_named(item.toponym), item.toponym.entry, item.strength, implied=False)
        for item in _finest(group, gazetteer)
    ]


def is_location(toponym: Toponym, doc: Doc) -> bool:
    """Whether a toponym may be where something happens: a place, or the town in a site's name ("Leeds Crown Court")."""
    if toponym.mention.reading == "place":
        return True
    root = doc[toponym.first : toponym.last].root
    in_site_name = root.dep_ == "compound" and root.head.lemma_.lower() in _SITES
    return toponym.mention.reading == "organisation" and in_site_name


def _same_list(item: _Scored, best: _Scored) -> bool:
    """Whether two places are told in one breath ("in A and the city of B", "in A and in B", "from A to B")."""
    mine, other = item.role.marker, best.role.marker
    if mine is None or other is None:
        return item.role == best.role and item.role.governor == best.role.governor
    if mine == other or {mine.lower_, other.lower_} == {"from", "to"}:
        return True
    return mine.lower_ == other.lower_ and (mine in coordinated(other) or mine.head == other.head)


def _within(item: _Scored, best: _Scored, gazetteer: Gazetteer) -> bool:
    """Whether a place that is nearly as well supported lies in the best one, and so is the finer word for it."""
    return item.strength >= best.strength - _NEARLY and lies_in(item.toponym.entry, best.toponym.entry, gazetteer)


def _finest(group: Sequence[_Scored], gazetteer: Gazetteer) -> list[_Scored]:
    """Without the places that contain another of the group, and without repetitions."""
    kept: dict[str, _Scored] = {}
    for item in group:
        entry = item.toponym.entry
        wider = any(
            other.toponym.entry.id != entry.id
            and _FINENESS[other.toponym.entry.kind] <= _FINENESS[entry.kind]
            and lies_in(other.toponym.entry, entry, gazetteer)
            for other in group
        )
        if not wider and (entry.id not in kept or kept[entry.id].strength < item.strength):
            kept[entry.id] = item
    return list(kept.values())


def _strength(trigger: Trigger, head: Token, at: Role, entry: Entry, hits_places: bool) -> float:
    """How sure it is that the event happened at a place in role `at`."""
    governor = at.governor
    if at.kind in _TARGETS and not hits_places and not (trigger.places and at.kind == "object"):
        return 0.1
    own = governor.i in trigger.tokens or governor == head
    if trigger.places and at.word in trigger.places:
        return 0.95 if own or _near(governor, head, trigger) else 0.6
    if at.kind == "locative":
        return _locative(trigger, head, governor)
    if at.kind == "modifier":
        site, sure = _site_of(governor)
        is_site = governor.dep_ == "pobj" and site in {head, clause_head(head)} and not _reports(site, head)
        if own or is_site:
            return 0.85 if own else sure - 0.1
        if governor.i in trigger.agents + trigger.patients or _is_argument(governor, head):
            # "A Leeds shop was robbed" there, "a Leeds man was killed" most likely; "the Russia team" tells nothing.
            return 0.75 if governor.lemma_.lower() in _SITES else 0.42 if entry.kind == "city" else 0.3
        return 0.1
    if at.kind == "of":
        return 0.85 if own else 0.15
    if at.kind == "genitive":
        return 0.6 if own else 0.25 if _is_argument(governor, head) else 0.1
    if at.kind == "object":
        hit_by = governor == head or (head.head == governor and head.dep_ in SUBJECTS)
        if hit_by and governor.lemma_.lower() in _HITTING:
            return 0.9
        if governor != head and not own:
            return 0.15
        if "object" in trigger.places:
            return 0.95
        return 0.55 if entry.kind == "country" else 0.85
    if at.kind == "passive_subject":
        return 0.8 if governor == head else 0.2
    if at.kind == "subject":
        experiences = governor.lemma_.lower() in _EXPERIENCING and head.head == governor
        return 0.9 if experiences else 0.1
    if at.kind == "origin":
        if governor.i in trigger.agents + trigger.patients or any(governor.i == i for i, _ in trigger.counts):
            return 0.5
        return 0.7 if _lists_places(at) and _near(governor, head, trigger) else 0.2
    if at.kind == "destination":
        return 0.7 if _lists_places(at) and _near(governor, head, trigger) else 0.2
    return 0.1


def _told_of(place: Span, head: Token) -> bool:
    """Whether the event is told in a relative clause about the place ("X, where shops were looted")."""
    for node in ancestors(head):
        if node.dep_ == "relcl" and node.head in place:
            return any(child.lower_ == "where" for child in node.children) or (
                node.lemma_.lower() in _EXPERIENCING and node != head
            )
    return False


def _lists_places(at: Role) -> bool:
    """Whether "from A to B" enumerates: both prepositions hang on the same word."""
    others = {child.lower_ for child in at.governor.children if child.dep_ == "prep"}
    return {"from", "to"} <= others and at.governor.pos_ in {"NOUN", "VERB"}


def _near(governor: Token, head: Token, trigger: Trigger) -> bool:
    """Whether the word that a place belongs to is in the trigger's own clause."""
    return (
        governor == head
        or governor == clause_head(head)
        or governor.i in trigger.agents + trigger.patients
        or (governor in ancestors(head) and tree_distance(governor, head) <= 2)
        or (head in ancestors(governor) and tree_distance(governor, head) <= 2)
    )


def _is_argument(noun: Token, head: Token) -> bool:
    return noun.head == head and noun.dep_ in SUBJECTS | {"dobj"}


def _locative(trigger: Trigger, head: Token, governor: Token) -> float:
    """The strength of a place that stands with `governor` ("in X")."""
    clause = clause_head(head)
    if governor == head or governor.i in trigger.tokens:
        return 1.0
    if governor == clause:
        return 0.3 if _reports(clause, head) else 0.95
    if governor.i in trigger.agents + trigger.patients or any(governor.i == i for i, _ in trigger.counts):
        return 0.85
    if governor.pos_ not in {"VERB", "AUX"}:
        site, sure = _site_of(governor)
        return sure if site in {head, clause} and not _reports(site, head) else 0.25
    distance = tree_distance(governor, head)
    if governor in ancestors(head):
        return 0.2 if _reports(governor, head) else max(0.45, 0.9 - 0.1 * distance)
    if head in ancestors(governor) or clause in ancestors(governor):
        return 0.45 if governor.dep_ in {"xcomp", "conj"} or (governor.head == head and governor.dep_ == "acl") else 0.3
    return 0.3


def _site_of(noun: Token) -> tuple[Token, float]:
    """The word that a noun says the place of, and how surely ("opened fire at an office in X": at an office)."""
    sure = 0.85
    while noun.dep_ == "pobj" and (noun.head.lower_ in _LOCATIVE or noun.head.lower_ in {"of", "from"}):
        sure = sure if noun.head.lower_ in _LOCATIVE else 0.6
        noun = noun.head.head
        if noun.pos_ in {"VERB", "AUX"}:
            break
    return noun, sure


def _reports(verb: Token, head: Token) -> bool:
    """Whether the verb tells of the event, so that its place is where somebody spoke."""
    told = head.dep_ == "nsubjpass" and head.head == verb  # "protests were reported in X"
    return verb != head and not told and verb.lemma_.lower() in _REPORTING


def _the_country(trigger: Trigger, head: Token, sentence: Span, home: Entry | None, offset: int) -> list[Link]:
    """ "fled the country", "across the country", "nationwide": the country that the article is about."""
    if home is None:
        return []
    for token in sentence:
        is_country = token.lower_ in {"country", "nation"} and any(c.lower_ == "the" for c in token.children)
        if is_country:
            at = role(sentence.doc[token.i : token.i + 1])
            strength = _strength(trigger, head, at, home, hits_places=True)
            if strength >= THRESHOLD:
                return [Link(_implied(home, token, offset), home, 0.75 * strength, implied=True)]
        elif token.lower_ in {"nationwide", "countrywide"}:
            return [Link(_implied(home, token, offset), home, 0.6, implied=True)]
    return []


def _implied(entry: Entry, token: Token, offset: int) -> Place:
    start = offset + token.idx
    mention = TextSpan(start, start + len(token.text), token.text)
    return place_record(entry, mention, f"“{token.lower_}” here is {entry.name}, which the article is mostly about")


def _named(toponym: Toponym) -> Place:
    place = place_record(toponym.entry, toponym.mention.span, toponym.mention.why)
    somewhere = toponym.implied and place.kind == "border_crossing"
    return replace(place, precision="region") if somewhere else place


def common_place(entries: Sequence[Entry], gazetteer: Gazetteer) -> Entry | None:
    """The place itself where there is one, else the country that all of them share."""
    distinct = {entry.id: entry for entry in entries}
    if len(distinct) == 1:
        return next(iter(distinct.values()))
    countries = {entry.country for entry in distinct.values()}
    return gazetteer.country(countries.pop()) if len(countries) == 1 else None


def place_record(entry: Entry, mention: TextSpan, why: str) -> Place:
    """The place of an event: a gazetteer entry with the words that name it."""
    return Place(
        id=entry.id,
        name=entry.name,
        kind=entry.kind,
        lat=entry.lat,
        lon=entry.lon,
        country=entry.country,
        admin1=entry.admin1_name,
        precision=entry.precision,
        mention=mention,
        why=why,
    )
