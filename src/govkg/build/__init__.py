"""From source documents to a release. Imports core only; nothing that asks, shows or serves."""
