"""The clauses of a sentence, its verbs, and the phrase that each clause is about."""

from __future__ import annotations

from textwrap import wrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.linguistics.clauses import Grammar, Phrase, clauses, grammar_of, predicates
from tests.linguistics.documents import last, whole

SO = " so"
LAID = "The keel was laid in 1904"
ADVERBS = ("also", "now", "first", "then")
PIECES = (
    *("The keel", "the old roof", "Osier Mill", "It", "its wheel", "the Osier Fund's hall", "we", "which", "while"),
    *("weighs 4 tonnes", "was laid in 1904", "holds 40 looms", "stands", "founded in 1888", "sank", "of the shed"),
    *("and", "but", ",", ";", ".", "(", ")", "also", "quickly", "in 1931", "`max_rows`", "a charity", "with"),
)
WORDS = tuple(piece for piece in PIECES if piece[0].isalpha() and piece != "The keel")
SENTENCES = st.lists(st.sampled_from(PIECES), min_size=1, max_size=12)


def grammar(text: str) -> Grammar:
    return grammar_of(last(text)[1])


def laid(text: str) -> list[str]:
    """Each clause: what opens it in brackets, its words, how its subject is known and that subject."""
    found = grammar(text)
    lines = []
    for clause in found.clauses:
        topical = found.topical(clause.first)
        about = topical and f"{topical.how}: {found.parsed.text(topical.phrase.first, topical.phrase.last)}"
        opener = f"[{clause.opener}] " if clause.opener else ""
        lines.append(f"{opener}{found.parsed.text(clause.first, clause.last).rstrip(' .')} | {about or 'nothing'}")
    return lines


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{LAID}.", ["the keel was laid in 1904 | own: keel"]),
        # Marks and brackets part clauses, and a bracket is about what stands before it.
        ("The keel sank; the roof held.", ["the keel sank | own: keel", "[;] the roof held | own: roof"]),
        ("The keel sank: it was old.", ["the keel sank | own: keel", "[:] it was old | own: it"]),
        (
            "The keel (of 12 tonnes) sank.",
            ["the keel | own: keel", "[(] of 12 tonnes | antecedent: keel", "[)] sank | antecedent: keel"],
        ),
        # "and" with a verb behind it goes on about the same; with a subject and its verb it does not.
        (
            f"{LAID} and weighed in 1905.",
            ["the keel was laid in 1904 | own: keel", "[and] weighed in 1905 | shared: keel"],
        ),
        (
            f"{LAID} and the roof sank in 1905.",
            ["the keel was laid in 1904 | own: keel", "[and] the roof sank in 1905 | own: roof"],
        ),
        (
            f"{LAID}, the roof sank in 1905.",
            ["the keel was laid in 1904 | own: keel", "[,] the roof sank in 1905 | own: roof"],
        ),
        (
            f"{LAID} but sank, or was sold.",
            ["the keel was laid in 1904 | own: keel", "[but] sank , | shared: keel", "[or] was sold | shared: keel"],
        ),
        (f"{LAID} and 1905.", ["the keel was laid in 1904 and 1905 | own: keel"]),
        (f"{LAID} and the roof in 1905.", ["the keel was laid in 1904 and the roof in 1905 | own: keel"]),
        (f"{LAID} and of the shed sank.", ["the keel was laid in 1904 and of the shed sank | own: keel"]),
        # Before the first verb "and" joins two subjects; behind an opening preposition it may not.
        ("The keel and the roof sank.", ["the keel and the roof sank | own: keel"]),
        (
            "On the quay the keel and the roof sank.",
            ["on the quay the keel | own: keel", "[and] the roof sank | own: roof"],
        ),
        # Between "and" and its verb stands no other mark and no other "and".
        (
            f"{LAID} and the roof, old, sank.",
            ["the keel was laid in 1904 and the roof , old | own: keel", "[,] sank | shared: keel"],
        ),
        (
            f"{LAID} and the roof and the shed sank.",
            ["the keel was laid in 1904 and the roof | own: keel", "[and] the shed sank | own: shed"],
        ),
        # Subordinators: about the phrase before where they are relative, else about a subject of their own.
        (
            "The keel, which weighs 4 tonnes, was laid in 1904.",
            [
                "the keel , | own: keel",
                "[which] weighs 4 tonnes | antecedent: keel",
                "[,] was laid in 1904 | antecedent: keel",
            ],
        ),
        (
            "The keel was sold while the roof was mended.",
            ["the keel was sold | own: keel", "[while] the roof was mended | own: roof"],
        ),
        ("The keel was sold while at sea.", ["the keel was sold while at sea | own: keel"]),
        ("The keel sank before was told.", ["the keel sank | own: keel", "[before] was told | shared: keel"]),
        ("Which was sold.", ["[which] was sold | nothing"]),
        # Of two phrases in apposition the first is meant, where the second has an indefinite article.
        (
            "The Osier Fund, a charity, which sank in 1904.",
            ["the osier fund , a charity , | own: osier fund", "[which] sank in 1904 | antecedent: osier fund"],
        ),
        (
            "The keel, an oak, which sank in 1904.",
            ["the keel , an oak , | own: keel", "[which] sank in 1904 | antecedent: keel"],
        ),
        (
            "The keel, the oak, which sank in 1904.",
            ["the keel , the oak , | own: keel", "[which] sank in 1904 | antecedent: oak"],
        ),
        (
            "The keel of a ship which sank in 1904.",
            ["the keel of a ship | own: keel", "[which] sank in 1904 | antecedent: ship"],
        ),
        # A participle between commas is of the phrase before, unless it has an object.
        (
            "The keel, laid in 1904, weighs 4 tonnes.",
            [
                "the keel | own: keel",
                "[reduced] laid in 1904 | antecedent: keel",
                "[,] weighs 4 tonnes | antecedent: keel",
            ],
        ),
        (
            "The keel, taken down in 1931, weighs 4 tonnes.",
            [
                "the keel | own: keel",
                "[reduced] taken down in 1931 | antecedent: keel",
                "[,] weighs 4 tonnes | antecedent: keel",
            ],
        ),
        (
            "The keel, sold 1931, sank.",
            ["the keel | own: keel", "[reduced] sold 1931 | antecedent: keel", "[,] sank | antecedent: keel"],
        ),
        ("The keel, sold", ["the keel , sold | own: keel"]),
        ("The keel, built the mill.", ["the keel , built the mill | own: keel"]),
        ("The keel, stands in Lund.", ["the keel , stands in lund | own: keel"]),
        ("Nearly, sold in 1931.", ["nearly , sold in 1931 | nothing"]),
        ("In 1904, sold in 1931.", ["in 1904 | nothing", "[,] sold in 1931 | nothing"]),
        # An opening participle is of what the clause behind its comma is about.
        ("Built in 1904, the keel sank.", ["built in 1904 | own: keel", "[,] the keel sank | own: keel"]),
        (
            "Built in 1904 by men, in 1905 sold, the keel sank.",
            ["built in 1904 by men , in 1905 sold | own: keel", "[,] the keel sank | own: keel"],
        ),
        (
            "The keel sank, which broke in 1904, an oak beam of the shed.",
            ["the keel sank , | own: keel", "[which] broke in 1904 , an oak beam of the shed | antecedent: keel"],
        ),
        ("Built in 1904; the keel sank.", ["built in 1904 | nothing", "[;] the keel sank | own: keel"]),
        ("Built in 1904 the keel sank.", ["built in 1904 the keel sank | nothing"]),
        ("Built in 1904, of oak.", ["built in 1904 , of oak | nothing"]),
        ("Built in 1904, an oak mill of the guild.", ["built in 1904 , an oak mill of the guild | own: oak mill"]),
        # Neither a phrase that a preposition governs nor an owner is what a clause is about.
        ("On the quay sank the keel.", ["on the quay sank the keel | nothing"]),
        ("On the quay the keel sank.", ["on the quay the keel sank | own: keel"]),
        ("Its old keel sank.", ["its old keel sank | own: old keel"]),
        ("A keel's Tarn wheel sank.", ["a keel 's tarn wheel sank | own: tarn wheel"]),
        ("Its sank.", ["its sank | nothing"]),
        # Behind a verb of saying stands another clause, where a subject and its verb follow.
        ("The guild said the keel sank.", ["the guild said | own: the guild", "[said] the keel sank | own: keel"]),
        ("The guild said that the keel sank.", ["the guild said | own: the guild", "[that] the keel sank | own: keel"]),
        ("The guild said much of the keel.", ["the guild said much of the keel | own: the guild"]),
    ],
)
def test_clauses_and_what_each_is_about(text: str, expected: list[str]) -> None:
    assert laid(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{LAID}.", "was laid"),
        ("It's laid in 1904.", "laid"),
        # Participles before a noun, and none before a small word, an adverb or a verb.
        ("Registered players paid £12.", "paid"),
        ("The registered players paid £12.", "paid"),
        ("A fee of registered players was paid.", "was paid"),
        ("Each registered player paid £12.", "paid"),
        ("In 1904 registered players paid £12.", "paid"),
        ("The club, registered players, paid £12.", "registered paid"),
        ("The club registered players.", "registered"),
        ("Registered in 1904, it paid £12.", "registered paid"),
        ("Registered quickly, it paid £12.", "registered paid"),
        ("Registered a player.", "registered"),
        ("Registered.", "registered"),
        ("Sold players paid £12.", "sold paid"),
        # The first word behind the pronoun of a speaker or of several.
        ("We report 400 looms.", "report"),
        ("They quickly report loss.", "report"),
        ("You report loss.", "report"),
        ("I report loss.", "report"),
        ("He report loss.", ""),
        ("Also report we", ""),
        ("We of loss.", ""),
        ("We the weavers.", ""),
        ("We nearly.", ""),
        # A verb in -s before a value that is no date, or before an article.
        ("The keel weighs 12 tonnes.", "weighs"),
        ("The keel forms a light.", "forms"),
        ("The keel forms its light.", "forms"),
        ("The keel forms no light.", "forms"),
        ("The keel forms light.", ""),
        ("The keel forms in 1904.", ""),
        ("The keel forms 1904.", ""),
        ("The keel forms.", ""),
        ("The keel Forms 12 tonnes.", ""),
        ("The forms 12 tonnes.", ""),
        ("Of forms 12 tonnes.", ""),
        ("The 40 forms 12 tonnes.", ""),
        ("The oars forms 12 tonnes.", ""),
        ("It bus 12 tonnes.", ""),
        ("It forms 12 tonnes.", "forms"),
        ("The keel, which forms 12 tonnes.", "forms"),
        # At the beginning of a sentence, only before a counted noun.
        ("forms 30 rows an hour", "forms"),
        ("forms 30", ""),
        ("forms $30", ""),
        # A base form behind a plural.
        ("The towers stand 96 metres high.", "stand"),
        ("The towers give a light.", "give"),
        ("The tower give 96 metres.", ""),
        ("And give a light.", ""),
        ("The glass give 96 metres.", ""),
        # No word of a name in a program, and any word that a writer sets off.
        ("max_rows 30 rows an hour", ""),
        ("It was_built in 1904.", ""),
        ("It _was_ built_ in 1904.", "was built"),
        ("It _ was _ built in 1904.", "was built"),
        ("It was built_", "was built"),
        # What asks for something, before an article or a pronoun.
        ("Choose a boat.", "choose"),
        ("Please call us.", "call"),
        ("Choose boats.", ""),
        ("The call us.", ""),
        ("Near us.", ""),
        # What a name or a noun owns is a noun.
        ("The guild's keel sank.", "sank"),
        ("The guild's sunk.", "sunk"),
        # A known verb of the present, but behind no article, preposition or value.
        ("The keel has a light.", "has"),
        ("The keel stands near.", "stands"),
        ("The stands near.", ""),
        ("Of stands near.", ""),
        ("The 40 stands near.", ""),
        ("Stands near.", ""),
    ],
)
def test_the_verbs_of_clauses(text: str, expected: str) -> None:
    parsed = last(text)[1]
    assert " ".join(parsed.lower_forms[i] for i in predicates(parsed)) == expected


