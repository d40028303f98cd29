"""The `govkg` command and its verbs."""

import importlib
from difflib import get_close_matches

import click

from govkg import __version__
from govkg.core.errors import GovkgError, UsageError

VERBS = (
    "build", "check", "query", "queries", "explain", "coverage", "export", "publish", "push", "serve", "mcp", "doctor",
)  # fmt: skip


class _Lazy(click.Group):
    """Verbs are imported when called, so that `govkg query` loads neither the web server nor the builder."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(VERBS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in VERBS:
            return None
        command: click.Command = getattr(importlib.import_module(f"govkg.cli.{name}"), name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        verb = args[0]
        if verb not in VERBS and not verb.startswith("-") and not ctx.resilient_parsing:
            near = get_close_matches(verb, VERBS, n=2, cutoff=0.5)
            raise UsageError(
                verb,
                "there is no such command",
                f"perhaps {' or '.join(near)}?" if near else f"commands: {', '.join(VERBS)}",
            )
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except UsageError as error:
            click.echo(str(error), err=True)
            ctx.exit(2)
        except GovkgError as error:
            click.echo(str(error), err=True)
            click.echo(f"{len(error.problems)} problem{'s' if len(error.problems) > 1 else ''}", err=True)
            ctx.exit(1)


@click.group(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(__version__, prog_name="govkg")
def main() -> None:
    """govkg: who decides what in Finland's regions, each answer with its sentence."""
