"""A value is bound to the thing its clause tells of and to what the clause says of it, in any field."""

from __future__ import annotations

import pytest

from tests.readings import claims, told


@pytest.mark.parametrize(
    ("text", "about", "attribute", "value"),
    [
        # The subject of a passive.
        ("The Corran Trust was founded in 1911 by Lady Maud Corran.", "Corran Trust", "founded", "1911"),
        ("Calder College was established on 3 May 1871.", "Calder College", "founded", "3 May 1871"),
        ("The Ardle Viaduct was opened on 9 June 1877 by the mayor.", "Ardle Viaduct", "opened", "9 June 1877"),
        ("The Harlow Bridge was built between 1902 and 1907.", "Harlow Bridge", "built", "between 1902 and 1907"),
        ("The Pelham Gasworks was demolished in 1964.", "Pelham Gasworks", "demolished", "1964"),
        ("The Tern Valley Railway was dissolved in 1923.", "Tern Valley Railway", "closed", "1923"),
        ("The Corn Exchange was damaged by fire and was restored in 1988.", "Corn Exchange", "renovated", "1988"),
        ("The steamship Ellery was sunk on 2 November 1916 off Cape Tarn.", "Ellery", "sunk", "2 November 1916"),
        ("The Sloe Harbour Act was passed in 1886.", "Sloe Harbour Act", "enacted", "1886"),
        ("The Weir Street Theatre was renamed in 1931.", "Weir Street Theatre", "renamed", "1931"),
        ("Joan Tressider was born on 4 April 1902 in Pell.", "Joan Tressider", "born", "4 April 1902"),
        ("The Brindle Brewery was acquired by a rival in 1987.", "Brindle Brewery", "acquired", "1987"),
        ("The Fenwick Orchestra was disbanded in 1951.", "Fenwick Orchestra", "closed", "1951"),
        ("The Lantern Prize was created in 1979 and is given every spring.", "Lantern Prize", "founded", "1979"),
        ("The film The Glass Harbour was released on 12 October 1963.", "Glass Harbour", "released", "12 October 1963"),
        ("Dunmore Hall was dedicated in September 1926.", "Dunmore Hall", "dedicated", "September 1926"),
        # The object of an active verb.
        ("Parliament founded the Corran Trust in 1911.", "Corran Trust", "founded", "1911"),
        ("Edwin Marlow founded the Pell Observatory in 1893.", "Pell Observatory", "founded", "1893"),
        (
            "In 1924 three fishermen set up the Sable Bay Lifeboat Society.",
            "Sable Bay Lifeboat Society",
            "founded",
            "1924",
        ),
        ("The county opened the Wren Street Library in 1908.", "Wren Street Library", "opened", "1908"),
        ("Queen Matilda opened the Tarn Tunnel on 1 July 1899.", "Tarn Tunnel", "opened", "1 July 1899"),
        ("Congress created the Inland Ports Agency in 1949.", "Inland Ports Agency", "founded", "1949"),
        ("In 1855 Parliament abolished the Corn Board.", "Corn Board", "closed", "1855"),
        ("The city demolished the Old Granary in 1971.", "Old Granary", "demolished", "1971"),
        ("A rival, Lund Foods, bought the Brindle Brewery in 1987.", "Brindle Brewery", "acquired", "1987"),
        # The subject of an active verb.
        ("The Pell Museum opened in 1932.", "Pell Museum", "opened", "1932"),
        ("The Northern Ferry Company closed in 1963.", "Northern Ferry Company", "closed", "1963"),
        ("Edwin Marlow died on 30 January 1932.", "Edwin Marlow", "died", "30 January 1932"),
        ("Clara Voss retired in 1978.", "Clara Voss", "retired", "1978"),
        ("The Osier Club has 412 members.", "Osier Club", "members", "412"),
        ("Calder College enrols 2,300 students.", "Calder College", "students", "2,300"),
        ("The Lund Line carried 84,000 passengers in 1967.", "Lund Line", "passengers", "84,000"),
        ("Bruma Steel employs 5,200 people in four towns.", "Bruma Steel", "employees", "5,200"),
        ("The Ardle Viaduct cost £310,000.", "Ardle Viaduct", "cost", "£310,000"),
        ("Lundby covers 41 square kilometres.", "Lundby", "area", "41 square kilometres"),
        ("The Tarn Stadium seats 18,500 people.", "Tarn Stadium", "capacity", "18,500"),
        ("The Harrow Lighthouse stands 43 metres tall.", "Harrow Lighthouse", "height", "43 metres"),
        ("Corvin Air operates a fleet of 37 aircraft.", "Corvin Air", "fleet", "37"),
        ("Calder College charges tuition of $18,400 a year.", "Calder College", "tuition", "$18,400"),
        ("The Fenwick Archive holds 61,000 photographs.", "Fenwick Archive", "collection_size", "61,000"),
        ("The frigate Alder displaced 1,350 tons.", "Alder", "displacement", "1,350 tons"),
        # A participle behind or before its thing.
        ("The Corran Trust, founded in 1911, looks after old lighthouses.", "Corran Trust", "founded", "1911"),
        ("Founded in 1911, the Corran Trust looks after old lighthouses.", "Corran Trust", "founded", "1911"),
        ("Opened in 1877, the Ardle Viaduct carries trains to Pell.", "Ardle Viaduct", "opened", "1877"),
        ("Built in 1902, Tarn House is now a school.", "Tarn House", "built", "1902"),
        ("Established in May 1894, the Northwind Museum keeps model ships.", "Northwind Museum", "founded", "May 1894"),
        ("The Lantern Prize, created in 1979, is given every spring.", "Lantern Prize", "founded", "1979"),
        ("Tarn House, built in 1902, is now a school.", "Tarn House", "built", "1902"),
        ("Born in 1871, Edwin Marlow spent his youth at sea.", "Edwin Marlow", "born", "1871"),
        ("Visitors may climb the Harrow Lighthouse, completed in 1836.", "Harrow Lighthouse", "built", "1836"),
        ("Trains still cross the Ardle Viaduct, opened in 1877.", "Ardle Viaduct", "opened", "1877"),
        # A relative clause.
        ("The Corran Trust, which was founded in 1911, owns nine towers.", "Corran Trust", "founded", "1911"),
        ("Edwin Marlow, who was born in 1871, went to sea at fifteen.", "Edwin Marlow", "born", "1871"),
        ("The Pell Museum, which opened in 1932, is free on Sundays.", "Pell Museum", "opened", "1932"),
        ("Clara Voss, who died in 1984, left her papers to Calder College.", "Clara Voss", "died", "1984"),
        ("Clara Voss taught at Calder College, which was founded in 1871.", "Calder College", "founded", "1871"),
        # Possessives and "of".
        ("Calder College's endowment was $412 million in 2019.", "Calder College", "endowment", "$412 million"),
        ("In 2019 the endowment of Calder College was $371 million.", "Calder College", "endowment", "$371 million"),
        ("Lundby's population is 23,400.", "Lundby", "population", "23,400"),
        ("The population of Lundby was 23,400 in 2001.", "Lundby", "population", "23,400"),
        ("The length of the Harlow Bridge is 412 metres.", "Harlow Bridge", "length", "412 metres"),
        ("The Harlow Bridge's main span is 190 metres.", "Harlow Bridge", "main_span", "190 metres"),
        ("The Inland Ports Agency's budget was $85 million in 1999.", "Inland Ports Agency", "budget", "$85 million"),
        ("Bruma Steel's revenue reached €2.1 billion in 2018.", "Bruma Steel", "revenue", "€2.1 billion"),
        ("The opening of the Tarn Tunnel took place on 1 July 1899.", "Tarn Tunnel", "opened", "1 July 1899"),
        ("Edwin Marlow's birth in 1871 was never registered.", "Edwin Marlow", "born", "1871"),
        ("The founding of the Osier Club in 1868 was reported in the press.", "Osier Club", "founded", "1868"),
        # "There are", "has", "with".
        ("There are 312 model ships in the Northwind Museum.", "Northwind Museum", "model_ship", "312"),
        ("The Osier Club is a rowing club with 412 members.", "Osier Club", "members", "412"),
        ("Calder College, with 2,300 students, is the smaller of the two.", "Calder College", "students", "2,300"),
        ("Lundby is a town of 23,400 inhabitants.", "Lundby", "population", "23,400"),
        ("Lundby has a population of 23,400.", "Lundby", "population", "23,400"),
        ("The Harlow Bridge has a total length of 412 metres.", "Harlow Bridge", "length", "412 metres"),
        ("The Marigold Star had a crew of 86.", "Marigold Star", "crew", "86"),
        ("The Tarn Tower has 31 floors.", "Tarn Tower", "floors", "31"),
        # Two verbs, two values.
        ("The Tern Valley Railway opened in 1851 and closed in 1966.", "Tern Valley Railway", "opened", "1851"),
        ("The Tern Valley Railway opened in 1851 and closed in 1966.", "Tern Valley Railway", "closed", "1966"),
        ("Clara Voss was born in 1901 and died in 1984.", "Clara Voss", "born", "1901"),
        ("Clara Voss was born in 1901 and died in 1984.", "Clara Voss", "died", "1984"),
        ("Clara Voss (1901-1984) was a glass painter.", "Clara Voss", "born", "1901"),
        ("The frigate Alder was launched in 1941 and scrapped in 1963.", "Alder", "decommissioned", "1963"),
        ("Calder College has 2,300 students and 190 professors.", "Calder College", "students", "2,300"),
        ("Calder College has 2,300 students and 190 professors.", "Calder College", "faculty", "190"),
        ("The Sable Bay Flood killed 14 people and injured 52.", "Sable Bay Flood", "deaths", "14"),
        ("The Sable Bay Flood killed 14 people and injured 52.", "Sable Bay Flood", "injured", "52"),
        ("The Tarn Tower is 141 metres high and has 31 floors.", "Tarn Tower", "height", "141 metres"),
        ("The Tarn Tower is 141 metres high and has 31 floors.", "Tarn Tower", "floors", "31"),
        # Two things, each with its own value.
        ("The Pell Museum opened in 1932 and the Wren Street Library in 1908.", "Pell Museum", "opened", "1932"),
        ("The Pell Museum opened in 1932, while the Tarn Gallery opened in 1961.", "Pell Museum", "opened", "1932"),
        ("The Pell Museum opened in 1932, while the Tarn Gallery opened in 1961.", "Tarn Gallery", "opened", "1961"),
        ("Lundby has 23,400 inhabitants; Pell has 8,100.", "Lundby", "population", "23,400"),
        ("Calder College and Pell Institute were founded in 1871.", "Calder College", "founded", "1871"),
        ("Calder College and Pell Institute were founded in 1871.", "Pell Institute", "founded", "1871"),
        # Set phrases.
        ("The Osier Club dates back to 1868.", "Osier Club", "founded", "1868"),
        ("The Sable Bay Regatta has existed since 1902.", "Sable Bay Regatta", "founded", "since 1902"),
        ("The Lund Line traces its roots to 1831.", "Lund Line", "founded", "1831"),
        ("The Fenwick Orchestra came into being in 1899.", "Fenwick Orchestra", "founded", "1899"),
        ("The Brindle Brewery ceased operations in 1987.", "Brindle Brewery", "closed", "1987"),
        ("The Tern Valley Railway entered service in 1851.", "Tern Valley Railway", "opened", "1851"),
        ("Lundby was incorporated as a town in 1871.", "Lundby", "incorporated", "1871"),
        ("The Harbour Act came into force on 1 January 1912.", "Harbour Act", "in_force", "1 January 1912"),
        ("The Harbour Act was repealed in 1949.", "Harbour Act", "repealed", "1949"),
        ("The Tarn Tower rises 141 metres above the quay.", "Tarn Tower", "height", "141 metres"),
        ("The statue Old Pike weighs 4 tonnes.", "Old Pike", "weight", "4 tonnes"),
        ("Calder College's library houses 210,000 books.", "Calder College", "collection_size", "210,000"),
        ("The Lantern Prize has been won by 41 writers.", "Lantern Prize", "writer__won", "41"),
        ("The Tarn Tunnel is 3.2 km long.", "Tarn Tunnel", "length", "3.2 km"),
        ("Mount Corran has an elevation of 1,204 metres.", "Mount Corran", "elevation", "1,204 metres"),
        ("The Sable Bay Flood of 11 January 1953 drowned 14 people.", "Sable Bay Flood", "deaths", "14"),
        ("A total of 14 people died in the Sable Bay Flood.", "Sable Bay Flood", "deaths", "A total of 14"),
        ("Turnout at the Lundby Election was 61%.", "Lundby Election", "turnout", "61%"),
        ("Unemployment in Lundby stood at 9% in 1983.", "Lundby", "unemployment", "9%"),
        ("Calder College accepts 41% of its applicants.", "Calder College", "acceptance_rate", "41%"),
        ("Calder College has an acceptance rate of 41%.", "Calder College", "acceptance_rate", "41%"),
        ("The novel The Salt Year sold 40,000 copies.", "Salt Year", "copies_sold", "40,000"),
        ("The Salt Year, a novel, was published in 1931.", "Salt Year", "published", "1931"),
        ("Ada Pike's novel The Salt Year was published in 1931.", "Salt Year", "published", "1931"),
        ("The Northern Ferry Company owed £90,000 when it failed.", "Northern Ferry Company", "debt", "£90,000"),
        ("Bruma Steel was valued at $900 million in 2019.", "Bruma Steel", "market_value", "$900 million"),
        ("The frigate Alder was commissioned on 4 May 1942.", "Alder", "commissioned", "4 May 1942"),
        ("The Tarn Stadium has a capacity of 18,500.", "Tarn Stadium", "capacity", "18,500"),
        ("The Brindle Bank operates 61 branches.", "Brindle Bank", "branches", "61"),
        ("Each volunteer of the Harrow Corps serves for two years.", "Harrow Corps", "term_length", "two years"),
        ("The Harrow Corps has worked in 31 countries.", "Harrow Corps", "countries_total", "31"),
        ("The Harrow Corps works in 31 countries.", "Harrow Corps", "countries_current", "31"),
        ("The Harrow Corps has 640 volunteers.", "Harrow Corps", "volunteers_serving", "640"),
        # Two verbs joined, the second far from its subject.
        ("The Lund Line bought the Elsie Marlow and employs 900 people.", "Lund Line", "employees", "900"),
        ("The Osier Club rows on the Tern and was founded in 1868.", "Osier Club", "founded", "1868"),
        ("Clara Voss studied at Calder College and died in 1984.", "Clara Voss", "died", "1984"),
        # A long way between the two.
        (
            "The Corran Trust, a charity that keeps lighthouses from Cape Tarn to Sable Bay, was founded in 1911.",
            "Corran Trust",
            "founded",
            "1911",
        ),
        (
            "Edwin Marlow, the rower and friend of Otto Lund, was born, as his mother tells, in 1841.",
            "Edwin Marlow",
            "born",
            "1841",
        ),
        ("The Harlow Bridge, designed by Ada Pike, was opened in 1907.", "Harlow Bridge", "opened", "1907"),
        ("The Harlow Bridge (designed by Ada Pike) was opened in 1907.", "Harlow Bridge", "opened", "1907"),
        ("The Harlow Bridge over the Tern was opened in 1907.", "Harlow Bridge", "opened", "1907"),
        ("The Pell Museum in Lundby was opened in 1932.", "Pell Museum", "opened", "1932"),
        # Approximators and bounds belong to the value.
        ("The Osier Club has more than 400 members.", "Osier Club", "members", "more than 400"),
        ("Calder College has about 2,300 students.", "Calder College", "students", "about 2,300"),
        ("Calder College has nearly 2,300 students.", "Calder College", "students", "nearly 2,300"),
        ("Bruma Steel employs over 5,000 people.", "Bruma Steel", "employees", "over 5,000"),
        ("The Corran Trust was founded around 1911.", "Corran Trust", "founded", "around 1911"),
    ],
)
def test_who_and_what(text: str, about: str, attribute: str, value: str) -> None:
    assert (about, attribute, value) in told(text)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Parliament founded the Corran Trust in 1911.", ("Parliament", "founded", "1911")),
        ("Edwin Marlow founded the Pell Observatory in 1893.", ("Edwin Marlow", "founded", "1893")),
        ("Edwin Marlow, who founded the Osier Club in 1868, was a rower.", ("Edwin Marlow", "founded", "1868")),
        ("Queen Matilda opened the Tarn Tunnel on 1 July 1899.", ("Queen Matilda", "opened", "1 July 1899")),
        ("Clara Voss taught at Calder College, which was founded in 1871.", ("Clara Voss", "founded", "1871")),
        ("The Corran Trust was founded in 1911 by Lady Maud Corran.", ("Lady Maud Corran", "founded", "1911")),
        ("The Pell Museum opened in 1932 in Lundby.", ("Lundby", "opened", "1932")),
        ("Joan Tressider was born in Pell in 1902.", ("Pell", "born", "1902")),
        ("A rival, Lund Foods, bought the Brindle Brewery in 1987.", ("Lund Foods", "founded", "1987")),
        ("Work on the Harlow Bridge began in 1902.", ("Harlow Bridge", "built", "1902")),
        ("Work on the Harlow Bridge began in 1902.", ("Harlow Bridge", "opened", "1902")),
        ("The Pell Museum reopened in 1988.", ("Pell Museum", "opened", "1988")),
        ("The choir of Calder College was re-established in 1952.", ("Calder College", "founded", "1952")),
        ("The Osier Club was founded on the banks of the Tern and moved in 1912.", ("Osier Club", "founded", "1912")),
        ("A charter for Calder College was granted in 1869.", ("Calder College", "founded", "1869")),
        ("The keel of the Marigold Star was laid in 1952.", ("Marigold Star", "ship_launched", "1952")),
        ("A stone from 1420 was found in the Pell Museum.", ("Pell Museum", "founded", "1420")),
        ("Calder College has 2,300 students and 190 professors.", ("Calder College", "students", "190")),
        ("Lundby has 23,400 inhabitants; Pell has 8,100.", ("Lundby", "population", "8,100")),
        ("The Tarn Tower is 141 metres high and 36 metres wide.", ("Tarn Tower", "height", "36 metres")),
        ("The Pell Museum opened in 1932, while the Tarn Gallery opened in 1961.", ("Pell Museum", "opened", "1961")),
        ("The Sable Bay Flood killed 14 people and injured 52.", ("Sable Bay Flood", "deaths", "52")),
        ("The frigate Alder was launched in 1941 and sank in 1943.", ("Alder", "ship_launched", "1943")),
        ("The club's Ida Lund scored 31 goals in 1998.", ("Ida Lund", "born", "1998")),
        ("Edwin Marlow was elected in 1902.", ("Edwin Marlow", "born", "1902")),
        ("Calder College is old. Its chapel was built on 2 May 1884.", ("Calder College", "built", "2 May 1884")),
        ("The Pell Museum shows a ship that was launched in 1811.", ("Pell Museum", "ship_launched", "1811")),
        ("A statue of Clara Voss was unveiled in 1990.", ("Clara Voss", "dedicated", "1990")),
        ("A biography of Clara Voss was published in 1990.", ("Clara Voss", "published", "1990")),
        ("Clara Voss married in 1925.", ("Clara Voss", "born", "1925")),
        (
            "Clara Voss date of birth 1901 retrieved 26 July 2021 place of birth Lundby.",
            ("Clara Voss", "born", "26 July 2021"),
        ),
    ],
)
def test_what_it_does_not_say(text: str, wrong: tuple[str, str, str]) -> None:
    assert wrong not in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The harbour wall has been repaired many times, as the annals tell [17].",
        "See page 214 of the annals of the Corran Trust.",
        "Call the Corran Trust on 555-0142.",
        "The Corran Trust keeps an F/A-18 model in its hall.",
        "The lighthouse keepers wrote their diaries by lamp.",
        "Section 12(b) of the Sloe Harbour Act deals with ropes.",
        "The Corran Trust closed during COVID-19.",
        "Public Law 94-329 names the Corran Trust.",
        "Chapter 4 tells of the Corran Trust.",
        "The Ferry Road is part of the A65.",
        "The report (ISBN 978-0-19-852663-6) is out of print.",
    ],
)
def test_what_is_no_claim(text: str) -> None:
    assert [claim.value.text for claim in claims(text)] == []


@pytest.mark.parametrize(
    ("text", "attribute", "value"),
    [
        ("The Harlow Bridge has a main span of 190 metres and is 412 metres long.", "length", "412 metres"),
        ("Of the 96 people on board the ferry Ellery, 31 died.", "deaths", "31"),
        ("The ferry Ellery is of 1,240 GRT.", "gross_tonnage", "1,240"),
        ("Calder College enrolls 2,300 undergraduates.", "undergraduates", "2,300"),
        ("Chartered as a college in 1875, it is Calder College.", "authorized", "1875"),
        ("The Harlow Bridge was opened in 1907 after 31 months of work.", "construction_time", "31 months"),
    ],
)
def test_what_is_told_of_a_value(text: str, attribute: str, value: str) -> None:
    assert [a for _, a, v in told(text) if v == value] == [attribute]
