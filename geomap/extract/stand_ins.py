"""The place of an account that says none itself: one that it names for something else, or that of the text's heading."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from geomap.extract.accounts import COARSE, Account, is_finer
from geomap.extract.located import Rows
from geomap.extract.pieces import THERE
from geomap.extract.place_names import is_organisation
from geomap.extract.places import Mention, read_places
from geomap.extract.published import dateline_of
from geomap.extract.text import Text
from geomap.vocabulary import any_of, countries_with_capital, cue_words

#: "Through the streets of the town", where that has been told of before.
_TOWN: Final = any_of("kind of place: settlement", "kind of place: district")
_THE_TOWN: Final = re.compile(rf"\b(?:{any_of('where')}|into|of|through) the {_TOWN}\b(?! of\b)")
#: Roles of places that stand in if the gazetteer has them, the best first, with the word before them that they then have.
_NAMED: Final = (("other", None), ("from", None), ("speaker", "said"), ("to", "way"))
#: "Marsville, 5 km north of Oldtown".
_APPOSED: Final = re.compile(r", [^,.;]{0,60}(?:of|from) ")
#: Words before a place that somebody or something is of: "the women of Marsville", "Marsville counts its dead".
_WHOSE: Final = ("", "of", "the")
#: A shorter word at the beginning of a sentence is often no name.
_LEAST_NAME: Final = 5

#: A heading of more words names no place: "NO DEATHS AS SHELL HITS".
_MOST_WORDS: Final = 4

#: What is quoted is no place: the "Marsville" group.
_QUOTES: Final = tuple("'\"‘’“”«»")
#: Words that a heading of one word may be, which then names no place: "Update:", "Police:".
_NO_HEADING: Final = ("no name", "office", "organisation", "no heading", "event told before", "title")
_NAME: Final = r"(?P<place>[^\W\d_a-z][\w'’\-]+(?: [^\W\d_a-z][\w'’\-]+| (?:de|la|el|al|del)){0,4})"
_DATELINE: Final = re.compile(rf"\W{{0,3}}{_NAME}")
#: "Marsville:", "MARSVILLE (Newland).", "Marsville, from our reporter:".
_HEADING: Final = re.compile(
    rf"\W{{0,3}}{_NAME}(?: {any_of('kind of place: district', 'part of a front')})?"
    r"(?:, (?P<holder>[^.:,()\n–—]{1,30})| ?\((?P<bracket>[^)\n]{1,30})\)|/[^.:\n]{1,30}){0,2}(?:[.:]| [–—-]) "
)
#: A line of its own with a name alone: "2. Marsville (Newland)", "Marsville district".
_SUBHEAD: Final = re.compile(
    rf"\W*(?:\d{{1,2}}[.)] )?{_NAME}(?: {any_of('kind of place: district', 'kind of place: settlement')})?"
    r"(?:, [^.:,()\n–—]{1,30}| ?\([^)\n]{1,30}\))?\W*"
)


def stand_in(accounts: Sequence[Account], text: Text, rows: Rows) -> None:
    """Give an account without any place the best one beside it: "5 km from X", "in the town", "residents of X were shot at".

    The first one has that of the title or the heading, if it names none; so has one that was "in the town".

    Args:
        accounts: of one text.
        text: where they stand.
        rows: the places of the story, and the gazetteer.
    """
    if accounts and accounts[0].place and accounts[0].way is None:
        named = [*_in_title(text)]
        if len(named) == 1 and is_finer(named[0], accounts[0].place):
            accounts[0].place_at(named[0])
    for account in accounts:
        if account.place is None and account.way is None:
            account.place = next(_beside(account, accounts[0], text, rows), None) or next(_before(account, rows), None)
            account.stands_in = account.place is not None
        elif account.place and account.place.level in COARSE and account.way is None:
            finer = next((m for m in account.named if _is_in_it(m, account, rows)), None)
            account.place = replace(finer, holders=(account.place, *account.place.holders)) if finer else account.place


def _beside(account: Account, first: Account, text: Text, rows: Rows) -> Iterator[Mention]:
    """The places that may stand in for that of an account, the best first."""
    yield from _lying_beside(account)
    yield from (m for m in account.named if m.role == "reference")
    plain = [piece.plain for piece in account.pieces if piece.happened]
    again = any(_THE_TOWN.search(words) or THERE.search(words) for words in plain)
    if again and first.place:
        yield first.place
    begin = {start for piece in account.pieces for start in (piece.start, piece.sentence.start)}
    yield from (m for m in account.of_people if m.start not in begin or rows.home_of(m) == "home")
    if account is first:
        yield from _in_title(text)
    for role, cue in _NAMED:
        named = (m for m in account.named if m.role == role and cue in (None, m.cue))
        yield from (
            m for m in named if text.raw[m.start - 1 : m.start] not in _QUOTES and _is_known(m, rows, begins=m.start in begin)
        )
    if subhead := _subhead(account, text, rows):
        yield subhead
    if (account is first or again) and (heading := heading_of(text, rows)):
        yield heading


def _is_in_it(mention: Mention, account: Account, rows: Rows) -> bool:
    """Whether a place that an account names for something else is where it was, within its province: "the barns of A"."""
    if mention.level in COARSE or countries_with_capital(mention.name):
        return False
    return mention.role == "reference" and rows.home_of(mention) != "elsewhere"


def _lying_beside(account: Account) -> Iterator[Mention]:
    """The places of which an account says where they lie: "A, north of B"."""
    for piece in account.pieces:
        for one, other in pairwise(piece.mentions if piece.happened else ()):
            beside = one.role == "other" and other.role == "reference" and one.level not in COARSE
            if beside and _APPOSED.fullmatch(piece.sentence.words(one.end, other.start)):
                yield one


def _before(account: Account, rows: Rows) -> Iterator[Mention]:
    """The fine places that a text named last before it tells of an account, where it goes on without another one."""
    there = any(THERE.search(piece.plain) for piece in account.pieces if piece.happened)
    for piece in account.before:
        fine = [m for m in piece.mentions if m.level not in COARSE and not countries_with_capital(m.name)]
        yield from (m for m in reversed(fine) if m.role == "at" and not piece.is_meant(m))
        named = (m for m in fine if m.role in ("other", "from") and m.cue in _WHOSE)
        yield from (m for m in named if (there and m.cue) or rows.home_of(m) == "home")


def _in_title(text: Text) -> Iterator[Mention]:
    """The fine places where the title says that something happened."""
    titles = (sentence for sentence in text.sentences if sentence.kind == "title")
    found = (m for sentence in titles for m in read_places(sentence, text.raw, []))
    return (m for m in found if m.role == "at" and m.level not in COARSE)


def _subhead(account: Account, text: Text, rows: Rows) -> Mention | None:
    """The place that the heading, or title, before an account names alone, if the gazetteer has it in its countries."""
    block = account.pieces[0].sentence.block
    before = (text.blocks[number] for number in range(block - 1, -1, -1))
    above = next((one for one in before if one.kind in ("heading", "title")), None)
    found = _SUBHEAD.fullmatch(text.raw, above.start, above.end) if above else None
    if found is None or countries_with_capital(found["place"]):
        return None
    place = Mention(found["place"], *found.span("place"), "", "at", whole=found.span("place"))
    return place if rows.home_of(place) == "home" else None


def _is_known(mention: Mention, rows: Rows, *, begins: bool) -> bool:
    """Whether a name is surely of a place: the gazetteer has it, or the word for its kind stands beside it."""
    if (begins and " " not in mention.name and len(mention.name) < _LEAST_NAME) or countries_with_capital(mention.name):
        return False
    return rows.home_of(mention) == "home" or (mention.role == "other" and mention.level in ("site", "settlement"))


def heading_of(text: Text, rows: Rows) -> Mention | None:
    """The place of a text's dateline or heading, unless it is a capital, from which news of the whole country is sent.

    Args:
        text: where to look.
        rows: the places of the story, and the gazetteer.
    """
    first = next(text.body(), None)
    if first is None:
        return None
    end = text.blocks[first.block].end
    _, after = dateline_of(text)
    if after and (within := _HEADING.match(text.raw, after, end)) and (place := _heading(within, rows)):
        return place  # "GAZETTE - Marsville: two killed"
    found = (_DATELINE if after else _HEADING).match(text.raw, first.start, end)
    return _heading(found, rows, dateline=after > 0) if found else None


def _heading(found: re.Match[str], rows: Rows, *, dateline: bool = False) -> Mention | None:
    """The place that a heading names: the gazetteer has it, or what holds it; one of a dateline is not elsewhere."""
    start, end = found.span("place")
    place = Mention(found["place"], start, end, "", "at", whole=(start, end))
    words = place.name.title().split()
    if len(words) > _MOST_WORDS or countries_with_capital(place.name) or is_organisation(words):
        return None
    home = rows.home_of(place)
    word = place.name.lower()
    if home == "nowhere" and (dateline or (word.isalpha() and word not in cue_words(*_NO_HEADING))):
        return place
    held = (found["holder"], found["bracket"]) if not dateline and home == "nowhere" else ()
    holders = (Mention(one, 0, 0, "", "other") for one in held if one)
    return place if home == "home" or any(rows.home_of(one) == "home" for one in holders) else None
