"""How a page of the ledger is cited: as BibTeX, RIS and CSL-JSON, with the day as of which it is meant. Standard library only."""
