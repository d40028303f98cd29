"""Graphs drawn on the server: what is drawn, where it lies, and how it becomes SVG."""
