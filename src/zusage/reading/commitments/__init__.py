"""Commitments: from clauses to candidates, one for each contribution of each actor.

Three kinds of words can make one, each with a module of its own:

- `giving`: a contributing verb ("Estland schickt eine Kompanie", "will train soldiers", "beteiligt sich nicht");
- `promising`: an operator over a noun ("prüft eine Entsendung", "ruled out a contingent", "ist zu einer Beteiligung bereit");
- `nouns`: a noun of promise with its owner ("Berlins Zusage von Geld", "aus Washington gibt es keine Zusagen").

`finder` goes through the clauses and asks the right one; `case` holds what they share.

Source: codebook, section 2.
"""

from zusage.reading.commitments.case import Candidate
from zusage.reading.commitments.finder import find_commitments
from zusage.reading.commitments.refusal import refuses_own

__all__ = ["Candidate", "find_commitments", "refuses_own"]
