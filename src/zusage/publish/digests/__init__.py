"""What a mail says: a plain and an HTML part of the same words. Nothing in it is loaded from anywhere. Pure functions."""
