"""The whole evaluation of events, from answered articles to one record of plain values."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from eventmap.evaluation.calibration import calibration
from eventmap.evaluation.events.matching import Matched, match
from eventmap.evaluation.events.mistakes import mistakes_of
from eventmap.evaluation.events.running import AnsweredEvents
from eventmap.evaluation.events.scores import Tally, judgements, scores, tallies, total
from eventmap.evaluation.mistakes import by_kind
from eventmap.evaluation.resampling import interval
from eventmap.evaluation.running import Speed
from eventmap.event_types import EventTypes


class _Counted(NamedTuple):
    """An article, what stands for what in it, and its tallies: by type, and of them all."""

    answered: AnsweredEvents
    matched: Matched
    types: Mapping[str, Tally]
    all: Tally


def evaluate_events(
    corpora: Mapping[str, Sequence[AnsweredEvents]],
    types: EventTypes,
    *,
    examples: int = 0,
    speed: Speed | None = None,
) -> dict[str, Any]:
    """Score the events that were found in one or more corpora.

    Args:
        corpora: the answered articles of each, by its name.
        types: the event types, and their categories.
        examples: how many mistakes of each kind to quote, with words of the texts.
        speed: how fast the events were found.

    Returns:
        A record for JSON: the `Scores` of all articles `pooled`, with the `articles` and the `clean` ones, in which
        every event is whole and none too many; the same for each of `corpora` (and its `words`) and of `tests`, what
        the articles test; the `Scores` by `types` and `categories`, in the order of the event types; `intervals` of
        the pooled `f1` and `whole_f1` (95 %); `confusions`, the wrong types given for right ones; `calibration`,
        `errors` and `speed`, as in `Calibration`, `Kind` and `Speed`.
    """
    counted = {name: [_counted(one, types) for one in answered] for name, answered in corpora.items()}
    everything = [one for articles in counted.values() for one in articles]
    labels = dict.fromkeys(label for one in everything for label in one.answered.annotated.tests)
    by_type = {name: total([one.types[name] for one in everything if name in one.types]) for name in types.types}
    by_category = {
        name: total([by_type[kind.id] for kind in types.types.values() if kind.category == name])
        for name in types.categories
    }
    mistakes = [mistake for one in everything for mistake in mistakes_of(one.answered.annotated, one.matched)]
    tallied = [one.all for one in everything]
    return {
        "pooled": _scored(everything),
        "intervals": {
            "f1": interval(tallied, lambda one: (2 * one.detected, one.gold + one.found)),
            "whole_f1": interval(tallied, lambda one: (2 * one.whole, one.gold + one.found)),
        },
        "corpora": {name: {"words": _words(articles)} | _scored(articles) for name, articles in counted.items()},
        "categories": _told(by_category),
        "types": _told(by_type),
        "tests": {
            label: _scored([one for one in everything if label in one.answered.annotated.tests]) for label in labels
        },
        "confusions": _confusions(one.matched for one in everything),
        "calibration": dataclasses.asdict(
            calibration([judged for one in everything for judged in judgements(one.matched)])
        ),
        "errors": [dataclasses.asdict(kind) for kind in by_kind(mistakes, examples)],
        "speed": dataclasses.asdict(speed) if speed else None,
    }


def _counted(answered: AnsweredEvents, types: EventTypes) -> _Counted:
    matched = match(answered.annotated.events, answered.events, types)
    by_type = tallies(matched)
    return _Counted(answered, matched, by_type, total(list(by_type.values())))


def _scored(articles: Sequence[_Counted]) -> dict[str, Any]:
    clean = sum(one.all.is_clean for one in articles)
    values = dataclasses.asdict(scores(total([one.all for one in articles])))
    return {"articles": len(articles), "clean": clean} | values


def _told(tallied: Mapping[str, Tally]) -> dict[str, Any]:
    """The scores of what was told or found at all."""
    return {name: dataclasses.asdict(scores(one)) for name, one in tallied.items() if one.gold or one.found}


def _words(articles: Sequence[_Counted]) -> int:
    return sum(len(one.answered.annotated.article.text.split()) for one in articles)


def _confusions(matched: Iterable[Matched]) -> list[dict[str, Any]]:
    counts = Counter((pair.gold.types[0], pair.event.type) for one in matched for pair in one.matches if not pair.typed)
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return [{"right": right, "said": said, "count": count} for (right, said), count in ranked]
