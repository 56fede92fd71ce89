"""States, offices, organisations, persons and collectives in single sentences."""

from __future__ import annotations

from datetime import date
from typing import Protocol

import pytest

from zusage.model.values import Authority
from zusage.reading.actors import Mention, MentionKind, Use


class Found(Protocol):
    mentions: tuple[Mention, ...]

    def mention(self, words: str) -> Mention: ...
    def words(self, mention: Mention) -> str: ...


class Read(Protocol):
    def __call__(self, text: str, language: str = "de", on: date | None = date(2025, 9, 4)) -> Found: ...


@pytest.mark.parametrize(
    ("text", "language", "words", "actor"),
    [
        ("Die Vereinigten Staaten zögern.", "de", "Vereinigten Staaten", "us"),
        ("The U.S. declined.", "en", "U.S.", "us"),
        ("Die Esten bleiben dabei.", "de", "Esten", "ee"),
        ("Die Norwegerinnen und die Franzosen zahlen.", "de", "Franzosen", "fr"),
        ("The Dutch will pay.", "en", "Dutch", "nl"),
        ("Türkiye offered ships.", "en", "Türkiye", "tr"),
        ("Kyjiw lehnte ab.", "de", "Kyjiw", "ua"),
        ("Der Kreml schweigt.", "de", "Kreml", "ru"),
        ("Die Bundesregierung prüft das.", "de", "Bundesregierung", "de"),
        ("Der Riigikogu muss zustimmen.", "de", "Riigikogu", "ee"),
        ("The House of Commons will vote.", "en", "House of Commons", "gb"),
        (
            "Die Norwegische Flüchtlingsrat genannte Organisation warnt.",
            "de",
            "Norwegische Flüchtlingsrat",
            "norwegian-refugee-council",
        ),
        ("Ärzte ohne Grenzen hilft in drei Provinzen.", "de", "Ärzte ohne Grenzen", "msf"),
        ("Der Internationale Währungsfonds wartet.", "de", "Internationale Währungsfonds", "imf"),
        ("The Huthis threatened more attacks.", "en", "Huthis", "houthis"),
        ("Die Grünen-Fraktion stimmte zu.", "de", "Grünen-Fraktion", "gruene"),
        ("Die Regierung in Rom lehnt das ab.", "de", "Regierung in Rom", "it"),
        ("The foreign ministry in Nassau confirmed it.", "en", "foreign ministry in Nassau", "bs"),
        ("Die norwegische Seite zahlt.", "de", "norwegische Seite", "no"),
        ("The Canadian armed forces are stretched.", "en", "Canadian armed forces", "ca"),
        ("Thüringen nimmt Verletzte auf.", "de", "Thüringen", "thuringia"),
        ("Oberösterreich schickt ein Team.", "de", "Oberösterreich", "oberoesterreich"),
        ("The Danish People's Party will not pay.", "en", "Danish People's Party", "danish-peoples-party"),
        ("The Uganda People’s Defence Forces will stay.", "en", "Uganda People’s Defence Forces", "ug"),
        ("Uganda's army will stay.", "en", "Uganda's army", "ug"),
        ("The Christian Democrats will not pay.", "en", "Christian Democrats", "cdu"),
        ("The Dominican foreign ministry will pay.", "en", "Dominican foreign ministry", "do"),
        (
            "Der Flüchtlingsrat Niedersachsen warnt.",
            "de",
            "Flüchtlingsrat Niedersachsen",
            "fluechtlingsrat-niedersachsen",
        ),
        ("Das Bündnis Offene Häfen warnt.", "de", "Bündnis Offene Häfen", "offene-haefen"),
        ("Der Verein Grüne Ufer warnt.", "de", "Verein Grüne Ufer", "gruene-ufer"),
        ("Eine Sprecherin des Vereins Grüne Ufer warnt.", "de", "Sprecherin des Vereins Grüne Ufer", "gruene-ufer"),
        (
            "A spokesman for the Irish charity Open Wells left.",
            "en",
            "spokesman for the Irish charity Open Wells",
            "open-wells",
        ),
        ("A spokesman for the charity Oxfam left.", "en", "spokesman for the charity Oxfam", "oxfam"),
        ("The Homeland Party will not pay.", "en", "Homeland Party", "homeland-party"),
        ("The Harrow Foundation pays.", "en", "Harrow Foundation", "harrow-foundation"),
        ("Norway's Harrow Foundation pays.", "en", "Harrow Foundation", "harrow-foundation"),
        ("Der Chemiekonzern Brandt-Kühn spendet.", "de", "Chemiekonzern Brandt-Kühn", "brandt-kuehn"),
    ],
)
def test_names(read: Read, text: str, language: str, words: str, actor: str) -> None:
    found = read(text, language)
    assert found.mention(words).actor == actor
    assert found.mention(words).acts


