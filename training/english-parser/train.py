"""Train the English tagger and parser on UD English EWT and write its weights.

Run as the README beside this file says. Deterministic for one thread and one version of PyTorch.
"""

from __future__ import annotations

import argparse
import math
import os
import random
import sys
import time
from collections import Counter
from pathlib import Path

import numpy as np
import torch
from corpus import Sentence, read_sentences, rows_of, vary, word_list
from network import Parser
from news import read_words
from torch import Tensor
from torch.nn import functional
from turns import Desk

from zusage.language.english.features import normalise
from zusage.language.english.weights import Weights, read_weights

Batch = dict[str, Tensor]


class Codes:
    """Numbers of words, tags and labels."""

    def __init__(self, sentences: list[Sentence], words: dict[str, list[str]]) -> None:
        """Number what occurs in the training sentences and the word lists."""
        self.words, self.counts = word_list(sentences, words)
        self.word_row = {word: row for row, word in enumerate(self.words, start=1)}
        self.upos = sorted({tag for sentence in sentences for tag in sentence.upos})
        self.xpos = sorted({tag for sentence in sentences for tag in sentence.xpos})
        self.labels = sorted({label for sentence in sentences for label in sentence.labels})

    def sizes(self) -> tuple[int, int, int]:
        """Return the number of universal tags, Penn tags and labels."""
        return len(self.upos), len(self.xpos), len(self.labels)


def make_batch(sentences: list[Sentence], codes: Codes, draw: random.Random | None) -> Batch:
    """Make (time, batch) tensors; with ``draw`` words are hidden, rare ones more often."""
    longest, count = max(len(s.words) for s in sentences), len(sentences)
    words = np.zeros((longest, count), np.int64)
    spellings = np.zeros((longest, count, len(rows_of("a"))), np.int64)
    gold = np.full((4, count, longest), -1, np.int64)
    for column, sentence in enumerate(sentences):
        for row, word in enumerate(sentence.words):
            key = normalise(word).lower()
            hidden = draw is not None and draw.random() < 0.6 / (1 + codes.counts[key])
            words[row, column] = 0 if hidden else codes.word_row.get(key, 0)
            spellings[row, column] = rows_of(word)
        size = len(sentence.words)
        gold[0, column, :size] = [index_of(codes.upos, tag) for tag in sentence.upos]
        gold[1, column, :size] = [index_of(codes.xpos, tag) for tag in sentence.xpos]
        gold[2, column, :size] = sentence.heads
        gold[3, column, :size] = [index_of(codes.labels, label) for label in sentence.labels]
    mask = (np.arange(longest)[:, None] < np.array([len(s.words) for s in sentences])[None]).astype(np.float32)
    return {
        "words": torch.from_numpy(words),
        "spellings": torch.from_numpy(spellings),
        "mask": torch.from_numpy(mask)[..., None],
        "gold": torch.from_numpy(gold),
    }


def index_of(names: list[str], name: str) -> int:
    """Return the number of a name, -1 (ignored by the loss) if it was never seen."""
    return names.index(name) if name in names else -1


def score_batch(model: Parser, batch: Batch) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Return vectors, both tag scores (batch, time, tag) and arc scores with padding heads ruled out."""
    x = model.encode(batch["words"], batch["spellings"], batch["mask"])
    arcs = model.arcs(x)
    live = batch["mask"][..., 0].transpose(0, 1)
    live = functional.pad(live, (1, 0), value=1.0)[:, None, :]
    return x, model.upos(x).transpose(0, 1), model.xpos(x).transpose(0, 1), arcs.masked_fill(live == 0, -1e9)


def loss_of(model: Parser, batch: Batch) -> Tensor:
    """Return the summed cross entropies, tags at half weight."""
    x, upos, xpos, arcs = score_batch(model, batch)
    gold = batch["gold"]
    labels = model.labels(x, gold[2].clamp(min=0))
    parts = [
        functional.cross_entropy(scores.flatten(0, 1), target.flatten(), ignore_index=-1)
        for scores, target in ((upos, gold[0]), (xpos, gold[1]), (arcs, gold[2]), (labels, gold[3]))
    ]
    return 0.5 * parts[0] + 0.5 * parts[1] + parts[2] + parts[3]


@torch.no_grad()
def measure(model: Parser, sentences: list[Sentence], codes: Codes) -> dict[str, float]:
    """Return accuracies on sentences with gold tokens; heads are each word's best, no tree is enforced."""
    model.eval()
    hits: Counter[str] = Counter()
    for group in batches(sentences, 3000, None):
        batch = make_batch(group, codes, None)
        x, upos, xpos, arcs = score_batch(model, batch)
        gold = batch["gold"]
        heads = arcs.argmax(-1)
        labels = model.labels(x, heads).argmax(-1)
        real = batch["mask"][..., 0].transpose(0, 1) > 0
        right = (heads == gold[2]) & real
        hits["words"] += int(real.sum())
        hits["upos"] += int(((upos.argmax(-1) == gold[0]) & real).sum())
        hits["xpos"] += int(((xpos.argmax(-1) == gold[1]) & real).sum())
        hits["uas"] += int(right.sum())
        hits["las"] += int((right & (labels == gold[3])).sum())
    model.train()
    return {name: round(100 * hits[name] / hits["words"], 2) for name in ("upos", "xpos", "uas", "las")}


