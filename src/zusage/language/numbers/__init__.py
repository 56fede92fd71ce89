"""Numbers and quantities in German and English text: `find_quantities`, `parse_number`. Uses `zusage.errors` only."""

from zusage.language.numbers.currency import resolve_currency
from zusage.language.numbers.mention import QuantityKind, QuantityMention
from zusage.language.numbers.parse import parse_number
from zusage.language.numbers.quantities import find_quantities, scale_of

__all__ = ["QuantityKind", "QuantityMention", "find_quantities", "parse_number", "resolve_currency", "scale_of"]
