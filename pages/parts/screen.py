"""How wide the map is in the reader's browser, which only the browser knows: the first view is fitted to it."""

from __future__ import annotations

import streamlit as st

GUESS = 720  # pixels; right, or nearly so, for a laptop
_STEP = 40

_SCRIPT = """
export default function ({ setStateValue, parentElement, data }) {
  const measure = () => {
    const map = document.querySelector(".st-key-map-frame");
    if (!map) return;
    const width = Math.round(map.clientWidth / data.step) * data.step;
    if (width > 0 && width !== parentElement.shownWidth) {
      parentElement.shownWidth = width;
      setStateValue("width", width);
    }
  };
  let timer;
  const later = () => { clearTimeout(timer); timer = setTimeout(measure, 300); };
  if (parentElement.shownWidth === undefined) {
    parentElement.shownWidth = data.guess;
    later();
  }
  window.addEventListener("resize", later);
  return () => { clearTimeout(timer); window.removeEventListener("resize", later); };
}
"""

_probe = st.components.v2.component("eventmap_screen", js=_SCRIPT)


def map_width() -> int:
    """The width of the map in pixels, to the nearest 40, or a laptop's until the browser has said."""
    state = st.session_state.get("screen")
    return int((state or {}).get("width") or GUESS)


def measure() -> None:
    """Ask the browser, which answers only where the guess is wrong. Call once, below the map."""
    _probe(key="screen", data={"guess": GUESS, "step": _STEP}, on_width_change=lambda: None)
