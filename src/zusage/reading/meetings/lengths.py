"""How many days a meeting lasts, and its first day where the words name the last: "ended a three-day forum on Friday".

Source: codebook, section 4 ("several days: the first").
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from zusage.language.analysis import Clause, ClauseKind
from zusage.language.dates import DateKind
from zusage.reading.context import Context
from zusage.reading.lexicon import words
from zusage.reading.meetings.days import Dated
from zusage.reading.meetings.mentions import Mention

_AFTER = frozenset({"nach", "after", "following"})
_LENGTH = re.compile(r"P(\d)D")
_REACH = 8  # tokens from "after" or "at the close of" to the noun
_LONGEST = 7
_NUMBERS = {
    "zwei": 2,
    "two": 2,
    "drei": 3,
    "three": 3,
    "vier": 4,
    "four": 4,
    "fünf": 5,
    "five": 5,
    "sechs": 6,
    "six": 6,
}
_DAY = frozenset({"day", "tag", "tages"})
_DAYS = frozenset({"day", "days", "tag", "tage", "tagen"})
_OWNED = frozenset({"of", "der", "des"})
_ORDINAL_REACH = 3  # tokens
_COUNTED = {"one": 1, **{word: n for word, n in _NUMBERS.items() if word.isascii()}, "seven": 7, "eight": 8, "nine": 9}
_ORDINALS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "ersten": 1,
    "erster": 1,
    "zweiten": 2,
    "zweiter": 2,
    "dritten": 3,
    "dritter": 3,
    "vierten": 4,
    "vierter": 4,
    "fünften": 5,
    "sechsten": 6,
}
_LASTING = "tägig"
_COMPOUND = 2  # tokens from the number to "day": "two-day" is three


def first_day(context: Context, mentions: Iterable[Mention], day: Dated) -> Dated:
    """The first day of a meeting that is dated by its end.

    Examples: "nach dreitägigen Beratungen am Samstag" is Thursday; "ended a two-day summit on Friday" is Thursday.
    """
    found = list(mentions)
    since = next((n for m in found if (n := _counted_day(context, m, day))), 0)
    if since:
        return replace(day, day=day.day - timedelta(days=since - 1), rule="counted from its day")
    length = next((n for m in found if (n := _length(context, m))), 0)
    if not length or not any(_is_dated_by_end(context, m, day) for m in found):
        return day
    return replace(day, day=day.day - timedelta(days=length - 1), rule="first of its days")


def _counted_day(context: Context, mention: Mention, day: Dated) -> int:
    """Which day of the meeting the day is: "went into its **third day** on Tuesday", "am **zweiten** … **Tag**", 0 if untold.

    Not of something else: "met on the third day of the strike", "met on Tuesday as fighting went into its third day".
    """
    if mention.day is not None and mention.day.day != day.day:
        return 0
    clause = context.clauses[mention.clause]
    for i in context.own_tokens(clause):
        if context.tokens[i].lower not in _DAY or _is_of_another(context, i, mention):
            continue
        behind = context.tokens[i + 1].lower if i + 1 < clause.end else ""
        ahead = [context.tokens[k].lower for k in range(max(i - _ORDINAL_REACH, clause.start), i)]
        number = _COUNTED.get(behind) or next((n for word in reversed(ahead) if (n := _ORDINALS.get(word))), 0)
        if number:
            return number
    return 0


def _is_of_another(context: Context, day: int, mention: Mention) -> bool:
    """Say whether a day is told to be of something that is not the meeting: "on the third day **of the strike**"."""
    end = min(day + 1 + _REACH, len(context.tokens))
    owned = day + 1 < end and context.tokens[day + 1].lower in _OWNED
    return owned and not day < mention.token < end


def _length(context: Context, mention: Mention) -> int:
    """How many days a meeting is said to last, 0 if nothing says it: "zweitägig", "two-day", "drei Tage lang"."""
    for i in range(max(mention.token - _REACH, 0), mention.token):
        token = context.tokens[i]
        if _LASTING in token.lower:
            return _number(token.lower.split(_LASTING)[0].rstrip("-"))
        if token.lower == "day" and i >= _COMPOUND and context.tokens[i - 1].text == "-":
            return _number(context.tokens[i - _COMPOUND].lower)
    return _lasting(context, context.clauses[mention.clause])


def days_told(context: Context) -> int:
    """How many days the first words that tell of several name, 0 if none do.

    Whether it is the meeting that lasts so long is learned (`options`).

    Examples: "a two-day summit", "beim zweitägigen Gipfel", "during the three days", "am zweiten Tag".
    """
    for i, token in enumerate(context.tokens):
        if _LASTING in token.lower:
            days = _NUMBERS.get(token.lower.split(_LASTING)[0].rstrip("-"), 0)
        elif token.lower in _DAYS and i:
            joined = i > 1 and context.tokens[i - 1].text == "-"
            word = context.tokens[i - _COMPOUND if joined else i - 1].lower
            days = _NUMBERS.get(word) or _ORDINALS.get(word, 0)
        else:
            continue
        if days > 1:
            return days
    return 0


def _number(word: str) -> int:
    return int(word) if word.isdigit() and 1 < int(word) <= _LONGEST else _NUMBERS.get(word, 0)


def _lasting(context: Context, clause: Clause) -> int:
    """The length that a whole sentence tells: "Drei Tage lang wurde gestritten, am Freitag ging der Gipfel zu Ende"."""
    sentence = context.analysis.sentences[clause.sentence]
    for found in context.dates_in(sentence.start, sentence.end):
        match = _LENGTH.fullmatch(found.value) if found.kind is DateKind.DURATION else None
        behind = context.analysis.text[found.end : found.end + _REACH].split()[:1]
        if match is not None and (behind == ["lang"]):
            return int(match.group(1))
    return 0


def _is_dated_by_end(context: Context, mention: Mention, day: Dated) -> bool:
    """Say whether the words beside a mention tell that it has ended on the day, or is over."""
    if mention.day is not None and mention.day.day != day.day:
        return False
    clause = context.clauses[mention.clause]
    if any(context.lemmas[i] in words("beginnings") for i in context.own_tokens(clause)):
        return False
    led = range(max(mention.token - _REACH, 0), mention.token)
    if any(context.tokens[i].lower in _AFTER or context.tokens[i].lemma.lower() in words("endings") for i in led):
        return True
    return _ends(context, clause) or any(_ends(context, inner) for inner in _hung_on(context, mention))


def _hung_on(context: Context, mention: Mention) -> Iterable[Clause]:
    """What is told of the meeting in a clause that hangs on it: "the forum, which ends on Friday"."""
    inner = (context.clauses[child] for child in context.children[mention.clause])
    return (
        c
        for c in inner
        if c.kind is ClauseKind.RELATIVE and c.anchor is not None and abs(c.anchor - mention.token) <= _REACH
    )


def _ends(context: Context, clause: Clause) -> bool:
    """Say whether a clause says that something ends: "ended on Friday", "ging am Freitag zu Ende"."""
    if clause.verb is not None and clause.verb.lemma.split(" ")[0] in words("endings"):
        return True
    pairs = ((context.tokens[i - 1].lower, context.tokens[i].lower) for i in context.own_tokens(clause) if i)
    return any(pair == ("zu", "ende") for pair in pairs)
