"""The command ``schema``: the JSON Schema of a file that people write or a report that programs read."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import click

from checker.cli import output, parts

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def _claims() -> dict[str, Any]:
    return parts.claims_schema.RecordEntry.model_json_schema()


def _rules() -> dict[str, Any]:
    return parts.rules_file.RulesFile.model_json_schema()


def _decisions() -> dict[str, Any]:
    return parts.decisions_schema.DecisionsEntry.model_json_schema()


def _config() -> dict[str, Any]:
    schema = parts.configuration.Configuration.model_json_schema()
    hyphened = {key.replace("_", "-"): value for key, value in schema["properties"].items()}
    return schema | {"properties": schema["properties"] | hyphened}


def _sources() -> dict[str, Any]:
    schema = parts.registry.Registry.model_json_schema()
    entry = schema["$defs"]["Entry"]
    named = entry | {"required": [key for key in entry["required"] if key != "id"]}
    listed = {"type": "array", "items": {"$ref": "#/$defs/Entry"}}
    by_id = {"type": "object", "additionalProperties": {"$ref": "#/$defs/Named"}}
    whole = {k: v for k, v in schema.items() if k != "$defs"} | {"properties": {"sources": {"anyOf": [listed, by_id]}}}
    return {"$defs": {**schema["$defs"], "Named": named}, "anyOf": [whole, listed]}


def _report() -> dict[str, Any]:
    return parts.reports_schema.report_schema()


SCHEMAS: dict[str, Callable[[], dict[str, Any]]] = {
    "claims": _claims,
    "config": _config,
    "decisions": _decisions,
    "report": _report,
    "rules": _rules,
    "sources": _sources,
}


_MADE = "report"
"""What no person writes."""
WRITTEN = tuple(sorted(SCHEMAS.keys() - {_MADE}))
"""The schemas of files that people write or edit."""


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
    schema = _plain(SCHEMAS[name]())
    written = schema if name == _MADE else _as_written(schema)
    data = {"$schema": DIALECT, "title": f"check-claims {name}"} | written
    return json.dumps(data, indent=2, sort_keys=False) + "\n"


def _plain(schema: Any) -> Any:
    """``schema`` without the titles that are mere names of classes and fields."""
    if isinstance(schema, dict):
        return {k: _plain(v) for k, v in schema.items() if not (k == "title" and isinstance(v, str))}
    return [_plain(item) for item in schema] if isinstance(schema, list) else schema


def _as_written(schema: Any) -> Any:
    """``schema`` for YAML as editors read it: what is text here may look like a number, true or a date there."""
    if isinstance(schema, list):
        return [_as_written(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    if schema.get("type") == "string" and str(schema.get("const", "")).isdecimal():
        return {"enum": [schema["const"], int(schema["const"])]}
    if schema.get("type") == "string" and not {"const", "enum", "pattern"} & schema.keys():
        return schema | {"type": ["string", "number", "boolean"]}
    return {key: _as_written(value) for key, value in schema.items()}
