"""Signs that a report may tell of contributions: what classes its words have in the lexicons and the gazetteer.

Words are looked up as they stand in the text, without an analysis: by their longest ending in German, without the endings of
verbs in both languages. That is coarse, but it takes a fiftieth of the time of reading.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Final

from zusage.reading.actors import Gazetteer
from zusage.reading.actors.folding import fold
from zusage.reading.lexicon import LEAST_ENDING, Lexicon, load_lexicon

WORDS: Final = "words"
"""The sign that counts all words."""

BEST: Final = " 2"
"""How well a noun names a meeting, at the end of its sign: the best of the ranks of `meetings.tsv`."""

AWAY: Final = "verb away"
"""The sign of staying away from a meeting."""

_ABSENT: Final = "verb absent"
"""The sign of what does not come."""
_WORD: Final = re.compile(r"[^\W\d_]+")
_MONEY: Final = re.compile(r"€|\$|£|M(?<!\w.)(?:rd|io|illiarde|illion)|m(?<!\w.)illion|b(?<!\w.)(?:illion|n)")
_NUMBER: Final = re.compile(r"\d(?<!\w.)\d+\b")
"""Both begin with a sign of their own, and look behind it only then: so most letters are passed at once."""
_LONGEST_VERB_ENDING: Final = 4
_LEAST_STEM: Final = 3
_PARTICIPLE: Final = "ge"
_FIRST_LETTERS: Final = 6
"""Letters of a word in which the "ge" of a participle begins: "zugesagt"."""


_MOST_KNOWN: Final = 65536
"""Words whose classes are kept."""


class Vocabulary:
    """The classes of single words of one language, for one gazetteer; ``recipient`` is the dossier's."""

    def __init__(self, language: str, gazetteer: Gazetteer, recipient: str | None) -> None:
        """Turn the lexicon's tables about: from a word to what it is in each of them."""
        lexicon = load_lexicon(language)
        self._is_german = language == "de"
        self._recipient = recipient
        self._actors = gazetteer.tries[language].children
        self._verbs = _verbs(lexicon, language)
        self._no_meetings = {
            words for words, found in lexicon.meetings.items() if found.kind == "none" and " " in words
        }
        self._rows: dict[str, list[tuple[str, str]]] = {}
        for table, word, sign in _rows(lexicon):
            self._rows.setdefault(word.removeprefix("="), []).append((table, sign))
        self._ends = frozenset(word[-LEAST_ENDING:] for word in self._rows)
        self._known: dict[str, tuple[str, ...]] = {}

    def signs(self, texts: Iterable[str]) -> Counter[str]:
        """How often each class stands in some texts; `WORDS` counts all."""
        found: Counter[str] = Counter()
        for text in texts:
            words = _WORD.findall(text)
            found.update(self._classes_in(words))
            found[WORDS] += len(words)
            found["money"] += len(_MONEY.findall(text))
            found["number"] += len(_NUMBER.findall(text))
        return found

    def signs_of(self, text: str) -> tuple[frozenset[str], int]:
        """Which classes stand in a text, and how many words."""
        words = _WORD.findall(text)
        found = set(self._classes_in(words))
        if _MONEY.search(text):
            found.add("money")
        if _NUMBER.search(text):
            found.add("number")
        return frozenset(found), len(words)

    def tells_more(self, opening: str) -> bool:
        """Say whether what a report opens with is told all over it: a conference, who stays away, what is waited for.

        Example: "Gipfel", "conference"; not "Treffen", nor "press conference". "Estland wartet auf die Zusage aus Oslo".
        """
        signs, _ = self.signs_of(opening)
        sorts = {sign.partition(" ")[0] for sign in signs}
        if "actor" in sorts and (AWAY in signs or (_ABSENT in signs and "promise" in sorts)):
            return True
        return any(map(_is_meeting, signs)) and self._names_meeting(opening)

    def _names_meeting(self, text: str) -> bool:
        return any(
            any(map(_is_meeting, self._classes_of(word))) and f"{before} {word}".lower() not in self._no_meetings
            for before, word in pairwise(("", *_WORD.findall(text)))
        )

    def _classes_in(self, words: list[str]) -> list[str]:
        """What classes some words have, one after the other; those of the texts before are kept."""
        known, found = self._known, list[str]()
        if len(known) > _MOST_KNOWN:
            known.clear()
        for word in words:
            classes = known.get(word)
            if classes is None:
                classes = known[word] = self._classes_of(word)
            if classes:
                found += classes
        return found

    def _classes_of(self, word: str) -> tuple[str, ...]:
        lower = word.lower().replace("ß", "ss")
        is_name = word[0].isupper()
        nouns = self._of_rows(lower, is_compound=self._is_german and is_name)
        return (*nouns, *self._of_verb(lower), *(self._of_actor(word) if is_name else ()))

    def _of_rows(self, lower: str, *, is_compound: bool) -> Iterator[str]:
        """What a noun or adjective is in each table, by the longest ending that stands in it."""
        seen: set[str] = set()
        for form in self._forms(lower, is_compound=is_compound):
            rows = self._rows.get(form)
            if rows is not None:
                yield from (sign for table, sign in rows if sign and table not in seen)
                seen.update(table for table, _ in rows)

    def _forms(self, lower: str, *, is_compound: bool) -> Iterator[str]:
        """A word and, where words of the tables end as it does, its endings."""
        yield lower
        if is_compound:
            if lower[-LEAST_ENDING:] in self._ends:
                yield from (lower[start:] for start in range(1, len(lower) - LEAST_ENDING + 1))
            for ending in ("s", "n", "en", "es"):
                bare = lower.removesuffix(ending)
                if bare != lower and bare[-LEAST_ENDING:] in self._ends:
                    yield from (bare[start:] for start in range(max(1, len(bare) - LEAST_ENDING + 1)))
        elif not self._is_german and lower.endswith("s"):
            yield lower[:-1]

    def _of_verb(self, lower: str) -> frozenset[str]:
        found = self._of_stem(lower)
        if not found and self._is_german and (at := lower.find(_PARTICIPLE, 0, _FIRST_LETTERS)) >= 0:
            found = self._of_stem(lower[:at] + lower[at + len(_PARTICIPLE) :])
        return found

    def _of_stem(self, lower: str) -> frozenset[str]:
        for cut in range(min(_LONGEST_VERB_ENDING, len(lower) - _LEAST_STEM) + 1):
            found = self._verbs.get(lower[: len(lower) - cut])
            if found is not None:
                return found
        return frozenset()

    def _of_actor(self, word: str) -> Iterator[str]:
        node = self._actors.get(fold(word))
        if node is not None:
            yield from sorted({f"actor {entry.sense}" for entry in node.entries})
            if any(entry.ref == self._recipient for entry in node.entries):
                yield "recipient"