@pytest.mark.parametrize(
    ("text", "language", "words", "actor", "person"),
    [
        ("Der estnische Regierungschef sagte zu.", "de", "estnische Regierungschef", "ee", "kristen-michal"),
        ("Norwegens Ministerpräsident sagte zu.", "de", "Norwegens Ministerpräsident", "no", "jonas-gahr-store"),
        ("The prime minister of Estonia agreed.", "en", "prime minister of Estonia", "ee", "kristen-michal"),
        ("The French leader agreed.", "en", "French leader", "fr", "emmanuel-macron"),
        ("Ein Sprecher des Auswärtigen Amts bestätigte das.", "de", "Sprecher des Auswärtigen Amts", "de", None),
        ("A spokeswoman for the Kremlin said no.", "en", "spokeswoman for the Kremlin", "ru", None),
        ("Der US-Präsident wartet ab.", "de", "US-Präsident", "us", "donald-trump"),
        ("Nato-Generalsekretär Mark Rutte wartet ab.", "de", "Nato-Generalsekretär Mark Rutte", "nato", "mark-rutte"),
        ("Kremlsprecher Dmitri Peskow winkte ab.", "de", "Kremlsprecher Dmitri Peskow", "ru", "dmitry-peskov"),
        ("Ukraine's Volodymyr Zelenskiy came.", "en", "Ukraine's Volodymyr Zelenskiy", "ua", "volodymyr-zelensky"),
        (
            "Poland's trade minister, Anna Wolbrecht, agreed.",
            "en",
            "Poland's trade minister, Anna Wolbrecht",
            "pl",
            "anna-wolbrecht",
        ),
        (
            "Der lettische Klimabeauftragte Rolf Ozols kam.",
            "de",
            "lettische Klimabeauftragte Rolf Ozols",
            "lv",
            "rolf-ozols",
        ),
        (
            "Der lettische Beauftragte für die Sahelzone, Rolf Ozols, kam.",
            "de",
            "lettische Beauftragte für die Sahelzone, Rolf Ozols",
            "lv",
            "rolf-ozols",
        ),
        (
            "Es kamen die Außenminister von Lettland, Rolf Ozols, und Chile, Eva Dorn.",
            "de",
            "Außenminister von Lettland, Rolf Ozols",
            "lv",
            "rolf-ozols",
        ),
        ("Es kamen die Minister von Lettland, Rolf Ozols, und Chile, Eva Dorn.", "de", "Eva Dorn", "cl", "eva-dorn"),
        ("Außenministerin Klara Dorn (ÖVP) sagte zu.", "de", "Außenministerin Klara Dorn", "at", "klara-dorn"),
        ("Bundesrätin Klara Dorn sagte zu.", "de", "Bundesrätin Klara Dorn", "ch", "klara-dorn"),
        (
            "Der Rüstungsexperte Marek Dubský zweifelt.",
            "de",
            "Rüstungsexperte Marek Dubský",
            "person:marek-dubsky",
            "marek-dubsky",
        ),
        ("Ex-General Horst Wallraf warnt.", "de", "Ex-General Horst Wallraf", "person:horst-wallraf", "horst-wallraf"),
        (
            "Economist Tobias Renfrew is sceptical.",
            "en",
            "Economist Tobias Renfrew",
            "person:tobias-renfrew",
            "tobias-renfrew",
        ),
        (
            "Labour MP Louise Harcastle objected.",
            "en",
            "Labour MP Louise Harcastle",
            "person:louise-harcastle",
            "louise-harcastle",
        ),
        (
            "Paul Arnsberg, ein Sicherheitsexperte aus Kiel, warnt.",
            "de",
            "Paul Arnsberg, ein Sicherheitsexperte",
            "person:paul-arnsberg",
            "paul-arnsberg",
        ),
        ("Defence Secretary Grant Dalby refused.", "en", "Defence Secretary Grant Dalby", "gb", "grant-dalby"),
        (
            "African Union (AU) chief Omar Dalby agreed.",
            "en",
            "African Union (AU) chief Omar Dalby",
            "african-union",
            "omar-dalby",
        ),
        ("Der chilenische UN-Vertreter stimmte zu.", "de", "chilenische UN-Vertreter", "cl", None),
        ("Das Europaparlament stimmte zu.", "de", "Europaparlament", "european-parliament", None),
        (
            "Kurt Holm, Chef des Bundeskanzleramts, stimmte zu.",
            "de",
            "Kurt Holm, Chef des Bundeskanzleramts",
            "de",
            "kurt-holm",
        ),
    ],
)
def test_offices_and_persons(read: Read, text: str, language: str, words: str, actor: str, person: str | None) -> None:  # noqa: PLR0917 - a table's columns
    mention = read(text, language).mention(words)
    assert (mention.actor, mention.person) == (actor, person)


