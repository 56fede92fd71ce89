"""Packages of guarantees: what they need, which pledges stand under which assumptions, what is missing, what would help.

Everything here is a pure function of a package, pledges and a scenario; random numbers are handed in. Uses of the layers
below `zusage.dossier`, to read files, and `zusage.model`.
"""
