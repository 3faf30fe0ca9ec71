"""Runs of capitals that lost their lines are parted into the names they hold."""

from __future__ import annotations

import pytest

from checker.language import names
from checker.linguistics import name_segmentation
from tests.readings import told

KNOWN = " Ada Corran was an engineer. Ada Corran and the Harlow Bridge. Harlow Bridge again."


@pytest.mark.parametrize(
    ("text", "parted"),
    [
        ("Ada Corran Born", ["Ada Corran"]),
        ("Early Family Life Ada Corran", ["Ada Corran"]),
        ("Source Harlow Bridge", ["Harlow Bridge"]),
        ("Home About Officers Resources News Contact Harlow Bridge", ["Harlow Bridge"]),
        ("Read Edit View", []),
        ("Production Episode", []),
        ("Read", []),
        ("Ada Mary Corran Corran", ["Ada Mary Corran", "Corran"]),
        ("Clara Voss Otto Pell Ida Lund Ada Corran", ["Clara Voss Otto Pell Ida Lund", "Ada Corran"]),
        ("Royal Lund Order Admiral Sir Otto Pell", ["Royal Lund Order", "Admiral Sir Otto Pell"]),
        ("Otto Pell KCB", ["Otto Pell"]),
        ("Lundby subdivision", ["Lundby subdivision"]),
        ("Otto Pell, 4th Baron Lundby,", ["Otto Pell"]),
        # Runs of several names, if one of them is known.
        ("Clara Voss Otto Ada Corran", ["Clara Voss Otto Ada Corran"]),
        ("Clara Voss Otto Pell Ada Corran", ["Clara Voss Otto Pell", "Ada Corran"]),
        ("Clara of Otto Pell Ida Ada Corran", ["Clara of Otto Pell Ida Ada Corran"]),
        ("Clara Voss Otto Pell Ada Corran Ida Lund", ["Clara Voss Otto Pell", "Ada Corran", "Ida Lund"]),
        ("Clara Voss Otto Pell Ida Lundby", ["Clara Voss Otto Pell Ida Lundby"]),
        # A name or its last word said again.
        ("Ada Corran Ada Corran", ["Ada Corran", "Ada Corran"]),
        ("Bee Ada Corran Cee Ada Corran", ["Bee Ada Corran Cee", "Ada Corran"]),
        ("Corran Corran", ["Corran Corran"]),
        ("Bee Cee Cee", ["Bee Cee Cee"]),
        ("Bee Cee Dee Dee", ["Bee Cee Dee", "Dee"]),
        # A person behind a title.
        ("Born Sir Otto Pell", ["Born", "Sir Otto Pell"]),
        ("Royal Sir Otto Pell", ["Royal Sir Otto Pell"]),
        ("Royal Lund Sir Otto", ["Royal Lund Sir Otto"]),
        ("Royal Lund of Sir Otto Pell", ["Royal Lund of Sir Otto Pell"]),
        # Labels before and behind a name, and menus.
        ("Home Ada Corran", ["Ada Corran"]),
        ("Work on Ada Corran", ["Ada Corran"]),
        ("Construction of Harlow Bridge", ["Harlow Bridge"]),
        ("Ada Corran Home", ["Ada Corran Home"]),
        ("Home Corran Castle Hall Life Bridge", ["Corran Castle Hall", "Bridge"]),
        ("Corran Home Life Facts Bridge", ["Corran Home Life Facts Bridge"]),
        ("Bee & Cee", ["Bee & Cee"]),
        ("Otto KCB", ["Otto"]),
        # Namesakes.
        ("an earlier Corran Castle, wrecked", ["earlier Corran Castle"]),
        ("an earlier Corran Castle was", ["earlier Corran Castle"]),
        ("a second Corran Castle of", ["second Corran Castle"]),
        ("the earlier Corran Castle and", ["earlier Corran Castle"]),
        ("an earlier Corran Castle opened", ["earlier Corran Castle"]),
        ("an earlier Corran Castle wreck", ["Corran Castle"]),
        ("an old Corran Castle, wrecked", ["Corran Castle"]),
        ("an     earlier Corran Castle,", ["earlier Corran Castle"]),
        ("an       earlier Corran Castle,", ["earlier Corran Castle"]),
        ("an          earlier Corran Castle,", ["earlier Corran Castle"]),
        ("an            earlier Corran Castle,", ["Corran Castle"]),
        # Places beside a place.
        ("Lundby urban area", ["Lundby urban area"]),
        ("Lundby urban sprawl", ["Lundby"]),
        ("urban area of Lundby", ["urban area of Lundby"]),
        ("township of Lundby", ["township of Lundby"]),
        ("township in Lundby", ["Lundby"]),
        ("town of Lundby", ["Lundby"]),
        # Ships' prefixes and peers.
        ("SS  Corran Castle", ["Corran Castle"]),
        ("SS  corran", ["SS"]),
        ("SS Corran", ["SS Corran"]),
        ("Otto Pell, 4th Baron Lundby", ["Otto Pell"]),
        ("Otto Pell, the Baron Lundby", ["Otto Pell", "Baron Lundby"]),
        ("Otto Pell, 4 Baron Lundby", ["Otto Pell", "Baron Lundby"]),
        ("Otto Pell, 4th Tarn Lundby", ["Otto Pell", "Tarn Lundby"]),
        ("Otto Pell, 104th  Baron Lundby", ["Otto Pell"]),
        # Names that stay whole.
        ("Harlow General Hospital", ["Harlow General Hospital"]),
        ("Home Life Insurance Company", ["Home Life Insurance Company"]),
        ("National Education Association", ["National Education Association"]),
        ("Museum of Early Life", ["Museum of Early Life"]),
        ("Old Harlow Bridge", ["Old Harlow Bridge"]),
        ("Governor General Otto Pell", ["Governor General Otto Pell"]),
    ],
)
def test_parted(text: str, parted: list[str]) -> None:
    plain = f"x {text}.{KNOWN}"
    found = name_segmentation.part([(0, name) for name in names.find(plain)], plain)
    assert [name.text for _, name in found if name.start < len(text) + 2] == parted
    assert all(plain[name.start : name.end] == name.text for _, name in found)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Article Talk Read Edit View history Tools Actions Read Edit General Upload From the lexicon Ada Corran "
            "Born 3 May 1871 Lundby Died 9 June 1932 Nationality British Ada Corran was an engineer.",
            ("Ada Corran", "born", "3 May 1871"),
        ),
        (
            "Genre Drama Network Lund Television Release Original release 4 May 1981 Source Glass Harbour is a series "
            "about a port. Glass Harbour was written by Ida Lund.",
            ("Glass Harbour", "released", "4 May 1981"),
        ),
        (
            "Home About Officers News Contact Menu Home About Officers News Contact About Corran Township Corran "
            "Township is a rural township. Its population was 1,340 at the census of 2001.",
            ("Corran Township", "population", "1,340"),
        ),
        (
            "The Hon. Sir Otto Pell KCB (12 March 1788 - 9 October 1861) was an officer of the navy.",
            ("Otto Pell", "born", "12 March 1788"),
        ),
        (
            "Otto Burke Pell, 4th Baron Lundby (14 June 1881 - 3 May 1952) was a politician.",
            ("Otto Burke Pell", "died", "3 May 1952"),
        ),
    ],
)
def test_boxes_that_lost_their_lines(text: str, claim: tuple[str, str, str]) -> None:
    assert claim in {(name.removeprefix("Hon. Sir "), *rest) for name, *rest in told(text)}