def test_who_is_in_office_depends_on_the_day(read: Read) -> None:
    """Der deutsche Kanzler sagte zu."""
    text = "Der deutsche Kanzler sagte zu."
    persons = [read(text, "de", day).mention("deutsche Kanzler").person for day in (date(2023, 1, 1), date(2025, 9, 4))]
    assert persons == ["olaf-scholz", "friedrich-merz"]


def test_without_a_day_the_text_decides(read: Read) -> None:
    """Nato-Generalsekretär Jens Stoltenberg reiste ab."""
    mention = read("Nato-Generalsekretär Jens Stoltenberg reiste ab.", "de", None).mention(
        "Nato-Generalsekretär Jens Stoltenberg"
    )
    assert mention.actor == "nato"


def test_without_a_day_the_office_that_the_text_gives_counts(read: Read) -> None:
    """Außenministerin Annalena Baerbock kam an."""
    mention = read("Außenministerin Annalena Baerbock kam an.", "de", None).mention("Außenministerin Annalena Baerbock")
    assert mention.actor == "de"


def test_out_of_office_a_person_acts_for_nobody(read: Read) -> None:
    """Former chancellor Olaf Scholz spoke in Hamburg."""
    mention = read("Former chancellor Olaf Scholz spoke in Hamburg.", "en").mention("Former chancellor Olaf Scholz")
    assert mention.actor == "person:olaf-scholz"
    assert mention.authority is Authority.THIRD_PARTY


@pytest.mark.parametrize(
    ("text", "language", "words", "use"),
    [
        ("Sie trafen sich in Paris.", "de", "Paris", Use.PLACE),
        ("Sie trafen sich in Vilnius (Litauen).", "de", "Litauen", Use.PLACE),
        ("Das Vilnius-Paket ist da.", "de", "Vilnius", Use.PLACE),
        ("Der Minister reiste nach Kiew.", "de", "Kiew", Use.PLACE),
        ("The minister travelled to Kyiv.", "en", "Kyiv", Use.PLACE),
        ("The aid to Kyiv continues.", "en", "Kyiv", Use.METONYM),
        ("Aus Washington kommt keine Zusage.", "de", "Washington", Use.SOURCE),
        ("In Oslo heißt es, man warte.", "de", "Oslo", Use.SOURCE),
        ("Wien, 3. Mai (apa) - Es geht voran.", "de", "Wien", Use.DATELINE),
        ("OTTAWA — The mission goes on.", "en", "OTTAWA", Use.DATELINE),
        ("Gespräche in Oslo und Stockholm stehen an.", "de", "Stockholm", Use.PLACE),
        ("Russisches Öl fließt weiter.", "de", "Russisches", Use.ADJECTIVE),
    ],
)
def test_use(read: Read, text: str, language: str, words: str, use: Use) -> None:
    assert read(text, language).mention(words).use is use


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Das schrieb die Washington Post am Montag.", "de"),
        ("Die Berliner Zeitung berichtete zuerst.", "de"),
        ("Paris Hilton sang.", "en"),
        ("Let us go on with it.", "en"),
        ("Der Kurs der Deutschen Bank fiel.", "de"),
        ("Das Warschauer Pakt genannte Bündnis ist Geschichte.", "de"),
        ("It costs two million Canadian dollars.", "en"),
        ("Aus diesem Grund wird gewartet.", "de"),
    ],
)
def test_no_actor(read: Read, text: str, language: str) -> None:
    states = [mention for mention in read(text, language).mentions if mention.kind is not MentionKind.COLLECTIVE]
    assert states == []


@pytest.mark.parametrize(
    ("text", "language", "actor"),
    [
        ("Insgesamt 26 Staaten beteiligen sich.", "de", "group:26-countries"),
        ("Sieben Länder haben das angeboten.", "de", "group:7-countries"),
        ("Twenty-six countries took part.", "en", "group:26-countries"),
        ("Mehrere Länder zögern.", "de", "group:several-countries"),
        ("Die baltischen Staaten drängen.", "de", "group:baltic-states"),
        ("The coalition of the willing met.", "en", "group:coalition-of-the-willing"),
        ("Donors promised more.", "en", "group:donors"),
        ("Die 32 Nato-Staaten einigten sich.", "de", "group:nato-members"),
        ("All but Hungary agreed.", "en", "group:all-but-hu"),
        ("The leaders of the European Union agreed.", "en", "eu"),
    ],
)
def test_collectives(read: Read, text: str, language: str, actor: str) -> None:
    assert actor in {mention.actor for mention in read(text, language).mentions}


