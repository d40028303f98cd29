"""What the measurements are held against: aims as ratios in the same run."""

from collections.abc import Mapping
from dataclasses import dataclass

from bench.measure import Row
from bench.serving import FIRST, label

_REAL, _DENSE = "reasoning, real shape", "reasoning, dense"


@dataclass(frozen=True)
class Aim:
    """What shall be so: the median of a row at least, or at most, a number."""

    text: str
    row: str
    limit: float
    is_least: bool = False

    @property
    def bound(self) -> str:
        """The aim in words."""
        return f"{'≥' if self.is_least else '≤'} {self.limit:.3g}"

    def is_reached(self, found: Row) -> bool:
        """Whether the median keeps to it."""
        return found.middle >= self.limit if self.is_least else found.middle <= self.limit


def _serving() -> list[Aim]:
    oxigraph, rdflib = f"{FIRST} : Oxigraph server", f"{FIRST} : rdflib-endpoint"
    new = "ad hoc, 20 rows, new"
    return [
        Aim("saved query (warm) : Oxigraph server, 8 connections", label("saved, API, warm", 8, oxigraph), 4, True),
        *(Aim(f"ad hoc, 20 rows : Oxigraph server, {n} conn.", label(new, n, oxigraph), 0.6, True) for n in (1, 8, 32)),
        Aim("ad hoc : rdflib-endpoint, 8 connections", label(new, 8, rdflib), 30, True),
        Aim("saved : rdflib-endpoint, 8 connections", label("saved, API, warm", 8, rdflib), 150, True),
        Aim("304 : Oxigraph server, 32 connections", label("ad hoc, 20 rows, 304", 32, oxigraph), 6, True),
        Aim("warm hit : Oxigraph server, 32 connections", label("ad hoc, 20 rows, warm", 32, oxigraph), 6, True),
    ]


def _runaway() -> list[Aim]:
    others = f"runaway, {FIRST}, ad hoc, 20 rows, new"
    return [
        *(
            Aim(
                f"p99 of others with two runaways : without, ad hoc, {n} conn.",
                f"{others}, {n} conn.: p99 with : without",
                2,
            )
            for n in (1, 8)
        ),
        *(
            Aim(
                f"p99 of others with two runaways : without, saved, {n} conn.",
                f"runaway, {FIRST}, saved, warm, {n} conn.: p99 with : without",
                2,
            )
            for n in (1, 8)
        ),
        Aim("runaway: end after its deadline, s", f"runaway, {FIRST}: end after the deadline", 0.2),
        Aim("runaway: next answer, s", f"runaway, {FIRST}: the next answer", 0.1),
    ]


def _reasoning() -> list[Aim]:
    found = []
    for shape, name in ((_REAL, "real shape"), (_DENSE, "dense")):
        small, large = f"{shape}, 20000 triples", f"{shape}, 1000000 triples, columns : sparq"
        found += [
            Aim(f"plain Python : owlrl, 20,000, {name}, CPU", f"{small}, compiled : owlrl: time", 1 / 100),
            Aim(f"columns : owlrl, 20,000, {name}, CPU", f"{small}, columns : owlrl: time", 1 / 300),
            Aim(
                f"columns : owlrl, 20,000, {name}, CPU after imports",
                f"{small}, columns : owlrl: time after imports",
                1 / 300,
            ),
            Aim(f"columns : sparq-rdf, 1,000,000, {name}, CPU", f"{large}: time", 0.35),
            Aim(f"columns : sparq-rdf, 1,000,000, {name}, memory", f"{large}: memory", 0.3),
        ]
    return found


def _growth() -> list[Aim]:
    return [
        Aim("open a built dataset of 1,000,000 triples, s", "scale, 1000000 triples: opened and asked", 0.1),
        Aim("growth of build (claims once and ten times)", "growth exponent of build time", 1.1),
        Aim("growth of reasoning, 10,000 to 1,000,000", "columns, growth exponent of CPU time", 1.1),
        Aim("growth of load", "scale, growth exponent: store made on disk", 1.1),
        Aim("growth of start", "scale, growth exponent: first answer", 1.1),
    ]


def aims() -> list[Aim]:
    """All of them."""
    return [*_serving(), *_runaway(), *_reasoning(), *_growth()]


def judged(rows: Mapping[str, Row]) -> list[tuple[Aim, Row | None]]:
    """Each aim with the row that it is held against, if that was measured."""
    return [(aim, rows.get(aim.row)) for aim in aims()]
