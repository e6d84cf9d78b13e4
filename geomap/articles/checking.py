"""Article files held against the articles' texts."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Protocol

from geomap.articles.derivations import recompute, unlisted, words_at
from geomap.articles.files import file_of, shown
from geomap.articles.fingerprints import fingerprinted, hash_of
from geomap.articles.lexicon import Lexicon, bare
from geomap.articles.writing import offsets, toml
from geomap.errors import DataError, MissingError, Problem, Steps, steps
from geomap.language import cuts_word, days_printed, normalised_words, plain_words
from geomap.model import Actor, Article, Cited, Claim, Span, Statement
from geomap.reading import read_bytes
from geomap.vocabulary import OF_BORDERS, OF_PLACES, Derivation


def read_text(folder: Path, article_id: str, sha256: str | None) -> str:
    """The text of an article, ``<article id>.txt``, as its spans count it.

    Raises:
        MissingError: the folder does not have it.
        DataError: it is not the text whose sha256 is given, or not in UTF-8.
    """
    path = folder / f"{article_id}.txt"
    try:
        data = read_bytes(path)
    except MissingError as error:
        raise MissingError(f"{error}; the texts are named after the articles' ids") from error
    found = hashlib.sha256(data).hexdigest()
    if sha256 is not None and found != sha256:
        wrong = f"sha256 is {found}, but {article_id}.toml records {sha256}; take the text that was cited"
        raise DataError(Problem(file_of(article_id), f"{path}: {wrong}", ("article", "text_sha256")))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise DataError(f"{path}: {error}; spans count the signs of a text in UTF-8") from error


class Remedy(Protocol):
    """What would be right in place of what no list has, as lines for a person; see `geomap.checks`."""

    def name(self, kind: str, name: str, within: Iterable[str] = ()) -> str:
        """For a name that ``places.csv`` or ``actors.csv`` does not list."""

    def term(self, field: str, value: str, words: str) -> str:
        """For words that ``terms.csv`` does not list."""


def without_text(folder: Path, ids: Iterable[str]) -> tuple[str, ...]:
    """Those of some articles' ids whose text is not in a folder."""
    return tuple(name for name in ids if not (folder / f"{name}.txt").is_file())


def check_claims(article: Article, claims: Iterable[Claim], vocabulary: Lexicon, remedy: Remedy | None = None) -> list[Problem]:
    """Every actor, place, border and credited name that the vocabulary does not list; needs no text."""
    file, problems = file_of(article.id), []
    for claim in claims:
        for field, said in claim.values:
            way = ("claims", claim.id, *steps(field))
            if isinstance(said.value, Statement):
                problems += [
                    Problem(file, f"{claim.id}: {field}: {wrong}", (*way, "value", part))
                    for part, wrong in _misfits(said.value, vocabulary)
                ]
            problems += [
                Problem(
                    file,
                    f"{claim.id}: {field}.{part}: {name!r} is not listed; add it to {kind}s.csv, or write its listed name",
                    (*way, *at),
                    remedy=remedy.name(kind, name, _held_by(name, claim)) if remedy else "",
                )
                for kind, part, name, at in _listed_names(field, said, vocabulary)
                if not vocabulary.is_listed(kind, name)
            ]
    return problems


def _listed_names(field: str, said: Cited[Any], vocabulary: Lexicon) -> Iterator[tuple[str, str, str, Steps]]:
    """The names of a value that a file lists: of what kind, which part has it, the name, and the way to it."""
    value = said.value
    if said.attributed_to and not _credited_as_told(said):
        yield "actor", "attributed_to", said.attributed_to, ("attributed_to",)
    if isinstance(value, Actor):
        yield "actor", "name", value.name, ("value", "name")
    elif field == "place":
        yield from (("place", "value", name, ("value", n)) for n, name in enumerate(value))
    elif isinstance(value, Statement):
        for part, name in (("of", value.of), ("to", value.to)):
            if name and name not in vocabulary.borders:
                yield "place", part, name, ("value", part)


