"""Fetches a document from an address that somebody gave: http and https alone, bounded, and off the local network."""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import threading
import time
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from checker.model.user_error import UserError
from checker.version import __version__

SECONDS = 30.0
"""What all of a fetch may take."""

_MOST_REDIRECTS = 5
_REDIRECTS = frozenset([301, 302, 303, 307, 308])
_PIECE = 65_536
_PORTS = {"http": 80, "https": 443}
_HEADERS = {"Accept": "text/html, text/plain, text/markdown, application/pdf, */*;q=0.8", "Accept-Encoding": "identity"}


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave: its bytes, the media type and character set it declared, and where redirects led."""

    data: bytes
    type: str
    charset: str | None
    url: str


def is_url(given: str) -> bool:
    """Whether somebody meant an address and no path."""
    return "://" in given


def fetch(url: str, *, max_bytes: int, allow_local: bool = False, seconds: float = SECONDS) -> Fetched:
    """What is at ``url``.

    Each host, also of redirects, is resolved once, every address of it must be public unless ``allow_local``, and
    the connection goes to the address that was checked. Raises UserError, in one line, for anything else.
    """
    until = time.monotonic() + seconds
    here = url
    for _ in range(_MOST_REDIRECTS + 1):
        parts = _parts(here)
        with _Exchange(parts, here, until, allow_local) as exchange:
            response = exchange.response()
            target = response.getheader("Location")
            if response.status in _REDIRECTS and target:
                following = urljoin(here, target)
                if parts.scheme == "https" and urlsplit(following).scheme == "http":
                    raise UserError("it redirects from https to http, which is not followed", here)
                here = following
                continue
            if response.status != http.client.OK:
                raise UserError(f"the server answered {response.status} {response.reason}".rstrip(), here)
            if (response.getheader("Content-Encoding") or "identity").lower() != "identity":
                raise UserError("it came compressed though that was not asked for", here)
            data = exchange.body(response, max_bytes)
            return Fetched(data, response.headers.get_content_type(), response.headers.get_content_charset(), here)
    raise UserError(f"it redirects more than {_MOST_REDIRECTS} times", url)


def _parts(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise UserError("this is no address", url, "give one such as https://example.org/a.txt") from error
    if parts.scheme not in _PORTS:
        raise UserError(f"{parts.scheme or 'this'} is not fetched", url, "only http and https are")
    if not parts.hostname or port == 0 or any(ord(c) <= 0x20 or ord(c) == 0x7F for c in url):
        raise UserError("this is no address", url, "give one such as https://example.org/a.txt")
    if parts.username is not None or parts.password is not None:
        raise UserError("an address with a name or password in it is not fetched", parts.hostname, "leave them out")
    return parts


def addresses(host: str, port: int, seconds: float) -> list[str]:
    """The addresses of ``host``; UserError where there are none, or none are known in time."""
    found: list[str] = []
    problems: list[str] = []

    def resolve() -> None:
        try:
            found.extend(str(entry[4][0]) for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))
        except (OSError, UnicodeError) as error:
            problems.append(getattr(error, "strerror", None) or str(error))

    worker = threading.Thread(target=resolve, daemon=True)
    worker.start()
    worker.join(seconds)
    if not found:
        why = problems[0] if problems else "no answer in time"
        raise UserError(
            f"the host cannot be found ({why})", host, "it is misspelt, or this machine is offline: add a file instead"
        )
    return list(dict.fromkeys(found))


def is_public(address: str) -> bool:
    """Whether an address belongs to no local, private or special network, however it is wrapped."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        if ip.is_site_local:  # fec0::/10, given up, and still in use inside of networks
            return False
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if inner is None and ip in ipaddress.ip_network("64:ff9b::/96"):
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_unspecified)


class _Exchange:
    """One request over one connection, cut off when the time is over."""

    def __init__(self, parts: SplitResult, url: str, until: float, allow_local: bool) -> None:
        self.parts, self.url, self.until = parts, url, until
        host, port = parts.hostname or "", parts.port or _PORTS[parts.scheme]
        found = addresses(host, port, self._left())
        local = [address for address in found if not is_public(address)]
        if local and not allow_local:
            raise UserError(
                f"{local[0]} is an address of the local network", url, "--allow-local takes it all the same"
            )
        self.connection = http.client.HTTPConnection(host, port, timeout=self._left())
        self.socket = self._socket(found, host, port)
        self.connection.sock = self.socket
        self.timer = threading.Timer(self._left(), self._cut)
        self.timer.daemon = True
        self.late = False

    def __enter__(self) -> _Exchange:
        self.timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.timer.cancel()
        self.connection.close()
        self.socket.close()

    def response(self) -> http.client.HTTPResponse:
        """The answer, its body not read yet."""
        path = self.parts._replace(scheme="", netloc="", fragment="", path=self.parts.path or "/").geturl()
        try:
            agent = {"User-Agent": f"check-claims/{__version__}"}
            self.connection.request("GET", _ascii(path), headers=_HEADERS | agent)
            return self.connection.getresponse()
        except (OSError, http.client.HTTPException) as error:
            raise self._failed(error) from error

    def body(self, response: http.client.HTTPResponse, max_bytes: int) -> bytes:
        """The whole body; UserError for one that is larger than ``max_bytes`` or ends early."""
        pieces = bytearray()
        try:
            while piece := response.read(min(_PIECE, max_bytes + 1 - len(pieces))):
                pieces += piece
                self._left()
                if len(pieces) > max_bytes:
                    raise UserError(f"larger than {max_bytes:,} bytes", self.url, "raise max_file_size to take it")
        except (OSError, http.client.HTTPException) as error:
            raise self._failed(error) from error
        if self.late or response.length:
            raise self._failed(OSError(0, "the connection ended early"))
        return bytes(pieces)

    def _socket(self, found: list[str], host: str, port: int) -> socket.socket:
        problem: OSError | None = None
        for address in found:
            try:
                raw = socket.create_connection((address, port), timeout=self._left())
                if self.parts.scheme == "http":
                    return raw
                return ssl.create_default_context().wrap_socket(raw, server_hostname=host)
            except OSError as error:
                problem = error
        raise self._failed(problem or OSError(0, "no address"))

    def _left(self) -> float:
        left = self.until - time.monotonic()
        if left <= 0:
            raise UserError("it took too long", self.url, "download it and add the file")
        return left

    def _cut(self) -> None:
        """End whatever is being waited for; the connection itself forgets its socket once the answer has begun."""
        self.late = True
        with suppress(OSError):
            self.socket.shutdown(socket.SHUT_RDWR)

    def _failed(self, error: Exception) -> UserError:
        if getattr(self, "late", False) or isinstance(error, TimeoutError):
            return UserError("it took too long", self.url, "download it and add the file")
        why = getattr(error, "strerror", None) or str(error) or type(error).__name__
        return UserError(f"it cannot be fetched: {why}", self.url, "download it and add the file")


def _ascii(path: str) -> str:
    return quote(path, safe="/:?#[]@!$&'()*+,;=%~-._")
