"""The rule pack for reported statistics: which figures follow from which, at both sides of each limit."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from checker import extras, pipeline
from checker.claims.attribute_triggers import Lexicon
from checker.model.constraint import Constraint
from checker.model.report import Report
from checker.model.rule import Rulebook
from checker.rules import load

FITS, UNREAD = "fits", "not read"


@cache
def pack() -> tuple[Rulebook, Lexicon]:
    """The rules of the pack alone, with what texts are read by."""
    book = load.load(packs=[("statistics", "tests")])
    book = replace(book, rules=tuple(rule for rule in book.rules if rule.kind == "statistic"))
    return book, pipeline.lexicon_of(book)


def report(text: str, **options: str) -> Report:
    book, lexicon = pack()
    if options:
        rules = tuple(replace(rule, options={**rule.options, **options}) for rule in book.rules)
        book = replace(book, rules=rules)
    return pipeline.check_with({"a": text}, book, lexicon)


def read(text: str, *forms: str) -> list[Constraint]:
    found = dict(report(text).constraints).get("a")
    return [
        one for one in (found.found if found else ()) if one.kind == "statistic" and (not forms or one.form in forms)
    ]


def verdict(text: str, **options: str) -> str:
    """The rule that finds the one statistic of a text wrong, ``fits`` or ``not read``; ``possible`` where not sure."""
    run = report(text, **options)
    assert not run.not_checked
    if not read(text):
        return UNREAD
    found = [*(finding.rule for finding in run.findings), *(f"possible {finding.rule}" for finding in run.possible)]
    assert len(found) <= 1
    return found[0] if found else FITS


P, DECISION, ZERO, INTERVAL = "p-of-test", "p-decision", "p-not-zero", "estimate-in-interval"


@pytest.mark.parametrize(
    ("test", "expected"),
    [
        # The stated p rounds to one that the rounded statistic may have.
        ("t(41) = 2.31, p = .026", FITS),
        ("t(41) = 2.31, p = .025", P),
        ("t(41) = 2.31, p = .027", P),
        ("t(41) = 2.3, p = .03", FITS),
        ("t(41) = 2, p = .10", FITS),
        ("t(41) = 2, p = .30", P),
        ("t(41) = -2.31, p = .026", FITS),
        ("t(41) = − 2.31, p = .036", P),
        ("t(23.4) = 2.31, p = .030", FITS),
        ("t(41) = 1,002.31, p = .026", P),
        ("F(2, 57) = 4.12, p = .021", FITS),
        ("F(2, 57) = 4.12, p = .03", P),
        ("F(1.7, 48.2) = 1.42, p = .02", DECISION),
        ("F(l, 57) = 4.12, p = .047", FITS),
        ("χ²(3, N = 1,212) = 9.84, p = .020", FITS),
        ("chi2(3) = 9.84, p = .04", P),
        ("X2(3, n = 212) = 9.84, p = .20", DECISION),
        ("chi-square of 9.84 on 3 degrees of freedom, p = 0.020", FITS),
        ("r(58) = .27, p = .04", FITS),
        ("r(58) = .27, p = .40", DECISION),
        ("r = .27, n = 60, p = .04", FITS),
        ("z = 1.12, p = .26", FITS),
        ("Z = 1.12, p = .36", P),
        ("Q(8) = 21.4, p = .006", FITS),
        ("Qbetween(2) = 2.20, p = .03", DECISION),
        # Other ways to write it.
        ("t ( 41 )=2.31,p=.26", DECISION),
        ("t(41) = 2.31; P = 0.26", DECISION),
        ("t(41) = 2.31 (p = .26)", DECISION),
        ("t41 = 2.31, p = .26", DECISION),
        ("F2,57 = 4.12, p = .21", DECISION),
        ("t = 2.31, df = 41, p-value = 0.26", DECISION),
        ("t(41) = 2.31, SE = 0.4, d = 0.71, 95% CI [0.08, 1.31], p = .26", DECISION),
        ("F(2, 57) = 4.12, MSE = 3.1, p = .21", DECISION),
        ("t(41) = 9.31, p = 1.2e-11", FITS),
        ("t(41) = 2.31, p = 2.6 × 10-2", FITS),
        # p is less or more than something, or only not significant.
        ("t(41) = 2.31, p < .05", FITS),
        ("t(41) = 2.0, p < .05", FITS),
        ("t(41) = 2.31, p < .01", P),
        ("t(41) = 1.31, p < .05", DECISION),
        ("t(41) = 2.31, p > .02", FITS),
        ("t(41) = 2.31, p > .05", DECISION),
        ("t(41) = 2.31, ns", DECISION),
        ("t(41) = 1.31, n.s.", FITS),
        ("F(1, 57) < 1, p = .72", FITS),
        ("t(41) > 2.31, p = .20", DECISION),
        ("t(41) < 2.31, p < .01", P),
        ("t(41) = 12.31, p = .000", ZERO),
        ("t(41) = 12.31, p < .000", P),
        # No such figures.
        ("r(58) = 2.70, p = .04", P),
        ("t(41) = 2.31, p = 1.26", P),
        # Not to be read.
        ("T(41) = 2.31, p = .26", UNREAD),
        ("t(2, 41) = 2.31, p = .26", UNREAD),
        ("z(41) = 2.31, p = .26", UNREAD),
        ("t(41) = .2.31, p = .26", UNREAD),
        ("F = 4.12, p = .21", UNREAD),
        ("r2 = .27, p = .40", UNREAD),
        ("U = 412, p = .03", UNREAD),
    ],
)
def test_p_of_a_statistic(test: str, expected: str) -> None:
    assert verdict(f"The long route took more time than the short one did, {test}.") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The long route took more time, t(41) = 2.31, p = .013.", P),
        ("The long route took more time, t(41) = 2.31, p = .013, one-tailed.", FITS),
        ("The long route took more time, t(41) = 2.31, one-sided p = .013.", FITS),
        ("The long route took more time, t(41) = 2.31, p = .026 (one-tailed).", P),
        ("The long route took more time, t(41) = 2.31, p = .026 (one-tailed p = .013).", FITS),
        ("As the hypothesis was directional, we looked at the long route only, t(41) = 2.31, p = .013.", FITS),
        ("Some tests were one-tailed. The long route took more time, t(41) = 2.31, p = .026.", FITS),
        ("All tests were one-tailed. The long route took more time, t(41) = 2.31, p = .026.", P),
        ("We tested one-sided throughout. The long route took more time, t(41) = 2.31, p = .013.", FITS),
        ("The three routes differed, F(2, 57) = 4.12, p = .011, one-tailed.", P),
    ],
)
def test_tails(text: str, expected: str) -> None:
    assert verdict(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The routes differed, t(41) = 2.31, p = .05.", P),
        ("The routes differed, t(41) = 2.31, p = .06.", DECISION),
        ("The significance level was .10. The routes differed, t(41) = 2.31, p = .06.", P),
        ("With alpha set at .10 the routes did not differ, t(41) = 2.31, p = .11.", DECISION),
        ("Alpha was .01. The routes differed, t(41) = 2.31, p = .003.", DECISION),
        ("Alpha was .01 for these and alpha was .05 for others. The routes differed, t(41) = 2.31, p = .003.", P),
    ],
)
def test_the_level_that_the_text_sets(text: str, expected: str) -> None:
    assert verdict(text) == expected


def test_the_level_that_a_rule_sets() -> None:
    text = "The routes differed, t(41) = 2.31, p = .003."
    assert verdict(text) == P
    assert verdict(text, alpha="0.01") == DECISION


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The routes differed, t(41) = 2.31, Bonferroni-corrected p = .08.", UNREAD),
        ("The routes differed, t(41) = 2.31, p = .08 (Tukey).", UNREAD),
        ("We used Holm's method. The routes differed, t(41) = 2.31, p = .08.", f"possible {DECISION}"),
        ("We used Holm's method. The routes differed, t(41) = 2.31, p = .008.", P),
        ("The routes differed, χ²(1) = 4.95, p = .26 (with continuity correction).", DECISION),
    ],
)
def test_adjusted_p_values(text: str, expected: str) -> None:
    assert verdict(text) == expected


def test_a_document_of_which_most_tests_do_not_fit_is_not_understood() -> None:
    said = "The {} differed, t(41) = {}, p = {}."
    right = [
        ("routes", "2.31", ".026"),
        ("buses", "2.42", ".020"),
        ("stops", "2.53", ".015"),
        ("hours", "2.64", ".012"),
    ]
    wrong = [("fares", "2.21", ".041"), ("seats", "2.35", ".031"), ("lanes", "2.46", ".025"), ("bells", "2.57", ".019")]
    run = report("\n\n".join(said.format(*one) for one in (right[0], *wrong)))
    assert (len(run.findings), len(run.possible)) == (0, 4)
    run = report("\n\n".join(said.format(*one) for one in (*right, wrong[0])))
    assert (len(run.findings), len(run.possible)) == (1, 0)


ANOVA = """# Yield

