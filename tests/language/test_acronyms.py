"""An acronym is taken for the words before it whose letters it has, and for no others."""

from __future__ import annotations

import pytest

from checker.language import acronyms


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the Tern Valley Trust (TVT)", "Tern Valley Trust"),
        ("Tern Valley Trust (the TVT)", "Tern Valley Trust"),
        ("Tern Valley Trust ('TVT')", "Tern Valley Trust"),
        ("Tern Valley Trust (TVT or TV)", "Tern Valley Trust"),
        ("Tern Valley Trust (TvT)", "Tern Valley Trust"),
        ("Tern Valley Trust  (TVT)", "Tern Valley Trust"),
        ("of Tern Valley (OTV)", "of Tern Valley"),
        ("big Tern V4 (TV4)", "Tern V4"),
        ("a b Tern c d Valley Trust (TVT)", "Tern c d Valley Trust"),
        ("Tern c d e Valley Trust (TVT)", "Tern c d e Valley Trust"),
        ("Tern c d e f g Valley Tower Mill Hall Ark (TVTMHA)", "Tern c d e f g Valley Tower Mill Hall Ark"),
        (f"{'x' * 170} Tern Valley Trust (TVT)", "Tern Valley Trust"),
        ("Old days.\nTern Valley Trust (TVT)", "Tern Valley Trust"),
        ("the Office of Harbours (OH)", "Office of Harbours"),
        ("the new Office of the Tern Harbours (OTH)", "Office of the Tern Harbours"),
        ("The Office built of Harbours (OH)", "of Harbours"),
        ("Tern V (TVX) Tern Valley Trust (TVT)", "Tern Valley Trust"),
    ],
)
def test_spelt_out(text: str, expected: str) -> None:
    (found,) = acronyms.find(text)
    assert found.expansion == expected == text[found.start : found.end]


@pytest.mark.parametrize(
    "text",
    [
        "the tern valley trust (TVT)",
        "Tern Valley Trust (Tvt)",
        "Tern Valley Trust, (TVT)",
        "Tern Valley Trust; (TVT)",
        "Tern\nValley Trust (TVT)",
        "Tern. Valley Trust (TVT)",
        "Tern: Valley Trust (TVT)",
        "Tern Valley (TVT)",
        "Trust (TR)",
        "Tern c d e f Valley Trust (TVT)",
        "O'Tern Valley Trust (TVT)",
        "atern Valley Trust (TVT)",
        "Tern Valley Trust (TVT4)",
        f"Tern {'x' * 160} Valley Trust (TVT)",
        "T V (TVX)",
        "Tr VT (TRVT4)",
        "T VT (TVTX)",
        "Tern c d e f g h Valley Tower Mill Hall Ark (TVTMHA)",
        "V T (VTV)",
    ],
)
def test_not_spelt_out(text: str) -> None:
    assert "(" in text and acronyms.find(text) == []


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Tern Museum of Art & Craft", "TMAC"),
        ("TVT Trust", "TVTT"),
        ("Tern-Valley Trust", "TVT"),
        ("A1 Trust", "AT"),
        ("U.S. Army", "UA"),
    ],
)
def test_initials(name: str, expected: str) -> None:
    assert acronyms.initials(name) == expected
