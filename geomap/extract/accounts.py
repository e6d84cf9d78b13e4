"""From sentences to accounts: which of them tell of one incident, and what each says of it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from geomap.articles import Lexicon
from geomap.extract.actors import Named, read_actors
from geomap.extract.fates import Counted, read_counts
from geomap.extract.days import Day, read_days
from geomap.extract.published import full_day_at
from geomap.extract.kinds import QUIET, VIOLENT, Trigger, read_triggers
from geomap.extract.phrases import Found, Phrasebook, of_field
from geomap.extract.places import Mention, read_places
from geomap.extract.speakers import Speaker, speaker_of
from geomap.extract.statements import Lies, read_statements
from geomap.extract.text import Sentence, Text
from geomap.gazetteer import folded


#: What parts a sentence into clauses.
_CLAUSES: Final = re.compile(r"[,;:(] |\b(?:after|when|while|that|which|who|as|and|but|since|following|where|before)\b")


@dataclass(frozen=True, kw_only=True)
class Piece:
    """A sentence, or a part of one, with everything that was read in it."""

    sentence: Sentence
    number: int  #: of the sentence in the text
    start: int
    end: int
    days: tuple[Day, ...]
    triggers: tuple[Trigger, ...]
    counts: tuple[Counted, ...]
    mentions: tuple[Mention, ...]
    actors: tuple[Named, ...]
    weapons: tuple[Found, ...]
    targets: tuple[Found, ...]
    statements: tuple[Lies, ...]
    speaker: Speaker | None
    lead: bool = False

    @property
    def plain(self) -> str:
        """Its words in small letters."""
        return self.sentence.words(self.start, self.end).replace("\n", " ")

    @property
    def happened(self) -> tuple[Trigger, ...]:
        """The words for what took place."""
        return tuple(t for t in self.triggers if t.happened)

    @property
    def news(self) -> tuple[Trigger, ...]:
        """Those that tell it for the first time."""
        return tuple(t for t in self.happened if not t.anaphoric)

    @property
    def day(self) -> Day | None:
        """The first day of an event that it names."""
        told = [d for d in self.days if d.dates == "event" and d.first is not None]
        at = [t.spans[0][0] for t in self.news if t.kind in VIOLENT] or [t.spans[0][0] for t in self.happened] or [self.start]
        words = self.plain

        def far(d: Day) -> tuple[int, int]:
            """How many clauses lie between a day and what happened, then how many letters."""
            near = min(at, key=lambda a: abs(a - d.start))
            low, high = sorted((near - self.start, d.start - self.start))
            return len(_CLAUSES.findall(words[max(0, low) : max(0, high)])), abs(near - d.start)

        exact = [d for d in told if _length(d) <= 31]
        return min(exact or told, key=far, default=None)

    @property
    def place(self) -> Mention | None:
        """Where it says that something took place: the finest name after a word such as "in", nearest to what happened."""
        told = [m for m in self.mentions if m.role == "at" and not self._is_of_another(m)]
        if not told:
            return None
        at = min((t.spans[0][0] for t in self.happened), default=self.start)
        fine = [m for m in told if m.level not in ("province", "country") and m.cue not in ("across", "throughout", "over")]
        return min(
            fine or told, key=lambda m: (m.cue == "near", not m.holders and not m.level, abs(m.start - at) // 40, m.start)
        )

    def _is_of_another(self, mention: Mention) -> bool:
        """Whether a place follows words for another event than the one that is told: "wanted for the attack on A"."""
        before = [t for t in self.triggers if t.spans[0][0] < mention.start]
        return bool(before) and bool(self.news) and not before[-1].happened


@dataclass
class Account:
    """What a text says of one incident, as it is gathered."""

    pieces: list[Piece] = field(default_factory=list)
    day: Day | None = None
    day_before: Day | None = None  #: what a relative day hangs on
    first: bool = False  #: the first of its text
    shared: bool = False  #: the day is that of the first account
    place: Mention | None = None
    counts: list[tuple[Counted, Speaker | None]] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)

    def fits(self, day: Day | None) -> bool:
        """Whether a day may be this one's."""
        if day is None or self.day is None or day.first is None or self.day.first is None:
            return True
        return bool(day.first <= (self.day.last or dt.date.max) and self.day.first <= (day.last or dt.date.max))

    def names(self) -> set[str]:
        """The names of where it took place, folded."""
        return {folded(m.name) for one in ([self.place] if self.place else []) + self.mentions for m in (one, *one.holders)}

    def is_at(self, place: Mention | None) -> bool:
        """Whether a place may be this one's: the same, one that holds it, or one inside it."""
        if place is None or self.place is None:
            return True
        coarse = ("province", "country")
        if (self.place.level in coarse) != (place.level in coarse):
            return True  # nothing says that the one does not hold the other
        mine = self.names()
        theirs = {folded(m.name) for m in (place, *place.holders)}
        return bool(mine & theirs) and (
            folded(place.name) in mine
            or folded(self.place.name) in theirs
            or place.level in ("site",)
            or self.place.level in ("district", "province", "country")
        )


