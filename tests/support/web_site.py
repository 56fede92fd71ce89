"""A server on this machine that answers as the tests say: pages, feeds, redirects, slow and broken answers."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Answer:
    """What the server says: ``body`` may be cut (``length`` says more), or come drop by drop (``pause`` seconds apart)."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    length: int | None = None
    pause: float = 0.0


@dataclass
class Site:
    """The server: ``answers`` by path, and the requests that came, with their headers."""

    address: str
    answers: dict[str, Answer | Callable[[dict[str, str]], Answer]]
    requests: list[tuple[str, dict[str, str]]]
    stop: threading.Event

    def add(self, path: str, body: bytes | str = b"", **more: object) -> str:
        """Say what a path answers; return its address."""
        content = body.encode("utf-8") if isinstance(body, str) else body
        headers = more.pop("headers", {})
        assert isinstance(headers, dict)
        self.answers[path] = Answer(content, headers={"Content-Type": "text/html; charset=utf-8", **headers}, **more)  # type: ignore[arg-type]
        return self.address + path

    @property
    def asked(self) -> list[str]:
        """The paths that were asked for."""
        return [path for path, _ in self.requests]


class _Server(ThreadingHTTPServer):
    """A server that says nothing about clients that go away."""

    def handle_error(self, *_: object) -> None:
        return


def _handler(site: Site) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            headers = {name.lower(): value for name, value in self.headers.items()}
            site.requests.append((self.path, headers))
            found = site.answers.get(self.path, Answer(b"gone", 404))
            answer = found(headers) if callable(found) else found
            self.send_response(answer.status)
            for name, value in answer.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(answer.length if answer.length is not None else len(answer.body)))
            self.send_header("Connection", "close")
            self.close_connection = True
            self.end_headers()
            try:
                self._write(answer)
            except OSError:
                return

        def _write(self, answer: Answer) -> None:
            if not answer.pause:
                self.wfile.write(answer.body)
                return
            for sign in answer.body:
                self.wfile.write(bytes([sign]))
                self.wfile.flush()
                if site.stop.wait(answer.pause):
                    return

        def log_message(self, *_: object) -> None:
            return

    return Handler


@contextmanager
def serve(tls: ssl.SSLContext | None = None) -> Iterator[Site]:
    """Run a server that answers as it is told, over TLS if it is given a certificate."""
    made = Site("", {}, [], threading.Event())
    server = _Server(("127.0.0.1", 0), _handler(made))
    server.daemon_threads = True
    if tls is not None:
        server.socket = tls.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    made.address = f"{'https' if tls else 'http'}://127.0.0.1:{server.server_port}"
    yield made
    made.stop.set()
    server.shutdown()
    server.server_close()
    thread.join()
