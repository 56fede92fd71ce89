"""Results for people to keep and pass on: pages, charts, records. Prints nothing and opens no file but packaged ones."""
