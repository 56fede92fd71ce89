"""Tags that only the clause can decide: finite or infinitive, participle or past, particle or adverb.

The tagger sees three words at a time; whether a stretch between commas already has its finite verb is farther away.
Each rule carries its example. Uses the tagger's word list through `words` and the lexicon files.
"""

from __future__ import annotations

from collections.abc import Sequence

from zusage.language.german.cells import determiner_cells, noun_cells
from zusage.language.german.lexicon import word_set
from zusage.language.german.words import find_lemma, has_tag, is_listed, is_mostly_verb

_DETERMINERS = {"ART", "APPR", "APPRART", "PPOSAT", "ADJA", "CARD", "PIAT", "PDAT"}
_FINITE = frozenset({"VVFIN", "VAFIN", "VMFIN", "VVIMP", "VAIMP"})
_HELPERS = frozenset({"VAFIN", "VMFIN"})
_OPENERS = frozenset({"KOUS", "PRELS", "PRELAT", "PWS", "PWAT", "PWAV"})
_ARTICLES = frozenset({"der", "die", "das", "den", "dem", "denen", "dessen", "deren"})
_NEXT_PHRASE = frozenset({"APPR", "APPRART", "ADV", "ADJD", "PTKNEG", "PIAT", "PPER", "PRF", "ART", "CARD", "PPOSAT"})
_NOMINAL = frozenset({"NN", "NE", "ADJA", "CARD", "TRUNC"})
_BEFORE_ALS = frozenset({"auch", "erst", "schon", "nur", "gerade", "denn", "doch", "aber"})
_PARTICLE_LIKE = frozenset({"APPR", "APPO", "APZR", "ADV", "ART", "KOUS", "KOUI", "ADJD", "PTKZU"})
_RANGE_STARTS = frozenset({"von", "vom", "ab", "seit"})
_AS_MUCH = frozenset({"ebenso", "genauso", "gleich"})
_INSEPARABLE = ("be", "ver", "ent", "er", "zer", "emp", "ge", "miss", "über", "unter", "wider", "durch", "hinter", "um")


def repair_tags(forms: Sequence[str], tags: list[str]) -> None:
    """Correct the tags of one sentence in place."""
    lower = [form.lower() for form in forms]
    start = 0
    for place in range(len(tags) + 1):
        if place == len(tags) or lower[place] in {",", ";", ":", "(", ")", "–"}:
            if start < place:
                _repair_stretch(forms, lower, tags, (start, place))
            start = place + 1
    _find_particles(lower, tags)
    _repair_words(forms, lower, tags)


def _find_particles(lower: list[str], tags: list[str]) -> None:
    """Find separated particles: a preposition right before a stop is none ("wirft ihm Betrug vor.")."""
    full_verb = False
    last = len(tags) - 1
    for place, tag in enumerate(tags):
        if tag in {"VVFIN", "VVIMP"}:
            full_verb = True
        elif tag in _HELPERS:
            full_verb = full_verb and place < last and tags[place + 1][0] == "$"
        elif (
            full_verb and tag in _PARTICLE_LIKE and lower[place] in word_set("particle") and _closes(tags, place, last)
        ) and (tag != "ADV" or lower[place] in word_set("clear_particle")):
            counted = lower[place] == "zusammen" and place and tags[place - 1] in {"NE", "CARD"}
            tags[place] = "ADV" if counted else "PTKVZ"  # "so viel wie Oslo und Bergen zusammen"


def _closes(tags: list[str], place: int, last: int) -> bool:
    """Tell whether a clause ends after a token."""
    if place == last:
        return True
    following = tags[place + 1]
    if following[0] == "$" and not (following == "$(" and place + 2 <= last and tags[place + 2][0] != "$"):
        return True
    return following == "KON" and place + 2 <= last and tags[place + 2] in _FINITE


