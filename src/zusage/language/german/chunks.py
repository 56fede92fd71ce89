"""Noun and prepositional phrases of a sentence, from tags: determiner, modifiers, head, name, genitive.

Extended attributes are nested ("die von Oslo zugesagten Boote"), a genitive name leads its noun ("Norwegens
Minister"), a title and a name are one phrase ("der Minister Jon Beispiel"). What hangs on what beyond that, and
coordination, is decided clause by clause in `phrases`. Uses `cells` and the lexicon files.
"""

from __future__ import annotations

from zusage.language.german.cells import (
    ALL,
    DAT,
    FEMININE,
    GEN,
    NOM,
    PLURAL_CELLS,
    SINGULAR_CELLS,
    adjective_cells,
    determiner_cells,
    find_gender,
    governed_cells,
    noun_cells,
)
from zusage.language.german.lexicon import word_set
from zusage.language.german.names import DETERMINERS, NOUNS, OPENING, PREPOSITIONS, Chunk, NameReader

_PRONOUNS = frozenset({"PPER", "PRF", "PIS", "PDS", "PWS", "PRELS", "PPOSS"})
_STARTS = DETERMINERS | _PRONOUNS | NOUNS | PREPOSITIONS | {"ADJA", "CARD", "TRUNC", "KOKOM"}
_LIGHT = frozenset({"ADV", "ADJD", "PTKA", "PTKNEG"})
_MAX_DEPTH = 4
_NEVER_DETERMINERS = frozenset(
    ["man", "jemand", "jemanden", "niemand", "niemanden", "nichts", "etwas", "alles", "eins", "einer", "keiner", "was"]
)
_AFTER_MARK = frozenset({"NN", "NE", "ADJA", "FM", "CARD", "TRUNC", "ADV", "ADJD"})


