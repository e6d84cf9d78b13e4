"""Where what was read is kept: texts, article files, and the rows of the lists that they need."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path
from typing import Any, Final, TypeVar

from geomap import project
from geomap.articles import ACTOR_COLUMNS, ListedActor, read_actors, write_article
from geomap.errors import DataError, Problem
from geomap.extract import Proposal
from geomap.gazetteer import COLUMNS, Place, read_places
from geomap.intake.contexts import Context
from geomap.intake.lists import Lists
from geomap.language import normalised_words
from geomap.project import PROPOSALS
from geomap.reading import decoded, delimiter_of, read_bytes

T = TypeVar("T")
Row = TypeVar("Row", ListedActor, Place)

#: The columns of each list, in the order in which a new one has them.
_COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    "actors.csv": ACTOR_COLUMNS,
    "places.csv": (
        *("name", "spellings", "local", "level", "country", "within", "lon", "lat", "radius_m", "geonames_id"),
        *("area", "road", "along", "source", "note"),
    ),
}
assert set(_COLUMNS["places.csv"]) == set(COLUMNS)


@dataclass
class Files:
    """The folders that reports are read into; with none, nothing is written.

    All is written when all reports are read, what goes into one folder as one set: what kills the command before leaves
    nothing. Texts and rows come before the articles that need them.
    """

    lists: Lists
    out: Path | None = None  #: where article files go
    texts: Path | None = None  #: where texts go
    articles: Path | None = None  #: of the story: articles that are there are left as they are
    own: Path | None = None  #: of the story, where its own lists get the rows
    ids: set[str] = field(default_factory=set)  #: of the articles that were kept
    again: frozenset[str] = frozenset()  #: ids of articles that are there and read all the same, for what else they claim
    carry: Callable[[Proposal], Proposal] = lambda proposal: proposal  #: what takes out of a proposal what is decided already
    added: dict[str, tuple[str, ...]] = field(default_factory=dict)  #: file → the names of new rows, once all is written
    removed: tuple[str, ...] = ()  #: ids of articles whose copies in ``proposals/`` were removed
    _new: Path | None = None  #: where the next files of `out` are written
    _new_texts: Path | None = None

    @classmethod
    def of(cls, context: Context, out: Path | None) -> Files:
        """The files for reports that are read in a context.

        Args:
            context: of a story, or of a border alone.
            out: the folder of article files; unless given the story's ``proposals/``, or none where there is no story.

        Raises:
            DataError: a list that is there cannot be right, or the folder is not one for article files.
        """
        folder = context.story.folder
        own_actors, own_places = context.vocabulary.actors, context.gazetteer.places
        if folder is None:
            kept = _read_lists(context, out) if out else ({}, {})
            return cls(Lists(own_actors, own_places, *kept), out=out, texts=out / project.TEXTS if out else None)
        articles, texts = folder / "articles", folder / project.TEXTS
        out = folder / PROPOSALS if out is None else out
        if out.resolve() == articles.resolve():
            for name in _COLUMNS:
                _check_columns(folder / name)
            return cls(Lists(own_actors, own_places), out=articles, texts=texts, articles=articles, own=folder)
        if wrong := _unfit(out, folder):
            raise DataError(f"{out}: {wrong}; name a folder for proposals, or articles/")
        kept = _read_lists(context, out)
        return cls(Lists(own_actors, own_places, *kept), out=out, texts=texts, articles=articles)

    def left_out(self, article_id: str) -> str | None:
        """Why an article is not read: the story has it already."""
        file = self.articles / f"{article_id}.toml" if self.articles and article_id not in self.again else None
        return f"{file} is there already, and stays as it is" if file and file.exists() else None

    def keep(self, proposal: Proposal, data: bytes) -> Proposal:
        """Write an article's text and file; gives the proposal with the names that the lists have.

        Args:
            proposal: what was read in it.
            data: the text's bytes.

        Raises:
            DataError: another text has its id.
        """
        id = proposal.article.id
        if id in self.ids:
            raise DataError(f"another report has the id {id!r}; rename one of the files")
        text = self.texts / f"{id}.txt" if self.texts else None
        if text and text.exists() and text.read_bytes() != data:
            raise DataError(f"{text}: is another text; rename the file that was read, whose name makes the id")
        self.ids.add(id)
        proposal = self.named(proposal)
        if text and not text.exists() and self._new_texts:
            (self._new_texts / text.name).write_bytes(data)
            if not text.parent.joinpath(".gitignore").exists():
                (self._new_texts / ".gitignore").write_text("*\n", encoding="utf-8")  # they are other people's
        if self._new is not None:
            write_article(proposal.article, proposal.claims, self._new / f"{id}.toml")
        return proposal

    def named(self, proposal: Proposal) -> Proposal:
        """A proposal with the names that the lists have, without what is decided already."""
        return self.carry(self.lists.take(proposal))

    @contextmanager
    def replacing(self) -> Iterator[None]:
        """Have the files written at the end, all of them or none."""
        actors, places = dict(self.lists.actors), dict(self.lists.places)
        with ExitStack() as stack:
            self._new = stack.enter_context(project.replacing(self.out)) if self.out else None
            # The last ones are moved to their places first: texts and rows that no article needs do no harm.
            self._new_texts = stack.enter_context(project.replacing(self.texts)) if self.texts else None
            rows = stack.enter_context(project.replacing(self.own)) if self.own else None
            yield
            if into := rows or self._new:
                self._write_list(into / "actors.csv", actors, self.lists.actors, _actor_cells)
                self._write_list(into / "places.csv", places, self.lists.places, _place_cells)
        self._new = self._new_texts = None
        if self.own:
            self._remove_copies(self.own / PROPOSALS)

    def _remove_copies(self, proposals: Path) -> None:
        """Remove what was proposed of an article that the story has now, unless a person has changed it."""
        same = [
            id
            for id in sorted(self.ids)
            if (copy := proposals / f"{id}.toml").is_file()
            and self.out
            and copy.read_bytes() == (self.out / copy.name).read_bytes()
        ]
        for id in same:
            (proposals / f"{id}.toml").unlink()
        self.removed = tuple(same)

    def _write_list(
        self, file: Path, before: Mapping[str, Row], now: Mapping[str, Row], cells: Callable[[Row], Mapping[str, str]]
    ) -> None:
        """Write a list that has new rows: all rows of it, or where it is the story's own the new ones below a person's."""
        new = [row for name, row in sorted(now.items()) if before.get(name) != row]
        kept = (self.own or self.out or Path()) / file.name
        if new:
            rows = new if self.own else [now[name] for name in sorted(now)]
            file.write_bytes(_list_bytes(kept, map(cells, rows), append=self.own is not None))
            self.added[str(kept)] = tuple(row.name for row in new)


def _unfit(out: Path, folder: Path) -> str | None:
    real = out.resolve()
    if real == folder.resolve() or real in folder.resolve().parents:
        return "holds the story itself"
    if real == (folder / project.TEXTS).resolve():
        return "holds the story's texts"
    return None


def _read_lists(context: Context, folder: Path) -> tuple[dict[str, ListedActor], dict[str, Place]]:
    """The rows of a folder's lists."""
    sides = context.story.side_of if context.story.folder else None
    return _of_folder(folder, lambda: (read_actors(folder, sides), read_places(folder / "places.csv")))


