"""Runs rules, which are data, over facts; each kind of rule is one module."""

from checker.rules.engine import KINDS, run, unfinished

__all__ = ["KINDS", "run", "unfinished"]
