"""A policy gives conflicts their status: the changed sources decide which open ones count."""

from __future__ import annotations

from dataclasses import replace

import pytest

import checker
from checker import pipeline, review
from checker.model.finding import Status
from checker.review import Override, Policy
from checker.review.yaml_blocks import _quoted

TEXTS = {
    "guide": "The Alder Ferry was founded in 1894 by the town. It carries 40 passengers.\n",
    "letter": "The Alder Ferry was founded in 1897 by the town.\n",
    "plaque": "The Alder Ferry carries 40 passengers.\n",
}


@pytest.mark.parametrize(
    ("changed", "before", "after"),
    [
        (None, "open", "open"),
        (("guide",), "open", "open"),
        (("letter", "plaque"), "open", "open"),
        (("plaque",), "open", "baseline"),
        ((), "open", "baseline"),
        ((), "waived", "waived"),
        ((), "resolved", "resolved"),
    ],
)
def test_only_conflicts_of_changed_sources_count(
    changed: tuple[str, ...] | None, before: Status, after: Status
) -> None:
    report = checker.check_texts(TEXTS)
    marked = tuple(replace(f, status=before if f.relation == "conflict" else "open") for f in report.findings)
    settled = review.settle(
        replace(report, findings=marked), pipeline.recommended().rules, Policy("2031-05-17", changed=changed)
    )
    assert [f.status for f in settled.findings if f.relation == "conflict"] == [after]
    assert {f.status for f in settled.findings if f.relation == "agree"} == {"open"}


@pytest.mark.parametrize(
    ("overrides", "severities"),
    [
        ((), ["error"]),
        ((Override(frozenset({"guide"}), {"once-only": "info"}, frozenset()),), ["info"]),
        ((Override(frozenset({"guide"}), {"totals": "info"}, frozenset()),), ["error"]),
        ((Override(frozenset({"plaque"}), {"once-only": "info"}, frozenset()),), ["error"]),
        ((Override(frozenset({"letter"}), {}, frozenset({"once-only"})),), []),
        ((Override(frozenset({"plaque"}), {}, frozenset({"once-only"})),), ["error"]),
        (
            (
                Override(frozenset({"guide"}), {"once-only": "info"}, frozenset()),
                Override(frozenset({"letter"}), {"once-only": "warning"}, frozenset()),
            ),
            ["warning"],
        ),
    ],
)
def test_the_last_setting_that_fits_a_source_counts(overrides: tuple[Override, ...], severities: list[str]) -> None:
    report = checker.check_texts(TEXTS)
    known = tuple(replace(f, severity="error") if f.relation == "conflict" else f for f in report.findings)
    policy = Policy("2031-05-17", overrides=overrides)
    settled = review.settle(replace(report, findings=known), pipeline.recommended().rules, policy)
    assert [f.severity for f in settled.findings if f.relation == "conflict"] == severities
    assert [f for f in settled.findings if f.relation == "agree"] == [f for f in known if f.relation == "agree"]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ('a "b" é', '"a \\"b\\" é"'),
        ("\x85", '"\\u0085"'),
        ("\ud7ff", '"\\ud7ff"'),
        ("\ud800", '"\\ufffd"'),
        ("\udfff", '"\\ufffd"'),
        ("\ue000", '"\\ue000"'),
        ("\uffff", '"\\uffff"'),
        ("\U00010000", '"\U00010000"'),
        ("\U000e0001", '"\\U000e0001"'),
        ("\U0001000c", '"\\U0001000c"'),
    ],
)
def test_what_cannot_be_printed_is_escaped(text: str, written: str) -> None:
    assert _quoted(text) == written
