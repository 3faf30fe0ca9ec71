"""Plans the files of a folder that begins to be checked: configuration, register, rules, schemas and what CI needs."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from checker import files, sources
from checker.collection import wheel
from checker.collection.intake import guesses
from checker.extraction import document_of
from checker.model.document import Source
from checker.model.user_error import Unreadable, UserError
from checker.sources import registry_editor, source_ids
from checker.strictyaml import modelines

HOOK = ".pre-commit-config.yaml"
GITHUB = ".github/workflows/check-claims.yaml"
GITHUB_COMMENT = ".github/workflows/check-claims-comment.yaml"
GITLAB = ".gitlab/check-claims.yaml"
GITLAB_MAIN = ".gitlab-ci.yml"
BASELINE = "baseline.json"
RELEASE = ".check-claims"
"""The folder of the wheel that CI installs."""
_EXTRAS = "docs"
"""What CI installs besides, for PDF and office files."""
_EMPTY = "documents"
"""The folder for documents where there are none yet."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Where everything is to be, relative to the folder itself; ``schemas`` may be unwanted."""

    documents: str
    claims: str = "claims"
    rules: str = "rules"
    schemas: str | None = "schemas"

    @property
    def registry(self) -> str:
        """The register, beside the documents."""
        return (Path(self.documents) / "sources.yaml").as_posix()


@dataclass(frozen=True, slots=True)
class Started:
    """What was written, what was there and stayed as it was, and lines that a person has to add to such a file."""

    written: tuple[str, ...]
    left: tuple[str, ...]
    wanted: Mapping[str, str]


def found(root: Path, documents: str | None) -> tuple[Path, ...]:
    """The documents below ``root``, or below its folder ``documents``; none where there are none."""
    place = root / documents if documents is not None else root
    if not place.is_dir():
        return ()
    try:
        return sources.discover([place]).files
    except UserError:
        return ()


def folder_of(root: Path, found: Sequence[Path]) -> str:
    """The innermost folder that holds all of ``found``, relative to ``root``."""
    if not found:
        return _EMPTY
    return Path(os.path.relpath(os.path.commonpath([path.parent.resolve() for path in found]), root)).as_posix()


def plan(root: Path, layout: Layout, found: Sequence[Path], extras: Sequence[str]) -> dict[str, str | bytes]:
    """Each file to be, relative to ``root``, with what is in it; the configuration comes last."""
    schemas = root / layout.schemas if layout.schemas is not None else None
    texts: dict[str, str | bytes] = {}
    if not found:
        example = (Path(layout.documents) / "example.md").as_posix()
        texts[example] = template("example.md")
    texts[layout.registry] = _headed(_register(root, layout, found), schemas, "sources", root / layout.registry)
    texts[f"{layout.rules}/rules.yaml"] = _headed(
        template("rules.yaml"), schemas, "rules", root / layout.rules / "rules.yaml"
    )
    for name in extras:
        texts |= _extra(root, name)
    texts["check-claims.yaml"] = config(root, layout)
    return texts


def config(root: Path, layout: Layout, *, baseline: bool = False) -> str:
    """The configuration; with ``baseline`` it names the file of known conflicts."""
    text = template("config.yaml").format(
        documents=_quoted(layout.documents),
        registry=_quoted(layout.registry),
        claims=_quoted(layout.claims),
        rules=layout.rules,
    )
    if layout.schemas is not None:
        text += f"schemas: {_quoted(layout.schemas)}  # the files above name them in their first line, for editors\n"
    if baseline:
        text += f"baseline: {layout.rules}/{BASELINE}  # conflicts that were there at the start; new ones fail\n"
    schemas = root / layout.schemas if layout.schemas is not None else None
    return _headed(text, schemas, "config", root / "check-claims.yaml")


