"""A quote → its place in the reading text. A quote that is not there, or stands twice, is refused."""

from dataclasses import dataclass

from rapidfuzz import fuzz

from govkg.build.reading import collapse
from govkg.core.errors import GovkgError, Problem
from govkg.core.model import Anchor, Place, Segment, Source


@dataclass(frozen=True)
class Quote:
    """What a curator quotes, where, and which of several places is meant (`nth`, from 1; 0 when not said)."""

    text: str
    segment: str
    nth: int
    place: Place


def anchor(source: Source, quote: Quote) -> Anchor:
    """The place of a quote. Raises GovkgError when it is not verbatim in its segment, or stands there more than once."""
    segment = source.segment(quote.segment)
    if segment is None:
        known = ", ".join(s.id for s in source.segments)
        raise _refuse(quote, f"unknown segment `{quote.segment}`", f"segments of {source.slug}: {known}")
    wanted = collapse(quote.text)
    if not wanted:
        raise _refuse(quote, "the quote is empty", "quote the words that carry the claim")
    places = _places(source.reading.text, wanted, segment)
    if not places:
        raise _not_there(source, quote, wanted, segment)
    if quote.nth > len(places):
        raise _refuse(quote, f"nth: {quote.nth}, but the quote stands only {len(places)} times in {segment.id}")
    if len(places) > 1 and not quote.nth:
        lines = " and ".join(f"line {source.reading.line_at(start)}" for start in places)
        raise _refuse(
            quote,
            f"the quote “{wanted}” stands {len(places)} times in {segment.id}: {lines} of text.txt",
            "quote more words, or say nth: 1",
        )
    return _anchor(source, segment, places[max(quote.nth, 1) - 1], wanted)


def _anchor(source: Source, segment: Segment, start: int, exact: str) -> Anchor:
    end = start + len(exact)
    return Anchor(
        document=source.slug,
        segment=segment.id,
        start=start,
        end=end,
        exact=exact,
        lines=source.reading.lines_of(start, end),
    )


def _places(text: str, wanted: str, segment: Segment) -> list[int]:
    """Offsets in the segment where the words stand whole, not as a part of longer words."""
    found, at = [], text.find(wanted, segment.start, segment.end)
    while at != -1:
        if _whole(text, at, at + len(wanted)):
            found.append(at)
        at = text.find(wanted, at + 1, segment.end)
    return found


def _whole(text: str, start: int, end: int) -> bool:
    cut_before = start > 0 and text[start - 1].isalnum() and text[start].isalnum()
    cut_after = end < len(text) and text[end].isalnum() and text[end - 1].isalnum()
    return not (cut_before or cut_after)


def _not_there(source: Source, quote: Quote, wanted: str, segment: Segment) -> GovkgError:
    elsewhere = [s.id for s in source.segments if s != segment and _places(source.reading.text, wanted, s)]
    if elsewhere:
        return _refuse(
            quote, f"the quote does not stand in {segment.id}", f"it stands in {', '.join(elsewhere)}: mend `at`"
        )
    nearest, line = nearest_passage(source, wanted)
    return _refuse(
        quote,
        f"the quote “{wanted}” is not in {source.slug}/text.txt",
        f"the nearest text, at line {line}: “{nearest}”",
    )


def nearest_passage(source: Source, wanted: str) -> tuple[str, int]:
    """The stretch of the reading text most like `wanted`, and its line of text.txt."""
    text = source.reading.text
    best = fuzz.partial_ratio_alignment(wanted, text)
    start, end = (best.dest_start, best.dest_end) if best else (0, len(wanted))
    start = text.rfind(" ", 0, start + 1) + 1
    stop = text.find(" ", end)
    found = text[start : stop if stop != -1 else len(text)]
    return collapse(found), source.reading.line_at(min(start, len(text) - 1))


def _refuse(quote: Quote, what: str, todo: str = "") -> GovkgError:
    return GovkgError([Problem(quote.place.file, quote.place.line, what, todo)])
