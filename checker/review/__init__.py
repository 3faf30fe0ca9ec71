"""Keeps the decisions that people take about conflicts, and applies those that are still valid."""

from checker.review.apply_policy import Override, Policy, settle, stale
from checker.review.new_decision import decide, finding_of

__all__ = ["Override", "Policy", "decide", "finding_of", "settle", "stale"]
