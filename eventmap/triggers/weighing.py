"""Whether words tell of an event, and of which type: what patterns and the event tagger say, weighed together.

Each candidate, a head word and a type, comes from a pattern, from the tagger, or from both. A logistic regression,
fitted on our own lessons with taggers that had not seen them (`training/events/weights.py`), gives the probability that
it tells of an event of that type; the most probable type of each word is kept.
"""

from __future__ import annotations

import functools
import json
import math
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from eventmap import model_files
from eventmap.errors import DataError
from eventmap.event_types import EventTypes
from eventmap.lexicon import words
from eventmap.tagging import NONE, Tags
from eventmap.triggers.arguments import Arguments, Syntax
from eventmap.triggers.match import Found, slot_of
from eventmap.triggers.trigger import Trigger

MODEL = "event-weights-1.json"
# A type that the tagger gives a word at least this probability is a candidate.
LEAST_TAGGED = 0.25
# Where a window is at least so probably about a type of which it has no candidate, the word that the tagger gives the
# type most is one, if it gives it this at least.
LEAST_ABOUT, LEAST_WORD = 0.5, 0.02
# How probable a word must be to be an event: where a pattern found it, and where only the tagger did; and by how much a
# type must be more probable than the one of the best pattern to replace it. On annotated texts anything from 0.01 to
# 0.25 for the first is as good as any other; the lowest lets no plain sentence be overruled by the tagger alone.
LEAST_BY_PATTERN, LEAST_LEARNT, MARGIN = 0.01, 0.6, 0.2
# The pattern of a trigger that no pattern found.
LEARNT = "learnt"

FEATURES = (
    "bias",
    "pattern",
    "no pattern",
    "word",
    "sentence",
    "window",
    "word tells something",
    "window tells something",
    "noun",
    "headline",
    "other type here",
)
# Log-odds beyond this say no more: neither a pattern nor the tagger is ever surer than 95 %.
_LIMIT = 3.0
# Words about what is told, not of what happened.
_ABOUT_WORDS = words("denying_verbs") | words("claim_nouns") | words("reporting_verbs")


@functools.cache
def weights() -> tuple[float, ...]:
    """The weights that are shipped, one for each of `FEATURES`.

    Raises:
        DataError: the file is missing or damaged.
    """
    record = json.loads(model_files.load(MODEL))
    if tuple(record["features"]) != FEATURES:
        raise DataError(f"The model {MODEL} was made for other features than this version of the program has.")
    return tuple(record["weights"])


def probability(told: Sequence[float]) -> float:
    """How probable it is that a candidate with these features tells of an event of its type."""
    return 1.0 / (1.0 + math.exp(-sum(w * x for w, x in zip(weights(), told, strict=True))))


def weighed(
    matched: Mapping[int, Mapping[str, Found]], tags: Tags, graph: Syntax, types: EventTypes
) -> dict[int, Found]:
    """By head word, the most probable candidate, with its probability as its strength.

    Args:
        matched: what the patterns found, by head word and type.
        tags: what the tagger says of the text.
        graph: the text.
        types: the event types.
    """
    best: dict[int, Found] = {}
    liked: dict[int, float] = {}
    for found in candidates(matched, tags, graph, types):
        trigger = found.trigger
        here = matched.get(trigger.head, {})
        sure = trigger.strength
        if tags.knows(trigger.type):
            sure = round(probability(features(found, here, tags, graph)), 3)
        is_best_pattern = here and trigger.pattern != LEARNT and found.rank == max(each.rank for each in here.values())
        liking = sure + (MARGIN if is_best_pattern else 0.0)
        if trigger.head not in best or liking > liked[trigger.head]:
            best[trigger.head] = replace(found, trigger=replace(trigger, strength=sure))
            liked[trigger.head] = liking
    return best


def tells(found: Found) -> bool:
    """Whether a weighed candidate is probable enough to be an event, and not only to tell more of another.

    A consequence that a pattern found always is: whose it is, the sentences before it tell.
    """
    if found.trigger.pattern == LEARNT:
        return found.trigger.strength >= LEAST_LEARNT
    return found.trigger.consequence or found.trigger.strength >= LEAST_BY_PATTERN


def candidates(
    matched: Mapping[int, Mapping[str, Found]], tags: Tags, graph: Syntax, types: EventTypes
) -> Iterator[Found]:
    """What the patterns found, and what the tagger alone says."""
    for found in matched.values():
        yield from found.values()
    tagged = [(head, type_) for head, type_ in _tagged(tags, graph, types) if type_ not in matched.get(head, {})]
    known = {(head, type_) for head, found in matched.items() for type_ in found}.union(tagged)
    for head, type_ in (*tagged, *_untold(known, tags, graph, types)):
        if (head, type_) in graph.refused:
            continue
        yield Found(_trigger(head, type_, graph, types, matched.get(head, {})), (True, 0.0))


