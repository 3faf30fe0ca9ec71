"""What a value may be of: who is a candidate, where each stands, and what it is in the text."""

from __future__ import annotations

import pytest

from checker.claims.subject_candidates import ReadSubject, ValueClause, clause_of, read_subjects
from checker.linguistics.clauses import grammar_of
from checker.linguistics.subject_candidate import SubjectCandidate
from checker.model.claim import Binding
from checker.model.reasons import SubjectBasis, SubjectReason
from checker.pipeline import recommended
from tests.linguistics.documents import last

MILL = "Osier Mill is a mill. "
TOPIC = "osier mill topic TOPIC"
ABOUT = f"{TOPIC} (current_topic topic) 0"
COLLEGE = "Calder College is a college. "
WHY = ("chosen_as_named", "chosen_by_owner")
NAMES = ("Osier Mill", "Tarn Hall", "Lund Bridge", "Calder College", "Harlow Tower", "Bruma Steel")


def clause(text: str, attribute: str = "", called: str = "") -> ValueClause:
    """The first value of the last sentence, with the attribute that the word ``called`` calls for."""
    discourse, parsed = last(text)
    at = parsed.lower_forms.index(called) if called else -1
    entry = recommended().attributes[attribute] if attribute else None
    return clause_of(grammar_of(parsed), 0, discourse, (), entry, at)


def described(read: ReadSubject) -> str:
    """The entity, the part, how firmly it is known and why, what it is in the text, and how long ago."""
    name = f"{read.entity.key} #{read.phrase.text}" if read.phrase is not None else read.entity.key
    roles = f" ({' '.join(sorted(read.roles))})" if read.roles else ""
    return f"{name} {read.binding} {read.basis.reason.name}{roles}{'' if read.recent is None else f' {read.recent}'}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Osier Mill was opened in 1904.", ["osier mill named NAMED (current_topic topic) 0"]),
        (MILL + "It was opened in 1904.", ["osier mill referred SENTENCE_BEFORE (current_topic topic) 0"]),
        (MILL + "The mill was opened in 1904.", ["osier mill referred LAST_NAMED (current_topic topic) 0"]),
        # A phrase without a name is something of what the text is about, or of its owner.
        (MILL + "The wheel weighs 12 tonnes.", [ABOUT, "osier mill #wheel topic TOPIC"]),
        ("In 1904 the wheel broke.", ["unnamed topic TOPIC (current_topic topic)", "unnamed #wheel topic TOPIC"]),
        (
            MILL + "The wheel of Tarn Hall weighs 12 tonnes.",
            ["tarn hall named NAMED", ABOUT, "tarn hall #wheel named TOPIC"],
        ),
        (
            MILL + "Tarn Hall's Lund wheel weighs 12 tonnes.",
            ["tarn hall named NAMED", "lund named NAMED", ABOUT, "tarn hall #lund wheel named TOPIC"],
        ),
        (
            MILL + "The wheel near Tarn Hall weighs 12 tonnes.",
            ["tarn hall named NAMED", ABOUT, "osier mill #wheel topic TOPIC"],
        ),
        (
            MILL + "The wheel of Norway weighs 12 tonnes.",
            ["norway named NAMED", ABOUT, "osier mill #wheel topic TOPIC"],
        ),
        (
            MILL + "Of Tarn Hall the wheel weighs 12 tonnes.",
            ["tarn hall named NAMED", ABOUT, "osier mill #wheel topic TOPIC"],
        ),
        (
            MILL + "Tarn Hall and Bruma's Lund wheel weighs 12 tonnes.",
            ["tarn hall named NAMED", "bruma named NAMED", "lund named NAMED", ABOUT, "bruma #lund wheel named TOPIC"],
        ),
        # A noun of the topic's name, or for its type, is the topic and no part of it.
        (MILL + "Every mill weighs 12 tonnes.", [ABOUT]),
        (
            MILL + "Its mill weighs 12 tonnes.",
            ["osier mill referred SENTENCE_BEFORE (current_topic topic) 0", "osier mill #mill topic TOPIC"],
        ),
        (
            MILL + "The water mill weighs 12 tonnes.",
            ["osier mill referred LAST_NAMED (current_topic topic) 0", "osier mill #water mill topic TOPIC"],
        ),
        # What is said of the topic, what happens to it, and where people are counted.
        (MILL + "A brick shed, completed in 1887.", [ABOUT]),
        (MILL + "A brick shed was completed in 1887.", [ABOUT, "osier mill #brick shed topic TOPIC"]),
        (MILL + "The brick shed, completed in 1887.", [ABOUT, "osier mill #brick shed topic TOPIC"]),
        (MILL + "Now a brick shed, completed in 1887.", [ABOUT, "osier mill #brick shed topic TOPIC"]),
        (MILL + "The fire was in 1887.", [ABOUT]),
        (MILL + "The campus has 900 students.", [ABOUT]),
        (MILL + "The wheel has 900 students.", [ABOUT, "osier mill #wheel topic TOPIC"]),
        (MILL + "The campus has 900 trees.", [ABOUT, "osier mill #campus topic TOPIC"]),
        # What is measured or counted has no value.
        (MILL + "The length was 12 metres.", [ABOUT]),
        (MILL + "The looms were 40 looms.", [ABOUT]),
        (MILL + "The weavers were 40 looms.", [ABOUT, "osier mill #weaver topic TOPIC"]),
        # "It" goes on about what the sentence before is about, unless that is a bare word.
        (
            MILL + "The wheel was mended. It weighs 12 tonnes.",
            [
                "osier mill referred SENTENCE_BEFORE (current_topic topic) 0",
                "osier mill #wheel topic SENTENCE_BEFORE (goes_on)",
            ],
        ),
        (
            MILL + "Old wheels broke. They weigh 12 tonnes.",
            [
                "osier mill referred SENTENCE_BEFORE (current_topic topic) 0",
                "osier mill #old wheel topic SENTENCE_BEFORE (goes_on)",
            ],
        ),
        (
            MILL + "Wheels broke. They weigh 12 tonnes.",
            ["osier mill referred SENTENCE_BEFORE (current_topic topic) 0"],
        ),
        (MILL + "The wheel was mended. In 1904 oak was sold.", [ABOUT, "osier mill #oak topic TOPIC"]),
    ],
)
def test_candidates(text: str, expected: list[str]) -> None:
    assert [described(read) for read in read_subjects(clause(text))] == expected


