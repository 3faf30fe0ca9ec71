"""A value holds for the time, place, population and stage of its clause; a date that only scopes dates no event."""

from __future__ import annotations

import pytest

from tests.readings import stated


@pytest.mark.parametrize(
    ("text", "value", "low", "high"),
    [
        ("Calder College had an endowment of $412 million in 2019.", "$412 million", "2019-01-01", "2019-12-31"),
        (
            "Bruma Steel had revenue of $9 million in 2020, up from $8 million a year earlier.",
            "$8 million",
            "2019-01-01",
            "2019-12-31",
        ),
        ("In 2019 the endowment of Calder College was $371 million.", "$371 million", "2019-01-01", "2019-12-31"),
        ("As of June 2010, the Osier Club had 412 members.", "412", "2010-06-01", "2010-06-30"),
        ("Bruma Steel had revenue of £41 million (2022: £39 million).", "£39 million", "2022-01-01", "2022-12-31"),
        (
            "Bruma Steel's sales rose from £30 million in 2020 to £40 million in 2023.",
            "£30 million",
            "2020-01-01",
            "2020-12-31",
        ),
        ("The Osier Club had 412 members as of 1 June 2010.", "412", "2010-06-01", "2010-06-01"),
        ("Lundby had 23,400 inhabitants at the 2001 census.", "23,400", "2001-01-01", "2001-12-31"),
        ("According to the 2001 census, Lundby had 23,400 inhabitants.", "23,400", "2001-01-01", "2001-12-31"),
        ("The Inland Ports Agency spent $85 million in FY1999.", "$85 million", "1998-10-01", "1999-09-30"),
        (
            "For fiscal year 1999 the Inland Ports Agency had a budget of $85 million.",
            "$85 million",
            "1998-10-01",
            "1999-09-30",
        ),
        ("The Lund Line carried 84,000 passengers in 1967.", "84,000", "1967-01-01", "1967-12-31"),
        ("During 1967, the Lund Line carried 84,000 passengers.", "84,000", "1967-01-01", "1967-12-31"),
        ("Between 1960 and 1970 the Lund Line carried 840,000 passengers.", "840,000", "1960-01-01", "1970-12-31"),
        ("From 1960 to 1970 the Lund Line carried 840,000 passengers.", "840,000", "1960-01-01", "1970-12-31"),
        ("In the 1960s the Lund Line carried 840,000 passengers.", "840,000", "1960-01-01", "1969-12-31"),
        ("In March 1998 Bruma Steel employed 5,200 people.", "5,200", "1998-03-01", "1998-03-31"),
        ("Bruma Steel employed 5,200 people in 1998 and 4,100 in 2004.", "5,200", "1998-01-01", "1998-12-31"),
        ("Bruma Steel employed 5,200 people in 1998 and 4,100 in 2004.", "4,100", "2004-01-01", "2004-12-31"),
        ("Enrolment at Calder College rose from 1,900 in 1998 to 2,300 in 2008.", "1,900", "1998-01-01", "1998-12-31"),
        ("Enrolment at Calder College rose from 1,900 in 1998 to 2,300 in 2008.", "2,300", "2008-01-01", "2008-12-31"),
        ("Lundby had 23,400 inhabitants in 2001; by 2011 it had 25,900.", "25,900", "2011-01-01", "2011-12-31"),
        ("The population of Lundby was 23,400 (2001).", "23,400", "2001-01-01", "2001-12-31"),
        ("The Pell Museum drew 96,000 visitors in 2014, when entry was free.", "96,000", "2014-01-01", "2014-12-31"),
        (
            "Bruma Steel made a profit of $4 million in the third quarter of 2018.",
            "$4 million",
            "2018-07-01",
            "2018-09-30",
        ),
        ("Bruma Steel hired 400 men after its owners dreamt of 1929.", "400", "1929-01-01", "1929-12-31"),
        ("Prior year $8 million came to Bruma Steel in 2020.", "$8 million", "2019-01-01", "2019-12-31"),
        ("Since 1911 the Corran Trust has repaired 58 towers.", "58", "1911-01-01", None),
        ("The Corran Trust has repaired 58 towers since 1911.", "58", "1911-01-01", None),
        ("In 1999 the Osier Club had 412 members in May.", "412", "1999-01-01", "1999-12-31"),
        ("On 4 May the Osier Club, founded in Lundby, had 412 members in 1999.", "412", "1999-01-01", "1999-12-31"),
        ("In the 2015-16 season the Tarn Stadium drew 210,000 spectators.", "210,000", "2015-01-01", "2016-12-31"),
    ],
)
def test_time(text: str, value: str, low: str | None, high: str | None) -> None:
    (claim,) = stated(text, value)
    assert (claim.scope.low, claim.scope.high, claim.scope.basis) == (low, high, "stated")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Calder College has an endowment of $412 million.", "$412 million"),
        ("The Osier Club has 412 members.", "412"),
        ("After the great storm of 1911, the Osier Club had 412 members.", "412"),
        ("Bruma Steel hired 400 men after its crash of 1929.", "400"),
        ("Edwin Marlow, born in 1841, gave $40,000 to the club.", "$40,000"),
        ("Bruma Steel had a profit of £38 million, up from £33 million in 2022.", "£38 million"),
        ("Bruma Steel had revenue of £41 million (2022: £39 million).", "£41 million"),
        ("Bruma Steel had revenue of £41 million (£39 million in 2022).", "£41 million"),
        ("Bruma Steel had 2,140 employees, compared with 2,300 in 2021.", "2,140"),
    ],
)
def test_no_time_is_borrowed_from_another_fact(text: str, value: str) -> None:
    (claim,) = stated(text, value)
    assert (claim.scope.time, claim.scope.basis) == (None, "unknown")


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Calder College had an endowment of $412 million in 2019.", "2019"),
        ("As of June 2010, the Osier Club had 412 members.", "June 2010"),
        ("Lundby had 23,400 inhabitants at the 2001 census.", "2001"),
        ("The Inland Ports Agency spent $85 million in FY1999.", "FY1999"),
        ("The Lund Line carried 84,000 passengers in 1967.", "1967"),
        ("In 2019 the endowment of Calder College was $371 million.", "2019"),
        ("Bruma Steel employed 5,200 people in 1998 and 4,100 in 2004.", "1998"),
        ("Bruma Steel employed 5,200 people in 1998 and 4,100 in 2004.", "2004"),
        ("The population of Lundby was 23,400 (2001).", "2001"),
        ("In March 1998 Bruma Steel employed 5,200 people.", "March 1998"),
        ("For fiscal year 1999 the Inland Ports Agency had a budget of $85 million.", "fiscal year 1999"),
        ("Enrolment at Calder College rose from 1,900 in 1998 to 2,300 in 2008.", "1998"),
        ("During 1967, the Lund Line carried 84,000 passengers.", "1967"),
        ("The Pell Museum drew 96,000 visitors in 2014.", "2014"),
    ],
)
def test_a_date_that_only_scopes_tells_of_nothing_else(text: str, date: str) -> None:
    assert {claim.attribute for claim in stated(text, date)} <= {"as_of"}


