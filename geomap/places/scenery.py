"""Words that news English puts around a place's name and that narrow it no further: nothing is lost without them."""

from __future__ import annotations

from typing import Final

#: What a place looks like, who lives there, and how finely it is meant. Words that deny or date a thing ("former") are none.
ADJECTIVES: Final = (
    *("small", "tiny", "remote", "isolated", "rural", "tribal", "poor", "impoverished", "dusty", "sleepy", "busy"),
    *("restive", "volatile", "troubled", "lawless", "unruly", "strategic", "sensitive", "historic", "ancient", "populous"),
    *("mountainous", "hilly", "rugged", "rocky", "barren", "arid", "forested", "wooded", "sandy", "snowy", "swampy", "densely"),
    *("sparsely", "populated", "predominantly", "largely", "mostly", "mainly", "heavily", "crowded", "joint", "vast"),
    *("whole", "entire", "so-called", "scenic", "bustling", "war-torn", "porous", "fertile", "lush"),
    r"\w+-(?:majority|dominated|populated|swept|hit|torn|rich|held|controlled|prone|stricken|plagued|ravaged|speaking|racked|"
    r"troubled|affected|ruled|governed)",
)
#: What may lie there without a name of its own.
SCENE: Final = (
    *("a", "an", "the", "some", "desert", "mountain", "village", "villages", "town", "place", "area", "areas", "region"),
    *("mountains", "hills", "outpost", "checkpoint", "camp", "security", "military", "police", "army", "post", "posts", "base"),
    *("station", "hamlet", "hamlets", "settlement", "settlements", "foothills", "plains", "wasteland", "farmland", "valley"),
    *("building", "buildings", "house", "houses", "home", "homes", "apartment", "residential", "block", "mosque", "church"),
    *("school", "farm", "farms", "field", "fields", "hotel", "bridge", "factory", "forest", "forests", "woods", "community"),
    *(
        "communities",
        "farming",
        "township",
        "townships",
        "ward",
        "locality",
        "localities",
        "district",
        "districts",
        "highlands",
    ),
    *(
        "territory",
        "neighbourhood",
        "favela",
        "slum",
        "neighborhood",
        "spot",
        "checkpost",
        "checkposts",
        "garrison",
        "compound",
        "terrain",
    ),
)
#: What stands in or at the edge of a town and bears its name.
FACILITIES: Final = (
    "(?:(?:main|central|old|local|weekly) )?(?:bazaar|market|(?:city|town) (?:limits|centre|center)|airport|railway station|"
    "bus station|cantonment|university|hospital|stadium|jail|prison|old (?:city|town|quarter)|seaport|harbour|harbor)"
)
#: What a word of the compass may come before in a part: "the southern half of X". "The southern district of X" is all of X.
PARTS: Final = (
    "(?:part|half|end|tip|area|region|zone|reach|corner|section|portion|side|stretch|fringe|third|belt|highland|lowland|plain|"
    "desert|mountain|hill|limit|countryside|flank|quarter|borderland|coast|coastline|shore)(?:e?s)?|(?:districts|towns|villages|"
    "union councils|tehsils|sub-districts|settlements|hamlets|townships|neighbou?rhoods|counties|municipalities|communes|"
    "provinces|states|parishes|communities)"
)
MIDDLE: Final = "centre|center|middle|heart|interior|core|midst"
#: More or less all of it: it is taken as the whole, which is no finer than it is.
MUCH: Final = (
    "(?:(?:across|in|over|throughout|through|along|among|amid) )?(?:(?:(?:large|wide|several|various) (?:parts|swathes|areas)|"
    "parts|swathes|most|much|all|two-thirds|half) of |the (?:length and breadth|whole|entirety) of |"
    "(?:the )?(?:(?:upper|lower|middle) reaches|coastal (?:belt|strip|areas?)|coast|coastline) of )"
)
