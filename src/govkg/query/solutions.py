"""The solutions that a CONSTRUCT or DESCRIBE rests on, as a query of their own."""

from govkg.query.scanner import Token, tokens

_ONE = "SELECT (1 AS ?govkg_row) "  # a row for each solution, or for each group where they are grouped
_OPENS, _CLOSES = "{", "}"


def solutions_of(sparql: str) -> str:
    """The SELECT of the same pattern with the same modifiers; empty for a DESCRIBE without a pattern, which has one solution."""
    found = list(tokens(sparql))
    form = next(
        at for at, token in enumerate(found) if token.text.upper() in ("CONSTRUCT", "DESCRIBE") and token.kind == "word"
    )
    begins = _end_of_template(found, form + 1) if found[form].text.upper() == "CONSTRUCT" else _pattern(found, form + 1)
    return sparql[: found[form].start] + _ONE + sparql[found[begins].start :] if begins < len(found) else ""


def _end_of_template(found: list[Token], at: int) -> int:
    """Where what follows the template begins; the short form has none (SPARQL 1.1, 16.2.4)."""
    if found[at].text != _OPENS:
        return at
    depth = 0
    while True:
        depth += (found[at].text == _OPENS) - (found[at].text == _CLOSES)
        at += 1
        if not depth:
            return at


def _pattern(found: list[Token], at: int) -> int:
    """Where FROM, WHERE or the pattern of a DESCRIBE begins, or the end when only FROM or nothing comes."""
    if not any(token.text == _OPENS for token in found[at:]):
        return len(found)
    while found[at].text != _OPENS and found[at].text.upper() not in ("FROM", "WHERE"):
        at += 1
    return at
