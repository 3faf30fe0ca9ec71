"""An acronym that one text spells out in two ways is found; two things of one acronym, or two texts, are not."""

from __future__ import annotations

import pytest

from checker.language.expansions import expansion, rivals
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
        (
            "The Lund Port & Dredging Council (LP&DC) met. The Lund Port and Dredging Committee (LP&DC) agreed.",
            "LP&DC",
            ["Lund Port & Dredging Council", "Lund Port and Dredging Committee"],
        ),
        (
            "The Canal Toll Reform Act of 1931 (CTRA) holds. Ships obey the Canal Trade Reform Act of 1931 (CTRA).",
            "CTRA",
            ["Canal Toll Reform Act of 1931", "Canal Trade Reform Act of 1931"],
        ),
        # The second of three spellings is the first again.
        (
            "The Inland Ports Agency (IPA) dredges. The Inland Port Agency (IPA). The Inland Pilots Agency (IPA).",
            "IPA",
            ["Inland Ports Agency", "Inland Pilots Agency"],
        ),
    ],
)
def test_spelt_out_twice(text: str, acronym: str, expansions: list[str]) -> None:
    (finding,) = conflicts(text)
    assert (finding.rule, finding.kind, finding.severity) == ("acronym-spelt-once", "definition", "warning")
    assert [position.value for position in finding.positions] == expansions
    assert finding.message == f'{acronym} stands for "{expansions[0]}" and for "{expansions[1]}": a'
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
        ("The Canal Dues & Tolls Act (CDTA) holds. Ships obey the Canal Dues and Tolls Act of 1931 (CDTA).",),
        ("The Port Reclamation and Enforcement Unit (PREU). The Port Reclamation, and Enforcement Unit (PREU).",),
        ("Many use Signals over Lund Protocol (SoLP). Others call Signals over LP (SoLP) slow.",),
        ("Many use Signals over LP (SoLP). Others call Signals over Lund Protocol (SoLP) slow.",),
        ("The Office of Tolls (OT) is new. Ask the new Office of Tolls (OT).",),
        ("The Lund Film Society (LFS) meets. THE LUND FILM SOCIETY (LFS)",),
        ("The Lund Harbours Organisation (LHO) met. The Lund Harbours Organization (LHO) met.",),
        ("Free/Libre Tide Tables (FLTT) help. The Free/Libre and Tide Tables (FLTT) help.",),
        # Words that the letters are only found in, a loose gloss.
        ("The All-Lund Angling Council (ALAC) met. They want All-Lund means for anglers and boat clubs (ALAC).",),
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


@pytest.mark.parametrize(
    ("acronym", "one", "other", "expected"),
    [
        ("IPA", "Inland Ports Agency", "Inland Pilots Agency", True),
        ("IPA", "Inland Ports Agency", "Inland Port's Agency", False),
        ("IPA", "Inland Ports Agency", "the busy Inland Ports Agency", False),
        ("IPA", "Inland Ports Agency", "Irish Pale Ale", False),
        ("OH", "of Harbours", "Office of Harbours", False),
        ("OH", "Office of Harbours", "Office of Housing", True),
        ("CTA", "Canal Tolls Act of 1931", "Canal Tolls Act of 1962", True),
        ("CTA", "Canal Tolls Act", "Canal Tolls Act of 1962", False),
        ("NTP", "National Theatre Programme", "National Theater Program", False),
        ("USHB", "United States Harbour Board", "US Harbor Board", False),
        ("UTA", "Utility Agency", "Utilities Agency", False),
    ],
)
def test_rivals(acronym: str, one: str, other: str, expected: bool) -> None:
    first, second = expansion(acronym, one), expansion(acronym, other)
    assert rivals(first, second) is rivals(second, first) is expected
