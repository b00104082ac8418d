"""The map: marks, their layout and the deck.gl deck that shows them.

`build` is the way in. Longitude comes before latitude in `deck` only, where deck.gl asks for it.
"""

from .deck import build
from .marks import event_icon, legend_icon, uncertain_icon

__all__ = ["build", "event_icon", "legend_icon", "uncertain_icon"]
