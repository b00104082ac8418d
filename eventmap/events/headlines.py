"""The source that a headline names before its colon or after its last dash ("Police: two dead")."""

from __future__ import annotations

from spacy.tokens import Span, Token

from eventmap.events.naming_sources import Source, sources_in
from eventmap.lexicon import words

DASHES = frozenset({"-", "–", "—", "--"})
_SPEAKERS = words("speaker_nouns")
_LONGEST = 5


def headline_sources(mark: Token, sentence: Span) -> list[Source]:
    """The source that a headline names before its colon or after its last dash."""
    start, end = (sentence.start, mark.i) if mark.text == ":" else (mark.i + 1, sentence.end)
    tokens = list(sentence.doc[start:end]) if 0 < end - start <= _LONGEST else []
    if not tokens or any(token.pos_ in {"VERB", "AUX"} or token.is_punct for token in tokens):
        return []
    last = tokens[-1]
    acronym = last.is_upper and len(last) > 1 and last.ent_type_ not in {"GPE", "LOC"}
    speaks = acronym or last.lemma_.lower() in _SPEAKERS or last.ent_type_ in {"ORG", "PERSON"}
    return sources_in(tokens) if speaks else []
