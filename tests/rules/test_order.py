"""Events that cannot stand in the order they are given are found, and the finding names both dates."""

from __future__ import annotations

import pytest

from tests.readings import conflicts, report

VOSS = " Clara Voss painted the 412 windows of the Pell Museum of Seafaring."
TRUST = " In 1911 the Pelham Trust had an income of $412,300."
EXCHANGE = "The Harrow Exchange, founded in 1976, is still there. "
SCHOLARSHIP = "The Lantern Scholarship, created in 1979, is given each spring. "


@pytest.mark.parametrize(
    ("texts", "rule", "values", "step"),
    [
        (
            ("Edwin Marlow was born in 1871. Edwin Marlow died in 1869.",),
            "born-before-died",
            ["1869", "1871"],
            "1869-12-31 is before 1871-01-01",
        ),
        (
            ("Clara Voss was born on 4 April 1901." + VOSS, "Clara Voss died on 9 May 1894." + VOSS),
            "born-before-died",
            ["9 May 1894", "4 April 1901"],
            "1894-05-09 is before 1901-04-04",
        ),
        (
            ("The Pelham Trust was founded in 1924." + TRUST, "The Pelham Trust was dissolved in 1919." + TRUST),
            "founded-first",
            ["1919", "1924"],
            "1919-12-31 is before 1924-01-01",
        ),
        (
            ("The Tern Valley Railway was established in 1851. The Tern Valley Railway was renamed in 1843.",),
            "founded-first",
            ["1843", "1851"],
            "1843-12-31 is before 1851-01-01",
        ),
        (
            ("The Osier Club was founded in 1868. The Osier Club merged with a rival in 1859.",),
            "founded-first",
            ["1859", "1868"],
            "1859-12-31 is before 1868-01-01",
        ),
        (
            (
                "The Harrow Exchange was founded in 1976.",
                EXCHANGE + "Pilots have been trained through the Harrow Exchange since the early 1960s.",
            ),
            "founded-first",
            ["since the early 1960s", "1976"],
            "1963-12-31 is before 1976-01-01",
        ),
        (
            (
                "The Lantern Scholarship was created in 1979.",
                SCHOLARSHIP + "Poets have been helped through the Lantern Scholarship since 1951.",
            ),
            "founded-first",
            ["since 1951", "1979"],
            "1951-12-31 is before 1979-01-01",
        ),
    ],
)
def test_out_of_order(texts: tuple[str, ...], rule: str, values: list[str], step: str) -> None:
    (finding,) = conflicts(*texts)
    assert (finding.rule, finding.kind) == (rule, "order")
    assert [position.value for position in finding.positions] == values
    assert step in finding.explanation
    assert all(value in finding.message for value in values)


@pytest.mark.parametrize(
    "texts",
    [
        ("Edwin Marlow was born in 1871. Edwin Marlow died in 1932.",),
        ("Edwin Marlow was born in 1871. Otto Marlow died in 1869.",),
        ("Edwin Marlow died in 1932.",),
        # Two texts that share nothing but a name may speak of two.
        ("Clara Voss was born on 4 April 1901.", "Clara Voss died on 9 May 1894."),
        ("The Maritime Museum was founded in 1924.", "The Maritime Museum was closed in 1919."),
        ("An infant, Ada Pike was born in 1871 and died in 1871.",),
        ("Ada Pike was born in 1871.", "Ada Pike died in May 1871."),
        ("The Pelham Trust was founded in 1924." + TRUST, "The Pelham Trust was dissolved in 1951." + TRUST),
        ("The Pelham Trust was founded in 1924.", "The Corran Trust was dissolved in 1919."),
        ("The Pelham Trust was founded in 1924." + TRUST, "The Pelham Trust was not dissolved in 1919." + TRUST),
        ("The Pelham Trust will be founded in 2031." + TRUST, "The Pelham Trust was dissolved in 2019." + TRUST),
        (
            "The Harrow Exchange was founded in 1976.",
            EXCHANGE + "Pilots have been trained through the Harrow Exchange since the late 1980s.",
        ),
        (
            "The Harrow Exchange was founded in 1976.",
            EXCHANGE + "Pilots have been trained through the Harrow Exchange since 1976.",
        ),
        (
            "The Harrow Exchange was founded in 1976.",
            EXCHANGE + "Pilots have been trained in Lundby since the early 1960s.",
        ),
        ("The Osier Club was founded in 1868. The Osier Club was renamed in the 1860s.",),
    ],
)
def test_in_order(texts: tuple[str, ...]) -> None:
    assert conflicts(*texts) == []


def test_a_second_founding_date_that_fits_keeps_quiet() -> None:
    years = ("founded in 1924", "founded in 1909", "dissolved in 1919")
    texts = [f"The Pelham Trust was {said}.{TRUST}" for said in years]
    assert [finding for finding in conflicts(*texts) if finding.kind == "order"] == []


def test_every_claim_of_the_finding_is_in_the_report() -> None:
    told = report("Edwin Marlow was born in 1871. Edwin Marlow died in 1869.")
    (finding,) = [one for one in told.findings if one.relation == "conflict"]
    assert set(finding.claims) == {claim.id for claim in told.claims}
