"""The whole story on one screen: read, locate, group, measure, tabulate, draw and write.

`read_inputs`, `analyse`, `tables` and `build` are that story. Each step is a room's one answer, and what a room needs from
another is passed in here.
"""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from geomap import project
from geomap.articles import Lexicon, read_articles, read_lexicon, read_text, without_text
from geomap.border import Border, at_home, bands_of, border_of, lines_of
from geomap.checks import check, check_proposals, geography, misplacing_titles
from geomap.errors import DataError, Problem
from geomap.gazetteer import Gazetteer, read_gazetteer
from geomap.incidents import (
    Correction,
    Note,
    alone,
    corrected,
    group,
    of_one,
    read_corrections,
    read_incidents,
    translations_in,
    where,
    write_corrections,
)
from geomap.model import Article, BorderRelation, Claim, Grouping, Incident, Region, RegionKey, Story, Unlocated, Verdict
from geomap.places import Part, SpatialContext, is_torn, leading_readings, locate_claim, other_readings, parts_of
from geomap.tables import Findings, FurtherLine, Tables, border_row, extent_of, tabulate
from geomap.vocabulary import How

if TYPE_CHECKING:
    import geopandas as gpd

    from geomap.export import Edits, History


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """Everything that is read from a story's folder, checked at the door."""

    story: Story  #: its settings
    articles: Mapping[str, Article]  #: by id
    claims: tuple[Claim, ...]  #: of all articles
    groupings: tuple[Grouping, ...]  #: sorted by id; a claim that no file groups is an incident of its own
    notes: tuple[Note, ...]  #: of the whole story
    lexicon: Lexicon  #: names and terms
    gazetteer: Gazetteer  #: places and areas
    border: Border  #: the line that distances are measured to
    lines: Mapping[str, Border] = field(default_factory=dict)  #: further lines that it is drawn as, by name
    corrections: tuple[Correction, ...] = ()  #: in the order in which they were made
    unreviewed: frozenset[str] = frozenset()  #: ids of incidents that were only proposed: no person decided on them


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """The incidents with how they lie to the border: per incident id, claim id, and claim id with the reading of it."""

    inputs: Inputs  #: what it was made from
    incidents: tuple[Incident, ...]
    relations: Mapping[RegionKey, BorderRelation]  #: how each region lies to the border
    other_readings: Mapping[str, Mapping[How, Region | Unlocated]]  #: claim id → reading → the region it then has
    parts: Mapping[str, tuple[Part, ...]]  #: incident id → the areas of its region, the weightiest first
    verdicts: tuple[Verdict, ...]  #: on what the articles say of geography
    to_lines: Mapping[str, Mapping[RegionKey, BorderRelation]] = field(default_factory=dict)  #: line → incident → relation


def read_inputs(story: Story | None = None, *, proposals: bool = False) -> Inputs:
    """Every input file of a story, read and checked.

    Args:
        story: its settings; of the story that one stands in unless given.
        proposals: whether what waits in ``proposals/`` is read, too.

    Raises:
        DataError: what cannot be right, a line each.
        MissingError: there is no story, or it has no article yet.
    """
    story = story or project.read_story()
    folder = story.path("articles")
    files = () if proposals and not any(folder.glob("*.toml")) else read_articles(folder)
    articles = {article.id: article for article, _ in files}
    claims = tuple(claim for _, claims in files for claim in claims)
    groupings, notes = read_incidents(story.path("incidents.toml"))
    border = border_of(story, story.border)
    said = translations_in(story.path("incidents.toml"), story.translations)
    story = replace(at_home(story, border), translations=said)
    inputs = Inputs(
        story=story,
        articles=articles,
        claims=claims,
        groupings=(*groupings, *alone(groupings, claims, articles)),
        notes=notes,
        lexicon=read_lexicon(story.path("."), story.side_of, border=border.id, countries=border.countries),
        gazetteer=read_gazetteer(story.path("places.csv"), project.read_outlines(story), home=story.home),
        border=border,
        lines=lines_of(story, border),
        corrections=read_corrections(story.path("corrections.toml")),
    )
    return _with_proposals(inputs) if proposals else inputs