def _repair_words(forms: Sequence[str], lower: list[str], tags: list[str]) -> None:
    last = len(tags) - 1
    for place, tag in enumerate(tags):
        following = tags[place + 1] if place < last else ""
        known = _known_tag(forms[place], tag, following) or _as_much_tag(lower, place, following)
        if known is not None:
            tags[place] = known
        elif place and forms[place][0].isupper():
            _repair_capital(forms, tags, place, following)
        elif lower[place] == "bis" and tag in {"KON", "APPR"} and following == "CARD":
            _find_range(lower, tags, place)
        elif tag == "ADV" and lower[place] == "aber" and place and tags[place - 1] == "$,":
            tags[place] = "KON"
        elif tag == "KOUS" and lower[place] == "bis" and _is_until(tags, place):
            tags[place] = "APPR"
        elif lower[place] in {"als", "wie"}:
            tags[place] = _comparing_tag(lower, tags, place)
        elif tag in {"APPR", "KOUI"} and lower[place] in {"um", "ohne", "statt", "anstatt"}:
            tags[place] = _um_tag(place, tags, tag)
        if tag == "ART" and following in {"APPR", "APPRART"}:
            _find_attribute(lower, tags, place)


def _is_until(tags: list[str], place: int) -> bool:
    """Tell "bis März Strom zu liefern" from "bis der März kommt": no finite verb closes the stretch."""
    after = place + 1
    if after >= len(tags) or tags[after] not in {"NN", "NE"}:
        return False
    while after < len(tags) and tags[after] not in {"$,", "$."}:
        if tags[after] in _FINITE:
            return False
        after += 1
    return True


def _known_tag(form: str, tag: str, following: str) -> str | None:
    """The tag of words that the tagger does not know as what they are, None for any other word."""
    if tag == "NN" and form in word_set("feminine_name"):
        return "NE"  # "Die Mongolei ist mit 850 Blauhelmen vertreten"
    if tag == "ADJA" and form.lower() in {"zweier", "dreier"} and following == "NN":
        return "PIAT"  # "die Entsendung zweier Beobachter"
    if tag == "KOUS" and form == "bis" and following in {"CARD", "APPR", "APPRART"}:
        return "APPR"
    if tag == "PDS" and form in {"deren", "dessen"} and following in {"NN", "ADJA"}:
        return "PDAT"  # "nannte deren Stationierung falsch"
    if tag == "APPR" and form == "je" and following in {"ART", "CARD"}:
        return "ADV"  # "schicken je ein Lazarettschiff"
    return None


def _as_much_tag(lower: list[str], place: int, following: str) -> str | None:
    """Tell how much somebody gives: "Peru zahlt vier Millionen, Chile **ebenso viel**"."""
    closes = lower[place] == "viel" and following in {"$,", "$.", ""}
    return "PIS" if closes and place and lower[place - 1] in _AS_MUCH else None


def _repair_capital(forms: Sequence[str], tags: list[str], place: int, following: str) -> None:
    """Correct the tag of a word with a capital inside a sentence."""
    tag, before = tags[place], tags[place - 1]
    if tag[0] == "V" and before[0] != "$" and not forms[place].isupper():
        tags[place] = "NN"  # "die Förderung und Beigabe von Mitteln"
    elif tag == "ADJD" and following == "NN" and before in {"ART", "APPRART"}:
        tags[place] = "ADJA"
    elif tag == "ADJA" and before == "NE" and following not in _NOMINAL:
        tags[place] = "NE"  # "Theo Beispieler, der Vorsitzende"
    elif tag == "NN" and before == "NE" and _is_surname(forms, tags, place):
        tags[place] = "NE"


def _find_range(lower: list[str], tags: list[str], place: int) -> None:
    """Tell "von 1964 bis 1982" from "zwei bis drei Boote", "mit 20 bis 30 Booten"."""
    numbers = place > 0 and tags[place - 1] == "CARD"
    if tags[place] == "KON" and (not numbers or place == 1 or lower[place - 2] in _RANGE_STARTS):
        tags[place] = "APPR"
    elif numbers and place > 1 and tags[place - 2] == "APPR" and lower[place - 2] not in _RANGE_STARTS:
        tags[place] = "KON"


def _is_surname(forms: Sequence[str], tags: list[str], place: int) -> bool:
    """Tell a surname that looks like a noun: "die Forscherin Anna Bergfeld sagte"."""
    before = tags[place - 2] if place > 1 else "$."
    return (
        before in {"NN", "$.", "$,", "APPR", "$("}
        and forms[place - 1][-1] != "s"
        and not is_listed(forms[place].lower())
    )


