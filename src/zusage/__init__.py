"""Zusage: who has really promised what, on which condition, in which words, and does it add up?

The public interface is imported on first use, so that ``import zusage`` stays cheap.
"""

__version__ = "0.1.0"
