"""The German analyser: tags and lemmas, topological fields, phrases and their roles.

`analyse` gives the representation of `zusage.language.analysis`; `compound_parts` takes a compound noun apart.
"""

from zusage.language.german.analyser import analyse
from zusage.language.german.words import compound_parts

__all__ = ["analyse", "compound_parts"]
