"""The place of an account that says "in the same district", "there" or "the village": the one that was named before it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from geomap.extract.accounts import COARSE, Account
from geomap.extract.pieces import THERE, Piece
from geomap.extract.places import Mention
from geomap.vocabulary import any_of

#: The place is looked for in so many pieces before the account; "the town" is one of its paragraph, or that of the text.
_BEFORE: Final = 6
_SAME: Final = re.compile(rf"\bsame (?P<kind>{any_of('same place')})\b")
_LISTED: Final = re.compile(r"(?:,| and|, and)(?: [\w-]+(?:ern|-held|-controlled))* ")
_TOWN: Final = any_of("kind of place: settlement", "kind of place: district", "populated place")
#: "Raided the village", "through the streets of the town, where", not "the town council".
_THE_TOWN: Final = re.compile(
    rf"\b(?:the|this|that) (?:same )?{_TOWN}"
    rf"(?=[.,;]|$| (?:{any_of('where', 'auxiliary')}|on|after|before|with|by|when|and|as|since|from)\b)"
)
#: The level of what "the same tehsil" and the like name.
_LEVEL_OF: Final = {
    **dict.fromkeys(("tehsil", "county", "municipality", "department"), "district"),
    "region": "province",
}


def share_place(accounts: Sequence[Account], pieces: Sequence[Piece]) -> None:
    """Give an account that says "in the same district", "there" or "the village" the place that was named last before it.

    Args:
        accounts: of one text.
        pieces: every piece of it.
    """
    number = {id(piece): n for n, piece in enumerate(pieces)}
    for account in accounts[1:]:
        if account.place is not None or account.way is not None:
            continue
        told = [piece for piece in account.pieces if piece.happened]
        same = next((found for piece in told if (found := _SAME.search(piece.plain))), None)
        there = bool(THERE.search(account.pieces[0].plain))
        if same or there or any(_THE_TOWN.search(piece.plain) for piece in told):
            at = number[id(account.pieces[0])]
            level = _LEVEL_OF.get(same["kind"], same["kind"]) if same else ""
            block = account.pieces[0].sentence.block
            before = [piece for piece in pieces[max(0, at - _BEFORE) : at] if same or piece.sentence.block == block]
            account.place = next(_named_before(before, level), None) or (None if there else _first(accounts[0], level))


def _named_before(pieces: Sequence[Piece], level: str) -> Iterator[Mention]:
    """The places where something happened in pieces, the last first; of a level, where it is that of an area."""
    for piece in reversed(pieces):
        for one in reversed(piece.mentions):
            if one.role == "at" and level in ("district", "province"):
                yield from (held for held in (one, *one.holders) if held.level == level)
            elif one.role == "at" and one.level not in COARSE:
                yield one


def _first(account: Account, level: str) -> Mention | None:
    """The place of the first account of a text, or what holds it at a level."""
    place = account.place
    return next((one for one in (place, *place.holders) if one.level == level), place) if place else None


def in_each_country(account: Account) -> Iterator[Account]:
    """An account, and the same in each further country of a list: "missiles hit X and Y"; a toll is of all together."""
    yield account
    last = account.place
    if last is None or last.level != "country" or last.cue == "of" or account.counts:
        return
    for piece in account.pieces:
        for mention in piece.mentions if last in piece.mentions else ():
            between = piece.sentence.words(last.end, mention.start) if mention.start > last.start else ""
            if mention.level == "country" and _LISTED.fullmatch(between):
                yield replace(account, place=mention)
                last = mention