def _find_attribute(lower: list[str], tags: list[str], place: int) -> None:
    """Make a participle after "die in Oslo" an attribute: "die in Oslo entdeckte Mine" has no verb."""
    for after in range(place + 3, min(len(tags) - 1, place + 10)):
        if tags[after][0] == "$":
            return
        if tags[after] == "VVFIN":
            if lower[after].endswith(("te", "ten")) and tags[after + 1] in {"NN", "NE", "ADJA", "CARD"}:
                tags[after] = "ADJA"
            return
        if tags[after] in _FINITE or tags[after] == "ADJA":
            return


def _opens_clause(lower: list[str], tags: list[str], place: int) -> bool:
    """Tell ", als die Gespräche begannen" from "mehr als zuvor": after a break, and the verb comes last."""
    before = tags[place - 1] if place else "$,"
    if before not in {"$,", "KON", "$("} and not (before == "ADV" and lower[place - 1] in _BEFORE_ALS):
        return False
    last = place
    while last + 1 < len(tags) and tags[last + 1][0] != "$":
        last += 1
    finite = [inner for inner in range(place, last + 1) if tags[inner] in _FINITE]
    closes = bool(finite) and (finite[0] == last or (finite[-1] == last and tags[finite[0] + 1] == "KON"))
    return closes and last - place > 1


def _comparing_tag(lower: list[str], tags: list[str], place: int) -> str:
    """Decide whether "als", "wie" opens a clause (KOUS) or only likens (KOKOM); else the tag stays."""
    if tags[place] in {"KOKOM", "APPR"} and _opens_clause(lower, tags, place):
        return "KOUS"
    likens = tags[place] in {"KOUS", "PWAV"} and lower[place] == "wie" and _likens(lower, tags, place)
    return "KOKOM" if likens else tags[place]


def _likens(lower: list[str], tags: list[str], place: int) -> bool:
    """Tell "**Wie Oslo** schickt auch Bergen Boote" from "Wie Oslo mitteilte, …": the verb of the sentence follows the name."""
    after = place + 1
    after += after < len(tags) and tags[after] == "ART"
    if after + 2 >= len(tags) or tags[after] != "NE" or tags[after + 1] not in _FINITE:
        return False
    opens = place == 0 or (place == 1 and lower[0] in {"ebenso", "genauso", "so", "ähnlich", "anders"})
    return opens and tags[after + 2] in {"ADV", "NE", "ART"} and lower[after + 2] in {"auch", "nun", "jetzt"}


def _um_tag(place: int, tags: list[str], tag: str) -> str:
    """Decide "um Truppen zu senden" (KOUI) and "um die Truppen" (APPR) by the infinitive that follows."""
    depth_end = min(len(tags), place + 40)
    for after in range(place + 1, depth_end):
        if tags[after] in {"PTKZU", "VVIZU"}:
            return "KOUI" if place == 0 or tags[place - 1][0] == "$" or tags[place - 1] in {"KON", "ADV"} else tag
        if tags[after] in _FINITE or tags[after] == "$,":
            break
    return "APPR"


def _repair_stretch(forms: Sequence[str], lower: list[str], tags: list[str], run: tuple[int, int]) -> None:
    start, end = run
    finite = [place for place in range(start, end) if tags[place] in _FINITE]
    if finite and lower[finite[0]] in {"mochte", "mochten"} and "VVINF" in tags[finite[0] : end]:
        tags[finite[0]] = "VMFIN"  # "mochte sich nicht festlegen"
    if tags[start] == "PRELS" and _is_article(tags, run, finite):
        tags[start] = "ART"
    opener = _find_opener(forms, tags, start, end)
    if finite and opener:
        _find_conjuncts(lower, tags, finite, (start, end))
    if not finite and _goes_on_behind_aside(lower, tags, run):
        tags[start] = "VVFIN"  # "Chile, Gastgeber des Treffens, erhöht auf 20 Millionen"
    elif not finite and not (opener and _closes_with_helper(tags, start, end)):
        _find_finite(lower, tags, (start, end), opener=opener)
    elif len(finite) > 1:
        _free_participle(lower, tags, finite, end)
    if any(tags[place] == "PTKVZ" for place in range(start, end)):
        _repair_particles(lower, tags, start, end)
    if finite and lower[finite[0]] in word_set("future"):
        _find_future(lower, tags, finite[0], end)


