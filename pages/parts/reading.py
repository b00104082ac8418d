"""Stories and their events, read once for all visitors of the server."""

from __future__ import annotations

import hashlib

import pandas as pd
import streamlit as st

from eventmap import event_types, frames, pipeline
from eventmap.gazetteer import Gazetteer
from eventmap.model import Article, Event, Extraction


@st.cache_resource(show_spinner=False)
def gazetteer() -> Gazetteer:
    """The gazetteer; its index is built on first use, with a progress bar."""
    shown = st.empty()

    def progress(done: float, what: str = "") -> None:
        shown.progress(min(max(done, 0.0), 1.0), text=f"Preparing the gazetteer, once · {what}".rstrip(" ·"))

    opened = Gazetteer.open(progress=progress)
    shown.empty()
    return opened


@st.cache_resource(show_spinner="Reading the story …", max_entries=500)
def _read(article_id: str, digest: str, _article: Article) -> Extraction:
    return pipeline.extract(_article)


def extraction(article: Article) -> Extraction:
    """What is read in `article`; kept until its text or its date changes."""
    digest = hashlib.sha256(f"{article.published}\n{article.text}".encode()).hexdigest()
    return _read(article.id, digest, article)


@st.cache_resource(show_spinner=False, max_entries=20)
def _frame(ids: tuple[tuple[str, str], ...], _extractions: list[Extraction]) -> pd.DataFrame:
    names = gazetteer()
    events = (event for read in _extractions for event in read.events)
    return frames.frame(events, lambda code: names.country(code).name)


def frame(extractions: list[Extraction]) -> pd.DataFrame:
    """The events of all `extractions` as one frame; shared, so never to be changed in place."""
    ids = tuple((event.article, event.id) for read in extractions for event in read.events)
    return _frame(ids, extractions)


def country_name(event: Event) -> str:
    """The name of the country that `event` is in, "" where it is in none."""
    return gazetteer().country(event.place.country).name if event.place and event.place.country else ""


def types() -> event_types.EventTypes:
    """The event types, read again when their file changes."""
    return event_types.load()
