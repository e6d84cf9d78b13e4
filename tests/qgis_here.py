"""QGIS as Debian has it: what it makes of a file of ours."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

PYTHON = "/usr/bin/python3"
CHECK = Path(__file__).parents[2] / "shared" / "tools" / "qgis_check.py"
DAYS = json.dumps({"first_day": "Date", "last_day": "Date"})

#: Opens a project or layer in QGIS; what the script then prints as its last line is the answer.
OPENED = """
import json, os, sys
from qgis.core import *
from qgis.PyQt.QtCore import QDate, QDateTime, QTime, Qt
QgsApplication.setPrefixPath("/usr", True)
app = QgsApplication([], False)
app.initQgis()
path = sys.argv[1]
"""


def missing() -> str | None:
    """Why these tests cannot run here; None where they can."""
    if not CHECK.is_file():
        return "qgis_check.py is not beside the repository"
    try:
        found = subprocess.run([PYTHON, "-c", "import qgis.core"], capture_output=True, check=False)
    except OSError:
        return f"there is no {PYTHON}"
    return "QGIS is not installed for Debian's Python" if found.returncode else None


def run(*arguments: object) -> subprocess.CompletedProcess[str]:
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    return subprocess.run(
        [PYTHON, *map(str, arguments)],
        capture_output=True, text=True, check=False, env=environment | {"QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip


def qgis_check(*arguments: object) -> dict[str, Any]:
    """What `qgis_check.py` reports; its exit code as ``code``."""
    done = run(CHECK, *arguments, "--json")
    assert done.stdout, done.stderr
    return json.loads(done.stdout.splitlines()[-1]) | {"code": done.returncode}


def in_qgis(script: str, *arguments: object) -> Any:
    """The JSON that a script prints last in QGIS. QGIS may crash while it tears down, so the script leaves at once."""
    done = run("-c", OPENED + script + "\nsys.stdout.flush()\nos._exit(0)\n", *arguments)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])
