"""Train the event tagger: `python -m training.events.tagger [--snippets SNIPPETS.jsonl…] [--folds N --out FOLDER]`.

It learns from our own lessons (`training.events.lessons`) and from snippets {"id", "text", "label"} with CASE 2021
labels (Haneczok et al. 2021), of which only what they are chiefly about is known. Without `--folds`, `data/models/`
gets the model trained on all of them, with its card. With it, N models go to FOLDER/0 … FOLDER/N-1, each trained
without every N-th lesson and snippet. No text is kept.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import onnx
import torch
from torch import Tensor, nn
from torch.nn import functional

from eventmap import event_types, model_files, nlp
from eventmap.encoder.pieces import Pieces
from eventmap.tagging.tagger import LABELS, MODEL, NONE, row
from eventmap.tagging.windows import windows
from training import transformer
from training.events.lessons import Lesson, read_lessons
from training.transformer import WIDTH, Transformer, batches, fit, pretrained

LAYERS = 6
EPOCHS = 8
BATCH, AMONG = 16, 16
RATE, RATE_OF_ADDED = 1e-4, 1e-3
# How much what a window is about counts against one of its words.
ABOUT_WEIGHT = 0.3
# How much a word that tells nothing counts against one that tells of an event; there are some twenty of them for each.
NONE_WEIGHT = 0.3
# Share of the words that are hidden behind the unknown piece: the model is to read sentences, not keywords.
HIDDEN = 0.06
SEED = 1
_IGNORED = -100
_UNKNOWN = 100


@dataclass(frozen=True, slots=True)
class Window:
    """The pieces of a window's words, a label for each, and which labels the whole window may have."""

    pieces: tuple[tuple[int, ...], ...]
    labels: tuple[int, ...]
    mains: tuple[int, ...]

    @property
    def size(self) -> int:
        return sum(map(len, self.pieces))


