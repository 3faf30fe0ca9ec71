"""Rule packs: packages whose YAML is taken in by name, and whose code never runs."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker import rule_packs
from tests.cli.conftest import Command, command, folder

__all__ = ["command", "folder"]

RULE = """rules:
  - id: tonnage-agrees
    kind: agreement
    severity: warning
    why: A ship has one tonnage.
    attributes: [weight]
    examples:
      conflict:
        - - The Merganser weighs 412 tonnes.
          - The Merganser weighs 421 tonnes.
"""
TEXTS = {"a.txt": "The Merganser weighs 412 tonnes.\n", "b.txt": "The Merganser weighs 421 tonnes.\n"}


def install(site: Path, package: str, points: dict[str, str], files: dict[str, str]) -> None:
    """Lay a package and its metadata where Python looks for them, as pip does."""
    info = site / f"{package}-1.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {package}\nVersion: 1.0\n")
    lines = [f"{name} = {value}" for name, value in points.items()]
    (info / "entry_points.txt").write_text("\n".join([f"[{rule_packs.GROUP}]", *lines]) + "\n")
    for name, text in files.items():
        path = site / package / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


@pytest.fixture
def site(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A place for packages, with one pack in it that must not be imported, and two documents that conflict."""
    place = folder / "site"
    raising = "raise SystemExit('the code of a pack ran')\n"
    files = {"__init__.py": raising, "tonnage.yaml": "extends: recommended\n" + RULE}
    install(place, "shipping_rules", {"shipping": "shipping_rules"}, files)
    monkeypatch.syspath_prepend(str(place))
    for name, text in TEXTS.items():
        (folder / "docs" / name).parent.mkdir(exist_ok=True)
        (folder / "docs" / name).write_text(text, encoding="utf-8")
    return place


CONFIG = "sources: docs\n"


@pytest.mark.parametrize(
    ("config", "rules"),
    [
        (CONFIG + "extends: shipping\n", None),
        (CONFIG + "rules: own.yaml\n", "extends: shipping\n"),
        (CONFIG + "rules: own.yaml\n", "extends: [recommended, shipping]\n"),
        (CONFIG + "rules: own.yaml\nextends: shipping\n", "extends: recommended\n"),
    ],
)
def test_a_pack_is_taken_in_by_name(site: Path, folder: Path, command: Command, config: str, rules: str | None) -> None:
    (folder / "check-claims.yaml").write_text(config)
    if rules is not None:
        (folder / "own.yaml").write_text(rules)
    ran = command("check", "--select", "tonnage-agrees")
    assert (ran.code, ran.err) == (0, "")
    assert "warning  tonnage-agrees" in ran.out
    assert "once-only" in command("rules").out
    assert command("rules", "test", "tonnage-agrees").out == "1 examples, all passed\n"


def test_one_s_own_rule_stands_in_for_that_of_a_pack(site: Path, folder: Path, command: Command) -> None:
    (folder / "check-claims.yaml").write_text(CONFIG + "rules: own.yaml\n")
    (folder / "own.yaml").write_text("extends: shipping\n" + RULE.replace("warning", "info"))
    assert "tonnage-agrees: agreement, info" in command("rules").out


def test_a_pack_may_build_on_another_even_in_a_circle(site: Path, folder: Path, command: Command) -> None:
    install(site, "fleet_rules", {"fleet": "fleet_rules.data"}, {"data/fleet.yaml": "extends: [shipping, fleet]\n"})
    (folder / "check-claims.yaml").write_text(CONFIG + "extends: fleet\n")
    assert "tonnage-agrees" in command("rules").out


@pytest.mark.parametrize(
    ("points", "files", "said"),
    [
        ({}, {}, "extends: no rule pack 'shiping' is installed; did you mean 'shipping'?"),
        ({"shiping": "other_rules"}, {"__init__.py": ""}, "the rule pack 'shiping' has no rules"),
        ({"shiping": "gone_rules"}, {"x.py": ""}, "the rule pack 'shiping' has no rules"),
        ({"shiping": "other_rules"}, {"a.yaml": "rules: 3\n"}, "other_rules/a.yaml:1: rules must be a list, not '3'"),
        (
            {"shiping": "other_rules"},
            {"a.yaml": "extends: gone\n"},
            "a.yaml:1: extends: no rule pack 'gone'",
        ),
    ],
)
def test_what_is_wrong_with_a_pack_is_said(
    site: Path, folder: Path, command: Command, points: dict[str, str], files: dict[str, str], said: str
) -> None:
    install(site, "other_rules", points, files)
    (folder / "check-claims.yaml").write_text(CONFIG + "rules: own.yaml\n")
    (folder / "own.yaml").write_text("extends: shiping\n")
    ran = command("check")
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def test_two_packages_cannot_offer_one_pack(site: Path, folder: Path, command: Command) -> None:
    install(site, "other_rules", {"shipping": "other_rules"}, {"a.yaml": RULE})
    (folder / "check-claims.yaml").write_text(CONFIG + "extends: shipping\n")
    ran = command("check")
    assert (ran.code, "two packages offer the rule pack 'shipping'" in ran.err) == (2, True)
