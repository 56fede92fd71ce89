"""Strangers: whom no lexicon knows, in the place of who holds an opinion. The words say that somebody does, and who.

Lexicons cannot hold every association, and reports let rebels, unions and unknown witnesses have their say. Before a verb of
stance the subject is somebody, so what stands there names an actor: a crowd ("Gewerkschafter", "the opposition"), a person
by first name and surname, an association or party by its name.

Source: codebook, section 1 (a collective; another organisation by its usual short name; a person who acts for nobody).
"""

from __future__ import annotations

from zusage.language.analysis import Phrase, Pos, Token
from zusage.reading.actors import ActorRef
from zusage.reading.actors.folding import organisation_slug, person_slug
from zusage.reading.context import Context
from zusage.reading.positions.sides import speaks_for
from zusage.reading.positions.words import crowds, words

STRANGER = "a stranger"
"""How the reason of such an actor begins."""

BODY = f"{STRANGER}: an organisation"
LONGEST = 5
FULL = 2
"""Words of a full name."""
FOREIGN = frozenset({"NNP", "NNPS", "NE", "FM"})
SINGULAR = frozenset(
    {"a", "an", "der", "ein", "eine", "einer", "jeder", "jede", "kein", "keine", "every", "each", "no"}
)


def strangers(context: Context, phrase: Phrase | None) -> tuple[ActorRef, ...]:
    """Find whom a phrase names that is in no lexicon.

    Examples: "Gewerkschafter protestierten dagegen", "the opposition rejects it"; "Ravna Teilor of the teachers' union
    doubts it"; "The Harbour Watch opposes it".
    """
    if phrase is None or phrase.prep is not None:
        return ()
    found = (_stranger(context, part) for part in phrase.each())
    return tuple(ref for ref in found if ref is not None)


def _stranger(context: Context, part: Phrase) -> ActorRef | None:
    mention = context.who.by_token.get(part.head)
    if (mention is not None and mention.actor is not None) or part.head in context.who.links:
        return None
    label = _crowd(context, part)
    if label is not None:
        return ActorRef(f"group:{label}", None, None, None, f"{STRANGER}: a crowd")
    if (named := _named_before(context, part)) is not None:
        return named
    run = _name(context, part)
    if run is None or (run[1] - run[0] == 1 and _word(context.tokens[part.head]) in crowds(context.analysis.language)):
        return None
    return _named(context, part, run)


def _named_before(context: Context, part: Phrase) -> ActorRef | None:
    """An English body whose name stands before what it is: "the **Clean Air alliance**", "the **Yazidi council**"."""
    token = context.tokens[part.head]
    if context.analysis.language != "en" or token.text != token.lower or _word(token) not in words("named-bodies"):
        return None
    start = part.head
    while (
        start > part.start and context.tokens[start - 1].text[0].isupper() and (start - 1) not in context.who.by_token
    ):
        start -= 1
    while start < part.head and context.tokens[start].pos in (Pos.DET, Pos.PRON):
        start += 1  # "**Her** group" opens a sentence
    if start in (part.head, 0):
        return None
    return ActorRef(organisation_slug(context.analysis.words(start, part.head + 1)), None, None, None, BODY)


def _crowd(context: Context, part: Phrase) -> str | None:
    """The label of the people that a noun names, in the plural or taken together: "Bischöfe", "trade unions", "the opposition"."""
    token = context.tokens[part.head]
    if token.pos not in (Pos.NOUN, Pos.PROPN):
        return None
    found = crowds(context.analysis.language).get(_word(token))
    if found is None and context.analysis.language == "de":
        word = token.lemma.lower()
        found = next((c for i in range(1, len(word) - 3) if (c := crowds("de").get(word[i:])) is not None), None)
    if found is None:
        return None
    label, together = found
    if together and not _is_described(context, part):
        return label
    return label if _is_plural(context, part) else None


def _is_described(context: Context, part: Phrase) -> bool:
    """Say whether a noun only tells what the one behind it is: "**Opposition** MP Jane Doe"."""
    behind = context.tokens[part.head + 1] if part.head + 1 < len(context.tokens) else None
    return context.analysis.language == "en" and behind is not None and behind.pos in (Pos.NOUN, Pos.PROPN)


