"""Bringing things to people: mails through SMTP. Knows nothing of ledgers; the workflow hands it what to send."""