_SEPARATE: Final = re.compile(
    r"\b(?:separate(?:ly)?|elsewhere|another (?:attack|incident|blast|explosion|raid|ambush|strike|clash|bomb|village|town|district|area|soldier|group|roadside|convoy|mine|landmine|part|post|case|man|person|drone|shell)|meanwhile|in a different|second (?:attack|incident|blast|explosion|strike|raid)|"
    r"(?:an )?earlier (?:attack|incident|raid|strike|blast|ambush|clash|this|in)|(?:days?|weeks?|months?|a week|a month|two days|year) (?:earlier|before|ago)|last (?:week|month|year|january|february|march|april|may|june|july|august|september|october|november|december)|previous(?:ly)?|similar (?:attack|incident|ambush|raid|strike|blast)|in the same (?:month|week|year)|the (?:month|week|year) before)\b"
)
_CUT: Final = re.compile(
    r";|, while |, whereas |, and (?=(?:in|at|near|on|another|a separate|a second|three|two|four|five|six)\b)|\bwhile (?=(?:another|in|at|near|a|two|three|four)\b)|, but (?=in\b)|(?= (?:a|one|two|three|four|five|six|several|\d+) (?:days?|weeks?|months?|hours?|years?) after )"
)


#: A day so many letters from a word for an event is that event's.
_BESIDE: Final = 25
#: A longer stretch dates no single incident.
_MOST_DAYS: Final = 200


