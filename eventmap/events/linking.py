"""Where an event happened: from its own clause, then its sentence, then what stands before it in the paragraph.

Each place of the sentence gets a strength (0–1) from its role and from how far its clause is from the trigger's.
Coordinated places each give an event; of nested ones ("in the town of X in the Y region") the finest is taken.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span, Token

from eventmap.events.located import LocatedToponym
from eventmap.events.nesting import Scored, finest
from eventmap.events.placing import Home, place_of
from eventmap.events.roles import Role, role
from eventmap.events.strength import REPORTING, SITES, Bearing, is_whereabouts
from eventmap.events.syntax import SUBJECTS, ancestors, coordinated
from eventmap.gazetteer import Entry, Gazetteer
from eventmap.lexicon import words
from eventmap.model import Place
from eventmap.model import Span as TextSpan
from eventmap.toponyms import lies_in
from eventmap.triggers import Trigger

THRESHOLD = 0.4
_NAMED = 0.95
_ONLY_PLACE = 0.45
_FRONTING = frozenset({"in", "at", "near", "outside", "across"})
# Of a country, but in another.
_MISSIONS = words("missions")
# So many words up, a place still is where the verb puts things ("arrived on foot at a farm in X").
_DEPTH = 3
# So many places of a sentence are weighed for one event; longer lists are no prose.
_PLACES = 30
# A finer place may be this much less sure than the one around it.
_NEARLY = 0.16
# A place told only to find another by ("on the road to X", "20 km south of X") is less exact than a named one.
_ROUTES = words("routes")
_ON_ROUTE = 0.8
_WITHIN_REGION = frozenset({"city", "site", "region"})
_WITHIN_REGION = frozenset({"city", "site", "region"})


@dataclass(frozen=True, slots=True)
class Link:
    """A place for an event, how sure the connection is (0–1), and whether the text only implies it."""

    place: Place
    entry: Entry
    strength: float
    implied: bool


def links_in_sentence(
    trigger: Trigger,
    sentence: Span,
    places: Sequence[LocatedToponym],
    home: Home | None,
    hits_places: bool,
    alone: bool,
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
        alone: whether the sentence tells of no other event.
        gazetteer: tells which places lie in which.
        offset: where the sentence's `Doc` starts in the article.
    """
    bearing = Bearing(trigger, sentence.doc[trigger.head], hits_places)
    nearest = sorted(places, key=lambda toponym: abs(toponym.first - trigger.head))[:_PLACES]
    scored = [_scored(toponym, bearing, sentence.doc) for toponym in nearest]
    good = [item for item in scored if item.strength >= THRESHOLD] or (
        _only_place(scored, bearing.head, gazetteer) if alone else []
    )
    if any(not item.role.aside for item in good):
        good = [item for item in good if not item.role.aside]
    if not good:
        return _the_country(Bearing(trigger, bearing.head, hits_places=True), sentence, home, offset)
    best = min(
        good,
        key=lambda item: (-item.strength, item.fineness, abs(item.toponym.first - trigger.head)),
    )
    group = [item for item in good if item is best or _same_list(item, best) or _within(item, best, gazetteer)]
    if _is_route(best.role):
        group = [replace(best, strength=_ON_ROUTE * best.strength)]
    return [
        Link(_named(item.toponym, gazetteer), item.toponym.entry, item.strength, implied=False)
        for item in finest(group, sentence.doc, gazetteer)
    ]


def setting_of(places: Sequence[LocatedToponym], sentence: Span, gazetteer: Gazetteer) -> list[Link]:
    """Where a sentence says that things are, whatever it tells ("The men had come to a farm in X", "X. …")."""
    told = []
    doc = sentence.doc
    for toponym in places[:_PLACES]:
        at = role(doc[toponym.first : toponym.last])
        label = all(token.is_punct or toponym.first <= token.i < toponym.last for token in sentence)
        main = _verb_above(at.governor)
        told_of = main.head == main and main.pos_ in {"VERB", "AUX"} and main.lemma_.lower() not in REPORTING
        if not at.aside and (label or (at.kind == "locative" and told_of)):
            told.append(Scored(toponym, at, _ONLY_PLACE))
    return [Link(_named(i.toponym, gazetteer), i.toponym.entry, i.strength, True) for i in finest(told, doc, gazetteer)]


def _verb_above(word: Token) -> Token:
    """The word that a place's word depends on as its subject or object, or by way of prepositions; else itself."""
    for _ in range(_DEPTH):
        if word.dep_ in SUBJECTS | {"dobj"}:
            return word.head
        if word.dep_ != "pobj" or word.head.dep_ != "prep":
            break
        word = word.head.head
    return word


def _scored(toponym: LocatedToponym, bearing: Bearing, doc: Doc) -> Scored:
    span = doc[toponym.first : toponym.last]
    at = _in_front(span) or role(span)
    if at.marker is not None and at.marker.is_sent_start and at.governor.pos_ in {"NOUN", "PROPN"}:
        at = replace(at, governor=bearing.clause)  # "In X a man …": in front, not the man's
    if toponym.entry.kind == "border_crossing" and _follows_place(toponym, doc):
        at = replace(at, aside=True)
    if toponym.entry.kind == "country" and span.root.dep_ == "compound" and span.root.head.lemma_.lower() in _MISSIONS:
        return Scored(toponym, at, 0.0)
    is_trigger = toponym.entry.kind == "border_crossing" and toponym.first in bearing.trigger.tokens
    sure = _NAMED if is_trigger or bearing.is_told_of(span) else bearing.strength(at, toponym.entry)
    return Scored(toponym, at, sure)


