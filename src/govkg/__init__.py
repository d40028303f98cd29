"""govkg: a knowledge graph of how Finland's regions are governed, every fact with its sentence."""

from importlib import import_module
from typing import TYPE_CHECKING

__version__ = "0.1.0"
__all__ = ["Answer", "Question", "__version__", "ask", "explain", "questions", "search"]

if TYPE_CHECKING:
    from govkg.api import Answer, Question, ask, explain, questions, search
else:

    def __getattr__(name: str) -> object:
        """The Python API, loaded when first asked for: `import govkg` itself loads no store. Raises AttributeError."""
        if name in __all__:
            return getattr(import_module("govkg.api"), name)
        raise AttributeError(f"module 'govkg' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
