"""The conclusions of the column engine that a release publishes, as lines, without making a term of each."""

from collections.abc import Iterator

import numpy as np

from govkg.build.reason.columns.arrays import first, second
from govkg.build.reason.columns.closure import Inferred
from govkg.build.skolem import GENID
from govkg.core.names import BASE, DEF, ID, OWL

_OWN = tuple(f"<{start}".encode() for start in (DEF, ID, f"{BASE}/def>"))
_HIDDEN = (f"<{GENID}".encode(), b"_:", f"<{OWL}Nothing>".encode(), f"<{OWL}Thing>".encode())


def published(inferred: Inferred) -> Iterator[bytes]:
    """As `build.reason.publishable` has it: about things of ours, nothing reflexive, anonymous, or true of all things."""
    texts = inferred.terms.texts
    own = np.fromiter((text.startswith(_OWN) for text in texts), np.bool_, len(texts))
    hidden = np.fromiter((text.startswith(_HIDDEN) for text in texts), np.bool_, len(texts))
    for p, pairs in inferred.columns():
        s, o = first(pairs), second(pairs)
        kept = own[s] & ~hidden[s] & ~hidden[o] & (s != o)
        middle = b" " + texts[p] + b" "
        for x, y in zip(s[kept].tolist(), o[kept].tolist(), strict=True):
            yield b"%b%b%b .\n" % (texts[x], middle, texts[y])
