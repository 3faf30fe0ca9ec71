"""The comment on a pull or merge request: each workflow as it is written, with a stand-in for its service."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, ClassVar

import pytest
import yaml

from checker.collection import scaffold
from checker.reports.comment import CLEAR_MARK, COMMENT_MARK, OPEN_MARK
from tests.ci.conftest import ROOT, executable, write

OPEN = f"<!-- check-claims: report -->\n{OPEN_MARK}\n\n### check-claims: 1 open conflict\n"
CLEAR = f"<!-- check-claims: report -->\n{CLEAR_MARK}\n\n### check-claims: no open conflicts\n"


@pytest.mark.parametrize(
    ("file", "schema"),
    [
        ("checker/collection/templates/github.yaml", "github-workflows"),
        ("checker/collection/templates/github-comment.yaml", "github-workflows"),
        ("checker/collection/templates/gitlab.yaml", "gitlab-ci"),
        ("action.yml", "github-actions"),
    ],
)
def test_it_is_what_its_service_takes(file: str, schema: str) -> None:
    ran = subprocess.run(
        [executable("check-jsonschema"), "--builtin-schema", f"vendor.{schema}", str(ROOT / file)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr


def workflow(name: str) -> Any:
    return yaml.load(scaffold.template(name), yaml.BaseLoader)


def test_the_workflow_of_the_page_is_one_and_uses_the_action_as_it_is(tmp_path: Path) -> None:
    page = (ROOT / "docs/ci.md").read_text(encoding="utf-8")
    (text,) = re.findall(r"^```yml\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    write(tmp_path, {"workflow.yaml": text})
    words = [executable("check-jsonschema"), "--builtin-schema", "vendor.github-workflows", "workflow.yaml"]
    assert subprocess.run(words, cwd=tmp_path, capture_output=True, check=False).returncode == 0
    given = yaml.load(text, yaml.BaseLoader)
    assert given["name"] == workflow("github.yaml")["name"]
    (with_,) = [s["with"] for s in given["jobs"]["check-claims"]["steps"] if "check-claims@" in s["uses"]]
    action = yaml.load((ROOT / "action.yml").read_text(encoding="utf-8"), yaml.BaseLoader)
    assert with_.keys() <= action["inputs"].keys()
    (kept,) = [s["with"] for s in action["runs"]["steps"] if "artifact" in s.get("uses", "")]
    main = [s["with"] for s in workflow("github.yaml")["jobs"]["check-claims"]["steps"] if "artifact" in str(s)]
    assert (kept["name"], Path(kept["path"]).name) == (main[0]["name"], main[0]["path"])


def test_the_workflow_with_rights_runs_nothing_of_a_pull_request() -> None:
    main, posts = workflow("github.yaml"), workflow("github-comment.yaml")
    assert posts["on"] == {"workflow_run": {"workflows": [main["name"]], "types": ["completed"]}}
    (job,) = posts["jobs"].values()
    assert posts["permissions"] == {}
    assert job["permissions"] == {"actions": "read", "pull-requests": "write"}
    assert [step.get("uses") for step in job["steps"]] == [None]
    assert main["permissions"] == {"contents": "read"}
    text = scaffold.template("github.yaml") + scaffold.template("github-comment.yaml")
    assert "secrets." not in text
    for step in (*job["steps"], *main["jobs"]["check-claims"]["steps"]):
        assert "${{" not in step.get("run", "")


def test_both_workflows_speak_of_one_artifact() -> None:
    (kept,) = [s["with"] for s in workflow("github.yaml")["jobs"]["check-claims"]["steps"] if "artifact" in str(s)]
    text = scaffold.template("github-comment.yaml")
    assert f"name={kept['name']}\n" in text
    assert f'/{kept["path"]}"' in text
    assert f"mark='{COMMENT_MARK}'" in text
    assert COMMENT_MARK in scaffold.template("gitlab.yaml")
    assert CLEAR_MARK in scaffold.template("gitlab.yaml")


GH = """#!{python}
import json, os, pathlib, shutil, sys, urllib.parse
import jq

