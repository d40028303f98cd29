"""What was read → quads. Types, links, numbers and dates go to the graph `asserted`; labels, texts, quotes and places to `evidence`."""

from govkg.build.write.quads import Quads
from govkg.build.write.release_quads import write_quads

__all__ = ["Quads", "write_quads"]
