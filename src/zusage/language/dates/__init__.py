"""Dates in German and English text: `find_dates` and `find_text_day`. Uses `zusage.language.numbers` only."""

from zusage.language.dates.finder import find_dates
from zusage.language.dates.mention import Bound, DateKind, DateMention
from zusage.language.dates.period import Grain, Period
from zusage.language.dates.textday import find_text_day

__all__ = ["Bound", "DateKind", "DateMention", "Grain", "Period", "find_dates", "find_text_day"]
