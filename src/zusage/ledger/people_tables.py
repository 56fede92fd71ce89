"""Tables about people: accounts, sessions, tokens, attempts to sign in, what was audited, remarks, subscriptions, additions.

Unlike the ledger's own rows these are changed and erased. No secret is in them that could be used: passwords as Argon2
digests, tokens as SHA-256 digests, addresses and typed names of callers as digests under a key that is thrown away each day.
`zusage.ledger.migrations` makes them; a test compares the two.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, LargeBinary, MetaData, String, Table, Text

metadata = MetaData()

accounts = Table(
    "accounts",
    metadata,
    Column("name", String, primary_key=True, comment="what it is called, and who judges"),
    Column("role", String, nullable=False, comment="reader, reviewer, moderator or admin"),
    Column("password", String, nullable=False, comment="Argon2id digest with its parameters"),
    Column("made_at", String, nullable=False, comment="when it was made"),
    Column("password_at", String, nullable=False, comment="when the password was set"),
    Column("disabled_at", String, comment="since when it cannot be used"),
)

sessions = Table(
    "sessions",
    metadata,
    Column("digest", String, primary_key=True, comment="SHA-256 of the token in the cookie"),
    Column("account", String, ForeignKey("accounts.name"), nullable=False, comment="who signed in"),
    Column("made_at", String, nullable=False, comment="when"),
    Column("seen_at", String, nullable=False, comment="last use, to a few minutes"),
    Index("sessions_by_account", "account"),
)

tokens = Table(
    "tokens",
    metadata,
    Column("id", String, primary_key=True, comment="what it is called in lists"),
    Column("digest", String, nullable=False, unique=True, comment="SHA-256 of the token"),
    Column("account", String, ForeignKey("accounts.name"), nullable=False, comment="for whom it acts"),
    Column("label", String, nullable=False, comment="what it is for"),
    Column("scopes", String, nullable=False, comment="rights, separated by blanks"),
    Column("made_at", String, nullable=False, comment="when it was made"),
    Column("expires_at", String, nullable=False, comment="from when on it is refused"),
    Column("used_on", String, comment="last day of use"),
    Index("tokens_by_account", "account"),
)

attempts = Table(
    "attempts",
    metadata,
    Column("seq", Integer, primary_key=True, comment="order of arrival"),
    Column("act", String, nullable=False, comment="sign-in or remark"),
    Column("about", String, nullable=False, comment="keyed digest of the name that was typed, or the entry"),
    Column("address", String, nullable=False, comment="keyed digest of the network address"),
    Column("at", String, nullable=False, comment="when"),
    Index("attempts_by_address", "act", "address", "at"),
    Index("attempts_by_about", "act", "about", "at"),
)

keys = Table(
    "keys",
    metadata,
    Column("name", String, primary_key=True, comment="what it is for"),
    Column("value", String, nullable=False, comment="32 random bytes, hexadecimal"),
    Column("made_at", String, nullable=False, comment="when it was made"),
)

audit = Table(
    "audit",
    metadata,
    Column("seq", Integer, primary_key=True, comment="order of arrival"),
    Column("at", String, nullable=False, comment="when"),
    Column("who", String, nullable=False, comment="an account, or who ran the command"),
    Column("act", String, nullable=False, comment="what was done"),
    Column("about", String, nullable=False, comment="an account, a token, a statement, an entry, a remark"),
    Column("detail", Text, nullable=False, comment="more words, none of them secret"),
    Index("audit_by_who", "who", "seq"),
)

remarks = Table(
    "remarks",
    metadata,
    Column("seq", Integer, primary_key=True, comment="order of arrival"),
    Column("id", String, nullable=False, unique=True, comment="random"),
    Column("entry", String, nullable=False, comment="the entry that it is on"),
    Column("statement", String, nullable=False, comment="a statement of the entry, which outlives its id"),
    Column("kind", String, nullable=False, comment="remark or wrong"),
    Column("text", Text, nullable=False, comment="plain text"),
    Column("source", String, nullable=False, comment="address of a source, or empty"),
    Column("by", String, nullable=False, comment="the name that the reader gave, or empty"),
    Column("received_at", String, nullable=False, comment="when it came"),
    Column("state", String, nullable=False, comment="waiting, published or refused"),
    Column("decided_at", String, comment="when that was decided"),
    Column("decided_by", String, comment="by whom"),
    Column("reason", String, comment="which rule it breaks"),
    Column("answer", Text, nullable=False, comment="a moderator's word to readers"),
    Index("remarks_by_entry", "entry", "seq"),
    Index("remarks_by_statement", "statement", "seq"),
    Index("remarks_by_state", "state", "seq"),
)

subscriptions = Table(
    "subscriptions",
    metadata,
    Column("id", String, primary_key=True, comment="random"),
    Column("email", String, nullable=False, comment="mailbox"),
    Column("language", String, nullable=False, comment="of the mails: de or en"),
    Column("every", String, nullable=False, comment="day or week"),
    Column("topic", String, nullable=False, comment="what is followed, as the address of its page"),
    Column("accepted_only", Boolean, nullable=False, comment="only what a person has accepted"),
    Column("asked_at", String, nullable=False, comment="when somebody asked for it"),
    Column("confirmed_at", String, comment="when the owner of the mailbox said yes"),
    Column("seen", Integer, nullable=False, comment="number of the last noted item that a digest has had"),
    Column("sent_at", String, comment="when the last digest was made"),
    Column("refused", Integer, nullable=False, comment="how often in a row the mailbox was refused"),
    Column("paused_at", String, comment="since when nothing is sent any more"),
    Index("subscriptions_by_email", "email"),
)

subscription_tokens = Table(
    "subscription_tokens",
    metadata,
    Column("digest", String, primary_key=True, comment="SHA-256 of the token in a mail"),
    Column("subscription", String, ForeignKey("subscriptions.id"), nullable=False, comment="for which"),
    Column("act", String, nullable=False, comment="confirm or leave"),
    Column("made_at", String, nullable=False, comment="when"),
    Index("subscription_tokens_by_subscription", "subscription"),
)

noted = Table(
    "noted",
    metadata,
    Column("seq", Integer, primary_key=True, comment="order in which items were first seen"),
    Column("name", String, nullable=False, comment="name of an item of a feed"),
    Column("accepted_only", Boolean, nullable=False, comment="in the public edition, or in the whole"),
    Column("noted_at", String, nullable=False, comment="when it was first seen"),
    Index("noted_by_name", "accepted_only", "name", unique=True),
)

outbox = Table(
    "outbox",
    metadata,
    Column("seq", Integer, primary_key=True, comment="order of arrival"),
    Column("subscription", String, ForeignKey("subscriptions.id"), nullable=False, comment="for which"),
    Column("act", String, nullable=False, comment="confirm or digest"),
    Column("content", LargeBinary, nullable=False, comment="the mail as it goes over the wire"),
    Column("items", Integer, nullable=False, comment="how many items are in it"),
    Column("made_at", String, nullable=False, comment="when it was put here"),
    Column("next_at", String, nullable=False, comment="not tried before"),
    Column("tries", Integer, nullable=False, comment="how often it was tried"),
    Column("problem", Text, nullable=False, comment="what the server said last"),
    Index("outbox_by_subscription", "subscription"),
)

additions = Table(
    "additions",
    metadata,
    Column("seq", Integer, primary_key=True, comment="order of arrival"),
    Column("id", String, nullable=False, unique=True, comment="random"),
    Column("who", String, nullable=False, comment="the account that asked"),
    Column("name", Text, nullable=False, comment="an address, or the headline of a text"),
    Column("given", Text, nullable=False, comment="what is to be added, as JSON; empty once it is done"),
    Column("asked_at", String, nullable=False, comment="when"),
    Column("state", String, nullable=False, comment="waiting, running, done or failed"),
    Column("tries", Integer, nullable=False, comment="how often it was begun"),
    Column("worker", String, comment="which server works at it"),
    Column("until", String, comment="until when nobody else takes it"),
    Column("ended_at", String, comment="when it was done or failed"),
    Column("lines", Text, nullable=False, comment="what came of each report, as JSON"),
    Column("more", Integer, nullable=False, comment="reports that are not listed"),
    Column("error", Text, nullable=False, comment="why it failed, as JSON, or empty"),
    Index("additions_by_state", "state", "seq"),
    Index("additions_by_who", "who", "seq"),
)

KEPT = (accounts, tokens, audit, remarks, subscriptions, subscription_tokens, noted, additions)
"""What a backup holds: not who is signed in, nor who tried, nor mails that are on their way."""
