"""From text to sentences, tokens and clauses, numbers and dates, German and English in one representation."""
