"""What is known of a German word out of context: its possible tags with their weights, and its lemma under a tag.

The Hanover Tagger (LGPL, its model comes in its wheel) knows the words and guesses unknown ones from their morphemes;
it is loaded when the first word is asked for and every answer is kept. Our own lexicons go before it: closed classes,
and open-class words that it gets wrong. Uses `HanTa`, the lexicon files beside it and the standard library.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from zusage.language.german.lexicon import closed_lemmas, read_table, word_set
from zusage.language.german.tokens import clean
from zusage.language.german.verbs import find_irregular_lemma

_KEPT_BELOW_BEST = 7.5
_MISSING = -14.0
"""What a transition weighs that the model does not have."""
_LONGEST_WORD = 60
_FIRST_PART, _LAST_PART = 3, 4
"""Letters that the first part of a compound has at least, and its last one."""
_MODALS = frozenset({"können", "müssen", "sollen", "wollen", "dürfen", "mögen"})
_STTS = {
    "ADJ(A)": "ADJA",
    "ADJ(D)": "ADJD",
    "VV(FIN)": "VVFIN",
    "VV(INF)": "VVINF",
    "VV(PP)": "VVPP",
    "VV(IZU)": "VVIZU",
    "VV(IMP)": "VVIMP",
    "VA(FIN)": "VAFIN",
    "VA(INF)": "VAINF",
    "VA(PP)": "VAPP",
    "VA(IMP)": "VAIMP",
    "VM(FIN)": "VMFIN",
    "VM(INF)": "VMINF",
    "VM(PP)": "VMPP",
    "PROAV": "PAV",
    "NNA": "NN",
    "NNI": "NN",
}
_FROM_STTS = {stts: own for own, stts in _STTS.items() if own not in {"NNA", "NNI"}}

Candidates = tuple[tuple[int, float], ...]
Transitions = list[list[tuple[float, ...]]]


@dataclass(frozen=True, slots=True)
class Model:
    """The tables of the Hanover Tagger that we read: transitions of tags, and the numbers of tags.

    ``transitions``: by the numbers of two tags, the weights of what may follow by its number.
    """

    tagger: Any
    transitions: Transitions
    number: Mapping[str, int]
    start: tuple[int, int]
    end: int


@cache
def load_model() -> Model:
    """Load the Hanover Tagger, once for the process; takes about half a second."""
    from HanTa.HanoverTagger import EMPTY, END, START  # noqa: PLC0415 - slow to import: only when German is read

    from zusage.language.german.hanover import Morphology  # noqa: PLC0415 - as above

    tagger = Morphology("morphmodel_ger.pgz")
    return Model(tagger, _lay_out(tagger.LP_trans_word), tagger.tag2int, (EMPTY, START), END)


def _lay_out(transitions: Mapping[tuple[int, int], Mapping[int, float]]) -> Transitions:
    """Lay transitions out by number, equal weights once: a table of a seventh of the size, most of it near at hand."""
    size = 1 + max(max(*state, *after) for state, after in transitions.items())
    weights: dict[float, float] = {}
    nothing = (_MISSING,) * size
    table = [[nothing] * size for _ in range(size)]
    for (before, last), after in transitions.items():
        row = [*nothing]
        for tag, weight in after.items():
            row[tag] = weights.setdefault(weight, weight)
        table[before][last] = tuple(row)
    return table


@cache
def tag_names() -> Mapping[int, str]:
    """Return the STTS name of each tag number of the model."""
    names = load_model().tagger.int2tag
    return {number: _STTS.get(name, name) for number, name in names.items()}


@lru_cache(maxsize=300_000)
def find_candidates(word: str, first: bool = False) -> Candidates:  # noqa: FBT001, FBT002
    """Return the possible tags of a word, best first, as pairs (tag number, log P(word | tag)).

    ``first``: the word begins a sentence, so that its capital tells nothing.
    """
    model = load_model()
    form = clean(word)
    override = _overrides().get(form.lower() if first else form) or _overrides().get(form.lower())
    if override:
        return _weigh(override, model)
    found = _special(form, model)
    if found:
        return found
    irregular = find_irregular_lemma(form.lower()) if first or form[0].islower() else None
    if irregular is not None and not is_listed(form.lower()):
        return ((model.number["VM(FIN)" if irregular in _MODALS else "VV(FIN)"], 0.0),)
    last = form.rpartition("-")[2]
    if last != form and len(last) > 2 and last.isalpha():  # noqa: PLR2004 - "EU", "U-Boot" have parts of their own
        return find_candidates(last)
    if not first and form[0].isupper() and form.isalpha() and known_head(form.lower()):
        return ((model.number["NN"], 0.0),)
    tagged = model.tagger._tag_word(form, 7, not first, True)  # noqa: SLF001 - the tables' only door
    pairs = [(-abs(tag) if tag < 0 else tag, float(weight)) for tag, weight in tagged if tag in tag_names()]
    return _prune(pairs, model)


@lru_cache(maxsize=100_000)
def known_head(word: str) -> int:
    """Return where the known noun begins that a compound which no list has ends in; 0 for other words.

    "Minenräumboote" by "boote": most words that no list has are such nouns, and looking their end up takes no search. The
    first part is long enough to be one.
    """
    model = load_model()
    known: Mapping[str, list[tuple[int, float]]] = model.tagger.cache
    own = closed_lemmas()
    if word in known or len(word) < _FIRST_PART + _LAST_PART:
        return 0
    for start in range(_FIRST_PART, len(word) - _LAST_PART + 1):
        if ("NN", word[start:]) in own:
            return start
        if (tags := known.get(word[start:])) is not None:
            return start if max(tags, key=lambda pair: pair[1])[0] == model.number["NN"] else 0
    return 0


def _is_noun(lemma: str, head: int) -> bool:
    """Tell whether a lemma in lower case is known, or a compound whose known head begins no later than its form's."""
    return is_listed(lemma) or 0 < known_head(lemma) <= head


