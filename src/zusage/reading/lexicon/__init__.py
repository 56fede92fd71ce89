"""The reading lexicons: what words mean for firmness, measure, stance, topic and conditions, one folder per language.

The tables are data (tab-separated, `#` comments, a header line); a domain expert extends them without touching code.
German nouns are found by their longest ending that stands in a table, so that compounds need no row of their own.
Uses `zusage.errors`, the codebook's values and packaged data only.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib import resources
from typing import Final, TypeVar

from zusage.errors import FormatError
from zusage.language.analysis import Token
from zusage.model.values import MEASURES, ConditionType, Firmness, MeetingKind, Stance

LEAST_ENDING = 4
"""Characters that an ending must have to stand for a compound."""

PREFIXES = ("hinterher", "weiter", "dazu", "heran", "hinzu", "mit", "nach", "los", "zurück")
"""German verb particles that leave the meaning for a commitment as it is."""

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Need:
    """What must stand beside a verb for a sense: its kind (see the head of `verbs.tsv`) and words."""

    kind: str
    word: str = ""
    prep: str = ""


@dataclass(frozen=True, slots=True)
class Sense:
    """One meaning of a verb; the columns of `verbs.tsv`."""

    lemma: str
    needs: tuple[Need, ...]
    kind: str
    value: str | None
    measure: str | None
    own_measure: bool
    content: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Thing:
    """What a noun means as the object of a contribution; ``kind`` is thing, action, generic, money or none."""

    kind: str
    measure: str | None


@dataclass(frozen=True, slots=True)
class Promise:
    """A noun or adjective with a firmness of its own."""

    kind: str
    value: str
    negated: str


@dataclass(frozen=True, slots=True)
class Topic:
    """A word's topic, and whether it decides (2) or hints (1)."""

    topic: str
    weight: int


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word's type of condition; ``strong``: a bare phrase with it is a condition."""

    type: str
    strong: bool