def _is_article(tags: list[str], run: tuple[int, int], finite: list[int]) -> bool:
    """Tell an article that opens a stretch from a relative pronoun."""
    start, end = run
    infinitive = any(tags[place] in {"VVIZU", "PTKZU"} for place in range(start, end))
    if infinitive and not finite and start + 1 < end and tags[start + 1] in _NOMINAL:
        return True  # "…, die Busse anzutreiben"
    if not finite and not infinitive and _is_gapped(tags, run):
        return True  # "…, die Niederlande zwei"
    second = len(finite) == 1 and finite[0] == start + 2 and end - start > 4  # noqa: PLR2004 - more than "die X zahlen"
    if second and tags[start + 1] in {"NE", "NN"} and tags[start + 3] in {"APPR", "CARD"}:
        return True  # "…, die USA verdoppeln auf 200 Millionen"
    return bool(finite) and _is_row(tags, run, finite[0])


def _is_row(tags: list[str], run: tuple[int, int], verb: int) -> bool:
    """Tell a row of names before the verb from a relative clause: "Peru, die Schweiz und Chile fordern …".

    Not "Die Ministerin, die Peru und Chile besuchte, sagte …": there the sentence's verb comes behind.
    """
    start, end = run
    if start < 2 or tags[start - 1] != "$," or tags[start - 2] != "NE" or any(t in _FINITE for t in tags[:start]):  # noqa: PLR2004 - a name and a comma
        return False
    noun = start + 1 + (tags[start + 1] == "ADJA")
    goes_on = end + 1 < len(tags) and tags[end] == "$," and tags[end + 1] in _FINITE
    return noun + 1 < verb and tags[noun] in {"NE", "NN"} and tags[noun + 1] == "KON" and not goes_on


def _find_opener(forms: Sequence[str], tags: list[str], start: int, end: int) -> bool:
    """Tell whether the stretch begins a verb-last clause; mend a relative pronoun that was tagged as an article."""
    for place in range(start, min(end, start + 3)):
        if tags[place] in _OPENERS:
            return True
        article = tags[place] in {"ART", "PDS"} and forms[place] in _ARTICLES
        if article and start > 0 and place <= start + 1 and _is_relative(forms, tags, place, (start, end)):
            tags[place] = "PRELS"
            return True
        if tags[place] not in {"APPR", "KON", "ADV", "APPRART"}:
            return False
    return False


def _is_relative(forms: Sequence[str], tags: list[str], place: int, run: tuple[int, int]) -> bool:
    """Tell ", die kommt" from ", die Ministerin kommt": the verb is last, and no noun follows the article."""
    start, end = run
    lower = [form.lower() for form in forms]
    if place > start and tags[start] != "APPR":
        return False
    last = end - 1
    while last > place and tags[last] in {"$(", "$."}:
        last -= 1
    if tags[last] not in _FINITE | {"VVINF", "VVPP"} or any(tags[inner] in _FINITE for inner in range(place, last)):
        return False
    if tags[last] == "VVINF" and tags[last - 1] == "PTKZU":
        return False  # "kündigte an, dem Tschad Geld zu geben"
    following = tags[place + 1] if place + 1 < end else ""
    if _is_inserted(tags, run) or _is_verb_last(tags, (place, last)):
        return True
    if following in {"NN", "NE", "ADJA", "CARD", "TRUNC"}:
        bare = tags[last] == "VVINF" and "PTKZU" not in tags[place:last]
        if bare and not any(tag in _HELPERS for tag in tags[:start]):
            return True  # "die Staaten, die Boote entsenden, zahlen"
        return _disagrees(forms, lower, tags, (place, last))
    return following != "" and not (following in _FINITE and end - place > 3)  # noqa: PLR2004


def _is_inserted(tags: list[str], run: tuple[int, int]) -> bool:
    """Tell that a stretch parts a subject from its verb: "Norwegen, das Geld gibt, schickt Zelte"."""
    start, end = run
    verbless = not any(tag in _FINITE for tag in tags[:start]) and "KOUS" not in tags[:start]
    goes_on = end + 1 < len(tags) and tags[end] == "$," and tags[end + 1] in _FINITE
    return verbless and goes_on and start > 1 and tags[start - 1] == "$," and tags[start - 2] in {"NE", "NN"}


