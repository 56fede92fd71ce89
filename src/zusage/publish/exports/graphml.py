"""The pledges as a network in GraphML: actors, measures and conditions, for Gephi, visone, igraph, NetworkX.

An edge `pledges` leads from an actor to a measure, an edge `hangs on` from the actor to a condition (with the entry that it
belongs to), an edge `decided by` from a condition to the actor whose doing it is. Our own writer: the format is small, and
a graph library would be a dependency for nothing else.

Source: http://graphml.graphdrawing.org/specification.html
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from xml.etree import ElementTree as ET

from zusage.model.ledger import Entry
from zusage.publish.exports.edition import NOTE, Edition
from zusage.publish.exports.rows import condition_words, entry_status
from zusage.publish.xml_text import clean, to_bytes
from zusage.reconcile.wording import label

NAMESPACE = "http://graphml.graphdrawing.org/xmlns"

Value = str | int | float | bool
Attributes = Mapping[str, Value | None]

_TYPES = {bool: "boolean", int: "int", float: "double", str: "string"}
_NODE: Mapping[str, type] = {"label": str, "kind": str, "synthetic": bool}
_EDGE: Mapping[str, type] = {
    "relation": str,
    "entry": str,
    "recipient": str,
    "object": str,
    "firmness": str,
    "weight": float,
    "quantity_min": float,
    "quantity_max": float,
    "unit": str,
    "condition_logic": str,
    "roots": int,
    "first_day": str,
    "last_day": str,
    "status": str,
    "synthetic": bool,
}
_GRAPH: Mapping[str, type] = {"title": str, "note": str}


def write_graphml(edition: Edition) -> dict[str, bytes]:
    """Return the network as one file; the weight of an edge `pledges` is the firmness's step (0 against, 5 delivered)."""
    root = ET.Element("graphml", xmlns=NAMESPACE)
    for scope, keys in (("graph", _GRAPH), ("node", _NODE), ("edge", _EDGE)):
        for name, kind in keys.items():
            attributes = {"id": f"{scope}-{name}", "for": scope, "attr.name": name, "attr.type": _TYPES[kind]}
            ET.SubElement(root, "key", attributes)
    graph = ET.SubElement(root, "graph", id=edition.dossier.id, edgedefault="directed")
    _data(graph, "graph", {"title": edition.title, "note": NOTE})
    edges = list(_edges(edition))
    for name, of_node in sorted(_nodes(edition, edges).items()):
        _data(ET.SubElement(graph, "node", id=name), "node", of_node)
    for number, (source, target, of_edge) in enumerate(edges):
        _data(ET.SubElement(graph, "edge", id=f"e{number}", source=source, target=target), "edge", of_edge)
    return {"ledger.graphml": to_bytes(root)}


def _edges(edition: Edition) -> Iterator[tuple[str, str, Attributes]]:
    for entry in edition.entries:
        about = _about(entry, edition)
        actor = f"actor:{entry.actor}"
        step = entry.firmness.step if entry.firmness else None
        weight = None if step is None else float(step)
        yield actor, f"measure:{entry.measure}", {"relation": "pledges", "weight": weight} | about
        for condition in entry.conditions:
            name = f"condition:{condition_words(condition)}"
            yield actor, name, {"relation": "hangs on", "condition_logic": entry.condition_logic} | about
            if condition.of:
                yield name, f"actor:{condition.of}", {"relation": "decided by"} | about


def _about(entry: Entry, edition: Edition) -> dict[str, Value | None]:
    amount = entry.quantity
    return {
        "entry": entry.id,
        "recipient": entry.recipient,
        "object": entry.object,
        "firmness": str(entry.firmness) if entry.firmness else None,
        "quantity_min": amount.min if amount else None,
        "quantity_max": amount.max if amount else None,
        "unit": amount.unit if amount else None,
        "roots": len(entry.roots),
        "first_day": entry.first_day,
        "last_day": entry.last_day,
        "status": entry_status(entry),
        "synthetic": edition.is_synthetic(said.report for said in entry.statements),
    }


def _nodes(edition: Edition, edges: list[tuple[str, str, Attributes]]) -> dict[str, Attributes]:
    """The nodes at the ends of the edges; one is synthetic if all of its edges are."""
    real: dict[str, bool] = {}
    for source, target, attributes in edges:
        for name in (source, target):
            real[name] = real.get(name, False) or not attributes["synthetic"]
    return {name: _node(name, edition) | {"synthetic": not is_real} for name, is_real in real.items()}


def _node(name: str, edition: Edition) -> dict[str, Value | None]:
    kind, _, value = name.partition(":")
    if kind == "actor":
        return {"kind": kind, "label": edition.actor(value)}
    if kind == "measure":
        return {"kind": kind, "label": label("measure", value, "en")}
    words, _, of = value.partition(":")
    named = of.split(":")[0] if of and words != "us-support" else ""
    return {"kind": kind, "label": label("condition", words, "en") + (f" ({edition.actor(named)})" if named else "")}


def _data(parent: ET.Element, scope: str, attributes: Attributes) -> None:
    for name, value in attributes.items():
        if value is not None:
            words = str(value).lower() if isinstance(value, bool) else str(value)
            ET.SubElement(parent, "data", key=f"{scope}-{name}").text = clean(words)
