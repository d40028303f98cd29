"""Links of a page as links between files."""

from govkg.site.links import ROOT, Rewriter
from govkg.site.places import Scope, place_of

BASE = "https://example.org/x/"
SCOPE = Scope(limits=[("bodies", "region")])


def rewriter() -> Rewriter:
    return Rewriter("/en/q/bodies", "en/q/bodies/index.html", BASE, lambda url: place_of(url, SCOPE), "no form")


def test_an_address_in_code_that_is_shown_is_that_of_its_file_with_limit_and_view() -> None:
    shown = f"&lt;iframe src=&#34;{ROOT}/en/embed/bodies?region=lappi&amp;amp;view=bars&#34;"
    found = rewriter()
    assert found.html(shown) == f"&lt;iframe src=&#34;{BASE}en/embed/bodies/region/lappi/view/bars/&#34;"
    assert list(found.found) == ["/en/embed/bodies?region=lappi&view=bars"]
