"""``geomap extract``."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any, BinaryIO

import click

from geomap.cli.events import event_as_dict, say_events
from geomap.cli.group import main
from geomap.cli.options import Out, Words, as_json, border_name, is_story_named, story_in_place_of_border
from geomap.cli.second_reader import with_second_reader
from geomap.cli.terminal import console, print_json, tell
from geomap.wording import how_many

if TYPE_CHECKING:
    from rich.console import Console

    from geomap.decisions import Decided
    from geomap.errors import Problem
    from geomap.extract import Endpoint
    from geomap.intake import Context, Event, Files, Reading, Told
    from geomap.model import Claim
    from geomap.sources import Source


#: An id that is made of a title has so many characters at most.
_LONGEST_ID = 60


@main.command()
@click.argument("inputs", nargs=-1, required=True, type=click.Path(exists=True, allow_dash=True, path_type=Path))
@click.option("--published", type=click.DateTime(["%Y-%m-%d"]), help="The day of publication.  [default: as file or text say]")
@click.option("--publisher", type=Words(), help="Who published it.")
@click.option("--url", type=Words(), help="Where it stands on the web; of one report alone.")
@border_name
@click.option(
    "--why",
    is_flag=True,
    help="Print each value with its words, the rule that gave it, the signs that speak for it, and how sure it is.",
)
@click.option(
    "-o",
    "--out",
    type=Out(guarded=False, file_okay=False),
    help="Where article files go; articles/ takes them into the story.  [default: the story's proposals/]",
)
@click.option(
    "--diff", is_flag=True, help="Say what would change in proposals/, and which decisions would be asked again; write nothing."
)
@as_json
@with_second_reader
@click.pass_context
def extract(
    ctx: click.Context,
    inputs: tuple[Path, ...],
    published: dt.datetime | None,
    publisher: str | None,
    url: str | None,
    border_name: str | None,
    why: bool,
    out: Path | None,
    diff: bool,
    as_json: bool,
    reader: tuple[str, str, float] | None,
) -> None:
    """Read reports, and propose what they claim: an article file each, every value on its words.

    INPUTS are text files, news pages (extra [html]), JSON lines, folders of these, or - for the standard input. In a story they
    are read with its words, places and countries, and written to its proposals/, for a person to judge; their texts go to
    texts/. With --border they are read for that border, with no story, and nothing is written; -o names a folder to write to.
    With --project, too, they are read with that story's words. What is proposed reaches no map. An article file in proposals/
    is written anew when its report is read again; an article that articles/ has is left out.

    A value is asserted where its rule is usually right, else doubtful; what its words do not give is counted and not proposed.
    Ends with 1 where a report cannot be read, such as one that is not in English; the others are read.

    \b
    Examples:
      geomap extract gazette.txt --published 2031-05-04 --why
      geomap extract reports/ --border IND-PAK --json
    """
    from geomap.decisions import Decided
    from geomap.extract import Endpoint
    from geomap.intake import Files, Told, read_context
    from geomap.sources import read_sources

    if url and (len(inputs) > 1 or inputs[0].is_dir()):
        raise click.UsageError("--url is of one report; read the reports one by one")
    story = story_in_place_of_border() if border_name is None or is_story_named() else None
    context = read_context(story, border_name)
    files = Files.of(context, out)
    decided = Decided(context.story, context.vocabulary) if context.story.folder else None
    if decided:
        files.again, files.carry = decided.again, decided.carry
    told = Told(publisher=publisher, published=published and published.date(), address=url)
    said = _Json(why) if as_json else _Plain(why)
    endpoint = Endpoint.at(*reader[:2], timeout_s=reader[2]) if reader else None
    read = _Read(context, files, told, endpoint)
    streams: list[Path | BinaryIO] = [sys.stdin.buffer if str(path) == "-" else path for path in inputs]
    if diff:
        _say_changes(ctx, streams, read, decided, as_json)
        return
    with files.replacing():
        for source in read_sources(streams):
            read.one(source, said)
    said.end(read.events())
    _say_written(files)
    if read.refused:
        ctx.exit(1)


def _say_written(files: Files) -> None:
    """Say which files were written, and which removed."""
    for file, names in files.added.items():
        tell(f"{file}: {how_many(len(names), 'row')} {'added' if files.own else 'written'}: {_some(names)}")
    if files.out and files.ids:
        tell(f"{files.out}: {how_many(len(files.ids), 'article file')} written")
    if files.removed:
        copies = how_many(len(files.removed), "copy", "copies")
        tell(f"proposals/: {copies} of what articles/ has now removed: {_some(files.removed)}")


def _say_changes(
    ctx: click.Context, inputs: Sequence[Path | BinaryIO], read: _Read, decided: Decided | None, as_json: bool
) -> None:
    """Say what keeping these reports' proposals would change; nothing is written."""
    from geomap.cli.changes import say_changes
    from geomap.errors import DataError, Problem
    from geomap.intake import read_report
    from geomap.sources import read_sources

    if decided is None:
        raise click.UsageError("--diff compares with a story's proposals/, and there is no story here")
    found = []
    for source in read_sources(inputs):
        try:
            if isinstance(source, Problem):
                raise DataError(source)
            if left_out := read.files.left_out(source.id):
                tell(f"{source.name}: {left_out}")
                continue
            proposal = read_report(source, read.context.proposer, read.told).proposal
            read.files.carry = lambda proposal: proposal
            found += decided.changes(read.files.named(proposal))
        except DataError as error:
            read.refused += 1
            for problem in error.problems:
                tell(problem)
    say_changes(found, as_json)
    if read.refused:
        ctx.exit(1)


