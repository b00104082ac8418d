"""Learn the weights of `data/toponym_weights.json` from annotated news.

    python scripts/train_toponyms.py CORPUS.jsonl...

Each line of a corpus is an article {"id", "text", "mentions": [{"start", "end", "geonameid", …}]} whose `mentions` are
all its toponyms; `geonameid` is null where GeoNames has no such place. The weights that ship were learnt from the first
70 % of LGL, TR-News and GeoWebNews (see the README). No text of the corpora is kept.

Recognition is a logistic regression over the stretches that the gazetteer knows, resolution a conditional logit over
the entries of each name, both with an L2 penalty and fitted by Newton's method.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import sys
from pathlib import Path
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from eventmap import nlp, paths
from eventmap.gazetteer import Gazetteer
from eventmap.toponyms import evidence
from eventmap.toponyms.recognise import Candidate, candidate_at, candidates
from eventmap.toponyms.resolve import context_of, features_of, qualifiers_of

RECOGNITION_PENALTY = 1.0
RESOLUTION_PENALTY = 2.0
ROUNDS = 3

# What the recognition weights are drawn to: a known name in Cyrillic or Arabic letters inside an English text is hardly
# anything but a place, and the corpora have none.
RECOGNITION_PRIORS = {"other script": 5.0, "called a place": 3.0}

# What the resolution weights are drawn to where the corpora say little: they are mostly from the United States, where
# "X region" and "the town of X" are rare, but elsewhere such words are never wrong about what they stand beside.
RESOLUTION_PRIORS = {
    "called a region": 3.0,
    "called a region, is none": -1.0,
    "called a town": 2.0,
    "called a town, is none": -1.0,
    "qualified": 3.0,
}


def main() -> None:
    """Read the corpora, learn, and write the weights."""
    parser = argparse.ArgumentParser(description="Learn the weights of toponym recognition and resolution.")
    parser.add_argument("corpora", nargs="+", type=Path)
    options = parser.parse_args()
    rows = [json.loads(line) for path in options.corpora for line in path.open(encoding="utf-8") if line.strip()]
    gazetteer = Gazetteer.open()
    parsed = [nlp.parse(row["text"]) for row in rows]

    use({"recognition": {}, "resolution": {}})
    learnt = recognition(rows, parsed, gazetteer)
    print(f"recognition: {len(learnt)} weights", file=sys.stderr)
    resolving: dict[str, float] = {"size": 1.0, "country share": 3.0, "qualified": 5.0}
    for turn in range(ROUNDS):
        use({"recognition": learnt, "resolution": resolving})
        resolving = resolution(rows, parsed, gazetteer)
        print(f"resolution, round {turn + 1}: {len(resolving)} weights", file=sys.stderr)
    write(learnt, resolving, options.corpora, len(rows))


def use(parts: dict[str, dict[str, float]]) -> None:
    """Let the library work with these weights from now on."""
    evidence.weights = parts.__getitem__  # type: ignore[assignment]


def recognition(rows: list[Any], parsed: list[Any], gazetteer: Gazetteer) -> dict[str, float]:
    """Weights that tell the annotated stretches from the others."""
    examples: list[dict[str, float]] = []
    labels: list[float] = []
    for row, paragraphs in zip(rows, parsed, strict=True):
        gold = {(mention["start"], mention["end"]) for mention in row["mentions"]}
        for candidate in candidates(paragraphs, gazetteer):
            if candidate.features:
                examples.append(candidate.features)
                labels.append(float((candidate.start, candidate.end) in gold))
    names, table = matrix(examples)
    prior = np.array([RECOGNITION_PRIORS.get(name, 0.0) for name in names])
    return dict(zip(names, logistic(table, np.array(labels), prior), strict=True))


def resolution(rows: list[Any], parsed: list[Any], gazetteer: Gazetteer) -> dict[str, float]:
    """Weights that put the annotated entry of each name first."""
    examples: list[dict[str, float]] = []
    groups: list[int] = []
    chosen: list[float] = []
    group = 0
    for row, paragraphs in zip(rows, parsed, strict=True):
        gold = {(m["start"], m["end"]): str(m["geonameid"]) for m in row["mentions"] if m["geonameid"]}
        marked = [candidate_at(paragraphs, start, end, gazetteer) for start, end in gold]
        named: list[Candidate] = sorted((c for c in marked if c is not None), key=lambda c: c.start)
        qualifiers = qualifiers_of(named, gazetteer)
        context = context_of(named, qualifiers)
        for i, candidate in enumerate(named):
            right = gold[candidate.start, candidate.end]
            ids = [hit.entry.id for hit in candidate.hits]
            if right in ids and len(set(ids)) > 1 and candidate.reading != "demonym":
                for hit in candidate.hits:
                    examples.append(features_of(candidate, hit, context, qualifiers.get(i)))
                    groups.append(group)
                    chosen.append(float(hit.entry.id == right))
                group += 1
    names, table = matrix(examples)
    prior = np.array([RESOLUTION_PRIORS.get(name, 0.0) for name in names])
    return dict(zip(names, conditional(table, np.array(groups), np.array(chosen), prior), strict=True))


def matrix(examples: list[dict[str, float]]) -> tuple[list[str], np.ndarray]:
    """The names of all features, and a row of their values for each example."""
    names = sorted({name for example in examples for name in example})
    column = {name: i for i, name in enumerate(names)}
    table = np.zeros((len(examples), len(names)))
    for row, example in enumerate(examples):
        for name, value in example.items():
            table[row, column[name]] = value
    return names, table


def logistic(table: np.ndarray, labels: np.ndarray, prior: np.ndarray) -> np.ndarray:
    """The coefficients of a logistic regression drawn to `prior`."""
    weights = prior.copy()
    for _ in range(30):
        odds = 1.0 / (1.0 + np.exp(-np.clip(table @ weights, -30, 30)))
        gradient = table.T @ (labels - odds) - RECOGNITION_PENALTY * (weights - prior)
        curvature = (table * (odds * (1 - odds))[:, None]).T @ table + RECOGNITION_PENALTY * np.eye(len(weights))
        step = np.linalg.solve(curvature, gradient)
        weights += step
        if np.abs(step).max() < 1e-6:
            break
    return weights


def conditional(table: np.ndarray, groups: np.ndarray, chosen: np.ndarray, prior: np.ndarray) -> np.ndarray:
    """The coefficients of a conditional logit drawn to `prior`; `groups` are numbered from 0 and stand together."""
    starts = np.flatnonzero(np.r_[True, groups[1:] != groups[:-1]])
    weights = prior.copy()

    def share(scores: np.ndarray) -> np.ndarray:
        raised = np.exp(scores - np.maximum.reduceat(scores, starts)[groups])
        return raised / np.add.reduceat(raised, starts)[groups]

    target = chosen / np.add.reduceat(chosen, starts)[groups]
    for _ in range(50):
        odds = share(table @ weights)
        gradient = table.T @ (target - odds) - RESOLUTION_PENALTY * (weights - prior)
        means = np.add.reduceat(table * odds[:, None], starts)
        curvature = (table * odds[:, None]).T @ table - means.T @ means + RESOLUTION_PENALTY * np.eye(len(weights))
        step = np.linalg.solve(curvature, gradient)
        weights += step
        if np.abs(step).max() < 1e-6:
            break
    return weights


def write(learnt: dict[str, float], resolving: dict[str, float], corpora: list[Path], articles: int) -> None:
    """Write the weights with a note on what they were learnt from."""
    content = {
        "about": f"Learnt by scripts/train_toponyms.py on {dt.date.today()} from {articles} articles of "
        + ", ".join(path.stem for path in corpora),
        "recognition": {name: round(value, 3) for name, value in sorted(learnt.items())},
        "resolution": {name: round(value, 3) for name, value in sorted(resolving.items())},
    }
    text = json.dumps(content, ensure_ascii=False, indent=1)
    (paths.DATA / "toponym_weights.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
