"""The data dictionary: the one schema of `geomap.tables`, as JSON Schema and as a Frictionless data package."""

from __future__ import annotations

from typing import Any

from geomap.export.qgis_project import REFERENCES
from geomap.export.tables import DESCRIPTIONS, LICENCES, SPATIAL
from geomap.tables import SCHEMA, Column
from geomap.vocabulary import CHOICES

_JSON_TYPES = {"text": "string", "list": "string", "integer": "integer", "number": "number", "date": "string"}
_FRICTIONLESS_TYPES = {"text": "string", "list": "string", "integer": "integer", "number": "number", "date": "date"}


def json_schema() -> dict[str, Any]:
    """A JSON Schema (2020-12) of our GeoJSON files: ``$defs`` has the properties of each table's features."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "geomap's tables",
        "description": "A FeatureCollection of one of the tables; each table's properties stand under $defs.",
        "type": "object",
        "required": ["type", "name", "features"],
        "properties": {
            "type": {"const": "FeatureCollection"},
            "name": {"enum": list(SCHEMA)},
            "description": {"type": "string"},
            "features": {"type": "array", "items": _FEATURE},
        },
        "allOf": [
            {
                "if": {"properties": {"name": {"const": name}}},
                "then": {"properties": {"features": {"items": {"properties": {"properties": {"$ref": f"#/$defs/{name}"}}}}}},
            }
            for name in SCHEMA
        ],
        "$defs": {name: _object(name, columns) for name, columns in SCHEMA.items()},
    }


def data_package() -> dict[str, Any]:
    """A Frictionless tabular data package (v1) of our CSV files, with keys between them."""
    return {
        "profile": "tabular-data-package",
        "name": "geomap",
        "resources": [_resource(name, columns) for name, columns in SCHEMA.items()],
    }


def dictionary() -> list[dict[str, Any]]:
    """Every column of every table: table, column, type, unit, what it says. What ``geomap schema`` prints."""
    return [
        {"table": name, "column": c.name, "type": c.type, "unit": c.unit, "says": c.says}
        for name, columns in SCHEMA.items()
        for c in columns
    ]


_FEATURE = {
    "type": "object",
    "required": ["type", "id", "geometry", "properties"],
    "properties": {
        "type": {"const": "Feature"},
        "id": {"type": "string"},
        "geometry": {"type": ["object", "null"], "required": ["type", "coordinates"]},
        "properties": {"type": "object"},
    },
    "additionalProperties": False,
}


def _object(name: str, columns: tuple[Column, ...]) -> dict[str, Any]:
    """The properties of a table's features; the id stands on the feature."""
    names = [column.name for column in columns if column.name != "id"]
    return {
        "type": "object",
        "description": DESCRIPTIONS.get(name, ""),
        "required": names,
        "additionalProperties": False,
        "properties": {column.name: _property(column) for column in columns if column.name != "id"},
    }


def _property(column: Column) -> dict[str, Any]:
    """A column, which may be null where it is unknown."""
    described: dict[str, Any] = {"type": [_JSON_TYPES[column.type], "null"], "description": _says(column)}
    if column.type == "date":
        described["format"] = "date"
    if column.name in CHOICES:
        described["enum"] = [*CHOICES[column.name], None]
    return described


def _resource(name: str, columns: tuple[Column, ...]) -> dict[str, Any]:
    fields = [_field(column) for column in columns]
    if name in SPATIAL:
        fields.append({"name": "WKT", "type": "string", "description": "the geometry, lon/lat on WGS 84, as well-known text"})
    schema: dict[str, Any] = {"fields": fields, "missingValues": [""]}
    if any(column.name == "id" for column in columns):
        schema["primaryKey"] = "id"
    keys = [
        {"fields": column, "reference": {"resource": other, "fields": "id"}}
        for (table, column), other in REFERENCES.items()
        if table == name and other in SCHEMA and column in {c.name for c in columns}
    ]
    if keys:
        schema["foreignKeys"] = keys
    return {
        "name": name,
        "path": f"{name}.csv",
        "profile": "tabular-data-resource",
        "description": DESCRIPTIONS.get(name, ""),
        "licenses": [{"name": LICENCES.get(name, LICENCES["incidents"])}],
        "encoding": "utf-8",
        "schema": schema,
    }


def _field(column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column.name, "type": _FRICTIONLESS_TYPES[column.type], "description": _says(column)}
    constraints: dict[str, Any] = {}
    if column.name == "id":
        constraints |= {"required": True, "unique": True}
    if column.name in CHOICES:
        constraints["enum"] = list(CHOICES[column.name])
    return field | ({"constraints": constraints} if constraints else {})


def _says(column: Column) -> str:
    return column.says + (f" ({column.unit})" if column.unit else "")