def _rows(lexicon: Lexicon) -> Iterator[tuple[str, str, str]]:
    """Table, word and class of all single words; "" for those that are none, whatever they end in ("Pressekonferenz")."""
    for word, thing in lexicon.things.items():
        yield "things", word, _unless_none(thing.kind, f"thing {thing.kind}")
        yield "things", word, _unless_none(thing.kind, f"measure {thing.measure}")
    for word, promise in lexicon.promises.items():
        yield "promises", word, f"promise {promise.kind}"
    for word, topic in lexicon.topics.items():
        yield "topics", word, f"topic {topic.topic}"
    for word, gathering in lexicon.meetings.items():
        yield "meetings", word, _unless_none(gathering.kind, f"meeting {gathering.kind} {gathering.rank}")
    plain: dict[str, Mapping[str, str]] = {"hint": lexicon.hints, "opinion": lexicon.opinions}
    for name, table in plain.items():
        yield from ((name, word, f"{name} {value}") for word, value in table.items())
    yield from (("modifiers", word, "modifier") for word in lexicon.modifiers)


def _is_meeting(sign: str) -> bool:
    """Say whether a sign is of words that name a meeting well."""
    return sign.startswith("meeting ") and sign.endswith(BEST)


def _unless_none(kind: str, sign: str) -> str:
    return "" if kind == "none" else sign


def _verbs(lexicon: Lexicon, language: str) -> dict[str, frozenset[str]]:
    """The stem of each verb with its classes."""
    found: dict[str, set[str]] = {}
    endings = ("en", "n") if language == "de" else ("e", "y")
    for lemma, senses in lexicon.verbs.items():
        first = lemma.split(" ", 1)[0]
        stem = next((first.removesuffix(ending) for ending in endings if first.endswith(ending)), first)
        kinds = {f"verb {sense.kind}" for sense in senses if sense.kind != "none"}
        if (
            any((sense.kind, sense.value, sense.needs) == ("attend", "absent", ()) for sense in senses)
            and first == lemma
        ):
            kinds.add(AWAY)
        if kinds:
            found.setdefault(stem, set()).update(kinds)
    return {stem: frozenset(kinds) for stem, kinds in found.items()}
