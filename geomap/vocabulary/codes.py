"""The codes of ACLED and UCDP for countries, from ``countries.csv``."""

from __future__ import annotations

from dataclasses import dataclass, fields

from geomap.vocabulary.lists import read_list


@dataclass(frozen=True, slots=True)
class Country:
    """A country in the codes of ACLED and UCDP."""

    name: str  #: in English, as ACLED writes it
    iso: int  #: ISO 3166-1 numeric
    acled_region: str  #: ACLED's region
    gw: int  #: Gleditsch and Ward's number
    ucdp_name: str  #: as UCDP writes it
    ucdp_region: str  #: UCDP's region


COUNTRIES: dict[str, Country] = {
    row["code"]: Country(
        name=row["name"],
        iso=int(row["iso"]),
        acled_region=row["acled_region"],
        gw=int(row["gw"]),
        ucdp_name=row["ucdp_name"],
        ucdp_region=row["ucdp_region"],
    )
    for row in read_list("countries.csv", "code", *(field.name for field in fields(Country)))
}


_ALPHA3 = {"AFG": "AF", "IND": "IN", "IRQ": "IQ", "IRN": "IR", "PAK": "PK", "SYR": "SY"}


def country_code(code: str) -> str | None:
    """The alpha-2 code of a country by its alpha-2 or alpha-3 code; None for what is neither."""
    return code if code in COUNTRIES else _ALPHA3.get(code)
