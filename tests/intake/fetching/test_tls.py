"""Over TLS the certificate is checked against the host's name, although the connection goes to an address."""

from __future__ import annotations

import shutil
import ssl
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from web_site import Site, serve

from zusage.intake.fetching import Fetched, FetchError, Fetching, fetch


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate of news.example, and its key, in one file."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("openssl is needed to make a certificate")
    path = tmp_path_factory.mktemp("tls") / "both.pem"
    command = [openssl, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=news.example"]
    command += ["-addext", "subjectAltName=DNS:news.example", "-keyout", str(path) + ".key", "-out", str(path)]
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - a fixed command
    path.write_bytes(path.read_bytes() + Path(str(path) + ".key").read_bytes())
    return path


@pytest.fixture
def secure(certificate: Path) -> Iterator[Site]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    with serve(context) as running:
        yield running


def fetch_as(host: str, site: Site, fetching: Fetching) -> object:
    port = site.address.rpartition(":")[2]
    return fetch(f"https://{host}:{port}/a", replace(fetching, resolve=lambda *_: ("127.0.0.1",)))


def test_the_name_is_what_the_certificate_has_to_have(
    secure: Site, fetching: Fetching, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    secure.add("/a", "there")
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    found = fetch_as("news.example", secure, fetching)
    assert isinstance(found, Fetched)
    assert found.content == b"there"
    with pytest.raises(FetchError, match="its certificate is not valid"):
        fetch_as("other.example", secure, fetching)


def test_a_certificate_that_nobody_vouches_for_is_refused(secure: Site, fetching: Fetching) -> None:
    secure.add("/a", "there")
    with pytest.raises(FetchError, match="its certificate is not valid"):
        fetch_as("news.example", secure, fetching)
    assert secure.asked == []
