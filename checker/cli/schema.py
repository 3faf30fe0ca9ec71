"""The command ``schema``: the JSON Schema of a file that people write or a report that programs read."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import click

from checker.cli import output

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def _claims() -> dict[str, Any]:
    from checker.claims.entries import RecordEntry

    return RecordEntry.model_json_schema()


def _rules() -> dict[str, Any]:
    from checker.rules.load import RulesFile

    return RulesFile.model_json_schema()


def _decisions() -> dict[str, Any]:
    from checker.review.entries import DecisionsEntry

    return DecisionsEntry.model_json_schema()


def _config() -> dict[str, Any]:
    from checker.configuration import Configuration

    schema = Configuration.model_json_schema()
    told = schema["properties"]
    schema["properties"] = told | {name.replace("_", "-"): entry for name, entry in told.items()}
    return schema


def _sources() -> dict[str, Any]:
    from checker.sources.registry import Registry

    schema = Registry.model_json_schema()
    entries = schema["properties"]["sources"]
    by_id = {"type": "object", "additionalProperties": entries["items"]}
    schema["properties"]["sources"] = {"anyOf": [entries, by_id]}
    defined = schema.pop("$defs")
    return {"$defs": defined, "anyOf": [schema, entries]}


def _report() -> dict[str, Any]:
    from checker.reports.schema import report_schema

    return report_schema()


SCHEMAS: dict[str, Callable[[], dict[str, Any]]] = {
    "claims": _claims,
    "config": _config,
    "decisions": _decisions,
    "report": _report,
    "rules": _rules,
    "sources": _sources,
}


@click.command(short_help="Print the JSON Schema of a file or report.")
@click.argument("name", metavar="NAME", type=click.Choice(sorted(SCHEMAS)))
def schema(name: str) -> int:
    """Print the JSON Schema of NAME: claims, config, decisions, report, rules or sources.

    Editors complete and check a YAML file by it. Where the project has a folder schemas, put it there:

    \b
      check-claims schema rules > schemas/rules.json
    """
    output.say(text_of(name))
    return 0


def text_of(name: str) -> str:
    """The schema as JSON, ended by a line break."""
    schema = SCHEMAS[name]()
    data = {"$schema": DIALECT, "title": f"check-claims {name}"} | (schema if name == "report" else _written(schema))
    return json.dumps(data, indent=2) + "\n"


def _written(schema: Any) -> Any:
    """``schema`` for a file that people write, without titles that are mere names of classes and fields.

    Where a text is expected a number may stand, since editors take 1894 and 1.5 for numbers, and the other way round.
    """
    if isinstance(schema, list):
        return [_written(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    told = {
        key: {name: _written(entry) for name, entry in value.items()}
        if key in ("properties", "$defs")
        else value
        if key in ("default", "enum", "const")
        else _written(value)
        for key, value in schema.items()
        if key != "title"
    }
    if "const" in told and str(told["const"]).isdecimal():
        told = {"enum": [told["const"], int(told["const"])]}
    elif told.get("type") == "string" and "enum" not in told and "const" not in told:
        told["type"] = ["string", "number", "boolean"]
    elif told.get("type") == "integer":
        told |= {"type": ["integer", "string"], "pattern": r"^-?[0-9]+$"}
    elif told.get("type") == "boolean":
        told = told | {"type": ["boolean", "string"], "enum": [True, False, "true", "false"]}
    return told
