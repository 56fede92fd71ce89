"""On which days a meeting can have been: bounds from terms of office, from known facts and from publication days.

Every bound has its reason, the reports' words and, where there is one, the fact with its source. Only verified facts
are used. Uses `zusage.model` and the rows of `zusage.reconcile.known`.

Source: docs/methodology.md, "Plausible days".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from zusage.model.ledger import BoundedMeeting, Citation, MeetingBound, StatedDay, Story
from zusage.model.records import record
from zusage.model.statement import Attendance, Commitment, Meeting, Position
from zusage.model.values import Mode
from zusage.reconcile.claims import Claim, meetings_of
from zusage.reconcile.evidence import day_words
from zusage.reconcile.known import Fact, Known, Mention, Term
from zusage.reconcile.wording import LANGUAGES, actor_label, both, day_label, label, person_label

_DAY = len("2025-01-01")


@record(frozen=True, slots=True)
class Span:
    """Days from ``start`` to ``end``, both inclusive, None for open, with the row that gives them."""

    start: str | None
    end: str | None
    row: Term | Fact


@record(frozen=True, slots=True)
class Ground:
    """Why some of these spans has to hold the meeting's day, and the words that say so."""

    rule: str
    spans: tuple[Span, ...]
    citations: tuple[Citation, ...]


def bound_story(
    story: Story, claims: Sequence[Claim], known: Known, mentions: Iterable[Mention] = ()
) -> BoundedMeeting | None:
    """Work out the days on which the meeting of a story can have been; None for a story without a meeting.

    ``claims``: those of the story's reports that count. ``mentions``: words that put somebody at the meeting, beside
    the records of attendance. If the bounds contradict each other nothing is ruled out: ``first`` and ``last`` stay
    open.
    """
    mains = [
        (claim, meeting)
        for claim, meeting in meetings_of(claims)
        if claim.index == 0 and claim.report.id in story.at_meeting
    ]
    if not mains:
        return None
    inside = frozenset(story.reports)
    placed = sorted(
        {*(each for each in mentions if each.report in inside and each.meeting == 0), *_mentions_in(claims, known)},
        key=lambda each: (
            each.actor,
            each.person or "",
            each.office or "",
            each.report,
            each.quote.start,
            each.quote.end,
        ),
    )
    bounds = [*_bounds(_grounds(placed, known)), *_publication(mains, claims)]
    first = max((each.day for each in bounds if each.side == "first"), default=None)
    last = min((each.day for each in bounds if each.side == "last"), default=None)
    if first and last and first > last:
        first = last = None
    place = next((meeting.place for _, meeting in mains if meeting.place), None)
    return BoundedMeeting(
        story=story.id,
        place=place,
        meeting=mains[0][1],
        first=first,
        last=last,
        bounds=tuple(sorted(bounds, key=_tightest_first)),
        stated=_stated(mains, first, last),
    )


def has_grounds(claims: Sequence[Claim], known: Known, mentions: Iterable[Mention]) -> bool:
    """Say whether known facts bound the meeting that claims and mentions of one report are about."""
    return bool(_grounds([*mentions, *_mentions_in(claims, known)], known))


def violated(bounded: BoundedMeeting, day: str) -> tuple[MeetingBound, ...]:
    """The bounds that rule a day out; a month or a year is ruled out if all of its days are."""
    return tuple(
        bound
        for bound in bounded.bounds
        if (bound.side == "first" and bounded.first and day < bound.day[: len(day)])
        or (bound.side == "last" and bounded.last and day > bound.day[: len(day)])
    )


def _tightest_first(bound: MeetingBound) -> tuple[str, int, str, str]:
    number = int(bound.day.replace("-", ""))
    return bound.side, -number if bound.side == "first" else number, bound.rule, bound.fact or ""


def _stated(mains: Sequence[tuple[Claim, Meeting]], first: str | None, last: str | None) -> tuple[StatedDay, ...]:
    words: dict[str, list[Citation]] = defaultdict(list)
    for claim, meeting in mains:
        if meeting.date:
            words[meeting.date].append(Citation(claim.report.id, day_words(claim.report, meeting), claim.id))
    return tuple(
        StatedDay(
            day,
            tuple(citations),
            bool((first and day < first[: len(day)]) or (last and day > last[: len(day)])),
        )
        for day, citations in sorted(words.items())
    )


