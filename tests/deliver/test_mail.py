"""A mail is what mail programs expect, whatever is in it."""

from __future__ import annotations

import re
from dataclasses import replace
from email import message_from_bytes, policy
from email.utils import parsedate_to_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zusage.deliver.mail import Mail, MailingList, compose, parse_mailbox
from zusage.errors import DeliveryError

TOKEN = "t" * 43
OF = MailingList("ukraine.ledger.example", "Zusage: Größe", f"https://ledger.example/de/unsubscribe/{TOKEN}")
MAIL = Mail(
    sender="Zusage für alle <news@ledger.example>",
    to="reader@mail.example",
    subject="3 Änderungen: Estland, Łódź – Truppen",
    text="Grüße\n.\nFrom here on: € " + "lang " * 60 + "\n",
    html="<p>Grüße <b>€</b></p>",
    language="de",
    when="2026-01-08T09:00:00.000Z",
    id="0123456789abcdef0123456789abcdef",
    list=OF,
)


def test_headers() -> None:
    read = message_from_bytes(compose(MAIL), policy=policy.SMTP)
    assert read["From"] == "Zusage für alle <news@ledger.example>"
    assert read["Subject"] == "3 Änderungen: Estland, Łódź – Truppen"
    assert read["Message-ID"] == "<0123456789abcdef0123456789abcdef@ledger.example>"
    assert parsedate_to_datetime(read["Date"]).isoformat() == "2026-01-08T09:00:00+00:00"
    assert read["List-Unsubscribe"] == f"<https://ledger.example/de/unsubscribe/{TOKEN}>"
    assert read["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert read["List-Id"] == "Zusage: Gre <ukraine.ledger.example>"
    assert read["Auto-Submitted"] == "auto-generated"
    assert read["MIME-Version"] == "1.0"


def test_the_unsubscribe_header_is_one_unencoded_line() -> None:
    assert f"\r\nList-Unsubscribe: <https://ledger.example/de/unsubscribe/{TOKEN}>\r\n".encode() in compose(MAIL)


def test_parts() -> None:
    read = message_from_bytes(compose(MAIL), policy=policy.SMTP)
    assert read.get_content_type() == "multipart/alternative"
    plain, html = read.iter_parts()
    assert (plain.get_content_type(), html.get_content_type()) == ("text/plain", "text/html")
    assert plain.get_content().replace("\r\n", "\n") == MAIL.text
    assert html.get_content().strip() == MAIL.html


def test_lines_are_short_and_ascii() -> None:
    written = compose(MAIL)
    assert written.isascii()
    assert b"\n" not in written.replace(b"\r\n", b"")
    assert max(map(len, written.split(b"\r\n"))) <= 998


def test_one_click_only_over_https() -> None:
    plain = replace(MAIL, list=replace(OF, unsubscribe="http://127.0.0.1:8000/de/unsubscribe/x"))
    assert b"List-Unsubscribe-Post" not in compose(plain)


def test_the_same_mail_is_the_same_bytes() -> None:
    assert compose(MAIL) == compose(MAIL)


@given(st.text(st.characters(codec="utf-8"), max_size=60))
def test_no_words_make_a_header(words: str) -> None:
    """Lines of others stay words: nobody adds a Bcc with a headline."""
    hostile = f"{words}\r\nBcc: victim@mail.example\r\n\r\nbody"
    written = compose(replace(MAIL, subject=hostile, list=replace(OF, name=hostile), text=hostile, html=hostile))
    read = message_from_bytes(written, policy=policy.SMTP)
    assert read["Bcc"] is None
    assert len(list(read.iter_parts())) == 2


@pytest.mark.parametrize("words", ["a@b.example", "A.b+c@Sub.B.Example", "Name <a@b.example>", "a@bücher.example"])
def test_mailboxes(words: str) -> None:
    assert re.fullmatch(r"[^@ ]+@[a-z0-9.-]+", parse_mailbox(words).addr_spec)


@pytest.mark.parametrize(
    "words",
    [
        *("", "a", "a@b", "a@@b.example", "a b@c.example", "a@b.example\nBcc: c@d.example", "a@b.example, c@d.example"),
        *("a@-b.example", ".a@b.example", "a..b@c.example", "ä@b.example", f"{'a' * 65}@b.example", "a@b..example"),
        *("<>", "<a@b.example>x", "a@" + "b" * 64 + ".example", "a@[127.0.0.1]", '"a b"@c.example'),
    ],
)
def test_no_mailboxes(words: str) -> None:
    with pytest.raises(DeliveryError, match="is no address of a mailbox"):
        parse_mailbox(words)