def _with_proposals(inputs: Inputs) -> Inputs:
    """The inputs with what waits beside them, each claim an incident of its own."""
    from geomap.decisions import read_waiting  # whose rules of reading take long to load

    if wrong := check_proposals(inputs.story).problems:
        raise DataError(*wrong)
    waiting = read_waiting(inputs.story, inputs.articles, inputs.lexicon, inputs.gazetteer)
    taken = {grouping.id for grouping in inputs.groupings}
    proposed = tuple(of_one(claim, taken) for claim in waiting.claims)
    return replace(
        inputs,
        articles=waiting.articles,
        claims=(*inputs.claims, *waiting.claims),
        groupings=(*inputs.groupings, *proposed),
        lexicon=waiting.lexicon,
        gazetteer=waiting.gazetteer,
        unreviewed=frozenset(grouping.id for grouping in proposed),
    )


def analyse(inputs: Inputs, *, near_km: float | None = None) -> Analysis:
    """From claims to incidents measured against the border; ``near_km`` is the story's unless given."""
    near_km = inputs.story.near_km if near_km is None else near_km
    context = SpatialContext(gazetteer=inputs.gazetteer, border=inputs.border)
    claims = {claim.id: claim for claim in inputs.claims}
    located = {claim.id: locate_claim(claim, context) for claim in inputs.claims}
    other = {claim.id: dict(ways) for claim in inputs.claims if (ways := other_readings(claim, context))}
    best = {}
    for g in inputs.groupings:
        accounts = {judgement.claim: located[judgement.claim] for judgement in g.claims}
        read_otherwise = {claim: other[claim] for claim in accounts if claim in other}
        torn = {claim for claim in read_otherwise if is_torn(claims[claim], context)}
        led = leading_readings(accounts, read_otherwise, [site.claims for site in g.sites], torn)
        for claim, how in led.items():  # the reading that leads is the account's region, the usual one stands beside it
            accounts[claim], other[claim] = other[claim][how], {**other[claim], "straight line": accounts[claim]}
            del other[claim][how]
        located |= accounts
        best[g.id] = where(g, [claims[claim] for claim in accounts], accounts, inputs.articles, inputs.border.id, led)
    grouped = group(inputs.groupings, inputs.claims, inputs.articles, located, best)
    incidents = corrected(grouped, inputs.corrections, inputs.gazetteer.areas)
    regions = {RegionKey(incident.id): incident.region for incident in incidents}
    regions |= {RegionKey(site.id): site.region for incident in incidents for site in incident.sites}
    regions |= {RegionKey(claim): region for claim, region in located.items()}
    regions |= {RegionKey(claim, how): region for claim, ways in other.items() for how, region in ways.items()}
    # A whole country's distance from its own border says nothing.
    measured = {key: region for key, region in regions.items() if region.located and region.level != "country"}
    own = {key: measured[key] for incident in incidents if (key := RegionKey(incident.id)) in measured}
    return Analysis(
        inputs=inputs,
        incidents=incidents,
        to_lines={name: _relations(line, own, near_km) for name, line in inputs.lines.items()},
        relations=_relations(inputs.border, measured, near_km),
        other_readings=other,
        parts={incident.id: parts_of(incident, context) for incident in incidents},
        verdicts=geography(inputs.groupings, inputs.claims, inputs.articles, context, inputs.border),
    )


def _relations(line: Border, regions: Mapping[RegionKey, Region], near_km: float) -> dict[RegionKey, BorderRelation]:
    return dict(zip(regions, line.relations(list(regions.values()), near_m=near_km * 1000), strict=True))


def problems(analysis: Analysis, *, but: Collection[str] = ()) -> list[str]:
    """What is wrong with the story as a whole, once every record is right by itself: titles against the map, and its bands.

    Args:
        analysis: the story.
        but: ids of incidents that are not looked at.
    """
    context = SpatialContext(gazetteer=analysis.inputs.gazetteer, border=analysis.inputs.border)
    titles = misplacing_titles([incident for incident in analysis.incidents if incident.id not in but], context)
    try:
        bands_of(analysis.inputs.story, analysis.inputs.border)
    except DataError as error:
        return [*titles, *error.problems]
    return [*titles]