def batches(sentences: list[Sentence], words: int, draw: random.Random | None) -> list[list[Sentence]]:
    """Group sentences of like length up to a number of words, in random order if ``draw`` is given."""
    ordered = sorted(sentences, key=lambda s: len(s.words) + (draw.random() * 4 if draw else 0))
    groups: list[list[Sentence]] = [[]]
    for sentence in ordered:
        if groups[-1] and (len(groups[-1]) + 1) * len(sentence.words) > words:
            groups.append([])
        groups[-1].append(sentence)
    if draw:
        draw.shuffle(groups)
    return groups


def weights_of(model: Parser, average: dict[str, Tensor], codes: Codes) -> dict[str, np.ndarray]:
    """Return what goes to the file: tables as int8 with a scale per row, other weights as float16, and the names."""
    arrays: dict[str, np.ndarray] = {}
    for name in model.state_dict():
        values = average[name].numpy().astype(np.float32)
        if name.startswith(("word.", "spelling.")):
            scale = np.maximum(np.abs(values).max(1, keepdims=True), 1e-8) / 127
            arrays[name + ".q"] = np.round(values / scale).astype(np.int8)
            arrays[name + ".s"] = scale.astype(np.float32)
        else:
            arrays[name] = values.astype(np.float16)
    for name in ("words", "upos", "xpos", "labels"):
        arrays["names." + name] = np.frombuffer("\n".join(getattr(codes, name)).encode(), np.uint8)
    return arrays


@torch.no_grad()
def start_from(model: Parser, weights: Weights, codes: Codes) -> None:
    """Begin with the weights of an earlier training; words that it did not know begin as unknown ones."""
    state = model.state_dict()
    rows = [weights.vocabulary.get(word, 0) for word in codes.words]
    state["word.weight"] = torch.from_numpy(weights.words[[0, *rows]])
    for index, table in enumerate(weights.spellings):
        state[f"spelling.{index}.weight"] = torch.from_numpy(table)
    state.update({name: torch.from_numpy(layer) for name, layer in weights.layers.items()})
    model.load_state_dict(state)


def train(arguments: argparse.Namespace, folder: Path) -> None:
    """Train, print accuracies on dev, write the averaged weights after each epoch."""
    torch.manual_seed(1)
    torch.set_num_threads(arguments.threads)
    draw = random.Random(1)  # noqa: S311 - not for secrets
    sentences = read_sentences(folder / "en_ewt-ud-train.conllu.gz")
    dev = read_sentences(folder / "en_ewt-ud-dev.conllu.gz")
    words = read_words(Path(__file__).with_name("news_words.tsv"))
    newsroom = Desk(sentences, words, draw)
    codes = Codes(sentences, words)
    model = Parser(len(codes.words) + 1, codes.sizes(), arguments.dropout)
    if arguments.start:
        start_from(model, read_weights(arguments.start), codes)
    optimiser = torch.optim.AdamW(model.parameters(), lr=arguments.rate, betas=(0.9, 0.95), weight_decay=0.01)
    average = {name: value.clone() for name, value in model.state_dict().items()}
    extra = [newsroom.report() for _ in range(arguments.news)]
    steps = arguments.epochs * len(batches([*sentences, *extra], arguments.batch, draw))
    step, started = 0, time.monotonic()
    for epoch in range(1, arguments.epochs + 1):
        total = 0.0
        extra = [newsroom.report() for _ in range(arguments.news)]
        groups = batches([vary(s, draw) for s in (*sentences, *extra)], arguments.batch, draw)
        for group in groups:
            step += 1
            rate = min(1.0, step / 200) * 0.5 * (1 + math.cos(math.pi * min(1.0, step / steps)))
            for part in optimiser.param_groups:
                part["lr"] = arguments.rate * max(rate, 0.01)
            loss = loss_of(model, make_batch(group, codes, draw))
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 2.0)
            optimiser.step()
            total += float(loss.detach())
            decay = min(0.998, step / (step + 10))
            for name, value in model.state_dict().items():
                average[name].lerp_(value, 1 - decay)
        line = f"epoch {epoch} loss {total / len(groups):.3f} after {time.monotonic() - started:.0f} s"
        if epoch % 2 == 0 or epoch == arguments.epochs:
            own = {name: value.clone() for name, value in model.state_dict().items()}
            model.load_state_dict(average)
            line += f" {measure(model, dev, codes)}"
            np.savez_compressed(arguments.output, **weights_of(model, average, codes))
            model.load_state_dict(own)
        print(line, flush=True)


def main() -> None:
    """Read the command line and train."""
    data = os.environ.get("ZUSAGE_DATA")
    if not data:
        sys.exit("Set ZUSAGE_DATA to the folder that has data/ud/en_ewt-ud-train.conllu.gz.")
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("output", type=Path, help="the .npz file to write")
    parser.add_argument("--start", type=Path, help="go on from the weights in this file")
    parser.add_argument("--epochs", type=int, default=24)
    parser.add_argument("--batch", type=int, default=1200, help="words in a batch")
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--dropout", type=float, default=0.22)
    parser.add_argument(
        "--news", type=int, default=2500, help="sentences in the manner of an agency, new ones each epoch"
    )
    parser.add_argument("--threads", type=int, default=1)
    train(parser.parse_args(), Path(data) / "data" / "ud")


if __name__ == "__main__":
    main()