def _of_folder(folder: Path, read: Callable[[], T]) -> T:
    """What a reader gives; its problems name the folder."""
    try:
        return read()
    except DataError as error:
        raise DataError(*(p.in_folder(folder.name) if isinstance(p, Problem) else p for p in error.problems)) from error


def _check_columns(path: Path) -> None:
    """Refuse a list to which rows cannot be added, since it lacks some columns."""
    header = _header(decoded(read_bytes(path), path.name)) if path.is_file() else ()
    if header and (missing := [column for column in _COLUMNS[path.name] if column not in header]):
        raise DataError(Problem(path.name, f"the header lacks {', '.join(missing)}; add them, so that rows can be added"))


def _header(text: str) -> list[str]:
    return [cell.strip() for cell in next(csv.reader(StringIO(text), delimiter=delimiter_of(text)), [])]


def _list_bytes(path: Path, rows: Iterable[Mapping[str, str]], *, append: bool) -> bytes:
    """A list with some rows: below those that it has, in its own form; or in place of them."""
    data = read_bytes(path) if append and path.is_file() else b""
    text = decoded(data, path.name) if data else ""
    header: Sequence[str] = _header(text) if text.strip() else _COLUMNS[path.name]
    end = "\r\n" if "\r\n" in text else "\n"
    out = StringIO()
    writer = csv.writer(out, delimiter=delimiter_of(text) if text.strip() else ",", lineterminator=end)
    writer.writerows([*([] if text.strip() else [header]), *([row.get(column, "") for column in header] for row in rows)])
    joint = "" if not text.strip() or text.endswith(("\n", "\r")) else end
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig" if data[:3] == b"\xef\xbb\xbf" else "utf-8"
    return (text + joint + out.getvalue()).encode(encoding)


def list_with(path: Path, rows: Iterable[ListedActor | Place]) -> bytes:
    """A list of a story with rows below those that it has, in its own form; rows are all of one kind."""
    _check_columns(path)
    cells = [_actor_cells(row) if isinstance(row, ListedActor) else _place_cells(row) for row in rows]
    return _list_bytes(path, cells, append=True)


def _actor_cells(actor: ListedActor) -> dict[str, str]:
    spelled = sorted(actor.spellings - {normalised_words(actor.name)})
    return {"name": actor.name, "side": actor.side, "spellings": ";".join(spelled), "note": actor.note or ""}


def _place_cells(place: Place) -> dict[str, str]:
    return {name: _cell(getattr(place, name)) for name in COLUMNS}


def _cell(value: Any) -> str:
    if isinstance(value, tuple):
        return ";".join(value)
    return "" if value is None else str(value).removesuffix(".0")
