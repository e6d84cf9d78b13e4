"""``geomap schema``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from geomap.cli.group import main
from geomap.cli.options import output
from geomap.cli.terminal import print_json

if TYPE_CHECKING:
    from rich.console import Console


@main.command()
@click.option("--json", "as_json", is_flag=True, help="Print a JSON Schema of the GeoJSON files.")
@click.option("--project", "settings", is_flag=True, help="Print the JSON Schema of geomap.toml.")
@click.option("--articles", is_flag=True, help="Print the JSON Schema of the files of articles/.")
@click.option("--incidents", is_flag=True, help="Print the JSON Schema of incidents.toml.")
@click.option("--frictionless", is_flag=True, help="Print a Frictionless data package of the CSV files.")
def schema(as_json: bool, frictionless: bool, settings: bool, articles: bool, incidents: bool) -> None:
    """Print the data dictionary: every column of every table, its type, its unit and what it says."""
    from geomap import project
    from geomap.articles import article_schema
    from geomap.export import data_package, dictionary, json_schema
    from geomap.incidents import incidents_schema

    stories = (project.settings_schema, settings), (article_schema, articles), (incidents_schema, incidents)
    for make, wanted in (*stories, (data_package, frictionless)):
        if wanted:
            print_json(make(), indent=1)
            return
    output(json_schema(), as_json, lambda console: _say_dictionary(console, dictionary()))


def _say_dictionary(console: Console, rows: list[dict[str, Any]]) -> None:
    table = None
    for row in rows:
        if row["table"] != table:
            table = row["table"]
            console.print(f"\n{table}", style="bold")
        unit = f", {row['unit']}" if row["unit"] else ""
        console.print(f"  {row['column']} ({row['type']}{unit}): {row['says']}")
