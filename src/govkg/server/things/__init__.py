"""The page of a thing: what stands on it, laid out for its kind."""