def _is_verb_last(tags: list[str], run: tuple[int, int]) -> bool:
    """Tell a verb-last clause behind a noun by the helper that closes it: "die Bank, die günstige Darlehen vergeben will".

    Not in a row of verb-last clauses: "weil Peru zahlt, die Regierung in Lima helfen will".
    """
    start, last = run
    closes = tags[last] in _HELPERS and tags[last - 1] in {"VVINF", "VVPP"} and last - start > 2  # noqa: PLR2004
    return (
        closes
        and start > 1
        and tags[start - 1] == "$,"
        and tags[start - 2] in {"NE", "NN"}
        and "KOUS" not in tags[:start]
    )


def _disagrees(forms: Sequence[str], lower: list[str], tags: list[str], run: tuple[int, int]) -> bool:
    """Tell that an article and the noun after it cannot be one phrase, or that too much stands before the verb.

    "…, die Kohlenstoff binden" (die + masculine), "…, die Makler in Oslo vertritt" (two phrases before the last verb).
    """
    place, last = run
    cells = determiner_cells(lower[place])
    noun = place + 1
    while noun < last and tags[noun] == "ADJA":
        if lower[place] in {"die", "der", "das", "den", "dem"} and lower[noun][-1] not in "en":
            return True
        noun += 1
    if tags[noun] != "NN":
        led = place > 0 and tags[place - 1] == "APPR" and forms[noun] not in word_set("feminine_name")
        bare = lower[place] != "der" or led  # ", zu der Peru eingeladen hatte"
        return noun - place == 1 and tags[noun] == "NE" and last - noun >= 1 and bare
    if not cells & noun_cells(forms[noun], find_lemma(forms[noun], "NN")):
        return True
    after = noun + 1
    while after < last and tags[after] == "NE":
        after += 1
    return (
        tags[after] in _NEXT_PHRASE
        and lower[after] not in {"der", "des"}
        and last - after > 0
        and tags[last] in _FINITE
    )


def _find_finite(lower: list[str], tags: list[str], run: tuple[int, int], *, opener: bool) -> None:
    """Make an infinitive or participle finite where the clause has no finite verb.

    "…, die Truppen entsenden" and "…, wenn er verhandelt" end in one; "Estland verhandelt mit Oslo" has it second.
    """
    start, end = run
    if start == 0 and not opener and not any(tag in _FINITE for tag in tags):
        _find_past(lower, tags)
    if not opener and not any(tags[place][0] == "V" for place in range(start, end)):
        _find_plural(lower, tags, start, end)
    verbs = [
        place
        for place in range(start, end)
        if tags[place] in {"VVINF", "VVPP"} and (place == start or tags[place - 1] != "PTKZU")
    ]
    if verbs and _goes_on_verb_last(lower, tags, (start, end), verbs[-1]):
        tags[verbs[-1]] = "VVFIN"
        return
    if not verbs:
        if opener and "bitte" in lower[start:end]:
            tags[lower.index("bitte", start, end)] = "VVFIN"
        return
    place = verbs[-1]
    if opener:
        if (
            (len(verbs) == 1 or tags[place] == "VVINF")
            and has_tag(lower[place], "VVFIN")
            and not _helper_near(tags, place, end)
        ):
            tags[place] = "VVFIN"
        return
    second = verbs[0]
    subject = any(tags[before] in {"NN", "NE", "PPER", "PIS", "PDS", "CARD"} for before in range(start, second))
    inner = second < end - 2
    if start == 0 and len(verbs) == 1 and second == end - 1 and subject and _opens_speech(lower, tags, (second, end)):
        tags[second] = "VVFIN"  # "Die Partei verlangt, Oslo müsse zahlen"
        return
    if start == 0 and inner and subject and has_tag(lower[second], "VVFIN") and not any(tag in _FINITE for tag in tags):
        tags[second] = "VVFIN"


