"""Following a ledger: what of it, what happened there as items of feeds, and digests of these by mail."""
