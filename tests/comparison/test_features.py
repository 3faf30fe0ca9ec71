"""Each feature by which two statements are weighed, with a case that it holds of and one that it does not hold of."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import ModuleType
from typing import Any

import pytest

from checker.comparison.features import FEATURES, RIVAL_FEATURES, subject
from checker.comparison.features.feature import features_of
from checker.comparison.pair import Pair
from checker.comparison.thresholds import FEW_DOCUMENTS
from checker.language.rarity import rarity
from checker.model.claim import Claim, Entity, Scope
from checker.model.labels import Labels
from checker.model.subject_ref import SubjectRef
from tests.comparison.stated import book, named, pair_of, stated

RULES = book(
    gates={"value": "count", "holds": "once", "nouns": ["sluice"]},
    boats={"value": "count", "holds": "many", "nouns": ["boat"]},
    staff={"value": "count", "holds": "per_time"},
    opened={"value": "date", "holds": "once", "verbs": ["open"]},
)
MEASURES = {one.name: one.measure for one in FEATURES}
YEAR = Scope("2001", "2001-01-01", "2001-12-31", "stated")
NEXT = Scope("2002", "2002-01-01", "2002-12-31", "stated")
DAY = Scope("2002-03-05", "2002-03-05", "2002-03-05", "document")
WEIR, MILL = named("Tarn Weir", topic=True), named("Osier Mill", topic=True)
TRUST = named("Tarn Weir Trust", topic=True)


@dataclass(frozen=True)
class Case:
    """Two claims, what else the documents hold, and what the feature measures of them."""

    left: Claim
    right: Claim
    value: float
    others: tuple[Claim, ...] = ()
    known: Mapping[str, Any] = field(default_factory=dict)

    def pair(self, turned: bool = False) -> Pair:
        one, other = (self.right, self.left) if turned else (self.left, self.right)
        return pair_of(one, other, *self.others, **{"rules": RULES} | dict(self.known))


FIVE = "Alder birch cedar hazel larch"


def left(sentence: str = "It has 40 gates.", value: str = "40", **changes: Any) -> Claim:
    return stated(sentence, value, **changes)


def right(sentence: str = "It has 43 gates.", value: str = "43", **changes: Any) -> Claim:
    return stated(sentence, value, **{"source": "b"} | changes)


def both(value: float, mine: Mapping[str, Any], theirs: Mapping[str, Any] | None = None, **known: Any) -> Case:
    """Two claims that differ from each other in ``mine`` and ``theirs`` alone."""
    return Case(left(**mine), right(**(mine if theirs is None else theirs)), value, known=known)


def entities(one: Entity | None = WEIR, other: Entity | None = WEIR) -> dict[str, Any]:
    return {"entities": {"a": [one] if one else [], "b": [other] if other else []}}


def qualified(claim: Claim, **said: Any) -> Claim:
    return replace(claim, qualifiers=replace(claim.qualifiers, **said))


def said(value: float, one: Mapping[str, Any], other: Mapping[str, Any]) -> Case:
    """Two claims with these qualifiers."""
    return Case(qualified(left(), **one), qualified(right(), **other), value)


def scoped(value: float, one: Scope, other: Scope) -> Case:
    return both(value, {"scope": one}, {"scope": other})


def texts(value: float, one: str, other: str, **changes: Any) -> Case:
    """Two sentences, the one with 40 and the other with 43."""
    return both(value, {"sentence": one} | changes, {"sentence": other} | changes)


def labelled(value: float, one: Labels, other: Labels, sentence: str = "40", another: str = "43") -> Case:
    return both(value, {"sentence": sentence, "labels": one}, {"sentence": another, "labels": other})


def part(name: str) -> SubjectRef:
    return SubjectRef("tarn_weir", name)


def of(claim: Claim, subject: SubjectRef) -> Claim:
    return replace(claim, subject=subject)


TARN, OSIER = {"subject": "tarn_weir"}, {"subject": "osier_mill"}

SUBJECT = {
    "same_subject": (both(1, TARN), both(0, TARN, OSIER)),
    "two_named_subjects": (both(1, TARN, OSIER), both(0, TARN, OSIER | {"binding": "topic"})),
    "subjects_apart": (both(1, TARN, OSIER), Case(left(**TARN), right("The Tarn Weir has 43 gates.", **OSIER), 0)),
    "subject_words": (both(1, TARN), both(0, TARN, OSIER)),
    "subject_around": (
        Case(left(**TARN), right("The Tarn Weir has 43 gates.", **OSIER), 1),
        Case(left(**TARN), right(**OSIER), 0),
    ),
    "subjects_around_both": (
        Case(left("The Osier Mill has 40 gates.", **TARN), right("The Tarn Weir has 43 gates.", **OSIER), 1),
        Case(left(**TARN), right("The Tarn Weir has 43 gates.", **OSIER), 0),
    ),
    "two_parts": (
        Case(of(left(), part("north")), of(right(), part("south")), 1),
        Case(of(left(), part("north")), of(right(), part("north")), 0),
    ),
    "part_of_one": (
        Case(of(left(), part("north")), right(), 1),
        Case(of(left(), part("north")), of(right(), part("south")), 0),
    ),
    "same_topic": (
        Case(left(), right(), 1, known=entities(WEIR, WEIR)),
        Case(left(), right(), 0, known=entities(WEIR, MILL)),
    ),
    "topic_named": (
        Case(left(), right(), 1, known=entities(WEIR, MILL) | {"names": {"b": ["tarn weir"]}}),
        Case(left(), right(), 0, known=entities(WEIR, MILL) | {"names": {"b": ["alder"]}}),
    ),
    "topic_within": (
        Case(left(), right(), 1, known=entities(WEIR, TRUST)),
        Case(left(), right(), 0, known=entities(WEIR, MILL)),
    ),
    "topics_apart": (
        Case(left(), right(), 1, known=entities(WEIR, MILL)),
        Case(left(), right(), 0, known=entities(WEIR, MILL) | {"names": {"b": ["tarn weir"]}}),
    ),
    "topic_unknown": (
        Case(left(), right(), 1, known=entities(WEIR, None)),
        Case(left(), right(), 0, known=entities(WEIR, MILL)),
    ),
    "name_shared": (
        texts(1, "At Alder Hall 40 gates rot.", "By Alder Hall 43 gates rot."),
        texts(0, "At Alder Hall 40 gates rot.", "By Birch Hall 43 gates rot."),
    ),
    "other_names": (
        texts(1, "At Alder Hall 40 gates rot.", "By Birch Quay 43 gates rot."),
        texts(0, "At Alder Hall 40 gates rot.", "By the quay 43 gates rot."),
    ),
    "strangers": (
        texts(1, "At Alder Hall 40 gates rot.", "By Birch Quay 43 gates rot."),
        Case(
            left("At Alder Hall 40 gates rot."),
            right("By Birch Quay 43 gates rot."),
            0,
            known={"names": {"b": ["alder hall"]}},
        ),
    ),
    "stranger": (
        Case(
            left("At Alder Hall 40 gates rot."),
            right("By Birch Quay 43 gates rot."),
            1,
            known={"names": {"b": ["alder hall"]}},
        ),
        texts(0, "At Alder Hall 40 gates rot.", "By Birch Quay 43 gates rot."),
    ),
    "titles_alike": (
        labelled(1, Labels(title="Alder"), Labels(title="Alder")),
        labelled(0, Labels(title="Alder"), Labels(title="Larch")),
    ),
}

GATES, BOATS = {"attribute": "gates"}, {"attribute": "boats"}
OWN = {"attribute": "own", "open": True}
MONEY = {"sentence": "It is $40.", "value": "$40"}
DATE = {"sentence": "It opened in May 1894.", "value": "May 1894", "attribute": "opened"}
NUMBER = {"sentence": "It is 40.", "value": "40"}


def valued(value: float, text: str) -> Case:
    return both(value, {"sentence": f"It is {text}.", "value": text})


ATTRIBUTE = {
    "same_attribute": (both(1, GATES), both(0, GATES, BOATS)),
    "two_attributes": (both(1, GATES, BOATS), both(0, GATES, OWN)),
    "same_open_attribute": (both(1, OWN), both(0, OWN, OWN | {"attribute": "another"})),
    "attribute_meant": (
        both(0.6, GATES, OWN | {"sentence": "It has 43 sluices."}),
        both(0, GATES, OWN | {"sentence": "It has 43 boats."}),
    ),
    "attribute_not_meant": (
        both(1, GATES, OWN | {"sentence": "It has 43 boats."}),
        both(0, GATES, OWN | {"sentence": "It has 43 sluices."}),
    ),
    "meant_alike": (
        both(1, OWN | {"sentence": "40 sluices"}, OWN | {"sentence": "43 sluices"}),
        both(0, OWN | {"sentence": "40 sluices"}, OWN | {"sentence": "43 boats"}),
    ),
    "meant_strongly_alike": (
        both(1, OWN | {"sentence": "40 sluices"}, OWN | {"sentence": "43 sluices"}),
        both(0, OWN | {"sentence": "40 sluices"}, OWN | {"sentence": "43 of the of the of the sluices"}),
    ),
    "meant_strongly_apart": (
        both(1, OWN | {"sentence": "40 sluices"}, OWN | {"sentence": "43 boats"}),
        both(0, OWN | {"sentence": "40 sluices"}, OWN | {"sentence": "43 of the of the of the boats"}),
    ),
    "attribute_unknown": (both(1, GATES, OWN | {"sentence": "It is 43 for all."}), both(0, GATES, BOATS)),
    "same_unit": (texts(1, "40 gates", "43 gates"), texts(0, "40 gates", "43 anvils")),
    "two_units": (texts(1, "40 gates", "43 anvils"), texts(0, "40 gates", "43")),
    "unit_of_one": (texts(1, "40 gates", "43"), texts(0, "40 gates", "43 anvils")),
    "nouns_alike": (texts(1, "40 gates", "43 gates"), texts(0, "40 gates", "43 anvils")),
    "noun_around": (texts(1, "40 gates", "Of gates it has 43 anvils."), texts(0, "40 gates", "43 anvils")),
    "noun_missing": (texts(2, "40 gates", "43 anvils"), texts(0, "40 gates", "43 gates")),
    "per_of_one": (said(1, {"per": "day"}, {}), said(0, {"per": "day"}, {"per": "day"})),
    "two_kinds": (both(1, MONEY, NUMBER | {"sentence": "It is 43.", "value": "43"}), both(0, MONEY)),
    "dates": (both(1, DATE), both(0, GATES)),
    "amounts": (both(1, MONEY), both(0, GATES)),
    "numbers": (both(1, GATES), both(0, MONEY)),
    "percentages": (valued(1, "40%"), valued(0, "40 metres")),
    "durations": (valued(1, "40 days"), valued(0, "40 metres")),
    "measures": (valued(1, "40 metres"), valued(0, "40 days")),
    "same_precision": (both(1, DATE), both(0, DATE, DATE | {"sentence": "It opened in 1894.", "value": "1894"})),
    "same_attribute_close": (both(1, GATES), both(0, GATES | TARN, GATES | OSIER)),
    "same_unit_close": (both(1, TARN), both(0, TARN, OSIER)),
    "same_attribute_and_unit": (texts(1, "40 gates", "43 gates"), texts(0, "40 gates", "43 anvils")),
    "holds_once": (both(1, GATES), both(0, BOATS)),
    "holds_once_of_one": (both(1, GATES | TARN), both(0, GATES | TARN, GATES | OSIER)),
    "holds_many": (both(1, BOATS), both(0, GATES)),
    "changing_undated": (
        both(1, {"attribute": "staff", "scope": YEAR}, {"attribute": "staff"}),
        both(0, {"attribute": "staff", "scope": YEAR}),
    ),
}


def in_common(value: float, one: list[str], other: list[str]) -> Case:
    return Case(left(), right(), value, known={"names": {"a": one, "b": other}})


def beside(value: float, *figures: int) -> Case:
    """Two statements, and in both documents these other figures."""
    others = tuple(stated(f"{n} boats", f"{n} boats", source=source, start=100 + n) for source in "ab" for n in figures)
    return Case(left("It has 412 gates.", "412"), right("It has 431 gates.", "431"), value, others)


def frames(value: float, *figures: int) -> Case:
    """Two statements in a frame that further documents fill with these figures."""
    frame = "Alder birch cedar {} gates"
    others = tuple(stated(frame.format(n), f"{n} gates", source=f"s{at}") for at, n in enumerate(figures))
    return Case(left(frame.format(40)), right(frame.format(43)), value, others)


def in_crowd(value: float, times: int, noun: str) -> Case:
    """Gates, and so many of another noun, in so many times a few documents."""
    silent = {f"s{n}": [] for n in range(times * FEW_DOCUMENTS - 2)}
    return Case(left("40 gates"), right(f"43 {noun}"), value, known={"names": {"a": [], "b": [], **silent}})


DOCUMENTS = {
    "one_document": (both(1, {}, {"source": "a", "start": 90}), both(0, {})),
    "names_in_common": (in_common(1, ["alder"], ["alder", "birch"]), in_common(0, ["alder"], ["birch"])),
    "rare_values_shared": (beside(2, 512, 613), beside(0, 12, 41)),
    "crowded": (
        Case(
            left("40 gates, 12 boats"),
            right("43 gates, 14 boats"),
            math.log(2) / 3,
            (stated("40 gates, 12 boats", "12 boats"), stated("43 gates, 14 boats", "14 boats", source="b")),
        ),
        Case(left("40 gates, 12 boats"), right("43 gates, 14 boats"), 0),
    ),
    "template": (frames(math.log2(3), 45, 47), frames(0)),
    "frame_shared": (frames(2, 40, 43), frames(1)),
    "near_alike_in_crowd": (in_crowd(1, 2, "gates"), in_crowd(0, 1, "gates")),
    "same_attribute_and_unit_in_crowd": (in_crowd(1, 2, "gates"), in_crowd(0, 1, "gates")),
}

IRON, WOOD = Labels(row="Iron"), Labels(row="Wood")
LABELS = {
    "labels_alike": (labelled(1, IRON, IRON), labelled(0, IRON, WOOD)),
    "other_labels": (labelled(1, IRON, WOOD), labelled(0, IRON, Labels())),
    "labels_around": (
        labelled(1, IRON, Labels(), another="43 of iron"),
        labelled(0, IRON, Labels(), another="43 of oak"),
    ),
    "labels_missing": (
        labelled(1, IRON, Labels(), another="43 of oak"),
        labelled(0, IRON, Labels(), another="43 of iron"),
    ),
    "other_rows": (labelled(1, IRON, Labels(key="Wood")), labelled(0, IRON, Labels(column="Wood"))),
    "other_columns": (labelled(1, Labels(column="Iron"), Labels(column="Wood")), labelled(0, IRON, WOOD)),
    "headings_alike": (
        labelled(1, Labels(headings=("Iron", "Oak")), Labels(headings=("Oak", "Iron"))),
        labelled(0, Labels(headings=("Iron",)), Labels(headings=("Oak",))),
    ),
    "other_headings": (
        labelled(1, Labels(headings=("Iron",)), Labels(headings=("Oak",))),
        labelled(0, Labels(headings=("Iron", "Oak")), Labels(headings=("Oak",))),
    ),
    "headings_around": (
        labelled(1, Labels(headings=("Iron",)), Labels(), another="43 of iron"),
        labelled(0, Labels(headings=("Iron",)), Labels(), another="43 of oak"),
    ),
    "both_tabular": (labelled(1, IRON, WOOD), labelled(0, IRON, Labels())),
    "one_tabular": (labelled(1, IRON, Labels()), labelled(0, IRON, WOOD)),
}

SCOPE = {
    "same_time": (scoped(1, YEAR, YEAR), scoped(0, YEAR, NEXT)),
    "other_times": (scoped(1, YEAR, NEXT), scoped(0, YEAR, DAY)),
    "other_times_by_document": (scoped(1, YEAR, DAY), scoped(0, YEAR, replace(NEXT, basis="document"))),
    "time_of_one": (scoped(1, YEAR, Scope()), scoped(0, Scope(), Scope())),
    "other_places": (scoped(1, Scope(place="Tarn"), Scope()), scoped(0, Scope(place="Tarn"), Scope(place="Tarn"))),
    "other_populations": (
        scoped(1, Scope(population="men"), Scope(population="women")),
        scoped(0, Scope(population="men"), Scope(population="men")),
    ),
    "other_stages": (scoped(1, Scope(stage="spent"), Scope()), scoped(0, Scope(stage="spent"), Scope(stage="spent"))),
    "other_modality": (both(1, {"modality": "projected"}, {}), both(0, {"modality": "projected"})),
    "running_total": (
        scoped(1, Scope(cumulative=True), Scope()),
        scoped(0, Scope(cumulative=True), Scope(cumulative=True)),
    ),
    "other_ordinals": (
        said(1, {"ordinals": ("first",)}, {"ordinals": ("second",)}),
        said(0, {"ordinals": ("first", "second")}, {"ordinals": ("second",)}),
    ),
    "ordinal_of_one": (
        said(1, {"ordinals": ("first",)}, {}),
        said(0, {"ordinals": ("first",)}, {"ordinals": ("second",)}),
    ),
    "other_roles": (said(1, {"role": "crew"}, {"role": "passengers"}), said(0, {"role": "crew"}, {})),
    "other_extent": (said(2, {"each": True}, {"average": True}), said(0, {"each": True}, {"each": True})),
    "total_of_one": (said(1, {"total": True}, {}), said(0, {"total": True}, {"total": True})),
    "other_events": (
        said(1, {"events": ("fire",)}, {"events": ("flood",)}),
        said(0, {"events": ("fire",)}, {"events": ("fire", "flood")}),
    ),
    "bound_of_one": (
        both(1, {"sentence": "It has more than 40 gates.", "value": "more than 40"}, {}),
        both(0, {"sentence": "It has about 40 gates.", "value": "about 40"}, {}),
    ),
}

WORDS = {
    "near_alike": (texts(1, "40 gates", "43 gates"), texts(0, "40 gates", "43 anvils")),
    "near_shared": (
        texts(rarity("gate") / 5, "40 gates", "43 gates"),
        texts(0, "40 gates", "43 anvils"),
    ),
    "near_word": (texts(rarity("gate") / 8, "40 gates", "43 gates"), texts(0, "40 gates", "43 anvils")),
    "adjacent_word": (texts(1, "40 gates", "43 gates"), texts(0, "40 gates", "43 of the of the gates")),
    "adjacent_strangers": (texts(1, "40 gates", "43 anvils"), texts(0, "40 gates", "43 anvils by the old gates")),
    "sentences_alike": (texts(1, "Alder birch 40", "Birch alder 43"), texts(0, "Alder birch 40", "Cedar larch 43")),
    "no_word_shared": (texts(1, "Alder birch 40", "Cedar larch 43"), texts(0, "Alder birch 40", "Birch larch 43")),
    "own_words_around_both": (
        texts(1, "Alder 40 birch", "Birch 43 alder"),
        texts(0, "Alder 40 birch", "Cedar 43 larch"),
    ),
    "own_words_around": (
        texts(1, "Alder 40", "Alder birch cedar 43"),
        texts(0, "Alder 40", "Birch cedar 43"),
    ),
    "context_alike": (
        texts(1, "Alder 40", "Alder 43"),
        both(0, {"sentence": "Alder 40"} | TARN, {"sentence": "Birch 43"} | OSIER),
    ),
    "wording": (texts(1, "Alder birch 40 gates", "Alder birch 43 gates"), texts(0, "Alder 40", "Birch cedar 43 larch")),
    "copies": (
        texts(1, "Alder birch cedar hazel larch 40 gates", "Alder birch cedar hazel larch 43 gates"),
        texts(0, "Alder birch cedar hazel larch 40 gates", "Alder birch cedar maple yew 43 gates"),
    ),
    "copies_of_two": (
        both(1, TARN | {"sentence": f"{FIVE} 40"}, OSIER | {"sentence": f"{FIVE} 43"}),
        both(0, TARN | {"sentence": f"{FIVE} 40"}, TARN | {"sentence": f"{FIVE} 43"}),
    ),
    "same_word_before": (
        texts(1, "It has 40 gates.", "She has 43 gates."),
        texts(0, "It has 40 gates.", "It had 43 gates."),
    ),
    "same_word_behind": (
        texts(1, "It has 40 of it.", "It had 43 of all."),
        texts(0, "It has 40 of it.", "It has 43 in it."),
    ),
    "same_left": (texts(1, "Alder of 40", "Alder by 43"), texts(0, "Alder of 40", "Birch of 43")),
    "same_right": (texts(1, "40 of alder", "43 by alder"), texts(0, "40 of alder", "43 of birch")),
    "slot_meant": (texts(1, "Alder 40", "Birch of alder 43"), texts(0, "Alder 40", "Birch 43")),
    "slots_meant": (texts(1, "Alder 40", "Alder 43"), texts(0, "Alder 40", "Birch 43")),
    "slot_missing": (texts(2, "Alder 40", "Birch 43"), texts(0, "Alder 40", "Alder 43")),
    "left_meant": (texts(1, "Alder 40 birch", "Alder 43 cedar"), texts(0, "Alder 40 birch", "Cedar 43 birch")),
    "right_meant": (texts(1, "Alder 40 birch", "Cedar 43 birch"), texts(0, "Alder 40 birch", "Alder 43 cedar")),
    "meanings_alike": (
        texts(1, "It has 40 staff.", "It has 43 personnel."),
        texts(0, "It has 40 staff.", "It has 43 horses."),
    ),
    "meaning_shared": (
        texts(1, "It has 40 staff.", "It has 43 personnel."),
        texts(0, "It has 40 staff.", "It has 43 horses."),
    ),
    "nearest_meaning": (
        texts(1, "It has 40 staff.", "It has 43 personnel."),
        texts(0, "It has 40 staff.", "It has 43 horses."),
    ),
    "meanings_apart": (
        texts(1, "It has 40 staff.", "It has 43 freelancers."),
        texts(0, "It has 40 staff.", "It has 43 personnel."),
    ),
    "meaning_unknown": (
        texts(1, "It has 40 staff.", "It has 43 for all."),
        texts(0, "It has 40 staff.", "It has 43 personnel."),
    ),
    "meanings_exclude": (
        texts(1, "It has 40 staff.", "It has 43 freelancers."),
        texts(0, "It has 40 staff.", "It has 43 personnel."),
    ),
}

FURTHER = [
    ("other_events", said(0, {"events": ("fire",)}, {})),
    ("meanings_apart", texts(0, "It has 40 staff.", "It has 43 for all.")),
    ("same_left", texts(0, "Alder of 40", "43 of it")),
    ("same_right", texts(0, "40 of alder", "43")),
    ("subjects_apart", both(0, TARN, OSIER | {"binding": "topic"})),
    ("names_in_common", both(1, {}, {"source": "a", "start": 90})),
    ("strangers", both(0, {"sentence": "At Alder 40"}, {"sentence": "By Birch 43", "source": "a", "start": 90})),
    ("topics_apart", both(0, {}, {"source": "a", "start": 90}, **entities(WEIR, MILL))),
    ("topics_apart", Case(left(), right(), 0, known=entities(WEIR, None))),
    ("rare_values_shared", beside(3, 512, 613, 714, 815)),
    ("rare_values_shared", Case(left("412 gates", "412"), right("412 gates", "412"), 0)),
    (
        "rare_values_shared",
        both(0, {"sentence": "412", "value": "412"}, {"sentence": "412", "value": "412", "source": "a", "start": 90}),
    ),
    ("frame_shared", frames(4, *range(50, 90))),
    ("near_alike_in_crowd", in_crowd(0, 2, "anvils")),
    ("same_attribute_and_unit_in_crowd", in_crowd(0, 2, "anvils")),
    ("topic_within", Case(left(), right(), 1, known=entities(TRUST, WEIR))),
    ("topic_within", Case(left(), right(), 0, known=entities(WEIR, None))),
    ("topic_within", both(0, {}, {"source": "a", "start": 90}, **entities(WEIR, WEIR))),
    ("topics_apart", Case(left(), right(), 0, known=entities(WEIR, TRUST))),
    ("template", frames(4, *range(50, 90))),
    ("near_shared", texts(3, "Alder birch cedar hazel 40 larch maple", "Alder birch cedar hazel 43 larch maple")),
    ("near_word", texts(0.8, "40 gates of alder", "43 of alder gates", attribute="x")),
    ("attribute_meant", both(-1, GATES | {"sentence": "40 of it"}, BOATS | {"sentence": "43 of it"})),
]
"""Cases at the ends of what some features measure."""

TABLES: Mapping[str, Mapping[str, tuple[Case, Case]]] = {
    "subject": SUBJECT,
    "attribute": ATTRIBUTE,
    "words": WORDS,
    "labels": LABELS,
    "scope": SCOPE,
    "documents": DOCUMENTS,
}


def test_each_feature_has_a_case_on_either_side() -> None:
    assert tuple(TABLES) == tuple(dict.fromkeys(one.group for one in FEATURES))
    assert {(one.group, one.name) for one in FEATURES} == {(group, name) for group in TABLES for name in TABLES[group]}
    assert all(above.value > below.value for table in TABLES.values() for above, below in table.values())


@pytest.mark.parametrize("side", [0, 1], ids=["above", "below"])
@pytest.mark.parametrize(
    ("name", "cases"), [(name, cases) for table in TABLES.values() for name, cases in table.items()]
)
def test_a_feature(name: str, cases: tuple[Case, Case], side: int) -> None:
    case = cases[side]
    assert MEASURES[name](case.pair()) == pytest.approx(case.value)
    assert MEASURES[name](case.pair(turned=True)) == pytest.approx(case.value)


@pytest.mark.parametrize(("name", "case"), FURTHER)
def test_a_feature_at_its_ends(name: str, case: Case) -> None:
    assert MEASURES[name](case.pair()) == pytest.approx(case.value)
    assert MEASURES[name](case.pair(turned=True)) == pytest.approx(case.value)


def test_the_public_functions_of_a_module_are_its_features() -> None:
    """In their order, and nothing that the module only imports or keeps to itself."""
    module = ModuleType("checker.comparison.features.colours")
    source = '''
from math import isfinite
SHADES = 3
def red(pair):
    """Both are Red.

    And nothing else.
    """
    return 1.0
def _hue(pair): return 2.0
def blue(pair): return _hue(pair)
'''
    exec(source, module.__dict__)
    module.__dict__["foreign"] = features_of
    red, blue = features_of(module)
    assert (red.name, red.group, red.words, red.measure(None)) == ("red", "colours", "both are Red", 1.0)
    assert (blue.name, blue.words, blue.measure(None)) == ("blue", "blue", 2.0)
    assert [one.name for one in features_of(subject)] == [one.name for one in FEATURES if one.group == "subject"]


def test_each_feature_says_in_words_what_it_is() -> None:
    assert all(one.words and one.words[0].islower() and not one.words.endswith(".") for one in FEATURES)
    every = (*FEATURES, *RIVAL_FEATURES)
    assert len({one.words for one in every}) == len({one.name for one in every}) == len(every)


@pytest.mark.parametrize("name", sorted(MEASURES))
def test_no_feature_looks_at_how_near_the_values_are(name: str) -> None:
    """The same pair with any other figure of as many digits measures the same."""
    pairs = [pair_of(left(), right(f"It has {n} gates.", str(n)), rules=RULES) for n in (43, 40, 41, 99)]
    assert len({round(float(MEASURES[name](pair)), 9) for pair in pairs}) == 1


@pytest.mark.parametrize(
    ("text", "name"), [("$43", "amounts"), ("43%", "percentages"), ("43 days", "durations"), ("43 metres", "measures")]
)
def test_a_bare_number_is_of_the_other_s_family_from_either_side(text: str, name: str) -> None:
    """It counts nothing of which the other has another unit."""
    case = both(1, NUMBER, {"sentence": f"It is {text}.", "value": text})
    for turned in (False, True):
        pair = case.pair(turned)
        families = ("dates", "amounts", "numbers", "percentages", "durations", "measures")
        assert [family for family in families if MEASURES[family](pair)] == [name]
        assert not any(MEASURES[one](pair) for one in ("same_unit", "two_units", "unit_of_one"))
