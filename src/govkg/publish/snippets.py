"""How to read an answer from other programs: short pieces of code with the whole URL of its file in them."""

import json
import shlex
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Snippet:
    """A piece of code for a program, by name."""

    name: str
    code: str


def snippets(query_id: str, file_url: Callable[[str], str], *, graph: bool) -> tuple[Snippet, ...]:
    """The code for an answer; `file_url` gives the whole URL of the file with a suffix. A graph has no table programs."""
    if graph:
        return (_curl(query_id, file_url("ttl"), "ttl"), _rdflib(file_url("ttl")))
    csv = file_url("csv")
    return (_curl(query_id, csv, "csv"), _python(csv), _pandas(csv), _jupyter(csv), _r(csv), _power_query(csv))


def _curl(query_id: str, url: str, suffix: str) -> Snippet:
    return Snippet("curl", f"curl --fail --silent --show-error --output {query_id}.{suffix} {shlex.quote(url)}\n")


def _python(url: str) -> Snippet:
    code = f"""import csv
import io
import urllib.request

url = {_quoted(url)}
with urllib.request.urlopen(url) as response:
    rows = list(csv.DictReader(io.TextIOWrapper(response, encoding="utf-8", newline="")))
print(len(rows), "rows")
for row in rows:
    print(row)
"""
    return Snippet("Python", code)


def _pandas(url: str) -> Snippet:
    return Snippet("Python, pandas", f"import pandas as pd\n\nanswer = pd.read_csv({_quoted(url)})\nprint(answer)\n")


def _jupyter(url: str) -> Snippet:
    code = f"""%pip install --quiet pandas
import pandas as pd

pd.set_option("display.max_colwidth", None)  # quotes are shown whole
pd.read_csv({_quoted(url)})
"""
    return Snippet("Jupyter", code)


def _r(url: str) -> Snippet:
    code = f"""answer <- read.csv({_quoted(url)}, encoding = "UTF-8", check.names = FALSE, na.strings = "")
print(answer)
"""
    return Snippet("R", code)


def _power_query(url: str) -> Snippet:
    """In M a quotation mark within a text is doubled (Power Query M language specification, 2.5.1.5)."""
    doubled = url.replace('"', '""').replace("#(", "#(#)(")
    code = f"""let
    Source = Csv.Document(Web.Contents("{doubled}"), [Delimiter = ",", Encoding = 65001, QuoteStyle = QuoteStyle.Csv]),
    Answer = Table.PromoteHeaders(Source, [PromoteAllScalars = true])
in
    Answer
"""
    return Snippet("Excel, Power Query", code)


def _rdflib(url: str) -> Snippet:
    code = f"""from rdflib import Graph

graph = Graph().parse({_quoted(url)}, format="turtle")
print(len(graph), "statements")
"""
    return Snippet("Python, rdflib", code)


def _quoted(url: str) -> str:
    """A text as Python and R write it."""
    return json.dumps(url)
