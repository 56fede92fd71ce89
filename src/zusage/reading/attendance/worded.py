"""English sentences that tell attendance in words apart from a verb of attending: "Also present were …", "was a no-show".

Source: codebook, section 4.
"""

from __future__ import annotations

from collections.abc import Iterator

from zusage.language.analysis import ClauseKind, Phrase, Role, Voice
from zusage.model.values import Mode
from zusage.reading.actors import ActorRef
from zusage.reading.attendance.manner import is_open
from zusage.reading.attendance.occasion import Occasion
from zusage.reading.attendance.presence import (
    Presence,
    acts,
    is_word,
    objects,
    people_of,
    run_of,
    subjects,
)
from zusage.reading.attendance.verbs import is_meeting
from zusage.reading.context import COPULAS, Context
from zusage.reading.lexicon import words
from zusage.reading.meetings.mentions import gathering_at
from zusage.reading.operators import is_negated

_FIRST = 4
"""Words of a sentence among which the one stands by which it tells who came before it names them."""
_NEAR = 4
"""Words between "conspicuous" and "absence"."""
_PEOPLE = ("leaders", "ministers", "official", "guest", "audience", "delegation", "envoy")


def named_last(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read those who are named behind the verb: "Also present were …", "Absent was Peru", "Joining by video were …"."""
    clause = context.clauses[index]
    sentence = context.analysis.sentences[clause.sentence]
    if clause.start != sentence.start or occasion.is_apart(clause):
        return
    at = next(
        (i for i in range(sentence.start, min(sentence.start + _FIRST, sentence.end)) if _opens(context, i)), None
    )
    if at is None or any(context.tokens[i].text == "," for i in range(sentence.start, at)):
        return
    verb = next((i for i in range(at + 1, sentence.end) if _links(context, i)), None)
    if verb is None or context.tokens[verb + 1].lower in ("not", "n't") or _has_subject(context, sentence.start, verb):
        return
    absent = (
        context.tokens[at - 1].lower == "not"
        or is_word(context, at, "away")
        or context.tokens[at].lower in words("absent-words")
    )
    remote = any(is_word(context, i, "remote") for i in range(at, verb))
    mode = Mode.ABSENT if absent else Mode.REMOTE if remote else Mode.IN_PERSON
    for ref in acts(_up_to_verb(context, verb + 1, sentence.end)):
        yield Presence(ref=ref, mode=mode, clause=index, rule="named behind it", words=(at, at + 1), sure=0.9)


def _opens(context: Context, i: int) -> bool:
    """Say whether a word tells that those who are named later came or not; one that belongs to no name before it."""
    return context.tokens[i].lower in words("opening-presence") and i not in context.who.by_token


def _links(context: Context, i: int) -> bool:
    """Say whether a word joins those who are named to what is said of them: "were", "included"."""
    return context.tokens[i].lemma.lower() in COPULAS | {"include"} and context.tokens[i].pos.value in ("VERB", "AUX")


def _has_subject(context: Context, start: int, verb: int) -> bool:
    """Say whether somebody is named right before the verb, so that the sentence is about him: "Present, too, Chile was …"."""
    mention = context.who.by_token.get(verb - 1)
    if mention is None or mention.start == start:
        return mention is not None
    before = context.tokens[mention.start - 1].lower
    return before in (",", "and") or context.tokens[verb - 1].text == ","


def _up_to_verb(context: Context, start: int, end: int) -> tuple[ActorRef, ...]:
    """The actors up to the next verb of the sentence: what comes then is told of them."""
    stop = next((i for i in range(start, end) if context.tokens[i].tag in ("VBD", "VBZ", "VBP", "MD")), end)
    return context.who.actors_in(start, stop, places=True)


def told_of_some(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read who those are that came or did not: "Leaders who skipped the summit were …", "Those attending included …"."""
    clause = context.clauses[index]
    if clause.verb is None or occasion.is_apart(clause) or is_negated(clause):
        return
    if clause.verb.lemma not in COPULAS and clause.verb.lemma != "include":
        return
    some = clause.subject or next((p for p in clause.phrases[:1] if p.prep == "among"), None)
    if some is None:
        return  # neither "those attending were …" nor "among those attending were …"
    came = words("some-who-came")
    if not (
        is_word(context, some.head, *_PEOPLE) or {context.head(some).lower, context.head(some).lemma.lower()} & came
    ):
        return
    mode = _mode_of_some(context, index, some.head)
    if mode is None:
        return
    told = (p for p in clause.phrases if p is not some and p.role in (Role.PREDICATE, Role.OBJECT))
    for phrase in told:
        for ref in acts(context.who.actors_in(phrase.start, phrase.end, places=True)):
            yield Presence(ref=ref, mode=mode, clause=index, rule="told of some", words=run_of(clause), sure=0.9)


def _mode_of_some(context: Context, index: int, head: int) -> Mode | None:
    """How those attend whom a relative clause tells of: "leaders **who skipped the summit**", "those **attending**"."""
    for child in context.children[index]:
        clause, sense = context.clauses[child], context.sense(child)
        if clause.anchor != head or sense is None or sense.kind != "attend":
            continue
        mode = Mode(sense.value or "in-person")
        if not is_negated(clause):
            return mode
        return Mode.ABSENT if mode is not Mode.ABSENT else Mode.IN_PERSON
    return None


def no_shows(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read who was missed: "Peru's president was a no-show", "Chile was conspicuous by its absence"."""
    clause = context.clauses[index]
    if clause.verb is None or clause.verb.lemma not in COPULAS or is_negated(clause) or is_open(context, clause):
        return
    if occasion.is_apart(clause):
        return
    for i in context.own_tokens(clause):
        if i > clause.verb.head and (_is_absentee(context, i) or _is_missed(context, i)):
            for ref in acts(subjects(context, index)):
                yield Presence(ref=ref, mode=Mode.ABSENT, clause=index, rule="was missed", words=(i, i + 1), sure=0.95)
            return


def _is_absentee(context: Context, i: int) -> bool:
    """Say whether a word is one for who does not come: "absentee", "no-show" (three tokens)."""
    tokens = context.tokens
    if tokens[i].lower in words("absentees"):
        return True
    if i < 2 or tokens[i - 1].text != "-":  # noqa: PLR2004 - two tokens before it
        return False
    return f"{tokens[i - 2].lower}-{tokens[i].lower}" in words("absentees")


def _is_missed(context: Context, i: int) -> bool:
    later = range(i + 1, min(i + 1 + _NEAR, len(context.tokens)))
    return context.tokens[i].lower == "conspicuous" and any(context.tokens[k].lower == "absence" for k in later)


def tasked(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read whom somebody sends in his place: "charged his deputy with attending", "tasking the ambassador to go"."""
    clause = context.clauses[index]
    if clause.verb is None or clause.verb.lemma not in words("tasking") or is_negated(clause):
        return
    if occasion.is_apart(clause) or clause.verb.voice is not Voice.ACTIVE:
        return
    for phrase in objects(clause):
        if not is_word(context, phrase.head, "envoy") or not any(
            _is_going(context, c, phrase) for c in context.children[index]
        ):
            continue
        named = [ref for ref in acts(context.actors(phrase)) if ref.person is not None]
        mode = Mode.IN_PERSON if named else Mode.REPRESENTED
        for ref in named or acts(subjects(context, index)):
            yield Presence(ref=ref, mode=mode, clause=index, rule="sent in his place", words=run_of(clause), sure=0.95)


def _is_going(context: Context, child: int, envoy: Phrase) -> bool:
    """Say whether a clause behind an envoy says that he is to attend or go."""
    clause, sense = context.clauses[child], context.sense(child)
    if (
        clause.verb is None
        or clause.start < envoy.end
        or clause.kind not in (ClauseKind.INFINITIVE, ClauseKind.PARTICIPLE)
    ):
        return False
    return (sense is not None and sense.kind == "attend") or clause.verb.lemma in ("go", "travel", "fly", "represent")


def flanked(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read who stands beside whom: "Flanked by Malta's prime minister, she spoke …", "was accompanied by the minister"."""
    clause = context.clauses[index]
    if clause.verb is None or clause.verb.lemma not in words("standing-beside") or clause.verb.voice is Voice.ACTIVE:
        return
    if occasion.is_apart(clause) or is_negated(clause):
        return
    beside = [ref for p in clause.with_role(Role.AGENT) for ref in people_of(context, p)]
    offices = any(ref.authority is not None for ref in beside)  # of all: "flanked by the leaders of Peru and Chile"
    for ref in acts([*beside, *(subjects(context, index) if beside else ())]):
        if ref.person is not None or ref.authority is not None or (offices and ref in beside):
            yield Presence(
                ref=ref, mode=Mode.IN_PERSON, clause=index, rule="stood beside", words=run_of(clause), sure=0.7
            )


def nobody_there(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read that nobody came from somewhere: "There was nobody from Peru at the talks", "There was no Peruvian delegation"."""
    clause = context.clauses[index]
    if clause.verb is None or clause.verb.lemma not in COPULAS or occasion.is_apart(clause):
        return
    if context.tokens[clause.start].lower != "there":
        return
    here = occasion.gathering(clause) is not None or occasion.city(clause) is not None
    for phrase in clause.phrases:
        people = is_word(context, phrase.head, "nobody", "delegation", "official", "envoy")
        denied = any(is_word(context, i, "nobody") for i in range(phrase.start, phrase.head + 1))
        if not (here and people and denied):
            continue
        named = context.who.actors_in(phrase.start, phrase.end, places=True)
        behind = [
            r for p in clause.phrases if p.prep == "from" for r in context.who.actors_in(p.start, p.end, places=True)
        ]
        for ref in acts([*named, *behind]):
            yield Presence(
                ref=ref, mode=Mode.ABSENT, clause=index, rule="nobody came", words=(phrase.start, phrase.end)
            )


def on_the_list(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read lists of guests: "The guest list included Peru's president", "Iran was not on the guest list"."""
    clause = context.clauses[index]
    if clause.verb is None or occasion.is_apart(clause) or is_open(context, clause):
        return
    lists = [p for p in clause.phrases if context.head(p).lower == "list" and _is_of_guests(context, p)]
    if not lists:
        return
    run = (lists[0].start, lists[0].end)
    if clause.verb.lemma in COPULAS and lists[0].prep == "on":
        mode = Mode.ABSENT if is_negated(clause) else Mode.IN_PERSON
        refs = acts(subjects(context, index))
    elif clause.verb.lemma == "include" and lists[0] is clause.subject and not is_negated(clause):
        mode = Mode.IN_PERSON
        refs = acts([r for p in objects(clause) for r in context.who.actors_in(p.start, p.end, places=True)])
    else:
        return
    for ref in refs:
        yield Presence(ref=ref, mode=mode, clause=index, rule="on the list or not", words=run, sure=0.85)


def _is_of_guests(context: Context, phrase: Phrase) -> bool:
    return any(is_word(context, i, "guest", "invitation") for i in range(phrase.start, phrase.end))


def opened_with(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read whose speech is heard at a meeting: "The summit opened with a speech by Peru's president"."""
    clause = context.clauses[index]
    if clause.verb is None or clause.subject is None or gathering_at(context, clause.subject.head) is None:
        return
    if is_negated(clause) or is_open(context, clause) or occasion.is_apart(clause):
        return
    for phrase in clause.phrases:
        if not is_word(context, phrase.head, "speech") or phrase.prep not in ("with", "after"):
            continue
        remote = any(is_word(context, i, "remote") for i in range(phrase.start, phrase.head))
        spoken = (*_by(phrase.dependents), *_by(p for p in clause.phrases if p.start >= phrase.end))
        for ref in acts([ref for part in spoken for ref in people_of(context, part)]):
            mode = Mode.REMOTE if remote else Mode.IN_PERSON
            run = (phrase.start, phrase.end)
            yield Presence(ref=ref, mode=mode, clause=index, rule="spoke at the meeting", words=run, sure=0.8)


def _by(phrases: Iterator[Phrase] | tuple[Phrase, ...]) -> Iterator[Phrase]:
    return (phrase for phrase in phrases if phrase.prep in ("by", "from"))


def saying_on_arrival(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read arriving and leaving, told beside what somebody says: "said as she arrived for the talks", "on leaving the summit"."""
    clause = context.clauses[index]
    if clause.verb is None or clause.verb.lemma not in words("coming-and-going") or is_negated(clause):
        return
    if (
        occasion.is_apart(clause)
        or clause.parent is None
        or clause.marker not in ("as", "on", "upon", "before", "after", "while", "when")
    ):
        return
    if not any(is_meeting(context, p) for p in clause.phrases):
        return
    refs = acts(subjects(context, index)) or acts(subjects(context, clause.parent))
    for ref in refs:
        if ref.person is not None or ref.authority is not None:
            yield Presence(
                ref=ref, mode=Mode.IN_PERSON, clause=index, rule="came or left", words=run_of(clause), sure=0.75
            )
