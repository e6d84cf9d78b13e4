"""JSON lines: a record on each line, one of whose fields is the report's text."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from geomap.errors import DataError, Mark, Problem
from geomap.reading import MOST_MB, check_json_depth
from geomap.sources.corrections import find_corrections
from geomap.sources.source import Source
from geomap.sources.stated import address_of, code_of, day_of, first_of, id_of_name, is_writable, words_of

#: What the fields are called in the collections of news that we know; the first that a record has is taken.
FIELDS: Final[Mapping[str, tuple[str, ...]]] = {
    "text": ("text", "body", "content", "articleBody", "article_body", "full_text", "fulltext", "maintext", "article"),
    "title": ("title", "headline"),
    "publisher": ("publisher", "source", "source_name", "site_name", "outlet", "source_domain"),
    "published": (
        *("published", "datePublished", "date_published", "date_publish", "published_at", "publication_date"),
        *("publish_date", "published_date", "pubDate", "pub_date", "date"),
    ),
    "address": ("url", "address", "link", "canonical_url"),
    "language": ("language", "lang", "inLanguage"),
    "id": ("id", "_id", "article_id", "guid", "uuid"),
}


def read_json_lines(name: str, lines: Iterable[bytes]) -> Iterator[Source | Problem]:
    """The source of each line that holds one; a problem for each that does not, with its number; empty lines count.

    Yields:
        Sources called ``name:line``. Of a file that is one JSON text over several lines, one problem alone.
    """
    for number, line in enumerate(lines, start=1):
        try:
            if line.strip(b"\xef\xbb\xbf \t\r\n"):
                yield _source(name, number, line)
        except DataError as error:
            said = error.problems[0].removeprefix(f"{name}: ")
            yield Problem(name, said, Mark(number, 1), where=f"line {number}")
            if line.strip() in (b"{", b"["):
                yield Problem(name, "its JSON goes on over several lines, and is not read; write each record on one line")
                return


def _source(name: str, number: int, line: bytes) -> Source:
    record = _record(name, line)
    text = first_of(record, FIELDS["text"])
    if not isinstance(text, str) or not text.strip():
        raise DataError(f"has no text in {', '.join(FIELDS['text'])}; write the report's words in one of them")
    if not is_writable(text):
        raise DataError("its text has a character NUL or half a character, which no text in UTF-8 has; take it out")
    publisher = first_of(record, FIELDS["publisher"])
    if isinstance(publisher, Mapping):
        publisher = publisher.get("name")
    own_id = first_of(record, FIELDS["id"])
    return Source(
        name=f"{name}:{number}",
        id=id_of_name(name, text, own_id if isinstance(own_id, str | int) else number),
        text=text,
        what="json",
        title=words_of(first_of(record, FIELDS["title"])),
        publisher=words_of(publisher),
        published=day_of(first_of(record, FIELDS["published"])),
        address=address_of(first_of(record, FIELDS["address"])),
        language=code_of(first_of(record, FIELDS["language"])),
        corrections=find_corrections(text),
    )


def _record(name: str, line: bytes) -> Mapping[str, Any]:
    """The object on a line."""
    if len(line) > MOST_MB * 1e6:
        raise DataError(f"has more than {MOST_MB:,g} MB, which is the most that is read")
    check_json_depth(line, name)
    try:
        record = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise DataError("not UTF-8; save the file as UTF-8") from error
    except ValueError as error:
        raise DataError(f"no JSON: {error}") from error
    if not isinstance(record, dict):
        raise DataError(f"no record but {line.strip()[:20].decode(errors='ignore')!r}; write an object with a field text")
    return record
