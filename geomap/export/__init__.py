"""The tables as files that others open: QGIS and GDAL first.

`published` writes what a build does, `formats` whatever a person asks for. Each other module writes one format from
`geomap.tables.rows.Layers` and nothing else, so that a format can be read, or dropped, by itself.
"""
