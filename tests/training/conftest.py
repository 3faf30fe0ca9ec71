"""Tests of what is fitted with scikit-learn are for where it is installed."""

from __future__ import annotations

from importlib.util import find_spec

collect_ignore = [] if find_spec("sklearn") else ["test_restatement.py", "test_same_fact.py"]
