"""Every record against the rules: all problems at once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from geomap import articles, incidents, project
from geomap.articles import check_article, check_claims, read_articles, read_lexicon, read_text, tally
from geomap.checks.wording import loaded
from geomap.errors import GeomapError
from geomap.gazetteer import Gazetteer, read_gazetteer
from geomap.incidents import Correction, check_groupings, read_corrections, read_incidents, unjudged, unmentioned
from geomap.model import Claim
from geomap.reading import read_rows
from geomap.vocabulary import OF_AREAS, loaded_terms

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Report:
    """What a check found: ``problems`` a sentence each, and what was counted on the way."""

    problems: list[str] = field(default_factory=list)
    counted: list[str] = field(default_factory=list)

    def as_dict(self) -> dict[str, Any]:
        """The report as plain values."""
        return {"problems": self.problems, "counted": self.counted}

    def read(self, reader: Callable[[], T]) -> T | None:
        """What a reader gives; None where the file is wrong, with its problems kept."""
        try:
            return reader()
        except GeomapError as error:
            self.problems.extend(line for line in str(error).splitlines() if line not in self.problems)
            return None


def check(texts: Path | None = None, *, corrections: Sequence[Correction] = ()) -> Report:
    """Hold every file of ``geodata/`` against the rules and, where ``texts`` is given, every claim against its text.

    Args:
        texts: a folder with ``<article id>.txt`` for each article whose text is held.
        corrections: to be held against the rules, too, after those of ``corrections.toml``.
    """
    report = Report()
    report.problems.extend(project.check_sources())
    files = report.read(lambda: read_articles(project.root() / "articles"))
    vocabulary = report.read(lambda: read_lexicon(project.root()))
    judged = report.read(lambda: read_incidents(project.path("incidents.toml")))
    areas = report.read(project.read_outlines) or {}
    gazetteer = report.read(lambda: read_gazetteer(project.path("places.csv"), areas))
    if files is None or vocabulary is None or judged is None or gazetteer is None:
        return report
    report.counted.extend(_former_names())
    report.problems.extend(_unknown_countries(gazetteer))
    report.problems.extend(
        f"places.csv: {place.name}: along is {place.along!r}, which is no border of terms.csv; name one that is"
        for place in gazetteer.places.values()
        if place.along and place.along not in vocabulary.borders
    )
    ids = {grouping.id for grouping in judged[0]}
    corrections = (*(report.read(partial(read_corrections, project.path("corrections.toml"))) or ()), *corrections)
    for correction in corrections:
        if correction.incident not in ids:
            report.problems.append(f"corrections.toml: {correction.incident}: there is no such incident; use the id of one")
    held = [(article, claims) for article, claims in files if article.text_available]
    for article, told in files:
        report.problems.extend(check_claims(article, told, vocabulary))
    claims = [claim for _, told in files for claim in told]
    report.problems.extend(_without_edge(claims, gazetteer, vocabulary.borders))
    sides = {name: actor.side for name, actor in vocabulary.actors.items()}
    report.problems.extend(check_groupings(judged[0], claims, {article.id for article, _ in held}))
    untitled = [note.id for note in judged[1] if not note.title.strip()]
    report.problems.extend(f"incidents.toml: note {name}: title is empty; write it in your own words" for name in untitled)
    report.problems.extend(unjudged(judged[0], claims, sides))
    report.problems.extend(unmentioned(judged[0], claims))
    # "Counter Terrorism Department" is a name; that texts call unknown men "terrorists" makes that word none.
    named = [actor for actor in vocabulary.actors.values() if loaded_terms(actor.name.replace("-", " "))]
    proper = {spelling for actor in named for spelling in (actor.name, *actor.spellings)}
    ours = loaded(*judged, files, proper, places=gazetteer.places.values(), corrections=corrections)
    report.problems.extend(ours)
    report.counted.extend(f"{article.id}: {article.no_claims}" for article, told in files if not told)
    report.counted.append(f"{len(held)} articles, {sum(len(c) for _, c in held)} claims, {len(judged[0])} incidents")
    if texts is not None:
        for article, told in held:
            text = report.read(partial(read_text, texts, article.id, article.text_sha256))
            if text is not None:
                report.problems.extend(check_article(article, told, text, vocabulary))
        counts = tally(claim for _, told in held for claim in told)
        total = sum(counts.values())
        report.counted.extend(f"{how}: {n} of {total} values" for how, n in sorted(counts.items(), key=lambda kv: -kv[1]))
        by_person = counts.get("read by a person", 0)
        report.counted.append(f"read by a person: {100 * by_person / total:.1f} % (at most 15 %)")
        if by_person > 0.15 * total:
            report.problems.append(f"{by_person} of {total} values are read by a person; at most 15 % may be")
    return report


def _unknown_countries(gazetteer: Gazetteer) -> Iterator[str]:
    """Codes of countries in ``places.csv`` that neither the base map nor the extract has."""
    codes = {place.country: place.name for place in reversed(tuple(gazetteer.places.values())) if place.country}
    for code, name in codes.items():
        row = gazetteer.extract.row(code) if gazetteer.extract else None
        if code not in gazetteer.areas and (row is None or row["level"] != "country"):
            yield f"places.csv: {name}: country is {code!r}, which no country has; write an ISO 3166-1 alpha-2 code"


def _without_edge(claims: Iterable[Claim], gazetteer: Gazetteer, borders: Collection[str]) -> Iterator[str]:
    """Statements that only an area has an edge for, about a place that has none."""
    for claim in claims:
        for n, said in enumerate(claim.statements):
            place = None if said.value.of in borders else gazetteer.find(said.value.of)
            if said.value.relation in OF_AREAS and place and not place.area:
                yield (
                    f"{claim.article}.toml: {claim.id}: statements[{n}]: {said.value.relation!r} of {place.name!r}, "
                    "which has no area in places.csv; it is said of a border or of a place with one"
                )


def _former_names() -> Iterator[str]:
    """Where hand-kept files use names of fields from before 0.2, which the next version does not read."""
    used = {path: articles.former_names_in(path) for path in sorted((project.root() / "articles").glob("*.toml"))}
    judged, terms = project.path("incidents.toml"), project.path("terms.csv")
    used[judged] = incidents.former_names_in(judged)
    used[terms] = tuple(project.former_names(read_rows(terms, ("field", "value", "term")), "terms"))
    for path, found in used.items():
        yield from (f"{path.name}: {sentence}; the next version reads that name alone" for sentence in found)