def test_a_bare_number_is_the_alliance_of_that_many(read: Read) -> None:
    """The EU met on Monday. The 27 could not agree."""
    found = read("The EU met on Monday. The 27 could not agree.", "en")
    assert found.mention("27").actor == "eu"


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Der Verein Brücke nach Nordhausen schickt Decken.", "bruecke-nach-nordhausen"),
        ("Das Friedensforum Kassel ruft zur Mahnwache.", "friedensforum-kassel"),
        ("Der Verband Thüringer Imker (VTI) begrüßte das.", "vti"),
    ],
)
def test_unknown_organisations(read: Read, text: str, actor: str) -> None:
    assert actor in {mention.actor for mention in read(text).mentions}


def test_later_mentions_by_surname(read: Read) -> None:
    """Der Ökonom Nils Aarfeldt warnt. Aarfeldts Rechnung geht so."""
    found = read("Der Ökonom Nils Aarfeldt warnt. Aarfeldts Rechnung geht so.")
    assert found.mention("Aarfeldts").actor == "person:nils-aarfeldt"


def test_a_word_that_is_a_surname_needs_the_full_name(read: Read) -> None:
    """Ohne Frieden kommt niemand."""
    assert read("Ohne Frieden kommt niemand.").mentions == ()


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Die belgische Ministerin zögert. Brüssel rechnet noch.", "be"),
        ("Oslo gibt Geld, Rom Schiffe, Brüssel Jets.", "be"),
        ("Die EU berät. Brüssel rechnet noch.", "eu"),
    ],
)
def test_brussels(read: Read, text: str, actor: str) -> None:
    assert read(text).mention("Brüssel").actor == actor


def test_offsets_are_exact(read: Read) -> None:
    """Schwedens Außenministerin und der dänische Premier kamen per Video."""
    text = "Schwedens Außenministerin und der dänische Premier kamen per Video."
    found = read(text)
    assert [text[mention.char_start : mention.char_end] for mention in found.mentions] == [
        "Schwedens Außenministerin",
        "dänische Premier",
    ]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Der Bundesrat bewilligt zehn Millionen Franken.", "ch"),
        ("Die Schweiz hilft. Der Bundesrat bewilligt mehr Geld.", "ch"),
        ("Der Bundesrat stimmt zu.", "de"),
        ("Der Bundestag berät über die Schweiz. Der Bundesrat stimmt zu.", "de"),
    ],
)
def test_whose_federal_council(read: Read, text: str, actor: str) -> None:
    assert read(text).mention("Bundesrat").actor == actor


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Die Afrikanische Union berät. Die Union wartet.", "african-union"),
        ("Die EU berät. Die Union wartet.", "eu"),
        ("Die CDU und die EU beraten. Die Union wartet.", "cdu-csu"),
    ],
)
def test_which_union(read: Read, text: str, actor: str) -> None:
    assert read(text).mention("Union").actor == actor


@pytest.mark.parametrize("text", ["Die Minister trafen sich in Sachsen.", "Bayern München spendete nichts."])
def test_a_land_is_no_actor_as_a_place_or_in_a_club(read: Read, text: str) -> None:
    assert not [each for each in read(text).mentions if each.acts and each.actor in ("saxony", "bavaria")]


def test_a_common_noun_is_no_name(read: Read) -> None:
    assert not [each for each in read("They met. The foundation paid.", "en").mentions if each.use is Use.NAME]


@pytest.mark.parametrize(
    ("text", "language"), [("They sent soldiers for Chad.", "en"), ("Sie schicken Soldaten für Mali.", "de")]
)
def test_soldiers_for_a_state_are_not_its_own(read: Read, text: str, language: str) -> None:
    assert not [each for each in read(text, language).mentions if each.use is Use.METONYM]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Norvik Foods, the supermarket chain, is donating 20 tents.", ["norvik-foods"]),
        ("Norvik, the drug maker, will donate 20 tents.", ["norvik"]),
        ("The city of Rotterdam shipped 20 generators.", ["rotterdam"]),
        ("Ottla Sand, of its council, promised 20 tents.", []),
        ("Ottla Sand promised 20 tents. Sand said that more would come.", []),
        ("Norvik Foods opened a shop.", []),
    ],
)
def test_unknown_names_that_give(read: Read, text: str, actors: list[str]) -> None:
    assert [m.actor for m in read(text, "en").mentions if m.kind is MentionKind.ORGANISATION] == actors
