"""Gapped conjuncts: a name and what it gives, without the verb: "Oslo sent 200 soldiers, Riga 30 trucks".

What is given hangs on the verb as a parataxis, the name on it as its subject; `clauses` takes the verb over. Standard
library and the modules beside it only.
"""

from __future__ import annotations

import re
from typing import Final

from zusage.language.english.sketch import Run, Sketch

_NAMES: Final = frozenset({"NNP", "NNPS"})
_SEPARATORS: Final = frozenset({",", "and", ";", ":", "while", "but"})
_CALENDAR: Final = frozenset(
    {
        *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
        *("january", "february", "march", "april", "may", "june", "july", "august", "september", "october"),
        *("november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"),
    }
)
_LIMITS: Final = frozenset(
    {
        "up",
        "as",
        "more",
        "less",
        "about",
        "around",
        "some",
        "nearly",
        "almost",
        "only",
        "another",
        "over",
        "at",
        "roughly",
    }
)
_AMOUNT_TAGS: Final = frozenset(
    {"CD", "$", "NN", "NNS", "JJ", "JJR", "RB", "RBR", "IN", "TO", "DT", "NNP", "NNPS", "HYPH", "POS", "SYM", "JJS"}
)
_NOUN_HEADS: Final = frozenset({"NN", "NNS"})
_QUANTITIES: Final = frozenset({"CD", "$"})
_VERBAL: Final = frozenset({"nsubj", "obj", "root", "parataxis"})
_LONGEST: Final = 9
_STOPS: Final = frozenset({",", ".", ";", "and", ")", "(", "–", "—", "!", "?", "-", '"', "”", "or", "but"})
_NOTHING: Final = frozenset({"none", "nothing", "nobody"})
_PARTICIPLES: Final = frozenset({"VBG", "VBN", "VBD"})
_SHORT: Final = 4
"""Words of a thing with "the" that somebody gives."""
_SHARED: Final = frozenset({"for", "with", "to", "at", "by"})
_SPANS: Final = frozenset({"year", "month", "week", "day", "hour", "per", "percent", "time"})
_YEAR: Final = re.compile(r"(19|20)\d\d$")
_CASES: Final = frozenset({"of", "than", "to", "as", "least", "up", "for"})
_NAME_LINKS: Final = frozenset({"and", "or"})


def mend_gaps(sketch: Sketch, run: Run) -> None:
    """Set gapped conjuncts apart, in place.

    "Oslo is sending two, Riga one, and Doha as many as ten", "by share: Oslo 22.4 billion, Riga 16.8".
    """
    separators = [i for i in range(run[0] + 1, run[1] - 2) if sketch.words[i] in _SEPARATORS]
    if not separators:
        return
    found: list[Run] = []
    for place in separators:
        gap = _read_gap(sketch, place, run)
        if gap is not None and (not found or gap[0] >= found[-1][1]):
            found.append(gap)
    if found and not _has_verb(sketch, run) and (first := _read_gap(sketch, run[0] - 1, run)) is not None:
        _hang_bare_list(sketch, [first, *found], run)
        return
    if found and sketch.words[found[0][0] - 1] == ":" and not _has_verb(sketch, (run[0], found[0][0])):
        _hang_list(sketch, found, run)
        return
    for name, end in found:
        verb = _gap_verb(sketch, name, run)
        if verb is None or _are_receivers(sketch, (verb + 1, name)):
            continue
        if len(found) > 1 or _is_sure(sketch, (name, end), verb, run):
            _hang_gap(sketch, (name, end), verb)


def _are_receivers(sketch: Sketch, run: Run) -> bool:
    """Tell whether nothing but names stands between verb and gap: "promised **Chile, Ghana** and Mali a loan"."""
    return all(sketch.tags[i] in _NAMES or sketch.words[i] in {",", "and", "the"} for i in range(*run))


