"""The documents for people say what the code and the ontology have, and nothing else."""

import re
from functools import cache

import pytest

from govkg.build.grammar import COMMON, KINDS, keys_of
from govkg.build.vocabulary import Vocabulary, read_vocabulary
from govkg.cli.main import VERBS
from govkg.publish.export import EXPORTS
from govkg.publish.formats import FORMATS
from tests.conftest import ROOT

CURATING = (ROOT / "docs" / "CURATING.md").read_text("utf-8")
README = (ROOT / "README.md").read_text("utf-8")
WORDS = CURATING.partition("## 4. The words to choose from")[2]
ALSO_CALLED = {"forms": "form", "body type": "body-type", "organisation kind": "organisation-kind"}
KINDS_TABLE = CURATING.partition("### Kinds of claim")[2].partition("**References.**")[0]
COMMON_TABLE = CURATING.partition("### Keys of every claim")[2].partition("### Kinds of claim")[0]


def rows(table: str) -> dict[str, str]:
    """First cell (without backquotes) → second cell of a Markdown table."""
    found = re.findall(r"^\| `([\w-]+)` \| (.*?) \|", table, re.MULTILINE)
    return dict(found)


@cache
def vocabulary() -> Vocabulary:
    return read_vocabulary(ROOT)


def named_words() -> list[tuple[str, str]]:
    """Scheme and slug of every word that section 4 lists; words in parentheses and after "such as" explain, and are no slugs."""
    found = []
    for name, words in re.findall(
        r"\*\*([\w ]+)\*\*(?: \(core questions\))?: (.*?)(?=\*\*[\w ]+\*\*|$)", WORDS, re.DOTALL | re.MULTILINE
    ):
        if name != "tasks":
            found += [(ALSO_CALLED.get(name, name), slug) for slug in re.findall(r"`([a-z0-9-]+)`", words)]
    return found


def known(scheme: str) -> set[str]:
    if scheme in ("body-type", "organisation-kind"):
        prop = {"body-type": "bodyType", "organisation-kind": "organisationKind"}[scheme]
        return {slug for of, slug in vocabulary().classes if of == prop}
    return set(vocabulary().schemes[scheme])


@pytest.mark.parametrize(("scheme", "slug"), named_words())
def test_a_word_offered_to_curators_exists(scheme: str, slug: str) -> None:
    assert slug in known(scheme)


@pytest.mark.parametrize("scheme", sorted({scheme for scheme, _ in named_words()}))
def test_every_word_of_a_scheme_is_offered(scheme: str) -> None:
    assert known(scheme) <= {slug for of, slug in named_words() if of == scheme}


def test_every_scheme_of_the_grammar_is_explained() -> None:
    used = {key.scheme for kind in KINDS.values() for key in (*kind.keys.values(), *COMMON.values()) if key.scheme}
    explained = {scheme for scheme, _ in named_words()} | set(re.findall(r"`([a-z-]+)`", COMMON_TABLE))
    assert used - {"task", "partner-kind"} <= explained
    assert "**tasks**" in WORDS
    assert all(slug in rows(KINDS_TABLE)["partner"] for slug in known("partner-kind"))


def test_the_kinds_of_claim_are_those_of_the_grammar() -> None:
    assert set(rows(KINDS_TABLE)) == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_of_a_kind_is_documented_and_no_other(kind: str) -> None:
    told = {re.sub(r"[*\s]|\(.*", "", cell) for cell in re.split(r", (?![^(]*\))", rows(KINDS_TABLE)[kind])}
    common = set(rows(COMMON_TABLE))
    assert set(keys_of(kind)) - common <= told
    assert told <= set(keys_of(kind))


@pytest.mark.parametrize("kind", KINDS)
def test_required_keys_are_starred(kind: str) -> None:
    starred = set(re.findall(r"([\w-]+)\*", rows(KINDS_TABLE)[kind]))
    required = {name for name, key in KINDS[kind].keys.items() if key.required}
    assert required <= starred


def test_the_keys_of_every_claim_are_documented() -> None:
    every = set.intersection(*(set(keys_of(kind)) for kind in KINDS))
    assert set(rows(COMMON_TABLE)) == every


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_stands_in_the_readme(verb: str) -> None:
    commands = README.partition("## The command line")[2].partition("## The map")[0]
    assert re.search(rf"`[^`]*\b{verb}\b", commands)


@pytest.mark.parametrize("name", [*FORMATS, *EXPORTS])
def test_every_format_stands_in_the_readme(name: str) -> None:
    assert re.search(rf"`[^`]*\b{re.escape(name)}\b", README.partition("## The command line")[2])


def test_paths_named_in_the_readme_exist() -> None:
    named = re.findall(r"`((?:src|docs|web|ontology|queries|tests|bench|data)/[\w/.-]*)`", README)
    assert named
    assert [path for path in named if not (ROOT / path).exists()] == []


def test_the_variable_that_names_another_root_is_documented() -> None:
    assert "GOVKG_ROOT" in README
