"""One engine over one file, as a process of its own: `python -m bench.reasoner ENGINE FILE` prints the size of the closure.

The engines: compiled, columns, and the peers owlrl, reasonable and sparq (from the Python package index).
"""

import sys
from pathlib import Path


def compiled(path: Path) -> int:
    """Ours in plain Python."""
    from govkg.build.reason import Limits
    from govkg.build.reason.compiled import close_file

    inferred, _ = close_file(path, Limits())
    return inferred.known


def columns(path: Path) -> int:
    """Ours in columns."""
    from govkg.build.reason import Limits
    from govkg.build.reason.columns import close_file

    inferred, _ = close_file(path, Limits())
    return inferred.known


def owlrl(path: Path) -> int:
    """The reference."""
    import owlrl
    import rdflib

    graph = rdflib.Graph().parse(path, format="nt")
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics, axiomatic_triples=False, datatype_axioms=False).expand(graph)
    return len(graph)


def reasonable(path: Path) -> int:
    """A reasoner in Rust, without property chains."""
    from tempfile import TemporaryDirectory

    import reasonable

    reasoner = reasonable.PyReasoner()
    with TemporaryDirectory() as folder:
        turtle = Path(folder) / "world.ttl"  # it goes by the name, and N-Triples is Turtle
        turtle.symlink_to(path.resolve())
        reasoner.load_file(str(turtle))
    return len(reasoner.reason())


def sparq(path: Path) -> int:
    """A store and reasoner in Rust."""
    import sparq

    graph = sparq.Graph.load(path, format="ntriples")
    graph.reason("owl")
    return len(graph)


ENGINES = {engine.__name__: engine for engine in (compiled, columns, owlrl, reasonable, sparq)}

if __name__ == "__main__":
    print(ENGINES[sys.argv[1]](Path(sys.argv[2])))
