"""Which claims tell of one event, and where accounts differ, as a person decides it: the records of ``incidents.toml``."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import chain, count
from pathlib import Path
from typing import Any

from geomap.decisions.hand_kept import changed, record_text
from geomap.decisions.log import Log
from geomap.decisions.records import Decision, Record, grouping_of, record_of
from geomap.errors import DataError, Problem
from geomap.incidents import ALONE, alone, check_groupings, read_incidents
from geomap.language import slug
from geomap.model import Article, Claim, Difference, Grouping, Judgement, Story
from geomap.reading import read_text, write_as

FILE = "incidents.toml"
#: Records of incidents by id; None for none.
Records = dict[str, Record | None]


class Judged:
    """The groupings of a story, and how decisions change them."""

    def __init__(self, story: Story) -> None:
        """Read a story's file; one that is not there has none."""
        self.story = story
        self.file = story.path(FILE)
        self.read()

    def read(self) -> None:
        """Read the file again."""
        self.groupings: dict[str, Grouping] = {one.id: one for one in read_incidents(self.file)[0]}

    def of(self, claim: str) -> Grouping | None:
        """The record that a claim is in, None where it is in none."""
        return next((one for one in self.groupings.values() if any(j.claim == claim for j in one.claims)), None)

    def all(self, claims: Iterable[Claim], articles: Mapping[str, Article]) -> dict[str, Grouping]:
        """All incidents by id, those of claims that no record names among them."""
        told = alone(list(self.groupings.values()), list(claims), articles)
        return self.groupings | {one.id: one for one in told}

    def change(self, now: Mapping[str, Grouping | None]) -> dict[str, Records]:
        """What a decision has before and after, for records that are to be others; nothing for those that stay."""
        before = {id: record_of(self.groupings.get(id)) for id in now}
        after = {id: record_of(one) for id, one in now.items()}
        ids = [id for id in now if before[id] != after[id]]
        return {"before": {id: before[id] for id in ids}, "after": {id: after[id] for id in ids}} if ids else {}

    def carry_out(self, decision: Decision, fresh: Path) -> None:
        """Change the records as a decision has them, where they are as it found them; in a folder that replaces the story's."""
        after = decision.after.get("incidents", {})
        if not after:
            return
        before = decision.before.get("incidents", {})
        there = fresh / FILE if (fresh / FILE).is_file() else self.file
        text = read_text(there).replace("\r\n", "\n") if there.is_file() else ""
        new = text
        for id, record in after.items():
            now = record_of(self.groupings.get(id))
            if now != before.get(id) or now == record:
                continue
            new = changed(new, "incidents", now, record)
            if record is None:
                del self.groupings[id]
            else:
                self.groupings[id] = grouping_of(record)
        if new != text:
            write_as(there, fresh / FILE, new)

    def lend(self, file: Path, claims: Container[str], fresh: Path) -> None:
        """Add the records of another story's file, as they are written there, of claims that none of this story's is on.

        Args:
            file: of the other story; there may be none.
            claims: ids of those that this story has: a record with another one is left out.
            fresh: a folder that replaces the story's.
        """
        judged = {j.claim for one in self.groupings.values() for j in one.claims}
        new = [
            one
            for one in read_incidents(file)[0]
            if one.id not in self.groupings and all(j.claim in claims and j.claim not in judged for j in one.claims)
        ]
        if new:
            told = read_text(file).replace("\r\n", "\n")
            own = read_text(self.file).replace("\r\n", "\n") if self.file.is_file() else ""
            blocks = (record_text(told, "incidents", one.id).strip() for one in new)
            text = "\n\n".join(filter(None, (own.rstrip(), *blocks))) + "\n"
            (fresh / FILE).write_text(text, encoding="utf-8", newline="\n")
            self.groupings |= {one.id: one for one in new}

    def settle(self, log: Log, fresh: Path) -> None:
        """Carry out the last decision on each incident, where two do not stand against each other."""
        by_incident: dict[str, list[Decision]] = {}
        for one in log.decisions.values():
            for id in one.incidents:
                by_incident.setdefault(id, []).append(one)
        for id, made in by_incident.items():
            if not log.conflicts(made):
                last = made[-1]
                self.carry_out(replace(last, **_only(last, id)), fresh)

    def grouped(self, claim: Claim, incident: str, reason: str, others: Mapping[str, Grouping]) -> dict[str, Grouping | None]:
        """The records once a claim tells of an incident.

        Args:
            claim: that is accepted.
            incident: the id of one of ``others``.
            reason: why it tells of it.
            others: all incidents, as `all` gives them.
        """
        if incident not in others:
            raise DataError(f"{incident}: there is no such incident; use the id of one")
        into = others[incident]
        if any(judgement.claim == claim.id for judgement in into.claims):
            raise DataError(f"{claim.id}: tells of {incident} already")
        now = self.without(claim.id, others)
        told = (replace(one, reason=f"as {claim.id}: {reason}") if one.reason == ALONE else one for one in into.claims)
        now[incident] = replace(into, claims=(*told, Judgement(claim=claim.id, reason=reason)))
        return self._with_rest(now, others, {claim.article, *(j.claim.rpartition("/")[0] for j in into.claims)})

    def split(self, claim: Claim, reason: str, title: str | None, others: Mapping[str, Grouping]) -> dict[str, Grouping | None]:
        """The records once a claim tells of an incident of its own; arguments as of `grouped`."""
        home = next((one for one in others.values() if any(j.claim == claim.id for j in one.claims)), None)
        if home is None or len(home.claims) < 2:
            raise DataError(f"{claim.id}: is alone in its incident already")
        now = self.without(claim.id, others)
        now |= {(new := self.own(claim, reason, others, title)).id: new}
        return self._with_rest(now, others, {claim.article})

    def own(self, claim: Claim, reason: str, others: Mapping[str, Grouping], title: str | None = None) -> Grouping:
        """An incident of one claim."""
        ids = chain([slug(claim.id)], (f"{slug(claim.id)}-{n}" for n in count(2)))
        place = f": {claim.place.value[0]}" if claim.place else ""
        id = next(id for id in ids if id not in others and id not in self.groupings)
        return Grouping(
            id=id, title=title or f"{claim.sub_event_type.value}{place}", claims=(Judgement(claim=claim.id, reason=reason),)
        )

    def without(self, claim: str, others: Mapping[str, Grouping] | None = None) -> dict[str, Grouping | None]:
        """The records once a claim is in none: one that would be empty goes, as does a difference with one side."""
        home = self.of(claim)
        if home is None:
            return {}
        claims = _left([one for one in home.claims if one.claim != claim], claim)
        if not claims:
            return {home.id: None}
        sites = tuple(
            replace(site, claims=left) for site in home.sites if (left := tuple(one for one in site.claims if one != claim))
        )
        differences = tuple(rest for one in home.differences if (rest := _without(one, claim)))
        sites = sites if len(sites) > 1 else ()
        return {home.id: replace(home, claims=claims, differences=differences, sites=sites)}

    def accepted(self, claim: Claim) -> dict[str, Grouping | None]:
        """The records once a claim is accepted: it has one of its own where others of its article have any."""
        judged = (j.claim for one in self.groupings.values() for j in one.claims)
        if claim.article not in {id.rpartition("/")[0] for id in judged}:
            return {}
        own = self.own(claim, ALONE, self.groupings)
        return {own.id: own}

    def _with_rest(
        self, now: dict[str, Grouping | None], others: Mapping[str, Grouping], articles: Iterable[str]
    ) -> dict[str, Grouping | None]:
        """The records with one for each claim of articles that was in none: an article is grouped whole, or not at all."""
        articles = set(articles)
        kept = {j.claim for one in now.values() if one for j in one.claims}
        for one in others.values():
            if one.id not in self.groupings and one.id not in now:
                (judgement,) = one.claims
                if judgement.claim.rpartition("/")[0] in articles and judgement.claim not in kept:
                    now[one.id] = one
        return now

    def wrong(
        self, now: Mapping[str, Grouping | None], claims: Iterable[Claim], articles: Mapping[str, Article]
    ) -> list[Problem]:
        """What would be wrong with records once some are changed, as `check` would say it; without what is wrong already."""
        told = list(claims)
        held = {id for id, article in articles.items() if article.text_available}
        after = {id: one for id, one in ({**self.groupings, **now}).items() if one is not None}
        before = set(check_groupings(list(self.all(told, articles).values()), told, held))
        rest = alone(list(after.values()), told, articles)
        return [one for one in check_groupings([*after.values(), *rest], told, held) if one not in before]

    def differing(self, incident: Grouping, difference: Difference) -> dict[str, Grouping | None]:
        """The records once a difference of an incident is told, in place of one on the same field."""
        others = tuple(one for one in incident.differences if one.field != difference.field)
        return {incident.id: replace(incident, differences=(*others, difference))}


def _left(claims: Sequence[Judgement], gone: str) -> tuple[Judgement, ...]:
    """Judgements once another claim is gone: one that is left alone says so, and none says that it is as that other."""
    if len(claims) == 1:
        return (replace(claims[0], reason=ALONE),)
    about = f"as {gone}: "
    others = (next(other for other in reversed(claims) if other is not one) for one in claims)
    return tuple(
        replace(one, reason=f"as {other.claim}: {other.reason}") if one.reason.startswith(about) else one
        for one, other in zip(claims, others, strict=True)
    )


def _without(difference: Difference, claim: str) -> Difference | None:
    """A difference without a claim; None where fewer than two say something."""
    versions = tuple(
        replace(one, claims=left) for one in difference.versions if (left := tuple(id for id in one.claims if id != claim))
    )
    better = None if difference.better == claim else difference.better
    return replace(difference, versions=versions, better=better) if len(versions) > 1 else None


def _only(decision: Decision, id: str) -> dict[str, Any]:
    """A decision's sides with one incident alone."""
    sides = (("before", decision.before), ("after", decision.after))
    return {name: {"incidents": {id: side.get("incidents", {}).get(id)}} for name, side in sides}