def _read_gap(sketch: Sketch, place: int, run: Run) -> Run | None:
    """Return the run of a name with its amount behind a separator, None if there is no such thing."""
    start = place + 1
    amount = _name_end(sketch, start, run)
    if amount is None or amount >= run[1]:
        return None
    if sketch.words[amount] in _NOTHING:
        return (start, amount + 1) if amount + 1 >= run[1] or sketch.words[amount + 1] in _STOPS else None
    opens = sketch.tags[amount] in _QUANTITIES or sketch.words[amount] in _LIMITS
    if not opens and not _opens_with_article(sketch, start, amount):
        return None
    end = _amount_end(sketch, amount, run)
    return (start, end) if end is not None else None


def _opens_with_article(sketch: Sketch, start: int, amount: int) -> bool:
    """Tell whether an article opens what is given: "and Riga a field hospital", "Oslo sent a ship, Riga a bridge"."""
    if sketch.words[amount] in {"a", "an", "no"} and sketch.words[start - 1] == "and":
        return True
    if sketch.words[amount] == "the":  # "Peru would provide the soldiers and Chile the helicopters"
        return sketch.tags[amount + 1] in {"NN", "NNS", "JJ"} and sketch.words[start - 1] in {",", "and"}
    return sketch.words[amount] in {"a", "an"} and sketch.words[start - 1] == "," and amount > start


def _amount_end(sketch: Sketch, amount: int, run: Run) -> int | None:
    """Return where an amount ends, None if something else stands in it."""
    end = amount
    while end < min(run[1], amount + _LONGEST) and sketch.words[end] not in _STOPS:
        if sketch.tags[end] in _PARTICIPLES and end + 1 < run[1] and sketch.tags[end + 1] in _NOUN_HEADS:
            end += 1  # "an engineering company", "two formed police units"
            continue
        if sketch.tags[end] not in _AMOUNT_TAGS or (sketch.tags[end] == "IN" and not _belongs(sketch, end)):
            return None
        end += 1
    full = any(sketch.tags[i] in _QUANTITIES for i in range(amount, end)) or sketch.words[amount] in {"a", "an", "no"}
    if sketch.words[amount] == "the":
        full = not _counts_time(sketch, (amount, end)) and end - amount <= _SHORT
    stopped = end >= run[1] or sketch.words[end] in _STOPS
    return end if full and stopped else None


def mend_prepositional_gaps(sketch: Sketch, run: Run) -> None:
    """Set conjuncts apart that share verb and preposition: "Oslo signed up for 200 soldiers, **Riga for two battalions**"."""
    for place in range(run[0] + 3, run[1] - 3):
        if sketch.words[place] not in {",", "and", ";"}:
            continue
        prep = _name_end(sketch, place + 1, run)
        if prep is None or prep + 1 >= run[1] or sketch.words[prep] not in _SHARED:
            continue
        opens = sketch.tags[prep + 1] in _QUANTITIES or sketch.words[prep + 1] in _LIMITS | {"a", "an"}
        end = _amount_end(sketch, prep + 1, run) if opens else None
        verb = _gap_verb(sketch, place + 1, run)
        if end is None or verb is None or _counts_time(sketch, (prep + 1, end)):
            continue
        if _has_amount_behind(sketch, sketch.words[prep], (verb, place)):
            _hang_prepositional(sketch, (place + 1, prep, end), verb)


def _has_amount_behind(sketch: Sketch, prep: str, run: Run) -> bool:
    """Tell whether the same preposition opens an amount between the verb and the gap."""
    behind = (i + 1 for i in range(run[0] + 1, run[1] - 1) if sketch.words[i] == prep)
    return any(sketch.tags[i] in _QUANTITIES or sketch.words[i] in _LIMITS | {"a", "an"} for i in behind)


def _counts_time(sketch: Sketch, run: Run) -> bool:
    """Tell whether an amount is a year or a span of time: "for 2026", "for three years"."""
    return any(sketch.lemmas[i] in _SPANS or _YEAR.match(sketch.words[i]) for i in range(*run))


