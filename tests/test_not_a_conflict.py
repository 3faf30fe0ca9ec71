"""What differs and yet is no conflict, class by class: two texts that careful readers would both believe."""

from __future__ import annotations

import pytest

from tests.readings import conflicts

# What makes each pair speak of one thing beyond doubt.
COLLEGE = "Calder College was founded on 3 May 1871 in Tarn Hill by the Reverend Amos Pike. "
TOWN = "Lundby is a town on the River Tern; its charter was granted on 2 July 1311. "
AGENCY = "The Inland Ports Agency (IPA) was created on 14 March 1949 by President Harlan Moss. "
BRIDGE = "The Harlow Bridge was opened on 9 June 1907 by Queen Matilda. "
MUSEUM = "The Pell Museum of Seafaring was opened on 4 May 1932 by Lady Maud Corran. "
COMPANY = "Bruma Steel was founded on 12 October 1884 by Otto Lund in Port Ellery. "
PERSON = "Clara Voss was a glass painter, born on 4 April 1901 in Lundby. "
SHIP = "The ferry Elsie Marlow was launched on 12 March 1954 at Port Ellery. "
FILM = "The film Night Ferry was released on 12 October 1963 and was directed by Ida Lund. "
CLUB = "The Osier Rowing Club was founded on 1 August 1868 by Edwin Marlow. "

