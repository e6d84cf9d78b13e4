"""The options of a second reader, for a verb that reads articles."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any, TypeVar

import click

from geomap.cli.options import Finite

Verb = TypeVar("Verb", bound=Callable[..., Any])

#: What a verb with these options says in its help.
SENT = (
    "With --reader each article's whole text is sent to that endpoint, with our instructions and the model's name, and nothing "
    "else; without it nothing leaves this machine. A key is taken from GEOMAP_READER_KEY. Of the answer only quotes that stand "
    "in the article are used."
)


def with_second_reader(verb: Verb) -> Verb:
    """Give a verb --reader, --model and --reader-timeout; it gets ``reader``: address, model and seconds, or None."""

    @click.option("--reader", "address", metavar="URL", help=f"Ask a second reader at an OpenAI-compatible endpoint. {SENT}")
    @click.option("--model", metavar="NAME", help="The model that the second reader asks for.")
    @click.option(
        "--reader-timeout",
        "seconds",
        type=Finite(min=1, max=3600),
        default=120,
        show_default=True,
        help="How long one answer of the second reader may take.",
    )
    @functools.wraps(verb)
    def asked(*arguments: Any, address: str | None, model: str | None, seconds: float, **more: Any) -> Any:
        if address is not None and model is None:
            raise click.UsageError("--reader needs --model NAME: what the endpoint calls its model")
        if address is None and model is not None:
            raise click.UsageError("--model is of a second reader; give --reader URL, too")
        return verb(*arguments, reader=None if address is None else (address, model, seconds), **more)

    return asked  # type: ignore[return-value]
