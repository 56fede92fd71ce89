"""Relief: whether money or a vehicle is for people in need, by the words beside it.

Source: codebook, section 2 (money for a stated purpose has its measure).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from zusage.language.analysis import Phrase, Pos, Role
from zusage.reading.context import Context
from zusage.reading.lexicon import Sense, words

FOR_WHOM = frozenset({"für", "for"})
TO_WHOM = frozenset({"for", "to"})
FOR_AGENCIES = frozenset({"an", "für"})
LOAD_WITHIN = 9
"""Tokens behind a vehicle that may name its load."""
MEMBER_WITHIN = 4
"""Tokens behind "und" within which another vehicle may stand."""
HELP_WITHIN = 9
"""Tokens within which a verb of helping names whom it helps."""

LEAST_ENDING = 5
"""Letters of the end of a German compound by which it is looked up."""

STOPS = frozenset(".;:")


def is_for_people_in_need(context: Context, phrase: Phrase) -> bool:
    """Say whether money is for people in need: "eine Million für die Opfer des Bebens", "$2m for refugees".

    In German also whom it is given to, and what is done for them or against what they suffer from: "stellt den Menschen in
    Niger 40 Millionen bereit", "für den Kampf gegen den Hunger", "fließt in die Hilfe für Flüchtlinge", "sagte dem Roten Kreuz
    zwei Millionen zu".
    """
    german = context.analysis.language == "de"
    given = german and phrase.prep is None and phrase.role == Role.INDIRECT
    if (given or (german and phrase.prep in FOR_AGENCIES)) and any(_is_agency(context, part) for part in phrase.each()):
        return True
    if (
        german
        and phrase.prep in ("für", "zu", "in")
        and any(_is_against_distress(context, part) for part in phrase.each())
    ):
        return True
    if not german and phrase.prep in TO_WHOM and any(_is_in_plight(context, part) for part in phrase.each()):
        return True
    if not given and phrase.prep not in FOR_WHOM:
        return False
    needy = words("in-need") | (words("civilians") if german else frozenset())
    return any(
        _is_among(context.head(part).lemma, needy) or _are_called_needy(context, part.start, part.head)
        for part in phrase.each()
    )


def _is_in_plight(context: Context, part: Phrase) -> bool:
    """Say whether people are told to be in need behind their noun, or an agency brings relief.

    Examples: "for people | displaced by fighting", "for Syrians fleeing the war", "to the Red Cross".
    """
    head = context.head(part)
    if _is_agency(context, part):
        return True
    behind = context.tokens[part.head + 1].lower if part.head + 1 < len(context.tokens) else ""
    people = not words("civilians").isdisjoint((head.lower, head.lemma.lower()))
    return behind in words("uprooted") or (people and behind in words("stricken"))


def _is_agency(context: Context, part: Phrase) -> bool:
    """Say whether a phrase names an agency that brings relief: "to the World Food Programme", "dem Roten Kreuz"."""
    agencies, head = words("relief-agencies"), context.head(part)
    if head.lemma.lower() in agencies or head.lower in agencies:
        return True
    named = context.who.by_token.get(part.head)
    return named is not None and named.actor in agencies


def _is_against_distress(context: Context, part: Phrase) -> bool:
    """Say whether something is done against distress or for who suffers it: "Kampf gegen den Hunger", "Versorgung der Opfer"."""
    head = context.head(part).lemma.lower()
    suffered = words("distress") if head in words("struggles") else frozenset()
    suffering = words("in-need") if head in words("caring") else frozenset()
    if not suffered and not suffering:
        return False
    what = [context.head(inner).lemma.lower() for dependent in part.dependents for inner in dependent.each()]
    return any(lemma in suffered or (bool(suffering) and _is_among(lemma, suffering)) for lemma in what)


def _are_called_needy(context: Context, start: int, end: int) -> bool:
    """Say whether an adjective says that people are in need: "notleidende Menschen"."""
    run = context.tokens[start:end]
    return any(token.lemma.lower() in words("needy") or token.lower in words("needy") for token in run)


def _is_among(lemma: str, needy: frozenset[str]) -> bool:
    """Say whether a noun, or the end of a compound, is one of these people: "Erdbebenopfer"."""
    word = lemma.lower()
    forms = (word, word.removesuffix("r"), word.removesuffix("n"))  # "Vertriebener", "Vertriebenen"
    return not needy.isdisjoint(forms) or any(
        form.endswith(end) for form in forms for end in needy if len(end) >= LEAST_ENDING
    )


def helps_people_in_need(context: Context, index: int) -> bool:
    """Say whether a clause helps people in need: "to help the victims of the quake", "to aid millions facing starvation"."""
    verb = context.clauses[index].verb
    if verb is None or verb.lemma not in words("helping"):
        return False
    needy = words("in-need") | words("distress")
    if context.analysis.language == "de":  # "um den Opfern des Bebens zu helfen"
        clause = context.clauses[index]
        named = any(_is_among(t.lemma, needy) for t in context.tokens[clause.start : clause.end] if t.pos == Pos.NOUN)
        return named or _are_called_needy(context, clause.start, clause.end)
    after = context.tokens[verb.head + 1 : verb.head + HELP_WITHIN]
    stop = next((i for i, token in enumerate(after) if token.text in STOPS), len(after))
    needy |= words("humanitarian")  # "to respond to the humanitarian crisis"
    return any(token.lemma.lower() in needy or token.lower in words("uprooted") for token in after[:stop])


def is_for_rebuilding(context: Context, index: int) -> bool:
    """Say whether a clause of purpose is on rebuilding: "to start the long process of rebuilding the country".

    Recovering from what has destroyed things is, too: "to help Chad recover from the floods"; not from an economic crisis. So
    is work on what people live by: "to drill wells", "to expand the port", "um Brunnen zu bohren".
    """
    verb = context.clauses[index].verb
    if verb is None:
        return False
    if _builds(context, index):
        return True
    if context.analysis.language != "en":
        return False
    after = context.tokens[verb.head : verb.head + HELP_WITHIN]
    stop = next((i for i, token in enumerate(after) if token.text in STOPS), len(after))
    lemmas = [token.lemma.lower() for token in after[:stop]]
    recovering = not words("recovering").isdisjoint(lemmas) and not words("disasters").isdisjoint(lemmas)
    return recovering or not words("rebuilding").isdisjoint(lemmas)


def _builds(context: Context, index: int) -> bool:
    """Say whether a clause builds or mends what people live by: "to pave roads", "um den Hafen auszubauen"."""
    clause = context.clauses[index]
    if clause.verb is None or clause.verb.lemma not in words("building-verbs"):
        return False
    built = words("built")
    objects = (part for phrase in clause.with_role(Role.OBJECT) for part in phrase.each())
    return any(context.ends(context.head(part).lemma, word) for part in objects for word in built)


def carries_relief(context: Context, part: Phrase) -> bool:
    """Say whether a vehicle is told to have relief aboard: "a plane carrying tents", "two helicopters loaded with medicine".

    What several have aboard stands behind the last of them: "Schiffe und Flugzeuge mit Hilfsgütern".
    """
    behind = part.head + 1  # "drei Flugzeuge mit Rettungskräften"
    while behind + 1 < len(context.tokens) and context.tokens[behind].lower in words("and"):
        following = next((i for i in range(behind + 1, behind + MEMBER_WITHIN) if _is_vehicle(context, i)), None)
        if following is None:
            break
        behind = following + 1
    if _is_loaded_in_clause(context, part):
        return True
    is_loaded = behind < len(context.tokens) and context.tokens[behind].lower in _loads_of(context, part)
    for i in range(behind, min(behind + LOAD_WITHIN - 1, len(context.tokens))):
        token = context.tokens[i]
        if token.text in STOPS:
            return False
        if is_loaded and token.pos == Pos.NOUN:
            thing = context.lexicon.thing(token.lemma, context.tokens[i - 1].lemma)
            if token.lemma.lower() in words("plain-help") or (thing is not None and thing.measure == "humanitarian"):
                return True
        is_loaded = is_loaded or token.lemma.lower() in words("loading")
    return False


def _loads_of(context: Context, part: Phrase) -> frozenset[str]:
    """The preposition before a load: "ein Flugzeug **mit** Zelten", "a ship **with** rice".

    Not in English behind a helicopter or a warship, or where a navy sends it, which are own aircraft and ships whatever they bring.
    """
    if context.analysis.language == "de":
        return frozenset({"mit"})
    clause = context.analysis.clause_at(part.head)
    subject = clause.subject if clause is not None else None
    branch = context.head(subject).lemma.lower() if subject is not None else ""
    own = branch in {row.partition("=")[0] for row in words("branches")}
    return frozenset() if own or context.head(part).lemma.lower() == "helicopter" else frozenset({"with"})


def _is_loaded_in_clause(context: Context, part: Phrase) -> bool:
    """Say whether a German clause tells what its subject has aboard: "Ein Airbus ist **mit Lebensmitteln** abgeflogen"."""
    clause = context.analysis.clause_at(part.head)
    if context.analysis.language != "de" or clause is None or clause.subject is not part:
        return False
    phrases = (*clause.phrases, *part.walk())
    loads = (context.thing_of(phrase) for phrase in phrases if phrase.prep == "mit")
    return any(thing is not None and thing.measure == "humanitarian" for thing in loads)


def _is_vehicle(context: Context, i: int) -> bool:
    return i < len(context.tokens) and context.tokens[i].lemma.lower() in words("vehicles")


def plain_help(context: Context, sense: Sense, phrases: Sequence[Phrase]) -> Iterator[tuple[str, Phrase]]:
    """Help of no sort with its measure: "schickt Hilfe" is relief, "setzt die Hilfe aus" stops money."""
    for part in (part for phrase in phrases for part in phrase.each()):
        if context.head(part).lemma.lower() in words("plain-help"):
            if sense.kind in ("withdraw", "freeze"):
                yield "funding", part
            elif sense.lemma in words("sending-help"):
                yield context.money_is_for or "humanitarian", part
