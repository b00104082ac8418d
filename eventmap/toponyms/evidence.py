"""What speaks for and against a toponym and its readings, as numbers, and how much each weighs.

The weights are learnt (`scripts/train_toponyms.py`) and kept in `data/toponym_weights.json`; a feature without a weight
there counts for nothing.
"""

from __future__ import annotations

import functools
import json
import math
from collections.abc import Mapping, Sequence

from spacy.tokens import Span

from eventmap import paths
from eventmap.errors import DataError
from eventmap.gazetteer import Entry, Hit
from eventmap.lexicon import words

Features = dict[str, float]

_STRONG_PREPOSITIONS = frozenset({"in", "near", "outside", "into", "across", "around", "at", "throughout"})
_WEAK_PREPOSITIONS = frozenset({"from", "to", "of", "on", "toward", "towards", "over", "between", "for"})
_TITLES = words("titles")
_LABELS = frozenset({"GPE", "LOC", "FAC", "NORP", "ORG", "PERSON"})
_REGION_WORDS = words("region_designators")
_CITY_WORDS = words("city_designators")


@functools.cache
def weights(part: str) -> Mapping[str, float]:
    """The weights of "recognition" or "resolution".

    Raises:
        DataError: the file is missing or damaged.
    """
    path = paths.DATA / "toponym_weights.json"
    try:
        return {name: float(value) for name, value in json.loads(path.read_text(encoding="utf-8"))[part].items()}
    except (OSError, ValueError, KeyError, AttributeError, TypeError) as error:
        raise DataError(f"{path.name} cannot be read: {error}.") from error


def score(features: Features, part: str) -> float:
    """The weighted sum of `features`: log-odds for recognition, a relative score for resolution."""
    weight = weights(part)
    return sum(weight.get(name, 0.0) * value for name, value in features.items())


def size(entry: Entry) -> float:
    """The logarithm (base 10) of a place's population, from 0 for a hundred or fewer people."""
    return math.log10(max(entry.population, 100)) - 2.0


def recognition_features(
    span: Span, hits: Sequence[Hit], designator: str, enclosing: str | None, is_dateline: bool
) -> Features:
    """What tells whether `span` is a place name.

    Args:
        span: a stretch of a paragraph that the gazetteer knows.
        hits: its entries there.
        designator: the noun that says what it is ("region"), "" if none does.
        enclosing: the label of the longer name that it is part of, if it is.
        is_dateline: whether the paragraph says only where a report was filed.
    """
    doc, first, last = span.doc, span[0], span[-1]
    label = span.root.ent_type_ or next((token.ent_type_ for token in span if token.ent_type_), "")
    before = _before(span)
    after = doc[span.end] if span.end < len(doc) else None
    kinds = {hit.entry.kind for hit in hits}
    name = label if label in _LABELS else "other" if label else "none"
    starts = first.ent_iob_ == "B" or (first.ent_iob_ == "I" and doc[first.i - 1].lower_ == "the")
    whole = label != "" and starts and (after is None or after.ent_iob_ != "I")
    found = {
        "bias": 1.0,
        f"label {name}": 1.0,
        "whole entity": float(whole),
        "strong preposition": float(before in _STRONG_PREPOSITIONS),
        "weak preposition": float(before in _WEAK_PREPOSITIONS),
        "designator": float(bool(designator)),
        "called a place": float(_is_called(span)),
        "title before": float(before in _TITLES),
        "size": max(size(hit.entry) for hit in hits),
        "known as such": float(any(hit.name_type == "primary" for hit in hits)),
        "words": float(min(len(span), 3) - 1),
        "sentence start": float(bool(first.is_sent_start) and len(span) == 1),
        "not a proper noun": float(all(token.pos_ != "PROPN" for token in span)),
        "short": float(len(span.text) <= 3),
        "capitals": float(span.text.isupper() and len(span.text) > 3),
        "state after comma": float(_place_follows(span)),
        "possessive": float(after is not None and after.tag_ == "POS"),
        "name goes on": float(after is not None and after.pos_ == "PROPN" and after.text[:1].isupper()),
        "name before": float(first.i > 0 and doc[first.i - 1].pos_ == "PROPN" and doc[first.i - 1].is_title),
        "in a person's name": float(enclosing == "PERSON"),
        "in another name": float(enclosing is not None and enclosing != "PERSON"),
        "dateline": float(is_dateline),
        "other script": float(not any(char < "\u0250" for char in span.text if char.isalpha())),
        "ambiguous": math.log(len(hits)),
        "last word designates": float(len(span) > 1 and last.lower_ in _REGION_WORDS | _CITY_WORDS),
    }
    return found | {f"kind {kind}": 1.0 for kind in kinds}


def _before(span: Span) -> str:
    """The word before a name, past an article."""
    i = span.start - 1
    while i >= 0 and span.doc[i].lower_ in {"the", "a", "an"}:
        i -= 1
    return span.doc[i].lower_ if i >= 0 else ""


def _is_called(span: Span) -> bool:
    """Whether the text says what a name is, in words that are no part of it: "the town of X", "the X region"."""
    doc, i, end = span.doc, span.start, span.end
    before = i >= 2 and doc[i - 1].lower_ == "of" and doc[i - 2].text in _CITY_WORDS | _REGION_WORDS
    return before or (end < len(doc) and doc[end].text in _REGION_WORDS)


def _place_follows(span: Span) -> bool:
    doc = span.doc
    return span.end + 1 < len(doc) and doc[span.end].text == "," and doc[span.end + 1].ent_type_ in {"GPE", "LOC"}


def resolution_features(
    hit: Hit,
    hits: Sequence[Hit],
    designator: str,
    country_share: float,
    region_share: float,
    nearest_km: float | None,
    qualified: bool,
) -> Features:
    """What tells whether `hit` is the place meant.

    Args:
        hit: one of the entries of a name.
        hits: all of them.
        designator: the noun that says what the name stands for ("region"), "" if none does.
        country_share: the share (0–1) of the article's other places that are in its country.
        region_share: likewise in its first-level region.
        nearest_km: how far the nearest other place of the article is; None if there is none.
        qualified: whether the text names the region or country that it lies in beside it.
    """
    entry = hit.entry
    namesakes = [other.entry for other in hits if other.entry.kind in {"city", "region"}]
    largest = max((other.population for other in namesakes), default=0)
    region_word, city_word = designator in _REGION_WORDS, designator in _CITY_WORDS
    is_region = entry.kind in {"region", "area"}
    return {
        f"kind {entry.kind}": 1.0,
        f"feature {entry.feature}": 1.0,
        f"name {hit.name_type}": 1.0,
        "size": size(entry),
        "largest": float(entry.population == largest and largest > 0),
        "country share": country_share,
        "region share": region_share,
        "near": math.exp(-nearest_km / 100.0) if nearest_km is not None else 0.0,
        "not far": math.exp(-nearest_km / 1000.0) if nearest_km is not None else 0.0,
        "qualified": float(qualified),
        "called a region": float(region_word and is_region),
        "called a region, is none": float(region_word and not is_region),
        "called a town": float(city_word and entry.kind == "city"),
        "called a town, is none": float(city_word and entry.kind != "city"),
        "second level, not called so": float(entry.feature == "ADM2" and not region_word),
    }
