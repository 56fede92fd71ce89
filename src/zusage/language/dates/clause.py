"""What the words of the clause around tell about a time expression, where no tense is known. Uses `setting`, `grammar`.

Two questions: does "heute" mean the text's own day or the time one lives in, and does "im Februar" or "on Tuesday" look
back or ahead? Only the words up to the next sign on either side count; the lists are in `data/cues-*.tsv`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from zusage.language.dates.grammar import NAMES
from zusage.language.dates.setting import Found
from zusage.language.numbers.lexicon import expand, read_rows

_REACH = 9  # pieces to each side
_SHORTEST = 4
_PRETERITE = {"de": ("te", "ten", "tete", "teten"), "en": ("ed",)}
_SIGNS = frozenset({"comma", "dot", "break", "open", "close", "colon", "dash", "sign", "slash"})


def direction(found: Found) -> str | None:
    """Tell "past" or "future" where the clause has words of one kind only: "officers will meet on Tuesday"."""
    past = future = False
    for word in words_around(found):
        past = past or _is_past(word, found.language)
        future = future or word in _cues(found.language, "future")
    if past == future:
        return None
    return "past" if past else "future"


def is_nowadays(found: Found) -> bool:
    """Whether a bare "heute" means the present time: "heute leben dort mehr Menschen"; not "beschloss heute".

    What is over by now or about to happen is on a day; "bis heute", "noch heute" and what just goes on is not.
    """
    tape, (start, end) = found.tape, found.match.span("SPAN")
    before = tape.word(start - 1).lower() if start else ""
    after = tape.word(end).lower() if end < len(tape.shape) else ""
    if before in _cues("de", "lasting-before") or after in _cues("de", "lasting-after"):
        return True
    if before in _cues("de", "dated-before") or after in _cues("de", "dated-after"):
        return False
    return not any(_is_past(word, "de") or word in _cues("de", "coming") for word in words_around(found))


def words_around(found: Found) -> Iterator[str]:
    """Words of the clause around a mention, in lower case but for capitals of nouns, nearest first on either side."""
    tape, (start, end) = found.tape, found.match.span("SPAN")
    before = range(start - 1, max(start - 1 - _REACH, -1), -1)
    after = range(end, min(end + _REACH, len(tape.shape)))
    for run in (before, after):
        for at in run:
            if NAMES[tape.shape[at]] in _SIGNS:
                if tape.joined(at) and NAMES[tape.shape[at]] == "dash":
                    continue  # "re-open"
                break
            word = tape.word(at)
            yield word if at and word[0].isupper() and NAMES[tape.shape[at - 1]] not in _SIGNS else word.lower()


def _is_past(word: str, language: str) -> bool:
    if word in _cues(language, "past"):
        return True
    return word.islower() and len(word) > _SHORTEST and word.endswith(_PRETERITE[language])


@cache
def _cues(language: str, name: str) -> frozenset[str]:
    rows = read_rows("dates", f"cues-{language}.tsv", 2)
    return frozenset(form for kind, forms in rows if kind == name for part in forms.split(" ") for form in expand(part))
