"""Borders that a text names ("the Georgian border", "crossings into Finland") as places of their own.

A passage names at least one of the two countries; the other is the one of its neighbours that the article speaks of
most. The place is the main crossing between the two.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Span, Token

from eventmap.gazetteer import Gazetteer
from eventmap.lexicon import words
from eventmap.model import Mention
from eventmap.toponyms import Toponym

_BORDER_NOUNS = words("border_nouns")
_PREPOSITIONS = frozenset({"with", "between", "into", "to", "from", "of", "and"})


def borders(
    sentence: Span, toponyms: Sequence[Toponym], weights: Mapping[str, float], gazetteer: Gazetteer, offset: int
) -> list[Toponym]:
    """The border crossings that `sentence` names, each with the noun ("border") as its token.

    Args:
        sentence: a sentence.
        toponyms: what was recognised in it, demonyms included.
        weights: how much the article speaks of each country, by ISO 3166-1 alpha-2 code.
        gazetteer: where the crossings are.
        offset: where the sentence's `Doc` starts in the article.
    """
    countries = [toponym for toponym in toponyms if toponym.entry.kind == "country"]
    found = []
    for token in sentence:
        if token.lemma_.lower() in _BORDER_NOUNS:
            named = list(_named(token, countries))
            found += _crossing(token, named, weights, gazetteer, offset)
    return found


def _named(noun: Token, countries: Sequence[Toponym]) -> Iterator[Toponym]:
    """The countries that the phrase around the noun names."""
    inside = {node.i for node in noun.subtree if _belongs(node, noun)}
    for toponym in countries:
        if any(i in inside for i in range(toponym.first, toponym.last)):
            yield toponym


def _belongs(node: Token, noun: Token) -> bool:
    """Whether the way from `node` up to the noun leads through modifiers and fitting prepositions only."""
    while node != noun:
        if node.dep_ == "prep" and node.lower_ not in _PREPOSITIONS:
            return False
        if node.dep_ not in {"amod", "compound", "nmod", "poss", "prep", "pobj", "conj", "npadvmod", "punct"}:
            return False
        node = node.head
    return True


def _crossing(
    noun: Token, named: Sequence[Toponym], weights: Mapping[str, float], gazetteer: Gazetteer, offset: int
) -> list[Toponym]:
    if not named:
        return []
    first = named[0]
    country = first.entry.country
    others = [toponym.entry.country for toponym in named[1:] if toponym.entry.country != country]
    others += sorted((code for code in weights if code != country), key=lambda code: -weights[code])
    entry = next((crossing for code in others if (crossing := gazetteer.border(country, code))), None)
    if entry is None:
        return []
    start = offset + min(noun.idx, noun.doc[first.first].idx)
    end = offset + max(noun.idx + len(noun), noun.doc[first.last - 1].idx + len(noun.doc[first.last - 1]))
    neighbour = gazetteer.country(next(code for code in entry.countries if code != country))
    text = noun.doc.text[start - offset : end - offset]
    entry = replace(entry, country=country)
    mention = Mention(
        start=start,
        end=end,
        text=text,
        reading="place",
        id=entry.id,
        name=entry.name,
        kind=entry.kind,
        lat=entry.lat,
        lon=entry.lon,
        country=country,
        admin1="",
        confidence=first.mention.confidence,
        why=f"the main crossing between {first.entry.name} and {neighbour.name if neighbour else 'its neighbour'}",
    )
    return [Toponym(mention, entry, first.paragraph, noun.i, noun.i + 1)]
