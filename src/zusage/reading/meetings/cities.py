"""Where a meeting is held: the city that words name, by itself, by a palace, as a capital, as an adjective, in a dateline.

Uses the analysis, the actors' mentions and `zusage.reading.places`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter

from zusage.language.analysis import Pos
from zusage.reading.actors.mention import MentionKind
from zusage.reading.context import Context
from zusage.reading.lexicon import words
from zusage.reading.places import capital_of, cities, city_named, city_of_adjective

WHERE = frozenset({"in", "auf", "im", "at", "bei", "beim", "near", "zu", "to", "nach", "into", "inside"})
_TOWARDS = frozenset({"zu", "to", "nach", "into"})
_ARTICLES = frozenset(["the", "der", "die", "das", "dem", "den", "einem", "einer", "a", "an", "alten", "old"])
_CAPITALS = frozenset({"hauptstadt", "capital", "hauptstädte", "kapitale"})
_LONGEST = 5
_LONGEST_NAME = 3
_WIDEST = 6  # tokens from "in" to a city behind what it is
_HOUSES = ("palast", "schloss", "ministerium", "hotel", "zentrum", "haus", "hauptquartier", "residenz", "halle", "sitz")
_OF = frozenset({"of", "von", "in"})
_ISLANDS = frozenset({"insel", "island", "'s"})
_TOWNS = ("stadt", "ort", "städtchen", "metropole")
_DATELINE_LINES = 6
_OPENING = re.compile(
    r"\s*([A-ZÀ-ÖØ-ÞĆČĎĐŁŃŇŘŚŠŤŹŻŽĐİŞ][^\n,(/:|–—]{1,32}?)\s*(?:/[^\n(,–—]{2,40}?)?\s*([,(:|]|[-–—]\s|\. )"
)
_CLOSING = re.compile(r"(?:\d{4}|\([A-Za-z/+ .]{2,24}\)|/\.?\s?[A-Za-z]{2,12}/\.?)[^\n\w]*|[-–—]\s")
_OF_AGENCY = re.compile(
    r"[^()\n]{0,24}\((?:[A-Za-z]+/)*(?:ad|afp|ani|ansa|ap|apa|cp|dapd|ddp|dpa|dw|efe|epd|ips|irin|kna|lusa|pa|pti|reuters|rtr|sda|tass|upi|xinhua)\b[^()\n]{0,12}\)",
    re.IGNORECASE,
)
"""What only an agency puts behind a city: "(Reuters)", "14. Mai 2026 (dpa)"."""
_DATELINE_REACH = 64
_BARE = (":", ". ")


@dataclass(frozen=True, slots=True)
class Placed:
    """A city that the tokens ``[start, end)`` name; ``firm``: they say that something is there, not that it goes there."""

    city: str
    start: int
    end: int
    firm: bool = True


def places_in(context: Context, start: int, end: int) -> Iterator[Placed]:
    """Yield the places that a token run names, in order: "in Oslo", "at the White House", "in der dänischen Hauptstadt"."""
    places = _places(context)
    low = bisect_left(places, start, key=_start)
    yield from places[low : bisect_left(places, end, low, key=_start)]


_start = attrgetter("start")


def _places(context: Context) -> tuple[Placed, ...]:
    """All places of a report, in order."""
    kept: dict[int, tuple[Placed, ...]] = context.kept.setdefault("places", {})
    if not kept:
        where = (i for i, token in enumerate(context.tokens) if token.lower in WHERE and i not in context.hidden)
        after = ((i, _after(context, i + 1)) for i in where)
        kept[0] = tuple(
            Placed(place.city, i, place.end, firm=context.tokens[i].lower not in _TOWARDS)
            for i, place in after
            if place is not None
        )
    return kept[0]


def _after(context: Context, i: int) -> Placed | None:
    """The place that stands right after a preposition, articles and a capital's owner between them allowed."""
    while i < len(context.tokens) and context.tokens[i].lower in _ARTICLES and city_at(context, i) is None:
        i += 1
    return city_at(context, i) or _capital_at(context, i) or _later_name(context, i) or _building(context, i)


