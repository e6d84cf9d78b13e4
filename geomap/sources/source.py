"""One report as it was handed in."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass
from typing import TypeAlias

from geomap.model import ReadFrom, Span

#: What the text of a source is.
What: TypeAlias = ReadFrom


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A report: its text, and what the file says of it; None is what the file does not say. Nothing here is guessed."""

    name: str  #: of the file, from the folder that was named; with ":12" the line of JSON, with "#3" the post of a live page
    id: str  #: an id for its article, made of the name: small letters, digits and hyphens; never empty
    text: str  #: spans are ``str`` offsets into it
    what: What
    title: str | None = None
    publisher: str | None = None
    published: dt.date | None = None  #: the day as printed, of the page's own time zone
    address: str | None = None  #: where it stands on the web
    language: str | None = None  #: ISO 639-1 code, as declared; `language_of` tells what the text itself is
    corrections: tuple[Span, ...] = ()  #: blocks that correct an earlier version: values in them may be withdrawn
    captions: tuple[Span, ...] = ()  #: of pictures, whose day may be another
    deleted_words: int = 0  #: struck through on the page and left out here
    hidden_blocks: int = 0  #: not shown by the page and left out here
    comments: int = 0  #: sections of readers' comments, left out here

    @property
    def data(self) -> bytes:
        """The text's bytes, UTF-8: what is kept as the article's text. Of a text file they are the file, byte for byte."""
        return self.text.encode("utf-8")

    @property
    def sha256(self) -> str:
        """The sha256 that the article records, in hexadecimal digits."""
        return hashlib.sha256(self.data).hexdigest()
