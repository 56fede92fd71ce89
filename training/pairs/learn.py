"""Learn to judge pairs, and how sure to be, from the annotated reports in `training/`.

usage: python training/pairs/learn.py                learn, and write the weights under src/zusage/reading
       python training/pairs/learn.py --scores       measure each way by cross-validation over events; no weights
       python training/pairs/learn.py --positions    learn only how much the words of positions say; --add FILE... first counts
                                                      what the rules find in annotated real passages, for `opinions.jsonl`
       python training/pairs/learn.py --overall      learn only how sure to be in the light of the whole report; the rest stays
       python training/pairs/learn.py --reliability  print how reliable certainty is, and draw docs/reliability.svg

The same reports, rules and lexicons give the same weights: no chance is involved. Run it again after rules, lexicons or
annotations have changed. Needs what `zusage` needs, nothing more.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy is loaded: its threads only wait for each other

from diagram import as_table, draw, reliability
from efforts import learn_by_folds
from examples import STEPS, Lesson, Vocabularies, make_lesson
from fitting import Vocabulary, by_name
from models import Model, cross_judge, learn, learn_certainty
from overall import Case, cases_of, cross_weigh, is_shown, learn_overall, show_sure
from positions import add_pages, learn_positions
from reports import FOLDS, Annotated, load_reports
from validation import show_ways

from zusage.dossier import load_dossier
from zusage.reading.pairs.weights import SHARED, Weights, load_weights

ROOT = Path(__file__).resolve().parents[2]
PAIRS = ROOT / "src" / "zusage" / "reading" / "pairs" / "weights.json"
POSITIONS = ROOT / "src" / "zusage" / "reading" / "weights.json"
OVERALL = ROOT / "src" / "zusage" / "reading" / "overall" / "weights.json"
DIAGRAM = ROOT / "docs" / "reliability.svg"
DOSSIER = "ukraine-guarantees"


def make_lessons(reports: Sequence[Annotated], known: Vocabularies, *, rules: bool = True) -> list[Lesson]:
    """Read reports; without ``rules`` nothing tells what the rules found."""
    dossier = load_dossier(DOSSIER)
    return [make_lesson(report, dossier, known, rules=rules) for report in reports]


def new_vocabularies() -> Vocabularies:
    """Vocabularies without a feature."""
    return Vocabularies(Vocabulary(), Vocabulary(), Vocabulary(), Vocabulary())


def as_json(model: Model, certainty: Mapping[str, float], known: Vocabularies) -> str:
    """The weights as the reader loads them."""
    size = len(known.wording.numbers)
    firmness = {step: by_name(model.firmness[k * size : (k + 1) * size], known.wording) for k, step in enumerate(STEPS)}
    firmness[SHARED] = by_name(model.firmness[size * len(STEPS) :], known.steps)
    found = {
        "contributes": by_name(model.contributes, known.contributes),
        "measure": by_name(model.measure, known.measure),
        "firmness": firmness,
        "certainty": certainty,
    }
    return _json(found)


def _json(found: Mapping[str, Any]) -> str:
    return json.dumps(found, ensure_ascii=False, indent=0, sort_keys=True) + "\n"


def write_weights(reports: Sequence[Annotated]) -> None:
    """Learn everything and write it."""
    known = new_vocabularies()
    lessons = make_lessons(reports, known)
    certainty = learn_certainty(cross_judge(lessons, known))
    PAIRS.write_text(as_json(learn(lessons, known), certainty, known), "utf-8")
    write_positions(reports)
    load_weights.cache_clear()
    write_overall(make_cases(reports, lessons, known))
    written = (PAIRS, POSITIONS, OVERALL)
    sizes = ", ".join(f"{path.relative_to(ROOT)} ({path.stat().st_size // 1024} kB)" for path in written)
    print(f"learned from {len(lessons)} reports: {sizes}", file=sys.stderr)


def write_positions(reports: Sequence[Annotated]) -> None:
    """Learn how sure to be of positions and write it."""
    POSITIONS.write_text(_json({"position": learn_positions(reports, load_dossier(DOSSIER))}), "utf-8")


def make_cases(reports: Sequence[Annotated], lessons: Sequence[Lesson], known: Vocabularies) -> list[Case]:
    """Read reports with weights that were learned without them; how much words say of a statement is as packaged."""
    dossier, certainty = load_dossier(DOSSIER), load_weights().certainty
    pairs = []
    for fold in range(FOLDS):
        model = learn([one for one in lessons if one.report.fold % FOLDS != fold], known)
        found = json.loads(as_json(model, certainty, known))
        pairs.append(Weights(found["contributes"], found["measure"], found["firmness"], certainty))
    return cases_of(reports, dossier, pairs, learn_by_folds(dossier))


def show_reliability(cases: Sequence[Case]) -> None:
    """Print how often statements of a certainty are right, and draw it; of what is shown by default."""
    judged = [(case, sure) for case, sure in cross_weigh(cases) if is_shown(case, sure)]
    bins = reliability([(case.is_right, sure) for case, sure in judged])
    print("\n".join((as_table(bins), "", *show_sure(judged))))
    DIAGRAM.write_text(draw(bins), "utf-8")


def write_overall(cases: Sequence[Case]) -> None:
    """Learn how sure to be of statements in the light of their report and write it."""
    OVERALL.write_text(_json(learn_overall(cases)), "utf-8")


def main() -> int:
    """Learn or measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--scores", action="store_true", help="measure each way by cross-validation")
    parser.add_argument("--reliability", action="store_true", help="print and draw how reliable certainty is")
    parser.add_argument("--overall", action="store_true", help="learn only what the whole report adds")
    parser.add_argument("--positions", action="store_true", help="learn only how much the words of positions say")
    parser.add_argument(
        "--add", nargs="+", default=(), metavar="FILE", help="real passages that positions are learned from"
    )
    options = parser.parse_args()
    reports = load_reports()
    if options.add:
        add_pages(options.add, load_dossier(DOSSIER))
    if options.positions:
        write_positions(reports)
    if options.scores:
        for rules in (True, False):
            known = new_vocabularies()
            show_ways(make_lessons(reports, known, rules=rules), known, rules=rules)
    if options.overall or options.reliability:
        known = new_vocabularies()
        cases = make_cases(reports, make_lessons(reports, known), known)
        if options.overall:
            write_overall(cases)
        if options.reliability:
            show_reliability(cases)
    if not (options.scores or options.reliability or options.positions or options.overall):
        write_weights(reports)
    return 0


if __name__ == "__main__":
    sys.exit(main())
