"""That nobody was harmed, where no number says so: "without casualties", "was not hurt", "all are safe"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Final

from geomap.extract.counted import Counted
from geomap.extract.text import Sentence
from geomap.vocabulary import Casualty, any_of, is_of_people

_WAS: Final = "(?:was|were|is|are|has been|had been)"
#: What was it that hit: not "no one was affected by the strike".
_BY: Final = rf"(?! by (?!(?:the |a |any )?{any_of('what hits')}))"
#: What says that nobody was, and what would have befallen them.
_NOBODY: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(without|{any_of('nor')}(?= {any_of('brings harm')})) (?:\w+ ){{0,5}}?({any_of('harm')})\b",
        r"\b(without) (?:\w+ing )?(?:any |a |a single |further )?(loss|losses)\b(?! of (?!life|lives|its|their|men|troops))",
        r"\b(without) (losing) (?:a |any |a single |one )?(?:man|men|soldiers?|fighters?|life|lives)\b",
        rf"\b(not) ({any_of('harms')}) (?:anyone|anybody|any)\b",
        rf"\b(not|never) (?:\w+ )?({any_of('harmed')})\b",
        rf"\b(?=({any_of('unharmed')})\b)({any_of('unharmed')})\b",
        rf"\b(no one|no-one|nobody|none)(?: of (?:\w+ ){{1,3}})? {_WAS} ({any_of('hit')})\b{_BY}",
        r"\b(no) (?:\w+ ){0,2}(loss|losses|lives)\b(?! of (?!life|lives))",
        r"\b(no|without) (?:\w+ ){0,2}(victims?)\b(?=[.,;:]|$| (?:in|among|at|on|were|was|have|had|after|during|so|this|to)\b)",
        r"\b(nobody|no one|no-one) any (harm)\b",
        rf"\b(nobody|no one|no-one) else {_WAS} ({any_of('harmed')})\b",
        rf"\b(nil|zero) ({any_of('harm')}|loss|losses)\b",
        rf"\b(?=(?:{any_of('harm')}|loss|losses):? (nil|none|zero)(?:[.,;:]|$))({any_of('harm')}|loss|losses)\b",
        rf"\b(no) (?:\w+ )?{any_of('what hits')} ({any_of('hit')} any(?:body|one))\b",
        r"\b(no|not a drop of) (blood) (?:was|had been|has been|is) (?:shed|spil(?:led|t))\b",
        r"\b(no one|no-one|nobody|none)(?: of (?:\w+ ){1,3})? (?:has |had )?(?:come|came) to (?:any )?(harm)\b",
        rf"\b(neither) ((?:dead|killed|deaths|death|fatalities) (?:n?or) (?:{any_of('harmed')}|injur(?:y|ies)))\b",
        rf"\b(no) ((?:dead|killed|deaths|fatalities) or (?:{any_of('harmed')}|injuries))\b",
        rf"\b(no|nor) ({any_of('harmed')}|injuries) (?:n?or) (?:dead|killed|deaths|fatalities)\b",
        r"\b(no) (?:\w+ )?(harm)\b",
        r"\b(without) (hitting (?:any(?:one|body)|a soul|a single \w+))\b",
        r"(?<!not )(?<!nearly )(?<!almost )\b(all|everyone|everybody) "
        r"(?:(?!but|except|who|that|those|save)\w+ ){0,4}?(survived)\b(?! by)",
        rf"\b(all) (?:(?:of )?(?:the|our|its|his) )?(?:\w+ ){{0,2}}{_WAS} (safe(?: and sound)?)\b(?! (?:in|at) (?:an)?other\b)",
    )
)
#: One of them stands in each.
_SAYS_SO: Final = re.compile(
    rf"\b(?:no|not|never|nobody|none|nil|zero|neither|without|all|{any_of('nor')}|{any_of('unharmed')})\b"
)
#: What befalls the dead and the injured alike.
_BOTH: Final = re.compile(r"casualt|victim|\w+ n?or |blood|safe|hit(?:ting)? a|harm$")
_DEATH: Final = re.compile("death|fatal|los[st]|losing|killing|lives|surviv")
#: Who says so of himself: "without loss", "the army suffered no casualties", "all our men are safe".
_OF_ITS_OWN: Final = re.compile(rf"\bwithout$|\b{any_of('suffers losses')} (?:no|nil|zero)$")
_OURS: Final = re.compile(
    r"\b(?:our|own)\b"
    r"|\b(?:among|in|to|on|of) (?:the|its|their|his|her) (?:own )?(?:men|personnel|troops|ranks|side|soldiers|forces)\b"
)
#: So many characters before and after it say whose losses they are.
_NEAR: Final = 40


def own_losses(line: str) -> Iterator[tuple[Casualty, tuple[int, int], tuple[int, int]]]:
    """What befell nobody of those who did something, as `nobody_in` gives it.

    >>> [of for of, *_ in own_losses("guards killed two without suffering a loss, and no one was hit.")]
    ['killed']
    """
    for found in nobody_in(line):
        _, (start, stop), (fate, end) = found
        if _OF_ITS_OWN.search(line, 0, stop) or is_of_ours(line, min(start, fate), max(stop, end)):
            yield found


def is_of_ours(line: str, start: int, end: int) -> bool:
    """Whether those of whom nobody was harmed are of the side that says so.

    >>> is_of_ours("on our side nobody was hurt.", 12, 27), is_of_ours("our war is over. nobody was hurt.", 17, 32)
    (True, False)
    """
    begin = max(0, start - _NEAR, *(line.rfind(sign, 0, start) for sign in ".;"))
    stop = min((at for sign in ".;," if (at := line.find(sign, end)) >= 0), default=end + _NEAR)
    return bool(_OURS.search(line, begin, min(stop, end + _NEAR)))


def nobody_in(line: str) -> Iterator[tuple[Casualty, tuple[int, int], tuple[int, int]]]:
    """What befell nobody, with the offsets of the words that say so, in the order of the line.

    >>> [of for of, *_ in nobody_in("the shells fell without casualties, and no one was hit.")]
    ['killed or injured', 'injured']
    """
    if not _SAYS_SO.search(line):
        return
    found = sorted(
        (match for pattern in _NOBODY for match in pattern.finditer(line)), key=lambda match: (match.start(), -match.end())
    )
    for match in found:
        if match[1] == "all" and not _are_people(line[match.end(1) : match.start(2)]):
            continue  # "all deposits are safe"
        fate = match[2]
        both = _BOTH.match(fate)
        of: Casualty = "killed or injured" if both else "killed" if _DEATH.match(fate) else "injured"
        yield of, match.span(1), match.span(2)


def _are_people(words: str) -> bool:
    """Whether words between "all" and what befell them are of people, or name nothing: " our men are ", " have "."""
    return is_of_people(re.sub(rf" (?:{_WAS}|have|has|had) $", "", words).strip())


def nobody_beside(sentence: Sentence, found: Sequence[Counted]) -> list[Counted]:
    """That others, or who did it, were not harmed: "killed two; nobody was hurt", "killed two without loss"."""
    if not found or not all(count.low for count in found):
        return []
    told = {count.of for count in found}
    own = [*_zeros(sentence, own_losses(sentence.line))] if "killed" in told else []
    return own or [zero for zero in nobody_of(sentence) if zero.of != "killed or injured" and zero.of not in told]


def nobody_of(sentence: Sentence) -> Iterator[Counted]:
    """That nobody was harmed, where no number says so."""
    return _zeros(sentence, nobody_in(sentence.line))


def _zeros(sentence: Sentence, said: Iterable[tuple[Casualty, tuple[int, int], tuple[int, int]]]) -> Iterator[Counted]:
    """The first of what is said to have befallen nobody, as a count."""
    own = [words for _, *words in own_losses(sentence.line)]
    for of, *words in islice(said, 1):
        spans = tuple((sentence.start + start, sentence.start + end) for start, end in words)
        yield Counted(of, 0, 0, None, "others", spans, "nobody", sentence.index(spans[1][0]), across=words in own)
