"""Keeps the decisions that people take about conflicts, and applies those that are still valid."""

from checker.review.apply_policy import Override, Policy, settle, stale
from checker.review.new_decision import decide, decided_position, finding_of, right_position

__all__ = ["Override", "Policy", "decide", "decided_position", "finding_of", "right_position", "settle", "stale"]