def _building(context: Context, i: int) -> Placed | None:
    """A house of a city: "im **Wiener Außenministerium**", "im **Palast von Lima**", "at the **palace of Versailles**"."""
    here = next((k for k in range(i, min(i + 3, len(context.tokens))) if _is_house(context, k)), None)
    if here is None:
        return None
    owner = city_of_adjective(context.tokens[here - 1].text) if here > i else None
    if owner is not None:
        return Placed(owner, i, here + 1)
    seat = context.lemmas[here] in words("seats-of-meetings") and context.tokens[i - 1].lower in _ARTICLES | WHERE
    opening = dateline(context.analysis.text) if seat else None
    if opening is not None:  # "BERLIN — … agreed at the chancellery"
        return Placed(opening.city, i, here + 1)
    of = here + 1 < len(context.tokens) and context.tokens[here + 1].lower in _OF
    town = city_at(context, here + 2) if of else None
    return Placed(town.city, i, town.end) if town is not None else None


def _is_house(context: Context, i: int) -> bool:
    lemma = context.lemmas[i]
    return lemma in words("houses") or (context.analysis.language == "de" and lemma.endswith(_HOUSES))


def _later_name(context: Context, i: int) -> Placed | None:
    """A city after its country's adjective: "im spanischen Granada", "in the Swiss town of Lugano"."""
    for j in range(i + 1, min(i + _WIDEST, len(context.tokens))):
        token = context.tokens[j - 1]
        if token.pos not in (Pos.ADJ, Pos.PROPN) and not _is_kind_of_town(token.lower):
            return None
        if (found := city_at(context, j) or _told_as_town(context, j)) is not None:
            return found
    return None


def _told_as_town(context: Context, i: int) -> Placed | None:
    """A town that nobody knows, told as one: "in the lakeside town of Naivasha", "im kenianischen Naivasha"."""
    at = i - 1 - (context.tokens[i - 1].lower == "of")
    mention = context.who.by_token.get(at)
    owned = mention is not None and mention.kind is MentionKind.STATE and context.tokens[at].pos is Pos.ADJ
    word = context.tokens[at].lower  # an island is no town
    town = context.tokens[at].pos in (Pos.NOUN, Pos.PROPN) and _is_kind_of_town(word) and word not in _ISLANDS
    if not (town or (owned and context.analysis.language == "de")):
        return None
    end = i
    while end < min(i + _LONGEST_NAME, len(context.tokens)) and _is_new_name(context, end):
        end += 1
    return Placed(context.analysis.words(i, end), i, end) if end > i else None


def _is_new_name(context: Context, i: int) -> bool:
    """Say whether a token is a name that stands for nobody who acts, no region and no day."""
    token = context.tokens[i]
    named = token.pos is Pos.PROPN and token.text[:1].isupper() and not token.text.isupper()
    return (
        named
        and i not in context.who.by_token
        and token.lower not in words("regions")
        and not _is_dated(context, token.start)
    )


def _is_kind_of_town(word: str) -> bool:
    """Say whether a word tells what sort of town is named behind it: "resort", "Hafenstadt", "Schwarzmeerbadeort"."""
    return word in words("before-cities") or word.endswith(_TOWNS)


def city_at(context: Context, i: int) -> Placed | None:
    """The city whose name starts at a token."""
    if i >= len(context.tokens) or not context.tokens[i].text[:1].isupper():
        return None
    for length in range(min(_LONGEST, len(context.tokens) - i), 0, -1):
        city = city_named(context.analysis.words(i, i + length))
        if city is not None:
            return Placed(city, i, i + length) if not _is_in_name(context, i + length) else None
    return None


def _is_in_name(context: Context, end: int) -> bool:
    """Say whether a city's name belongs to what was named after it: "the Lima Group", "the Geneva Convention"."""
    following = context.tokens[end] if end < len(context.tokens) else None
    return following is not None and following.text[:1].isupper() and following.lower in words("named-after-cities")


