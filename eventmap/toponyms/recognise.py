"""Toponym recognition: which words of an article name a place, and how they are meant.

A trained tagger reads every sentence and scores its words; what it marks is weighed together with what the gazetteer
knows and what the article has elsewhere. A toponym that the gazetteer lacks is found all the same: it has no hits. A
known name in another script is hardly anything but a place.
"""

from __future__ import annotations

import bisect
import logging
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from eventmap.errors import GazetteerError
from eventmap.gazetteer import Gazetteer, Hit
from eventmap.gazetteer.online import OnlineGazetteer
from eventmap.model import Reading
from eventmap.toponyms.decoding import is_part_of_a_name
from eventmap.toponyms.features import Stretch, gazetteer_values, known_stretches, longest
from eventmap.toponyms.naming import designator_of, meaning_of
from eventmap.toponyms.tagger import Scores, tagger
from eventmap.toponyms.weighing import evidence, weighed
from eventmap.toponyms.words import Word, is_other_script, words_of

_log = logging.getLogger(__name__)

# Log-odds from which a stretch is read as a toponym: F1 is as good down to here, and more places are found.
THRESHOLD = -0.75

# A listed place named in another script: its log-odds, and the people it must have if only an alternate name fits.
_OTHER_SCRIPT = 2.0
_KNOWN_PEOPLE = 5_000
# A span that somebody else has marked is a toponym for certain, as far as log-odds can say.
_GIVEN = 10.0


@dataclass(frozen=True, slots=True)
class Candidate:
    """A toponym in an article: its verbatim text (offsets in code points, end exclusive), and how it is meant.

    `designator` is the common noun that says what kind of place it is ("region", "town"), "" if none does; `evidence`
    is how sure it is that these words, and no others, are a toponym, in log-odds; `hits` may be empty.
    """

    start: int
    end: int
    text: str
    reading: Reading
    hits: tuple[Hit, ...]
    designator: str
    evidence: float


def recognise(text: str, gazetteer: Gazetteer, online: OnlineGazetteer | None = None) -> list[Candidate]:
    """All toponyms of an article, in the order of the text, with the gazetteer's entries for each.

    With `online`, which the user must have turned on, names that the gazetteer lacks are asked for there.
    """
    words = words_of(text)
    known = known_stretches(words, text, gazetteer)
    scores = tagger().tag(words, text, gazetteer_values(words, known))
    options = weighed(words, text, known, scores)
    foreign = _other_scripts(words, known)
    settled = {i for first, last in foreign for i in range(first, last)}
    weighed_up = zip(options.stretches, evidence(options).tolist(), strict=True)
    chances = foreign | {stretch: chance for stretch, chance in weighed_up if settled.isdisjoint(range(*stretch))}
    found = [
        _candidate(words, text, stretch, scores, chances[stretch], gazetteer)
        for stretch in sorted(without_overlaps(chances, THRESHOLD))
    ]
    return found if online is None else list(_asked(found, online))


def without_overlaps(chances: Mapping[Stretch, float], threshold: float) -> list[Stretch]:
    """Of the stretches above a threshold those that overlap no likelier one, the likeliest first."""
    taken: set[int] = set()
    chosen = []
    for stretch in sorted(chances, key=lambda stretch: (-chances[stretch], stretch)):
        if chances[stretch] <= threshold:
            break
        if taken.isdisjoint(range(*stretch)):
            taken.update(range(*stretch))
            chosen.append(stretch)
    return chosen


def candidates_at(text: str, spans: Sequence[tuple[int, int]], gazetteer: Gazetteer) -> list[Candidate]:
    """The candidates for spans that are known to be toponyms; without hits if the gazetteer has nothing like them."""
    words = words_of(text)
    starts, ends = [word.start for word in words], [word.end for word in words]
    found = []
    for start, end in spans:
        first, last = bisect.bisect_right(ends, start), bisect.bisect_left(starts, end)
        designator = designator_of(words, first, last) if first < last else ""
        reading, hits = meaning_of(text[start:end], designator, gazetteer)
        found.append(Candidate(start, end, text[start:end], reading, hits, designator, _GIVEN))
    return found


def _candidate(
    words: Sequence[Word], text: str, stretch: Stretch, scores: Scores, chance: float, gazetteer: Gazetteer
) -> Candidate:
    first, last = stretch
    start, end = words[first].start, words[last - 1].end
    designator = designator_of(words, first, last)
    reading, hits = meaning_of(text[start:end], designator, gazetteer)
    if reading == "place" and is_part_of_a_name(scores, first):
        reading = "organisation"
    return Candidate(start, end, text[start:end], reading, hits, designator, chance)


def _other_scripts(words: Sequence[Word], known: Mapping[Stretch, Sequence[Hit]]) -> dict[Stretch, float]:
    """Known names that are written in another script than Latin, with their log-odds."""
    return {
        (first, last): _OTHER_SCRIPT
        for first, last in longest(known)
        if all(is_other_script(word.text) for word in words[first:last] if word.text[0].isalnum())
        and any(_is_well_known(hit) for hit in known[first, last])
    }


def _is_well_known(hit: Hit) -> bool:
    return hit.name_type == "primary" or hit.entry.kind == "country" or hit.entry.population >= _KNOWN_PEOPLE


def _asked(candidates: Sequence[Candidate], online: OnlineGazetteer) -> Iterator[Candidate]:
    """The candidates, those that the gazetteer lacks with the answer of an online service, as long as it answers."""
    answering = True
    for candidate in candidates:
        if answering and not candidate.hits and candidate.reading == "place":
            try:
                entry = online.find(candidate.text)
            except GazetteerError as error:
                _log.warning("%s", error)
                answering = False
                entry = None
            candidate = replace(candidate, hits=(Hit(entry, "primary"),)) if entry is not None else candidate
        yield candidate