def _goes_on_behind_aside(lower: list[str], tags: list[str], run: tuple[int, int]) -> bool:
    """Tell whether a verb right behind something inserted is the sentence's: no other has been seen or follows at once.

    Not "Die Summe, im Mai zugesagt, verteilt auf drei Jahre, ist …".
    """
    start, end = run
    opens = tags[0] in {"NE", "NN", "ART"} and start > 2 and tags[start - 1] == "$,"  # noqa: PLR2004 - "X, Y, erhöht"
    could = tags[start] in {"VVINF", "VVPP"} and lower[start].endswith("t") and start < end - 2
    if not opens or not could or not has_tag(lower[start], "VVFIN"):
        return False
    aside = next((place for place in range(start - 2, 0, -1) if tags[place] == "$,"), 0)
    relative = aside > 0 and tags[aside + 1] in {"PRELS", "APPR"} and tags[start - 2] in _FINITE
    before = tags[:aside] if relative else tags[:start]
    followed = end + 1 < len(tags) and tags[end + 1] in _FINITE
    return aside > 0 and not followed and not any(tag in _FINITE for tag in before)


def _closes_with_helper(tags: list[str], start: int, end: int) -> bool:
    """Make the last verb of "…, die sie gezahlt haben" finite, and say whether it was one."""
    last = end - 1
    while last > start and tags[last][0] == "$":
        last -= 1
    if tags[last] != "VAINF" or tags[last - 1] != "VVPP":
        return False
    tags[last] = "VAFIN"
    return True


def _opens_speech(lower: list[str], tags: list[str], run: tuple[int, int]) -> bool:
    """Tell a verb of saying before a comma and a clause from a participle: it could be finite, and a full clause follows."""
    place, comma = run
    if comma + 2 >= len(tags) or tags[comma] != "$," or not has_tag(lower[place], "VVFIN"):
        return False
    following = [tag for tag in tags[comma + 1 :] if tag[0] in "V$" and tag not in {"$,", "$("}]
    return tags[comma + 1] not in _FINITE | {"PRELS"} and bool(following) and following[0] in _FINITE


def _is_gapped(tags: list[str], run: tuple[int, int]) -> bool:
    """Tell an article from a relative pronoun: no verb in the stretch, and no finite one after it.

    Or a number of its own and a whole clause after it: "…, **die Schweiz fünf**, Peru schickt zwei Boote".
    """
    start, end = run
    if start + 2 >= end or tags[start + 1] not in {"NN", "NE"}:
        return False
    if any(tag[0] == "V" for tag in tags[start:end]):
        return False
    if not any(tag in _FINITE for tag in tags[end:]):
        return True
    at = start + 2 + (tags[start + 2] in {"APPR", "ADV"})
    following = tags[end + 1 : end + 5]
    opens = bool(following) and following[0] in {"NE", "NN", "ART"} and tags[end] == "$,"
    second = next((place for place, tag in enumerate(following) if tag in _FINITE), 0)
    return at < end and tags[at] == "CARD" and opens and 0 < second < len(following) - 1


def _goes_on_verb_last(lower: list[str], tags: list[str], run: tuple[int, int], verb: int) -> bool:
    """Tell whether a participle is the verb of "…, dass Oslo Geld gibt, aber keine Boote entsendet"."""
    start, end = run
    joined = start > 1 and (tags[start] == "KON" or lower[start] == "aber") and tags[start - 2] == "VVFIN"
    closes = all(tag[0] == "$" for tag in tags[verb + 1 : end])
    return joined and closes and lower[verb].endswith("t") and has_tag(lower[verb], "VVFIN")


def _find_conjuncts(lower: list[str], tags: list[str], finite: list[int], run: tuple[int, int]) -> None:
    """Make the verbs of conjoined verb-last clauses finite where one of them is.

    "…, dass Oslo zahlt und Bergen Boote entsendet", "wenn die Waffen schweigen und das Parlament zustimmt".
    """
    start, end = run
    first, last = finite[-1], end - 1
    while last > first and tags[last][0] == "$":
        last -= 1
    if tags[first] != "VVFIN":
        return
    for place in range(start, finite[0] - 2):
        between = tags[place] == "VVINF" and tags[place + 1] == "KON" and tags[place + 2] not in {"VVINF", "VVPP"}
        if between and tags[place - 1] != "PTKZU" and has_tag(lower[place], "VVFIN"):
            tags[place] = "VVFIN"
    joined = first + 1 < last and tags[first + 1] == "KON"
    if joined and tags[last] in {"VVINF", "VVPP"} and tags[last - 1] != "PTKZU" and has_tag(lower[last], "VVFIN"):
        tags[last] = "VVFIN"


