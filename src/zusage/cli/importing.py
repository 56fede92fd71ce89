"""``zusage import``."""
