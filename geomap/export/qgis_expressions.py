"""Expressions of QGIS: map tips, labels, what names a row."""

from __future__ import annotations

from collections.abc import Mapping

from geomap.vocabulary import ACCOUNTS_DIFFER, RANGE_FORMS, TOLL_OPEN, symbols


# Expressions of QGIS. Text of articles' making is escaped: map tips are HTML.
def _shown(expression: str) -> str:
    return f"replace({expression}, map('&', '&amp;', '<', '&lt;', '>', '&gt;'))"


def _range(low: str, high: str, unit: str = "") -> str:
    """A range of two columns in words, by `RANGE_FORMS`."""
    ends = {"low": f"' || \"{low}\" || '", "high": f"' || \"{high}\" || '", "unit": unit}
    words = {form: "'" + text.format(**ends) + "'" for form, text in RANGE_FORMS.items()}
    return (
        f'case when "{low}" is null and "{high}" is null then {words["neither"]} '
        f'when "{high}" is null then {words["low only"]} '
        f'when "{low}" is null then {words["high only"]} '
        f'when "{low}" = "{high}" then {words["exact"]} else {words["both"]} end'
    )


def _toll(fate: str, differing: str = "false") -> str:
    """A toll in words, as `geomap.vocabulary.toll_in_words`, with who gives its ends.

    Args:
        fate: killed or injured.
        differing: an expression that is true where accounts differ on it.
    """
    low, most = f'"{fate}_min"', f'"{fate}_most"'
    words = TOLL_OPEN.format(low=f"' || {low} || '", most=f"' || {most} || '")
    return (
        f"case when \"{fate}_max\" is null and {most} > {low} then '{words}' else {_range(f'{fate}_min', f'{fate}_max')} end "
        f"|| case when {low} is not null and {differing} then '{ACCOUNTS_DIFFER}' else '' end "
        f"|| case when {most} > {low} then ' (' || \"{fate}_by\" || ')' else '' end"
    )


def _differing(field: str) -> str:
    return f"coalesce(array_contains(string_to_array(\"differing_fields\", '; '), '{field}'), false)"


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


_ACCOUNT = (
    f"\"article\" || ': ' || coalesce(\"date_text\", 'undated') || '; killed: ' || {_range('killed_min', 'killed_max')} "
    f"|| '; injured: ' || {_range('injured_min', 'injured_max')} || coalesce('; by ' || \"actors\", '')"
)
_NAMES = '"place", "place_local", "district", "province", "country"'
_WHERE = f"array_to_string(array_filter(array({_NAMES}), @element is not null), ', ')"
TIPS = {
    "incidents": _tip(
        '"title"',
        {
            "When": '"date_text"',
            "Where": _WHERE,
            "Known to": "\"level\" || coalesce(': ' || \"no_point_reason\", '')",
            "Distance to the border": _range("distance_min_km", "distance_max_km", " km")
            + " || coalesce(', inside ' || \"border_country\", '') || ', near: ' || \"near_border\"",
            "Killed": _toll("killed", _differing("killed")),
            "Injured": _toll("injured", _differing("injured")),
            "Who": '"actors"',
            "Against": '"targets"',
            "Who they were": '"victims"',
            "With": '"weapons"',
            "Accounts differ on": '"differing_fields"',
            "Sources": '"account_count" || \': \' || "sources"',
            "Confidence": "\"confidence\" || coalesce(': ' || \"confidence_rule\", '')",
            "Confirmed by": '"confirmed_by"',
        },
        {
            "Accounts differ": _of("differences", "incident", '"field" || \': \' || "version"'),
            "Who says what": _of("claims", "incident", _ACCOUNT),
        },
    ),
    "sites": _tip(
        '"title" || \': site \' || "number" || \', \' || "name"',
        {
            "Where": '"place"',
            "Known to": "\"level\" || coalesce(': ' || \"no_point_reason\", '')",
            "Distance to the border": _range("distance_min_km", "distance_max_km", " km")
            + " || coalesce(', inside ' || \"border_country\", '') || ', near: ' || \"near_border\"",
            "Killed here": _toll("killed"),
            "Injured here": _toll("injured"),
            "Accounts": '"accounts"',
            "Confidence": '"confidence"',
            "Why these speak of one place": '"judgement"',
        },
    ),
    "areas": _tip(
        '"title"',
        {
            "This area": "case when \"role\" = 'best' then 'the best region' when \"role\" = 'site' then 'one of its sites' "
            "when \"role\" = 'account' then 'by the account ' || \"claim\" else 'by another reading of ' || \"claim\" end",
            "Place": '"place"',
            "Known to": '"level"',
            "How it was found": '"method"',
            "Distance to the border": _range("distance_min_km", "distance_max_km", " km"),
            "Parts": '"part_count"',
            "Shares nothing with": '"contradicts"',
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
_SIGNS = ", ".join(f"'{name}', '{sign}'" for name, sign in symbols.SIGNS.items())
#: What stands in each area of an incident without a point that is known more finely than by its province: its symbol and name.
#: Of this layer's columns alone: a label that asks another layer while the map is drawn may wait forever.
_IN_AREAS = (
    "case when \"role\" = 'best' and \"level\" not in ('province', 'country') and \"no_point_reason\" is not null then "
    f'coalesce(map_get(map({_SIGNS}), "symbol") || \' \', \'\') || coalesce("place", "title") '
    "|| if(\"part_count\" > 1, '\\n1 of ' || \"part_count\" || ' areas', '') end"
)
LABELS = {
    "areas": _IN_AREAS,
    "buffers": "\"distance_km\" || ' km'",
    "places": '"id"',
    "countries": '"name"',
    "incidents": 'concat(coalesce("place" || coalesce(\' · \' || "place_local", \'\'), "title"), \'\\n\', "date_text")',
    "sites": '"name"',
    "border": '"name"',
}
DISPLAY = {"incidents": '"title"', "sites": '"name"', "areas": '"title" || \' · \' || "role"', "border": '"name"'}
