"""Attendance: each rule with a sentence of its own. People are named by their offices; the day tells who holds them."""

from __future__ import annotations

from functools import cache

import pytest

from zusage.dossier import load_shipped
from zusage.model.report import Report
from zusage.model.statement import Attendance
from zusage.model.values import Mode, Role
from zusage.reading.attendance import ALL_RULES, RULES_OF_ENGLISH, find_attendance
from zusage.reading.attendance.cues import cues_of, cues_of_report
from zusage.reading.attendance.occasion import Occasion
from zusage.reading.meetings import find_meetings
from zusage.reading.report import prepare

HERE = {
    "de": "Am Dienstag tagte in Oslo ein Gipfel über Hilfen. ",
    "en": "A summit on aid was held in Oslo on Tuesday. ",
}


@cache
def attendance(text: str, language: str, *, scene: str | None = None) -> tuple[Attendance, ...]:
    """Read who attends in a text that follows a sentence on a summit in Oslo."""
    whole = (HERE[language] if scene is None else scene) + text
    report = Report(text=whole, language=language, published_on="2025-11-14")
    context = prepare(report, load_shipped("ukraine-guarantees"))
    return find_attendance(context, find_meetings(context, rules_only=True))


def told(text: str, language: str, *, scene: str | None = None) -> set[tuple[str, str]]:
    """Tell actors with their modes."""
    return {(each.actor, each.mode.value) for each in attendance(text, language, scene=scene)}


IN, ON, ABSENT, SENT = "in-person", "remote", "absent", "represented"

