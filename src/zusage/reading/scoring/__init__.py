"""Scoring readings against annotated ones: sets per report, agreement of matched pairs, intervals over reports.

Pure functions from pairs of readings to numbers; the resamples for the intervals are handed in. Uses `zusage.model`
only.

Source: codebook, section 7.
"""

from zusage.reading.scoring.agreement import Comparison, compare
from zusage.reading.scoring.differences import Difference, Sort, confuse_firmness, count_measures, find_differences
from zusage.reading.scoring.scores import Mean, Rate, Scores, add_up, numbers_of
from zusage.reading.scoring.sureness import Bin, calibrate

__all__ = [
    "Bin",
    "Comparison",
    "Difference",
    "Mean",
    "Rate",
    "Scores",
    "Sort",
    "add_up",
    "calibrate",
    "compare",
    "confuse_firmness",
    "count_measures",
    "find_differences",
    "numbers_of",
]
