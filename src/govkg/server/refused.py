"""The words of the refusals: pages, plain text and problems, made once at the start."""

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from govkg.core.names import LANGS
from govkg.core.paths import web
from govkg.server.gate.refusals import HTML, PROBLEM, TEXT, Refusals
from govkg.server.gate.web_limits import WebLimits
from govkg.server.problems import ProblemError, response
from govkg.server.strings import read_strings

_TITLES = {"too-many": "refused.many-title", "too-long": "refused.long-title"}
_WORDS = {"too-many": "refused.many", "too-long": "refused.long"}


def refusals_of(limits: WebLimits) -> Refusals:
    """The refusals in the words of the pages. Raises GovkgError for a fault in the strings."""
    strings = read_strings(web() / "strings")
    page = _pages().get_template("refused.html")
    bodies: dict[tuple[str, str, str], bytes] = {}
    for kind, key in _WORDS.items():
        for lang in LANGS:
            title = strings.get(lang, _TITLES[kind])
            said = strings.get(lang, key, requests=limits.requests, seconds=limits.window, length=limits.address)
            bodies[kind, TEXT, lang] = f"{title}. {said}\n".encode()
            bodies[kind, HTML, lang] = page.render(lang=lang, title=title, message=said).encode()
            bodies[kind, PROBLEM, lang] = response(ProblemError(kind, said)).get_data()
    told = {"too-many": f"requests={limits.requests}", "too-long": f"address={limits.address}"}
    return Refusals(bodies, told)


def _pages() -> Environment:
    loader = FileSystemLoader(web() / "templates")
    return Environment(loader=loader, autoescape=select_autoescape(), undefined=StrictUndefined, trim_blocks=True)
