"""Clauses of a sentence by topological fields: which segments make which clause, and which clause hangs on which.

A clause waits for its finite verb; segments are fed to it in order. A conjunction or a relative word opens a clause
whose verb comes last, a verb in first place after what is said is the speaker's clause ("…, sagte sie"), a second verb
makes a second clause. Uses `segments`, `verbs` and the lexicon files.
"""

from __future__ import annotations

from collections.abc import Sequence

from zusage.language.analysis import ClauseKind, Link, Mood
from zusage.language.german.cells import SINGULAR_CELLS
from zusage.language.german.drafts import Draft, parents_first, topmost
from zusage.language.german.infinitives import split_infinitive
from zusage.language.german.lexicon import clause_markers, is_animate, word_set
from zusage.language.german.names import Chunk, Words
from zusage.language.german.segments import CHUNK, CONJ, FIN, NON, PARTICLE, REL, SUB, UM, WH, WORD, Segment
from zusage.language.german.verbs import SINGULAR, read_finite

_QUESTION_TAGS = frozenset({"PWS", "PWAT", "PWAV"})
_AUXILIARY = frozenset({"sein", "haben", "werden", "können", "müssen", "sollen", "wollen", "dürfen", "mögen"})
_ROW_TAGS = frozenset({"NE", "NN", "ART", "$,", "KON"})
_FROM = frozenset({"von", "vom", "aus"})


def find_clauses(words: Words, segments: Sequence[Segment], question: bool) -> list[Draft]:  # noqa: FBT001
    """Return the clauses of one sentence in order of their first token, without empty ones."""
    builder = _Builder(words, question=question)
    for place, segment in enumerate(segments):
        following = next((later for later in segments[place + 1 :] if later.finite and not later.opener), None)
        builder.feed(segment, following)
    return builder.finish()


