"""Each value computed again from its words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, Final, cast

from geomap.articles.lexicon import Lexicon
from geomap.language import AT_LEAST, AT_MOST, JUST_OVER, JUST_UNDER, compass_point, metres, normalised_words, number, resolve
from geomap.model import Actor, Article, Cited, Count, Days, SiteCount, Span, Statement, Target, Victims
from geomap.vocabulary import BY_A_PERSON, FARTHEST_M, ActorStatus, Casualty, Derivation, cue_words


def recompute(said: Cited[Any], field: str, text: str, article: Article, vocabulary: Lexicon) -> Any:
    """The value that the words at the spans give by the derivation, or None where they give none.

    A value read by a person is returned as it is. Where words are listed for several names, the said one is preferred.

    Args:
        said: the value, its spans and its derivation.
        field: its name, as `Claim.values` gives it: "days", "counts[0]".
        text: the article's text.
        article: for its day of publication.
        vocabulary: the names and terms.
    """
    words = words_at(said.spans, text)
    if not words and said.derivation not in ("dateline", BY_A_PERSON):
        return None
    given = _RULES[said.derivation](said.value, field.partition("[")[0], words, article, vocabulary)
    if isinstance(given, Actor) and said.attributed_to and (given.status, said.value.status) == ("claimed", "alleged"):
        return said.value if given == replace(said.value, status="claimed") else given  # "said" is another's word here
    return given


def unlisted(said: Cited[Any], field: str, text: str, vocabulary: Lexicon) -> Iterator[tuple[str, str, str]]:
    """Words that no list has: their kind ("actor", "place", a field of ``terms.csv``), what they are taken for, the words."""
    words, value = words_at(said.spans, text), said.value
    terms: list[tuple[str, str, list[str]]] = []
    match value:
        case str() if said.derivation == "term":
            terms = [("weapon" if field.startswith("weapons") else field, value, words)]
        case Target() if said.derivation == "term":
            terms = [("target", value.what, words if value.status == "stated" else words[:-1])]
        case Victims() if said.derivation == "term":
            terms = [("casualty", value.of, words[-1:])]
            if " and " not in value.who:
                terms.append(("person", value.who, words[:-1]))
        case Count():
            terms = [] if _is_spared(value, words, vocabulary) else [("casualty", value.of, words[-1:])]
        case Actor():
            status = words[1:-1] if value.collective else words[1:]
            terms = [("actor", value.name, words[:1]), ("status", value.status, status)]
        case tuple():
            terms = [("place", name, [word]) for name, word in zip(value, words, strict=False)]
        case Statement():
            *reference, to = words[1:] if value.to else [*words[1:], ""]
            of = "border" if value.of in vocabulary.borders else "place"
            terms = [("relation", value.relation, words[:1]), (of, value.of, [w for w in reference if metres(w) is None])]
            terms += [("place", value.to, [to])] if value.to else []
    for of, meant, parts in terms:
        if parts and vocabulary.meaning(of, " ".join(parts)) is None:
            yield of, meant, " ".join(parts)


def words_at(spans: Iterable[Span], text: str) -> list[str]:
    """The words at spans, as the rules of `geomap.language` take them."""
    return [normalised_words(text[span.start : span.end]) for span in spans]


def _spelling(value: Any, field: str, words: list[str], _: Article, vocabulary: Lexicon) -> Any:
    if isinstance(value, Actor):
        name = vocabulary.meaning("actor", words[0], value.name)
        collective = words[-1] in vocabulary.terms["collective"]
        words = words[:-1] if collective else words
        status = vocabulary.meaning("status", " ".join(words[1:]), value.status) if words[1:] else "stated"
        given = replace(value, name=name or "", status=cast(ActorStatus, status or "stated"), collective=collective)
        return given if name and status else None
    if isinstance(value, Target):
        return _target(value, words, vocabulary, lambda what: _names(tuple(value.what.split(", ")), field, what, vocabulary))
    return _names(value, field, words, vocabulary)


def _names(names: tuple[str, ...], field: str, words: list[str], vocabulary: Lexicon) -> Any:
    """The listed names of a place's path, or of actors joined by commas, that the words spell in their order."""
    expected = (*names, *[None] * len(words))
    given = tuple(
        vocabulary.meaning("place" if field == "place" else "actor", w, e) for w, e in zip(words, expected, strict=False)
    )
    if None in given:
        return None
    return given if field == "place" else ", ".join(filter(None, given))


def _target(value: Target, words: list[str], vocabulary: Lexicon, what: Callable[[list[str]], str | None]) -> Target | None:
    """Against whom or what; the last words say how plainly, unless it is stated."""
    *words, last = words if value.status != "stated" else [*words, ""]
    status = vocabulary.meaning("status", last, value.status) if last else "stated"
    found = what(words) if words else None
    return Target(what=found, status=cast(ActorStatus, status)) if found and status else None


