"""Learn whether a report is about a meeting, and its day and city, from annotated reports.

usage: python training/meetings/learn.py            learn, and write src/zusage/reading/meetings/weights.json
       python training/meetings/learn.py --scores   what rules alone and what is learned reach, by folds; writes nothing

Every report is an example of whether there is a meeting; those that have one are examples of which of the options is its day and
its city, where any is. The reports that the rules were made on count half: there the rules are right more often than elsewhere.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy is loaded: its threads only wait for each other

ROOT = Path(__file__).resolve().parents[2]
sys.path.append(str(ROOT / "training" / "pairs"))

from fitting import Choice, Vocabulary, by_name, fit  # noqa: E402 - a script in a folder beside this one
from reports import FOLDS, Annotated, load_lessons  # noqa: E402 - as above

from zusage.dossier import Dossier, load_dossier  # noqa: E402 - after the line that sets threads
from zusage.reading.choice import chances_of  # noqa: E402 - as above
from zusage.reading.meetings.likely import DAY_STAYS, LEAST, PLACE_STAYS, chance_of_any, choose, stays  # noqa: E402 - as above
from zusage.reading.meetings.options import Option, days_of, places_of  # noqa: E402 - as above
from zusage.reading.meetings.ruled import ruled_meetings  # noqa: E402 - as above
from zusage.reading.meetings.signs import Setting, setting_of, words_of  # noqa: E402 - as above
from zusage.reading.report import set_scene  # noqa: E402 - as above
from zusage.reading.scoring.keys import place_key  # noqa: E402 - as above

WEIGHTS = ROOT / "src" / "zusage" / "reading" / "meetings" / "weights.json"
DOSSIER = "ukraine-guarantees"
PRIORS = {"any": 0.025, "day": 0.05, "place": 0.05}
LEAST_OPTIONS = 4
COUNTS = {"broad": 1.0, "wikinews": 1.0}
"""How much a report counts; rules were made on the others."""
OTHERS_COUNT = 0.5
THRESHOLDS = (0.2, 0.3, 0.35, 0.4, 0.5, 0.6)

Weights = dict[str, dict[str, float]]
Bearings = tuple[str | None, str | None]


@dataclass(frozen=True, slots=True)
class Example:
    """A report: its signs, the options of day and city, and both by the annotation and by the rules, None for no meeting."""

    corpus: str
    language: str
    fold: int
    setting: Setting
    words: Sequence[str]
    days: Sequence[Option]
    places: Sequence[Option]
    gold: Bearings | None
    ruled: Bearings | None

    @property
    def weight(self) -> float:
        """How much it counts."""
        return COUNTS.get(self.corpus, OTHERS_COUNT)

    def right(self, name: str) -> frozenset[int]:
        """The options of a field that are right."""
        if self.gold is None:
            return frozenset()
        if name == "day":
            return frozenset(i for i, option in enumerate(self.days) if option.value == self.gold[0])
        return frozenset(i for i, option in enumerate(self.places) if place_key(option.value) == self.gold[1])


def make_example(one: Annotated, dossier: Dossier) -> Example:
    """Read a report for what its meeting may be."""
    context = set_scene(one.gold.report, dossier).context
    ruled = ruled_meetings(context)
    setting = setting_of(context, ruled)
    gold, found = ((m[0].date, place_key(m[0].place)) if m else None for m in (one.gold.meetings, ruled))
    return Example(
        one.corpus,
        one.gold.report.language,
        one.fold,
        setting,
        sorted({"bias", *setting.whole} | words_of(context)),
        days_of(setting),
        places_of(setting),
        gold,
        found,
    )


def load_examples(dossier: Dossier) -> list[Example]:
    """The examples of the learn parts and of the development reports."""
    return [make_example(one, dossier) for one in load_lessons()]


def learn(examples: Sequence[Example]) -> Weights:
    """Fit the weights of all three."""
    return {name: _learn(examples, name) for name in PRIORS}


def _learn(examples: Sequence[Example], name: str) -> dict[str, float]:
    known, choices = Vocabulary(), []
    for one in examples:
        if name == "any":
            options = (known.encode(list(one.words)), known.encode([]))
            choices.append(Choice(options, frozenset({int(one.gold is None)}), one.weight))
            continue
        right, each = one.right(name), one.days if name == "day" else one.places
        if 0 < len(right) < len(each):
            choices.append(Choice(tuple(known.encode(option.features) for option in each), right, one.weight))
    weights = fit(choices, len(known.numbers), prior=PRIORS[name], least=LEAST_OPTIONS)
    return by_name(weights, known)


def show_scores(examples: Sequence[Example]) -> None:
    """Print how often there is a meeting where one is found and the other way round, and its day and place, judged by folds."""
    judged: list[tuple[Example, float, Bearings]] = []
    for fold in range(FOLDS):
        weights = learn([one for one in examples if one.fold != fold])
        judged += [(one, *_judge(one, weights)) for one in examples if one.fold == fold]
    for corpus, language in sorted({(one.corpus, one.language) for one in examples}):
        rows = [row for row in judged if (row[0].corpus, row[0].language) == (corpus, language)]
        print(f"{corpus:9} {language}  rules {_score([(one, one.ruled) for one, _, _ in rows])}")
        print(f"{'':9} among the options: day {_share(rows, 'day')}, place {_share(rows, 'place')}")
        for least in THRESHOLDS:
            found = [(one, bearings if sure >= least else one.ruled) for one, sure, bearings in rows]
            print(f"{'':9} {least:4}{' *' if least == LEAST else '  '} {_score(found)}")


def _share(rows: Sequence[tuple[Example, float, Bearings]], name: str) -> str:
    """In how many of the reports with a meeting any option is right."""
    having = [one for one, _, _ in rows if one.gold is not None]
    return f"{sum(1 for one in having if one.right(name)) / max(1, len(having)):.3f}"


def _judge(one: Example, weights: Weights) -> tuple[float, Bearings]:
    of_days, of_places = chances_of(one.days, weights["day"]), chances_of(one.places, weights["place"])
    if one.setting.ruled:
        main = one.setting.ruled[0]
        day = stays(one.days, of_days, main.date, DAY_STAYS)
        place = stays(one.places, of_places, main.place, PLACE_STAYS)
    else:
        day, place = choose(one.days, of_days), choose(one.places, of_places)
    return chance_of_any(one.setting, weights["any"]), (day.value, place_key(place.value))


def _score(rows: Sequence[tuple[Example, Bearings | None]]) -> str:
    gold = sum(1 for one, _ in rows if one.gold is not None)
    found = sum(1 for _, bearings in rows if bearings is not None)
    both = [(one.gold, bearings) for one, bearings in rows if one.gold is not None and bearings is not None]
    day, place = (sum(1 for right, read in both if right[i] == read[i]) for i in (0, 1))
    return (
        f"found {len(both) / max(1, gold):.3f} of {gold}, precision {len(both) / max(1, found):.3f}, "
        f"day {day / max(1, gold):.3f}, place {place / max(1, gold):.3f}"
    )


def main() -> int:
    """Learn or measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--scores", action="store_true", help="measure by folds, write nothing")
    examples = load_examples(load_dossier(DOSSIER))
    if parser.parse_args().scores:
        show_scores(examples)
        return 0
    WEIGHTS.write_text(json.dumps(learn(examples), indent=0, ensure_ascii=False) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
