"""What kinds of mistakes a program makes: each gold mention that it does not get, and each answer too many, has one.

A gold mention is missed (nothing overlaps it), cut wrongly (what is paired with it has another span) or, with its exact
span and a GeoNames id, put in the wrong place. An answer that is paired with no gold mention is a false one. The small
language model's named entities bear witness to what the words around are: they are not always right themselves.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from eventmap.evaluation.baseline import PLACES, Entity
from eventmap.evaluation.corpus import AnnotatedArticle, Annotation
from eventmap.evaluation.pairing import NEAR_KM, is_demonym, pairs
from eventmap.gazetteer import Entry, Gazetteer, distance_km
from eventmap.toponyms import lies_in

# Two entries of the same sort so close together are one town twice in GeoNames, or a town and a part of it.
_DOUBLE_KM = 25.0


@dataclass(frozen=True, slots=True)
class Mistake:
    """One mistake: its kind, the article and the words, and what was said and would have been right, in words."""

    kind: str
    article: str
    words: str
    said: str
    right: str


@dataclass(frozen=True, slots=True)
class Kind:
    """The mistakes of one kind: their number, and some of them."""

    kind: str
    count: int
    examples: tuple[Mistake, ...]


def by_kind(mistakes: Sequence[Mistake], examples: int) -> list[Kind]:
    """The kinds of mistakes, the most frequent first, with the first `examples` of each."""
    counts = Counter(mistake.kind for mistake in mistakes)
    return [
        Kind(kind, count, tuple([mistake for mistake in mistakes if mistake.kind == kind][:examples]))
        for kind, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    ]


def mistakes_of(
    annotated: AnnotatedArticle, answers: Sequence[Annotation], witness: Sequence[Entity], gazetteer: Gazetteer
) -> list[Mistake]:
    """The mistakes in one article, in the order of its text.

    Args:
        annotated: the article and its gold mentions.
        answers: what the program found in it.
        witness: the article's named entities, see `baseline.entities`.
        gazetteer: tells why a place was not found.
    """
    text = annotated.article.text
    paired = pairs(annotated.mentions, answers)
    answer_for = {gold.span: answer for gold, answer in paired}
    found: list[tuple[int, str, Annotation | None, Annotation | None]] = []
    for gold in annotated.mentions:
        answer = answer_for.get(gold.span)
        if answer is None:
            found.append((gold.start, f"missed: {_why_missed(gold, text, witness, gazetteer)}", gold, None))
        elif answer.span != gold.span:
            found.append((gold.start, f"cut: {_how_cut(gold, answer)}", gold, answer))
        elif gold.id is not None and answer.id != gold.id:
            words = text[gold.start : gold.end]
            found.append((gold.start, f"wrong place: {_how_wrong(gold, answer, words, gazetteer)}", gold, answer))
    matched = {answer.span for _, answer in paired}
    for answer in answers:
        if answer.span not in matched:
            why = _why_false(answer, annotated.mentions, text, witness, gazetteer)
            found.append((answer.start, f"false: {why}", None, answer))
    return [
        _mistake(kind, annotated, gold, answer, gazetteer)
        for _, kind, gold, answer in sorted(found, key=lambda item: item[:2])
    ]


def _why_missed(gold: Annotation, text: str, witness: Sequence[Entity], gazetteer: Gazetteer) -> str:
    words = text[gold.start : gold.end]
    inside = any(
        label == "ORG" and span.start <= gold.start and gold.end <= span.end and span.text != words
        for label, span in witness
    )
    if inside or gold.kind.startswith("Embedded"):
        return "part of an organisation’s name"
    if is_demonym(gold, text, gazetteer):
        return "a demonym"
    if not words[0].isupper():
        return "in lower case"
    if not gazetteer.lookup(words) and not gazetteer.demonym(words):
        return "a name that the gazetteer does not have"
    return "a name that the gazetteer has"


def _why_false(
    answer: Annotation, gold: Sequence[Annotation], text: str, witness: Sequence[Entity], gazetteer: Gazetteer
) -> str:
    if any(answer.start < mention.end and mention.start < answer.end for mention in gold):
        return "second piece of a name"
    if is_demonym(answer, text, gazetteer):
        return "a demonym"
    labels = {label for label, span in witness if span.start < answer.end and answer.start < span.end}
    if "PERSON" in labels:
        return "a person, it seems"
    if "ORG" in labels:
        return "an organisation, it seems"
    if labels & PLACES:
        return "a place, it seems, that was not annotated"
    return "other words"


def _how_cut(gold: Annotation, answer: Annotation) -> str:
    if answer.start <= gold.start and gold.end <= answer.end:
        return "too long"
    if gold.start <= answer.start and answer.end <= gold.end:
        return "too short"
    return "shifted"


def _how_wrong(gold: Annotation, answer: Annotation, words: str, gazetteer: Gazetteer) -> str:
    right = gazetteer.get(gold.id or "")
    said = _entry(answer, gazetteer)
    if right is None:
        return "the right one is not in the gazetteer"
    if said is None:
        return "none was given"
    if right.id == said.id or right.id not in {
        hit.entry.id for hit in (*gazetteer.lookup(words), *gazetteer.demonym(words))
    }:
        return "the right one has not that name in the gazetteer"
    if not set(right.countries) & set(said.countries):
        return "a namesake in another country"
    apart = distance_km(right.lat, right.lon, said.lat, said.lon)
    if _level(right) != _level(said):
        around = lies_in(right, said, gazetteer) or lies_in(said, right, gazetteer)
        if around or apart <= NEAR_KM:
            return "another level (a town for its county or region, or the like)"
    elif apart <= _DOUBLE_KM:
        return "another entry for much the same place"
    return "a namesake in the same country"


def _level(entry: Entry) -> str:
    return entry.feature if entry.kind == "region" else entry.kind


def _entry(answer: Annotation, gazetteer: Gazetteer) -> Entry | None:
    name = answer.id or answer.key
    return gazetteer.get(name) if name else None


def _mistake(
    kind: str,
    annotated: AnnotatedArticle,
    gold: Annotation | None,
    answer: Annotation | None,
    gazetteer: Gazetteer,
) -> Mistake:
    text = annotated.article.text
    seen = [mention for mention in (gold, answer) if mention]
    start, end = min(mention.start for mention in seen), max(mention.end for mention in seen)
    return Mistake(
        kind,
        annotated.article.id,
        text[start:end],
        _described(answer, text, gazetteer) if answer else "nothing",
        _described(gold, text, gazetteer) if gold else "nothing",
    )


def _described(mention: Annotation, text: str, gazetteer: Gazetteer) -> str:
    words = f"“{text[mention.start : mention.end]}”"
    entry = _entry(mention, gazetteer)
    if entry is None:
        return f"{words}: {mention.id or 'no place'}"
    where = ", ".join(filter(None, (entry.name, entry.kind, entry.admin1_name, entry.country)))
    return f"{words}: {where} ({entry.id})"
