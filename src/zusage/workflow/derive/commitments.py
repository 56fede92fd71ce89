"""A commitment as a row of values and back: what entries are made of, read by the hundred for every page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from zusage.ledger.payload import compact, read_json
from zusage.model.quote import Quote
from zusage.model.statement import Commitment, Condition, Quantity
from zusage.model.values import (
    Authority,
    Basis,
    ConditionLogic,
    ConditionType,
    Firmness,
    Instrument,
    Per,
    Voice,
    Where,
)

Written = list[Any]

_FIRMNESS = {str(each): each for each in Firmness}
_AUTHORITY = {str(each): each for each in Authority}
_VOICE = {str(each): each for each in Voice}
"""Members that nearly all commitments have, by how they are written: found more quickly than by calling for them."""

_NO_EVIDENCE: Mapping[str, tuple[Quote, ...]] = MappingProxyType({})


def encode_commitment(said: Commitment) -> str:
    """Write a commitment without its trace and evidence."""
    quantity = said.quantity
    row = [
        [said.actor, said.measure, said.firmness, said.speaker, said.recipient, said.said_on, said.object],
        _quote(said.quote),
        [[each.type, each.of, each.n, each.measure, _quote(each.quote)] for each in said.conditions],
        [quantity.min, quantity.max, quantity.unit, quantity.shared] if quantity else None,
        [said.by, said.from_, said.until, said.certainty],
        [said.condition_logic, said.where, said.basis, said.instrument, said.per, said.authority, said.voice],
    ]
    return compact(row)


def decode_commitment(written: str) -> Commitment:
    """Make a commitment of what `encode_commitment` wrote."""
    return _make(read_json(written))


def decode_commitments(written: Iterable[str]) -> Iterator[Commitment]:
    """Make commitments of what `encode_commitment` wrote, all read at once, which is quicker."""
    return map(_make, read_json(f"[{','.join(written)}]"))


def _make(parts: Written) -> Commitment:
    plain, quote, conditions, quantity, terms, values = parts
    actor, measure, firmness, speaker, recipient, said_on, thing = plain
    by, start, until, certainty = terms
    logic, where, basis, instrument, per, authority, voice = values
    return Commitment(
        actor=actor,
        measure=measure,
        firmness=_FIRMNESS[firmness],
        quote=Quote(*quote),
        speaker=speaker,
        recipient=recipient,
        conditions=tuple(
            Condition(ConditionType(kind), of, n, what, Quote(*words) if words else None)
            for kind, of, n, what, words in conditions
        )
        if conditions
        else (),
        condition_logic=ConditionLogic(logic) if logic else None,
        quantity=Quantity(*quantity) if quantity else None,
        said_on=said_on,
        object=thing,
        where=Where(where) if where else None,
        basis=Basis(basis) if basis else None,
        instrument=Instrument(instrument) if instrument else None,
        by=by,
        from_=start,
        until=until,
        per=Per(per) if per else None,
        authority=_AUTHORITY[authority] if authority else None,
        voice=_VOICE[voice] if voice else None,
        evidence=_NO_EVIDENCE,
        certainty=certainty,
    )


def _quote(quote: Quote | None) -> Written | None:
    return [quote.exact, quote.start, quote.end, quote.prefix, quote.suffix] if quote is not None else None
