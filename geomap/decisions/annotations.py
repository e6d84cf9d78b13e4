"""Decisions as Web Annotations (JSON-LD), which other tools read, and back: each is an annotation on its words in the article.

A target is where the words stand: a ``TextPositionSelector`` in code points; a ``TextQuoteSelector``, which holds the words,
only where it is asked for, since an article's text is another's. The body is the decision itself, as a line of
``decisions.jsonl``. The files that it left stand beside the annotations: those of articles and of what waits, and the story's
own lists and judgements. No text is in them.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final
from urllib.parse import quote

from geomap import project
from geomap.articles import parse_article, read_lexicon, read_lexicon_beside
from geomap.decisions.judged import FILE as INCIDENTS
from geomap.decisions.kept import ARTICLES
from geomap.decisions.log import Log
from geomap.decisions.records import Decision, check_records, decision_of
from geomap.decisions.review import Review
from geomap.errors import DataError
from geomap.gazetteer import read_places, read_places_beside
from geomap.model import Story
from geomap.project import LOG, PROPOSALS
from geomap.reading import read_bytes, read_rows, read_text

#: The context of the W3C's Web Annotation vocabulary, and what is ours.
CONTEXT: Final = (
    "http://www.w3.org/ns/anno.jsonld",
    {"border": "urn:geomap:border", "files": {"@id": "urn:geomap:files", "@type": "@json"}},
)
_MOTIVATIONS: Final[Mapping[str, str]] = {
    **dict.fromkeys(("accept", "reject", "withdraw", "retract"), "assessing"),
    **dict.fromkeys(("edit", "undo"), "editing"),
    **dict.fromkeys(("group", "split"), "linking"),
    **dict.fromkeys(("add", "difference"), "describing"),
}
#: The names that wait beside what was proposed.
_LISTS = (f"{PROPOSALS}/places.csv", f"{PROPOSALS}/actors.csv")
#: A story's own lists and judgements, some of whose rows and records no decision brought: a person wrote them by hand.
_OWN = ("places.csv", "actors.csv", "terms.csv", INCIDENTS)
#: How many characters before and after a quote are given with it.
_AROUND = 24


def annotations_of(review: Review, *, quotes: bool = False) -> dict[str, Any]:
    """All decisions of a story as one page of annotations, in plain values.

    Args:
        review: the story.
        quotes: whether the words of the articles are given, too.
    """
    made = list(review.log.decisions.values())
    known = sorted({one.article for one in made if one.article} & set(review.kept))
    names = [f"{folder}/{id}.toml" for folder in (ARTICLES, PROPOSALS) for id in known]
    paths = {name: review.story.path(name) for name in (*names, *_LISTS, *_OWN)}
    return {
        "@context": list(CONTEXT),
        "id": f"urn:geomap:decisions:{quote(review.border.id)}",
        "type": "AnnotationPage",
        "border": review.border.id,
        "files": {name: read_text(path, name=name) for name, path in paths.items() if path.is_file()},
        "items": [_annotation(one, review if quotes and one.article in review.kept else None) for one in made],
    }


def _annotation(one: Decision, review: Review | None) -> dict[str, Any]:
    return {
        "id": f"urn:geomap:decision:{one.id}",
        "type": "Annotation",
        "motivation": _MOTIVATIONS[one.what],
        "creator": {"type": "Person", "name": one.by},
        "created": one.at,
        "body": {"type": "TextualBody", "format": "application/json", "value": one.line.rstrip("\n")},
        "target": list(_targets(one, review)),
    }


def _targets(one: Decision, review: Review | None) -> Iterator[Any]:
    """The words that a decision is on, each a target; of one on no words the article, or its incidents."""
    if one.article is None:
        yield from (f"urn:geomap:incident:{quote(id, safe='')}" for id in sorted(one.incidents) or ["corrected"])
        return
    source = f"urn:geomap:article:{quote(one.article, safe='')}"
    text = None
    if review and review.read(one.article).article.text_sha256 == one.text:  # in another copy the words stand elsewhere
        text = review.text(one.article)
    spans = one.words.get("value") or one.words.get("kind") or one.words.get("passage") or ()
    for start, end, *_ in spans:
        selector: list[dict[str, Any]] = [{"type": "TextPositionSelector", "start": start, "end": end}]
        if text is not None:
            around = {"prefix": text[max(0, start - _AROUND) : start], "suffix": text[end : end + _AROUND]}
            selector.append({"type": "TextQuoteSelector", "exact": text[start:end], **around})
        yield {"type": "SpecificResource", "source": source, "selector": selector}
    if not spans:
        yield source


def read_annotations(path: Path) -> dict[str, Any]:
    """What a file of annotations holds.

    Raises:
        DataError: it is none of `annotations_of`.
    """
    try:
        found = json.loads(read_bytes(path))
        if isinstance(found["items"], list) and isinstance(found["files"], dict) and isinstance(found["border"], str):
            return dict(found)
    except (ValueError, RecursionError, KeyError, TypeError) as error:
        raise DataError(f"{path}: is no file of annotations that geomap review --export wrote ({error})") from error
    raise DataError(f"{path}: is no file of annotations that geomap review --export wrote")


def write_annotated(told: Mapping[str, Any], story: Story) -> int:
    """Take decisions from annotations into a story, and carry them out; gives how many are new.

    Args:
        told: as `read_annotations` gives it.
        story: of the same border. Decisions and articles that it has stay as they are.

    Raises:
        DataError: something in it cannot be right; then nothing is taken.
    """
    if told["border"] != story.border:
        raise DataError(
            f"border: is {told['border']!r}, but the story's is {story.border!r}; import into a story of that border"
        )
    made = [_decision(one, n) for n, one in enumerate(told["items"], start=1)]
    files = {name: text for name, text in told["files"].items() if _is_right(name, text)}
    new = {name: text for name, text in files.items() if name not in _OWN and not story.path(name).exists()}
    review = Review(story)
    with (
        project.replacing(story.path(".")) as fresh,
        project.replacing(story.path(ARTICLES)) as articles,
        project.replacing(story.path(PROPOSALS)) as proposals,
    ):
        for name, text in new.items():
            folder = articles if name.startswith(f"{ARTICLES}/") else proposals
            (folder / Path(name).name).write_text(text, encoding="utf-8", newline="\n")
        read_lexicon_beside(review.vocabulary, proposals, story.side_of)
        read_places_beside(review.gazetteer, proposals / "places.csv")
        log = Log.read(story.path(LOG))
        others = [one for one in made if one.id not in log.decisions]
        if new or others:
            _take_own(files, new, others, review, fresh)
        for one in others:
            log.append(one)
    Review(story)  # what of them the story's lists and incidents lack is written
    return len(others)


def _take_own(
    files: Mapping[str, str], new: Mapping[str, str], others: Sequence[Decision], review: Review, fresh: Path
) -> None:
    """Take what imported claims need of the lists and judgements of the story that hands over, where this one lacks it."""
    story = review.story
    told = {name: parse_article(text, Path(name).name)[1] for name, text in files.items() if name.startswith(f"{ARTICLES}/")}
    with TemporaryDirectory() as folder:
        given = Path(folder)
        for name in files.keys() & set(_OWN):
            (given / name).write_text(files[name], encoding="utf-8", newline="\n")
        if _has_terms(given) and not _has_terms(story.path(".")):
            shutil.copyfile(given / "terms.csv", fresh / "terms.csv")
        lexicon = read_lexicon(given, border=review.border.id, countries=review.border.countries)
        review.rows.lend(
            [claim for claims in told.values() for claim in claims], lexicon, read_places(given / "places.csv"), fresh
        )
        taken = [claim for name, claims in told.items() if name in new for claim in claims]
        review.judged.lend(given / INCIDENTS, {claim.id for claim in (*review.claims(), *taken)}, fresh)
    read_lexicon_beside(review.rows.own, fresh, story.side_of)
    read_places_beside(review.rows.listed, fresh / "places.csv")
    for one in others:  # each in its turn: what a later one rests on may be what an earlier one left
        review.judged.carry_out(one, fresh)


def _has_terms(folder: Path) -> bool:
    file = folder / "terms.csv"
    return file.is_file() and bool(read_rows(file, (), ("field", "value", "term")))


def _is_right(name: str, text: Any) -> bool:
    """Whether a file may be taken: an article's, a list that waits, or one of a story's own.

    Raises:
        DataError: it may not.
    """
    folder, _, file = name.partition("/")
    if isinstance(text, str) and name in (*_LISTS, *_OWN):
        return True
    if isinstance(text, str) and folder in (ARTICLES, PROPOSALS) and Path(file).name == file and file.endswith(".toml"):
        return bool(parse_article(text, file))
    raise DataError(f"files: {name!r} is no file of an article; take it out")


def _decision(one: Any, number: int) -> Decision:
    try:
        decision = decision_of(one["body"]["value"])
        check_records(decision)
        return decision
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        said = str(error).splitlines()[0]
        raise DataError(f"items: annotation {number} holds no decision ({said}); take it out") from error
