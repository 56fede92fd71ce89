"""The verbs of a clause as one: main verb with its particle, modals, tense, mood, voice.

"hat … zugesagt" is the perfect of "zusagen", "soll geschickt werden" a passive under "sollen", "ist vereinbart" a
stative passive but "ist angereist" a perfect. Uses `fields`, `verbs` and the lexicon files.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from zusage.language.analysis import Mood, Tense, VerbGroup, Voice
from zusage.language.german.drafts import Draft
from zusage.language.german.lexicon import word_set
from zusage.language.german.names import Words
from zusage.language.german.verbs import read_finite

_INSEPARABLE = ("be", "ver", "ent", "er", "zer", "emp", "miss", "über", "unter", "um", "durch")
_COHERENT = frozenset({"brauchen", "scheinen", "lassen", "pflegen", "vermögen", "drohen"})
_MODAL_TAGS = frozenset({"VMFIN", "VMINF", "VMPP"})


def find_group(draft: Draft, words: Words, source: VerbGroup | None) -> VerbGroup | None:
    """Return the verb group of a clause, None without a verb; ``source``: the group that it shares verbs with."""
    if draft.gapped:
        return source
    nonfinite = sorted({*draft.bare, *draft.zu})
    finite = draft.finite
    if finite is None and not nonfinite:
        return None
    particle = _find_particle(draft, words)
    head = _main_verb(finite, nonfinite, words)
    lemma = words.lemmas[head]
    if particle is not None and head == finite and lemma != "sein" and _join(words.lower[particle], lemma):
        lemma = words.lower[particle] + lemma
    members = [place for place in (finite, *nonfinite, particle) if place is not None]
    members += [place - 1 for place in draft.zu if words.tags[place - 1] == "PTKZU"]
    modals = _modals(finite, nonfinite, head, words)
    tense, mood, voice = _conjugate((head, lemma), finite, nonfinite, words)
    group = VerbGroup(
        lemma=lemma,
        head=head,
        finite=finite,
        tokens=tuple(sorted(set(members))),
        particle=particle if head == finite else None,
        reflexive=_is_reflexive(draft, words),
        modals=modals,
        tense=tense,
        mood=mood,
        voice=voice,
    )
    return _share(group, source, words) if source is not None and finite is None else group


def _share(group: VerbGroup, source: VerbGroup, words: Words) -> VerbGroup:
    """Take finite verb, modals, tense and mood over from the clause that the verb phrase is coordinated with."""
    voice = source.voice
    if voice is Voice.STATIVE and words.tags[group.head] != "VVPP":
        voice = Voice.ACTIVE
    modals = source.modals if not group.modals else group.modals
    return replace(group, finite=source.finite, modals=modals, tense=source.tense, mood=source.mood, voice=voice)


def _find_particle(draft: Draft, words: Words) -> int | None:
    if draft.finite is None or draft.verb_last:
        return None
    tags = words.tags
    for start, end in reversed(draft.runs):
        for place in range(end - 1, max(start, draft.finite) - 1, -1):
            if tags[place] == "PTKVZ":
                return place
    return None


def _join(particle: str, lemma: str) -> bool:
    """Say whether a particle makes another verb: "kam davon"; "hält wenig davon", "unterstützte ihn dabei" do not."""
    return particle not in word_set("particle_of_few") or lemma in word_set("verb_of_few")


def _main_verb(finite: int | None, nonfinite: Sequence[int], words: Words) -> int:
    tags, lemmas = words.tags, words.lemmas
    lexical = [place for place in nonfinite if tags[place][:2] == "VV"]
    if lexical and finite is not None and tags[finite][:2] == "VV" and lemmas[finite] not in _COHERENT:
        return finite
    if lexical:
        if len(lexical) > 1 and lemmas[lexical[-1]] in word_set("bare"):
            return lexical[0]
        return lexical[-1] if len(lexical) == 1 or finite is None else lexical[0 if _is_cluster(lexical) else -1]
    if finite is not None and tags[finite][:2] == "VV":
        return finite
    auxiliaries = [place for place in nonfinite if tags[place][:2] == "VA"]
    if auxiliaries:
        return auxiliaries[0]
    if nonfinite:
        return nonfinite[0]
    return finite if finite is not None else 0


def _is_cluster(places: Sequence[int]) -> bool:
    return all(after - before == 1 for before, after in itertools.pairwise(places))


def _is_reflexive(draft: Draft, words: Words) -> bool:
    tags = words.tags
    lower = words.lower
    own = [place for start, end in draft.runs for place in range(start, end)]
    free = [place for place in own if tags[place] in {"PRF", "PPER"} and (not place or tags[place - 1] != "APPR")]
    if any(lower[place] == "sich" for place in free):
        return True
    pronouns = {lower[place] for place in free}
    return {"wir", "uns"} <= pronouns or {"ich", "mich"} <= pronouns


def _modals(finite: int | None, nonfinite: Sequence[int], head: int, words: Words) -> tuple[str, ...]:
    """Return modals and "lassen", outermost first: the finite one, then from the end of the cluster inwards."""
    tags, lemmas = words.tags, words.lemmas
    order = ([finite] if finite is not None else []) + list(reversed(nonfinite))
    outer = (place for place in order if place != head)
    return tuple(lemmas[place] for place in outer if tags[place] in _MODAL_TAGS or lemmas[place] == "lassen")


def _conjugate(
    verb: tuple[int, str], finite: int | None, nonfinite: Sequence[int], words: Words
) -> tuple[Tense, Mood, Voice]:
    head, lemma = verb
    tags, lemmas, lower = words.tags, words.lemmas, words.lower
    participle = tags[head] in {"VVPP", "VAPP", "VMPP"}
    helpers = {lemmas[place] for place in nonfinite if place != head and tags[place][:2] == "VA"}
    worden = any(lower[place] == "worden" for place in nonfinite)
    if finite is None:
        passive = "werden" in helpers or (participle and not helpers and not _takes_sein(lemma))
        return Tense.NONE, Mood.INDICATIVE, Voice.PASSIVE if passive else Voice.ACTIVE
    form = read_finite(lower[finite], lemmas[finite])
    helper = lemmas[finite] if finite != head else ""
    participle = participle or (tags[head] == "VVINF" and lower[finite].startswith("wurde"))  # "wurde in Lima beraten"
    tense, voice = form.tense, Voice.ACTIVE
    if worden or (participle and (helper == "werden" or "werden" in helpers)):
        voice = Voice.PASSIVE
        tense = _perfect(form.tense) if worden and helper == "sein" else form.tense
    elif participle and helper == "sein" and tags[head] == "VVPP" and not _takes_sein(lemma):
        voice = Voice.STATIVE
    elif (
        (participle and helper in {"haben", "sein"})
        or (helper == "haben" and tags[head] == "VVINF" and (len(nonfinite) > 1 or tags[head - 1] != "PTKZU"))
    ):  # "hat liefern wollen", "haben in Lima beraten": a participle that looks like the infinitive; not "hat zu beraten"
        tense = _perfect(form.tense)
    if (helper == "werden" and not participle and form.mood is not Mood.HYPOTHETICAL) or (
        helper == "werden" and voice is Voice.PASSIVE and "werden" in helpers
    ):
        tense = Tense.FUTURE
    mood = Mood.IMPERATIVE if tags[finite] in {"VVIMP", "VAIMP"} else form.mood
    return tense, mood, voice


def _replaces_participle(head: int, nonfinite: Sequence[int], tags: Sequence[str]) -> bool:
    """Tell "hat liefern wollen": the infinitives stand for participles."""
    return tags[head] == "VVINF" and len(nonfinite) > 1


def _perfect(tense: Tense) -> Tense:
    return Tense.PLUPERFECT if tense is Tense.PAST else Tense.PERFECT


@lru_cache(maxsize=20_000)
def _takes_sein(lemma: str) -> bool:
    """Tell whether the verb forms its perfect with "sein": "anreisen" does, "bereisen" does not."""
    verbs = word_set("unaccusative")
    if lemma in verbs:
        return True
    if lemma.startswith(_INSEPARABLE):
        return False
    return any(lemma.endswith(verb) for verb in verbs if len(verb) > 4)  # noqa: PLR2004
