"""Meetings: each rule with a sentence of its own."""

from __future__ import annotations

from functools import cache

import pytest

from zusage.dossier import load_shipped
from zusage.model.report import Report
from zusage.model.statement import Meeting
from zusage.model.values import MeetingKind
from zusage.reading.meetings import find_meetings
from zusage.reading.places import city_named, city_of_adjective, state_of
from zusage.reading.report import prepare

PUBLISHED = "2025-11-14"  # a Friday


@cache
def meetings(text: str, language: str, title: str = "") -> tuple[Meeting, ...]:
    """Read the meetings of a text that was published on a Friday."""
    report = Report(text=text, language=language, title=title, published_on=PUBLISHED)
    return find_meetings(prepare(report, load_shipped("ukraine-guarantees")), rules_only=True)


def main(text: str, language: str, title: str = "") -> tuple[str | None, str | None]:
    """Day and place of the main meeting."""
    found = meetings(text, language, title)
    return (found[0].date, found[0].place) if found else (None, None)


GERMAN = [
    ("Beim Gipfel im August war man weiter. Die Minister berieten am Mittwoch in Riga.", "2025-11-12", "Riga"),
    ("Beschlossen wird das erst auf dem Gipfel im Juli in Rabat. Die Minister tagten am Mittwoch in Riga.", "2025-11-12", "Riga"),
    ("Bern. Zwei Tage lang wurde gerungen, am Mittwoch endete der Gipfel.", "2025-11-11", "Bern"),
    ("Die Minister trafen sich am Mittwoch in der belgischen Hauptstadt. Kanada fehlte.", "2025-11-12", "Brussels"),
    ("In Riga feilschten die Minister am Mittwoch um Geld.", "2025-11-12", "Riga"),
    ("Seit Mittwoch verhandeln die Unterhändler in Riga drei Tage lang.", "2025-11-12", "Riga"),
    ("Im Schweizer Kurort Davos trafen sich am Mittwoch Finanzminister.", "2025-11-12", "Davos"),
    ("Israels Premier traf am Mittwoch den georgischen Präsidenten im Schwarzmeerbadeort Batumi.", "2025-11-12", "Batumi"),
    ("Die Unterhändler trafen sich am Mittwoch im Wiener Außenministerium.", "2025-11-12", "Vienna"),
    ("Vor einem Gipfel in Bern in der kommenden Woche trafen sich die Minister am Mittwoch in Riga.", "2025-11-12", "Riga"),
    ("Bei der Zeremonie am Mittwoch in Riga unterzeichnete Peru das Abkommen.", "2025-11-12", "Riga"),
    ("Am Tisch in Riga saßen am Mittwoch Peru und Chile.", "2025-11-12", "Riga"),
    ("Perus Minister war am Mittwoch in Riga, um seine lettische Kollegin zu treffen.", "2025-11-12", "Riga"),
    ("Die dreitägige Konferenz in Riga, die am Freitag zu Ende geht, bringt wenig.", "2025-11-12", "Riga"),
    ("Genf: In der Schweiz begannen am Mittwoch Gespräche über eine Waffenruhe.", "2025-11-12", "Geneva"),
    ("Der Gipfel in Bern am Dienstag endete. Mehr soll es beim nächsten Gipfel am 8. Dezember geben.", "2025-11-11", "Bern"),
    ("Der Gipfel in Oslo am Dienstag brachte keine Einigung.", "2025-11-11", "Oslo"),
    ("Nach dem Genfer Treffen vom Mittwoch schwiegen die Delegationen.", "2025-11-12", "Geneva"),
    ("Drei Tage nach der Konferenz in Bern ist die Liste noch kurz.", "2025-11-11", "Bern"),
    ("Die Außenminister tagten am Montag in der dänischen Hauptstadt.", "2025-11-10", "Copenhagen"),
    ("Die Verteidigungsminister brachten das Paket am Montag in Tallinn auf den Weg.", "2025-11-10", "Tallinn"),
    ("Die Minister berieten am Mittwoch im spanischen Granada über Hilfen.", "2025-11-12", "Granada"),
    ("Die beiden Länder unterzeichneten am Dienstag in Lugano ein Abkommen.", "2025-11-11", "Lugano"),
    ("Der Antrag nennt die Wiener Erklärung vom 3. November überholt.", "2025-11-03", "Vienna"),
    ("Eine Geberkonferenz findet am 18. und 19. November in Amman statt.", "2025-11-18", "Amman"),
    ("Riga, 14. November 2025 (xyz) - Nach dem Treffen der Minister blieb vieles offen. Man prüfe das, hieß es am Donnerstag.",
     "2025-11-13", "Riga"),
    ("Auf der Konferenz gab es Zusagen. Am Dienstag in Lissabon war das neu. Die Konferenz in Lissabon war kurz.",
     "2025-11-11", "Lisbon"),
]  # fmt: skip

