"""Every type of page, in three languages, on a desk and on a phone: what holds for each of them."""

import json
import os
import shutil
import subprocess
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from govkg.core.names import LANGS

from .page_types import PAGES

CHECKS = Path(__file__).parent / "checks" / "node_modules"
SIZES = {"desk": (1280, 900), "phone": (390, 800)}
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
STILL = (Path(__file__).parent / "still.js").read_text(encoding="utf-8")
EXPECTED = "Failed to load resource: the server responded with a status of "  # of the pages that are errors


class Visit:
    """A page that remembers what it asked for and what it complained about."""

    def __init__(self, page: Page) -> None:
        self.page, self.asked, self.complaints = page, list[str](), list[str]()
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))


@pytest.fixture(scope="module", params=SIZES)
def size(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


@pytest.fixture(scope="module")
def window(browser: Browser, size: str) -> Iterator[BrowserContext]:
    width, height = SIZES[size]
    context = browser.new_context(viewport={"width": width, "height": height})
    yield context
    context.close()


@pytest.fixture
def visit(window: BrowserContext) -> Iterator[Visit]:
    page = window.new_page()
    yield Visit(page)
    page.close()


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("kind", PAGES)
def test_a_page_fits_the_width_asks_only_its_own_site_and_has_nothing_to_complain_of(
    visit: Visit, address: str, kind: str, lang: str, size: str, screens: Path | None
) -> None:
    visit.page.goto(f"{address}/{lang}{PAGES[kind]}", wait_until="networkidle")
    if screens:
        visit.page.screenshot(path=screens / f"{kind}.{lang}.{size}.png", full_page=True)
    assert visit.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert all(url.startswith((f"{address}/", "data:")) for url in visit.asked)
    assert [text for text in visit.complaints if not text.startswith(EXPECTED)] == []
    assert visit.page.evaluate("document.documentElement.lang") == lang


@pytest.fixture(scope="module")
def axe() -> str:
    """The checker's script."""
    return (CHECKS / "axe-core" / "axe.min.js").read_text(encoding="utf-8")


@pytest.fixture(scope="module", params=[("desk", "light"), ("phone", "dark")], ids=" ".join)
def checked(browser: Browser, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    """A window into which the checker may be put; the policy of our pages would keep it out."""
    (width, height), scheme = SIZES[request.param[0]], request.param[1]
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme, bypass_csp=True)
    yield context
    context.close()


@pytest.mark.parametrize("kind", PAGES)
def test_the_accessibility_checker_finds_nothing(checked: BrowserContext, address: str, axe: str, kind: str) -> None:
    """WCAG 2.2 A and AA, and what axe-core calls best practice: the contrast of texts in the light and in the dark, too."""
    page = checked.new_page()
    page.goto(f"{address}/en{PAGES[kind]}", wait_until="networkidle")
    page.evaluate(STILL)
    page.evaluate(axe)
    # only violations are told in full: a selector of each element that passes takes most of the time
    found = page.evaluate("tags => axe.run(document, {runOnly: tags, resultTypes: ['violations']})", list(RULES))
    page.close()
    assert [(v["id"], [node["html"][:200] for node in v["nodes"][:3]]) for v in found["violations"]] == []


def test_the_html_of_every_type_of_page_is_valid(address: str, tmp_path: Path) -> None:
    """As the Nu Html Checker sees it, which needs Java."""
    if not shutil.which("java") and "CI" not in os.environ:
        pytest.skip("there is no java, which the HTML checker needs")
    for kind, path in PAGES.items():
        for lang in LANGS:
            (tmp_path / f"{kind}.{lang}.html").write_bytes(html(f"{address}/{lang}{path}"))
    jar = CHECKS / "vnu-jar" / "build" / "dist" / "vnu.jar"
    command = [
        "java",
        "-jar",
        str(jar),
        "--errors-only",
        "--format",
        "json",
        "--exit-zero-always",
        *map(str, tmp_path.glob("*.html")),
    ]
    told = json.loads(subprocess.run(command, capture_output=True, check=True).stderr)["messages"]
    assert [(m["url"].rsplit("/", 1)[1], m.get("lastLine"), m["message"]) for m in told] == []


def html(url: str) -> bytes:
    """The page, also when it is one of an error."""
    request = urllib.request.Request(url, headers={"Accept": "text/html"})
    try:
        with urllib.request.urlopen(request) as answer:
            body: bytes = answer.read()
    except urllib.error.HTTPError as error:
        body = error.read()
    return body
