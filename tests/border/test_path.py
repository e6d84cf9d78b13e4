"""Which search is chosen: by how many points there are, and by what is there of the compiled one."""

import os
import subprocess
import sys
from pathlib import Path

from conftest import needs

from geomap.border.search import KEPT, LOADED, NEW

ROOT = Path(__file__).resolve().parents[2]
_MEASURE = """
import sys
import numpy as np
from geomap import Border
from geomap.border import compiled_from
border, count, fast = Border.read("IRN-PAK"), int(sys.argv[1]), {"yes": True, "-": None}[sys.argv[2]]
before = compiled_from()
border.measure(np.full(count, 61.5), np.full(count, 27.2), fast=fast)
print(before, "geomap.border.kernel" in sys.modules, compiled_from())
"""


def measured(cache, count, fast="-"):
    """From how many points on a new process takes compiled code, whether it took it, and from how many it does then."""
    env = os.environ | {"NUMBA_CACHE_DIR": str(cache), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", _MEASURE, str(count), fast]
    done = subprocess.run(command, env=env, cwd=ROOT, capture_output=True, text=True, check=True)
    before, loaded, after = done.stdout.split()
    return int(before), loaded == "True", int(after)


def test_the_path_is_chosen_by_what_is_there(tmp_path):
    needs("numba")
    assert measured(tmp_path, KEPT) == (NEW, False, NEW)
    assert measured(tmp_path, 10, "yes") == (NEW, True, LOADED)  # which compiles, and keeps it on disk
    assert measured(tmp_path, KEPT - 1) == (KEPT, False, KEPT)
    assert measured(tmp_path, KEPT) == (KEPT, True, LOADED)
    for kept in tmp_path.rglob("*.nbi"):  # as if the code were newer
        os.utime(kept, (0, 0))
    assert measured(tmp_path, KEPT) == (NEW, False, NEW)
