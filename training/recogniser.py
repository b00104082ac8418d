"""Train the toponym tagger: `python -m training.recogniser CORPUS.jsonl… [--folds N --out FOLDER [--only K…]]`.

Each line of a corpus is an article {"id", "text", "source"?, "mentions": [{"start", "end", "kind"?}]} whose `mentions`
are all its toponyms. Without `--folds`, `data/models/` gets the model trained on all of them, with its card. With it, N
models (or only those named) go to FOLDER/0 … FOLDER/N-1, each trained without that fold (`training.corpora.folds`). No
text is kept.
"""

from __future__ import annotations

import argparse
import datetime as dt
import itertools
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional

from eventmap import model_files
from eventmap.encoder.pieces import Pieces
from eventmap.gazetteer import Gazetteer
from eventmap.toponyms.features import SHAPES, gazetteer_values, known_stretches, shapes
from eventmap.toponyms.tagger import BEGINS, CONTINUES, IN_A_NAME, MODEL, OUTSIDE, VOCABULARY, Batch
from eventmap.toponyms.windows import sentences, windows
from eventmap.toponyms.words import words_of
from training.corpora import Annotated, folds, lessons, read
from training.encoder import Encoder, export
from training.parts import parts_of_names
from training.transformer import batches, fit, pretrained

LAYERS = 4
EPOCHS = 4
WINDOWS, AMONG = 16, 8
RATE, RATE_OF_ADDED = 1.5e-4, 1.5e-3
PART_WEIGHT = 0.02
# Shares of windows that are read without the gazetteer's knowledge, and as if written in capitals throughout.
WITHOUT_GAZETTEER, IN_CAPITALS = 0.1, 0.03
# Share of the articles that are read sentence by sentence.
IN_SENTENCES = 0.25
# Share of the capitalised words that are exchanged for others of the same label, shape and gazetteer value: the model
# is to learn how names are used, not which ones the corpora have.
EXCHANGED = 0.1
# How often an epoch has each of our own sentences.
TIMES_LESSONS = 2
SEED = 1
NAMES = frozenset({"capitalised", "mixed"})
LETTERS = NAMES | {"lower case", "camel"}
_IGNORED = -100


@dataclass(frozen=True, slots=True)
class Window:
    """Words of one window as the model takes them, with their labels; `part` is -1 where there is nothing to learn."""

    told: tuple[tuple[tuple[int, ...], int, int], ...]
    labels: tuple[int, ...]
    parts: tuple[int, ...]

    @property
    def size(self) -> int:
        return sum(len(pieces) for pieces, _, _ in self.told)


@dataclass(frozen=True, slots=True)
class Example:
    """An article in windows as long as the tagger takes them, and the same in single sentences."""

    wide: tuple[Window, ...]
    narrow: tuple[Window, ...]


def main() -> None:
    """Read the corpora, train, and write the models."""
    parser = argparse.ArgumentParser(description="Train the toponym tagger.")
    parser.add_argument("corpora", nargs="+", type=Path)
    parser.add_argument("--folds", type=int, help="train this many models, each without one part of the corpora")
    parser.add_argument("--only", type=int, nargs="+", metavar="K", help="only these of the folds, counted from 0")
    parser.add_argument("--out", type=Path, default=Path("folds"), help="where the models of the folds go")
    options = parser.parse_args()
    articles = read(options.corpora)
    vocabulary = (pretrained() / "vocab.txt").read_text(encoding="utf-8")
    gazetteer, pieces = Gazetteer.open(), Pieces(vocabulary)
    examples = [examples_of(article, gazetteer, pieces) for article in articles]
    ours = [examples_of(lesson, gazetteer, pieces) for lesson in lessons()] * TIMES_LESSONS
    if options.folds:
        parts = folds(articles, options.folds)
        for fold in options.only or range(options.folds):
            folder = options.out / str(fold)
            folder.mkdir(parents=True, exist_ok=True)
            kept = [one for one, part in zip(examples, parts, strict=True) if part != fold]
            export(train([*kept, *ours]), folder / MODEL)
        return
    draft = Path(MODEL)
    export(train([*examples, *ours]), draft)
    about = {
        "what": "marks the words of a news text that name a place (eventmap/toponyms/tagger.py)",
        "made by": "training/recogniser.py",
        "date": dt.date.today().isoformat(),
        "data": f"{len(articles)} articles of {', '.join(path.stem for path in options.corpora)}; training/lessons.txt",
        "starts from": f"all-MiniLM-L6-v2 (Apache-2.0), its lower {LAYERS} layers",
        "scores": "with the weights of stretches: the card of toponym-stretches-1.json; the whole geoparser,"
        " cross-validated: data/evaluation.json",
        "format": "ONNX, weights quantised to eight bits",
    }
    model_files.save(MODEL, draft.read_bytes(), about)
    draft.unlink()
    model_files.save(
        VOCABULARY,
        vocabulary.encode(),
        {"what": "word pieces of all-MiniLM-L6-v2", "starts from": "all-MiniLM-L6-v2 (Apache-2.0)"},
    )


