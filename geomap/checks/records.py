"""Every record against the rules: all problems at once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TypeVar

from geomap import articles, incidents, project
from geomap.articles import (
    Held,
    Lexicon,
    check_article,
    check_claims,
    file_of,
    held_against,
    held_in_all,
    read_articles,
    read_lexicon,
    read_text,
    tally,
    without_text,
)
from geomap.border import Border, at_home, border_of, lines_of
from geomap.checks.remedies import Remedies
from geomap.checks.wording import loaded
from geomap.errors import GeomapError, Problem
from geomap.gazetteer import Gazetteer, Place, read_gazetteer
from geomap.incidents import (
    Correction,
    Note,
    alone,
    check_groupings,
    misnamed,
    read_corrections,
    read_incidents,
    unjudged,
    unmentioned,
)
from geomap.model import Article, Claim, Grouping, Story
from geomap.reading import read_rows
from geomap.vocabulary import OF_AREAS, loaded_terms
from geomap.wording import how_many

T = TypeVar("T")

#: Among fewer values, one that a person read is too large a share to say anything.
FEW_VALUES = 40


@dataclass(frozen=True, slots=True)
class Report:
    """What a check found: ``problems`` a sentence each, what was counted on the way, and what other copies of texts hold."""

    problems: list[str] = field(default_factory=list)
    counted: list[str] = field(default_factory=list)
    standing: list[Held] = field(default_factory=list)  #: what became of values whose text is another copy than the cited one

    def read(self, reader: Callable[[], T]) -> T | None:
        """What a reader gives; None where the file is wrong, with its problems kept."""
        try:
            return reader()
        except GeomapError as error:
            self.problems.extend(problem for problem in error.problems if problem not in self.problems)
            return None


def check(texts: Path | None = None, *, story: Story | None = None, corrections: Sequence[Correction] = ()) -> Report:
    """Hold every file of a story against the rules and, where ``texts`` is given, every claim against its text.

    Args:
        texts: a folder with ``<article id>.txt`` for each article whose text is held.
        story: its settings; of the story that one stands in unless given.
        corrections: to be held against the rules, too, after those of ``corrections.toml``.
    """
    report = Report()
    found = report.read(project.read_story) if story is None else story
    if found is None:
        return report
    if found.folder == project.root():
        report.problems.extend(project.check_sources())
    border = _border(report, found)
    if border is None:
        return report
    story = at_home(found, border)
    files = report.read(lambda: _articles(story))
    vocabulary = report.read(lambda: read_lexicon(story.path("."), story.side_of, border=border.id, countries=border.countries))
    judged = report.read(lambda: read_incidents(story.path("incidents.toml")))
    areas = report.read(lambda: project.read_outlines(story)) or {}
    gazetteer = report.read(lambda: read_gazetteer(story.path("places.csv"), areas, home=story.home))
    if files is None or vocabulary is None or judged is None or gazetteer is None:
        return report
    report.counted.extend(_former_names(story))
    report.problems.extend(unknown_countries(gazetteer.places.values(), gazetteer))
    report.problems.extend(
        Problem(
            "places.csv",
            f"{place.name}: along is {place.along!r}, which is no border of terms.csv; name one that is",
            (place.name, "along"),
        )
        for place in gazetteer.places.values()
        if place.along and place.along not in vocabulary.borders
    )
    claims = [claim for _, told in files for claim in told]
    unwritten = alone(judged[0], claims, {article.id: article for article, _ in files})
    judged = ((*judged[0], *unwritten), judged[1])
    ids = {grouping.id for grouping in judged[0]}
    corrections = (*(report.read(partial(read_corrections, story.path("corrections.toml"))) or ()), *corrections)
    report.problems.extend(_unknown_incidents(ids, corrections, story))
    held = [(article, claims) for article, claims in files if article.text_available]
    remedies = Remedies(story, vocabulary, gazetteer)
    for article, told in files:
        report.problems.extend(check_claims(article, told, vocabulary, remedies))
    report.problems.extend(without_edge(claims, gazetteer, vocabulary.borders))
    report.problems.extend(_misjudged(judged, unwritten, claims, {article.id for article, _ in held}, vocabulary))
    # "Counter Terrorism Department" is a name; that texts call unknown men "terrorists" makes that word none.
    named = [actor for actor in vocabulary.actors.values() if loaded_terms(actor.name.replace("-", " "))]
    proper = {spelling for actor in named for spelling in (actor.name, *actor.spellings)}
    report.problems.extend(
        loaded(*judged, files, proper, places=gazetteer.places.values(), corrections=corrections, walked=story.steps)
    )
    report.counted.extend(f"{article.id}: {article.no_claims}" for article, told in files if not told)
    numbers = {"article": len(held), "claim": sum(len(c) for _, c in held), "incident": len(judged[0])}
    report.counted.append(", ".join(how_many(number, what) for what, number in numbers.items()))
    if texts is not None:
        hold_against_texts(report, texts, held, vocabulary, remedies)
    return report


def _unknown_incidents(ids: Collection[str], corrections: Sequence[Correction], story: Story) -> Iterator[Problem]:
    """What corrections and the steps of the story say of incidents that are none."""
    for n, correction in enumerate(corrections):
        if correction.incident not in ids:
            wrong = f"{correction.incident}: there is no such incident; use the id of one"
            yield Problem("corrections.toml", wrong, ("corrections", n, "incident"))
    for n, step in enumerate(story.steps):
        if step.incident is not None and step.incident not in ids:
            wrong = f"steps[{n}].incident is {step.incident!r}, which is no incident here; use the id of one"
            yield Problem(project.STEPS, wrong, ("steps", n, "incident"))


def _articles(story: Story) -> Sequence[tuple[Article, Sequence[Claim]]]:
    """The article files of a story; it may have none while some wait in ``proposals/``."""
    folder = story.path("articles")
    waits = any(story.path(project.PROPOSALS).glob("*.toml"))
    return () if waits and not any(folder.glob("*.toml")) else read_articles(folder)


def _border(report: Report, story: Story) -> Border | None:
    """The border that a story's settings name; None where it, or a further line of it, cannot be."""
    if wrong := project.refusal(story, story.output):
        report.problems.append(Problem("geomap.toml", f"output: {wrong}", ("output",)))
    border = report.read(lambda: border_of(story, story.border))
    return border if border and report.read(lambda: lines_of(story, border)) is not None else None