@pytest.mark.parametrize(
    ("attribute", "called", "expected"),
    [
        ("", "", True),
        ("", "tuition", False),
        ("tuition", "", False),
        ("opened", "", True),
        ("opened", "tuition", False),
    ],
)
def test_what_names_the_attribute_is_no_candidate(attribute: str, called: str, expected: bool) -> None:
    read = read_subjects(clause(MILL + "The tuition was $12 million.", attribute, called))
    assert any(one.phrase is not None and one.phrase.text == "tuition" for one in read) is expected


@pytest.mark.parametrize(("between", "expected"), [(2, "tarn hall"), (3, "osier mill")])
def test_how_far_behind_it_the_owner_is_named(between: int, expected: str) -> None:
    words = ("of", "the", "original")[: between - 1]
    read = read_subjects(clause(f"{MILL}The wheel {' '.join((*words, 'the'))} Tarn Hall weighs 12 tonnes."))
    assert read[-1].phrase is not None
    assert read[-1].entity.key == expected


def test_what_recent_sentences_were_about() -> None:
    text = " ".join(f"{name} was sold." for name in NAMES)
    read = read_subjects(clause(f"{text} The wheel weighs 12 tonnes."))
    recent = {one.entity.name: one.recent for one in read if one.recent is not None}
    assert recent == {name: n for n, name in enumerate(reversed(NAMES[-3:]))}


def test_which_names_before_are_candidates() -> None:
    text = " ".join(f"On the quay of {name} it rained." for name in NAMES[1:])
    read = read_subjects(clause(f"{MILL}\n\n## Sheds\n\n{text} The wheel weighs 12 tonnes."))
    named = [one.entity.name for one in read if one.basis.reason is SubjectReason.LAST_NAMED]
    assert named == list(reversed(NAMES[-4:]))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Osier Mill, of Tarn Hall; it holds 40 looms, and Ada Voss sold the sheds.",
            [
                "osier mill name before comma mark 2 leads",
                "it pronoun before",
                "tarn hall name <of before mark 1",
                "ada voss name behind comma",
                "sheds phrase behind comma verb 1 leads",
            ],
        ),
        ("Osier Mill 1904", ["osier mill name before leads"]),
        # What is passed over leads all the same, unless a preposition governs it.
        (MILL + "The fire in 1904 broke the wheel.", ["wheel phrase behind verb"]),
        (MILL + "The wheel broke a beam in 1904.", ["wheel phrase before verb leads", "beam phrase before"]),
        ("Of Tarn Hall 1904 was the year.", ["tarn hall name <of before", "year phrase behind leads"]),
        (MILL + "Of fire in 1904 the wheel broke.", ["wheel phrase behind leads"]),
        (MILL + "The wheel in the fire broke in 1904.", ["wheel phrase before verb 1 leads"]),
        ("It was sold and built in 1904.", ["it pronoun before verbs 2 leads"]),
        (
            "In 1904 the wheel of its shed broke.",
            ["its pronoun <of owns behind", "wheel phrase behind leads", "shed phrase <of behind 1"],
        ),
        (MILL + "The mill weighs 12 tonnes.", ["the mill definite before leads", "mill definite before"]),
        (
            MILL + "The mill's Tarn wheel is of 12 tonnes.",
            [
                "the mill definite owns before 1",
                "mill definite owns before 1",
                "tarn name before leads",
                "tarn wheel phrase before leads",
            ],
        ),
    ],
)
def test_where_candidates_stand(text: str, expected: list[str]) -> None:
    value = clause(text)
    places = [
        " ".join(
            filter(
                None,
                (
                    value.parsed.text(at.first, at.last),
                    at.kind,
                    at.preposition and f"<{at.preposition}",
                    "owns" if at.possessive else "",
                    "before" if at.before else "behind",
                    "comma" if at.comma_between else "",
                    "mark" if at.mark_between else "",
                    ("", "verb", "verbs 2")[at.verbs_between],
                    str(at.referents_between or ""),
                    "leads" if at.leads else "",
                ),
            )
        )
        for read in read_subjects(value)
        for at in read.occurrences
    ]
    assert places == expected


