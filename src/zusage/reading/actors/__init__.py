"""Who is who: actors in German and English news text.

`find_mentions` finds names, offices, seats and collectives in an analysed text; `resolve` says whom a phrase, a pronoun
or an office alone stands for. Uses `zusage.language`, `zusage.dossier`, `zusage.model` and the lexicon's data files.

Source: codebook, section 1.
"""

from zusage.reading.actors.gazetteer import Gazetteer
from zusage.reading.actors.mention import ActorRef, Gender, Mention, MentionKind, Use
from zusage.reading.actors.mentions import find_mentions
from zusage.reading.actors.resolver import resolve
from zusage.reading.actors.who import Who

__all__ = ["ActorRef", "Gazetteer", "Gender", "Mention", "MentionKind", "Use", "Who", "find_mentions", "resolve"]
