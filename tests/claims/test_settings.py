"""A setting has its values: a default, a maximum, and those that it had before."""

from __future__ import annotations

import pytest

from tests.readings import conflicts, stated, told

LOOM = "# Loomer\n\nLoomer is a program for weavers. Loomer runs on any machine.\n\n## Settings\n\n"


@pytest.mark.parametrize(
    ("line", "part", "attribute", "value"),
    [
        ("- `thread_width`: how wide a thread is. Default: 12 mm.", "thread_width", "default", "12 mm"),
        ("- `width` (default: 40): columns of the pattern", "width", "default", "40"),
        ("`warp`\n: Default 6. Set to 0 for none.", "warp", "default", "6"),
        ("- `loom.speed` - from 1 to 9, default 4", "loom.speed", "default", "4"),
        ("- `max_rows`: maximum 512", "max_rows", "maximum", "maximum 512"),
        ("WARP_JOBS=8", "warp_jobs", "setting_value", "8"),
        ("thread.count = 48", "thread.count", "setting_value", "48"),
        ("--weft N (default 5)", "--weft", "default", "5"),
        ("- `warp`: Default 6; 4 before release 2.0.", "warp", "former_setting_value", "4"),
    ],
)
def test_values_of_settings(line: str, part: str, attribute: str, value: str) -> None:
    assert (f"Loomer, {part}", attribute, value) in told(LOOM + line + "\n")


@pytest.mark.parametrize(("line", "unit"), [("wait_ms = 40", "millisecond"), ("wait_max = 40", None)])
def test_the_unit_in_the_name_of_a_setting(line: str, unit: str | None) -> None:
    assert {claim.value.unit for claim in stated(f"{LOOM}{line}\n", "40")} == {unit}


@pytest.mark.parametrize("line", ["Looms: 40", "- Cloth woven - 300 m"])
def test_other_lines_are_of_the_topic(line: str) -> None:
    assert {(s, a) for s, a, _ in told(LOOM + line + "\n")} & {("Loomer", "loom"), ("Loomer", "cloth__woven")}


def test_two_defaults_of_one_setting_are_of_one_thing_and_others_do_not_conflict() -> None:
    one, other = (LOOM + f"- `warp` (default: {n}): threads of the warp\n" for n in (6, 9))
    for text, value in ((one, "6"), (other, "9")):
        assert ("Loomer, warp", "default", value) in told(text)
    weft = LOOM + "- `weft` (default: 9): how often each of the shuttles turns around before it stops\n"
    assert not conflicts(one, weft)
    assert stated(one, "6") and stated(other, "9")