def _hang_prepositional(sketch: Sketch, gap: tuple[int, int, int], verb: int) -> None:
    start, prep, end = gap
    top = _amount_head(sketch, (prep + 1, end))
    sketch.heads[top], sketch.labels[top] = verb, "parataxis"
    sketch.heads[prep], sketch.labels[prep] = top, "case"
    for index in range(prep + 1, end):
        outside = not prep < sketch.heads[index] < end
        if index != top and (outside or sketch.labels[index] in _VERBAL):
            sketch.heads[index] = top if outside else sketch.heads[index]
            sketch.labels[index] = _amount_label(sketch, index)
    _hang_names(sketch, (start, prep), top)
    if sketch.words[start - 1] == "and":
        sketch.heads[start - 1], sketch.labels[start - 1] = top, "cc"


def _belongs(sketch: Sketch, index: int) -> bool:
    """Tell whether a preposition may stand inside an amount: "as many as ten", "a company of engineers"."""
    return sketch.words[index] in _CASES | _LIMITS


def _name_end(sketch: Sketch, start: int, run: Run) -> int | None:
    """Return where one or more names end: "Riga", "the United States", "Niger and Togo"."""
    index = start + (sketch.words[start] == "the")
    first = index
    while index < run[1] and (sketch.tags[index] in _NAMES or (sketch.words[index] in _NAME_LINKS and index > first)):
        if sketch.words[index] in _CALENDAR:
            return None
        index += 1
    if index == first or sketch.words[index - 1] in _NAME_LINKS:
        return None
    return index


def _has_verb(sketch: Sketch, run: Run) -> bool:
    return any(sketch.is_finite(i) for i in range(*run))


def _gap_verb(sketch: Sketch, name: int, run: Run) -> int | None:
    """Return the verb with a subject that the words before the gap belong to."""
    node = name - 1
    while node > run[0] and sketch.words[node] in _SEPARATORS:
        node -= 1
    while run[0] <= node < run[1]:
        if sketch.tags[node].startswith("VB") and _acts(sketch, node, run):
            return node if node < name else None
        node = sketch.heads[node]
    return None


def _acts(sketch: Sketch, verb: int, run: Run) -> bool:
    """Tell whether a verb has a subject before it or is an infinitive that takes one over."""
    if sketch.labels[verb] in {"xcomp", "acl"} and sketch.tags[verb] == "VB":
        return True
    return any(sketch.labels[c] in {"nsubj", "nsubj:pass", "conj"} and c < verb for c in sketch.children(verb, run))


def _is_sure(sketch: Sketch, gap: Run, verb: int, run: Run) -> bool:
    """Tell whether a lone gap is one: its amount is more than one number, or the verb has an amount too."""
    name, end = gap
    more = sum(sketch.tags[i] not in _NAMES for i in range(name, end)) > 1
    before = any(sketch.tags[i] in _QUANTITIES or sketch.words[i] in {"a", "an", "no"} for i in range(verb, name))
    objects = [c for c in sketch.children(verb, run) if sketch.labels[c] in {"obj", "obl", "conj"} and verb < c < name]
    return (more and (before or bool(objects))) or before


def _hang_gap(sketch: Sketch, gap: Run, verb: int) -> None:
    """Hang the amount on the verb and the name on the amount."""
    start, end = gap
    amount = start + (sketch.words[start] == "the")
    while sketch.tags[amount] in _NAMES or sketch.words[amount] in _NAME_LINKS:
        amount += 1
    top = _amount_head(sketch, (amount, end))
    sketch.heads[top], sketch.labels[top] = verb, "parataxis"
    for index in range(amount, end):
        outside = not amount <= sketch.heads[index] < end
        if index != top and (outside or sketch.labels[index] in _VERBAL):
            sketch.heads[index] = top if outside else sketch.heads[index]
            sketch.labels[index] = _amount_label(sketch, index)
    _hang_names(sketch, (start, amount), top)
    for index in (start - 1, start - 2):
        if sketch.words[index] in {",", "and", "but", "while"} and sketch.heads[index] not in {verb, -1}:
            sketch.heads[index] = top
            sketch.labels[index] = "punct" if sketch.words[index] == "," else "cc"


