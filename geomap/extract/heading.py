"""The place of an account that says none itself: one that it names and the gazetteer has, or that of the text's heading."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from geomap.extract.accounts import COARSE, Account, is_told_again
from geomap.extract.located import Rows
from geomap.extract.places import Mention
from geomap.extract.published import dateline_of
from geomap.extract.text import Text
from geomap.vocabulary import any_of, countries_with_capital

#: Roles of places that stand in for one, the best first, each with the words before it, where not every one of its role does.
_STANDS: Final = (("other", None), ("speaker", "said"), ("to", "way"))
#: A shorter word at the beginning of a sentence is often no name.
_LEAST_NAME: Final = 5
#: What a text begins with: "Marsville:", "MARSVILLE (Newland).", "Marsville, from our reporter:"; a dash or so before it.
_NAMED: Final = r"(?P<place>[^\W\d_a-z][\w'’\-]+(?: [^\W\d_a-z][\w'’\-]+| (?:de|la|el|al|del)){0,4})"
_HEADING: Final = re.compile(
    rf"\W{{0,3}}{_NAMED}(?=(?:,[^.:\n]{{1,40}}| \([^)\n]{{1,30}}\)|/[^.:\n]{{1,30}}| {any_of('kind of place: district')})*[.:])"
)
#: Words before a place of a dateline that has an agency's name in front: "GAZETTE - Marsville:".
_DATELINE: Final = re.compile(rf"\W{{0,3}}{_NAMED}")


def stand_in_from_around(accounts: Sequence[Account], text: Text, rows: Rows) -> None:
    """Give an account without any place one that it names for something else, if the gazetteer has it; the first one that of the heading.

    Args:
        accounts: of one text.
        text: where they stand.
        rows: the places of the story, and the gazetteer.
    """
    heading = heading_of(text, rows)
    for account in accounts:
        if account.place is None and account.way is None:
            again = heading if account is accounts[0] or is_told_again(account) else None
            account.place = next(_named_places(account, rows), again)
            account.stands_in = account.place is not None


def _named_places(account: Account, rows: Rows) -> Iterator[Mention]:
    """Places that an account names where it tells what happened, the gazetteer has, and no person or force seems to be."""
    for role, cue in _STANDS:
        for piece in account.pieces:
            for m in piece.mentions if piece.happened else ():
                begins = m.start == piece.sentence.start and " " not in m.name and len(m.name) < _LEAST_NAME
                fits = m.role == role and cue in (None, m.cue) and m.level not in COARSE and not m.owner
                if fits and not begins and rows.home_of(m) == "home":
                    yield m


def heading_of(text: Text, rows: Rows) -> Mention | None:
    """The place of a text's dateline or heading, unless it is a capital, from which news of the whole country is sent.

    Args:
        text: where to look.
        rows: the places of the story, and the gazetteer.
    """
    first = next(text.body(), None)
    if first is None:
        return None
    dateline = dateline_of(text)
    found = (_DATELINE if dateline[1] else _HEADING).match(text.raw, first.start, text.blocks[first.block].end)
    if not found or countries_with_capital(found["place"]):
        return None
    place = Mention(found["place"], *found.span("place"), "", "at", whole=found.span("place"))
    where = rows.home_of(place)
    return place if where == "home" or (where == "nowhere" and dateline[1]) else None