class Reader:
    """Reads texts with one lexicon: the terms are indexed once."""

    def __init__(self, vocabulary: Lexicon) -> None:
        """Index the names and terms."""
        self.vocabulary = vocabulary
        self._terms = Phrasebook(_all_terms(vocabulary))

    def accounts(self, text: Text, published: dt.date | None, dateline: tuple[int, int]) -> list[Account]:
        """The accounts of incidents that a text gives, in its order."""
        found: list[Account] = []
        current: Account | None = None
        block = -1
        waiting: list[Piece] = []  #: what came before the first account, and may say when and where
        previous_day: Day | None = None
        pieces: list[Piece] = []
        for piece in self._pieces(text, published, dateline):
            pieces.append(piece)
            new_block = piece.sentence.block != block
            block = piece.sentence.block
            account, is_new = self._belongs(piece, found, current, new_block=new_block)
            if account is None:
                waiting = [*waiting[-1:], piece] if not found else []
                continue
            if is_new:
                found.append(account)
                for before in waiting if not piece.lead else []:
                    _hint(account, before)
            waiting = []
            _add(account, piece, previous_day)
            previous_day = piece.day or previous_day
            current = account
        told = [account for account in found if _tells(account)]
        for account in told[:1]:
            account.first = True
        _look_on(told, pieces)
        _share_day(told)
        _share_place(told)
        return told

    def _pieces(self, text: Text, published: dt.date | None, dateline: tuple[int, int]) -> Iterator[Piece]:
        lead = True
        anchor = None if published else next(iter(full_day_at(text) or ()), None)
        for number, sentence in enumerate(text.sentences):
            if sentence.kind != "body":
                continue
            terms = self._terms.find(sentence)
            days = read_days(sentence, text.raw, published or anchor, hangs=published is None)
            dated = [(d.start, d.end) for d in days]
            actors = [a for a in read_actors(sentence, text.raw, terms) if not any(b < a.end and a.start < e for b, e in dated)]
            taken = [(a.start, a.end) for a in actors if len(text.raw[a.start : a.end].split()) > 1 or not a.listed]
            if sentence.start == dateline[0] and dateline[1]:
                taken.append(dateline)
            mentions = read_places(sentence, text.raw, [*taken, *dated])
            counts = read_counts(sentence, terms, self.vocabulary, dated)
            terms = [f for f in terms if not any(a < f.end and f.start < b for a, b in dated)]
            triggers = read_triggers(sentence, terms, counts, self.vocabulary)
            statements = read_statements(sentence, terms, mentions)
            speaker = speaker_of(sentence, text.raw)
            days = [d for d in days if not (sentence.start == dateline[0] and d.end <= dateline[1])]
            begin = max(sentence.start, dateline[1]) if sentence.start == dateline[0] else sentence.start
            parts = list(_cut(sentence, begin, triggers, counts))
            listed = _listed(days, mentions, parts) if triggers and not counts else []
            for start, end in listed or parts:
                yield Piece(
                    sentence=sentence,
                    number=number,
                    start=start,
                    end=end,
                    days=tuple(d for d in days if start <= d.start < end),
                    triggers=tuple(t for t in triggers if listed or start <= t.spans[0][0] < end),
                    counts=tuple(c for c in counts if start <= c.spans[-1][0] < end),
                    mentions=tuple(
                        replace(m, role="at") if listed and m.role == "other" else m for m in mentions if start <= m.start < end
                    ),
                    actors=tuple(a for a in actors if start <= a.start < end),
                    weapons=tuple(f for f in of_field(terms, "weapon") if start <= f.start < end),
                    targets=tuple(f for f in of_field(terms, "target") if start <= f.start < end),
                    statements=tuple(s for s in statements if start <= s.spans[-1][0] < end),
                    speaker=speaker,
                    lead=lead,
                )
            lead = False

    def _belongs(
        self, piece: Piece, found: list[Account], current: Account | None, *, new_block: bool
    ) -> tuple[Account | None, bool]:
        """The account that a piece adds to, and whether it begins with it; None for what tells of no incident."""
        news, day, place = piece.news, piece.day, piece.place
        tells = bool(news) or bool(piece.counts)
        many = any(t.aggregate for t in piece.triggers) or (not piece.triggers and bool(_MANY.search(piece.plain)))
        exact = day is not None and day.first is not None and day.last is not None and (day.last - day.first).days <= 2
        if many and not (exact and tells) and not (piece.lead and tells and (day or place)):
            return None, False
        if not found or current is None:
            return (Account(), True) if self._begins(piece, news) else (None, False)
        if not piece.happened and not piece.counts:
            dates = exact and current.day is None and not piece.triggers and len(current.pieces) == 1
            return (current if _adds(piece) or dates else None), False
        dated = [t for t in piece.happened if day and abs(day.start - t.spans[0][0]) <= _BESIDE]
        if exact and dated and not any(a.fits(day) and a.day for a in found) and not many:
            news = piece.happened  # "the attacks of 16 January" are told here alone
        main = found[0]
        families = {_family(t.kind) for t in news}
        if (
            news
            and (day or place)
            and len(families) == 1
            and _family_of(current) not in (None, *families)
            and families != {"other"}
        ):
            alike = next(
                (a for a in found if a is not current and _family_of(a) in families and a.fits(day) and a.is_at(place)), None
            )
            if alike:
                return alike, False
            return (Account(), True) if self._begins(piece, news) else (None, False)
        if (
            new_block
            and current is not main
            and not day
            and not (place and not current.is_at(place) is None)
            and not _SEPARATE.search(piece.plain)
        ):
            current = main
        own = _SEPARATE.search(piece.plain) is not None
        if not own and current.fits(day) and any(t.anaphoric and t.kind in VIOLENT for t in piece.happened):
            return current, False
        same = [a for a in found if a.fits(day) and a.is_at(place)]
        if own and news and (day or place or piece.counts):
            exactly = [a for a in same if a is not current and a.day and day and a.place and place]
            return (exactly[0], False) if exactly else (Account(), True) if self._begins(piece, news) else (None, False)
        if not current.fits(day) or (place is not None and not current.is_at(place) and news):
            if same:
                return same[0], False
            finer = (
                place and place.level not in ("province", "country") and any(t.kind in _ALONE and not t.generic for t in news)
            )
            if (day and not current.fits(day)) or (place and (piece.counts or day)) or finer:
                return (Account(), True) if self._begins(piece, news) else (None, False)
        return current, False

    def _begins(self, piece: Piece, news: Sequence[Trigger]) -> bool:
        """Whether a piece may be the first of an account."""
        kinds = {t.kind for t in news}
        if piece.day and _length(piece.day) > _MOST_DAYS:
            return False
        if not kinds and not (piece.counts and piece.happened):
            return False
        if kinds and kinds <= QUIET:
            return False
        return True