ENGLISH = [
    ("Much of what was pledged at Tuesday's donor conference in Riga will never come.", "2025-11-11", "Riga"),
    ("Thursday's conference in Riga is meant to prepare a summit.", "2025-11-13", "Riga"),
    ("G7 finance ministers agreed on Thursday to cancel debts. The deal, struck in Riga, is new.", "2025-11-13", "Riga"),
    ("RIGA - Lenders paid on Thursday.\n\nOthers pay. A few do. Some do not. None has. Talks in Bern loom.", "2025-11-13", "Riga"),
    ("Ahead of a summit in Bern next week, ministers came together in Riga on Wednesday.", "2025-11-12", "Riga"),
    ("Donors have paid half since the summit in Lisbon. Ministers met in Riga on Tuesday.", "2025-11-11", "Riga"),
    ("Half a year after the Geneva conference little is paid. Ministers haggled in Riga on Tuesday.", "2025-11-11", "Riga"),
    ("The agency raised $80m at a meeting in Rome. Peru sent an adviser to Tuesday's talks.", "2025-11-11", "Rome"),
    ("Meeting in Sejong, South Korea, on Tuesday, the nine members voted by consensus.", "2025-11-11", "Sejong"),
    ("On Tuesday a pledging event in Rabat brought nine offers.", "2025-11-11", "Rabat"),
    ("A meeting in Uddevalla on Tuesday brought nine offers.", "2025-11-11", "Uddevalla"),
    ("The ministers met on Tuesday in the lakeside town of Ambarita.", "2025-11-11", "Ambarita"),
    ("Oslo hosted a summit on Tuesday to discuss the war in Gaza.", "2025-11-11", "Oslo"),
    ("A mini-summit on migration is due to be held in Oslo on Sunday.", "2025-11-16", "Oslo"),
    ("The summit in Oslo on Tuesday ended without a deal.", "2025-11-11", "Oslo"),
    ("Two days after the Geneva talks, the delegations are silent.", "2025-11-12", "Geneva"),
    ("At a summit that began in Riga on Thursday, leaders argued over money.", "2025-11-13", "Riga"),
    ("In a gathering held in Nairobi on November 10, many nations came together.", "2025-11-10", "Nairobi"),
    ("Foreign ministers met on Monday in the Danish capital.", "2025-11-10", "Copenhagen"),
    ("Troops would leave under the plan agreed in Lisbon the day before.", "2025-11-13", "Lisbon"),
    ("On November 11 in Lugano Chile and Peru signed a declaration.", "2025-11-11", "Lugano"),
    ("A review of the scheme was held in Vienna on November 3.", "2025-11-03", "Vienna"),
    ("AMMAN, Nov 14, 2025 (XYZ) - Donors pledged money at a conference, officials said on Thursday.", "2025-11-13", "Amman"),
    ("The forces agreed on dates at the White House meeting on Wednesday.", "2025-11-12", "Washington"),
    ("Officers from ten countries will meet in Doha next Tuesday.", "2025-11-18", "Doha"),
]  # fmt: skip


LAST_DAYS = [
    ("Das teilte der Minister am Mittwoch nach einer dreitägigen Konferenz in Bern mit.", "de", "2025-11-10"),
    ("Zum Abschluss des zweitägigen Treffens in Bern am Mittwoch gab es Streit.", "de", "2025-11-11"),
    ("Drei Tage lang wurde in Rom gestritten, am Donnerstagabend ging der Gipfel zu Ende.", "de", "2025-11-11"),
    ("Peru ended a two-day investment conference in Lima on Tuesday.", "en", "2025-11-10"),
    ("At the close of the three-day forum in Geneva on Thursday, money was short.", "en", "2025-11-11"),
    ("A three-day forum that opened in Geneva on Tuesday raises money.", "en", "2025-11-11"),
    ("The forum in Geneva went into its third day on Wednesday.", "en", "2025-11-10"),
    ("Ministers met in Geneva on Wednesday as the fighting went into its third day.", "en", "2025-11-12"),
    ("Ministers met in Geneva on Wednesday, on the third day of the strike.", "en", "2025-11-12"),
    ("Am zweiten und letzten Tag des Gipfels in Bern gab es am Donnerstag Streit.", "de", "2025-11-12"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "language", "day"), LAST_DAYS)
