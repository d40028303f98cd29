"""Ask the release: saved queries, parameters, engines, labels and explanations. Imports core only; no page, no file format, no builder."""
