"""One module a page, each a blueprint with the template of the same name."""
