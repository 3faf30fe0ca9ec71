"""References to other works, and brackets and years that are none."""

from __future__ import annotations

import pytest

from tests.readings import claims
from tests.text.shapes import document


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("The mole is older (Harrow 2011: 34).", ""),
        ("The mole is older (see Harrow and Pike 2011, pp. 34-36, n. 7).", ""),
        ("Trade fell (Harrow 1998, 12-14; Pike 1999).", ""),
        ("Trade fell (Harrow et al. 1998).", ""),
        ("Trade fell (Harrow & Pike, 1998).", ""),
        ("The games (Marlow and Lundby 1998) were wet.", "1998"),
        ("Trade fell (Harrow, Pike & van der Meer, 1998a; 2001; cf. Tern 1977: 4, 6).", ""),
        ("Pike 2003, n. 456, says so.", ""),
        ("See Pike 2003, pp. 4-6, nn. 12, 14, pl. XII.", ""),
        ("The games (Marlow 1998) were wet.", "1998"),
        ("The games (Marlow 1998, 12 teams) were wet.", "1998 12"),
        ("In May 2003, no ship came.", "2003"),
        ("The mill of Marlow was sold in 1998, 12 years on.", "1998 12"),
        ("It opened (12 May 1998; 40 guests).", "12 1998 40"),
        ("The Marlow (opened 1998: 34 rooms) is an inn.", "1998 34"),
    ],
)
def test_references(text: str, left: str) -> None:
    read = document(text)
    assert len(read.plain) == len(read.text)
    assert " ".join(word.strip("().,;:") for word in read.plain.split() if any(map(str.isdigit, word))) == left


def test_entries_of_works() -> None:
    text = (
        "# Piers\n\nThe pier has 12 lamps.\n\n"
        "Harrow, J. K. (1998). The piers of the north. Journal of Piers, 12(3), 45-67.\n\n"
        "Pike, A., Tern, B. & Heron, C. 2004. “Lamps of 40 piers.” Marlow: Weir.\n\n"
        "Harrow, J. was born in 1931.\n"
    )
    assert [claim.value.text for claim in claims(text)] == ["12", "1931"]
