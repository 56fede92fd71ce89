"""Looking for words in a ledger: actors and persons by their names, quotes and reports by the words in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from zusage.dossier import Dossier
from zusage.language.question import Question, find_marks, parse_question
from zusage.language.terms import find_terms
from zusage.ledger.queries import actors_of_statements, statements_of_actors
from zusage.ledger.word_index import Sort, rebuild_index
from zusage.model.ledger import Status
from zusage.model.report import Report
from zusage.publish.disclosure import Audience, Disclosure
from zusage.publish.reports.snippets import Piece, cut_snippet, mark_all
from zusage.reconcile.wording import LANGUAGES, actor_label
from zusage.workflow.lookups import Listed, Lookups, Page, ReportLine, StatementInReport
from zusage.workflow.workspace import Workspace

_FIRST = Page(20)
_MOST_ACTORS = 12


@dataclass(frozen=True, slots=True)
class ReportHit:
    """A report with the words that were looked for in its title, and in some words of its text."""

    line: ReportLine
    title: tuple[Piece, ...]
    snippet: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class QuoteHit:
    """A statement whose quote has the words that were looked for."""

    report: ReportLine
    statement: StatementInReport
    quote: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class ActorHit:
    """An actor of that name, or for whom a person of that name (``person``, a slug) speaks; how many statements there are."""

    actor: str
    name: str
    person: str | None
    statements: int


@dataclass(frozen=True, slots=True)
class SearchFound:
    """What was found, best first.

    ``quotes_in_part``, ``reports_in_part``: the words are in very many, and these are the best of those added last.
    """

    words: str
    actors: tuple[ActorHit, ...] = ()
    quotes: Listed[QuoteHit] = field(default_factory=lambda: Listed((), 0))
    reports: Listed[ReportHit] = field(default_factory=lambda: Listed((), 0))
    quotes_in_part: bool = False
    reports_in_part: bool = False

    @property
    def total(self) -> int:
        """How much was found of everything."""
        return len(self.actors) + self.quotes.total + self.reports.total


def search(
    lookups: Lookups,
    words: str,
    *,
    disclosure: Disclosure,
    quotes: Page = _FIRST,
    reports: Page = _FIRST,
) -> SearchFound:
    """Look for words; `zusage.language.question` says how they are understood. A page of size 0 is not looked for.

    Raises:
        InputError: they name nothing to look for, or too much.
    """
    question = parse_question(words)
    actors = _find_actors(lookups.workspace, question)
    said, are_part = _find_quotes(lookups, question, disclosure, quotes)
    found, is_part = _find_reports(lookups, question, reports)
    return SearchFound(words, actors, said, found, are_part, is_part)


def remake_index(workspace: Workspace) -> int:
    """Make the index of words anew; return how many reports and quotes it has."""
    with workspace.ledger.writing() as connection:
        return rebuild_index(connection)


def _find_reports(lookups: Lookups, question: Question, page: Page) -> tuple[Listed[ReportHit], bool]:
    if page.size == 0:
        return Listed((), 0), False
    found = lookups.words(question, Sort.REPORT, page=page)
    read = lookups.texts([name for name, _ in found.hits])
    hits = tuple(_report_hit(*read[name], question) for name, _ in found.hits if name in read)
    return Listed(hits, found.total - (len(found.hits) - len(hits))), found.is_part


def _report_hit(line: ReportLine, report: Report, question: Question) -> ReportHit:
    title = mark_all(report.title, find_marks(report.title, report.language, question))
    return ReportHit(line, title, cut_snippet(report.text, find_marks(report.text, report.language, question)))


def _find_quotes(
    lookups: Lookups, question: Question, disclosure: Disclosure, page: Page
) -> tuple[Listed[QuoteHit], bool]:
    if page.size == 0:
        return Listed((), 0), False
    found = lookups.words(question, Sort.QUOTE, page=page, accepted=disclosure.audience is Audience.PUBLIC)
    said = lookups.quoted(found.hits)
    hits = tuple(
        _quote_hit(*said[name], question)
        for name, _ in found.hits
        if name in said and said[name][1].status is not Status.REJECTED and disclosure.shows(said[name][1].status)
    )
    return Listed(hits, found.total - (len(found.hits) - len(hits))), found.is_part


def _quote_hit(line: ReportLine, said: StatementInReport, question: Question) -> QuoteHit:
    exact = said.statement.quote.exact if said.statement.quote else ""
    return QuoteHit(line, said, mark_all(exact, find_marks(exact, line.language, question)))


def _find_actors(workspace: Workspace, question: Question) -> tuple[ActorHit, ...]:
    """Return the actors that have statements and a name with all the words, those with most statements first."""
    with workspace.ledger.reading() as connection:
        known = actors_of_statements(connection)
        named: dict[str, tuple[str, str | None]] = {}
        for actor, person, name in _names(workspace.dossier, known):
            if actor in known and actor not in named and _is_named(name, question):
                named[actor] = (name, person)
        counts = statements_of_actors(connection, named) if named else {}
    hits = (ActorHit(actor, *named[actor], statements) for actor, statements in counts.items())
    return tuple(sorted(hits, key=lambda hit: (-hit.statements, hit.actor))[:_MOST_ACTORS])


def _names(dossier: Dossier, actors: Iterable[str]) -> Iterator[tuple[str, str | None, str]]:
    """Yield actors by each of their names, then by the names of the persons who speak for them."""
    for actor in actors:
        yield from ((actor, None, actor_label(actor, language)) for language in LANGUAGES)
    for known in dossier.actors:
        yield from ((known.id, None, name) for language in LANGUAGES for name in known.names.in_language(language))
    for person in dossier.people:
        names = dict.fromkeys(name for language in LANGUAGES for name in person.names.in_language(language))
        for actor in dict.fromkeys(term.actor for term in person.terms):
            yield from ((actor, person.id, name) for name in names)


def _is_named(name: str, question: Question) -> bool:
    """Say whether a name has all the words that are wanted and none that are not."""
    terms = _terms_of(name)
    wanted = all(not terms.isdisjoint(word) for row in question.wanted for word in row)
    return wanted and all(terms.isdisjoint(word) for row in question.unwanted for word in row)


@lru_cache(8192)
def _terms_of(name: str) -> frozenset[str]:
    return frozenset(
        each for language in LANGUAGES for term in find_terms(name, language) for each in (term.word, *term.more)
    )
