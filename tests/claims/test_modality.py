"""A denied, planned, requested, reported or conditional statement is told from a plain one."""

from __future__ import annotations

import pytest

from tests.readings import stated


@pytest.mark.parametrize(
    ("text", "value", "modality"),
    [
        # Plain statements.
        ("The Corran Trust was founded in 1911.", "1911", "asserted"),
        ("Calder College has 2,300 students.", "2,300", "asserted"),
        ("The Pell Museum, which would later move, opened in 1932.", "1932", "asserted"),
        ("The Harlow Bridge is not only old but also 412 metres long.", "412 metres", "asserted"),
        ("No fewer than 412 members belong to the Osier Club.", "No fewer than 412", "asserted"),
        ("The Osier Club has no debts and 412 members.", "412", "asserted"),
        ("Clara Voss, who never married, was born in 1901.", "1901", "asserted"),
        ("Born in 1901, Clara Voss never married.", "1901", "asserted"),
        ("The Will Marlow Trust was founded in 1911.", "1911", "asserted"),
        ("The Osier Club, whose May Regatta is famous, was founded in 1868.", "1868", "asserted"),
        ("Not only the Tarn Tunnel was opened in 1899.", "1899", "asserted"),
        ("Even if it rained, the Tarn Tunnel opened in 1899.", "1899", "asserted"),
        # What lies ahead.
        ("The Tarn Tunnel will not only open in 2031 but also help Lundby.", "2031", "projected"),
        ("The Tarn Tunnel will open in 2031.", "2031", "projected"),
        ("The Tarn Tunnel is scheduled to open in 2031.", "2031", "projected"),
        ("The Tarn Tunnel is expected to cost $90 million.", "$90 million", "projected"),
        ("Bruma Steel plans to hire 400 people.", "400", "projected"),
        ("The Pell Museum is due to reopen in May 2030.", "May 2030", "projected"),
        ("The population of Lundby is projected to reach 31,000 by 2040.", "31,000", "projected"),
        ("Calder College aims to enrol 3,000 students.", "3,000", "projected"),
        ("The Harlow Bridge was to be finished in 1905.", "1905", "projected"),
        ("The upcoming Lantern Festival expects 40,000 visitors.", "40,000", "projected"),
        ("The Tarn Tunnel was originally planned to open in 1896.", "1896", "projected"),
        # What is asked for.
        ("The Inland Ports Agency requested $12 million for 2011.", "$12 million", "requested"),
        ("The Pell Museum is seeking $3 million for a new roof.", "$3 million", "requested"),
        ("The Osier Club asked for £4,000 from the county.", "£4,000", "requested"),
        ("The mayor called for $9 million for the Harlow Bridge.", "$9 million", "requested"),
        ("The Corran Trust applied for a grant of £20,000.", "£20,000", "requested"),
        # What somebody is said to say.
        ("According to the mayor, the Harlow Bridge cost £2.1 million.", "£2.1 million", "reported"),
        ("Critics say the Tarn Tunnel cost $120 million.", "$120 million", "reported"),
        ("The Osier Club is said to have been founded in 1868.", "1868", "reported"),
        ("The Osier Club claims to have 412 members.", "412", "reported"),
        ("Bruma Steel reportedly employs 5,200 people.", "5,200", "reported"),
        ("The Pell Museum was allegedly founded in 1820.", "1820", "reported"),
        ("Legend has it that the Saint Ida Church was built in 1021.", "1021", "reported"),
        ("A spokesman said the Lund Line carried 84,000 passengers in 1967.", "84,000", "reported"),
        ("It is believed that the Corran Trust was founded in 1909.", "1909", "reported"),
        ("The Harlow Bridge, the mayor claimed, cost £2.1 million.", "£2.1 million", "reported"),
        # What is denied.
        ("The Corran Trust was not founded in 1909.", "1909", "negated"),
        ("The Osier Club never had 600 members.", "600", "negated"),
        ("The Tarn Tunnel did not cost $120 million.", "$120 million", "negated"),
        ("Contrary to what is often read, the Pell Museum was not opened in 1930.", "1930", "negated"),
        ("It is a myth that the Saint Ida Church was built in 1021.", "1021", "negated"),
        ("The Lund Line no longer employs 400 people.", "400", "negated"),
        ("The Harlow Bridge wasn't opened in 1905.", "1905", "negated"),
        # What was put right.
        ("The Corran Trust was founded not in 1909 but in 1911.", "1909", "negated"),
        ("The Corran Trust was founded not in 1909 but in 1911.", "1911", "asserted"),
        ("The Corran Trust was founded in 1911, not 1909.", "1909", "negated"),
        ("The Corran Trust was founded in 1911, not 1909.", "1911", "asserted"),
        ("The Osier Club has 412 members rather than 600.", "412", "asserted"),
        # What holds only on a condition.
        ("If the county agrees, the Pell Museum receives $3 million.", "$3 million", "hypothetical"),
        ("The Pell Museum could reopen in 2030.", "2030", "hypothetical"),
        ("The Tarn Tunnel might cost $120 million.", "$120 million", "hypothetical"),
        ("Perhaps the Osier Club was founded in 1866.", "1866", "hypothetical"),
        ("Unless a buyer is found, Bruma Steel dismisses 400 workers.", "400", "hypothetical"),
        ("The Saint Ida Church may have been built in 1021.", "1021", "hypothetical"),
        ("Whether the Osier Club was founded in 1866 is unknown.", "1866", "hypothetical"),
        # Only the value's own clause counts.
        ("The Tarn Tunnel will close for repairs; it was opened in 1899.", "1899", "asserted"),
        ("The Pell Museum opened in 1932; it will reopen in 2030.", "1932", "asserted"),
        ("The Pell Museum opened in 1932; it will reopen in 2030.", "2030", "projected"),
        ("The Lund Line did not buy the ship: the Marigold Star was launched in 1954.", "1954", "asserted"),
        ("The Pell Museum, which opened in 1932, will close for a year.", "1932", "asserted"),
        ("The Corran Trust, founded in 1911, will move to Pell.", "1911", "asserted"),
        ("The Corran Trust was founded in 1911 and will move to Pell.", "1911", "asserted"),
        ("Although the mayor did not come, the Harlow Bridge was opened in 1907.", "1907", "asserted"),
    ],
)
def test_modality(text: str, value: str, modality: str) -> None:
    (claim,) = stated(text, value)
    assert claim.modality == modality
