"""Time expressions: each rule with words of its own; the report's day is Thursday, 8 January 2026."""

from __future__ import annotations

import time
from datetime import date
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zusage.language.dates import Bound, DateKind, DateMention, find_dates, find_text_day
from zusage.language.dates.finder import INNER, RULES
from zusage.language.dates.grammar import ALPHABET
from zusage.language.dates.holidays import easter
from zusage.language.dates.period import Grain, day, month, week_of

ANCHOR = date(2026, 1, 8)


def only(text: str, language: str, anchor: date | None = ANCHOR) -> DateMention:
    found = find_dates(text, language, anchor)
    assert len(found) == 1, [text[mention.start : mention.end] for mention in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "language", "words", "value"),
    [
        # named days
        ("Man traf sich am 4. September 2025 dort.", "de", "4. September 2025", "2025-09-04"),
        ("Man traf sich am 06.01.2026 dort.", "de", "06.01.2026", "2026-01-06"),
        ("Man traf sich am 9. Jänner dort.", "de", "9. Jänner", "2026-01-09"),
        ("Man traf sich am Samstag, 17. Januar, dort.", "de", "Samstag, 17. Januar", "2026-01-17"),
        ("Man traf sich am Donnerstag, dem 4. Dezember.", "de", "Donnerstag, dem 4. Dezember", "2025-12-04"),
        ("Man traf sich am 3.12. dort.", "de", "3.12.", "2025-12-03"),
        ("They met on Jan 6, 2026, there.", "en", "Jan 6, 2026", "2026-01-06"),
        ("They met on the 4th of September, 2025.", "en", "4th of September, 2025", "2025-09-04"),
        ("They met on Saturday, December 6, 2025.", "en", "Saturday, December 6, 2025", "2025-12-06"),
        ("They met on Friday 11 April last year.", "en", "Friday 11 April last year", "2025-04-11"),
        ("See 2026-01-06 there.", "en", "2026-01-06", "2026-01-06"),
        ("They meet on 31/12/2026 there.", "en", "31/12/2026", "2026-12-31"),
        # months, quarters, seasons, years
        ("Im Juni 2024 begann es.", "de", "Juni 2024", "2024-06"),
        ("Im Dezember kamen zwei Systeme.", "de", "Dezember", "2025-12"),
        ("Seit dem Juni des vergangenen Jahres gilt es.", "de", "dem Juni des vergangenen Jahres", "2025-06"),
        ("Es gilt bis Ende Februar kommenden Jahres.", "de", "Ende Februar kommenden Jahres", "2027-02"),
        ("Im ersten Quartal 2026 kommt es.", "de", "ersten Quartal 2026", "2026-Q1"),
        ("Im Herbst 2024 kam es.", "de", "Herbst 2024", "2024-FA"),
        ("Der Haushalt 2027 steht.", "de", "2027", "2027"),
        ("Im Jahre 1648 war Schluss.", "de", "Jahre 1648", "1648"),
        ("Last November it began.", "en", "Last November", "2025-11"),
        ("It began in the summer of 2024.", "en", "summer of 2024", "2024-SU"),
        ("In Q3 2025 it fell.", "en", "Q3 2025", "2025-Q3"),
        ("In the second half of this year it rises.", "en", "the second half of this year", "2026-H2"),
        # decades and more
        ("In den neunziger Jahren war es so.", "de", "den neunziger Jahren", "199"),
        ("In den 80er Jahren war es so.", "de", "den 80er Jahren", "198"),
        ("Aus dem 20. Jahrhundert stammt es.", "de", "dem 20. Jahrhundert", "19"),
        ("In the 1980s it was so.", "en", "the 1980s", "198"),
        # weekdays
        ("Er sagte es am Dienstag.", "de", "Dienstag", "2026-01-06"),
        ("Er sagte es am vergangenen Donnerstag.", "de", "vergangenen Donnerstag", "2026-01-01"),
        ("Er kommt nächsten Montag.", "de", "nächsten Montag", "2026-01-12"),
        ("Er kam Dienstag vergangener Woche.", "de", "Dienstag vergangener Woche", "2025-12-30"),
        ("She said so Thursday.", "en", "Thursday", "2026-01-08"),
        ("On Tuesday officers will meet there.", "en", "Tuesday", "2026-01-13"),
        # days, weeks, months from here
        ("Gestern beschloss es der Rat.", "de", "Gestern", "2026-01-07"),
        ("Das beschloss der Rat heute.", "de", "heute", "2026-01-08"),
        ("Noch heute leiden dort viele.", "de", "heute", "PRESENT_REF"),
        ("Vergangene Woche war es so.", "de", "Vergangene Woche", "2026-W01"),
        ("Mitte nächster Woche kommt es.", "de", "Mitte nächster Woche", "2026-W03"),
        ("Am Wochenende war es kalt.", "de", "Wochenende", "2026-W01-WE"),
        ("Im Vorjahr war es kalt.", "de", "Vorjahr", "2025"),
        ("It came last month.", "en", "last month", "2025-12"),
        ("It came two weeks ago.", "en", "two weeks ago", "2025-W52"),
        ("It comes early next year.", "en", "early next year", "2027"),
        ("It may come mid-2026 at best.", "en", "mid-2026", "2026"),
        # holidays
        ("Zu Ostern 2025 ruhte alles.", "de", "Ostern 2025", "2025-04-20"),
        ("An Heiligabend ruhte alles.", "de", "Heiligabend", "2025-12-24"),
        ("By Christmas it was over.", "en", "Christmas", "2026-12-25"),
        # vague
        ("Damals war es anders.", "de", "Damals", "PAST_REF"),
        ("In Zukunft wird es anders.", "de", "Zukunft", "FUTURE_REF"),
        ("It is so at the moment.", "en", "at the moment", "PRESENT_REF"),
    ],
)
def test_date(text: str, language: str, words: str, value: str) -> None:
    mention = only(text, language)
    assert (text[mention.start : mention.end], mention.value) == (words, value)
    assert mention.kind is DateKind.DATE


