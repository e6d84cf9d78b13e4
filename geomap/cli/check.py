"""``geomap check``."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from geomap.cli.events import event_as_dict, say_events
from geomap.cli.group import main
from geomap.cli.options import as_json, output, story_folder, story_here, texts, texts_of
from geomap.cli.terminal import print_json
from geomap.cli.wording import NO_CLAIM, kilometres
from geomap.errors import GeomapError
from geomap.wording import how_many

if TYPE_CHECKING:
    from rich.console import Console

    from geomap.checks import Report
    from geomap.cli.problems import Located
    from geomap.model import Story
    from geomap.pipeline import Analysis


@main.command()
@texts
@click.option("--geography", is_flag=True, help="Hold what the articles say about where things lie against the map.")
@as_json
@click.pass_context
def check(ctx: click.Context, texts: Path | None, geography: bool, as_json: bool) -> None:
    """Report every problem of the data at once; write nothing.

    With --texts, every span and every derivation is held against the articles' texts. Where a text is another copy than the
    cited one, each value is told to stand where it stood, to stand elsewhere, to be gone, or to be ambiguous. What proposals/
    holds is held against the same, with the lists of the story and those beside it together, and told in a section of its own;
    so is what decisions.jsonl has, where two decisions stand against each other or a claim that was decided on is gone.
    """
    try:
        _check(ctx, texts, geography, as_json)
    except GeomapError as error:
        if not as_json:
            raise
        from geomap.checks import Report
        from geomap.cli.problems import located

        print_json(_as_dict(located(error.problems, story_folder(ctx)), Report()), indent=1)
        ctx.exit(1)


def _check(ctx: click.Context, texts: Path | None, geography: bool, as_json: bool) -> None:
    story = story_here()
    if geography:
        rows = _geography(story)
        output(rows, as_json, lambda console: _say_geography(console, rows))
        return
    from geomap import checks, pipeline
    from geomap.cli.problems import located

    texts = texts_of(story, texts)
    report = checks.check(texts, story=story)
    if not report.problems:
        some = any(story.path("articles").glob("*.toml"))
        analysis = report.read(lambda: pipeline.analyse(pipeline.read_inputs(story))) if some else None
        report.problems.extend(report.read(lambda: pipeline.problems(analysis)) or () if analysis else ())
        report.counted.extend(() if report.problems else _hints(analysis))
    sections = {"": report} | ({"proposals": checks.check_proposals(story, texts)} if checks.has_proposals(story) else {})
    sections |= {"decisions": checks.check_decisions(story, texts)} if checks.has_decisions(story) else {}
    problems = {name: located(one.problems, story.path(".")) for name, one in sections.items()}
    result: dict[str, Any] = {name: _as_dict(problems[name], one) for name, one in sections.items()}
    result = result.pop("") | result
    events = checks.events_to_judge(story)
    result |= {"events": [event_as_dict(event) for event in events]} if events else {}

    def say(console: Console) -> None:
        say_events(console, events)
        _say_report(console, problems, sections)

    output(result, as_json, say)
    if any(problems.values()):
        ctx.exit(1)


def _hints(analysis: Analysis | None) -> Iterator[str]:
    """What is no problem, and yet not what a person may think of a map."""
    if analysis is None or not analysis.inputs.claims:
        yield f"hint: {NO_CLAIM}"
        return
    every = analysis.incidents
    without = [one for one in every if one.no_point_reason]
    if without:
        nowhere = sum(not one.region.located for one in without)
        of_them = f", {nowhere:,} of them no place at all" if nowhere else ""
        of_all = f"{len(without):,} of {how_many(len(every), 'incident')}"
        yield f"hint: {of_all} have no point on the map{of_them}; 'geomap build' says why"


def _as_dict(problems: Sequence[Located], report: Report) -> dict[str, Any]:
    return {
        "problems": [problem.as_dict() for problem in problems],
        "standing": [held.as_dict() for held in report.standing],
        "counted": report.counted,
    }


def _geography(story: Story) -> list[dict[str, Any]]:
    from geomap import pipeline
    from geomap.tables import records

    return records(pipeline.tables(pipeline.analyse(pipeline.read_inputs(story))).statements)


def _say_geography(console: Console, rows: list[dict[str, Any]]) -> None:
    for row in rows:
        console.print(f"{row['verdict']}  ", end="", style="bold")
        console.print(f"{row['id']}: {row['statement']}")
        console.print(f"  read as   {row['reading']}; stated {kilometres(row['stated_min_km'], row['stated_max_km'])}")
        console.print(f"  measured  {kilometres(row['measured_min_km'], row['measured_max_km'])} over {row['evidence']}")


def _say_report(console: Console, problems: Mapping[str, Sequence[Located]], sections: Mapping[str, Report]) -> None:
    for name, report in sections.items():
        counted = list(report.counted)
        if name:
            console.print(f"{name}: {counted.pop(0) if counted else 'cannot be read'}", style="bold")
        for problem in problems[name]:
            for line in problem.lines(sys.stdout):
                console.print(line)
        for line in (*(held.sentence for held in report.standing), *counted):
            console.print(line)
    found = sum(map(len, problems.values()))
    console.print(how_many(found, "problem") if found else "no problem found")
