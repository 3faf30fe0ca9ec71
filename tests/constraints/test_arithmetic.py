"""Changes, products, taxes, averages and rates: what is wrong, what is right, and what is left alone and why."""

import pytest

from checker.constraints import arithmetic
from tests.constraints.drafts import drafts, right, wrong

_TABLE = "| | 2024 | 2023 |\n|---|---|---|\n| Income | 294,270 | 278,350 |\n| Spending | 282,430 | 264,490 |\n\n"


@pytest.mark.parametrize(
    ("text", "says", "expected"),
    [
        ("Sales rose from 120,400 to 221,000, an increase of 64%.", "64%", "84%"),
        ("Sales rose by 35% to £1.5 million, from £1.2 million the year before.", "35%", "25%"),
        ("Prices are up 10% from 2.7 to 3.1.", "10%", "15%"),
        ("We have 312 members, up 20% on last autumn's 283.", "20%", "10%"),
        ("Membership is up 1,200 on last year's 8,400 to 9,500.", "1,200", "1,100"),
        ("The time fell from 62 s to 41 s, a saving of 44%.", "44%", "34%"),
        ("Income grew from £2.7 to £3.1 million, or by 25%.", "25%", "15%"),
        ("Turnout rose from 46% to 52%, up 9 percentage points.", "9 percentage points", "6"),
        ("We had 88 entries, 14 more than the 70 of last year.", "14", "18"),
        ("Landings were £1.2 million in 2023 and £1.5 million in 2024, a rise of 35%.", "35%", "25%"),
        ("Output doubled, from 1,200 tonnes to 3,100 tonnes.", "doubled", "2.6 times"),
        ("The new hall seats 600, three times as many as the 150 of the old one.", "three times", "4 times"),
        ("At first it was 0.0036. Now it is 0.0053. That is an increase of 0.49%.", "0.49%", "47.22%"),
        ("Fringe: salary $14,651 x 30.26% = $3,210.28.", "$3,210.28", "4,433.39"),
        ("We sold 40 tickets at £12: £460.", "£460", "480"),
        ("At £12.50 a ticket, 40 tickets cost £480.", "£480", "500"),
        ("Our fee was £560, being £450 and VAT at 20%.", "£560", "540"),
        ("The quote is £1,500 plus 20% VAT, £1,850 in all.", "£1,850", "1,800"),
        ("In its first six months it took £96,000, or £15,000 a month.", "£15,000", "16,000"),
        ("One hundred goals were scored in the 30 matches, an average of 3.6.", "3.6", "3.3"),
        ("Twelve volunteers gave 360 hours, or 36 hours each.", "36 hours", "30"),
        ("The rent is £1,200 a month (£14,800 a year).", "£14,800", "14,400"),
        ("We pay £640 a month for 12 months: £7,580.", "£7,580", "7,680"),
        (_TABLE + "Income grew by 5.7% and spending by 9.8%.", "9.8%", "6.8%"),
    ],
)
def test_wrong(text: str, says: str, expected: str) -> None:
    assert (says, expected) in wrong(arithmetic.find, text)


_BEACHES = "| Beach | Pups born | Died |\n|---|---|---|\n| Holm | 44 | 4 |\n| Kirk Bay | 165 | 20 |\n\n"
_YEARS = "| Year | Enrolment |\n|---|---|\n| 2021-22 | 1,840 |\n| 2022-23 | 1,932 |\n| 2023-24 | 2,048 |\n\n"
_SPRING = "| | 2023 | 2024 |\n|---|---|---|\n| Spring | 14,050 | 17,350 |\n| Gas | 2,050 | 1,804 |\n\n"


