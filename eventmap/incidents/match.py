"""From the events of many stories to incidents."""

from __future__ import annotations

import datetime as dt
import heapq
import itertools
from collections.abc import Iterable, Mapping
from dataclasses import replace

from eventmap.errors import InputError
from eventmap.event_types import EventTypes
from eventmap.incidents import rules as rules_file
from eventmap.incidents.groups import Group, group
from eventmap.incidents.incident import MOST_PAIRS, Incident
from eventmap.incidents.pairs import candidates
from eventmap.incidents.rules import Rules
from eventmap.incidents.score import Scorer
from eventmap.incidents.telling import Telling


def match(tellings: Iterable[Telling], types: EventTypes, rules: Rules | None = None) -> list[Incident]:
    """The incidents that the tellings are of: those told by several stories, then the proposals, then all others.

    A sure incident has at least the score `rules.sure`; no telling is in two of them, and one that is in none is an
    incident of its own, with one report. A proposal, `sure` False, has reports of several of these incidents that are
    perhaps one. Two tellings of one story are never in one. The order of `tellings` makes no difference.

    Args:
        tellings: events of any number of stories.
        types: the event types, which tell which types may be one incident.
        rules: by default those of `data/incidents.yaml`.

    Raises:
        InputError: two tellings have the same article and event id.
        DataError: the rules have a mistake in them.
    """
    rules = rules or rules_file.load()
    ordered = sorted(tellings, key=lambda telling: telling.key)
    for one, other in itertools.pairwise(ordered):
        if one.key == other.key:
            raise InputError(f"The event {one.event} of the article {one.article} was given twice.")
    scorer = Scorer(ordered, types, rules)
    likely = {pair: value for pair in candidates(scorer) if (value := scorer.value(*pair)) >= rules.never}
    groups, proposals = group(likely, rules.sure, rules.perhaps)
    alone = sorted(set(range(len(ordered))).difference(*(found.members for found in groups)))
    sure = {found.members: _incident(found, scorer, likely) for found in (*groups, *(Group((i,), 1.0) for i in alone))}
    asked = [
        replace(
            _incident(proposal.group, scorer, likely),
            sure=False,
            joins=tuple(sure[part.members].id for part in proposal.parts),
        )
        for proposal in proposals
    ]
    told_often = [incident for incident in sure.values() if len(incident.reports) > 1]
    return [*told_often, *asked, *(sure[i,] for i in alone)]


def _incident(found: Group, scorer: Scorer, likely: Mapping[tuple[int, int], float]) -> Incident:
    """In the order of publication, undated stories last."""
    tellings = scorer.tellings
    ordered = sorted(found.members, key=lambda i: (tellings[i].published or dt.date.max, i))
    total = dict.fromkeys(ordered, 0.0)
    pairs = []
    for (a, i), (b, j) in itertools.combinations(enumerate(ordered), 2):
        value = likely[min(i, j), max(i, j)]
        total[i] += value
        total[j] += value
        pairs.append((value, a, b))
    least_alike = heapq.nsmallest(MOST_PAIRS, pairs)
    return Incident(
        reports=tuple(tellings[i] for i in ordered),
        score=found.score,
        sure=True,
        means=tuple(total[i] / (len(ordered) - 1) if pairs else None for i in ordered),
        pairs={(a, b): score for _, a, b in least_alike if (score := scorer.score(ordered[a], ordered[b]))},
    )