def test_several_days(text: str, language: str, day: str) -> None:
    """A meeting that is dated by its end began days before; not one whose beginning the words tell."""
    assert meetings(text, language)[0].date == day


NOT_NAMED = [
    ("OSLO, Nov 14, 2025 (XYZ) - Lenders pledged four billion on Monday.", "en", "", ("2025-11-10", "Oslo")),
    ("Diese Zusagen machten Geber aus 60 Delegationen am Montag in Lima.", "de", "", ("2025-11-10", "Lima")),
    ("Zwei Milliarden hat die Welt am Montag in Kathmandu für die Opfer versprochen.", "de", "", ("2025-11-10", "Kathmandu")),
    ("The fund was announced in Copenhagen on Tuesday by Chile and Peru.", "en", "", ("2025-11-11", "Copenhagen")),
    ("The Security Council voted on Tuesday to create a force.", "en", "", ("2025-11-11", None)),
    ("NEW YORK, Nov 14, 2025 (XYZ) - The Security Council gave Chad its force on Tuesday.", "en", "", ("2025-11-11", "New York")),
    ("LIMA, Nov 14, 2025 (XYZ) - Chile and Peru signed a memorandum on Thursday.", "en", "", ("2025-11-13", "Lima")),
    ("Late on Tuesday the sum in Riga stood at two billion.", "en", "Riga summit raises two billion", ("2025-11-11", "Riga")),
    ("Norway pledged 20 million in Oslo on Tuesday.", "en", "", (None, None)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "language", "title", "found"), NOT_NAMED)
def test_meeting_that_is_not_named(text: str, language: str, title: str, found: tuple[str, str]) -> None:
    """What many did on a day, what was promised or signed abroad, and the title tell of a meeting; a promise at home does not."""
    assert main(text, language, title) == found


def test_city_of_a_government() -> None:
    """The city in a government's name is not where the meeting is."""
    text = "Es gab eine Konferenz, zu der die Regierung in Lima am Montag nach Genf eingeladen hatte."
    assert main(text, "de") == ("2025-11-10", "Geneva")


FROM_AFAR = [
    ("LIMA, Nov 14, 2025 (XYZ) - A virtual donor conference on Monday raised two billion.", "en", ("2025-11-10", None)),
    ("LIMA, Nov 14, 2025 (XYZ) - A summit on debt, held by video on Monday, raised two billion.", "en", ("2025-11-10", None)),
    ("Lima, 14. Nov. 2025 (XYZ) - Eine per Video abgehaltene Konferenz brachte am Montag viel Geld.", "de", ("2025-11-10", None)),
    ("A virtual conference run from Lima on Monday raised two billion.", "en", ("2025-11-10", "Lima")),
    (
        "Lima, 14. Nov. 2025 (XYZ) - Eine Geberkonferenz brachte am Montag viel Geld. Zu der Videoschalte hatte Peru geladen.",
        "de",
        ("2025-11-10", None),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "language", "found"), FROM_AFAR)
def test_meeting_that_nobody_travels_to(text: str, language: str, found: tuple[str, str | None]) -> None:
    """A meeting from afar has no place but the one that its own words name."""
    assert main(text, language) == found


def test_city_right_behind_the_noun() -> None:
    """What is told of a meeting names other cities, too."""
    text = "They spoke at a conference in Lima on Monday that was overshadowed by an attack in Quito."
    assert main(text, "en") == ("2025-11-10", "Lima")


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        (
            "Kuching, 14. November 2025 (dpa) - Die Außenminister trafen sich am Montag.",
            "de",
            ("2025-11-10", "Kuching"),
        ),
        ("KUWAIT, Nov 14, 2025 (AP) - Ministers met on Monday.", "en", ("2025-11-10", "Kuwait City")),
        ("ÁRBORG, Nov 14 (Reuters) - Ministers met on Monday.", "en", ("2025-11-10", "Árborg")),
        (
            "Lima, 14. Nov. 2025 (XYZ) - Die Weltgemeinschaft hat am Montag viel Geld zugesagt.",
            "de",
            ("2025-11-10", "Lima"),
        ),
        (
            "Donors have pledged 2 million euros to help Chad at a conference in Lima on Monday.",
            "en",
            ("2025-11-10", "Lima"),
        ),
        ("Peru used the ministerial council in Vienna on Monday to complain.", "en", ("2025-11-10", "Vienna")),
    ],
)
def test_where_it_was(text: str, language: str, found: tuple[str, str]) -> None:
    """Datelines of towns that nobody knows and of states, all as one, where help was promised."""
    assert main(text, language) == found


