"""Which variables a SELECT query answers with, read from its text: they are known even when there is no row."""

import re

_SILENT = re.compile(r'<[^<>"{}|^`\\\s]*>|"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)*\'|#[^\n]*')
_TOKEN = re.compile(r"[?$](?P<var>\w+)|(?P<as>\bAS\b)|(?P<open>\()|(?P<close>\))|(?P<end>\{|\bWHERE\b)", re.IGNORECASE)


def code_of(sparql: str) -> str:
    """The query without IRIs, texts and comments."""
    return _SILENT.sub(" ", sparql)


def uses(sparql: str, variable: str) -> bool:
    """Whether a variable occurs in the query itself (a comment does not count)."""
    return bool(re.search(rf"[?$]{re.escape(variable)}\b", code_of(sparql)))


def projected(sparql: str) -> tuple[str, ...]:
    """The variables of the outermost SELECT, in order; none when the query selects nothing or everything (`*`)."""
    code = code_of(sparql)
    start = re.search(r"\bSELECT\b(?:\s+(?:DISTINCT|REDUCED)\b)?", code, re.IGNORECASE)
    found: list[str] = []
    depth, named = 0, False
    for token in _TOKEN.finditer(code, start.end() if start else len(code)):
        if token["end"]:
            break
        depth += bool(token["open"]) - bool(token["close"])
        if token["var"] and (depth == 0 or named):
            found.append(token["var"])
        named = bool(token["as"])
    return tuple(found)