def _capital_at(context: Context, i: int) -> Placed | None:
    """The capital that a state's name or adjective makes of the word: "the Ukrainian capital", "Norwegens Hauptstadt"."""
    for j in range(i, min(i + 4, len(context.tokens))):
        if context.tokens[j].lemma.lower() in _CAPITALS:
            named = city_at(context, j + 1)
            if named is not None:  # "der marokkanischen Hauptstadt Rabat"
                return named
            for k in (*range(j - 1, i - 1, -1), *_of_sentence_after(context, j)):
                mention = context.who.by_token.get(k)
                town = capital_of(mention.actor or "") if mention is not None else None
                if mention is not None and town is not None and mention.kind is MentionKind.STATE:
                    return Placed(town, i, max(j, mention.end - 1) + 1)
    return None


def _of_sentence_after(context: Context, i: int) -> Iterator[int]:
    """The next tokens of a token's sentence: "the capital of Kenya", not "der belgischen Hauptstadt. Kanada …"."""
    for k in range(i + 1, min(i + 4, len(context.tokens))):
        if context.tokens[k].pos is Pos.PUNCT:
            return
        yield k


def city_beside(context: Context, noun: int) -> Placed | None:
    """The city in front of a noun of meeting: "das Pariser Treffen", "the London summit", "der Alaska-Gipfel"."""
    for i in range(noun - 1, max(noun - 4, -1), -1):
        token = context.tokens[i]
        city = city_of_adjective(token.text) if token.text.endswith("er") else None
        if city is not None:
            return Placed(city, i, i + 1)
        if context.analysis.language == "en" and (found := city_at(context, i)) is not None and found.end <= noun:
            return found
        if token.pos not in (Pos.ADJ, Pos.NOUN, Pos.PROPN, Pos.NUM):
            break
    first = context.tokens[noun].text.split("-")[0]
    compound = city_named(first) if "-" in context.tokens[noun].text else None
    return Placed(compound, noun, noun + 1) if compound is not None else None


def unknown_city(context: Context, start: int, end: int) -> Placed | None:
    """A name after "in" that nobody knows, for a clause that tells of a meeting: "signed in Uddevalla"."""
    for i in range(start, min(end, len(context.tokens) - 1)):
        token, name = context.tokens[i], context.tokens[i + 1]
        if token.lower != "in" or name.pos is not Pos.PROPN or not name.text[:1].isupper() or not name.text.isalpha():
            continue
        if name.text.isupper() or i + 1 in context.who.by_token or _is_dated(context, name.start):
            continue
        if name.lower in words("regions"):
            continue  # "the truce in Gaza"
        following = context.tokens[i + 2] if i + 2 < len(context.tokens) else None
        if following is None or following.pos not in (Pos.PROPN, Pos.NOUN):
            return Placed(name.text, i, i + 2)
    return None


def _is_dated(context: Context, at: int) -> bool:
    return any(mention.start <= at < mention.end for mention in context.dates)


@dataclass(frozen=True, slots=True)
class Dateline:
    """An agency's opening: its city, and the character where it ends; ``bare``: a newspaper's, the city alone."""

    city: str
    end: int
    bare: bool = False


def dateline(text: str) -> Dateline | None:
    """Find the dateline in the first lines: "OSLO (Reuters) -", "Oslo, 4. Mai 2026 (dpa) –", "OSLO —", "Oslo, 4 May 2026".

    "Genf: In der Schweiz beginnen …" and "Rom. Drei Tage lang …" are, too, where they open the text.
    """
    offset = 0
    for line in text.split("\n")[:_DATELINE_LINES]:
        match = _OPENING.match(line)
        city = _city_of_dateline(line, match) if match is not None else None
        if match is not None and city is not None:
            after = _CLOSING.search(line, match.start(2), match.start(2) + _DATELINE_REACH)
            if after is not None:
                return Dateline(city, offset + after.end())
            if not offset and match.group(2) in _BARE and line[match.end() :][:2].strip().isalpha():
                return Dateline(city, match.end(), bare=True)
        offset += len(line) + 1
    return None


def _city_of_dateline(line: str, opening: re.Match[str]) -> str | None:
    """The city of an opening: a known one, or the name that an agency puts there: "Kuching (dpa) -", "Biarritz, Aug 24 (AP) -"."""
    name = opening.group(1).strip()
    known = cities().get(name.lower()) or dict(pair.split("=") for pair in words("datelines-of-states")).get(
        name.lower()
    )
    if known is not None or not _OF_AGENCY.match(line, opening.start(2)):
        return known
    return name.title() if name.isupper() else name
