"""What a reader sees of a page: its tables as texts, cell by cell."""

import re
from html import unescape


def text_of(html: str) -> str:
    """The words without tags, white space collapsed; what only a screen reader hears is left out."""
    seen = re.sub(r'<span class="sr"[^>]*>[^<]*</span>|<details>.*?</details>', " ", html, flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", seen)).split())


def table(html: str, caption: str) -> list[list[str]]:
    """The rows of the table with such a caption, the head first."""
    found = next(t for t in re.findall(r"<table.*?</table>", html, re.DOTALL) if caption in t)
    return [
        [text_of(cell) for cell in re.findall(r"<t[hd].*?</t[hd]>", row, re.DOTALL)]
        for row in re.findall(r"<tr.*?</tr>", found, re.DOTALL)
    ]