def _find_plural(lower: list[str], tags: list[str], start: int, end: int) -> None:
    """Make an adjective a verb that it mostly is: "Irland und Portugal schicken Ausbilder"."""
    for place in range(start + 1, end - 1):
        plural = tags[place] == "ADJA" and lower[place].endswith("en") and tags[place - 1] in {"NN", "NE"}
        if plural and has_tag(lower[place], "VVFIN") and is_mostly_verb(lower[place]):
            tags[place] = "VVFIN"
            return


def _find_past(lower: list[str], tags: list[str]) -> None:
    """Make an adjective a past tense in a sentence without a finite verb: "Der Verband diskutierte neue Pläne"."""
    for place in range(1, len(tags) - 1):
        present = tags[place] == "ADJD" and lower[place].endswith("t") and has_tag(lower[place], "VVFIN")
        if present and tags[place - 1] in {"NN", "NE"} and tags[place + 1] in {"CARD", "ART", "PIAT", "PPOSAT"}:
            tags[place] = "VVFIN"  # "Das Paket umfasst 19 Haubitzen"
            return
        if tags[place] == "ADJA" and lower[place].endswith(("te", "ten")) and tags[place - 1] in {"NN", "NE"}:
            if has_tag(lower[place], "VVFIN"):
                tags[place] = "VVFIN"
            return


def _helper_near(tags: list[str], place: int, end: int) -> bool:
    return any(tag in {"VAINF", "VMINF", "VAPP"} for tag in tags[place + 1 : end])


def _free_participle(lower: list[str], tags: list[str], finite: list[int], end: int) -> None:
    """Make a second "finite" verb at the end a participle after an auxiliary: "haben Truppen erhalten"."""
    first, last = finite[0], finite[1]
    closes = last + 1 == end or tags[last + 1][0] == "$" or tags[last + 1] == "KON"
    if tags[first] not in _HELPERS or tags[last] != "VVFIN" or not closes:
        return
    if tags[first] == "VAFIN" and has_tag(lower[last], "VVPP") and lower[last].startswith(_INSEPARABLE):
        tags[last] = "VVPP"
    elif (tags[first] == "VMFIN" or lower[first].startswith(("werd", "wird", "würd"))) and has_tag(
        lower[last], "VVINF"
    ):
        tags[last] = "VVINF"


def _find_future(lower: list[str], tags: list[str], finite: int, end: int) -> None:
    """Tell a future from a passive: "Norwegen wird Soldaten entsenden" has no participle, "wird entsandt" would be one.

    Where infinitive and participle are alike ("übergeben", "verlassen"), a noun without article on either side of the
    finite verb makes it a future: "Finnland wird Munition übergeben", but "Die Stadt wird verlassen".
    """
    last = end - 1
    while last > finite and tags[last][0] == "$":
        last -= 1
    if last == finite > 1 and tags[last - 2] == "NN":
        last -= 1  # "…, dass Oslo Soldaten entsenden wird"
    elif last <= finite + 1:
        return
    if tags[last] != "VVPP" or not lower[last].endswith("en"):
        return
    if not lower[last].endswith(tuple(word_set("like_participle"))):
        tags[last] = "VVINF" if has_tag(lower[last], "VVINF") else tags[last]
        return
    bare = last > finite and tags[last - 1] == "NN" and tags[last - 2] not in _DETERMINERS
    named = finite > 0 and tags[finite - 1] in {"NE", "PPER"} and (finite == 1 or tags[finite - 2] not in _DETERMINERS)
    if bare and named and has_tag(lower[last], "VVINF"):
        tags[last] = "VVINF"


def _repair_particles(lower: list[str], tags: list[str], start: int, end: int) -> None:
    """A particle needs a full finite verb before it: "ist … bereit" has an adjective, "legte … fest" a particle."""
    seen = "VVFIN" if "VVFIN" in tags[:start] else ""
    for place in range(start, end):
        if tags[place] in _FINITE:
            seen = tags[place]
        elif tags[place] == "PTKVZ" and seen in {"VAFIN", "VMFIN", ""}:
            if seen == "VAFIN" and lower[place] in word_set("haben_particle"):
                continue
            following = tags[place + 1] if place + 1 < end else ""
            if following[:2] in {"VV", "VA", "VM"}:
                continue
            tags[place] = (
                "ADJD" if has_tag(lower[place], "ADJD") or lower[place] in word_set("adjective_particle") else "ADV"
            )