def tables(analysis: Analysis) -> Tables:
    """The published tables of an analysis."""
    inputs = analysis.inputs
    return tabulate(
        Findings(
            incidents=analysis.incidents,
            articles=inputs.articles,
            relations=analysis.relations,
            actor_sides={actor.name: actor.side for actor in inputs.lexicon.actors.values()},
            places=inputs.gazetteer.places,
            border=border_row(inputs.border),
            buffers=bands_of(inputs.story, inputs.border),
            other_readings=analysis.other_readings,
            parts=analysis.parts,
            verdicts=analysis.verdicts,
            story=inputs.story,
            unreviewed=inputs.unreviewed,
            lines=[
                FurtherLine(
                    name=other.name,
                    row=border_row(inputs.lines[other.name])
                    | {"id": other.name, "name": other.name, "drawn_by": other.drawn_by},
                    relations=analysis.to_lines[other.name],
                )
                for other in inputs.story.lines
            ],
        )
    )


def build(
    out: Path | str | None = None,
    *,
    story: Story | None = None,
    near_km: float | None = None,
    texts: Path | None = None,
    tiles: Mapping[str, str] | None = None,
    proposals: bool = False,
) -> tuple[Tables, dict[str, Any], History | None]:
    """Rebuild everything that is published; gives its tables, the manifest of what they were made from, and what changed.

    What changed is told against the output that stands there; a private page, which is not published, has no such history.

    A failed build leaves the previous output whole. What an interrupted one leaves half moved, the next one completes.

    Args:
        out: the folder; without it the story's ``output``, or ``private`` beside that.
        story: its settings; of the story that one stands in unless given.
        near_km: what counts as near the border; as the story says unless given.
        texts: a folder with the articles' texts, or some of them: then only the page is written, and it is private.
        tiles: ``url`` and ``attribution`` of a server of map tiles that the page may be switched to.
        proposals: whether the page shows what waits for a person's decision, too: then it is private.

    Raises:
        DataError: an input cannot be right, a line each; or a private page would be published.
    """
    from geomap.export import check_private, for_page, read_changes, write_changes, write_page, write_published
    from geomap.webmap import draw, method_page

    story = story or project.read_story()
    private = texts is not None or proposals
    out = output_of(story, out, private=private)
    project.complete(out)
    if project.is_own(story):  # where corrections are kept
        project.complete(story.path("."))
    if private:
        check_private(out)
    published, record, basemap, read = _made(story, near_km, texts, proposals)
    history = None
    with project.replacing(out) as folder:
        if private:
            check_private(out)  # again: another build may have written there since
        else:
            history = read_changes(out, published)
            write_published(published, folder, basemap=basemap)
            write_changes(history, folder)
        changes = for_page(history) if history else None
        page = draw(published, basemap=basemap, build=record, texts=read, tiles=tiles, changes=changes)
        write_page(page, method_page(published, record), record, folder, story=story, private=private)
    return published, record, history


def draw_story(story: Story, *, near_km: float | None = None, texts: Path | None = None) -> str:
    """The page of a story as HTML, as it would go into the story's own output, and nothing is written; see `build`."""
    from geomap.export import for_page, read_changes
    from geomap.webmap import draw

    published, record, basemap, read = _made(story, near_km, texts)
    changes = None if texts else for_page(read_changes(story.output, published))
    return draw(published, basemap=basemap, build=record, texts=read, changes=changes)


