"""Lists and remarks around names: "among them X and Y", "Mira Holm, in the room, said", "Nicht dabei: Jan Berg".

These rules look at words around names, not at clauses, and hold where a clause is broken or has no verb.
Source: codebook, section 4.
"""

from __future__ import annotations

from collections.abc import Iterator

from zusage.model.values import Mode
from zusage.reading.actors import ActorRef
from zusage.reading.actors.mention import MentionKind
from zusage.reading.attendance.occasion import Occasion
from zusage.reading.attendance.presence import Presence, acts, is_word
from zusage.reading.attendance.verbs import is_declined
from zusage.reading.context import COPULAS, Context
from zusage.reading.lexicon import words
from zusage.reading.operators import is_negated

_THEM = frozenset({"them", "ihnen", "those", "others", "anderem", "attendees", "participants"})
_ATTENDING = frozenset({"attend", "host", "meet"})
_ARRIVED = frozenset({"those", "attendees", "participants"})
_SIGNS = frozenset({",", "–", "—", "-"})
_LONGEST_ASIDE = 14
_LONGEST_LIST = 60
_WHO_COME = (MentionKind.PERSON, MentionKind.OFFICE, MentionKind.STATE)
_WIDEST_GAP = 5  # words between two names


def lists(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read lists of those who came: "Leaders of 20 countries took part, among them …", "der Rest, darunter …, schaute zu"."""
    clause = context.clauses[index]
    for i in context.own_tokens(clause):
        if not is_word(context, i, "among") or occasion.is_elsewhere(clause):
            continue
        after = context.tokens[i + 1].lower if i + 1 < len(context.tokens) else ""
        if context.tokens[i].lower in ("among", "unter") and after not in _THEM:
            continue
        sentence = context.analysis.sentences[clause.sentence]
        mode = _mode_of_list(context, sentence.start, sentence.end, i)
        if mode is None or not (after in _ARRIVED or _is_of_people(context, sentence.start, i)):
            continue
        start = i + 1
        if after in _ARRIVED:
            start = next((j + 1 for j in range(i, sentence.end) if context.tokens[j].lemma.lower() in COPULAS), start)
        of_states = context.tokens[i - 1].lower in words("states-in-lists")  # "aus Ländern wie", "countries including"
        listed = list(_listed(context, start, sentence.end))
        offices = any(_is_in_office(ref) for ref in listed[:1])  # "the presidents of Senegal and Ghana"
        for ref in listed:
            if ref.person is not None or of_states or offices or ref.actor in ("eu", "nato", "un"):
                yield Presence(ref=ref, mode=mode, clause=index, rule="listed among them", words=(i, i + 1), sure=0.85)


def _is_in_office(ref: ActorRef) -> bool:
    return ref.mention is not None and ref.mention.kind is MentionKind.OFFICE and ref.authority is not None


def _is_of_people(context: Context, start: int, i: int) -> bool:
    """Say whether the list belongs to people or states that came: officials, representatives, the rest of them."""
    return any(
        is_word(context, j, "official", "leaders", "delegation", "partly", "audience", "envoy", "ministers")
        for j in range(start, i)
    )


def _mode_of_list(context: Context, start: int, end: int, i: int) -> Mode | None:
    """How those in a list attend: by the stretch right before it, by what follows it, by the sentence's verb."""
    stretch = i
    while stretch > start and context.tokens[stretch - 1].text in _SIGNS:
        stretch -= 1
    back = stretch
    while back > start and context.tokens[back - 1].text not in _SIGNS | {";"}:
        back -= 1
    if any(is_word(context, j, "remote") for j in range(back, stretch)):
        return Mode.REMOTE
    clauses = [c for c in range(len(context.clauses)) if start <= context.clauses[c].start < end]
    clauses.sort(key=lambda c: context.clauses[c].start < i)  # what is said of the list first
    if any(is_word(context, j, "remote") for j in range(i, end)) and not any(
        is_word(context, j, "partly") for j in range(i, end)
    ):
        return Mode.REMOTE
    for c in clauses:
        verb = context.clauses[c].verb
        if verb is not None and is_word(context, verb.head, "come") and context.tokens[i + 1].lower in _ARRIVED:
            return Mode.IN_PERSON
        sense = context.sense(c)
        if sense is not None and sense.kind in _ATTENDING and not is_negated(context.clauses[c]):
            away = sense.value == "absent" or is_declined(context, context.clauses[c])
            return Mode.ABSENT if away else Mode.REMOTE if sense.value == "remote" else Mode.IN_PERSON
    # "Die Teilnehmer, unter ihnen die Präsidenten Senegals und Ghanas, stimmten zu"
    return Mode.IN_PERSON if any(is_word(context, j, "guest") for j in range(back, stretch)) else None


def _listed(context: Context, start: int, end: int) -> Iterator[ActorRef]:
    """The actors of a list: names joined by commas and "und", until a verb or another sign."""
    last = start
    for i in range(start, min(end, start + _LONGEST_LIST)):
        mention = context.who.by_token.get(i)
        token = context.tokens[i]
        if mention is not None:
            last = mention.end
            if i == mention.start:
                yield from acts(context.who.actors_at(i))
        elif token.pos.value in ("VERB", "AUX") or token.text in (";", ".", ":") or i - last > _WIDEST_GAP:
            return


# --- asides ------------------------------------------------------------------------------------------------------


def asides(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read remarks set off after a name: "Mira Holm, in the room, said …", "der Minister, per Video zugeschaltet, …"."""
    clause = context.clauses[index]
    for i in context.own_tokens(clause):
        mention = context.who.by_token.get(i)
        if mention is None or mention.end != i + 1 or mention.kind not in _WHO_COME:
            continue
        if mention.kind is MentionKind.STATE and not _is_short_aside(context, i + 1):
            continue
        if occasion.is_other_day(clause):
            return
        yield from _aside(context, index, i + 1)


def _is_short_aside(context: Context, comma: int) -> bool:
    """Say whether a state has a short remark of its own: "Chile, also on the line, said …"; a longer one may be on others."""
    end = next(
        (i for i in range(comma + 1, min(comma + 8, len(context.tokens))) if context.tokens[i].text in _SIGNS), None
    )
    return end is not None and not any(i in context.who.by_token for i in range(comma + 1, end))


def _aside(context: Context, index: int, comma: int) -> Iterator[Presence]:
    if comma + 1 >= len(context.tokens) or context.tokens[comma].text not in _SIGNS:
        return
    end = comma + 1
    limit = min(comma + _LONGEST_ASIDE, len(context.tokens))
    while end < limit and context.tokens[end].text not in _SIGNS | {".", ";", ":"}:
        if context.tokens[end].tag in ("VVFIN", "VAFIN", "VMFIN", "VBD", "VBZ", "MD", "PRELS", "WP"):
            return
        end += 1
    remote = next((j for j in range(comma + 1, end) if is_word(context, j, "remote")), None)
    room = next(
        (
            j
            for j in range(comma + 1, end)
            if is_word(context, j, "room") and context.tokens[j - 1].lower in ("the", "im", "am")
        ),
        None,
    )
    if (remote is None and room is None) or any(is_word(context, j, "partly", "nobody") for j in range(comma + 1, end)):
        return
    at = remote if remote is not None else room
    assert at is not None  # noqa: S101 - looked above
    for ref in acts(context.who.actors_at(comma - 1)):
        mode = Mode.REMOTE if remote is not None else Mode.IN_PERSON
        yield Presence(ref=ref, mode=mode, clause=index, rule="remark after the name", words=(at, at + 1), sure=0.85)


def missing(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read headlines of absence: "Nicht dabei: Mira Holm."."""
    clause = context.clauses[index]
    if clause.verb is not None or clause.negation is None or occasion.is_elsewhere(clause):
        return
    for i in context.own_tokens(clause):
        if (
            is_word(context, i, "room")
            and clause.negation <= i
            and i + 1 < len(context.tokens)
            and context.tokens[i + 1].text == ":"
        ):
            for ref in acts(context.who.actors_in(i + 1, clause.end)):
                yield Presence(
                    ref=ref, mode=Mode.ABSENT, clause=index, rule="said to be missing", words=(i, i + 1), sure=0.7
                )