class Chunker(NameReader):
    """Finds the phrases of one sentence, left to right."""

    __slots__ = ()

    def find_chunks(self, start: int) -> list[Chunk]:
        """Return the phrases from ``start`` on, in order, not overlapping."""
        found: list[Chunk] = []
        place = start
        tags = self._tags
        while place < self.end:
            if tags[place] in _STARTS or self._is_quantifier(place):
                chunk = self.phrase(place, 0)
                if chunk is not None:
                    found.append(chunk)
                    place = chunk.end
                    continue
            place += 1
        return found

    def phrase(self, place: int, depth: int) -> Chunk | None:
        """Return the noun or prepositional phrase that begins at a token."""
        tag = self._tags[place]
        if tag in PREPOSITIONS and not self._is_quantifier(place):
            return self._prepositional(place, depth)
        if tag == "KOKOM" and not self._is_quantifier(place):
            return self._comparison(place, depth)
        return self._nominal(place, depth)

    def _comparison(self, place: int, depth: int) -> Chunk | None:
        """Return "als Gastgeber", "wie Norwegen": a phrase whose preposition is the particle."""
        inner = place + 1
        if inner >= self.end or (self._tags[inner] not in _STARTS - PREPOSITIONS and not self._is_quantifier(inner)):
            return None
        chunk = self._nominal(inner, depth)
        if chunk is not None:
            chunk.start, chunk.prep = place, self._lemmas[place]
        return chunk

    def _prepositional(self, place: int, depth: int) -> Chunk | None:
        inner = place + 1
        tags, end = self._tags, self.end
        prep = self._lemmas[place]
        contracted = tags[place] == "APPRART"
        if inner < end and tags[inner] in PREPOSITIONS and not self._is_quantifier(inner):
            contracted = tags[inner] == "APPRART"
            if prep == "bis" or self._lower[place] == "bis":
                prep = self._lemmas[inner]
            inner += 1
        while inner < end and tags[inner] == "ADV" and inner + 1 < end and tags[inner + 1] in {"CARD", "ADJA", "ART"}:
            inner += 1
        if inner >= end:
            return None
        if tags[inner] in {"ADV", "PWAV"} and not self._is_quantifier(inner):
            return Chunk(place, inner + 1, inner, prep)
        chunk = (
            self._nominal(inner, depth, contracted=contracted)
            if tags[inner] in _STARTS or self._is_quantifier(inner)
            else None
        )
        if chunk is None:
            return None
        chunk.start = place
        chunk.prep = prep
        chunk.cells = chunk.cells & governed_cells(prep) or chunk.cells & ~NOM
        if chunk.end < end and tags[chunk.end] == "APZR":
            chunk.end += 1
        return chunk

    def _is_quantifier(self, place: int) -> bool:
        """Tell whether the word belongs to the number after it: "rund 500", "bis zu 500", "mehr als 500"."""
        if self._lower[place] not in word_set("quantifier"):
            return False
        after = place + 1
        tags = self._tags
        while after < self.end and after < place + 3:
            if tags[after] == "CARD" or self._lower[after] in {"hundert", "tausend", "mehrere"}:
                return self._lower[place] != "zu" or after > place
            if self._lower[after] not in {"zu", "als", "rund", "etwa"}:
                return False
            after += 1
        return False

    def _nominal(self, place: int, depth: int, *, contracted: bool = False) -> Chunk | None:
        tags, lower = self._tags, self._lower
        start = place
        while (
            place < self.end
            and tags[place] != "CARD"
            and (self._is_quantifier(place) or (place > start and lower[place] in {"zu", "als"}))
        ):
            place += 1
        tag = tags[place] if place < self.end else ""
        if tag in _PRONOUNS and not (tag == "PIS" and self._noun_follows(place)):
            return self._pronoun(place)
        cells, negated, determined = ALL, False, contracted
        while tag in DETERMINERS or (tag == "PIS" and not determined):
            if (not determined or tag != "PIAT") and lower[place] not in {"dessen", "deren"}:
                form = "kein" if lower[place] == "ihr" else lower[place]
                cells &= determiner_cells(form) or ALL
            negated = negated or lower[place].startswith("kein")
            determined = True
            place += 1
            tag = tags[place] if place < self.end else ""
        chunk = Chunk(start, place, place, None, cells or ALL, negated)
        if contracted:
            chunk.cells &= _contracted_cells(lower[start - 1])
        place = self._modifiers(chunk, place, depth, determined=determined)
        return self._head(chunk, place, depth, determined=determined)

    def _noun_follows(self, place: int) -> bool:
        if self._lower[place] in _NEVER_DETERMINERS:
            return False
        return place + 1 < self.end and self._tags[place + 1] in {"NN", "ADJA", "CARD"}

    def _pronoun(self, place: int) -> Chunk:
        lower = self._lower[place]
        cells = determiner_cells(lower)
        if self._tags[place] == "PRF":
            cells &= ~NOM
        chunk = Chunk(
            place,
            place + 1,
            place,
            None,
            cells,
            lower.startswith(("kein", "niemand")) or lower == "nichts",
            pronoun=True,
        )
        self._attach_genitives(chunk, 0)
        return chunk

    def _modifiers(self, chunk: Chunk, place: int, depth: int, *, determined: bool) -> int:
        """Pass over adjectives, numbers and nested attributes; return the place after them."""
        tags = self._tags
        while place < self.end:
            tag = tags[place]
            if tag == "ADJA":
                if not determined:
                    chunk.cells &= adjective_cells(self._lower[place]) or ALL
                place += 1
            elif tag == "CARD":
                if (
                    self._lower[place] not in {"1", "ein", "eine", "0,5"}
                    and place + 1 < self.end
                    and tags[place + 1] != "CARD"
                ):
                    chunk.cells = chunk.cells & PLURAL_CELLS or chunk.cells
                place += 1
            else:
                after = self._pass_light(chunk, place, depth, determined=determined)
                if after == place:
                    return place
                place = after
        return place

    def _pass_light(self, chunk: Chunk, place: int, depth: int, *, determined: bool) -> int:
        """Pass over what may stand before an adjective inside the phrase; return ``place`` itself if nothing does."""
        tags = self._tags
        tag = tags[place]
        begun = determined or place > chunk.start
        if self._lower[place] in OPENING and begun and place + 1 < self.end and tags[place + 1] in _AFTER_MARK:
            return place + 1
        if tag == "TRUNC":
            return self._pass_truncated(place)
        if tag in {"KON", "$,"} and place > chunk.start and tags[place - 1] in {"ADJA", "CARD"}:
            after = place + 1
            while after < self.end and tags[after] in _LIGHT:
                after += 1
            if after < self.end and tags[after] == tags[place - 1] and self._noun_in_reach(after):
                return after
            return place
        if tag in _LIGHT and begun:
            after = place
            while after < self.end and tags[after] in _LIGHT:
                after += 1
            if after < self.end and (tags[after] == "ADJA" or (tags[after] == "CARD" and tag != "PTKNEG")):
                return after
            nests = after < self.end and tags[after] in PREPOSITIONS and determined and depth < _MAX_DEPTH
            return self._pass_nested(chunk, place, depth) if nests else place
        if tag in PREPOSITIONS | {"PRF"} and determined and depth < _MAX_DEPTH and not self._is_quantifier(place):
            return self._pass_nested(chunk, place, depth)
        return place

    def _noun_in_reach(self, place: int) -> bool:
        while place < self.end and self._tags[place] in {"ADJA", "CARD", "TRUNC"}:
            place += 1
        return place < self.end and self._tags[place] in NOUNS

    def _pass_truncated(self, place: int) -> int:
        """Pass over "Luft- und" before "Seestreitkräfte"."""
        after = place + 1
        while after < self.end and self._tags[after] in {"$,", "TRUNC"}:
            after += 1
        if after < self.end and (self._tags[after] == "KON" or self._lower[after] in {"bis", "/"}):
            after += 1
        return after if after < self.end and self._tags[after] in {"NN", "NE", "ADJA", "TRUNC", "ART"} else place

    def _pass_nested(self, chunk: Chunk, place: int, depth: int) -> int:
        """Pass over prepositional phrases that an attributive adjective or participle governs."""
        tags = self._tags
        after = place
        nested: list[Chunk] = []
        while after < self.end and (tags[after] in PREPOSITIONS or tags[after] in _LIGHT or tags[after] == "PRF"):
            if tags[after] in PREPOSITIONS:
                inner = self.phrase(after, depth + 1)
                if inner is None or inner.head >= self.end or tags[inner.head] == "ADJA":
                    return place
                nested.append(inner)
                after = inner.end
            else:
                after += 1
        if after < self.end and tags[after] == "ADJA" and self._noun_in_reach(after):
            chunk.dependents.extend(nested)
            return after
        return place

    def _head(self, chunk: Chunk, place: int, depth: int, *, determined: bool) -> Chunk | None:
        tags = self._tags
        tag = tags[place] if place < self.end else ""
        if tag in NOUNS:
            return self._noun_head(chunk, place, depth, determined=determined)
        if place > chunk.start and (
            tags[place - 1] in {"ADJA", "CARD", "PIAT", "PDAT", "PPOSAT", "ART", "PIS", "PWAT"}
        ):
            if tags[place - 1] == "ADJA" and tag in {"KON", "$,"} and not determined:
                return None
            chunk.head = place - 1
            chunk.end = place
            chunk.pronoun = tags[place - 1] not in {"ADJA", "CARD"}
            if self._lower[place - 1] == "eines" and chunk.pronoun:
                chunk.cells = determiner_cells("das")
            self._attach_genitives(chunk, depth)
            return chunk
        return None

    def _noun_head(self, chunk: Chunk, place: int, depth: int, *, determined: bool) -> Chunk | None:
        tags = self._tags
        if tags[place] == "NE" and not determined and place == chunk.start and self._leads(place):
            inner = self._nominal(place + 1, depth) if depth < _MAX_DEPTH else None
            if inner is not None:
                inner.dependents.insert(0, Chunk(place, place + 1, place, None, GEN, name=True, role="genitive"))
                inner.start = chunk.start
                return inner
        if tags[place] == "NN":
            measure = place
            place = self._pass_measure(place)
            chunk.head = place
            chunk.end = place + 1
            shown = measure if determined else place  # "ein Dutzend Beobachter" has the article of "Dutzend"
            cells = chunk.cells & noun_cells(self._text[shown], self._lemmas[shown])
            chunk.cells = cells or chunk.cells
            if not determined and self._is_bare_plural(chunk, place):
                chunk.cells |= PLURAL_CELLS
            self._pass_apposed(chunk)
        else:
            chunk.head = place
            chunk.name = True
            chunk.end = self._pass_name(place)
            if self._lemmas[chunk.head] in word_set("feminine_name"):
                chunk.cells = chunk.cells & FEMININE or chunk.cells
            if not determined:
                chunk.cells = (
                    SINGULAR_CELLS & ~GEN if self._lemmas[place] == self._text[place] else ALL & SINGULAR_CELLS
                )
        self._pass_parenthesis(chunk)
        self._pass_quotation(chunk)
        self._attach_genitives(chunk, depth)
        return chunk

    def _is_bare_plural(self, chunk: Chunk, place: int) -> bool:
        """Tell "schickt Kampfjets" from a genitive: no noun stands in it without an article."""
        alone = place == chunk.start and (place + 1 == self.end or self._tags[place + 1] not in NOUNS)
        plural = self._lower[place] == self._lemmas[place].lower() + "s"
        return alone and plural and not chunk.cells & ~GEN

    def _leads(self, place: int) -> bool:
        """Tell whether a name is a genitive before its noun: "Norwegens (neuer) Minister"."""
        after = place + 1
        if after >= self.end or self._tags[after] not in {"NN", "ADJA", "CARD", "TRUNC"}:
            return False
        text = self._text[place]
        return self._lemmas[place] != text or text[-1] in "'’"

    def _attach_genitives(self, chunk: Chunk, depth: int) -> None:
        """Attach genitives after the noun: "die Zusage der Regierung", "der Präsident Norwegens"."""
        tags = self._tags
        set_phrase = self._lemmas[chunk.head] in word_set("no_genitive") or self._lemmas[chunk.head] in word_set(
            "weekday"
        )
        if (
            set_phrase
            and chunk.end < self.end
            and self._lower[chunk.end] != "des"
            and not self._lower[chunk.end].startswith("ein")
        ):
            return
        while chunk.end < self.end and depth < _MAX_DEPTH:
            place = chunk.end
            tag = tags[place]
            if tag == "NE":
                if self._lemmas[place] == self._text[place] or chunk.pronoun or chunk.name:
                    return
                inner: Chunk | None = Chunk(place, place + 1, place, None, GEN, name=True)
            elif (
                not chunk.name
                and tag in {"ART", "PPOSAT", "PDAT", "ADJA", "PIAT", "CARD"}  # "in Oslo | der Entsendung"
            ) and (not chunk.pronoun or tags[chunk.head] in {"PIS", "ART", "PIAT"}):
                inner = self._nominal(place, depth + 1)
            else:
                return
            if inner is None or not self._is_genitive(inner, self._lemmas[chunk.head].lower()):
                return
            inner.role = "genitive"
            inner.cells &= GEN
            chunk.dependents.append(inner)
            chunk.end = inner.end

    def _may_be_plural(self, chunk: Chunk, owned: str) -> bool:
        """Tell "das Wohl der Arbeitnehmer" from "das Wort der Minister": nouns that look the same in the plural.

        Ministers have a meeting together: "beim **Treffen der Innenminister** in Lima blockierte Chile …".
        """
        lemma = self._lemmas[chunk.head].lower()
        if not chunk.cells & GEN & PLURAL_CELLS:
            return False
        if owned.endswith(tuple(word_set("of_many"))):
            return True
        return not chunk.dependents and not lemma.endswith(_OFFICES)

    def _is_genitive(self, chunk: Chunk, owned: str) -> bool:
        if chunk.pronoun or not chunk.cells & GEN:
            return False
        first = self._lower[chunk.start]
        if chunk.cells & NOM:
            unknown = (
                not find_gender(self._lemmas[chunk.head])
                if self._tags[chunk.head] == "NN"
                else self._text[chunk.head].isupper()
            )
            return first == "der" and (unknown or self._may_be_plural(chunk, owned))
        return not chunk.cells & DAT or first.endswith("er") or first == "der"


_OFFICES = (
    "kanzler",
    "minister",
    "sprecher",
    "leiter",
    "führer",
    "könig",
    "gastgeber",
    "vorsitzender",
    "premier",
    "papst",
)


def _contracted_cells(form: str) -> int:
    """Return the cells of the article inside a contraction: "im" dative, "ins" accusative."""
    return determiner_cells({"m": "dem", "r": "der", "s": "das"}.get(form[-1], "dem")) & ~NOM
