"""Residual furniture of a plain text: what stands around the report and is not the report.

Job lists, newsletter and comment rules, "read next", adverts, cookie notices, share buttons, navigation, copyright
lines. They are told by general features, never by a text's sentences: the shape of a line (list sign, separators, no
full stop), a vocabulary per language, the page speaking to its reader, and the place after the report's last paragraph.
Corrections stay: they belong to the report. Furniture is marked, never deleted.

Uses the word lists ``furniture_*.tsv`` beside it, `zusage.language.sentences` and `zusage.model`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

from zusage.language.quotation import find_quotations
from zusage.language.sentences import split_sentences
from zusage.model.quote import Span
from zusage.model.records import record
from zusage.model.report import Furniture

_LINE = re.compile(r"[^\r\n\u2028\u2029\v\f]+")
_WORD = re.compile(r"\w+(?:[-’']\w+)*")
_PART = re.compile(r"[^\W_]+")
_LITERAL = re.compile(r"(?:^|(?<=[^\w*…]))([^\W_]+)")
_SIGNS = "(©!"
"""Signs by which those patterns are chosen that have no word of more than a letter."""
_SIGN = re.compile(f"[{_SIGNS}]")
_KEY = 8
"""Letters of a word by which patterns are chosen."""
_MOST_STARTS = 50_000
"""Words' first letters whose patterns are kept."""
_MOST_LINES = 256
"""Lines whose patterns are kept: they are asked for by one role after the other."""
_OPENING = re.compile(r"(?:[\s\-–—•*·▪►➜→+|>»#=~_]|\d+[.)]\s)+")
_CLOSING = "+*|>»→➜=~_…:" + "".join(sign for sign in map(chr, range(0x3001)) if sign.isspace())
"""Signs that decorate the end of a line, with all white space."""
_BULLET = re.compile(r"\s*([-–—•*·▪►➜→]|\+ ?\+)\s*\S")
_COUNT = re.compile(r"^\d+\s+|\s*\(?\d*\)?$")
_COUNTS = 2
"""Words that a number before and one behind are."""
_SEPARATOR = re.compile(r"\s+[|>›»·•/]\s+|\s*\|\s*")
_STOPS = (".", "!", "?", "…")
_BEHIND_STOP = '"“”«»‘’)]'
_LONG = 40
"""Words from which on a run is a paragraph that no single word makes furniture."""
_SHORT = 15
"""Words up to which "here" and "now" speak to a reader."""
_PARAGRAPH = 9
"""Words from which on a line with a full stop reads as a sentence of the report."""
_TITLE = 30
"""Words up to which a line after a heading can be a title in its list."""
_ENDLESS = 20_000
"""Characters from which on words without an end of a sentence are no prose: ten of the longest sentences of novels."""
NO_PROSE = "no-prose"
"""The rule of what is not even analysed."""
_GAP = 8
"""Words that "…" in a pattern can stand for."""
_CRUMB = 4
"""Words up to which a part of a navigation line can be one of its items."""


@record(frozen=True, slots=True)
class Line:
    """A line, or a sentence of one: its place, its words without list signs, how many there are, and its shape."""

    span: Span
    words: str
    count: int
    bullet: str | None
    stopped: bool

    @property
    def is_paragraph(self) -> bool:
        """Say whether the line reads like running text."""
        return self.stopped and self.count >= _PARAGRAPH


_Tried = Mapping[str, Sequence[tuple[re.Pattern[str], str]]]
"""The patterns of each role, with their rules, that some words can have."""


class Index:
    """All patterns by the letters or the sign that some word in each begins with.

    Trying hundreds of patterns on each line would take longer than reading the report: only those are tried of which
    some word begins like a word of the line ("" begins like any), and all other words stand somewhere in it. A line is
    looked up once for all roles.
    """

    def __init__(self, rows: Sequence[tuple[str, str, str]]) -> None:
        """Compile rows of role, rule and words; those of a role stay in order."""
        self._patterns = [(role, _pattern(words, role), rule, _pieces(words)) for role, rule, words in rows]
        self._numbers: dict[str, list[int]] = {}
        for number, (_, _, words) in enumerate(rows):
            self._numbers.setdefault(_key(words), []).append(number)
        self._starts: dict[str, tuple[int, ...]] = {}
        self.tried = lru_cache(maxsize=_MOST_LINES)(self._find)

    def _find(self, words: str) -> _Tried:
        starts, places, lower = self._starts, set(self._numbers.get("", ())), words.lower()
        for start in {part[:_KEY] for part in _PART.findall(lower)}.union(_SIGN.findall(words)):
            found = starts.get(start)
            if found is None:
                found = self._places(start)
            if found:
                places.update(found)
        tried: dict[str, list[tuple[re.Pattern[str], str]]] = {}
        for number in sorted(places):
            role, pattern, rule, pieces = self._patterns[number]
            if all(piece in lower for piece in pieces):
                tried.setdefault(role, []).append((pattern, rule))
        return tried

    def _places(self, start: str) -> tuple[int, ...]:
        """The places of the patterns that a word with such first letters can have; kept for the next line."""
        if len(self._starts) >= _MOST_STARTS:
            self._starts.clear()
        keys = (start[:length] for length in range(1, len(start) + 1))
        found = self._starts[start] = tuple(number for key in keys for number in self._numbers.get(key, ()))
        return found


