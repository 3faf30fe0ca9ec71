"""Keeps what people decide about conflicts, and says what still holds."""

from checker.review.judging import judge
from checker.review.making import decide, finding_of
from checker.review.notices import notices

__all__ = ["decide", "finding_of", "judge", "notices"]
