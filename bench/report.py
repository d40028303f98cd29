"""Write RESULTS.md from what was measured: aims, answers a second, all other rows, and what is known of their causes."""

import os
import platform
import re
import shutil
import subprocess
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from bench.aims import judged
from bench.measure import Row
from bench.parts import FOLDER, PICTURE, Result, results
from bench.peers import OURS, PEERS
from bench.serving import FIRST, SECOND, kinds, label

PACKAGES = (
    *("govkg", "granian", "waitress", "pyoxigraph", "oxigraph", "rdflib", "rdflib-endpoint", "uvicorn", "owlrl"),
    *("reasonable", "sparq-rdf", "numpy", "pyshacl", "shacl"),
)


def write() -> None:
    """Write it. FINDINGS.md, written by hand, is its last part."""
    parts = results()
    rows = {row.name: row for part in parts for row in part.rows}
    lines = [
        *("# Results", ""),
        "Written by `make bench` ([how](README.md)). A ratio is the median of the rounds, with the least and the most;",
        "both sides of a ratio are of the same round. The client runs on the same machine as the servers.",
        "",
        *_machine(parts),
        *_aims(rows),
        *_rates(rows),
        *(line for part in parts for line in _others(part)),
        (FOLDER / "FINDINGS.md").read_text("utf-8").rstrip(),
    ]
    (FOLDER / "RESULTS.md").write_text("\n".join(lines) + "\n", "utf-8")


def _machine(parts: list[Result]) -> Iterator[str]:
    yield from ("## Where and when", "")
    yield f"- {os.cpu_count()} cores, {_processor()}; {_memory():.0f} GB of memory; Linux {platform.release()}; Python {platform.python_version()}"
    yield f"- {', '.join(f'{name} {found}' for name, found in _versions())}"
    yield from ("", "| part | commit | begun | seconds | load average before | after | rounds | |", "|---" * 8 + "|")
    for part in parts:
        before, after = part.load
        how = "**quick**" if part.is_quick else "full"
        told = f"{part.seconds:.0f} | {before:.1f} | {after:.1f} | {_runs(part)} | {how}"
        yield f"| {part.part} | {part.commit or 'not recorded'} | {part.began} | {told} |"
    yield ""
    if len({part.commit for part in parts}) > 1 or any(part.commit.endswith("+") for part in parts):
        yield "**The parts are not all of one commit (`+` marks changes not committed), so they tell of different programs.**"
        yield ""
    yield from (f"- {remark}" for part in parts for remark in part.remarks)
    yield ""


def _runs(part: Result) -> str:
    """How many runs its rows are of."""
    found = sorted({row.runs for row in part.rows})
    return " or ".join(map(str, found)) if len(found) < 3 else f"{found[0]} to {found[-1]}"


def _processor() -> str:
    found = re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text("utf-8"))
    return found[1] if found else platform.machine()


def _memory() -> float:
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9


def _versions() -> Iterator[tuple[str, str]]:
    for name in PACKAGES:
        try:
            yield name, version(name)
        except PackageNotFoundError:
            yield name, "not installed"
    for name, asked in (("wrk", "-v"), ("virtuoso-t", "-?")):
        yield name, _told(name, asked)


def _told(program: str, option: str) -> str:
    """The version that a program tells."""
    if shutil.which(program) is None:
        return "not installed"
    done = subprocess.run([program, option], capture_output=True, text=True, check=False)
    found = re.search(r"\d+(?:\.\d+)+", done.stdout + done.stderr)
    return found[0] if found else "of unknown version"


def _aims(rows: dict[str, Row]) -> Iterator[str]:
    yield from ("## Aims", "", "| what | aim | median | least to most | runs | |", "|---" * 6 + "|")
    for aim, found in judged(rows):
        if found is None:
            yield f"| {aim.text} | {aim.bound} | not measured | | | – |"
        else:
            reached = "reached" if aim.is_reached(found) else "**not reached**"
            yield f"| {aim.text} | {aim.bound} | {_number(found.middle)} | {_spread(found)} | {found.runs} | {reached} |"
    yield ""


def _rates(rows: dict[str, Row]) -> Iterator[str]:
    ratios = [f"{FIRST} : {peer}" for peer in PEERS] + [f"{SECOND} : Oxigraph server"]
    yield from ("## Answers a second", "", f"![Answers a second]({PICTURE.name})", "")
    yield f"| request | connections | {' | '.join((*OURS, *PEERS))} |"
    yield "|---|---|" + "---|" * len(OURS | PEERS)
    for name, connections in _requests():
        cells = (rows.get(label(name, connections, server)) for server in OURS | PEERS)
        yield f"| {name} | {connections} | {' | '.join(f'{_number(cell.middle)}' if cell else '–' for cell in cells)} |"
    yield from ("", f"| ratio | connections | {' | '.join(ratios)} |", "|---|---|" + "---|" * len(ratios))
    for name, connections in _requests():
        found = [rows.get(label(name, connections, ratio)) for ratio in ratios]
        cells_ = [f"**{_number(cell.middle)}** ({_spread(cell)})" if cell else "–" for cell in found]
        yield f"| {name} | {connections} | {' | '.join(cells_)} |"
    yield ""


def _requests() -> Iterator[tuple[str, int]]:
    for kind in kinds():
        for connections in kind.connections:
            yield kind.name, connections


def _others(part: Result) -> Iterator[str]:
    rows = [row for row in part.rows if " conn., " not in row.name or part.part != "serving"]
    if not rows:
        return
    yield from (f"## {part.part.capitalize()}", "", "| what | median | least to most | runs | unit |", "|---" * 5 + "|")
    for row in rows:
        yield f"| {row.name} | {_number(row.middle)} | {_spread(row)} | {row.runs} | {row.unit} |"
    yield ""


def _spread(row: Row) -> str:
    return f"{_number(row.least)} to {_number(row.most)}"


def _number(value: float) -> str:
    return f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.3g}"
