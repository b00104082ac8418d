"""How large the map is in the reader's browser, which only the browser knows: the first view is fitted to it."""

from __future__ import annotations

import streamlit as st

_GUESS = [680, 560]  # width and height in pixels; right, or nearly so, for a laptop
_STEP = 40

_SCRIPT = """
export default function ({ setStateValue, parentElement, data }) {
  const measure = () => {
    const map = document.querySelector(".st-key-map-frame");
    if (!map) return;
    const size = [map.clientWidth, map.clientHeight].map((side) => Math.round(side / data.step) * data.step);
    if (size[0] > 0 && String(size) !== parentElement.knownSize) {
      parentElement.knownSize = String(size);
      setStateValue("size", size);
    }
  };
  let timer;
  const later = () => { clearTimeout(timer); timer = setTimeout(measure, 300); };
  if (parentElement.knownSize === undefined) {
    parentElement.knownSize = String(data.guess);
    later();
  }
  window.addEventListener("resize", later);
  return () => { clearTimeout(timer); window.removeEventListener("resize", later); };
}
"""

_probe = st.components.v2.component("eventmap_screen", js=_SCRIPT)


def map_size() -> tuple[int, int]:
    """Width and height of the map in pixels, to the nearest 40; a laptop's until the browser has said."""
    state = st.session_state.get("screen") or {}
    width, height = state.get("size") or _GUESS
    return int(width), int(height)


def measure() -> None:
    """Ask the browser, which answers only where the guess is wrong. Call once, below the map."""
    _probe(key="screen", data={"guess": _GUESS, "step": _STEP}, on_size_change=lambda: None)
