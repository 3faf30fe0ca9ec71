"""What a value is said to include or to leave out is part of its scope."""

from __future__ import annotations

import pytest

from tests.readings import stated

HOTEL = "# Tarn Hotel\n\n"


@pytest.mark.parametrize(
    ("text", "value", "included", "excluded"),
    [
        ("The double room costs £120 with breakfast.", "£120", ("breakfast",), ()),
        ("The room costs £120 with breakfast and £100 without breakfast.", "£120", ("breakfast",), ()),
        ("The room costs £120 with breakfast and £100 without breakfast.", "£100", (), ("breakfast",)),
        ("The Tarn Hotel has 12 staff excluding volunteers.", "12", (), ("volunteer",)),
        ("The Tarn Hotel has 12 staff, not including volunteers.", "12", (), ("volunteer",)),
        ("The Tarn Hotel has 12 staff, including volunteers and trustees.", "12", ("volunteer", "trustee"), ()),
        ("Excluding volunteers, the Tarn Hotel has 12 staff.", "12", (), ("volunteer",)),
        ("Without breakfast a night at the Tarn Hotel costs £80.", "£80", (), ("breakfast",)),
        ("The fee is £40, lunch included.", "£40", ("lunch",), ()),
        ("The fee is £40, lunch is not included.", "£40", (), ("lunch",)),
        ("- is extra: a £40 fee for guests\n- has no lift", "£40", (), ()),
        ("- Lunch is extra at £40 for guests\n- has no lift", "£40", (), ()),
        ("The fee was £40 £50 with lunch.", "£40", (), ()),
        ("The fee was £40 £50 with lunch.", "£50", ("lunch",), ()),
        ("The fee of £40 does not include lunch.", "£40", (), ("lunch",)),
        ("The fee is £40 (excl. VAT).", "£40", (), ("vat",)),
        ("Supper costs £35 a head with wine.", "£35", ("wine",), ()),
        ("The Tarn Hotel paid £35,000 for a wing that it shares with farmers.", "£35,000", (), ()),
        ("The Tarn Hotel has 12 staff with keys.", "12", (), ()),
        ("The Tarn Hotel has 12 staff; the rent includes heating.", "12", (), ()),
        ("The Tarn Hotel has 12 staff.", "12", (), ()),
    ],
)
def test_inclusions(text: str, value: str, included: tuple[str, ...], excluded: tuple[str, ...]) -> None:
    (claim,) = stated(HOTEL + text, value)
    assert (claim.scope.included, claim.scope.excluded) == (included, excluded)