words = sys.argv[1:]
state = pathlib.Path(os.environ["SERVICE"])
data = json.loads((state / "data.json").read_text())


def option(name):
    return words[words.index(name) + 1] if name in words else None


if words[:2] == ["run", "download"]:
    assert (option("--repo"), words[2]) == ("ours/docs", "77")
    os.makedirs(option("--dir"))
    shutil.copy(state / "check-claims.comment.md", option("--dir"))
    sys.exit()
address = next(word for word in words[1:] if word.startswith("repos/"))
method = option("--method") or "GET"
path, _, query = address.partition("?")
fields = dict(urllib.parse.parse_qsl(query))
fields |= {{k: v for n, w in enumerate(words) if w == "-f" for k, v in [words[n + 1].split("=", 1)]}}
for n, word in enumerate(words):
    if word == "-F":
        name, file = words[n + 1].split("=@", 1)
        fields[name] = pathlib.Path(file).read_text()
parts = path.split("/")
assert parts[:3] == ["repos", "ours", "docs"]
if method == "GET":
    if parts[3] == "actions":
        kept = (state / "check-claims.comment.md").exists() and fields["name"] == "check-claims-comment"
        answer = {{"total_count": int(kept)}}
    elif parts[3] == "pulls":
        answer = [p for p in data["pulls"] if p["state"] == fields["state"] and p["from"] == fields["head"]]
    else:
        answer = data["comments"].get(parts[4], [])
    print(*jq.compile(option("--jq")).input_value(answer).all(), sep="\\n")
else:
    with open(state / "log", "a") as log:
        log.write(json.dumps([method, "/".join(parts[3:]), fields["body"]]) + "\\n")
"""
PULLS = [
    {"number": 5, "state": "open", "from": "ada:work", "head": {"sha": "abc"}},
    {"number": 6, "state": "open", "from": "ada:work", "head": {"sha": "older"}},
    {"number": 7, "state": "closed", "from": "ada:work", "head": {"sha": "abc"}},
    {"number": 8, "state": "open", "from": "eve:work", "head": {"sha": "abc"}},
]
BOT, PERSON = {"login": "github-actions[bot]"}, {"login": "ada"}
OURS = {"id": 91, "user": BOT, "body": OPEN}
QUOTED = {"id": 92, "user": PERSON, "body": f"> {OPEN}"}
OTHER = {"id": 93, "user": BOT, "body": "Deployed."}


def posted(
    folder: Path, text: str | None, comments: list[dict[str, object]], pulls: list[dict[str, object]]
) -> tuple[int, list[Any]]:
    """How the comment's workflow ends, and what it changed at the service."""
    service, temporary = folder / "service", folder / "temporary"
    service.mkdir()
    temporary.mkdir()
    (service / "data.json").write_text(json.dumps({"pulls": pulls, "comments": {"5": comments}}))
    if text is not None:
        (service / "check-claims.comment.md").write_text(text, encoding="utf-8")
    write(folder, {"bin/gh": GH.format(python=sys.executable)})
    (folder / "bin/gh").chmod(0o755)
    (step,) = workflow("github-comment.yaml")["jobs"]["comment"]["steps"]
    known = {"REPOSITORY": "ours/docs", "RUN": "77", "HEAD_OWNER": "ada", "HEAD_BRANCH": "work", "HEAD_COMMIT": "abc"}
    assert known.keys() | {"GH_TOKEN"} == step["env"].keys()
    ran = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
        env={
            **known,
            "PATH": f"{folder / 'bin'}:/usr/bin:/bin",
            "RUNNER_TEMP": str(temporary),
            "SERVICE": str(service),
        },
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert ran.stderr == ""
    log = service / "log"
    return ran.returncode, [json.loads(line) for line in log.read_text().splitlines()] if log.exists() else []


