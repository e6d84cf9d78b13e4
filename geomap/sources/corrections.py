"""Blocks of a text that correct what an earlier version of it said."""

from __future__ import annotations

import re

from geomap.model import Span

_CORRECTION = re.compile(
    r"""^ [^\S\n]*+ [*_(\[–—-]*+ (?:editors?['’]?s?\ note:\ )?
    (?: (?:corrections?|clarifications?|corrigendum|errat(?:um|a)) \b [^\n:.]{0,40} [:.–—]
      | (?:an|the|a) \ (?:earlier|previous|original) \ version \ of \b
      | (?:this|the) \ (?:\w+\ ){1,3} (?:has\ been|have\ been|was|were|is) \ (?:corrected|amended|edited|revised) \b
      | (?:this|the) \ (?:\w+\ ){1,2} corrects \b
      | corrects \b [^\n]{0,80} \b (?:paragraph|para|headline|lead|toll|number|name|spelling|day|date) \b )""",
    re.IGNORECASE | re.MULTILINE | re.VERBOSE,
)
_BLANK = re.compile(r"\n[^\S\n]*+\n")
_LINE_END = re.compile(r"\n")


def find_corrections(text: str) -> tuple[Span, ...]:
    """The blocks that say that they correct something, each to its end: a blank line, or in a text without any the line's end.

    >>> text = "Two died.\\n\\nCorrection: An earlier version said three died."
    >>> [text[span.start : span.end] for span in find_corrections(text)]
    ['Correction: An earlier version said three died.']
    """
    text = text.replace("\r", "\n") if "\r" in text and "\n" not in text else text
    end_of_block = _BLANK if _BLANK.search(text) else _LINE_END
    spans: list[Span] = []
    for found in _CORRECTION.finditer(text):
        if spans and found.start() < spans[-1].end:
            continue
        end = end_of_block.search(text, found.start())
        block = text[found.start() : end.start() if end else len(text)]
        start = found.start() + len(block) - len(block.lstrip())
        spans.append(Span(start, start + len(block.strip())))
    return tuple(spans)
