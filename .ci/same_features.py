"""Two outputs hold the same features: equal properties, coordinates within 1e-6 degrees. Exit 1 with the first difference."""

import json
import sys
from pathlib import Path

TOLERANCE_DEG = 1e-6


def differences(one, other, where):
    """Every place where two JSON values differ by more than the tolerance."""
    if isinstance(one, dict) and isinstance(other, dict):
        for key in sorted(one.keys() | other.keys()):
            yield from differences(one.get(key), other.get(key), f"{where}.{key}")
    elif isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        for i, pair in enumerate(zip(one, other, strict=True)):
            yield from differences(*pair, f"{where}[{i}]")
    elif isinstance(one, float | int) and isinstance(other, float | int):
        if abs(one - other) > TOLERANCE_DEG * 1.001:
            yield f"{where}: {one} and {other}"
    elif one != other:
        yield f"{where}: {str(one)[:80]} and {str(other)[:80]}"


def main():
    """Compare the GeoJSON files of two folders."""
    ours, theirs = map(Path, sys.argv[1:3])
    files = sorted(ours.glob("*.geojson"))
    assert files, f"no GeoJSON in {ours}"
    for file in files:
        both = (json.loads((folder / file.name).read_text(encoding="utf-8")) for folder in (ours, theirs))
        found = next(differences(*both, file.name), None)
        if found:
            sys.exit(found)
    print(f"{len(files)} files hold the same features")


main()