def _held_by(name: str, claim: Claim) -> tuple[str, ...]:
    """What a claim says holds a place that it names: what follows in its path, or the whole path for a statement's place."""
    path = claim.place.value if claim.place else ()
    return path[path.index(name) + 1 :] if name in path else path[1:]


def _misfits(statement: Statement, vocabulary: Lexicon) -> Iterator[tuple[str, str]]:
    """A relation to a border that is only said of places, or the other way round; each with the part that is wrong."""
    of_border = statement.of in vocabulary.borders
    if of_border if statement.relation in OF_PLACES else not of_border and statement.relation in OF_BORDERS:
        kinds = ("a border", "a place") if of_border else ("a place", "a border")
        yield "of", f"{statement.relation!r} of {statement.of!r}, which is {kinds[0]}; it is said of {kinds[1]} only"
    if statement.to in vocabulary.borders:
        yield "to", f"to is {statement.to!r}, which is a border; name a place"


def check_article(
    article: Article, claims: Sequence[Claim], text: str, vocabulary: Lexicon, remedy: Remedy | None = None
) -> list[Problem]:
    """Every way in which an article file disagrees with the article's text; empty when all is well.

    The text is the one that was cited (its sha256); what is not inferred is printed in it; spans lie inside it, cut no word,
    and have the fingerprints of their words, if any; and each value is what its words give, except those read by a person.

    Args:
        article: the citation.
        claims: what the article says.
        text: read as UTF-8 with ``newline=""``, as the sha256 and the spans count it.
        vocabulary: the names and terms.
        remedy: what to write for words that no list has.
    """
    file, found = file_of(article.id), hashlib.sha256(text.encode()).hexdigest()
    if found != article.text_sha256:
        # Every span would be wrong too, and say nothing more.
        wrong = f"text_sha256 is {article.text_sha256}, but the text has {found}"
        remedy_ = f"take the text that was cited, or this one, by `geomap add --replace {article.id} FILE`"
        return [Problem(file, f"article: {wrong}; {remedy_}", ("article", "text_sha256"))]
    problems = [Problem(file, f"article: {wrong}", ("article", field)) for field, wrong in _unprinted(article, text)]
    problems += _wrong_fingerprints(file, claims, text)
    for claim in claims:
        way = ("claims", claim.id)
        problems += [Problem(file, f"{claim.id}: {wrong}", (*way, *at)) for at, wrong in _cut_words("spans", claim.spans, text)]
        for field, said in claim.values:
            problems += [
                Problem(
                    file,
                    f"{claim.id}: {field}: {wrong}",
                    (*way, *steps(field), *at),
                    remedy="\n".join(remedy.term(*term) for term in unlisted(said, field, text, vocabulary))
                    if remedy and at == ("value",)
                    else "",
                )
                for at, wrong in _disagreements(said, field, text, article, vocabulary)
            ]
    return problems


def tally(claims: Iterable[Claim]) -> dict[Derivation, int]:
    """How many values of the claims follow from their words by each derivation, most frequent first."""
    counted = Counter(said.derivation for claim in claims for _, said in claim.values)
    return dict(sorted(counted.items(), key=lambda item: (-item[1], item[0])))


def with_inferred(article: Article, text: str) -> Article:
    """A citation with what its text does not print named in ``inferred``."""
    return replace(article, inferred=(*article.inferred, *(field for field, _ in _unprinted(article, text))))


def _unprinted(article: Article, text: str) -> Iterator[tuple[str, str]]:
    """What the citation gives as printed but the text does not print, each with its field."""
    words = normalised_words(text)
    for name in ("title", "publisher"):
        if name not in article.inferred and normalised_words(getattr(article, name)) not in words:
            yield (
                name,
                f"{name} is {getattr(article, name)!r}, which the text does not print; correct it or name it in inferred",
            )
    if article.published and "published" not in article.inferred and article.published not in days_printed(words):
        wrong = f"published is {article.published}, which the text does not print"
        yield "published", f"{wrong}; correct it or name it in inferred"


