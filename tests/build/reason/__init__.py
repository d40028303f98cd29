"""The reasoner, rule by rule."""