class EventEncoder(Transformer):
    """From piece ids and mask to log-probabilities of labels: (window, piece, label) and (window, label)."""

    def __init__(self, labels: int, layers: int = LAYERS, dropout: float = 0.1) -> None:
        super().__init__(layers, dropout)
        self.words = nn.Linear(WIDTH, labels)
        self.about = nn.Linear(2 * WIDTH, labels)

    def added(self) -> list[nn.Parameter]:
        """The parameters that MiniLM does not have."""
        return [*self.words.parameters(), *self.about.parameters()]

    def forward(self, ids: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        states = self.dropout(self.states(ids, mask))
        held = mask.unsqueeze(-1).float()
        mean = (states * held).sum(1) / held.sum(1)
        about = self.about(torch.cat([states[:, 0], mean], -1))
        return torch.log_softmax(self.words(states), -1), torch.log_softmax(about, -1)


def main() -> None:
    """Read lessons and snippets, train, and write the models."""
    parser = argparse.ArgumentParser(description="Train the event tagger.")
    parser.add_argument("--snippets", nargs="*", type=Path, default=[], help="CASE 2021 snippets")
    parser.add_argument("--folds", type=int, help="train this many models, each without one part of all")
    parser.add_argument("--out", type=Path, default=Path("folds"), help="where the models of the folds go")
    options = parser.parse_args()
    types = event_types.load().types
    labels = (NONE, *sorted(types))
    vocabulary = (pretrained() / "vocab.txt").read_text(encoding="utf-8")
    lessons = [*read_lessons(types), *read_snippets(options.snippets)]
    read = [windows_of(lesson, labels, Pieces(vocabulary)) for lesson in lessons]
    if options.folds:
        for fold in range(options.folds):
            folder = options.out / str(fold)
            folder.mkdir(parents=True, exist_ok=True)
            kept = [window for i, some in enumerate(read) if i % options.folds != fold for window in some]
            export(train(kept, len(labels)), labels, folder / MODEL)
        return
    draft = Path(MODEL)
    export(train([window for some in read for window in some], len(labels)), labels, draft)
    about = {
        "what": "marks the words of a news text that tell of an event, by type (eventmap/tagging/tagger.py)",
        "made by": "training/events/tagger.py",
        "date": dt.date.today().isoformat(),
        "data": f"{sum(lesson.triggers is not None for lesson in lessons)} snippets of our own"
        f" (training/events/lessons); {sum(lesson.triggers is None for lesson in lessons)} of CASE 2021 task 2",
        "starts from": f"all-MiniLM-L6-v2 (Apache-2.0), its lower {LAYERS} layers",
        "scores": "data/evaluation-events.json",
        "format": "ONNX, weights quantised to eight bits",
    }
    model_files.save(MODEL, draft.read_bytes(), about)
    draft.unlink()


def read_snippets(paths: Sequence[Path]) -> list[Lesson]:
    """CASE 2021 snippets, each with the types that its label may stand for."""
    types: dict[str, list[str]] = {}
    for type_ in event_types.load().types.values():
        types.setdefault(type_.case2021 or "OTHER", []).append(type_.id)
    records = [json.loads(line) for path in paths for line in path.read_text(encoding="utf-8").splitlines() if line]
    return [Lesson(record["text"], tuple(types[record["label"]]), None) for record in records]


def windows_of(lesson: Lesson, labels: Sequence[str], pieces: Pieces) -> list[Window]:
    """The windows of a snippet, with their labels."""
    doc = nlp.model().make_doc(lesson.text)
    ids = [pieces.of(token.text) for token in doc]
    told = [_IGNORED if lesson.triggers is None else labels.index(NONE)] * len(doc)
    for start, end, type_ in lesson.triggers or ():
        for token in doc.char_span(start, end, alignment_mode="expand"):
            told[token.i] = labels.index(type_)
    mains = tuple(labels.index(main) for main in lesson.mains)
    return [
        Window(tuple(ids[first:last]), tuple(told[first:last]), mains)
        for first, last in windows([len(each) for each in ids], [0])
    ]


def train(examples: Sequence[Window], labels: int) -> EventEncoder:
    """A model trained on `examples`."""
    random.seed(SEED)
    torch.manual_seed(SEED)
    model = EventEncoder(labels)
    epochs = [batches(examples, BATCH, AMONG) for _ in range(EPOCHS)]
    fit(model, model.added(), epochs, lambda some: loss_of(model, some), (RATE, RATE_OF_ADDED))
    return model


def loss_of(model: EventEncoder, some: Sequence[Window]) -> Tensor:
    """Cross-entropy over the words of some windows, and over what the windows are about; label 0 is that of none."""
    rows = [row(window.pieces) for window in some]
    longest = max(len(ids) for ids, _ in rows)
    ids = torch.zeros(len(rows), longest, dtype=torch.long)
    mask = torch.zeros_like(ids)
    labels = torch.full_like(ids, _IGNORED)
    for i, ((pieces, heads), window) in enumerate(zip(rows, some, strict=True)):
        ids[i, : len(pieces)] = torch.tensor(pieces)
        mask[i, : len(pieces)] = 1
        labels[i, heads] = torch.tensor(window.labels)
    hidden = torch.rand(ids.shape) < HIDDEN
    hidden[:, 0] = False
    words, about = model(torch.where(hidden & (mask == 1), _UNKNOWN, ids), mask)
    main = torch.stack([-torch.logsumexp(row_[list(w.mains)], 0) for row_, w in zip(about, some, strict=True)]).mean()
    if (labels == _IGNORED).all():
        return ABOUT_WEIGHT * main
    weights = torch.ones(words.shape[-1])
    weights[0] = NONE_WEIGHT
    loss = functional.nll_loss(words.flatten(0, 1), labels.flatten(), weights, ignore_index=_IGNORED)
    return loss + ABOUT_WEIGHT * main


def export(model: EventEncoder, labels: Sequence[str], path: Path) -> None:
    """Write the model as ONNX with weights of eight bits, and its labels in it."""
    ids = torch.full((2, 8), 101)
    transformer.export(model, path, (ids, torch.ones_like(ids)), ["ids", "mask"], {"words": True, "about": False})
    written = onnx.load(path)
    written.metadata_props.add(key=LABELS, value=json.dumps(list(labels)))
    onnx.save(written, path)


if __name__ == "__main__":
    main()
