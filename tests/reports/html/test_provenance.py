"""What stands behind a position, in one line."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checker.model.document import Source
from checker.model.finding import Position, PositionSource
from checker.reports.html.provenance import corroborates, support_of
from tests.reports.invented import claim, finding

SOURCES = {"guide": Source("guide", authority=2), "letter": Source("letter", authority=3), "note": Source("note")}


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ([], ""),
        (["note"], ""),
        (["guide", "guide"], "1 source, authority 2"),
        (["guide", "letter", "note"], "3 sources, highest authority 3"),
        (["stranger"], ""),
    ],
)
def test_support(names: list[str], said: str) -> None:
    claims = [claim(name, "built in 1894", "1894", name="Quay", attribute="built") for name in names]
    assert support_of(claims, SOURCES) == said


HELD = (PositionSource("guide"), PositionSource("letter", same_text_as="guide"), PositionSource("note"))


def test_copies_are_one_voice_and_the_odd_one_out_stands_alone() -> None:
    claims = [
        claim(name, "built in 1894", "1894", name="Quay", attribute="built") for name in ("guide", "letter", "note")
    ]
    position = Position("1894", tuple(c.id for c in claims), HELD)
    assert support_of(claims, SOURCES, position) == "3 sources, 2 independent voices, highest authority 3"
    assert support_of(claims[2:], SOURCES, replace(position, odd_one_out=True)) == "1 source, stands alone"


@pytest.mark.parametrize(
    ("names", "value", "open", "told"),
    [
        (("guide", "note"), "12", True, True),
        (("guide", "letter"), "12", True, False),
        (("guide", "guide"), "12", True, False),
        (("guide", "note"), "2", True, False),
        (("guide", "note"), "10", True, False),
        (("guide", "note"), "11", True, True),
        (("guide", "note"), "2", False, True),
    ],
)
def test_an_agreement_tells_something_where_two_voices_state_what_is_not_in_any_text(
    names: tuple[str, ...], value: str, open: bool, told: bool
) -> None:
    texts = [f"{n} {value} boats" for n, _ in enumerate(names)]
    claims = [
        replace(
            claim(name, text, value, name="Quay", attribute="boats", kind="count", low=value, high=value),
            id=f"{name}-{n}",
            open=open,
        )
        for n, (name, text) in enumerate(zip(names, texts, strict=True))
    ]
    agreement = finding("one-value", (value, claims), relation="agree", held=[HELD])
    assert corroborates(agreement, {c.id: c for c in claims}) is told
