"""The parts of the whole measurement, and what each gave, kept as JSON so that a part can be measured anew alone."""

import json
import os
import subprocess
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from itertools import chain
from pathlib import Path

from bench.measure import Row

from bench import building, reasoning, runaway, searching, serving, start

FOLDER = Path(__file__).resolve().parent
RESULTS = FOLDER / "results.json"
PICTURE = FOLDER / "serving.svg"
MEASURED = ("src", "ontology", "queries", "data", "web", "requirements", "bench/*.py")

Yielded = Iterable[Row | str]


def _serving(quick: bool) -> Yielded:
    return serving.serving(1, 1) if quick else serving.serving(4, 2)


def _runaway(quick: bool) -> Yielded:
    return runaway.runaway(1, 2) if quick else runaway.runaway(3, 3)


def _start(quick: bool) -> Yielded:
    return chain(start.first_answers(1), start.scale(1, (10_000, 100_000))) if quick else _whole_start()


def _whole_start() -> Iterator[Row | str]:
    yield from start.first_answers(3)
    yield from start.scale(3)


def _reasoning(quick: bool) -> Yielded:
    if quick:
        return chain(reasoning.small(1, 5_000), reasoning.large(1, 100_000), reasoning.growth(1, (10_000, 100_000)))
    return chain(reasoning.large(), reasoning.growth())


def _reference(quick: bool) -> Yielded:
    return [] if quick else reasoning.small()


def _building(quick: bool) -> Yielded:
    found: Yielded = chain(building.incremental(1), building.shacl(1))
    return found if quick else chain(building.incremental(), building.shacl(), building.growth(2))


def _search(quick: bool) -> Yielded:
    return searching.searching(1 if quick else 5)


PARTS: dict[str, Callable[[bool], Yielded]] = {
    "serving": _serving,
    "runaway": _runaway,
    "start": _start,
    "search": _search,
    "reasoning": _reasoning,
    "building": _building,
    "reference": _reference,
}
"""`reference` is owlrl on 20,000 triples, which takes minutes."""


@dataclass(frozen=True)
class Result:
    """What a part gave: its rows and remarks, of which commit, when, for how long, and how busy the machine was (load of a minute)."""

    part: str
    is_quick: bool
    commit: str
    began: str
    seconds: float
    load: tuple[float, float]
    rows: tuple[Row, ...]
    remarks: tuple[str, ...]


def measured(part: str, quick: bool) -> Result:
    """Measure a part, telling each row as it comes."""
    now, began, clock, before = commit(), time.strftime("%Y-%m-%d %H:%M"), time.monotonic(), os.getloadavg()[0]
    rows: list[Row] = []
    remarks: list[str] = []
    for found in PARTS[part](quick):
        print(found, flush=True)
        if isinstance(found, Row):
            rows.append(found)
        else:
            remarks.append(found)
    seconds, load = time.monotonic() - clock, (before, os.getloadavg()[0])
    return Result(part, quick, now, began, seconds, load, tuple(rows), tuple(dict.fromkeys(remarks)))


def commit() -> str:
    """The last commit that changed what is measured; with a `+` when that was changed since."""
    found = _git("log", "-1", "--format=%h", "--", *MEASURED)
    return found + "+" if _git("status", "--porcelain", "--", *MEASURED) else found


def _git(*arguments: str) -> str:
    return subprocess.run(
        ["git", *arguments], cwd=FOLDER.parent, capture_output=True, text=True, check=True
    ).stdout.strip()


def keep(result: Result) -> None:
    """Put it in the place of the last measurement of this part."""
    kept = {found.part: found for found in results()} | {result.part: result}
    text = json.dumps([asdict(kept[part]) for part in PARTS if part in kept], indent=1, ensure_ascii=False)
    RESULTS.write_text(text + "\n", "utf-8")


def results() -> list[Result]:
    """The last measurement of each part."""
    if not RESULTS.exists():
        return []
    return [
        Result(
            **{**told, "rows": tuple(Row(**found) for found in told["rows"]), "load": tuple(told["load"])}
            | {"remarks": tuple(told["remarks"])}
        )
        for told in json.loads(RESULTS.read_text("utf-8"))
    ]
