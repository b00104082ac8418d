"""Labelled snippets: a few sentences of news with the one CASE 2021 label of what they are chiefly about.

A file has one snippet a line, `{"id": "s1", "text": "A crowd marched through Osh.", "label": "PEACE_PROTEST"}`, in the
format of articles. The labels are those of task 2 of CASE 2021: Haneczok, Jacquet, Piskorski and Stefanovitch,
"Fine-grained event classification in news-like text snippets", Proceedings of CASE 2021. Which event type has which
label is in `data/event_types.yaml`.
"""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from eventmap.errors import InputError
from eventmap.evaluation.resampling import bootstrap
from eventmap.evaluation.running import Speed
from eventmap.evaluation.toponyms import share
from eventmap.event_types import EventTypes
from eventmap.model import Article, Event
from eventmap.textfiles import json_type


@dataclass(frozen=True, slots=True)
class Snippet:
    """A snippet and its gold label."""

    article: Article
    label: str


@dataclass(frozen=True, slots=True)
class LabelScores:
    """The scores of a label: snippets that have it, got it, and both; shares from 0 to 1, None of nothing."""

    gold: int
    found: int
    right: int
    precision: float | None
    recall: float | None
    f1: float | None


# A snippet's gold label, and the one that it was given, if any.
Labelled = tuple[str, str | None]


def snippet_label(events: Iterable[Event], types: EventTypes) -> str | None:
    """The CASE 2021 label of a snippet: that of its most confident event whose type has one, the first of equals.

    A snippet has one label although it may tell several events. The confidence is the program's own order of them; a
    type without a label cannot be what an annotator chose. None where no event has a label: nothing is guessed.
    """
    labelled = [event for event in events if types.types[event.type].case2021]
    best = max(labelled, key=lambda event: event.confidence, default=None)
    return types.types[best.type].case2021 if best else None


def snippet(record: Mapping[str, Any], article: Article, where: str) -> Snippet:
    """The labelled snippet of a JSON object.

    Raises:
        InputError: the label is no text; `where` is named.
    """
    label = record.get("label")
    if not isinstance(label, str) or not label.strip():
        raise InputError(f'{where}: "label" must be a CASE 2021 label in quotes, not {json_type(label)}.')
    return Snippet(article, label.strip())


def evaluate_snippets(corpora: Mapping[str, Sequence[Labelled]], speed: Speed | None = None) -> dict[str, Any]:
    """Score the labels given to the snippets of one or more corpora.

    Returns:
        A record for JSON: of all `pooled`, and of each of `corpora`, the number of `snippets`, `labelled` (those that
        were given a label), `accuracy` and `weighted_f1`, the mean F1 of the gold labels, weighted by their snippets
        (0 where a label was never right); the `interval` of the pooled `weighted_f1` (95 %); `labels`, the
        `LabelScores` by label, the most frequent first; `confusions` of labels; `speed`, as in `Speed`.
    """
    everything = [one for labelled in corpora.values() for one in labelled]
    wrong = Counter((right, said) for right, said in everything if right != said)
    ranked = sorted(wrong.items(), key=lambda item: (-item[1], item[0][0], item[0][1] or ""))
    return {
        "pooled": _scored(everything),
        "interval": bootstrap(everything, _weighted_f1),
        "corpora": {name: _scored(labelled) for name, labelled in corpora.items()},
        "labels": {label: dataclasses.asdict(one) for label, one in _by_label(everything).items()},
        "confusions": [{"right": right, "said": said, "count": count} for (right, said), count in ranked],
        "speed": dataclasses.asdict(speed) if speed else None,
    }


def _scored(labelled: Sequence[Labelled]) -> dict[str, Any]:
    return {
        "snippets": len(labelled),
        "labelled": sum(said is not None for _, said in labelled),
        "accuracy": share(sum(right == said for right, said in labelled), len(labelled)),
        "weighted_f1": _weighted_f1(labelled),
    }


def _weighted_f1(labelled: Sequence[Labelled]) -> float | None:
    return share(sum(one.gold * (one.f1 or 0) for one in _by_label(labelled).values()), len(labelled))


def _by_label(labelled: Sequence[Labelled]) -> dict[str, LabelScores]:
    gold = Counter(right for right, _ in labelled)
    found = Counter(said for _, said in labelled if said is not None)
    hits = Counter(right for right, said in labelled if right == said)
    return {
        label: LabelScores(
            gold[label],
            found[label],
            hits[label],
            share(hits[label], found[label]),
            share(hits[label], gold[label]),
            share(2 * hits[label], gold[label] + found[label]),
        )
        for label in sorted(gold | found, key=lambda label: (-gold[label], label))
    }
