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
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from eventmap import model_files
from eventmap.errors import DataError
from eventmap.event_types import EventTypes
from eventmap.tagging import NONE, Tags
from eventmap.triggers.arguments import Arguments, Syntax
from eventmap.triggers.match import Found, slot_of
from eventmap.triggers.trigger import Trigger

MODEL = "event-weights-1.json"
# A type that the tagger gives a word at least this probability is a candidate.
LEAST_TAGGED = 0.25
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
    "consequence",
    "other type here",
)
_LIMIT = 6.0


@dataclass(frozen=True, slots=True)
class Weights:
    """One weight for each of `FEATURES`, and the least probability of a word that tells of an event."""

    weights: tuple[float, ...]
    threshold: float

    def probability(self, features: Sequence[float]) -> float:
        return 1.0 / (1.0 + math.exp(-sum(w * x for w, x in zip(self.weights, features, strict=True))))


@functools.cache
def weights() -> Weights:
    """The weights that are shipped.

    Raises:
        DataError: the file is missing or damaged.
    """
    record = json.loads(model_files.load(MODEL))
    if tuple(record["features"]) != FEATURES:
        raise DataError(f"The model {MODEL} was made for other features than this version of the program has.")
    return Weights(tuple(record["weights"]), record["threshold"])


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
    learnt = weights()
    best: dict[int, Found] = {}
    for found in candidates(matched, tags, graph, types):
        trigger = found.trigger
        if tags.knows(trigger.type):
            told = features(found, matched.get(trigger.head, {}), tags, graph)
            sure = round(learnt.probability(told), 3)
        else:
            sure = trigger.strength
        rival = best.get(trigger.head)
        if rival is None or sure > rival.trigger.strength:
            best[trigger.head] = replace(found, trigger=replace(trigger, strength=sure))
    return best


def tells(found: Found) -> bool:
    """Whether a weighed candidate is probable enough to be an event, and not only to tell more of another."""
    return found.trigger.strength >= weights().threshold


def candidates(
    matched: Mapping[int, Mapping[str, Found]], tags: Tags, graph: Syntax, types: EventTypes
) -> Iterator[Found]:
    """What the patterns found, and what the tagger alone says."""
    for found in matched.values():
        yield from found.values()
    for head, type_ in _tagged(tags, graph, types):
        if type_ not in matched.get(head, {}):
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
        float(trigger.consequence),
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
                if not graph.blocked.intersection(run) and any(graph.lower[t].isalpha() for t in run):
                    yield head, type_
                run = []
            run.append(i)


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
    """The (slot, role) pairs that the type's patterns for nouns, or for other words, count most: one for each slot."""
    patterns = [p for p in types.types[type_].patterns if (p.pos == "noun") == noun]
    counted = Counter(pair for pattern in patterns for pair in pattern.counts)
    roles: dict[str, str] = {}
    for (slot, role), _ in counted.most_common():
        roles.setdefault(slot, role)
    return tuple(roles.items())


@functools.lru_cache(maxsize=256)
def _usual_places(type_: str, types: EventTypes) -> tuple[str, ...]:
    """The prepositions that give the place in most of the type's patterns."""
    return Counter(pattern.places for pattern in types.types[type_].patterns).most_common(1)[0][0]
