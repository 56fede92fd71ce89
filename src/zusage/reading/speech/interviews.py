"""Interviews: who answers. Source: codebook, section 2 (`speaker`)."""

from __future__ import annotations

from zusage.reading.actors import ActorRef
from zusage.reading.context import Context
from zusage.reading.speech.model import Form, Speech

LEAST_QUESTIONS = 3
LONGEST_QUESTION = 250


def interviewee(context: Context) -> Speech | None:
    """Who answers, if the report is an interview: three or more paragraphs that are questions; the first person named."""
    text = context.analysis.text
    questions = sum(1 for line in text.split("\n") if line.rstrip().endswith("?") and len(line) < LONGEST_QUESTION)
    if questions < LEAST_QUESTIONS:
        return None
    for mention in context.who.mentions:
        if mention.person is not None and mention.actor is not None:
            ref = ActorRef(mention.actor, mention.person, mention.authority, mention, "interview")
            run = (mention.start, mention.end)
            return Speech(message=(), form=Form.DIRECT, rule="interview", told=(run,), source=run, speakers=(ref,))
    return None
