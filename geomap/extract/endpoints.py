"""One question to an OpenAI-compatible endpoint, with bounds on everything that comes back."""

from __future__ import annotations

import contextlib
import http.client
import ipaddress
import json
import os
import socket
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final
from urllib.parse import SplitResult, urlsplit

from geomap.errors import DataError, GeomapError

#: The environment variable that holds the key, where an endpoint asks for one.
KEY: Final = "GEOMAP_READER_KEY"
#: How long one answer may take in all, seconds.
TIMEOUT_S: Final = 120.0
#: A larger answer is not read to its end, bytes.
MOST_BYTES: Final = 1_000_000
#: A longer article is not sent.
MOST_CHARACTERS: Final = 100_000

_ASKS: Final = "/chat/completions"


class NoAnswerError(GeomapError):
    """A second reader gave nothing that can be used; the sentence says why, and shows nothing that it sent."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where a second reader answers. Neither its address nor its key is ever shown; its host is.

    Raises:
        DataError: the address, the name of the model or the key cannot be right.
    """

    url: str = field(repr=False)  #: "https://HOST/v1", or the whole address that ends with /chat/completions
    model: str
    key: str | None = field(default=None, repr=False)
    timeout_s: float = TIMEOUT_S

    def __post_init__(self) -> None:
        if not self.url.isascii() or any(sign <= " " for sign in self.url):
            raise DataError("the reader's address holds a space or a letter that no web address has; write it in ASCII")
        parts = self._parts
        if parts.scheme not in ("http", "https"):
            raise DataError("the reader's address does not begin with http:// or https://; write it in full")
        if "@" in parts.netloc:
            raise DataError(f"the reader's address holds a name or a password; take it out and set {KEY} instead")
        try:
            named = bool(parts.hostname) and parts.port != 0
        except ValueError:
            named = False
        if not named or parts.fragment:
            raise DataError("the reader's address names no host, or has a port or an end that cannot be; correct it")
        if not self.model.strip() or not self.model.isprintable() or len(self.model) > 100:
            raise DataError("the reader's model has no name that can be written; give the one that its endpoint lists")
        if self.key is not None and not (self.key.isascii() and self.key.isprintable() and self.key and " " not in self.key):
            raise DataError(f"{KEY} is empty or holds a sign that no key has; set it again")
        if self.key is not None and parts.scheme == "http" and not _is_own(parts.hostname or ""):
            raise DataError(f"{KEY} would go to {self.host} unencrypted; write https://, or unset the key")

    @classmethod
    def at(cls, url: str, model: str, *, timeout_s: float = TIMEOUT_S, environment: Mapping[str, str] = os.environ) -> Endpoint:
        """An endpoint with the key of the environment, where one is set."""
        return cls(url, model, environment.get(KEY), timeout_s)

    @property
    def _parts(self) -> SplitResult:
        return urlsplit(self.url)

    @property
    def host(self) -> str:
        """The host, with its port where the address names one: what may be stored and shown."""
        host = self._parts.hostname or ""
        host = f"[{host}]" if ":" in host else host
        return f"{host}:{self._parts.port}" if self._parts.port else host

    def ask(self, instructions: str, article: str) -> str:
        """What the model says to an article; temperature 0 and a seed, so that one model gives one answer as far as it can.

        Sent are the instructions, the article's text and the name of the model. A redirect is not followed.

        Raises:
            NoAnswerError: there is no whole answer in the time and the size that are allowed.
        """
        if len(article) > MOST_CHARACTERS:
            raise NoAnswerError(
                f"was not asked: the article has {len(article):,} characters, and at most {MOST_CHARACTERS:,} are sent"
            )
        said = [("system", instructions), ("user", article)]
        question = {
            "model": self.model,
            "messages": [{"role": role, "content": content} for role, content in said],
            "temperature": 0,
            "seed": 0,
            "stream": False,
        }
        return _said(self._exchange(json.dumps(question).encode()))

    def _exchange(self, body: bytes) -> bytes:
        """The answer's bytes. A watch ends the exchange when its time is over, however slowly the other side drips."""
        over = threading.Event()
        kind = http.client.HTTPSConnection if self._parts.scheme == "https" else http.client.HTTPConnection
        connection = kind(self._parts.hostname or "", self._parts.port, timeout=self.timeout_s)
        watch: threading.Timer | None = None
        try:
            connection.connect()
            watch = threading.Timer(self.timeout_s, _cut, (connection.sock, over))
            watch.daemon = True
            watch.start()
            connection.request("POST", self._path(), body, self._headers())
            with connection.getresponse() as response:
                data = _body(response)
            if over.is_set():  # without a length, an answer that was cut looks like a whole one
                raise TimeoutError
            return data
        except (OSError, http.client.HTTPException, ValueError) as error:
            # What these say may hold what was sent or what came: neither is shown, and nothing is chained to a traceback.
            if over.is_set() or isinstance(error, TimeoutError):
                raise NoAnswerError(f"gave no whole answer within {self.timeout_s:g} s") from None
            why = error.strerror if isinstance(error, OSError) and error.errno else None
            raise NoAnswerError(f"cannot be reached: {why.lower()}" if why else "broke off its answer") from None
        finally:
            if watch is not None:
                watch.cancel()
            connection.close()

    def _path(self) -> str:
        path = self._parts.path.rstrip("/")
        path = path if path.endswith(_ASKS) else path + _ASKS
        return f"{path}?{self._parts.query}" if self._parts.query else path

    def _headers(self) -> dict[str, str]:
        headers = {"Content-Type": "application/json", "Accept": "application/json", "Accept-Encoding": "identity"}
        return headers | ({"Authorization": f"Bearer {self.key}"} if self.key else {})


def _cut(sock: socket.socket, over: threading.Event) -> None:
    """End whatever waits on a socket; below TLS, which would wait for the other side."""
    over.set()
    with contextlib.suppress(OSError):  # it may be closed
        socket.socket.shutdown(sock, socket.SHUT_RDWR)


def _body(response: http.client.HTTPResponse) -> bytes:
    match response.status:
        case 200:
            data = response.read(MOST_BYTES + 1)
            if len(data) > MOST_BYTES:
                raise NoAnswerError(f"answered with more than {MOST_BYTES:,} bytes")
            if response.length:
                raise http.client.IncompleteRead(data, response.length)
            return data
        case 401 | 403:
            raise NoAnswerError(f"answered {response.status}: it does not take the key; set {KEY}")
        case status if 300 <= status < 400:
            raise NoAnswerError(f"answered {status}, a redirect, which is not followed; name the address that it leads to")
        case status:
            raise NoAnswerError(f"answered {status} in place of 200")


def _said(data: bytes) -> str:
    """The words of the model in an answer of the protocol."""
    try:
        answer: Any = json.loads(data)
        said = answer["choices"][0]["message"]["content"]
    except (ValueError, RecursionError, LookupError, TypeError):
        said = None
    if not isinstance(said, str):
        raise NoAnswerError("did not answer as an OpenAI-compatible endpoint does")
    return said


def _is_own(host: str) -> bool:
    """Whether a host is this machine itself."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
