"""Reports and readings in the codebook's file format: one JSON object per report, in and out.

What breaks the format is a `FormatError` that names file, line, field and the mend. Fields of our own (``synthetic``,
``address``, ``outlet``, ``published_how``) are read wherever they occur and written on demand, because the codebook's
format knows only its own. Standard library only; opens no file.

Source: codebook, sections 1 to 6.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, NoReturn, TypeVar

from zusage.errors import FormatError, wording
from zusage.model.fields import Record
from zusage.model.quote import Quote
from zusage.model.report import Reading, Report
from zusage.model.statement import Attendance, Commitment, Condition, Meeting, Position, Quantity, Statement
from zusage.model.values import (
    Aim,
    Authority,
    Basis,
    ConditionLogic,
    ConditionType,
    Firmness,
    Instrument,
    MeetingKind,
    Mode,
    Per,
    Role,
    SourceKind,
    Stance,
    Voice,
    Where,
)

UNDETERMINED = "und"
"""The language of a report whose file does not name one (ISO 639-2): intake finds it out."""

SYNTHETIC = "synthetic"
"""First word of ``genre`` that carries the mark of a made-up report through the codebook's format."""

Json = dict[str, Any]
Element = TypeVar("Element")

_REPORT = (
    *("id", "language", "published_on", "credit", "title", "text", "source_kind", "genre", "event"),
    *("commitments", "positions", "meetings", "attendance"),
    *("synthetic", "address", "outlet", "published_how"),
)
_COMMITMENT = (
    *("actor", "speaker", "measure", "object", "where", "firmness", "basis", "instrument", "conditions"),
    *("condition_logic", "quantity", "by", "from", "until", "per", "recipient", "said_on", "authority", "voice"),
    *("quote", "evidence"),
)
_CONDITION = ("type", "of", "n", "measure", "quote")
_QUANTITY = ("min", "max", "unit", "shared")
_POSITION = ("actor", "speaker", "stance", "topic", "aim", "addressee", "said_on", "authority", "voice", "quote")
_MEETING = ("date", "place", "kind", "countries", "quote")
_ATTENDANCE = ("actor", "person", "role", "mode", "quote", "meeting")
_EVIDENCE = ("actor", "measure", "firmness", "quantity", "conditions", *ConditionType)


def parse_readings(text: str, *, resource: str) -> Iterator[tuple[str, Reading]]:
    """Yield each report of a JSON or JSON Lines file with the words that name its place in the file.

    Raises:
        FormatError: when the faulty report is reached; the ones before it have been yielded.
    """
    for where, part in split_records(text, resource=resource):
        for place, record in load_records(part, where):
            yield place, decode_reading(record, where=place)