def _only_place(scored: Sequence[Scored], head: Token, gazetteer: Gazetteer) -> list[Scored]:
    """The one place where a sentence about one event says that things are, whatever the parse made of it."""
    told = [replace(item, strength=_ONLY_PLACE) for item in scored if is_whereabouts(item.role, head)]
    found = finest(told, head.doc, gazetteer)
    return found if len(found) == 1 else []


def is_location(toponym: LocatedToponym, doc: Doc) -> bool:
    """Whether a toponym may be where something happens: a place, or the town in a site's name ("Leeds Crown Court")."""
    if toponym.mention.reading == "place":
        return True
    root = doc[toponym.first : toponym.last].root
    in_site_name = root.dep_ == "compound" and root.head.lemma_.lower() in SITES
    return toponym.mention.reading == "organisation" and in_site_name


def _same_list(item: Scored, best: Scored) -> bool:
    """Whether two places are told in one breath ("in A and the city of B", "in A and in B", "from A to B")."""
    mine, other = item.role.marker, best.role.marker
    if mine is None or other is None:
        return item.role == best.role and item.role.governor == best.role.governor
    if mine == other or {mine.lower_, other.lower_} == {"from", "to"}:
        return True
    return mine.lower_ == other.lower_ and (mine in coordinated(other) or mine.head == other.head)


def _in_front(span: Span) -> Role | None:
    """A place in front of its clause, whatever the parse makes of it ("…, and in X, gunmen attacked a bus")."""
    doc, first, last = span.doc, span.start, span.end
    if first < 1 or last + 1 >= len(doc) or doc[last].text != "," or doc[first - 1].lower_ not in _FRONTING:
        return None
    starts = (
        first < 2 or doc[first - 2].is_sent_start or doc[first - 2].text in {",", ";"} or doc[first - 2].dep_ == "cc"
    )
    after = doc[last + 1]
    for node in ancestors(after):
        if node.dep_ in SUBJECTS:
            begins = starts and node.left_edge == after
            return Role("locative", node.head, doc[first - 1].lower_, doc[first - 1]) if begins else None
    return None


def _follows_place(toponym: LocatedToponym, doc: Doc) -> bool:
    """Whether a border only says where the place before it lies ("in X, near the border with Y")."""
    words_before = [
        token for token in doc[max(0, toponym.first - 5) : toponym.first] if token.pos_ not in {"DET", "ADJ"}
    ]
    while words_before and (words_before[-1].pos_ == "ADP" or words_before[-1].text == ","):
        words_before.pop()
    return bool(words_before) and words_before[-1].ent_type_ in {"GPE", "LOC", "FAC"}


def _is_route(at: Role) -> bool:
    """Whether places are the ends of a road ("on the road from X to Y", "between X and Y")."""
    return at.word in {"between", "from", "to"} and at.governor.lemma_.lower() in _ROUTES


def _within(item: Scored, best: Scored, gazetteer: Gazetteer) -> bool:
    """Whether a place that is nearly as well supported lies in the best one, and so is the finer word for it."""
    return item.strength >= best.strength - _NEARLY and lies_in(item.toponym.entry, best.toponym.entry, gazetteer)


def _the_country(bearing: Bearing, sentence: Span, home: Home | None, offset: int) -> list[Link]:
    """ "fled the country", "across the country", "nationwide": the country that the article is about."""
    if home is None:
        return []
    for token in sentence:
        is_country = token.lower_ in {"country", "nation"} and any(c.lower_ == "the" for c in token.children)
        if is_country:
            at = role(sentence.doc[token.i : token.i + 1])
            strength = bearing.strength(at, home.entry)
            if strength >= THRESHOLD:
                return [Link(_implied(home, token, offset), home.entry, 0.75 * strength, implied=True)]
        elif token.lower_ in {"nationwide", "countrywide"}:
            return [Link(_implied(home, token, offset), home.entry, 0.6, implied=True)]
    return []


def _implied(home: Home, token: Token, offset: int) -> Place:
    start = offset + token.idx
    mention = TextSpan(start, start + len(token.text), token.text)
    return home.place(mention, f"“{token.lower_}” here is {home.entry.name}, which the article is mostly about")


def _named(toponym: LocatedToponym, gazetteer: Gazetteer) -> Place:
    place = place_of(toponym, gazetteer)
    somewhere = toponym.implied and place.kind == "border_crossing"
    return replace(place, precision="region") if somewhere else place


def common_place(entries: Sequence[Entry], gazetteer: Gazetteer) -> Entry | None:
    """The place itself where there is one, else the finest region or the country that all of them share."""
    distinct = {entry.id: entry for entry in entries}
    if len(distinct) == 1:
        return next(iter(distinct.values()))
    for regions in (
        {(entry.country, entry.admin1, entry.admin2) for entry in distinct.values() if entry.admin2},
        {(entry.country, entry.admin1, "") for entry in distinct.values() if entry.admin1},
    ):
        all_in = len(regions) == 1 and all(entry.kind in _WITHIN_REGION for entry in distinct.values())
        if all_in and (region := gazetteer.region(*next(iter(regions)))) is not None:
            return region
    countries = {entry.country for entry in distinct.values()}
    return gazetteer.country(countries.pop()) if len(countries) == 1 else None