@pytest.mark.parametrize(("adverbs", "expected"), [(0, True), (3, True), (4, False)])
def test_adverbs_before_the_verb_of_a_speaker(adverbs: int, expected: bool) -> None:
    parsed = last(" ".join(("We", *ADVERBS[:adverbs], "report loss.")))[1]
    assert [parsed.lower_forms[i] for i in predicates(parsed)] == ["report"] * expected


@pytest.mark.parametrize(("adverbs", "expected"), [(0, 2), (3, 2), (4, 1)])
def test_adverbs_before_the_verb_of_another_clause(adverbs: int, expected: int) -> None:
    assert len(laid(" ".join((LAID, "and", *ADVERBS[:adverbs], "raised in 1905.")))) == expected


@pytest.mark.parametrize(("words", "expected"), [(12, 2), (13, 1)])
def test_how_far_the_verb_of_another_clause_stands(words: int, expected: int) -> None:
    assert len(laid(f"{LAID} and{SO * (words - 2)} the roof sank in 1905.")) == expected


@pytest.mark.parametrize(("phrases", "expected"), [(3, 2), (4, 1)])
def test_how_many_phrases_the_subject_of_another_clause_has(phrases: int, expected: int) -> None:
    assert len(laid(f"{LAID} and the roof{' of the shed' * (phrases - 1)} sank in 1905.")) == expected


