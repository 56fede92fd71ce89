"""Learn who says a contribution by what stands around it, from annotated reports.

usage: python training/speakers/learn.py            learn, and write src/zusage/reading/tellers/weights.json
       python training/speakers/learn.py --scores   by the rules and by threshold, of reports not learned from; writes nothing

An example is a contribution that the reader finds and that the annotation has, too, in words that overlap. Its options are the
outlet itself, the contributor, and each who speaks or is named around it; right is each that the annotation names. A head of
government whom the report tells of by the office alone is right as the holder, as the codebook says, also where the annotation
has the state.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy is loaded: its threads only wait for each other

ROOT = Path(__file__).resolve().parents[2]
sys.path.append(str(ROOT / "training" / "pairs"))

from fitting import Choice, Vocabulary, by_name, fit  # noqa: E402 - a script in a folder beside this one
from reports import FOLDS, Annotated, load_lessons  # noqa: E402 - as above

from zusage.dossier import Dossier, load_dossier  # noqa: E402 - after the line that sets threads
from zusage.model.quote import Quote  # noqa: E402 - as above
from zusage.model.statement import Commitment  # noqa: E402 - as above
from zusage.reading.choice import chances_of  # noqa: E402 - as above
from zusage.reading.report import read_report, tellings_of  # noqa: E402 - as above
from zusage.reading.scoring.keys import actor_key, speaker_key  # noqa: E402 - as above
from zusage.reading.tellers.signs import Option, is_holder  # noqa: E402 - as above

WEIGHTS = ROOT / "src" / "zusage" / "reading" / "tellers" / "weights.json"
DOSSIER = "ukraine-guarantees"
PRIOR = 0.3
LEAST_OPTIONS = 4
THRESHOLDS = (0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5)


@dataclass(frozen=True, slots=True)
class Example:
    """A contribution: who may say it, who does by the annotation (a key, "" for nobody) and by the rules.

    ``holder``: who holds the office that the rules name, where the annotation may have the state in his place.
    """

    corpus: str
    language: str
    fold: int
    options: Sequence[Option]
    gold: str
    ruled: str | None
    holder: str | None

    def is_right(self, speaker: str | None) -> bool:
        """Say whether an option is right."""
        return speaker_key(speaker) == self.gold or (speaker is not None and speaker == self.holder)


def make_examples(one: Annotated, dossier: Dossier) -> Iterator[Example]:
    """Read a report for who may say what it tells of contributions, and yield those that the annotation has."""
    shown = {(each.actor, each.measure) for each in read_report(one.gold.report, dossier).commitments}
    for commitment, told, options in tellings_of(one.gold.report, dossier):
        right = _annotated(commitment, one.gold.commitments)
        if right is None or (commitment.actor, commitment.measure) not in shown:
            continue
        gold = speaker_key(right.speaker)
        by_office = told.ref is not None and is_holder(told.ref, commitment.actor)
        holder = told.speaker if gold == speaker_key(commitment.actor) and by_office else None
        yield Example(one.corpus, one.gold.report.language, one.fold, options, gold, told.speaker, holder)


def _annotated(commitment: Commitment, gold: Sequence[Commitment]) -> Commitment | None:
    """The annotated contribution that shares most words with what was found."""
    key = (actor_key(commitment.actor), commitment.measure)
    same = [each for each in gold if (actor_key(each.actor), each.measure) == key]
    best = max(same, key=lambda each: _shared(each.quote, commitment.quote), default=None)
    return best if best is not None and _shared(best.quote, commitment.quote) > 0 else None


def _shared(one: Quote, other: Quote) -> int:
    return min(one.end, other.end) - max(one.start, other.start)


def load_examples(dossier: Dossier) -> list[Example]:
    """The examples of the learn parts and of the development reports."""
    return [example for one in load_lessons() for example in make_examples(one, dossier)]


def learn(examples: Sequence[Example]) -> dict[str, float]:
    """Fit the weights."""
    known, choices = Vocabulary(), []
    for one in examples:
        right = frozenset(i for i, option in enumerate(one.options) if one.is_right(option.speaker))
        if 0 < len(right) < len(one.options):
            choices.append(Choice(tuple(known.encode(option.features) for option in one.options), right))
    weights = fit(choices, len(known.numbers), prior=PRIOR, least=LEAST_OPTIONS)
    return by_name(weights, known)


def show_scores(examples: Sequence[Example]) -> None:
    """Print how often the speaker is right where there is one, precision and F1, judged by folds."""
    judged: list[tuple[Example, Mapping[str | None, float]]] = []
    for fold in range(FOLDS):
        weights = learn([one for one in examples if one.fold != fold])
        judged += [(one, _chances(one, weights)) for one in examples if one.fold == fold]
    for corpus, language in sorted({(one.corpus, one.language) for one in examples}):
        rows = [row for row in judged if (row[0].corpus, row[0].language) == (corpus, language)]
        print(f"{corpus:9} {language} rules {_score([(one, one.ruled) for one, _ in rows])}")
        for least in THRESHOLDS:
            print(f"{'':12} {least:5} {_score([(one, _named(chances, least)) for one, chances in rows])}")


def _chances(one: Example, weights: Mapping[str, float]) -> dict[str | None, float]:
    sums: dict[str | None, float] = {}
    for option, chance in zip(one.options, chances_of(one.options, dict(weights)), strict=True):
        sums[option.speaker] = sums.get(option.speaker, 0.0) + chance
    return sums


def _named(chances: Mapping[str | None, float], least: float) -> str | None:
    named = {speaker: chance for speaker, chance in chances.items() if speaker is not None}
    return max(named, key=named.__getitem__) if sum(named.values()) >= least else None


def _score(rows: Sequence[tuple[Example, str | None]]) -> str:
    annotated = sum(1 for one, _ in rows if one.gold)
    named = sum(1 for _, speaker in rows if speaker is not None)
    hits = sum(1 for one, speaker in rows if one.gold and speaker_key(speaker) == one.gold)
    return (
        f"right {hits / max(1, annotated):.3f} of {annotated}, precision {hits / max(1, named):.3f}, "
        f"F1 {2 * hits / max(1, annotated + named):.3f}"
    )


def main() -> int:
    """Learn or measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--scores", action="store_true", help="measure by folds, write nothing")
    only_scores = parser.parse_args().scores
    if not WEIGHTS.exists():
        WEIGHTS.write_text("{}\n", "utf-8")
    examples = load_examples(load_dossier(DOSSIER))
    if only_scores:
        show_scores(examples)
        return 0
    WEIGHTS.write_text(json.dumps(learn(examples), indent=0, ensure_ascii=False) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
