"""The saved queries: runnable `.rq` files, each with its metadata in a `#+` YAML header.

The keys `summary`, `description` and `tags` are those that grlc and the SIB tools read; `tags` stands last for their parsers.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path

from govkg.core.errors import GovkgError, Problem, UsageError
from govkg.core.files import read_text
from govkg.core.names import LANGS
from govkg.core.paths import queries
from govkg.core.yamlnodes import Mapping, Node, Scalar, Sequence, load, parse
from govkg.query.declared import RestsOn, declared_questions, declared_views, question_problems, view_problems
from govkg.query.header import COLUMN_KINDS, KEYS, PARAMETER_KEYS, PARAMETER_TYPES, REQUIRED
from govkg.query.synonyms import read_synonyms

_Words = dict[str, dict[str, str]]  # name → text by language
MARK = re.compile(r"^[ \t]*# parameters[ \t]*$", re.MULTILINE)


@dataclass(frozen=True)
class Parameter:
    """A typed parameter.

    `of` is the kind of IRI a thing must have; `depends` another parameter that narrows its pick list; `help` says what it means; `variable` the
    query's variable that it binds (its own name, unless a column of that name holds something else, such as a list); `choose` says that the answer
    is of use for one value, so that pages ask for it first.
    """

    name: str
    type: str
    of: str
    depends: str
    labels: dict[str, str]
    variable: str
    help: dict[str, str] = field(default_factory=dict)
    choose: bool = False


@dataclass(frozen=True)
class Column:
    """A column of the answer: its variable, what its values are, and its heading by language."""

    name: str
    kind: str
    labels: dict[str, str]


@dataclass(frozen=True)
class SavedQuery:
    """A saved question.

    `views` are the ways to look at its answer, the first of them the usual one; `options` are how a view is set where the reader says nothing.
    `questions` are those that documents were read for, where silence is an answer.
    """

    id: str
    file: str
    sparql: str
    form: str
    summary: dict[str, str]
    description: dict[str, str]
    theme: str
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    evidence: str
    views: tuple[str, ...]
    tags: tuple[str, ...]
    questions: RestsOn = field(default_factory=RestsOn)
    options: dict[str, dict[str, str]] = field(default_factory=dict)

    def parameter(self, name: str) -> Parameter | None:
        """The parameter of that name (`changed-only` and `changed_only` are one), or None."""
        wanted = name.replace("-", "_")
        return next((p for p in self.parameters if p.name == wanted), None)


@dataclass(frozen=True)
class Catalogue:
    """All saved queries by id, the themes they are grouped under, in order, and what else their tags are called."""

    queries: dict[str, SavedQuery]
    themes: dict[str, dict[str, str]]
    synonyms: dict[str, str] = field(default_factory=dict)

    def get(self, query_id: str) -> SavedQuery:
        """A saved query. Raises UsageError naming the nearest ids."""
        found = self.queries.get(query_id)
        if found is None:
            from difflib import get_close_matches

            close = get_close_matches(query_id, self.queries, n=3, cutoff=0.4) or list(self.queries)
            raise UsageError("query", f"there is no saved query `{query_id}`", f"nearest: {', '.join(close)}")
        return found


def read_catalogue(folder: Path | None = None) -> Catalogue:
    """Every saved query of a folder. Raises GovkgError with all problems of all headers, each with its line."""
    folder = folder or queries()
    words = _labels(folder / "words.yaml", "columns")
    themes = _labels(folder / "words.yaml", "themes")
    helps = _labels(folder / "words.yaml", "help")
    problems: list[Problem] = []
    found: dict[str, SavedQuery] = {}
    for path in sorted(folder.glob("*.rq")):
        try:
            query = read_query(path, words, themes, helps)
        except GovkgError as error:
            problems.extend(error.problems)
        else:
            found[query.id] = query
    if problems:
        raise GovkgError(problems)
    order = list(themes)
    return Catalogue(
        dict(sorted(found.items(), key=lambda item: (order.index(item[1].theme), item[0]))),
        themes,
        read_synonyms(folder),
    )


def read_query(path: Path, words: _Words, themes: _Words, helps: _Words | None = None) -> SavedQuery:
    """One saved query. Raises GovkgError naming the line of each fault of its header."""
    name = f"queries/{path.name}"
    text = read_text(path, name)
    header = "\n".join(line[2:].removeprefix(" ") for line in _header_lines(text))
    node = parse(header, name)
    if not isinstance(node, Mapping):
        raise GovkgError([Problem(name, 1, "the header is missing", "start the file with lines `#+ summary: …`")])
    problems = _header_problems(node, name, words, themes)
    if problems:
        raise GovkgError(problems)
    views = declared_views(node.items.get("views"))
    return SavedQuery(
        id=path.stem,
        file=name,
        sparql=text,
        form=_form(text),
        summary=_in_languages(node, "summary"),
        description=_in_languages(node, "description"),
        theme=_text(node, "theme"),
        parameters=tuple(_parameter(key, value, words, helps or {}) for key, value in _items(node, "parameters")),
        columns=tuple(
            Column(key, value.text, words[key]) for key, value in _items(node, "columns") if isinstance(value, Scalar)
        ),
        evidence=_text(node, "evidence"),
        views=tuple(views),
        tags=_list(node, "tags"),
        questions=declared_questions(node.items.get("questions")),
        options=views,
    )


def _header_lines(text: str) -> list[str]:
    lines = []
    for line in text.split("\n"):
        if not line.startswith("#+"):
            break
        lines.append(line)
    return lines


def _header_problems(
    node: Mapping, name: str, words: dict[str, dict[str, str]], themes: dict[str, dict[str, str]]
) -> list[Problem]:
    found = [
        Problem(name, node.key_lines[key], f"unknown key `{key}`", f"known: {', '.join(KEYS)}")
        for key in node.items
        if key not in KEYS
    ]
    found += [
        Problem(name, 1, f"the header lacks `{key}`", f"add `#+ {key}: …`") for key in REQUIRED if key not in node.items
    ]
    if "theme" in node.items and _text(node, "theme") not in themes:
        found.append(
            Problem(
                name, node.key_lines["theme"], f"unknown theme `{_text(node, 'theme')}`", f"known: {', '.join(themes)}"
            )
        )
    for key, value in _items(node, "columns"):
        if getattr(value, "text", "") not in COLUMN_KINDS:
            found.append(
                Problem(name, value.line, f"column `{key}` has an unknown kind", f"kinds: {', '.join(COLUMN_KINDS)}")
            )
    for key, value in _items(node, "parameters"):
        found += _parameter_problems(name, key, value)
    found += view_problems(name, node.items.get("views"), [key for key, _ in _items(node, "columns")])
    found += question_problems(name, node.items.get("questions"), [key for key, _ in _items(node, "parameters")])
    for key, value in [*_items(node, "columns"), *_items(node, "parameters")]:
        if key not in words:
            found.append(
                Problem(name, value.line, f"`{key}` has no heading in three languages", "add it to queries/words.yaml")
            )
    return found


def _parameter_problems(name: str, key: str, value: Node) -> list[Problem]:
    if not isinstance(value, Mapping) or "type" not in value.items:
        return [
            Problem(
                name,
                value.line,
                f"parameter `{key}` has no type",
                f"write {{type: thing, of: region}}; types: {', '.join(PARAMETER_TYPES)}",
            )
        ]
    found = [
        Problem(name, value.line, f"unknown key `{k}` of parameter `{key}`", f"known: {', '.join(PARAMETER_KEYS)}")
        for k in value.items
        if k not in PARAMETER_KEYS
    ]
    if _text(value, "type") not in PARAMETER_TYPES:
        found.append(
            Problem(name, value.line, f"parameter `{key}` has an unknown type", f"types: {', '.join(PARAMETER_TYPES)}")
        )
    if _text(value, "type") == "thing" and "of" not in value.items:
        found.append(
            Problem(name, value.line, f"parameter `{key}` does not say what kind of thing it is", "add `of: region`")
        )
    return found


def _parameter(key: str, value: Node, words: _Words, helps: _Words) -> Parameter:
    assert isinstance(value, Mapping)
    variable = _text(value, "variable") or key
    kind, of, depends, choose = (_text(value, name) for name in ("type", "of", "depends", "choose"))
    return Parameter(key, kind, of, depends, words[key], variable, helps.get(key, {}), choose == "true")


def _form(text: str) -> str:
    body = re.sub(r"<[^>]*>|#[^\n]*", " ", text)
    match = re.search(r"\b(SELECT|CONSTRUCT|ASK|DESCRIBE)\b", body, re.IGNORECASE)
    return match[1].upper() if match else ""


def _items(node: Mapping, key: str) -> list[tuple[str, Node]]:
    value = node.items.get(key)
    return list(value.items.items()) if isinstance(value, Mapping) else []


def _text(node: Mapping, key: str) -> str:
    value = node.items.get(key)
    return value.text.strip() if isinstance(value, Scalar) else ""


def _list(node: Mapping, key: str) -> tuple[str, ...]:
    value = node.items.get(key)
    return tuple(item.text for item in value.items if isinstance(item, Scalar)) if isinstance(value, Sequence) else ()


def _in_languages(node: Mapping, key: str) -> dict[str, str]:
    return {"en": _text(node, key), "fi": _text(node, f"{key}_fi"), "sv": _text(node, f"{key}_sv")}


def _labels(path: Path, group: str) -> dict[str, dict[str, str]]:
    """A group of words.yaml: name → heading in three languages."""
    root = load(path, f"queries/{path.name}")
    node = root.items.get(group) if isinstance(root, Mapping) else None
    found: dict[str, dict[str, str]] = {}
    problems: list[Problem] = []
    for key, value in node.items.items() if isinstance(node, Mapping) else ():
        texts = {lang: _text(value, lang) for lang in LANGS} if isinstance(value, Mapping) else {}
        if not all(texts.get(lang) for lang in LANGS):
            problems.append(
                Problem(
                    f"queries/{path.name}",
                    value.line,
                    f"`{key}` needs fi, sv and en",
                    f"write {key}: {{fi: …, sv: …, en: …}}",
                )
            )
        found[key] = texts
    if problems:
        raise GovkgError(problems)
    return found
