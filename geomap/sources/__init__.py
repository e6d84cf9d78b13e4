"""The door: what people hand in as reports (text files, news pages, JSON lines), each as the text that spans refer to."""

from __future__ import annotations

from geomap.sources.corrections import find_corrections
from geomap.sources.languages import language_of
from geomap.sources.reading import ENDINGS, read_sources
from geomap.sources.source import Source, What

__all__ = ["ENDINGS", "Source", "What", "find_corrections", "language_of", "read_sources"]