@pytest.mark.parametrize(
    ("text", "language", "kind", "value"),
    [
        ("Er kam am Dienstagabend an.", "de", DateKind.TIME, "2026-01-06TEV"),
        ("It passed Wednesday night.", "en", DateKind.TIME, "2026-01-07TNI"),
        ("Um 14.30 Uhr ging es los.", "de", DateKind.TIME, "2026-01-08T14:30"),
        ("It began at 9 p.m. sharp.", "en", DateKind.TIME, "2026-01-08T21:00"),
        ("Es dauerte gut fünf Jahre.", "de", DateKind.DURATION, "P5Y"),
        ("Es dauerte eine halbe Stunde.", "de", DateKind.DURATION, "PT0.5H"),
        ("In den vergangenen Jahren ging es gut.", "de", DateKind.DURATION, "PXY"),
        ("It lasts over the next two years.", "en", DateKind.DURATION, "P2Y"),
        ("Jedes Jahr kommt es wieder.", "de", DateKind.SET, "P1Y"),
        ("Es kommt montags wieder.", "de", DateKind.SET, "XXXX-WXX-1"),
        ("It comes every two weeks.", "en", DateKind.SET, "P2W"),
    ],
)
def test_other_kinds(text: str, language: str, kind: DateKind, value: str) -> None:
    mention = only(text, language)
    assert (mention.kind, mention.value) == (kind, value)


