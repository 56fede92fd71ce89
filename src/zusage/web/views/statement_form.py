"""A statement as fields of a form, and what was typed there as a record of the codebook. Pure functions."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from zusage.dossier import Dossier
from zusage.errors import FormatError, InputError, ZusageError, wording
from zusage.model.codebook import encode_statement
from zusage.model.statement import Statement
from zusage.model.values import (
    Aim,
    Authority,
    Basis,
    ConditionLogic,
    ConditionType,
    Firmness,
    Instrument,
    Kind,
    MeetingKind,
    Mode,
    Per,
    Role,
    Stance,
    Voice,
    Where,
)
from zusage.web.translating import to_translate
from zusage.workflow.importing import find_actor

MORE_CONDITIONS = 2
"""Empty rows for conditions that are to be added."""

_QUANTITY = ("min", "max", "unit", "shared")
_CONDITION = ("type", "of", "n", "measure")
_OF_AMOUNT = {
    "quantity": to_translate("Amount"),
    "min": to_translate("at least"),
    "max": to_translate("at most"),
    "unit": to_translate("Unit"),
    "quote": to_translate("Exact words of the report"),
}
_OF_CONDITION = {
    "type": to_translate("Condition"),
    "of": to_translate("of whom"),
    "n": to_translate("how many"),
    "measure": to_translate("with which measure"),
}
_CHOOSE = to_translate("choose one of the list")
_DIGITS = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_GROUPED = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]{1,3}(?:,[0-9]{3})+")


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a form: its name in the codebook's format, its label, and its values with the sort of their labels.

    ``sort`` is empty for what is typed; ``form`` says as what: an actor, a day, words, a number.
    """

    name: str
    label: str
    sort: str = ""
    values: tuple[str, ...] = ()
    form: str = "words"
    needed: bool = False


def _choice(name: str, label: str, values: type[StrEnum], *, sort: str = "", needed: bool = False) -> Field:
    return Field(name, label, sort or name, tuple(str(each) for each in values), "choice", needed)


def fields_of(kind: Kind, dossier: Dossier) -> tuple[Field, ...]:
    """The fields of a kind of statement, the most important first; quantity and conditions have forms of their own."""
    who = Field("actor", to_translate("Actor"), form="actor", needed=True)
    speaker = Field("speaker", to_translate("Who says it"), form="actor")
    said_on = Field("said_on", to_translate("Said on"), form="day")
    authority = _choice("authority", to_translate("Who speaks"), Authority)
    voice = _choice("voice", to_translate("Voice"), Voice)
    match kind:
        case Kind.COMMITMENT:
            measure = Field("measure", to_translate("Measure"), "measure", dossier.measures, "choice", needed=True)
            firmness = _choice("firmness", to_translate("Firmness"), Firmness, needed=True)
            return (who, measure, firmness, speaker, said_on, *_of_commitment(), authority, voice)
        case Kind.POSITION:
            stance = _choice("stance", to_translate("Stance"), Stance, needed=True)
            topic = Field("topic", to_translate("Topic"), "topic", dossier.topics, "choice", needed=True)
            aim, addressee = (
                _choice("aim", to_translate("Aim"), Aim),
                Field("addressee", to_translate("Of whom"), form="actor"),
            )
            return (who, stance, topic, speaker, said_on, aim, addressee, authority, voice)
        case Kind.MEETING:
            date, place = Field("date", to_translate("Day"), form="day"), Field("place", to_translate("Place"))
            sort = _choice("kind", to_translate("Kind"), MeetingKind, sort="meeting", needed=True)
            return (date, place, sort, Field("countries", to_translate("Countries"), form="number"))
        case Kind.ATTENDANCE:
            person = Field("person", to_translate("Person"), form="person")
            role = _choice("role", to_translate("Role"), Role, needed=True)
            return (who, person, role, _choice("mode", to_translate("How"), Mode, needed=True))


def _of_commitment() -> tuple[Field, ...]:
    return (
        Field("recipient", to_translate("Recipient"), form="actor"),
        Field("object", to_translate("Object")),
        _choice("where", to_translate("Where"), Where),
        _choice("basis", to_translate("Basis"), Basis),
        _choice("instrument", to_translate("Instrument"), Instrument),
        Field("by", to_translate("By"), form="day"),
        Field("from", to_translate("Beginning on"), form="day"),
        Field("until", to_translate("Until"), form="day"),
        _choice("per", to_translate("Per"), Per),
        _choice("condition_logic", to_translate("Conditions hold"), ConditionLogic),
    )


def record_of(statement: Statement) -> dict[str, Any]:
    """A statement in the codebook's format; each condition is a record of its own."""
    record = encode_statement(statement)
    if "conditions" in record:
        record["conditions"] = [
            {"type": each} if isinstance(each, str) else dict(each) for each in record["conditions"]
        ]
    return {name: str(value) if isinstance(value, StrEnum) else value for name, value in record.items()}


def changes_in(typed: Mapping[str, str], shown: Mapping[str, Any], kind: Kind, dossier: Dossier) -> dict[str, Any]:
    """What a person changed of what a form had shown: fields with their new values, None for taken away.

    Raises:
        FormatError: a number that is none.
    """
    wanted = record_from(typed, kind, dossier, before=shown)
    return {name: value for name, value in wanted.items() if value != (shown.get(name) or None)}


