"""What each page shows, as frozen dataclasses: the template, the JSON and the CSV are made of them."""
