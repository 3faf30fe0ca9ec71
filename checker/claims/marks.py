"""Carries what a person wrote in a claims file over to the next extraction."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from checker.claims.entries import ClaimEntry

_Data = dict[str, Any]

_POSITIONS = ("start", "end", "line", "column", "page")


def manual_id(entry: ClaimEntry) -> str:
    """The id of a claim that a person added without one: a digest of what it says."""
    said = "\x1f".join((entry.subject, entry.attribute, entry.value.text, entry.evidence.quote))
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def merge(existing: Mapping[str, Any], new: _Data, text: str | None) -> _Data:
    """``new`` with the manual claims and the review marks of ``existing``.

    A manual or corrected claim stays as it is written while ``text`` (None: not looked at) bears out its
    quote; another review mark stays with the claim of its id. The rest goes to ``orphaned``, and comes
    back from there when the text bears it out again.
    """
    claims: dict[str, _Data] = {claim["id"]: claim for claim in new["claims"]}
    kept: list[_Data] = []
    orphaned: list[_Data] = []
    written = [old for old in existing.get("claims", ()) if old.get("origin") == "manual" or "review" in old]
    for read in (*written, *existing.get("orphaned", ())):
        old = _numbered(read)
        identifier = old.get("id")
        verbatim = old.get("origin") == "manual" or _status(old) == "corrected"
        if verbatim and _borne_out(old, text):
            claims.pop(str(identifier), None)
            if old not in kept:
                kept.append(old)
        elif not verbatim and identifier in claims and "review" in old:
            claims[identifier]["review"] = old["review"]
        elif old not in orphaned:
            orphaned.append(old)
    merged = {**new, "claims": sorted((*claims.values(), *kept), key=_place)}
    if orphaned:
        merged["orphaned"] = orphaned
    return merged


def _numbered(claim: _Data) -> _Data:
    """``claim`` with its positions as numbers again; everything was read as a string."""
    return {
        key: _numbered(value)
        if isinstance(value, dict)
        else int(value)
        if key in _POSITIONS and isinstance(value, str) and value.isdecimal()
        else value
        for key, value in claim.items()
    }


def _status(claim: _Data) -> str | None:
    review = claim.get("review")
    return str(review.get("status")) if isinstance(review, dict) else None


def _borne_out(claim: _Data, text: str | None) -> bool:
    if text is None:
        return True
    quote = claim["evidence"]["quote"]
    start = claim["evidence"].get("start")
    return quote in text if start is None else text.startswith(quote, int(start))


def _place(claim: _Data) -> tuple[int, int, str, str]:
    """By position; claims without one, which only people write, after all others."""
    value = claim["value"]
    start = value.get("start", claim["evidence"].get("start"))
    end = value.get("end", start)
    if start is None:
        return (2**62, 0, claim["attribute"], claim["evidence"]["quote"])
    return (int(start), int(end), claim["attribute"], str(claim.get("id", "")))