@dataclass(frozen=True, slots=True)
class Gathering:
    """A noun's kind of meeting ("none": no meeting), and how well it names one."""

    kind: str
    rank: int


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """All tables of one language."""

    language: str
    verbs: dict[str, tuple[Sense, ...]]
    things: dict[str, Thing]
    promises: dict[str, Promise]
    topics: dict[str, Topic]
    conditions: dict[str, Trigger]
    modifiers: dict[str, str]
    counts: dict[str, str]
    opinions: dict[str, str]
    stances: dict[str, str]
    places: dict[str, str]
    meetings: dict[str, Gathering]
    presence: dict[str, frozenset[str]]
    hints: dict[str, str]
    fingerprint: str
    _known: dict[str, dict[str, object]] = field(default_factory=dict, repr=False)
    """By table what each lemma that was asked for is in it, by itself."""
    _openers: dict[str, frozenset[str]] = field(default_factory=dict, repr=False)
    """By table what its rows of several words begin with, up to the last word."""
    _plain: dict[str, set[str]] = field(default_factory=dict, repr=False)
    """By table words that none of its rows begins with, as they are written."""
    _ends: dict[str, frozenset[str]] = field(default_factory=dict, repr=False)
    """By table the last letters of its words: most words end in none, and no part of them is looked up."""
    _presence: dict[str, frozenset[str]] = field(default_factory=dict, repr=False)
    """The classes of attendance of each word that was asked for."""

    def __post_init__(self) -> None:
        """Open the tables that nouns are found in."""
        for name in _FOUND:
            rows: dict[str, object] = getattr(self, name)
            self._known[name], self._plain[name] = {}, set()
            self._ends[name] = frozenset(word[-LEAST_ENDING:] for word in rows)
            self._openers[name] = frozenset(word.rpartition(" ")[0] for word in rows if " " in word)
        self._ends["presence"] = frozenset(word[-_LEAST_PRESENCE:] for word in self.presence)

    def senses(self, lemma: str) -> tuple[Sense, ...]:
        """The senses of a verb; a German one with an adverb for a particle has those of the plain verb ("hinterherschicken")."""
        found = self.verbs.get(lemma)
        if found is None and self.language == "de":
            for prefix in PREFIXES:
                if lemma.startswith(prefix) and (found := self.verbs.get(lemma.removeprefix(prefix))) is not None:
                    break
        return found or ()

    def thing(self, lemma: str, before: str = "") -> Thing | None:
        """Find a noun; ``before`` is the lemma of the word before it ("air defence")."""
        found = self._find("things", lemma, before)
        return found if isinstance(found, Thing) else None

    def topic(self, lemma: str, before: str = "") -> Topic | None:
        """Find a word's topic."""
        found = self._find("topics", lemma, before)
        return found if isinstance(found, Topic) else None

    def trigger(self, lemma: str, before: str = "") -> Trigger | None:
        """Find a word's type of condition."""
        found = self._find("conditions", lemma, before)
        return found if isinstance(found, Trigger) else None

    def promise(self, lemma: str, before: str = "") -> Promise | None:
        """Find a noun or adjective of firmness; compounds count ("Hilfszusage")."""
        found = self._find("promises", lemma, before)
        return found if isinstance(found, Promise) else None

    def opinion(self, lemma: str) -> str | None:
        """Find the stance of a word of opinion; compounds count ("brandgefährlich")."""
        found = self._find("opinions", lemma, "")
        return found if isinstance(found, str) else None

    def hint(self, lemma: str, before: str = "") -> str | None:
        """Find the measure that a word goes with without naming it."""
        found = self._find("hints", lemma, before)
        return found if isinstance(found, str) else None

    def gathering(self, lemma: str, before: str = "") -> Gathering | None:
        """Find a noun of meeting."""
        found = self._find("meetings", lemma, before)
        return found if isinstance(found, Gathering) else None

    def ends(self, table: str) -> frozenset[str]:
        """The last letters of a table's words, as many as a part of a word has at least that is looked up."""
        return self._ends[table]

    def presence_classes(self, word: str) -> frozenset[str]:
        """Find the classes of attendance that a word stands in; German compounds go by their longest ending."""
        known = self._presence
        found = known.get(word)
        if found is None:
            if len(known) >= _MOST_KNOWN:
                known.clear()
            found = known[word] = _presence_classes(self, word)
        return found

    def presence_of(self, tokens: tuple[Token, ...]) -> tuple[frozenset[str], ...]:
        """Find the classes of attendance that each word stands in by its lemma or as it is written."""
        by_lemma = [self.presence_classes(token.lemma) for token in tokens]
        by_text = [self.presence_classes(token.text) for token in tokens]
        return tuple([one | other if other else one for one, other in zip(by_lemma, by_text, strict=True)])

    def unit(self, lemma: str, before: str = "") -> str | None:
        """What a number before the noun counts: "persons", "items", "none"; None when the table does not tell."""
        found = self._find("counts", lemma, before)
        return found if isinstance(found, str) else None

    def _find(self, table: str, lemma: str, before: str) -> object:
        """Find a word with the one before it, else by itself; what a lemma is by itself is kept."""
        if before and before not in self._plain[table]:
            opener = before.lower()
            if opener in self._openers[table] or "ß" in opener:
                rows: dict[str, object] = getattr(self, table)
                if (found := rows.get(f"{_key(before)} {_key(lemma)}")) is not None:
                    return found
            else:
                _keep(self._plain[table], before)
        known = self._known[table]
        found = known.get(lemma, _UNKNOWN)
        if found is _UNKNOWN:
            if len(known) >= _MOST_KNOWN:
                known.clear()
            found = known[lemma] = _find(self, table, lemma)
        return found


_UNKNOWN: Final = object()
"""What has not been looked up yet."""


def _keep(words: set[str], word: str) -> None:
    if len(words) >= _MOST_KNOWN:
        words.clear()
    words.add(word)


_LEAST_PRESENCE = 6
"""The fewest letters by which a compound's last part tells of attendance."""


_FOUND = ("things", "topics", "conditions", "promises", "opinions", "hints", "meetings", "counts")
"""Tables whose words are found by their endings, too."""

_MOST_KNOWN = 65536
"""Lemmas that are kept for each table."""


def _find(lexicon: Lexicon, table: str, lemma: str) -> object:
    rows: dict[str, object] = getattr(lexicon, table)
    word = _key(lemma)
    if (found := rows.get(f"={word}")) is not None or (found := rows.get(word)) is not None:
        return found
    if lexicon.language != "de":
        last = word.rsplit("-", 1)[-1]
        many = word.endswith("s")  # "C-130s": makes of machines keep their plural
        return rows.get(last) or (rows.get(last[:-1]) or rows.get(word[:-1]) if many else None)
    ends = lexicon.ends(table)
    for form in (word, *_singulars(word)):
        if form[-LEAST_ENDING:] not in ends and "-" not in form:
            continue
        for start in range(1 if form == word else 0, len(form) - LEAST_ENDING + 1):
            if (found := rows.get(form[start:].lstrip("-"))) is not None:
                return found
    return None


def _presence_classes(lexicon: Lexicon, word: str) -> frozenset[str]:
    rows = lexicon.presence
    lower = word.lower().replace("ß", "ss")
    if lower in rows or not lower:
        return rows.get(lower, frozenset())
    if lexicon.language == "en" and (found := rows.get(lower.removesuffix("s"))) is not None:
        return found
    if "-" in lower and (found := rows.get(lower.rsplit("-", 1)[-1])) is not None:
        return found
    if lexicon.language == "de" and word[:1].isupper() and lower[-_LEAST_PRESENCE:] in lexicon.ends("presence"):
        for start in range(1, len(lower) - _LEAST_PRESENCE + 1):
            if (found := rows.get(lower[start:])) is not None:
                return found
    return frozenset()