def _family(kind: str) -> str:
    """Kinds that are told of one incident together: violence, arrests, protests, finds of weapons."""
    if kind in VIOLENT:
        return "violence"
    return (
        kind
        if kind in ("Arrests", "Disrupted weapons use")
        else "protest"
        if "rotest" in kind or "demonstration" in kind
        else "other"
    )


def _family_of(account: Account) -> str | None:
    trigger = best_trigger(account)
    return _family(trigger.kind) if trigger else None


#: Kinds that a sentence with another place begins an account with.
_ALONE: Final = VIOLENT | {
    "Arrests",
    "Disrupted weapons use",
    "Looting/property destruction",
    "Peaceful protest",
    "Violent demonstration",
    "Protest with intervention",
}
_MANY: Final = re.compile(
    r"\b(?:since (?:the|\d{4}|january|last)|so far this|this year|in recent (?:years|months|weeks)|over the (?:past|last)|in total)\b"
)


_WAS: Final = re.compile(
    r"\b(?:the|this|that) (?:incident|attack|blast|explosion|strike|raid|ambush|clash|violence|shooting|shelling|operation|killings?|assault|firefight|abduction)s?\b|\b(?:took place|happened|occurred|was reported)\b"
)


#: Words of a sentence that says where something was, and tells no more.
_LIES: Final = re.compile(
    r"\b(?:lies|lie|located|situated|stands|happened|took place|occurred|incident|attack|km|kilomet(?:er|re)s?|miles?)\b"
)


def _adds(piece: Piece) -> bool:
    """Whether a piece without an event says something of one: who did it, where the place lies."""
    return any(a.status for a in piece.actors) or bool(piece.statements) or bool(_WAS.search(piece.plain))


