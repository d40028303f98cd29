"""Load by wrk: how many answers a second."""

import re
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

_SCRIPT = """
local count = 0
request = function()
  count = count + 1
  return wrk.format("GET", wrk.path .. "{more}")
end
"""
_MORE = '{start}_" .. count .. "'  # a comment of the query: another text each time
_RATE = re.compile(r"Requests/sec:\s+([\d.]+)")
_BAD = re.compile(r"Non-2xx or 3xx responses: (\d+)")


@dataclass(frozen=True)
class Load:
    """A URL to ask again and again; `tag` makes each request conditional, `new` makes each another query."""

    url: str
    accept: str
    tag: str = ""
    new: bool = False


_runs = 0


def rate(load: Load, connections: int, seconds: int) -> float:
    """Answers a second. Raises RuntimeError when an answer is no success."""
    global _runs
    _runs += 1
    command = ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "-H", f"Accept: {load.accept}"]
    if load.tag:
        command += ["-H", f"If-None-Match: {load.tag}"]
    with tempfile.TemporaryDirectory() as folder:
        if load.new:
            script = Path(folder) / "new.lua"
            script.write_text(_SCRIPT.replace("{more}", _MORE.format(start=_runs)), "utf-8")
            command += ["-s", str(script)]
        told = subprocess.run([*command, load.url], capture_output=True, text=True, check=True).stdout
    if bad := _BAD.search(told):
        raise RuntimeError(f"{bad[1]} answers were refused: {load.url[:200]}")
    match = _RATE.search(told)
    if match is None or not float(match[1]):
        raise RuntimeError(f"no answer in {seconds} s: {load.url[:200]}\n{told}")
    return float(match[1])
