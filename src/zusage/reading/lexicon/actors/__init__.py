"""States, organisations, offices, persons and their names in German and English, as data files."""
