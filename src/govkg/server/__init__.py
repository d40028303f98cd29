"""The pages: Flask over the release and the saved queries. Imports core, query and publish; never the builder."""
