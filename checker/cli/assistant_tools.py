"""The tools that a writing assistant is given: check, explain and values, as an MCP server.

Each takes texts or paths and answers with plain data, cut to a size that fits an assistant. Paths lead to files at or
below the folder that the server was started in. What is wrong with a call is one line, as on the command line. It
needs the package mcp, which the extra ``mcp`` brings.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checker.cli import parts
from checker.model.user_error import UserError
from checker.version import __version__

if TYPE_CHECKING:
    from mcp.server.mcpserver import MCPServer

    from checker.model.finding import Finding
    from checker.model.report import Report

MOST = 50
"""So many conflicts, and values, are given; how many there are is said."""
_LEAST_KEY = 4


def server(root: Path) -> MCPServer[Any]:
    """The server with its tools; paths are taken from ``root`` on."""
    from mcp.server.mcpserver import MCPServer
    from mcp.server.mcpserver.exceptions import ToolError

    made: MCPServer[Any] = MCPServer(
        "check-claims",
        version=__version__,
        instructions="Checks that documents agree on what they claim: dates, money, counts, percentages, durations.",
    )

    @made.tool()
    def check(texts: dict[str, str] | None = None, paths: list[str] | None = None) -> dict[str, Any]:
        """Compare documents and say where their claims conflict, and what does not fit together within one.

        Give texts by name, or paths of files and folders; with neither, the configured documents are checked.
        """
        try:
            return checked(_report(root, texts, paths))
        except UserError as error:
            raise ToolError(str(error)) from error

    @made.tool()
    def explain(key: str, texts: dict[str, str] | None = None, paths: list[str] | None = None) -> dict[str, Any]:
        """Say step by step why a conflict was found. Give its key and what was checked."""
        try:
            return explained(_report(root, texts, paths), key)
        except UserError as error:
            raise ToolError(str(error)) from error

    @made.tool()
    def values(text: str) -> dict[str, Any]:
        """The dates, amounts, counts, percentages and durations that a text states, in normal form."""
        return stated(text)

    return made


def _report(root: Path, texts: Mapping[str, str] | None, paths: Sequence[str] | None) -> Report:
    if texts and paths:
        raise UserError("texts and paths were both given", remedy="give one of the two")
    if texts:
        return parts.pipeline.check_texts(texts)
    top = os.path.realpath(root)
    for path in paths or ():
        real = os.path.realpath(root / path)
        if real != top and not real.startswith(top.rstrip(os.sep) + os.sep):
            raise UserError("outside the folder that the server was started in", path, "give a path within it")
    corpus = parts.corpus.corpus_of([str(root / path) for path in paths or ()])
    return parts.pipeline.check(corpus)


def checked(report: Report) -> dict[str, Any]:
    """The outcome of a check: counts, open conflicts with their words, the surest first, and what was not checked."""
    conflicts = [f for f in report.findings if f.relation == "conflict" and f.status == "open"]
    places = parts.reports_locations.Places(report)
    return {
        "summary": parts.json_report.summary(report),
        "conflicts": [_conflict(finding, places) for finding in conflicts[:MOST]],
        "left_out": max(0, len(conflicts) - MOST),
        "not_checked": [{"source": missed.source, "reason": missed.reason} for missed in report.not_checked],
    }


def explained(report: Report, key: str) -> dict[str, Any]:
    """One finding with its steps. Raises UserError where no finding, or more than one, has the key."""
    found = [
        finding
        for finding in (*report.findings, *report.possible)
        if len(key) >= _LEAST_KEY and finding.fingerprint.startswith(key)
    ]
    if len({finding.fingerprint for finding in found}) != 1:
        raise UserError(f"{'several findings have' if found else 'no finding has'} the key {key}", remedy="check again")
    finding = found[0]
    return {
        **_conflict(finding, parts.reports_locations.Places(report)),
        "relation": finding.relation,
        "status": finding.status,
        "confidence": round(finding.confidence, 3),
        "steps": list(finding.explanation),
    }


def stated(text: str) -> dict[str, Any]:
    """The values of a text in order of place."""
    found = parts.pipeline.find_values(text)
    return {
        "values": [
            {
                "text": value.text,
                "start": value.start,
                "end": value.end,
                "kind": value.kind,
                "low": value.low,
                "high": value.high,
                "unit": value.unit,
                "modifier": value.modifier,
                "edtf": value.edtf,
            }
            for value in found[:MOST]
        ],
        "left_out": max(0, len(found) - MOST),
    }


def _conflict(finding: Finding, places: Any) -> dict[str, Any]:
    return {
        "key": finding.fingerprint,
        "severity": finding.severity,
        "rule": finding.rule,
        "message": finding.message,
        "positions": [
            {
                "value": position.value,
                "stated": [
                    {
                        "source": claim.source,
                        "place": places.of(claim).words,
                        "quote": " ".join(claim.evidence.quote.split()),
                    }
                    for claim in (places.claims[name] for name in position.claims if name in places.claims)
                ],
            }
            for position in finding.positions
        ],
        "why": finding.explanation[-1] if finding.explanation else "",
    }