class _Read:
    """Reports read one by one; of each what it claims is kept, and where."""

    def __init__(self, context: Context, files: Files, told: Told, endpoint: Endpoint | None = None) -> None:
        from geomap.incidents import Located

        self.context, self.files, self.told = context, files, told
        self.endpoint = endpoint
        self.claims: list[Claim] = []
        self.places: dict[str, Located] = {}
        self.refused = 0

    def one(self, source: Source | Problem, said: _Json | _Plain) -> None:
        """Read a report, keep what it claims, and say so."""
        from dataclasses import replace

        from geomap.articles import headline
        from geomap.errors import DataError, Problem
        from geomap.intake import places_of, read_report, without_spans
        from geomap.language import slug

        if isinstance(source, Problem):
            folder = source.file.removesuffix(PurePath(source.file).name)
            self._refuse(source.file, f"{folder}{source}", said)
            return
        if source.id == "stdin":  # a stream has no name
            title = source.title or headline(source.text, source.id)
            source = replace(source, id=slug(title)[:_LONGEST_ID].strip("-") or source.id)
        if left_out := self.files.left_out(source.id):
            tell(f"{source.name}: {left_out}")
            said.left_out(source.name, left_out)
            return
        try:
            reading = read_report(source, self.context.proposer, self.told, self.endpoint)
            reading = replace(reading, proposal=self.files.keep(reading.proposal, source.data))
        except DataError as error:
            for problem in error.problems:
                self._refuse(source.name, f"{source.name}: {problem.removeprefix(f'{source.name}: ')}", said)
            return
        for line in reading.second.sentences if reading.second else ():
            tell(f"{source.name}: {line}")
        proposal = reading.proposal
        self.claims += map(without_spans, proposal.claims)
        self.places |= places_of(proposal.claims, self.context.gazetteer, proposal)
        said.read(reading)

    def _refuse(self, name: str, why: str, said: _Json | _Plain) -> None:
        self.refused += 1
        tell(why)
        said.refused(name, why)

    def events(self) -> tuple[Event, ...]:
        """Which claims may be one event, those of the story's articles among them."""
        from geomap.articles import read_articles
        from geomap.incidents import read_incidents
        from geomap.intake import events_among, places_of

        folder = self.context.story.folder
        articles = folder / "articles" if folder else None
        files = read_articles(articles) if articles and any(articles.glob("*.toml")) else ()
        known = [claim for _, claims in files for claim in claims]
        groupings = read_incidents(folder / "incidents.toml")[0] if folder else ()
        return events_among(self.claims, known, self.places | places_of(known, self.context.gazetteer), groupings)


