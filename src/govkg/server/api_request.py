"""What a request to a saved query asks for: the query's parameters, the language, the format, and how many rows."""

from collections import Counter
from dataclasses import dataclass
from difflib import get_close_matches

from flask import request

from govkg.core.names import LANGS
from govkg.publish.listing import values_url
from govkg.publish.negotiate import best
from govkg.publish.offers import Offer, offers_of
from govkg.publish.openapi_paths import MOST, RESERVED
from govkg.publish.record_json import Json
from govkg.publish.stretch import Stretch
from govkg.query.catalogue import SavedQuery
from govkg.server.kept_answer import root
from govkg.server.mistakes import Mistake, mistakes_in
from govkg.server.problems import ProblemError
from govkg.server.site import site

LANG = "fi"  # as for the command line and from Python


@dataclass(frozen=True)
class Wanted:
    """A request read: the values of the query's parameters, as given."""

    given: dict[str, str]
    lang: str
    stretch: Stretch
    offer: Offer


def read_request(query: SavedQuery) -> Wanted:
    """What the request at hand asks of a query. Raises ProblemError telling everything that is wrong."""
    offer = chosen(query)
    given = {name: value for name, value in request.args.items() if name not in RESERVED}
    lang = request.args.get("lang", LANG)
    wrong = [*_repeated(), *_wrong_lang(lang), *_wrong_whole("limit", 1), *_wrong_whole("offset", 0)]
    wrong += wrong_values(query, given, lang if lang in LANGS else LANG)
    if wrong:
        raise wrong_parameters(wrong)
    limit = request.args.get("limit")
    return Wanted(given, lang, Stretch(int(limit) if limit else None, int(request.args.get("offset", "0"))), offer)


def wrong_parameters(wrong: list[Json]) -> ProblemError:
    """The problem that parameters are wrong."""
    return ProblemError("wrong-parameter", " ".join(str(mistake["detail"]) for mistake in wrong), {"errors": wrong})


def chosen(query: SavedQuery) -> Offer:
    """The format that the URL names, else the one that the client likes best. Raises ProblemError with those that there are."""
    offers = offers_of(query)
    asked = request.args.get("format")
    if asked is not None:
        found = next(
            (offer for offer in offers if asked in (offer.name, *([offer.suffix] if offer.name != "records" else []))),
            None,
        )
    else:
        liked = best(request.headers.get("Accept"), [offer.media_type for offer in offers])
        found = next((offer for offer in offers if offer.media_type == liked), None)
    if found is None:
        known = [offer.name if asked is not None else offer.media_type for offer in offers]
        raise ProblemError(
            "not-acceptable", f"The answer of {query.id} can be had in: {', '.join(known)}.", {"formats": known}
        )
    return found


def wrong_values(query: SavedQuery, given: dict[str, str], lang: str) -> list[Json]:
    """The wrong ones of a query's parameters. An empty value would otherwise ask for everything."""
    empty = [
        _mistake(name, value, f"The parameter `{name}` is empty. Leave it out to ask for all.", [])
        for name, value in given.items()
        if not value.strip()
    ]
    found = mistakes_in(site().engine, query, {name: value for name, value in given.items() if value.strip()}, lang)
    return [*empty, *(_told(query, mistake) for mistake in found.values()), *_twice(query, given)]


def _told(query: SavedQuery, mistake: Mistake) -> Json:
    detail = site().strings.get("en", mistake.key, name=mistake.name, value=mistake.value)
    nearest = [{"value": near.value, "label": near.label.text} for near in mistake.nearest]
    parameter = query.parameter(mistake.name)
    if parameter is None:
        names = [p.name for p in query.parameters] + list(RESERVED)
        nearest = [{"value": name, "label": name} for name in get_close_matches(mistake.name, names, n=3) or names]
    found = _mistake(mistake.name, mistake.value, detail, nearest)
    if parameter is not None and parameter.type == "thing":
        found["values"] = values_url(root(), query.id, parameter.name)
    return found


def _mistake(name: str, value: str, detail: str, nearest: list[dict[str, str]]) -> Json:
    return {"parameter": name, "value": value, "detail": detail, "nearest": nearest}


def _repeated() -> list[Json]:
    names = Counter(name for name, _ in request.args.items(multi=True))
    return [
        _mistake(name, request.args[name], f"The parameter `{name}` is given more than once. Give one value.", [])
        for name, n in names.items()
        if n > 1
    ]


def _twice(query: SavedQuery, given: dict[str, str]) -> list[Json]:
    """A parameter given under both of its spellings, `changed-only` and `changed_only`."""
    names = Counter(parameter.name for name in given if (parameter := query.parameter(name)))
    return [
        _mistake(name, "", f"The parameter `{name}` is given in two spellings. Give one.", [])
        for name, n in names.items()
        if n > 1
    ]


def _wrong_lang(lang: str) -> list[Json]:
    nearest = [{"value": known, "label": known} for known in LANGS]
    return (
        []
        if lang in LANGS
        else [_mistake("lang", lang, f"`{lang}` is no language of the answers. Use {', '.join(LANGS)}.", nearest)]
    )


def _wrong_whole(name: str, least: int) -> list[Json]:
    text = request.args.get(name)
    if text is None or (
        text.isascii() and text.isdigit() and len(text) <= len(str(MOST)) and least <= int(text) <= MOST
    ):
        return []
    return [_mistake(name, text, f"`{name}` is a whole number from {least} to {MOST}.", [])]
