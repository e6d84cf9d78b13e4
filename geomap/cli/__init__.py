"""The verbs, a file each: the only wing that prints or exits.

Results go to stdout, everything else to stderr. Exit codes: 0 done, 1 the data is wrong, 2 the command is wrong, 3 finished but
something was left out, 130 interrupted.
"""

from geomap.cli.group import main

__all__ = ["main"]