CLASSES = {
    "a newer value": [
        (TOWN + "Lundby had 23,400 inhabitants in 2001.", TOWN + "Lundby had 25,900 inhabitants in 2011."),
        (AGENCY + "In 1999 the IPA had a budget of $85 million.", AGENCY + "The IPA's budget was $97 million in 2004."),
        (
            COLLEGE + "Calder College had 1,900 students in 1998.",
            COLLEGE + "As of 2008, Calder College has 2,300 students.",
        ),
        (
            COMPANY + "In 1998 Bruma Steel employed 5,200 people.",
            COMPANY + "By 2004 Bruma Steel employed only 4,100 people.",
        ),
        (CLUB + "The club had 412 members in 1990.", CLUB + "In 2010 the club counted 655 members."),
        (CLUB + "In 1990 the club had 412 members in May.", CLUB + "In 2010 the club had 655 members in May."),
        (CLUB + "The club had 412 members in May.", CLUB + "The club had 655 members on 4 June."),
        (
            COLLEGE + "Tuition at Calder College was $12,000 in 1999.",
            COLLEGE + "Tuition at Calder College is now $18,400.",
        ),
        (MUSEUM + "The museum drew 96,000 visitors in 2014.", MUSEUM + "In 2015 the museum drew 71,000 visitors."),
        (COMPANY + "Bruma Steel employs 5,200 people.", COMPANY + "In 2018 Bruma Steel employed 4,100 people."),
    ],
    "a refinement": [
        ("Calder College was founded in 1871 in Tarn Hill by Amos Pike.", COLLEGE),
        ("The Harlow Bridge was opened in June 1907 by Queen Matilda.", BRIDGE),
        (PERSON + "Clara Voss died in 1984.", PERSON + "Clara Voss died on 9 May 1984."),
        (SHIP + "The Elsie Marlow sank in November 1971.", SHIP + "The Elsie Marlow sank on 2 November 1971."),
        (MUSEUM + "It was built in the 1920s.", MUSEUM + "The museum was built in 1926."),
        (CLUB + "The club was dissolved in the early 1950s.", CLUB + "The club was dissolved on 4 July 1952."),
        ("The Inland Ports Agency was created in the late 1940s by President Harlan Moss.", AGENCY),
    ],
    "another scope": [
        (COLLEGE + "Calder College has 2,300 students.", COLLEGE + "Calder College has 310 foreign students."),
        (COLLEGE + "Calder College has 2,300 undergraduates.", COLLEGE + "Calder College has 410 graduate students."),
        (AGENCY + "The IPA spent $85 million in FY1999.", AGENCY + "The IPA spent $4 million in Chile in FY1999."),
        (
            AGENCY + "The IPA requested $97 million for 2004.",
            AGENCY + "Congress appropriated $91 million for the IPA for 2004.",
        ),
        (COMPANY + "Bruma Steel employs 5,200 people.", COMPANY + "Bruma Steel employs 900 people in Norway."),
        (
            TOWN + "Lundby had 23,400 inhabitants in 2001.",
            TOWN + "The metropolitan area of Lundby had 61,000 inhabitants in 2001.",
        ),
        (
            SHIP + "The Elsie Marlow carried 640 passengers.",
            SHIP + "The Elsie Marlow carried 640 passengers and 86 crew.",
        ),
        (
            BRIDGE + "The Harlow Bridge is 412 metres long.",
            BRIDGE + "The main span of the Harlow Bridge is 190 metres long.",
        ),
        (CLUB + "The club has 412 members.", CLUB + "The club has 60 junior members."),
        (
            COMPANY + "Revenue was €2.1 billion in 2018.",
            COMPANY + "Revenue was €0.5 billion in the third quarter of 2018.",
        ),
        (TOWN + "Lundby covers 41 square kilometres.", TOWN + "Lundby has a land area of 38 square kilometres."),
        (
            COLLEGE + "Calder College has 2,300 students, 60% of them women.",
            COLLEGE + "At Calder College 41% of the students are from abroad.",
        ),
    ],
    "another thing of the same name": [
        (
            "Bennington is a township in Ohio. Bennington, Ohio, was settled in 1806.",
            "Bennington is a township in Kansas. Bennington, Kansas, was settled in 1871.",
        ),
        ("Bennington (Ohio) had 1,104 inhabitants in 2010.", "Bennington (Kansas) had 672 inhabitants in 2010."),
        ("The Pell Museum in Norway was opened in 1932.", "The Pell Museum in Chile was opened in 1978."),
        (
            "Pell is a novel by Ida Lund. Pell was published in 1931.",
            "Pell is a town in Ohio. Pell was founded in 1806.",
        ),
        ("Marlow is a town. Marlow was founded in 1204.", "Marlow is a brewery. Marlow was founded in 1871."),
        ("Saint Ida's Church in Lundby was built in 1431.", "Saint Ida's Church in Port Ellery was built in 1902."),
    ],
    "one of several values": [
        (
            PERSON + "In 1951 Clara Voss was given the Lantern Prize.",
            PERSON + "Twelve years later, in 1963, the Lantern Prize went to Clara Voss again.",
        ),
        (
            COLLEGE + "The college was renamed in 1902, when a brewer left it his money.",
            COLLEGE + "It took its present name after it was renamed by its trustees in 1951.",
        ),
        (
            CLUB + "The club's rowers took the county cup in 1902.",
            CLUB + "Nine years on, in 1911, the club won the cup.",
        ),
        (MUSEUM + "The museum was renovated in 1961.", MUSEUM + "The museum was renovated in 1998."),
        (COMPANY + "Bruma Steel bought a foundry in 1931.", COMPANY + "Bruma Steel bought a shipyard in 1952."),
        (AGENCY + "The IPA gave $3 million to Lundby.", AGENCY + "The IPA gave $9 million to Port Ellery."),
        (PERSON + "Clara Voss has two daughters.", PERSON + "Clara Voss has one son."),
    ],
    "a condition": [
        (
            COLLEGE + "Tuition at Calder College is $18,400.",
            COLLEGE + "Tuition at Calder College is $9,200 for residents of the county.",
        ),
        (
            COLLEGE + "Tuition at Calder College is $18,400.",
            COLLEGE + "If the grant ends, tuition at Calder College rises to $21,000.",
        ),
        (SHIP + "The Elsie Marlow reaches 19 knots.", SHIP + "In calm water the Elsie Marlow could reach 23 knots."),
        (
            MUSEUM + "The museum has room for 300 people.",
            MUSEUM + "With both wings open, the museum would have room for 500 people.",
        ),
        (
            BRIDGE + "The Harlow Bridge opened in 1907.",
            BRIDGE + "Had the strike gone on, the Harlow Bridge might have opened in 1909.",
        ),
        (
            AGENCY + "The IPA has a budget of $85 million.",
            AGENCY + "Unless Congress acts, the IPA will have a budget of $60 million.",
        ),
    ],
    "the same value at another precision": [
        (COLLEGE + "In 2019 its endowment was $412 million.", COLLEGE + "In 2019 its endowment was $411.6 million."),
        (TOWN + "Lundby had 23,400 inhabitants in 2001.", TOWN + "Lundby had 23,417 inhabitants in 2001."),
        (BRIDGE + "The Harlow Bridge is 412 metres long.", BRIDGE + "The Harlow Bridge is 1,352 feet long."),
        (
            COMPANY + "In 2018 Bruma Steel had revenue of €2.1 billion.",
            COMPANY + "In 2018 Bruma Steel had revenue of €2,094 million.",
        ),
        (CLUB + "The club has about 400 members.", CLUB + "The club has 412 members."),
        (CLUB + "The club has more than 400 members.", CLUB + "The club has 412 members."),
        (
            MUSEUM + "In 2014 the museum drew nearly 100,000 visitors.",
            MUSEUM + "In 2014 the museum drew 96,000 visitors.",
        ),
        (FILM + "Night Ferry runs for 97 minutes.", FILM + "Night Ferry runs for 1 hour 37 minutes."),
        (SHIP + "The Elsie Marlow was 120 m long.", SHIP + "The Elsie Marlow was 120.3 metres long."),
        (
            COLLEGE + "Calder College has between 2,000 and 2,500 students.",
            COLLEGE + "Calder College has 2,300 students.",
        ),
    ],
    "a growing total": [
        (
            MUSEUM + "By the end of 1965 the museum had welcomed 2 million visitors.",
            MUSEUM + "From 1932 to 1990 more people came than live in the county: 5 million visitors in all.",
        ),
        (
            COLLEGE + "In its first ten years Calder College graduated 310 nurses.",
            COLLEGE + "To date, 11,000 nurses have graduated from Calder College.",
        ),
        (
            CLUB + "Between 1900 and 1920 the club won 14 medals.",
            CLUB + "Between 1900 and 1950 rowers of the club took 37 medals home.",
        ),
        (
            COMPANY + "Bruma Steel had built 9,000 boilers by 1911.",
            COMPANY + "When the last one left the yard in 1952, Bruma Steel had built 31,000 boilers.",
        ),
        (
            PERSON + "In 1930 Clara Voss was 29 years old.",
            PERSON + "Clara Voss was 40 years old when she moved to Pell in 1941.",
        ),
        (
            COLLEGE + "So far Calder College has trained 9,000 nurses.",
            COLLEGE + "To date Calder College has trained 11,000 nurses.",
        ),
        (
            SHIP + "By 1960 the Elsie Marlow had carried 400,000 passengers.",
            SHIP + "By 1970 the Elsie Marlow had carried 900,000 passengers.",
        ),
    ],
    "a different event in one life": [
        (BRIDGE + "Work on the Harlow Bridge began in 1902.", BRIDGE + "The Harlow Bridge was completed in May 1907."),
        (SHIP + "The Elsie Marlow was ordered in 1952.", SHIP + "The Elsie Marlow was scrapped in 1979."),
        (COLLEGE + "Calder College was chartered in 1874.", COLLEGE + "Calder College opened in 1873."),
        (MUSEUM + "The museum was planned in 1926.", MUSEUM + "The museum was dedicated in 1933."),
        (COMPANY + "Bruma Steel was incorporated in 1890.", COMPANY + "Bruma Steel was listed in 1911."),
        (FILM + "Night Ferry was shot in 1962.", FILM + "Night Ferry premiered in September 1963."),
        (PERSON + "Clara Voss graduated in 1923.", PERSON + "Clara Voss retired in 1978."),
        (CLUB + "The club closed in 1915.", CLUB + "The club reopened in 1919."),
        (AGENCY + "The agency was authorised in 1948.", AGENCY + "The agency began work in 1950."),
        (BRIDGE + "The Harlow Bridge was rebuilt in 1951.", BRIDGE + "The Harlow Bridge was widened in 1977."),
        (PERSON + "Clara Voss was baptised on 2 May 1901.", PERSON + "Clara Voss was buried on 14 May 1984."),
    ],
    "equal numbers of different things": [
        (
            COLLEGE + "Calder College has 190 professors.",
            COLLEGE + "Calder College has 190 rooms and 205 lecturers' desks.",
        ),
        (CLUB + "The club owns 60 boats.", CLUB + "The club has 60 junior members."),
        (COMPANY + "Bruma Steel owns 14 mills.", COMPANY + "Bruma Steel works in 14 countries and owns 3 mines."),
        (MUSEUM + "The museum keeps 312 ship models.", MUSEUM + "The museum keeps 290 paintings."),
        (TOWN + "Lundby has 14 schools.", TOWN + "Lundby has 9 churches."),
        (SHIP + "The Elsie Marlow had 86 cabins.", SHIP + "The Elsie Marlow had 12 lifeboats."),
        (AGENCY + "The IPA runs 44 locks.", AGENCY + "The IPA runs 17 dredgers."),
    ],
    "a plan, a claim or a denial": [
        (
            BRIDGE + "The Harlow Bridge cost £2.1 million.",
            BRIDGE + "The Harlow Bridge was expected to cost £1.4 million.",
        ),
        (COLLEGE + "Calder College has 2,300 students.", COLLEGE + "Calder College plans to enrol 3,000 students."),
        (MUSEUM + "The museum was built in 1926.", MUSEUM + "The museum was not built in 1921, as is often read."),
        (PERSON + "Clara Voss died in 1984.", PERSON + "Critics say that Clara Voss died in 1986."),
        (
            COLLEGE + "Calder College has 190 professors.",
            COLLEGE + "According to a rival, Calder College has 120 professors.",
        ),
        (CLUB + "The club has 412 members.", CLUB + "The club hopes to have 600 members."),
        (
            TOWN + "Lundby had 23,400 inhabitants in 2001.",
            TOWN + "It was projected that Lundby would have 30,000 inhabitants in 2001.",
        ),
    ],
    "two things in one sentence": [
        (
            PERSON + "Clara Voss was born in 1901 and Otto Voss in 1905.",
            PERSON + "Otto Voss was born in 1905 and Clara Voss in 1901.",
        ),
        (
            MUSEUM + "The museum opened in 1932, the Tarn Gallery in 1961.",
            MUSEUM + "The Tarn Gallery opened in 1961; by then the museum was 29 years old.",
        ),
        (
            "The Pell Museum opened in 1932 and the Wren Street Library in 1908.",
            "The Wren Street Library opened in 1908 and the Pell Museum in 1932.",
        ),
        (
            SHIP + "The Elsie Marlow was 120 metres long, her sister 98 metres.",
            SHIP + "The Elsie Marlow was 120 metres long and her sister was 98 metres long.",
        ),
        (
            PERSON + "Clara Voss was born in 1901, her brother in 1905.",
            PERSON + "Her brother was born in 1905, four years after Clara Voss.",
        ),
    ],
}