@pytest.mark.parametrize(
    ("text", "language", "first", "last"),
    [
        ("Bis Ende März reicht es.", "de", date(2026, 3, 22), date(2026, 3, 31)),
        ("Anfang 2026 reicht es.", "de", date(2026, 1, 1), date(2026, 4, 30)),
        ("Das gilt noch bis Jahresende.", "de", date(2026, 9, 1), date(2026, 12, 31)),
        ("It goes on until the end of the year.", "en", date(2026, 9, 1), date(2026, 12, 31)),
        ("Vor drei Tagen kam es.", "de", date(2026, 1, 5), date(2026, 1, 5)),
        ("Vor einem Jahr kam es.", "de", date(2025, 1, 1), date(2025, 12, 31)),
        ("Over the next two years it pays.", "en", date(2026, 1, 8), date(2028, 1, 8)),
        ("In diesem Monat kommt es.", "de", date(2026, 1, 1), date(2026, 1, 31)),
        ("Im Wirtschaftsjahr 2024/25 fiel es.", "de", date(2024, 1, 1), date(2025, 12, 31)),
    ],
)
def test_days_are_inclusive(text: str, language: str, first: date, last: date) -> None:
    mention = only(text, language)
    assert (mention.first, mention.last) == (first, last)
    assert mention.day == (first if first == last else None)


@pytest.mark.parametrize(
    ("text", "language", "bound"),
    [
        ("Es gilt bis 2027.", "de", Bound.UNTIL),
        ("It must arrive by April.", "en", Bound.BY),
        ("Ab März gilt es.", "de", Bound.FROM),
        ("It has applied since 2022.", "en", Bound.FROM),
        ("Nicht vor 2035 gilt es.", "de", Bound.BEFORE),
        ("Im März gilt es.", "de", None),
    ],
)
def test_bound(text: str, language: str, bound: Bound | None) -> None:
    assert only(text, language).bound is bound


@pytest.mark.parametrize(
    ("text", "language", "values"),
    [
        ("Vom 3. bis 5. Mai 2025 tagte man.", "de", ["2025-05-03", "2025-05-05"]),
        ("They met on 4 and 5 September.", "en", ["2025-09-04", "2025-09-05"]),
        ("They met on September 4-5, 2025.", "en", ["2025-09-04", "2025-09-05"]),
        ("Von Januar bis Juli 2017 fiel es.", "de", ["2017-01", "2017-07"]),
        ("Am Dienstag (30. Dezember) kam er.", "de", ["2025-12-30", "2025-12-30"]),
        ("Am Morgen des 28. November kam er.", "de", ["2025-11-28TMO", "2025-11-28"]),
        ("Am 6. Mai 2024 kam er, am Tag danach ging er.", "de", ["2024-05-06", "2024-05-07"]),
        ("He came on 6 May 2024 and left the following day.", "en", ["2024-05-06", "2024-05-07"]),
        ("Im Jahr 2012 kam er, im vorangegangenen Jahr nicht.", "de", ["2012", "2011"]),
        ("Im März 1992 kam er; am 5. März ging er.", "de", ["1992-03", "1992-03-05"]),
        ("Am 6. Mai 2024 kam er; zwei Jahre später ging er.", "de", ["2024-05-06", "P2Y"]),
    ],
)
def test_neighbours(text: str, language: str, values: list[str]) -> None:
    assert [mention.value for mention in find_dates(text, language, ANCHOR)] == values


def test_looking_either_way() -> None:
    mention = only("Am Dienstag in Kiel", "de")
    assert mention.day == date(2026, 1, 6)
    assert mention.looking("future").day == date(2026, 1, 13)
    assert mention.looking("past") == mention
    assert find_dates("Am Dienstag in Kiel", "de", ANCHOR, prefer="future")[0].value == "2026-01-13"
    fixed = only("Am 4. September 2025 in Kiel", "de")
    assert fixed.looking("future") is fixed


def test_without_a_day_relative_words_stay_open() -> None:
    assert only("Er kam am Mittwoch.", "de", None).value == "XXXX-WXX-3"
    assert only("Er kam am 4. September.", "de", None).value == "XXXX-09-04"
    assert only("Er kam im September.", "de", None).first is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("2000 Soldaten und 1998 Euro, Artikel 1949", "de"),
        ("von 1450 bis 1850 Mark", "de"),
        ("Er kam früher als gedacht.", "de"),
        ("Das blieb zur Zeit der Besatzung so.", "de"),
        ("Prices continued to fall; it may end the day.", "en"),
        ("They may march.", "en"),
    ],
)
def test_no_date(text: str, language: str) -> None:
    assert [text[m.start : m.end] for m in find_dates(text, language, ANCHOR) if m.kind is DateKind.DATE] == []