def _listed(days: Sequence[Day], mentions: Sequence[Mention], parts: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """A sentence that lists several events, each by a place and a day, in a part for each: "in A in May, B in June, and in July in C"."""
    dated = [d for d in days if d.dates == "event" and d.first is not None and not d.relative]
    placed = [m for m in mentions if m.role in ("at", "other") and m.level not in ("country", "province")]
    marks = sorted([(m.start, "place") for m in placed] + [(d.start, "day") for d in dated])
    pairs = list(zip(marks[::2], marks[1::2], strict=False))
    if len(dated) < 2 or len(dated) != len(placed) or len(parts) > 1 or any(one[1] == other[1] for one, other in pairs):
        return []
    cuts = [parts[0][0], *(min(one[0], other[0]) for one, other in pairs[1:]), parts[0][1]]
    return list(zip(cuts, cuts[1:], strict=False))


_DEED: Final = re.compile(
    r"\b(?:lodged|summon\w*|protest\w*|condemn\w*|recall\w*|clos\w+|urg\w+|call\w*|arrest\w*|detain\w*|vow\w*|warn\w*|met|visit\w*|resign\w*|suspend\w*|deploy\w*|announc\w*|demand\w*|rall\w+|march\w*|block\w*|expel\w*|sever\w*|tension\w*)\b"
)
_AFTER: Final = re.compile(r" (?:after|following|over|days after|in response to|in protest (?:at|against)) ")


def _cut(sentence: Sentence, begin: int, triggers: Sequence[Trigger], counts: Sequence[Counted]) -> Iterator[tuple[int, int]]:
    """A sentence whole, or in parts that each tell of something.

    What diplomats and courts do "after" an attack is a part of its own.
    """
    spots = [t.spans[0][0] for t in triggers] + [c.spans[-1][0] for c in counts]
    cuts = [begin]
    plain = sentence.plain.replace("\n", " ")
    for match in _CUT.finditer(plain):
        at = sentence.start + match.start()
        if at > cuts[-1] and any(cuts[-1] <= spot < at for spot in spots) and any(spot >= at for spot in spots):
            cuts.append(at)
    if len(cuts) == 1 and (match := _AFTER.search(plain, begin - sentence.start)):
        at = sentence.start + match.start()
        left = [t for t in triggers if t.spans[0][0] < at and t.kind in VIOLENT] + [c for c in counts if c.spans[-1][0] < at]
        right = [t for t in triggers if t.spans[0][0] >= at and t.kind in VIOLENT]
        if not left and right and _DEED.search(plain[: match.start()]):
            cuts.append(at)
    cuts.append(sentence.end)
    for start, end in zip(cuts, cuts[1:], strict=False):
        yield start + len(part := sentence.words(start, end)) - len(part.lstrip(" ,;\n")), end


def _add(account: Account, piece: Piece, previous: Day | None) -> None:
    account.pieces.append(piece)
    day = piece.day
    if day and day.relative:
        previous = next((d for d in reversed(piece.days) if d.end <= day.start and not d.relative), previous)
    if day and day.relative and (previous is None or previous.first is None or previous.first != previous.last):
        day = None
    if day and (
        account.day is None or (_length(account.day) > 3 and _length(day) < _length(account.day) and account.fits(day))
    ):
        account.day, account.day_before = day, previous if day.relative else None
    account.mentions += [m for m in piece.mentions if m.role == "at"]
    place = piece.place if piece.happened or piece.counts or _LIES.search(piece.plain) else None
    if place and (account.place is None or _finer(place, account.place)):
        account.place = place
    for count in piece.counts:
        _add_count(account, count, piece.speaker)


def _hint(account: Account, piece: Piece) -> None:
    """Take the day and the place of a sentence that leads to an account."""
    if len(piece.sentence.tokens) < 9:
        return  # a dateline on a line of its own
    account.day = account.day or (piece.day if piece.day and not piece.day.relative else None)
    account.place = account.place or piece.place


def _length(day: Day) -> int:
    return (day.last - day.first).days if day.first and day.last else 10_000


_FINENESS: Final = {"site": 0, "settlement": 0, "": 1, "district": 2, "province": 3, "country": 4}


def _finer(one: Mention, other: Mention) -> bool:
    """Whether a place is inside another that was named before."""
    holders = {folded(h.name) for h in one.holders}
    coarse = other.level in ("province", "country")
    return folded(other.name) in holders or (coarse and _FINENESS[one.level] < _FINENESS[other.level] and one.cue != "near")


#: Words for people that hold other words for people.
_ANYBODY: Final = frozenset(
    (None, "people", "civilians", "residents", "villagers", "members", "citizens", "families", "passengers")
)


def _add_count(account: Account, count: Counted, speaker: Speaker | None) -> None:
    """Add a count: a part of a known one is left out, and a later toll takes the place of an earlier one."""
    for i, (other, said) in enumerate(account.counts):
        if other.of != count.of or (other.side == "attackers") != (count.side == "attackers"):
            continue
        if (other.low, other.high) == (count.low, count.high):
            if other.whom is None and count.whom is not None and not other.rises:
                account.counts[i] = (count, said)
            return
        if count.rises and count.low > other.low:
            account.counts[i] = (count, speaker)
            return
        if other.whom in _ANYBODY or count.whom == other.whom or count.whom in _ANYBODY:
            if count.low < other.low or (other.rises and not count.rises):
                return  # a part of those who are told already
            if speaker is None or (said and said.name == speaker.name):
                return  # of another event, as far as can be seen
    account.counts.append((count, speaker))


#: So many sentences after the one that begins an account may say when and where it was.
_NEXT: Final = 2


def _look_on(accounts: Sequence[Account], pieces: Sequence[Piece]) -> None:
    """Take the day and the place of an account that its own sentences do not say from those that follow its first."""
    taken = {id(piece) for account in accounts for piece in account.pieces}
    number = {id(piece): n for n, piece in enumerate(pieces)}
    for account in accounts:
        at = number[id(account.pieces[0])]
        for piece in pieces[at + 1 : at + 1 + _NEXT]:
            if id(piece) in taken:
                break
            place, day = piece.place, piece.day
            if account.day is None and day and not day.relative and _length(day) <= 3:
                account.day = day
            if place and (account.place is None or _finer(place, account.place)) and place.level not in ("province", "country"):
                account.place = place


_BEFORE: Final = re.compile(
    r"\b(?:earlier|previous\w*|last|ago|recent\w*|since|past|had been|years?|months?|weeks?|before|former\w*|in \d{4}|once|history|ever|recall\w*)\b"
)


def _share_day(accounts: Sequence[Account]) -> None:
    """Give an account without a day that of the first, where nothing says that it was earlier: "troops then arrested ..."."""
    first = accounts[0].day if accounts else None
    for account in accounts[1:]:
        said = any(d.dates == "speech" for p in account.pieces for d in p.days)
        if first and account.day is None and not said and not _BEFORE.search(account.pieces[0].plain) and not first.relative:
            account.day, account.shared = first, True


_SAME_PLACE: Final = re.compile(
    r"\bsame (?P<kind>district|tehsil|county|municipality|area|village|town|province|region|place|city|department|sector|locality|neighbou?rhood|spot|road)\b"
)


def _share_place(accounts: Sequence[Account]) -> None:
    """Give an account "in the same district" the place of the first, or what holds it."""
    first = accounts[0].place if accounts else None
    for account in accounts[1:]:
        said = next((m for p in account.pieces if (m := _SAME_PLACE.search(p.plain))), None)
        if first and said and account.place is None:
            wanted = {
                "tehsil": "district",
                "county": "district",
                "municipality": "district",
                "region": "province",
                "department": "district",
            }.get(said["kind"], said["kind"])
            account.place = next((m for m in (first, *first.holders) if m.level == wanted), first)


def _tells(account: Account) -> bool:
    """Whether an account has a kind, and a place, a day or people."""
    return any(p.happened for p in account.pieces) and bool(account.place or account.day or account.counts)


def best_trigger(account: Account) -> Trigger | None:
    """The words that tell best what happened: of the piece that begins the account, or later ones where that has a general word alone."""
    first = account.pieces[0]
    told = list(first.news) or list(first.happened)
    best = max(told, key=lambda t: t.weight, default=None)
    if best is None or best.generic or best.kind == "Attack":
        later = [t for p in account.pieces[1:4] for t in p.happened if t.kind in VIOLENT and not t.generic]
        finer = max(later, key=lambda t: t.weight, default=None)
        if finer and (best is None or finer.weight > best.weight):
            return finer
    return best


def _all_terms(vocabulary: Lexicon) -> dict[str, dict[str, str]]:
    """The terms that sentences are searched for, by field."""
    from geomap.language import normalised_words

    one, several = vocabulary.terms["person"], vocabulary.terms["persons"]
    fields = ("sub_event_type", "weapon", "target", "casualty", "bound", "about", "number", "border")
    terms = {name: dict(vocabulary.terms[name]) for name in fields}
    terms["who"] = {normalised_words(v): v for v in (*one.values(), *several.values())} | dict(several) | dict(one)
    terms["actor"] = {spelling: name for name, actor in vocabulary.actors.items() for spelling in actor.spellings}
    return terms
