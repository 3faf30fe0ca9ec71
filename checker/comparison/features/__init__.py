"""The features by which two statements are weighed: each a small named function, in groups by what they look at.

No feature looks at whether the two values are equal or near: nearness tells how a slip looks, not what is meant.
"""

from checker.comparison.features import attribute, documents, labels, rivals, scope, subject, words
from checker.comparison.features.feature import Feature, features_of

FEATURES: tuple[Feature, ...] = tuple(
    feature for group in (subject, attribute, words, labels, scope, documents) for feature in features_of(group)
)
"""Those of a pair alone, in a fixed order."""
RIVAL_FEATURES: tuple[Feature, ...] = features_of(rivals)
"""Those of a pair among its rivals."""

__all__ = ["FEATURES", "RIVAL_FEATURES", "Feature"]
