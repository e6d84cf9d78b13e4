"""Every record against the rules: all problems at once."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from geomap import project
from geomap.articles import check_article, check_claims, read_articles, read_lexicon, read_text, tally
from geomap.checks.wording import loaded
from geomap.errors import GeomapError
from geomap.gazetteer import read_gazetteer
from geomap.incidents import check_groupings, read_corrections, read_incidents, unjudged, unmentioned
from geomap.vocabulary import loaded_terms

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
            self.problems.extend(str(error).splitlines())
            return None


def check(texts: Path | None = None) -> Report:
    """Hold every file of ``geodata/`` against the rules and, where ``texts`` is given, every claim against its text.

    Args:
        texts: a folder with ``<article id>.txt`` for each article whose text is held.
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
    ids = {grouping.id for grouping in judged[0]}
    corrections = report.read(partial(read_corrections, project.path("corrections.toml"))) or ()
    for correction in corrections:
        if correction.incident not in ids:
            report.problems.append(f"corrections.toml: {correction.incident}: there is no such incident; use the id of one")
    held = [(article, claims) for article, claims in files if article.text_available]
    for article, told in files:
        report.problems.extend(check_claims(article, told, vocabulary))
    claims = [claim for _, told in files for claim in told]
    sides = {name: actor.side for name, actor in vocabulary.actors.items()}
    report.problems.extend(check_groupings(judged[0], claims, {article.id for article, _ in held}))
    report.problems.extend(unjudged(judged[0], claims, sides))
    report.problems.extend(unmentioned(judged[0], claims))
    # "Counter Terrorism Department" is a name; that texts call unknown men "terrorists" makes that word none.
    named = [actor for actor in vocabulary.actors.values() if loaded_terms(actor.name.replace("-", " "))]
    proper = {spelling for actor in named for spelling in (actor.name, *actor.spellings)}
    ours = loaded(*judged, files, proper, places=gazetteer.places.values(), corrections=corrections)
    report.problems.extend(ours)
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


def _former_names() -> Iterator[str]:
    """Where hand-kept files use names of fields from before 0.2, which the next version does not read."""
    files = [(path, "article") for path in sorted((project.root() / "articles").glob("*.toml"))]
    for path, kind in (*files, (project.path("incidents.toml"), "incidents"), (project.path("terms.csv"), "terms")):
        text = path.read_text(encoding="utf-8")
        document = list(csv.DictReader(text.splitlines())) if path.suffix == ".csv" else tomllib.loads(text)
        found = project.former_names(document, kind)
        yield from (f"{path.name}: {sentence}; the next version reads that name alone" for sentence in found)
