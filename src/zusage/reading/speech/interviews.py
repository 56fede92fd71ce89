"""Interviews: who answers. An explainer that asks itself questions has nobody who says "I" or "we".

Source: codebook, section 2 (`speaker`).
"""

from __future__ import annotations

from zusage.reading.actors import ActorRef, Mention
from zusage.reading.context import Context
from zusage.reading.lexicon import words
from zusage.reading.speech.model import Form, Speech

LEAST_ANSWERS = 2
PERSONAL = words("first-person")
REPORTERS = words("reporters")
LEAST_QUESTIONS = 3
LONGEST_QUESTION = 250


def interviewee(context: Context) -> Speech | None:
    """Who answers, if the report is an interview: three or more paragraphs that are questions; the first person named."""
    text = context.analysis.text
    questions = sum(1 for line in text.split("\n") if line.rstrip().endswith("?") and len(line) < LONGEST_QUESTION)
    if questions < LEAST_QUESTIONS:
        return None
    if not _is_personal(context):
        return None
    for mention in context.who.mentions:
        if mention.person is not None and mention.actor is not None and not _is_reporter(context, mention):
            ref = ActorRef(mention.actor, mention.person, mention.authority, mention, "interview")
            run = (mention.start, mention.end)
            return Speech(message=(), form=Form.DIRECT, rule="interview", told=(run,), source=run, speakers=(ref,))
    return None


def _is_personal(context: Context) -> bool:
    """Say whether somebody answers: "ich", "we" outside quotation marks, more than once."""
    found = 0
    for i, token in enumerate(context.tokens):
        if token.lower in PERSONAL and not any(run.start <= i < run.end for run in context.quoted_at(i, i + 1)):
            found += 1
            if found >= LEAST_ANSWERS:
                return True
    return False


def _is_reporter(context: Context, mention: Mention) -> bool:
    """Say whether a name is that of the outlet's own reporter: "our correspondent Iris Holm"."""
    before = range(max(0, mention.start - 1), mention.head)
    return any(context.tokens[i].lemma.lower() in REPORTERS for i in before)
