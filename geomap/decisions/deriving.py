"""Which values chosen words give, by the same computation that `check` holds them to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import is_dataclass, replace
from itertools import combinations, islice
from typing import Any, Final

from geomap.articles import GIVES, as_record, fingerprinted, recompute
from geomap.decisions.review import Review
from geomap.errors import DataError
from geomap.language import normalised_words
from geomap.model import Actor, Cited, Count, Days, SiteCount, Span, Statement, Target, Victims
from geomap.vocabulary import BY_A_PERSON

#: What a value is computed with where nothing is known of it: the rules take the rest from the words.
_BLANK: Final[Mapping[str, tuple[Any, ...]]] = {
    "sub_event_type": ("",),
    "weapons": ("",),
    "days": (Days(), Days(basis="report")),
    "place": ((),),
    "actors": (Actor(name=""), Actor(name="", status="claimed")),
    "targets": (Target(what=""), Target(what="", status="claimed")),
    "victims": (Victims(who=""), Victims(who="", of="injured")),
    "counts": tuple(Count(of=of, low=0, high=0) for of in ("killed", "injured", "killed or injured")),
    "site_count": (SiteCount(low=1, high=1),),
    "statements": (Statement(relation="near", of=""),),
}
#: The most words that are split in every way, and the most ways that are tried.
_MOST_WORDS, _MOST_WAYS = 14, 4000


def fitting(field: str) -> list[str]:
    """The derivations that can give a field, without a person's own reading."""
    return [way for way, fields in GIVES.items() if field in fields and way != BY_A_PERSON]


def derived(review: Review, article: str, field: str, spans: Sequence[Any]) -> list[Cited[Any]]:
    """The values that chosen words of an article give, the likeliest first; none where they give none.

    The words may be chosen piece by piece, or as one stretch, which is then split in every way.

    Args:
        review: the story.
        article: its id.
        field: without a number.
        spans: pairs of offsets.

    Raises:
        DataError: the text is not at hand, or there is no such field.
    """
    if field not in _BLANK:
        raise DataError(f"{field}: is no field of a claim; name one of {', '.join(_BLANK)}")
    text, citation = review.text(article), review.read(article).article
    if text is None:
        raise DataError(f"{article}: its text is not at hand, so that no words can be chosen; put it into texts/")
    chosen = tuple(Span(*one[:2]) for one in spans)
    if not chosen:
        raise DataError(f"{article}: no words are chosen; select or type them")
    found: list[Cited[Any]] = []
    for split in islice(_splits(chosen, text, field), _MOST_WAYS):
        for way in fitting(field):
            for blank in _blanks(field, split, text, review):
                said = Cited(value=blank, derivation=way, spans=split)  # type: ignore[arg-type]
                value = _computed(said, field, text, citation, review)
                if value is None or any(one.value == value for one in found):
                    continue
                said = Cited(value=value, derivation=way, spans=split)  # type: ignore[arg-type]
                tight = split if split is chosen else _tight(said, field, text, citation, review)
                said = replace(said, spans=tuple(fingerprinted(tight, text)))
                if all(one.words for one in said.spans) and recompute(said, field, text, citation, review.vocabulary) == value:
                    found.append(said)
        if found and len(chosen) > 1:
            break
    return sorted(
        found, key=lambda said: -len(as_record(said.value)) if is_dataclass(said.value) else 0
    )  # what says most first


def _blanks(field: str, split: Sequence[Span], text: str, review: Review) -> Iterator[Any]:
    """What a value of a field is computed with; of a count, with whom its words may speak of."""
    for blank in _BLANK[field]:
        if isinstance(blank, Count):
            words = normalised_words(text[split[0].start : split[0].end])
            yield from (replace(blank, whom=person) for person in review.vocabulary.persons(words))
        yield blank


def _tight(said: Cited[Any], field: str, text: str, article: Any, review: Review) -> tuple[Span, ...]:
    """The spans without the words that a value does not need."""
    spans = list(said.spans)
    for n in range(len(spans)):
        while (words := _words_in(spans[n], text))[1:]:
            shorter = (_run(words[:-1]), _run(words[1:]))
            tried = ([*spans[:n], one, *spans[n + 1 :]] for one in shorter)
            left = next((one for one in tried if _gives(replace(said, spans=tuple(one)), field, text, article, review)), None)
            if left is None:
                break
            spans = left
    return tuple(spans)


def _gives(said: Cited[Any], field: str, text: str, article: Any, review: Review) -> bool:
    return bool(_computed(said, field, text, article, review) == said.value)


def _computed(said: Cited[Any], field: str, text: str, article: Any, review: Review) -> Any:
    try:
        value = recompute(said, field, text, article, review.vocabulary)
    except (ValueError, IndexError):  # a blank that these words do not fill
        return None
    return None if value in ((), "") else value


def _splits(chosen: tuple[Span, ...], text: str, field: str) -> Iterator[tuple[Span, ...]]:
    """The chosen words as they are, and one stretch of them in every way that a field's spans may have."""
    yield chosen
    if len(chosen) != 1:
        return
    (whole,) = chosen
    words = _words_in(whole, text)
    if len(words) > _MOST_WORDS:
        return
    runs = [Span(words[i].start, words[j].end) for i in range(len(words)) for j in range(i, len(words))]
    runs.sort(key=lambda run: run.start - run.end)
    if field in ("counts", "victims", "targets", "actors", "site_count"):
        pairs = ((one, other) for one in runs for other in runs if _apart(one, other))
        yield from sorted(pairs, key=lambda pair: sum(run.start - run.end for run in pair))
    elif field == "statements":
        for at in range(1, len(words)):
            one, other = _run(words[:at]), _run(words[at:])
            yield from ((one, other), (other, one))
        for i, j in combinations(range(1, len(words)), 2):
            parts = (_run(words[:i]), _run(words[i:j]), _run(words[j:]))
            yield from ((parts[1], parts[0], parts[2]), parts)
    yield from ((run,) for run in runs)


def _words_in(whole: Span, text: str) -> list[Span]:
    """The words of a stretch."""
    found = re.finditer(r"\w+(?:[-'’.,]\w+)*", text[whole.start : whole.end])
    return [Span(whole.start + at.start(), whole.start + at.end()) for at in found]


def _run(words: Sequence[Span]) -> Span:
    return Span(words[0].start, words[-1].end)


def _apart(one: Span, other: Span) -> bool:
    return one.end <= other.start or other.end <= one.start
