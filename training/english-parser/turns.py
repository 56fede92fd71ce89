"""More turns of agency copy for training: asides, gaps, colons, fronted days, nouns that are verbs too.

They stand for what the first turns in ``news.py`` leave out and real reports are full of. Trees follow the treebank's
conventions but for gaps: what is given ("Denmark one") hangs as a parataxis with its subject, which
`zusage.language.english.clauses` reads as a gapped clause.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from corpus import Sentence
from news import Newsroom, Node, comma, flatten, raise_first


def is_passive(verb: Node) -> bool:
    """Tell whether a predicate has a passive auxiliary."""
    return any(child.label == "aux:pass" for child in verb.left)


def with_subject(verb: Node, subject: Node) -> Node:
    """Return a predicate with its subject before it."""
    return verb.before(subject.named("nsubj:pass" if is_passive(verb) else "nsubj"))


def behind_subject(clause: Node, *nodes: Node) -> Node:
    """Return a clause with words put between its subject and its verb."""
    place = next(i for i, child in enumerate(clause.left) if child.label.startswith("nsubj")) + 1
    return replace(clause, left=(*clause.left[:place], *nodes, *clause.left[place:]))


class Desk(Newsroom):
    """A newsroom with the further turns."""

    def report(self) -> Sentence:
        """Return one sentence, of the first turns or of these."""
        if self.chance(0.3):
            return super().report()
        turns: list[Callable[[], Node]] = [
            self.adverb_aside,
            self.adverb_aside,
            self.name_aside,
            self.object_relative,
            self.object_relative,
            self.subject_relative,
            self.fronted,
            self.colon,
            self.gaps,
            self.long_subject,
            self.long_subject,
            self.reduced,
            self.claims,
            self.claiming,
            self.said_called,
            self.verb_pair,
            self.verb_pair,
            self.verb_pair,
            self.noun_offer,
            self.questioning,
            self.calling,
            self.told_that,
            self.said_and,
            self.only_once,
            self.only_once,
            self.inversion,
            self.neither,
            self.yet_to,
            self.there_is,
            self.apposition,
            self.listing,
            self.long_plain,
        ]
        tree = raise_first(self.draw.choice(turns)())
        return flatten(replace(tree, label="root").after(Node(".", "PUNCT", ".", "punct")))

    # --- noun phrases

    def state(self) -> Node:
        """Return a state or body, names of several words among them: "the European Union", "Saudi Arabia"."""
        dice = self.draw.random()
        if dice < 0.08:  # noqa: PLR2004 - shares
            return self.union()
        if dice < 0.16:  # noqa: PLR2004
            *parts, last = self.pick("longname").split()
            return Node(last, "PROPN", "NNP", "nsubj", tuple(Node(part, "PROPN", "NNP", "compound") for part in parts))
        if dice < 0.22:  # noqa: PLR2004
            return Node(self.pick("islands"), "PROPN", "NNPS", "nsubj", (self.determiner("the"),))
        return super().state()

    def union(self) -> Node:
        """Return "the European Union"."""
        first, second = self.pick("union").split()
        adjective = first in {"European", "African", "Arab", "Red", "White", "Foreign"}
        part = Node(first, "ADJ" if adjective else "PROPN", "NNP", "amod" if adjective else "compound")
        return Node(second, "PROPN", "NNP", "nsubj", (self.determiner("the"), part))

    def states(self) -> Node:
        """Return two or three states: "Oslo, Riga and the United States"."""
        rest = [self.state().named("conj") for _ in range(self.draw.choice([1, 1, 2, 3]))]
        last = rest[-1].before(Node(self.draw.choice(["and", "and", "or"]), "CCONJ", "CC", "cc"))
        return self.state().after(*(node.before(comma()) for node in rest[:-1]), last)

    def party(self) -> Node:
        """Return one actor, or several states."""
        return self.states() if self.chance(0.35) else self.actor()

    def outcome(self) -> Node:
        """Return "a ceasefire or a peace agreement", "the guns"."""
        noun = Node(
            self.pick("single").split()[-1], "NOUN", "NN", "nsubj", (self.determiner(self.draw.choice(["a", "the"])),)
        )
        if self.chance(0.4):
            other = Node(self.pick("single").split()[-1], "NOUN", "NN", "conj")
            if self.chance(0.3):
                other = other.before(Node(self.pick("compound").split()[0], "NOUN", "NN", "compound"))
            if self.chance(0.7):
                other = other.before(self.determiner("a"))
            return noun.after(other.before(Node(self.draw.choice(["or", "and"]), "CCONJ", "CC", "cc")))
        return noun

    def day(self) -> Node:
        """Return "on January 6", "on Thursday", "in Paris", "last week"."""
        if self.chance(0.3):
            number = Node(str(self.draw.randrange(1, 31)), "NUM", "CD", "nummod")
            if self.chance(0.4):
                return Node(
                    self.pick("month"), "PROPN", "NNP", "obl", (self.case("on"), replace(number, label="nummod"))
                )
            return Node(self.pick("month"), "PROPN", "NNP", "obl", (self.case("on"),), (number,))
        return self.time()

    # --- predicates

    def predicate(self) -> Node:
        """Return a predicate, now and then of the further kinds."""
        if self.chance(0.65):
            return super().predicate()
        return self.draw.choice([self.progressive, self.be_to, self.present, self.perfect_phrase, self.settled])()

    def plain_past(self) -> Node:
        """Return "sent troops", "called for a truce"."""
        return self.call("VBD") if self.chance(0.15) else super().plain_past()

    def present(self) -> Node:
        """Return "provides two frigates"."""
        word = self.pick("sandwich")
        ending = "es" if word.endswith(("s", "sh", "ch")) else "s"
        form = f"{word[:-1]}ies" if word.endswith(("ply", "fly")) else f"{word}{ending}"
        form = {"pooles": "pools"}.get(form, form)
        return self.extend(Node(form, "VERB", "VBZ", "root"))

    def call(self, tag: str) -> Node:
        """Return "called for a mechanism", "voiced doubts about the plan"."""
        if self.chance(0.4):
            about = self.single().named("nmod").before(self.case(self.draw.choice(["about", "over", "on"])))
            worry = Node(self.pick("worry"), "NOUN", "NNS", "obj", (), (about,))
            return Node(self.pick("voiced"), "VERB", tag, "root", (), (worry,))
        verb = self.draw.choice(["called", "called", "pressed", "pushed", "asked", "appealed", "voted"])
        thing = Node(
            self.pick("frames"),
            "NOUN",
            "NN",
            "obl",
            (self.case("for"), self.determiner(self.draw.choice(["a", "the", "such"]))),
        )
        if self.chance(0.3):
            thing = thing.after(self.to("acl"))
        return Node(verb, "VERB", tag, "root", (), (thing,))

    def perfect_phrase(self) -> Node:
        """Return "has long called for a mechanism"."""
        helper = Node(self.draw.choice(["has", "has", "have"]), "AUX", "VBZ", "aux")
        helper = replace(helper, xpos="VBP") if helper.word == "have" else helper
        word = self.draw.choice(["long", "repeatedly", "already", "also", "now", "never"])
        adverb = (Node(word, "ADV", "RB", "advmod"),) if self.chance(0.7) else ()
        return self.call("VBN").before(helper, *adverb)

    def progressive(self) -> Node:
        """Return "is providing two frigates", "were being trained"."""
        word = self.draw.choice(["is", "was", "are", "were"])
        helper = Node(word, "AUX", {"is": "VBZ", "are": "VBP"}.get(word, "VBD"), "aux")
        if self.chance(0.35):
            verb = Node(self.pick("passive"), "VERB", "VBN", "root").before(
                helper, Node("being", "AUX", "VBG", "aux:pass")
            )
            return verb.after(self.actor().named("obl:agent").before(self.case("by"))) if self.chance(0.4) else verb
        base = self.pick("base")
        form = base[:-1] + "ing" if base.endswith("e") else base + "ing"
        if base in {"submit", "commit", "cut", "patrol"}:
            form = f"{base}{base[-1]}ing"
        return self.extend(Node(form, "VERB", "VBG", "root")).before(helper)

    def be_to(self) -> Node:
        """Return "is to send troops", "are to be sent"."""
        word = self.draw.choice(["is", "was", "are", "were"])
        helper = Node(word, "AUX", {"is": "VBZ", "are": "VBP"}.get(word, "VBD"), "aux")
        return self.infinitive().before(helper, Node("to", "PART", "TO", "mark"))

    def settled(self) -> Node:
        """Return "is in place"."""
        *before, last = self.pick("settled").split()
        left = [Node(self.draw.choice(["is", "was"]), "AUX", "VBZ", "cop"), self.case(before[0])]
        left[0] = replace(left[0], xpos="VBD") if left[0].word == "was" else left[0]
        left.extend(self.determiner(word) for word in before[1:])
        return Node(last, "NOUN", "NN", "root", tuple(left))

    def bare(self) -> Node:
        """Return a bare verb that may be a noun, with its object: "supply equipment"."""
        return self.extend(Node(self.pick("sandwich"), "VERB", "VB", "root"))

    # --- turns

    def long_plain(self) -> Node:
        """Return a plain clause with any subject."""
        return with_subject(self.predicate(), self.party())

    def long_subject(self) -> Node:
        """Return "the training of soldiers for the force by Oslo in Riga has been approved"."""
        noun = self.single().named("nsubj")
        kinds: list[Callable[[], Node]] = [
            lambda: self.goods().before(self.case(self.draw.choice(["of", "with", "for"]))),
            lambda: self.place("nmod", self.draw.choice(["in", "for", "from", "on", "near"])),
            lambda: self.state().before(self.case(self.draw.choice(["by", "of", "between"]))),
            lambda: self.crowd().before(self.case(self.draw.choice(["of", "among", "for"]))),
        ]
        for make in self.draw.sample(kinds, self.draw.choice([1, 2, 2, 3])):
            noun = noun.after(make().named("nmod"))
        if self.chance(0.25):
            base = self.pick("base")
            form = base[:-1] + "ing" if base.endswith("e") else base + "ing"
            gerund = self.extend(Node(form, "VERB", "VBG", "acl")).before(Node("in", "SCONJ", "IN", "mark"))
            noun = noun.after(gerund)
        clause = with_subject(self.predicate(), noun)
        return clause.before(self.day(), comma()) if self.chance(0.2) else clause

    def reduced(self) -> Node:
        """Return "a mission led by Oslo arrived in March", "troops sent to the border will stay"."""
        verb = Node(self.pick("passive"), "VERB", "VBN", "acl")
        if self.chance(0.7):
            verb = verb.after(self.actor().named("obl:agent").before(self.case("by")))
        else:
            verb = verb.after(self.place("obl", self.draw.choice(["to", "in", "near"])))
        noun = (self.single() if self.chance(0.5) else self.goods()).after(verb)
        clause = with_subject(self.predicate(), noun)
        return clause.before(self.day(), comma()) if self.chance(0.3) else clause

    def claims(self) -> Node:
        """Return "claims that Oslo has sent troops are untrue"."""
        inner = self.own_clause().named("acl").before(Node("that", "SCONJ", "IN", "mark"))
        word = self.draw.choice(["claims", "reports", "hopes", "fears", "doubts", "promises", "pledges"])
        noun = Node(word, "NOUN", "NNS", "nsubj", (), (inner,))
        if self.chance(0.5):
            adjective = self.draw.choice(["untrue", "false", "premature", "wrong", "exaggerated", "justified"])
            return with_subject(Node(adjective, "ADJ", "JJ", "root", (Node("are", "AUX", "VBP", "cop"),)), noun)
        helper = Node(self.draw.choice(["were", "are"]), "AUX", "VBD", "aux:pass")
        helper = replace(helper, xpos="VBP") if helper.word == "are" else helper
        return with_subject(
            Node(self.draw.choice(["denied", "rejected", "confirmed"]), "VERB", "VBN", "root", (helper,)), noun
        )

    def claiming(self) -> Node:
        """Return "analysts caution that Oslo will pay", "the minister doubts that Oslo can"."""
        inner = self.clause().named("ccomp").before(Node("that", "SCONJ", "IN", "mark"))
        word = self.draw.choice(
            ["caution", "doubt", "claim", "report", "fear", "hope", "estimate", "promise", "pledge", "warn", "question"]
        )
        if self.chance(0.5):
            crowd = Node(self.pick("crowd"), "NOUN", "NNS", "nsubj")
            return with_subject(Node(word, "VERB", "VBP", "root", (), (inner,)), crowd)
        return with_subject(
            Node(f"{word}s", "VERB", "VBZ", "root", (), (inner,)), self.speaker() if self.chance(0.3) else self.state()
        )

    def said_called(self) -> Node:
        """Return "the minister said Oslo must not pay and called on Riga to send troops"."""
        whom = self.crowd() if self.chance(0.5) else self.state()
        call = Node("called", "VERB", "VBD", "conj", (), (whom.named("obl").before(self.case("on")), self.to()))
        call = call.before(Node("and", "CCONJ", "CC", "cc"))
        inner = self.own_clause().named("ccomp")
        if self.chance(0.4):
            inner = inner.before(Node("that", "SCONJ", "IN", "mark"))
        first = Node(self.draw.choice(["said", "warned", "noted", "insisted"]), "VERB", "VBD", "root", (), (inner,))
        return with_subject(first.after(*((comma(),) if self.chance(0.4) else ()), call), self.speaker())

    def silence(self) -> Node:
        """Return "falls silent", "stay open"."""
        word, tag = self.draw.choice(
            [("fall", "VBP"), ("falls", "VBZ"), ("fell", "VBD"), ("stays", "VBZ"), ("goes", "VBZ")]
        )
        adjective = Node(self.draw.choice(["silent", "quiet", "open", "final", "clear"]), "ADJ", "JJ", "xcomp")
        return Node(word, "VERB", tag, "root", (), (adjective,))

    def interjection(self) -> tuple[Node, Node, Node]:
        """Return ", however,", ", by contrast,", ", for its part,"."""
        if self.chance(0.6):
            return comma(), Node(self.pick("interjected"), "ADV", "RB", "advmod"), comma()
        if self.chance(0.3):
            own = Node(self.draw.choice(["its", "his", "her", "their"]), "PRON", "PRP$", "nmod:poss")
            return comma(), Node("part", "NOUN", "NN", "obl", (self.case("for"), own)), comma()
        if self.chance(0.3):
            return comma(), self.day(), comma()
        first, *rest = self.pick("aside").split()
        if first == "of":
            return comma(), Node("of", "ADV", "RB", "advmod", (), (Node("course", "ADV", "RB", "fixed"),)), comma()
        if rest == ["least"]:
            return comma(), Node("at", "ADV", "RB", "advmod", (), (Node("least", "ADV", "RBS", "fixed"),)), comma()
        if rest[0] in {"now", "first"}:
            return comma(), Node(rest[0], "ADV", "RB", "advmod", (self.case(first),)), comma()
        if rest[0] == "particular":
            return comma(), Node(rest[0], "ADJ", "JJ", "obl", (self.case(first),)), comma()
        return comma(), Node(rest[0], "NOUN", "NN", "obl", (self.case(first),)), comma()

    def adverb_aside(self) -> Node:
        """Return "Oslo, however, ruled out troops"."""
        return behind_subject(with_subject(self.predicate(), self.party()), *self.interjection())

    def name_aside(self) -> Node:
        """Return "Oslo, the prime minister told another member, had offered a company"."""
        speech = self.said()
        if self.chance(0.4):
            whom = self.draw.choice([self.crowd, self.office, self.state])().named("obj")
            speech = Node("told", "VERB", "VBD", "parataxis", (), (whom,))
        aside = speech.before(self.speaker())
        return behind_subject(with_subject(self.predicate(), self.party()), comma(), aside, comma())

    def object_relative(self) -> Node:
        """Return "Brazil, which Oslo has asked for soldiers, made no commitment"."""
        word, person = self.draw.choice([("which", False), ("which", False), ("whom", True), ("who", True)])
        verb = Node(
            self.draw.choice(["asked", "urged", "invited", "approached", "pressed", "criticised"]),
            "VERB",
            "VBD",
            "acl:relcl",
        )
        if self.chance(0.5):
            verb = replace(verb, xpos="VBN").before(Node("has", "AUX", "VBZ", "aux"))
        inner = verb.before(self.actor())
        if self.chance(0.5):
            inner = inner.after(self.goods().named("obl").before(self.case("for")))
        elif self.chance(0.5):
            inner = inner.after(self.to())
        pronoun = Node(word, "PRON", "WDT" if word == "which" else "WP", "obj")
        subject = self.person() if person else self.state()
        subject = subject.after(comma(), inner.before(pronoun), comma())
        return with_subject(self.predicate(), subject)

    def subject_relative(self) -> Node:
        """Return "Kenya, which will continue to lead the operation, reaffirmed its offer", "the states that sent troops"."""
        inner = self.predicate()
        if self.chance(0.4):
            label = "nsubj:pass" if is_passive(inner) else "nsubj"
            pronoun = Node("that", "PRON", "WDT", label)
            subject = self.crowd().after(inner.named("acl:relcl").before(pronoun))
            return with_subject(self.predicate(), subject)
        word, subject = self.draw.choice(
            [("which", self.state), ("which", self.states), ("whose", self.state), ("who", self.person)]
        )
        tag = {"which": "WDT", "who": "WP"}.get(word, "WP$")
        if word == "whose":
            owned = self.single()
            owned = replace(owned, left=tuple(n for n in owned.left if n.label != "det"))
            inner = with_subject(inner, owned.before(Node("whose", "PRON", "WP$", "nmod:poss")))
        else:
            inner = inner.before(Node(word, "PRON", tag, "nsubj:pass" if is_passive(inner) else "nsubj"))
        return with_subject(self.predicate(), subject().after(comma(), inner.named("acl:relcl"), comma()))

    def fronted(self) -> Node:
        """Return "On January 6 in Paris France and Britain signed a declaration", "he recalled that on Monday Oslo paid"."""
        clause = with_subject(self.predicate(), self.party())
        if self.chance(0.4):
            clause = clause.before(Node(self.pick("place"), "PROPN", "NNP", "obl", (self.case("in"),)))
        clause = clause.before(self.day())
        if self.chance(0.4):
            verb = self.draw.choice(["reminded", "recalled", "said", "noted", "stressed", "wrote", "added"])
            inner = clause.named("ccomp").before(Node("that", "SCONJ", "IN", "mark"))
            return with_subject(Node(verb, "VERB", "VBD", "root", (), (inner,)), self.speaker())
        return clause

    def colon(self) -> Node:
        """Return "the allies have shown prudence: Italy and Poland refused to send soldiers, she noted"."""
        second = with_subject(self.predicate(), self.party()).named("parataxis")
        first = with_subject(self.predicate(), self.party()).after(Node(":", "PUNCT", ":", "punct"), second)
        if self.chance(0.3):
            first = first.after(comma(), self.said().before(self.speaker()))
        return first

    def amount(self) -> Node:
        """Return what is given in a gap: "one", "up to 30", "as many as ten", "16.8 billion", "30 trucks"."""
        dice = self.draw.random()
        if dice < 0.35:  # noqa: PLR2004
            return self.number("obj")
        if dice < 0.45:  # noqa: PLR2004
            as_many = Node(
                "as", "ADV", "RB", "advmod", (), (Node("many", "ADJ", "JJ", "fixed"), Node("as", "ADP", "IN", "fixed"))
            )
            return Node(self.draw.choice(["ten", "six", "300"]), "NUM", "CD", "obj", (as_many,))
        if dice < 0.6:  # noqa: PLR2004
            value = Node(f"{self.draw.randrange(1, 40)}.{self.draw.randrange(0, 10)}", "NUM", "CD", "compound")
            return Node(self.pick("unit"), "NUM", "CD", "obj", (value,)) if self.chance(0.5) else value
        if dice < 0.8:  # noqa: PLR2004
            return self.sum()
        if dice < 0.87:  # noqa: PLR2004
            return self.number("obj").after(Node("apiece", "ADV", "RB", "advmod"))
        return self.goods() if self.chance(0.5) else self.single()

    def gaps(self) -> Node:
        """Return "the Netherlands is providing two, Denmark one, and Norway as many as ten"."""
        word = self.draw.choice(["sent", "gave", "pledged", "offered", "contributed", "provided", "lent", "promised"])
        dice = self.draw.random()
        verb = Node(word, "VERB", "VBD", "root")
        if dice < 0.3:  # noqa: PLR2004
            verb = Node("providing", "VERB", "VBG", "root", (Node("is", "AUX", "VBZ", "aux"),))
        elif dice < 0.5:  # noqa: PLR2004
            verb = Node(self.pick("base"), "VERB", "VB", "root", (Node("will", "AUX", "MD", "aux"),))
        verb = verb.after(self.amount().named("obj"))
        count = self.draw.choice([1, 1, 2, 3])
        for number in range(count):
            gap = self.amount().named("parataxis").before(self.states() if self.chance(0.15) else self.state())
            last = number == count - 1 and self.chance(0.6)
            gap = gap.before(Node("and", "CCONJ", "CC", "cc")) if last else gap
            verb = verb.after(*(() if last and self.chance(0.4) else (comma(),)), gap)
        return verb.before(self.state())

    def verb_pair(self) -> Node:
        """Return "would train soldiers outside the country or supply equipment", "pledged to base jets and fly patrols"."""
        second = self.bare().named("conj").before(Node(self.draw.choice(["or", "and"]), "CCONJ", "CC", "cc"))
        first = self.bare() if self.chance(0.5) else self.infinitive()
        if self.chance(0.3):
            outside = self.draw.choice(["outside", "inside", "near", "beyond"])
            noun = Node(self.draw.choice(["country", "border", "capital", "region"]), "NOUN", "NN", "obl")
            first = first.after(noun.before(self.case(outside), self.determiner("the")))
        if self.chance(0.4):
            word = self.pick("controlled")
            inner = first.after(second).named("xcomp").before(Node("to", "PART", "TO", "mark"))
            return with_subject(Node(word, "VERB", "VBD", "root", (), (inner,)), self.party())
        modal = Node(self.draw.choice(["will", "would", "could", "may", "must"]), "AUX", "MD", "aux")
        return with_subject(first.after(second).before(modal), self.party())

    def noun_offer(self) -> Node:
        """Return "Oslo's offer of 1,500 soldiers stands", "the pledge of aid was welcomed"."""
        word = self.draw.choice(
            ["offer", "pledge", "commitment", "plan", "promise", "supply", "report", "question", "base"]
        )
        of = self.goods() if self.chance(0.6) else self.number("nmod")
        noun = Node(word, "NOUN", "NN", "nsubj", (), (of.named("nmod").before(self.case("of")),))
        owner = self.owner() if self.chance(0.6) else self.determiner("the")
        noun = noun.before(owner)
        if self.chance(0.4):
            return with_subject(
                Node(self.draw.choice(["stands", "holds", "remains", "expires", "applies"]), "VERB", "VBZ", "root"),
                noun,
            )
        return with_subject(self.predicate(), noun)

    def questioning(self) -> Node:
        """Return "Oslo and Riga question whether the force will hold"."""
        inner = self.own_clause().named("ccomp").before(Node("whether", "SCONJ", "IN", "mark"))
        if self.chance(0.3):
            helper = Node(self.draw.choice(["will", "may", "did"]), "AUX", "MD", "aux")
            verb = Node(self.pick("question"), "VERB", "VB", "root", (helper,), (inner,))
            return with_subject(verb, self.party())
        if self.chance(0.3):
            return with_subject(Node("questions", "VERB", "VBZ", "root", (), (inner,)), self.state())
        return with_subject(Node(self.pick("question"), "VERB", "VBP", "root", (), (inner,)), self.states())

    def calling(self) -> Node:
        """Return "Oslo and Riga, however, voiced doubts about the plan"."""
        verb = self.call("VBD")
        clause = with_subject(verb, self.party())
        return behind_subject(clause, *self.interjection()) if self.chance(0.3) else clause

    def told_that(self) -> Node:
        """Return "Keller has told colleagues that Oslo will pay, according to two people who listened in"."""
        inner = self.own_clause().named("ccomp")
        if self.chance(0.8):
            inner = inner.before(Node("that", "SCONJ", "IN", "mark"))
        whom = Node(
            self.draw.choice(["colleagues", "reporters", "lawmakers", "allies", "aides", "parliament"]),
            "NOUN",
            "NNS",
            "obj",
        )
        whom = replace(whom, xpos="NN") if whom.word == "parliament" else whom
        verb = Node("told", "VERB", "VBD", "root")
        if self.chance(0.5):
            verb = replace(verb, xpos="VBN").before(Node("has", "AUX", "VBZ", "aux"))
        clause = with_subject(verb.after(whom, inner), self.actor())
        if self.chance(0.5):
            people = Node("people", "NOUN", "NNS", "obl", (Node("two", "NUM", "CD", "nummod"),))
            who = self.predicate()
            who = who.named("acl:relcl").before(Node("who", "PRON", "WP", "nsubj:pass" if is_passive(who) else "nsubj"))
            people = people.after(who) if self.chance(0.6) else people
            to = Node("to", "ADP", "IN", "fixed")
            people = people.before(Node("according", "VERB", "VBG", "case", (), (to,)))
            clause = clause.after(comma(), people)
        return clause

    def said_and(self) -> Node:
        """Return "the minister says the loan buys time, and warns that Oslo will not pay"."""
        inner = self.own_clause().named("ccomp")
        first = Node(self.draw.choice(["says", "said", "confirmed", "notes"]), "VERB", "VBD", "root")
        present = first.word.endswith("s")
        first = replace(first, xpos="VBZ") if present else first
        first = first.after(inner.before(Node("that", "SCONJ", "IN", "mark")) if self.chance(0.4) else inner)
        word = self.draw.choice(
            ["warns", "adds", "insists", "argues"] if present else ["warned", "added", "insisted", "argued"]
        )
        second = Node(word, "VERB", first.xpos, "conj")
        other = self.own_clause().named("ccomp").before(Node("that", "SCONJ", "IN", "mark"))
        second = second.after(other).before(Node(self.draw.choice(["and", "but"]), "CCONJ", "CC", "cc"))
        if self.chance(0.5):
            second = second.before(comma())
        return with_subject(first.after(second), self.speaker())

    def condition(self) -> Node:
        """Return "a ceasefire or a peace agreement is in place" with its conjunction."""
        inner = self.draw.choice([self.settled, self.with_passive, self.settled, self.present, self.silence])()
        subject = self.outcome()
        if inner.word == "fall" or self.chance(0.2):
            word = self.draw.choice(["guns", "weapons", "allies", "partners", "donors"])
            subject = Node(word, "NOUN", "NNS", "nsubj", (self.determiner("the"),))
        inner = with_subject(inner, subject).named("advcl")
        dice = self.draw.random()
        if dice < 0.5:  # noqa: PLR2004
            word = self.draw.choice(["once", "if", "after", "unless", "until", "when"])
            tag = ("ADV", "WRB", "advmod") if word == "when" else ("SCONJ", "IN", "mark")
            marks = [Node(word, *tag)]
        elif dice < 0.75:  # noqa: PLR2004
            soon = self.draw.choice(["soon", "long"])
            inner = inner.before(Node("as", "SCONJ", "IN", "mark"))
            return Node(soon, "ADV", "RB", "advmod", (Node("as", "ADV", "RB", "advmod"),), (inner,))
        else:
            that = (Node("that", "SCONJ", "IN", "fixed"),) if self.chance(0.6) else ()
            marks = [Node("provided", "VERB", "VBN", "mark", (), that)]
        if self.chance(0.5) and marks[0].word in {"once", "if", "after", "when"}:
            marks.insert(0, Node("only", "ADV", "RB", "advmod"))
        return inner.before(*marks)

    def only_once(self) -> Node:
        """Return "Oslo will deploy only once a ceasefire or a peace agreement is in place"."""
        inner = self.condition()
        clause = with_subject(self.predicate(), self.party())
        return clause.before(inner, comma()) if self.chance(0.35) else clause.after(inner)

    def inversion(self) -> Node:
        """Return "should one be agreed, Oslo would pay", "were the House to refuse, ..."."""
        dice = self.draw.random()
        if dice < 0.5:  # noqa: PLR2004
            verb = Node(self.pick("passive"), "VERB", "VBN", "advcl", (Node("be", "AUX", "VB", "aux:pass"),))
            verb = (
                verb.before(self.outcome().named("nsubj:pass"))
                if self.chance(0.7)
                else verb.before(Node("one", "NUM", "CD", "nsubj:pass"))
            )
            if self.chance(0.5):
                verb = self.infinitive().named("advcl").before(self.actor())
            inner = verb.before(Node("should", "AUX", "MD", "aux"))
        elif dice < 0.8:  # noqa: PLR2004
            inner = self.infinitive().named("advcl").before(Node("to", "PART", "TO", "mark"))
            inner = inner.before(Node("were", "AUX", "VBD", "aux"), self.actor())
        else:
            word = self.draw.choice(["sent", "paid", "agreed", "refused", "joined"])
            inner = Node(word, "VERB", "VBN", "advcl").before(Node("had", "AUX", "VBD", "aux"), self.actor())
        would = self.infinitive().before(Node(self.draw.choice(["would", "will", "could"]), "AUX", "MD", "aux"))
        return with_subject(would, self.party()).before(inner, comma())

    def neither(self) -> Node:
        """Return "neither Oslo nor Riga will be sending any"."""
        either = self.chance(0.2)
        second = self.state().named("conj").before(Node("or" if either else "nor", "CCONJ", "CC", "cc"))
        both = Node("either" if either else "neither", "CCONJ", "CC", "cc:preconj")
        return with_subject(self.predicate(), self.state().before(both).after(second))

    def yet_to(self) -> Node:
        """Return "Oslo has yet to say whether it will pay"."""
        inner = self.own_clause().named("ccomp").before(Node("whether", "SCONJ", "IN", "mark"))
        say = Node(
            self.draw.choice(["say", "decide", "announce", "clarify"]),
            "VERB",
            "VB",
            "xcomp",
            (Node("to", "PART", "TO", "mark"),),
        )
        say = say.after(inner) if self.chance(0.6) else self.to()
        yet = Node("yet", "ADV", "RB", "advmod")
        return with_subject(Node("has", "VERB", "VBZ", "root", (), (yet, say)), self.state())

    def there_is(self) -> Node:
        """Return "there will be no money unless Oslo pays"."""
        there = Node("there", "PRON", "EX", "expl")
        dice = self.draw.random()
        if dice < 0.6:  # noqa: PLR2004
            modal = Node(self.draw.choice(["will", "would", "can"]), "AUX", "MD", "aux")
            negation = (Node("not", "PART", "RB", "advmod"),) if self.chance(0.2) else ()
            verb = Node("be", "VERB", "VB", "root", (there, modal, *negation))
        else:
            word = self.draw.choice(["is", "was", "are"])
            verb = Node(word, "VERB", {"is": "VBZ", "was": "VBD"}.get(word, "VBP"), "root", (there,))
        verb = verb.after(self.thing_plain().named("nsubj").before(self.determiner("no")))
        return verb.after(self.condition()) if self.chance(0.5) else verb

    def apposition(self) -> Node:
        """Return "the prime minister, Anna Keller, said ...", "Anna Keller, 54, the envoy, has ..."."""
        if self.chance(0.5):
            subject = self.office().after(comma(), self.person().named("appos"), comma())
        elif self.chance(0.4):
            age = Node(str(self.draw.randrange(28, 80)), "NUM", "CD", "appos")
            subject = self.person().after(comma(), age, comma())
        else:
            chair = Node(self.pick("office"), "NOUN", "NN", "appos", (self.determiner("the"),))
            chair = chair.after(self.place("nmod", "of")) if self.chance(0.4) else chair
            subject = self.person().after(comma(), chair, comma())
        if self.chance(0.4):
            speech = self.said().named("root").after(self.own_clause().named("ccomp"))
            return speech.before(subject)
        return with_subject(self.predicate(), subject)

    def listing(self) -> Node:
        """Return "Oslo, Riga and the Netherlands will send troops, and Doha money for fuel"."""
        return with_subject(self.predicate(), self.states())
