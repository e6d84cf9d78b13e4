"""``geomap evaluate``."""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from geomap.cli.group import main
from geomap.cli.options import as_json, border_name, output, story_here
from geomap.cli.terminal import print_data

if TYPE_CHECKING:
    from rich.console import Console

    from geomap.evaluation import Evaluation, Score
    from geomap.extract import Proposer
    from geomap.model import Story

#: What is counted beside the values, and what it is called.
_BESIDE = {"claims found": "found", "whole claims": "claims", "asserted values": "asserted"}


@main.command()
@click.argument("gold", type=click.Path(exists=True, file_okay=False, path_type=Path))
@border_name
@click.option("--misses", is_flag=True, help="Print each value that is wrong or missing, and each pair put together wrongly.")
@click.option("--measure", is_flag=True, help="Print how often values were right, as CSV: value, signs, right, given.")
@as_json
def evaluate(gold: Path, border_name: str | None, misses: bool, measure: bool, as_json: bool) -> None:
    """Read every text of a folder of gold as an unseen one, and say how well.

    GOLD holds pairs of NAME.txt and NAME.toml, which docs/gold.md describes. A folder that is named by a pair of countries,
    such as irq-tur, is read in the context of their border, with what lies in it; any other in the story's, or --border's.

    P is the share of proposed values that are right, R the share of the gold's values that were found, F1 the harmonic mean of
    both. On words are right values whose spans meet the gold's.

    \b
    Example:
      geomap evaluate my-gold --border IND-PAK --misses
    """
    from geomap.evaluation import evaluate, read_gold

    found = evaluate(read_gold(gold), _proposers(gold, border_name))
    if measure:
        print_data(_measured(found))
        return
    result = _result(found)
    output(result, as_json, lambda console: _say(console, result, misses))


def _proposers(gold: Path, border_name: str | None) -> Callable[[Path], Proposer]:
    """How the texts of a folder are read; what a context needs is read once."""
    from geomap.intake import read_context
    from geomap.model import PAIR
    from geomap.project import codes_of

    kept: dict[str | None, Proposer] = {}
    top = gold.resolve()

    def of(folder: Path) -> Proposer:
        here = folder.resolve()
        inside = (one.name.upper() for one in (here, *here.parents) if one == top or top in one.parents)
        pair = next((name for name in inside if PAIR.fullmatch(name) and len(codes_of(name)) == 2), None)
        if pair not in kept:
            named = pair or border_name
            kept[pair] = (read_context(border_name=named) if named else read_context(_story(folder))).proposer
        return kept[pair]

    return of


def _story(folder: Path) -> Story:
    """The story that one stands in; where there is none, what else says how to read a folder."""
    from geomap.errors import MissingError

    try:
        return story_here()
    except MissingError as error:
        raise MissingError(
            f"{folder}: for which border is it read? name the border with --border, or call the folder after it"
        ) from error


def _measured(found: Evaluation) -> str:
    """How often each sort of value was right, by how many signs speak for it, as a table."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("value", "signs", "right", "given"))
    writer.writerows((*sort, score.right, score.proposed) for sort, score in sorted(found.scores.measured.items()))
    return out.getvalue()


def _result(found: Evaluation) -> dict[str, Any]:
    """All that was counted, as plain values."""
    from dataclasses import asdict

    from geomap.evaluation import FIELDS

    scores, pairs = found.scores, found.pairs
    lines: Mapping[str, Score] = {
        **scores.fields,
        **{name: getattr(scores, field) for name, field in _BESIDE.items()},
        "pairs together": pairs.together,
        "contradictions": pairs.contradictions,
    }
    return {
        "texts": found.texts,
        "scores": {name: _as_dict(score, has_words=name in FIELDS) for name, score in lines.items()},
        "places": {
            "gold": scores.places,
            "right": scores.by_container,
            **{f"within_{km}_km": scores.within_km[km] for km in (10, 25, 50, 161)},
        },
        "values": scores.values,
        "ungrounded": scores.ungrounded,
        "not_incidents_proposed": scores.not_incidents,
        "misses": [asdict(miss) for miss in scores.misses],
        "false_merges": pairs.false_merges,
        "false_splits": pairs.false_splits,
        "contradictions_missed": pairs.missed,
    }


def _as_dict(score: Score, *, has_words: bool) -> dict[str, Any]:
    """A score with its shares; None where nothing was proposed, or nothing is to be found."""
    return {
        "precision": round(score.precision, 3) if score.proposed else None,
        "recall": round(score.recall, 3) if score.gold else None,
        "f1": round(score.f1, 3) if score.proposed and score.gold else None,
        "right": score.right,
        "proposed": score.proposed,
        "gold": score.gold or None,
        "on_words": score.on_words if has_words else None,
    }


def _say(console: Console, result: Mapping[str, Any], misses: bool) -> None:
    def shown(value: Any) -> str:
        return "—" if value is None else f"{value:.2f}" if isinstance(value, float) else str(value)

    console.print(f"{'':18}{'P':>7}{'R':>7}{'F1':>7}{'right':>8}{'proposed':>10}{'gold':>7}{'on words':>10}", style="bold")
    for name, score in result["scores"].items():
        cells = zip(score.values(), (7, 7, 7, 8, 10, 7, 10), strict=True)
        console.print(f"{name:18}{''.join(f'{shown(value):>{width}}' for value, width in cells)}")
    places = result["places"]
    within = ", ".join(f"{km} km: {places[f'within_{km}_km']}" for km in (10, 25, 50, 161))
    console.print(
        f"{result['texts']} texts; places right, within their radius or a container: {places['right']} of {places['gold']}"
    )
    console.print(f"points of the {places['gold']} places within {within}")
    console.print(
        f"pairs put together wrongly: {len(result['false_merges'])}; left apart wrongly: {len(result['false_splits'])}"
    )
    console.print(f"passages that are no incident, proposed as one: {result['not_incidents_proposed']}")
    console.print(f"values that their words did not give, and that were not proposed: {result['ungrounded']}")
    if not misses:
        return
    for miss in result["misses"]:
        console.print(_miss(**miss))
    for kind, said in (("false_merges", "put together wrongly"), ("false_splits", "left apart wrongly")):
        for one, other in result[kind]:
            console.print(f"{said}: {one} and {other}")
    for missed in result["contradictions_missed"]:
        console.print(f"contradiction missed: {missed}")


def _miss(text: str, incident: str, field: str, wanted: str, found: str, rule: str) -> str:
    """A value that is wrong or missing, as a sentence."""
    where = f"{text}: " + ("" if incident == "-" else f"{incident}: ")
    by = f"  [{rule}]" if rule else ""
    if field == "claim":
        return where + (
            f"no claim was proposed ({wanted})" if found == "none" else f"a claim that the gold does not have ({found})"
        )
    if found == "none":
        return f"{where}{field}: {wanted} was not found"
    return f"{where}{field}: " + (
        f"found {found}, the gold has none{by}" if wanted == "none" else f"found {found}, not {wanted}{by}"
    )
