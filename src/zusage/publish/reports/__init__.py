"""A report for readers: where to find its words on the live page, which runs are quoted, what may be shown of it."""
