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
    if mark.text == ":":
        tokens = list(sentence.doc[sentence.start : mark.i])
    else:
        tokens = list(sentence.doc[mark.i + 1 : sentence.end])
    if not 0 < len(tokens) <= _LONGEST or any(token.pos_ in {"VERB", "AUX"} or token.is_punct for token in tokens):
        return []
    last = tokens[-1]
    acronym = last.is_upper and len(last) > 1 and last.ent_type_ not in {"GPE", "LOC"}
    speaks = acronym or last.lemma_.lower() in _SPEAKERS or last.ent_type_ in {"ORG", "PERSON"}
    return sources_in(tokens) if speaks else []
