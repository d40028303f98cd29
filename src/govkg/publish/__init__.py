"""Answers → bytes: one function a format. Imports core and query; does no reading of sources and serves nothing."""
