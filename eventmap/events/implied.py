"""Places that a text names by way of a country: its borders and its capital.

"The Georgian border", "crossings into Finland": at least one of the two countries is named; the other is the one of its
neighbours that the article speaks of most, and the place is the main crossing between them. "Kenya's capital", "the
Indian capital": the capital, unless its name stands beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Span, Token

from eventmap.events.located import LocatedToponym
from eventmap.gazetteer import Entry, Gazetteer
from eventmap.lexicon import words
from eventmap.model import Span as TextSpan

_BORDER_NOUNS = words("border_nouns")
_FOLLOWING = frozenset({"with", "into", "between"})
_PREPOSITIONS = frozenset({"with", "between", "into", "to", "from", "of", "and"})


def implied_places(
    sentence: Span, toponyms: Sequence[LocatedToponym], weights: Mapping[str, float], gazetteer: Gazetteer, offset: int
) -> list[LocatedToponym]:
    """The border crossings and capitals that `sentence` names, each with its noun ("border", "capital") as its token.

    Args:
        sentence: a sentence.
        toponyms: what was recognised in it, demonyms included.
        weights: how much the article speaks of each country, by ISO 3166-1 alpha-2 code.
        gazetteer: where the crossings and capitals are.
        offset: where the sentence's `Doc` starts in the article.
    """
    countries = [toponym for toponym in toponyms if toponym.entry.kind == "country"]
    found: list[LocatedToponym] = []
    for token in sentence:
        if token.lemma_.lower() in _BORDER_NOUNS:
            found += _crossing(token, list(_named(token, countries)), weights, gazetteer, offset)
        elif token.lower_ == "capital" and not _has_name(token, toponyms):
            found += _capital(token, list(_named(token, countries)), gazetteer, offset)
    return found


def _has_name(noun: Token, toponyms: Sequence[LocatedToponym]) -> bool:
    """Whether the name of the town stands with the noun ("the capital, X", "the capital X", "the capital of X")."""
    doc = noun.doc
    for toponym in toponyms:
        if toponym.entry.kind == "city" and toponym.mention.reading == "place":
            root = doc[toponym.first : toponym.last].root
            beside = 0 <= toponym.first - noun.i <= 3 or 0 < noun.i - toponym.last <= 3
            if beside or root.head == noun or noun.head == root:
                return True
    return False


def _named(noun: Token, countries: Sequence[LocatedToponym]) -> Iterator[LocatedToponym]:
    """The countries that the phrase around the noun names."""
    inside = {node.i for node in noun.subtree if _belongs(node, noun)}
    if noun.i + 1 < len(noun.doc) and noun.nbor().lower_ in _FOLLOWING:
        inside |= {noun.i + 2, noun.i + 3}  # "closed its border with X", whatever the parse makes of "with"
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
    noun: Token, named: Sequence[LocatedToponym], weights: Mapping[str, float], gazetteer: Gazetteer, offset: int
) -> list[LocatedToponym]:
    if not named:
        return []
    first = named[0]
    country = first.entry.country
    others = [toponym.entry.country for toponym in named[1:] if toponym.entry.country != country]
    others += sorted((code for code in weights if code != country), key=lambda code: -weights[code])
    entry = next((crossing for code in others if (crossing := gazetteer.border(country, code))), None)
    if entry is None:
        return []
    neighbour = gazetteer.country(next(code for code in entry.countries if code != country))
    pair = f"{first.entry.name}–{neighbour.name}" if neighbour else first.entry.name
    why = f"the text names this border, not where on it; drawn at its main crossing, {entry.name}"
    border = replace(entry, country=country, name=f"{pair} border")
    ends = [toponym for toponym in named if toponym.entry.country in entry.countries]
    return [_toponym(noun, ends, border, why, offset)]


def _capital(noun: Token, named: Sequence[LocatedToponym], gazetteer: Gazetteer, offset: int) -> list[LocatedToponym]:
    entry = gazetteer.capital(named[0].entry.country) if named else None
    if entry is None:
        return []
    return [_toponym(noun, named[:1], entry, f"the capital of {named[0].entry.name}", offset)]


def _toponym(noun: Token, by: Sequence[LocatedToponym], entry: Entry, why: str, offset: int) -> LocatedToponym:
    """`entry`, named by the words from the first of the countries' names `by` and the noun to the last of them."""
    doc = noun.doc
    first = min(noun.i, *(toponym.first for toponym in by))
    last = max(noun.i, *(toponym.last - 1 for toponym in by))
    words_ = doc[first : last + 1]
    span = TextSpan(offset + words_.start_char, offset + words_.end_char, words_.text)
    mention = entry.mention(span, "place", by[0].mention.confidence, why)
    return LocatedToponym(mention, entry, by[0].paragraph, noun.i, noun.i + 1, implied=True)
