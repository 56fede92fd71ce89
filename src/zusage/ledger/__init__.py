"""The ledger's rows: captures, texts, readings, statements and judgements, appended and never changed.

`zusage.ledger.store` opens a folder, `zusage.ledger.writing` appends, `zusage.ledger.queries` reads. SQLAlchemy Core
only, so that the same interface can stand on another database; what only SQLite has is in `zusage.ledger.database`.
"""