def split_records(text: str, *, resource: str) -> tuple[tuple[str, str], ...]:
    """Split a file into the lines that hold something, each with its place; one object laid out over lines is one part.

    Raises:
        FormatError: the file holds nothing.
    """
    lines = [(number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
    if not lines:
        raise FormatError(resource, "holds no report", hint="one JSON object per line")
    line = lines[0][1]
    if len(lines) > 1 and line.lstrip()[:1] in "[{" and not _is_json(line) and not _is_json(lines[1][1]):
        return ((resource, text),)
    if len(lines) == 1:
        return ((resource, line),)
    return tuple((f"{resource}:{number}", line) for number, line in lines)


def load_records(part: str, where: str) -> tuple[tuple[str, Any], ...]:
    """Return the JSON values in a part of a file, undecoded: one, or those of a list.

    Raises:
        FormatError: it is no JSON.
    """
    value = _load(part, where)
    if not isinstance(value, list):
        return ((where, value),)
    return tuple((f"{where}[{index}]", each) for index, each in enumerate(value))


def decode_reading(record: object, *, where: str = "report") -> Reading:
    """Make a reading of a JSON object; only ``text`` has to be there, so that a bare report is one as well.

    Raises:
        FormatError: a field is missing, unknown, or has a value that the codebook does not allow.
    """
    fields = Record.of(record, where)
    name = fields.words("id", blank=True) or None
    if name:
        fields = Record.of(record, f"{where} ({name})")
    fields.refuse_unknown(_REPORT)
    report = _decode_report(fields, name)
    meetings = tuple(_decode_meeting(each, report.text) for each in fields.records("meetings"))
    return Reading(
        report=report,
        commitments=tuple(_decode_commitment(each, report.text) for each in fields.records("commitments")),
        positions=tuple(_decode_position(each, report.text) for each in fields.records("positions")),
        meetings=meetings,
        attendance=tuple(_decode_attendance(each, report.text, len(meetings)) for each in fields.records("attendance")),
    )


def encode_reading(reading: Reading, *, own: bool = False) -> Json:
    """Make the codebook's JSON object of a reading; ``own`` adds our own fields, which its checker does not know.

    Records that come out the same are written once; a meeting without day and place is left out, as the codebook asks.
    Without ``own``, the mark of a synthetic report is written into ``genre``.
    """
    report = reading.report
    meetings, places = _encode_meetings(reading)
    record: Json = {
        "id": report.name or report.id,
        "language": report.language,
        "published_on": report.published_on,
        "credit": report.credit,
        "title": report.title,
        "text": report.text,
        "commitments": _distinct([encode_commitment(each) for each in reading.commitments]),
        "positions": _distinct([encode_position(each) for each in reading.positions]),
        "meetings": meetings,
        "attendance": _distinct([encode_attendance(each, places) for each in reading.attendance]),
    }
    genre = report.genre if own or not report.synthetic else " ".join(filter(None, (SYNTHETIC, report.genre)))
    record |= _given(source_kind=report.source_kind, genre=genre, event=report.event)
    if own:
        record |= {"synthetic": report.synthetic}
        record |= _given(address=report.address, outlet=report.outlet, published_how=report.published_how)
    return record


def write_reading(reading: Reading, *, own: bool = False, indent: int | None = None) -> str:
    """Write a reading as JSON text, on one line unless ``indent`` is given."""
    return json.dumps(encode_reading(reading, own=own), ensure_ascii=False, allow_nan=False, indent=indent)


# ---------------------------------------------------------------------------------------------------- decoding


def _decode_report(fields: Record, name: str | None) -> Report:
    genre = fields.words("genre", blank=True)
    synthetic = fields.flag("synthetic")
    if genre is not None and genre.split(" ", 1)[0] == SYNTHETIC:
        synthetic, genre = True, genre[len(SYNTHETIC) :].strip() or None
    return Report(
        text=fields.text("text"),
        language=fields.language("language") or UNDETERMINED,
        title=fields.words("title", blank=True) or "",
        name=name,
        address=fields.words("address"),
        outlet=fields.words("outlet"),
        published_on=fields.day("published_on"),
        published_how=fields.words("published_how") or ("given" if fields.get("published_on") else None),
        credit=fields.slug("credit"),
        source_kind=fields.choice("source_kind", SourceKind),
        genre=genre,
        event=fields.slug("event"),
        synthetic=synthetic,
    )


def _decode_commitment(fields: Record, text: str) -> Commitment:
    fields.refuse_unknown(_COMMITMENT)
    quote = fields.quote("quote", text)
    return Commitment(
        actor=fields.actor("actor", needed=True),
        measure=fields.measure("measure", needed=True),
        firmness=fields.choice("firmness", Firmness, needed=True),
        quote=quote,
        speaker=fields.actor("speaker"),
        recipient=fields.actor("recipient"),
        conditions=_decode_conditions(fields, text, quote.start),
        condition_logic=fields.choice("condition_logic", ConditionLogic),
        quantity=_decode_quantity(fields.record("quantity")),
        said_on=fields.day("said_on"),
        object=fields.words("object"),
        where=fields.choice("where", Where),
        basis=fields.choice("basis", Basis),
        instrument=fields.choice("instrument", Instrument),
        by=fields.day_or_year("by"),
        from_=fields.day_or_year("from"),
        until=fields.day_or_year("until"),
        per=fields.choice("per", Per),
        authority=fields.choice("authority", Authority),
        voice=fields.choice("voice", Voice),
        evidence=_decode_evidence(fields.record("evidence"), text, quote.start),
    )


def _decode_conditions(fields: Record, text: str, near: int) -> tuple[Condition, ...]:
    found: list[Condition] = []
    for each in fields.records("conditions", short="type"):
        each.refuse_unknown(_CONDITION)
        if each.get("type") == "time":  # of annotations older than version 2: a deadline is no condition
            continue
        condition = Condition(
            type=each.choice("type", ConditionType, needed=True),
            of=each.actor("of"),
            n=each.count("n", least=1),
            measure=each.measure("measure"),
            quote=each.quote("quote", text, near=near) if each.get("quote") is not None else None,
        )
        if condition not in found:  # {"type": "attack"} and {"type": "attack", "of": null} are one
            found.append(condition)
    return tuple(found)


def _decode_quantity(fields: Record | None) -> Quantity | None:
    if fields is None:
        return None
    fields.refuse_unknown(_QUANTITY)
    least, most, unit = fields.number("min"), fields.number("max"), fields.unit("unit")
    try:
        return Quantity(least, most, unit, shared=fields.flag("shared"))
    except ValueError as problem:
        fields.fail("is no interval", str(problem))


def _decode_evidence(fields: Record | None, text: str, near: int) -> Mapping[str, tuple[Quote, ...]]:
    if fields is None:
        return {}
    fields.refuse_unknown(_EVIDENCE)
    return {name: fields.quotes(name, text, near=near) for name in fields.names()}


def _decode_position(fields: Record, text: str) -> Position:
    fields.refuse_unknown(_POSITION)
    return Position(
        actor=fields.actor("actor", needed=True),
        stance=fields.choice("stance", Stance, needed=True),
        topic=fields.topic("topic"),
        quote=fields.quote("quote", text),
        speaker=fields.actor("speaker"),
        said_on=fields.day("said_on"),
        aim=fields.choice("aim", Aim),
        addressee=fields.actor("addressee"),
        authority=fields.choice("authority", Authority),
        voice=fields.choice("voice", Voice),
    )


def _decode_meeting(fields: Record, text: str) -> Meeting:
    fields.refuse_unknown(_MEETING)
    date, place = fields.day("date"), fields.words("place")
    if date is None and place is None:
        fields.fail("has neither date nor place", "give one of the two, or leave the meeting out")
    return Meeting(
        date=date,
        place=place,
        kind_of=fields.choice("kind", MeetingKind, needed=True),
        quote=fields.quote("quote", text) if fields.get("quote") is not None else None,
        countries=fields.count("countries", least=1),
    )


def _decode_attendance(fields: Record, text: str, meetings: int) -> Attendance:
    fields.refuse_unknown(_ATTENDANCE)
    index = fields.count("meeting", least=0)
    if index is not None and index >= meetings:
        problem = wording("has meeting {index}, but the report has {meetings}", index=index, meetings=meetings)
        fields.fail(problem, "the first meeting is 0")
    return Attendance(
        actor=fields.actor("actor", needed=True),
        role=fields.choice("role", Role, needed=True),
        mode=fields.choice("mode", Mode, needed=True),
        quote=fields.quote("quote", text),
        person=fields.slug("person"),
        meeting=index,
    )


# ---------------------------------------------------------------------------------------------------- encoding


def encode_commitment(each: Commitment) -> Json:
    """Make the codebook's record of a commitment; optional fields without a value are left out."""
    record: Json = {
        "actor": each.actor,
        "speaker": each.speaker,
        "measure": each.measure,
        "firmness": each.firmness,
        "conditions": _distinct([_encode_condition(condition) for condition in each.conditions]),
        "quantity": _encode_quantity(each.quantity),
        "recipient": each.recipient,
        "said_on": each.said_on,
        "quote": each.quote.exact,
    }
    record |= _given(object=each.object, where=each.where, basis=each.basis, instrument=each.instrument, by=each.by)
    record |= _given(**{"from": each.from_}, until=each.until, per=each.per, condition_logic=each.condition_logic)
    record |= _given(authority=each.authority, voice=each.voice)
    evidence = {name: _one_or_list(quotes) for name, quotes in sorted(each.evidence.items()) if name in _EVIDENCE}
    return record | _given(evidence=evidence or None)


def encode_position(each: Position) -> Json:
    """Make the codebook's record of a position; optional fields without a value are left out."""
    record: Json = {
        "actor": each.actor,
        "speaker": each.speaker,
        "stance": each.stance,
        "topic": each.topic,
        "said_on": each.said_on,
        "quote": each.quote.exact,
    }
    return record | _given(aim=each.aim, addressee=each.addressee, authority=each.authority, voice=each.voice)


def encode_meeting(each: Meeting) -> Json:
    """Make the codebook's record of a meeting."""
    record: Json = {"date": each.date, "place": each.place, "kind": each.kind_of, "countries": each.countries}
    return record | _given(quote=each.quote.exact if each.quote else None)


def encode_attendance(each: Attendance, places: Mapping[int, int] | None = None) -> Json:
    """Make the codebook's record of an attendance; ``places`` maps indices of meetings to the ones written."""
    meeting = each.meeting if places is None or each.meeting is None else places.get(each.meeting)
    record: Json = {
        "actor": each.actor,
        "person": each.person,
        "role": each.role,
        "mode": each.mode,
        "quote": each.quote.exact,
    }
    return record | _given(meeting=meeting)


def encode_statement(each: Statement) -> Json:
    """Make the codebook's record of a statement of any kind.

    Raises:
        TypeError: it is of a kind that the codebook does not have.
    """
    match each:
        case Commitment():
            return encode_commitment(each)
        case Position():
            return encode_position(each)
        case Meeting():
            return encode_meeting(each)
        case Attendance():
            return encode_attendance(each)
    raise TypeError(type(each).__name__)


def _encode_meetings(reading: Reading) -> tuple[list[Json], dict[int, int]]:
    """Return the meetings to write, and where each of the reading's meetings is among them."""
    written: list[Json] = []
    places: dict[int, int] = {}
    for index, each in enumerate(reading.meetings):
        if each.date is None and each.place is None:
            continue
        record = encode_meeting(each)
        if record not in written:
            written.append(record)
        places[index] = written.index(record)
    return written, places


def _encode_condition(each: Condition) -> Json | str:
    more = _given(of=each.of, n=each.n, measure=each.measure, quote=each.quote.exact if each.quote else None)
    return {"type": each.type, **more} if more else str(each.type)


def _encode_quantity(each: Quantity | None) -> Json | None:
    if each is None:
        return None
    record: Json = {"min": _whole(each.min), "max": _whole(each.max), "unit": each.unit}
    return record | ({"shared": True} if each.shared else {})


def _whole(number: float | None) -> float | None:
    return int(number) if number is not None and float(number).is_integer() else number


def _one_or_list(quotes: tuple[Quote, ...]) -> str | list[str]:
    return quotes[0].exact if len(quotes) == 1 else [quote.exact for quote in quotes]


def _given(**fields: object) -> Json:
    return {name: value for name, value in fields.items() if value is not None}


def _distinct(records: list[Element]) -> list[Element]:
    return [record for index, record in enumerate(records) if record not in records[:index]]


# ---------------------------------------------------------------------------------------------------- JSON text


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def _load(text: str, where: str) -> object:
    try:
        return json.loads(text, parse_constant=_refuse_constant)
    except RecursionError as problem:
        raise FormatError(where, "is nested too deeply to be a report") from problem
    except ValueError as problem:
        raise FormatError(
            where, wording("is no JSON: {problem}", problem=problem), hint="one JSON object per line"
        ) from problem


def _refuse_constant(word: str) -> NoReturn:
    raise ValueError(wording("{word} is no number", word=word))