class _Builder:
    """The state while the segments of one sentence are fed in order."""

    __slots__ = ("current", "drafts", "question", "words")

    def __init__(self, words: Words, *, question: bool) -> None:
        self.words = words
        self.question = question
        self.drafts: list[Draft] = []
        self.current: Draft | None = None

    def feed(self, segment: Segment, following: Segment | None) -> None:
        """Give one segment to a clause, an old or a new one; an infinitive inside it without commas makes its own."""
        for part in split_infinitive(segment, self.words):
            self._feed_one(part, following)

    def _feed_one(self, segment: Segment, following: Segment | None) -> None:
        if segment.opener in {SUB, REL, WH} and self._opens(segment):
            self._open_subordinate(segment)
        elif segment.finite:
            self._feed_finite(segment, following)
        elif segment.zu or segment.opener == UM:
            self._feed_infinitive(segment)
        elif segment.bare:
            self._feed_bare(segment)
        else:
            self._feed_nominal(segment)

    def finish(self) -> list[Draft]:
        """Close the sentence: verbless clauses become fragments, empty ones vanish."""
        kept = [draft for draft in self.drafts if draft.runs]
        for draft in kept:
            if draft.marker == "wie" and draft.kind is ClauseKind.SUBORDINATE and self._draft_speaks(draft):
                draft.link = Link.PARENTHESIS
                draft.parent = topmost(draft.parent) if draft.parent is not None else None
        for draft in kept:
            while draft.parent is not None and not draft.parent.runs:
                draft.parent = draft.parent.parent
            if draft.parent is None:
                draft.link = Link.ROOT if draft.link is not Link.PARENTHESIS else draft.link
            if draft.kind is ClauseKind.MAIN and draft.finite is None and draft.source is None and not draft.bare:
                draft.kind = ClauseKind.FRAGMENT
        kept.sort(key=lambda draft: draft.runs[0][0])
        return parents_first(kept)

    # -- making and feeding

    def _new(self, kind: ClauseKind, link: Link, parent: Draft | None) -> Draft:
        draft = Draft(kind, link, parent)
        self.drafts.append(draft)
        return draft

    def _main(self) -> Draft:
        """Return the innermost clause, or a main clause that is yet to come."""
        if self.current is None:
            self.current = self._new(ClauseKind.MAIN, Link.ROOT, None)
        return self.current

    def _give(self, draft: Draft, segment: Segment, upto: int | None = None) -> None:
        """Give the segment's tokens and verbs to a clause, up to a unit."""
        units = segment.units if upto is None else segment.units[:upto]
        goes_on = bool(draft.runs) and draft.runs[-1][1] == segment.brk_start
        start, last = segment.brk_start if goes_on else units[0].start, units[-1].end
        if segment.hole is not None and units[0].start < segment.hole[0] < segment.hole[1] < last:
            draft.add(start, segment.hole[0])
            start = segment.hole[1]
        draft.add(start, last)
        if draft.finite is None:
            draft.finite = next((place for place in segment.finite if place < last), None)
        draft.bare.extend(place for place in segment.bare if place < last)
        draft.zu.extend(place for place in segment.zu if place < last)
        self.current = draft

    def _waiting(self) -> Draft | None:
        return next((draft for draft in self.current.chain() if draft.waits), None) if self.current else None

    def _rest(self, segment: Segment, unit: int) -> None:
        """Feed what follows a closed verb-last clause without a comma."""
        rest = Segment("", segment.units[unit].start, segment.units[unit:], hole=segment.hole)
        last = segment.units[unit].start
        rest.finite = [place for place in segment.finite if place >= last]
        rest.bare = [place for place in segment.bare if place >= last]
        rest.zu = [place for place in segment.zu if place >= last]
        self.feed(rest, None)

    # -- verb-last clauses

    def _opens(self, segment: Segment) -> bool:
        """Tell a subordinate clause from a question of its own ("Wer zahlt?") and a sentence-initial pronoun."""
        first = segment.opener_unit
        if segment.opener == SUB:
            return True
        verb_second = segment.code(first + 1) == FIN
        if segment.opener == REL:
            return not (self.current is None and segment.brk == "") and not (
                verb_second and len(segment.units) > first + 3
            )
        starts = self.current is None or segment.brk in {":", ".", ";"} or segment.after_quote
        return not (verb_second and (starts or (len(segment.units) > first + 2 and segment.brk != ",")))

    def _open_subordinate(self, segment: Segment) -> None:
        opener = segment.units[segment.opener_unit]
        asked = segment.opener == REL and self._is_asked(opener.start)
        kind = ClauseKind.RELATIVE if segment.opener == REL and not asked else ClauseKind.SUBORDINATE
        marker, link = self._find_marker(segment) if not asked else ("was", Link.QUESTION)
        before = self.current
        parent = self._main()
        if segment.brk == "K" or segment.code(0) == CONJ:
            sibling = self._sibling(before, kind)
            if sibling is not None:
                parent = sibling.parent or parent
                link = sibling.link if marker is None else link
        elif (
            before is not None
            and kind is ClauseKind.RELATIVE
            and before.parent is not None
            and self._ends_in_verb(before)
        ):
            parent = before.parent
        draft = self._new(kind, link, parent)
        draft.marker, draft.verb_last, draft.opener = marker, True, opener.start
        self._give_verb_last(draft, segment, segment.opener_unit)

    def _is_asked(self, place: int) -> bool:
        """Tell "sagte nicht, was er plant" from "alles, was er plant"."""
        words = self.words
        before = words.tags[place - 2] if place > 1 else ""
        return words.lower[place] == "was" and before not in {"PIS", "PDS", "PIAT", "ADJA"}

    def _find_marker(self, segment: Segment) -> tuple[str | None, Link]:
        lower = self.words.lower
        unit = segment.units[segment.opener_unit]
        if segment.opener == REL:
            return None, Link.RELATIVE
        word = lower[unit.start]
        marker = self.words.lemmas[unit.start] if word != "daß" else "dass"
        joined = None
        if segment.opener_unit:
            previous = lower[segment.units[segment.opener_unit - 1].start]
            joined = f"{previous} {marker}"
        links = clause_markers()
        if joined is not None and joined in links:
            return joined, Link(links[joined])
        if segment.opener == WH:
            asked = next(
                (at for at in range(unit.start, unit.end) if self.words.tags[at] in _QUESTION_TAGS), unit.start
            )
            return self.words.lemmas[asked], Link.QUESTION
        return marker, Link(links.get(marker, "other"))

    @staticmethod
    def _sibling(current: Draft | None, kind: ClauseKind) -> Draft | None:
        if current is None:
            return None
        return next((draft for draft in current.chain() if draft.kind is kind and draft.finite is not None), None)

    def _ends_in_verb(self, draft: Draft) -> bool:
        last = draft.runs[-1][1] - 1 if draft.runs else -1
        return last >= 0 and self.words.tags[last][0] == "V"

    def _give_verb_last(self, draft: Draft, segment: Segment, first: int) -> None:
        """Give a verb-last clause its segment up to the end of its verb cluster; the rest goes on as a segment."""
        upto = None
        codes = [unit.code for unit in segment.units]
        if len(segment.finite) > 1:
            place = codes.index(FIN, first)
            while place + 1 < len(codes) and codes[place + 1] in {NON, "Z"}:
                place += 1
            upto = place + 1 if place + 1 < len(codes) else None
        self._give(draft, segment, upto)
        if upto is not None:
            self._rest(segment, upto)

    # -- segments with a finite verb

    def _feed_finite(self, segment: Segment, following: Segment | None) -> None:
        waiting = self._waiting()
        if waiting is not None and self._goes_on_verb_last(segment, waiting, following):
            self._coordinate(segment, self._main(), self._verb_position(segment))
            return
        aside = segment.brk == "(" and following is None and bool(waiting is not None and waiting.runs)
        breaks = segment.brk in {":", ";", "."} or aside  # "USA: zehn Millionen (muss noch durch den Kongress)"
        if waiting is not None and not breaks and not self._is_speaker(segment, waiting):
            if waiting.verb_last:
                self._give_verb_last(waiting, segment, 0)
            else:
                self._give(waiting, segment)
            return
        position = self._verb_position(segment)
        if self.current is None:
            self._first_main(segment, following, position)
            return
        if waiting is not None and not waiting.verb_last:
            waiting.kind = ClauseKind.FRAGMENT if waiting.finite is None and not waiting.bare else waiting.kind
        self._next_finite(segment, position)

    def _goes_on_verb_last(self, segment: Segment, waiting: Draft, following: Segment | None) -> bool:
        """Tell whether a second verb-last clause comes before the main clause.

        "Wenn die Waffen schweigen und | das Geld reicht, zahlt Oslo." "Sobald Oslo zahlt, | der Hafen öffnet und …"
        """
        current = self._main()
        complete = current.verb_last and current.finite is not None and current.kind is not ClauseKind.INFINITIVE
        if waiting.verb_last or not complete or segment.units[-1].code not in {FIN, NON}:
            return False
        if segment.brk == "K":
            return self._verb_position(segment) != 1 or segment.units[-1].code == FIN
        first = segment.units[0]
        listed = segment.brk == "," and not waiting.runs and current.kind is ClauseKind.SUBORDINATE
        verb_last = segment.units[-1].code == FIN and self._verb_position(segment) > 0
        return listed and verb_last and following is not None and self.words.lower[first.start] not in {"so", "dann"}

    def _is_speaker(self, segment: Segment, waiting: Draft) -> bool:
        """Tell "…“, sagte er" after a quotation without a finite verb."""
        opens = segment.code(0) == FIN and segment.after_quote
        return waiting.kind is ClauseKind.MAIN and opens and self._is_speech(segment)

    def _sets_against(self, segment: Segment) -> bool:
        """Tell a second deed of the same subject from who says it: "Oslo lobte den Plan, **mahnte aber** Eile an".

        A name or a pronoun behind the adverb is who says it: "Das Lager sei leer, sagte jedoch Oslo".
        """
        words, verb = self.words, segment.finite[0]
        if segment.brk != "," or segment.code(0) != FIN or segment.after_quote or self.question:
            return False
        at = verb + 1 + (words.tags[verb + 1 : verb + 2] == ["PRF"])
        if words.lower[at : at + 1] == [] or words.lower[at] not in word_set("adversative"):
            return False
        behind = at + 1
        if behind >= len(words.lower):
            return True
        return words.lower[behind] != "der" and words.tags[behind] not in {"NE", "PPER"}

    def _is_speech(self, segment: Segment) -> bool:
        """Tell whether a segment's verb is one of speaking: "sagte", "teilte … mit", "habe … erklärt"."""
        lemmas, speech = self.words.lemmas, word_set("speech")
        finite = lemmas[segment.finite[0]]
        if self.words.tags[segment.finite[0]] == "VMFIN":
            return False
        if finite in _AUXILIARY:
            return any(lemmas[place] in speech for place in segment.bare)
        particles = [unit.start for unit in segment.units if unit.code == PARTICLE]
        if particles and self.words.lower[particles[-1]] + finite in speech:
            return True
        return finite in speech and (not particles or segment.code(0) == FIN)

    @staticmethod
    def _verb_position(segment: Segment) -> int:
        """Return how many phrases stand before the finite verb, conjunctions aside."""
        count = 0
        for unit in segment.units:
            if unit.code == FIN:
                return count
            count += unit.code != CONJ
        return count

    def _first_main(self, segment: Segment, following: Segment | None, position: int) -> None:
        conditional = (
            position == 0
            and not self.question
            and following is not None
            and following.brk == ","
            and _begins_with_verb(following, self.words)
        )
        if conditional:
            draft = self._new(ClauseKind.SUBORDINATE, Link.CONDITION, self._main())
        else:
            draft = self._new(ClauseKind.MAIN, Link.ROOT, None)
        self._give(draft, segment)

    def _next_finite(self, segment: Segment, position: int) -> None:
        """Open a further clause: the speaker's, a coordinated one, or what is said."""
        current = self._main()
        joined = segment.brk == "K" or segment.code(0) == CONJ or self._sets_against(segment)
        spoken = segment.code(0) == FIN and segment.brk in {",", "-", ".", "", "("} and self._is_speech(segment)
        first = self.words.lower[segment.finite[0]]
        if segment.brk == "(":
            self._give(self._new(ClauseKind.MAIN, Link.OTHER, current), segment)
        elif first in {"sollte", "sollten"} and segment.code(0) == FIN and segment.brk == "," and not joined:
            self._give(self._new(ClauseKind.SUBORDINATE, Link.CONDITION, current), segment)
        elif spoken and not joined:
            self._give(self._new(ClauseKind.MAIN, Link.PARENTHESIS, topmost(current)), segment)
        elif joined:
            self._coordinate(segment, current, position)
        else:
            said = next((draft for draft in current.chain() if draft.kind is ClauseKind.MAIN), current)
            opening = self._take_opening(segment, current, said)
            if opening is not None:
                draft = self._new(ClauseKind.MAIN, Link.COORDINATE, said)
                draft.add(*opening)
                current.parent = draft
                self._give(draft, segment)
                return
            link = Link.COMPLEMENT if self._says(current, said, segment) else Link.COORDINATE
            parent = current if link is Link.COMPLEMENT and self._draft_speaks(current) else said
            self._give(self._new(ClauseKind.MAIN, link, parent), segment)

    def _take_opening(self, segment: Segment, current: Draft, said: Draft) -> tuple[int, int] | None:
        """Take back the subject of a further clause that was given to the one before because its own clause follows it.

        "Oslo stellt Boote bereit, Bergen, das Geld gibt, schickt Ausbilder": "Bergen" opens the last clause.
        """
        if segment.code(0) != FIN or segment.brk != "," or current.kind is not ClauseKind.RELATIVE:
            return None
        if current.parent is not said or said.finite is None or not said.runs or not current.runs:
            return None
        start, end = said.runs[-1]
        comma = next((at for at in range(end - 1, start, -1) if self.words.lower[at] == ","), None)
        if comma is None or end - comma > 4 or end > current.runs[0][0] or said.finite > comma:  # noqa: PLR2004 - a name
            return None
        inside = range(comma + 1, end)
        named = self.words.tags[inside[0]] in {"NE", "ART"} and any(self._may_act(at) for at in inside)
        if not inside or not named:
            return None
        said.runs[-1][1] = comma
        return comma, end

    def _draft_speaks(self, draft: Draft) -> bool:
        verbs = [place for place in (*draft.bare, *draft.zu) if self.words.lemmas[place] not in _AUXILIARY]
        place = verbs[0] if verbs else draft.finite
        if place is None:
            return draft.kind is ClauseKind.FRAGMENT
        return self._particle_verb(draft, place) in word_set("speech")

    def _particle_verb(self, draft: Draft, place: int) -> str:
        last = draft.runs[-1][1] - 1
        tags = self.words.tags
        if draft.finite == place and tags[last] == "PTKVZ":
            return self.words.lower[last] + self.words.lemmas[place]
        return self.words.lemmas[place]

    def _says(self, current: Draft, said: Draft, segment: Segment) -> bool:
        if segment.brk == ":":
            verb = self.words.lemmas[said.finite] if said.finite is not None else ""
            return (
                self._draft_speaks(said)
                or said.kind is ClauseKind.FRAGMENT
                or verb in {"stehen", "sein", "gelten", "lauten", ""}
            )
        if segment.brk in {";", "."}:
            return False
        finite = read_finite(self.words.lower[segment.finite[0]], self.words.lemmas[segment.finite[0]])
        if segment.brk == "," and segment.code(0) == FIN and current is said and finite.mood is Mood.INDICATIVE:
            return False  # "Oslo versprach Zelte, zog das Angebot aber zurück"
        if self._draft_speaks(current) or self._draft_speaks(said):
            return segment.brk != "-"
        return finite.mood is Mood.REPORTED and segment.brk == "," and segment.code(0) != FIN

    def _coordinate(self, segment: Segment, current: Draft, position: int) -> None:
        """Join a clause by a conjunction: verb-last to a verb-last one, else to the main clause."""
        last = segment.units[-1].code
        ends_in_verb = last in {FIN, NON, PARTICLE}
        verb_last = next((draft for draft in current.chain() if draft.verb_last and draft.finite is not None), None)
        listed = segment.brk == "K" or any(draft.waits and not draft.verb_last for draft in current.chain())
        listed = listed or (last == FIN and verb_last is current and self._lacks_subject(segment, position))
        if verb_last is not None and listed and ends_in_verb and (position != 1 or last == FIN):
            draft = self._new(verb_last.kind, Link.COORDINATE, verb_last)
            draft.verb_last, draft.marker, draft.opener = True, verb_last.marker, verb_last.opener
            self._give_verb_last(draft, segment, 0)
            return
        main = next(
            (draft for draft in current.chain() if not draft.verb_last and draft.kind is ClauseKind.MAIN), current
        )
        self._give(self._new(ClauseKind.MAIN, Link.COORDINATE, main), segment)

    def _lacks_subject(self, segment: Segment, position: int) -> bool:
        """Tell "…, dass Oslo zahlt, aber keine Soldaten schickt" from "…, dass Oslo zahlt, aber Bergen zögert"."""
        verb = segment.finite[0]
        chunk = segment.units[-2].chunk if len(segment.units) > 1 else None
        singular = read_finite(self.words.lower[verb], self.words.lemmas[verb]).number == SINGULAR
        return position == 1 and chunk is not None and singular and not chunk.cells & SINGULAR_CELLS

    # -- segments without a finite verb

    def _feed_infinitive(self, segment: Segment) -> None:
        raising = self._open_raising(segment)
        if raising is not None:
            self._give(raising, segment)
            return
        parent = self._main()
        link, marker = Link.COMPLEMENT, None
        if segment.opener == UM:
            marker = self.words.lower[segment.units[segment.opener_unit].start]
            link = Link.PURPOSE if marker == "um" else Link.MANNER
        joined = segment.brk == "K" or segment.code(0) == CONJ
        if joined:
            first = next((draft for draft in parent.chain() if draft.kind is ClauseKind.INFINITIVE), None)
            if first is not None:
                link, parent = Link.COORDINATE, first
        elif parent.kind is ClauseKind.INFINITIVE and segment.brk == "," and parent.marker == "um" and marker is None:
            parent = parent.parent or parent
        draft = self._new(ClauseKind.INFINITIVE, link, parent)
        draft.marker = marker
        draft.verb_last = True
        self._give(draft, segment)

    def _open_raising(self, segment: Segment) -> Draft | None:
        """Return a waiting main clause whose Vorfeld the infinitive fills with no comma, or a "hat … zu" left open."""
        if segment.brk not in {"K", ""} or self.current is None or segment.opener == UM:
            return None
        return next((draft for draft in self.current.chain() if draft.waits and draft.verb_last), None)

    def _feed_bare(self, segment: Segment) -> None:
        if self._is_presupposed(segment):
            governor = self._nominal_target(self._main())
            self._give(self._new(ClauseKind.PARTICIPLE, Link.CONDITION, governor), segment)
            self.current = governor
            return
        if self.current is None:
            self._give(self._main(), segment)
            return
        opened = next((draft for draft in self.current.chain() if self._bracket_open(draft)), None)
        if opened is not None:
            self._give(opened, segment)
            return
        shared = next(
            (draft for draft in self.current.chain() if draft.bare and (draft.finite is not None or draft.source)), None
        )
        if shared is not None and self._continues(segment, shared):
            draft = self._new(shared.kind, Link.COORDINATE, shared)
            draft.source, draft.verb_last, draft.marker = shared, shared.verb_last, shared.marker
            self._give(draft, segment)
            return
        if self.words.tags[segment.bare[0]] == "VVPP" and segment.brk in {",", "-"} and not self.current.waits:
            self._give(self._new(ClauseKind.PARTICIPLE, Link.OTHER, self.current), segment)
            return
        self._feed_nominal(segment)

    def _is_presupposed(self, segment: Segment) -> bool:
        """Tell a thing that is presupposed, which is a clause of its own: "**Ein Mandat vorausgesetzt**, will Oslo zahlen"."""
        last = segment.end - 1
        alone = len(segment.units) > 1 and not segment.finite and segment.bare[-1] == last
        if not alone or self.words.lower[last] != "vorausgesetzt":
            return False
        finite = self.current.finite if self.current is not None and self._bracket_open(self.current) else None
        return finite is None or (segment.brk in {",", "-"} and self.words.lemmas[finite] != "haben")

    def _continues(self, segment: Segment, shared: Draft) -> bool:
        """Tell whether a verb phrase shares the other clause's finite verb: "… will A liefern und | B schicken"."""
        tags = self.words.tags
        joined = segment.brk == "K" or segment.code(0) == CONJ
        return tags[segment.bare[0]][2:] == tags[shared.bare[0]][2:] and (joined or segment.brk == ",")

    def _bracket_open(self, draft: Draft) -> bool:
        """Tell whether an auxiliary still waits for its infinitive or participle."""
        if draft.waits and draft.verb_last:
            return True
        if draft.finite is None or draft.verb_last or draft.bare or draft.zu:
            return False
        return self.words.lemmas[draft.finite] in _AUXILIARY

    def _feed_nominal(self, segment: Segment) -> None:
        current = self._main()
        target = self._nominal_target(current)
        if segment.brk == "(" and current.runs:
            self._give(self._new(ClauseKind.FRAGMENT, Link.OTHER, current), segment)
            self.current = current
        elif segment.brk == ":" and target.finite is not None:
            self._give(self._new(ClauseKind.FRAGMENT, Link.OTHER, target), segment)
        elif segment.brk == ";" or (segment.brk == "." and target.finite is not None):
            self._give(self._new(ClauseKind.FRAGMENT, Link.COORDINATE, target), segment)
        elif self._is_attribution(segment, current):
            fragment = self._new(ClauseKind.FRAGMENT, Link.PARENTHESIS, topmost(current))
            self._give(fragment, segment)
            self.current = current
        elif self._is_gapped(segment, target):
            draft = self._new(ClauseKind.FRAGMENT, Link.COORDINATE, target)
            draft.source, draft.gapped = target, True
            self._give(draft, segment)
            self.current = target
        elif self._is_alike(segment, target):
            self._give(self._new(ClauseKind.FRAGMENT, Link.OTHER, target), segment)
        else:
            self._give(target, segment)

    @staticmethod
    def _nominal_target(current: Draft) -> Draft:
        """Return the clause that goes on after an inserted one."""
        draft = current
        while draft.parent is not None and (
            (draft.verb_last and (draft.finite is not None or draft.zu))
            or draft.kind is ClauseKind.PARTICIPLE
            or draft.gapped
        ):
            draft = draft.parent
        return draft

    def _is_attribution(self, segment: Segment, current: Draft) -> bool:
        """Tell "…, so die Ministerin" from other phrases."""
        units = segment.units
        return (
            segment.brk in {",", "-", "."}
            and len(units) > 1
            and self.words.lower[units[0].start] == "so"
            and units[1].code == CHUNK
            and units[1].chunk is not None
            and units[1].chunk.prep is None
            and bool(current.runs)
        )

    def _is_gapped(self, segment: Segment, target: Draft) -> bool:
        """Tell "…, Norwegen Geld" from an enumeration: a name, then a phrase of its own, and a verb to take over.

        With a preposition the verb's clause begins with the same one: "Von Oslo kommen zehn Boote, von Bergen zwei."
        """
        if target.finite is None or segment.brk not in {",", "K", ";"}:
            return False
        chunks = [unit.chunk for unit in segment.units if unit.chunk is not None]
        others = [unit.code for unit in segment.units if unit.code not in {CHUNK, CONJ, WORD}]
        if len(chunks) < 2 or others:  # noqa: PLR2004
            return False
        first = chunks[0]
        last = self._names_together(segment, chunks)
        if last + 1 >= len(chunks) or self._goes_on_row(target, chunks[: last + 1], chunks[last + 1 :]):
            return False
        second, named_to = chunks[last + 1], chunks[last].end
        own = segment.units[1 if segment.code(0) == CONJ else 0]
        if own.chunk is first and self._is_next_share(target, first, second):
            return True
        counted = self.words.tags[second.head] in {"CARD", "PIS"} and second.end - second.start == 1
        if own.chunk is not first or first.pronoun or not (counted or first.prep or self._may_act(first.head)):
            return False
        if first.prep and self.words.lower[target.runs[0][0]] != self.words.lower[first.start]:
            return False
        between = any(unit.code == WORD for unit in segment.units if named_to <= unit.start < second.start)
        adjacent = second.start == named_to
        if adjacent and second.prep is not None and first.prep is None:
            return self._is_parallel(target, second.start)
        return (adjacent or between) and ((second.prep is None and (counted or not second.pronoun)) or between)

    def _is_next_share(self, target: Draft, first: Chunk, second: Chunk) -> bool:
        """Tell the next share of what a verb tells of: "Zwei Boote kommen aus Oslo, **eines aus Bergen**"."""
        bare = self.words.tags[first.head] in {"CARD", "PIS", "ART"} and first.end - first.start == 1
        told = bare and second.prep in _FROM and second.start == first.end
        return told and self._is_parallel(target, second.start)

    def _goes_on_row(self, target: Draft, names: list[Chunk], rest: list[Chunk]) -> bool:
        """Tell names that go on a row of givers: "Kuba erhält von Oslo, | **Bergen und Rom** zusammen 40 Euro".

        The verb's clause ends with names from whom something comes, and no number has been told before.
        """
        words = self.words
        if not all(chunk.name and chunk.prep is None for chunk in names):
            return False
        counts = word_set("sum")
        told = any(words.tags[at] == "CARD" or words.lower[at] in counts for run in target.runs for at in range(*run))
        if told or not any(words.tags[at] == "CARD" for chunk in rest for at in range(chunk.start, chunk.end)):
            return False
        at = names[0].start - 1
        while at > 0 and words.tags[at] in _ROW_TAGS:
            at -= 1
        return words.lower[at] in _FROM and at + 1 < names[0].start

    @staticmethod
    def _names_together(segment: Segment, chunks: list[Chunk]) -> int:
        """Where several names that share what follows end: "Oslo gibt zehn Euro, **Bergen und Rom** je vier"."""
        last = 0
        joints = {unit.start for unit in segment.units if unit.code == CONJ}
        while (
            last + 2 < len(chunks)
            and chunks[last + 1].name
            and chunks[last].name
            and chunks[last + 1].prep is None
            and chunks[last].end in joints
            and chunks[last + 1].start == chunks[last].end + 1
        ):
            last += 1
        return last

    def _is_alike(self, segment: Segment, target: Draft) -> bool:
        """Tell a name that does the same, or does not, from an enumeration: "Oslo schickt Boote, **Bergen dagegen nicht**".

        An adjective behind an article too: "Der malische Minister kam, **der togoische nicht**".
        """
        if target.finite is None or segment.brk not in {",", ";"}:
            return False
        chunks = [unit.chunk for unit in segment.units if unit.chunk is not None]
        said = {self.words.lower[unit.start] for unit in segment.units if unit.chunk is None} - {"und"}
        if not said or not said <= word_set("alike") or not all(chunk.prep is None for chunk in chunks):
            return False
        return bool(chunks) and all(self.words.tags[chunk.head] in {"NE", "ADJA"} for chunk in chunks)

    def _is_parallel(self, target: Draft, place: int) -> bool:
        """Tell "Oslo kümmert sich um Schulen, Bergen um Brunnen": the same preposition stands in the verb's clause."""
        words = self.words
        return any(
            words.lower[at] == words.lower[place] and words.tags[at] == words.tags[place]
            for start, end in target.runs
            for at in range(start, end)
        )

    def _may_act(self, head: int) -> bool:
        return self.words.tags[head] == "NE" or is_animate(self.words.lemmas[head])


def _begins_with_verb(segment: Segment, words: Words) -> bool:
    """Tell "…, (so) kommt es zu …"."""
    first = segment.units[0]
    if first.code == FIN:
        return words.lemmas[first.start] not in word_set("speech")
    return words.lower[first.start] in {"so", "dann"} and segment.code(1) == FIN
