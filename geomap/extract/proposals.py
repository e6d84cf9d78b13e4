"""An account's values as a claim: each on its words, computed again from them, or not proposed at all."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, fields, replace
from typing import Any, Final

from geomap.articles import Lexicon, ListedActor, fingerprinted, recompute, with_inferred
from geomap.extract.accounts import Account
from geomap.extract.gathering import Reader
from geomap.extract.published import Published, dateline_of, full_day_at, published_in
from geomap.extract.located import Rows
from geomap.extract.rules import sure_of
from geomap.extract.text import Text
from geomap.extract.text import read as read_text
from geomap.gazetteer import Gazetteer, Place, country_named
from geomap.language import days as days_of
from geomap.language import cuts_word, normalised_words
from geomap.model import UNNAMED, Actor, Article, Cited, Claim, Count, Days, Span, Statement, Target

_MOST_WEAPONS: Final = 3
_MOST_TARGETS: Final = 3


#: What is done on purpose to somebody or something.
_AIMED: Final = re.compile(
    r"attack|ambush|target|raid|storm|assault|fired (?:on|at)|firing (?:on|at)|opened fire|bomb|shell|hit|struck|overran|torch|burn|loot|abduct|kidnap|seiz"
)


@dataclass(frozen=True, slots=True)
class Ungrounded:
    """A value that was read and whose words do not give it: it is not proposed."""

    claim: str
    field: str
    value: str
    words: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """What was read in a text: a citation, claims, the rows that they need, and what could not be grounded."""

    article: Article
    claims: tuple[Claim, ...]
    text: str
    places: tuple[Place, ...]  #: rows for places.csv
    actors: tuple[ListedActor, ...]  #: rows for actors.csv
    published: Published
    ungrounded: tuple[Ungrounded, ...] = ()
    unresolved: tuple[str, ...] = ()  #: why a place has no point, a sentence each


@dataclass
class _Made:
    """What grows while the claims of one text are made."""

    rows: Rows
    vocabulary: Lexicon
    actors: dict[str, ListedActor] = field(default_factory=dict)
    ungrounded: list[Ungrounded] = field(default_factory=list)
    unresolved: list[str] = field(default_factory=list)


class Proposer:
    """Reads texts in the context of one story: its words, its places, its countries."""

    def __init__(self, vocabulary: Lexicon, gazetteer: Gazetteer, *, home: Iterable[str] = ()) -> None:
        """Prepare for any number of texts.

        Args:
            vocabulary: the names and terms.
            gazetteer: where names are looked up.
            home: alpha-2 codes of the story's countries.
        """
        self.vocabulary = vocabulary
        self.gazetteer = gazetteer
        self.home = frozenset(home) or gazetteer.home
        self._reader = Reader(vocabulary)
        self._known: dict[Any, Any] = {}

    def propose(self, article: Article, raw: str) -> Proposal:
        """The claims that a text makes.

        Args:
            article: its citation; without a day of publication the text's own is taken where it prints one.
            raw: the text.
        """
        text = read_text(raw)
        printed = Published(article.published, why="it was given") if article.published else published_in(text)
        article = replace(article, published=printed.day, text_sha256=hashlib.sha256(raw.encode()).hexdigest())
        article = with_inferred(replace(article, inferred=()), raw)
        rows = Rows(self.gazetteer, self.home, _known=self._known)
        made = _Made(rows, self.vocabulary)
        accounts = self._reader.accounts(text, article.published, dateline_of(text))
        hints = _hints(accounts, rows)
        claims: list[Claim] = []
        for account in accounts:
            claim = _claim(account, f"{article.id}/{len(claims) + 1}", article, text, hints, made)
            if claim is not None:
                claims.append(claim)
        claims = _marked(claims, raw)
        used = {name for claim in claims for name in _names_of(claim)}
        places = _with_holders([p for p in rows.places.values() if p.name in used], rows.places)
        return Proposal(
            article=article if claims else replace(article, no_claims="none found"),
            claims=tuple(claims),
            text=raw,
            places=tuple(places),
            actors=tuple(a for a in made.actors.values() if a.name in used),
            published=printed,
            ungrounded=tuple(made.ungrounded),
            unresolved=tuple(dict.fromkeys(made.unresolved)),
        )


def _marked(claims: Sequence[Claim], text: str) -> list[Claim]:
    """Claims with the fingerprints of their spans."""
    spans = {s for c in claims for s in (*c.spans, *(t for _, said in c.values for t in (*said.spans, *said.attributed_spans)))}
    marks = dict(zip(ordered := sorted(spans), fingerprinted(ordered, text), strict=True))

    def of(spans: tuple[Span, ...]) -> tuple[Span, ...]:
        return tuple(marks[span] for span in spans)

    def said(one: Any) -> Any:
        if isinstance(one, tuple):
            return tuple(map(said, one))
        return replace(one, spans=of(one.spans), attributed_spans=of(one.attributed_spans)) if isinstance(one, Cited) else one

    return [
        replace(
            c,
            spans=of(c.spans),
            **{
                f.name: said(value)
                for f in fields(c)
                if f.name != "spans" and (value := getattr(c, f.name)) and isinstance(value, (tuple, Cited))
            },
        )
        for c in claims
    ]


def _names_of(claim: Claim) -> Iterator[str]:
    for _, said in claim.values:
        if said.attributed_to:
            yield said.attributed_to
        match said.value:
            case Actor():
                yield said.value.name
            case tuple():
                yield from said.value
            case Statement():
                yield from filter(None, (said.value.of, said.value.to))


def _with_holders(places: Sequence[Place], rows: dict[str, Place]) -> list[Place]:
    found = {p.name: p for p in places}
    for place in places:
        while place.within and place.within in rows and place.within not in found:
            place = rows[place.within]
            found[place.name] = place
    return [p for p in rows.values() if p.name in found]


def _hints(accounts: Sequence[Account], rows: Rows) -> list[str]:
    """The provinces and countries that a text names, the most often named first: what may hold its places."""
    counted: dict[str, int] = {}
    for account in accounts:
        for piece in account.pieces:
            for mention in piece.mentions:
                for one in (mention, *mention.holders):
                    if one.level == "province":
                        counted[f"{one.name} province"] = counted.get(f"{one.name} province", 0) + 1
                    elif country := country_named(one.name, rows.gazetteer.areas):
                        if one.role in ("at", "other"):
                            counted[country.name] = counted.get(country.name, 0) + (0 if country.country in rows.home else 1)
    usable = [name for name in counted if not isinstance(rows.gazetteer.resolve(name), str)]
    return sorted(usable, key=lambda name: ("province" not in name, -counted[name]))[:4]


def _standing(account: Account, at: int) -> str:
    """Where in its account a value stands: what the first sentences of a text tell first is the surest."""
    first = account.pieces[0]
    if first.start <= at < first.end:
        return ", lead" if account.first else ", first"
    return ", later"


def _claim(account: Account, id: str, article: Article, text: Text, hints: list[str], made: _Made) -> Claim | None:
    trigger = account.best_trigger()
    if trigger is None:
        return None
    kind = Cited(
        value=trigger.kind,
        derivation="term",
        spans=tuple(Span(*span) for span in trigger.spans),
        **_sured(
            f"kind: {trigger.rule}{_standing(account, trigger.spans[0][0])}{', general' if trigger.generic or trigger.kind == 'Attack' else ''}"
        ),
    )
    claim = Claim(
        id=id,
        article=article.id,
        sub_event_type=kind,
        days=_days(account, article, text),
        spans=tuple(Span(p.start, len(text.raw[: p.end].rstrip())) for p in account.pieces),
        counts=tuple(_counts(account, made, text)),
        weapons=tuple(_weapons(account)),
        targets=tuple(_targets(account, text)),
        actors=tuple(_actors(account, made, text)),
        statements=tuple(_statements(account, made, hints, text)),
        place=_place(account, made, hints, text),
    )
    return _grounded(claim, article, text, made)


def _sured(rule: str) -> dict[str, Any]:
    return {"rule": rule, "sure": sure_of(rule)}


def _days(account: Account, article: Article, text: Text) -> Cited[Days]:
    day = account.day
    if day and day.first is not None:
        spans = [Span(day.start, day.end)]
        before = account.day_before
        if day.relative and before and before.first == before.last and before.first is not None:
            spans.insert(0, Span(before.start, before.end))
            words = [normalised_words(text.raw[s.start : s.end]) for s in spans]
            from geomap.language import resolve

            if given := resolve(words, article.published):
                return Cited(
                    value=Days(first=given[0], last=given[1]), derivation="date", spans=tuple(spans), **_sured("day: relative")
                )
        elif not day.relative:
            if article.published is None and days_of(normalised_words(text.raw[day.start : day.end]), None) is None:
                hanger = full_day_at(text)
                spans = [*([Span(*hanger[1:])] if hanger else []), *spans]
            rule = "day: shared" if account.shared else "day: event" if day.first == day.last else "day: interval"
            rule += "" if account.shared else _standing(account, day.start)
            return Cited(value=Days(first=day.first, last=day.last), derivation="date", spans=tuple(spans), **_sured(rule))
    said = next(
        (d for p in account.pieces for d in p.days if d.dates == "speech" and d.last is not None and not d.relative), None
    )
    if said and said.first == said.last:
        value = Days(last=said.last, basis="report")
        return Cited(value=value, derivation="date", spans=(Span(said.start, said.end),), **_sured("day: said"))
    return Cited(value=Days(last=article.published, basis="report"), derivation="dateline", **_sured("day: dateline"))


def _place(account: Account, made: _Made, hints: list[str], text: Text) -> Cited[tuple[str, ...]] | None:
    if account.place is None:
        return None
    named = made.rows.named(account.place, hints, text.raw)
    if named is None:
        return None
    if named.why:
        made.unresolved.append(named.why)
    rule = f"place: {named.rule}{_standing(account, account.place.start)}"
    return Cited(value=named.path, derivation="spelling", spans=named.spans, **_sured(rule))


def _counts(account: Account, made: _Made, text: Text) -> Iterator[Cited[Count]]:
    for count, speaker in account.counts:
        groups = len(count.spans) - 1
        value = Count(of=count.of, low=count.low, high=count.high, whom=count.whom)
        attributed = speaker is not None and not (count.spans[0][0] < speaker.end and speaker.start < count.spans[-1][1])
        said = {}
        if attributed and speaker is not None:
            name = _actor_row(speaker.name, text.raw[speaker.start : speaker.end], made)
            said = {"attributed_to": name, "attributed_spans": (Span(speaker.start, speaker.end),)} if name else {}
        yield Cited(
            value=value,
            derivation="sum" if groups > 1 else "at least" if count.high is None else "number",
            spans=tuple(Span(*span) for span in count.spans),
            **_sured(f"count: {count.rule}{_standing(account, count.spans[0][0])}"),
            **said,  # type: ignore[arg-type]
        )


def _weapons(account: Account) -> Iterator[Cited[str]]:
    seen: dict[str, tuple[int, int]] = {}
    for piece in account.pieces[:3]:
        if not piece.happened:
            continue
        for found in piece.weapons:
            if found.value not in seen:
                seen[found.value] = (found.start, found.end)
    for value, span in list(seen.items())[:_MOST_WEAPONS]:
        yield Cited(value=value, derivation="term", spans=(Span(*span),), **_sured(f"weapon{_standing(account, span[0])}"))


def _targets(account: Account, text: Text) -> Iterator[Cited[Target]]:
    """Whom or what it was done to: what a word for the event has beside it."""
    seen: set[str] = set()
    for piece in account.pieces[:3]:
        for trigger in piece.news:
            verb = text.plain[trigger.spans[0][0] : trigger.spans[0][1]]
            if (
                (one := trigger.struck) is None
                or not _AIMED.match(verb)
                or (one.start, one.end) in {c.spans[0] for c, _ in account.counts}
            ):
                continue
            words = normalised_words(text.raw[one.start : one.end])
            value = one.value if one.field == "target" else words
            if value in seen or len(seen) == _MOST_TARGETS:
                continue
            seen.add(value)
            yield Cited(
                value=Target(what=value),
                derivation="term" if one.field == "target" else "literal",
                spans=(Span(one.start, one.end),),
                **_sured(f"target: {one.field}"),
            )


def _actors(account: Account, made: _Made, text: Text) -> Iterator[Cited[Actor]]:
    seen: set[str] = set()
    for piece in account.pieces:
        for one in piece.actors:
            if one.status is None:
                continue
            name = _actor_row(one.name, text.raw[one.start : one.end], made, also=one.also)
            if name is None or name in seen:
                continue
            status, spans = one.status, [Span(one.start, one.end)]
            if status != "stated":
                if one.status_span is None:
                    continue
                spans.append(Span(*one.status_span))
                words = normalised_words(text.raw[one.status_span[0] : one.status_span[1]])
                meant = made.vocabulary.meaning("status", words, status)
                if meant is None:
                    continue
                status = meant  # type: ignore[assignment]
            seen.add(name)
            yield Cited(
                value=Actor(name=name, status=status), derivation="spelling", spans=tuple(spans), **_sured(f"actor: {one.rule}")
            )


def _actor_row(name: str, words: str, made: _Made, also: str | None = None) -> str | None:
    """The listed name of an actor; with a row for one that no file lists."""
    said = normalised_words(words)
    if listed := made.vocabulary.meaning("actor", said):
        return listed
    for row in made.actors.values():
        if said in row.spellings:
            return row.name
    row = ListedActor(
        name=name,
        side="Unknown",
        spellings=frozenset(filter(None, (said, normalised_words(name), normalised_words(also) if also else ""))),
    )
    if name in made.vocabulary.actors or any(made.vocabulary.meaning("actor", s) for s in row.spellings):
        return None
    if name in made.actors:
        row = replace(row, spellings=row.spellings | made.actors[name].spellings)
    made.actors[name] = row
    return name


def _statements(account: Account, made: _Made, hints: list[str], text: Text) -> Iterator[Cited[Statement]]:
    seen: set[tuple[str, str]] = set()
    for piece in account.pieces:
        for lies in piece.statements:
            of = lies.border
            if lies.mention is not None:
                named = made.rows.named(replace_role(lies.mention), hints, text.raw)
                of = named.path[0] if named else None
            if of is None or (lies.relation, of) in seen:
                continue
            seen.add((lies.relation, of))
            try:
                value = Statement(
                    relation=lies.relation, of=of, distance_m=lies.distance_m, about=lies.about, bearing=lies.bearing
                )
            except ValueError:
                continue
            yield Cited(
                value=value,
                derivation="statement",
                spans=tuple(Span(*s) for s in lies.spans),
                **_sured(f"statement: {lies.rule}"),
            )


def replace_role(mention: Any) -> Any:
    """A mention by itself: a reference's holders are not the event's."""
    return mention


def _grounded(claim: Claim, article: Article, text: Text, made: _Made) -> Claim:
    """The claim with those values alone that their words give."""
    known = _with_rows(made)

    def holds(field_name: str, said: Cited[Any]) -> Cited[Any] | None:
        cut = any(cuts_word(text.raw, at) for s in (*said.spans, *said.attributed_spans) for at in (s.start, s.end))
        given = None if cut else recompute(said, field_name, text.raw, article, known)
        if given == said.value:
            return said
        if isinstance(said.value, (Count, Statement)) and isinstance(given, type(said.value)) and _nearly(said.value, given):
            return replace(said, value=given)
        words = tuple(text.raw[s.start : s.end] for s in said.spans)
        made.ungrounded.append(Ungrounded(claim.id, field_name, str(said.value), words))
        return None

    def all_of(name: str) -> tuple[Any, ...]:
        return tuple(kept for said in getattr(claim, name) if (kept := holds(name, said)) is not None)

    days = holds("days", claim.days) or Cited(
        value=Days(last=article.published, basis="report"), derivation="dateline", **_sured("day: dateline")
    )
    place = holds("place", claim.place) if claim.place else None
    kind = holds("sub_event_type", claim.sub_event_type) or claim.sub_event_type
    return replace(
        claim,
        sub_event_type=kind,
        days=days,
        place=place,
        counts=all_of("counts"),
        weapons=all_of("weapons"),
        targets=all_of("targets"),
        actors=all_of("actors"),
        statements=all_of("statements"),
    )


def _nearly(value: Any, given: Any) -> bool:
    """Whether the words give the same but for whom they count, or how roughly."""
    if isinstance(value, Count):
        return (value.of, value.low, value.high) == (given.of, given.low, given.high)
    return (value.of, value.distance_m) == (given.of, given.distance_m)


def _with_rows(made: _Made) -> Lexicon:
    """The lexicon with the rows that are proposed beside it."""
    places = {p.name: frozenset(map(normalised_words, (p.name, *p.spellings))) for p in made.rows.places.values()}
    return made.vocabulary.beside(made.actors, places)


def cite(
    id: str, *, title: str, publisher: str | None = None, published: dt.date | None = None, address: str | None = None
) -> Article:
    """A citation to begin with."""
    return Article(id=id, title=title, publisher=publisher or UNNAMED, published=published, address=address)