def test_what_was_pledged_at_a_conference_just_held() -> None:
    """What is to come of it does not put it ahead: the report is of Friday."""
    text = "The question is how much of the sum pledged at Thursday's conference in Lima will ever be paid."
    assert main(text, "en") == ("2025-11-13", "Lima")


def test_opening_tells_of_the_main_meeting() -> None:
    """What many did on a day as the report opens comes before talks elsewhere, of another day."""
    text = "LIMA, Nov 14, 2025 (XYZ) - Donors promised a billion on Thursday. Peace talks in Quito had been broken off on Tuesday."
    assert main(text, "en") == ("2025-11-13", "Lima")


@pytest.mark.parametrize(("text", "day", "place"), GERMAN)
def test_german_day_and_place(text: str, day: str, place: str) -> None:
    """Each way of naming a meeting's day and city in German."""
    assert main(text, "de") == (day, place)


@pytest.mark.parametrize(("text", "day", "place"), ENGLISH)
def test_english_day_and_place(text: str, day: str, place: str) -> None:
    """Each way of naming a meeting's day and city in English."""
    assert main(text, "en") == (day, place)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Das Parlament in Oslo debattierte am Dienstag in seiner Sitzung über den Haushalt.", "de"),
        ("Der Bundestag hat am Mittwoch in Berlin über das Mandat beraten.", "de"),
        ("Beim nächsten Treffen könnte das anders sein.", "de"),
        ("Zu einem Treffen sei man bereit, falls es Garantien gebe.", "de"),
        ("The House sat on Tuesday; a session of parliament in Oslo decides.", "en"),
        ("The minister told a news conference in Riga on Monday that the call for help was heard.", "en"),
    ],
)
def test_no_meeting(text: str, language: str) -> None:
    """Sittings of parliaments, meetings only thought of and press conferences are none."""
    assert meetings(text, language) == ()


def test_main_meeting_is_the_one_that_the_report_is_about() -> None:
    """One mentioned in passing, in the pluperfect, comes second."""
    text = (
        "In Bergen haben die Minister am Donnerstag getagt. Das Treffen in Bergen dauerte lange. "
        "Schon beim Gipfel in Porto am 2. November hatten sie gestritten."
    )
    found = meetings(text, "de")
    assert [(m.date, m.place) for m in found] == [("2025-11-13", "Bergen"), ("2025-11-02", "Porto")]


def test_title_chooses_between_meetings() -> None:
    """The meeting whose city the title names is the main one."""
    text = "The talks in Porto on Monday went well. The talks in Bergen on Tuesday did not."
    assert main(text, "en", "What went wrong in Bergen") == ("2025-11-11", "Bergen")


@pytest.mark.parametrize(
    ("text", "language", "kind"),
    [
        ("Das Treffen der Verteidigungsminister in Riga war am Montag.", "de", MeetingKind.MINISTERIAL),
        ("Die Geberkonferenz in Riga war am Montag.", "de", MeetingKind.DONORS),
        ("Officers from ten countries met in Riga on Monday.", "en", MeetingKind.MILITARY),
        ("The leaders' video conference was on Monday.", "en", MeetingKind.CALL),
    ],
)
def test_kind(text: str, language: str, kind: MeetingKind) -> None:
    """The noun and those who come tell the kind."""
    assert meetings(text, language)[0].kind_of is kind


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Am Gipfel in Riga am Montag nahmen 32 Staaten teil.", "de"),
        ("Leaders of 32 countries attended the summit in Riga on Monday.", "en"),
    ],
)
def test_countries_and_trace(text: str, language: str) -> None:
    """The number of countries that come, and the exact words of each value."""
    meeting = meetings(text, language)[0]
    steps = {step.field: step.quote.exact for step in meeting.trace if step.quote is not None}
    assert meeting.countries == 32
    assert {"meeting", "date", "place", "countries"} <= set(steps)
    assert "32" in steps["countries"]
    assert "Riga" in steps["place"]
    assert all(
        step.quote is None or text[step.quote.start : step.quote.end] == step.quote.exact for step in meeting.trace
    )


