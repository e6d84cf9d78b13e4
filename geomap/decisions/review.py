"""A story under review: everything read once, a decision written at once, and what it changed told at once."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import Any

from geomap import __version__, project
from geomap.articles import Lexicon, read_lexicon, read_lexicon_beside, toml
from geomap.border import Border, at_home, border_of
from geomap.decisions.carry import Carried, renamed_in
from geomap.decisions.corrected import Corrections
from geomap.decisions.judged import Judged
from geomap.decisions.kept import Kept, Stamp, article_ids, carried_in, read_kept, stamp_of, stamps_of, text_of, write_kept
from geomap.decisions.keys import words_of
from geomap.decisions.log import Log
from geomap.decisions.records import Decision, What, now
from geomap.decisions.rows import Rows, place_of, place_record
from geomap.errors import DataError, MissingError
from geomap.gazetteer import Gazetteer, read_gazetteer, read_places_beside, wrong_in
from geomap.language import normalised_words
from geomap.model import Article, Cited, Claim, Grouping, Story
from geomap.places import SpatialContext
from geomap.project import LOG, PROPOSALS, TEXTS
from geomap.reading import edited, find_toml, read_text, write_as


class Review:
    """A story's claims, those that wait and those that were accepted, and what was decided on them."""

    def __init__(self, story: Story, texts: Path | None = None, by: str | None = None) -> None:
        """Read a story, and carry out what is decided but not in its files: a process was killed, or new rules read it again.

        Args:
            story: its settings.
            texts: the folder of the articles' texts; the story's own unless given.
            by: who decides; as the story's settings say unless given.

        Raises:
            DataError: a file cannot be right, a line each.
        """
        border = border_of(story, story.border)
        self.border: Border = border
        self.story = at_home(story, border)
        self.texts = story.path(TEXTS) if texts is None else texts
        self.by = by or story.decides
        self.log = Log.read(story.path(LOG))
        self.kept: dict[str, Kept] = {}
        self._read_lists()
        ids = article_ids(story)
        problems: list[str] = []
        for id in ids:
            try:
                self.read(id)
            except DataError as error:
                problems += error.problems
        if problems:
            raise DataError(*problems)
        with project.replacing(story.path(".")) as fresh:
            for id in ids:
                self._settle(id)
            self.rows.settle(self.log, self.claims(), fresh)
            self.judged.settle(self.log, fresh)
            self.corrections.settle(self.log, fresh)
        self._lists = self._stamps()

    def _read_lists(self) -> None:
        """The names and places of the story, with those that wait beside them."""
        story, waiting = self.story, self.story.path(PROPOSALS)
        own = read_lexicon(story.path("."), story.side_of, border=self.border.id, countries=self.border.countries)
        listed = read_gazetteer(story.path("places.csv"), project.read_outlines(story), home=story.home)
        self.vocabulary: Lexicon = read_lexicon_beside(own, waiting, story.side_of)
        self.gazetteer: Gazetteer = read_places_beside(listed, waiting / "places.csv")
        self.rows = Rows(story, own, listed)
        self.places = SpatialContext(gazetteer=self.gazetteer, border=self.border)
        self.judged, self.corrections = Judged(story), Corrections(story)
        self._lists = self._stamps()

    def read(self, id: str) -> Kept:
        """An article's files, read again where they are not as they were.

        Raises:
            MissingError: there is no such article.
            DataError: its files cannot be right.
        """
        kept = self.kept.get(id)
        if kept is None or kept.stamps != stamps_of(self.story, id):
            found = read_kept(self.story, id)
            if found is None:
                raise MissingError(f"{id}: the story has no such article; name one of articles/ or proposals/")
            self.kept[id] = kept = found
            kept.carried = self._carried(kept)
        return kept

    def _carried(self, kept: Kept) -> Carried:
        return carried_in(kept, self.log, self.texts, renamed_in(self.vocabulary.places))

    def _settle(self, id: str) -> None:
        """Write an article's files as its decisions have them; whoever does holds the story's folder."""
        write_kept(self.kept[id], self.story)

    def all(self) -> list[Kept]:
        """All articles as their files are now, those among them that were read since."""
        return [self.read(id) for id in article_ids(self.story)]

    def text(self, id: str) -> str | None:
        """An article's text as it is cited; None where it is not at hand."""
        kept = self.read(id)
        if id not in self._texts or self._texts[id][0] != kept.article.text_sha256:
            self._texts[id] = kept.article.text_sha256, text_of(kept.article, self.texts)
        return self._texts[id][1]

    @cached_property
    def _texts(self) -> dict[str, tuple[str | None, str | None]]:
        return {}

    def claim(self, id: str) -> tuple[Claim, str]:
        """A claim, and whether it is "proposed" or "accepted".

        Raises:
            MissingError: there is no such claim.
        """
        found = self.read(id.rpartition("/")[0]).carried
        for side, claims in (("accepted", found.accepted), ("proposed", found.proposed)):
            if claim := next((claim for claim in claims if claim.id == id), None):
                return claim, side
        raise MissingError(f"{id}: there is no such claim now; look at the article again")

    def last_on(self, claim: Claim) -> tuple[str, ...]:
        """The ids of the last decisions on a claim, which whoever decides on it now has seen."""
        carried = self.read(claim.article).carried
        made = carried.of.get(carried.key(claim), ())
        return tuple(one.id for one in self.log.last(made))

    def take(
        self,
        what: What,
        before: Mapping[str, Any],
        after: Mapping[str, Any],
        *,
        claim: Claim | None = None,
        said: Cited[Any] | None = None,
        field: str | None = None,
        saw: Iterable[str] = (),
        **more: Any,
    ) -> Decision:
        """Write a decision, and carry it out.

        Args:
            what: of which sort it is.
            before: as `Decision` has it.
            after: as `Decision` has it.
            claim: that it is on.
            said: the value that it is on, or that is added.
            field: that value's field, without its number.
            saw: ids of the last decisions on the same claim; those on the incidents that it changes are added.
            more: further fields of the decision.

        Raises:
            DataError: nobody is named who decides, or a file cannot be written.
        """
        if claim:
            more |= {"article": claim.article, "claim": claim.id, "words": words_of(claim, said), "field": field}
            more["text"] = self.read(claim.article).article.text_sha256
        return self._write(self._draft(what, before, after, saw, **more))

    def take_back(self, decision: Decision, saw: Iterable[str] = ()) -> Decision:
        """Write that a decision is taken back, and carry it out.

        Args:
            decision: as it stands on the text as it is now.
            saw: ids of the last decisions on the same.

        Raises:
            DataError: as `take` does.
        """
        same = {name: getattr(decision, name) for name in ("article", "claim", "words", "field")}
        text = self.read(decision.article).article.text_sha256 if decision.article else None
        return self._write(self._draft("undo", decision.after, decision.before, saw, undone=decision.id, text=text, **same))

    def _draft(
        self, what: What, before: Mapping[str, Any], after: Mapping[str, Any], saw: Iterable[str], **more: Any
    ) -> Decision:
        if not self.by:
            raise DataError('geomap.toml: nobody is named who decides; write decides = "your name" there')
        changed = {*before.get("incidents", {}), *after.get("incidents", {})}
        of_incidents = self.log.last(one for one in self.log.decisions.values() if one.incidents & changed)
        return Decision(
            id=secrets.token_hex(8),
            what=what,
            by=self.by,
            at=now(),
            geomap=__version__,
            before=before,
            after=after,
            saw=tuple(dict.fromkeys((*saw, *(one.id for one in of_incidents)))),
            **more,
        )

    def _write(self, decision: Decision) -> Decision:
        kept = self.read(decision.article) if decision.article else None
        with project.replacing(self.story.path(".")) as fresh:
            for other in self.catch_up():
                if decision.incidents & other.incidents or (decision.article and other.article == decision.article):
                    raise DataError(f"{decision.claim or 'it'}: was decided on elsewhere since; look at it again")
            self.log.append(decision)
            if kept:
                kept = self.read(kept.id)
                kept.carried = self._carried(kept)
                self._settle(kept.id)
            self.rows.carry_out(decision, fresh)
            self.judged.carry_out(decision, fresh)
            self.corrections.carry_out(decision, fresh)
        self._lists = self._stamps()
        return decision

    @contextmanager
    def with_place(self, record: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
        """Know a place that no list has yet; it is forgotten where the decision that brings it is not taken.

        Raises:
            DataError: the row cannot be right among the others, or another place has its name.
        """
        place = place_of(record)
        if place.name in self.rows.places:
            raise DataError(
                f"places.csv: {place.name}: the list has another place of that name; choose that, or give it another"
            )
        before = self.vocabulary, self.gazetteer, self.places
        spelled = frozenset(map(normalised_words, (place.name, *place.spellings)))
        self.vocabulary = self.vocabulary.beside(
            {}, {place.name: spelled | self.vocabulary.places.get(place.name, frozenset())}
        )
        known = {**self.gazetteer.places, place.name: place}
        home = self.gazetteer.home | ({place.country} if place.country else set())
        self.gazetteer = replace(self.gazetteer, places=known, home=home)
        self.places = SpatialContext(gazetteer=self.gazetteer, border=self.border)
        try:
            if wrong := wrong_in(place, self.gazetteer):
                raise DataError(*(f"places.csv: {place.name}: {said}" for _, said in wrong))
            yield place_record(place)
        except BaseException:
            self.vocabulary, self.gazetteer, self.places = before
            raise

    def articles(self) -> dict[str, Article]:
        """The citations of the articles that accepted claims are of, by id."""
        return {kept.id: kept.article for kept in self.kept.values() if kept.accepted_in}

    def claims(self) -> list[Claim]:
        """All claims that were accepted."""
        return [claim for kept in self.kept.values() for claim in kept.carried.accepted]

    def incidents(self) -> dict[str, Grouping]:
        """All incidents by id, those of claims that no record names among them."""
        return self.judged.all(self.claims(), self.articles())

    def catch_up(self) -> tuple[Decision, ...]:
        """Take in what others decided since in the same folder, and what they changed of the lists; gives their decisions."""
        new = self.log.read_on()
        for decision in new:
            if decision.article and decision.article in self.kept:
                kept = self.read(decision.article)
                kept.carried = self._carried(kept)
        if self._lists != self._stamps():
            self._read_lists()
        return new

    def _stamps(self) -> list[Stamp]:
        """How the lists and the judgements are now."""
        names = ("places.csv", "actors.csv", "terms.csv", "incidents.toml", "corrections.toml")
        waiting = (f"{PROPOSALS}/{name}" for name in names[:2])
        return [stamp_of(self.story.path(name)) for name in (*names, *waiting)]

    def name_who_decides(self, name: str) -> None:
        """Keep in the story's settings who decides.

        Raises:
            DataError: it is no name.
        """
        if not (name := name.strip()) or not name.isprintable():
            raise DataError(f"{name!r} is no name; write who decides, on one line")
        with project.replacing(self.story.path(".")) as fresh:
            settings = self.story.path("geomap.toml")
            text = read_text(settings).replace("\r\n", "\n")
            if self.story.decides:
                text = edited(text, [(*find_toml(text, ("decides",)), toml(name))])
            else:
                end = find_toml(text, ("border",))[1]
                text = edited(text, [(end, end, f"\ndecides = {toml(name)}")])
            write_as(settings, fresh / settings.name, text)
        self.by = name
        self.story = replace(self.story, decides=name)
