"""The subject and the objects of a verb, what a relative pronoun stands for, and where a clause begins."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checker.linguistics import syntax
from checker.linguistics.coreference import Discourse
from checker.linguistics.sentence import ParsedSentence
from checker.linguistics.subject_candidate import SubjectCandidate
from tests.linguistics.documents import last

Reading = Callable[[ParsedSentence, int, Discourse], list[SubjectCandidate]]


def place(parsed: ParsedSentence, word: str) -> int:
    """Where a word stands last."""
    return max(i for i, low in enumerate(parsed.lower_forms) if low == word)


def found(reading: Reading, text: str, word: str) -> list[str]:
    """The candidates for a word of the last sentence, each with its part and how firmly it is known."""
    discourse, parsed = last(text)
    return [
        " ".join(filter(None, (c.entity.name, c.part and f"#{c.part}", c.binding if c.binding != "named" else "")))
        for c in reading(parsed, place(parsed, word), discourse)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Corran Bridge was opened.", ["Corran Bridge"]),
        ("Corran Bridge and Tarn Hall were opened.", ["Corran Bridge", "Tarn Hall"]),
        ("Corran Bridge and very old big Tarn Hall were opened.", ["Corran Bridge", "Tarn Hall"]),
        ("Corran Bridge and a very old big Tarn Hall were opened.", ["Tarn Hall"]),
        ("Corran Bridge, Tarn Hall were opened.", ["Tarn Hall"]),
        ("Lund Mill and it opened.", ["Lund Mill topic"]),
        # Owners and wholes.
        ("Lund Mill's wheel was opened.", ["Lund Mill"]),
        ("Lund Mill's old new red wheel opened.", ["Lund Mill #wheel"]),
        ("Lund Mill's big old new red tiny wheel opened.", []),
        ("The wheel of Lund Mill was opened.", ["Lund Mill #wheel"]),
        ("The wheel on Lund Mill was opened.", []),
        ("Work on Lund Mill was opened.", ["Lund Mill"]),
        ("The wheel by Lund Mill was opened.", []),
        ("Since the start of Lund Mill, the wheel of Tarn Hall was opened.", ["Tarn Hall #wheel"]),
        # Another name in brackets, and the object of the verb before "and".
        ("Lund Mill (Tarn Hall) was opened.", ["Lund Mill"]),
        ("Lund Mill (Tarn Hall was opened.", ["Tarn Hall"]),
        ("Lund Mill runs Tarn Hall and opened it.", ["Lund Mill"]),
        ("Lund Mill runs Tarn Hall in 1871, and then opened it.", ["Lund Mill"]),
        ("Lund Mill, Tarn Hall and opened it.", ["Tarn Hall"]),
        ("Lund Mill runs Tarn Hall, which opened.", ["Tarn Hall"]),
        # Only the clause of the verb.
        ("Lund Mill fell; Tarn Hall opened.", ["Tarn Hall"]),
        ("Lund Mill fell; then opened.", []),
        ("Lund Mill fell while Tarn Hall opened.", ["Tarn Hall"]),
        ("Lund Mill, while big, opened.", ["Lund Mill"]),
        ("The campus in Lund opened.", ["Lund"]),
    ],
)
def test_grammatical_subject(text: str, expected: list[str]) -> None:
    assert found(syntax.grammatical_subject, text, "opened") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He built Corran Bridge.", ["Corran Bridge"]),
        ("Corran Bridge was built.", []),
        ("He built Corran Bridge and Tarn Hall.", ["Corran Bridge", "Tarn Hall"]),
        ("He built Corran Bridge and old big Tarn Hall.", ["Corran Bridge", "Tarn Hall"]),
        ("He built Corran Bridge and very old big Tarn Hall.", ["Corran Bridge"]),
        ("He built Corran Bridge, Tarn Hall and Lund Mill.", ["Corran Bridge"]),
        ("He built Corran Bridge and it fell.", ["Corran Bridge"]),
        ("He built Corran Bridge and opened Tarn Hall.", ["Corran Bridge"]),
        ("He built for Corran Bridge.", []),
        ("He built a b c d e f Corran Bridge.", ["Corran Bridge"]),
        ("He built a b c d e f g Corran Bridge.", []),
        ("He built; Corran Bridge fell.", []),
        ("He built what which Corran Bridge had.", []),
        ("He built 4 Corran Bridge.", []),
        ("He built Lund's Corran Bridge.", ["Corran Bridge"]),
        ("Tarn Hall is old. He built the hall.", ["Tarn Hall referred"]),
    ],
)
def test_objects_of(text: str, expected: list[str]) -> None:
    assert found(syntax.objects_of, text, "built") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Corran Bridge, which opened", ["Corran Bridge"]),
        ("The Corran Bridge, a b which opened", ["Corran Bridge"]),
        ("The Corran Bridge, a b c which opened", []),
        ("The Corran Bridge, which a b c d e f g h i j k l opened", ["Corran Bridge"]),
        ("The Corran Bridge, which a b c d e f g h i j k l m opened", []),
        ("The Corran Bridge, which Tarn Hall opened", []),
        ("The Corran Bridge, which in Tarn Hall opened", ["Corran Bridge"]),
        ("Tarn Hall has Corran Bridge, which opened", ["Corran Bridge"]),
        ("Corran Bridge, which fell; opened", []),
        ("Corran Bridge, which fell and opened", []),
        ("Corran Bridge, which built opened", ["Corran Bridge"]),
        ("which opened", []),
        ("Corran Bridge opened", []),
    ],
)
def test_relative_antecedent(text: str, expected: list[str]) -> None:
    assert found(syntax.relative_antecedent, text, "opened") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Opened in 1871, Corran Bridge was old.", ["Corran Bridge"]),
        ("Opened in 1871, the Corran Bridge was old.", ["Corran Bridge"]),
        ("Opened in 1871, the very Corran Bridge was old.", []),
        ("Opened in 1871, on Corran Bridge was old.", []),
        ("Opened in 1871, Lund's mill was old.", []),
        ("Opened, in 1871, Corran Bridge was old.", ["Corran Bridge"]),
        ("Corran Bridge, Opened in 1871 Tarn Hall", []),
        ("Lund Mill is old. Opened in 1871, this Corran masterpiece was old.", ["Lund Mill"]),
        ("Lund Mill is old. Opened in 1871, the Corran masterpiece was old.", ["Corran"]),
        ("Lund Mill is old. Opened in 1871, this Corran was old.", ["Corran"]),
        ("Lund Mill is old. Opened in 1871, this Corran of old.", ["Corran"]),
        ("Lund Mill is old. Opened in 1871, this Corran fell.", ["Corran"]),
        ("Lund Mill is old. Opened in 1871, this Corran 4.", ["Corran"]),
        ("Lund Mill is old. Opened in 1871, this Corran", ["Corran"]),
    ],
)
def test_opening_participle(text: str, expected: list[str]) -> None:
    assert found(syntax.opening_participle, text, "opened") == expected


@pytest.mark.parametrize(
    ("text", "as_participle", "as_ing"),
    [
        ("it was opened", "passive", "active"),
        ("it was not also opened", "passive", "active"),
        ("it was not also first opened", "passive", "active"),
        ("it was not also first later opened", "open", "open"),
        ("it was slowly opened", "passive", "active"),
        ("it has opened", "active", "active"),
        ("it may opened", "active", "active"),
        ("it did opened", "active", "active"),
        ("it opened", "open", "open"),
        ("opened", "open", "open"),
        ("also opened", "open", "open"),
        ("opened it was", "open", "open"),
    ],
)
def test_voice_of(text: str, as_participle: str, as_ing: str) -> None:
    _, parsed = last(text)
    at = place(parsed, "opened")
    assert (syntax.voice_of(parsed, at, "ed"), syntax.voice_of(parsed, at, "ing")) == (as_participle, as_ing)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tarn, opened in 1871", True),
        ("Tarn (opened in", True),
        ("Tarn, opened 1871", True),
        ("Tarn opened in", False),
        ("Tarn, opened it", False),
        ("Tarn, opened", False),
        ("opened in it,", False),
    ],
)
def test_is_reduced_participle(text: str, expected: bool) -> None:
    _, parsed = last(text)
    assert syntax.is_reduced_participle(parsed, place(parsed, "opened")) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("it fell; it opened", 3),
        ("it fell while it opened", 3),
        ("it fell while opened", 0),
        ("it fell while it then built opened", 0),
        ("it which opened", 0),
        ("; opened", 1),
        ("while it opened", 1),
        ("opened; it fell", 0),
    ],
)
def test_clause_start(text: str, expected: int) -> None:
    _, parsed = last(text)
    assert syntax.clause_start(parsed, place(parsed, "opened")) == expected
