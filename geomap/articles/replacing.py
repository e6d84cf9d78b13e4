"""Article files changed in place: spans get fingerprints, and a text gives way to another copy with all spans that stand."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from geomap.articles.checking import read_text
from geomap.articles.copies import Held, held_against
from geomap.articles.files import FOLDER, Record, file_of, former_names_in, parse_article
from geomap.articles.fingerprints import fingerprinted
from geomap.articles.registering import words_of
from geomap.articles.writing import toml
from geomap.errors import DataError, MissingError, Problem, steps
from geomap.model import Article, Claim, Span
from geomap.project import TEXTS, replacing
from geomap.reading import Edit, edited, find_toml, write_as
from geomap.reading import read_text as read_file

#: Values without which a claim is none.
_NEEDED = ("sub_event_type", "days")


def fingerprint_files(folder: Path, texts: Path) -> dict[str, int]:
    """Give fingerprints to those spans of a story's article files that have none, where the cited texts are at hand.

    Args:
        folder: of the story.
        texts: a folder with ``<article id>.txt``.

    Returns:
        By file, how many spans it had without. A file that cannot be right is left as it is; the check says why.
    """
    changed: dict[str, str] = {}
    given: dict[str, int] = {}
    for path in sorted((folder / FOLDER).glob("*.toml")):
        with suppress(DataError, MissingError):
            written = read_file(path).replace("\r\n", "\n")
            article, claims = parse_article(written, path.name)
            edits = _span_edits(written, claims, _fingerprints(article, claims, texts))
            if edits:
                changed[path.name], given[file_of(path.stem)] = edited(written, edits), len(edits)
    if changed:
        with replacing(folder / FOLDER) as fresh:
            for name, content in changed.items():
                write_as(folder / FOLDER / name, fresh / name, content)
    return given


def _fingerprints(article: Article, claims: Iterable[Claim], texts: Path) -> dict[Span, Span]:
    """The spans without a fingerprint, each with the one that the cited text gives it.

    Raises:
        DataError: the text in the folder is another one.
        MissingError: it is not there.
    """
    bare = [span for claim in claims for _, span in claim.named_spans if span.words is None]
    if not bare:
        return {}
    return dict(zip(bare, fingerprinted(bare, read_text(texts, article.id, article.text_sha256)), strict=True))


@dataclass(frozen=True, slots=True)
class Replaced:
    """What became of every value and passage when a text was replaced, and the files that were written."""

    held: tuple[Held, ...]
    files: tuple[Path, ...]


def replace_text(article_id: str, data: bytes, folder: Path, *, drop_gone: bool = False) -> Replaced:
    """Cite another copy of an article's text, with all spans that stand in it.

    The former text is kept beside the new one, under a name with the first 8 digits of its sha256. A passage that does not
    stand word for word gives way to the words of its values, as far as these stand.

    Args:
        article_id: of an article that the story has.
        data: the new text's bytes, UTF-8.
        folder: of the story.
        drop_gone: whether values that do not stand may become comments of the article's file.

    Raises:
        DataError: a value does not stand and may not be dropped, a line each; or the text is no text, or the cited one. Nothing
            is written.
        MissingError: the story has no such article.
    """
    path, place = folder / file_of(article_id), folder / TEXTS / f"{article_id}.txt"
    words_of(data, article_id)
    written, (article, claims) = _with_fingerprints(path, place.parent)
    text, sha256 = data.decode(), hashlib.sha256(data).hexdigest()
    if sha256 == article.text_sha256 and place.is_file() and place.read_bytes() == data:
        raise DataError(f"{article_id}: this is the text that it cites; there is nothing to replace")
    if sha256 == article.text_sha256:
        return Replaced((), tuple(_write(path, written, place, data)))
    held = held_against(article, claims, text)
    passages = {claim.id: _passages([one for one in held if one.claim == claim.id]) for claim in claims}
    if problems := list(_hindrances(article_id, held, passages, drop_gone=drop_gone)):
        raise DataError(*problems)
    edits = [(*find_toml(written, ("article", "text_sha256")), toml(sha256))]
    edits += (edit for number, claim in enumerate(claims) for edit in _edits(written, number, claim, passages[claim.id], held))
    content = edited(written, edits)
    if not _says_what_stands(content, path.name, claims, held, text):
        raise DataError(f"{path}: cannot be changed in place; write each value on a line, as {{value = ..., spans = ...}}")
    return Replaced(held, tuple(_write(path, content, place, data)))


def _with_fingerprints(path: Path, texts: Path) -> tuple[str, Record]:
    """An article's file and what it says, with the fingerprints that its text gives, if that is there.

    Raises:
        DataError: it has former names of fields, or is an outside publication's.
        MissingError: there is no such file.
    """
    if not path.is_file():
        raise MissingError(f"{path}: the story has no such article; `geomap add FILE` registers one")
    if former_names_in(path):
        raise DataError(f"{path}: uses former names of fields; bring them up to date with `geomap migrate` first")
    written = read_file(path).replace("\r\n", "\n")
    article, claims = parse_article(written, path.name)
    if not article.text_available:
        raise DataError(f"{path}: is of an outside publication, whose values have no spans that could stand in a text")
    with suppress(DataError, MissingError):
        written = edited(written, _span_edits(written, claims, _fingerprints(article, claims, texts)))
    return written, parse_article(written, path.name)


def _hindrances(
    article_id: str, held: Sequence[Held], passages: Mapping[str, Sequence[Span]], *, drop_gone: bool
) -> Iterator[str]:
    """Why a text cannot be replaced: each value that would be lost, and what to do."""
    lost = [one for one in held if one.is_lost and (not drop_gone or one.field in _NEEDED)]
    for one in lost:
        yield Problem(file_of(article_id), one.sentence, ("claims", one.claim, *steps(one.field)))
    untold = [claim for claim, spans in passages.items() if not spans]
    for claim in untold:
        said = f"{claim}: spans: none of its passages stands, nor the words of a value in them"
        yield Problem(file_of(article_id), said, ("claims", claim, "spans"))
    if untold or any(one.field in _NEEDED for one in lost):
        needs = f"a passage, a {' and '.join(_NEEDED)}"
        remedy = f"a claim needs {needs}: write these as 'read by a person', without spans and with a note, or take it out"
    elif lost:
        remedy = (
            "with --drop-gone these values become comments of the file; or add the text as an article of its own, with --id"
        )
    else:
        return
    yield f"{article_id}: nothing is written, as not all that it says stands in the new text; {remedy}"


def _passages(held: Sequence[Held]) -> tuple[Span, ...]:
    """A claim's passages in a copy: as they stand, or the words of its values that stood in one that does not."""
    found: list[Span] = []
    for one in (one for one in held if one.is_passage):
        (passage, (_, now)), *_ = one.spans
        values = [value for value in held if one.has_changed and not value.is_passage and not value.is_lost]
        inside = [there[0] for value in values for span, (_, there) in value.spans if passage.start <= span.start < passage.end]
        found += inside if one.has_changed else now
    if not any(one.is_passage and one.has_changed for one in held):
        return tuple(found)
    widest = sorted(set(found), key=lambda span: (span.start, -span.end))
    return tuple(span for n, span in enumerate(widest) if all(span.end > before.end for before in widest[:n]))


