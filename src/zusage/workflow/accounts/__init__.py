"""Accounts: who may sign in, with which password, for how long, and what is written down about it."""
