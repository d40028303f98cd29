"""A store that misbehaves as it is told: each request is answered by the next of its answers, the last one for ever."""

import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

NOTHING = b'{"head":{"vars":["x"]},"results":{"bindings":[]}}'
ONE = b'{"head":{"vars":["x"]},"results":{"bindings":[{"x":{"type":"literal","value":"1"}}]}}'


@dataclass(frozen=True)
class Told:
    """An answer: status, headers, body, and how long to wait before it."""

    status: int = 200
    body: bytes = NOTHING
    headers: Mapping[str, str] = field(default_factory=dict)
    pause: float = 0


@dataclass
class Fake:
    """What the store heard."""

    url: str
    asked: list[tuple[str, dict[str, str], bytes]] = field(default_factory=list)


@contextmanager
def fake(*answers: Told) -> Iterator[Fake]:
    class Handler(BaseHTTPRequestHandler):
        def _answer(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            heard.asked.append((self.command, dict(self.headers), body))
            told = answers[min(len(heard.asked), len(answers)) - 1]
            time.sleep(told.pause)
            self.send_response_only(told.status)
            usual = {"Server": "a proxy", "Content-Length": str(len(told.body))}
            for name, value in {**usual, **told.headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(told.body)

        do_GET = do_POST = do_PUT = do_DELETE = _answer  # noqa: N815 - the library's names

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    heard = Fake(f"http://127.0.0.1:{server.server_port}/sparql")
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield heard
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
