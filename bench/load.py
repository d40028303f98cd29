"""Load by wrk: how many answers a second, and how long the slowest hundredth takes."""

import re
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from itertools import count
from pathlib import Path

_SCRIPT = """
local count = 0
request = function()
  count = count + 1
  return wrk.format("GET", wrk.path .. "%23{start}_" .. count)  -- a comment of the query: another text each time
end
"""
_RATE = re.compile(r"Requests/sec:\s+([\d.]+)")
_SLOWEST = re.compile(r"\n\s+99%\s+([\d.]+)(us|ms|s|m)\s*\n")
_SECONDS = {"us": 1e-6, "ms": 1e-3, "s": 1, "m": 60}
_BAD = re.compile(r"Non-2xx or 3xx responses: (\d+)")
_runs = count()


class NoAnswerError(RuntimeError):
    """There was no answer in the time."""


@dataclass(frozen=True)
class Load:
    """A URL to ask again and again; `tag` makes each request conditional, `new` makes each another query (the last parameter)."""

    url: str
    accept: str
    tag: str = ""
    new: bool = False


@dataclass(frozen=True)
class Told:
    """Answers a second, and the seconds that 99 of 100 answers keep below."""

    rate: float
    p99: float


def installed() -> bool:
    """Whether the client is here."""
    return shutil.which("wrk") is not None


def measure(load: Load, connections: int, seconds: int) -> Told:
    """Ask for so long. Raises RuntimeError when an answer is no success, NoAnswerError when there is none."""
    command = ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--latency", "--timeout", "30s"]
    command += ["-H", f"Accept: {load.accept}"]
    if load.tag:
        command += ["-H", f"If-None-Match: {load.tag}"]
    with tempfile.TemporaryDirectory() as folder:
        if load.new:
            script = Path(folder) / "new.lua"
            script.write_text(_SCRIPT.replace("{start}", str(next(_runs))), "utf-8")
            command += ["-s", str(script)]
        text = subprocess.run([*command, load.url], capture_output=True, text=True, check=True).stdout
    if bad := _BAD.search(text):
        raise RuntimeError(f"{bad[1]} answers were refused: {load.url[:120]}")
    rate, slowest = _RATE.search(text), _SLOWEST.search(text)
    if rate is None or slowest is None or not float(rate[1]):
        raise NoAnswerError(f"no answer in {seconds} s: {load.url[:120]}")
    return Told(float(rate[1]), float(slowest[1]) * _SECONDS[slowest[2]])
