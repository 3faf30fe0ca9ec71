"""Makes links that lead only where they may: into the page, or to a web address a person can go to."""

from __future__ import annotations

from urllib.parse import quote, urlsplit


def web_address(url: str | None) -> str | None:
    """``url`` where it is one of the web and plain to see; None for every other scheme and anything hidden in it."""
    if url is None or not url.isprintable() or any(char.isspace() for char in url):
        return None
    try:
        parts = urlsplit(url)
        return url if parts.scheme in ("http", "https") and parts.hostname and not parts.username else None
    except ValueError:
        return None


def inside(name: str, value: str) -> str:
    """A link into the page: ``#text=fas``; an element of the id ``text=fas`` answers it where no script runs."""
    return f"#{name}={quote(value, safe='')}"