| Source | SS | df | F | p |
|---|---|---|---|---|
| Soil | 84.2 | 3 | 5.21 | {soil} |
| Light | 31.0 | 1 | 5.75 | .021 |
| Soil × light | 2.1 | 3 | 0.13 | .94 |
| Residual | 215.6 | 40 | | |
"""
COEFFICIENTS = """# Model

| Predictor | B | SE | z | p |
|---|---|---|---|---|
| Age | 0.12 | 0.05 | 2.40 | .016 |
| Distance | 0.31 | 0.22 | 1.41 | {distance} |
| Price | -0.80 | 0.21 | -3.81 | <.001 |
"""


@pytest.mark.parametrize(
    ("text", "count", "marked"),
    [
        (ANOVA.format(soil=".004"), 3, []),
        (ANOVA.format(soil=".04"), 3, [".04"]),
        (COEFFICIENTS.format(distance=".16"), 3, []),
        (COEFFICIENTS.format(distance=".02"), 3, [".02"]),
    ],
)
def test_tests_in_tables(text: str, count: int, marked: list[str]) -> None:
    assert len(read(text)) == count
    assert [finding.positions[0].value for finding in report(text).findings] == marked


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The dressing helped (hazard ratio 1.64, 95% CI 1.02 to 1.46).", INTERVAL),
        ("The dressing helped (hazard ratio 1.46, 95% CI 1.02 to 1.46).", FITS),
        ("The dressing helped, d = -0.82, 95% CI [-0.59, -0.11].", INTERVAL),
        ("Pain fell by 2.3 points (95% CI -3.1 to -1.5).", FITS),
        ("In all 34% (95% CI: 36–41%) agreed.", INTERVAL),
        ("In all 34% (95% CI: 31–37%) agreed.", FITS),
        ("Stays rose from 4.2 to 5.9 (95% CI 0.8 to 2.6).", UNREAD),
        ("Stays were 5.9 against 4.2 (95% CI 0.8 to 2.6).", UNREAD),
        ("Both genes changed (odds ratio 1612, 95% CI 9.1 - 2.9e5).", UNREAD),
        ("There were fewer falls (n = 40, 95% CI 0.8 to 2.6).", UNREAD),
        ("The dressing helped (odds ratio 1.64, 95% CI 1.82 to 1.46).", INTERVAL),
    ],
)
def test_estimates_and_intervals(text: str, expected: str) -> None:
    assert verdict(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The 22 judges gave whole marks; the mean was 6.45.", FITS),
        ("The 22 judges gave whole marks; the mean was 6.46.", "possible-mean"),
        ("The 22 judges gave whole marks averaging 6.5.", UNREAD),
        ("The 22 judges gave marks; the mean was 6.46.", UNREAD),
        ("It went well. The 22 judges (n = 22) answered in whole points, M = 6.46 (SD = 1.2).", "possible-mean"),
        ("Whole-number scores from 44 pupils gave a mean of 6.46.", "possible-mean"),
        ("A scale of two whole-point items answered by 22 people averaged 6.46.", "possible-mean"),
        ("A scale of two whole-point items answered by 22 people averaged 6.48.", FITS),
        ("A scale of five whole-point items answered by 22 people averaged 6.46.", UNREAD),
        ("Whole points were given to some questions by 22 people; the mean was 6.46.", UNREAD),
        ("The mean over 22 people of one whole-point item was 6.46.", "possible-mean"),
        (
            "Twenty-two people (n = 22) rated the tea on one item, on a scale from 1 to 7. The mean was 6.46.",
            "possible-mean",
        ),
        ("The 22 nests held 6.46 eggs on average.", "possible-mean"),
        ("The 22 nests held 6.45 eggs on average.", FITS),
        ("The 22 nests weighed 6.46 grams on average.", UNREAD),
        ("The 22 members made 6.46 visits a month on average.", UNREAD),
        ("The 22 judges gave whole marks; the median was 6.46.", UNREAD),
        ("The 22 judges of 31 invited gave whole marks; the mean was 6.46.", UNREAD),
        # Eight halves: both neighbours of the middle may be stated.
        ("Eight shelves (n = 8) held 1.12 jars on average.", FITS),
        ("Eight shelves (n = 8) held 1.13 jars on average.", FITS),
        ("Eight shelves (n = 8) held 1.14 jars on average.", "possible-mean"),
    ],
)
def test_possible_means(text: str, expected: str) -> None:
    assert verdict(text) == expected


TENSION = """# Tension