def _mentions_in(claims: Iterable[Claim], known: Known) -> list[Mention]:
    """Office-holders that attend, and bounded organisations that act, as the statements themselves have them."""
    found = []
    for claim in claims:
        statement = claim.statement
        if isinstance(statement, Attendance):
            if statement.meeting in {None, 0} and statement.mode is not Mode.ABSENT:
                found.append(Mention(claim.report.id, statement.actor, statement.quote, statement.person))
        elif isinstance(statement, Commitment | Position) and known.facts_of(statement.actor):
            found.append(Mention(claim.report.id, statement.actor, statement.quote))
    return found


def _grounds(mentions: Sequence[Mention], known: Known) -> list[Ground]:
    words: dict[tuple[str, str | None, str | None], list[Citation]] = defaultdict(list)
    for each in mentions:
        words[each.actor, each.person, each.office].append(Citation(each.report, each.quote))
    grounds = []
    for (actor, person, office), citations in words.items():
        if person is not None:
            terms = known.terms_of(person, actor, office)
            if terms:
                spans = tuple(Span(term.start, term.end, term) for term in terms)
                grounds.append(Ground("term", spans, tuple(dict.fromkeys(citations))))
        facts = known.facts_of(actor) if person is None else ()
        grounds += [
            Ground("existence", (Span(fact.start, fact.end, fact),), tuple(dict.fromkeys(citations))) for fact in facts
        ]
    return grounds


def _bounds(grounds: Sequence[Ground]) -> list[MeetingBound]:
    """Bounds by each ground; one with several spans (two terms of office) by those that the others leave possible."""
    single = [each for each in grounds if len(each.spans) == 1]
    first = max((each.spans[0].start or "" for each in single), default="")
    last = min((each.spans[0].end or "9999" for each in single), default="9999")
    bounds = []
    for ground in grounds:
        spans = [span for span in ground.spans if (span.end or "9999") >= first and (span.start or "") <= last]
        spans = spans or list(ground.spans)
        lower = min(spans, key=lambda span: span.start or "")
        upper = max(spans, key=lambda span: span.end or "9999")
        if lower.start:
            bounds.append(_bound("first", lower.start, ground, lower))
        if upper.end:
            bounds.append(_bound("last", upper.end, ground, upper))
    return bounds


def _bound(side: str, day: str, ground: Ground, span: Span) -> MeetingBound:
    row = span.row
    wording = row.wording or _row_words(row, side, day)
    return MeetingBound(side, day, ground.rule, wording, ground.citations, fact=wording["en"], source=row.source)


def _row_words(row: Term | Fact, side: str, day: str) -> Mapping[str, str]:
    de, en = ("ab dem", "from") if side == "first" else ("bis zum", "until")
    de, en = f"{de} {day_label(day, 'de')}", f"{en} {day_label(day, 'en')}"
    actor = {language: actor_label(row.actor, language) for language in LANGUAGES}
    if isinstance(row, Fact):
        return both(f"{actor['de']} bestand {de}", f"{actor['en']} existed {en}")
    name, office = person_label(row.person), {each: label("office", row.office, each) for each in LANGUAGES}
    return both(
        f"{name} war {de} im Amt ({office['de']}, {actor['de']})",
        f"{name} was in office {en} ({office['en']}, {actor['en']})",
    )


def _publication(mains: Sequence[tuple[Claim, Meeting]], claims: Sequence[Claim]) -> list[MeetingBound]:
    """A report that tells of the meeting as past bounds it by the day on which it came out.

    It does if it gives a day for it that is not after its own, or, where it gives none, has somebody say something
    there on such a day.
    """
    spoken = {
        claim.report.id
        for claim in claims
        if isinstance(claim.statement, Commitment | Position)
        and claim.statement.said_on
        and claim.statement.said_on <= (claim.report.published_on or "")
    }
    bounds = []
    for claim, meeting in mains:
        published = claim.report.published_on
        if published is None or len(published) != _DAY:
            continue
        if meeting.date <= published if meeting.date else claim.report.id in spoken:
            reason = both(
                f"ein Bericht vom {day_label(published, 'de')} erzählt von dem Treffen",
                f"a report published on {day_label(published, 'en')} tells of the meeting",
            )
            words = day_words(claim.report, meeting) or meeting.quote
            bounds.append(
                MeetingBound("last", published, "publication", reason, (Citation(claim.report.id, words, claim.id),))
            )
    return bounds