@pytest.mark.parametrize(
    ("left", "right"),
    [pytest.param(*pair, id=f"{name} {n}") for name, pairs in CLASSES.items() for n, pair in enumerate(pairs, 1)],
)
def test_no_conflict(left: str, right: str) -> None:
    assert [finding.message for finding in conflicts(left, right)] == []


def test_each_class_has_cases_of_its_own() -> None:
    assert all(len(pairs) >= 4 for pairs in CLASSES.values())


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (COLLEGE, "Calder College was founded on 9 October 1875 in Tarn Hill by the Reverend Amos Pike."),
        (AGENCY + "In 1999 the IPA had a budget of $85 million.", AGENCY + "The IPA's budget was $97 million in 1999."),
        (BRIDGE + "The Harlow Bridge is 412 metres long.", BRIDGE + "The Harlow Bridge is 455 metres long."),
        (
            COLLEGE + "Calder College had 1,900 students in 1998.",
            COLLEGE + "In 1998 Calder College had 2,300 students.",
        ),
        (PERSON + "Clara Voss died in 1984.", PERSON + "Clara Voss died in 1986."),
        (
            COMPANY + "In 1998 Bruma Steel employed 5,200 people.",
            COMPANY + "In 1998 Bruma Steel employed 4,100 people.",
        ),
        (FILM + "Night Ferry runs for 97 minutes.", FILM + "Night Ferry runs for 112 minutes."),
    ],
)
def test_the_same_words_can_conflict(left: str, right: str) -> None:
    """These pairs differ from those above in what makes them no conflict, and in nothing else."""
    assert len(conflicts(left, right)) == 1
