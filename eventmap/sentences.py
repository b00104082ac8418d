"""Sentences as a reader sees them: the parser's sentences, mended where it cuts inside a quotation or mid-phrase."""

from __future__ import annotations

from spacy.tokens import Doc, Span

_OPENING = "“«„"
_CLOSING = "”»"

# A quotation longer than this many of the parser's sentences is read sentence by sentence.
_MAX_JOINED = 4


def sentences(doc: Doc) -> list[Span]:
    """The sentences of a paragraph, in order and without gaps."""
    parsed = [sentence for sentence in doc.sents if sentence.text.strip()]
    joined: list[list[Span]] = []
    for sentence in parsed:
        if joined and len(joined[-1]) < _MAX_JOINED and _continues(joined[-1], sentence):
            joined[-1].append(sentence)
        else:
            joined.append([sentence])
    return [doc[group[0].start : group[-1].end] for group in joined]


def _continues(before: list[Span], sentence: Span) -> bool:
    """Whether `sentence` is the rest of the one before: it starts in lower case, or inside an open quotation."""
    text = "".join(part.text for part in before)
    is_open = sum(text.count(mark) for mark in _OPENING) > sum(text.count(mark) for mark in _CLOSING)
    letters = sentence.text.lstrip(" \t" + _CLOSING + "\"'’")
    return is_open or (letters[:1].islower() and not text.rstrip().endswith((".", "!", "?")))


def in_quotation(doc: Doc) -> list[bool]:
    """For each token of `doc`, whether it stands inside quotation marks (curly, angled or straight)."""
    inside, flags = False, []
    for token in doc:
        mark = token.text
        if mark == '"':
            inside = not inside
            flags.append(False)
        elif mark in _OPENING:
            inside = True
            flags.append(False)
        elif mark in _CLOSING:
            inside = False
            flags.append(False)
        else:
            flags.append(inside)
    return flags