@dataclass(frozen=True, slots=True)
class Group:
    """The words of one role; ``longest``: words of the longest run that a pattern can be."""

    role: str
    index: Index
    longest: int

    def _tried(self, words: str) -> Sequence[tuple[re.Pattern[str], str]]:
        """The patterns, with their rules, that words can have."""
        return self.index.tried(words).get(self.role, ())

    def find(self, words: str, *, but: Span | None = None) -> tuple[Span, str] | None:
        """Return the place and rule of the first pattern that is found outside of a place."""
        for pattern, rule in self._tried(words):
            for match in pattern.finditer(words):
                span = Span(*match.span())
                if but is None or not but.overlaps(span):
                    return span, rule
        return None

    def rule(self, words: str) -> str | None:
        """Return the rule of the first pattern that is found."""
        found = self.find(words)
        return found[1] if found else None

    def rule_of_all(self, words: str) -> str | None:
        """Return the rule of the first pattern that is the words, not counting a number of comments behind them."""
        if len(words.split()) > self.longest + _COUNTS:
            return None
        words = _COUNT.sub("", words).strip()
        if len(words.split()) > self.longest:
            return None
        return next((rule for pattern, rule in self._tried(words) if pattern.fullmatch(words)), None)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The word lists that apply to one language."""

    heading: Group
    label: Group
    link: Group
    mark: Group
    topic: Group
    plea: Group
    tail: Group

    def has_none(self, words: str) -> bool:
        """Say whether no part of some words can be furniture by its words: its sentences need not be looked at."""
        tried = self.mark.index.tried(words).keys()
        return tried.isdisjoint(("heading", "label", "link", "mark")) and not {"topic", "plea"} <= tried


def mark_furniture(text: str, language: str) -> tuple[Furniture, ...]:
    """Mark what is not the report: runs in order of place that never overlap, each with the rule that found it.

    The rules are ``job-ad``, ``related``, ``newsletter``, ``subscription``, ``comments``, ``advert``, ``cookies``,
    ``navigation``, ``search``, ``share``, ``copyright``, ``service``, ``disclosure``, ``editorial`` (who made it and when),
    ``tail`` for what stands among these after the report's end, and ``no-prose`` for words without an end of a sentence
    that are longer than any. A language that has no word list is read with the English one.
    """
    lexicon = _lexicon(language if language in {"de", "en"} else "en")
    lines = [_line(text, Span(match.start(), match.end())) for match in _LINE.finditer(text) if match[0].strip()]
    rules = [None if _is_long(line.span) else _rule(text, line, language, lexicon) for line in lines]
    _spread_headings(lines, rules, lexicon)
    _spread_lists(lines, rules)
    _spread_tail(lines, rules, lexicon)
    found = [Furniture(line.span, rule) for line, rule in zip(lines, rules, strict=True) if rule]
    found.extend(_endless(text, (line for line, rule in zip(lines, rules, strict=True) if not rule), language))
    unmarked = (line for line, rule in zip(lines, rules, strict=True) if not rule)
    found.extend(_closing_sentences(text, unmarked, language, lexicon))
    return tuple(sorted(found, key=lambda one: one.span))


def _line(text: str, span: Span) -> Line:
    run = text[span.start : span.end]
    start = span.start + len(run) - len(run.lstrip())
    span = Span(start, start + len(run.strip()))
    words = run.strip()
    opening = _OPENING.match(words)
    words = (words[opening.end() :] if opening else words).rstrip(_CLOSING)
    bullet = _BULLET.match(run)
    stopped = run.rstrip().rstrip(_BEHIND_STOP).endswith(_STOPS)
    return Line(span, words, len(_WORD.findall(words)), bullet[1] if bullet else None, stopped)


def _is_long(span: Span) -> bool:
    return span.end - span.start > _ENDLESS


def _endless(text: str, lines: Iterable[Line], language: str) -> Iterator[Furniture]:
    """Mark runs of words without an end, in which no grammar finds anything: lists of words, dumps, lost line breaks."""
    for line in lines:
        runs = _sentence_runs(text, line, language) if _is_long(line.span) else []
        yield from (Furniture(run, NO_PROSE) for run in runs if _is_long(run))


def _rule(text: str, line: Line, language: str, lexicon: Lexicon) -> str | None:
    return _rule_of(line, lexicon) or _rule_of_sentences(text, line, language, lexicon)


def _rule_of(line: Line, lexicon: Lexicon) -> str | None:
    """Return the rule that makes a line furniture by itself, wherever it stands."""
    if not line.words:
        return None
    return (
        lexicon.heading.rule_of_all(line.words)
        or _is_navigation(line)
        or (lexicon.label.rule(line.words) if line.count <= _LONG else None)
        or (lexicon.link.rule(line.words) if line.count <= _SHORT and not line.stopped else None)
    )


def _rule_of_sentences(text: str, line: Line, language: str, lexicon: Lexicon) -> str | None:
    """Return the rule of a line that appeals to its reader and does not begin with a sentence of the report."""
    rule = _appeal(line, lexicon) if line.words else None
    if rule is None:
        return None
    first = _line(text, _sentence_runs(text, line, language)[0])
    return None if first.span != line.span and first.is_paragraph and not _has_sign(first, lexicon) else rule


def _appeal(line: Line, lexicon: Lexicon) -> str | None:
    """Find a mark, or a topic with a plea, outside of quotations.

    Example: "Abonnieren Sie jetzt unseren Newsletter!"; not "Der Newsletter habe viele Leser, sagte sie."
    """
    if line.count > _LONG:
        return None
    bare = _unquoted(line.words)
    marked = lexicon.mark.rule(bare)
    if marked:
        return marked
    topic = lexicon.topic.find(bare)
    plea = lexicon.plea.find(bare, but=topic[0]) if topic else None
    if topic is None or plea is None or (plea[1] == "weak" and line.count > _SHORT):
        return None
    return topic[1]


def _is_navigation(line: Line) -> str | None:
    """Say whether a line is a row of links: "Start | Politik | Klima"."""
    parts = [part for part in _SEPARATOR.split(line.words) if part.strip()] if not line.stopped else []
    if len(parts) < 3:  # noqa: PLR2004 - two parts may be a headline
        return None
    short = all(len(_WORD.findall(part)) <= _CRUMB and not re.search(r"\d", part) for part in parts)
    return "navigation" if short else None


def _spread_headings(lines: Sequence[Line], rules: list[str | None], lexicon: Lexicon) -> None:
    """Mark the titles below a heading: "Read next" and the line after it, a list of jobs, until a paragraph comes."""
    for index, line in enumerate(lines):
        rule = lexicon.heading.rule_of_all(line.words) if rules[index] else None
        if rule is None or rule == "navigation":
            continue
        below = index + 1
        while below < len(lines) and not lines[below].is_paragraph and lines[below].count <= _TITLE:
            if rules[below] is None and not _is_title(lines[below:], rules[below:]):
                break
            rules[below] = rules[below] or rule
            below += 1


def _is_title(lines: Sequence[Line], rules: Sequence[str | None]) -> bool:
    """Say whether the first line is a title in a list of links, and no subheading with a paragraph below it."""
    return not any(line.is_paragraph and not rule for line, rule in zip(lines[1:], rules[1:], strict=True)) or (
        len(lines) > 1 and not lines[1].is_paragraph
    )


def _spread_lists(lines: Sequence[Line], rules: list[str | None]) -> None:
    """Mark a whole list when one of its items is furniture and none is a sentence of the report."""
    start = 0
    while start < len(lines):
        end = start + 1
        while end < len(lines) and lines[start].bullet and lines[end].bullet == lines[start].bullet:
            end += 1
        group = range(start, end)
        known = [rule for rule in rules[start:end] if rule]
        if len(known) * 2 >= len(group) > 1 and not any(lines[i].is_paragraph and not rules[i] for i in group):
            for index in group:
                rules[index] = rules[index] or known[0]
        start = end


def _spread_tail(lines: Sequence[Line], rules: list[str | None], lexicon: Lexicon) -> None:
    """Mark what stands among furniture after the report's last paragraph.

    A line there is furniture if it is a title without a full stop, or has any word of the lists.
    """
    if not any(rules):  # nothing to stand among: most reports, and their last paragraph need not be searched
        return
    start = len(lines)
    while start > 0 and (rules[start - 1] or _is_weak(lines[start - 1], lexicon)):
        start -= 1
    first = next((index for index in range(start, len(lines)) if rules[index]), None)
    if first is None:
        return
    for index in range(first, len(lines)):
        rules[index] = rules[index] or "tail"


def _is_weak(line: Line, lexicon: Lexicon) -> bool:
    """Say whether a line can be furniture if others around it are: a title, or words of the lists with a plea."""
    if not line.stopped and line.count <= _TITLE:
        return True
    return not _is_long(line.span) and _has_sign(line, lexicon) and lexicon.plea.rule(_unquoted(line.words)) is not None


def _has_sign(line: Line, lexicon: Lexicon) -> bool:
    bare = _unquoted(line.words)
    return any(group.rule(bare) for group in (lexicon.mark, lexicon.topic, lexicon.tail))


def _closing_sentences(text: str, lines: Iterable[Line], language: str, lexicon: Lexicon) -> Iterable[Furniture]:
    """Mark the sentences at a line's end that are furniture: "The vote is on Monday. Sign up to our briefing here."."""
    for line in lines:
        if line.count <= _LONG and lexicon.has_none(line.words):  # known by now; the words of long ones are many
            continue
        for run in reversed(_sentence_runs(text, line, language)[1:]):
            sentence = _line(text, run)
            if _is_long(run) or lexicon.has_none(sentence.words):
                break
            rule = _rule_of(sentence, lexicon) or _appeal(sentence, lexicon)
            if rule is None or rule == "navigation":
                break
            yield Furniture(sentence.span, rule)