def _cut_words(name: str, spans: Iterable[Span], text: str) -> Iterator[tuple[Steps, str]]:
    for n, span in enumerate(spans):
        words = text[span.start : span.end]
        if span.end > len(text):
            yield (name, n), f"{name}: {offsets(span)} runs past the end of the text at {len(text)}"
        elif words != words.strip() or cuts_word(text, span.start) or cuts_word(text, span.end):
            yield (name, n), f"{name}: {offsets(span)} starts or ends inside a word or at a space; take whole words and numbers"


def _wrong_fingerprints(file: str, claims: Sequence[Claim], text: str) -> Iterator[Problem]:
    """Spans with another fingerprint than their words have."""
    named = [(claim, name, span) for claim in claims for name, span in claim.named_spans if span.words is not None]
    right = fingerprinted([span for *_, span in named], text)
    for (claim, name, span), there in zip(named, right, strict=True):
        if there.words is not None and toml(there) != toml(span):
            wrong = f"{name}: is {toml(span)}, but the words there give {toml(there)}; correct the span, or write this"
            yield Problem(file, f"{claim.id}: {wrong}", ("claims", claim.id, *steps(name)))


def _cut_names(said: Cited[Any], text: str, vocabulary: Lexicon) -> Iterator[tuple[Steps, str]]:
    """Spans of a place's path that take a part of another place's name: "Guinea" of "Guinea-Bissau"."""
    for n, span in enumerate(said.spans):
        words = normalised_words(text[span.start : span.end])
        longer = {
            spelling: name
            for name, spellings in vocabulary.places.items()
            for spelling in spellings
            if name not in said.value and len(spelling) > len(words) and words in spelling
        }
        for spelling, name in longer.items():
            around = Span(max(0, span.start - len(spelling)), span.end + len(spelling))
            whole = r"\s+".join(map(re.escape, spelling.split()))
            found = re.finditer(rf"(?<!\w){whole}(?!\w)", text[around.start : around.end], re.IGNORECASE)
            if any(at.start() <= span.start - around.start and span.end - around.start <= at.end() for at in found):
                wrong = f"{offsets(span)} is a part of the name {spelling!r}; write {name!r}, or take words that stand alone"
                yield ("spans", n), f"spans: {wrong}"


def _credited_as_told(said: Cited[Any]) -> bool:
    """Whether a value is credited to whom its words name, as they name them: a rule does so, and a fingerprint shows it."""
    named = hash_of(plain_words(said.attributed_to or ""))
    return said.rule is not None or [span.words for span in said.attributed_spans] == [named]


def _disagreements(
    said: Cited[Any], field: str, text: str, article: Article, vocabulary: Lexicon
) -> Iterator[tuple[Steps, str]]:
    yield from _cut_words("spans", said.spans, text)
    yield from _cut_words("attributed_spans", said.attributed_spans, text)
    if field == "place" and said.derivation == "spelling":
        yield from _cut_names(said, text, vocabulary)
    credited = " ".join(words_at(said.attributed_spans, text))
    as_told = bare(normalised_words(credited)) == bare(normalised_words(said.attributed_to or ""))
    if said.attributed_to and not as_told and vocabulary.meaning("actor", credited, said.attributed_to) != said.attributed_to:
        wrong = f"attributed_to is {said.attributed_to!r}, but {shown(credited)} is not listed for it"
        yield ("attributed_to",), f"{wrong}; correct it or its spans, or list the spelling"
    given = recompute(said, field, text, article, vocabulary)
    unlisted_name = any(not vocabulary.is_listed(kind, name) for kind, _, name, _ in _listed_names(field, said, vocabulary))
    if given != said.value and (given or not unlisted_name):  # what no list has gives nothing, and `check_claims` names it
        words = " + ".join(map(shown, words_at(said.spans, text))) or "no words"
        gives = toml(given) if given else "nothing"
        wrong = f"is {toml(said.value)}, but {words} by {said.derivation!r} gives {gives}"
        hint = ", take a calendar expression such as '3 May' or 'Friday', or write 'read by a person' and a note"
        yield ("value",), f"{wrong}; correct the value or its spans{'' if given or field != 'days' else hint}"
