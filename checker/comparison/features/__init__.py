"""The features by which two statements are weighed: each a small named function, in groups by what they look at.

No feature looks at whether the two values are equal or near: nearness tells how a slip looks, not what is meant.
"""

from checker.comparison.features import attribute, documents, labels, scope, subject, words
from checker.comparison.features.registry import Feature, entered

GROUPS = tuple(module.__name__.rpartition(".")[2] for module in (subject, attribute, words, labels, scope, documents))
FEATURES: tuple[Feature, ...] = entered()
"""All of them, in a fixed order."""

__all__ = ["FEATURES", "GROUPS", "Feature"]