@pytest.mark.parametrize(("between", "expected"), [(3, "reduced"), (4, "")])
def test_how_many_phrases_begin_behind_the_one_before_a_participle(between: int, expected: str) -> None:
    parsed = last("The very old big oak keel beam of, laid in 1904.")[1]
    comma = parsed.lower_forms.index(",")
    inside = [Phrase(n + 1, n + 2, True) for n in range(between)]
    found = clauses(parsed, predicates(parsed), [Phrase(0, comma, True), *inside])
    assert found[-1].opener == expected


def test_a_full_stop_inside_a_sentence_parts_only_where_a_blank_follows() -> None:
    for written, expected in (("The keel sank . The roof held", 2), ("The keel sank .The roof held", 1)):
        parsed = whole(written)
        assert len(grammar_of(parsed).clauses) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [("keel", "the keel was laid in 1904"), ("and", "the keel was laid in 1904"), ("roof", "the roof sank .")],
)
def test_the_words_of_a_clause(word: str, expected: str) -> None:
    found = grammar(f"{LAID} and the roof sank.")
    first, behind = found.bounds(found.parsed.lower_forms.index(word))
    assert found.parsed.text(first, behind) == expected


@pytest.mark.parametrize(
    ("text", "main", "noun_phrase"),
    [
        (f"{LAID} and the roof sank.", "keel", "keel"),
        ("Osier Mill was built in 1904.", "osier mill", None),
        ("It was built in 1904.", "it", None),
        ("Built in 1904, the keels sank.", "keels", "keel"),
        ("In 1904.", None, None),
    ],
)
def test_what_a_sentence_is_about(text: str, main: str | None, noun_phrase: str | None) -> None:
    found = grammar(text)
    about, noun = found.main_phrase(), found.main_noun_phrase()
    assert (about and found.parsed.text(about.first, about.last)) == main
    assert (noun and noun.text) == noun_phrase


