"""An account's values as a claim: each on its words, computed again from them, or not proposed at all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final, cast

from geomap.articles import Lexicon, ListedActor, recompute
from geomap.extract.accounts import COARSE, Account
from geomap.extract.counted import Counted
from geomap.extract.located import Rows
from geomap.extract.parties import chosen_actors, chosen_targets, chosen_weapons
from geomap.extract.places import Mention
from geomap.extract.published import full_day_at
from geomap.extract.speakers import Frame, speaker_at, speaks_for
from geomap.extract.statements import Lies
from geomap.extract.text import Text
from geomap.gazetteer import country_named
from geomap.language import cuts_word, days, normalised_words, resolve
from geomap.model import Actor, Article, Cited, Claim, Count, Days, Span, Statement, Target
from geomap.vocabulary import GROUND_TAKEN, SEIZURES, ActorStatus

_MOST_WEAPONS, _MOST_TARGETS, _MOST_HINTS = 3, 3, 4
#: What took place on the day since which a state has lasted.
_AT_ONCE: Final = frozenset((*GROUND_TAKEN, *SEIZURES))
#: "Have been missing since Monday", "the town has been in the hands of rebels since Monday", not "have abducted nine since".
_STATE: Final = re.compile(
    r"\b(?:missing|held|holding|detained|disappeared|captives?|captivity|hostages?|custody|in (?:full )?control|controlled"
    r"|under (?:the |full )?control|in the hands)\b[^.;:]{0,60}\bsince (?:the |early |late |on )*$"
)
#: So many characters before "since" tell of the state.
_NEAR: Final = 100


@dataclass(frozen=True, slots=True)
class Ungrounded:
    """A value that was read and whose words do not give it: it is not proposed."""

    claim: str
    field: str
    value: str
    words: tuple[str, ...]


@dataclass
class Made:
    """What grows while the claims of one text are made: rows that no list has, and what could not be grounded."""

    rows: Rows
    vocabulary: Lexicon
    actors: dict[str, ListedActor] = field(default_factory=dict)
    ungrounded: list[Ungrounded] = field(default_factory=list)
    unresolved: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._named = {spelling: actor.name for actor in self.actors.values() for spelling in actor.spellings}

    def name_of_actor(self, name: str, words: str, also: str | None = None) -> str | None:
        """The listed name of an actor, with a row for one that no list has; None where its name is that of another.

        Args:
            name: as a row has it.
            words: as the text has it.
            also: its short form.
        """
        said = normalised_words(words)
        if known := self.vocabulary.meaning("actor", said) or self._named.get(said):
            return known
        spellings = {said, normalised_words(name), *([normalised_words(also)] if also else [])} - {""}
        if name in self.vocabulary.actors or any(self.vocabulary.meaning("actor", one) for one in spellings):
            return None
        if name in self.actors:
            spellings |= self.actors[name].spellings
        self.actors[name] = ListedActor(name=name, side="Unknown", spellings=frozenset(spellings))
        for spelling in spellings:
            self._named.setdefault(spelling, name)
        return name

    def lexicon(self) -> Lexicon:
        """The lexicon with the rows that are proposed beside it."""
        return beside(self.vocabulary, self.actors, self.rows.places)


def beside(vocabulary: Lexicon, actors: Mapping[str, ListedActor], places: Mapping[str, Any]) -> Lexicon:
    """A lexicon with rows of actors and places that no list has."""
    spelled = {p.name: frozenset(map(normalised_words, (p.name, *p.spellings))) for p in places.values()}
    return vocabulary.beside(actors, spelled)


def hints_of(accounts: Sequence[Account], rows: Rows) -> list[str]:
    """The provinces and countries that a text names, the most often named first: what may hold its places."""
    counted: dict[str, int] = {}
    for one in _holding(accounts):
        country = None if one.level == "province" else country_named(one.name, rows.gazetteer.areas)
        if one.level == "province":
            counted[f"{one.name} province"] = counted.get(f"{one.name} province", 0) + 1
        elif country and one.role in ("at", "other"):
            counted[country.name] = counted.get(country.name, 0) + (country.country not in rows.home)
    usable = [name for name in counted if not isinstance(rows.gazetteer.resolve(name), str)]
    return sorted(usable, key=lambda name: ("province" not in name, -counted[name]))[:_MOST_HINTS]


def _holding(accounts: Sequence[Account]) -> Iterator[Mention]:
    for account in accounts:
        for piece in account.pieces:
            for mention in piece.mentions:
                yield from (mention, *mention.holders)


def claim_of(account: Account, id: str, article: Article, text: Text, hints: Sequence[str], made: Made) -> Claim | None:
    """The claim of an account, with every value that was read; None where no words say what happened.

    Args:
        account: of the text.
        id: of the claim.
        article: its citation.
        text: where the account stands.
        hints: names of what may hold its places, of `hints_of`.
        made: the rows that grow.
    """
    trigger = account.best_trigger()
    if trigger is None:
        return None
    return Claim(
        id=id,
        article=article.id,
        sub_event_type=Cited(
            value=trigger.kind,
            derivation="term",
            spans=_spans(*trigger.spans),
            rule=f"kind: {trigger.rule}",
        ),
        days=_days(account, trigger.kind, article, text),
        spans=tuple(span for piece in account.pieces for span in _passage(text.raw, piece.start, piece.end)),
        counts=tuple(_count(account, count, frame, made, text) for count, frame in account.counts),
        weapons=tuple(_weapons(account, trigger.kind, text)),
        targets=tuple(_targets(account, trigger.kind, text)),
        actors=tuple(_actors(account, trigger.kind, made, text)),
        statements=tuple(_statements(account, made, hints, text)),
        place=_place(account, made, hints, text),
    )


def _passage(raw: str, start: int, end: int) -> Iterator[Span]:
    """A stretch without what it cuts at its ends: white space, marks of a letter before it, a part of a word."""
    while start < end and (raw[start].isspace() or cuts_word(raw, start)):
        start += 1
    while start < end and (raw[end - 1].isspace() or cuts_word(raw, end)):
        end -= 1
    if start < end:
        yield Span(start, end)


def _spans(*stretches: tuple[int, int]) -> tuple[Span, ...]:
    return tuple(Span(*stretch) for stretch in stretches)


def _undated(article: Article) -> Cited[Days]:
    """No later than the day of publication."""
    return Cited(value=Days(last=article.published, basis="report"), derivation="dateline", rule="day: dateline")


def _days(account: Account, kind: str, article: Article, text: Text) -> Cited[Days]:
    """The day of an account; else that on which somebody spoke of it, else that of publication, as the latest."""
    day = account.day
    if day and day.dates == "since" and kind in _AT_ONCE and _STATE.search(text.plain, max(0, day.start - _NEAR), day.start):
        words = normalised_words(text.raw[day.start : day.end])
        if (given := resolve([words], article.published)) and given[0] == given[1]:
            day = replace(day, dates="event", last=given[0])  # "in control of the town since Friday"
    if day and day.dates == "since":
        value = Days(first=day.first, last=day.last)
        return Cited(value=value, derivation="since", spans=_spans((day.start, day.end)), rule="day: since")
    if day and day.first is not None and not day.relative:
        spans = _spans((day.start, day.end))
        if article.published is None and days(normalised_words(text.raw[day.start : day.end]), None) is None:
            hanger = full_day_at(text)
            spans = (*_spans(*([hanger[1:]] if hanger else [])), *spans)
        given = resolve([normalised_words(text.raw[s.start : s.end]) for s in spans], article.published)
        rule = "day: shared" if account.shared else "day: event" if day.first == day.last else "day: interval"
        first, last = given or (day.first, day.last)  # without a day of publication a month has all its days
        return Cited(value=Days(first=first, last=last), derivation="date", spans=spans, rule=rule)
    if day and day.on:
        value = Days(first=day.first, last=day.last)
        return Cited(value=value, derivation="date", spans=_spans(*day.on, (day.start, day.end)), rule="day: relative")
    spoken = (d for p in account.pieces for d in p.days if d.dates == "speech" and d.last is not None and not d.relative)
    said = next(spoken, None)
    if said and said.first == said.last:
        value = Days(last=said.last, basis="report")
        return Cited(value=value, derivation="date", spans=_spans((said.start, said.end)), rule="day: said")
    return _undated(article)


def _place(account: Account, made: Made, hints: Sequence[str], text: Text) -> Cited[tuple[str, ...]] | None:
    way, at = account.way, account.place
    if way and way.mention and way.to and (at is None or at.level in COARSE or _is_within_district(account, way, at)):
        named = made.rows.way(way.mention, way.to, hints, text.raw)
    else:
        named = made.rows.named(at, hints, text.raw) if at else None
    if named is None:
        return None
    if named.why:
        made.unresolved.append(named.why)
    rule = f"place: {'stands in' if account.stands_in else named.rule}"
    return Cited(value=named.path, derivation="spelling", spans=named.spans, rule=rule)


def _is_within_district(account: Account, way: Lies, at: Mention) -> bool:
    """Whether what happened was on a way within a district: neither of its ends is an area."""
    told = any(way in piece.statements for piece in account.pieces if piece.happened)
    return (
        told and at.level == "district" and not any(end and end.level in ("district", *COARSE) for end in (way.mention, way.to))
    )


def _credit(frame: Frame | None, spans: Sequence[tuple[int, int]], made: Made, text: Text) -> dict[str, Any]:
    """Who says so, where a value stands in a frame and its words do not name who."""
    if frame is None or any(start < frame.speaker.end and frame.speaker.start < end for start, end in spans):
        return {}
    start, end = frame.speaker.start, frame.speaker.end
    name = made.name_of_actor(frame.speaker.name, text.raw[start:end])
    return {"attributed_to": name, "attributed_spans": _spans((start, end))} if name else {}


def _count(account: Account, count: Counted, frame: Frame | None, made: Made, text: Text) -> Cited[Count]:
    """A count, with who says so."""
    return Cited(
        value=Count(of=count.of, low=count.low, high=count.high, whom=count.whom),
        derivation="sum" if len(count.spans) > 2 else "at least" if count.high is None else "number",
        spans=_spans(*count.spans),
        rule=f"count: {count.rule}",
        **_credit(frame, count.spans, made, text),
    )


def _weapons(account: Account, kind: str, text: Text) -> Iterator[Cited[str]]:
    """What it was done with."""
    for one in chosen_weapons(account, kind, text.plain)[:_MOST_WEAPONS]:
        yield Cited(value=one.value, derivation="term", spans=_spans((one.start, one.end)), rule="weapon")


def _targets(account: Account, kind: str, text: Text) -> Iterator[Cited[Target]]:
    """Whom or what it was done to."""
    seen: set[str] = set()
    for one in chosen_targets(account, kind):
        value = one.term or normalised_words(text.raw[one.start : one.end])
        if value not in seen and len(seen) < _MOST_TARGETS:
            seen.add(value)
            yield Cited(
                value=Target(what=value),
                derivation="term" if one.term else "literal",
                spans=_spans((one.start, one.end)),
                rule=f"target: {one.rule}",
            )


def _actors(account: Account, kind: str, made: Made, text: Text) -> Iterator[Cited[Actor]]:
    """Who did it, with how plainly."""
    seen: set[tuple[str, bool]] = set()
    for piece, one in chosen_actors(account, kind):
        plainly: ActorStatus = one.status or "stated"
        name = made.name_of_actor(one.name, text.raw[one.start : one.end], one.also)
        if name is None or (name, plainly == "denied") in seen:
            continue
        frame = speaker_at(piece.frames, one.phrase[0])
        status, word = _as_told(one.name, plainly, one.status_span, frame)
        credit = _credit(frame, [(one.start, one.end)], made, text) if status in ("alleged", "denied") else {}
        spans = _spans((one.start, one.end))
        if word is not None:
            given = made.vocabulary.meaning("status", normalised_words(text.raw[slice(*word)]), status)
            status = status if credit and given == "claimed" else cast("ActorStatus", given)
            spans = (*spans, Span(*word))
        if status is None or (word is None) != (status == "stated"):
            continue
        seen.add((name, status == "denied"))
        value = Actor(name=name, status=status)
        yield Cited(value=value, derivation="spelling", spans=spans, rule=f"actor: {one.rule}", **credit)


def _as_told(
    actor: str, plainly: ActorStatus, word: tuple[int, int] | None, frame: Frame | None
) -> tuple[ActorStatus, tuple[int, int] | None]:
    """How plainly a text says who did it, and the word for that: one who is told of by itself, or by another, is not stated."""
    if plainly != "stated":
        return plainly, word
    if frame is None:
        return "stated", None
    return "claimed" if speaks_for(frame.speaker.name, actor) else "alleged", frame.said


def _statements(account: Account, made: Made, hints: Sequence[str], text: Text) -> Iterator[Cited[Statement]]:
    seen: set[tuple[str, str]] = set()
    where = account.place.name if account.place else None
    for lies in account.lying:
        if lies.relation == "part" and where and lies.mention and lies.mention.name != where:
            continue  # that a finer place is "in northern A" narrows nothing
        value = statement_of(lies, made, hints, text.raw)
        if value is not None and (value.relation, value.of) not in seen:
            seen.add((value.relation, value.of))
            yield Cited(value=value, derivation="statement", spans=_spans(*lies.spans), rule=f"statement: {lies.rule}")


def statement_of(lies: Lies, made: Made, hints: Sequence[str], raw: str) -> Statement | None:
    """A statement with listed names; None where a place cannot have one, or it would say nothing."""
    of, to = (made.rows.named(end, hints, raw) if end else None for end in (lies.mention, lies.to))
    name = of.path[0] if of else lies.border
    if name is None or (lies.to and to is None) or lies.distance_m == 0:
        return None
    if lies.relation == "distance" and lies.distance_m is None:  # "two or three kilometres from"
        return None
    return Statement(
        relation=lies.relation,
        of=name,
        to=to.path[0] if to else None,
        distance_m=lies.distance_m,
        about=lies.about,
        bearing=lies.bearing,
    )


def grounded(claim: Claim, article: Article, text: Text, known: Lexicon, ungrounded: list[Ungrounded]) -> Claim | None:
    """The claim with those values alone that their words give; None where they do not give what happened.

    Args:
        claim: with every value that was read.
        article: its citation.
        text: where its spans stand.
        known: the names and terms, with the rows that are proposed.
        ungrounded: where the other values are added.
    """

    def holds(name: str, said: Cited[Any]) -> Cited[Any] | None:
        cut = any(cuts_word(text.raw, at) for s in (*said.spans, *said.attributed_spans) for at in (s.start, s.end))
        given = None if cut else recompute(said, name, text.raw, article, known)
        if given == said.value or (given is not None and _is_nearly(said.value, given)):
            return said if given == said.value else replace(said, value=given)
        words = tuple(text.raw[s.start : s.end] for s in said.spans)
        ungrounded.append(Ungrounded(claim.id, name, str(said.value), words))
        return None

    kind = holds("sub_event_type", claim.sub_event_type)
    if kind is None:
        return None
    kept = {
        name: tuple(one for said in getattr(claim, name) if (one := holds(name, said)) is not None)
        for name in ("counts", "weapons", "targets", "actors", "statements")
    }
    return replace(
        claim,
        sub_event_type=kind,
        days=holds("days", claim.days) or _undated(article),
        place=holds("place", claim.place) if claim.place else None,
        **kept,  # type: ignore[arg-type]  # each by its name
    )


def _is_nearly(value: Any, given: Any) -> bool:
    """Whether words give the same value but for whom they count, or how roughly."""
    match value, given:
        case Count(), Count():
            return (value.of, value.low, value.high) == (given.of, given.low, given.high)
        case Statement(), Statement():
            return (value.of, value.distance_m) == (given.of, given.distance_m)
    return False