@pytest.mark.parametrize(
    ("text", "value", "place"),
    [
        (
            "Calder College has a campus in Kenya and one in Lund, more than 40 laboratories and a farm.",
            "more than 40",
            None,
        ),
        ("Calder College has over 40 laboratories, including three in Kenya.", "over 40", None),
        ("In Kenya, Calder College has 40 laboratories.", "40", "kenya"),
        ("The Lund Line carried 84,000 passengers in Norway in 1967.", "84,000", "norway"),
        ("Bruma Steel employs 900 people in Chile.", "900", "chile"),
        ("The Corran Trust trained 120 keepers from Portugal.", "120", "portugal"),
        ("In Kenya the Corran Trust has 40 volunteers.", "40", "kenya"),
        ("The Harrow Exchange trained 310 Chilean pilots in 1988.", "310", "chile"),
        ("Bruma Steel employs 5,200 people.", "5,200", None),
        ("The Osier Club in Lundby has 412 members.", "412", None),
    ],
)
def test_place(text: str, value: str, place: str | None) -> None:
    (claim,) = stated(text, value)
    assert claim.scope.place == place


@pytest.mark.parametrize(
    ("text", "value", "population"),
    [
        ("Calder College has 310 foreign students.", "310", "foreign"),
        ("Calder College has 900 female students.", "900", "female"),
        ("Calder College has 410 part-time students.", "410", "part-time"),
        ("The Osier Club has 60 junior members.", "60", "junior"),
        ("The Osier Club has 14 honorary members.", "14", "honorary"),
        ("Bruma Steel employs 300 part-time workers.", "300", "part-time"),
        ("The Sable Bay Flood killed 9 children.", "9", "children"),
        ("Calder College has 2,300 students.", "2,300", None),
        ("The Osier Club has 412 members.", "412", None),
    ],
)
def test_population(text: str, value: str, population: str | None) -> None:
    (claim,) = stated(text, value)
    assert claim.scope.population == population


