"""A value as a person writes it, on the words that she chooses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from geomap.articles import fingerprinted, recompute
from geomap.decisions.deriving import fitting
from geomap.decisions.records import Record, spans_of, value_of
from geomap.decisions.review import Review
from geomap.errors import DataError
from geomap.model import Article, Cited, Days, Span
from geomap.vocabulary import BY_A_PERSON

Request = Mapping[str, Any]


class NoteNeeded(DataError):  # noqa: N818  # no fault: a page asks for the note
    """The words at the spans do not give the value: a person says in a note how it was read."""


def check_changing(request: Request, field: str, said: Cited[Any] | None) -> None:
    """Refuse an edit that leaves a value as it is: its rule and how sure it is would be lost for nothing.

    Raises:
        DataError: nothing would be changed, or it is no value of the field.
    """
    as_it_is = not any(request.get(name) for name in ("spans", "note", "row", "derivation")) and "attributed_to" not in request
    written: Record = {"value": request.get("value"), "derivation": BY_A_PERSON, "spans": []}
    if said is not None and as_it_is and value_of(written, field).value == said.value:
        raise DataError(f"{field}: nothing was changed, so nothing is recorded; change the value, or press Escape")


def written_value(review: Review, article: str, field: str, request: Request, old: Cited[Any] | None = None) -> Cited[Any]:
    """A value as a person writes it, with the derivation by which its words give it, or with her note.

    Args:
        review: the story.
        article: its id.
        field: without its number.
        request: with "value", and may have "spans", "derivation", "note", "attributed_to" and "attributed_spans".
        old: the value that it replaces: its words, and whom it is credited to, unless others are given.

    Raises:
        NoteNeeded: no derivation gives it, and no note says how it was read.
        DataError: it is no value of the field.
    """
    text = review.text(article)
    citation = review.read(article).article
    spans = marked(request["spans"], text, article) if request.get("spans") else old.spans if old else ()
    record: Record = {"value": request.get("value"), "derivation": BY_A_PERSON, "spans": [one.as_list for one in spans]}
    if old and old.attributed_to and "attributed_to" not in request:
        record |= {"attributed_to": old.attributed_to, "attributed_spans": [one.as_list for one in old.attributed_spans]}
    elif request.get("attributed_to"):
        by = marked(request.get("attributed_spans", ()), text, article)
        record |= {"attributed_to": request["attributed_to"], "attributed_spans": [one.as_list for one in by]}
    said = value_of(record, field)
    if text is not None:
        said = _derived(said, field, text, citation, review, request.get("derivation"))
    if said.derivation != BY_A_PERSON:
        return said
    if not (note := str(request.get("note") or "").strip()):
        raise NoteNeeded(f"{field}: these words do not give that value by themselves; say in a note how you read it")
    return replace(said, note=note)


def _derived(said: Cited[Any], field: str, text: str, article: Article, review: Review, wanted: str | None) -> Cited[Any]:
    """A value by the first derivation that gives it from its words; as a person's, where none does."""
    if isinstance(said.value, Days) and not said.spans:
        ways = ["dateline"]
    else:
        ways = [wanted] if wanted else fitting(field) if said.spans else []
    for way in ways:
        by = replace(said, derivation=way)  # type: ignore[arg-type]  # of the closed list, or held against it when written
        if way != BY_A_PERSON and recompute(by, field, text, article, review.vocabulary) == said.value:
            return by
    return said


def marked(given: Sequence[Any], text: str | None, article: str) -> tuple[Span, ...]:
    """Spans with the fingerprints of their words.

    Raises:
        DataError: they do not lie in the text, or cut a word.
    """
    spans = spans_of([one[:2] for one in given])
    if not spans:
        raise DataError(f"{article}: no words are chosen; select or type them")
    if text is None:
        raise DataError(f"{article}: its text is not at hand, so that no words can be chosen; put it into texts/")
    marked = fingerprinted(spans, text)
    if any(one.words is None for one in marked):
        raise DataError(f"{article}: the chosen words begin or end inside a word or at a space; choose whole words")
    return tuple(marked)
