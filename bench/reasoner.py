"""One engine over one file, as a process of its own: `python -m bench.reasoner ENGINE FILE` prints the size of the closure,
and the CPU seconds that were taken after the engine was imported.

The engines: compiled, columns, and the peers owlrl, reasonable and sparq (from the Python package index).
"""

import sys
import time
from collections.abc import Callable

Close = Callable[[str], int]
"""Reads a file and gives the size of its closure."""


def compiled() -> Close:
    """Ours in plain Python."""
    from govkg.build.reason import Limits
    from govkg.build.reason.compiled import close_file

    return lambda path: close_file(path, Limits())[0].known


def columns() -> Close:
    """Ours in columns."""
    from govkg.build.reason import Limits
    from govkg.build.reason.columns import close_file

    return lambda path: close_file(path, Limits())[0].known


def owlrl() -> Close:
    """The reference."""
    import owlrl
    import rdflib

    def close(path: str) -> int:
        graph = rdflib.Graph().parse(path, format="nt")
        owlrl.DeductiveClosure(owlrl.OWLRL_Semantics, axiomatic_triples=False, datatype_axioms=False).expand(graph)
        return len(graph)

    return close


def reasonable() -> Close:
    """A reasoner in Rust, without property chains."""
    from pathlib import Path
    from tempfile import TemporaryDirectory

    import reasonable

    def close(path: str) -> int:
        reasoner = reasonable.PyReasoner()
        with TemporaryDirectory() as folder:
            turtle = Path(folder, "world.ttl")  # it goes by the name, and N-Triples is Turtle
            turtle.symlink_to(Path(path).resolve())
            reasoner.load_file(str(turtle))
        return len(reasoner.reason())

    return close


def sparq() -> Close:
    """A store and reasoner in Rust."""
    import sparq

    def close(path: str) -> int:
        graph = sparq.Graph.load(path, format="ntriples")
        graph.reason("owl")
        return len(graph)

    return close


ENGINES = {engine.__name__: engine for engine in (compiled, columns, owlrl, reasonable, sparq)}

if __name__ == "__main__":
    close = ENGINES[sys.argv[1]]()
    began = time.process_time()
    print(close(sys.argv[2]), time.process_time() - began)
