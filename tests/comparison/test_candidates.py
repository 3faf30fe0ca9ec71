"""Each statement finds the few others that may state the same fact, and never all."""

from __future__ import annotations

from typing import Any

import pytest

from checker.comparison import candidates as module
from checker.comparison.candidates import candidates
from checker.comparison.profiles import profiles_of
from checker.comparison.thresholds import CANDIDATES, STATEMENTS_UNDER_KEY
from checker.model.claim import Claim
from checker.model.labels import Labels
from checker.model.rule import Rulebook
from tests.comparison.stated import book, stated

NONE = Rulebook()


def found(*claims: Claim, rules: Rulebook = NONE) -> dict[tuple[int, int], float]:
    return candidates(profiles_of(claims, rules.attributes))


def strength(left: Claim, right: Claim) -> float:
    one, other = found(left, right).get((0, 1), 0.0), found(right, left).get((0, 1), 0.0)
    assert one == pytest.approx(other)
    return one


def plain(word: str, source: str, value: str = "40", **changes: Any) -> Claim:
    """A statement that shares no key with one of another word, unless ``changes`` give them one."""
    fields = {"attribute": word, "open": True, "subject": f"{word}_hall"} | changes
    sentence = fields.pop("sentence", f"{word} {value}")
    return stated(sentence, value, source=source, **fields)


def test_nothing_in_common_is_no_candidate() -> None:
    assert strength(plain("alder", "a"), plain("larch", "b", subject="spruce_weir")) == 0.0


@pytest.mark.parametrize(
    "shared",
    [
        pytest.param({"sentence": "yew 40"}, id="a word near the value"),
        pytest.param({"labels": Labels(column="Yew")}, id="a label"),
        pytest.param({"attribute": "gates", "open": False}, id="an attribute of the vocabulary"),
        pytest.param({"attribute": "own", "open": True}, id="an attribute in the text's own words"),
        pytest.param({"subject": "yew"}, id="a subject"),
        pytest.param({"sentence": "At Yew Tarn 40"}, id="a name"),
    ],
)
def test_each_kind_of_key_finds_a_counterpart(shared: dict[str, Any]) -> None:
    one, other = {"subject": "alder"}, {"subject": "larch"}
    assert strength(plain("alder", "a", **one), plain("larch", "b", **other)) == 0.0
    assert strength(plain("alder", "a", **one | shared), plain("larch", "b", **other | shared)) > 0.0


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("40 gates", "43 gates", True),
        ("40 gates", "43 anvils", False),
        ("40 staff", "43 workers", True),
    ],
)
def test_what_is_counted_and_what_it_means(left: str, right: str, expected: bool) -> None:
    one = stated(left, left, "x", "a", "alder", open=True)
    other = stated(right, right, "y", "b", "larch", open=True)
    assert (strength(one, other) > 0) is expected


def test_a_rare_word_tells_more_than_a_common_one() -> None:
    rare, common = (
        strength(plain("alder", "a", sentence=f"{word} 40"), plain("larch", "b", sentence=f"{word} 43", value="43"))
        for word in ("zirconium", "number")
    )
    assert rare > common > 0


@pytest.mark.parametrize(
    ("value", "expected"),
    [("$43", True), ("43%", True), ("43 metres", True), ("43 days", True), ("1943", False), ("43", True)],
)
def test_a_bare_number_may_lack_the_other_s_unit(value: str, expected: bool) -> None:
    sentence = f"yew {value}" if value != "1943" else "yew in 1943"
    bare, other = plain("alder", "a", sentence="yew 40"), plain("larch", "b", value, sentence=sentence)
    assert (strength(bare, other) > 0) is expected


def test_a_lent_unit_counts_less() -> None:
    bare, money = plain("alder", "a", sentence="yew 40"), plain("larch", "b", "$43", sentence="yew $43")
    both = plain("alder", "a", "$40", sentence="yew $40")
    assert 0 < strength(bare, money) < strength(both, money)


def test_two_units_that_nobody_left_out_are_no_candidates() -> None:
    assert strength(plain("x", "a", "$40", sentence="yew $40"), plain("y", "b", "43%", sentence="yew 43%")) == 0.0


def test_candidates_are_bounded_and_never_all_pairs() -> None:
    """Of statements that are all alike each keeps its nearest, and the nearest are kept."""
    many = 3 * CANDIDATES
    alike = [stated(f"It has {n} gates.", f"{n} gates", source=f"s{n:03}") for n in range(100, 100 + many)]
    near = [stated(f"The zirconium weir has {n} gates.", f"{n} gates", source=f"t{n}") for n in (12, 14)]
    pairs = found(*alike, *near)
    assert len(pairs) <= CANDIDATES * (many + 2) < many * (many - 1) / 2
    assert (many, many + 1) in pairs
    assert all(left < right for left, right in pairs)


def test_a_key_that_most_statements_share_leads_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    claims = [plain("alder", f"s{n}", sentence="yew 40", subject=f"hall{n}", attribute=f"x{n}") for n in range(6)]
    assert len(found(*claims)) == 15
    monkeypatch.setattr(module, "STATEMENTS_UNDER_KEY", 6)
    assert len(found(*claims)) == 15
    monkeypatch.setattr(module, "STATEMENTS_UNDER_KEY", 5)
    assert found(*claims) == {}
    assert STATEMENTS_UNDER_KEY > CANDIDATES


def test_a_statement_is_no_candidate_of_itself() -> None:
    assert found(stated("It has 40 gates.", "40 gates")) == {}
    assert found() == {}


def test_statements_of_one_document_are_candidates_too() -> None:
    rules = book(gates={"value": "count"})
    one, other = (stated("It has 40 gates.", "40 gates", start=start) for start in (0, 90))
    assert (0, 1) in found(one, other, rules=rules)
