"""The terms by which a text is found: each word's dictionary form, and beside it the parts of a German compound.

An index holds what `find_terms` gives; a question is put with `terms_of_word`, which tries a word in every way in which
a text could have it. So "häuser" finds "Haus", and "Garantie" finds "Sicherheitsgarantien". Uses the German and English
lemmatisers; a word of another language is found as it is spelled.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from functools import lru_cache
from typing import NamedTuple

VERSION = "terms 1"
"""Name and version of what makes terms; an index made by another one is made anew."""

LONGEST = 200_000
"""Characters of a text that are looked at; a longer one is no report."""

_MARKS = "\u00ad\u0300-\u036f\u200b-\u200d\u2060"
_WORD = re.compile(rf"\d+(?:[.,]\d+)*(?![^\W\d_])|[^\W_](?:[^\W_]|[{_MARKS}])*")
_SOFT = re.compile("[\u00ad\u200b-\u200d\u2060]")
_ENDS = frozenset('.!?:\n„“"»«')
"""Signs behind which a capital tells nothing."""
_CAPITALS = 5
"""Letters that a word in capitals has at least to be no abbreviation."""
_LEAST_PART = 3
_LONGEST_WORD = 60
_GENITIVE = 4
_DIGRAPHS = (("ae", "ä"), ("oe", "ö"), ("ue", "ü"))
_UMLAUTS = str.maketrans({"ä": "a", "ö": "o", "ü": "u"})
_THOUSANDS = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ß": "ss", "ı": "i", "æ": "ae", "ð": "d", "þ": "th"})
_PLAIN_UMLAUT = re.compile("([aou])\u0308")


class Term(NamedTuple):
    """A word of a text, ``text[start:end]``: its term, and others by which it is found as well, such as parts."""

    start: int
    end: int
    word: str
    more: tuple[str, ...] = ()


def find_terms(text: str, language: str) -> Iterator[Term]:
    """Yield the terms of a text's words in order: of its first `LONGEST` characters."""
    for match, begins in _words(text):
        word, more = _terms(match.group(), language, begins)
        yield Term(match.start(), match.end(), word, more)


def find_known(text: str, language: str, known: AbstractSet[str]) -> Iterator[Term | None]:
    """Yield those terms of a text's words that are known, in order, and None for each word that has none of them."""
    looked: dict[tuple[str, bool], tuple[str, tuple[str, ...]] | None] = {}
    for match, begins in _words(text):
        form = match.group(), begins
        if form not in looked:
            word, more = _terms(form[0], language, begins)
            looked[form] = (word, more) if word in known or not known.isdisjoint(more) else None
        found = looked[form]
        yield None if found is None else Term(match.start(), match.end(), *found)


def terms_of_word(word: str) -> tuple[str, ...]:
    """Return every term that a text can have for a word, whatever its capitals and its language; sorted."""
    found = {_fold(word)}
    for form in _spellings(word):
        for language in ("de", "en"):
            found.update(_terms(form, language, begins)[0] for begins in (False, True))
    return tuple(sorted(found))


def find_words(text: str) -> tuple[str, ...]:
    """Return the words of a text as `find_terms` cuts them."""
    return tuple(match.group() for match, _ in _words(text))


def _words(text: str) -> Iterator[tuple[re.Match[str], bool]]:
    """Yield each word, and whether it begins a sentence; the "s" of a genitive is none."""
    last = 0
    for match in _WORD.finditer(text, 0, LONGEST):
        start = match.start()
        if last == start - 1 and text[last] in "'’" and match.group() in {"s", "S"}:
            continue
        yield match, last == 0 or not _ENDS.isdisjoint(text[last:start])
        last = match.end()


def _spellings(word: str) -> Iterator[str]:
    """Yield a word as it may be spelled: small, capital, and with umlauts for "ae", "oe", "ue"."""
    for each in dict.fromkeys((word, word.lower(), word[:1].upper() + word[1:].lower())):
        yield each
        spelled = each
        for plain, umlaut in _DIGRAPHS:
            spelled = spelled.replace(plain, umlaut).replace(plain.capitalize(), umlaut.upper())
        if spelled != each:
            yield spelled


