"""Folds look-alike characters one for one, as every stage meets them."""

from checker.language.characters import fold

__all__ = ["fold"]