@pytest.mark.parametrize(
    ("text", "bounds", "topical", "names_nothing"),
    [
        (MILL + "The wheel was sold and it weighs 12 tonnes.", "it weighs 12 tonnes .", "it", True),
        (
            MILL + "The wheel of Tarn Hall weighs 12 tonnes.",
            "the wheel of tarn hall weighs 12 tonnes .",
            "wheel",
            False,
        ),
        ("In 1904.", "in 1904 .", None, True),
    ],
)
def test_the_clause_of_a_value(text: str, bounds: str, topical: str | None, names_nothing: bool) -> None:
    value = clause(text)
    assert value.parsed.text(*value.bounds) == bounds
    assert (value.topical and value.parsed.text(value.topical.phrase.first, value.topical.phrase.last)) == topical
    assert value.names_nothing is names_nothing


@pytest.mark.parametrize(
    ("key", "part", "binding", "expected"),
    [
        ("tarn hall", "", "named", {"tarn hall": {"chosen", "chosen_named", *WHY}}),
        ("tarn hall", "", "referred", {"tarn hall": {"chosen", "chosen_referred", *WHY}}),
        ("tarn hall", "wheel", "named", {}),
        ("osier mill", "wheel", "topic", {"osier mill #wheel": {"chosen", "chosen_topic", *WHY}}),
        ("osier mill", "beam", "topic", {}),
        ("osier mill", "", "topic", {"osier mill": {"chosen", "chosen_topic", *WHY}}),
    ],
)
def test_what_the_rules_of_grammar_take(key: str, part: str, binding: Binding, expected: dict[str, set[str]]) -> None:
    discourse, parsed = last(MILL + "Tarn Hall is old. The oak wheel weighs 12 tonnes.")
    taken = SubjectCandidate(discourse.entities.by_key[key], SubjectBasis(SubjectReason.NAMED), binding, part)
    read = read_subjects(clause_of(grammar_of(parsed), 0, discourse, [taken], rule="owner"))
    roles = {f"{r.entity.key} #{r.phrase.head}" if r.phrase else r.entity.key: r.roles for r in read}
    chosen = {name: {role for role in own if role.startswith("chosen")} for name, own in roles.items()}
    assert {name: own for name, own in chosen.items() if own} == expected


def test_what_the_rules_of_grammar_take_is_a_candidate_that_nothing_else_names() -> None:
    discourse, parsed = last(MILL + "The wheel weighs 12 tonnes.")
    taken = SubjectCandidate(discourse.entities.unnamed(), SubjectBasis(SubjectReason.NEVER_NAMED), "topic")
    read = read_subjects(clause_of(grammar_of(parsed), 0, discourse, [taken], rule="nearest"))
    roles = "chosen chosen_as_never_named chosen_by_nearest chosen_topic"
    assert f"unnamed topic NEVER_NAMED ({roles})" in map(described, read)


def test_a_candidate_without_its_grounds() -> None:
    read = read_subjects(clause(MILL + "The old Wheels weigh 12 tonnes."))
    whole, part = (read[0].candidate(), read[-1].candidate())
    assert (whole.entity.key, whole.part, whole.part_name, whole.binding) == ("osier mill", "", "", "topic")
    assert (part.entity.key, part.part, part.part_name, part.binding) == (
        "osier mill",
        "old wheel",
        "old Wheels",
        "topic",
    )


def test_a_section_has_a_role_beside_the_topic() -> None:
    text = f"# Notes\n\n{MILL}Osier Mill is old.\n\n## Tarn Hall\n\nTarn Hall is old. The wheel weighs 12 tonnes."
    roles = {one.entity.name: one.roles for one in read_subjects(clause(text)) if one.phrase is None}
    assert roles == {"Osier Mill": {"topic"}, "Tarn Hall": {"section", "current_topic"}}
