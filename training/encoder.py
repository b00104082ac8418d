"""The toponym tagger's transformer: MiniLM's lower layers with two embeddings more, and a head for four scores."""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor, nn

from eventmap.toponyms.features import GAZETTEER_VALUES, SHAPES
from training import transformer
from training.transformer import WIDTH, Transformer

SCORES = 4


class Encoder(Transformer):
    """From piece ids, mask and features, (window, piece[, 2]), to scores (window, piece, 4), see `eventmap…tagger`."""

    def __init__(self, layers: int, dropout: float = 0.1) -> None:
        super().__init__(layers, dropout)
        self.shapes = nn.Embedding(len(SHAPES), WIDTH)
        self.known = nn.Embedding(GAZETTEER_VALUES, WIDTH)
        for added in (self.shapes, self.known):
            nn.init.normal_(added.weight, std=0.02)
        self.head = nn.Linear(WIDTH, SCORES)

    def added(self) -> list[nn.Parameter]:
        """The parameters that MiniLM does not have."""
        return [*self.shapes.parameters(), *self.known.parameters(), *self.head.parameters()]

    def forward(self, ids: Tensor, mask: Tensor, features: Tensor) -> Tensor:
        added = self.shapes(features[:, :, 0]) + self.known(features[:, :, 1])
        scores = self.head(self.states(ids, mask, added))
        return torch.cat([torch.log_softmax(scores[..., :3], -1), scores[..., 3:]], -1)


def export(model: Encoder, path: Path) -> None:
    """Write the model as ONNX with weights of eight bits."""
    ids = torch.full((2, 8), 101)
    given = (ids, torch.ones_like(ids), torch.zeros(2, 8, 2, dtype=torch.long))
    transformer.export(model, path, given, ["ids", "mask", "features"], {"scores": True})
