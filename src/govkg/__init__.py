"""govkg: a knowledge graph of how Finland's regions are governed, every fact with its sentence."""

__version__ = "0.1.0"