@pytest.mark.parametrize(
    ("text", "comments", "done"),
    [
        (OPEN, [], [["POST", "issues/5/comments", OPEN]]),
        (OPEN, [OTHER, QUOTED], [["POST", "issues/5/comments", OPEN]]),
        (OPEN, [OTHER, OURS, QUOTED], [["PATCH", "issues/comments/91", OPEN]]),
        (CLEAR, [OURS], [["PATCH", "issues/comments/91", CLEAR]]),
        (CLEAR, [OTHER], []),
        (None, [OURS], []),
    ],
)
def test_one_comment_is_posted_and_updated(
    tmp_path: Path, text: str | None, comments: list[dict[str, object]], done: list[Any]
) -> None:
    assert posted(tmp_path, text, comments, PULLS) == (0, done)


def test_a_pull_request_that_moved_on_gets_nothing(tmp_path: Path) -> None:
    assert posted(tmp_path, OPEN, [], PULLS[1:]) == (0, [])


@pytest.mark.parametrize("text", ["Buy this.\n", f"Buy this.\nAnd {OPEN_MARK}\n", OPEN + "x" * 66_000])
def test_another_text_is_refused(tmp_path: Path, text: str) -> None:
    assert posted(tmp_path, text, [], PULLS) == (1, [])


class GitLab(BaseHTTPRequestHandler):
    """Notes of a merge request, two a page."""

    notes: ClassVar[list[dict[str, Any]]] = []
    done: ClassVar[list[list[str]]] = []

    def answer(self, data: object, page: str = "") -> None:
        self.send_response(200)
        self.send_header("X-Next-Page", page)
        self.end_headers()
        self.wfile.write(json.dumps(data).encode())

    def do_GET(self) -> None:
        assert self.headers["PRIVATE-TOKEN"] == "word"
        if self.path == "/user":
            self.answer({"id": 3})
            return
        number = int(re.search(r"[?&]page=(\d+)", self.path)[1])
        end = number * 2
        self.answer(self.notes[end - 2 : end], str(number + 1) if end < len(self.notes) else "")

    def put(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))["body"]
        self.done.append([self.command, self.path, body])
        self.answer({})

    do_POST = do_PUT = put

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def gitlab() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), GitLab)
    GitLab.done = []
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


NOTES = "/projects/4/merge_requests/9/notes"
MINE = {"id": 50, "author": {"id": 3}, "body": OPEN}
THEIRS = {"id": 51, "author": {"id": 2}, "body": f"> {OPEN}"}


@pytest.mark.parametrize(
    ("text", "notes", "done"),
    [
        (OPEN, [], [["POST", NOTES, OPEN]]),
        (OPEN, [THEIRS, THEIRS, THEIRS], [["POST", NOTES, OPEN]]),
        (OPEN, [THEIRS, THEIRS, THEIRS, MINE], [["PUT", f"{NOTES}/50", OPEN]]),
        (CLEAR, [MINE], [["PUT", f"{NOTES}/50", CLEAR]]),
        (CLEAR, [THEIRS], []),
    ],
)
def test_one_note_is_posted_and_updated(
    tmp_path: Path, gitlab: str, text: str, notes: list[dict[str, Any]], done: list[Any]
) -> None:
    GitLab.notes = notes
    write(tmp_path, {"check-claims.comment.md": text})
    (script,) = workflow("gitlab.yaml")["check-claims-note"]["script"]
    known = {
        "CI_API_V4_URL": gitlab,
        "CI_PROJECT_ID": "4",
        "CI_MERGE_REQUEST_IID": "9",
        "CHECK_CLAIMS_TOKEN": "word",
        "PATH": f"{Path(sys.executable).parent}:/usr/bin:/bin",
    }
    ran = subprocess.run(
        ["bash", "-eo", "pipefail", "-c", script], cwd=tmp_path, env=known, capture_output=True, text=True, check=False
    )
    assert (ran.returncode, ran.stderr, GitLab.done) == (0, "", done)


def test_the_note_needs_what_the_check_writes() -> None:
    jobs = workflow("gitlab.yaml")
    assert jobs["check-claims-note"]["needs"] == ["check-claims"]
    assert jobs["check-claims"]["artifacts"]["paths"] == ["check-claims.comment.md"]
    assert "-o comment:check-claims.comment.md" in " ".join(jobs["check-claims"]["script"])