@lru_cache(maxsize=100_000)
def has_tag(word: str, tag: str) -> bool:
    """Tell whether a word in lower case can have an STTS tag, however rarely."""
    model = load_model()
    number = model.number[_FROM_STTS.get(tag, tag)]
    return any(found == number for found, _ in model.tagger._tag_word(clean(word), 12, False, True))  # noqa: SLF001


@lru_cache(maxsize=100_000)
def is_mostly_verb(word: str) -> bool:
    """Tell whether the most probable tag of a word in lower case, taken alone, is a full verb's."""
    candidates = find_candidates(word)
    return bool(candidates) and tag_names()[candidates[0][0]].startswith("VV")


def _prune(pairs: list[tuple[int, float]], model: Model) -> Candidates:
    prior = model.tagger.LP_wtag
    joint = sorted(((weight + prior.get(tag, -10.0), tag, weight) for tag, weight in pairs), reverse=True)
    joint = [entry for entry in joint if entry[0] > -math.inf]
    if not joint:
        return ((model.number["NE"], 0.0),)
    best = joint[0][0]
    return tuple((tag, weight) for score, tag, weight in joint if score > best - _KEPT_BELOW_BEST)


def _special(form: str, model: Model) -> Candidates:
    """Return the tag of numbers, signs and truncated words, which need no model."""
    if form[0].isdigit():
        body = form.rstrip(".")
        if form.endswith(".") and body.isdigit():
            return ((model.number["ADJ(A)"], 0.0), (model.number["CARD"], -3.0))
        if body.replace(".", "").replace(",", "").replace(":", "").replace("\u00a0", "").replace(" ", "").isdigit():
            return ((model.number["CARD"], 0.0),)
    if not any(char.isalnum() for char in form):
        return ((model.number[_sign_tag(form)], 0.0),)
    if len(form) > _LONGEST_WORD:
        return ((model.number["XY"], 0.0),)
    if form[-1] in "-‐‑" and len(form) > 1:
        return ((model.number["TRUNC"], 0.0),)
    return ()


def _sign_tag(form: str) -> str:
    if form in {",", ";"}:
        return "$," if form == "," else "$."
    if form[0] in ".!?:…" and form != "...":
        return "$."
    return "$("


def _weigh(tags: tuple[tuple[str, float], ...], model: Model) -> Candidates:
    prior = model.tagger.LP_wtag
    pairs = []
    for tag, weight in tags:
        number = model.number[_FROM_STTS.get(tag, tag)]
        pairs.append((number, math.log(weight) - prior.get(number, -10.0)))
    return tuple(pairs)


@cache
def _overrides() -> Mapping[str, tuple[tuple[str, float], ...]]:
    """Return our own words: form to pairs (STTS tag, share)."""
    table: dict[str, tuple[tuple[str, float], ...]] = {}
    for form, tags in read_table("tags.tsv"):
        pairs = []
        for entry in tags.split():
            tag, _, share = entry.partition(":")
            pairs.append((tag, float(share) if share else 1.0))
        table[form] = tuple(pairs)
    return table


@lru_cache(maxsize=100_000)
def is_listed(word: str) -> bool:
    """Tell whether the tagger's own word list has a word (lower case)."""
    return word in load_model().tagger.cache


@lru_cache(maxsize=300_000)
def find_lemma(word: str, tag: str) -> str:
    """Return the dictionary form of a word under an STTS tag; verbs without a particle that stands apart."""
    form = clean(word)
    closed = closed_lemmas().get((tag, form.lower())) or closed_lemmas().get(("*", form.lower()))
    if closed and (tag not in {"NN", "NE"} or ("NN", form.lower()) in closed_lemmas()):
        return closed
    if tag[0] == "$" or tag in {
        "CARD",
        "TRUNC",
        "FM",
        "XY",
        "ITJ",
        "ADV",
        "PTKVZ",
        "KON",
        "KOUS",
        "APPR",
        "PTKNEG",
        "PTKANT",
    }:
        return form if tag in {"CARD", "TRUNC", "FM", "XY"} else form.lower()
    if tag == "NE":
        return _name_lemma(form)
    if tag == "VVFIN":
        irregular = find_irregular_lemma(form.lower())
        if irregular is not None:
            return irregular
    model = load_model()
    name = _FROM_STTS.get(tag, tag)
    number = model.number.get(name)
    if number is None:
        return form
    if "-" in form[1:-1] and tag == "NN":
        head, _, last = form.rpartition("-")
        return f"{head}-{find_lemma(last, tag)}"
    return _correct(form, tag, _analyse(form, number))


