"""About the data."""

from collections.abc import Callable

Page = Callable[..., str]


def test_what_was_read_covered_left_out_and_doubted_is_said(page: Page) -> None:
    html = page("/en/about")
    for words in (
        "Survey 2022",
        "The reform lapsed.",
        "personal data</a>: 1 line<",
        "not stated</a>: 1 claim<",
        "not counted",
        "documents were read",
        "How far can I trust this?",
        "creativecommons.org",
        "Data version test",
    ):
        assert words in html