@pytest.mark.parametrize(
    ("text", "language", "day_of"),
    [
        ("Paris, 4. September 2025 (dpa) - Man einigte sich.", "de", "2025-09-04"),
        ("06.01.2026, 21:34 Uhr\n\nMan einigte sich.", "de", "2026-01-06"),
        ("Wien/Rom (APA) – 9. Jänner 2026. Man einigte sich.", "de", "2026-01-09"),
        ("PARIS, Sept 4, 2025 (Reuters) - They agreed.", "en", "2025-09-04"),
        ("Saturday, December 6, 2025\nThe Courier\n\nThey agreed.", "en", "2025-12-06"),
        ("Published: 8 December 2025 | Reading time: 3 minutes", "en", "2025-12-08"),
        ("Man einigte sich in Paris am 4. September 2025 auf einen Plan.", "de", None),
        ("They agreed.", "en", None),
    ],
)
def test_text_day(text: str, language: str, day_of: str | None) -> None:
    found = find_text_day(text, language)
    assert (found.value if found else None) == day_of


def test_calendar() -> None:
    assert [easter(year) for year in (1995, 2000, 2025, 2026)] == [
        date(1995, 4, 16),
        date(2000, 4, 23),
        date(2025, 4, 20),
        date(2026, 4, 5),
    ]
    december = month(2025, 12)
    assert december is not None
    assert (shifted := december.shift(2)) is not None
    assert shifted.value == "2026-02"
    assert week_of(date.max) is None or week_of(date.max)
    assert day(date.max).shift(1) is None
    week = week_of(date(2026, 1, 1))
    assert week is not None
    assert (week.value, week.grain) == ("2026-W01", Grain.WEEK)


PIECES = [
    "am", "3.", "bis", "Mai", "2025", "Montag", "Ende", "des", "Jahres", "vor", "zwei",
    "Tagen", "letzten", "the", "day", "before", "May", "5", ",", "last", "week", "(",
    "heute", "9999", "0001", "Jahrtausend", "Ostern", "Q1", "\n\n", "31/12/99",
]  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(
    st.one_of(st.text(max_size=80), st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join)),
    st.one_of(st.none(), st.dates()),
    st.sampled_from([None, "past", "future"]),
)
def test_any_text(text: str, anchor: date | None, prefer: str | None) -> None:
    for language in ("de", "en"):
        end = 0
        for mention in find_dates(text, language, anchor, prefer=prefer):
            assert end <= mention.start < mention.end <= len(text)
            assert mention.value
            end = mention.end
            if mention.period is not None:
                assert mention.period.first <= mention.period.last


@given(st.dates(min_value=date(1000, 1, 1), max_value=date(2199, 12, 31)))
def test_any_day_round_trips(when: date) -> None:
    for text in (when.isoformat(), f"{when.day}.{when.month}.{when.year}"):
        assert only(text, "de", None).day == when


@pytest.mark.parametrize("piece", ["7", "1.1.", "am ", "3. bis ", "the day before ", "Mai ", "letzten Jahr ", "\n "])
def test_linear(piece: str) -> None:
    text = piece * (40_000 // len(piece))
    start = time.perf_counter()
    find_dates(text, "de", ANCHOR)
    find_dates(text, "en", ANCHOR)
    assert time.perf_counter() - start < 20


@pytest.mark.parametrize("first", sorted(ALPHABET.letters))
def test_rules_begin_with_all_classes_but_inner_ones(first: str) -> None:
    letters = ALPHABET.letters
    shapes = (letters[first] + "".join(rest) for size in range(3) for rest in product(letters.values(), repeat=size))
    assert any(rule.pattern.match(shape) for shape in shapes for rule in RULES) is (first not in INNER)
