"""Which amount is a contribution's where the rules find none."""

from zusage.reading.sums.likely import LIKELY, Origin, open_amounts, origin_of, with_likely_amounts

__all__ = ["LIKELY", "Origin", "open_amounts", "origin_of", "with_likely_amounts"]