def _term(value: Any, field: str, words: list[str], _: Article, vocabulary: Lexicon) -> Any:
    # Several spans are read as one: "missile ... strikes" of "missile and drone strikes".
    match value:
        case Target():
            return _target(value, words, vocabulary, lambda what: vocabulary.meaning("target", " ".join(what), value.what))
        case Victims():
            *said, fate = words
            persons = dict.fromkeys(person for part in said for person in vocabulary.persons(part))
            return _victims(value, " and ".join(persons), fate, vocabulary)
    return vocabulary.meaning("weapon" if field == "weapons" else field, " ".join(words), value)


def _victims(value: Victims, who: str, fate: str, vocabulary: Lexicon) -> Victims | None:
    """Who they were; the last words say what befell them."""
    of = vocabulary.meaning("casualty", fate, value.of)
    return Victims(who=who, of=cast(Casualty, of)) if who and of else None


def _literal(value: Any, _field: str, words: list[str], _: Article, vocabulary: Lexicon) -> Any:
    def own(words: list[str], said: str) -> str:
        return said if normalised_words(said) == " ".join(words) else " ".join(words)

    if isinstance(value, Target):
        return _target(value, words, vocabulary, lambda what: own(what, value.what))
    return _victims(value, own(words[:-1], value.who), words[-1], vocabulary)


def _sum(value: Any, _field: str, words: list[str], _: Article, vocabulary: Lexicon) -> Any:
    # The last words say what happened to them, those before how many there were.
    *parts, fate = words
    if _is_spared(value, words, vocabulary):
        return replace(value, whom=None)
    of = vocabulary.meaning("casualty", fate, value.of)
    numbers = [people(part, vocabulary) for part in parts]
    if not of or not numbers or None in numbers:
        return None
    lows, highs = zip(*filter(None, numbers), strict=True)
    if of == "killed or injured" and not any(highs) and None not in highs:
        of = value.of  # no casualties: nobody killed, and nobody injured
    named = value.whom is not None and all(_stands(value.whom, part, vocabulary) for part in parts)
    high = None if None in highs else sum(highs)
    return Count(of=cast(Casualty, of), low=sum(lows), high=high, whom=value.whom if named else None)


def _is_spared(value: Count, words: list[str], vocabulary: Lexicon) -> bool:
    """Whether words say of what befalls the dead and the injured that it befell nobody: "no one was hit", "all are safe"."""
    if value.high != 0 or len(words) != 2:
        return False
    everybody = words[0] in cue_words("everybody") and words[1] in cue_words("befalls the spared")
    return everybody or (people(words[0], vocabulary) == (0, 0) and words[1] in cue_words("hit", "befalls nobody"))


def _number(value: Any, field: str, words: list[str], article: Article, vocabulary: Lexicon) -> Any:
    if isinstance(value, SiteCount):
        given = number(words[0])
        place = " ".join(words[1:]) in vocabulary.terms["site"]
        return SiteCount(low=given, high=given) if given and place else None
    return _sum(value, field, words, article, vocabulary) if len(words) == 2 else None


def _at_least(value: Any, field: str, words: list[str], article: Article, vocabulary: Lexicon) -> Any:
    given = _number(value, field, words, article, vocabulary)
    return given and replace(given, high=None)


def people(words: str, vocabulary: Lexicon) -> tuple[int, int | None] | None:
    """How many people the words speak of, lowest and highest: one for a person in the singular; open above for a lower bound.

    "several dozen" and the like give the lower bound that is listed for them; "up to 30" is none to 30, "more than 30" at
    least 31; "between five and seven" and "5 to 7" are both ends; "both" and "a couple" are two, "a score" is twenty.
    """
    words = _BOTH.sub("two", _ONE_OF_AN_AGE.sub("one", _AGE.sub("old", words)))
    words = _SET.sub(lambda found: SETS[found[1]], words)
    if ends := _RANGE.search(words):
        low, high = number(ends["a"] or ends["b"]), number(ends["high"])
        if low is not None and high is not None and low < high:
            return low, high
    given = number(words)
    if (vague := vocabulary.mentioned("number", words)) and (given is None or vague[0] != "0"):
        return int(vague[0]), None if int(vague[0]) else 0
    if given is None and (_ONE.match(words) or vocabulary.mentioned("person", words)):
        given = 1
    if given is None:
        return None
    bound = next(iter(vocabulary.mentioned("bound", words)), None)
    return _BOUNDED[bound](given) if bound else (given, given)


