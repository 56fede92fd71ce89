"""What a contribution hangs on, a second way: each clause near it may tell a condition, and learned weights say which does."""

from zusage.reading.terms.likely import likely_terms
from zusage.reading.terms.signs import Around, look_around

__all__ = ["Around", "likely_terms", "look_around"]