def _singulars(word: str) -> tuple[str, ...]:
    """Forms without a plural or case ending, for words that lemmatisation has missed ("Gripen-Kampfjets")."""
    return tuple(word.removesuffix(ending) for ending in ("s", "n", "en", "es") if word.endswith(ending))


@cache
def words(name: str) -> frozenset[str]:
    """A closed class of words of both languages, out of `words.tsv`; raises FormatError for a class that is not there."""
    for _, cells in _read(".", "words.tsv"):
        if cells[0] == name:
            return frozenset(cells[1].split("|"))
    raise FormatError("words.tsv", f"has no class {name!r}", hint="add a row")


LEAST_BEGINNING = 4
LEAST_INSIDE = 5
"""Letters that a stem must have to stand for words that begin with it, and for those that contain it."""


@lru_cache(maxsize=_MOST_KNOWN)
def subjects_of(word: str) -> frozenset[str]:
    """What a word of a report is about, by the stems in `subjects.tsv`: "Hungersnot" is about hunger, "Hafenausbau" about works."""
    stems = _subject_stems()
    lower = word.lower()
    found = set(stems.get(lower, ()))
    for start in range(len(lower)):
        least = LEAST_INSIDE if start else LEAST_BEGINNING
        for end in range(start + least, len(lower) + 1):
            found.update(stems.get(lower[start:end], ()))
    return frozenset(found)


@lru_cache(maxsize=1)
def _subject_stems() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for _, (subject, stems, _) in _read(".", "subjects.tsv"):
        for stem in stems.split("|"):
            found[stem] = (*found.get(stem, ()), subject)
    return found


@lru_cache(maxsize=1)
def load_places() -> Mapping[str, str]:
    """Cities by their names in either language, lower case → English name."""
    found: dict[str, str] = {}
    for _, cells in _read(".", "cities.tsv"):
        found[cells[0].lower()] = found[cells[1].lower()] = cells[1]
    return found


@lru_cache(maxsize=8)
def load_lexicon(language: str) -> Lexicon:
    """Load the packaged lexicon of a language ("de", "en"); raises FormatError with file and line."""
    tables = {name: _read(language, f"{name}.tsv") for name in _TABLES}
    content = repr(sorted((name, rows) for name, rows in tables.items()))
    verbs: dict[str, list[Sense]] = {}
    for place, cells in tables["verbs"]:
        sense = _sense(place, cells)
        verbs.setdefault(sense.lemma, []).append(sense)
    return Lexicon(
        language=language,
        verbs={lemma: tuple(senses) for lemma, senses in verbs.items()},
        things=_rows(tables["things"], lambda c: Thing(c[1], None if c[2] == "-" else c[2])),
        promises=_rows(tables["promises"], lambda c: Promise(c[1], c[2], c[3])),
        topics=_rows(tables["topics"], lambda c: Topic(c[1], int(c[2]))),
        conditions=_rows(tables["conditions"], lambda c: Trigger(c[1], c[2] == "1")),
        modifiers=_rows(tables["modifiers"], lambda c: c[1]),
        counts=_rows(tables["counts"], lambda c: c[1]),
        stances=_rows(tables["stances"], lambda c: c[1]),
        opinions=_rows(tables["opinions"], lambda c: c[1]),
        places=_rows(tables["places"], lambda c: c[1]),
        meetings=_rows(tables["meetings"], lambda c: Gathering(c[1], int(c[2]))),
        presence=_rows(tables["presence"], lambda c: frozenset(c[1].split(","))),
        hints=_rows(tables["hints"], lambda c: c[1]),
        fingerprint=hashlib.sha256(content.encode()).hexdigest()[:16],
    )


_TABLES = {
    "verbs": 6,
    "things": 3,
    "promises": 4,
    "topics": 3,
    "conditions": 3,
    "modifiers": 2,
    "counts": 2,
    "opinions": 2,
    "stances": 2,
    "meetings": 3,
    "places": 2,
    "presence": 2,
    "hints": 2,
}
"""Table of a language → number of columns."""

_COLUMNS = {**_TABLES, "cities": 2, "subjects": 3, "words": 3}

Rows = tuple[tuple[str, tuple[str, ...]], ...]


