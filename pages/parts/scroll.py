"""Bringing a part of the page into view, which only the browser can do."""

from __future__ import annotations

import hashlib

import streamlit as st

# The page may still be drawing when this runs, so it looks for the element for two seconds.
_SCRIPT = """<script>
(() => {
  const until = Date.now() + 2000;
  const find = () => {
    const goal = document.querySelector("[data-scroll-here]");
    if (goal) {
      goal.scrollIntoView({ block: "center" });
      goal.focus({ preventScroll: true });
    } else if (Date.now() < until) {
      setTimeout(find, 50);
    }
  };
  find();
})();
</script>"""


_TO_TOP = """<script>
/* for %s */
for (const panel of document.querySelectorAll(".st-key-panel")) panel.scrollTop = 0;
</script>"""


def panel_to_top(shown: str) -> None:
    """Scroll the passage panel to its top whenever what it shows, named by `shown`, has changed."""
    digest = hashlib.sha1(shown.encode(), usedforsecurity=False).hexdigest()
    st.html(_TO_TOP % digest, unsafe_allow_javascript=True)


def to_goal() -> None:
    """Scroll to the element with the attribute `data-scroll-here` and give it the focus, once it is drawn."""
    st.html(_SCRIPT, unsafe_allow_javascript=True)