def features(found: Found, here: Mapping[str, Found], tags: Tags, graph: Syntax) -> tuple[float, ...]:
    """What speaks for a candidate, in the order of `FEATURES`; `here` is what the patterns found at its head."""
    trigger = found.trigger
    first, last = min(trigger.tokens), max(trigger.tokens) + 1
    sentence = graph.bounds[graph.sentence[trigger.head]]
    by_pattern = trigger.pattern != LEARNT
    stronger = max((other.rank[1] for type_, other in here.items() if type_ != trigger.type), default=0.0)
    return (
        1.0,
        _logit(found.rank[1]) if by_pattern else 0.0,
        0.0 if by_pattern else 1.0,
        _logit(tags.of(trigger.type, first, last)),
        _logit(tags.of(trigger.type, *sentence)),
        _logit(tags.mainly(trigger.type, trigger.head)),
        _logit(1.0 - float(tags.tokens[first:last, tags.labels.index(NONE)].min())),
        _logit(1.0 - tags.mainly(NONE, trigger.head)),
        float(graph.pos[trigger.head] in {"NOUN", "PROPN"}),
        float(graph.headline(trigger.head)),
        max(0.0, stronger - found.rank[1]) if by_pattern else stronger,
    )


def _logit(probability: float) -> float:
    kept = min(max(probability, 1e-6), 1 - 1e-6)
    return max(-_LIMIT, min(_LIMIT, math.log(kept / (1 - kept))))


def _tagged(tags: Tags, graph: Syntax, types: EventTypes) -> Iterator[tuple[int, str]]:
    """(head word, type) of each run of words to which the tagger gives a type of ours."""
    columns = [(column, label) for column, label in enumerate(tags.labels) if label in types.types]
    for column, type_ in columns:
        likely = tags.tokens[:, column] >= LEAST_TAGGED
        run: list[int] = []
        for i in (*likely.nonzero()[0].tolist(), -1):
            if run and (i != run[-1] + 1 or graph.sentence[i] != graph.sentence[run[-1]]):
                head = next((t for t in run if graph.head[t] not in run or graph.head[t] == t), run[0])
                if _is_readable(head, graph) and not graph.blocked.intersection(run):
                    yield head, type_
                run = []
            run.append(i)


def _is_readable(word: int, graph: Syntax) -> bool:
    """Whether a word may tell of an event where no pattern says so."""
    return word not in graph.blocked and graph.lower[word].isalpha() and graph.lemma[word] not in _ABOUT_WORDS


def _untold(
    known: Collection[tuple[int, str]], tags: Tags, graph: Syntax, types: EventTypes
) -> Iterator[tuple[int, str]]:
    """(word, type) where a window is about a type of which none of its words is a candidate yet."""
    for first, last in tags.windows:
        for column, type_ in enumerate(tags.labels):
            if type_ not in types.types or tags.about[first, column] < LEAST_ABOUT:
                continue
            word = first + int(tags.tokens[first:last, column].argmax())
            told = any(first <= head < last and type_ == other for head, other in known)
            if not told and _is_readable(word, graph) and tags.tokens[word, column] >= LEAST_WORD:
                yield word, type_


def _trigger(head: int, type_: str, graph: Syntax, types: EventTypes, here: Mapping[str, Found]) -> Trigger:
    """A trigger that no pattern found: its counts are those of the type's patterns for such words."""
    noun = graph.pos[head] in {"NOUN", "PROPN"}
    arguments = graph.noun(head) if noun else graph.verb(head)
    same = next(iter(here.values())).trigger if here else None
    token = graph.doc[head]
    return Trigger(
        type=type_,
        head=head,
        tokens=same.tokens if same else (head,),
        start_char=same.start_char if same else token.idx,
        end_char=same.end_char if same else token.idx + len(token),
        pattern=LEARNT,
        strength=0.0,
        agents=tuple(dict.fromkeys(arguments.subject)),
        patients=tuple(dict.fromkeys(arguments.object)),
        counts=_usual_counts(type_, noun, head, arguments, types),
        places=_usual_places(type_, types),
        consequence=types.types[type_].consequence,
    )


def _usual_counts(
    type_: str, noun: bool, head: int, arguments: Arguments, types: EventTypes
) -> tuple[tuple[int, str], ...]:
    roles = _roles(types, type_, noun)
    tokens = ((head,) if slot == "self" else slot_of(slot, arguments) for slot, _ in roles)
    return tuple(
        dict.fromkeys((token, role) for found, (_, role) in zip(tokens, roles, strict=True) for token in found)
    )


@functools.lru_cache(maxsize=256)
def _roles(types: EventTypes, type_: str, noun: bool) -> tuple[tuple[str, str], ...]:
    """The (slot, role) pairs that at least half of the type's patterns for nouns, or for other words, count."""
    patterns = [p for p in types.types[type_].patterns if (p.pos == "noun") == noun]
    counted = Counter(pair for pattern in patterns for pair in pattern.counts)
    return tuple(pair for pair, times in counted.items() if 2 * times >= len(patterns))


@functools.lru_cache(maxsize=256)
def _usual_places(type_: str, types: EventTypes) -> tuple[str, ...]:
    """The prepositions that give the place in most of the type's patterns."""
    return Counter(pattern.places for pattern in types.types[type_].patterns).most_common(1)[0][0]
