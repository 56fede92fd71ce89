"""Sentences in the manner of news agencies for training, put together from treebank clauses and a small grammar.

The treebank is web text; what it lacks are the turns of agency copy: speech clauses after and inside what is said,
names with titles and offices, "who" clauses on names, conditions, sums. Clauses of UD English EWT are joined by
these turns, and clauses of a small grammar with the vocabulary of ``news_words.tsv`` stand in for some of them.
Trees follow the treebank's conventions.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from corpus import Sentence


@dataclass(frozen=True)
class Node:
    """A word with its dependents to the left and right, in order."""

    word: str
    upos: str
    xpos: str
    label: str
    left: tuple[Node, ...] = ()
    right: tuple[Node, ...] = ()

    def named(self, label: str) -> Node:
        """Return the node under another label."""
        return replace(self, label=label)

    def before(self, *nodes: Node) -> Node:
        """Return the node with more dependents at its left edge."""
        return replace(self, left=(*nodes, *self.left))

    def after(self, *nodes: Node) -> Node:
        """Return the node with more dependents at its right edge."""
        return replace(self, right=(*self.right, *nodes))


def flatten(root: Node) -> Sentence:
    """Return the sentence that a tree spells."""
    rows: list[tuple[Node, int]] = []

    def visit(node: Node, parent: Node | None) -> None:
        for child in node.left:
            visit(child, node)
        rows.append((node, id(parent)))
        for child in node.right:
            visit(child, node)

    visit(root, None)
    places = {id(node): place for place, (node, _) in enumerate(rows, start=1)}
    if len(places) != len(rows):
        msg = "a node occurs twice in a tree"
        raise ValueError(msg)
    nodes = [node for node, _ in rows]
    return Sentence(
        tuple(node.word for node in nodes),
        tuple(node.upos for node in nodes),
        tuple(node.xpos for node in nodes),
        tuple(places.get(parent, 0) for _, parent in rows),
        tuple(node.label for node in nodes),
    )


def read_words(path: Path) -> dict[str, list[str]]:
    """Read the word lists by kind."""
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()[1:] if not line.startswith("#")]
    return {kind: words.split("|") for kind, words in rows}


def to_tree(sentence: Sentence) -> Node | None:
    """Return the tree of a plain statement without its full stop, None if the sentence is none or crosses edges.

    Plain: a verb with its subject before it, five to eighteen words, no quotation, list or aside in it.
    """
    size = len(sentence.words)
    root = sentence.heads.index(0)
    labels = set(sentence.labels)
    plain = 5 <= size <= 18 and sentence.words[-1] == "." and sentence.upos[root] in {"VERB", "ADJ", "NOUN"}  # noqa: PLR2004
    if not plain or labels & {"parataxis", "list", "discourse", "vocative", "goeswith", "reparandum", "dislocated"}:
        return None
    subjects = [
        i for i in range(root) if sentence.heads[i] == root + 1 and sentence.labels[i] in {"nsubj", "nsubj:pass"}
    ]
    if len(subjects) != 1 or any(word in {'"', "“", "”", "(", ":", ";", "?"} for word in sentence.words):
        return None
    if sentence.xpos[root] == "VB" and "aux" not in labels:
        return None

    def build(index: int) -> Node:
        children = [i for i, head in enumerate(sentence.heads) if head == index + 1 and i != size - 1]
        return Node(
            sentence.words[index],
            sentence.upos[index],
            sentence.xpos[index],
            sentence.labels[index],
            tuple(build(i) for i in children if i < index),
            tuple(build(i) for i in children if i > index),
        )

    tree = build(root)
    return tree if flatten(tree).words == sentence.words[:-1] else None


def lower_first(tree: Node) -> Node:
    """Return the tree with its first word in small letters, unless that is a name or "I"."""
    if tree.left:
        return replace(tree, left=(lower_first(tree.left[0]), *tree.left[1:]))
    keep = tree.xpos in {"NNP", "NNPS"} or tree.word == "I" or tree.word.isupper()
    return tree if keep else replace(tree, word=tree.word[:1].lower() + tree.word[1:])


def raise_first(tree: Node) -> Node:
    """Return the tree with its first word capitalised."""
    if tree.left:
        return replace(tree, left=(raise_first(tree.left[0]), *tree.left[1:]))
    return replace(tree, word=tree.word[:1].upper() + tree.word[1:])


def comma() -> Node:
    """Return a comma."""
    return Node(",", "PUNCT", ",", "punct")


class Newsroom:
    """Makes sentences by chance, from treebank clauses and word lists."""

    def __init__(self, sentences: list[Sentence], words: dict[str, list[str]], draw: random.Random) -> None:
        """Keep the clauses that can be joined."""
        self.clauses = [tree for sentence in sentences if (tree := to_tree(sentence)) is not None]
        self.words = words
        self.draw = draw

    def pick(self, kind: str) -> str:
        """Return one word of a kind."""
        return self.draw.choice(self.words[kind])

    def chance(self, share: float) -> bool:
        """Return true with the given probability."""
        return self.draw.random() < share

    # --- noun phrases

    def case(self, word: str) -> Node:
        """Return a preposition."""
        return Node(word, "ADP", "IN", "case")

    def determiner(self, word: str) -> Node:
        """Return an article or another determiner."""
        return Node(word, "DET", "DT", "det")

    def person(self) -> Node:
        """Return a name, often with a title: "French President Emmanuel Berger", "Keller", "Oslo's Anna Larsen"."""
        dice = self.draw.random()
        family = Node(self.pick("family"), "PROPN", "NNP", "flat")
        name = Node(self.pick("given"), "PROPN", "NNP", "nsubj", (), (family,))
        if dice < 0.25:  # noqa: PLR2004 - shares
            return Node(family.word, "PROPN", "NNP", "nsubj")
        if dice < 0.4:  # noqa: PLR2004
            return name.before(self.owner())
        if dice < 0.55:  # noqa: PLR2004
            return name
        return name.before(self.title())

    def title(self) -> Node:
        """Return what stands before a name: "President", "Prime Minister", "Polish foreign ministry spokesman"."""
        left: list[Node] = []
        if self.chance(0.5):
            left.append(Node(self.pick("adjective"), "ADJ", "JJ", "amod"))
        if self.chance(0.35):
            return Node(self.pick("title"), "PROPN", "NNP", "nmod:desc", tuple(left))
        desk = self.pick("desk")
        if self.chance(0.6):
            high = self.chance(0.7)
            desk, rank = (desk.capitalize(), "Minister") if high else (desk, "minister")
            left.append(Node(desk, "ADJ", "NNP" if high else "JJ", "amod"))
            return Node(rank, "PROPN" if high else "NOUN", "NNP" if high else "NN", "nmod:desc", tuple(left))
        ministry = Node("ministry", "NOUN", "NN", "compound", (Node(desk, "ADJ", "JJ", "amod"),))
        word = self.draw.choice(["spokesman", "spokeswoman", "spokesperson", "official"])
        return Node(word, "NOUN", "NN", "nmod:desc", (*left, ministry))

    def owner(self) -> Node:
        """Return a genitive: "Norway's"."""
        word = self.pick(self.draw.choice(["country", "capital"]))
        return Node(word, "PROPN", "NNP", "nmod:poss", (), (Node("'s", "PART", "POS", "case"),))

    def state(self) -> Node:
        """Return a country, capital or organisation: "Oslo", "the United States"."""
        if self.chance(0.12):
            united = Node("United", "ADJ", "NNP", "amod")
            return Node(
                self.draw.choice(["States", "Nations"]), "PROPN", "NNPS", "nsubj", (self.determiner("the"), united)
            )
        return Node(
            self.pick(self.draw.choice(["country", "country", "capital", "organisation"])), "PROPN", "NNP", "nsubj"
        )

    def office(self) -> Node:
        """Return an official.

        "a senior diplomat", "the foreign minister", "its ministry", "her office", "officials".
        """
        dice = self.draw.random()
        if dice < 0.2:  # noqa: PLR2004
            number = Node(self.draw.choice(["several", "many", "some", "most", "other"]), "ADJ", "JJ", "amod")
            crowd = Node(self.pick("crowd"), "NOUN", "NNS", "nsubj")
            return crowd.before(number) if self.chance(0.4) else crowd
        noun = Node(self.pick("office"), "NOUN", "NN", "nsubj")
        if self.chance(0.25):
            noun = Node("minister", "NOUN", "NN", "nsubj", (Node(self.pick("desk"), "ADJ", "JJ", "amod"),))
        elif self.chance(0.2):
            noun = noun.before(Node(self.draw.choice(["government", "army", "ministry"]), "NOUN", "NN", "compound"))
        if dice < 0.3:  # noqa: PLR2004
            owner = Node(self.draw.choice(["his", "her", "its", "their"]), "PRON", "PRP$", "nmod:poss")
            return Node("office", "NOUN", "NN", "nsubj", (owner,)) if self.chance(0.4) else noun.before(owner)
        if dice < 0.45:  # noqa: PLR2004
            return noun.before(self.owner())
        article = self.determiner(self.draw.choice(["the", "the", "a", "a"]))
        if self.chance(0.2):
            noun = noun.before(Node(self.draw.choice([self.pick("adjective"), "senior"]), "ADJ", "JJ", "amod"))
        elif self.chance(0.15):
            noun = noun.after(Node(self.pick("country"), "PROPN", "NNP", "nmod", (self.case("of"),)))
        return noun.before(article)

    def speaker(self) -> Node:
        """Return who speaks."""
        dice = self.draw.random()
        if dice < 0.2:  # noqa: PLR2004
            return Node(self.draw.choice(["he", "she", "they", "it"]), "PRON", "PRP", "nsubj")
        if dice < 0.55:  # noqa: PLR2004
            return self.person()
        return self.office() if dice < 0.9 else self.state()  # noqa: PLR2004

    def actor(self) -> Node:
        """Return who acts: a state, an office, a person."""
        return self.draw.choice([self.state, self.state, self.office, self.person])()

    def number(self, label: str) -> Node:
        """Return a number, with its limit: "up to 200", "more than 1,500", "about 30"."""
        value = self.draw.choice(
            [
                str(self.draw.randrange(2, 999)),
                f"{self.draw.randrange(1, 90)},{self.draw.randrange(0, 10)}00",
                "two",
                "three",
                "ten",
            ]
        )
        dice = self.draw.random()
        node = Node(value, "NUM", "CD", label)
        if dice < 0.2:  # noqa: PLR2004
            return node.before(Node("up", "ADP", "IN", "advmod", (), (Node("to", "ADP", "IN", "fixed"),)))
        if dice < 0.32:  # noqa: PLR2004
            return node.before(Node("more", "ADJ", "JJR", "advmod", (), (Node("than", "ADP", "IN", "fixed"),)))
        if dice < 0.45:  # noqa: PLR2004
            return node.before(
                Node(self.draw.choice(["about", "around", "some", "nearly", "almost"]), "ADV", "RB", "advmod")
            )
        return node

    def sum(self) -> Node:
        """Return an amount of money: "300 million euros", "$5 billion"."""
        unit = self.pick("unit")
        if self.chance(0.4):
            value = Node(f"{self.draw.randrange(1, 99)}", "NUM", "CD", "compound")
            sign = Node(self.draw.choice(["$", "€", "£"]), "SYM", "$", "obj")
            return sign.after(Node(unit, "NUM", "CD", "nummod", (value,)))
        amount = Node(unit, "NUM", "CD", "nummod", (self.number("compound"),))
        return Node(self.pick("money"), "NOUN", "NNS", "obj", (amount,))

    def thing(self) -> Node:
        """Return what is given.

        "up to 200 soldiers", "a field hospital", "300 million euros for the police", "no troops".
        """
        kinds = [self.sum, self.goods, self.goods, self.single, self.single, self.thing_plain]
        node = self.draw.choice(kinds)()
        if self.chance(0.15):
            return node.after(self.thing_plain().named("conj").before(Node("and", "CCONJ", "CC", "cc")))
        if self.chance(0.25):
            return node.after(self.place("nmod", self.draw.choice(["for", "on", "in", "from", "of"])))
        return node

    def goods(self) -> Node:
        """Return things in the plural: "up to 200 Danish soldiers", "no troops"."""
        node = Node(self.pick("plural"), "NOUN", "NNS", "obj")
        if self.chance(0.2):
            node = node.before(Node(self.pick("compound").split()[-1], "NOUN", "NN", "compound"))
        if self.chance(0.3):
            word = self.pick(self.draw.choice(["attribute", "adjective"]))
            node = node.before(Node(word, "ADJ", "JJ", "amod"))
        if self.chance(0.35):
            return node.before(self.number("nummod"))
        return node.before(self.determiner("no")) if self.chance(0.12) else node

    def single(self) -> Node:
        """Return one thing: "the new mandate", "a hospital"."""
        node = Node(self.pick("single").split()[-1], "NOUN", "NN", "obj")
        if self.chance(0.4):
            node = node.before(Node(self.pick("attribute"), "ADJ", "JJ", "amod"))
        return node.before(self.determiner(self.draw.choice(["a", "the", "the", "any", "such"])))

    def thing_plain(self) -> Node:
        """Return one thing without anything around it."""
        if self.chance(0.5):
            return Node(self.pick("plural"), "NOUN", "NNS", "obj")
        return Node(self.pick("mass"), "NOUN", "NN", "obj")

    def place(self, label: str, preposition: str) -> Node:
        """Return a phrase of place or purpose: "for Ukraine", "to the border"."""
        if self.chance(0.6):
            return Node(self.pick("country"), "PROPN", "NNP", label, (self.case(preposition),))
        noun = self.draw.choice(
            ["border", "capital", "region", "mission", "force", "army", "police", "ground", "coast"]
        )
        return Node(noun, "NOUN", "NN", label, (self.case(preposition), self.determiner("the")))

    def time(self) -> Node:
        """Return a phrase of time: "on Thursday", "last week", "in March"."""
        dice = self.draw.random()
        if dice < 0.5:  # noqa: PLR2004
            return Node(self.pick("day"), "PROPN", "NNP", "obl", (self.case("on"),))
        if dice < 0.7:  # noqa: PLR2004
            return Node(
                self.pick("month"),
                "PROPN",
                "NNP",
                "obl",
                (self.case(self.draw.choice(["in", "by", "since", "until"])),),
            )
        last = Node(self.draw.choice(["last", "next"]), "ADJ", "JJ", "amod")
        return Node(self.draw.choice(["week", "month", "year"]), "NOUN", "NN", "obl:unmarked", (last,))

    # --- clauses

    def predicate(self) -> Node:
        """Return a clause of the grammar without its subject, in the past or with a modal."""
        return self.draw.choice(
            [
                self.plain_past,
                self.with_modal,
                self.with_modal,
                self.with_perfect,
                self.with_control,
                self.with_ready,
                self.with_passive,
                self.with_object_control,
            ]
        )()

    def extend(self, verb: Node) -> Node:
        """Add object, place and time."""
        verb = verb.after(self.thing())
        if self.chance(0.3):
            verb = verb.after(self.place("obl", self.draw.choice(["to", "in", "for", "at", "with"])))
        return verb.after(self.time()) if self.chance(0.2) else verb

    def plain_past(self) -> Node:
        """Return "sent troops"."""
        return self.extend(Node(self.pick("past"), "VERB", "VBD", "root"))

    def infinitive(self) -> Node:
        """Return a bare verb with its objects, some with a particle: "rule out a deployment"."""
        if self.chance(0.2):
            word, particle = self.pick("particle").split()
            verb = Node(word, "VERB", "VB", "root", (), (Node(particle, "ADP", "RP", "compound:prt"),))
            return self.extend(verb)
        return self.extend(Node(self.pick("base"), "VERB", "VB", "root"))

    def with_modal(self) -> Node:
        """Return "will not send troops"."""
        modal = Node(
            self.draw.choice(["will", "will", "would", "would", "could", "can", "may", "must", "should"]),
            "AUX",
            "MD",
            "aux",
        )
        negation = (Node("not", "PART", "RB", "advmod"),) if self.chance(0.25) else ()
        return self.infinitive().before(modal, *negation)

    def with_perfect(self) -> Node:
        """Return "has approved a loan"."""
        helper = Node(self.draw.choice(["has", "has", "had"]), "AUX", "VBZ", "aux")
        helper = replace(helper, xpos="VBD") if helper.word == "had" else helper
        extra = self.draw.choice(
            [(), (), (Node("not", "PART", "RB", "advmod"),), (Node("already", "ADV", "RB", "advmod"),)]
        )
        words = [word for word in self.words["past"] if word != "withdrew"]
        return self.extend(Node(self.draw.choice(words), "VERB", "VBN", "root")).before(helper, *extra)

    def to(self, label: str = "xcomp") -> Node:
        """Return "to send troops"."""
        return self.infinitive().named(label).before(Node("to", "PART", "TO", "mark"))

    def with_control(self) -> Node:
        """Return "pledged to send troops"."""
        verb = Node(self.pick("controlled"), "VERB", "VBD", "root")
        if self.chance(0.3):
            modal = Node(self.draw.choice(["will", "would", "did"]), "AUX", "MD", "aux")
            modal = replace(modal, xpos="VBD") if modal.word == "did" else modal
            verb = Node(self.pick("control"), "VERB", "VB", "root", (modal,))
        return verb.after(self.to())

    def with_object_control(self) -> Node:
        """Return "urged Riga to send troops", "wants the allies to pay"."""
        word = self.draw.choice(["urged", "asked", "told", "invited", "forced", "allowed", "wants", "expects", "asks"])
        verb = Node(word, "VERB", "VBZ" if word.endswith("s") else "VBD", "root")
        whom = self.crowd() if self.chance(0.4) else self.state()
        return verb.after(whom.named("obj"), self.to())

    def crowd(self) -> Node:
        """Return "the allies"."""
        return Node(self.pick("crowd"), "NOUN", "NNS", "obj", (self.determiner("the"),))

    def with_ready(self) -> Node:
        """Return "is not ready to send troops", "is expected to send troops"."""
        verb = Node(self.draw.choice(["is", "was", "remains"]), "AUX", "VBZ", "cop")
        verb = replace(verb, xpos="VBD") if verb.word == "was" else verb
        negation = (Node("not", "PART", "RB", "advmod"),) if self.chance(0.2) else ()
        if verb.word != "remains" and self.chance(0.25):
            head = Node(self.draw.choice(["expected", "asked", "urged", "forced"]), "VERB", "VBN", "root")
            return head.before(verb.named("aux:pass"), *negation).after(self.to())
        adjective = Node(self.pick("ready"), "ADJ", "JJ", "root")
        if verb.word == "remains":
            return Node("remains", "VERB", "VBZ", "root", (), (adjective.named("xcomp").after(self.to()),))
        return adjective.before(verb, *negation).after(self.to())

    def with_passive(self) -> Node:
        """Return "was approved by Oslo"; the subject is that of a passive."""
        helpers = self.draw.choice(
            [
                (Node("was", "AUX", "VBD", "aux:pass"),),
                (Node("were", "AUX", "VBD", "aux:pass"),),
                (Node("will", "AUX", "MD", "aux"), Node("be", "AUX", "VB", "aux:pass")),
                (Node("could", "AUX", "MD", "aux"), Node("be", "AUX", "VB", "aux:pass")),
                (Node("has", "AUX", "VBZ", "aux"), Node("been", "AUX", "VBN", "aux:pass")),
            ]
        )
        verb = Node(self.pick("passive"), "VERB", "VBN", "root").before(*helpers)
        if self.chance(0.3):
            agent = self.actor().named("obl:agent")
            verb = verb.after(agent.before(self.case("by")))
        return verb.after(self.time()) if self.chance(0.3) else verb

    def own_clause(self) -> Node:
        """Return a clause of the grammar with its subject."""
        verb = self.predicate()
        passive = any(child.label == "aux:pass" for child in verb.left)
        subject = self.thing_subject() if passive and self.chance(0.6) else self.actor()
        return verb.before(subject.named("nsubj:pass" if passive else "nsubj"))

    def thing_subject(self) -> Node:
        """Return a thing as a subject: "the deployment", "several thousand soldiers"."""
        if self.chance(0.5):
            return Node(self.pick("single").split()[-1], "NOUN", "NN", "nsubj", (self.determiner("the"),))
        return Node(self.pick("plural"), "NOUN", "NNS", "nsubj", (self.number("nummod"),))

    def clause(self) -> Node:
        """Return a clause in small letters, of the treebank or of the grammar."""
        if self.chance(0.5):
            return self.own_clause()
        return lower_first(copy(self.draw.choice(self.clauses)))

    def said(self) -> Node:
        """Return a speech verb without its subject, with an object or a day now and then."""
        verb = self.pick("finite") if self.chance(0.5) else "said"
        word, *rest = verb.split()
        node = Node(word, "VERB", "VBZ" if word == "says" else "VBD", "parataxis")
        if rest:
            node = node.after(Node(rest[0], "NOUN", "NNS", "iobj"))
        return node.after(self.time()) if self.chance(0.25) else node

    # --- turns

    def report(self) -> Sentence:
        """Return one sentence in the manner of an agency."""
        turns: list[Callable[[], Node]] = [
            self.statement,
            self.aside_after,
            self.aside_after,
            self.aside_inverted,
            self.aside_inside,
            self.speech_before,
            self.speech_adding,
            self.speech_and,
            self.relative,
            self.relative,
            self.conditional,
            self.conditional,
            self.conjoined,
            self.participle,
            self.open_question,
        ]
        tree = raise_first(self.draw.choice(turns)())
        return flatten(replace(tree, label="root").after(Node(".", "PUNCT", ".", "punct")))

    def statement(self) -> Node:
        """Return "Oslo will send troops"."""
        return self.own_clause()

    def aside_after(self) -> Node:
        """Return "Oslo will pay, the minister said"."""
        return self.clause().after(comma(), self.said().before(self.speaker()))

    def aside_inverted(self) -> Node:
        """Return '"Oslo will pay," said the minister'."""
        speech = self.said()
        speech = replace(speech, right=(self.speaker(), *[n for n in speech.right if n.label != "iobj"]))
        if self.chance(0.6):
            opening, closing = Node('"', "PUNCT", "``", "punct"), Node('"', "PUNCT", "''", "punct")
            return self.clause().before(opening).after(comma(), closing, speech)
        return self.clause().after(comma(), speech)

    def aside_inside(self) -> Node:
        """Return "Oslo, the minister said, will pay"."""
        clause = self.clause()
        places = [i for i, child in enumerate(clause.left) if child.label.startswith("nsubj")]
        place = places[0] + 1
        speech = self.said().before(self.speaker())
        aside = (comma(), speech, comma())
        return replace(clause, left=(*clause.left[:place], *aside, *clause.left[place:]))

    def speech_before(self) -> Node:
        """Return "the minister said (that) Oslo would pay"."""
        inner = self.clause().named("ccomp")
        if self.chance(0.4):
            inner = inner.before(Node("that", "SCONJ", "IN", "mark"))
        return self.said().before(self.speaker()).after(inner)

    def speech_adding(self) -> Node:
        """Return "Oslo will pay, the minister said, adding that Riga would not"."""
        inner = self.clause().named("ccomp")
        if self.chance(0.6):
            inner = inner.before(Node("that", "SCONJ", "IN", "mark"))
        adding = Node(self.pick("speaking"), "VERB", "VBG", "advcl", (), (inner,))
        if self.chance(0.4):
            return self.clause().after(comma(), adding)
        speech = self.said().before(self.speaker()).after(comma(), adding)
        return self.clause().after(comma(), speech)

    def speech_and(self) -> Node:
        """Return "Oslo will pay, the minister said, but has not decided"."""
        second = self.clause() if self.chance(0.5) else self.predicate()
        word = self.draw.choice(["and", "but"])
        second = second.named("conj").before(Node(word, "CCONJ", "CC", "cc"))
        speech = self.said().before(self.speaker())
        return self.clause().after(comma(), speech, comma(), second)

    def relative(self) -> Node:
        """Return "Keller, who chaired the meeting, has ruled out troops"."""
        verb = self.predicate()
        passive = any(child.label == "aux:pass" for child in verb.left)
        who = self.draw.choice([("who", "WP", self.person), ("which", "WDT", self.state)])
        inner = self.predicate()
        inner_passive = any(child.label == "aux:pass" for child in inner.left)
        pronoun = Node(who[0], "PRON", who[1], "nsubj:pass" if inner_passive else "nsubj")
        inner = inner.named("acl:relcl").before(pronoun)
        subject = who[2]().after(comma(), inner, comma())
        if self.chance(0.3):
            speech = self.said().named("root").before(subject.named("nsubj"))
            return speech.after(self.clause().named("ccomp"))
        return verb.before(subject.named("nsubj:pass" if passive else "nsubj"))

    def conditional(self) -> Node:
        """Return "Oslo will pay if the truce holds", "once the truce holds, Oslo will pay"."""
        marker = self.pick("marker")
        upos = "ADV" if marker == "when" else "SCONJ"
        xpos, label = ("WRB", "advmod") if marker == "when" else ("IN", "mark")
        inner = self.clause().named("advcl").before(Node(marker, upos, xpos, label))
        if self.chance(0.3):
            return self.clause().before(inner, comma())
        outer = self.clause()
        return outer.after(comma(), inner) if self.chance(0.3) else outer.after(inner)

    def conjoined(self) -> Node:
        """Return "Oslo sent money and has ruled out troops"."""
        second = self.predicate().named("conj").before(Node(self.draw.choice(["and", "but"]), "CCONJ", "CC", "cc"))
        first = self.clause()
        return first.after(second) if self.chance(0.7) else first.after(comma(), second)

    def open_question(self) -> Node:
        """Return "whether Oslo will pay remains unclear", "once it is clear whether Oslo will pay"."""
        inner = self.own_clause().before(Node("whether", "SCONJ", "IN", "mark"))
        word = self.draw.choice(["unclear", "uncertain", "open", "doubtful", "clear"])
        adjective = Node(word, "ADJ", "JJ", "root")
        if self.chance(0.4):
            return Node("remains", "VERB", "VBZ", "root", (inner.named("csubj"),), (adjective.named("xcomp"),))
        copula = Node(self.draw.choice(["is", "was"]), "AUX", "VBZ", "cop")
        copula = replace(copula, xpos="VBD") if copula.word == "was" else copula
        if self.chance(0.4):
            return adjective.before(inner.named("csubj"), copula)
        it = Node("it", "PRON", "PRP", "expl")
        return adjective.before(it, copula).after(inner.named("csubj"))

    def participle(self) -> Node:
        """Return "Keller has ruled out troops, saying Oslo would pay"."""
        inner = self.clause().named("ccomp")
        adding = Node(self.pick("speaking"), "VERB", "VBG", "advcl", (), (inner,))
        return self.own_clause().after(comma(), adding)


def copy(tree: Node) -> Node:
    """Return a tree of new nodes, so that one clause may stand in several sentences."""
    return replace(tree, left=tuple(copy(n) for n in tree.left), right=tuple(copy(n) for n in tree.right))