def _sentence_runs(text: str, line: Line, language: str) -> list[Span]:
    """Cut a line into its sentences, at least one."""
    at = line.span.start
    runs = split_sentences(text[at : line.span.end], language)
    return [Span(at + start, at + end) for start, end in runs] or [line.span]


def _unquoted(words: str) -> str:
    """Return the words without those in quotation marks: a quoted person may speak to somebody too."""
    parts, at = [], 0
    for start, end in find_quotations(words):
        parts.append(words[at:start])
        at = end
    return "".join((*parts, words[at:]))


@cache
def _lexicon(language: str) -> Lexicon:
    """Compile the lists. Headings, labels, links and marks of all languages count everywhere: pages mix them."""
    files = {name: _rows(f"furniture_{name}.tsv") for name in ("any", "de", "en")}
    rows: list[tuple[str, str, str]] = []
    longest: dict[str, int] = {}
    for role in ("heading", "label", "link", "mark", "topic", "plea", "tail"):
        everywhere = role in {"heading", "label", "link", "mark"}
        chosen = [
            row
            for name, found in files.items()
            if everywhere or name in {"any", language}
            for row in found
            if row[0] == role
        ]
        rows += sorted(chosen, key=lambda row: (row[1] == "weak", -len(row[2]), row[2]))
        longest[role] = max((len(words.split()) + _GAP * words.count("…") for _, _, words in chosen), default=0)
    index = Index(rows)
    return Lexicon(**{role: Group(role, index, most) for role, most in longest.items()})


