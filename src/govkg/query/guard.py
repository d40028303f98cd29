"""What a stranger's query may not be, found before any parser sees it: an update, a federated query, too long or nested too deeply.

The engine's parser recurses, so that a few thousand brackets would end its process. It also reads without tokens: `1<2#>` is a
comparison and a comment to it, where the standard says that `<2#>` is an IRI (SPARQL 1.1, 19.8 note 3). Where the two readings
differ in brackets, strings or comments the query is refused, since nesting could hide there.
"""

from dataclasses import dataclass, field

from govkg.core.errors import UsageError
from govkg.core.names import PREFIXES
from govkg.query.limits import Limits
from govkg.query.scanner import Token, place, tokens

FORMS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
UPDATES = ("INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH")
PROLOGUE = ("PREFIX", "BASE", "VERSION")
VOLATILE = {"NOW", "RAND", "UUID", "STRUUID"}
_PAIRS = {")": "(", "]": "[", "}": "{"}
_PREFIXED = ("!", "+", "-", "^")
_COUNTED = frozenset("([{;,.+-*/|=<>^!~") | {"<<", "||", "&&", "!=", "<=", ">="}
_OPERANDS = ("variable", "number", "text", "iri", "name", "lang", "blank")


class RefusedError(UsageError):
    """A query that is not run. `reason` is the name of the limit, or `syntax`, `prefix`, `update` or `service`; line and column count from 1."""

    def __init__(self, reason: str, what: str, line: int = 0, column: int = 0, limit: float = 0) -> None:
        super().__init__("query", f"line {line}, column {column}: {what}" if line else what)
        self.reason, self.what, self.line, self.column, self.limit = reason, what, line, column, limit


@dataclass(frozen=True)
class Checked:
    """What the scan found: the form of the query, whether it names its own dataset, whether it answers anew at each call."""

    form: str
    has_dataset: bool
    volatile: bool


def check(query: str, limits: Limits) -> Checked:
    """What kind of query it is. Raises RefusedError, with line and column, when it may not be run."""
    if len(query) > limits.length:
        raise RefusedError("length", f"the query has more than {limits.length} characters", limit=limits.length)
    return _Scan(query, limits).run()


