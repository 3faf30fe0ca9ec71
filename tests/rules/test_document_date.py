"""What "present" means in a text: its date, the year that an age implies, or no earlier than what it tells of."""

from __future__ import annotations

from datetime import date

import pytest

from checker.model.document import Source
from checker.model.subject_ref import SubjectRef
from checker.rules.document_date import Present
from checker.rules.intervals import Moment
from tests.rules.told import Told, rule_input

MARLOW = SubjectRef("marlow")


def present(*sentences: Told, published: str | None = None) -> Moment:
    known = rule_input(sentences)
    assert len(known.claims) == sum(len(told.attributes) for told in sentences)
    claims = {("a", MARLOW): known.ordered}
    return Present({"a": Source("a", published=published)}, claims).of("a", MARLOW)


BORN = Told("Born: 3 May 1971 (age 47)", {"3 May 1971": "born", "47": "age"})


@pytest.mark.parametrize(
    ("sentences", "published", "first", "last"),
    [
        ([BORN], "2020-02-03", "2020-02-03", "2020-02-03"),
        ([BORN], None, "2018-05-03", "2019-05-03"),
        (
            [Told("Born: 31 May 1971 (age 47)", {"31 May 1971": "born", "47": "age"})],
            None,
            "2018-05-28",
            "2019-05-28",
        ),
        ([Told("Born: 1971 (age 47)", {"1971": "born", "47": "age"})], None, "2018-01-01", "2019-12-28"),
        ([BORN, Told("Died: 4 June 2018", {"4 June 2018": "died"})], None, "2018-06-04", None),
        (
            [Told("Born: 3 May 1971", {"3 May 1971": "born"}), Told("Then (age 47)", {"47": "age"})],
            None,
            None,
            None,
        ),
        ([Told("Joined: 3 May 1971 (age 47)", {"3 May 1971": "joined", "47": "age"})], None, None, None),
        ([Told("Born: 3 May 1971 (age 47)", {"3 May 1971": "born", "47": "stay"})], None, None, None),
        ([Told("Opened in 2018.", {"2018": "opened"})], None, "2018-01-01", None),
        ([Told("Opened in 2018, closed in 2017.", {"2018": "opened", "2017": "closed"})], None, "2018-01-01", None),
        ([Told("To open in 2018.", {"2018": "opened"}, modality="projected")], None, None, None),
        ([Told("It has 2,018 beds.", {"2,018": "beds"})], None, None, None),
    ],
)
def test_the_present_of_a_text(
    sentences: list[Told], published: str | None, first: str | None, last: str | None
) -> None:
    widest = Present({}, {}).of("a", MARLOW)
    found = present(*sentences, published=published)
    expected = first or str(widest.first), last or str(widest.last)
    assert (str(found.first), str(found.last)) == expected


def test_no_text_is_of_another_time_than_all() -> None:
    widest = Present({}, {}).of("a", MARLOW)
    assert (widest.first.month, widest.first.day, widest.last.month, widest.last.day) == (1, 1, 12, 31)
    assert widest.first < date(2020, 1, 1) < widest.last