def _misjudged(
    judged: tuple[Sequence[Grouping], Sequence[Note]],
    unwritten: Sequence[Grouping],
    claims: Sequence[Claim],
    held: Collection[str],
    vocabulary: Lexicon,
) -> Iterator[Problem]:
    """What is wrong with the judgements of ``incidents.toml``, given the claims."""
    groupings, notes = judged
    yield from check_groupings(groupings, claims, held)
    for note in notes:
        if not note.title.strip():
            wrong = f"note {note.id}: title is empty; write it in your own words"
            yield Problem("incidents.toml", wrong, ("notes", note.id, "title"))
    sides = {name: actor.side for name, actor in vocabulary.actors.items()}
    written = [one for one in groupings if one not in unwritten]
    yield from unjudged(written, claims, sides, unwritten)
    yield from misnamed(written, unwritten)
    yield from unmentioned(groupings, claims)


def hold_against_texts(
    report: Report, texts: Path, held: Sequence[tuple[Article, Sequence[Claim]]], vocabulary: Lexicon, remedies: Remedies
) -> None:
    """Hold claims against those of their texts that a folder has, and count how values follow from words."""
    missing = without_text(texts, [article.id for article, _ in held])
    for article, told in held:
        if article.id not in missing:
            text = report.read(partial(read_text, texts, article.id, None))
            if text is not None:
                report.problems.extend(check_article(article, told, text, vocabulary, remedies))
                standing = held_against(article, told, text)
                report.standing.extend(standing)
                if standing:
                    report.counted.append(f"{article.id}, in the other text: {held_in_all(standing)}")
    if missing:
        report.counted.append(
            f"{len(missing)} of {len(held)} texts are not in {texts}, so nothing is held against them: {', '.join(missing)}"
        )
    counts = tally(claim for _, told in held for claim in told)
    total = sum(counts.values())
    report.counted.extend(f"{how}: {n} of {total} values" for how, n in sorted(counts.items(), key=lambda kv: -kv[1]))
    by_person = counts.get("read by a person", 0)
    report.counted.append(f"read by a person: {100 * by_person / max(total, 1):.1f} % (at most 15 %)")
    if by_person > 0.15 * total and total >= FEW_VALUES:
        report.problems.append(f"{by_person} of {total} values are read by a person; at most 15 % may be")


def unknown_countries(places: Iterable[Place], gazetteer: Gazetteer) -> Iterator[Problem]:
    """Codes of countries in ``places.csv`` that neither the base map nor the extract has."""
    codes = {place.country: place.name for place in reversed(tuple(places)) if place.country}
    for code, name in codes.items():
        row = gazetteer.extract.row(code) if gazetteer.extract else None
        if code not in gazetteer.areas and (row is None or row["level"] != "country"):
            wrong = f"{name}: country is {code!r}, which no country has; write an ISO 3166-1 alpha-2 code"
            yield Problem("places.csv", wrong, (name, "country"))


def without_edge(claims: Iterable[Claim], gazetteer: Gazetteer, borders: Collection[str]) -> Iterator[Problem]:
    """Statements that only an area has an edge for, about a place that has none."""
    for claim in claims:
        for n, said in enumerate(claim.statements):
            place = None if said.value.of in borders else gazetteer.find(said.value.of)
            if said.value.relation in OF_AREAS and place and not place.area:
                wrong = (
                    f"{claim.id}: statements[{n}]: {said.value.relation!r} of {place.name!r}, "
                    "which has no area in places.csv; it is said of a border or of a place with one"
                )
                yield Problem(file_of(claim.article), wrong, ("claims", claim.id, "statements", n, "value", "of"))


def _former_names(story: Story) -> Iterator[str]:
    """Where hand-kept files use names of fields from before 0.2, which the next version does not read."""
    used = {path: articles.former_names_in(path) for path in sorted(story.path("articles").glob("*.toml"))}
    if (judged := story.path("incidents.toml")).is_file():
        used[judged] = incidents.former_names_in(judged)
    if (terms := story.path("terms.csv")).is_file():
        used[terms] = tuple(project.former_names(read_rows(terms, ("field", "value", "term")), "terms"))
    for path, found in used.items():
        yield from (
            f"{path.name}: {sentence}; `geomap migrate` writes it so, and a later version reads that name alone"
            for sentence in found
        )
