"""What our own scripts draw on a Leaflet map, as a folium element: its data, its scripts, and the call that draws it."""

from __future__ import annotations

import base64
import hashlib
import json
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from functools import cache
from importlib.resources import files
from typing import Any, ClassVar

import folium
from branca.element import Element
from folium.map import Layer

from geomap.errors import DataError
from geomap.model import Story
from geomap.vocabulary import symbols
from geomap.webmap.compact import compact
from geomap.webmap.escape import escape

#: The colours of the backdrop.
GROUNDS = ("GROUND", "SEA", "LAND", "HOME", "COAST", "PROVINCE")
#: The scripts of `assets/` that a drawing on any map needs, in the order in which they run.
DRAWING = ("base/text.js", "base/pack.js", "map/symbols.js", "map/canvas.js")


#: Letters of base64 in one element, a multiple of four.
PIECE = 1 << 19


@cache
def asset(name: str) -> str:
    """The text of one of the page's own files."""
    return (files("geomap.webmap") / "assets" / name).read_text(encoding="utf-8")


@cache
def code(name: str) -> str:
    """One of the page's own scripts or styles as it stands in the page."""
    return compact(asset(name))


def as_json(value: Any) -> str:
    """JSON that may stand in a `<script>`: no character of it can end one."""
    text = json.dumps(value, ensure_ascii=True, separators=(",", ":"), sort_keys=True)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def style_of_symbols(story: Story) -> dict[str, Any]:
    """`geomap.vocabulary.symbols` and the story's sides as the page's scripts take them."""
    tables = {name: getattr(symbols, name) for name in ("SHAPES", "RINGS", "AREAS")} | {"SIDES": story.side_of}
    single = {name: asdict(getattr(symbols, name)) for name in ("BORDER", "BUFFERS", "LINKS", "INK", "HALO", *GROUNDS)}
    records = {name: {key: asdict(value) for key, value in table.items()} for name, table in tables.items()}
    further = [asdict(line) for line in symbols.FURTHER]
    return {**records, **single, "FURTHER": further, "RADIUS_PX": symbols.RADIUS_PX, "RADIUS_POWER": symbols.RADIUS_POWER}


class Raw(Element):
    """Text that is put into the page as it is: branca's `Element` runs it as a template, other people's braces included."""

    def __init__(self, text: str) -> None:
        """Hold the text."""
        super().__init__()
        self.text = text

    def render(self, **kwargs: Any) -> str:
        """Give the text."""
        return self.text


def script(text: str) -> Raw:
    """A script in the page."""
    return Raw(f"<script>\n{text}</script>")


def data(name: str, value: Any) -> Raw:
    """A value for the page's scripts, in an element with the id ``geomap-`` and the name."""
    return Raw(f'<script type="application/json" id="geomap-{name}">{as_json(value)}</script>')


def _data(name: str, text: str) -> str:
    """A pack in elements of the page: browsers read a large text faster in pieces, each of which is base64 by itself."""
    pieces = [text[at : at + PIECE] for at in range(0, max(1, len(text)), PIECE)]
    kind = "application/octet-stream"
    elements = [f'<script type="{kind}" id="{name}{f"-{k}" if k else ""}">{piece}</script>' for k, piece in enumerate(pieces)]
    return "\n".join([*elements, f'<script type="{kind}" id="{name}-end"></script>'])


def packed(name: str, value: Any) -> Raw:
    """The same, deflated: letters that are not ASCII would else take six bytes each. ``geomap.inflated`` reads it."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15, 9)
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()
    held = base64.b64encode(packer.compress(text) + packer.flush()).decode("ascii")
    return Raw(_data(f"geomap-{name}", held))


class Drawing(Layer):
    """Something drawn on a Leaflet map by our own scripts, from packs of data in the page; also a layer in a control."""

    #: The scripts that draw it, besides those of `DRAWING`.
    scripts: ClassVar[tuple[str, ...]]
    #: The packs that stand behind the page's scripts, where it is a page of ours: what the first picture does not wait for.
    late: ClassVar[tuple[str, ...]] = ()

    def __init__(
        self,
        kind: str,
        story: Story,
        packs: Mapping[str, str],
        options: Mapping[str, Any] | None = None,
        *,
        name: str | None = None,
        credit: Iterable[str | None] = (),
        show: bool = True,
    ) -> None:
        """Hold what is drawn.

        Args:
            kind: of drawing, by which our scripts know it.
            story: that it is of.
            packs: its data.
            options: what its script is told besides.
            name: in a control of layers.
            credit: whom to name on the map, texts.
            show: whether it is on the map at first.
        """
        super().__init__(name=escape(name or kind.capitalize()), overlay=True, show=show)
        self.story = story
        self._name = kind
        self._id = hashlib.sha256("".join(packs.values()).encode()).hexdigest()[:12]  # the same in every build
        self.packs = dict(packs)
        self.options = dict(options or {})
        self.credit = " · ".join(dict.fromkeys(escape(words) for words in credit if words))

    def render(self, **kwargs: Any) -> str:
        """Put the scripts into the page's head, each once, and the packs and the call into its body."""
        figure: Any = self.get_root()
        parent: Any = self._parent
        for name in (*DRAWING, *self.scripts):
            figure.header.add_child(script(code(name)), name=f"geomap-{name}")
        figure.header.add_child(data("symbols", style_of_symbols(self.story)), name="geomap-symbols")
        if getattr(parent, "is_page", False):
            self._id = "layer"
        elif not isinstance(parent, folium.Map):
            raise DataError(f"{self.layer_name}: it is drawn on a map; add it to a folium.Map, not to a group on one")
        own = self.get_name()
        late: Any = getattr(figure, "late", None)
        packs = []
        for name, text in self.packs.items():
            if late is not None and name in self.late:
                late.add_child(Raw(_data(f"{own}-{name}", text)), name=f"{own}-{name}")
            else:
                packs.append(_data(f"{own}-{name}", text))
        call = f'geomap.add({parent.get_name()}, "{self._name}", "{own}", {as_json(self.options)}'
        layer = "" if getattr(parent, "is_page", False) else f", {as_json({'credit': self.credit, 'show': self.show})}"
        call = f"{'var ' + own + ' = ' if layer else ''}{call}{layer});"
        figure.html.add_child(Raw("\n".join(packs)), name=own)
        figure.script.add_child(Raw(call), name=own)
        return ""
