"""What every page has: its title, its style sheet and the way to the other pages."""

from __future__ import annotations

import functools
from contextlib import AbstractContextManager
from pathlib import Path

import streamlit as st

from eventmap import paths
from eventmap.theme import Mode, Theme, theme

PAGES = (("app.py", "Map"), ("pages/article.py", "Article"), ("pages/method.py", "Method"))
_STYLE = Path(__file__).with_name("style.css")


def mode() -> Mode:
    """Light or dark, as the reader's browser shows the page."""
    return "dark" if st.context.theme.type == "dark" else "light"


def begin(title: str) -> None:
    """Start a page: call this first, once."""
    st.set_page_config(page_title=f"{title} · Event Map", page_icon=str(paths.STATIC / "favicon.svg"), layout="wide")
    st.html(f"<style>{_variables(theme(mode()))}{_style(_STYLE.stat().st_mtime_ns)}</style>")
    with st.sidebar:
        st.html('<div class="em-brand">Event Map</div><div class="em-motto">Every pin is a quotation</div>')
        with st.container(horizontal=True, key="nav"):
            for page, label in PAGES:
                st.page_link(page, label=label)


def loading() -> AbstractContextManager[object]:
    """Where progress is shown: a place of its own, for the browser draws all that follows anew where one is missing."""
    return st.container(key="loading")


@functools.lru_cache(maxsize=1)
def _style(changed: int) -> str:
    return _STYLE.read_text(encoding="utf-8")


def _variables(colours: Theme) -> str:
    names = ("paper", "ink", "muted", "rule", "accent", "sea", "land")
    return ":root{" + "".join(f"--em-{name}:{getattr(colours, name)};" for name in names) + "}"
