"""Who says what: the speaker of each clause, and the speech of a report with the words that tell it.

`attribute` gives each clause its speaker; `find_speech` gives the same as spans: message, source, cue, frame. Uses
`zusage.reading.context`, actors and the lexicons. Source: codebook, section 2 (`speaker`, `voice`).
"""

from zusage.reading.speech.attribution import attribute, find_speech
from zusage.reading.speech.model import Form, Run, Said, Speech

__all__ = ["Form", "Run", "Said", "Speech", "attribute", "find_speech"]
