"""Saved e-mails: head, text, what is quoted, and attachments."""

import random
from email.message import EmailMessage
from pathlib import Path

import pytest

import checker
from checker.model.document import Metadata, Reading, Source
from checker.model.user_error import Unreadable
from checker.sources import saved_mail

TEXT = """The mill opened in 1868.

Floors: 6

On 1 May 2021 Bo Ray wrote:
> The mill opened in 1871.

It cost £12,000.

-- 
Ann Lee, since 1999 at the mill
"""


def mail(text: str = TEXT, page: str | None = None, attachment: str | None = None) -> bytes:
    message = EmailMessage()
    message["From"] = "Ann Lee <ann@mill.example>"
    message["To"] = "Bo Ray <bo@mill.example>"
    message["Date"] = "Mon, 03 May 2021 10:00:00 +0100"
    message["Subject"] = "Harwell Mill – figures"
    if text:
        message.set_content(text)
    if page:
        (message.add_alternative if text else message.set_content)(page, subtype="html")
    if attachment:
        message.add_attachment(b"abc", maintype="application", subtype="pdf", filename=attachment)
    return message.as_bytes()


def reading(data: bytes) -> Reading:
    return saved_mail.reading(Source("mill", "mill.eml"), data)


def blocks(data: bytes) -> list[tuple[str, str]]:
    found = reading(data)
    return [(block.kind, found.text[block.start : block.end]) for block in found.blocks or ()]


def test_mail() -> None:
    assert blocks(mail()) == [
        ("title", "Harwell Mill – figures"),
        ("pair", "From: Ann Lee <ann@mill.example>"),
        ("pair", "To: Bo Ray <bo@mill.example>"),
        ("boilerplate", "Date: Mon, 03 May 2021 10:00:00 +0100"),
        ("paragraph", "The mill opened in 1868."),
        ("paragraph", "Floors: 6"),
        ("boilerplate", "On 1 May 2021 Bo Ray wrote:\n> The mill opened in 1871."),
        ("paragraph", "It cost £12,000."),
        ("boilerplate", "Ann Lee, since 1999 at the mill"),
    ]
    assert reading(mail()).metadata == Metadata("Harwell Mill – figures", None, "2021-05-03")


def test_plain_text_before_the_same_as_a_page() -> None:
    assert ("paragraph", "It has 6 floors.") in blocks(mail("It has 6 floors.", "<p>It has 7 floors.</p>"))
    assert "7" not in reading(mail("It has 6 floors.", "<p>It has 7 floors.</p>")).text


def test_page_alone() -> None:
    page = '<p>It has <b>6</b> floors.</p><blockquote type="cite"><p>It has 7 floors.</p></blockquote>'
    found = blocks(mail("", page))
    assert ("paragraph", "It has 6 floors.") in found
    assert ("boilerplate", "It has 7 floors.") in found


def test_attachments_are_named() -> None:
    found = reading(mail(attachment="minutes.pdf"))
    assert [w.message for w in found.warnings] == ["its attachment minutes.pdf is not read: save it as a file"]
    assert "1868" in found.text


@pytest.mark.parametrize(
    ("declared", "written"),
    [("utf-8", "utf-8"), ("iso-8859-1", "iso-8859-1"), ("nonsense", "utf-8"), ("ascii", "utf-8")],
)
def test_character_sets(declared: str, written: str) -> None:
    head = f"Subject: Mill\nContent-Type: text/plain; charset={declared}\nContent-Transfer-Encoding: 8bit\n\n"
    assert "café of 1868" in reading(head.encode() + "The café of 1868".encode(written)).text


@pytest.mark.parametrize("data", [b"words without a head", b"\n\n\n", b"X-Mill: 1868\n\nfloors"])
def test_no_mail(data: bytes) -> None:
    with pytest.raises(Unreadable, match="it is no e-mail"):
        reading(data)


def test_mutated_mails() -> None:
    draw = random.Random(3)
    whole = mail(TEXT, "<p>It has 6 floors.</p>", "minutes.pdf")
    signs = [b"", b"=?utf-8?q?", b"?=", b":", b"\n", b"\xff", b'"', b"<", b"(", b"boundary=", b"--", b";"]
    for _ in range(200):
        data = bytearray(whole)
        for _ in range(draw.randrange(1, 30)):
            at = draw.randrange(len(data))
            data[at : at + draw.randrange(6)] = draw.choice(signs)
        try:
            reading(bytes(data[: draw.randrange(len(data) // 2, len(data) + 1)]))
        except (Unreadable, ValueError) as error:
            assert "\n" not in str(error)


def test_changed_figure_is_found(tmp_path: Path) -> None:
    (tmp_path / "letter.eml").write_bytes(mail(TEXT.replace("The mill", "Harwell Mill")))
    (tmp_path / "mill.md").write_text("# Harwell Mill\n\nHarwell Mill opened in 1871.\n")
    report = checker.check_paths([tmp_path / "letter.eml", tmp_path / "mill.md"]).to_json()
    assert [f["message"] for f in report["findings"]] == [
        "Harwell Mill opened in 1868 or 1871: letter.eml and mill.md disagree"
    ]
    text = reading(mail(TEXT.replace("The mill", "Harwell Mill"))).text
    claims = [claim for claim in report["claims"] if claim["source"] == "letter"]
    assert {claim["value"]["text"] for claim in claims} == {"1868", "6", "£12,000"}
    for claim in claims:
        assert text[claim["evidence"]["start"] : claim["evidence"]["end"]] == claim["evidence"]["quote"]
