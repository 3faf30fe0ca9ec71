"""Says of a claim in a claims file what it is known by: its name, its digest, and what a mark on it is of."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

Data = dict[str, Any]

_NUMBERS = ("start", "end", "line", "column", "page", "slide", "among", "items")
_SWITCHES = (
    "open",
    "cumulative",
    "relative",
    "sure",
    "each",
    "total",
    "average",
    "worldwide",
    "of_whom",
    "throughout",
    "yearly",
    "recurring",
    "refers_back",
    "marked",
    "own_rates",
    "divides_earlier",
    "continues",
    "joint",
    "past",
    "named",
    "beside",
    "alone",
    "others",
)
_OPAQUE = ("review", "labels", "words")
_PLACE = ("start", "end", "line", "column", "before", "after", "among")
_OWN = ("id", "digest", "review", "origin")
CONTEXT = ("labels", "qualifiers", "words")
"""What a claim has from the words around it."""


def name_of(entry: Mapping[str, Any]) -> str:
    """The id of a claim, or where a person gave none a digest of what it says."""
    if entry.get("id"):
        return str(entry["id"])
    value, evidence = entry.get("value") or {}, entry.get("evidence") or {}
    said = (entry.get("subject"), entry.get("attribute"), value.get("text"), evidence.get("quote"))
    return _hash("\x1f".join(map(str, said)))[:12]


def digest(claim: Mapping[str, Any]) -> str:
    """Eight digits of all that a claim says, without where it stands: other digits mean that somebody edited it."""
    return _hash(json.dumps(_said(claim), sort_keys=True))[:8]


def stem(identifier: str) -> str:
    """An id without the number that tells claims of the very same words apart."""
    front, _, number = identifier.rpartition("-")
    return front if front and number.isdecimal() and len(number) < 10 else identifier


def identity(claim: Data) -> str:
    """What a review mark is of: subject, attribute, value and words, without where they stand."""
    value = claim["value"]
    parts = [value.get(key) for key in ("kind", "text", "low", "high", "unit")]
    return json.dumps(_plain([claim["subject"], claim["attribute"], parts, claim["evidence"]["quote"]]))


def without_words(claim: Data) -> str:
    """All that a claim says but its sentence."""
    said = _said(claim)
    for key in ("evidence", "basis", "binding", "listed", *CONTEXT):
        said.pop(key, None)
    return json.dumps(said, sort_keys=True)


def _said(claim: Mapping[str, Any]) -> Data:
    """What a claim says as plain strings, without where it stands and what is noted of it."""
    said: Data = _plain({key: value for key, value in claim.items() if key not in _OWN})
    for part in ("value", "evidence"):
        said[part] = {key: value for key, value in (said.get(part) or {}).items() if key not in _PLACE}
    return said


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return str(value).lower() if isinstance(value, bool) else str(value)


def typed(claim: Mapping[str, Any]) -> Data:
    """``claim`` with its numbers and its yes and no as such again; everything was read as a string."""
    return {key: _typed(key, value) for key, value in claim.items()}


def _typed(key: str, value: Any) -> Any:
    if isinstance(value, dict) and key not in _OPAQUE:
        return typed(value)
    if isinstance(value, list | tuple) and key not in _OPAQUE:
        return [_typed(key, one) if isinstance(one, dict) else one for one in value]
    if key in _NUMBERS and isinstance(value, str) and value.isdecimal():
        return int(value)
    return value == "true" if key in _SWITCHES and value in ("true", "false") else value


def offset(claim: Data) -> int | None:
    """Where the value stands in its quote, as far as the file says."""
    start, quote = claim["value"].get("start"), claim["evidence"].get("start")
    return None if start is None or quote is None else int(start) - int(quote)


def status(claim: Mapping[str, Any]) -> str | None:
    """What a person's review says of a claim."""
    review = claim.get("review")
    return str(review.get("status")) if isinstance(review, Mapping) else None


def sha256(data: Mapping[str, Any]) -> Any:
    """The digest of the source that a file was made from, as far as it says."""
    source = data.get("source")
    return source.get("sha256") if isinstance(source, Mapping) else None


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
