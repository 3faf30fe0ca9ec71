"""Each threshold of comparing, from both sides."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checker.comparison import scope_overlap
from checker.comparison.canonical_subjects import under_common_ids
from checker.comparison.duplicate_text import verbatim
from checker.comparison.edit_statistics import EditStatistics, equal_sentences
from checker.comparison.entity_resolution import common_topic, identify
from checker.comparison.inner_slips import slipped
from checker.comparison.name_containment import one_name
from checker.comparison.near_duplicate_pairs import as_read
from checker.comparison.paraphrase_conflicts import of_rivals
from checker.comparison.paraphrases import alike, likeness, rivals
from checker.comparison.same_attribute import pair, places
from checker.comparison.sentence_alignment import AlignedPair, aligned_pairs, neighbours
from checker.comparison.source_statements import rare
from checker.comparison.year_slips import apart
from checker.model.claim import Claim, Entity, Record, Scope
from checker.model.comparison import Comparison, Relation
from checker.model.document import Source
from checker.model.reasons import ComparisonReason, Reason, SupportReason
from checker.model.rule import AttributeEntry
from tests.comparison.stated import book, evidence, named, stated, words

WEIR = "tarn_weir"
GATES = book(gates={"value": "count", "holds": "once"}, many={"value": "count", "holds": "many"})


def code(judged: Comparison | Reason) -> object:
    """The relation, or the reason why there is none."""
    return judged.relation if isinstance(judged, Comparison) else judged.code


# scopes


def lasting(days: str) -> Scope:
    first, last = days.split("/")
    return Scope(days, first, last, "stated")


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("2001-01-01/2001-12-31", "2001-01-01/2001-02-01", True),
        ("2001-01-01/2001-12-31", "2001-01-01/2001-02-02", False),
        ("2001-01-01/2001-10-28", "2001-01-01/2001-06-30", True),
        ("2001-01-01/2001-10-29", "2001-01-01/2001-06-30", False),
        ("2001-01-01/2002-03-07", "2001-01-01/2001-12-31", True),
        ("2001-01-01/2002-03-08", "2001-01-01/2001-12-31", False),
        ("2001-01-01/2001-12-31", "2001-12-31/2002-12-30", True),
        ("2001-01-01/2001-12-31", "2002-01-01/2002-12-31", False),
    ],
)
def test_extents_of_time(left: str, right: str, same: bool) -> None:
    claim = stated("It has 40 gates.", "40 gates")
    one, other = (replace(claim, scope=lasting(days)) for days in (left, right))
    assert scope_overlap.same_time(one, other) is same
    assert scope_overlap.same_time(other, one) is same


@pytest.mark.parametrize(
    ("scope", "other", "reason"),
    [
        ({"place": "Tarn"}, {"place": "Tarn"}, None),
        ({"place": "Tarn"}, {}, ComparisonReason.OTHER_PLACES),
        ({"population": "men"}, {"population": "women"}, ComparisonReason.OTHER_POPULATIONS),
        ({"population": "others"}, {}, None),
        ({"stage": "spent"}, {"stage": "requested"}, ComparisonReason.OTHER_STAGES),
        ({"stage": "spent"}, {}, None),
        ({"stage": "converted"}, {}, ComparisonReason.OTHER_STAGES),
        ({"cumulative": True}, {}, ComparisonReason.RUNNING_TOTAL),
        ({"included": ("tax",)}, {"excluded": ("tax",)}, ComparisonReason.LEFT_OUT),
        ({"included": ("tax",)}, {"excluded": ("tips",)}, None),
        ({"time": "XXXX-05-03"}, {"time": "XXXX-05-04"}, ComparisonReason.OTHER_TIMES),
        ({"time": "XXXX-05-03"}, {"time": "XXXX-05"}, None),
    ],
)
def test_what_keeps_scopes_apart(scope: dict[str, object], other: dict[str, object], reason: object) -> None:
    claim = stated("It has 40 gates.", "40 gates")
    left, right = (replace(claim, scope=Scope(**fields)) for fields in (scope, other))
    found = scope_overlap.differing(left, right)
    assert (found.code if found else None) is reason
    assert scope_overlap.differing(right, left) == found


# evidence that two sources speak of one thing


def grounds(**known: object) -> set[object]:
    return {ground.code for ground in evidence(**known).grounds(WEIR, "a", "b")}


@pytest.mark.parametrize(
    ("mine", "theirs", "expected"),
    [
        ("tarn lund osier bruma", "tarn lund osier bruma", True),
        ("tarn lund osier", "tarn lund osier", False),
        ("tarn lund osier bruma c1 c2 c3 c4", "tarn lund osier bruma d1 d2 d3 d4", True),
        ("tarn lund osier bruma c1 c2 c3 c4 c5", "tarn lund osier bruma d1 d2 d3 d4 d5", False),
    ],
)
def test_names_shared(mine: str, theirs: str, expected: bool) -> None:
    found = grounds(names={"a": mine.split(), "b": theirs.split()})
    assert (SupportReason.NAMES in found) is expected


@pytest.mark.parametrize(
    ("mine", "theirs", "expected"),
    [
        ({"tarn weir"}, {"tarn weir", "lund"}, True),
        ({"tarn weir", "osier"}, {"tarn weir", "lund"}, False),
        ({"tarn"}, {"tarn", "lund"}, False),
    ],
)
def test_all_names_of_the_shorter_text(mine: set[str], theirs: set[str], expected: bool) -> None:
    assert (SupportReason.ALL_NAMES in grounds(names={"a": mine, "b": theirs})) is expected


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        (["112"], {SupportReason.RARE_VALUE}),
        (["112", "337"], {SupportReason.RARE_VALUE}),
        (["112", "337", "559"], {SupportReason.RARE_VALUE, SupportReason.RARE_VALUES}),
        (["12"], set()),
    ],
)
def test_rare_values(figures: list[str], expected: set[object]) -> None:
    claims = [
        stated(f"It has {figure} gates.", f"{figure} gates", source=source, start=100 * n, open=True)
        for source in "ab"
        for n, figure in enumerate(figures)
    ]
    assert grounds(claims=claims) == expected


@pytest.mark.parametrize(
    ("sentence", "value", "expected"),
    [
        ("It has 123 gates.", "123 gates", True),
        ("It has 12 gates.", "12 gates", False),
        ("It has 1,230 gates.", "1,230 gates", True),
        ("It has 1,200 gates.", "1,200 gates", False),
        ("It opened on 3 May 1894.", "3 May 1894", True),
        ("It opened in May 1894.", "May 1894", False),
        ("It took 123 days.", "123 days", False),
    ],
)
def test_which_values_are_rare(sentence: str, value: str, expected: bool) -> None:
    assert (rare(stated(sentence, value)) is not None) is expected


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (0, set()),
        (1, {SupportReason.NEAR_DUPLICATES}),
        (3, {SupportReason.NEAR_DUPLICATES}),
        (4, {SupportReason.NEAR_DUPLICATES, SupportReason.MANY_NEAR_DUPLICATES}),
    ],
)
def test_near_duplicates_shared(count: int, expected: set[object]) -> None:
    known = evidence().with_near_duplicates({"a": {"b": count}})
    for pair_of in (("a", "b"), ("b", "a")):
        assert {ground.code for ground in known.grounds(WEIR, *pair_of)} == expected


@pytest.mark.parametrize(
    ("naming", "all_sources", "expected"), [(3, 9, True), (3, 10, False), (2, 4, False), (4, 12, True)]
)
def test_widely_named(naming: int, all_sources: int, expected: bool) -> None:
    sources = "abcdefghijkl"[:all_sources]
    known = evidence(names=dict.fromkeys(sources, ()), entities={s: [named("Tarn Weir")] for s in sources[:naming]})
    assert known.is_known(WEIR) is expected


@pytest.mark.parametrize(
    ("name", "expected"), [("Ada Maud Corran", True), ("Ada Corran", False), ("Sir Ada Corran", False)]
)
def test_a_person_called_in_full(name: str, expected: bool) -> None:
    ada = named(name, type="person", topic=True)
    known = evidence(entities={"a": [ada], "b": [ada]})
    assert known.fully_named(ada.id, "a", "b") is expected
    assert SupportReason.BOTH_NAME in {ground.code for ground in known.grounds(ada.id, "a", "b")}


@pytest.mark.parametrize(
    ("mine", "theirs", "expected"),
    [
        (("4 May 1901", "9 June 1967"), ("4 May 1901", "9 June 1967"), True),
        (("4 May 1901", "9 June 1967"), ("4 May 1901", "3 July 1968"), True),
        (("4 May 1901", "9 June 1967"), ("6 May 1931", "9 June 1967"), True),
        (("4 May 1901", "9 June 1967"), ("6 May 1931", "3 July 1988"), False),
        (("4 May 1901", "9 June 1967"), ("6 May 1931",), True),
        ((), (), True),
    ],
)
def test_a_father_and_his_son_of_one_name(mine: tuple[str, ...], theirs: tuple[str, ...], expected: bool) -> None:
    ada = named("Ada Maud Corran", type="person", topic=True)
    claims = [
        stated(f"It is {day}.", day, attribute, source, subject=ada.id, start=start)
        for source, days in (("a", mine), ("b", theirs))
        for start, (attribute, day) in enumerate(zip(("born", "died"), days, strict=False))
    ]
    known = evidence(claims, entities={"a": [ada], "b": [ada]})
    assert known.fully_named(ada.id, "a", "b") is known.fully_named(ada.id, "b", "a") is expected


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [({"type": "person"}, {"topic": True}), ({"topic": True}, {"type": "person", "topic": True}), ({}, {})],
)
def test_only_people_whom_both_texts_are_about_are_called_in_full(
    mine: dict[str, object], theirs: dict[str, object]
) -> None:
    one, other = (named("Ada Maud Corran", **({"type": "person"} | about)) for about in (mine, theirs))
    assert (
        evidence(entities={"a": [replace(one, type=mine.get("type"))], "b": [other]}).fully_named(one.id, "a", "b")
        is False
    )


@pytest.mark.parametrize(("name", "expected"), [("TARN", True), ("TRN", False)])
def test_a_short_name(name: str, expected: bool) -> None:
    known = evidence(entities={"a": [named(name)], "b": [named(name)]})
    assert (SupportReason.BOTH_NAME in {g.code for g in known.grounds(name.lower(), "a", "b")}) is expected


@pytest.mark.parametrize(("near", "expected"), [((0, 1, 2, 3), 2), ((0, 1, 2), 1)])
def test_a_statement_much_alike(near: tuple[int, ...], expected: int) -> None:
    left = stated(f"{words(*near)} 40 of", "40", source="a")
    right = stated(f"{words(*near)} 41 of", "41", source="b")
    assert evidence([left, right], common=WEIR).points(left, right) == expected
    assert evidence([left, right]).points(left, right) == 0


@pytest.mark.parametrize(
    ("mine", "theirs", "expected"),
    [("Osier Ferry", "Osier Mill", True), ("Osier Ferry Club", "Osier Ferry Mill", False)],
)
def test_topics_of_their_own(mine: str, theirs: str, expected: bool) -> None:
    left = stated("It has 40 gates.", "40 gates", source="a", subject="osier_one", binding="topic")
    right = stated("It has 41 gates.", "41 gates", source="b", subject="osier_two", binding="topic")
    names = {"a": {mine.lower()}, "b": {theirs.lower()}}
    entities = {"a": [named(mine, topic=True)], "b": [named(theirs, topic=True)]}
    known = evidence([left, right], names=names, entities=entities)
    assert known.of_own_topics(left, right) is known.of_own_topics(right, left) is expected
    assert not known.of_own_topics(replace(left, binding="named"), right)
    for silent in "ab":
        of_one = evidence([left, right], names=names, entities=entities | {silent: [named("Osier One")]})
        assert not of_one.of_own_topics(left, right)
    each_names_the_other = evidence([left, right], {"a": names["b"] | names["a"], "b": names["b"]}, entities)
    assert not each_names_the_other.of_own_topics(left, right)


def test_who_is_a_stranger() -> None:
    left = stated("Bruma built 40 gates.", "40 gates", source="a")
    right = stated("Lundby built 41 gates.", "41 gates", source="b")
    names = {"a": {"bruma"}, "b": {"lundby"}}
    assert evidence([left, right], names).is_stranger(left, right)
    assert not evidence([left, right], names | {"a": {"bruma", "lundby"}}).is_stranger(left, right)
    assert not evidence([left, right], names | {"b": {"bruma", "lundby"}}).is_stranger(left, right)


@pytest.mark.parametrize(
    ("other", "own", "stands", "expected"),
    [
        ("41 gates", "40 gates", "41 gates", True),
        ("41 gates", "40 gates", "43 gates", False),
        ("41 gates", "40 gates", "more than 41 gates", True),
        ("41 gates", "more than 41 gates", "more than 41 gates", False),
    ],
)
def test_who_says_both(other: str, own: str, stands: str, expected: bool) -> None:
    left, right = stated(f"It has {own}.", own), stated(f"It has {other}.", other, source="b")
    also = stated(f"It had {stands}.", stands, start=100)
    known = evidence([left, right, also])
    assert known.says_both(left, right) is known.says_both(right, left) is expected


# which subjects are one


def are_one(left: Entity, right: Entity) -> bool:
    ids = identify([Record(Source(s), (e,), ()) for s, e in (("a", left), ("b", right))]).ids
    return ids["a", left.id] == ids["b", right.id]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (named("The Osier Mill"), named("Osier Mill"), True),
        (Entity("x", "The Mill"), Entity("y", "Mill"), False),
        (named("Osier Loan Programme"), named("Osier Loan"), True),
        (named("Osier Loan Scheme"), named("Osier Loan"), True),
        (Entity("x", "Osier Programme"), Entity("y", "Osier"), False),
        (named("SS Tarn Queen"), named("Tarn Queen"), True),
        (Entity("ss_tarn", "SS Tarn"), Entity("tarn", "Tarn"), False),
        (named("Ada Maud Jane Corran", type="person"), named("Maud Jane Corran", type="person"), True),
        (named("Ada Maud Corran", type="person"), named("Maud Corran", type="person"), False),
        (named("Ada Maud Jane Corran"), named("Maud Jane Corran"), False),
        (Entity("x", "Osier Club", aliases=("OCL",)), Entity("y", "Osier League", aliases=("OCL",)), True),
        (Entity("x", "Osier Club", aliases=("OC",)), Entity("y", "Osier League", aliases=("OC",)), False),
        (Entity("x", "Tarn", topic=True), Entity("y", "Tarn", topic=True), True),
        (Entity("x", "Tar", topic=True), Entity("y", "Tar", topic=True), False),
        (Entity("x", "Tarn"), Entity("y", "Tarn"), False),
        (Entity("x", "Tarn", type="place"), Entity("y", "Tarn", type="place"), True),
    ],
)
def test_one_by_name(left: Entity, right: Entity, expected: bool) -> None:
    assert are_one(left, right) is are_one(right, left) is expected


@pytest.mark.parametrize(("acronym", "shown"), [("O", False), ("OC", True), ("OCLMNPQR", True), ("OCLMNPQRS", False)])
def test_the_acronym_that_is_shown(acronym: str, shown: bool) -> None:
    record = Record(Source("a"), (named("Osier Club", aliases=(acronym,)),), ())
    assert identify([record]).names["osier_club"] == (f"Osier Club ({acronym})" if shown else "Osier Club")


@pytest.mark.parametrize(
    ("about", "others", "silent", "expected"),
    [(3, 0, 0, True), (2, 0, 0, False), (3, 3, 0, True), (3, 4, 0, False), (3, 3, 1, True)],
)
def test_what_a_folder_is_about(about: int, others: int, silent: int, expected: bool) -> None:
    tarn, unnamed = named("Tarn Weir", topic=True), Entity("unnamed", "", topic=True)
    topics = [*[tarn] * about, *(named(f"Osier {n}", topic=True) for n in range(others)), *[unnamed] * silent]
    records = [Record(Source(str(n)), (topic,), ()) for n, topic in enumerate(topics)]
    assert common_topic(records, identify(records)) == (WEIR if expected else None)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("clara_voss", "clara_voss", True),
        ("clara_voss", "clara_vossobe", True),
        ("clara_voss", "clara_vossobes", False),
        ("voss", "vossobe", False),
        ("clara_voss", "the_clara_voss_hall", True),
        ("clara_voss", "clara_maud_voss", False),
    ],
)
def test_names_within_names(left: str, right: str, expected: bool) -> None:
    assert one_name(left, right) is one_name(right, left) is expected


@pytest.mark.parametrize(
    ("topic", "names", "expected"),
    [
        (Entity("unnamed", "the weir", type="structure", topic=True), (), WEIR),
        (Entity("unnamed", "the school", type="university", topic=True), (), "unnamed"),
        (Entity("unnamed", "it", topic=True), (), WEIR),
        (named("Osier Mill", topic=True), (), "osier_mill"),
        (named("Osier Mill", topic=True), ("tarn weir",), WEIR),
    ],
)
def test_what_a_text_says_of_nothing_in_particular(topic: Entity, names: tuple[str, ...], expected: str) -> None:
    weir = named("Tarn Weir", type="structure", topic=True)
    own = stated("It has 40 gates.", "40 gates", source="d", subject=topic.id, binding="topic")
    records = [Record(Source(s), (weir,), ()) for s in "abc"]
    records.append(Record(Source("d"), (topic,), (own,), frozenset(names)))
    identity = identify(records)
    (claim,) = under_common_ids(records, identity, WEIR)
    assert claim.subject.entity.partition("~")[0] == expected
    (firm,) = under_common_ids([replace(records[3], claims=(replace(own, binding="named"),))], identity, WEIR)
    assert (firm.subject.entity == WEIR) is (expected == WEIR and topic.id == "unnamed")


# sentence alignment and near-duplicate text


def lined_up(left: Claim, right: Claim) -> int:
    return len(aligned_pairs([left, right]))


@pytest.mark.parametrize(
    ("mine", "theirs", "attribute", "expected"),
    [
        ((0, 1, 2, 3), (0, 1, 2, 4), "gates", 1),  # 3 of 5
        ((0, 1, 2, 3, 4), (0, 1, 2, 5), "gates", 0),  # 3 of 6
        ((0, 1, 2, 3), (0, 1, 2), "sluices", 1),  # 3 of 4
        ((0, 1, 2, 3, 4, 5), (0, 1, 2, 3, 4, 6), "sluices", 0),  # 5 of 7
    ],
)
def test_near_identical(mine: tuple[int, ...], theirs: tuple[int, ...], attribute: str, expected: int) -> None:
    left = stated(f"of the and of 40 {words(*mine)}", "40", source="a")
    right = stated(f"of the and of 41 {words(*theirs)}", "41", source="b", attribute=attribute)
    assert lined_up(left, right) == expected


@pytest.mark.parametrize(("before", "expected"), [("so by", 1), ("to by", 0)])
def test_neighbouring_words(before: str, expected: int) -> None:
    left = stated(f"{words(0, 1, 2)} so by 40 {words(3, 4)}", "40", source="a")
    right = stated(f"{words(0, 1, 2)} {before} 41 {words(4, 3)}", "41", source="b")
    assert lined_up(left, right) == expected


def test_of_several_values_the_one_among_most_of_the_same_words() -> None:
    """The first of those that are among as many."""

    def among(*parts: str) -> list[Claim]:
        sentence = "alder so by {} of birch to by {} of cedar".format(*parts)
        return [stated(sentence, part, source="b") for part in parts]

    left = stated("birch cedar alder so by 40 of yew", "40")
    rights = among("43", "57")
    assert [(one.left.value.text, one.right.value.text) for one in aligned_pairs([left, *rights])] == [("40", "43")]
    same = stated("birch cedar alder yew by 40 of by", "40")
    assert [one.right.value.text for one in aligned_pairs([same, *rights])] == ["43"]
    better = stated("alder to by 40 of cedar birch", "40")
    assert [one.right.value.text for one in aligned_pairs([better, *rights])] == ["57"]


@pytest.mark.parametrize(("many", "found"), [(2, {0: [1]}), (1, {})])
def test_short_sentences_are_no_copies(many: int, found: dict[int, list[int]]) -> None:
    content = ["alder", "birch"][:many]
    assert neighbours([content, content], {"a": range(1), "b": range(1, 2)}) == found


def test_how_many_sentences_of_two_rare_words_are_looked_at() -> None:
    many = 30
    found = neighbours([["alder", "birch"]] * many, {str(n): range(n, n + 1) for n in range(many)})
    assert found == {n: list(range(n + 1, 24)) for n in range(23)}


def test_how_many_rare_words_a_sentence_is_looked_up_by() -> None:
    rarest = [f"a{n}" for n in range(4)]
    contents = [[*rarest, "y1", "y2"], ["y1", "y2"], ["y1", "y2"], [*rarest, "y2"]]
    found = neighbours(contents, {str(n): range(n, n + 1) for n in range(4)})
    assert found == {0: [3], 1: [2]}


@pytest.mark.parametrize(
    ("mine", "theirs", "likeness", "expected"),
    [
        ((0, 1, 2, 3), (0, 1, 2, 3), 0.8, True),
        ((0, 1, 2, 3), (0, 1, 2, 3), 0.79, False),
        ((0, 1, 2), (0, 1, 2), 1.0, False),
        ((0, 1, 2, 3), (0, 1, 2, 3, 4, 5), 0.8, True),  # 4 of 6 pairs of neighbours
        ((0, 1, 2, 3), (0, 1, 2, 4), 0.8, True),  # 3 of 5
        ((0, 1, 2, 3), (0, 1, 2, 3, 4, 5, 6), 0.8, False),  # 4 of 7
    ],
)
def test_verbatim(mine: tuple[int, ...], theirs: tuple[int, ...], likeness: float, expected: bool) -> None:
    left = stated(f"40 {words(*mine)}", "40", source="a")
    right = stated(f"40 {words(*theirs)}", "40", source="b")
    found = verbatim([AlignedPair(left, right, likeness)])
    assert found == ([(("a", 0), ("b", 0))] if expected else [])


# edits and forms


def aligned(equal: int, other: int) -> tuple[list[AlignedPair], list[Relation]]:
    """Pairs of sentences of two sources, of which so many hold an equal value and so many another one."""
    pairs = [
        AlignedPair(
            stated("It has 40 gates.", "40 gates", source="a", start=100 * n),
            stated("It has 40 gates.", "40 gates", source="b", start=100 * n),
            1.0,
        )
        for n in range(equal + other)
    ]
    relations: list[Relation] = [*["agree"] * equal, *["conflict"] * other]
    return pairs, relations


@pytest.mark.parametrize(
    ("equal", "other", "edited", "copied", "form"),
    [
        (0, 1, True, False, False),
        (0, 2, False, False, True),
        (1, 1, True, False, False),
        (1, 2, False, False, True),
        (2, 2, True, False, False),
        (2, 3, False, False, False),
        (2, 4, False, False, True),
        (2, 1, True, False, False),
        (3, 1, True, True, False),
        (3, 2, True, False, False),
    ],
)
def test_edits_and_forms(equal: int, other: int, edited: bool, copied: bool, form: bool) -> None:
    pairs, relations = aligned(equal, other)
    statistics = EditStatistics.of(pairs, relations)
    last = pairs[-1]
    assert (statistics.edited(last), statistics.much_copied(last), statistics.filled(last)) == (edited, copied, form)


def test_equal_sentences_are_counted_once_a_wording() -> None:
    pairs, _ = aligned(3, 0)
    assert equal_sentences(pairs) == 0
    assert equal_sentences([replace(one, named=True) for one in pairs]) == 2


TALL = (0, 1, 2, 3, 4, 5, 6, 7, 8, 9)


def near_identical(
    shared: tuple[int, ...],
    likeness: float = 1.0,
    points: int = 0,
    equal: int = 0,
    relation: Relation = "conflict",
    attribute: str = "gates",
    tail: str = "",
) -> object:
    """What is said of two sentences that share these words; ``points`` is the support of their sources."""
    left = stated(f"{words(*shared)} holds 40 {tail}", "40", source="a", attribute=attribute)
    right = stated(f"{words(*shared)} holds 41 {tail}", "41", source="b", attribute=attribute)
    one = AlignedPair(left, right, likeness)
    place = ("a", 0, "b", 0)
    statistics = EditStatistics({place: equal} if equal else {}, {place: 1}, {("a", "b"): (equal, 1)})
    known = evidence([left, right], common=WEIR if points else None)
    if points > 1:
        known = known.with_near_duplicates({"a": {"b": 4 if points > 2 else 1}})
    return code(as_read(one, relation, "they differ", statistics, known, GATES))


@pytest.mark.parametrize(
    ("likeness", "points", "expected"),
    [
        (0.8, 1, "conflict"),
        (0.7, 1, "conflict"),
        (0.69, 1, ComparisonReason.LITTLE_SUPPORT),
        (0.8, 0, ComparisonReason.LITTLE_SUPPORT),
    ],
)
def test_support_of_near_identical_sentences(likeness: float, points: int, expected: object) -> None:
    assert near_identical((0, 1, 2), likeness, points) == expected


@pytest.mark.parametrize(
    ("shared", "likeness", "equal", "expected"),
    [
        ((0, 1, 2, 3), 0.8, 1, "conflict"),
        ((0, 1, 2), 0.8, 1, ComparisonReason.LITTLE_SUPPORT),
        ((0, 1, 2, 3), 0.8, 0, ComparisonReason.LITTLE_SUPPORT),
    ],
)
def test_one_edit_in_a_sentence(shared: tuple[int, ...], likeness: float, equal: int, expected: object) -> None:
    """The verb is a content word too."""
    assert near_identical(shared, likeness, 0, equal) == expected


@pytest.mark.parametrize(
    ("shared", "likeness", "tail", "expected"),
    [
        (TALL[:9], 0.85, "", "conflict"),
        (TALL[:8], 0.85, "", ComparisonReason.LITTLE_SUPPORT),
        (TALL[:9], 0.84, "", ComparisonReason.LITTLE_SUPPORT),
        (TALL[:9], 0.85, "1 2 3", "conflict"),
        (TALL[:9], 0.85, "1 2 3 4", ComparisonReason.LITTLE_SUPPORT),
    ],
)
def test_long_sentences(shared: tuple[int, ...], likeness: float, tail: str, expected: object) -> None:
    assert near_identical(shared, likeness, tail=tail) == expected


@pytest.mark.parametrize(
    ("shared", "likeness", "expected"),
    [
        ((0, 1, 2), 0.85, "conflict"),
        ((0, 1), 0.85, ComparisonReason.TWO_FACTS),
        ((0, 1, 2), 0.84, ComparisonReason.TWO_FACTS),
    ],
)
def test_what_a_thing_has_many_of(shared: tuple[int, ...], likeness: float, expected: object) -> None:
    assert near_identical(shared, likeness, 1, attribute="many") == expected


@pytest.mark.parametrize(("shared", "expected"), [((0, 1, 2), "conflict"), ((0, 1), ComparisonReason.NO_ATTRIBUTE)])
def test_sentences_of_no_attribute(shared: tuple[int, ...], expected: object) -> None:
    assert near_identical(shared, 1.0, 3, attribute="number") == expected


@pytest.mark.parametrize(
    ("bindings", "edits", "support", "words_shared", "expected"),
    [
        (("topic", "topic"), 1, 1, 4, "conflict"),
        (("topic", "referred"), 1, 1, 4, "conflict"),
        (("named", "topic"), 1, 1, 4, ComparisonReason.LITTLE_SUPPORT),
        (("named", "topic"), 1, 4, 4, "conflict"),
        (("named", "named"), 1, 4, 4, ComparisonReason.TWO_FACTS),
        (("topic", "topic"), 2, 1, 4, ComparisonReason.LITTLE_SUPPORT),
        (("topic", "topic"), 2, 4, 4, "conflict"),
        (("topic", "topic"), 1, 1, 3, ComparisonReason.SHORT_SENTENCES),
    ],
)
def test_near_identical_sentences_of_two_subjects(
    bindings: tuple[str, str], edits: int, support: int, words_shared: int, expected: object
) -> None:
    sentence = f"{words(*range(words_shared - 1))} holds {{}} of"
    left = stated(sentence.format(40), "40", binding=bindings[0])
    right = stated(sentence.format(60), "60", source="b", subject="osier_weir", binding=bindings[1])
    statistics = EditStatistics({}, {("a", 0, "b", 0): edits}, {("a", "b"): (0, 1)})
    known = evidence([left, right], common=WEIR).with_near_duplicates({"a": {"b": support}})
    judged = as_read(AlignedPair(left, right, 0.8), "conflict", "they differ", statistics, known, GATES)
    assert code(judged) == expected


def test_equal_values_agree_in_near_identical_sentences() -> None:
    assert near_identical((0,), 0.6, relation="agree") == "agree"
    assert near_identical((0,), 0.6, relation="incomparable") == ComparisonReason.VALUES


# one attribute


def one_attribute(left: Claim, right: Claim, *others: Claim, entry: AttributeEntry | None, **known: object) -> object:
    """What is said of two values of one attribute, each stated once."""
    groups = [[left], [right], *([claim] for claim in others)]
    support = evidence([left, right, *others], **known)
    forth = code(pair(groups, 0, 1, places(groups), entry, support))
    back = [groups[1], groups[0], *groups[2:]]
    assert code(pair(back, 0, 1, places(back), entry, support)) == forth
    return forth


MONEY = replace(GATES.attributes["gates"], value="money")


def amounts(shared: tuple[int, ...], binding: str = "named") -> tuple[Claim, Claim]:
    left = stated(f"{words(*shared)} $40 million", "$40 million", source="a", binding=binding)
    right = stated(f"{words(*shared)} $60 million", "$60 million", source="b", binding=binding)
    return left, right


@pytest.mark.parametrize(
    ("shared", "expected"), [((0, 1), "conflict"), ((0,), "conflict"), ((), ComparisonReason.MANY_AMOUNTS)]
)
def test_words_near_amounts_of_what_is_known(shared: tuple[int, ...], expected: object) -> None:
    left, right = amounts(shared)
    known = evidence([left, right], common=WEIR).with_near_duplicates({"a": {"b": 1}})
    groups = [[left], [right]]
    assert code(pair(groups, 0, 1, places(groups), MONEY, known)) == expected


@pytest.mark.parametrize(("shared", "expected"), [((0, 1), "conflict"), ((0,), ComparisonReason.MANY_AMOUNTS)])
def test_words_near_amounts_of_what_is_not(shared: tuple[int, ...], expected: object) -> None:
    left, right = amounts(shared)
    known = evidence([left, right]).with_near_duplicates({"a": {"b": 4}})
    groups = [[left], [right]]
    assert code(pair(groups, 0, 1, places(groups), MONEY, known)) == expected


@pytest.mark.parametrize(("shared", "expected"), [((0,), "conflict"), ((1,), ComparisonReason.MANY_AMOUNTS)])
def test_another_amount_that_shares_as_much(shared: tuple[int, ...], expected: object) -> None:
    left, right = amounts((1,))
    third = stated(f"{words(*shared)} $90 million", "$90 million", source="a", start=200)
    known = evidence([left, right, third], common=WEIR).with_near_duplicates({"a": {"b": 1}})
    groups = [[left], [right], [third]]
    assert code(pair(groups, 0, 1, places(groups), MONEY, known)) == expected


@pytest.mark.parametrize(
    ("shared", "count", "expected"),
    [
        ((0, 1, 2), 4, ComparisonReason.LITTLE_SUPPORT),
        ((0, 1), 4, ComparisonReason.ONLY_TOPIC),
    ],
)
def test_words_near_values_of_a_topic(shared: tuple[int, ...], count: int, expected: object) -> None:
    left, right = amounts(shared, binding="topic")
    known = evidence([left, right]).with_near_duplicates({"a": {"b": count}})
    groups = [[left], [right]]
    assert code(pair(groups, 0, 1, places(groups), MONEY, known)) == expected


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"modality": "projected"}, ComparisonReason.MODALITY),
        ({"modality": "negated"}, ComparisonReason.MODALITY),
        ({"scope": Scope(place="Tarn")}, ComparisonReason.OTHER_PLACES),
        ({"scope": Scope(cumulative=True)}, ComparisonReason.RUNNING_TOTAL),
    ],
)
def test_what_keeps_values_of_one_attribute_apart(changes: dict[str, object], expected: object) -> None:
    left, right = amounts((0, 1))
    assert one_attribute(left, replace(right, **changes), entry=MONEY) == expected


@pytest.mark.parametrize(
    ("name", "common", "expected"),
    [
        ("Ada Maud Corran", None, "conflict"),
        ("Ada Corran", None, ComparisonReason.STRANGER),
        ("Ada Corran", "ada_corran", "conflict"),
    ],
)
def test_strangers_to_each_other_s_names(name: str, common: str | None, expected: object) -> None:
    """Whom both texts call in full, or all texts are about, is one whatever else the sentences name."""
    ada = named(name, type="person", topic=True)
    left, right = (
        stated(f"For {place} {words(0, 1)} {amount} million", f"{amount} million", source=source, subject=ada.id)
        for source, place, amount in (("a", "Bruma", "$40"), ("b", "Lundby", "$60"))
    )
    known = evidence([left, right], {"a": {"bruma"}, "b": {"lundby"}}, {"a": [ada], "b": [ada]}, common)
    assert code(pair([[left], [right]], 0, 1, places([[left], [right]]), MONEY, known)) == expected


def test_an_open_attribute_never_conflicts() -> None:
    left, right = amounts((0, 1))
    assert one_attribute(left, right, entry=None) == ComparisonReason.OPEN_ATTRIBUTE
    assert one_attribute(left, right, entry=GATES.attributes["many"]) == ComparisonReason.MANY_VALUES


def test_a_value_that_changes_with_time() -> None:
    left, right = amounts((0, 1))
    growing = replace(MONEY, holds="per_time")
    assert one_attribute(left, right, entry=growing) == ComparisonReason.TIME_UNKNOWN
    year = lasting("2001-01-01/2001-12-31")
    dated = (replace(left, scope=year), replace(right, scope=year))
    assert one_attribute(*dated, entry=growing) == ComparisonReason.LITTLE_SUPPORT


def test_a_source_that_states_both() -> None:
    left, right = amounts((0, 1))
    both = replace(right, id="a-both", source="a", evidence=replace(right.evidence, start=300))
    groups = [[left], [right, both]]
    assert code(pair(groups, 0, 1, places(groups), MONEY, evidence([left, right, both]))) == ComparisonReason.SAYS_BOTH


def test_the_claims_that_share_most_words_stand_for_two_values() -> None:
    """Two of either value, of which the second of each side are in the same words; of one source none before others."""

    def cost(amount: str, source: str, start: int, *near: int) -> Claim:
        return stated(f"{words(*near)} {amount} million", f"{amount} million", source=source, start=start)

    lefts = [cost("$40", "a", 0, 1, 2), cost("$40", "a", 90, 3, 4, 5)]
    rights = [cost("$60", "b", 0, 6, 7), cost("$60", "b", 90, 3, 4, 5)]
    known = evidence([*lefts, *rights], common=WEIR).with_near_duplicates({"a": {"b": 1}})
    judged = pair([lefts, rights], 0, 1, places([lefts, rights]), MONEY, known)
    assert isinstance(judged, Comparison)
    assert (judged.left, judged.right) == (lefts[1].id, rights[1].id)
    inside = replace(rights[1], id="a-inside", source="a")
    judged = pair([lefts, [inside, rights[0]]], 0, 1, places([lefts, [rights[0]]]), MONEY, known)
    assert code(judged) == ComparisonReason.MANY_AMOUNTS


@pytest.mark.parametrize(("before", "expected"), [(5, "conflict"), (6, ComparisonReason.MANY_AMOUNTS)])
def test_how_many_claims_of_a_value_are_paired(before: int, expected: object) -> None:
    left, right = amounts((0, 1))
    others = [replace(left, id=f"a-{n}", evidence=replace(left.evidence, quote="$40 million")) for n in range(before)]
    others = [replace(one, value=replace(one.value, start=0, end=11)) for one in others]
    known = evidence([left, right], common=WEIR).with_near_duplicates({"a": {"b": 1}})
    groups = [[*others, left], [right]]
    assert code(pair(groups, 0, 1, places(groups), MONEY, known)) == expected


# a slip inside a source

ONCE = AttributeEntry(value="date", holds="once", verbs=("build",))


def slip(odd: str, usual: str = "1871", sentence: str = "The weir was built in {}.", binding: str = "named") -> bool:
    """Whether one sentence of a source slipped, which states the usual date elsewhere."""
    one = stated(sentence.format(odd), odd, source="a", binding=binding)
    again = stated(f"It dates from {usual}.", usual, source="a", start=300)
    other = stated(f"It was built in {usual}.", usual, source="b")
    stated_by = {"a": {0: one, 1: again}, "b": {1: other}}
    known = evidence([one, again, other], common=WEIR)
    return slipped([one], [other, again], stated_by, ONCE, known)


@pytest.mark.parametrize(
    ("odd", "expected"),
    [("1883", True), ("1884", False), ("1859", True), ("1858", False), ("1971", True), ("1781", True)],
)
def test_how_far_a_slip_may_miss(odd: str, expected: bool) -> None:
    assert slip(odd) is expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Built {} it has gates.", True),
        ("Built in {} it has gates.", True),
        ("Built up in {} it has gates.", True),
        ("Built to last in {} it has gates.", False),
        ("Built in {}, it has gates.", False),
        ("It was built in {}.", False),
    ],
)
def test_a_sentence_that_opens_with_its_verb(sentence: str, expected: bool) -> None:
    assert slip("1873", sentence=sentence, binding="topic") is expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The weir was built anew in {}.", False),
        ("Anew the weir of the sea was built then in {}.", False),
        ("Anew the old weir of the sea was built then in {}.", True),
    ],
)
def test_what_is_told_afresh(sentence: str, expected: bool) -> None:
    assert slip("1873", sentence=sentence) is expected


# a day of another year


def other_year(shared: tuple[int, ...], year: int, common: str | None = WEIR, support: int = 1) -> list[Comparison]:
    left = stated(f"{words(*shared)} 3 May 1871", "3 May 1871", "opened", "a")
    right = stated(f"{words(*shared)} 3 May {year}", f"3 May {year}", "opened", "b")
    known = evidence([left, right], common=common).with_near_duplicates({"a": {"b": support}})
    return list(apart([left, right], known, GATES))


@pytest.mark.parametrize(
    ("shared", "year", "expected"),
    [
        ((0, 1, 2, 3), 1873, 1),
        ((0, 1, 2), 1873, 0),
        ((0, 1, 2, 3), 1876, 0),
        ((0, 1, 2, 3), 1877, 1),
        ((0, 1, 2, 3), 1881, 0),
        ((0, 1, 2, 3), 1871, 0),
    ],
)
def test_the_same_day_of_another_year(shared: tuple[int, ...], year: int, expected: int) -> None:
    assert len(other_year(shared, year)) == expected


@pytest.mark.parametrize(
    ("mine", "theirs", "expected"),
    [
        ("3 January 1871", "3 January 1873", True),
        ("3 January 1871", "3 November 1873", False),
        ("3 January 1871", "13 January 1873", False),
        ("January 1871", "January 1873", False),
        ("31 December 1871", "31 December 1873", False),
    ],
)
def test_which_days_are_the_same(mine: str, theirs: str, expected: bool) -> None:
    left, right = (
        stated(f"{words(0, 1, 2, 3)} {day}", day, "opened", source) for day, source in ((mine, "a"), (theirs, "b"))
    )
    known = evidence([left, right], common=WEIR)
    assert bool(list(apart([left, right], known, GATES))) is expected


def test_what_only_says_when_a_value_holds() -> None:
    """Two days of that kind are of one event where both sentences state the same value."""

    def told(source: str, year: int, figure: int, attribute: str = "seen") -> list[Claim]:
        sentence = f"{words(0, 1, 2, 3)} 3 May {year} {figure} gates"
        day = stated(sentence, f"3 May {year}", "as_of", source)
        return [day, stated(sentence, f"{figure} gates", attribute, source)]

    def found(*claims: Claim) -> bool:
        return bool(list(apart(claims, evidence(claims, common=WEIR), GATES)))

    assert found(*told("a", 1871, 43), *told("b", 1873, 43))
    assert not found(*told("a", 1871, 43), *told("b", 1873, 57))
    assert found(*told("a", 1871, 43, "gates"), *told("b", 1873, 43, "many"))
    assert not found(*told("a", 1871, 43), told("b", 1873, 43)[0])
    opened, day = replace(told("a", 1871, 43)[0], attribute="opened"), told("b", 1873, 57)[0]
    assert found(opened, day)


@pytest.mark.parametrize(
    "changes", [{"source": "a", "start": 90}, {"modality": "projected"}, {"scope": Scope(place="Tarn")}]
)
def test_what_keeps_two_days_of_other_years_apart(changes: dict[str, object]) -> None:
    left = stated(f"{words(0, 1, 2, 3)} 3 May 1871", "3 May 1871", "opened")
    sentence = f"{words(0, 1, 2, 3)} 3 May 1873"
    right = stated(sentence, "3 May 1873", "opened", **{"source": "b", **changes})
    assert not list(apart([left, right], evidence([left, right], common=WEIR), GATES))


def test_support_of_another_year() -> None:
    assert len(other_year((0, 1, 2, 3), 1873, support=0)) == 1
    assert other_year((0, 1, 2, 3), 1873, common=None) == []


# paraphrases


@pytest.mark.parametrize(("shared", "expected"), [((0, 1, 2), 4 * 3 + 3), ((0, 1), 0)])
def test_alike_by_the_words_near_them(shared: tuple[int, ...], expected: int) -> None:
    left, right = amounts(shared)
    assert alike(left, right) == alike(right, left) == expected


def test_alike_at_the_lower_end() -> None:
    left, right = (stated(f"{words(0, 1, 2)} {v} boats", f"{v} boats") for v in ("40 to 50", "40 to 60"))
    assert alike(left, right) == 4 * 4 + 4 + 8


@pytest.mark.parametrize(
    ("near", "far", "value", "expected"),
    [
        ((0, 1), (), "$40 million", 2 * 2 + 2),
        ((0,), (), "$40 million", 2 + 1),
        ((), (2, 3, 4), "$40 million", 0),
        ((), (2, 3, 4), "$412 million", 3 + 4),
        ((), (2,), "$412 million", 1 + 4),
        ((0,), (2, 3), "40%", 2 + 3),
        ((0,), (2,), "40%", 0),
        ((0, 1), (), "40%", 2 * 2 + 2),
    ],
)
def test_one_value_in_other_words(near: tuple[int, ...], far: tuple[int, ...], value: str, expected: int) -> None:
    sentence = f"{words(*near)} {value} of the of the of the of the {words(*far)}"
    left, right = (stated(sentence, value, source=s) for s in "ab")
    assert likeness(left, right) == likeness(right, left) == expected


def test_what_keeps_one_value_in_other_words_apart() -> None:
    left, right = (stated(f"{words(0, 1)} $40 million", "$40 million", source=s) for s in "ab")
    assert likeness(left, right) == 6
    changes: list[dict[str, object]] = [
        {"modality": "projected"},
        {"scope": Scope(place="Tarn")},
        {"scope": Scope(excluded=("tax",))},
    ]
    for change in changes:
        other = replace(right, **change)
        one = replace(left, scope=Scope(included=("tax",))) if "scope" in change else left
        assert likeness(one, other) == likeness(other, one) == 0
    spent, requested = Scope(stage="spent"), Scope(stage="requested")
    assert likeness(replace(left, scope=spent), replace(right, scope=requested)) == 0
    assert likeness(replace(left, scope=spent), right) == 6


@pytest.mark.parametrize(
    ("holds", "shared", "dated", "expected"),
    [
        ("once", (0, 1, 2), True, "conflict"),
        ("many", (0, 1, 2), True, "conflict"),
        ("many", (0, 1), True, ComparisonReason.TIME_UNKNOWN),
        ("many", (0, 1), False, "conflict"),
        ("per_time", (0, 1, 2), False, ComparisonReason.TIME_UNKNOWN),
    ],
)
def test_one_event_of_many(holds: str, shared: tuple[int, ...], dated: bool, expected: object) -> None:
    left, right = amounts(shared)
    left = replace(left, scope=lasting("2001-01-01/2001-12-31")) if dated else left
    known = evidence([left, right], common=WEIR).with_near_duplicates({"a": {"b": 1}})
    rules = book(gates={"value": "money", "holds": holds})
    assert code(of_rivals(left, right, known, rules)) == code(of_rivals(right, left, known, rules)) == expected


def test_rivals_under_an_open_attribute_are_found_by_two_words() -> None:
    left, right = amounts((0, 1, 2))
    right = replace(right, attribute="cost__of", open=True)
    assert {frozenset((a.id, b.id)) for a, b in rivals([left, right], WEIR)} == {frozenset((left.id, right.id))}
    assert list(rivals([left, right], None)) == []