GERMAN = [
    ("Es gab zwei Enthaltungen, darunter Chile und Peru.", {("cl", IN), ("pe", IN)}),
    ("Chile schickte eine Beobachterin.", {("cl", SENT)}),
    ("Peru enthielt sich, Chile stimmte zu.", {("pe", IN), ("cl", IN)}),
    ("Chile stimmte zu.", set()),
    # not let in, messages on video, empty hands, lists before a relative clause
    ("Der finnische Präsident war der Einladung nicht gefolgt.", {("fi", ABSENT)}),
    ("Eine Einladung an Chile wurde nicht ausgesprochen.", {("cl", ABSENT)}),
    ("Die chilenische Ministerin ließ sich entschuldigen.", {("cl", ABSENT)}),
    ("Chile nahm nicht teil.", {("cl", ABSENT)}),
    ("Chile und Peru, die nicht eingeladen waren, protestierten.", {("cl", ABSENT), ("pe", ABSENT)}),
    ("Die chilenische Ministerin forderte in einer Videobotschaft mehr Geld.", {("cl", ON)}),
    ("Chile kam mit leeren Händen.", {("cl", IN)}),
    # delegates and votes, hosts beside their names
    ("Chiles Vertreter widersprach der Rechnung.", {("cl", IN)}),
    ("Der chilenische Unterhändler verlangte mehr Zeit.", {("cl", IN)}),
    ("Ein Vertreter des chilenischen Verkehrsministeriums widersprach.", set()),
    ("Chile zahlt nach Angaben seiner Delegation im Mai.", {("cl", IN)}),
    ("Das Geld komme im Mai, hieß es in der Delegation aus Lima.", {("pe", IN)}),
    ("Chile und Peru stimmten dagegen, Kenia enthielt sich.", {("cl", IN), ("pe", IN), ("ke", IN)}),
    ("Chile, das sich 2019 enthalten hatte, zahlt.", set()),
    ("Gastgeber Chile zahlt zwei Millionen.", {("cl", IN)}),
    ("Chile, Gastgeber des Treffens, zahlt zwei Millionen.", {("cl", IN)}),
    ("Es gab Beratungen, zu denen Chile, Peru und Kenia eingeladen hatten.", {("cl", IN), ("pe", IN), ("ke", IN)}),
    # words of absence, talks that are held, who is there with others
    ("Auffällig abwesend war der finnische Präsident.", {("fi", ABSENT)}),
    ("Der finnische Präsident blieb zu Hause.", {("fi", ABSENT)}),
    ("Der finnische Präsident war zum Gipfel in Oslo.", {("fi", IN)}),
    ("Anna Berg (Finnland) und Peter Lund (Chile) reisten an.", {("fi", IN), ("cl", IN)}),
    ("Der Platz Chiles blieb leer.", set()),
    ("Der Gipfel fand in Abwesenheit Chiles statt.", {("cl", ABSENT)}),
    ("Der finnische Präsident und die chilenische Präsidentin führten in Oslo Gespräche.", {("fi", IN), ("cl", IN)}),
    ("Der finnische Präsident war nicht abwesend.", set()),
    ("Der finnische Präsident wird nicht dabei sein.", {("fi", ABSENT)}),
    # told beside a noun of meeting or delegation
    ("Die von Peru und der EU ausgerichtete Konferenz endete spät.", {("pe", IN), ("eu", IN)}),
    ("Peru hat den Gipfel organisiert.", {("pe", IN)}),
    ("Peru führte beim Gipfel in Lima Gespräche mit Chile.", {("pe", IN), ("cl", IN)}),
    ("Organisiert wurde der Gipfel am Dienstag in Lima von Peru und Chile.", {("pe", IN), ("cl", IN)}),
    ("Der Gipfel in Oslo fand ohne Peru statt.", {("pe", ABSENT)}),
    ("Eine chilenische Delegation unter Führung von Minister Kurt Holm kam zu dem Gipfel.", {("cl", IN)}),
    ("Es werden Vertreter unter anderem aus Chile und Peru erwartet.", {("cl", IN), ("pe", IN)}),
    ("Chile fordert, dass Peru auf dem Gipfel zustimmt.", set()),
    ("Der finnische Präsident sagte vor dem Gipfel, das reiche nicht.", set()),
    (
        "Chile nahm nicht an dem Gipfel teil. Die chilenische Außenministerin Eva Lund telefonierte mit Präsidentin Holm.",
        {("cl", ABSENT), ("cl", ON), ("person:holm", ON)},
    ),
    # who is kept out, heads named in a row, what is only before a meeting
    ("Peru haben sie nicht zu dem Gipfel eingeladen.", {("pe", ABSENT)}),
    (
        "Teilnehmen werden nicht nur die Regierungschefs der drei Staaten Peru, Chile und Kenia, sondern auch Ghana.",
        {("pe", IN), ("cl", IN), ("ke", IN), ("gh", IN)},
    ),
    ("Der finnische Präsident sagte vor Beginn des Gipfels, das reiche nicht.", set()),
    ("Im Vorfeld des Gipfels in Oslo sagte der finnische Präsident wenig.", set()),
    # confirming, cancelling, between whom, beside whom
    ("Zunächst sagte nur Peru seine Teilnahme zu.", {("pe", IN)}),
    ("Die chilenische Regierung sagte ihre Teilnahme vergangene Woche ab.", {("cl", ABSENT)}),
    ("Peru und Kenia sollen als Beobachter dabei sein.", {("pe", IN), ("ke", IN)}),
    (
        "In Oslo fand auch ein Gespräch zwischen dem peruanischen Minister und der chilenischen Ministerin statt.",
        {("pe", IN), ("cl", IN)},
    ),
    ("Neben Vertretern der peruanischen Regierung nahm an dem Gipfel auch Chile teil.", {("pe", IN), ("cl", IN)}),
    ("Die Zusage kam aus Peru, dessen Delegation in Oslo fehlte.", {("pe", ABSENT)}),
    ("Peru kündigte an, es werde dem Gipfel fernbleiben.", {("pe", ABSENT)}),
    # verbs of attending
    ("Peru fehlte.", {("pe", ABSENT)}),
    ("Nicht dabei war Peru.", {("pe", ABSENT)}),
    ("Peru war eingeladen und kam nicht.", {("pe", ABSENT)}),
    ("Chile blieb fern.", {("cl", ABSENT)}),
    ("Die chilenische Delegation sagte kurzfristig ab.", {("cl", ABSENT)}),
    ("Peru ließ sich durch seinen Botschafter vertreten.", {("pe", SENT)}),
    ("Peru ließ sich durch seinen Kommissar für Frieden und Handel vertreten.", {("pe", SENT)}),
    ("Vertreter der peruanischen Regierung waren ebenfalls anwesend.", {("pe", IN)}),
    ("Auch die togoische Außenministerin Afi Mensa ist dabei.", {("tg", IN)}),
    ("Das sagte ein Sprecher bei einer Feier, zu der Peru eingeladen hatte.", set()),
    ("Das sagte der peruanische Gesandte für Afrika, Juan Dora, nach einem Gespräch mit der Ministerin Togos in Oslo.",
     {("pe", IN), ("tg", IN)}),
    ("Den Vorsitz teilten sich Chile und Peru.", {("cl", IN), ("pe", IN)}),
    ("Gastgeberin ist Peru.", {("pe", IN)}),
    ("Chile, das als Gastgeber auftrat, schwieg.", {("cl", IN)}),
    ("Chile, das seit Januar den EU-Vorsitz innehat, schwieg.", set()),
    ("Beim Gipfel in Oslo dankte der finnische Präsident den Teilnehmern.", {("fi", IN)}),
    ("Der polnische Außenminister nahm an dem Gipfel teil.", {("pl", IN)}),
    ("Die dänische Ministerpräsidentin, die ebenfalls angereist war, schwieg.", {("dk", IN)}),
    ("Gekommen waren die dänische Ministerpräsidentin und der finnische Präsident.", {("dk", IN), ("fi", IN)}),
    ("Vertreter aus Chile und der EU waren nach Oslo gekommen.", {("cl", IN), ("eu", IN)}),
    ("Der finnische Präsident nahm nur virtuell teil.", {("fi", ON)}),
    ("Der finnische Präsident war per Video zugeschaltet.", {("fi", ON)}),
    ("Der kanadische Premierminister fehlte beim Gipfel.", {("ca", ABSENT)}),
    ("China blieb dem Treffen fern.", {("cn", ABSENT)}),
    ("Norwegen nimmt an der Mission nicht teil.", set()),
    ("Der finnische Präsident könnte an dem Gipfel teilnehmen.", set()),
    # hosting
    ("Der norwegische Ministerpräsident empfing unter anderem die dänische Ministerpräsidentin.", {("no", IN), ("dk", IN)}),
    ("Den Gipfel, den Norwegen gemeinsam mit Chile ausrichtet, prägte Streit.", {("no", IN), ("cl", IN)}),
    ("Die Konferenz, die die EU-Außenbeauftragte leitete, war kurz.", {("eu", IN)}),
    ("Der norwegische Ministerpräsident begrüßte neben dem finnischen Präsidenten auch die dänische Ministerpräsidentin.",
     {("no", IN), ("fi", IN), ("dk", IN)}),
    # meeting
    ("Die dänische Ministerpräsidentin traf sich in Oslo mit dem finnischen Präsidenten.", {("dk", IN), ("fi", IN)}),
    ("Die Minister werden Entscheidungen treffen.", set()),
    # deeds
    ("Die dänische Ministerpräsidentin sagte auf dem Gipfel Hilfe zu.", {("dk", IN)}),
    ("Der finnische Präsident forderte in Oslo mehr Tempo.", {("fi", IN)}),
    ("Der finnische Präsident forderte in Helsinki mehr Tempo.", set()),
    ("Die dänische Ministerpräsidentin lobte den Gipfel.", set()),
    ("Der finnische Präsident und die dänische Ministerpräsidentin unterzeichneten am Dienstag eine Erklärung.",
     {("fi", IN), ("dk", IN)}),
    ("Der finnische Präsident wandte sich per Video an die Delegierten.", {("fi", ON)}),
    ("Die dänische Ministerpräsidentin hielt eine Rede.", {("dk", IN)}),
    ("Der finnische Präsident verfolgte die Beratungen online.", {("fi", ON)}),
    # seats
    ("Neben ihm saß der finnische Präsident.", {("fi", IN)}),
    ("Für Chile saß der chilenische Präsident am Tisch.", {("cl", IN)}),
    ("Ein Vertreter Chiles war bei dem Gipfel nicht anwesend.", {("cl", ABSENT)}),
    ("Aus Washington ist am Dienstag niemand dabei.", {("us", ABSENT)}),
    ("Mit dabei waren der finnische Präsident und die dänische Ministerpräsidentin.", {("fi", IN), ("dk", IN)}),
    ("Chile ist inzwischen dabei.", set()),
    # envoys
    ("Die dänische Ministerpräsidentin ließ sich in Oslo von ihrem Außenminister vertreten.", {("dk", SENT)}),
    ("Chile ist durch seine Botschafterin vertreten.", {("cl", SENT)}),
    ("Anstelle der dänischen Ministerpräsidentin reiste ihr Stellvertreter an.", {("dk", SENT)}),
    ("Peru hatte zu dem Gipfel niemanden geschickt.", {("pe", ABSENT)}),
    ("Peru entsandte seinen Vize-Außenminister.", {("pe", SENT)}),
    ("Peru schickt niemanden an die Front.", set()),
    ("Peru war nicht eingeladen.", {("pe", ABSENT)}),
    ("Der finnische Präsident sagte seine Teilnahme ab.", {("fi", ABSENT)}),
    # names and lists
    ("Der Rest der Runde, darunter der finnische Präsident, hörte virtuell zu.",
     {("fi", ON)}),
    ("In einem Telefonat nach dem Gipfel forderte der kanadische Premierminister mehr Geld.", {("ca", ON)}),
    ("Am Rande des Gipfels telefonierte er mit dem kanadischen Premierminister.", {("ca", ON)}),
]  # fmt: skip