class _Plain:
    """What a person reads: a line for each report, and what may be one event at the end."""

    def __init__(self, why: bool) -> None:
        self.console: Console = console()
        self.why = why

    def read(self, reading: Reading) -> None:
        proposal = reading.proposal
        values = [said for claim in proposal.claims for _, said in claim.values]
        sure = sum(map(_is_asserted, values))
        day = proposal.published.day
        told = f"{how_many(len(proposal.claims), 'claim')}; {how_many(sure, 'value')} asserted, {len(values) - sure} doubtful"
        told = told if proposal.claims else "no claim found"
        lost = f"; {len(proposal.ungrounded)} not grounded" if proposal.ungrounded else ""
        self.console.print(proposal.article.id, style="bold", end="")
        self.console.print(f": {told}{lost}; published {day or 'on a day that is not known'} ({reading.why_published})")
        for one in proposal.ungrounded:
            self.console.print(f"  not grounded: {one.claim} {one.field} {one.value}, of the words {_quoted(one.words)}")
        for reason in proposal.unresolved:
            self.console.print(f"  no point: {reason}")
        if self.why:
            self._say_values(reading)

    def _say_values(self, reading: Reading) -> None:
        from geomap.tables import value_in_words

        text = reading.source.text
        for claim in reading.proposal.claims:
            self.console.print(f"  {claim.id}")
            for field, said in claim.values:
                by = f", says {said.attributed_to}" if said.attributed_to else ""
                words = f"  {_quoted(text[s.start : s.end] for s in said.spans)}" if said.spans else ""
                sure = f"sure {said.sure}, {'asserted' if _is_asserted(said) else 'doubtful'}"
                self.console.print(f"    {field:<16}{value_in_words(field, said)}{by}{words}  [{said.rule}, {sure}]")

    def left_out(self, name: str, why: str) -> None:
        """Stderr has said it."""

    refused = left_out

    def end(self, events: Sequence[Event]) -> None:
        say_events(self.console, events)


class _Json:
    """What a program reads: an object on a line for each report, and one of the events; of one report one object with all."""

    def __init__(self, why: bool) -> None:
        self.first: dict[str, Any] | None = None
        self.is_several = False

    def _say(self, record: dict[str, Any]) -> None:
        if self.first is None and not self.is_several:
            self.first = record
            return
        if self.first is not None:
            print_json(self.first)
            self.first, self.is_several = None, True
        print_json(record)

    def read(self, reading: Reading) -> None:
        self._say(_record(reading))

    def left_out(self, name: str, why: str) -> None:
        self._say({"name": name, "left_out": why})

    def refused(self, name: str, why: str) -> None:
        self._say({"name": name, "refused": why})

    def end(self, events: Sequence[Event]) -> None:
        print_json((self.first or {}) | {"groups": [event_as_dict(event) for event in events]})


def _record(reading: Reading) -> dict[str, Any]:
    """All that was read in a report, as plain values."""
    proposal, source = reading.proposal, reading.source
    text = source.text
    return {
        "name": source.name,
        "id": proposal.article.id,
        "article": _plain(proposal.article),
        "published": {"day": proposal.published.day, "why": reading.why_published},
        "claims": [
            {
                "id": claim.id,
                "spans": _plain(claim.spans),
                "values": [
                    {"field": field, **_plain(said), "words": [text[s.start : s.end] for s in said.spans]}
                    | {"asserted": _is_asserted(said)}
                    for field, said in claim.values
                ],
            }
            for claim in proposal.claims
        ],
        "ungrounded": _plain(proposal.ungrounded),
        "unresolved": list(proposal.unresolved),
        "rows": {"actors": _plain(proposal.actors), "places": _plain(proposal.places)},
    }


def _plain(value: Any) -> Any:
    """A record as plain values, without what it leaves open; spans as lists of their ends."""
    from geomap.model import Span

    if isinstance(value, Span):
        return [value.start, value.end]
    if names := getattr(value, "__dataclass_fields__", None):
        told = ((name, getattr(value, name)) for name in names)
        return {name: _plain(one) for name, one in told if one is not None}
    if isinstance(value, tuple | list):
        return [_plain(one) for one in value]
    return sorted(value) if isinstance(value, frozenset) else value


def _is_asserted(said: Any) -> bool:
    from geomap.extract import ASSERTED

    return said.sure is not None and said.sure >= ASSERTED


def _quoted(words: Iterator[str] | Sequence[str]) -> str:
    return ", ".join(f"“{' '.join(one.split())}”" for one in words)


def _some(names: Sequence[str]) -> str:
    """Names, the first of them where they are many."""
    return ", ".join(names[:8]) + (f" and {len(names) - 8} more" if len(names) > 8 else "")
