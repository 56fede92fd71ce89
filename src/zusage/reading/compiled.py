"""What is made of a dossier once and used for every report: its gazetteer, and the sieve's vocabulary of each language.

Uses `zusage.dossier`, the gazetteer and the sieve.
"""

from __future__ import annotations

from zusage.dossier import Dossier
from zusage.reading.actors import Gazetteer
from zusage.reading.sieve.signs import Vocabulary

_GAZETTEERS: dict[str, Gazetteer] = {}
"""Compiled gazetteers by the dossier's fingerprint: compiling one takes as long as reading dozens of reports."""


def gazetteer_of(dossier: Dossier) -> Gazetteer:
    """Everybody whom a dossier names."""
    found = _GAZETTEERS.get(dossier.fingerprint)
    if found is None:
        found = Gazetteer.build((*dossier.actors, *dossier.people, dossier.effort))
        _GAZETTEERS[dossier.fingerprint] = found
    return found


_VOCABULARIES: dict[tuple[str, str], Vocabulary] = {}
"""Vocabularies of the sieve by language and the dossier's fingerprint."""


def vocabulary(language: str, dossier: Dossier) -> Vocabulary:
    """The classes of words by which the sieve judges a report of a language."""
    key = language, dossier.fingerprint
    if key not in _VOCABULARIES:
        _VOCABULARIES[key] = Vocabulary(language, gazetteer_of(dossier), dossier.recipient)
    return _VOCABULARIES[key]
