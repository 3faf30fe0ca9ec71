"""One figure changed in a copy is a conflict, however it is read; issues of a series and other texts are no copies."""

from __future__ import annotations

import pytest

from checker.model.reasons import ComparisonReason
from tests.comparison.negative import assert_read, conflicts_of_read
from tests.readings import conflicts, report

KEEPER = "The Harrow Light was lit on 4 March 1836. Its keeper, Amos Pike, wrote 12 logs in Lundby. "
TRADE = (
    "The Osier Club sold {} boats. The Osier Club owns 3 sheds in Lundby. The Osier Club rents 9 quays in Port Ellery."
)


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        pytest.param(KEEPER + "Oil was burnt there since the 1870s.", "1870s", "1877s", id="no decade any more"),
        pytest.param(
            KEEPER + "Pike served there from 1901 to 1917.", "1917", "1899", id="the end before the beginning"
        ),
        pytest.param(
            KEEPER + "Pike served there between 1901 and 1917.", "1901", "1921", id="the beginning behind the end"
        ),
        pytest.param(KEEPER + "In 1841.", "1841", "1814", id="hardly a sentence"),
        pytest.param(KEEPER + "As of the count of 1851, there were 90 lamps.", "1851", "1815", id="when a value held"),
        pytest.param(KEEPER + "The mole was used until 1866.", "1866", "1896", id="an open end"),
        pytest.param(
            KEEPER + "The hall was built for a crew of 1,000 sailors.", "1,000", "800", id="as good as rounded"
        ),
        pytest.param(KEEPER + "Lamps burnt in the late 1880s.", "1880s", "1883s", id="inside the other's precision"),
        pytest.param(KEEPER + "The Harbour Pilots Act 1911 closed it.", "1911", "1921", id="the year in a law's name"),
        pytest.param("# Harrow Light (1836 lamp)\n\n" + KEEPER, "1836 lamp", "1863 lamp", id="the year in the title"),
    ],
)
def test_one_figure_changed(text: str, old: str, new: str) -> None:
    changed = text.replace(old, new)
    assert len(conflicts(text, changed)) == len(conflicts(changed, text)) == 1
    assert conflicts_of_read(text, text) == conflicts_of_read(changed, changed) == []


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param(TRADE.format("1,200"), TRADE.format("1200"), id="one value written twice"),
        pytest.param(TRADE.format("12.04 million"), TRADE.format("12 million"), id="rounded"),
        pytest.param(
            "# Osier Club: accounts of 2015\n\n" + TRADE.format(400),
            "# Osier Club: accounts of 2016\n\n" + TRADE.format(431),
            id="two issues of a series",
        ),
        pytest.param(
            "In 1841. The keeper had 3 dogs. Lamps: 4. Oil: 60 barrels.",
            "In 1814. The keeper had 5 dogs. Lamps: 9. Oil: 90 barrels.",
            id="most figures differ",
        ),
        pytest.param("In 1841. The Tarn Dock was dug.", "In 1814. The Elm Pier was sunk.", id="other names"),
    ],
)
def test_no_edited_copies(left: str, right: str) -> None:
    told = report(left, right)
    assert_read(told.claims, (left, right))
    assert [c for c in told.comparisons if c.reason.code is ComparisonReason.EDITED_COPY] == []
