"""The whole way from an article to its events, for the command line, the app and library users."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from eventmap import event_types, nlp
from eventmap.errors import InputError
from eventmap.events.build import build
from eventmap.gazetteer import Gazetteer
from eventmap.gazetteer.online import OnlineGazetteer, is_enabled
from eventmap.model import Article, Extraction
from eventmap.tagging import tagger
from eventmap.toponyms import geoparse

# The models let other threads work beside them: toponyms are looked for while the text is parsed.
_READERS = 2


def extract(article: Article, gazetteer: Gazetteer | None = None) -> Extraction:
    """Read an article: its toponyms, and its events in the order of their passages.

    Nothing leaves the machine, unless the user has set EVENTMAP_NOMINATIM=1: then names of places that the gazetteer
    lacks are sent to OpenStreetMap's Nominatim (see `eventmap.gazetteer.online`).

    Args:
        article: the story; relative dates need its `published`.
        gazetteer: an opened gazetteer; the shared one by default (built on first use, which takes under a minute).

    Raises:
        InputError: the article has no text.
        DataError: a data file of the product is damaged.
        GazetteerError: the gazetteer cannot be built or opened.
    """
    if not article.text.strip():
        raise InputError(f"article “{article.id}” has no text")
    places = gazetteer or Gazetteer.open()
    types, events_tagger = event_types.load(), tagger()
    with ThreadPoolExecutor(max_workers=_READERS) as readers:
        found = readers.submit(geoparse, article.text, places, OnlineGazetteer(places) if is_enabled() else None)
        paragraphs = nlp.parse(article.text)
        tags = list(readers.map(lambda paragraph: events_tagger.tag(paragraph.doc), paragraphs))
        toponyms = found.result()
    events = build(article, paragraphs, toponyms, tags, types, places)
    return Extraction(article, tuple(toponym.mention for toponym in toponyms), tuple(events))