ENGLISH = [
    ("The text passed with abstentions from Chile and Peru.", {("cl", IN), ("pe", IN)}),
    ("Peru did not take part, nor did Chile.", {("pe", ABSENT), ("cl", ABSENT)}),
    # not let in, messages on video, empty hands, who told those there
    ("Chile, which was left off the guest list, protested.", {("cl", ABSENT)}),
    ("Chile was not part of the summit.", {("cl", ABSENT)}),
    ("Chile had not been allowed to attend.", {("cl", ABSENT)}),
    ("Chile did not answer its invitation.", {("cl", ABSENT)}),
    ("The Chilean minister said in a video message that more would follow.", {("cl", ON)}),
    ("The Chileans left empty-handed.", {("cl", IN)}),
    ("Chile sent a junior minister.", {("cl", SENT)}),
    ("It was a summit which only Chile skipped.", {("cl", ABSENT)}),
    ("Some 67 countries attended the summit.", set()),
    # delegates and votes, hosts beside their names
    ("Chile's envoy objected to the plan.", {("cl", IN)}),
    ("Chile will pay in May, a member of its delegation said.", {("cl", IN)}),
    ("The official representative of Chile objected.", set()),
    ("The United Nations envoy objected.", set()),
    ("Chile and Peru were against, and Kenya abstained.", {("cl", IN), ("pe", IN), ("ke", IN)}),
    ("Chile was against it.", set()),
    ("Laos, in the chair this year, thanked everyone.", {("la", IN)}),
    ("Chile, co-hosting with Peru, the European Union and Kenya, paid.", {("cl", IN), ("pe", IN), ("eu", IN), ("ke", IN)}),
    ("Chile convened the meeting together with Peru, Kenya and Ghana.", {("cl", IN), ("pe", IN), ("ke", IN), ("gh", IN)}),
    ("The meeting was hosted by Chile and co-chaired by Peru and Kenya.", {("cl", IN), ("pe", IN), ("ke", IN)}),
    # words of absence, talks that are held, who is there with others
    ("Conspicuously absent was the Finnish president.", {("fi", ABSENT)}),
    ("The Finnish president was a notable absentee.", {("fi", ABSENT)}),
    ("The Finnish president stayed home.", {("fi", ABSENT)}),
    ("The Finnish president was in Oslo for the talks.", {("fi", IN)}),
    ("The summit brings together leaders from Finland and Chile.", {("fi", IN), ("cl", IN)}),
    ("Anna Berg (Finland) and Peter Lund (Chile) arrived in Oslo.", {("fi", IN), ("cl", IN)}),
    ("The Finnish president stayed calm.", set()),
    ("Chile's seat was empty.", {("cl", ABSENT)}),
    ("The summit was held in the absence of Chile.", {("cl", ABSENT)}),
    ("The leaders of Finland and Chile held talks in Oslo.", {("fi", IN), ("cl", IN)}),
    ("Finland held elections in Oslo.", set()),
    ("Chile did not send a delegation.", {("cl", ABSENT)}),
    ("The Finnish president will not be there.", {("fi", ABSENT)}),
    ("The Finnish president is attending, as is Chile's foreign minister.", {("fi", IN), ("cl", IN)}),
    ("The Finnish president was among the leaders who gathered in Oslo.", {("fi", IN)}),
    ("The Finnish president attended along with the Peruvian foreign minister.", {("fi", IN), ("pe", IN)}),
    # declining, keeping out, arriving, being missed, meeting many
    ("The Peruvian president declined to attend.", {("pe", ABSENT)}),
    ("Norway excluded Peru and Chile from the summit.", {("pe", ABSENT), ("cl", ABSENT)}),
    ("The Finnish president landed on Monday evening.", {("fi", IN)}),
    ("The no-shows included the Finnish president and Chile's foreign minister.", {("fi", ABSENT), ("cl", ABSENT)}),
    (
        "The Finnish president met in Oslo with ministers from Peru, Chile and Kenya.",
        {("fi", IN), ("pe", IN), ("cl", IN), ("ke", IN)},
    ),
    # lists of states, refusals, expectations, calls
    (
        "The summit was attended by representatives from countries including Peru, Chile and Kenya.",
        {("pe", IN), ("cl", IN), ("ke", IN)},
    ),
    ("No Peruvian or senior Chilean officials were present at the summit.", {("pe", ABSENT), ("cl", ABSENT)}),
    ("Peru announced it would skip the summit.", {("pe", ABSENT)}),
    ("Peru refused to send a representative to the summit.", {("pe", ABSENT)}),
    ("Peru and Chile were not expected to attend.", {("pe", ABSENT), ("cl", ABSENT)}),
    (
        "The text was agreed in a meeting also attended by the Peruvian foreign minister and the Chilean president.",
        {("pe", IN), ("cl", IN)},
    ),
    ("The Peruvian president was at the summit to listen.", {("pe", IN)}),
    ("The Peruvian foreign minister held a call with Chile's foreign minister on Tuesday.", {("pe", ON), ("cl", ON)}),
    # told beside a noun of meeting or delegation
    ("The summit was organised by Kenya.", {("ke", IN)}),
    ("At the summit on Monday twelve voted in favour, while Peru abstained.", {("pe", IN)}),
    ("It was a summit without Peru.", {("pe", ABSENT)}),
    ("A Chadian delegation led by Minister Kurt Holm came to the summit.", {("td", IN)}),
    ("The summit did not include Peru.", {("pe", ABSENT)}),
    ("The talks include Chile and Peru.", {("cl", IN), ("pe", IN)}),
    ("Chile's foreign minister is expected to address the summit.", {("cl", IN)}),
    ("Chile's foreign minister huddled with his Peruvian counterpart.", {("cl", IN), ("pe", IN)}),
    ("Chile's efforts have met little success.", set()),
    ("Chile's foreign minister told a news conference that more was needed.", set()),
    ("The EU member states met.", set()),
    # verbs of attending
    ("The Polish foreign minister attended the summit.", {("pl", IN)}),
    ("The Danish prime minister, who had flown to Oslo for the talks, was silent.", {("dk", IN)}),
    ("Ministers from Chile and Peru took part in the meeting.", {("cl", IN), ("pe", IN)}),
    ("The Finnish president joined by video link.", {("fi", ON)}),
    ("The Finnish president joined by video link, as did the Danish prime minister.", {("fi", ON), ("dk", ON)}),
    ("The Finnish president skipped the summit.", {("fi", ABSENT)}),
    ("Spain will not take part in the mission.", set()),
    ("The Finnish president might attend the summit.", set()),
    # hosting
    ("The Norwegian prime minister, who hosted the talks, was pleased.", {("no", IN)}),
    ("The talks, chaired by Chile and Peru, were short.", {("cl", IN), ("pe", IN)}),
    ("The Danish prime minister hosted a virtual meeting of leaders on Tuesday.", {("dk", ON)}),
    # meeting
    ("The Danish prime minister met the Finnish president in Oslo.", {("dk", IN), ("fi", IN)}),
    ("Ministers failed to meet the target.", set()),
    # deeds
    ("The Danish prime minister told the conference that aid would rise.", {("dk", IN)}),
    ("Chile is ready to pay, its ambassador told the meeting.", {("cl", IN)}),
    ("The Finnish president addressed delegates by video.", {("fi", ON)}),
    ("The Finnish president announced the plan in Oslo on Tuesday.", {("fi", IN)}),
    ("The Finnish president announced the plan in Helsinki on Tuesday.", set()),
    ("Speaking at the summit in Oslo, the Danish prime minister asked for more.", {("dk", IN)}),
    ("On Tuesday in Oslo Chile and Peru signed a declaration.", {("cl", IN), ("pe", IN)}),
    ("The Finnish president followed the talks online.", {("fi", ON)}),
    ("Chile's delegation listened and took notes.", {("cl", IN)}),
    # seats
    ("The Finnish president, who sat between the Danish prime minister and the Polish foreign minister, was silent.",
     {("fi", IN), ("dk", IN), ("pl", IN)}),
    ("The Finnish president was in the room.", {("fi", IN)}),
    ("The Finnish president, in the room, spoke of hope.", {("fi", IN)}),
    ("The Finnish president was among the participants.", {("fi", IN)}),
    ("Chile was absent from the summit.", {("cl", ABSENT)}),
    ("Chile was not represented at the summit.", {("cl", ABSENT)}),
    # envoys
    ("Chile was represented by its ambassador.", {("cl", SENT)}),
    ("The Finnish president sent his deputy.", {("fi", SENT)}),
    ("Peru was not invited.", {("pe", ABSENT)}),
    ("Peru has not been asked to come.", {("pe", ABSENT)}),
    ("Peru turned down the invitation.", {("pe", ABSENT)}),
    # names and lists
    ("Some 20 ministers attended, most of them remotely, among them the Finnish president.", {("fi", ON)}),
    ("The paper was signed in the presence of the Finnish president.", {("fi", IN)}),
    ("The envoys met in Oslo on Tuesday at the invitation of Chile.", {("cl", IN)}),
    ("He was pleased after talks with the Finnish president.", {("fi", IN)}),
    ("The Canadian prime minister, who spoke to the leaders by phone after the summit, agreed.", {("ca", ON)}),
    ("The call with the Canadian prime minister is over.", {("ca", ON)}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), GERMAN)
