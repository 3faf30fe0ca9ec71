"""An acronym that one text spells out in two ways is found; two things of one acronym, or two texts, are not."""

from __future__ import annotations

import pytest

from tests.readings import claims, conflicts


@pytest.mark.parametrize(
    ("text", "acronym", "expansions"),
    [
        (
            "The Joint Harbour Rescue Exercise (JHRE) began well. Later the Joint Harbour Rescue Exchange (JHRE) grew.",
            "JHRE",
            ["Joint Harbour Rescue Exercise", "Joint Harbour Rescue Exchange"],
        ),
        (
            "The Inland Ports Agency (IPA) dredges. In 1961 the Inland Pilots Agency (IPA) took over the locks.",
            "IPA",
            ["Inland Ports Agency", "Inland Pilots Agency"],
        ),
        (
            "The Calder Teaching Survey (CTS) is yearly. Schools answer the Calder Teachers Survey (CTS) in May.",
            "CTS",
            ["Calder Teaching Survey", "Calder Teachers Survey"],
        ),
        (
            "Members of the Lund Film Society (LFS) meet weekly.\n\nThe Lund Film School (LFS) owns a projector.",
            "LFS",
            ["Lund Film Society", "Lund Film School"],
        ),
    ],
)
def test_spelt_out_twice(text: str, acronym: str, expansions: list[str]) -> None:
    (finding,) = conflicts(text)
    assert (finding.rule, finding.kind, finding.severity) == ("acronym-spelt-once", "definition", "warning")
    assert [position.value for position in finding.positions] == expansions
    assert finding.message == f'{acronym} stands for "{expansions[0]}" and "{expansions[1]}" in a'
    assert f"a spells {acronym} out in 2 ways" in finding.explanation


@pytest.mark.parametrize(
    "texts",
    [
        ("The Joint Harbour Rescue Exercise (JHRE) began well. Later the JHRE grew.",),
        ("The Inland Ports Agency (IPA) dredges. The Inland Ports Agency (IPA) is old.",),
        # The same words but for small ones and plurals.
        ("The Agency for Inland Ports (AIP) dredges. The Agency for the Inland Ports (AIP) is old.",),
        ("The Inland Ports Agency (IPA) dredges. The Inland Port Agency (IPA) is old.",),
        ("The Lund-Film Society (LFS) meets. The Lund Film Society (LFS) is old.",),
        # Two things that happen to share their letters.
        ("The Inland Ports Agency (IPA) dredges. They drank an Indian pale ale (IPA).",),
        # Each text is right about its own.
        ("The Joint Harbour Rescue Exercise (JHRE) began well.", "The Joint Harbour Rescue Exchange (JHRE) grew."),
        # No acronym.
        ("The Osier Club (of Lundby) rows. The Osier Club (of Pell) swims.",),
    ],
)
def test_spelt_out_once(texts: tuple[str, ...]) -> None:
    assert [finding for finding in conflicts(*texts) if finding.kind == "definition"] == []


@pytest.mark.parametrize(
    ("text", "acronym", "expansion"),
    [
        ("The Inland Ports Agency (IPA) dredges canals.", "IPA", "Inland Ports Agency"),
        ("The Sable Bay Lifeboat Society (SBLS) was set up in 1924.", "SBLS", "Sable Bay Lifeboat Society"),
        ("Ships obey the Ferry Safety Act (FSA).", "FSA", "Ferry Safety Act"),
        ("It is run by the Department of Inland Waters (DIW).", "DIW", "Department of Inland Waters"),
    ],
)
def test_expansions_are_claims(text: str, acronym: str, expansion: str) -> None:
    (claim,) = [claim for claim in claims(text) if claim.attribute == "stands_for"]
    assert (claim.value.kind, claim.value.unit, claim.value.text) == ("text", acronym, expansion)