@pytest.mark.parametrize(
    ("text", "value", "stage"),
    [
        ("The Inland Ports Agency requested $12 million for 2011.", "$12 million", "requested"),
        ("The Lundby Council's budget request of $400,000 failed.", "$400,000", "requested"),
        ("Congress appropriated $50 million for the Inland Ports Agency in 1999.", "$50 million", "appropriated"),
        ("The county allocated £1.8 million to the Pell Museum.", "£1.8 million", "allocated"),
        ("Lawmakers earmarked $1 million for the Tarn Tunnel.", "$1 million", "earmarked"),
        ("The Inland Ports Agency spent $26 million on dredging.", "$26 million", "spent"),
        ("Expenditure of £14,000 was reported by the Osier Club.", "£14,000", "spent"),
        ("The Corran Trust received $186,000 in grants.", "$186,000", "received"),
        ("The Inland Ports Agency has a budget of $85 million.", "$85 million", None),
        ("Parliament authorised £3 million for the Harlow Bridge.", "£3 million", "authorized"),
    ],
)
def test_stage(text: str, value: str, stage: str | None) -> None:
    (claim,) = stated(text, value)
    assert claim.scope.stage == stage


@pytest.mark.parametrize(
    ("text", "value", "cumulative"),
    [
        ("Since 1911 the Corran Trust has repaired 58 towers.", "58", True),
        ("The Harrow Exchange has trained 9,000 pilots so far.", "9,000", True),
        ("To date the Lantern Prize has gone to 41 writers.", "41", True),
        ("In all, the Harrow Exchange has trained 9,000 pilots over the years.", "9,000", True),
        ("Since 1911 the Corran Trust has worked in 58 ports.", "58", True),
        ("The Osier Club has 412 members.", "412", False),
        ("The Harrow Exchange trained 310 pilots in 1988.", "310", False),
        ("Each year the Harrow Exchange trains 310 pilots.", "310", False),
    ],
)
def test_running_totals(text: str, value: str, cumulative: bool) -> None:
    (claim,) = stated(text, value)
    assert claim.scope.cumulative is cumulative


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Bruma Steel employs 340 people and was founded in 1921.", "340"),
        ("The Osier Library, completed in 1967, holds 310,000 volumes.", "310,000"),
        ("Founded in 1871, Calder College has 2,300 students.", "2,300"),
    ],
)
def test_a_date_of_another_verb_is_no_scope(text: str, value: str) -> None:
    (claim,) = stated(text, value)
    assert claim.scope.time is None


@pytest.mark.parametrize(
    ("text", "population"),
    [
        ("Net sales rose; fourth-quarter sales came to €201.3 million.", "fourth quarter"),
        ("Fourth-quarter sales rose; net sales came to €201.3 million.", None),
    ],
)
def test_the_part_of_a_year_is_told_between_the_marks(text: str, population: str | None) -> None:
    (claim,) = stated(f"# Bruma Steel\n\n{text}", "€201.3 million")
    assert claim.scope.population == population
