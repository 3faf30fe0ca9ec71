"""A page, a report and a letter are added from an address, kept as they came, and described by what they say."""

from __future__ import annotations

import http.server
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from tests.cli.conftest import Command
from tests.cli.serving import serving
from tests.sources.one_text import MUSEUM, page, written

_SAID = (
    "<meta property='og:site_name' content='Torside Council'>"
    "<meta property='article:published_time' content='2021-05-04'><title>"
)
PAGE = page(MUSEUM).replace("<title>", _SAID).encode()
GIVEN = {
    "/museum": ("text/html; charset=utf-8", PAGE),
    "/museum.pdf": ("application/pdf", written(MUSEUM, ".pdf")),
    "/files/leaflet.docx": ("application/octet-stream", written(MUSEUM, ".docx")),
    "/old": ("text/html; charset=iso-8859-1", PAGE.replace(b"charset='utf-8'", b"").decode().encode("latin-1")),
}


class Answers(http.server.BaseHTTPRequestHandler):
    """A server that gives what is given."""

    def do_GET(self) -> None:
        kind, data = GIVEN[self.path]
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def server() -> Iterator[str]:
    with serving(Answers) as address:
        yield address


@pytest.fixture
def corpus(folder: Path) -> Path:
    """A register of one text."""
    (folder / "docs").mkdir()
    (folder / "docs/guide.txt").write_text("Torside Ferry Museum was founded in 1896.\n", encoding="utf-8")
    (folder / "docs/sources.yaml").write_text("sources:\n  - file: guide.txt\n", encoding="utf-8")
    (folder / "check-claims.yaml").write_text("registry: docs/sources.yaml\nclaims: claims\n", encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("path", "file"),
    [
        ("/museum", "museum.html"),
        ("/museum.pdf", "museum.pdf"),
        ("/files/leaflet.docx", "leaflet.docx"),
    ],
)
def test_it_is_kept_as_it_came(corpus: Path, command: Command, server: str, path: str, file: str) -> None:
    ran = command("add", f"{server}{path}", "--allow-local", "--yes")
    assert (ran.code, ran.err) == (0, "")
    assert (corpus / "docs" / file).read_bytes() == GIVEN[path][1]
    assert "New conflicts: 1" in ran.out
    register = yaml.safe_load((corpus / "docs/sources.yaml").read_text(encoding="utf-8"))
    entry = next(entry for entry in register["sources"] if entry["file"] == file)
    assert entry["title"] == MUSEUM.title
    assert entry["url"] == f"{server}{path}"


def test_a_page_says_who_published_it_and_when(corpus: Path, command: Command, server: str) -> None:
    assert command("add", f"{server}/museum", "--allow-local", "--yes").code == 0
    register = yaml.safe_load((corpus / "docs/sources.yaml").read_text(encoding="utf-8"))
    entry = next(entry for entry in register["sources"] if entry["file"] == "museum.html")
    assert (entry["publisher"], str(entry["published"])) == ("Torside Council", "2021-05-04")


def test_what_the_server_says_of_the_characters_is_heard(corpus: Path, command: Command, server: str) -> None:
    assert command("add", f"{server}/old", "--allow-local", "--yes").code == 0
    claims = yaml.safe_load((corpus / "claims/old.yaml").read_text(encoding="utf-8"))["claims"]
    assert ("£41,000", "GBP") in [(claim["value"]["text"], claim["value"].get("unit")) for claim in claims]


@pytest.mark.parametrize(
    "ending", [".html", ".pdf", ".docx", ".odt", ".epub", ".eml", ".rst", ".adoc", ".tex", ".ipynb"]
)
def test_values_of_a_file(folder: Path, command: Command, ending: str) -> None:
    (folder / f"museum{ending}").write_bytes(written(MUSEUM, ending))
    ran = command("values", f"museum{ending}")
    assert (ran.code, ran.err) == (0, "")
    assert '"1894"' in ran.out and '"45 minutes"' in ran.out
