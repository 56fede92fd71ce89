"""The network in PyTorch; `zusage.language.english.network` runs the same arithmetic in numpy."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from zusage.language.english.features import TABLES

WIDTH = 128
STATE = 128
ARC = 128
LABEL = 96
CONVOLUTIONS = 2
RECURRENCES = 3


class Convolution(nn.Module):
    """A residual convolution over three words."""

    def __init__(self) -> None:
        """Make the layer."""
        super().__init__()
        self.norm = nn.LayerNorm(WIDTH)
        self.mix = nn.Linear(3 * WIDTH, WIDTH)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """Map (time, batch, width) to the same shape."""
        y = self.norm(x) * mask
        before = functional.pad(y, (0, 0, 0, 0, 1, 0))[:-1]
        after = functional.pad(y, (0, 0, 0, 0, 0, 1))[1:]
        return x + functional.relu(self.mix(torch.cat((before, y, after), -1)))


class Recurrence(nn.Module):
    """A residual gated recurrence in both directions; its gates do not look at the state (minGRU, Feng et al. 2024)."""

    def __init__(self, dropout: float) -> None:
        """Make the layer."""
        super().__init__()
        self.norm = nn.LayerNorm(WIDTH)
        self.gates = nn.Linear(
            WIDTH, 4 * STATE
        )  # update forward, update backward, candidate forward, candidate backward
        self.out = nn.Linear(2 * STATE, WIDTH)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """Map (time, batch, width) to the same shape."""
        update, candidate = self.gates(self.norm(x)).chunk(2, -1)
        update = torch.sigmoid(update) * mask
        keep, add = 1 - update, update * candidate
        keep = torch.cat((keep[..., :STATE], keep[..., STATE:].flip(0)), -1)
        add = torch.cat((add[..., :STATE], add[..., STATE:].flip(0)), -1)
        state = torch.zeros_like(add[0])
        states = []
        for keep_now, add_now in zip(keep.unbind(0), add.unbind(0), strict=True):
            state = torch.addcmul(add_now, keep_now, state)
            states.append(state)
        joined = torch.stack(states)
        joined = torch.cat((joined[..., :STATE], joined[..., STATE:].flip(0)), -1)
        return x + self.out(self.dropout(torch.tanh(joined)))


class Parser(nn.Module):
    """Embedding tables, convolutions, recurrences, then tags by linear layers and arcs by a bilinear form."""

    def __init__(self, words: int, sizes: tuple[int, int, int], dropout: float) -> None:
        """Make the network for a number of words and of (universal tags, Penn tags, labels)."""
        super().__init__()
        self.word = nn.Embedding(words, WIDTH)
        self.spelling = nn.ModuleList([nn.Embedding(size, WIDTH) for _, size in TABLES])
        for table in (self.word, *self.spelling):
            nn.init.normal_(table.weight, std=0.2)
        self.first = nn.LayerNorm(WIDTH)
        self.convolutions = nn.ModuleList([Convolution() for _ in range(CONVOLUTIONS)])
        self.recurrences = nn.ModuleList([Recurrence(dropout) for _ in range(RECURRENCES)])
        self.last = nn.LayerNorm(WIDTH)
        self.upos = nn.Linear(WIDTH, sizes[0])
        self.xpos = nn.Linear(WIDTH, sizes[1])
        self.arc_dependent = nn.Linear(WIDTH, ARC)
        self.arc_head = nn.Linear(WIDTH, ARC)
        self.arc_weight = nn.Parameter(torch.eye(ARC) * 0.1)
        self.arc_bias = nn.Linear(ARC, 1)
        self.label_dependent = nn.Linear(WIDTH, LABEL)
        self.label_head = nn.Linear(WIDTH, LABEL)
        self.label_out = nn.Linear(2 * LABEL, sizes[2])
        self.root = nn.Parameter(torch.randn(WIDTH) * 0.2)
        self.dropout = nn.Dropout(dropout)

    def encode(self, words: Tensor, spellings: Tensor, mask: Tensor) -> Tensor:
        """Map rows (time, batch) and (time, batch, tables) to vectors (time, batch, width)."""
        x = self.word(words)
        for index, table in enumerate(self.spelling):
            x = x + table(spellings[..., index])
        x = self.dropout(self.first(x))
        for layer in self.convolutions:
            x = x + self.dropout(layer(x, mask) - x)
        for layer in self.recurrences:
            x = x + self.dropout(layer(x, mask) - x)
        return self.dropout(self.last(x))

    def arcs(self, x: Tensor) -> Tensor:
        """Score heads: (batch, dependent, head) with head 0 the root."""
        nodes = torch.cat((self.root.expand(1, x.shape[1], -1), x)).transpose(0, 1)
        dependent = self.dropout(functional.leaky_relu(self.arc_dependent(nodes[:, 1:]), 0.1))
        head = self.dropout(functional.leaky_relu(self.arc_head(nodes), 0.1))
        return dependent @ self.arc_weight @ head.transpose(1, 2) + self.arc_bias(head).transpose(1, 2)

    def labels(self, x: Tensor, heads: Tensor) -> Tensor:
        """Score labels (batch, dependent, label) for the given heads."""
        nodes = torch.cat((self.root.expand(1, x.shape[1], -1), x)).transpose(0, 1)
        head = self.label_head(nodes)
        chosen = torch.gather(head, 1, heads.unsqueeze(-1).expand(-1, -1, head.shape[-1]))
        dependent = self.label_dependent(nodes[:, 1:])
        pair = torch.cat((functional.relu(dependent + chosen), dependent * chosen), -1)
        return self.label_out(self.dropout(pair))