def test_a_sentence_without_words_has_no_clause() -> None:
    found = grammar_of(whole(""))
    assert (found.clauses, found.main_phrase(), found.main_noun_phrase(), found.topical(0)) == ([], None, None, None)


@given(SENTENCES)
def test_clauses_cover_each_word_at_most_once_and_in_order(pieces: list[str]) -> None:
    found = grammar_of(whole(" ".join(pieces)))
    ends = [0]
    for clause in found.clauses:
        assert ends[-1] <= clause.first < clause.last <= len(found.parsed.words)
        assert clause.first - ends[-1] <= 1 or not found.parsed.text(ends[-1], clause.first).isalpha()
        ends.append(clause.last)
    covered = {i for clause in found.clauses for i in range(clause.first, clause.last)}
    openers = {",", ";", ".", "(", ")", "and", "but", "which", "while"}
    assert all(low in openers for i, low in enumerate(found.parsed.lower_forms) if i not in covered)


@given(SENTENCES)
def test_a_clause_is_about_one_of_the_phrases_of_its_sentence(pieces: list[str]) -> None:
    found = grammar_of(whole(" ".join(pieces)))
    for i in range(len(found.parsed.words)):
        topical = found.topical(i)
        assert topical is None or topical.phrase in found.phrases
        assert topical is None or topical.how in {"own", "shared", "antecedent"}


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12), st.integers(60, 100))
def test_a_line_wrap_changes_no_clause(pieces: list[str], width: int) -> None:
    text = " ".join(("The keel", *pieces, "was laid in 1904."))
    one, other = grammar(text), grammar("\n".join(wrap(text, width)))
    assert (one.verbs, one.phrases, one.clauses, one.noun_phrases) == (
        other.verbs,
        other.phrases,
        other.clauses,
        other.noun_phrases,
    )
