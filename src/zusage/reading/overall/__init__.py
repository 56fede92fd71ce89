"""How sure the reader is of a statement in the light of its whole report.

What rules and pairs say of a statement's own words (`zusage.reading.certainty`, `zusage.reading.pairs.sureness`) chooses what
is looked at; then the report is known, and tells more: how many have the same measure, what its money is for, where in it the
statement stands, how much it tells of contributions at all. `signs` are the numbers, `curves` what they count, `whole` looks
them up; `settling` gives each statement its certainty.
"""

from zusage.reading.overall.settling import Example, examples_of, settle
from zusage.reading.overall.whole import POOL, Beside, Whole

__all__ = ["POOL", "Beside", "Example", "Whole", "examples_of", "settle"]
