"""Stories and their events, read once for all visitors of the server."""

from __future__ import annotations

import hashlib

import pandas as pd
import streamlit as st

from eventmap import event_types, frames, pipeline
from eventmap.gazetteer import Gazetteer, build_index
from eventmap.model import Article, Event, Extraction

_READY = "gazetteer_ready"


@st.cache_resource(show_spinner=False)
def _opened() -> Gazetteer:
    return Gazetteer.open()


def gazetteer() -> Gazetteer:
    """The gazetteer; its index is built on first use, with a progress bar."""
    if not st.session_state.get(_READY):
        shown = st.empty()
        build_index(lambda share, what: shown.progress(share, text=f"Preparing the gazetteer, this once: {what}"))
        shown.empty()
        st.session_state[_READY] = True
    return _opened()


@st.cache_resource(show_spinner="Reading the story …", max_entries=500)
def _read(article_id: str, digest: str, types_version: str, _article: Article) -> Extraction:
    return pipeline.extract(_article, _opened())


def extraction(article: Article) -> Extraction:
    """What is read in `article`; kept until its text, its date or the event types change."""
    digest = hashlib.sha256(f"{article.published}\n{article.text}".encode()).hexdigest()
    return _read(article.id, digest, types().version, article)


@st.cache_resource(show_spinner=False, max_entries=20)
def _frame(ids: tuple[tuple[str, str], ...], types_version: str, _extractions: list[Extraction]) -> pd.DataFrame:
    return frames.frame((event for read in _extractions for event in read.events), _country)


def frame(extractions: list[Extraction]) -> pd.DataFrame:
    """The events of all `extractions` as one frame; shared, so never to be changed in place."""
    ids = tuple((event.article, event.id) for read in extractions for event in read.events)
    return _frame(ids, types().version, extractions)


def country_name(event: Event) -> str:
    """The name of the country that `event` is in, "" where it is in none."""
    return _country(event.place.country) if event.place and event.place.country else ""


def _country(code: str) -> str:
    entry = _opened().country(code)
    return entry.name if entry else code


def types() -> event_types.EventTypes:
    """The event types, read again when their file changes."""
    return event_types.load()