@pytest.mark.parametrize(
    ("text", "says", "expected"),
    [
        # two figures of two times, and a sentence that refers to them
        ("Gifts came to £156,000, compared with £130,000 in the last year. A rise of 30% is news.", "30%", "20%"),
        ("There were 400 in 2022 and 500 in 2023, so that the growth came to 18%.", "18%", "25%"),
        ("In the first round 48% were in favour, in the second 57%. That is a gain of 12 points.", "12", "9"),
        ("Waits have halved: who came in January waited 96 minutes, who came in June 72.", "halved", "1.3 times"),
        ("In 2016 we taught 41 learners. Numbers have trebled since then, to 164 now.", "trebled", "4 times"),
        (
            "In 2021 we had 7,200 readers. Two years on there are 9,600, which makes us a quarter bigger.",
            "a quarter",
            "33%",
        ),
        ("The file takes 84 MB instead of 140 MB (30% less).", "30%", "40%"),
        ("Sales reached $1.86 million, against $1.55 million the season before (a 24% rise).", "24%", "20%"),
        ("It fell from 26 weeks to 18 weeks, that is by 12 weeks.", "12 weeks", "8"),
        ("From April the fee goes up from £64 to £80. We know that 35% is a great deal.", "35%", "25%"),
        ("Gifts were £212,000 after £176,000 in 2022, up by 35%.", "35%", "20%"),
        ("In the first season 48 came. Last summer it was 192, six times the original number.", "six times", "4 times"),
        ("Parcels: 1,240 sent, at an outlay of $71,920; a parcel therefore cost us $62.", "us $62", "58"),
        # one or both of the figures in a table
        (_BEACHES + "Kirk Bay, where in 2014 we found 33, now has four times as many pups.", "four times", "5 times"),
        (_YEARS + "Enrolment rose by 5% in 2022-23 and by 9% in 2023-24.", "9%", "6.0%"),
        (_SPRING + "Spring was 2,300 better than the year before.", "2,300", "3,300"),
        (_SPRING + "We used 19% less gas than in 2023.", "19%", "12%"),
        # rates of figures in another clause, and what they add up to
        ("It cost £18,000 and 420 people came. That works out at £54 for each of them.", "£54", "43"),
        ("We took £5,405 from 1,150 customers, so the average customer spends £4.20.", "£4.20", "4.70"),
        ("The charge is £38 an hour. We had it for 90 hours and were billed £3,650.", "£3,650", "3,420"),
        ("The walk is 5 miles long (6.4 km).", "6.4 km", "8.0"),
    ],
)
def test_wrong_over_sentences(text: str, says: str, expected: str) -> None:
    assert (says, expected) in wrong(arithmetic.find, text)


@pytest.mark.parametrize(
    "text",
    [
        "Gifts came to £156,000, compared with £130,000 in the last year. A rise of 20% is news.",
        "In the first round 48% were in favour, in the second 57%. That is a gain of 9 points, or 19%.",
        "The file takes 84 MB instead of 140 MB (40% less).",
        "The panel numbered 2,800. Fewer than half were new to us: 1,176 (42%) came first this year.",  # a share
        "In Kingston he scored 213 and in the third 153, 311 more than his captain.",  # than another
        "For 20 years they were poor, once winning .500, and reached second place twice.",  # no amount
        "Gifts of $107 million came from people who gave $1 million or more. This was twice the amount of any before.",
        "We doubled the sites to 46 million, and we tripled the number of names to 61 million.",
        "Use fell from over 125 packs to about 60, a drop more than twice as great as that of men.",
        "The sink is the average of 10 models of 3 groups and the average of 7 products.",
        _BEACHES + "Kirk Bay, where in 2014 we found 33, now has five times as many pups.",
        _YEARS + "Enrolment rose by 5% in 2022-23 and by 6% in 2023-24.",
        _SPRING + "Spring was 3,300 better than the year before. We used 12% less gas than in 2023.",
        "We took £5,405 from 1,150 customers, so the average customer spends £4.70.",
        "The walk is 5 miles long (8 km).",
    ],
)
def test_right_over_sentences(text: str) -> None:
    assert wrong(arithmetic.find, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Sales rose from 120,400 to 221,000, an increase of 84%.",
        "Sales rose from 120,400 to 221,000, an increase of 83%.",  # cut off: 83.6%
        "The time fell from 62 s to 41 s, about a third.",
        "We have 312 members, up 10% on last autumn's 283.",
        "Numbers almost doubled from 1,200 to 2,250.",
        "The space dropped from 5.2 TB to 3.1 TB, a saving of 40 per cent.",
        "Allowing for loss we recruit 150 (126 / 0.84 = 150).",
        "Six chairs at £45 each, £270 in all.",
        "VAT at 20%, on these figures £1,639.00, is payable in addition, making £9,834.00.",
        "In its first six months it took £96,000, or £16,000 a month.",
        "The rent is £1,200 a month (£14,400 a year).",
        _TABLE + "Income grew by 5.7% and spending by 6.8%.",
    ],
)
def test_right(text: str) -> None:
    assert wrong(arithmetic.find, text) == []
    assert right(arithmetic.find, text) >= 1


@pytest.mark.parametrize(
    "text",
    [
        "Prices start from £12 to £40 and are up 5% this year.",  # a range, and a change of something else
        "The price rose 10% in 2022 and 5% in 2023, from £80 to £92.40.",  # two changes between the ends
        "The ride of 240 km takes 3 hours, an average of 90 km/h while moving.",  # over a part
        "Speed goes from 7.3 MB/s to 1.416 GB/s, a gain of 200x.",  # two units
        "Each takes 8 to 12 / 36 = 22% to 33%.",  # of a range
        "The surplus was 0.8% of income, against 1.4%.",
    ],
)
def test_left_alone(text: str) -> None:
    found, _ = drafts(arithmetic.find, text)
    assert [draft for draft in found if draft.off > 1] == []
