"""Percentages against their counts: what is wrong, what is right, and what is left alone and why."""

import pytest

from checker.constraints import share
from tests.constraints.drafts import drafts, right, wrong


@pytest.mark.parametrize(
    ("text", "says", "expected"),
    [
        ("Of the 1,204 people we wrote to, 566 (57%) answered.", "57%", "47%"),
        ("In total, 83 out of 240 households (44.6%) had no garden.", "44.6%", "34.6%"),
        ("Some 45 (33%) of 196 boats were laid up.", "33%", "23%"),
        ("The response rate was 67% (566/1,204).", "67%", "47%"),
        ("Forty-one of the sixty children (58%) came back.", "58%", "68%"),
        ("We spent £168,000, or 51% of the £412,000 budget, on licences.", "51%", "41%"),
        ("15 per cent of the 400 seats, that is 90, are kept for students.", "90", "60"),
        ("Three in five of the 250 pupils (100) walk to school.", "100", "150"),
        ("Attendance: 48 of 60 (70%)", "70%", "80%"),
        ("We sent 1,200 forms. 566 wrote back, which is 57%.", "57%", "47%"),
        ("We counted 52 nests, and 30 of these (61%) failed.", "61%", "58%"),
        # The base of a clause is its own, even where the share is right of another number.
        ("Of 30 boats, 24 were sold. Among these 24, 18 (60%) went abroad.", "60%", "75%"),
        ("There were 540 of us. 135 (25%) were young, 243 (45%) older, and 162 (40%) old.", "40%", "30%"),
        (
            "| | Boats (n = 132) |\n|---|---|\n| Oak | 79 (59.8%) |\n| Larch | 30 (22.7%) |\n| Steel | 53 (63%) |\n",
            "63%",
            "40%",
        ),
        (
            "| Kind | Right |\n|---|---|\n| Rows | 1,446 / 3,316 (44.9%) |\n| Pages | 200 / 468 (42.7%) |\n",
            "44.9%",
            "43.6%",
        ),
    ],
)
def test_wrong(text: str, says: str, expected: str) -> None:
    assert (says, expected) in wrong(share.find, text)


@pytest.mark.parametrize(
    "text",
    [
        "Of the 1,204 people we wrote to, 566 (47%) answered.",
        "Of 196 boats, 45 (22%) were laid up.",  # cut off, not rounded: 22.96%
        "45 of 196 boats (22.96%) were laid up.",
        "About 12% of 54,000 (about 6,500) are oak.",
        "Nearly a third of the 90 members (29) voted.",
        "Of the 60 who wrote, 45 (75%) were women, and 12 (27%) of these were retired.",
        "We planted 540 trees. 135 (25%) were oak, 243 (45%) ash.",
        "| | Boats (n = 132) |\n|---|---|\n| Oak | 79 (59.8%) |\n| Larch | 53 (40.2%) |\n",
    ],
)
def test_right(text: str) -> None:
    assert wrong(share.find, text) == []
    assert right(share.find, text) >= 1


@pytest.mark.parametrize(
    "text",
    [
        "Nine of the 40 shops (12% of the floor space) are empty.",  # of another whole
        "In 2024 we had 48 concerts, 12% of them free.",  # no count
        "There were 212 pairs. 182 (70%) met often.",  # the whole may stand elsewhere: only possible
        "The mean of 24 boats (95% CI 20 to 28) was low.",  # an interval
        "We had 312 members (up 10%).",  # a change
        "| | Boats (n = 132) |\n|---|---|\n| Oak | 70 (56%) |\n| Larch | 30 (24%) |\n\nData for 7 boats are missing.\n",
    ],
)
def test_left_alone(text: str) -> None:
    found, context = drafts(share.find, text)
    assert [draft for draft in found if draft.off > 1 and draft.sure] == []
    assert context.read["share"] <= context.seen["share"]


_SURVEY = "The forms went to 1,840 people and came back from 1,012. "


@pytest.mark.parametrize(
    ("text", "says", "expected"),
    [
        # a neighbour is of the same base
        (_SURVEY + "Among those who answered, 627 (68%) liked it and 789 (78%) would stay.", "68%", "62%"),
        ("The award totals $2,480,000. We spent $1.31 million (58%) and committed $420,000 (17%).", "58%", "53%"),
        ("- Reports: 152\n- Forced entry: 90 (59%)\n- No force: 62 (41%)\n- Cleared up: 37 (34%)\n", "34%", "24%"),
        # the same noun, one of its kind, or the words behind it
        ("We took 341 samples from taps. Lead was found in 31 tap samples (19.1%).", "19.1%", "9.1%"),
        ("The school has 224 pupils on roll. This year 38 pupils, or 12% of the roll, had meals.", "12%", "17%"),
        ("In all, 196 people helped. Women made up 64% (111).", "64%", "57%"),
        ("We wrote to all 220 holders and had 168 back, a return of 67%.", "67%", "76%"),
        # "of them"
        ("You reported 21,400 repairs. We got 8% of them wrong (roughly 2,140 jobs).", "roughly 2,140", "1,712"),
        ("We have 240 members, and three-quarters of them (118) came.", "118", "180"),
        ("The shop kept 30% of the town's 6,200 readers (some 2,480).", "some 2,480", "1,860"),
        ("We saw 482 shops. Five stars went to 301 (62%). 137 were given four (36%), and 44 (9%) three.", "36%", "28%"),
        ("Eighty-nine of our 131 alumni replied to the first study, which works out as 74%.", "74%", "68%"),
        # told over two sentences
        ("We retain 15% of each claim. On the first claim of $348,000 that is $61,200.", "$61,200", "52,200"),
    ],
)
def test_wrong_of_a_base_nearby(text: str, says: str, expected: str) -> None:
    assert (says, expected) in wrong(share.find, text)


@pytest.mark.parametrize(
    "text",
    [
        _SURVEY + "Among those who answered, 627 (62%) liked it and 789 (78%) would stay.",
        "We asked 612 people. Food was bad for 98 (16%); among the 98, 41 (42%) had been ill.",
        "There are 384 of us; 12 gave no answer. Of the others 93 (25%) were glad and 158 (42%) were not.",
        "In two trials 240 and 310 took part. Nausea was told by 31 (13%) and 43 (14%); 66 of all (12%) stopped.",
        "He had 143,350 votes (62.68%). Two years before it had been 11,658 votes (31.62%).",  # of another poll
        "The file takes 84 MB instead of 140 MB (40% less).",  # a change
        "Arrears are £324,000 of £10,480,000. That is 6.1% below the figure of September (£345,200).",
        "There are 31 classes of members; each needs the assent of two-thirds (2/3) of them.",
        "The purity of these two samples was low (16% and 37%).",
        "More than 752 618 people came. Of these, 267 606 (36%) stayed.",  # blanks part the numbers
        "The census counted 4.3 million people. In one town live 141,304 (2.9%).",  # of the exact number
    ],
)
def test_right_of_a_base_nearby(text: str) -> None:
    assert wrong(share.find, text) == []


def test_what_cannot_be_read_is_counted() -> None:
    _, context = drafts(share.find, "It rained. 182 (70%) met often.")
    assert (context.seen["share"], context.read["share"]) == (1, 0)
