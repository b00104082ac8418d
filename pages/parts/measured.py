"""What the accounts of places and of events have in common, as HTML: is the confidence right, what goes wrong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

_KINDS = 8  # of mistakes, the most frequent


def reliability_html(calibration: Mapping[str, Any], what: str, right: str) -> str:
    """A row for each tenth of confidence: a bar for the share that is right, and a line where it should end.

    Args:
        calibration: as in a record of `eventmap.evaluation`.
        what: what was judged ("place that was found").
        right: what right means, a sentence or "".
    """
    if not calibration["judged"]:
        return "<p>Not measured: the answers gave no confidence.</p>"
    rows = "".join(map(_bin, reversed(calibration["bins"])))
    return (
        f"<p>Each {what} has a confidence. If that is honest, of those at 0.8 about 80 % are right: then "
        f"the bars end at their lines. {right} On the average "
        f"they miss by {100 * calibration['ece']:.0f} points (expected calibration error {calibration['ece']:.3f}, "
        f"Brier score {calibration['brier']:.3f}, {calibration['judged']:,} answers).</p>"
        '<table class="em-reliability"><thead><tr><th scope="col">Confidence</th><th scope="col">Right</th>'
        f'<th scope="col"></th><th scope="col">Answers</th></tr></thead><tbody>{rows}</tbody></table>'
    )


def _bin(held: Mapping[str, Any]) -> str:
    label = f"{held['low']:.1f}–{held['high']:.1f}"
    if not held["count"]:
        bar, right = '<span class="em-track em-unknown"></span>', "none"
    else:
        right = f"{100 * held['right']:.0f} %"
        bar = (
            f'<span class="em-track" style="--right:{held["right"]:.3f};--told:{held["confidence"]:.3f}">'
            "<i></i><b></b></span>"
        )
    return f'<tr><th scope="row">{label}</th><td>{right}</td><td>{bar}</td><td>{held["count"]:,}</td></tr>'


def mistakes_html(kinds: Sequence[Mapping[str, Any]], more: str) -> str:
    """The most frequent kinds of mistakes, with a bar for how frequent each is.

    Args:
        kinds: the most frequent first, as in a record of `eventmap.evaluation`.
        more: what else to say of them, a sentence or "".
    """
    total = sum(kind["count"] for kind in kinds)
    if not total:
        return "<p>There were no mistakes.</p>"
    most = kinds[0]["count"]
    rows = "".join(
        f'<tr><th scope="row">{_kind(kind["kind"])}</th>'
        f'<td><span class="em-track" style="--right:{kind["count"] / most:.3f}"><i></i></span></td>'
        f"<td>{kind['count']:,}</td></tr>"
        for kind in kinds[:_KINDS]
    )
    rest = sum(kind["count"] for kind in kinds[_KINDS:])
    others = f" The other {rest:,} are of {len(kinds) - _KINDS} rarer kinds." if rest else ""
    return (
        f"<p>The most frequent kinds of its {total:,} mistakes{more}{others}</p>"
        f'<table class="em-mistakes"><tbody>{rows}</tbody></table>'
    )


def _kind(kind: str) -> str:
    """What went wrong, and the rest in smaller letters: "missed: a demonym"."""
    first, _, rest = kind.partition(": ")
    small = f"<small>{escape(rest)}</small>" if rest else ""
    return f"{escape(first.capitalize())}{small}"