def write(root: Path, texts: Mapping[str, str | bytes]) -> Started:
    """Write every file that is not there yet; files that are there stay as they are.

    Raises UserError, and writes nothing, where a folder on the way to one of them is a link.
    """
    written, left, wanted = [], [], {}
    for name in texts:
        link = files.linked((root / name).parent, root)
        if link is not None:
            raise UserError(
                f"{name} is not written through a symbolic link", str(link), "make it a folder, or remove it"
            )
    for name, text in texts.items():
        path = root / name
        if not os.path.lexists(path):
            files.replace(path, text, "the file")
            written.append(name)
            continue
        left.append(name)
        if not isinstance(text, str):
            continue
        if name in (HOOK, GITLAB_MAIN) and "check-claims" not in _held(path):
            wanted[name] = text.partition("\n")[2]
    return Started(tuple(written), tuple(left), wanted)


def _held(path: Path) -> str:
    """What a file says that was there before."""
    try:
        return files.read_bytes(path).decode("utf-8", "replace")
    except OSError as error:
        raise UserError(f"it cannot be read: {error.strerror}", str(path), "correct or remove it") from error


def template(name: str) -> str:
    """The text of a file that ships with the package for this."""
    return resources.files("checker.collection").joinpath("templates", name).read_text(encoding="utf-8")


def repository() -> str | None:
    """What pip installs to get this very release again, where it came from a repository that others reach."""
    origin = json.loads(wheel.installed().read_text("direct_url.json") or "{}")
    version = origin.get("vcs_info")
    if version and origin["url"].startswith("https://"):
        return f"check-claims[{_EXTRAS}] @ {version['vcs']}+{origin['url']}@{version['commit_id']}"
    return None


def _extra(root: Path, name: str) -> dict[str, str | bytes]:
    """The files for pre-commit or a CI system, with the release that CI installs where there is none yet."""
    if name == "hook":
        return {HOOK: "repos:\n" + template("pre-commit.yaml")}
    where = repository()
    main = GITHUB if name == "github" else GITLAB
    texts: dict[str, str | bytes] = {
        main: template(f"{name}.yaml").replace(
            "{requirement}", f'"{where}"' if where else f'"$(echo {RELEASE}/*.whl)[{_EXTRAS}]"'
        )
    }
    if name == "github":
        texts[GITHUB_COMMENT] = template("github-comment.yaml")
    if name == "gitlab":
        texts[GITLAB_MAIN] = f"include:\n  - local: {GITLAB}\n"
    if where is None and not list((root / RELEASE).glob("*.whl")):
        texts[f"{RELEASE}/{wheel.name()}"] = wheel.packed()
    return texts


def _register(root: Path, layout: Layout, found: Sequence[Path]) -> str:
    """A register of the documents, with what can be guessed of each; of the example where there are none."""
    text, taken = "", list[str]()
    where = root / layout.registry
    for path in found:
        identifier = source_ids.free(source_ids.clean(path.stem), taken)
        taken.append(identifier)
        entry = {"id": identifier, "file": Path(os.path.relpath(path, where.parent)).as_posix()}
        remarks = {}
        try:
            document = document_of(sources.read(path, Source(identifier, path=path.name)))
        except Unreadable:
            document = None
        for name, guess in guesses(document, None).items() if document is not None else ():
            entry[name], remarks[name] = guess.value, f"guessed: {guess.why}"
            if name == "published":
                entry["published_basis"] = "inferred"
        text = registry_editor.added(text, str(where), entry, remarks)
    if not found:
        text = registry_editor.added(
            text, str(where), {"id": "example", "file": "example.md", "title": "The Harbour Watch"}
        )
    return (
        "# What is known of each document; `check-claims add FILE` adds one.\n"
        "# A larger authority is closer to the facts.\n" + text
    )


def _headed(text: str, schemas: Path | None, name: str, file: Path) -> str:
    return modelines.headed(text, modelines.reference(schemas, name, file))


def _quoted(path: str) -> str:
    return path if path.replace("/", "").replace("-", "").replace("_", "").isalnum() else json.dumps(path)
