"""What reaches a terminal or a pipe: no character that steers it, and none that its encoding lacks."""

from __future__ import annotations

import codecs
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, Any, TextIO

import click

if TYPE_CHECKING:
    from rich.console import Console


def shown(text: str, stream: TextIO) -> str:
    """A text as a stream may have it: unseen characters written out, and as escapes what its encoding lacks.

    >>> print(shown("a" + chr(27) + "[2J" + chr(0x202E) + "b", sys.stdout))
    a[U+001B][2J[U+202E]b
    """
    from geomap.vocabulary import UNSEEN  # reads the closed lists, which `--help` has no use for

    encoding = _encoding(stream)
    text = text.replace("\r\n", "\n").replace("\r", "[U+000D]").translate(UNSEEN)
    return text.encode(encoding, "backslashreplace").decode(encoding)


def tell(text: str) -> None:
    """A line for the person at the terminal, on stderr."""
    click.echo(shown(text, sys.stderr), err=True)


def print_json(value: Any, indent: int | None = None) -> None:
    """A value as JSON on stdout; characters that a terminal would obey are escaped, which says the same to a program."""
    text = json.dumps(value, ensure_ascii=_encoding(sys.stdout) != "utf-8", indent=indent, default=str)
    click.echo(text if text.isprintable() else _as_json_escapes()(text))  # what is escaped is not printable


@cache
def _as_json_escapes() -> Callable[[str], str]:
    from geomap.language import replacing
    from geomap.vocabulary import UNSEEN

    surrogates = range(0xD800, 0xE000)
    return replacing({sign: json.dumps(sign)[1:-1] for sign in map(chr, (*UNSEEN, *surrogates))})


def print_data(text: str) -> None:
    """A table on stdout, in UTF-8 as its files are; on a terminal as a person may see it."""
    if sys.stdout.isatty():
        click.echo(shown(text, sys.stdout), nl=False)
    else:
        click.echo(text.encode(), nl=False)


def console() -> Console:
    """Stdout for a person: texts are shown as they are, without markup."""
    from rich.console import Console
    from rich.text import Text

    class Plain(Console):
        def render_str(self, text: str, **options: Any) -> Text:
            return super().render_str(shown(text, sys.stdout), **options)

    # Wide enough for the tables where stdout is no terminal: a pipe should not fold them.
    wide = not sys.stdout.isatty()
    return Plain(width=150 if wide else None, highlight=False, markup=False, emoji=False, soft_wrap=wide)


@contextmanager
def shown_errors() -> Iterator[None]:
    """What click says of a wrong command, as a terminal may have it."""
    try:
        yield
    except click.ClickException as error:
        error.message = shown(error.message, sys.stderr)  # type: ignore[misc]  # final for those who read it
        raise


def _encoding(stream: TextIO) -> str:
    return codecs.lookup(getattr(stream, "encoding", None) or "utf-8").name