{measure}

| | Naming (n = 24) | Counting (n = 24) |
|---|---|---|
| Tension before, mean (SD) | 5.88 (1.41) | 5.71 (1.52) |
| Tension after, mean (SD) | {after} (1.62) | 4.58 (1.74) |
| Seconds, mean (SD) | 31.47 (8.20) | 30.11 (7.95) |
"""
WHOLE = "Tension was one question, answered with a whole number from 1 to 9."


@pytest.mark.parametrize(
    ("measure", "after", "expected"),
    [
        (WHOLE, "3.46", []),
        (WHOLE, "3.47", ["3.47"]),
        ("Tension was measured by ear.", "3.47", []),
        ("Tension was the average of six questions, each answered with a whole number from 1 to 9.", "3.47", []),
    ],
)
def test_means_in_tables(measure: str, after: str, expected: list[str]) -> None:
    found = report(TENSION.format(measure=measure, after=after))
    assert [finding.positions[0].value for finding in found.findings] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Of the 26 orchards, 42% had been grafted.", FITS),
        ("Of the 26 orchards, 41% had been grafted.", "possible-percentage"),
        ("Of 150 orchards, 54.2% had been grafted.", "possible-percentage"),
        ("Of 150 orchards, 54.0% had been grafted.", FITS),
        ("In a class of 50, 7% walked to school.", "possible-percentage"),
        ("In a class of 50, 8% walked to school.", FITS),
        ("We wrote to them, and 33.7% of the 64 members replied.", "possible-percentage"),
        ("Of the 26 orchards, 41% of them had been grafted.", "possible-percentage"),
        ("Of the 26 orchards, 41% of the trees had been grafted.", UNREAD),
        ("Of the 26 orchards, about 41% had been grafted.", UNREAD),
        ("Of the 26 orchards, 41% more had been grafted.", UNREAD),
        ("Of 2003, 97.74% was dry.", UNREAD),
        ("Of the 260 orchards, 41% had been grafted.", UNREAD),
    ],
)
def test_possible_percentages(text: str, expected: str) -> None:
    assert verdict(text) == expected


def test_without_scipy_the_rules_are_named_as_not_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extras, "find_spec", lambda _: None)
    run = report("The routes differed, t(41) = 2.31, p = .26, and the 22 judges gave whole marks; the mean was 6.46.")
    assert [(gap.source, gap.rule) for gap in run.not_checked] == [("a", DECISION), ("a", ZERO), ("a", P)]
    assert {gap.reason for gap in run.not_checked} == {
        f"p values are not worked out, since scipy is not installed: {extras.install('statistics')}"
    }
    assert "pip install" in run.not_checked[0].reason and run.not_checked[0].trace is None
    assert [finding.rule for finding in run.findings] == ["possible-mean"]


def test_without_scipy_a_text_without_tests_is_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extras, "find_spec", lambda _: None)
    assert not report("The routes differed much.").not_checked


def test_the_pack_is_off_unless_asked_for() -> None:
    ids = {rule.id for rule in load.recommended().rules}
    assert ids.isdisjoint(rule.id for rule in pack()[0].rules)
    assert not pipeline.check_texts({"a": "The routes differed, t(41) = 2.31, p = .26."}).findings


def test_the_examples_of_the_pack() -> None:
    for rule in pack()[0].rules:
        for text in rule.examples.conflict:
            found = report(str(text))
            assert rule.id in {finding.rule for finding in found.findings}, text
        for text in rule.examples.agree:
            assert rule.id not in {finding.rule for finding in report(str(text)).findings}, text


def test_a_finding_shows_both_places_and_the_sum() -> None:
    text = "The routes differed, t(41) = 2.31, p = .26."
    (finding,) = report(text).findings
    assert finding.message == (
        'The text says p = .26 for "t(41) = 2.31", but that gives p = .026, on the other side of 0.05: a'
    )
    assert [position.value for position in finding.positions] == ["p = .26", "p = .026"]
    assert finding.explanation[-1].startswith("t = 2.31 on 41 df: two-tailed p = .02600, from .0")


def test_what_is_stored_is_read_back(tmp_path: Path) -> None:
    from checker.cache import entry_codec
    from checker.cache.entry_codec import CacheEntry

    text = "The routes differed, t(41) = 2.31, p = .26."
    run = pipeline.Run(*pack())
    from checker import sources

    run.take(sources.from_text("a", text))
    kept = CacheEntry(run.records[0].source, text, (), run.records[0], "", False, (), (), run.constraints["a"])
    assert entry_codec.load(entry_codec.dump(kept), text).constraints == run.constraints["a"]
