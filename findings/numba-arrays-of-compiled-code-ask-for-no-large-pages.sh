#!/usr/bin/env bash
# Guess: np.empty of 64 MB in compiled code asks the system for large pages, as numpy's own np.empty does.
# Seen: numpy's array lies in memory that is marked for large pages (the flag "hg" in Linux's smaps), that of the compiled
#   function does not: numba asks malloc, and nobody gives the advice. On a system that gives large pages only where they are
#   asked for (transparent_hugepage is madvise, as Debian has it), points that are sorted into such an array touch a small
#   page each.
# Versions: numba 0.68.1, numpy 2.4.6.
# Why it matters for maps of events: putting a million points in order took 1.5 times as long in an array that the compiled code
#   made as in one that it was handed (31 against 21 ns a point, once, on two cores); geomap hands them over.
# Date seen: 2026-11-29.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
python3 -m venv v
v/bin/pip install -q --disable-pip-version-check numba==0.68.1 numpy==2.4.6
v/bin/python - <<'PY'
from importlib.metadata import version

import numpy as np
from numba import njit

print("numba", version("numba"), "numpy", version("numpy"))


@njit
def made(count):
    return np.empty(count)


def asks(array):
    """Whether the mapping that holds the middle of an array is marked for large pages."""
    at, inside = array.ctypes.data + array.nbytes // 2, False
    for line in open("/proc/self/smaps", encoding="ascii"):
        first = line.split()[0]
        if "-" in first and not first.endswith(":"):
            start, end = (int(part, 16) for part in first.split("-"))
            inside = start <= at < end
        elif inside and first == "VmFlags:":
            return "hg" in line.split()
    raise LookupError("no mapping holds the array")


count = 8_000_000
by_numpy, by_numba = np.empty(count), made(count)
print("marked for large pages: numpy's array", asks(by_numpy), "| that of compiled code", asks(by_numba))
assert asks(by_numpy)
assert not asks(by_numba)
PY
