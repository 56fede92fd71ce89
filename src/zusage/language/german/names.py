"""Names inside a phrase: title and name, measures, brackets and quoted names after a noun.

"Ministerin Anna von Berg (SPD)", "das Bündnis „Sichere See“", "500 Millionen Euro", "Artikel 5". The phrases
themselves are found in `chunks`. Uses `cells` and the lexicon files.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from zusage.language.german.cells import ALL, SINGULAR_CELLS
from zusage.language.german.lexicon import word_set

DETERMINERS = frozenset({"ART", "PDAT", "PPOSAT", "PIAT", "PWAT", "PRELAT", "PIDAT"})
NOUNS = frozenset({"NN", "NE", "FM", "XY"})
PREPOSITIONS = frozenset({"APPR", "APPRART"})
OPENING = frozenset('„»"‚“«›')
_MARKS = frozenset('„“”»«"‚‘’›‹')
_QUOTED_NAME = 8
_QUOTABLE = NOUNS | DETERMINERS | PREPOSITIONS | {"ADJA", "CARD", "KON", "TRUNC", "$,"}
_PAREN_TOKENS = 5
_YEAR_DIGITS = 4


@dataclass(slots=True)
class Chunk:
    """A phrase in the making; indices of tokens."""

    start: int
    end: int
    head: int
    prep: str | None = None
    cells: int = ALL
    negated: bool = False
    name: bool = False
    pronoun: bool = False
    dependents: list[Chunk] = field(default_factory=list)
    members: list[Chunk] = field(default_factory=list)
    role: str = "other"


@dataclass(slots=True)
class Words:
    """The tokens of a text as parallel lists."""

    text: list[str]
    lower: list[str]
    tags: list[str]
    lemmas: list[str]


class NameReader:
    """Reads on from a noun or name over what is part of it."""

    __slots__ = ("_lemmas", "_lower", "_tags", "_text", "end")

    def __init__(self, words: Words, end: int) -> None:
        """Read from ``words`` up to the token ``end``."""
        self._text, self._lower, self._tags, self._lemmas = words.text, words.lower, words.tags, words.lemmas
        self.end = end

    def _pass_measure(self, place: int) -> int:
        """Return the head of "500 Millionen Euro", "drei Millionen Euro Soforthilfe", "zwei Dutzend Boote"."""
        tags, measures = self._tags, word_set("measure")
        while (
            place + 1 < self.end
            and self._lemmas[place] in measures
            and place > 0
            and (
                tags[place - 1] in {"CARD", "ART", "PIAT", "ADJA", "APPR", "ADV"} or self._lemmas[place - 1] in measures
            )
        ):
            if tags[place + 1] == "NN":
                place += 1
            elif tags[place + 1] == "ADJA" and place + 2 < self.end and tags[place + 2] == "NN":
                place += 2  # "zehn Millionen kanadische Dollar"
            else:
                break
        return place

    def _is_amount(self, place: int, lemma: str) -> bool:
        """Tell "aus dem Budget 200 000 Franken" and "für die Regierung 40 Millionen Euro" from "Artikel 5".

        Two or three figures count what follows unless such nouns are numbered: "vom Hilfswerk 40 Zelte", "an der Truppe 770
        deutsche Soldaten", not "laut Artikel 42 Verträge".
        """
        counted = place + 1 + (place + 2 < self.end and self._tags[place + 1] == "ADJA")
        if counted >= self.end or self._tags[counted] != "NN":
            return False
        if (
            self._text[place].isdigit()
            and 1 < len(self._text[place]) < _YEAR_DIGITS
            and lemma not in word_set("numbered")
        ):
            return True
        if self._tags[place + 1] != "NN":
            return False
        return len(self._text[place]) >= len("1 000") or self._lemmas[place + 1] in word_set("measure")

    def _pass_apposed(self, chunk: Chunk) -> None:
        """Extend a noun by the name or number after it: "Ministerin Anna Beispiel", "Artikel 5", "Ende September"."""
        place, tags, lemmas = chunk.end, self._tags, self._lemmas
        if place >= self.end:
            return
        lemma = lemmas[chunk.head]
        if tags[place] == "NE" and lemma not in word_set("weekday"):
            genitive = lemmas[place] != self._text[place]
            if not genitive and self._takes_name(chunk):
                chunk.end = self._pass_name(place)
                if lemma in word_set("address"):
                    chunk.head, chunk.name = place, True
                    return
                chunk.dependents.append(Chunk(place, chunk.end, place, None, chunk.cells, name=True, role="apposition"))
        elif (
            tags[place] == "CARD"
            and self._text[place][0].isdigit()
            and tags[chunk.head - 1] != "CARD"
            and lemma not in word_set("time")
            and not self._is_amount(place, lemma)
        ) or (
            tags[place] == "CARD"
            and lemma in word_set("weekday")
            and self._lower[place].isdigit()
            and len(self._lower[place]) == _YEAR_DIGITS
        ):
            chunk.end = place + 1
        elif tags[place] == "NN" and (lemma in {"Anfang", "Mitte", "Ende"} or lemma in word_set("unit")):
            chunk.end = place + 1
            if place + 1 < self.end and tags[place + 1] == "CARD" and lemma in {"Anfang", "Mitte", "Ende"}:
                chunk.end = place + 2
        elif tags[place] == "ADJA" and lemma in word_set("unit") and place + 1 < self.end and tags[place + 1] == "NN":
            chunk.end = place + 2

    def _takes_name(self, chunk: Chunk) -> bool:
        """Tell whether a name after a noun is its name; "schickt Soldaten Oslo" has none."""
        if chunk.cells & SINGULAR_CELLS:
            return True
        after = self._pass_name(chunk.end)
        return after < self.end and self._tags[after] in {"KON", "$,"}

    def _pass_name(self, place: int) -> int:
        """Return the end of a name that begins at a token: "Anna von der Heide", "Bart De Beispiel"."""
        after = place + 1
        tags, lower = self._tags, self._lower
        particles = word_set("name_particle")
        while after < self.end:
            if tags[after] in {"NE", "FM"}:
                if (
                    self._lemmas[after] != self._text[after]
                    and tags[after] == "NE"
                    and after + 1 < self.end
                    and tags[after + 1] in {"NN", "ADJA"}
                ):
                    return after + 1
                after += 1
                continue
            inner = after
            while inner < self.end and inner < after + 2 and lower[inner] in particles:
                inner += 1
            if (
                inner > after
                and inner < self.end
                and tags[inner] == "NE"
                and not self._text[inner].isupper()
                and self._is_particle_name(after, inner)
            ):
                after = inner + 1
                continue
            return after
        return after

    def _is_particle_name(self, after: int, inner: int) -> bool:
        """Tell "Ursula von Beispiel" from "Grüße aus Oslo von Anna": only "von" and "zu" can be prepositions."""
        if self._lower[after] not in {"von", "zu", "der", "den"}:
            return True
        return inner > after + 1 or (self._lower[after] == "von" and self._tags[after - 1] == "NE")

    def _pass_quotation(self, chunk: Chunk) -> None:
        """Include a quoted name ("das Bündnis „Sichere See“") and the closing mark of a quotation that began inside."""
        place, lower, tags = chunk.end, self._lower, self._tags
        inside = any(lower[before] in OPENING for before in range(chunk.start, place))
        opens = place < self.end and lower[place] in OPENING and tags[chunk.head] == "NN"
        if not inside and (not opens or self._lemmas[chunk.head] in word_set("time")):
            return
        for after in range(place + (not inside), min(self.end, place + _QUOTED_NAME)):
            if lower[after] in _MARKS:
                chunk.end = after + 1
                return
            if tags[after] not in _QUOTABLE:
                return

    def _pass_parenthesis(self, chunk: Chunk) -> None:
        """Include a short bracket after a name: "Anna Beispiel (SPD)"."""
        place = chunk.end
        if place >= self.end or self._lower[place] != "(":
            return
        for after in range(place + 1, min(self.end, place + _PAREN_TOKENS)):
            if self._lower[after] == ")":
                chunk.end = after + 1
                return
            if self._tags[after][0] == "V":
                return