COMING = [
    ("Bei den geplanten Gesprächen in Bern am Mittwoch geht es um Geld.", "de", "2025-11-19"),
    ("Am Dienstag trifft sie die Präsidentin zu einem Gipfel in Bergen.", "de", "2025-11-18"),
    (
        "Peru wollte niemanden zur Konferenz in Oslo am Montag schicken. In Oslo beraten am Montag vierzig Staaten.",
        "de",
        "2025-11-17",
    ),
    ("The two could agree at planned talks in Lugano on Tuesday, the envoy said.", "en", "2025-11-18"),
    ("A two-day meeting of the ministers in Bergen starting Monday deals with fuel.", "en", "2025-11-17"),
    ("Der Gipfel in Oslo endete am Dienstag. Am Dienstag ist nur Peru dagegen.", "de", "2025-11-11"),
    ("„Das ist zu wenig“, heißt es am Dienstag nach dem Gipfel in Oslo.", "de", "2025-11-11"),
]


@pytest.mark.parametrize(("text", "language", "day"), COMING)
def test_weekdays_to_come(text: str, language: str, day: str) -> None:
    """A weekday that the words around put ahead is the coming one; otherwise it is the last."""
    assert main(text, language)[0] == day


@pytest.mark.parametrize(
    ("text", "language", "place"),
    [
        ("In Bern wird wieder über eine Waffenruhe verhandelt.", "de", "Bern"),
        ("Die Präsidentin reiste zu Gesprächen nach Oslo.", "de", "Oslo"),
        ("The negotiations in Lugano entered their second week.", "en", "Lugano"),
        ("The envoy pressed both sides to attend peace talks in Bergen.", "en", "Bergen"),
        ("The president travelled to Oslo for talks.", "en", "Oslo"),
        ("Der Gipfel in Singapur brachte keine Einigung.", "de", "Singapore"),
    ],
)
def test_talks_by_their_city(text: str, language: str, place: str) -> None:
    """Talks that somebody comes to, and what is negotiated somewhere, are meetings there."""
    assert main(text, language)[1] == place


def test_what_is_named_after_a_city_is_not_there() -> None:
    """The Lima Group met in Oslo."""
    assert main("The Lima Group meeting in Oslo on Tuesday brought no result.", "en") == ("2025-11-11", "Oslo")


def test_call_has_no_place() -> None:
    """A call has no city, even if one is named beside it."""
    found = meetings("In einer Videokonferenz am Montag sprachen die Minister über Hilfen in Riga.", "de")
    assert (found[0].kind_of, found[0].place) == (MeetingKind.CALL, None)


@pytest.mark.parametrize(
    ("words", "city"),
    [("Brüssels", "Brussels"), ("Den Haag", "The Hague"), ("Élysée-Palast", "Paris"), ("Nirgendwo", None)],
)
def test_city_named(words: str, city: str | None) -> None:
    """Cities and palaces go by their German and English names."""
    assert city_named(words) == city


@pytest.mark.parametrize(
    ("word", "city"), [("Pariser", "Paris"), ("Münchner", "Munich"), ("Haager", "The Hague"), ("aber", None)]
)
def test_city_of_adjective(word: str, city: str | None) -> None:
    """German adjectives of cities."""
    assert city_of_adjective(word) == city


def test_state_of() -> None:
    """A capital belongs to its state, another city to none."""
    assert (state_of("Oslo"), state_of("Bergen")) == ("no", None)


def test_a_week_is_no_day() -> None:
    """A meeting that is only dated by its week does not take the day of something else."""
    text = "Das sagte die Ministerin am Montag. Der Streit war beim Gipfel in Oslo in dieser Woche entflammt."
    assert main(text, "de") == (None, "Oslo")


def test_a_region_is_no_city() -> None:
    """What a meeting is about is not where it is held."""
    assert main("Leaders gathered on Monday to back the truce in Gaza.", "en")[1] is None


def test_next_month_is_no_day() -> None:
    """A meeting of the next month is one, without a day."""
    assert main("Peru will skip next month's summit in Oslo.", "en") == (None, "Oslo")


def test_a_meeting_is_quoted_where_it_is_named() -> None:
    """A body that meets, too, tells of the meeting with its day, but does not name it."""
    text = (
        "Peru sprach nach der Konferenz in Oslo von 40 Millionen Euro.\n\n"
        "Chile hatte sich am Donnerstag bereit erklärt, Soldaten zu schicken, sobald der Sicherheitsrat zustimmt."
    )
    meeting, *_ = meetings(text, "de")
    assert meeting.quote is not None
    assert (meeting.place, "Konferenz in Oslo" in meeting.quote.exact) == ("Oslo", True)