def _made(
    story: Story, near_km: float | None, texts: Path | None, proposals: bool = False
) -> tuple[Tables, dict[str, Any], dict[str, gpd.GeoDataFrame], dict[str, str] | None]:
    """A story's tables, their manifest, its base map, and the articles' texts where there is a folder of them."""
    from geomap.export import manifest

    near_km = story.near_km if near_km is None else near_km
    if wrong := check(story=story).problems:
        raise DataError(*wrong)
    inputs = read_inputs(story, proposals=proposals)
    held = {article.id: article.text_sha256 for article in inputs.articles.values() if article.text_available}
    missing = without_text(texts, held) if texts else ()
    read = {id: read_text(texts, id, sha256) for id, sha256 in held.items() if id not in missing} if texts else None
    analysis = analyse(inputs, near_km=near_km)
    _refuse_problems(analysis)
    published = tables(analysis)
    record, basemap = manifest(published, near_km=near_km), project.read_basemap(story, extent_of(published))
    return published, record, basemap, read


def output_of(story: Story, out: Path | str | None = None, *, private: bool = False) -> Path:
    """The folder that a build goes to: the one that was asked for, or the story's own.

    Raises:
        DataError: it is one of the story's input files.
    """
    folder = Path(out) if out is not None else story.output.parent / "private" if private else story.output
    if wrong := project.refusal(story, folder):
        raise DataError(wrong if out is not None else Problem("geomap.toml", f"output: {wrong}", ("output",)))
    return folder


def _refuse_problems(analysis: Analysis) -> None:
    """Raise a `DataError` of what is wrong with the story as a whole.

    Whoever moves a pin in QGIS cannot change a title there: `geomap check` asks for it.
    """
    corrected_there = {correction.incident for correction in analysis.inputs.corrections}
    if wrong := problems(analysis, but=corrected_there | analysis.inputs.unreviewed):
        raise DataError(*wrong)


def correct(
    file: Path,
    *,
    by: str,
    on: dt.date,
    reason: str,
    story: Story | None = None,
    near_km: float | None = None,
    out: Path | None = None,
    built_from: Path | None = None,
) -> Edits:
    """Take what a person changed in a file of ours as corrections, and keep with the data those that a build accepts.

    Args:
        file: a GeoPackage or GeoJSON that `build` wrote and a person edited, or a copy of one.
        by: who.
        on: when.
        reason: why.
        story: its settings; of the story that one stands in unless given.
        near_km: with which the file was built.
        out: the folder of the build that follows: where it cannot be written, nothing is kept.
        built_from: the file that it is a copy of, where another program wrote it anew.

    Returns:
        The corrections, and the changes that cannot be taken, a sentence each.

    Raises:
        DataError: the file is not one of ours, or no build would follow.
    """
    from geomap.export import read_edits

    if project.is_pending(file):
        raise DataError(
            f"{file}: an interrupted build has a new one ready for its place; build, and make the edit in the new file"
        )
    story = story or project.read_story()
    if not project.is_own(story):
        raise DataError("corrections are kept with the story, and this one came with geomap: work in a copy of your own")
    if out:
        with project.replacing(out):
            pass
    with project.replacing(story.path(".")) as folder:
        inputs = read_inputs(story)
        analysis = analyse(inputs, near_km=near_km)
        edits = read_edits(file, tables(analysis), by=by, on=on, reason=reason, built_from=built_from)
        edits = _accepted(edits, analysis)
        if edits.corrections:
            if (kept := story.path("corrections.toml")).is_file():
                shutil.copyfile(kept, folder / "corrections.toml")
            write_corrections(folder / "corrections.toml", edits.corrections)
    return edits


def _accepted(edits: Edits, analysis: Analysis) -> Edits:
    """The edits with those corrections alone that can be made one after the other.

    Raises:
        DataError: with them the story would not be built.
    """
    kept, refused = [], list(edits.refused)
    inputs, incidents = analysis.inputs, analysis.incidents
    for correction in edits.corrections:
        try:
            incidents = corrected(incidents, [correction], inputs.gazetteer.areas)
            kept.append(correction)
        except DataError as error:
            refused.append(str(error).removeprefix("corrections.toml: "))
    if kept:
        if wrong := check(story=inputs.story, corrections=kept).problems:
            raise DataError(*wrong)
        _refuse_problems(analyse(replace(inputs, corrections=(*inputs.corrections, *kept))))
    return replace(edits, corrections=tuple(kept), refused=tuple(refused))
