"""Which countries an article is about, by what it names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from eventmap.toponyms.geoparse import Toponym

_WEIGHT = {"place": 1.0, "demonym": 0.6}
# A town or region inside a country speaks for it, if less than its own name does.
_PART = 0.7


def country_weights(toponyms: Sequence[Toponym]) -> dict[str, float]:
    """How much the article speaks of each country (ISO 3166-1 alpha-2 code → weight), the most first."""
    weights: defaultdict[str, float] = defaultdict(float)
    for toponym in toponyms:
        weight, mention = _WEIGHT.get(toponym.mention.reading, 0.0), toponym.mention
        if weight and mention.country:
            weights[mention.country] += weight if mention.kind == "country" else weight * _PART
    return dict(sorted(weights.items(), key=lambda item: -item[1]))