def record_from(
    typed: Mapping[str, str], kind: Kind, dossier: Dossier, *, before: Mapping[str, Any] | None = None
) -> dict[str, Any]:
    """Make the codebook's record of what was typed; fields that were not in the form are left out, empty ones None.

    Words of conditions that were there ``before`` stay with them, where their type does.

    Raises:
        FormatError: a number that is none.
    """
    record: dict[str, Any] = {}
    for field in fields_of(kind, dossier):
        if field.name in typed:
            value: Any = typed[field.name].strip() or None
            record[field.name] = _value(field, value, dossier) if value else value
    if kind is Kind.COMMITMENT:
        if "quantity_unit" in typed:
            record["quantity"] = _quantity(typed)
        if "condition_0_type" in typed:
            conditions = _conditions(typed, (before or {}).get("conditions") or [])
            record["conditions"] = [
                each | ({"of": _who(each["of"], dossier)} if "of" in each else {}) for each in conditions
            ] or None
    return record


def in_form(problem: ZusageError, kind: Kind, dossier: Dossier) -> ZusageError:
    """Tell a fault of a record of the form's field that it is about, by its label; others stay as they are."""
    if not isinstance(problem, FormatError):
        return problem
    name = problem.resource.rpartition(".")[2]
    field = next((each for each in fields_of(kind, dossier) if each.name == name), None)
    if ".conditions[" in problem.resource or name == "n":
        label, is_choice = _OF_CONDITION.get(name, ""), name in {"type", "measure"}
    else:
        label = field.label if field else _OF_AMOUNT.get(name, "")
        is_choice = field is not None and field.form == "choice"
    if not label:
        return problem
    return FormatError(label, problem.problem, hint=_CHOOSE if is_choice else problem.hint)


def _value(field: Field, typed: str, dossier: Dossier) -> str | float:
    if field.form == "number":
        return _number(field.name, typed)
    return _who(typed, dossier) if field.form in {"actor", "person"} else typed


def _who(typed: str, dossier: Dossier) -> str:
    """The id of a person or an actor that was typed by name: "Frankreich", "NATO", "Emmanuel Macron"; else what was typed."""
    key = typed.casefold()
    for person in dossier.people:
        if key in {each.casefold() for each in (*person.names.de, *person.names.en)}:
            return person.id
    try:
        return find_actor(typed, dossier, "")
    except InputError:
        return typed.lower() if typed.isupper() else typed  # a code, as FR


def _quantity(typed: Mapping[str, str]) -> dict[str, Any] | None:
    least, most, unit = (typed.get(f"quantity_{name}", "").strip() for name in _QUANTITY[:3])
    if not (least or most):
        return None
    sides = {"min": _number("quantity", least) if least else None, "max": _number("quantity", most) if most else None}
    record = {**sides, "unit": unit or "items"}
    return record | ({"shared": True} if typed.get("quantity_shared") else {})


def _conditions(typed: Mapping[str, str], before: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    found = []
    number = 0
    while f"condition_{number}_type" in typed:
        sort, of, count, measure = (typed.get(f"condition_{number}_{name}", "").strip() for name in _CONDITION)
        if sort:
            record: dict[str, Any] = {"type": sort}
            record |= {"of": of} if of else {}
            record |= {"n": _number("n", count)} if count else {}
            record |= {"measure": measure} if measure else {}
            old = before[number] if number < len(before) else {}
            record |= {"quote": old["quote"]} if old.get("type") == sort and old.get("quote") else {}
            found.append(record)
        number += 1
    return found


def _number(name: str, words: str) -> float:
    """Read a number as people of either language type it: 15000, 15 000, 15.000, 15,000, 2.5, 2,5."""
    plain = "".join(words.split())
    plain = re.sub("[.,]", "", plain) if _GROUPED.fullmatch(plain) else plain.replace(",", ".")
    if not _DIGITS.fullmatch(plain):
        raise FormatError(
            name,
            wording("“{words}” is no number", words=words),
            hint="digits, with a point before decimals: 15000, 2.5",
        )
    value = float(plain)
    return int(value) if value.is_integer() else value


def exact_words(text: str, typed: str, *, near: int = 0) -> str:
    """Return the run of a text that was selected or typed, exactly as it stands there; empty if it does not.

    White space may differ, as browsers change it, and signs without width may be missing.
    """
    kept = [(index, sign) for index, sign in enumerate(text) if not _is_unseen(sign)]
    words = "".join(sign for sign in typed if not _is_unseen(sign)).split()
    if not words:
        return ""
    seen = "".join(sign for _, sign in kept)
    places = list(re.finditer(r"\s+".join(re.escape(word) for word in words), seen))
    if not places:
        return ""
    best = min(places, key=lambda place: abs(place.start() - near))
    return text[kept[best.start()][0] : kept[best.end() - 1][0] + 1]


def seen_text(text: str) -> str:
    """A text without the signs that steer and are not seen; white space stays."""
    return "".join(sign for sign in text if not _is_unseen(sign))


def _is_unseen(sign: str) -> bool:
    return not sign.isspace() and unicodedata.category(sign) in {"Cc", "Cf"}


CONDITION_TYPES = tuple(str(each) for each in ConditionType)
FIRMNESS_KEYS = tuple((str(number), str(each)) for number, each in enumerate(Firmness, 1))
"""The key for each firmness."""
STANCE_KEYS = tuple((str(number), str(each)) for number, each in enumerate(Stance, 1))
