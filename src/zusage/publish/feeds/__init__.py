"""Feeds: items with ids and times that change only with what they say, as Atom, RSS 2.0 and JSON Feed. Pure functions."""
