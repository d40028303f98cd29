"""What a request passes before the pages are asked: middleware (PEP 3333) that counts, writes down, limits and refuses. Knows no page."""