def _rows(name: str) -> list[tuple[str, str, str]]:
    content = (resources.files("zusage.language") / name).read_text(encoding="utf-8")
    rows = [line.split("\t") for line in content.splitlines() if line and not line.startswith("#")]
    return [(role, rule, words) for role, rule, words in rows[1:]]


def _key(words: str) -> str:
    """Return the first letters of the pattern's longest word that begins with letters, or a sign.

    "*newsletter abonnier*" → "abonnier", "*-suchmaschine*" → "suchmasc", "(m/w/d)" → "(".
    """
    longest = max((match[1] for match in _LITERAL.finditer(words)), key=len, default="")
    sign = _SIGN.search(words)
    return sign[0] if sign is not None and len(longest) <= 1 else longest[:_KEY].lower()


def _pieces(words: str) -> tuple[str, ...]:
    """Return the runs of signs that stand in whatever a pattern is: "lesen Sie*hier" → "lesen", "sie", "hier"."""
    return tuple(words.lower().replace("*", " ").replace("…", " ").split())


def _pattern(words: str, role: str) -> re.Pattern[str]:
    if words == "!":
        return re.compile(r"!\W*$")
    gap = rf"(?:\S+\s+){{0,{_GAP}}}?"
    exact = re.escape(words).replace(r"\*", r"\w*").replace("…", gap).replace(r"\ ", r"\s+")
    exact = exact.replace(rf"\s+{gap}\s+", rf"\s+{gap}")
    before = r"(?<!\w)" if re.match(r"[\w*]", words) else ""
    after = r"(?!\w)" if re.search(r"[\w*]$", words) else ""
    start = r"^\W*" if role in {"label", "link"} else ""
    flags = re.NOFLAG if any(letter.isupper() for letter in words) else re.IGNORECASE
    return re.compile(start + before + exact + after, flags)
