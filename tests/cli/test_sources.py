"""The commands ``add``, ``remove``, ``rename`` and ``list``: sources come and go with all that hangs on them."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from checker.sources import fetching
from tests.cli.conftest import GUIDE, Command
from tests.cli.serving import serving

NOTE = """# A note on the Joint Harbour Watch Exercise

Published 3 May 2016

The Joint Harbour Watch Exercise (JHWE) began in 1897. It keeps 312 boats.
"""


@pytest.fixture
def note(corpus: Path, command: Command) -> Path:
    """A document outside the corpus, whose claims are stored."""
    command("extract")
    path = corpus / "A Note, at last.md"
    path.write_text(NOTE, encoding="utf-8")
    return path


def tree(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_a_document_is_copied_registered_and_extracted(corpus: Path, note: Path, command: Command) -> None:
    before = (corpus / "docs/sources.yaml").read_text()
    ran = command("add", str(note), "--publisher", "Harbour: Board", "--authority", "2")
    assert (ran.code, ran.err) == (0, "")
    assert (corpus / "docs/a-note-at-last.md").read_text(encoding="utf-8") == NOTE
    assert (corpus / "docs/sources.yaml").read_text() == before + (
        "  - id: a-note-at-last\n"
        "    file: a-note-at-last.md\n"
        "    title: A note on the Joint Harbour Watch Exercise  # guessed: its heading\n"
        '    publisher: "Harbour: Board"\n'
        '    published: "2016-05-03"  # guessed: line 3\n'
        "    published_basis: inferred\n"
        "    authority: 2\n"
    )
    assert (corpus / "claims/a-note-at-last.yaml").is_file()
    assert "New conflicts: 1\n" in ran.out
    assert "1894" in ran.out
    assert "New agreements: 1\n" in ran.out
    assert "Stated by this source only: " in ran.out
    assert command("extract", "--check").code == 0


def test_a_dry_run_writes_nothing(corpus: Path, note: Path, command: Command) -> None:
    before = tree(corpus)
    ran = command("add", str(note), "--dry-run")
    assert ran.code == 0
    assert ran.out.endswith("\nNothing was written.\n")
    assert tree(corpus) == before


def test_the_first_source_of_an_empty_corpus(folder: Path, command: Command) -> None:
    (folder / "check-claims.yaml").write_text("registry: seeds/sources.yaml\nclaims: claims\n")
    (folder / "a.txt").write_text(GUIDE)
    assert command("add", "a.txt", "--title", "A").code == 0
    assert (folder / "seeds/sources.yaml").read_text() == "sources:\n  - id: a\n    file: a.txt\n    title: A\n"
    assert command("extract", "--check").code == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["docs/guide.txt"], "this content is registered already, as the source 'guide', docs/guide.txt"),
        (["none.txt"], "none.txt: there is no such file"),
        (["docs"], "docs: it is a folder, not a file"),
        (["page.djvu"], "page.djvu: no reader for .djvu yet; save it as .pdf"),
        (["A Note, at last.md", "--id", "letter"], "there is a source 'letter' already; take another id"),
        (["A Note, at last.md", "--id", "../x"], "'../x' cannot be an id"),
        (["A Note, at last.md", "--published", "May"], "published cannot be 'May'"),
        (["ftp://example.org/a.txt"], "ftp is not fetched; only http and https are"),
        (["http://127.0.0.1:1/a.txt"], "127.0.0.1 is an address of the local network"),
        (["http://[::1]:1/a.txt"], "::1 is an address of the local network"),
        (["http://a:b@example.org/"], "an address with a name or password in it is not fetched"),
        (["http://no-such-host.invalid/a.txt"], "the host cannot be found"),
    ],
)
def test_what_is_not_added(corpus: Path, note: Path, command: Command, arguments: list[str], said: str) -> None:
    (corpus / "page.djvu").write_text("<p>1894")
    before = tree(corpus)
    ran = command("add", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert ran.err.count("\n") == 1
    assert tree(corpus) == before


def test_a_source_nobody_wrote_about_goes_and_its_document_stays(corpus: Path, note: Path, command: Command) -> None:
    before = tree(corpus)
    command("add", str(note))
    ran = command("remove", "a-note-at-last")
    assert ran.code == 0
    assert tree(corpus) == before | {"docs/a-note-at-last.md": NOTE.encode()}
    assert command("add", "docs/a-note-at-last.md", "--yes").code == 0
    assert command("remove", "a-note-at-last", "--delete-file").code == 0
    assert tree(corpus) == before


def test_what_people_wrote_is_never_removed(corpus: Path, note: Path, command: Command) -> None:
    command("add", str(note))
    stored = corpus / "claims/a-note-at-last.yaml"
    stored.write_text(stored.read_text().replace("modality: asserted", "modality: projected  # mine", 1))
    before = tree(corpus)
    ran = command("remove", "a-note-at-last")
    assert (ran.code, ran.out) == (2, "")
    assert "people wrote 2 things about 'a-note-at-last'; --force" in ran.err
    assert "claims/a-note-at-last.yaml:" in ran.err
    assert "Nothing was removed." in command("remove", "a-note-at-last", "--dry-run").out
    assert tree(corpus) == before
    assert command("remove", "a-note-at-last", "--force").code == 0
    assert (corpus / "claims/removed/a-note-at-last.yaml").read_bytes() == before["claims/a-note-at-last.yaml"]
    assert "restored" in command("add", "docs/a-note-at-last.md", "--yes").out
    assert "modality: projected  # mine" in stored.read_text()


def test_a_source_is_renamed_everywhere(corpus: Path, note: Path, command: Command) -> None:
    command("add", str(note), "--id", "note")
    before = tree(corpus)
    assert command("rename", "note", "memo", "--dry-run").out.endswith("Nothing was written.\n")
    assert tree(corpus) == before
    assert command("rename", "note", "memo").code == 0
    assert (corpus / "docs/memo.md").is_file()
    assert not (corpus / "claims/note.yaml").exists()
    assert command("extract", "--check").code == 0
    assert command("rename", "memo", "letter").err.count("there is a source 'letter' already") == 1
    assert "did you mean 'memo'?" in command("rename", "nemo", "other").err
    assert command("rename", "memo", "note").code == 0
    assert tree(corpus) == before


def test_the_list(corpus: Path, note: Path, command: Command) -> None:
    command("add", str(note), "--id", "note")
    lines = command("list").out.splitlines()
    assert [line.split()[0] for line in lines] == ["id", "guide", "letter", "note"]
    assert "2016-05-03?" in lines[3]
    assert all(len(line) <= 80 for line in lines)


@pytest.mark.parametrize("name", ["add x", "remove x", "rename x y", "list"])
def test_a_register_must_be_named(docs: Path, command: Command, name: str) -> None:
    assert "no configuration, so no register of sources" in command(*name.split()).err


CLAIMS = """source: guide
claims:
  - subject: jhwe
    attribute: first year
    value: {kind: date, text: "1894"}
    evidence: {quote: "The Joint Harbour Watch Exercise (JHWE) began in 1894."}
  - subject: jhwe
    attribute: fleet
    value: {kind: count, text: 312 boats}
    evidence: {quote: It keeps 312 boats.}
