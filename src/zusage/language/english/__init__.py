"""English: tokens, lemmas, tags, dependency parse, and clauses out of it.

Uses numpy, the weights in the package ``zusage-english``, and `zusage.language`.
"""

from zusage.language.english.analyser import analyse
from zusage.language.english.weights import ModelError

__all__ = ["ModelError", "analyse"]
