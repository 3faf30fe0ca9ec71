"""Reads saved e-mails: the subject as title, who wrote to whom and when, and the text; quoted mail is told apart."""

from __future__ import annotations

import re
from collections.abc import Iterable
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parsedate_to_datetime

from checker.model.document import Metadata, Reading, Source, Warning
from checker.model.user_error import Unreadable
from checker.sources import encoding
from checker.sources.html import page as web_page
from checker.sources.html import tree as html_tree
from checker.sources.text_builder import TextBuilder

_FIELDS = ("From", "To", "Cc")
_MOST_PARTS = 1_000
_SIGNATURE = re.compile(r"--[ ]?|_{10,80}")
_QUOTED = re.compile(r"[ \t]{0,3}>")
_INTRODUCED = re.compile(r"(?:.{0,300}\b(?:wrote|writes|said)|.{0,300}\d.{0,100}):")
_PARAGRAPHS = re.compile(r"\n[ \t]*\n")


def reading(source: Source, data: bytes) -> Reading:
    """The text of an e-mail; a warning names each attachment, which is not read."""
    mail = message_from_bytes(data.lstrip(b"\r\n\t "), policy=policy.default)
    if not any(_field(mail, name) for name in ("From", "Subject", "Date", "To")):
        raise Unreadable("", "it is no e-mail: it does not say from whom or of what it is")
    builder = TextBuilder()
    subject = _field(mail, "Subject")
    if subject:
        builder.title(subject)
    for name in _FIELDS:
        if value := _field(mail, name):
            builder.pair(name, value)
    if sent := _field(mail, "Date"):
        # The day of a mail is no fact of its subject: two mails of one subject do not conflict in it.
        builder.furniture(f"Date: {sent}")
    warnings = _write_body(builder, mail, source)
    return builder.reading(source, warnings, Metadata(subject or None, None, _day(mail)))


def _field(mail: EmailMessage, name: str) -> str:
    """A field of the head; nothing for one that cannot be made out."""
    try:
        return " ".join(str(mail.get(name, "")).split())
    except (ValueError, IndexError, AttributeError, TypeError, LookupError):
        return ""


def _day(mail: EmailMessage) -> str | None:
    try:
        return parsedate_to_datetime(_field(mail, "Date")).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _write_body(builder: TextBuilder, mail: EmailMessage, source: Source) -> list[Warning]:
    """Write the text of the mail, the plain one if there is one; what is to be known of all other parts."""
    warnings: list[Warning] = []
    plain: list[EmailMessage] = []
    pages: list[EmailMessage] = []
    for n, part in enumerate(_parts(mail)):
        if n > _MOST_PARTS:
            raise Unreadable("", f"it holds more than {_MOST_PARTS:,} parts: it may be made to harm its reader")
        kind = part.get_content_type()
        attached = part.get_content_disposition() == "attachment"
        name = part.get_filename() or ""
        if kind in ("text/plain", "text/html") and not attached and not name:
            (plain if kind == "text/plain" else pages).append(part)
        elif attached or name:
            named = " ".join(name.split())[:80] or "without a name"
            warnings.append(Warning(source.id, 1, f"its attachment {named} is not read: save it as a file"))
    texts = [text for part in plain if (text := _text(part, source, warnings)).strip()]
    for text in texts:
        _write_plain(builder, text)
    if not texts:
        for part in pages:
            web_page.write_chapter(builder, html_tree.parse(_text(part, source, warnings)))
    return warnings


def _parts(mail: EmailMessage) -> Iterable[EmailMessage]:
    """The parts that hold no parts, in order; an e-mail that is attached is one part."""
    ahead = [mail]
    while ahead:
        part = ahead.pop()
        if part.is_multipart() and part.get_content_maintype() == "multipart":
            inner = part.get_payload()
            parts = inner if isinstance(inner, list) else []
            ahead += [one for one in reversed(parts) if isinstance(one, EmailMessage)]
        else:
            yield part


def _text(part: EmailMessage, source: Source, warnings: list[Warning]) -> str:
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        return ""
    declared = encoding.charset(part.get_content_charset() or "")
    if declared is not None:
        try:
            return data.decode(declared)
        except ValueError:
            pass
    text, odd = encoding.decode(data)
    if odd:
        warnings.append(Warning(source.id, 1, odd))
    return text


def _write_plain(builder: TextBuilder, text: str) -> None:
    """The paragraphs of a plain text, the mail it answers and the signature under it told apart."""
    lines = text.replace("\r\n", "\n").split("\n")
    end = next((n for n, line in enumerate(lines) if _SIGNATURE.fullmatch(line)), len(lines))
    own: list[str] = []
    quoted: list[str] = []
    for line in lines[:end]:
        if _QUOTED.match(line):
            if own and not quoted:
                quoted = _introduction(own)
            _write_own(builder, own)
            quoted.append(line)
        elif not quoted or line.strip():
            _write_quoted(builder, quoted)
            own.append(line)
    _write_own(builder, own)
    _write_quoted(builder, quoted)
    builder.furniture("\n".join(lines[end + 1 :]))


def _introduction(own: list[str]) -> list[str]:
    """Take the lines that say who wrote what is quoted from the end of ``own``."""
    while own and not own[-1].strip():
        own.pop()
    for count in (1, 2):
        words = " ".join(line.strip() for line in own[-count:])
        if len(own) >= count and _INTRODUCED.fullmatch(words):
            taken = own[-count:]
            del own[-count:]
            return taken
    return []


def _write_own(builder: TextBuilder, lines: list[str]) -> None:
    for paragraph in _PARAGRAPHS.split("\n".join(lines)):
        if paragraph.strip():
            builder.paragraph(paragraph)
    lines.clear()


def _write_quoted(builder: TextBuilder, lines: list[str]) -> None:
    builder.furniture("\n".join(lines))
    lines.clear()
