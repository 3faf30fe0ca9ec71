"""Reads and writes ``decisions/<subject>.yaml``: sorted, one block a decision, comments kept."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from checker import files, strictyaml
from checker.model.decision import Decision, Side
from checker.model.user_error import UserError
from checker.review import yaml_blocks
from checker.review.decisions_schema import SCHEMA_VERSION, DecisionEntry, DecisionsEntry
from checker.strictyaml import modelines

if TYPE_CHECKING:
    from collections.abc import Iterable

_LONGEST_NAME = 80
_MARK = "\ufeff"


def load(folder: Path) -> tuple[Decision, ...]:
    """Every decision below ``folder``, in order; none where there is no such folder.

    Raises UserError, all problems of a file at once, for a file that is malformed or of a newer release, for a waiver
    without a reason or a last day, and for two verdicts on one conflict.
    """
    found = [decision for path in _paths(folder) for decision in _read(path)]
    _refuse_twice(found)
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Change:
    """A file that was rewritten: what it held before and after, None where there was or is none."""

    path: Path
    before: str | None
    after: str | None


def keep(
    folder: Path,
    decisions: Sequence[Decision],
    instead_of: Sequence[Decision] = (),
    schemas: Path | None = None,
    *,
    dry_run: bool = False,
) -> list[Change]:
    """Write ``decisions``, each in place of an earlier one on the same conflict and all of them in place of
    ``instead_of``, whose comments they take over; what changed. Either may be empty.
    ``schemas`` is the folder of the JSON Schema that the files name in their first line; a ``dry_run`` writes nothing.
    """
    changes = []
    with nullcontext() if dry_run else files.locked(folder, "the decisions"):
        known = {name_of(d): Path(d.where.rpartition(":")[0]) for d in load(folder)}

        def path_of(decision: Decision) -> Path:
            """The file that has a decision on the same conflict already, wherever a person put it."""
            return known.get(name_of(decision)) or _path(folder, decision)

        for path in sorted({path_of(d) for d in (*decisions, *instead_of)}):
            new, gone = ([d for d in given if path_of(d) == path] for given in (decisions, instead_of))
            changes += _rewrite(path, new, [*gone, *new], schemas, dry_run=dry_run)
    return changes


def rename(folder: Path, old: str, new: str, *, dry_run: bool = False) -> list[Change]:
    """Call the source ``old`` ``new`` in every decision; what changed. Raises UserError, and nothing is written, where
    that would make two verdicts on one conflict."""
    if not folder.exists():
        return []
    with files.locked(folder, "the decisions"):
        load(folder)
        changes, found = [], []
        for path in _paths(folder):
            before = _text(path)
            after = yaml_blocks.renamed(before, str(path), old, new) if old in before else before
            found += _parsed(after, str(path))
            changes += [Change(path, before, after)] if after != before else []
        _refuse_twice(found)
        for change in changes if not dry_run else ():
            files.replace(change.path, change.after or "", "the decisions file")
    return changes


def sources_of(decision: Decision) -> frozenset[str]:
    """Every source that a decision names, in conflict or quoted."""
    return frozenset((*decision.sources, *(side.source for side in (*decision.left, *decision.right))))


def take_back(folder: Path, changes: Sequence[Change]) -> None:
    """Put files back as they were before ``changes``; UserError, and nothing done, where one was edited since."""
    with files.locked(folder, "the decisions"):
        for change in changes:
            if (_text(change.path) if change.path.exists() else None) != change.after:
                raise UserError("edited since, so the answer is not undone", str(change.path), "edit the file")
        for change in changes:
            if change.before is None:
                change.path.unlink(missing_ok=True)
            else:
                files.replace(change.path, change.before, "the decisions file")


def name_of(decision: Decision) -> yaml_blocks.Name:
    """What no two decisions share, in the order that files keep."""
    return decision.subject, decision.rule, decision.attribute, decision.values


def _paths(folder: Path) -> list[Path]:
    if not folder.exists():
        return []
    if not folder.is_dir():
        raise UserError("the decisions must be in a folder, and this is a file", str(folder), "move it away")
    return sorted(path for path in folder.glob("*.yaml") if not path.is_dir())


def _path(folder: Path, decision: Decision) -> Path:
    """The file of a decision's subject, in letters that every file system takes."""
    plain = "".join(c if c.isascii() and (c.isalnum() or c in "-_+") else "-" for c in decision.subject.lower())
    return folder / f"{plain[:_LONGEST_NAME].strip('-') or 'unnamed'}.yaml"


