"""Writes the parts of docs/ that are made from the tool itself; `make docs` runs it."""

from __future__ import annotations

import sys
from pathlib import Path

DOCS = Path(__file__).parent
sys.path.insert(0, str(DOCS.parent))


def pages() -> dict[str, str]:
    """Each generated file, as told from docs/, with its text."""
    from checker.cli.schema import WRITTEN, text_of
    from docs import manual

    schemas = {f"schemas/{name}.json": text_of(name) for name in WRITTEN}
    return {**schemas, "rules.md": rules(), "check-claims.1": manual.page()}


def rules() -> str:
    """The recommended rules as Markdown: what each is, why, its settings, and its examples."""
    from checker.rules import load

    lines = ["# The recommended rules", "", "Made from the rules by `make docs`; `check-claims rules` prints those in"]
    lines += ["force where you are, `check-claims explain RULE` one of them.", ""]
    for rule in load.recommended().rules:
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
    return "\n".join(lines).rstrip() + "\n"


def shown(setting: object) -> str:
    if isinstance(setting, dict):
        return ", ".join(f"{key} {value}" for key, value in setting.items())
    return ", ".join(map(str, setting)) if isinstance(setting, list | tuple) else str(setting)


if __name__ == "__main__":
    for name, text in pages().items():
        path = DOCS / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