@lru_cache(maxsize=300_000)
def _terms(form: str, language: str, begins: bool) -> tuple[str, tuple[str, ...]]:  # noqa: FBT001 - a key of the cache
    """Return a word's term and the others by which it is found."""
    form = unicodedata.normalize("NFC", _SOFT.sub("", form)) or form
    if form[0].isdigit() or len(form) > _LONGEST_WORD or not form.isalpha():
        return _number(form), ()
    if len(form) >= _CAPITALS and form.isupper():
        form = form.capitalize()
    found = _LANGUAGES[language](form, begins) if language in _LANGUAGES else (form,)
    word, *more = (_fold(each) for each in found)
    if form[0].isupper():  # names: "Turkiye" finds "Türkiye"; no verbs: "fordern" is not "fördern"
        more.append(word.translate(_UMLAUTS))
    return word, tuple(each for each in dict.fromkeys(more) if each != word)


def _german(form: str, begins: bool) -> tuple[str, ...]:  # noqa: FBT001 - as above
    from zusage.language.german.words import compound_parts, find_candidates, find_lemma, tag_names  # noqa: PLC0415 - slow

    tags = [tag_names()[number] for number, _ in find_candidates(form, begins)]
    lemma, more = find_lemma(form, tags[0]), []
    if tags[0] == "NN":
        more += _joined(compound_parts(lemma[:1].upper() + lemma[1:]))
    if tags[0] == "NE" and len(form) > _GENITIVE and form.endswith("s"):
        more.append(form[:-1])
    if begins:
        more += [find_lemma(form, tag) for tag in tags[1:]]
    return (lemma, *more)


def _joined(parts: tuple[str, ...]) -> list[str]:
    """Return the parts of a compound, and neighbours among them together: "Haushaltsausschuss" has a "Haushalt"."""
    if len(parts) < 2:  # noqa: PLR2004 - a simple word
        return []
    runs = ("".join(parts[start:end]) for start in range(len(parts)) for end in range(start + 1, len(parts) + 1))
    return [run for run in runs if len(run) >= _LEAST_PART]


def _english(form: str, begins: bool) -> tuple[str, ...]:  # noqa: FBT001 - as above
    lemma = _english_lemma(form.lower())
    if form[0].islower():
        return (lemma,)
    return (lemma, form) if begins else (form, lemma)


@lru_cache(maxsize=100_000)
def _english_lemma(word: str) -> str:
    """Return the lemma of a word whose class is not known: an irregular form's, else what its ending tells."""
    from zusage.language.english.lemmas import find_lemma, load_lemmas  # noqa: PLC0415 - only where English is read
    from zusage.language.english.weights import load_weights  # noqa: PLC0415 - as above

    for kind in ("verb", "noun", "adjective"):
        if (irregular := load_lemmas().get((word, kind))) is not None:
            return irregular
    tag = next((tag for ending, tag in (("s", "NNS"), ("ed", "VBD"), ("ing", "VBG")) if word.endswith(ending)), None)
    return find_lemma(word, tag, load_weights().vocabulary) if tag else word


_LANGUAGES = {"de": _german, "en": _english}


def _number(form: str) -> str:
    """Return a number without its separators: "15.000" and "15,000" are one, "2,5" and "2.5" too; a mixed word folded."""
    if _THOUSANDS.fullmatch(form):
        return form.replace(".", "").replace(",", "")
    return form.replace(",", ".") if form[0].isdigit() and "," in form else _fold(form)


def _fold(word: str) -> str:
    """Return a word in lower case without diacritics other than the German umlauts: "Orbán" is "orban"."""
    low = word.lower().translate(_LETTERS)
    if low.isascii():
        return low
    plain = _PLAIN_UMLAUT.sub(
        lambda found: unicodedata.normalize("NFC", found.group()), unicodedata.normalize("NFKD", low)
    )
    return "".join(sign for sign in plain if not unicodedata.combining(sign))
