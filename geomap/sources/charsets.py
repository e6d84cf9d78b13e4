"""The text of a page, by the character set that its bytes or its head declare."""

from __future__ import annotations

import codecs
import re
from typing import Final

from geomap.errors import DataError, Mark, Problem
from geomap.reading import decoded

#: The head declares the set among so many first bytes.
_MOST_HEAD: Final = 8192
_COMMENT: Final = re.compile(rb"<!--.*?-->", re.DOTALL)
_DECLARED: Final = re.compile(
    rb"""<\?xml\b[^<>]{0,200}?\bencoding\s*=\s*["']([\w.:-]+)|<meta\b[^<>]{0,400}?\bcharset\s*=\s*["']?\s*([\w.:-]+)""",
    re.IGNORECASE,
)
#: A set that pages declare → the larger one that they are written in, as browsers read them (WHATWG Encoding Standard).
_READ_AS: Final = {
    **dict.fromkeys(("ascii", "iso8859-1"), "cp1252"),
    "iso8859-9": "cp1254",
    **dict.fromkeys(("iso8859-11", "tis-620", "windows-874"), "cp874"),
    **dict.fromkeys(("gb2312", "gbk", "x-gbk"), "gb18030"),
    **dict.fromkeys(("shift_jis", "x-sjis"), "cp932"),
    **dict.fromkeys(("euc_kr", "ks_c_5601-1987"), "cp949"),
    "x-mac-cyrillic": "mac_cyrillic",
    "x-mac-roman": "mac_roman",
}
#: What Python decodes, and no page is written in.
_NONE_OF_PAGES: Final = frozenset(("idna", "punycode", "raw-unicode-escape", "unicode-escape", "undefined", "utf-7"))
#: Sets whose bytes are those of ASCII.
_BY_ESCAPES: Final = re.compile("iso2022|hz")


def page_text(data: bytes, name: str) -> str:
    """A page's text: UTF-8 or UTF-16 where its bytes are, else as its head declares.

    A page that was saved as UTF-8 often declares what it was before; so what is UTF-8 throughout is read as that.

    Args:
        data: the page.
        name: of the file, for the message.

    Raises:
        DataError: neither gives a text; with the line.
    """
    declared = _declared(data)
    if not (declared and _BY_ESCAPES.match(declared)):
        try:
            return decoded(data, name)
        except DataError:
            if declared in (None, "utf-8") or data[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
                raise
    try:
        text = data.decode(declared or "utf-8")
    except UnicodeDecodeError as error:
        at = Mark(data.count(b"\n", 0, error.start) + 1, 1)
        said = f"neither UTF-8 nor {declared}, which the page declares; save it as UTF-8"
        raise DataError(Problem(name, said, at, where=f"line {at.line}")) from error
    if "\0" in text:
        at = Mark.at(text, text.index("\0"))
        raise DataError(Problem(name, "a character NUL; save the page as UTF-8", at, where=f"line {at.line}"))
    return text


def _declared(data: bytes) -> str | None:
    """The set that a page declares, by Python's name for what it is read as; None where it declares none that is known."""
    for found in _DECLARED.finditer(_COMMENT.sub(b"", data[:_MOST_HEAD])):
        label = (found[1] or found[2]).decode("ascii", "replace").casefold()
        try:
            known = _READ_AS.get(label) or codecs.lookup(label).name
            b"ab".decode(known)  # a set of characters, no other coding
        except (LookupError, UnicodeError):
            continue
        if known not in _NONE_OF_PAGES and not known.startswith("utf-16"):
            return _READ_AS.get(known, known)
    return None
