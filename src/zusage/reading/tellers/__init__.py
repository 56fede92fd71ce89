"""Who says a contribution (codebook, section 2, `speaker`): by rules (`ruled`), and by what was learned (`signs`, `likely`)."""

from zusage.reading.tellers.likely import LIKELY, Teller, teller_of
from zusage.reading.tellers.ruled import slug_of

__all__ = ["LIKELY", "Teller", "slug_of", "teller_of"]
