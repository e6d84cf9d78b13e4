"""``geomap explain``."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from geomap.cli.group import main
from geomap.cli.options import as_json, near, output, story_here, texts, texts_of
from geomap.cli.wording import count_in_words, interval, line_in_words, listed

if TYPE_CHECKING:
    from rich.console import Console


@main.command()
@click.argument("incident")
@texts
@near
@as_json
def explain(incident: str, texts: Path | None, near_km: float | None, as_json: bool) -> None:
    """Lead from an incident to the lines of the articles it stands on.

    \b
    Example:
      geomap explain 2024-01-16-sabz-koh
      geomap explain sabz-koh
    """
    from geomap import pipeline
    from geomap.tables import explain_incident, meant, unknown

    story = story_here()
    inputs = pipeline.read_inputs(story)
    tables = pipeline.tables(pipeline.analyse(inputs, near_km=near_km))
    known = list(tables.incidents["id"])
    found = meant(incident, known)
    if found is None:
        raise click.BadParameter(unknown(incident, known), param_hint="INCIDENT")
    result = explain_incident(tables, found, texts_of(story, texts)) | {"line": inputs.border.provenance}
    output(result, as_json, lambda console: _say_explanation(console, result, story.output.name))


def _say_sites(say: Callable[..., None], incident: Mapping[str, Any], sites: Sequence[Mapping[str, Any]]) -> None:
    from geomap.vocabulary import range_in_words  # reads the closed lists, which `--help` has no use for

    if incident["sites_claimed_min"] is not None:
        claimed = range_in_words(incident["sites_claimed_min"], incident["sites_claimed_max"])
        say(f"  sites     {len(sites) or 1} named, {claimed} claimed")
    for site in sites:
        say(f"  site {site['number']}    {site['name']}: {site['place'] or 'not located'} ({site['level']})")
        say(f"            {interval(site)} from {site['border']}, near: {site['near_border']}")
        say(f"            killed {count_in_words(site, 'killed')}, injured {count_in_words(site, 'injured')}")
        by = f" ({listed(site['confirmed_by'])})" if site["confirmed_by"] else ""
        say(f"            {site['confidence']}{by}; told by {listed(site['accounts'])}")
        say(f"            one place because {site['judgement']}")
        if site["no_point_reason"]:
            say(f"            no pin: {site['no_point_reason']}")


def _say_areas(say: Callable[..., None], areas: Sequence[Mapping[str, Any]], parts: Sequence[Mapping[str, Any]]) -> None:
    for area in areas:
        read = f" read {area['reading']}" if area["reading"] else ""
        name = "best region" if area["role"] == "best" else f"{area['claim']}{read}"
        against = f"; it would contradict {listed(area['contradicts'])}" if area["contradicts"] else ""
        say(f"  area      {name}: {area['part_count']} part(s), {interval(area)} from the border{against}")
        for part in (part for part in parts if part["area"] == area["id"]):
            against = f", against it: {'; '.join(part['against'])}" if part["against"] else ""
            say(f"            {part['letter']} {part['share_percent']:.0f} % of the area{against}")
    if parts:
        say("            a share says how large a part is, not how likely")


def _say_explanation(console: Console, result: dict[str, Any], folder: str) -> None:
    row = result["incident"]
    say = console.print
    say(row["id"], style="bold")
    say(row["title"])
    say(f"  who       {listed(row['actors'])}, against {listed(row['targets'])}")
    if row["victims"]:
        say(f"  victims   {listed(row['victims'])}")
    say(f"  killed    {count_in_words(row, 'killed')}, injured {count_in_words(row, 'injured')}")
    say(f"  when      {row['date_text']} ({row['date_precision']})")
    say(f"  where     {row['place'] or 'not located'} ({row['level']})")
    say(f"  found by  {row['method']}")
    say(f"  because   {row['reason']}")
    if row["no_point_reason"]:
        say(f"  no pin    {row['no_point_reason']}")
    side = row["border_country"] or "cannot be said"
    say(f"  border    {interval(row)} from {row['border']}, side {side}, near: {row['near_border']}")
    for line in result["line_distances"]:
        side = line["border_country"] or "cannot be said"
        say(f"  line      {interval(line)} from {line['line']}, side {side}, near: {line['near_border']}")
    by = f": {listed(row['confirmed_by'])}" if row["confirmed_by"] else ""
    say(f"  confidence {row['confidence']}: {row['confidence_rule']}{by}")
    _say_sites(say, row, result["sites"])
    _say_areas(say, result["areas"], result["area_parts"])
    say("  spans are in brackets: offsets of the first and last character in the article's text")
    for claim in result["claims"]:
        article = claim["article"]
        outside = " — outside publication, no spans" if article["is_outside"] else ""
        say(f"\n{claim['id']}", end="", style="bold")
        say(outside)
        published = article["published"] or "day not known"
        say(f"  {article['publisher']}: {article['title']} ({published}) {article['address'] or ''}")
        say(f"  tells of this because {claim['judgement']}")
        say(f"  region: {claim['method']}; {interval(claim)} from the border")
        for value in claim["values"]:
            where = f"[{value['spans']}] " if value["spans"] else ""
            by = f", says {value['attributed_to']}" if value["attributed_to"] else ""
            note = f" ({value['note']})" if value["note"] else ""
            say(f"  {value['field']:<14} {value['value_text']}  {where}{value['derivation']}{by}{note}")
            if value.get("sentence"):
                say(f"                 “{value['sentence']}”", style="italic")
    if result["differences"]:
        say("\nAccounts differ", style="bold")
        for _, versions in groupby(result["differences"], itemgetter("number")):
            for d in (told := list(versions)):
                claims = f" ({'; '.join(d['claims'])})" if d["claims"] else ""
                say(f"  {d['field']}: {d['version']}{claims}{'  ← better supported' if d['is_better'] else ''}")
            say(f"    {told[0]['reason']}")
    say(f"\n{line_in_words(result['line'])}")
    say(f"In {folder}/: {', '.join(result['files'])}")
