"""What the form of a finite verb says: tense, mood, person and number; and which verbs are which.

"komme" of anybody but "ich" is reported speech, "käme" is the second subjunctive, "kam" the past. The table of
irregular verbs beside it decides; weak verbs go by their endings. Uses the lexicon files and
`zusage.language.analysis`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from zusage.language.analysis import Mood, Tense
from zusage.language.german.lexicon import read_table, word_set

SINGULAR, PLURAL = 1, 2
_REGULAR = frozenset(
    [
        "bereiten",
        "verbreiten",
        "vorbereiten",
        "aufbereiten",
        "ausbreiten",
        "zubereiten",
        "begleiten",
        "beauftragen",
        "beantragen",
        "veranlassen",
    ]
)


@dataclass(frozen=True, slots=True)
class Finite:
    """Tense, mood and agreement of a finite form.

    ``number``: bits of `SINGULAR` and `PLURAL`; ``first``: only "ich" or "wir" can be its subject.
    """

    tense: Tense
    mood: Mood
    number: int
    first: bool = False


@lru_cache(maxsize=100_000)
def read_finite(form: str, lemma: str) -> Finite:
    """Return what a finite form in lower case says, given its infinitive without particle."""
    known = _auxiliaries().get(form)
    if known:
        return known
    irregular = _irregular_stems(lemma)
    if irregular:
        found = _match_irregular(form, irregular)
        if found:
            return found
    return _read_regular(form, _stem(lemma), weak=not irregular)


def _match_irregular(form: str, stems: tuple[tuple[str, ...], tuple[str, ...]]) -> Finite | None:
    past, subjunctive = stems
    for stem in subjunctive:
        if form.startswith(stem) and form[len(stem) :] in {"e", "en", "est", "et", "t"} and stem not in past:
            return Finite(Tense.PRESENT, Mood.HYPOTHETICAL, _number(form))
    for stem in past:
        if form.startswith(stem) and form[len(stem) :] in {"", "e", "en", "st", "est", "t", "et"}:
            rest = form[len(stem) :]
            if rest == "e" and not stem.endswith("t") and stem != "wurd":
                return Finite(Tense.PRESENT, Mood.HYPOTHETICAL, SINGULAR)
            return Finite(Tense.PAST, Mood.INDICATIVE, _number(form))
    return None


def _read_regular(form: str, stem: str, *, weak: bool) -> Finite:
    rest = form[len(stem) :] if form.startswith(stem) else None
    if rest in {"te", "ten", "test", "tet"} or (weak and rest in {"ete", "eten", "etest", "etet"}):
        return Finite(Tense.PAST, Mood.INDICATIVE, _number(form))
    if rest == "e" or (rest is None and form.endswith("e") and not form.endswith("te")):
        return Finite(Tense.PRESENT, Mood.REPORTED, SINGULAR)
    if rest is None and form.endswith(("te", "ten")):
        return Finite(Tense.PAST, Mood.INDICATIVE, _number(form))
    return Finite(Tense.PRESENT, Mood.INDICATIVE, _number(form))


def _number(form: str) -> int:
    if form.endswith(("en", "eln", "ern")):
        return PLURAL
    return SINGULAR


def _stem(lemma: str) -> str:
    if lemma.endswith("en"):
        return lemma[:-2]
    return lemma.removesuffix("n")


@lru_cache(maxsize=20_000)
def _irregular_stems(lemma: str) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """Return the stems of the past and of the second subjunctive of an irregular verb, its prefix included."""
    table = _irregular()
    if lemma in table:
        return table[lemma]
    if lemma in _REGULAR:
        return None
    for size in range(2, len(lemma) - 3):
        if lemma[size:] in table:
            past, subjunctive = table[lemma[size:]]
            return tuple(lemma[:size] + stem for stem in past), tuple(lemma[:size] + stem for stem in subjunctive)
    return None


@cache
def _irregular() -> Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    return {
        lemma: (tuple(past.split("|")), tuple(subjunctive.split("|")))
        for lemma, past, subjunctive in read_table("strong.tsv")
    }


@cache
def _auxiliaries() -> Mapping[str, Finite]:
    return {
        form: Finite(Tense(tense), Mood(mood), SINGULAR if number == "sg" else PLURAL)
        for form, number, tense, mood in read_table("auxiliaries.tsv")
    }


@lru_cache(maxsize=50_000)
def find_irregular_lemma(form: str) -> str | None:
    """Return the infinitive of a past or subjunctive form of an irregular verb in lower case, its prefix included.

    "bräche" gives "brechen", "verspräche" "versprechen", "einbräche" "einbrechen"; None for anything else.
    """
    forms = _irregular_forms()
    if form in forms:
        return forms[form]
    for size in range(2, len(form) - 2):
        if form.endswith("en") and form[:size] in _LIKE_PARTICIPLES:
            continue
        lemma = forms.get(form[size:])
        if lemma is not None and form[:size] in word_set("prefix"):
            return form[:size] + lemma
    return None


@cache
def _irregular_forms() -> Mapping[str, str]:
    table: dict[str, str] = {}
    for lemma, (past, subjunctive) in _irregular().items():
        for stem in past:
            for ending in ("e", "en") if stem in _WITH_E else ("", "en"):
                table.setdefault(stem + ending, lemma)
        for stem in subjunctive:
            for ending in ("e", "en"):
                table.setdefault(stem + ending, lemma)
    for form in _OTHER_VERBS:
        table.pop(form, None)
    return table


_OTHER_VERBS = (
    "führe",
    "führen",
    "ziehen",
    "sende",
    "senden",
    "wende",
    "wenden",
    "kenne",
    "kennen",
    "nenne",
    "nennen",
    "löge",
    "stehle",
)
_LIKE_PARTICIPLES = frozenset({"be", "ent", "emp", "er", "ge", "ver", "zer", "miss", "unter", "über"})
_WITH_E = frozenset(
    [
        "brannt",
        "bracht",
        "dacht",
        "kannt",
        "nannt",
        "rannt",
        "sandt",
        "wandt",
        "durft",
        "hatt",
        "konnt",
        "mocht",
        "musst",
        "mußt",
        "sollt",
        "wollt",
        "wurd",
        "wusst",
        "wußt",
    ]
)