def _amount_head(sketch: Sketch, run: Run) -> int:
    """Return the head of an amount: its first noun ("30 trucks of fuel"), else the last number ("16.8 billion")."""
    for index in range(run[0], run[1]):
        if sketch.tags[index] in _NOUN_HEADS and (index + 1 == run[1] or sketch.tags[index + 1] not in _NOUN_HEADS):
            return index
    signs = [i for i in range(*run) if sketch.tags[i] == "$"]
    numbers = [i for i in range(*run) if sketch.tags[i] == "CD"]
    return signs[0] if signs else numbers[-1] if numbers else run[1] - 1


def _amount_label(sketch: Sketch, index: int) -> str:
    if sketch.tags[index] in _QUANTITIES:
        return "nummod"
    return {"DT": "det", "JJ": "amod", "NNP": "compound", "NN": "compound"}.get(sketch.tags[index], "advmod")


def _hang_names(sketch: Sketch, names: Run, top: int) -> None:
    """Hang the names on the amount as its subject, those after "and" on the first."""
    starts = [names[0], *(i + 1 for i in range(*names) if sketch.words[i] in _NAME_LINKS)]
    ends = [*(i - 1 for i in starts[1:]), names[1]]
    heads = [end - 1 for end in ends]
    for start, head in zip(starts, heads, strict=True):
        sketch.heads[head], sketch.labels[head] = (top, "nsubj") if head == heads[0] else (heads[0], "conj")
        for index in range(start, head):
            sketch.heads[index], sketch.labels[index] = head, "det" if sketch.words[index] == "the" else "compound"
        if start > names[0]:
            sketch.heads[start - 1], sketch.labels[start - 1] = head, "cc"


def _hang_bare_list(sketch: Sketch, gaps: list[Run], run: Run) -> None:
    """Hang the gaps of a sentence without any verb on the first: "Oslo 120m euros, Riga 50m, Doha 18m"."""
    if len(gaps) < 3:  # noqa: PLR2004 - a list
        return
    place = gaps[0][0] + (sketch.words[gaps[0][0]] == "the")
    while sketch.tags[place] in _NAMES or sketch.words[place] in _NAME_LINKS:
        place += 1
    top = _amount_head(sketch, (place, gaps[0][1]))
    for index in range(*run):
        if sketch.heads[index] < 0:
            sketch.heads[index] = top
    _hang_gap(sketch, gaps[0], -1)
    sketch.labels[top] = "root"
    for gap in gaps[1:]:
        _hang_gap(sketch, gap, top)


def _hang_list(sketch: Sketch, gaps: list[Run], run: Run) -> None:
    """Hang the gaps of a list without a verb on what stands before its colon: "By share: Oslo 22.4 billion, ..."."""
    colon = gaps[0][0] - 1
    tops = [i for i in range(run[0], colon) if not run[0] <= sketch.heads[i] < colon and sketch.labels[i] != "punct"]
    if len(gaps) < 2 or not tops:  # noqa: PLR2004 - a list
        return
    sketch.heads[tops[0]], sketch.labels[tops[0]] = -1, "root"
    for top in tops[1:]:
        sketch.heads[top] = tops[0]
    for gap in gaps:
        _hang_gap(sketch, gap, tops[0])
    inside = {index for gap in gaps for index in range(*gap)}
    for index in range(colon, run[1]):
        if index not in inside and (sketch.heads[index] < 0 or sketch.labels[index] == "punct"):
            sketch.heads[index] = tops[0]