@lru_cache(maxsize=300_000)
def _analyse(form: str, number: int) -> str:
    tagger = load_model().tagger
    if number == load_model().number["NN"] and form.lower().endswith("n"):
        best = tagger._tag_word(form, 0, True, False)  # noqa: SLF001
        if best and best[0][0] == load_model().number["NNI"]:
            return form
    lemma: str = tagger._analyze(form, number, 1)[0] or form  # noqa: SLF001
    head = known_head(form.lower()) if number == load_model().number["NN"] else 0
    ours = ("NN", form[head:].lower()) in closed_lemmas()
    if head and (ours or not _is_noun(lemma.lower(), head)):
        # "Hilfstranche" is a "Tranche", though its morphemes make it a "Hilfstranch"
        lemma = form[:head] + find_lemma(form[head:].capitalize(), "NN").lower()
    if number == load_model().number["NN"] and "ß" in lemma and "ss" in form and "ß" not in form:
        lemma = lemma.replace("ß", "ss")
    return lemma


def _correct(form: str, tag: str, lemma: str) -> str:
    """Mend what the model's lemma breaks: case of letters, and the infinitive's ending."""
    if tag[0] == "V" and not lemma.endswith("n"):
        return form.lower()
    if tag == "NN":
        return lemma[:1].upper() + lemma[1:]
    if tag[0] == "V" or tag.startswith("ADJ"):
        return lemma.lower() if not (tag == "ADJA" and form[0].isupper() and lemma[0].isupper()) else lemma
    return lemma


def strip_genitive(form: str) -> str:
    """Return a name that stands before a noun without its genitive -s, unless the name itself ends in it."""
    if form.endswith("s") and len(form) > 3 and form not in word_set("s_name") and not form.endswith("ss"):  # noqa: PLR2004
        return form[:-1]
    return form


def _name_lemma(form: str) -> str:
    """Return a name without its genitive ending: "Berlins" → "Berlin", "Paris" stays, "Merz'" → "Merz"."""
    if form[-1] in "'’":
        return form[:-1]
    if form[-2:] in {"'s", "’s"}:
        return form[:-2]
    if len(form) > 4 and form.endswith("s") and _is_known_name(form[:-1]):  # noqa: PLR2004
        return form[:-1]
    return form


@lru_cache(maxsize=50_000)
def _is_known_name(stem: str) -> bool:
    """Tell whether the tagger's word list has the form without -s as a name."""
    if stem in word_set("known_name"):
        return True
    model = load_model()
    tags = model.tagger.cache.get(stem.lower(), ())
    return stem + "s" not in word_set("s_name") and any(tag == model.number["NE"] for tag, _ in tags)


@lru_cache(maxsize=100_000)
def compound_parts(lemma: str) -> tuple[str, ...]:
    """Return the parts of a noun compound as lemmas with capitals, the head last; a simple noun gives itself.

    "Sicherheitsgarantie" → ("Sicherheit", "Garantie"); "EU-Gipfel" → ("EU", "Gipfel").
    """
    if "-" in lemma[1:-1]:
        head, _, last = lemma.rpartition("-")
        return (*head.split("-"), *compound_parts(last))
    if len(lemma) < 6 or not lemma.isalpha():  # noqa: PLR2004 - shorter ones are no compounds
        return (lemma,)
    model = load_model()
    stem, morphemes, _ = model.tagger._analyze(lemma, model.number["NN"], 3)  # noqa: SLF001
    return _join_morphemes(lemma, morphemes) if stem else (lemma,)


def _join_morphemes(lemma: str, morphemes: list[tuple[str, str]]) -> tuple[str, ...]:
    """Join a word's morphemes to parts: stems with the prefixes and suffixes that belong to them."""
    parts: list[str] = []
    prefix = ""
    for shape, kind in morphemes:
        if kind == "FUGE":
            continue
        if kind.startswith(("PREF", "PTKVZ", "PTKZU")):
            prefix += shape
        elif kind.startswith("SUF"):
            if parts and kind != "SUF_NN":
                parts[-1] += shape
        elif parts and prefix == "" and kind.startswith(("NN_SUF", "DER")):
            parts[-1] += shape
        else:
            parts.append(prefix + shape)
            prefix = ""
    if len(parts) < 2:  # noqa: PLR2004
        return (lemma,)
    tail = parts[-1]
    place = lemma.lower().rfind(tail[: max(3, len(tail) - 2)])
    if place > 0:
        parts[-1] = lemma[place:]
    return tuple(part[:1].upper() + part[1:] for part in parts)
