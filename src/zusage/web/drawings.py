"""What pages draw of their views: words and days in the language of the page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby

from zusage.model.ledger import Entry
from zusage.model.values import Firmness
from zusage.publish.histories import Labels, Lane, Mark, ladder, lanes
from zusage.publish.time_axis import is_narrow
from zusage.web.asking import Asked
from zusage.web.marking import rank
from zusage.web.translating import day_words, translations
from zusage.web.views.parties import PartyPage
from zusage.workflow.lookups import Step

_MOST_LANES = 40


def draw_entry(entry: Entry, asked: Asked, width: float) -> str:
    """The ladder of an entry, with all of its statements."""
    gettext = translations(asked.language).gettext
    names = asked.names
    title = gettext("%(actor)s: %(measure)s, how firm over time") % {
        "actor": names.actor(entry.actor),
        "measure": names.measure(entry.measure),
    }
    steps = [Mark(each.day, each.after) for each in entry.changes if each.day]
    in_order = sorted(entry.statements, key=lambda each: (each.day or "", each.id))
    said = [Mark(each.day, each.firmness, each.counts) for each in in_order if each.day]
    about = "; ".join(f"{_day(each.day, asked)}: {names.value('firmness', each.firmness)}" for each in steps)
    return ladder(named("ladder", width), steps, said, labels_of(title, about, asked), width=width)


def drawing_of_party(view: PartyPage, asked: Asked) -> Callable[[float], str] | None:
    """Return what draws lanes of an actor's measures, or of the actors of a measure; None where nothing has a day."""
    gettext = translations(asked.language).gettext
    names = asked.names
    of_actor = view.kind == "actor"
    whose = names.actor(view.id) if of_actor else names.measure(view.id)
    made = _lanes(view.steps, by="measure" if of_actor else "actor", asked=asked)
    if not made:
        return None
    title = gettext("%(name)s: how firm over time") % {"name": whose}
    about = "; ".join(
        f"{lane.label}: "
        + ", ".join(f"{_day(each.day, asked)} {names.value('firmness', each.firmness)}" for each in lane.steps)
        for lane in made
    )
    until = max(each.day for lane in made for each in lane.steps)
    labels = labels_of(title, about, asked)

    def draw(width: float) -> str:
        return lanes(named("lanes", width), made, asked.address.as_of or until, labels, width=width)

    return draw


def _lanes(steps: Sequence[Step], *, by: str, asked: Asked) -> list[Lane]:
    """One lane for each measure or actor: of several entries the firmest of each day."""

    def key(each: Step) -> str:
        return str(getattr(each, by))

    label = asked.names.measure if by == "measure" else asked.names.actor
    made = []
    for name, found in groupby(sorted(steps, key=lambda each: (key(each), each.day or "")), key=key):
        marks = _firmest(list(found))
        if marks:
            made.append(Lane(label(name), tuple(marks)))
    return sorted(made, key=lambda lane: (-rank(lane.steps[-1].firmness), lane.label))[:_MOST_LANES]


def _firmest(steps: Sequence[Step]) -> list[Mark]:
    now: dict[str, Firmness] = {}
    marks: list[Mark] = []
    for day, found in groupby((each for each in steps if each.day), key=lambda each: each.day or ""):
        now |= {each.entry: each.after for each in found}
        firmness = max(now.values(), key=rank)
        if not marks or marks[-1].firmness is not firmness:
            marks.append(Mark(day, firmness))
    return marks


def named(name: str, width: float) -> str:
    """Name a drawing, so that the same in another width on the same page has another name."""
    return f"{name}-narrow" if is_narrow(width) else name


def labels_of(title: str, about: str, asked: Asked) -> Labels:
    """What a drawing says: words for firmness and days in the language of the page."""
    return Labels(title, about, lambda value: asked.names.value("firmness", value), lambda day: _day(day, asked))


def _day(day: str | None, asked: Asked) -> str:
    return day_words(day, language=asked.language)
