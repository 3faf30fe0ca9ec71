"""Runs rules, which are data, over claims and facts; each kind of rule is one module."""

from checker.rules.engine import KINDS, Outcome, run

__all__ = ["KINDS", "Outcome", "run"]
