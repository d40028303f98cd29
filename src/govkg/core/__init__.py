"""The words all rooms share: names, model, errors, paths. Imports nothing of govkg outside itself and does no network."""
