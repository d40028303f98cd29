"""`govkg push`: the release into a remote store."""

import sys

import click

from govkg.core.dataset import read_release
from govkg.core.errors import AwayError
from govkg.core.store import PASSWORD, PUSH, USER, Login, checked_address, login_for, seconds_of
from govkg.publish.push import Target
from govkg.publish.push import push as load


@click.command()
@click.argument("url", envvar=PUSH)
@click.option("--prompt", is_flag=True, help="Ask for a name and password.")
def push(url: str, prompt: bool) -> None:
    """Load the release into a store by the SPARQL 1.1 Graph Store Protocol at URL.

    Every graph is replaced as a whole and the version is written last, so that a push that was cut is never taken for a
    whole one: start it again. The name and password come from GOVKG_STORE_USER and GOVKG_STORE_PASSWORD, ~/.netrc, or --prompt.

    \b
    Examples:
      govkg push http://127.0.0.1:7878/store
      govkg push --prompt http://127.0.0.1:8890/sparql-graph-crud-auth
    """
    address = checked_address(url, "URL")
    login = _asked() if prompt else login_for(address)
    release = read_release()
    load(release, Target(address, login, seconds_of()), lambda text: click.echo(text, err=True))
    click.echo(f"{release.version} is in {address}")


def _asked() -> Login:
    if not sys.stdin.isatty():
        raise AwayError("--prompt", "nobody can be asked here", f"set {USER} and {PASSWORD}, or write ~/.netrc")
    return Login(click.prompt("Name", err=True), click.prompt("Password", hide_input=True, err=True))
