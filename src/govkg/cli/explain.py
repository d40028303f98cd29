"""`govkg explain`: why a claim or an inferred statement is in the graph."""

import click

from govkg.cli.store import endpoint_option
from govkg.cli.store import engine as named_engine
from govkg.core.errors import UsageError
from govkg.query.explain import QuoteInContext, Reason, explain_claim, explain_statement


@click.command()
@click.argument("what", nargs=-1, required=True, metavar="CLAIM | SUBJECT PREDICATE OBJECT")
@endpoint_option
def explain(what: tuple[str, ...]) -> None:
    """Show the quotes of a CLAIM in their context, or the proof of a statement down to claims and quotes.

    IRIs may be full, prefixed (gov:decidesOn, task:ngo-grants) or kind/slug (body/lappi/…).

    \b
    Examples:
      govkg explain https://w3id.org/govkg/id/claim/jarjestot-hyvinvointialueet-2022/…
      govkg explain body/pirkanmaa/asiakkuus-ja-laatujaosto gov:decidesOn task/ngo-grants
    """
    engine = named_engine()
    if len(what) == 1:
        reason = explain_claim(engine, what[0])
    elif len(what) == 3:
        reason = explain_statement(engine, *what)
    else:
        raise UsageError(
            "explain",
            f"{len(what)} arguments are neither a claim nor a statement",
            "give one claim, or subject, predicate and object",
        )
    for line in _lines(reason, 0):
        click.echo(line)


def _lines(reason: Reason, depth: int) -> list[str]:
    pad = "  " * depth
    found = [f"{pad}{reason.statement}", f"{pad}  because: {reason.rule}"]
    if reason.claim:
        found.append(f"{pad}  claim: {reason.claim}")
    for quote in reason.quotes:
        found += [f"{pad}  {line}" for line in _quote(quote)]
    for premise in reason.premises:
        found += _lines(premise, depth + 1)
    return found


def _quote(quote: QuoteInContext) -> list[str]:
    lines = (
        f"line {quote.line_from}" if quote.line_from == quote.line_to else f"lines {quote.line_from}–{quote.line_to}"
    )
    return [
        f"…{quote.before}“{quote.exact}”{quote.after}…".replace("\n", " "),
        f"— {quote.document.rpartition('/')[2]}, {lines}",
    ]
