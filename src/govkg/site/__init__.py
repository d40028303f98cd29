"""The pages as files: the site that the server serves, written down for any web host."""
