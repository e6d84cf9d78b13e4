"""Expressions of QGIS: map tips, labels, what names a row."""

from __future__ import annotations

from collections.abc import Mapping


# Expressions of QGIS. Text of articles' making is escaped: map tips are HTML.
def _shown(expression: str) -> str:
    return f"replace({expression}, map('&', '&amp;', '<', '&lt;', '>', '&gt;'))"


def _range(low: str, high: str, unit: str = "") -> str:
    return (
        f'case when "{low}" is null and "{high}" is null then \'not stated\' '
        f"when \"{high}\" is null then 'at least ' || \"{low}\" || '{unit}' "
        f"when \"{low}\" is null then 'at most ' || \"{high}\" || '{unit}' "
        f'when "{low}" = "{high}" then "{low}" || \'{unit}\' '
        f"else \"{low}\" || ' to ' || \"{high}\" || '{unit}' end"
    )


def _row(name: str, html: str) -> str:
    """A row of a map tip, left out where there is nothing to say."""
    cells = f"'<tr><th align=\"left\" valign=\"top\">{name}&nbsp;</th><td>' || {html} || '</td></tr>'"
    return f"[% coalesce({cells}, '') %]"


def _of(table: str, column: str, expression: str) -> str:
    """Lines about an incident from another table of the project; nothing where a layer stands alone."""
    mine = f"\"{column}\" = attribute(@parent, 'id')"
    return f"try(aggregate('geomap_{table}', 'concatenate', {_shown(expression)}, {mine}, '<br>'), null)"


def _tip(title: str, rows: Mapping[str, str], lines: Mapping[str, str] | None = None) -> str:
    """A map tip: a title, rows of text, and rows that are HTML already."""
    html = {name: _shown(expression) for name, expression in rows.items()} | dict(lines or {})
    body = "".join(_row(name, expression) for name, expression in html.items())
    return f'<div style="width:420px"><b>[% {_shown(title)} %]</b><table>{body}</table></div>'


# Not "when": QGIS writes an aggregate's expression anew without quotes, and `when` is a word of its language.
_ACCOUNT = (
    f"\"article\" || ': ' || coalesce(attribute('when'), 'undated') || '; killed: ' || {_range('killed_min', 'killed_max')} "
    f"|| '; injured: ' || {_range('injured_min', 'injured_max')} || coalesce('; by ' || \"actors\", '')"
)
_NAMES = '"place", "place_local", "district", "province", "country"'
_WHERE = f"array_to_string(array_filter(array({_NAMES}), @element is not null), ', ')"
TIPS = {
    "incidents": _tip(
        '"title"',
        {
            "When": '"when"',
            "Where": _WHERE,
            "Known to": "\"level\" || coalesce(': ' || \"no_pin\", '')",
            "Distance to the border": _range("border_min_km", "border_max_km", " km")
            + " || coalesce(', inside ' || \"border_side\", '') || ', near: ' || \"border_near\"",
            "Killed": _range("killed_min", "killed_max"),
            "Injured": _range("injured_min", "injured_max"),
            "Who": '"actors"',
            "Against": '"target"',
            "With": '"weapons"',
            "Accounts differ on": '"differences"',
            "Sources": '"accounts" || \': \' || "sources"',
            "Confidence": "\"confidence\" || coalesce(': ' || \"confidence_rule\", '')",
        },
        {
            "Accounts differ": _of("differences", "incident", '"field" || \': \' || "account"'),
            "Who says what": _of("claims", "incident", _ACCOUNT),
        },
    ),
    "areas": _tip(
        '"title"',
        {
            "This area": "case when \"role\" = 'best' then 'the best reading' when \"role\" = 'account' "
            "then 'by the account ' || \"claim\" else 'by another reading of ' || \"claim\" end",
            "Place": '"place"',
            "Known to": '"level"',
            "How it was found": '"method"',
            "Distance to the border": _range("border_min_km", "border_max_km", " km"),
            "Parts": '"parts"',
        },
    ),
    "border": _tip(
        '"name"',
        {
            "Length": "\"length_km\" || ' km, at a detail of ' || \"detail_m\" || ' m'",
            "Source": '"source"',
            "Licence": '"licence" || \'. \' || "attribution"',
        },
    ),
}
LABELS = {
    "buffers": "\"km\" || ' km'",
    "places": '"id"',
    "countries": '"name"',
    "incidents": 'concat(coalesce("place" || coalesce(\' · \' || "place_local", \'\'), "title"), \'\\n\', "when")',
    "border": '"name"',
}
DISPLAY = {"incidents": '"title"', "areas": '"title" || \' · \' || "role"', "border": '"name"'}