#: Between which numbers one lies that a bound stands beside: more than 30 are 31 or more.
_BOUNDED: Final[Mapping[str, Callable[[int], tuple[int, int | None]]]] = {
    "at least": lambda given: (given, None),
    "more than": lambda given: (given + 1, None),
    "at most": lambda given: (0, given),
    "fewer than": lambda given: (0, max(given - 1, 0)),
}
#: How old somebody is, which counts nobody.
_AGE: Final = re.compile(r"\b(?:\d+|[a-z]+(?:-[a-z]+)?)[ -](?:years?|months?)[ -]old\b")
_ONE_OF_AN_AGE: Final = re.compile(r"^(?:an?|another|the) old$")
_ONES: Final = "(?:one|two|three|four|five|six|seven|eight|nine)"
#: One person, whatever he or she is called, or one beside others; and two who were named before or are married.
_ONE: Final = re.compile(r"(?:an?|another) [^\W\d]|another$|the (?:other|second|third|[a-z]+th)$|(?:him|her)(?:self)?$|s?he$")
_BOTH: Final = re.compile(r"\bboth\b|^(?:(?:an?|the|another) )?(?:(?!own\b)[a-z-]+ ){0,2}couple$")
#: So many people are a set: "a trio of smugglers".
SETS: Final[Mapping[str, str]] = {
    "pair": "two",
    "duo": "two",
    "twosome": "two",
    "trio": "three",
    "threesome": "three",
    "quartet": "four",
    "foursome": "four",
    "quintet": "five",
    "sextet": "six",
    "couple": "two",
    "score": "twenty",
}
_SET: Final = re.compile(rf"\b(?:an?|the|another) ({'|'.join(SETS)})(?: of)?\b")
#: A range of two whole numbers, in digits or words.
_RANGE: Final = re.compile(
    rf"(?:(?<!\w)between (?P<a>[a-z]+(?:[ -]{_ONES})?|\d+) and |(?<![\w,.])(?P<b>[a-z]+(?:-{_ONES})?|\d+)(?: to | ?- ?| or ))"
    rf"(?P<high>[a-z]+(?:-{_ONES})?|\d+)(?!\w)"
)


def _stands(whom: str, words: str, vocabulary: Lexicon) -> bool:
    return contains(words, normalised_words(whom)) or whom in vocabulary.persons(words)


def contains(words: str, phrase: str) -> bool:
    """Whether words hold a phrase, as whole words."""
    return re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", words) is not None


def _date(value: Any, _field: str, words: list[str], article: Article, _: Lexicon) -> Any:
    ways = (resolve(words, article.published, onward=onward) for onward in (False, True))  # "a day after" goes either way
    given = [Days(first=None if value.basis == "report" else way[0], last=way[1], basis=value.basis) for way in ways if way]
    return value if value in given else next(iter(given), None)


def _since(value: Any, _field: str, words: list[str], article: Article, _: Lexicon) -> Any:
    given = resolve(words, article.published)
    return given and Days(first=given[0], last=article.published, basis=value.basis)


def _dateline(_value: Any, _field: str, words_at: list[str], article: Article, _: Lexicon) -> Any:
    return Days(last=article.published, basis="report")


#: What a length with a hedge says: "less than 5 km from" is near, "more than" is beyond, "just over" is about that far.
_RELATION_OF_HEDGE: Mapping[str, str] = {
    **dict.fromkeys(AT_MOST, "near"),
    **dict.fromkeys(AT_LEAST, "beyond"),
    **dict.fromkeys((*JUST_OVER, *JUST_UNDER), "distance"),
}


#: Words that, after a length, say how far: "5 km inside Marsland", "2 km north of the border".
_HOW_FAR: Final = frozenset(("across", "beyond", "inside", "outside", "over", "within"))


def _statement(value: Any, _field: str, words: list[str], _: Article, vocabulary: Lexicon) -> Any:
    relation = vocabulary.meaning("relation", words[0], value.relation)
    to = vocabulary.meaning("place", words[-1], value.to) if value.to else None  # a second place has the last span
    words = words[:-1] if value.to else words
    lengths = [w for w in words[1:] if metres(w) is not None]
    reference = " ".join(w for w in words[1:] if metres(w) is None)
    of = vocabulary.meaning("border", reference, value.of) or vocabulary.meaning("place", reference, value.of)
    if not relation or not of or len(lengths) > 1:
        return None
    about = any(vocabulary.mentioned("about", w) for w in words)
    if lengths and (words[0] in _HOW_FAR or (relation == "direction" and of in vocabulary.borders)):
        relation = "distance"
    if relation == "distance" and lengths:
        hedge = max((hedge for hedge in _RELATION_OF_HEDGE if contains(lengths[0], hedge)), key=len, default="")
        relation = _RELATION_OF_HEDGE.get(hedge, relation)
    bearing = compass_point(words[0]) if relation in ("direction", "part") else value.bearing
    length = metres(lengths[0]) if lengths else None
    if length is not None and length >= FARTHEST_M:
        return None
    return replace(value, relation=relation, of=of, to=to, distance_m=length, about=about, bearing=bearing)


def _read(value: Any, *_: Any) -> Any:
    return value


_RULES: Mapping[Derivation, Callable[[Any, str, list[str], Article, Lexicon], Any]] = {
    "spelling": _spelling,
    "term": _term,
    "literal": _literal,
    "number": _number,
    "sum": _sum,
    "at least": _at_least,
    "date": _date,
    "since": _since,
    "dateline": _dateline,
    "statement": _statement,
    BY_A_PERSON: _read,
}