def _span_edits(written: str, claims: Iterable[Claim], now: Mapping[Span, Span]) -> list[Edit]:
    """The edits by which spans are what they are now."""
    return [
        (*find_toml(written, ("claims", number, *steps(name))), toml(now[span]))
        for number, claim in enumerate(claims)
        for name, span in claim.named_spans
        if toml(now.get(span, span)) != toml(span)
    ]


def _edits(written: str, number: int, claim: Claim, passages: tuple[Span, ...], held: Sequence[Held]) -> Iterator[Edit]:
    """The edits by which a claim stands on a copy; values that are lost become comments."""
    values, mine = dict(claim.values), [one for one in held if one.claim == claim.id]
    if any(one.is_passage and one.has_changed for one in mine):
        yield (*find_toml(written, ("claims", number, "spans")), toml(passages))
        mine = [one for one in mine if not one.is_passage]
    for one in mine:
        way = ("claims", number, *steps(one.field))
        if one.is_passage:
            yield (*find_toml(written, way), toml(one.spans[0][1].spans[0]))
            continue
        if one.is_lost:
            yield _as_comment(written, *find_toml(written, way), one)
            continue
        own = len(values[one.field].spans)
        for n, (_, (_, now)) in enumerate(one.spans):
            name, at = ("spans", n) if n < own else ("attributed_spans", n - own)
            yield (*find_toml(written, (*way, name, at)), toml(now[0]))


def _as_comment(written: str, start: int, end: int, held: Held) -> Edit:
    """The edit by which a value of a list, or a field with its value, is a comment on lines of its own."""
    line = written.rfind("\n", 0, start) + 1
    if not held.field.endswith("]"):
        start = line
    if comma := re.compile(r"[ \t]*,").match(written, end):
        end = comma.end()
    before, after = written[line:start].strip(), written[end : (written + "\n").index("\n", end)].strip()
    value = written[start:end].replace("\n", "\n# ")
    comment = f"# {held.state}, since the text was replaced: {value}"
    return start, end, "\n" * bool(before) + comment + "\n" * (bool(after) and not after.startswith("#"))


def _says_what_stands(content: str, name: str, claims: Iterable[Claim], held: Iterable[Held], text: str) -> bool:
    """Whether a changed file has the values that stand, on the words that they stood on, and no others."""
    lost = {(one.claim, one.field) for one in held if one.is_lost}
    try:
        _, now = parse_article(content, name)
    except DataError:
        return False
    spans = [span for claim in now for _, span in claim.named_spans]
    right = [_without_offsets(claim, said) for claim in claims for field, said in claim.values if (claim.id, field) not in lost]
    return right == [_without_offsets(claim, said) for claim in now for _, said in claim.values] and (
        list(map(toml, spans)) == list(map(toml, fingerprinted(spans, text)))
    )


def _without_offsets(claim: Claim, said: Any) -> tuple[Any, ...]:
    """A value with the hashes of its words."""
    words = [span.words for span in (*said.spans, *said.attributed_spans)]
    return claim.id, replace(said, spans=(), attributed_spans=()), words


def _write(path: Path, content: str, place: Path, data: bytes) -> Iterator[Path]:
    """Write the article's file and then its text, and yield them; a text that was there before is kept."""
    with replacing(path.parent) as fresh:
        write_as(path, fresh / path.name, content)
    yield path
    before = place.read_bytes() if place.is_file() else data
    with replacing(place.parent) as fresh:
        (fresh / place.name).write_bytes(data)
        yield place
        if before != data:
            kept = f"{place.stem}.{hashlib.sha256(before).hexdigest()[:8]}.txt"
            (fresh / kept).write_bytes(before)
            yield place.with_name(kept)