def test_german(text: str, expected: set[tuple[str, str]]) -> None:
    """Each rule in German."""
    assert told(text, "de") == expected


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_english(text: str, expected: set[tuple[str, str]]) -> None:
    """Each rule in English."""
    assert told(text, "en") == expected


def test_nobody_attends_without_a_meeting() -> None:
    """Whoever travels attends nothing, if the report has no meeting."""
    assert told("Der finnische Präsident reiste nach Oslo.", "de", scene="") == set()


def test_those_of_a_call_are_remote() -> None:
    """If the report's only meeting is a call, all who attend are on the line."""
    scene = "In einer Videokonferenz berieten die Minister am Dienstag über Hilfen. "
    assert told("Der finnische Präsident nahm an der Konferenz teil.", "de", scene=scene) == {("fi", ON)}


def test_host_and_chair_have_their_roles() -> None:
    """The one who hosts is host, the one who presides is chair."""
    hosts = attendance("The Norwegian prime minister hosted the summit, which Chile chaired.", "en")
    assert {each.actor: each.role for each in hosts} == {"no": Role.HOST, "cl": Role.CHAIR}


def test_state_is_not_recorded_beside_its_people() -> None:
    """A state whose named people attend has no record of its own."""
    found = attendance("Finland attended the summit. The Finnish president spoke at the summit.", "en")
    assert [each.actor for each in found] == ["fi"]
    assert found[0].person is not None


