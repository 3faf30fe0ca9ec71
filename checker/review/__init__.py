"""Keeps what people decide about conflicts, and says what still holds."""

from checker.review.making import decide, finding_of
from checker.review.settling import Override, Policy, settle, stale

__all__ = ["Override", "Policy", "decide", "finding_of", "settle", "stale"]
