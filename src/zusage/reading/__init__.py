"""From clauses to statements: who promises what, on which condition, who says so. Uses language, dossier and model."""
