"""The verbs, a file each: the only wing that prints or exits."""

from geomap.cli.verbs import main

__all__ = ["main"]
