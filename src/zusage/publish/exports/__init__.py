"""Exports: the ledger for other programs, each format with what its columns and codes mean. Pure functions to bytes."""
