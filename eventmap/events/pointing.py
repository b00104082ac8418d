"""Places that a text means without naming them: "the city", "there", "the capital", and "a Syrian village".

"The village" points back to the nearest place of that sort told before it, and "there" to the nearest that said where
something was. An adjective before a building or a settlement ("a Syrian village", "the Nigerian hospital") gives the
country that it lies in, unless a finer place is named.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Span, Token

from eventmap.events.located import LocatedToponym
from eventmap.events.roles import Role, role
from eventmap.gazetteer import Entry
from eventmap.lexicon import words
from eventmap.model import PlaceKind
from eventmap.model import Span as TextSpan

_SITES = words("site_nouns")
_MISSIONS = words("missions")
_SETTLED = words("settlement_nouns")
_REGIONS = words("region_nouns")
# Nouns that may point back to a place that was called so ("the camp" after "X refugee camp").
_CALLED = words("place_nouns") - words("people_of_place")
_DEFINITE = frozenset({"the", "this", "that", "its", "their"})
_WHEREABOUTS = frozenset({"locative", "object", "passive_subject", "modifier", "destination", "of"})
# "There" means a place of this or the paragraph before.
_THERE_REACH = 1
# What points is less sure than a name.
_SURENESS = 0.85


def pointing_places(
    sentence: Span,
    toponyms: Sequence[LocatedToponym],
    before: Sequence[LocatedToponym],
    capital: Entry | None,
    docs: Sequence[Doc],
    paragraph: int,
    offset: int,
) -> list[LocatedToponym]:
    """The places that `sentence` points back to or tells by an adjective, with their noun as their token.

    Args:
        sentence: a sentence.
        toponyms: what was recognised in it, demonyms included.
        before: the places that the article names before it, in the order of the text.
        capital: the capital of the country that the sentence is about, if known.
        docs: the article's paragraphs as parsed.
        paragraph: the number of the sentence's.
        offset: where the sentence's `Doc` starts in the article.
    """
    found = [site for toponym in toponyms if (site := _by_demonym(toponym, before, sentence.doc)) is not None]
    named = {i for toponym in toponyms for i in range(toponym.first, toponym.last)}
    for token in sentence:
        if token.lower_ != "there" and token.lemma_.lower() not in _CALLED:
            continue
        earlier = [*before, *(t for t in toponyms if t.last <= token.i and t.mention.reading == "place")]
        if token.lower_ == "there" and token.dep_ not in {"expl", "nsubj"} and token.tag_ != "EX":
            near = [t for t in earlier if t.paragraph >= paragraph - _THERE_REACH]
            antecedent = next((t for t in reversed(near) if _says_where(t, docs)), None)
        elif token.pos_ == "NOUN" and token.i not in named and _is_definite(token) and not _is_named(token, toponyms):
            antecedent = _antecedent(token, earlier, docs)
            if antecedent is None and token.lower_ == "capital" and capital is not None and earlier:
                told = next((t.entry for t in reversed(earlier) if t.entry.feature == "PPLC"), capital)
                found.append(_pointing(token, told, earlier[-1], paragraph, offset))
        else:
            antecedent = None
        if antecedent is not None:
            found.append(_pointing(token, antecedent.entry, antecedent, paragraph, offset))
    return found


def _by_demonym(toponym: LocatedToponym, before: Sequence[LocatedToponym], doc: Doc) -> LocatedToponym | None:
    """The country of "a Syrian village", the name in "Rakhine state", the town told before of "the Syrian town"."""
    root = doc[toponym.first : toponym.last].root
    if toponym.mention.reading != "demonym" or root.dep_ not in {"amod", "compound"}:
        return None
    noun = root.head.lemma_.lower()
    is_place = noun in (_SETTLED | _REGIONS) - {"capital"} or (noun in _SITES and noun not in _MISSIONS)
    if not is_place:
        return None
    towns = (t for t in reversed(before) if t.entry.kind == "city" and t.entry.country == toponym.entry.country)
    told = next(towns, None) if _is_definite(root.head) and noun in _SETTLED else None
    if told is not None:
        why = f"“the {toponym.mention.text} {root.head.lower_}” here is {told.entry.name}, told before"
        mention = told.entry.mention(toponym.mention.span, "place", _SURENESS * told.mention.confidence, why)
        return LocatedToponym(mention, told.entry, toponym.paragraph, toponym.first, toponym.last, implied=True)
    why = f"“{toponym.mention.text} {root.head.lower_}”: the text names no place in {toponym.entry.name}"
    mention = toponym.entry.mention(toponym.mention.span, "place", _SURENESS * toponym.mention.confidence, why)
    return LocatedToponym(mention, toponym.entry, toponym.paragraph, toponym.first, toponym.last)


def _is_definite(noun: Token) -> bool:
    return any(child.lower_ in _DEFINITE and child.dep_ in {"det", "poss"} for child in noun.children)


def _is_named(noun: Token, toponyms: Sequence[LocatedToponym]) -> bool:
    """Whether the phrase of the noun names the place itself ("the city of X", "the Syrian town", "X, the capital")."""
    if noun.dep_ == "appos" or any(_is_proper(child) for child in noun.children):
        return True
    doc = noun.doc
    for toponym in toponyms:
        root = doc[toponym.first : toponym.last].root
        node = root
        for _ in range(4):
            if node.head == noun:
                if node != root and node.dep_ == "prep" and node.lower_ != "of":
                    break  # "the city in X"
                return True
            if node.dep_ not in {"pobj", "prep", "conj", "compound", "amod", "poss", "nmod"}:
                break
            node = node.head
        if noun.i + 1 in range(toponym.first, toponym.last):
            return True
    return False


def _is_proper(child: Token) -> bool:
    """Whether a dependent gives the noun a name, known or not ("the port of Xyz", "the Xyz district")."""
    if child.dep_ == "prep" and child.lower_ == "of":
        return any(below.pos_ == "PROPN" for below in child.children)
    return child.pos_ == "PROPN" and child.dep_ in {"compound", "appos", "nmod"}


def _antecedent(noun: Token, earlier: Sequence[LocatedToponym], docs: Sequence[Doc]) -> LocatedToponym | None:
    """The nearest place of the sort that the noun names."""
    lemma = noun.lemma_.lower()
    if lemma not in _CALLED:
        return None
    called = next((t for t in reversed(earlier) if lemma in _called(t, docs)), None)
    if called is not None:
        return called
    kind: PlaceKind | None = "city" if lemma in _SETTLED - {"capital"} else "region" if lemma in _REGIONS else None
    of_kind = (t for t in reversed(earlier) if t.entry.kind == kind)
    return next((t for t in of_kind if _may_be_meant(role(_span(t, docs)))), None)


def _may_be_meant(at: Role) -> bool:
    """Whether a place may be "the city" later on: not where somebody comes from, nor one that helps to find another."""
    return at.kind != "origin" and not at.aside


def _called(toponym: LocatedToponym, docs: Sequence[Doc]) -> set[str]:
    """The nouns by which the text calls a place where it names it ("the village of X", "X camp")."""
    span = _span(toponym, docs)
    root = span.root
    around = [root.head] if root.dep_ in {"compound", "appos", "nmod"} else []
    around += [child for child in root.children if child.dep_ == "appos"]
    if root.dep_ == "pobj" and root.head.lower_ == "of":
        around.append(root.head.head)
    return {token.lemma_.lower() for token in (*around, *span)}


def _says_where(toponym: LocatedToponym, docs: Sequence[Doc]) -> bool:
    at = role(_span(toponym, docs))
    return at.kind in _WHEREABOUTS and not at.aside


def _span(toponym: LocatedToponym, docs: Sequence[Doc]) -> Span:
    return docs[toponym.paragraph][toponym.first : toponym.last]


def _pointing(token: Token, entry: Entry, by: LocatedToponym, paragraph: int, offset: int) -> LocatedToponym:
    article = next((child for child in token.children if child.lower_ in _DEFINITE and child.i == token.i - 1), token)
    start, end = article.idx, token.idx + len(token)
    text = token.doc.text[start:end]
    span = TextSpan(offset + start, offset + end, text)
    why = f"“{text}” here is {entry.name}, told before"
    mention = entry.mention(span, "place", _SURENESS * by.mention.confidence, why)
    return LocatedToponym(mention, entry, paragraph, token.i, token.i + 1, implied=True)
