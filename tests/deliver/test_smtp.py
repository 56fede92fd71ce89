"""Mails are handed to a real server: in the clear on this machine, with STARTTLS, over TLS, signed in or not."""

from __future__ import annotations

import shutil
import socket
import ssl
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from mail_server import MailServer, serve_mail

from zusage.deliver.smtp import Post, Reply, Security, Server, posting
from zusage.errors import DeliveryError

CONTENT = b"From: a@b.example\r\nSubject: x\r\n\r\nfirst\r\n.\r\n..last\r\n"


def server(mails: MailServer, security: Security = Security.NONE, **changes: object) -> Server:
    host = "localhost" if security is not Security.NONE else "127.0.0.1"
    return replace(Server(host=host, port=mails.port, security=security, seconds=5), **changes)  # type: ignore[arg-type]


def send(to: Server, post: Post | None = None) -> Reply:
    if post is not None:
        return post.send(CONTENT, sender="a@b.example", to="c@d.example").reply
    with posting(to) as opened:
        return send(to, opened)


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate of localhost, and its key, in one file."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("openssl is needed to make a certificate")
    path = tmp_path_factory.mktemp("tls") / "both.pem"
    command = [openssl, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"]
    command += ["-addext", "subjectAltName=DNS:localhost", "-keyout", f"{path}.key", "-out", str(path)]
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - a fixed command
    path.write_bytes(path.read_bytes() + Path(f"{path}.key").read_bytes())
    return path


@pytest.fixture
def tls(certificate: Path) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    return context


def test_what_is_sent_arrives_as_it_is() -> None:
    with serve_mail() as mails:
        assert send(server(mails)) is Reply.ACCEPTED
    (letter,) = mails.accepted
    assert (letter.sender, letter.to, letter.content) == ("a@b.example", ["c@d.example"], CONTENT)


def test_several_mails_over_one_connection() -> None:
    with serve_mail() as mails, posting(server(mails)) as post:
        assert [send(server(mails), post) for _ in range(3)] == [Reply.ACCEPTED] * 3
    assert sum(line.startswith("ehlo") for line in mails.seen) == 1


@pytest.mark.parametrize("starttls", [True, False])
def test_over_tls(starttls: bool, tls: ssl.SSLContext, certificate: Path, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: FBT001 - a parameter of the test
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with serve_mail(tls, starttls=starttls) as mails:
        mails.users = {"zusage": "secret"}
        how = Security.STARTTLS if starttls else Security.TLS
        assert send(server(mails, how, user="zusage", password="secret")) is Reply.ACCEPTED  # noqa: S106 - a test's
    (letter,) = mails.accepted
    assert letter.secure
    assert letter.user == "zusage"


@pytest.mark.parametrize("starttls", [True, False])
def test_a_certificate_that_nobody_vouches_for_is_refused(starttls: bool, tls: ssl.SSLContext) -> None:  # noqa: FBT001 - as above
    with (
        serve_mail(tls, starttls=starttls) as mails,
        pytest.raises(DeliveryError, match="has a wrong certificate"),
    ):
        send(server(mails, Security.STARTTLS if starttls else Security.TLS))
    assert mails.accepted == []


def test_a_server_without_starttls_gets_nothing() -> None:
    with serve_mail() as mails, pytest.raises(DeliveryError, match="smtp_security"):
        send(server(mails, Security.STARTTLS, host="127.0.0.1", user="zusage", password="secret"))  # noqa: S106 - a test's
    assert not any(line.startswith(("AUTH", "mail")) for line in mails.seen)


def test_the_wrong_password_is_said_without_it() -> None:
    with serve_mail() as mails:
        mails.users = {"zusage": "secret"}
        wrong = server(mails, user="zusage", password="mistaken")  # noqa: S106 - a test's
        with pytest.raises(DeliveryError, match="refuses the user or password") as caught:
            send(wrong)
    assert "mistaken" not in str(caught.value) + repr(wrong)


def test_a_password_is_not_sent_in_the_clear() -> None:
    far = Server(host="mail.example", security=Security.NONE, user="zusage", password="secret")  # noqa: S106 - a test's
    with pytest.raises(DeliveryError, match="unencrypted"):
        send(far)


def test_nobody_listens() -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with pytest.raises(DeliveryError, match="cannot be reached"):
        send(Server(host="127.0.0.1", port=port, security=Security.NONE, seconds=2))


@pytest.mark.parametrize(
    ("said", "reply"),
    [("550 no such mailbox", Reply.REFUSED), ("450 try later", Reply.POSTPONED), ("drop", Reply.POSTPONED)],
)
@pytest.mark.parametrize("step", ["on_recipient", "on_data", "after_data"])
def test_what_the_server_says_decides(step: str, said: str, reply: Reply) -> None:
    with serve_mail() as mails, posting(server(mails)) as post:
        setattr(mails, step, lambda letter: said)  # noqa: ARG005 - a step's signature
        assert send(server(mails), post) is reply
        setattr(mails, step, lambda letter: None)  # noqa: ARG005 - as above
        assert send(server(mails), post) is Reply.ACCEPTED  # a connection that broke is made again


def test_a_refused_sender_is_our_own_fault() -> None:
    with serve_mail() as mails:
        mails.users = {"somebody": "else"}
        with pytest.raises(DeliveryError, match="smtp_sender"):
            send(server(mails))
