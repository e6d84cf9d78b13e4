"""Two invented countries that meet at 10° E: Westland and Eastland, with their places."""

from shapely.geometry import box

from geomap.border.line import Border
from geomap.gazetteer.gazetteer import Gazetteer
from geomap.gazetteer.place import Place
from geomap.places.statements import SpatialContext

#: A country west of 10° E and one east of it, in a context of our own.
AREAS = {"WW": box(0, 40, 10, 50), "EE": box(10, 40, 20, 50), "EE-N": box(10, 45, 20, 50), "EE-S": box(10, 40, 20, 45)}
PLACES = [
    Place(name="Westland", level="country", country="WW", area=("WW",)),
    Place(name="Eastland", level="country", country="EE", area=("EE",)),
    Place(name="North", level="province", country="EE", within="Eastland", area=("EE-N",)),
    Place(name="South", level="province", country="EE", within="Eastland", area=("EE-S",)),
    Place(
        name="Millford district", level="district", country="EE", within="North", lon=10.5, lat=47, radius_m=60_000, source="X"
    ),
    Place(
        name="Millford",
        level="settlement",
        country="EE",
        within="Millford district",
        lon=10.5,
        lat=47,
        radius_m=4000,
        source="X",
    ),
    Place(name="Rāven", level="site", country="EE", within="Millford district", spellings=("Raven's Post",), along="WW-EE"),
    Place(name="Hidden", level="site", country="EE", within="Millford district"),
    Place(name="Sea of Mist", level="site", note="a sea area; no source prints its limits"),
]
GAZETTEER = Gazetteer({place.name: place for place in PLACES}, AREAS)
BORDER = Border("WW-EE", [[(10, 40), (10, 50)]], countries=("WW", "EE"), areas={k: AREAS[k] for k in ("WW", "EE")})

WORLD = SpatialContext(gazetteer=GAZETTEER, border=BORDER)

#: The same with one more town.
FAR = Place(name="Farwick", level="settlement", country="EE", within="North", lon=11.8, lat=47.6, radius_m=3000, source="X")
WIDE = SpatialContext(gazetteer=Gazetteer({**GAZETTEER.places, "Farwick": FAR}, GAZETTEER.areas), border=BORDER)
