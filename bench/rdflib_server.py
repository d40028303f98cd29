"""rdflib-endpoint over a release: `python -m bench.rdflib_server RELEASE PORT`."""

import sys

import rdflib
import uvicorn
from rdflib_endpoint import SparqlEndpoint


def main(release: str, port: int) -> None:
    """Serve until stopped."""
    data = rdflib.Dataset(default_union=True)
    data.parse(release, format="nquads")
    uvicorn.run(SparqlEndpoint(graph=data), host="127.0.0.1", port=port, log_level="warning")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
