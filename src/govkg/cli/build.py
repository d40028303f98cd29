"""`govkg build`: documents → release."""

import sys
import time
from pathlib import Path

import click

from govkg.build.pipeline import STEPS
from govkg.build.pipeline import build as build_release
from govkg.build.reason import ENGINES
from govkg.core.paths import queries
from govkg.query.built import build_store
from govkg.query.catalogue import read_catalogue
from govkg.query.engine import embedded
from govkg.query.search_index import write_index


@click.command()
@click.option(
    "--reasoner",
    type=click.Choice(ENGINES),
    default="auto",
    show_default=True,
    help="compiled: rules made of our ontology, with proofs. columns: the same (needs numpy), with less memory, but "
    "slow here, since it makes each proof anew. owlrl: the reference, slow. auto: compiled.",
)
@click.option(
    "-o",
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write the release to this file instead of data/release.",
)
def build(reasoner: str, out: Path | None) -> None:
    """Build the release: read, anchor, write RDF, reason, validate, account, release.

    The previous release stays as it is until everything was found right.

    \b
    Examples:
      govkg build
      govkg build --reasoner owlrl -o reference.nq
    """
    start, shown = time.monotonic(), sys.stderr.isatty()

    def progress(step: str) -> None:
        if shown:
            click.echo(f"[{STEPS.index(step) + 1}/{len(STEPS)}] {step} … {time.monotonic() - start:.1f} s", err=True)

    built = build_release(out=out, engine=reasoner, progress=progress)
    if out is None and queries().is_dir():  # otherwise the first search makes it
        write_index(embedded(built.path), read_catalogue())
    counts = ", ".join(f"{name} {count}" for name, count in sorted(built.counts.items()))
    if out is None:
        build_store(built.path)
    click.echo(f"{built.path.name}: {built.claims} claims; quads: {counts}" + ("" if built.changed else "; unchanged"))