def examples_of(article: Annotated, gazetteer: Gazetteer, pieces: Pieces) -> Example:
    """The windows and the sentences of an annotated article, with their labels."""
    words = words_of(article.text)
    starts = {word.start: i for i, word in enumerate(words)}
    ends = {word.end: i + 1 for i, word in enumerate(words)}
    inside = parts_of_names(article)
    labels, parts = [OUTSIDE] * len(words), [-1] * len(words)
    for mention in article.mentions:
        span = mention["start"], mention["end"]
        if span[0] in starts and span[1] in ends:
            first, last = starts[span[0]], ends[span[1]]
            labels[first:last] = [BEGINS] + [CONTINUES] * (last - first - 1)
            parts[first] = int(span in inside)
    known = gazetteer_values(words, known_stretches(words, article.text, gazetteer))
    ids = [pieces.of(word.text) for word in words]
    told = list(zip(ids, shapes(words), known, strict=True))
    wide = windows(words, article.text, [len(each) for each in ids], known)
    begins = {first for first, _ in sentences(words, article.text)}
    narrow = [
        cut
        for first, last in wide
        for cut in itertools.pairwise([first, *(i for i in range(first + 1, last) if i in begins), last])
    ]

    def labelled(first: int, last: int) -> Window:
        return Window(tuple(told[first:last]), tuple(labels[first:last]), tuple(parts[first:last]))

    return Example(tuple(labelled(*cut) for cut in wide), tuple(labelled(*cut) for cut in narrow))


def train(examples: Sequence[Example]) -> Encoder:
    """A model trained on `examples`."""
    random.seed(SEED)
    torch.manual_seed(SEED)
    model = Encoder(LAYERS)
    epochs = [batches(cut(examples), WINDOWS, AMONG) for _ in range(EPOCHS)]
    exchange = exchangeable([window for example in examples for window in example.wide])

    def loss(some: Sequence[Window]) -> Tensor:
        return loss_of(model, [varied(window, exchange) for window in some])

    fit(model, model.added(), epochs, loss, (RATE, RATE_OF_ADDED))
    return model


def cut(examples: Sequence[Example]) -> list[Window]:
    """The windows of all articles, of some of them sentence by sentence, as headlines and short messages come."""
    return [
        window
        for example in examples
        for window in (example.narrow if random.random() < IN_SENTENCES else example.wide)
    ]


def loss_of(model: Encoder, some: Sequence[Window]) -> Tensor:
    """Cross-entropy over the words of some windows, and over which of the toponyms are parts of longer names."""
    batch = Batch([window.told for window in some])
    labels, parts = torch.full(batch.ids.shape, _IGNORED), torch.full(batch.ids.shape, -1)
    for row, (window, heads) in enumerate(zip(some, batch.heads, strict=True)):
        labels[row, heads] = torch.tensor(window.labels)
        parts[row, heads] = torch.tensor(window.parts)
    scores = model(*(torch.from_numpy(each) for each in (batch.ids, batch.mask, batch.features)))
    loss = functional.nll_loss(scores[..., :IN_A_NAME].flatten(0, 1), labels.flatten(), ignore_index=_IGNORED)
    told = parts >= 0
    if told.any():
        loss = loss + PART_WEIGHT * functional.binary_cross_entropy_with_logits(
            scores[..., IN_A_NAME][told], parts[told].float()
        )
    return loss


def exchangeable(examples: Sequence[Window]) -> dict[tuple[int, int, int], list[tuple[int, ...]]]:
    """The pieces of all capitalised words, by label, shape and gazetteer value."""
    found: dict[tuple[int, int, int], list[tuple[int, ...]]] = {}
    for window in examples:
        for (pieces, shape, value), label in zip(window.told, window.labels, strict=True):
            if SHAPES[shape] in NAMES:
                found.setdefault((label, shape, value), []).append(pieces)
    return found


def varied(window: Window, exchange: dict[tuple[int, int, int], list[tuple[int, ...]]]) -> Window:
    """The window with some names exchanged, and perhaps without what the gazetteer knows, or as if in capitals."""
    new: dict[tuple[tuple[int, ...], int], tuple[int, ...]] = {}
    told = []
    for (pieces, shape, value), label in zip(window.told, window.labels, strict=True):
        if SHAPES[shape] in NAMES:
            if (pieces, label) not in new:
                other = random.choice(exchange[label, shape, value])
                new[pieces, label] = other if random.random() < EXCHANGED else pieces
            pieces = new[pieces, label]
        told.append((pieces, shape, value))
    if random.random() < WITHOUT_GAZETTEER:
        told = [(pieces, shape, 0) for pieces, shape, _ in told]
    if random.random() < IN_CAPITALS:
        capitals = SHAPES.index("capitals")
        told = [(pieces, capitals if SHAPES[shape] in LETTERS else shape, value) for pieces, shape, value in told]
    return Window(tuple(told), window.labels, window.parts)


if __name__ == "__main__":
    main()
