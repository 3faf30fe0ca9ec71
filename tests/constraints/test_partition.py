"""Wholes against their parts: what is wrong, what is right, and what is left alone and why."""

import pytest

from checker.constraints import partition
from tests.constraints.drafts import drafts, right, wrong


@pytest.mark.parametrize(
    ("text", "says", "expected"),
    [
        ("The net held 1,240 fish: 980 herring, 180 sprats and 60 mackerel.", "1,240", "1,220"),
        (
            "The plan costs £14.2 million: £9 million for roads and £4.2 million for parks.",
            "£14.2 million",
            "13,200,000",
        ),
        ("Of 64 members 30 are women and 32 men.", "64", "62"),
        ("The club has 128 members: 74 adults and 52 juniors.", "128", "126"),
        ("Of the 144 who came, 131 stayed, 8 left and the remaining 7 were lost.", "144", "146"),
        ("We received 86 offers; 31 were accepted, 49 declined and 8 withdrawn.", "86", "88"),
        ("The Panel considered 31 offers. 12 were accepted, 16 declined and 2 are pending.", "31", "30"),
        ("The vote was 14 for, 8 against and 2 abstentions, 25 votes in all.", "25", "24"),
        ("The 45 trips were made up of 20 by bus, 15 by train and 12 by boat.", "45", "47"),
        ("£9,350 of the year's £12,000 had been spent, so £2,560 was therefore left.", "£2,560", "2,650"),
        ("The mark is made up of coursework, 63%, and an exam, 40%.", "63% + 40%", "100%"),
        ("The 412 guests came from:\n\n- Europe: 231\n- Asia: 180\n- Africa: 4\n", "412", "415"),
        ("## Flow\n\n- 240 screened\n- 96 excluded\n- 145 randomised\n", "240", "241"),
        (
            "Where the 412 guests came from\n\n| From | Guests |\n|---|---|\n"
            "| Europe | 231 |\n| Asia | 142 |\n| Africa | 43 |\n",
            "412",
            "416",
        ),
    ],
)
def test_wrong(text: str, says: str, expected: str) -> None:
    assert (says, expected) in wrong(partition.find, text)


@pytest.mark.parametrize(
    "text",
    [
        "The net held 1,240 fish: 980 herring, 200 sprats and 60 mackerel.",
        "The plan costs £14.2 million: £9.9 million for roads and £4.2 million for parks.",  # rounded
        "Of 64 members 30 are women and 34 men.",
        "Reasons for leaving out 40 boats: failed (23), sank (11), unknown (6).",
        "£9,350 of the year's £12,000 had been spent, including £4,000 on ropes; £2,650 was therefore left.",
        "## Flow\n\n- 240 screened\n- 96 excluded\n- 144 randomised\n",
        "Of the 417 guests, 221 were women (53%), 189 men (45%) and 7 did not say (2%).",
    ],
)
def test_right(text: str) -> None:
    assert wrong(partition.find, text) == []
    assert right(partition.find, text) >= 1


@pytest.mark.parametrize(
    "text",
    [
        "We sold 120 cakes, including 40 scones and 30 flans.",  # some of them
        "The town has 12,000 people, of whom 3,000 are under 18 and 2,400 over 65.",  # more than these
        "Of the 60 children, 20 play football, 30 swim and 15 do both.",  # parts that overlap
        "The hall holds 200 people: 120 seated and 150 standing.",  # either, not both
        "The survey ran in 12 schools: 3 in the north, 4 in the south.",  # no "and": the list may go on
        "The 12 aims: 3 near, 4 far and several others.",
        "Three of the 40 shops, with 12 workers and 15 flats, burnt down.",
    ],
)
def test_left_alone(text: str) -> None:
    found, _ = drafts(partition.find, text)
    assert [draft for draft in found if draft.off > 1 and draft.sure] == []


@pytest.mark.parametrize(
    ("text", "says", "expected"),
    [
        ("Of the 284, 231 reached week 24. Thirty-four withdrew and 16 could not be reached.", "284", "281"),
        ("We screened 402, of whom 128 did not meet the criteria, and enrolled the other 284.", "402", "412"),
        ("The college has 604 girls, of whom 188 board and 426 come by day.", "604", "614"),
        ("Of the 120 plots, 98 are let and 19 stand empty, though 40 people wait.", "120", "117"),
        (
            "A total of 540 came in. We gave 212 to hostels and 311 to schools; nothing was left over.",
            "A total of 540",
            "523",
        ),
        ("The branch has 85 members: 52 voted in favour, 19 against, and 6 abstained; 11 did not vote.", "85", "88"),
        ("410 were assessed. 73 were left out, 28 did not consent, leaving 319 for the trial.", "410", "420"),
        ("It came to 9,400 at the grounds (Elm Park 4,150, Riverside 3,020 and the Rec 2,320).", "9,400", "9,490"),
        ("At the start we had 58 dogs. Then 214 came in and 199 left, which leaves 83 at the end.", "83", "73"),
        (
            "The opening balance was £214,000. Receipts were £680,000, payments £718,000, leaving a closing balance of "
            "£167,000.",
            "£167,000",
            "176,000",
        ),
        (
            "Types\n\n- Full: 341\n- Joint: 96\n- Junior: 64\n\nThese are the types, 512 in all.",
            "512",
            "501",
        ),
    ],
)
def test_wrong_over_sentences(text: str, says: str, expected: str) -> None:
    assert (says, expected) in wrong(partition.find, text)


@pytest.mark.parametrize(
    "text",
    [
        "Of the 284, 231 reached week 24. Thirty-seven withdrew and 16 could not be reached.",
        "Ninety-six offers came. 47 were granted, 33 refused and 16 held over. Of the 47, 12 have terms.",
        "There are 604 girls, 188 of whom board. We have three houses with 62, 70 and 56 beds.",
        "There were 1,460 birds. There were 820 dunlin, 310 redshank and 240 curlew. The rest were of nine kinds.",
        "Nine held pots, six held charcoal and the remaining four were empty.",  # of a whole told elsewhere
        "The batch of 15 was enough. It names eight more sites, and plans for the last five.",
        "It offers 41 undergraduate courses, 36 minors and six graduate courses.",
        "The film took $34 million at home and $27 million abroad, a total of $61 million, of a cost of $10 million.",
        "We have 58 members. Twenty-six came to the picnic and 31 to the lecture, and nine to both.",
        "The 340 trees are old. We pruned 95 in January and 140 in February; 18 died.",
        "At the start we had 58 dogs. Then 214 came in and 199 left, which leaves 73 at the end.",
    ],
)
def test_right_over_sentences(text: str) -> None:
    assert wrong(partition.find, text) == []
