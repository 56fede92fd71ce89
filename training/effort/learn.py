"""Learn what a report's money is for by the words that stand in it, from annotated reports.

usage: python training/effort/learn.py            learn, and write src/zusage/reading/effort.json
       python training/effort/learn.py --scores   how often the purpose is right, of reports not learned from; writes nothing
       python training/effort/learn.py --add FILE count the signs of annotated real reports (JSON lines), for `pages.jsonl`

An example is a sum that the rules find without a purpose of its own, whose giver the annotation has with one measure of
`zusage.reading.effort.EFFORTS`. Learned from the learn parts of `training/`, from `pages.jsonl`: signs of passages of real
news on conferences and pledges, without their texts, and from `synthetic.jsonl`: short reports on many subjects, written for
this with how many of their bare sums have each measure. Rules come first, as in reading: what they find is no model's
matter, but it counts in the scores.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy is loaded: its threads only wait for each other

ROOT = Path(__file__).resolve().parents[2]
sys.path.append(str(ROOT / "training" / "pairs"))

from fitting import Choice, Numbers, Vocabulary, fit  # noqa: E402 - a script in a folder beside this one
from reports import FOLDS, load_reports  # noqa: E402 - as above

from zusage.dossier import Dossier, load_dossier  # noqa: E402 - after the line that sets threads
from zusage.model.codebook import parse_readings  # noqa: E402 - as above
from zusage.model.report import Reading, Report  # noqa: E402 - as above
from zusage.reading.effort import ALL, EFFORTS, FUNDING, Signs, effort_of_signs, signs_of, subjects_in  # noqa: E402 - as above
from zusage.reading.report import set_scene  # noqa: E402 - as above
from zusage.reading.scoring.keys import actor_key  # noqa: E402 - as above
from zusage.reading.theme import purpose_of_effort  # noqa: E402 - as above

WEIGHTS = ROOT / "src" / "zusage" / "reading" / "effort.json"
PAGES = Path(__file__).parent / "pages.jsonl"
SYNTHETIC = Path(__file__).parent / "synthetic.jsonl"
VOCABULARY = Path(__file__).parent / "words.txt"
DOSSIER = "ukraine-guarantees"
PRIOR = 0.1
LEAST_REPORTS = 4
"""Reports that a word stands in at least, to be learned."""
SMALL = 0.02
SEPARATOR = " ~ "


@dataclass(frozen=True, slots=True)
class Example:
    """A report: its signs, how many of its bare sums have each measure, what the rules say that its money is for.

    Reports of one ``fold`` belong together.
    """

    name: str
    fold: int
    signs: Signs
    labels: Mapping[str, int]
    ruled: str | None = None


def make_example(name: str, fold: int, gold: Reading, dossier: Dossier) -> Example | None:
    """Read a report and count what its bare sums are for; None if it has none that the annotation knows."""
    measures: dict[str, set[str]] = {}
    for commitment in gold.commitments:
        if commitment.measure in EFFORTS:
            measures.setdefault(actor_key(commitment.actor), set()).add(commitment.measure)
    if not measures:
        return None
    scene = set_scene(gold.report, dossier)
    places = {
        (actor_key(candidate.actor.actor), candidate.clauses[0])
        for candidate in scene.candidates
        if candidate.contribution.rule == "money"
    }
    labels = Counter(next(iter(measures[actor])) for actor, _ in places if len(measures.get(actor, ())) == 1)
    return Example(name, fold, signs_of(scene.context), labels, purpose_of_effort(scene.context)) if labels else None


def load_examples(part: str, dossier: Dossier) -> list[Example]:
    """The examples of a part of `training/`; for what is learned also of real pages and of short reports written for it."""
    found = (make_example(one.gold.report.name or "", one.fold, one.gold, dossier) for one in load_reports(part))
    return [*(one for one in found if one is not None), *((*_pages(), *_synthetic(dossier)) if part == "learn" else ())]


def _pages() -> Iterator[Example]:
    words = VOCABULARY.read_text("utf-8").splitlines()
    for line in PAGES.read_text("utf-8").splitlines():
        one = json.loads(line)
        stand = frozenset(words[number] for number in one["words"])
        signs = Signs(stand, one["hints"], subjects_in(stand))
        yield Example(one["digest"], one["fold"], signs, one["labels"], one["ruled"])


def _synthetic(dossier: Dossier) -> Iterator[Example]:
    for line in SYNTHETIC.read_text("utf-8").splitlines():
        one = json.loads(line)
        context = set_scene(Report(text=one["text"], language=one["language"]), dossier).context
        yield Example(one["id"], _fold(one["id"]), signs_of(context), one["labels"], purpose_of_effort(context))


def _fold(name: str) -> int:
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % FOLDS


def add_pages(files: Iterable[str], dossier: Dossier) -> None:
    """Count the signs of annotated reports in place of those of `pages.jsonl`; words that few of them share are left out."""
    found = []
    for file in files:
        for line in Path(file).read_text("utf-8").splitlines():
            for _, gold in parse_readings(line, resource=file):
                digest = hashlib.sha256(gold.report.text.encode()).hexdigest()
                one = make_example(digest, _fold(gold.report.published_on or digest), gold, dossier)
                found.extend([one] if one is not None else [])
    others = [one for one in load_examples("learn", dossier) if one.name not in {page.name for page in found}]
    words = sorted(_common([*found, *others]) & frozenset().union(*(one.signs.words for one in found)))
    number = {word: i for i, word in enumerate(words)}
    VOCABULARY.write_text("".join(f"{word}\n" for word in words), "utf-8")
    rows = [
        {
            "digest": one.name,
            "fold": one.fold,
            "hints": one.signs.hints,
            "labels": one.labels,
            "ruled": one.ruled,
            "words": sorted(number[word] for word in one.signs.words if word in number),
        }
        for one in sorted(found, key=lambda one: one.name)
    ]
    PAGES.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")


def _common(examples: Sequence[Example]) -> frozenset[str]:
    """The words that stand in enough reports."""
    counts = Counter(word for one in examples for word in one.signs.words)
    return frozenset(word for word, count in counts.items() if count >= LEAST_REPORTS)


Model = Mapping[str, Mapping[str, float]]


def learn(examples: Sequence[Example]) -> Model:
    """Fit the weights; a report counts as the square root of how many sums it has: they have all the same signs."""
    known, common = Vocabulary(), _common(examples)
    choices = []
    for one in examples:
        signs = replace(one.signs, words=one.signs.words & common)
        options = tuple(_encode(known, signs, effort) for effort in EFFORTS)
        for label, count in one.labels.items():
            weight = count / math.sqrt(sum(one.labels.values()))
            choices.append(Choice(options, frozenset({EFFORTS.index(label)}), weight))
    weights = fit(choices, len(known.numbers), prior=PRIOR)
    found: dict[str, dict[str, float]] = {of: {} for of in (ALL, *EFFORTS)}
    for name, weight in zip(known.names(), weights, strict=True):
        of, _, what = name.partition(SEPARATOR)
        if abs(weight) >= SMALL:
            found[of][what] = round(float(weight), 2)
    return found


def _encode(known: Vocabulary, signs: Signs, effort: str) -> Numbers:
    return known.encode([f"{of}{SEPARATOR}{what}" for of, row in signs.features(effort).items() for what in row])


def show_scores(dossier: Dossier) -> None:
    """Print for the learn part, judged by folds, and for the measuring part how many bare sums have the right measure."""
    examples = load_examples("learn", dossier)
    judged = []
    for fold in range(FOLDS):
        model = learn([one for one in examples if one.fold != fold])
        judged += [(one, effort_of_signs(one.signs, model)) for one in examples if one.fold == fold]
    _show("learn, by folds", judged)
    _show("written for it", [pair for pair in judged if pair[0].name.startswith("effort-")])
    model = learn(examples)
    _show("measure", [(one, effort_of_signs(one.signs, model)) for one in load_examples("measure", dossier)])


def _show(name: str, judged: Sequence[tuple[Example, str | None]]) -> None:
    total = sum(sum(one.labels.values()) for one, _ in judged)
    rules = sum(one.labels.get(one.ruled or FUNDING, 0) for one, _ in judged)
    both = sum(one.labels.get(one.ruled or found or FUNDING, 0) for one, found in judged)
    print(
        f"{name:16} {len(judged)} reports, {total} sums: by rules {rules / total:.3f}, with what is learned {both / total:.3f}"
    )


def main() -> int:
    """Learn, measure or count."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--scores", action="store_true", help="measure on reports not learned from")
    parser.add_argument(
        "--add", metavar="FILE", nargs="+", help="annotated reports whose signs `pages.jsonl` is to hold"
    )
    options = parser.parse_args()
    dossier = load_dossier(DOSSIER)
    if options.add:
        add_pages(options.add, dossier)
    elif options.scores:
        show_scores(dossier)
    else:
        model = learn(load_examples("learn", dossier))
        WEIGHTS.write_text(json.dumps(model, ensure_ascii=False, indent=0, sort_keys=True) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