def _text(path: Path) -> str:
    """What a file holds, its line breaks and its byte order mark as they are."""
    try:
        return files.read_bytes(path).decode("utf-8")
    except OSError as error:
        raise UserError(f"the decisions cannot be read: {error.strerror}", str(path)) from error
    except UnicodeDecodeError as error:
        raise UserError("the decisions file is not UTF-8", str(path), "save it as UTF-8") from error


def _read(path: Path) -> list[Decision]:
    return _parsed(_text(path), str(path))


def _parsed(text: str, where: str) -> list[Decision]:
    parsed = strictyaml.read(text.removeprefix(_MARK), where)
    version = parsed.data.get("schema_version") if isinstance(parsed.data, dict) else None
    if isinstance(version, str) and version.isdecimal() and int(version[:9]) > SCHEMA_VERSION:
        at = parsed.at(("schema_version",))
        raise UserError(f"written by a newer release (schema_version {version})", at, "upgrade check-claims")
    entry = strictyaml.validate(DecisionsEntry, parsed)
    problems = [p for i, d in enumerate(entry.decisions) if (p := _problem(d, parsed, i)) is not None]
    if problems:
        first, *others = problems
        raise UserError(first.what, first.where, first.remedy, tuple(map(str, others)))
    return [_decision(d, parsed.at(("decisions", i))) for i, d in enumerate(entry.decisions)]


def _problem(entry: DecisionEntry, parsed: strictyaml.Parsed, index: int) -> UserError | None:
    at = parsed.at(("decisions", index))
    if entry.verdict == "waived" and not (entry.reason or "").strip():
        return UserError("a waiver needs a reason", at, "add reason: and say why")
    if entry.verdict == "waived" and entry.expires is None:
        return UserError("a waiver needs a last day", at, "add expires: 2031-05-17")
    if entry.verdict == "both-wrong" and entry.expires is not None and not (entry.reason or "").strip():
        return UserError("the verdict 'both-wrong' with a last day is a waiver and needs a reason", at, "add reason:")
    if entry.verdict == "both" and not (entry.scope or "").strip():
        return UserError("the verdict 'both' needs the scope that makes both true", at, "add scope:")
    return None


def _decision(entry: DecisionEntry, where: str) -> Decision:
    return Decision(
        rule=entry.rule,
        subject=entry.subject,
        attribute=entry.attribute,
        values=tuple(sorted(entry.values.items())),
        verdict=entry.verdict,
        by=entry.by,
        on=entry.on,
        reason=entry.reason,
        scope=entry.scope,
        expires=entry.expires,
        left=tuple(Side(s.source, s.value, s.quote) for s in entry.sides.left),
        right=tuple(Side(s.source, s.value, s.quote) for s in entry.sides.right),
        where=where,
    )


def _refuse_twice(decisions: Iterable[Decision]) -> None:
    seen: dict[tuple[object, ...], Decision] = {}
    for decision in decisions:
        first = seen.setdefault(name_of(decision), decision)
        if first is not decision:
            raise UserError(
                f"two verdicts on one conflict: '{first.verdict}' at {first.where} and '{decision.verdict}'",
                decision.where,
                "keep one",
            )


def _rewrite(
    path: Path, new: Sequence[Decision], gone: Sequence[Decision], schemas: Path | None, *, dry_run: bool
) -> list[Change]:
    """Put ``new`` into the file and take ``gone`` out; what changed. A file without decisions is removed."""
    before = _text(path) if path.exists() else None
    mark = _MARK if before is not None and before.startswith(_MARK) else ""
    head, known = yaml_blocks.split(before.removeprefix(_MARK), str(path)) if before else (yaml_blocks.HEAD, {})
    ending = "\r\n" if "\r\n" in head else "\n"
    remarks = "".join(yaml_blocks.remarks(known.pop(name_of(decision), "")) for decision in gone)
    for decision in new:
        known[name_of(decision)] = (remarks.replace("\r\n", "\n") + yaml_blocks.block(decision)).replace("\n", ending)
        remarks = ""
    blocked = "".join(known[key] for key in sorted(known))
    after = head + blocked if known else _remembered(head + remarks)
    if after is not None:
        after = mark + modelines.headed(after, modelines.reference(schemas, "decisions", path), before)
    if after == before:
        return []
    if dry_run:
        return [Change(path, before, after)]
    if after is None:
        path.unlink(missing_ok=True)
    else:
        files.replace(path, after, "the decisions file")
    return [Change(path, before, after)]


def _remembered(head: str) -> str | None:
    """A file that lost its last decision: only the comments in it are worth keeping."""
    comments = yaml_blocks.remarks(head)
    return f"{comments}{yaml_blocks.HEAD.removesuffix('decisions:' + chr(10))}" if comments else None
