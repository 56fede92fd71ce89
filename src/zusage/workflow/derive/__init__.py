"""Derived rows: entries, stories, conflicts and what they are looked up by, kept in line with the rows they are made of.

| step | module | looks at |
|---|---|---|
| `register` | `registering`, `alone` | a report's newest reading and the judgements on it |
| `name` | `naming` | sums over statements: for whom people act, which recipient and objects an actor's measure has |
| `group` | `grouping`, `sweeping`, `crowds` | the reports that hang together with it: stories, copy families |
| `enter` | `entering`, `making` | the statements of the pledges that all this touches |
| `contest` | `contesting`, `telling` | the stories that it touches |

Everything runs in the transaction that adds what is derived from (`catch_up`), so that a ledger is never in between.
Making all anew (`rebuild`) is the same steps for all reports. The rules themselves are `zusage.reconcile`'s.

Imports nothing here, so that a process that makes rows of others starts quickly.
"""