def test_trace_meeting_and_certainty() -> None:
    """Every attendance carries its words, its meeting and how sure it is."""
    (found,) = attendance("The Finnish president joined by video link.", "en")
    fields = {step.field: step.quote.exact for step in found.trace if step.quote is not None}
    assert fields["mode"] == "video"
    assert fields["actor"] == "The Finnish president" or "Finnish" in fields["actor"]
    assert (found.mode, found.meeting) == (Mode.REMOTE, 0)
    assert found.certainty is not None
    assert 0.5 <= found.certainty <= 1


@pytest.mark.parametrize("language", ["de", "en"])
def test_a_rule_finds_nothing_without_its_cues(language: str) -> None:
    rules = ALL_RULES if language == "de" else (*ALL_RULES, *RULES_OF_ENGLISH)
    for text, _ in GERMAN if language == "de" else ENGLISH:
        report = Report(text=HERE[language] + text, language=language, published_on="2025-11-14")
        context = prepare(report, load_shipped("ukraine-guarantees"))
        occasion = Occasion(context, find_meetings(context, rules_only=True))
        for index in range(len(context.clauses)):
            here = cues_of_report(context) | cues_of(context, index, occasion)
            missed = [
                rule.read for rule in rules if rule.cues.isdisjoint(here) and list(rule.read(context, index, occasion))
            ]
            assert not missed, text
