"""Writes the parts of docs/ that are made from the tool itself; `make docs` runs it."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.model.rule import RuleEntry

DOCS = Path(__file__).parent
sys.path.insert(0, str(DOCS.parent))


def pages() -> dict[str, str]:
    """Each generated file, as told from docs/, with its text."""
    from checker.cli.schema import WRITTEN, text_of
    from docs import manual

    schemas = {f"schemas/{name}.json": text_of(name) for name in WRITTEN}
    return {**schemas, "rules.md": rules(), "columns.md": columns(), "check-claims.1": manual.page()}


def rules() -> str:
    """The recommended rules and those of packs as Markdown: what each is, why, its settings, and its examples."""
    from checker import rule_packs
    from checker.rules import load

    lines = ["# The recommended rules", "", "Made from the rules by `make docs`; `check-claims rules` prints those in"]
    lines += ["force where you are, `check-claims explain RULE` one of them.", ""]
    recommended = load.recommended().rules
    lines += described(recommended)
    for name in rule_packs.shipped():
        lines += [
            f"# The rule pack {name}",
            "",
            f"In force where a rules file or the configuration says `extends: {name}`.",
        ]
        known = {rule.id for rule in recommended}
        lines += ["", *described(rule for rule in load.load(packs=[(name, "docs")]).rules if rule.id not in known)]
    return "\n".join(lines).rstrip() + "\n"


def columns() -> str:
    """The columns of the exported tables as Markdown."""
    from checker.reports.tables import COLUMNS

    lines = ["# The columns of exported tables", "", "Made by `make docs`; [what export does](export.md)."]
    for name, columns in COLUMNS.items():
        lines += ["", f"## {name}", "", "| column | is | holds |", "|---|---|---|"]
        lines += [f"| `{column.name}` | {column.type.replace('-', ' ')} | {column.says} |" for column in columns]
    return "\n".join(lines) + "\n"


def described(rules: Iterable[RuleEntry]) -> list[str]:
    """Each rule under its id."""
    lines: list[str] = []
    for rule in rules:
        lines += [f"## {rule.id}", "", rule.why, "", f"- kind: {rule.kind}", f"- severity: {rule.severity}"]
        if rule.attributes:
            lines.append(f"- attributes: {', '.join(rule.attributes)}")
        lines += [f"- {name}: {shown(setting)}" for name, setting in rule.options.items()]
        lines += [f"- since: {rule.since}", ""] if rule.since else [""]
        for title, examples in (("Conflict", rule.examples.conflict), ("No conflict", rule.examples.agree)):
            for example in examples:
                texts = (example,) if isinstance(example, str) else example
                lines += [f"{title}:", "", *(f"> {' '.join(text.split())}\n>" for text in texts)]
                lines[-1] = lines[-1].removesuffix("\n>")
                lines.append("")
    return lines


def shown(setting: object) -> str:
    if isinstance(setting, dict):
        return ", ".join(f"{key} {value}" for key, value in setting.items())
    return ", ".join(map(str, setting)) if isinstance(setting, list | tuple) else str(setting)


if __name__ == "__main__":
    for name, text in pages().items():
        path = DOCS / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
