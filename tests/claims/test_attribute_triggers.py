"""What calls for the attribute of a value, and what each word between them costs."""

from __future__ import annotations

import pytest

from checker import find_values, pipeline
from checker.language import names
from checker.linguistics.sentence import parse
from tests.readings import stated

LEXICON = pipeline.lexicon_of(pipeline.recommended())


@pytest.mark.parametrize(
    ("text", "value", "called_for"),
    [
        ("The club was founded in 1868.", "1868", [("founded", "says", 0.0), ("founded", "verb", 1.0)]),
        ("The song was recorded in 1868.", "1868", [("recorded", "verb", 1.0)]),
        ("The club was founded and closed in 1868.", "1868", [("closed", "verb", 1.0), ("founded", "verb", 4.5)]),
        ("The club was founded; it was old in 1868.", "1868", [("founded", "verb", 17.0)]),
        ("The club was founded when it grew in 1868.", "1868", [("founded", "verb", 2.0)]),
        ("The club grew in 1868 when it was founded.", "1868", [("founded", "verb", 2.5)]),
        ("The club grew in 1868 while it was founded.", "1868", [("founded", "verb", 9.5)]),
        ("The club grew in 1868 and was founded.", "1868", [("founded", "verb", 9.0)]),
        (
            "The club was closed in 1868, and it was founded.",
            "1868",
            [("closed", "verb", 1.0), ("founded", "verb", 16.5)],
        ),
        ("The club, closed in 1868, was founded.", "1868", [("closed", "verb", 1.0), ("founded", "verb", 13.0)]),
        ("The club founded by Ada Voss in 1868.", "1868", [("founded", "verb", 3.0)]),
        ("The club founded in 1860 in 1868.", "1868", [("founded", "verb", 9.0)]),
        ("The club dates back to 1868.", "1868", [("founded", "says", -3.0)]),
        ("Dates back to 1868.", "1868", [("founded", "says", -3.0)]),
        ("Accessed 1868, the club was founded.", "1868", []),
        ("The length of the hall is 90 metres.", "90 metres", [("length", "noun", 3.5)]),
        ("The hall has 90 metres of length.", "90 metres", [("length", "noun", 2.0)]),
        ("The ship had 900, soldiers and crew.", "900", [("troops", "says", 0.0), ("crew", "noun", 15.0)]),
        (
            "The club has 412 members.",
            "412",
            [("members", "says", -2.0), ("members", "says", -1.0), ("members", "alone", 9.0)],
        ),
        ("It earmarked $2 million.", "$2 million", [("earmarked", "says", -4.0), ("earmarked", "verb", -3.0)]),
        ("It earmarked for this $2 million.", "$2 million", [("earmarked", "says", 1.0), ("earmarked", "verb", 2.0)]),
        ("It earmarked for this year $2 million.", "$2 million", [("earmarked", "verb", 3.0)]),
        ("The club founded 1860 in 1868.", "1868", [("founded", "says", 1.0), ("founded", "verb", 8.0)]),
        ("The ship had 86 crew of 900 men.", "86", [("crew", "alone", 9.0)]),
        ("The ship had 86 and a crew of 900.", "86", []),
        ("The ship had 86 and a crew.", "86", [("crew", "says", 1.0), ("crew", "noun", 4.5)]),
        ("The club, founded by 12 men in 1868, grew.", "1868", [("founded", "verb", 4.0)]),
        ("The club will open in 1868.", "1868", [("opened", "verb", 1.0)]),
        ("The open club grew in 1868.", "1868", []),
        (
            "The tower has a height of 90 metres; its width is 40 metres.",
            "40 metres",
            [("width", "noun", 0.5), ("height", "noun", 24.5)],
        ),
        ("Of the 420 on board, 35 died.", "420", [("on_board", "says", -2.0)]),
        ("Of the 420 on board, 35 died.", "35", [("deaths", "says", -1.0), ("deaths", "verb", 1.5)]),
        ("Of all the 420 on board, 35 died.", "420", [("on_board", "says", -2.0), ("deaths", "verb", 13.0)]),
    ],
)
def test_what_calls_for_an_attribute(text: str, value: str, called_for: list[tuple[str, str, float]]) -> None:
    parsed = parse(text, 0, len(text), list(names.find(text, 0, len(text))), list(find_values(text)))
    index = next(n for n, mention in enumerate(parsed.mentions) if mention.text == value)
    found = [(trigger.attribute, trigger.manner, trigger.cost) for trigger in LEXICON.triggers(parsed, index)]
    assert found == called_for


@pytest.mark.parametrize(
    ("text", "value", "attribute"),
    [
        ("Bruma Steel was calm; strike ended 31 March 1973.", "31 March 1973", "ended"),
        ("Bruma Steel was calm; year ended 31 March 1973.", "year ended 31 March 1973", "calm"),
        ("Settled in haste in 1973; the claim was old.", "1973", "emigrated"),
        ("Settled out of court in 1973; the claim was old.", "1973", "court__settl"),
        ("Bruma Steel was calm: year ended; strike ended 31 March 1973.", "31 March 1973", "ended"),
    ],
)
def test_words_that_call_for_nothing_count_in_their_own_clause(text: str, value: str, attribute: str) -> None:
    assert [claim.attribute for claim in stated(text, value)] == [attribute]
