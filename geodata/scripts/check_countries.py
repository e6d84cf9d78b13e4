"""Hold geomap/vocabulary/countries.csv against published lists: ISO's codes, and Gleditsch and Ward's numbers.

Needs the packages pycountry (ISO 3166-1) and country_converter (whose numbers are from Gleditsch and Ward's list of states).
Says nothing where all agrees.
"""

from __future__ import annotations

import csv
from importlib.resources import files
from pathlib import Path

import pycountry

LIST = Path(__file__).resolve().parents[2] / "geomap" / "vocabulary" / "countries.csv"

#: Today's states, where the package has the former southern one.
TODAY = {"YE": "678", "VN": "816"}


def main() -> None:
    """Print each difference."""
    ours = {row["code"]: row for row in csv.DictReader(LIST.read_text(encoding="utf-8").splitlines())}
    iso = {country.alpha_2: (country.alpha_3, str(int(country.numeric))) for country in pycountry.countries}
    iso["XK"] = ("XKX", "")  # user-assigned, without a number
    table = (files("country_converter") / "country_data.tsv").read_text(encoding="utf-8")
    numbers = {row["ISO3"]: row["GWcode"] for row in csv.DictReader(table.splitlines(), delimiter="\t") if row["GWcode"]}
    for code in sorted(ours.keys() | iso.keys()):
        if code not in ours or code not in iso:
            print(f"{code}: in one list only")
            continue
        row = ours[code]
        if (row["alpha3"], row["iso"]) != iso[code]:
            print(f"{code}: {row['alpha3']} {row['iso']}, ISO has {iso[code]}")
        if row["gw"] != (expected := TODAY.get(code, numbers.get(row["alpha3"], ""))):
            print(f"{code}: gw is {row['gw']!r}, the list of states has {expected!r}")


if __name__ == "__main__":
    main()