@lru_cache(maxsize=64)
def _read(language: str, name: str) -> Rows:
    """All rows of a table with their place ("de/verbs.tsv:12"), without comments and header."""
    source = (
        resources.files(__package__).joinpath(language, name)
        if language != "."
        else resources.files(__package__).joinpath(name)
    )
    found: list[tuple[str, tuple[str, ...]]] = []
    header = True
    for number, line in enumerate(source.read_text("utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = tuple(cell.strip() for cell in line.split("\t"))
        place = f"{language}/{name}:{number}"
        if len(cells) != _COLUMNS[name.removesuffix(".tsv")]:
            raise FormatError(place, f"has {len(cells)} columns", hint="separate the columns by single tabs")
        if header:
            header = False
            continue
        found.append((place, cells))
    return tuple(found)


_TWO_WORDS = re.compile("[a-z]{3,}-[a-z]{3,}")


def _rows(rows: Rows, make: Callable[[tuple[str, ...]], Row]) -> dict[str, Row]:
    """The rows of a table by their first cell; a word that stands twice, or a value the codebook does not have, is an error."""
    found: dict[str, Row] = {}
    for place, cells in rows:
        key = _key(cells[0])
        if key in found:
            raise FormatError(place, f"{cells[0]!r} stands in this table already", hint="leave one of the rows")
        table = place.split("/")[-1].split(".")[0]
        for column, value in enumerate(cells):
            allowed = _VALUES.get((table, column))
            if allowed is not None and value not in allowed:
                hint = "one of: " + " ".join(sorted(allowed))
                raise FormatError(place, f"{value!r} is no value of column {column + 1}", hint=hint)
        found[key] = make(cells)
    for key in [each for each in found if _TWO_WORDS.fullmatch(each)]:  # "mine-hunter": parted by English analysis
        found.setdefault(key.replace("-", " "), found[key])
    return found


_MEASURES = frozenset((*MEASURES, "-"))
_FIRMNESS = frozenset(Firmness)
_STANCES = frozenset(Stance)
_VALUES: Mapping[tuple[str, int], frozenset[str]] = {
    ("things", 1): frozenset({"thing", "action", "generic", "money", "none"}),
    ("things", 2): _MEASURES,
    ("promises", 1): frozenset({"promise", "idea", "ready", "bound", "state", "none"}),
    ("promises", 2): _FIRMNESS,
    ("promises", 3): _FIRMNESS,
    ("topics", 2): frozenset("0123"),
    ("conditions", 1): frozenset(ConditionType),
    ("conditions", 2): frozenset("01"),
    ("modifiers", 1): _MEASURES,
    ("counts", 1): frozenset({"persons", "items", "none"}),
    ("stances", 1): _STANCES,
    ("places", 1): _MEASURES,
    ("hints", 1): _MEASURES,
    ("meetings", 1): frozenset((*MeetingKind, "none")),
    ("meetings", 2): frozenset("012"),
}
"""Table and column → the values it may have."""


def _key(word: str) -> str:
    """Fold case, and the old spelling of words such as "Kongreß" that dictionaries still give."""
    return word.lower().replace("ß", "ss")


def _sense(place: str, cells: tuple[str, ...]) -> Sense:
    lemma, with_, kind, value, measure, content = cells
    if kind not in KINDS:
        raise FormatError(place, f"class {kind!r} is unknown", hint="one of: " + " ".join(sorted(KINDS)))
    return Sense(
        lemma=lemma,
        needs=parse_needs(with_),
        kind=kind,
        value=None if value == "-" else value,
        measure=None if measure == "-" else measure.lstrip("!"),
        own_measure=measure.startswith("!"),
        content=() if content == "-" else tuple(content.split(",")),
    )


def parse_needs(cell: str) -> tuple[Need, ...]:
    """Read what must stand beside a verb, as the head of `verbs.tsv` tells: "refl+gegen", "obj Fehler"; "-" is nothing."""
    return () if cell == "-" else tuple(_need(part) for part in cell.split("+"))


def _need(part: str) -> Need:
    words = part.split()
    match words:
        case ["refl" | "neg" | "opinion" | "thing" | "stance" | "own" | "people" | "number" as kind]:
            return Need(kind)
        case ["obj" | "adj" | "pred" as kind, word]:
            return Need(kind, word.lower())
        case [prep, word]:
            return Need("phrase", word.lower(), prep)
        case _:
            return Need("word", part.lower())


KINDS = frozenset(
    [
        "commit",
        "give",
        "join",
        "join-not",
        "say",
        "ask",
        "deny",
        "expect",
        "position",
        "attend",
        "host",
        "meet",
        "held",
        "condition",
        "exist",
        "absent",
        "refuse",
        "withdraw",
        "freeze",
        "receive",
        "deliver",
        "consult",
        "judge",
        "none",
    ]
)
"""The classes of `verbs.tsv`."""