@dataclass
class _Scan:
    query: str
    limits: Limits
    form: str = ""
    words: set[str] = field(default_factory=set)
    used: dict[str, Token] = field(default_factory=dict)  # prefix → its first use
    declared: set[str] = field(default_factory=lambda: set(PREFIXES))
    stack: list[Token] = field(default_factory=list)
    data: int = 0  # size of the stack where the rows of VALUES began, or 0
    values: bool = False  # VALUES was read, its rows are still to come
    triples: int = 0  # open triple terms
    run_of_signs: int = 0
    parts: int = 0
    before: Token = field(default_factory=lambda: Token("", "", 0))
    calling: bool = False  # SERVICE was read, the endpoint is still to come

    def run(self) -> Checked:
        for token in tokens(self.query):
            self._see(token)
            self.before = token
        if self.stack:
            raise self._refused("syntax", f"`{self.stack[-1].text}` is never closed", self.stack[-1])
        if not self.form:
            raise self._refused("syntax", "a query begins with SELECT, ASK, CONSTRUCT or DESCRIBE", Token("", "", 0))
        for prefix in self.used.keys() - self.declared:
            raise self._refused("prefix", f"the prefix `{prefix}:` is not declared", self.used[prefix])
        return Checked(self.form, "FROM" in self.words, bool(VOLATILE & self.words))

    def _refused(self, reason: str, what: str, at: Token, limit: float = 0) -> RefusedError:
        return RefusedError(reason, what, *place(self.query, at.start), limit)

    def _see(self, token: Token) -> None:
        if token.kind in ("open", "quote"):
            raise self._refused("syntax", "the string that begins here is never closed", token)
        if self.calling and token.text.upper() != "SILENT":
            self._called(token)
        if token.kind == "word":
            self._word(token)
        elif token.kind == "name":
            self._name(token)
        elif token.kind == "iri":
            self._iri(token)
        elif token.kind == "sign":
            self._sign(token)
        if self._is_part(token):
            self._count(token)
        self.run_of_signs = self.run_of_signs + 1 if token.text in _PREFIXED else 0
        if self.run_of_signs and self._depth() > self.limits.depth:
            raise self._too_deep(token)

    def _word(self, token: Token) -> None:
        word = token.text.upper()
        if "SERVICE" in word:  # the engine's parser needs no space before or after its keywords
            if word != "SERVICE" or not self.limits.services:
                raise self._service(token)
            self.calling = True
        self.words.add(word)
        self.values = self.values or word == "VALUES"
        if not self.form and not self.stack:
            self._first(word, token)

    def _first(self, word: str, token: Token) -> None:
        if word in FORMS:
            self.form = word
        elif word in UPDATES:
            raise self._refused("update", f"{word} changes data, and this endpoint only answers queries", token)
        elif word not in PROLOGUE:
            raise self._refused("syntax", "a query begins with SELECT, ASK, CONSTRUCT or DESCRIBE", token)

    def _name(self, token: Token) -> None:
        prefix = token.text.partition(":")[0]
        if self.before.kind == "word" and self.before.text.upper() == "PREFIX":
            self.declared.add(prefix)
        self.used.setdefault(prefix, token)

    def _called(self, token: Token) -> None:
        """Only an IRI that stands in the list letter by letter: no variable, no prefixed or relative name, no escape."""
        if token.kind != "iri" or token.text[1:-1] not in self.limits.services:
            raise self._service(token)
        self.calling = False

    def _service(self, token: Token) -> RefusedError:
        listed = ", ".join(f"<{iri}>" for iri in sorted(self.limits.services))
        what = f"SERVICE asks another server, and this endpoint asks {f'only {listed}' if listed else 'none'}"
        return self._refused("service", what, token)

    def _iri(self, token: Token) -> None:
        inner, _, _ = token.text[1:-1].partition("//")  # no expression goes on after //
        is_operand = self.before.kind in _OPERANDS or self.before.text in (")", "]", "}", "true", "false")
        in_expression = bool(self.stack) and self.stack[-1].text == "(" and not self.data
        if in_expression and is_operand and any(sign in inner for sign in "()[]#'"):
            what = "`<` could begin an IRI or compare two values; write a space after it to compare, or a prefixed name for the IRI"
            raise self._refused("syntax", what, token)

    def _is_part(self, token: Token) -> bool:
        """Whether the engine's recursion could grow by this token: a sign, or a further item of a list, which has no separator."""
        if self.data:
            return False
        if token.kind == "sign":
            return token.text in _COUNTED
        return self.before.kind != "sign" and bool(self.stack) and self.stack[-1].text == "("

    def _count(self, token: Token) -> None:
        self.parts += 1
        if self.parts > self.limits.parts:
            what = f"the query has more than {self.limits.parts} groups, operators, separators and items of lists"
            raise self._refused("parts", what, token, self.limits.parts)

    def _sign(self, token: Token) -> None:
        sign = token.text
        if sign in _PAIRS.values():
            self._open(token)
        elif sign in _PAIRS:
            self._close(token)
        elif sign in ("<<", ">>"):
            self.triples = max(0, self.triples + (1 if sign == "<<" else -1))
            self._check_depth(token)

    def _open(self, token: Token) -> None:
        if token.text == "{":
            if "SERVICE" in self.before.text.partition(":")[0].upper() and self.before.kind == "name":
                raise self._service(self.before)  # SERVICE:x is the keyword and a name to the engine's parser
            if self.values and not self.data:
                self.data = len(self.stack) + 1
            self.values = False
        self.stack.append(token)
        self._check_depth(token)

    def _close(self, token: Token) -> None:
        if not self.stack or self.stack[-1].text != _PAIRS[token.text]:
            what = (
                f"`{token.text}` closes nothing"
                if not self.stack
                else f"`{token.text}` does not close `{self.stack[-1].text}`"
            )
            raise self._refused("syntax", what, token)
        if len(self.stack) == self.data:
            self.data = 0
        self.stack.pop()

    def _depth(self) -> int:
        return len(self.stack) + self.triples + self.run_of_signs

    def _check_depth(self, token: Token) -> None:
        if self._depth() > self.limits.depth:
            raise self._too_deep(token)

    def _too_deep(self, token: Token) -> RefusedError:
        return self._refused(
            "depth", f"the query is nested more than {self.limits.depth} levels deep", token, self.limits.depth
        )