def _word(token: Token) -> str:
    return token.lemma.lower()


def _is_plural(context: Context, part: Phrase) -> bool:
    token = context.tokens[part.head]
    if context.analysis.language == "en":
        return token.tag in ("NNS", "NNPS")
    first = context.tokens[part.start]
    if first.lower in SINGULAR:
        return False
    return (
        token.text != token.lemma or part.start == part.head or first.pos is not Pos.DET or token.lower.endswith("er")
    )


def _name(context: Context, part: Phrase) -> tuple[int, int] | None:
    """The run of words that is a name: around the head, or right behind a noun that tells what it is ("Stahlverband Eurofer")."""
    start = part.head
    if not _is_name(context, start):
        start += 1
        if start >= len(context.tokens) or not _is_name(context, start):
            return None
    while _goes_back(context, start):
        start -= 1
    end = start + 1
    while end < len(context.tokens) and end - start < LONGEST and _goes_on(context, end):
        end += 1
    return start, end


def _goes_back(context: Context, start: int) -> bool:
    """Say whether a name begins further ahead: before a hyphen ("Sohal-**Mbeki**") or with another word."""
    if start == 0:
        return False
    before = context.tokens[start - 1]
    if before.text == "-":
        return start > 1 and before.end == context.tokens[start].start and _is_name(context, start - 2)
    return _is_name(context, start - 1)


def _goes_on(context: Context, at: int) -> bool:
    token = context.tokens[at]
    if token.text == "-":
        return at + 1 < len(context.tokens) and _is_name(context, at + 1) and token.end == context.tokens[at + 1].start
    return _is_name(context, at)


def _is_name(context: Context, at: int) -> bool:
    token = context.tokens[at]
    if at in context.who.by_token or not token.text[0].isupper() or len(token.text) < FULL or token.text.endswith("."):
        return False
    return token.pos is Pos.PROPN or token.tag in FOREIGN


def _named(context: Context, part: Phrase, run: tuple[int, int]) -> ActorRef | None:
    start, end = run
    own = [context.tokens[i] for i in range(start, end)]
    text = context.analysis.words(start, end)
    lemma = _word(context.tokens[part.head])
    if start > part.head == part.start and any(token.lower in words("body-names") for token in own):
        return ActorRef(organisation_slug(context.analysis.words(part.head, end)), None, None, None, BODY)
    is_body = start > part.head and lemma.endswith(tuple(words("named-bodies")))
    parts = [token for token in own if token.text != "-"]
    is_body = is_body or any(token.lower in words("body-names") for token in parts) or _is_called_the(context, start)
    if is_body and (len(parts) >= FULL or start > part.head):
        return ActorRef(organisation_slug(text), None, None, None, BODY)
    if len(parts) >= FULL:
        if (body := speaks_for(context, start, end)) is not None:
            return body
        slug = person_slug(text)
        return ActorRef(f"person:{slug}", slug, None, None, f"{STRANGER}: a full name")
    return None if start > part.head or _is_rest(context, start) else _by_surname(context, start)


def _is_rest(context: Context, at: int) -> bool:
    """Say whether a word is only the end of a name: "Denmark's People's **Party**"."""
    before = context.tokens[at - 1] if at else None
    return before is not None and (before.lower in ("'s", "’s", "'") or (at - 1) in context.who.by_token)


def _is_called_the(context: Context, start: int) -> bool:
    return start > 0 and context.tokens[start - 1].lower in words("name-articles")


def _by_surname(context: Context, at: int) -> ActorRef | None:
    """Whose surname a word is, where the report has named a person in full before."""
    text = context.tokens[at].text
    for i in range(1, at):
        if context.tokens[i].text == text and _is_name(context, i) and _is_name(context, i - 1):
            slug = person_slug(context.analysis.words(i - 1, i + 1))
            return ActorRef(f"person:{slug}", slug, None, None, f"{STRANGER}: a surname")
    return None
