"""Servers to measure, started on free ports of this machine with the same data, and stopped at the end."""

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.request import Request, urlopen

_DEADLINE = 2.0  # seconds of a query, for us
_START = 60  # seconds that a server may take to start


@dataclass(frozen=True)
class Running:
    """A server that answers at `url`; `deadline` is when it ends a query, in seconds, or 0."""

    url: str
    deadline: float = 0

    def tag(self, path: str, accept: str) -> str:
        """The entity tag of an answer."""
        with urlopen(Request(self.url + path, headers={"Accept": accept})) as answer:
            found: str = answer.headers["ETag"]
            return found


@contextlib.contextmanager
def oxigraph_server(release: Path) -> Iterator[Running]:
    """`oxigraph serve` with a release in memory, where it answers fastest."""
    program = shutil.which("oxigraph", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    if program is None:
        raise FileNotFoundError("there is no oxigraph here: pip install oxigraph")
    port = _free_port()
    url = f"http://127.0.0.1:{port}"
    with _running([program, "serve", "--bind", f"127.0.0.1:{port}"], url, "/"):
        urlopen(Request(f"{url}/store", release.read_bytes(), {"Content-Type": "application/n-quads"})).close()
        yield Running(url)


@contextlib.contextmanager
def govkg_server(server: str) -> Iterator[Running]:
    """`govkg serve` with waitress or granian."""
    port = _free_port()
    command = [sys.executable, "-m", "govkg", "serve", "--port", str(port), "--server", server]
    settings = {"GOVKG_SPARQL_SECONDS": str(_DEADLINE), "GOVKG_WEB_LOG": "off"}
    with _running(command, f"http://127.0.0.1:{port}", "/healthz", settings):
        yield Running(f"http://127.0.0.1:{port}", _DEADLINE)


@contextlib.contextmanager
def _running(command: list[str], url: str, path: str, settings: dict[str, str] | None = None) -> Iterator[None]:
    with subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env={**os.environ, **(settings or {})}
    ) as process:
        try:
            _wait(url + path, process)
            time.sleep(5)  # until data are where they stay
            yield
        finally:
            process.terminate()
            process.wait(30)


def _wait(url: str, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + _START
    while process.poll() is None and time.monotonic() < until:
        with contextlib.suppress(OSError):
            urlopen(url).close()
            return
        time.sleep(0.05)
    raise RuntimeError(f"{process.args!r} does not serve")


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
        return port
