"""How alike two spellings of a name are: compared without case, marks and spaces, then by their consonants."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from functools import lru_cache

from geomap.vocabulary import Level

#: How alike two spellings of the same consonants must be, from 0 to 1, by the number of consonants; fewer are no evidence.
ALIKE = {3: 0.8, 4: 0.7, 5: 0.6}

#: Words that say of what kind a place is, as they are after `folded`; before the name or behind it.
_KINDS: dict[str, tuple[Level, ...]] = {
    "province governorate state ostan wilayat vilayat muhafazat استان محافظه ولایت صوبه پاریزگا پاریزگای": ("province",),
    "district county shahrestan zila tehsil ضلع شهرستان قضا ولسوالی تحصیل": ("district",),
    "region ناحیه منطقه هریم هریمی": ("province", "district"),
    "city town village municipality شهر مدینه قریه روستای شار شاری": ("settlement", "site"),
}
KINDS = {word: levels for words, levels in _KINDS.items() for word in words.split()}
_LINK = re.compile(r"^(?:of|e|i|ye|yi) ")

# One letter for what scripts of Arabic descent write in several ways, and for Latin letters that do not decompose.
_LETTERS = str.maketrans(
    {
        **dict.fromkeys("يىےېۍێ", "ی"),
        **dict.fromkeys("كڪ", "ک"),
        "ګ": "گ",
        **dict.fromkeys("ةہھەۃ", "ه"),
        **dict.fromkeys("ۆۇۈۋ", "و"),
        "ٱ": "ا",
        "ں": "ن",
        "ڕ": "ر",
        "ڵ": "ل",
        "ı": "i",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ə": "a",
        "æ": "ae",
        "œ": "oe",
        **dict.fromkeys("'’‘`ʻʼʿʾʹʺ′ءـ", ""),
    }
)


@lru_cache(maxsize=1 << 14)
def folded(name: str) -> str:
    """A name without case, diacritics, quotes, dashes and doubled spaces, for comparing spellings.

    Letters that Arabic, Persian, Urdu and Kurdish write differently become one, and digits those of English.

    >>> folded("Sham‘ Sar"), folded("Rāsk"), folded("Sistan-Baluchestan")
    ('sham sar', 'rask', 'sistan baluchestan')
    >>> folded("كراچي") == folded("کراچی"), folded("منطقهٔ ۲۲")
    (True, 'منطقه 22')
    """
    # Kurdish writes a carrier before a vowel at the head; normalising would make a space of an acute accent that stands alone.
    name = name.replace("ئا", "ا").replace("´", "")
    # Twice: compatibility letters hide capitals, and folding case can leave composed letters.
    parts = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", name).casefold()).translate(_LETTERS)
    kept = "".join(c for c in parts if not unicodedata.combining(c))
    return " ".join("".join(_digit(c) if c.isalnum() or _is_vowel(c) else " " for c in kept).split())


def _is_vowel(character: str) -> bool:
    """Whether it is a vowel's sign, which scripts of India and their kin write beside a consonant: no diacritic."""
    return unicodedata.category(character) in ("Mc", "Mn")


def _digit(character: str) -> str:
    return str(unicodedata.decimal(character)) if character.isdecimal() else character


_LATIN: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), by)
    for pattern, by in (
        # Articles and the words for "and" and "of", then spaces.
        (r"\b(?:and|va|wa|ve|w|o|u|i|e|ye|yi|the|of|al|el|ad|an|ar|as|ash|at|az)\b", ""),
        (" ", ""),
        (r"([a-z])\1+", r"\1"),
        ("x", "ks"),
        ("t?ch", "C"),
        ("sh", "S"),
        ("kh", "X"),
        ("zh|dj", "j"),
        ("ph", "f"),
        # A diphthong: Nowshahr, Naushahr, Noshahr.
        ("(?<=[aeo])w(?![aeiouy])", ""),
        (r"(?<![a-zA-Z0-9])[aeiou]", "A"),
        ("[aeiouyh]", ""),
        ("[cgq]", "k"),
        ("v", "w"),
    )
)
#: How many of these leave the vowels.
_CONSONANTS = 9
_ARABIC: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), by)
    for pattern, by in (
        # The article, then spaces. Long vowels stay: without them too little would be left of what is written.
        (r"\bال(?=\w\w\w)", ""),
        (" ", ""),
        ("[ٹټط]", "ت"),
        ("[ثص]", "س"),
        ("[ذضظ]", "ز"),
        ("[قغگ]", "ک"),
        ("[ڈډ]", "د"),
        ("[ڑړ]", "ر"),
        ("پ", "ب"),
    )
)


@lru_cache(maxsize=1 << 14)
def skeleton(names: str) -> str:
    """The consonants of a folded name, those merged that transliterations exchange; of several names parted by ``|``, each.

    >>> skeleton("siestan o baluchistan") == skeleton("sistan va baluchestan")
    True
    >>> skeleton("chogab|chukab|mirjawa|mirjaveh")
    'Ckb|Ckb|mrjw|mrjw'
    """
    for pattern, by in _LATIN if names.isascii() else _ARABIC:
        names = pattern.sub(by, names)
    return names


_VOWELS = tuple(
    (re.compile(pattern), by) for pattern, by in (("[cgq]", "k"), ("v", "w"), ("[eiy]+", "i"), ("[ou]+", "u"), ("h", ""))
)


@lru_cache(maxsize=1 << 14)
def _heard(name: str) -> str:
    """A folded name without its spaces, in Latin letters with those that transliterations exchange merged, vowels too."""
    if not name.isascii():
        return name.replace(" ", "")
    for pattern, by in (*_LATIN[:_CONSONANTS], *_VOWELS):
        name = pattern.sub(by, name)
    return name


def weight_of(name: str) -> int:
    """How much a folded name's skeleton says: its letters, but for a vowel at the head of a word, which says little."""
    return len(skeleton(name).replace("A", ""))


def likeness(one: str, other: str) -> float:
    """How alike two folded names are that have the same skeleton, from 0 to 1; 0 where that is no evidence.

    >>> likeness("chogab", "chukab"), likeness("turbat", "tarabut")
    (1.0, 0.0)
    """
    count = weight_of(one)
    if count < min(ALIKE) or one.isascii() != other.isascii() or skeleton(one) != skeleton(other):
        return 0.0
    heard = _heard(one), _heard(other)
    alike = 1.0 if heard[0] == heard[1] else SequenceMatcher(None, *heard, autojunk=False).ratio()
    return alike if alike >= ALIKE[min(count, max(ALIKE))] else 0.0


@lru_cache(maxsize=1 << 14)
def split_generic_term(name: str) -> tuple[str, tuple[Level, ...]]:
    """A folded name without the word that says of what kind it is, and the levels that the word allows.

    >>> split_generic_term("kech district"), split_generic_term("province of kerman"), split_generic_term("turbat")
    (('kech', ('district',)), ('kerman', ('province',)), ('turbat', ()))
    """
    name = name.removeprefix("the ")
    head, _, tail = name.partition(" ")
    if tail and (levels := KINDS.get(head)):
        return _LINK.sub("", tail), levels
    front, _, last = name.rpartition(" ")
    return (front, KINDS[last]) if front and last in KINDS else (name, ())