"""


def test_claims_of_others_are_taken_in_once(corpus: Path, note: Path, command: Command) -> None:
    (corpus / "more.yaml").write_text(CLAIMS)
    assert "2 imported" in command("extract", "--from", "more.yaml").out
    stored = (corpus / "claims/guide.yaml").read_text()
    assert stored.count("origin: manual") == 2
    assert 'low: "1894-01-01"' in stored.partition("attribute: first year")[2]
    assert "0 written" in command("extract", "--from", "more.yaml").out
    assert command("extract", "--check").code == 0


def test_one_wrong_claim_stops_all_unless_asked(corpus: Path, note: Path, command: Command) -> None:
    (corpus / "more.yaml").write_text(CLAIMS.replace("312 boats.}", "313 boats.}"))
    before = tree(corpus)
    ran = command("extract", "--from", "more.yaml")
    assert (ran.code, ran.out) == (2, "")
    assert "more.yaml:10: claim" in ran.err
    assert "quotes words that are not in the source: 'It keeps 313 boats.'" in ran.err
    assert tree(corpus) == before
    assert command("extract", "--from", "more.yaml", "--partial").code == 2
    assert (corpus / "claims/guide.yaml").read_text().count("origin: manual") == 1


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ('{"source": "guide", "claims": [{"subject": "a"}]}', "more.json:1: claims[1] lacks 'attribute'"),
        ('{"source": "gide", "claims": []}', "no source 'gide'; did you mean 'guide'?"),
        ('{"claims": []}', "which source are these claims of?"),
        ('{"claims": ', "more.json:1: cannot be read as JSON"),
        ('{"own": 1, "claims": []}', "unknown key 'own'"),
        ("{}", "a list of claims is expected"),
    ],
)
def test_a_file_of_claims_that_is_wrong(corpus: Path, note: Path, command: Command, written: str, said: str) -> None:
    (corpus / "more.json").write_text(written)
    ran = command("extract", "--from", "more.json")
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


class Answers(http.server.BaseHTTPRequestHandler):
    """A server that answers by path."""

    def do_GET(self) -> None:
        if self.path == "/hop":
            self.send_response(302)
            self.send_header("Location", "/note.md")
        elif self.path == "/loop":
            self.send_response(302)
            self.send_header("Location", "/loop")
        elif self.path == "/away":
            self.send_response(302)
            self.send_header("Location", "file:///etc/passwd")
        elif self.path == "/none":
            self.send_response(404)
        else:
            self.send_response(200)
            self.send_header("Content-Type", "image/png" if self.path == "/page" else "text/markdown; charset=utf-8")
        self.end_headers()
        if self.path == "/slow":
            while True:
                try:
                    self.wfile.write(b"a")
                    self.wfile.flush()
                except OSError:
                    return
                threading.Event().wait(0.05)
        self.wfile.write(NOTE.encode() * (5000 if self.path == "/large" else 1))

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def server() -> Iterator[str]:
    """A server of this machine; its address without a path."""
    with serving(Answers) as address:
        yield address


def test_an_address_is_fetched(corpus: Path, note: Path, command: Command, server: str) -> None:
    ran = command("add", f"{server}/hop", "--allow-local", "--yes")
    assert ran.code == 0
    assert (corpus / "docs/note.md").read_bytes() == NOTE.encode()
    assert f'url: "{server}/hop"' in (corpus / "docs/sources.yaml").read_text()
    assert "this content is registered already" in command("add", f"{server}/note.md", "--allow-local").err


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/page", "it is image/png, which no reader reads; save its text"),
        ("/loop", "it redirects more than 5 times"),
        ("/away", "file is not fetched"),
        ("/none", "the server answered 404"),
        ("/large", "larger than 100,000 bytes"),
        ("/slow", "it took too long"),
    ],
)
def test_what_is_not_fetched(
    corpus: Path, note: Path, command: Command, server: str, path: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = corpus / "check-claims.yaml"
    config.write_text(config.read_text() + "max_file_size: 100000\n")
    monkeypatch.setattr(fetching.fetch, "__kwdefaults__", {"allow_local": False, "seconds": 1.0})
    before = tree(corpus)
    ran = command("add", f"{server}{path}", "--allow-local")
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert ran.err.count("\n") == 1
    assert tree(corpus) == before


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True),
        ("2606:4700::1111", True),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("::", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("fec0::1", False),
        ("feff:ffff::1", False),
        ("::ffff:192.168.1.1", False),
        ("2002:c0a8:0101::", False),
        ("64:ff9b::7f00:1", False),
    ],
)
def test_addresses_of_the_local_network(address: str, public: bool) -> None:
    assert fetching.is_public(address) is public
