"""The start page."""

from collections.abc import Callable

Page = Callable[..., str]


def test_the_questions_stand_under_their_theme_in_the_readers_language(page: Page) -> None:
    html = page("/sv/")
    assert html.index("Understöd</h2>") < html.index("Vem beslutar om understöd?")
    assert 'href="/sv/q/grant-deciders"' in html


def test_a_theme_without_questions_is_not_shown(page: Page) -> None:
    assert "Tom</h2>" not in page("/sv/")
