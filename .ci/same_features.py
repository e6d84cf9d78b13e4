"""Two outputs hold the same features: equal properties, geometry within 1e-6 degrees. Exit 1 with the first difference."""

import json
import sys
from pathlib import Path

from shapely.geometry import shape

TOLERANCE_DEG = 1e-6


def features(path):
    """The features of a GeoJSON file by id."""
    return {f["id"]: f for f in json.loads(path.read_text(encoding="utf-8"))["features"]}


def differences(ours, theirs):
    """What differs between two files, a sentence each. Where a ring begins says nothing of its shape."""
    ours_by_id, theirs_by_id = features(ours), features(theirs)
    if ours_by_id.keys() != theirs_by_id.keys():
        yield f"{ours.name}: {sorted(ours_by_id.keys() ^ theirs_by_id.keys())} stand in one only"
    for key in ours_by_id.keys() & theirs_by_id.keys():
        one, other = ours_by_id[key], theirs_by_id[key]
        for name in one["properties"].keys() | other["properties"].keys():
            pair = one["properties"].get(name), other["properties"].get(name)
            if pair[0] != pair[1]:
                yield f"{ours.name}: {key}: {name}: {pair[0]} and {pair[1]}"
        apart = distance(one["geometry"], other["geometry"])
        if apart > 1.5 * TOLERANCE_DEG:  # both are rounded to six decimals
            yield f"{ours.name}: {key}: geometries {apart} degrees apart"


def distance(one, other):
    """How far two geometries' outlines are apart, degrees."""
    if one is None or other is None:
        return 0.0 if one == other else float("inf")
    one, other = shape(one), shape(other)
    if one.geom_type.endswith("Polygon"):
        one, other = one.boundary, other.boundary
    return one.hausdorff_distance(other)


def main():
    """Compare the GeoJSON files of two folders."""
    ours, theirs = map(Path, sys.argv[1:3])
    files = sorted(ours.glob("*.geojson"))
    assert files, f"no GeoJSON in {ours}"
    found = [difference for file in files for difference in differences(file, theirs / file.name)]
    if found:
        sys.exit("\n".join(found[:20]))
    print(f"{len(files)} files hold the same features")


main()
